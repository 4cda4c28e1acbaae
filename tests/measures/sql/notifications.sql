-- measure notifications
SELECT count(*), count(*), NULL FROM told;
-- measure notifications_sent
SELECT count(*), count(*), NULL FROM told WHERE state = 'sent';
-- measure notifications_digested
SELECT count(*), count(*), NULL FROM told WHERE state = 'digested';
-- measure notifications_queued
SELECT count(*), count(*), NULL FROM told WHERE state = 'queued';
-- measure notifications_retried
SELECT count(*), count(*), NULL FROM told WHERE state = 'retry';
-- measure notifications_failed
SELECT count(*), count(*), NULL FROM told WHERE state = 'failed';
-- measure notifications_suppressed
SELECT count(*), count(*), NULL FROM told WHERE state = 'suppressed';
