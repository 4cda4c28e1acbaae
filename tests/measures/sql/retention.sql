-- measure customers
SELECT count(*), count(*), NULL FROM complainer;
-- measure active_before: share
SELECT avg(before > 0), coalesce(sum(before > 0), 0), count(*) FROM complainer;
-- measure active_after: share
SELECT avg(after > 0), coalesce(sum(after > 0), 0), count(*) FROM complainer;
-- measure retained: share
SELECT avg(after > 0), coalesce(sum(after > 0), 0), count(*) FROM complainer WHERE before > 0;
-- measure contacts_before
SELECT avg(before), count(*), NULL FROM complainer;
-- measure contacts_after
SELECT avg(after), count(*), NULL FROM complainer;
-- measure complained_again: share
SELECT avg(again > 0), coalesce(sum(again > 0), 0), count(*) FROM complainer;
-- measure repeat_contact: share
SELECT 1.0 * n / nullif(d, 0), n, d FROM came_again;
