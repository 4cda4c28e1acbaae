-- report lessons: its measure as (measure, value, n, denominator), then its table
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE learnt AS
SELECT c.id, v.at_unix, c.reason, v.went_wrong, v.root_cause, v.lesson FROM reviews v JOIN complaints c ON c.key = v.story
WHERE c.status <> 'void' AND NOT c.bad AND (v.root_cause IS NOT NULL OR v.lesson IS NOT NULL);
SELECT 'reviews', count(*), count(*), NULL FROM learnt;
SELECT id, strftime('%Y-%m-%dT%H:%M:%SZ', at_unix, 'unixepoch'), reason, went_wrong, root_cause, lesson FROM learnt ORDER BY at_unix, id;
