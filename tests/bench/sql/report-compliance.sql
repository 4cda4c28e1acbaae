-- report compliance: its measures as (measure, value, n, denominator), then its table; policy has no forms
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE gap AS
WITH live AS (SELECT c.*, EXISTS (SELECT 1 FROM customers k LEFT JOIN customers m ON m.id = k.merged_into WHERE k.id = c.customer AND k.contacts + coalesce(m.contacts, 0) > 0) AS known,
                     (SELECT p.start_unix FROM promises p WHERE p.story = c.key AND p.kind = 'acknowledge' AND p.ended = 0 LIMIT 1) AS to_acknowledge
              FROM complaints c WHERE c.phase < 1 AND NOT c.bad),
     owed AS (SELECT p.*, s.kind AS of, s.id, c.severity, c.severity_rank, coalesce(c.customer, s.id) AS customer FROM promises p JOIN stories s ON s.key = p.story
              LEFT JOIN complaints c ON c.key = p.story WHERE p.ended = 0 AND (s.kind = 1 OR (c.status <> 'void' AND NOT c.bad)))
SELECT 'owner' AS kind, id, received_unix AS since, severity, severity_rank, owner, customer, NULL AS promise, 'nobody owns it' AS what FROM live WHERE owner IS NULL
UNION ALL SELECT 'next_step', id, received_unix, severity, severity_rank, owner, customer, NULL, 'nobody owes anything with a date' FROM live WHERE next_due_unix IS NULL
UNION ALL SELECT 'contact', id, received_unix, severity, severity_rank, owner, customer, NULL, 'it names nobody to reach' FROM live WHERE contact IS NULL AND NOT known
UNION ALL SELECT 'acknowledgement', id, to_acknowledge, severity, severity_rank, owner, customer, NULL, 'nobody has acknowledged it' FROM live WHERE to_acknowledge IS NOT NULL
UNION ALL SELECT 'silence', id, max(received_unix, coalesce(last_contact_unix, 0)), severity, severity_rank, owner, customer, NULL, 'no contact since then' FROM live
  WHERE max(received_unix, coalesce(last_contact_unix, 0)) < :now / 86400 * 86400 - 9 * 86400
UNION ALL SELECT 'confirmation', id, due_unix, severity, severity_rank, owner, customer, of, kind || ': ' || coalesce(what, '') FROM owed WHERE kind = 'confirm' AND due_unix < :now
UNION ALL SELECT 'date', id, start_unix, severity, severity_rank, owner, customer, of, kind || ': ' || coalesce(what, '') FROM owed
  WHERE due_unix IS NULL AND kind NOT IN ('acknowledge', 'first_response', 'update', 'resolution', 'final_response', 'summary', 'confirm');
SELECT 'complaints_with_gaps', count(DISTINCT id), count(DISTINCT id), NULL FROM gap;
SELECT 'gap_' || k.column1, count(gap.kind), count(gap.kind), NULL FROM (VALUES ('owner'), ('next_step'), ('contact'), ('acknowledgement'), ('silence'), ('confirmation'), ('date'), ('form')) k
LEFT JOIN gap ON gap.kind = k.column1 GROUP BY 1;
SELECT kind, id, strftime('%Y-%m-%dT%H:%M:%SZ', since, 'unixepoch'), severity, owner, customer, promise, what FROM gap ORDER BY kind, severity_rank DESC, since, id;
