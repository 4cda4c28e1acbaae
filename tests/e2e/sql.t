# SQL over the views of the index; it only reads.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -p apollo -r delay -s high --channel phone -m 'Delivery late')
$ b=$(crmtrack -q new -c globex -r outage -s low --channel web -m 'Shop is down')
$ crmtrack -q call $a --minutes 5 -m 'Told her' > /dev/null; crmtrack -q escalate $a --to 1 --person ben@example.com --why x > /dev/null
$ crmtrack sql 'SELECT customer, severity, summary FROM complaint ORDER BY customer'
acme	high	Delivery late
globex	low	Shop is down
$ crmtrack sql SELECT count\(\*\) AS n FROM complaint
2
$ crmtrack sql --format table 'SELECT reason, count(*) AS n FROM complaint GROUP BY reason ORDER BY n DESC, reason'
reason  n
delay   1
outage  1
$ crmtrack sql --json "SELECT summary, level, owner FROM complaint WHERE status = 'received' ORDER BY summary"
{"format_version": 1, "command": "sql", "items": [
{"summary": "Delivery late", "level": 1, "owner": null},
{"summary": "Shop is down", "level": 0, "owner": null}
]}
$ crmtrack sql --format csv 'SELECT summary, NULL AS absent, 1.5 AS figure FROM complaint ORDER BY summary'
summary,absent,figure
"Delivery late",,1.5
"Shop is down",,1.5
$ crmtrack sql 'SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind'
activity	1
complaint	2
customer	2
escalation	1
$ crmtrack sql 'SELECT type, minutes FROM activity'; crmtrack sql 'SELECT from_level, to_level FROM escalation'; crmtrack sql 'SELECT promise, state FROM promise ORDER BY promise, state'; crmtrack sql 'SELECT id FROM customer ORDER BY id'
call	5
0	1
accept	open
acknowledge	open
acknowledge	open
first_response	kept
first_response	open
resolution	open
resolution	open
acme
globex
$ crmtrack -q assign $a me > /dev/null
$ for view in complaint record activity escalation promise customer; do crmtrack sql --json "SELECT * FROM $view LIMIT 1" | python3 -c 'import json, sys; print(sys.argv[1], *json.load(sys.stdin)["items"][0])' $view; done
complaint id status open severity vulnerable customer contact project channel reason region company segment summary owner level peak_level cycle handovers waiting_on outcome code cause systemic accepted_by redress_amount redress_currency answered ended next_due owes received_at acknowledged_at responded_at resolved_at closed_at age_days contested overdue next_due_at reviewed source bad received_unix acknowledged_unix responded_unix resolved_unix closed_unix first_responded_unix first_resolved_unix first_reopened_unix first_ended_unix next_due_unix last_contact_unix severity_rank key
record story story_kind complaint customer id kind at by recorded_at author commit fault refused taken_back at_unix recorded_unix
activity complaint customer id at by recorded_at type direction purpose with evidence sentiment minutes channel reason at_unix taken_back
escalation complaint record from_level to_level to by nature trigger asked why at answer answered_by answer_why answer_record answered_at returned_by return_why returned_at left_at at_unix answered_unix left_unix returned_unix overtaken
promise complaint customer promise of n record debtor who creditor what state start_at warn_at due_at first_due_at settled_at settled_by paused_seconds late_seconds cycle start_unix due_unix first_due_unix settled_unix
customer id name segment region manager compliments contacts merged_into retired contested

# A statement that would write is refused, and so is what reaches outside.

$ crmtrack sql 'DELETE FROM complaint'
crmtrack: cannot run the statement: cannot modify complaint because it is a view
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'DROP VIEW complaint'
crmtrack: cannot run the statement: it would do more than read
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'UPDATE complaint SET status = 1'
crmtrack: cannot run the statement: cannot modify complaint because it is a view
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql "ATTACH 'other.db' AS other"
crmtrack: cannot run the statement: it would do more than read
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'PRAGMA journal_mode = DELETE'
crmtrack: cannot run the statement: it would do more than read
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'SELECT 1; DELETE FROM complaint'
crmtrack: cannot run the statement: it is more than one statement
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql "SELECT load_extension('x')"
crmtrack: cannot run the statement: the function 'load_extension' is not one that sql allows
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ ls; crmtrack list --fields summary | wc -l
README.md
policy
2

# A statement has its time: by steps that can be interrupted, and inside one that cannot.

$ crmtrack sql --timeout 1 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
crmtrack: cannot finish the statement within 1 s: ask for less, or allow more with --timeout SECONDS
[5]
$ crmtrack sql --timeout 1 "SELECT instr(printf('%.*c', 20000000, 'a'), printf('%.*c', 10000000, 'a') || 'b')"
crmtrack: cannot finish the statement within 1 s: ask for less, or allow more with --timeout SECONDS
[5]
$ crmtrack sql --timeout 0 'SELECT 1'; crmtrack sql --timeout soon 'SELECT 1'; crmtrack sql --timeout 86401 'SELECT 1'
crmtrack: cannot read --timeout '0': a whole number of seconds from 1 to 86400
crmtrack: cannot read --timeout 'soon': a whole number of seconds from 1 to 86400
crmtrack: cannot read --timeout '86401': a whole number of seconds from 1 to 86400
[2]
$ crmtrack sql --timeout 86400 'SELECT 1'
1

# Functions that show addresses of the process are refused.

$ crmtrack sql "SELECT hex(fts3_tokenizer('simple'))"
crmtrack: cannot run the statement: the function 'fts3_tokenizer' is not one that sql allows
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'EXPLAIN SELECT * FROM fulltext'
crmtrack: cannot run the statement: EXPLAIN is not allowed, EXPLAIN QUERY PLAN is
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'EXPLAIN QUERY PLAN SELECT * FROM fulltext' | grep -c 0x
0
[1]

# Refusals.

$ crmtrack sql
crmtrack: cannot run 'sql': QUERY is missing
hint: usage: crmtrack sql [OPTION...] QUERY...
[2]
$ crmtrack sql ''
crmtrack: cannot run the statement: it is empty
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'SELEC 1'
crmtrack: cannot run the statement: near "SELEC": syntax error
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'SELECT colour FROM complaint'
crmtrack: cannot run the statement: no such column: colour
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
$ crmtrack sql 'SELECT * FROM nowhere'
crmtrack: cannot run the statement: no such table: nowhere
hint: sql reads the views complaint, record, activity, escalation, promise, step, wait, redress, review, praise, notification, customer and measure
hint: their columns: man 7 crmtrack-sql
[5]
