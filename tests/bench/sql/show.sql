-- show ID: the complaint, its customer, its records as written, its route, its promises
SELECT c.*, k.name, k.segment, k.region FROM complaints c LEFT JOIN customers k ON k.id = c.customer WHERE c.id = :id;
SELECT r.id, r.kind, r.at_unix, r.at_offset, r.by, r.recorded_unix, r.author, hex(r."commit"), s.source
FROM complaints c JOIN records r ON r.story = c.key JOIN sources s ON s.key = r.key
WHERE c.id = :id ORDER BY r.id;
SELECT m.record, m.story FROM moves m WHERE m.target = :id;
SELECT e.* FROM complaints c JOIN escalations e ON e.story = c.key WHERE c.id = :id ORDER BY e.record;
SELECT p.* FROM complaints c JOIN promises p ON p.story = c.key WHERE c.id = :id ORDER BY p.due_unix NULLS LAST, p.of;
