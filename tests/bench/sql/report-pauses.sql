-- report pauses: its measures as (measure, value, n, denominator), then its table
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE waited AS
SELECT c.id, c.status, c.customer, c.received_unix, w.recorded_to_unix IS NULL AS open, max(coalesce(w.recorded_to_unix, :now), w.from_unix) - w.from_unix AS recorded,
       max(0, max(coalesce(w.recorded_to_unix, :now), w.from_unix) - coalesce(w.to_unix, max(coalesce(w.recorded_to_unix, :now), w.from_unix))) AS behind
FROM waits w JOIN complaints c ON c.key = w.story WHERE c.status <> 'void' AND NOT c.bad;
SELECT 'paused', count(DISTINCT id), count(DISTINCT id), NULL FROM waited;
SELECT 'pause_recorded', total(recorded) / 86400, count(*), NULL FROM waited;
SELECT 'pause_after_contact', total(behind) / 86400, count(*), NULL FROM waited;
SELECT 'pause_integrity', total(behind) / sum(recorded), NULL, NULL FROM waited;
SELECT id, status, count(*), sum(open), sum(recorded), sum(behind), sum(behind) * 1.0 / nullif(sum(recorded), 0), customer FROM waited GROUP BY id ORDER BY received_unix, id;
