# Which complaints: filters, their modifiers, order, fields and formats.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-$1T09:00:00Z; }
$ crmtrack -q customer add acme --name Acme --segment retail --region north > /dev/null
$ crmtrack -q customer add globex --name Globex --segment finance --region south > /dev/null
$ on 09-03; a=$(crmtrack -q new -c acme -p apollo -r billing-wrong-amount -s high --channel phone --ref helpdesk:HD-1 -m 'Invoice 4711 charged twice')
$ on 10-05; b=$(crmtrack -q new -c acme -p apollo -r delay -s low --channel email -m 'Delivery late')
$ on 11-02; c=$(crmtrack -q new -c globex -p borealis -r outage -s critical --channel web -m 'Shop is down, "twice" today')
$ on 11-19; d=$(crmtrack -q new -c globex -p borealis --related $c -s medium --channel chat -m 'Étranger: ligne coupée')
$ on 11-20; crmtrack -q assign $a ben@example.com > /dev/null; crmtrack -q assign $b me > /dev/null
$ crmtrack -q escalate $c --to 2 --person cleo@example.com --why 'All shops' > /dev/null
$ crmtrack -q acknowledge $d --next-by 2026-11-20T12:00:00Z -m 'Nous regardons' > /dev/null
$ crmtrack -q resolve $b --outcome upheld --code apology --cause delay --evidence sent -m 'Sorry for the wait' > /dev/null
$ on 11-21; crmtrack -q confirm $b --evidence signed > /dev/null; crmtrack -q review $b --lesson x > /dev/null; crmtrack -q close $b > /dev/null
$ l() { crmtrack list --all --fields summary "$@"; }

# Complaints that are not closed, withdrawn or void, newest first.

$ crmtrack list --fields summary,status
Étranger: ligne coupée	acknowledged
Shop is down, "twice" today	received
Invoice 4711 charged twice	investigating
$ l
Étranger: ligne coupée
Shop is down, "twice" today
Delivery late
Invoice 4711 charged twice
$ crmtrack list --fields status,summary status:closed
closed	Delivery late
$ crmtrack list --fields status,summary status:open
acknowledged	Étranger: ligne coupée
received	Shop is down, "twice" today
investigating	Invoice 4711 charged twice

# By what they say.

$ l customer:acme
Delivery late
Invoice 4711 charged twice
$ l customer:acme,globex severity:high
Invoice 4711 charged twice
$ l project:borealis
Étranger: ligne coupée
Shop is down, "twice" today
$ l channel:web,chat
Étranger: ligne coupée
Shop is down, "twice" today
$ l reason:delay
Delivery late
$ l severity.min:high
Shop is down, "twice" today
Invoice 4711 charged twice
$ l severity.max:low
Delivery late
$ l segment:retail region:north
Delivery late
Invoice 4711 charged twice
$ l ref:helpdesk:HD-1
Invoice 4711 charged twice
$ l ref.has:HD
Invoice 4711 charged twice
$ l link.has:related
Étranger: ligne coupée

# By what was worked out.

$ l owner:me
Delivery late
$ l owner:ben@example.com
Invoice 4711 charged twice
$ l owner.none:yes
Étranger: ligne coupée
Shop is down, "twice" today
$ l level:2; l level.min:1
Shop is down, "twice" today
Shop is down, "twice" today
$ l outcome:upheld; l code:apology; l cause:delay
Delivery late
Delivery late
Delivery late
$ l overdue:yes
Étranger: ligne coupée
Shop is down, "twice" today
Invoice 4711 charged twice
$ l contested:yes
no complaint meets the filter; its words: crmtrack help filter
$ l promise:acknowledge
Shop is down, "twice" today
Invoice 4711 charged twice
$ l type:work,call; l type:chat
no complaint meets the filter; its words: crmtrack help filter
Étranger: ligne coupée

# Modifiers and absent values.

$ l customer.not:acme
Étranger: ligne coupée
Shop is down, "twice" today
$ l reason.none:yes
Étranger: ligne coupée
$ l reason.not:delay
Étranger: ligne coupée
Shop is down, "twice" today
Invoice 4711 charged twice
$ l owner.has:example.com
Delivery late
Invoice 4711 charged twice

# Dates: a day, a month, a quarter, a year, from and to, so long ago; age in days.

