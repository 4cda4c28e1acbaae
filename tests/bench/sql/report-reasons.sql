-- report reasons: its measures as (measure, value, n, denominator), then its table; :reasons are policy's (code, label, replaced_by, active)
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE reason(code TEXT PRIMARY KEY, label TEXT, replaced_by TEXT, active INTEGER);
INSERT INTO reason VALUES :reasons;
CREATE TEMP TABLE chosen AS
SELECT coalesce(r.replaced_by, c.reason) AS reason, c.reason AS own, c.received_unix, c.phase < 1 AS open, c.peak_level > 0 AS escalated,
       c.outcome <> '' AND c.outcome <> 'not_determined' AS decided, c.outcome IN ('upheld', 'partly_upheld') AS upheld
FROM complaints c LEFT JOIN reason r ON r.code = c.reason WHERE c.status <> 'void';
CREATE TEMP TABLE grouped AS
SELECT reason, count(*) AS volume, sum(open) AS open, sum(escalated) AS escalated, sum(decided) AS decided, sum(upheld) AS upheld, max(own <> reason) AS mapped FROM chosen GROUP BY reason;
CREATE TEMP VIEW summed AS
SELECT *, sum(volume) OVER (ORDER BY volume DESC, reason ROWS UNBOUNDED PRECEDING) AS running, sum(volume) OVER () AS total FROM grouped;

SELECT 'volume', count(*), count(*), NULL FROM chosen;
SELECT 'concentration', count(*) FILTER (WHERE (running - volume) * 5 < total * 4) * 1.0 / count(*), count(*) FILTER (WHERE (running - volume) * 5 < total * 4), count(*) FROM summed;
WITH other AS (SELECT count(*) FILTER (WHERE reason = 'other') AS n, count(*) AS denominator FROM chosen),
wilson AS (SELECT *, n * 1.0 / denominator AS p, 1.959964 * 1.959964 / denominator AS z FROM other)
SELECT 'other_share', p, n, denominator, (p + z / 2 - sqrt(z * (p * (1 - p) + z / 4))) / (1 + z), (p + z / 2 + sqrt(z * (p * (1 - p) + z / 4))) / (1 + z) FROM wilson;
SELECT 'unused', code FROM reason WHERE active AND code NOT IN (SELECT reason FROM chosen WHERE received_unix > :now - 90 * 86400 AND reason IS NOT NULL) ORDER BY code;
SELECT s.reason, r.label, s.volume, s.volume * 1.0 / s.total, s.running * 1.0 / s.total, s.open, s.escalated, s.decided, s.upheld, s.mapped
FROM summed s LEFT JOIN reason r ON r.code = s.reason ORDER BY s.volume DESC, s.reason;
