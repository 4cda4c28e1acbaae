-- measure volume
SELECT count(*), count(*), NULL FROM received;
-- measure concentration
SELECT 1.0 * few / many, few, many FROM (
  SELECT count(*) FILTER (WHERE before * 5 < total * 4) AS few, count(*) AS many FROM (
    SELECT sum(volume) OVER (ORDER BY volume DESC, reason ROWS UNBOUNDED PRECEDING) - volume AS before, sum(volume) OVER () AS total FROM grouped));
-- measure other_share: share
SELECT 1.0 * n / d, n, d FROM (SELECT coalesce((SELECT volume FROM grouped WHERE reason = 'other'), 0) AS n, (SELECT count(*) FROM received) AS d);
