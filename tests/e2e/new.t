# A complaint in one line: its id is all of standard output.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack new -c acme -p apollo -r billing-wrong-amount -s high --channel phone -m 'Invoice 4711 charged twice')
customer acme is new and is registered; name it with: crmtrack customer edit acme --name NAME
complaint gy7m from acme is received; we owe an acknowledgement: crmtrack acknowledge gy7m -m …
$ crmtrack list
20261121-gy7m3c7hrm	received	high	2026-11-21T09:12:00Z	acme	apollo	billing-wrong-amount		0	no	Invoice 4711 charged twice
$ crmtrack show $id
gy7m3c7hrm  Invoice 4711 charged twice
status    received
severity  high
owner     nobody
customer  acme
project   apollo
reason    billing-wrong-amount (Wrong amount billed)
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  4v24  asha@example.com
  complaint received by phone

Promises
open       acknowledge: acknowledge the complaint
           4v24 owed by us, due 2026-11-24 17:00
open       first_response: respond to the customer
           4v24 owed by us, due 2026-11-23 17:00
open       resolution: resolve the complaint
           4v24 owed by us, due 2026-12-07 17:00
$ git show ledger:"$(git ls-tree -r --name-only ledger complaints)" | sed 's/^created.*//'
kind: complaint
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: []
customer: acme
project: apollo
channel: phone
reason: billing-wrong-amount
severity: high
summary: Invoice 4711 charged twice
$ git log -1 --format=%s%n%n%b ledger | sed "s/[0-9a-f]\{40\}/COMMIT/; s/01[0-9a-z]\{24\}/RECORD/"
complaint gy7m3c7hrm: received

Complaint: 20261121-gy7m3c7hrm
Customer: acme
Record: RECORD
Record: RECORD
Policy: COMMIT

# The first line of the text is the summary, the rest the description.

$ printf 'No answer for a week\n\nI wrote on Monday.\n\nAnd again on Friday.\n' > mail.txt
$ crmtrack new -c acme -r no-reply --channel email --with 'Maria Silva' -F mail.txt
severity medium, as usual; another one: -s SEVERITY
20261121-6je5hf3hek
complaint 6je5 from acme is received; we owe an acknowledgement: crmtrack acknowledge 6je5 -m …
$ printf 'No call back\n' | crmtrack new -q -c acme -r no-reply -F - > /dev/null
$ crmtrack list --fields summary,description,contact --json
{"format_version": 1, "command": "list", "items": [
{"summary": "No call back", "description": null, "contact": null},
{"summary": "Invoice 4711 charged twice", "description": null, "contact": null},
{"summary": "No answer for a week", "description": "I wrote on Monday.\n\nAnd again on Friday.\n", "contact": "Maria Silva"}
], "total": 3}

# A synonym of a reason will do; everything that can be said at once.

$ export CRMTRACK_NOW=2026-11-22T10:00:00Z
$ all=$(crmtrack new -c acme -p apollo -r invoice -s critical --channel email --with 'Maria Silva <maria@acme.example>' \
>   --remedy 'A refund' --ref helpdesk:HD-221 --ref defect:APO-9 --promise 'call back@2026-11-23' \
>   --at 2026-11-20T08:30:00+01:00 --by ben@example.com --set contract=C-0815 -m 'Charged twice again')
complaint 06yg from acme is received; we owe an acknowledgement: crmtrack acknowledge 06yg -m …
promised: f5ek  commitment: call back, due 2026-11-23 23:59
$ crmtrack show $all
06yg5ztfpj  Charged twice again
status    received
severity  critical
owner     nobody
customer  acme
contact   Maria Silva <maria@acme.example>
project   apollo
reason    billing-wrong-amount (Wrong amount billed)
channel   email
received  2026-11-20 07:30 (2 days ago)
refs      defect:APO-9, helpdesk:HD-221
asks for  A refund

