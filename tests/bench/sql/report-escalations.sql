-- report escalations: its measures as (measure, value, n, denominator), then its tables
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP VIEW chosen AS SELECT key, id, level, peak_level, phase < 1 AS open, summary FROM complaints WHERE status <> 'void';
CREATE TEMP TABLE up AS
SELECT e.story, e.nature, coalesce(nullif(e.trigger, ''), 'manual') AS trigger, e.to_level, e.answer, e.answered_unix - e.at_unix AS seconds, e.left_unix IS NOT NULL AS gone
FROM escalations e JOIN chosen c ON c.key = e.story WHERE e.to_level > e.from_level;
CREATE TEMP VIEW share(measure, n, denominator) AS
  SELECT 'escalation_rate', (SELECT count(DISTINCT story) FROM up WHERE nature <> 'functional'), count(*) FROM chosen
  UNION ALL
  SELECT 'unanswered', count(*) FILTER (WHERE seconds IS NULL AND NOT gone), count(*) FROM up;

WITH wilson AS (SELECT *, n * 1.0 / denominator AS p, 1.959964 * 1.959964 / denominator AS z FROM share)
SELECT measure, p, n, denominator, (p + z / 2 - sqrt(z * (p * (1 - p) + z / 4))) / (1 + z), (p + z / 2 + sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) FROM wilson;
SELECT 'mean_peak_level', avg(peak_level), count(*), NULL FROM chosen;
SELECT 'escalated_now', count(*), count(*), NULL FROM chosen WHERE open AND level > 0;
WITH ranked AS (SELECT seconds, row_number() OVER (ORDER BY seconds) AS rank, count(*) OVER () AS n FROM up WHERE seconds IS NOT NULL)
SELECT 'time_to_accept_median', seconds / 86400.0, n, NULL FROM ranked WHERE rank = (n + 1) / 2;
SELECT 'trigger', trigger, count(*) FROM up GROUP BY trigger ORDER BY count(*) DESC, trigger;
SELECT 'level', to_level, count(*), sum(answer IS 'accept'), sum(answer IS 'decline'), sum(answer IS 'return'), sum(coalesce(answer, '') = '' AND gone), sum(coalesce(answer, '') = '' AND NOT gone) FROM up GROUP BY to_level;
-- With bare columns beside max(), SQLite takes them from the row that has it.
SELECT 'open', c.id, c.level, e."to", e.answer, strftime('%Y-%m-%dT%H:%M:%SZ', max(e.at_unix), 'unixepoch'), c.summary
FROM chosen c LEFT JOIN escalations e ON e.story = c.key WHERE c.open AND c.level > 0 GROUP BY c.key ORDER BY c.id;
