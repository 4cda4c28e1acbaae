# The output that scripts get from commands that mostly talk to people.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r billing-wrong-amount -m 'Invoice 4711 charged twice') && crmtrack -q assign $id me
01m7yp0xr1034xxb9nn8xzg36r
$ crmtrack --json | sed -n 2p | cut -c1-70
{"id": "20261121-vexayjzwjr", "short": "vexa", "customer": "acme", "co
$ crmtrack show $id --format csv
crmtrack: cannot print a story as csv: it is no table
hint: ask for json, jsonl, yaml, markdown, html or mail; tables: crmtrack list, history, export csv
[2]
$ crmtrack show $id --format jsonl | cut -c1-70
{"id": "20261121-vexayjzwjr", "short": "vexa", "customer": "acme", "co
$ crmtrack list --format pdf
crmtrack: cannot use 'pdf' for '--format': not one of table, tsv, json, jsonl, csv, yaml, markdown, html, mail, ics
[2]
$ crmtrack search 4711
20261121-vexayjzwjr	01m7yp0xr0mccbkwz03kttz1xw	2026-11-21T09:12:00Z	complaint	asha@example.com	Invoice [4711] charged twice
$ crmtrack report summary --format jsonl | cut -c1-100
{"format_version": 1, "command": "report", "report": "summary", "meta": {"commit": "6afa18150eef0585
$ crmtrack sql "select 1.5 as half, null as none, 2 as two" --json
{"format_version": 1, "command": "sql", "items": [
{"half": 1.5, "none": null, "two": 2}
]}

# A dry run as data: the files that would be there.
$ crmtrack note $id -m 'They called' --dry-run --json
{"format_version": 1, "command": "note", "items": [], "created": [], "would_create": [{"path": "complaints/2026/11/21/vexayjzwjr/01m7yp0xr2rjkmywedw4983xbr-activity.yaml", "text": "kind: activity\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: [01m7yp0xr1034xxb9nn8xzg36r]\ntype: note\ndirection: internal\ntext: They called\n"}]}
$ crmtrack reason add delay-customs --label 'Held by customs' --question 'Is it held by customs?' --why 'Asked for' --dry-run | tail -3
dry run: nothing was written
    question: Is it held by customs?
    why: Asked for
$ crmtrack reason add delay-customs --label 'Held by customs' --question 'Is it held by customs?' --why 'Asked for' --json
{"format_version": 1, "command": "reason add", "items": [
{"file": "policy/reasons.yaml", "key": "delay-customs"}
]}
policy/reasons.yaml: add reason delay-customs

# An import tells its counts; --dry-run writes nothing.
$ printf 'Ticket,Created,Subject,Customer\nT-1,2026-11-01,Late again,acme\n' > in.csv
$ crmtrack import csv in.csv --map tickets --dry-run
dry run: nothing was written
new 1, known 0, differing 0, rejected 0
$ crmtrack import csv in.csv --map tickets --json
{"format_version": 1, "command": "import", "items": [
{"new": 1, "known": 0, "differing": 0, "corrected": 0, "rejected": 0}
]}
$ crmtrack list --fields summary
Invoice 4711 charged twice
Late again
