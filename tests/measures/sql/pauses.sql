-- measure paused
SELECT count(DISTINCT complaint), count(DISTINCT complaint), NULL FROM behind;
-- measure pause_recorded
SELECT total(recorded) / 86400, count(*), NULL FROM behind;
-- measure pause_after_contact
SELECT total(after) / 86400, count(*), NULL FROM behind;
-- measure pause_integrity
SELECT total(after) / nullif(sum(recorded), 0), NULL, NULL FROM behind;
