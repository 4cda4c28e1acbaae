-- measure minutes
SELECT coalesce(sum(minutes), 0), count(*), NULL FROM worked;
-- measure minutes_with_customer
SELECT coalesce(sum(minutes), 0), count(*), NULL FROM worked WHERE direction IN ('in', 'out');
-- measure minutes_without_customer
SELECT coalesce(sum(minutes), 0), count(*), NULL FROM worked WHERE direction IS NULL OR direction NOT IN ('in', 'out');
-- measure cost
SELECT coalesce(sum(minutes), 0) / 60.0 * max(rate), count(minutes), NULL FROM rate LEFT JOIN worked;
-- measure minutes_per_complaint
SELECT avg(minutes), count(*), NULL FROM worked_case;
-- measure minutes_per_complaint_median
SELECT max(minutes), max(n), NULL FROM worked_ranked WHERE place = (n + 1) / 2;
-- measure minutes_per_complaint_p90
SELECT max(minutes), max(n), NULL FROM worked_ranked WHERE place = (9 * n + 9) / 10;
