-- report summary: every measure of it as (measure, value, n, denominator), then its tables; docs/measures.md defines them
CREATE TEMP TABLE chosen AS
SELECT key, id, status, customer, owner, received_unix, acknowledged_unix, first_responded_unix, first_ended_unix, outcome,
       peak_level, handovers, phase < 1 AS open, redress_amount, redress_currency
FROM complaints WHERE status <> 'void';
CREATE TEMP VIEW share(measure, n, denominator) AS
  SELECT 'clearance', count(first_ended_unix), count(*) FROM chosen
  UNION ALL
  SELECT 'uphold_rate', count(*) FILTER (WHERE outcome <> 'not_upheld'), count(*) FROM chosen
  WHERE first_responded_unix IS NOT NULL AND outcome <> '' AND outcome <> 'not_determined'
  UNION ALL
  SELECT CASE debtor = 0 WHEN 1 THEN 'promises_kept' ELSE 'acknowledged' END,
         count(*) FILTER (WHERE ended = 1 AND settled_unix <= due_unix), count(*) FILTER (WHERE ended = 1 OR (ended = 0 AND due_unix < :now))
  FROM promises WHERE due_unix IS NOT NULL AND story IN (SELECT key FROM chosen) GROUP BY debtor = 0
  UNION ALL
  SELECT 'escalation_rate', (SELECT count(DISTINCT story) FROM escalations WHERE to_level > from_level AND nature <> 'functional' AND story IN (SELECT key FROM chosen)), count(*) FROM chosen
  UNION ALL
  SELECT 'praise', count(*) FILTER (WHERE sentiment = 'positive'), count(*) FILTER (WHERE sentiment IN ('positive', 'negative'))
  FROM records r JOIN stories s ON s.key = r.story
  WHERE r.kind = 'activity' AND r.fault IS NULL AND (r.sentiment IS NOT NULL OR r.type = 'compliment') AND (s.kind = 1 OR r.story IN (SELECT key FROM chosen));
CREATE TEMP TABLE duration AS
  SELECT 'time_to_acknowledge' AS measure, max(0, coalesce(acknowledged_unix, :now) - received_unix) AS seconds, acknowledged_unix IS NOT NULL AS ended
  FROM chosen WHERE acknowledged_unix IS NOT NULL OR open
  UNION ALL
  SELECT 'time_to_resolution', max(0, coalesce(first_responded_unix, :now) - received_unix), first_responded_unix IS NOT NULL
  FROM chosen WHERE first_responded_unix IS NOT NULL OR open;

SELECT 'volume', count(*), count(*), NULL, count(DISTINCT nullif(customer, '')), count(*) FILTER (WHERE coalesce(customer, '') = ''),
       (SELECT count(*) FROM complaints WHERE status = 'void') FROM chosen;
SELECT 'backlog', sum(open), sum(open), NULL FROM chosen;
SELECT 'mean_peak_level', avg(peak_level), count(*), NULL FROM chosen;
SELECT 'handovers', sum(handovers) * 1.0 / count(nullif(owner, '')), count(nullif(owner, '')), NULL FROM chosen;

-- Shares with their Wilson intervals.
WITH wilson AS (SELECT *, n * 1.0 / denominator AS p, 1.959964 * 1.959964 / denominator AS z FROM share)
SELECT measure, p, n, denominator, (p + z / 2 - sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) AS low, (p + z / 2 + sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) AS high FROM wilson;
SELECT 'waived or void', debtor = 0, count(*) FROM promises WHERE due_unix IS NOT NULL AND ended IN (2, 3) AND story IN (SELECT key FROM chosen) GROUP BY 2;
SELECT 'compliments', count(*) FROM records WHERE kind = 'activity' AND fault IS NULL AND type = 'compliment' AND (story IN (SELECT key FROM chosen) OR story IN (SELECT key FROM stories WHERE kind = 1));

-- Medians and 90th percentiles by nearest rank.
WITH ranked AS (SELECT measure, seconds, row_number() OVER (PARTITION BY measure ORDER BY seconds) AS rank, count(*) OVER (PARTITION BY measure) AS n FROM duration WHERE ended)
SELECT measure || CASE rank WHEN (n + 1) / 2 THEN '_median' ELSE '_p90' END, seconds / 86400.0, n, NULL FROM ranked
WHERE rank = (n + 1) / 2 OR rank = (9 * n + 9) / 10;

-- Kaplan and Meier's medians: the first time at which at most half are still running.
WITH step AS (SELECT measure, seconds, sum(ended) AS ends, count(*) AS gone FROM duration GROUP BY measure, seconds),
risk AS (SELECT *, sum(gone) OVER (PARTITION BY measure ORDER BY seconds DESC) AS at_risk FROM step),
curve AS (SELECT measure, seconds, exp(sum(CASE WHEN ends < at_risk THEN ln(1 - ends * 1.0 / at_risk) ELSE -99 END) OVER (PARTITION BY measure ORDER BY seconds)) AS running FROM risk WHERE ends > 0)
SELECT d.measure || '_km_median', (SELECT min(c.seconds) / 86400.0 FROM curve c WHERE c.measure = d.measure AND c.running <= 0.5 + 1e-9), count(*), NULL, count(*) FILTER (WHERE NOT ended)
FROM duration d GROUP BY d.measure;

SELECT 'backlog_age', CASE WHEN age <= 2 THEN '0-2' WHEN age <= 5 THEN '3-5' WHEN age <= 10 THEN '6-10' WHEN age <= 20 THEN '11-20' WHEN age <= 40 THEN '21-40' WHEN age <= 56 THEN '41-56' ELSE '> 56' END, count(*)
FROM (SELECT :now / 86400 - received_unix / 86400 AS age FROM chosen WHERE open) GROUP BY 2 ORDER BY min(age);
SELECT 'status', status, count(*) FROM chosen GROUP BY status;
SELECT 'redress', redress_currency, sum(cents) FILTER (WHERE outcome <> 'not_upheld') / 100.0, count(*) FILTER (WHERE outcome <> 'not_upheld'), avg(cents) FILTER (WHERE outcome <> 'not_upheld') / 100.0,
       sum(cents) FILTER (WHERE outcome = 'not_upheld') / 100.0
FROM (SELECT redress_currency, outcome, CAST(round(redress_amount * 100) AS INTEGER) AS cents FROM chosen WHERE redress_currency <> '' AND first_responded_unix IS NOT NULL)
GROUP BY redress_currency;
