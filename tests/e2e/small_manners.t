# Small things that people and scripts trip over.

$ crmtrack -q init complaints && cd complaints
$ one=$(crmtrack -q new -c acme -r other -m 'Late again')
$ two=$(crmtrack -q new -c acme -r other -m 'Late still' --follows $one)
$ crmtrack -q update $two --link related:$one --why 'the same driver' > /dev/null

# A field that no item has is refused before anything is printed; one that only some have is null elsewhere.
$ crmtrack list --json --fields id,foo
crmtrack: cannot print field 'foo': there is none of that name
hint: fields: id, short, customer, contact, project, channel, region, reason, severity, vulnerable, summary, description, remedy_sought, refs, links, source, segment, status, owner, level, peak_level, cycle, handovers, waiting_on, outcome, code, cause, systemic, redress, accepted_by, received_at, acknowledged_at, responded_at, resolved_at, closed_at, age_days, contested, overdue, next_due_at, next_due, owes, promises
[2]
$ crmtrack list --format jsonl --fields foo
crmtrack: cannot print field 'foo': there is none of that name
hint: fields: id, short, customer, contact, project, channel, region, reason, severity, vulnerable, summary, description, remedy_sought, refs, links, source, segment, status, owner, level, peak_level, cycle, handovers, waiting_on, outcome, code, cause, systemic, redress, accepted_by, received_at, acknowledged_at, responded_at, resolved_at, closed_at, age_days, contested, overdue, next_due_at, next_due, owes, promises
[2]
$ crmtrack list --format yaml --fields foo
crmtrack: cannot print field 'foo': there is none of that name
hint: fields: id, short, customer, contact, project, channel, region, reason, severity, vulnerable, summary, description, remedy_sought, refs, links, source, segment, status, owner, level, peak_level, cycle, handovers, waiting_on, outcome, code, cause, systemic, redress, accepted_by, received_at, acknowledged_at, responded_at, resolved_at, closed_at, age_days, contested, overdue, next_due_at, next_due, owes, promises
[2]
$ crmtrack show $one --json --fields foo
crmtrack: cannot print field 'foo': there is none of that name
hint: fields: id, short, customer, contact, project, channel, region, reason, severity, vulnerable, summary, description, remedy_sought, refs, links, source, segment, status, owner, level, peak_level, cycle, handovers, waiting_on, outcome, code, cause, systemic, redress, accepted_by, received_at, acknowledged_at, responded_at, resolved_at, closed_at, age_days, contested, overdue, next_due_at, next_due, owes, promises, escalations, steps, conflicts, records, linked
[2]
$ crmtrack show $one --format jsonl --fields short,summary,status
{"short": "rkg8", "summary": "Late again", "status": "received"}
$ crmtrack -q update $one --set mood=angry > /dev/null; crmtrack list --format jsonl --fields summary,mood
{"summary": "Late again", "mood": "angry"}
{"summary": "Late still", "mood": null}

# Yes and no are the same words in every column of a table.
$ crmtrack list --fields short,contested,overdue
rkg8	no	no
khqk	no	no

# Links are found by their kind too.
$ crmtrack list link:related --fields summary
Late still
$ crmtrack list link:follows --fields summary
Late still
$ crmtrack list link:duplicate_of --fields summary
no complaint meets the filter; its words: crmtrack help filter

# No record happens in the future.
$ crmtrack call $one --at 2026-12-01 -m 'They will call'
crmtrack: cannot record what happens at '2026-12-01': that is still to come
hint: to promise something for later: --promise WHAT@DUE; to ask for something: --expects WHAT@DUE
[5]
$ crmtrack -q call $one --at 2026-11-20 -m 'They called' > /dev/null

# Who is not in the directory is taken, and named; where policy lists people, only they own anything.
$ crmtrack assign $one nobody
nothing to change
$ crmtrack call $one --by nobody -m 'They called'
'nobody' is no mail address, and the directory is empty; taken as it is
01m7yp0xr3zq3gqhb4e48mc6by
call out on rkg8 is recorded (evidence: acknowledged)
hint: rkg8 is still to be acknowledged: crmtrack acknowledge rkg8 -m …, or a contact with --purpose acknowledge
$ crmtrack -q assign $one zoe@example.com > /dev/null
$ crmtrack -q person add asha@example.com --name 'Asha Rao'
asha@example.com
$ crmtrack assign $one nobody
01m7yp0xr5xcezmx7cdd0dp6nc
nobody now owns rkg8
$ crmtrack -q call $one --by nobody -m 'They called' > /dev/null
$ crmtrack call $one --by zoe@example.com -m 'They called' > /dev/null
'zoe@example.com' is not in the directory (crmtrack person list); taken as it is
call out on rkg8 is recorded (evidence: acknowledged)

# The overview has a name, and figures are numbers.
$ crmtrack --json | head -c 44
{"format_version": 1, "command": "default",  (no-eol)
$ crmtrack report reasons --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["tables"][0]["rows"])'
[['other', 'Something else', 2, 1, 1, 2, 0, 0, 0]]
$ crmtrack report summary --json | python3 -c 'import json, sys; print([t["rows"] for t in json.load(sys.stdin)["tables"]])'
[[['0-2', 2], ['3-5', 0], ['6-10', 0], ['11-20', 0], ['21-40', 0], ['41-56', 0], ['> 56', 0]], [['received', 1], ['investigating', 1]], []]

# Words that agree with their number, and with their command.
$ crmtrack doctor --fields check,message | grep directory
people	all owners are in the directory
$ crmtrack new -c acme < /dev/null
crmtrack: cannot take a complaint without -m TEXT
hint: for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'
[2]
$ crmtrack note $one --no-input
crmtrack: cannot record this note: no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack show $one | grep -A1 'noted\|recorded'
  recorded 2026-11-21 09:12
  call out [acknowledged]
--
  noted by asha@example.com
  call out [acknowledged]
--
  noted by asha@example.com
  call out [acknowledged]
--
  noted by asha@example.com
  call out [acknowledged]
