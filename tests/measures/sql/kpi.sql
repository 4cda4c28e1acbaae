-- measure volume
SELECT count(*), count(*), NULL FROM received;
-- measure repeat_contact: share
SELECT 1.0 * n / nullif(d, 0), n, d FROM came_again;
-- measure clearance
SELECT 1.0 * n / d, n, d FROM (
  SELECT (SELECT count(*) FROM counted, term WHERE first_ended_unix >= begins AND first_ended_unix < ends OR (first_ended_unix IS NULL AND ended AND whole)) AS n,
         (SELECT count(*) FROM received) AS d);
-- measure attainment: share
SELECT avg(kept), sum(kept), count(*) FROM aimed;
-- measure time_to_acknowledge_median
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'acknowledge' AND place = (n + 1) / 2;
-- measure time_to_resolution_median
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'resolution' AND place = (n + 1) / 2;
-- measure reopen_rate: share
SELECT avg(back), sum(back), count(*) FROM (
  SELECT first_reopened_unix IS NOT NULL AND first_reopened_unix >= first_resolved_unix AND first_reopened_unix < first_resolved_unix + 30 * 86400 AS back
  FROM counted, term WHERE first_resolved_unix >= begins AND first_resolved_unix < ends AND first_resolved_unix + 30 * 86400 <= now);
-- measure promises_kept: share
SELECT avg(kept), sum(kept), count(*) FROM kept_share WHERE side = 'us';
-- measure escalation_rate: share
SELECT 1.0 * n / d, n, d FROM (SELECT (SELECT count(DISTINCT complaint) FROM up WHERE nature IS NOT 'functional') AS n, (SELECT count(*) FROM received) AS d);
-- measure uphold_rate: share
SELECT avg(outcome IN ('upheld', 'partly_upheld')), sum(outcome IN ('upheld', 'partly_upheld')), count(*) FROM counted, term
WHERE outcome <> 'not_determined' AND (first_responded_unix >= begins AND first_responded_unix < ends OR (first_responded_unix IS NULL AND answered AND whole));
-- measure praise: share
SELECT avg(sentiment = 'positive'), sum(sentiment = 'positive'), count(*) FROM felt WHERE sentiment IN ('positive', 'negative');
