-- measure volume
SELECT count(*), count(*), NULL FROM received;
-- measure backlog
SELECT count(*), count(*), NULL FROM counted WHERE open;
-- measure clearance
SELECT 1.0 * n / d, n, d FROM (
  SELECT (SELECT count(*) FROM counted, term WHERE first_ended_unix >= begins AND first_ended_unix < ends OR (first_ended_unix IS NULL AND ended AND whole)) AS n,
         (SELECT count(*) FROM received) AS d);
-- measure time_to_acknowledge_median
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'acknowledge' AND place = (n + 1) / 2;
-- measure time_to_acknowledge_p90
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'acknowledge' AND place = (9 * n + 9) / 10;
-- measure time_to_acknowledge_km_median
SELECT (SELECT min(days) FROM curve WHERE what = 'acknowledge' AND lasting <= 0.5 + 1e-9), count(*), NULL FROM duration WHERE what = 'acknowledge';
-- measure time_to_resolution_median
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'resolution' AND place = (n + 1) / 2;
-- measure time_to_resolution_p90
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'resolution' AND place = (9 * n + 9) / 10;
-- measure time_to_resolution_km_median
SELECT (SELECT min(days) FROM curve WHERE what = 'resolution' AND lasting <= 0.5 + 1e-9), count(*), NULL FROM duration WHERE what = 'resolution';
-- measure uphold_rate: share
SELECT avg(outcome IN ('upheld', 'partly_upheld')), sum(outcome IN ('upheld', 'partly_upheld')), count(*) FROM counted, term
WHERE outcome <> 'not_determined' AND (first_responded_unix >= begins AND first_responded_unix < ends OR (first_responded_unix IS NULL AND answered AND whole));
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
-- measure escalation_rate: share
SELECT 1.0 * n / d, n, d FROM (SELECT (SELECT count(DISTINCT complaint) FROM up WHERE nature IS NOT 'functional') AS n, (SELECT count(*) FROM received) AS d);
-- measure mean_peak_level
SELECT avg(peak_level), count(*), NULL FROM received;
-- measure handovers
SELECT 1.0 * sum(handovers) / count(owner), count(owner), NULL FROM received;
-- measure praise: share
SELECT avg(sentiment = 'positive'), sum(sentiment = 'positive'), count(*) FROM felt WHERE sentiment IN ('positive', 'negative');
