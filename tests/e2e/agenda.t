# Who owes what to whom, by when: mine by default.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ b=$(crmtrack -q new -c globex -r outage --channel email -m 'Shop is down')
$ crmtrack agenda
2026-11-23T17:00:00Z	20261121-9hdd0tjkny	first_response	open	medium	us		01m7yp0xr0evfh26a93n5fp376	globex	respond to the customer
2026-11-23T17:00:00Z	20261121-exyfkm3j17	first_response	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	respond to the customer
2026-11-24T17:00:00Z	20261121-9hdd0tjkny	acknowledge	open	medium	us		01m7yp0xr0evfh26a93n5fp376	globex	acknowledge the complaint
2026-11-24T17:00:00Z	20261121-exyfkm3j17	acknowledge	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
2026-12-07T17:00:00Z	20261121-9hdd0tjkny	resolution	open	medium	us		01m7yp0xr0evfh26a93n5fp376	globex	resolve the complaint
2026-12-07T17:00:00Z	20261121-exyfkm3j17	resolution	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint
$ crmtrack -q assign $a me > /dev/null; crmtrack -q assign $b ben@example.com > /dev/null
$ crmtrack -q call $a -m 'I call again' --promise 'call back@2026-11-24T10:00:00Z' --promise 'send the new date@2026-11-23' > /dev/null
$ crmtrack -q email $b --by ben@example.com -m 'What do the logs say?' --expects information@2026-11-25 > /dev/null
$ crmtrack -q escalate $b --to 2 --person cleo@example.com --answer-by 2026-11-21T12:00:00Z --why 'All shops' > /dev/null
$ who() { sed "s/$a/A/; s/$b/B/"; }
$ crmtrack agenda | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
2026-11-23T23:59:59Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq.2	acme	send the new date
2026-11-24T10:00:00Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq.1	acme	call back
2026-11-24T17:00:00Z	A	acknowledge	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
2026-11-30T17:00:00Z	A	update	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq	acme	tell the customer how things stand
2026-12-07T17:00:00Z	A	resolution	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint
$ crmtrack agenda ben@example.com | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
2026-11-24T17:00:00Z	B	acknowledge	open	medium	us	ben@example.com	01m7yp0xr0evfh26a93n5fp376	globex	acknowledge the complaint
2026-11-25T23:59:59Z	B	information	open	medium	customer	globex	01m7yp0xr2t6vb5h0wb9gz0fgn	globex	send what was asked in our email
2026-12-07T17:00:00Z	B	resolution	open	medium	us	ben@example.com	01m7yp0xr0evfh26a93n5fp376	globex	resolve the complaint
$ crmtrack agenda cleo@example.com | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
$ crmtrack agenda me | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
2026-11-23T23:59:59Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq.2	acme	send the new date
2026-11-24T10:00:00Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq.1	acme	call back
2026-11-24T17:00:00Z	A	acknowledge	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
2026-11-30T17:00:00Z	A	update	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq	acme	tell the customer how things stand
2026-12-07T17:00:00Z	A	resolution	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint
$ crmtrack agenda --all | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
2026-11-23T23:59:59Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq.2	acme	send the new date
2026-11-24T10:00:00Z	A	commitment	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq.1	acme	call back
2026-11-24T17:00:00Z	B	acknowledge	open	medium	us	ben@example.com	01m7yp0xr0evfh26a93n5fp376	globex	acknowledge the complaint
2026-11-24T17:00:00Z	A	acknowledge	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
2026-11-25T23:59:59Z	B	information	open	medium	customer	globex	01m7yp0xr2t6vb5h0wb9gz0fgn	globex	send what was asked in our email
2026-11-30T17:00:00Z	A	update	open	medium	us	asha@example.com	01m7yp0xr2gn0m3z5xf7f6jkzq	acme	tell the customer how things stand
2026-12-07T17:00:00Z	B	resolution	open	medium	us	ben@example.com	01m7yp0xr0evfh26a93n5fp376	globex	resolve the complaint
2026-12-07T17:00:00Z	A	resolution	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint
$ crmtrack agenda --all --format table
Left     ID    What               Severity  Owes      About
in 2 h   9hdd  accept             medium    cleo      Shop is down
in 2 d   exyf  commitment@gn0m.2  medium    asha      send the new date (Delive…
in 3 d   exyf  commitment@gn0m.1  medium    asha      call back (Delivery three…
in 3 d   9hdd  acknowledge        medium    ben       Shop is down
in 3 d   exyf  acknowledge        medium    asha      Delivery three weeks late
in 4 d   9hdd  information@t6vb   medium    customer  send what was asked in ou…
in 9 d   exyf  update             medium    asha      Delivery three weeks late
in 16 d  9hdd  resolution         medium    ben       Shop is down
in 16 d  exyf  resolution         medium    asha      Delivery three weeks late
$ crmtrack agenda --all --limit 1 | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
$ crmtrack agenda --all --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["command"]); print(*d["items"][0].items(), sep="\n")' | who
agenda
('promise', 'accept')
('of', '01m7yp0xr3sefb05myter6q152')
('n', 1)
('record', '01m7yp0xr3sefb05myter6q152')
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
('left_seconds', 10080)
('severity', 'medium')
('complaint', 'B')
('short', '9hdd')
('decision', None)
('customer', 'globex')
('owner', 'ben@example.com')
('summary', 'Shop is down')

# One day later one is overdue; --check says so by its exit code.

$ crmtrack agenda cleo@example.com --check > /dev/null
$ export CRMTRACK_NOW=2026-11-21T12:00:00Z; crmtrack agenda cleo@example.com --check | who
2026-11-21T12:00:00Z	B	accept	open	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
$ export CRMTRACK_NOW=2026-11-21T12:00:01Z; crmtrack agenda cleo@example.com --check | who; crmtrack agenda cleo@example.com --check > /dev/null
2026-11-21T12:00:00Z	B	accept	overdue	medium	us	cleo@example.com	01m7yp0xr3sefb05myter6q152	globex	accept the escalation
[1]
$ crmtrack agenda --check > /dev/null
[1]
$ crmtrack list --fields overdue,summary
no	Delivery three weeks late
yes	Shop is down
$ crmtrack -q accept $b --by cleo@example.com > /dev/null; crmtrack agenda cleo@example.com --check

# Refusals.

$ crmtrack agenda one two
crmtrack: cannot use 'two': one word more than 'agenda' takes
hint: usage: crmtrack agenda [OPTION...] [PERSON]
[2]
$ crmtrack agenda --limit few
crmtrack: cannot read --limit 'few': a whole number
[2]
