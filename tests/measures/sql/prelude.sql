-- What all measures stand on, over the tables of `export sqlite` (crmtrack-sql(7)) and the definitions of
-- docs/measures.md. The test binds the moment, the period and what policy says in the table `term`.
CREATE TEMP VIEW now AS SELECT now FROM term;
CREATE TEMP VIEW counted AS SELECT * FROM complaint WHERE status <> 'void' AND NOT bad;
CREATE TEMP VIEW received AS SELECT * FROM counted, term WHERE received_unix >= begins AND received_unix < ends;
-- Of complaints that count, and, where no filter has left them out, of customers beside any complaint.
CREATE TEMP VIEW their_promise AS
SELECT p.*, p.first_due_unix < now AS is_past, p.settled_unix <= p.first_due_unix AS in_time
FROM promise p, term
WHERE (p.complaint IN (SELECT id FROM counted) OR p.complaint IS NULL) AND p.due_unix IS NOT NULL
  AND p.first_due_unix >= begins AND p.first_due_unix < ends;
CREATE TEMP VIEW judged AS
SELECT *, CASE WHEN state IN ('kept', 'kept_late') THEN in_time WHEN state IN ('waived', 'void') THEN NULL WHEN is_past THEN 0 END AS kept,
       CASE WHEN debtor = 'us' AND (creditor = 'us' OR promise IN ('step', 'accept')) THEN 'internal' ELSE debtor END AS side
FROM their_promise;
CREATE TEMP VIEW kept_share AS
SELECT side, promise = 'commitment' AS stated, kept FROM judged WHERE kept IS NOT NULL;
CREATE TEMP VIEW up AS
SELECT e.* FROM escalation e JOIN received r ON r.id = e.complaint WHERE e.to_level > e.from_level;
CREATE TEMP VIEW felt AS
SELECT a.* FROM activity a, term
WHERE NOT taken_back AND at_unix >= begins AND at_unix < ends
  AND (complaint IN (SELECT id FROM counted) OR complaint IS NULL);
-- Durations in seconds: of those that ended, and of those that go on.
CREATE TEMP VIEW duration AS
SELECT 'acknowledge' AS what, coalesce(acknowledged_unix, now) - received_unix AS seconds, acknowledged_unix IS NOT NULL AS done
FROM received WHERE acknowledged_unix >= received_unix OR (acknowledged_unix IS NULL AND open)
UNION ALL
SELECT 'resolution', coalesce(first_responded_unix, now) - received_unix, first_responded_unix IS NOT NULL
FROM received WHERE first_responded_unix >= received_unix OR (first_responded_unix IS NULL AND open AND NOT answered)
UNION ALL
SELECT 'end', coalesce(first_ended_unix, now) - received_unix, first_ended_unix IS NOT NULL
FROM received WHERE first_ended_unix >= received_unix OR (first_ended_unix IS NULL AND open AND NOT ended);
CREATE TEMP VIEW ranked AS
SELECT what, seconds / 86400.0 AS days, row_number() OVER (PARTITION BY what ORDER BY seconds) AS place, count(*) OVER (PARTITION BY what) AS n
FROM duration WHERE done;
-- Kaplan and Meier: S falls at each time at which cases end, by those that end of those that last so long.
CREATE TEMP VIEW curve AS
WITH time AS (SELECT what, seconds, sum(done) AS ends, count(*) AS gone FROM duration GROUP BY what, seconds),
     risk AS (SELECT *, sum(gone) OVER (PARTITION BY what ORDER BY seconds DESC) AS at_risk FROM time)
SELECT what, seconds / 86400.0 AS days,
       exp(sum(CASE WHEN ends < at_risk THEN ln(1 - 1.0 * ends / at_risk) ELSE -999 END) OVER (PARTITION BY what ORDER BY seconds)) AS lasting
FROM risk WHERE ends > 0;
CREATE TEMP VIEW grouped AS
SELECT coalesce(r.code, '') AS reason, count(*) AS volume FROM (SELECT mapped.code FROM received LEFT JOIN mapped ON mapped.old IS received.reason) r GROUP BY 1;
CREATE TEMP VIEW waited AS
SELECT w.complaint, coalesce(w.recorded_to_unix, now) AS ends_at, w.from_unix, w.to_unix
FROM wait w, term WHERE w.complaint IN (SELECT id FROM counted) AND w.from_unix >= begins AND w.from_unix < ends;
CREATE TEMP VIEW behind AS
SELECT complaint, max(ends_at, from_unix) - from_unix AS recorded, max(0, max(ends_at, from_unix) - coalesce(to_unix, max(ends_at, from_unix))) AS after FROM waited;
CREATE TEMP VIEW planned AS
SELECT s.*, (s.due_unix / 86400) - (s.first_due_unix / 86400) AS slipped FROM step s, term
WHERE (s.complaint IN (SELECT id FROM counted) OR s.complaint IS NULL)
  AND ((s.first_due_unix >= begins AND s.first_due_unix < ends) OR (s.first_due_unix IS NULL AND whole));
