-- search refund letter: the fifty best, with the text that the words stand in (the program marks them there; a table of
-- FTS5 without contents has no snippet() of its own)
SELECT s.id, r.id, strftime('%Y-%m-%dT%H:%M:%SZ', r.at_unix, 'unixepoch') AS at, r.kind, r.by, t.source
FROM fulltext f JOIN records r ON r.key = f.rowid JOIN stories s ON s.key = r.story JOIN sources t ON t.key = r.key
WHERE f.fulltext MATCH 'refund AND letter'
ORDER BY f.rank, r.id DESC
LIMIT 50;
