# Who owes what to whom, by when: mine by default.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ b=$(crmtrack -q new -c globex -r outage --channel email -m 'Shop is down')
$ crmtrack agenda
open		us		acknowledge	20261121-pxygs8rkvx	globex	acknowledge the complaint
open		us		acknowledge	20261121-exyfkm3j17	acme	acknowledge the complaint
$ crmtrack -q assign $a me > /dev/null; crmtrack -q assign $b ben@example.com > /dev/null
$ crmtrack -q call $a -m 'I call again' --promise 'call back@2026-11-24T10:00:00Z' --promise 'send the new date@2026-11-23' > /dev/null
$ crmtrack -q email $b --by ben@example.com -m 'What do the logs say?' --expects information@2026-11-25 > /dev/null
$ crmtrack -q escalate $b --to 2 --person cleo@example.com --answer-by 2026-11-21T12:00:00Z --why 'All shops' > /dev/null
$ who() { sed "s/$a/A/; s/$b/B/"; }
$ crmtrack agenda | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
open	2026-11-23T23:59:59Z	us	asha@example.com	commitment	A	acme	send the new date
open	2026-11-24T10:00:00Z	us	asha@example.com	commitment	A	acme	call back
open		us	asha@example.com	acknowledge	A	acme	acknowledge the complaint
$ crmtrack agenda ben@example.com | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
open	2026-11-25T23:59:59Z	customer	globex	information	B	globex	send what was asked in our email
open		us	ben@example.com	acknowledge	B	globex	acknowledge the complaint
$ crmtrack agenda cleo@example.com | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
$ crmtrack agenda me | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
open	2026-11-23T23:59:59Z	us	asha@example.com	commitment	A	acme	send the new date
open	2026-11-24T10:00:00Z	us	asha@example.com	commitment	A	acme	call back
open		us	asha@example.com	acknowledge	A	acme	acknowledge the complaint
$ crmtrack agenda --all | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
open	2026-11-23T23:59:59Z	us	asha@example.com	commitment	A	acme	send the new date
open	2026-11-24T10:00:00Z	us	asha@example.com	commitment	A	acme	call back
open	2026-11-25T23:59:59Z	customer	globex	information	B	globex	send what was asked in our email
open		us	ben@example.com	acknowledge	B	globex	acknowledge the complaint
open		us	asha@example.com	acknowledge	A	acme	acknowledge the complaint
$ crmtrack agenda --all --format table
State  Due               Owes      Who          What         Complaint  Customer
    About
open   2026-11-21 12:00  us        cleo@examp…  accept       pxyg       globex
    Shop is down: accept the escalation
open   2026-11-23 23:59  us        asha@examp…  commitment   exyf       acme
    Delivery three weeks late: send the new date
open   2026-11-24 10:00  us        asha@examp…  commitment   exyf       acme
    Delivery three weeks late: call back
open   2026-11-25 23:59  customer  globex       information  pxyg       globex
    Shop is down: send what was asked in our email
open   -                 us        ben@exampl…  acknowledge  pxyg       globex
    Shop is down: acknowledge the complaint
open   -                 us        asha@examp…  acknowledge  exyf       acme
    Delivery three weeks late: acknowledge the complaint
$ crmtrack agenda --all --limit 1 | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
$ crmtrack agenda --all --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["command"]); print(*d["items"][0].items(), sep="\n")' | who
agenda
('promise', 'accept')
('of', '01m7yp0xr36q2jacq85bw8q5cp')
('debtor', 'us')
('who', 'cleo@example.com')
('creditor', 'asha@example.com')
('what', 'accept the escalation')
('state', 'open')
('start_at', '2026-11-21T09:12:00Z')
('warn_at', None)
('due_at', '2026-11-21T12:00:00Z')
('settled_at', None)
('settled_by', None)
('paused_seconds', 0)
('late_seconds', 0)
('cycle', 1)
('complaint', 'B')
('short', 'pxyg')
('customer', 'globex')
('owner', 'ben@example.com')
('summary', 'Shop is down')

# One day later one is overdue; --check says so by its exit code.

$ crmtrack agenda cleo@example.com --check > /dev/null
$ export CRMTRACK_NOW=2026-11-21T12:00:00Z; crmtrack agenda cleo@example.com --check | who
open	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
$ export CRMTRACK_NOW=2026-11-21T12:00:01Z; crmtrack agenda cleo@example.com --check | who; crmtrack agenda cleo@example.com --check > /dev/null
overdue	2026-11-21T12:00:00Z	us	cleo@example.com	accept	B	globex	accept the escalation
[1]
$ crmtrack agenda --check > /dev/null
[1]
$ crmtrack list --fields overdue,summary
yes	Shop is down
no	Delivery three weeks late
$ crmtrack -q accept $b --by cleo@example.com > /dev/null; crmtrack agenda cleo@example.com --check

# Refusals.

$ crmtrack agenda one two
crmtrack: cannot use 'two': one word more than 'agenda' takes
hint: usage: crmtrack agenda [OPTION...] [PERSON]
[2]
$ crmtrack agenda --limit few
crmtrack: cannot read --limit 'few': a whole number
[2]