CREATE TEMP VIEW gap AS
SELECT 'owner' AS kind, id AS complaint FROM received WHERE open AND owner IS NULL
UNION ALL SELECT 'next_step', id FROM received WHERE open AND next_due_at IS NULL
UNION ALL SELECT 'contact', id FROM received r WHERE open AND contact IS NULL AND NOT EXISTS (
  SELECT 1 FROM reachable k WHERE k.id = r.customer)
UNION ALL SELECT 'acknowledgement', r.id FROM received r WHERE r.open AND EXISTS (
  SELECT 1 FROM promise p WHERE p.complaint = r.id AND p.promise = 'acknowledge' AND p.state IN ('open', 'due_soon', 'overdue'))
UNION ALL SELECT 'silence', id FROM received WHERE open AND max(received_unix, coalesce(last_contact_unix, 0)) < silent_before
UNION ALL SELECT 'form', id FROM received WHERE open AND form_field = 'project' AND project IS NULL
UNION ALL SELECT iif(p.promise = 'confirm' AND p.due_unix < now, 'confirmation', 'date'), p.complaint
FROM promise p, term
WHERE p.state IN ('open', 'due_soon', 'overdue') AND (p.complaint IN (SELECT id FROM received) OR (p.complaint IS NULL AND whole))
  AND ((p.promise = 'confirm' AND p.due_unix < now)
       OR (p.due_unix IS NULL AND p.promise NOT IN ('acknowledge', 'first_response', 'update', 'resolution', 'final_response', 'summary', 'confirm')));
CREATE TEMP VIEW told AS
SELECT n.* FROM notification n, term
WHERE n.at_unix >= begins AND n.at_unix < ends AND (n.complaint IN (SELECT id FROM counted) OR n.complaint IS NULL);
-- The half-year of a return: the period, else the last one that is over.
CREATE TEMP VIEW half AS
SELECT iif(whole, unixepoch(iif(month <= 6, (year - 1) || '-07-01', year || '-01-01')), begins) AS begins,
       iif(whole, unixepoch(iif(month <= 6, year || '-01-01', year || '-07-01')), ends) AS ends
FROM (SELECT *, strftime('%Y', now, 'unixepoch') + 0 AS year, strftime('%m', now, 'unixepoch') + 0 AS month FROM term);
CREATE TEMP VIEW opened AS SELECT counted.* FROM counted, half WHERE received_unix >= begins AND received_unix < ends;
-- Answers by how late they were, by the calendar of policy's draft: Monday to Friday until 17:00. A receipt after that counts
-- as of the next business day; from there the third one is three or five dates on. Eight weeks end with their last date.
CREATE TEMP VIEW sent AS
WITH begun AS (SELECT *, received_unix / 86400 AS day, (received_unix + 25199) / 86400 AS counts_from FROM counted),
     opens AS (SELECT *, counts_from + CASE strftime('%w', counts_from * 86400, 'unixepoch') WHEN '0' THEN 1 WHEN '6' THEN 2 ELSE 0 END AS first FROM begun)
SELECT outcome, outcome IN ('upheld', 'partly_upheld') AS upheld,
       CASE WHEN first_responded_unix <= (first + iif(strftime('%w', first * 86400, 'unixepoch') IN ('1', '2'), 3, 5)) * 86400 + 17 * 3600 THEN 1
            WHEN first_responded_unix < (day + 57) * 86400 THEN 2 ELSE 3 END AS band
