-- measure volume
SELECT count(*), count(*), NULL FROM received;
-- measure ended
SELECT count(*), count(*), NULL FROM ended_then;
-- measure backlog
SELECT count(*), count(*), NULL FROM counted WHERE open;
-- measure overdue
SELECT count(*), count(*), NULL FROM loop, now WHERE side IN ('us', 'internal') AND due_unix < now AND complaint IS NOT NULL;
-- measure minutes
SELECT coalesce(sum(minutes), 0), count(*), NULL FROM worked WHERE complaint IS NOT NULL;
