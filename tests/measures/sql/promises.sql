-- measure promises_kept: share
SELECT avg(kept), sum(kept), count(*) FROM kept_share WHERE side = 'us';
-- measure promises_kept_stated: share
SELECT avg(kept), sum(kept), count(*) FROM kept_share WHERE side = 'us' AND stated;
-- measure acknowledged: share
SELECT avg(kept), sum(kept), count(*) FROM kept_share WHERE side = 'customer';
-- measure promises_kept_internal: share
SELECT avg(kept), sum(kept), count(*) FROM kept_share WHERE side = 'internal';
-- measure replies_third_party: share
SELECT avg(kept), sum(kept), count(*) FROM kept_share WHERE side = 'third_party';
-- measure open_ours
SELECT count(*), count(*), NULL FROM loop WHERE side = 'us';
-- measure open_theirs
SELECT count(*), count(*), NULL FROM loop WHERE side = 'customer';
-- measure open_internal
SELECT count(*), count(*), NULL FROM loop WHERE side = 'internal';
-- measure open_third_party
SELECT count(*), count(*), NULL FROM loop WHERE side = 'third_party';
-- measure open_age_median
SELECT max(days), max(n), NULL FROM loop_aged WHERE place = (n + 1) / 2;
-- measure open_age_p90
SELECT max(days), max(n), NULL FROM loop_aged WHERE place = (9 * n + 9) / 10;
