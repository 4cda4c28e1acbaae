-- measure volume
SELECT count(*), count(*), NULL FROM received;
-- measure ended
SELECT count(*), count(*), NULL FROM ended_then;
-- measure backlog
SELECT count(*), count(*), NULL FROM counted WHERE open;
-- measure clearance
SELECT 1.0 * n / d, n, d FROM (
  SELECT (SELECT count(*) FROM counted, term WHERE first_ended_unix >= begins AND first_ended_unix < ends OR (first_ended_unix IS NULL AND ended AND whole)) AS n,
         (SELECT count(*) FROM received) AS d);
-- measure backlog_age_median
SELECT max(days), max(n), NULL FROM aged WHERE place = (n + 1) / 2;
-- measure backlog_age_p90
SELECT max(days), max(n), NULL FROM aged WHERE place = (9 * n + 9) / 10;
-- measure time_to_end_median
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'end' AND place = (n + 1) / 2;
-- measure time_to_end_p90
SELECT max(days), max(n), NULL FROM ranked WHERE what = 'end' AND place = (9 * n + 9) / 10;
-- measure time_to_end_km_median
SELECT (SELECT min(days) FROM curve WHERE what = 'end' AND lasting <= 0.5 + 1e-9), count(*), NULL FROM duration WHERE what = 'end';
