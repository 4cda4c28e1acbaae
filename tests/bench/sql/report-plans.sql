-- report plans: its measures as (measure, value, n, denominator), then its table
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE planned AS
SELECT s.kind, s.id, CASE s.kind WHEN 1 THEN s.id ELSE c.customer END AS customer, t.*, coalesce(t.due_unix / 86400 - t.first_due_unix / 86400, 0) AS slipped
FROM steps t JOIN stories s ON s.key = t.story LEFT JOIN complaints c ON c.key = t.story WHERE s.kind = 1 OR (c.status <> 'void' AND NOT c.bad);
CREATE TEMP VIEW share(measure, n, denominator) AS
  SELECT 'steps_kept', count(*) FILTER (WHERE state = 'verified' AND done_unix <= first_due_unix), count(*) FROM planned
  WHERE state <> 'dropped' AND first_due_unix IS NOT NULL AND (state = 'verified' OR first_due_unix < :now)
  UNION ALL
  SELECT 'steps_slipped', count(*) FILTER (WHERE slipped > 0), count(*) FROM planned WHERE state <> 'dropped'
  UNION ALL
  SELECT 'steps_effective', count(*) FILTER (WHERE effective), count(*) FROM planned WHERE reviewed;
WITH wilson AS (SELECT *, n * 1.0 / denominator AS p, 1.959964 * 1.959964 / denominator AS z FROM share)
SELECT measure, p, n, denominator, (p + z / 2 - sqrt(z * (p * (1 - p) + z / 4))) / (1 + z), (p + z / 2 + sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) FROM wilson;
WITH ranked AS (SELECT slipped, row_number() OVER (ORDER BY slipped) AS rank, count(*) OVER () AS n FROM planned WHERE state <> 'dropped' AND slipped > 0)
SELECT 'slip_days_median', max(CASE WHEN rank = (n + 1) / 2 THEN slipped END), count(*), (SELECT count(*) FROM planned WHERE state <> 'dropped') FROM ranked;
SELECT id, customer, number, state, goal, text, owner, due_unix, first_due_unix, slipped, verified_by, effective, measure, measure_before, measure_after FROM planned ORDER BY first_due_unix, id, number;
