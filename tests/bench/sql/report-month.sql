-- report summary received:MONTH, from :from up to :until: every measure of it as (measure, value, n, denominator), then its tables; docs/measures.md defines them
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE chosen(key INTEGER PRIMARY KEY, status, customer, owner, received_unix, acknowledged_unix, first_responded_unix, first_ended_unix, outcome,
                         peak_level, handovers, open, redress_amount, redress_currency);
INSERT INTO chosen
SELECT key, status, customer, owner, received_unix, acknowledged_unix, first_responded_unix, first_ended_unix, outcome,
       peak_level, handovers, phase < 1, redress_amount, redress_currency
FROM complaints WHERE received_unix >= :from AND received_unix < :until AND status <> 'void';
CREATE TEMP TABLE due AS
SELECT CASE p.debtor WHEN 1 THEN 'acknowledged' WHEN 2 THEN 'replies_third_party'
         ELSE iif(p.creditor = 'us' OR p.kind IN ('step', 'accept'), 'promises_kept_internal', 'promises_kept') END AS measure,
  p.kind = 'commitment' AS stated, p.ended, p.settled_unix <= coalesce(p.first_due_unix, p.due_unix) AS kept, coalesce(p.first_due_unix, p.due_unix) < :now AS late
FROM chosen c CROSS JOIN promises p ON c.key = p.story WHERE p.due_unix IS NOT NULL;
CREATE TEMP TABLE feeling AS
SELECT r.sentiment, r.type FROM chosen c CROSS JOIN records r ON c.key = r.story
WHERE r.kind = 'activity' AND r.fault IS NULL AND (r.sentiment IS NOT NULL OR r.type = 'compliment');
CREATE TEMP VIEW share(measure, n, denominator) AS
  SELECT 'clearance', count(first_ended_unix), count(*) FROM chosen
  UNION ALL
  SELECT 'uphold_rate', count(*) FILTER (WHERE outcome <> 'not_upheld'), count(*) FROM chosen
  WHERE first_responded_unix IS NOT NULL AND outcome <> '' AND outcome <> 'not_determined'
  UNION ALL
  SELECT m.column1, count(*) FILTER (WHERE ended = 1 AND kept), count(*) FILTER (WHERE ended = 1 OR (ended = 0 AND late))
  FROM (VALUES ('promises_kept'), ('acknowledged'), ('promises_kept_internal'), ('replies_third_party')) m LEFT JOIN due ON due.measure = m.column1 GROUP BY m.column1
  UNION ALL
  SELECT 'promises_kept_stated', count(*) FILTER (WHERE ended = 1 AND kept), count(*) FILTER (WHERE ended = 1 OR (ended = 0 AND late))
  FROM due WHERE measure = 'promises_kept' AND stated
  UNION ALL
  SELECT 'escalation_rate', (SELECT count(DISTINCT e.story) FROM chosen c CROSS JOIN escalations e ON c.key = e.story WHERE e.to_level > e.from_level AND e.nature <> 'functional'), count(*) FROM chosen
  UNION ALL
  SELECT 'praise', count(*) FILTER (WHERE sentiment = 'positive'), count(*) FILTER (WHERE sentiment IN ('positive', 'negative')) FROM feeling;
CREATE TEMP TABLE duration AS
  SELECT 'time_to_acknowledge' AS measure, max(0, coalesce(acknowledged_unix, :now) - received_unix) AS seconds, acknowledged_unix IS NOT NULL AS ended
  FROM chosen WHERE acknowledged_unix IS NOT NULL OR open
  UNION ALL
  SELECT 'time_to_resolution', max(0, coalesce(first_responded_unix, :now) - received_unix), first_responded_unix IS NOT NULL
  FROM chosen WHERE first_responded_unix IS NOT NULL OR open;

