-- list status:open --limit 50
SELECT id, status, severity, strftime('%Y-%m-%dT%H:%M:%SZ', received_unix, 'unixepoch') AS received_at, customer, project, reason, owner, level,
       coalesce(next_due_unix < :now, 0) AS overdue, summary
FROM complaints
WHERE phase < 1 AND status IN ('received', 'acknowledged', 'investigating', 'waiting', 'responded')
ORDER BY received_unix DESC, id DESC
LIMIT 50;
