-- report praise: its measure as (measure, value, n, denominator), then its tables
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE told AS
SELECT a.at_unix, s.kind, CASE s.kind WHEN 1 THEN s.id ELSE c.customer END AS customer, c.id, a.person, a.by, a.text
FROM praises a JOIN stories s ON s.key = a.story LEFT JOIN complaints c ON c.key = a.story WHERE s.kind = 1 OR (c.status <> 'void' AND NOT c.bad);
SELECT 'compliments', count(*), count(*), NULL FROM told WHERE person IS NULL;
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at_unix, 'unixepoch'), person, id, by FROM told WHERE person IS NOT NULL ORDER BY at_unix, kind, id;
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', t.at_unix, 'unixepoch'), t.customer, k.name, t.id, t.by, t.text FROM told t LEFT JOIN customers k ON k.id = t.customer WHERE t.person IS NULL ORDER BY t.at_unix, t.kind, t.id;