SELECT 'volume', count(*), count(*), NULL, count(DISTINCT nullif(customer, '')), count(*) FILTER (WHERE coalesce(customer, '') = ''),
       (SELECT count(*) FROM complaints WHERE received_unix >= :from AND received_unix < :until AND status = 'void') FROM chosen;
SELECT 'backlog', sum(open), sum(open), NULL FROM chosen;
SELECT 'mean_peak_level', avg(peak_level), count(*), NULL FROM chosen;
SELECT 'handovers', sum(handovers) * 1.0 / count(nullif(owner, '')), count(nullif(owner, '')), NULL FROM chosen;

-- Shares with their Wilson intervals.
WITH wilson AS (SELECT *, n * 1.0 / denominator AS p, 1.959964 * 1.959964 / denominator AS z FROM share)
SELECT measure, p, n, denominator, (p + z / 2 - sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) AS low, (p + z / 2 + sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) AS high FROM wilson;
SELECT 'waived or void', measure, count(*) FROM due WHERE ended IN (2, 3) GROUP BY measure;
SELECT 'compliments', count(*) FROM feeling WHERE type = 'compliment';

-- Medians and 90th percentiles by nearest rank.
CREATE TEMP TABLE total AS SELECT measure, count(*) AS n, count(*) FILTER (WHERE NOT ended) AS running FROM duration GROUP BY measure;
WITH ranked AS (SELECT measure, seconds, row_number() OVER (PARTITION BY measure ORDER BY seconds) AS rank FROM duration WHERE ended)
SELECT measure || iif(rank = (n - running + 1) / 2, '_median', '_p90'), seconds / 86400.0, n - running, NULL FROM ranked JOIN total USING (measure)
WHERE rank = (n - running + 1) / 2 OR rank = (9 * (n - running) + 9) / 10;

-- Kaplan and Meier's medians: the first time at which at most half are still running.
WITH step AS (SELECT measure, seconds, sum(ended) AS ends, count(*) AS gone FROM duration GROUP BY measure, seconds),
risk AS (SELECT s.*, t.n - sum(s.gone) OVER (PARTITION BY s.measure ORDER BY s.seconds) + s.gone AS at_risk FROM step s JOIN total t USING (measure)),
curve AS (SELECT measure, seconds, sum(CASE WHEN ends = 0 THEN 0 WHEN ends < at_risk THEN ln(1 - ends * 1.0 / at_risk) ELSE -99 END) OVER (PARTITION BY measure ORDER BY seconds) AS running FROM risk),
middle AS (SELECT measure, min(seconds) AS seconds FROM curve WHERE running <= ln(0.5) + 1e-9 GROUP BY measure)
SELECT t.measure || '_km_median', m.seconds / 86400.0, t.n, NULL, t.running FROM total t LEFT JOIN middle m USING (measure);

SELECT 'backlog_age', CASE WHEN age <= 2 THEN '0-2' WHEN age <= 5 THEN '3-5' WHEN age <= 10 THEN '6-10' WHEN age <= 20 THEN '11-20' WHEN age <= 40 THEN '21-40' WHEN age <= 56 THEN '41-56' ELSE '> 56' END, count(*)
FROM (SELECT :now / 86400 - received_unix / 86400 AS age FROM chosen WHERE open) GROUP BY 2 ORDER BY min(age);
SELECT 'status', status, count(*) FROM chosen GROUP BY status;
SELECT 'redress', redress_currency, sum(cents) FILTER (WHERE outcome <> 'not_upheld') / 100.0, count(*) FILTER (WHERE outcome <> 'not_upheld'), avg(cents) FILTER (WHERE outcome <> 'not_upheld') / 100.0,
       sum(cents) FILTER (WHERE outcome = 'not_upheld') / 100.0
FROM (SELECT redress_currency, outcome, CAST(round(redress_amount * 100) AS INTEGER) AS cents FROM chosen WHERE redress_currency <> '' AND first_responded_unix IS NOT NULL)
GROUP BY redress_currency;
