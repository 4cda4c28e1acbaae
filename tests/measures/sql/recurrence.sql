-- measure causes_fixed
SELECT count(*), count(*), NULL FROM fixed;
-- measure recurrence
SELECT 1.0 * n / nullif(d, 0), n, d FROM (
  SELECT count(CASE WHEN received_unix >= fix AND received_unix < fix + span THEN 1 END) AS n,
         count(CASE WHEN received_unix < fix AND received_unix >= fix - span THEN 1 END) AS d
  FROM fixed LEFT JOIN counted ON counted.cause = fixed.cause);
