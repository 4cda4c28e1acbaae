-- measure escalation_rate: share
SELECT 1.0 * n / d, n, d FROM (SELECT (SELECT count(DISTINCT complaint) FROM up WHERE nature IS NOT 'functional') AS n, (SELECT count(*) FROM received) AS d);
-- measure mean_peak_level
SELECT avg(peak_level), count(*), NULL FROM received;
-- measure escalated_now
SELECT count(*), count(*), NULL FROM counted WHERE open AND level > 0;
-- measure time_to_accept_median
SELECT max(CASE WHEN place = (n + 1) / 2 THEN seconds / 86400.0 END), count(*), NULL FROM (
  SELECT answered_unix - at_unix AS seconds, row_number() OVER (ORDER BY answered_unix - at_unix) AS place, count(*) OVER () AS n FROM up WHERE answered_unix IS NOT NULL);
-- measure unanswered: share
SELECT avg(answered_unix IS NULL AND left_unix IS NULL), sum(answered_unix IS NULL AND left_unix IS NULL), count(*) FROM up;