Story
2026-11-20 07:30  kr74  ben@example.com
  noted by asha@example.com, recorded 2026-11-22 10:00
  complaint received by email
    contact: Maria Silva <maria@acme.example>
    remedy_sought: A refund
    refs: helpdesk:HD-221; defect:APO-9
    contract: C-0815
2026-11-20 07:30  f5ek  ben@example.com
  noted by asha@example.com, recorded 2026-11-22 10:00
  note
    visibility: client
    promises: call back, by 2026-11-23 23:59

Promises
open       acknowledge: acknowledge the complaint
           kr74 owed by us, due 2026-11-23 17:00
overdue    first_response: respond to the customer
           kr74 owed by us, due 2026-11-20 17:00
open       resolution: resolve the complaint
           kr74 owed by us, due 2026-12-04 17:00
open       commitment: call back
           f5ek owed by ben@example.com (us), due 2026-11-23 23:59
$ crmtrack show $all --fields customer,project,reason,severity,channel,contact,remedy_sought,refs,contract --json
{"format_version": 1, "command": "show", "items": [
{"customer": "acme", "project": "apollo", "reason": "billing-wrong-amount", "severity": "critical", "channel": "email", "contact": "Maria Silva <maria@acme.example>", "remedy_sought": "A refund", "refs": ["defect:APO-9", "helpdesk:HD-221"], "contract": "C-0815"}
]}

# It follows an earlier one, or is related to others.

$ crmtrack new -c acme --follows $id --related $all -m 'Charged twice a third time'
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
20261122-c2dhcx74j0
complaint c2dh from acme is received; we owe an acknowledgement: crmtrack acknowledge c2dh -m …
$ crmtrack list --json --fields summary,links | sed "s/$id/FIRST/; s/$all/OTHER/"
{"format_version": 1, "command": "list", "items": [
{"summary": "Charged twice a third time", "links": ["follows:FIRST", "related:OTHER"]},
{"summary": "No call back", "links": []},
{"summary": "Invoice 4711 charged twice", "links": []},
{"summary": "No answer for a week", "links": []},
{"summary": "Charged twice again", "links": []}
], "total": 5}

# A customer that looks like one we know; a dry run writes nothing.

$ crmtrack new -c acmee -m 'Late' --dry-run
customer acmee is new and is registered; name it with: crmtrack customer edit acmee --name NAME
hint: there is a customer of a similar name: acme
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
dry run: nothing was written (2 files would be)
# customers/d9/acmee/01m81b5h80sngv908rpyb3kdw6-customer.yaml
kind: customer
at: 2026-11-22T10:00:00Z
by: asha@example.com
after: []

\#\ complaints/2026/11/22/jc001epg21/01m81b5h80hhe1x5x45zd0jnh5\-complaint\.yaml (re)
kind: complaint
at: 2026-11-22T10:00:00Z
by: asha@example.com
after: []
customer: acmee
channel: phone
severity: medium
summary: Late
$ crmtrack list --fields customer,summary
acme	Charged twice a third time
acme	No call back
acme	Invoice 4711 charged twice
acme	No answer for a week
acme	Charged twice again

# Two complaints may have equal words.

$ one=$(crmtrack -q new -c acme -m 'Twice'); two=$(crmtrack -q new -c acme -m 'Twice'); test $one != $two
$ crmtrack list --fields summary twice
Twice
Twice
Charged twice a third time
Invoice 4711 charged twice
Charged twice again

# Quiet, and as JSON.

$ crmtrack new -q -c acme -m 'Door was locked'
20261122-8m55jpp32y
$ crmtrack new --json -c acme -m 'Nobody there' | python3 -c 'import json, sys; d = json.load(sys.stdin)
> print(sorted(d), [i["status"] for i in d["items"]], [len(c) for c in d["created"]])'
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint xhj8 from acme is received; we owe an acknowledgement: crmtrack acknowledge xhj8 -m …
['command', 'created', 'format_version', 'items'] ['received'] [26]

# Missing fields are named, and nothing is asked.