$ l received:2026-11-19
Étranger: ligne coupée
$ l received:2026-11; l received:2026-q3
Étranger: ligne coupée
Shop is down, "twice" today
Invoice 4711 charged twice
$ l received:2026 | wc -l
4
$ l received.before:2026-10-05
Invoice 4711 charged twice
$ l received.after:2026-10-05
Étranger: ligne coupée
Shop is down, "twice" today
$ l received.min:2026-11-02 received.max:2026-11-19
Étranger: ligne coupée
Shop is down, "twice" today
$ l received:2026-11-19; l received:yesterday; l received.after:-30d
Étranger: ligne coupée
no complaint meets the filter; its words: crmtrack help filter
Étranger: ligne coupée
Shop is down, "twice" today
$ l acknowledged:2026-11-20; l closed:today
Étranger: ligne coupée
Delivery late
$ l age.min:6w
Delivery late
Invoice 4711 charged twice
$ l age.max:2
Étranger: ligne coupée

# Words: whole ones, case folded, in any text of any record; * a prefix; quotes a phrase.

$ l twice
Shop is down, "twice" today
Invoice 4711 charged twice
$ l deliver
no complaint meets the filter; its words: crmtrack help filter
$ l deliver\*
Delivery late
$ l '"charged twice"'
Invoice 4711 charged twice
$ l 'étranger'
Étranger: ligne coupée
$ l 'sorry for'
Delivery late
$ l invoice sorry
no complaint meets the filter; its words: crmtrack help filter

# Order, number, fields, ids.

$ l --sort summary; l --sort -severity,summary --limit 2
Delivery late
Invoice 4711 charged twice
Shop is down, "twice" today
Étranger: ligne coupée
2 of 4
Shop is down, "twice" today
Invoice 4711 charged twice
$ l --sort owner
Delivery late
Invoice 4711 charged twice
Étranger: ligne coupée
Shop is down, "twice" today
$ crmtrack list --all --fields id | sed 's/-.*//'
20261119
20261102
20261005
20260903
$ crmtrack list --all --fields id -0 | tr '\0' '\n' | wc -l
4
$ crmtrack list --all --fields id -0 | xargs -0 -n1 crmtrack show | grep -c '^Story'
4
$ crmtrack list --fields short,severity,level,peak_level,overdue,age_days,segment,region
2s2x	medium	0	0	yes	2	finance	south
9hj8	critical	2	2	yes	19	finance	south
acqs	high	0	0	yes	79	retail	north

# Formats.

$ crmtrack list | sed "s/$a/A/; s/$c/C/; s/$d/D/"
D	acknowledged	medium	2026-11-19T09:00:00Z	globex	borealis			0	yes	Étranger: ligne coupée
C	received	critical	2026-11-02T09:00:00Z	globex	borealis	outage		2	yes	Shop is down, "twice" today
A	investigating	high	2026-09-03T09:00:00Z	acme	apollo	billing-wrong-amount	ben@example.com	0	yes	Invoice 4711 charged twice
$ crmtrack list --format tsv --fields severity,summary
medium	Étranger: ligne coupée
critical	Shop is down, "twice" today
high	Invoice 4711 charged twice
$ crmtrack list --format table
ID    Severity  Age  Next           Status    Customer  Summary
2s2x  medium     2d  21h late pro…  acknowl…  globex    Étranger: ligne coupée
9hj8  critical  19d  18d late res…  received  globex    Shop is down, "twice" t…
acqs  high      79d  78d late res…  investi…  acme      Invoice 4711 charged tw…
$ crmtrack list --format table --fields severity,project,summary
Severity  Project   Summary
medium    borealis  Étranger: ligne coupée
critical  borealis  Shop is down, "twice" today
high      apollo    Invoice 4711 charged twice
$ crmtrack list --format json --fields severity,project,summary
{"format_version": 1, "command": "list", "items": [
{"severity": "medium", "project": "borealis", "summary": "Étranger: ligne coupée"},
{"severity": "critical", "project": "borealis", "summary": "Shop is down, \"twice\" today"},
{"severity": "high", "project": "apollo", "summary": "Invoice 4711 charged twice"}
], "total": 3}
$ crmtrack list --format jsonl --fields severity,project,summary
{"severity": "medium", "project": "borealis", "summary": "Étranger: ligne coupée"}
{"severity": "critical", "project": "borealis", "summary": "Shop is down, \"twice\" today"}
{"severity": "high", "project": "apollo", "summary": "Invoice 4711 charged twice"}
$ crmtrack list --format csv --fields severity,project,summary
severity,project,summary
"medium","borealis","Étranger: ligne coupée"
"critical","borealis","Shop is down, ""twice"" today"
"high","apollo","Invoice 4711 charged twice"
$ crmtrack list --format yaml --fields severity,reason,summary
format_version: 1
command: list
items:
- severity: medium
  reason: null
  summary: "Étranger: ligne coupée"
