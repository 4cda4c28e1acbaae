-- report notifications: its measures as (measure, value, n, denominator), then its tables
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE told AS
SELECT n.at_unix, c.id, n.rule, n.event, n.promise, n."to", n.role, coalesce(d.outcome, n.outcome) AS state, coalesce(d.detail, n.detail) AS why, n.id AS record
FROM notices n CROSS JOIN records r ON r.key = n.record LEFT JOIN complaints c ON c.key = n.story
     LEFT JOIN deliveries d ON d.record = (SELECT x.record FROM deliveries x JOIN records y ON y.key = x.record WHERE x.about = n.id AND y.fault IS NULL AND y.refused IS NULL ORDER BY x.id DESC LIMIT 1)
WHERE r.fault IS NULL AND r.refused IS NULL AND (c.key IS NULL OR c.status <> 'void');
SELECT 'notifications', count(*), count(*), NULL FROM told;
SELECT 'notifications_' || m.column1, count(told.state), count(told.state), NULL
FROM (VALUES ('sent', 'sent'), ('digested', 'digested'), ('queued', 'queued'), ('retried', 'retry'), ('failed', 'failed'), ('suppressed', 'suppressed')) m
LEFT JOIN told ON told.state = m.column2 GROUP BY 1;
SELECT state, why, count(*) FROM told WHERE why IS NOT NULL AND state NOT IN ('sent', 'digested') GROUP BY state, why ORDER BY count(*) DESC;
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at_unix, 'unixepoch'), id, rule, event, promise, "to", role, state, why, record FROM told ORDER BY at_unix, record;