$ crmtrack new
crmtrack: cannot take a complaint without -c CUSTOMER and -m TEXT
hint: for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'
[2]
$ crmtrack new -m 'Who is it?'
crmtrack: cannot take a complaint without -c CUSTOMER
hint: for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'
[2]
$ crmtrack new -c acme
crmtrack: cannot take a complaint without -m TEXT
hint: for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'
[2]
$ crmtrack new -c acme -m ''
crmtrack: cannot run 'new': the text is empty
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack new -c acme -m '   '
crmtrack: cannot run 'new': the text is empty
hint: give it with -m TEXT or -F FILE
[2]

# A word that does not fit is refused: with 2 where the vocabulary is fixed, else with 5.

$ crmtrack new -c acme -s huge -m 'x'
crmtrack: cannot use 'huge' for '--severity': not one of low, medium, high, critical
[2]
$ crmtrack new -c acme --channel pigeon -m 'x'
crmtrack: cannot use 'pigeon' for '--channel': not one of web, phone, email, post, in_person, chat, social, referral, portal, api
[2]
$ crmtrack new -c acme -r billing-wrong-amuont -m 'x'
crmtrack: cannot use reason 'billing-wrong-amuont': policy does not list it
hint: did you mean billing-wrong-amount?
hint: see: crmtrack reason list
[5]
$ crmtrack new -c 'ACME Ltd' -m 'x'
customer acme-ltd is new and is registered as ACME Ltd (a natural person? crmtrack undo, then crmtrack customer add --person --name NAME)
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
20261122-87wqkajm7x
complaint 87wq from acme-ltd is received; we owe an acknowledgement: crmtrack acknowledge 87wq -m …
$ crmtrack new -c acme -p 'Apollo 11' -m 'x'
crmtrack: cannot use project 'Apollo 11': not a slug (a-z, 0-9 and -)
hint: try: apollo-11
[5]
$ crmtrack new -c acme -m 'x' --at yesterdayish
crmtrack: cannot read the time 'yesterdayish': it has no known form
hint: forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)
[2]
$ crmtrack new -c acme -m 'x' --ref nothing
crmtrack: cannot read --ref 'nothing': write SYSTEM:ID
hint: for example: --ref helpdesk:HD-221
[2]
$ crmtrack new -c acme -m 'x' --promise 'call back'
crmtrack: cannot read --promise 'call back': say what and by when
hint: for example: --promise 'call back@fri 17:00'
[2]
$ crmtrack new -c acme -m 'x' --follows zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack new -c acme -m 'x' --set kind=activity
crmtrack: cannot set 'kind': it is not a plain field of a complaint
hint: status moves by acknowledge, wait, resolve, confirm, close …; the owner by assign; the level by escalate
[5]
$ crmtrack new -c acme -m 'x' --attach missing.pdf
crmtrack: cannot read '$HOME/complaints/missing.pdf': no such file
[3]
$ crmtrack new -c acme -m 'x' -F mail.txt
crmtrack: cannot take the text from both -m and -F
[2]
$ crmtrack new -c acme -F missing.txt
crmtrack: cannot read '$HOME/complaints/missing.txt': no such file
[3]
$ crmtrack new -c acme 'x'
crmtrack: cannot use 'x': one word more than 'new' takes
hint: usage: crmtrack new [OPTION...]
hint: a text stands behind -m: -m 'x'
[2]
$ head -c 300000 /dev/zero | tr '\0' x > long.txt && crmtrack new -c acme -F long.txt
crmtrack: cannot record this complaint: it has 300129 bytes, at most 262144 fit
hint: put the long text into a file and attach it with --attach FILE
[5]
$ crmtrack list --fields summary | sort | uniq -c
      1 Charged twice a third time
      1 Charged twice again
      1 Door was locked
      1 Invoice 4711 charged twice
      1 No answer for a week
      1 No call back
      1 Nobody there
      2 Twice
      1 x