- severity: critical
  reason: outage
  summary: "Shop is down, \"twice\" today"
- severity: high
  reason: billing-wrong-amount
  summary: Invoice 4711 charged twice
total: 3
$ crmtrack list --format markdown --fields severity,reason,summary
| Severity | Reason | Summary |
| --- | --- | --- |
| medium | | Étranger: ligne coupée |
| critical | outage | Shop is down, "twice" today |
| high | billing-wrong-amount | Invoice 4711 charged twice |
$ crmtrack list --json 4711 | python3 -c 'import json, sys; print(*json.load(sys.stdin)["items"][0], sep="\n")'
id
short
customer
contact
project
channel
region
reason
severity
vulnerable
summary
description
remedy_sought
refs
links
source
segment
status
owner
level
peak_level
cycle
handovers
waiting_on
outcome
code
cause
systemic
redress
accepted_by
received_at
acknowledged_at
responded_at
resolved_at
closed_at
age_days
contested
overdue
next_due_at
next_due
owes
promises

# Nothing found is no error.

$ crmtrack list age.min:9999
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack list age.min:9999 --json
{"format_version": 1, "command": "list", "items": [], "total": 0}
$ crmtrack list age.min:9999 --format table
no complaint meets the filter; its words: crmtrack help filter

# Refusals point at the word.

$ crmtrack list statsu:open
crmtrack: cannot read the filter 'statsu:open' at column 1: no key 'statsu', nearest: 'status'; quote it to look for the text
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list customer:acme status:opne
crmtrack: cannot read the filter 'customer:acme status:opne' at column 22: no status 'opne', nearest: 'open'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list severity:huge
crmtrack: cannot read the filter 'severity:huge' at column 10: no severity 'huge', there are: low, medium, high, critical
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list severity.before:high
crmtrack: cannot read the filter 'severity.before:high' at column 10: no modifier 'before' of 'severity', there are: not, min, max, has, none
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list status.min:open
crmtrack: cannot read the filter 'status.min:open' at column 8: no modifier 'min' of 'status', there are: not, has, none
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list received:someday
crmtrack: cannot read the filter 'received:someday' at column 10: 'someday' is no date: write 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list received:2026-13
crmtrack: cannot read the filter 'received:2026-13' at column 10: '2026-13' is no date: write 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list age:old
crmtrack: cannot read the filter 'age:old' at column 5: 'old' is no age: write 10, 10d or 2w
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list overdue:maybe
crmtrack: cannot read the filter 'overdue:maybe' at column 9: 'maybe' is neither yes nor no: write yes or no
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list '"open'
crmtrack: cannot read the filter '"open' at column 1: the quote that begins here has no end
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list customer:
crmtrack: cannot read the filter 'customer:' at column 10: 'customer:' needs a value, as in 'customer:acme'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list --sort colour
crmtrack: cannot sort by 'colour': no such key
[2]
$ crmtrack list --fields id,colour
crmtrack: cannot print field 'colour': there is none of that name
hint: fields: id, status, severity, received_at, customer, project, reason, owner, level, overdue, summary, short, contact, channel, region, vulnerable, description, remedy_sought, refs, links, source, segment, peak_level, cycle, handovers, waiting_on, outcome, code, cause, systemic, redress, accepted_by, acknowledged_at, responded_at, resolved_at, closed_at, age_days, contested, next_due_at, next_due, owes, promises
[2]
$ crmtrack list --limit many
crmtrack: cannot read --limit 'many': a whole number
[2]
$ crmtrack list --limit -1
crmtrack: cannot read --limit '-1': a whole number
[2]
$ crmtrack list --format xml
crmtrack: cannot use 'xml' for '--format': not one of table, tsv, json, jsonl, csv, yaml, markdown, html, mail, ics
[2]

# A key without a value is a word, and the list says so.

$ crmtrack list overdue
'overdue' is looked for as a word; as a condition it is overdue:yes
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack list '"overdue"'
no complaint meets the filter; its words: crmtrack help filter