FROM opens, half
WHERE first_responded_unix >= begins AND first_responded_unix < ends;
CREATE TEMP VIEW ended_then AS
SELECT c.id FROM counted c, term WHERE first_ended_unix >= begins AND first_ended_unix < ends OR (first_ended_unix IS NULL AND ended AND whole);
CREATE TEMP VIEW aged AS
SELECT now / 86400 - received_unix / 86400 AS days, row_number() OVER (ORDER BY received_unix DESC) AS place, count(*) OVER () AS n
FROM counted, now WHERE open;
CREATE TEMP VIEW aimed AS
SELECT * FROM judged WHERE kept IS NOT NULL AND side = 'us'
  AND promise IN ('acknowledge', 'first_response', 'update', 'resolution', 'final_response', 'summary');
-- Promises that are open now, whenever they are due.
CREATE TEMP VIEW loop AS
SELECT p.*, CASE WHEN debtor = 'us' AND (creditor = 'us' OR promise IN ('step', 'accept')) THEN 'internal' ELSE debtor END AS side
FROM promise p WHERE state IN ('open', 'due_soon', 'overdue') AND (complaint IN (SELECT id FROM counted) OR complaint IS NULL);
CREATE TEMP VIEW loop_aged AS
SELECT max(0, now - start_unix) / 86400.0 AS days, row_number() OVER (ORDER BY max(0, now - start_unix)) AS place, count(*) OVER () AS n FROM loop, now;
CREATE TEMP VIEW worked AS
SELECT a.* FROM activity a, term
WHERE NOT taken_back AND minutes IS NOT NULL AND at_unix >= begins AND at_unix < ends
  AND (complaint IN (SELECT id FROM counted) OR complaint IS NULL);
CREATE TEMP VIEW worked_case AS SELECT sum(minutes) AS minutes FROM worked WHERE complaint IS NOT NULL GROUP BY complaint;
CREATE TEMP VIEW worked_ranked AS
SELECT minutes, row_number() OVER (ORDER BY minutes) AS place, count(*) OVER () AS n FROM worked_case;
-- Complaints of known customers, by the reason that counts today; and customers who came again within 30 days.
CREATE TEMP VIEW theirs AS
SELECT c.id, c.customer, m.code, c.received_unix AS at FROM counted c LEFT JOIN mapped m ON m.old IS c.reason WHERE c.customer IS NOT NULL;
CREATE TEMP VIEW came_again AS
SELECT count(DISTINCT customer) AS d, count(DISTINCT CASE WHEN back THEN customer END) AS n FROM (
  SELECT b.customer, EXISTS (SELECT 1 FROM theirs o WHERE o.customer = b.customer AND o.code IS b.code AND o.id <> b.id
                             AND o.at >= b.at AND o.at < b.at + 30 * 86400) AS back
  FROM theirs b, term WHERE b.at >= begins AND b.at < ends AND b.at + 30 * 86400 <= now);
-- A cause is fixed when the first verified step on a complaint of it was done.
CREATE TEMP VIEW fixed AS
SELECT cause, fix, max(0, min(now - fix, 90 * 86400)) AS span FROM (
  SELECT c.cause, min(s.done_unix) AS fix FROM step s JOIN counted c ON c.id = s.complaint
  WHERE s.state = 'verified' AND s.done_unix IS NOT NULL AND c.cause IS NOT NULL GROUP BY c.cause), term
WHERE fix >= begins AND fix < ends;
-- Customers by their first complaint of the period, and what they did in the 90 days before and after.
CREATE TEMP VIEW deed AS
SELECT customer, at, id, 1 AS complained FROM theirs
UNION ALL SELECT a.customer, a.at_unix, coalesce(a.complaint, ''), 0 FROM activity a
WHERE a.direction = 'in' AND NOT a.taken_back AND a.customer IS NOT NULL AND (a.complaint IN (SELECT id FROM counted) OR a.complaint IS NULL);
CREATE TEMP VIEW complainer AS
SELECT f.customer,
       (SELECT count(*) FROM deed d WHERE d.customer = f.customer AND d.id <> f.id AND d.at >= f.at - 90 * 86400 AND d.at < f.at) AS before,
       (SELECT count(*) FROM deed d WHERE d.customer = f.customer AND d.id <> f.id AND d.at >= f.at AND d.at < f.at + 90 * 86400) AS after,
       (SELECT count(*) FROM deed d WHERE d.customer = f.customer AND d.id <> f.id AND d.complained AND d.at >= f.at AND d.at < f.at + 90 * 86400) AS again
FROM (SELECT customer, id, at, row_number() OVER (PARTITION BY customer ORDER BY at, id) AS place FROM theirs, term WHERE at >= begins AND at < ends) f, now
WHERE f.place = 1 AND f.at + 90 * 86400 <= now;
