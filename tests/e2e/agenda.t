# Who owes what to whom, by when: mine by default.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ b=$(crmtrack -q new -c globex -r outage --channel email -m 'Shop is down')
$ crmtrack agenda
	20261121-exyfkm3j17	next_step	open	medium	us			acme	say what happens next, and by when
	20261121-pxygs8rkvx	next_step	open	medium	us			globex	say what happens next, and by when
	20261121-pxygs8rkvx	acknowledge	open	medium	us		01m7yp0xr0d4ddsf7vmc3va7c6	globex	acknowledge the complaint
	20261121-exyfkm3j17	acknowledge	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
$ crmtrack -q assign $a me > /dev/null; crmtrack -q assign $b ben@example.com > /dev/null
$ crmtrack -q call $a -m 'I call again' --promise 'call back@2026-11-24T10:00:00Z' --promise 'send the new date@2026-11-23' > /dev/null
$ crmtrack -q email $b --by ben@example.com -m 'What do the logs say?' --expects information@2026-11-25 > /dev/null
$ crmtrack -q escalate $b --to 2 --person cleo@example.com --answer-by 2026-11-21T12:00:00Z --why 'All shops' > /dev/null
$ who() { sed "s/$a/A/; s/$b/B/"; }
$ crmtrack agenda | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
2026-11-23T23:59:59Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2zbbg39jhpx61f78m.2	acme	send the new date
2026-11-24T10:00:00Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2zbbg39jhpx61f78m.1	acme	call back
	A	acknowledge	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
$ crmtrack agenda ben@example.com | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
2026-11-25T23:59:59Z	B	information	open	medium	customer	globex	01m7yp0xr27vqwq1b8zmbsfbfz	globex	send what was asked in our email
	B	acknowledge	open	medium	us	ben@example.com	01m7yp0xr0d4ddsf7vmc3va7c6	globex	acknowledge the complaint
$ crmtrack agenda cleo@example.com | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
$ crmtrack agenda me | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
2026-11-23T23:59:59Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2zbbg39jhpx61f78m.2	acme	send the new date
2026-11-24T10:00:00Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2zbbg39jhpx61f78m.1	acme	call back
	A	acknowledge	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
$ crmtrack agenda --all | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
2026-11-23T23:59:59Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2zbbg39jhpx61f78m.2	acme	send the new date
2026-11-24T10:00:00Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2zbbg39jhpx61f78m.1	acme	call back
2026-11-25T23:59:59Z	B	information	open	medium	customer	globex	01m7yp0xr27vqwq1b8zmbsfbfz	globex	send what was asked in our email
	B	acknowledge	open	medium	us	ben@example.com	01m7yp0xr0d4ddsf7vmc3va7c6	globex	acknowledge the complaint
	A	acknowledge	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
$ crmtrack agenda --all --format table
Due          ID    What               Severity  Owes      About
11-21 12:00  pxyg  accept             medium    cleo      accept the escalation…
11-23 23:59  exyf  commitment@zbbg.2  medium    asha      send the new date (De…
11-24 10:00  exyf  commitment@zbbg.1  medium    asha      call back (Delivery t…
11-25 23:59  pxyg  information@7vqw   medium    customer  send what was asked i…
no date      pxyg  acknowledge        medium    ben       acknowledge the compl…
no date      exyf  acknowledge        medium    asha      acknowledge the compl…
$ crmtrack agenda --all --limit 1 | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
$ crmtrack agenda --all --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["command"]); print(*d["items"][0].items(), sep="\n")' | who
agenda
('promise', 'accept')
('of', '01m7yp0xr36q2jacq85bw8q5cp')
('n', 1)
('record', '01m7yp0xr36q2jacq85bw8q5cp')
('debtor', 'us')
('who', 'cleo@example.com')
('creditor', 'asha@example.com')
('what', 'accept the escalation')
('state', 'open')
('start_at', '2026-11-21T09:12:00Z')
('warn_at', None)
('due_at', '2026-11-21T12:00:00Z')
('first_due_at', '2026-11-21T12:00:00Z')
('settled_at', None)
('settled_by', None)
('paused_seconds', 0)
('late_seconds', 0)
('restated', False)
('cycle', 1)
('severity', 'medium')
('complaint', 'B')
('short', 'pxyg')
('customer', 'globex')
('owner', 'ben@example.com')
('summary', 'Shop is down')

# One day later one is overdue; --check says so by its exit code.

$ crmtrack agenda cleo@example.com --check > /dev/null
$ export CRMTRACK_NOW=2026-11-21T12:00:00Z; crmtrack agenda cleo@example.com --check | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
$ export CRMTRACK_NOW=2026-11-21T12:00:01Z; crmtrack agenda cleo@example.com --check | who; crmtrack agenda cleo@example.com --check > /dev/null
2026-11-21T12:00:00Z	B	accept	overdue	medium	us	cleo@example.com	01m7yp0xr36q2jacq85bw8q5cp	globex	accept the escalation
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
