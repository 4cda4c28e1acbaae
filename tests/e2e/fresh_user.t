# The first hour of a user who has only README and help: each wrong turn names the way on.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z
$ id=$(crmtrack -q new -c globex --channel phone -m 'Invoice 4711 charged twice'); crmtrack -q new -c acme -m 'Late' > /dev/null

# A filter's customer exists, or the nearest is named; one that is merged or retired is found.

$ crmtrack list customer:globx
crmtrack: cannot read the filter 'customer:globx' at column 10: no customer 'globx', nearest: 'globex'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list customer:zzz
crmtrack: cannot read the filter 'customer:zzz' at column 10: no customer 'zzz', see: crmtrack customer list
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list customer:GLOBEX,acme --fields customer | sort
acme
globex
$ crmtrack list customer.not:globx
crmtrack: cannot read the filter 'customer.not:globx' at column 14: no customer 'globx', nearest: 'globex'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list customer.has:glob --fields customer
globex
$ crmtrack -q customer add old; crmtrack -q customer retire old --why 'Gone' > /dev/null; crmtrack list customer:old
01m83t4cm0wck5dkgak30mmfxw
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack -q customer add globex-ag > /dev/null; crmtrack -q customer merge globex-ag globex --why 'One firm' > /dev/null; crmtrack list customer:globex-ag --fields customer
globex
$ crmtrack list -c globex -r billing
crmtrack: cannot use '-c': 'list' has no such option
hint: 'list' takes filters, which are words: customer:VALUE; see: crmtrack help filter
[2]
$ crmtrack list --reason=billing
crmtrack: cannot use '--reason': 'list' has no such option
hint: 'list' takes filters, which are words: reason:billing; see: crmtrack help filter
[2]
$ crmtrack report summary --status open
crmtrack: cannot use '--status': 'report' has no such option
hint: 'report' takes filters, which are words: status:VALUE; see: crmtrack help filter
[2]
$ crmtrack list --nonsense
crmtrack: cannot use '--nonsense': 'list' has no such option
hint: 'crmtrack list -h' lists the options; '--' ends them
[2]

# Words that are missing are listed; a step that comes too early names the command before it.

$ crmtrack new -c acme -m 'No invoice' --resolved 'Sent'
crmtrack: cannot call it resolved without --outcome
hint: --outcome takes one of: upheld, partly_upheld, not_upheld, not_determined
[2]
$ crmtrack resolve $id --outcome upheld -m 'Paid back'
crmtrack: cannot resolve without --code
hint: --code takes one of: fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
[2]
$ crmtrack reason add late --label Late --why 'Often'
crmtrack: cannot add reason 'late' without --question
hint: for example: crmtrack reason add late --label 'Late delivery' --question 'Did it come later than agreed?' --why 'Asked for often'
[2]
$ crmtrack reopen $id
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack close $id --lesson 'Look twice'
crmtrack: cannot close 't3ag': it has not been answered yet; resolve it first
hint: answer it: crmtrack resolve t3ag --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack confirm $id
crmtrack: cannot confirm 't3ag': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve t3ag --outcome OUTCOME --code CODE -m …
[5]

# An escalation without a level goes one up, and says whom it falls on.

$ crmtrack escalate $id --why 'Above our limit' | wc -l
to level 1 (project manager), the next one up; another one: --to LEVEL
t3ag is at level 1 (project manager), with nobody by name: say who with --person
1
$ crmtrack escalate $id --person me --why 'I do it' | wc -l
to level 2 (complaints manager), the next one up; another one: --to LEVEL
t3ag is at level 2 (complaints manager), with asha@example.com, who escalates it: name somebody else with --person
1
$ crmtrack escalate $id --down --why 'Decided' | wc -l
to level 1 (project manager), the next one down; another one: --to LEVEL
t3ag is down at level 1 (project manager)
1
$ crmtrack escalate $id --down --why 'Decided' | wc -l
to level 0 (front line), the next one down; another one: --to LEVEL
t3ag is down at level 0 (front line)
1
$ crmtrack escalate $id --down --why 'Decided'
crmtrack: cannot escalate 't3ag': no level is below 0
hint: see: crmtrack level list
[5]
$ crmtrack escalate $id --to 3 --why 'All of it' | wc -l; crmtrack escalate $id --why 'Further'
t3ag is at level 3 (senior management), with nobody by name: say who with --person
1
to level 4 (external), the next one up; another one: --to LEVEL
01m83t4cm6fw3hsjzyxta0be8t
t3ag is at level 4 (external), with nobody by name: say who with --person

# `confirm` names what will stop `close`, which writes the whole review.

$ crmtrack -q call $id -m 'You get it back' --promise 'refund@fri' > /dev/null
$ crmtrack -q resolve $id --outcome upheld --code fixed -m 'Paid back' > /dev/null; crmtrack close $id --lesson x
crmtrack: cannot close 't3ag': the customer has not accepted the answer yet; confirm it first
hint: crmtrack confirm t3ag, or crmtrack reject t3ag --why …
[5]
$ crmtrack confirm $id | wc -l
before it can be closed: m8na  commitment: refund, due 2026-11-27 23:59: crmtrack answer t3ag m8na -m …, or crmtrack waive t3ag commitment@m8na --why …
t3ag is resolved, accepted by customer; review and close it: crmtrack close t3ag --lesson …
1
$ crmtrack -q answer $id commitment -m 'Done' > /dev/null; crmtrack close $id --went-wrong 'Two runs' --root-cause 'No lock' --lesson 'One lock' | wc -l
closed t3ag
2
$ crmtrack show $id --json | jq -c '.items[0].records[] | select(.kind == "review") | [.went_wrong, .root_cause, .lesson]'
["Two runs","No lock","One lock"]
$ crmtrack close $id --went-well 'All' --no-review --why x
crmtrack: cannot have both --went-well and --no-review: one writes the review, the other waives it
[2]
$ crmtrack call $id -m 'One more thing' | wc -l
call out on t3ag is recorded (evidence: acknowledged)
hint: t3ag is closed: take it up again with crmtrack reopen t3ag --why WHY
1
$ crmtrack note $id -m 'For the file' | wc -l
note on t3ag is recorded
1

# A move says where to, and names itself among the fields; `undo` says in words what it took back.

$ other=$(crmtrack -q list customer:acme --fields id); call=$(crmtrack -q call $other -m 'We look into it')
$ crmtrack correct $other $call --set zzzzzz=1 --why x
crmtrack: cannot correct 'zzzzzz': a record of kind activity has no such field
hint: its fields: type, direction, channel, with, purpose, evidence, sentiment, minutes, text, visibility, reason, project, customer, expects, promises, answers, refs, attachments, automatic, about, message_id, token, undated, source, key, complaint
[5]
$ crmtrack correct $other $call --set complaint=$id --why 'Wrong one' | wc -l
record vj7p is moved to t3ag; it shows in both
1
$ crmtrack -q note $other -m 'A slip' > /dev/null; crmtrack undo -n | grep -c .
would take back: note: A slip
dry run: nothing was written (1 file would be)
9
$ crmtrack undo | wc -l
undone: activity tsyr9m1p0c: note (both stay in the story; what was struck counts nowhere)
took back: note: A slip
1

# A checkpoint and the audit since then say what they prove.

$ line=$(crmtrack checkpoint); crmtrack -q note $other -m 'More' > /dev/null; crmtrack audit --since "$line"
26 records kept as the tag checkpoint/2026-11-23T09-00-00Z
later, crmtrack audit --since checkpoint/2026-11-23T09-00-00Z shows whether any of them was changed
1 commit with 1 file looked at; 0 faults, 0 warnings, 0 notices
nothing of the 26 records up to 2026-11-23 09:00 was changed, removed or hidden
$ crmtrack audit --since ledger~1
1 commit with 1 file looked at; 0 faults, 0 warnings, 0 notices
nothing up to commit 98b28af84c was changed, removed or hidden

# Reasons of a ledger that is young are not called unused.

$ crmtrack report reasons | grep -c 'not used'
0
[1]
$ CRMTRACK_NOW=2027-03-01T09:00:00Z crmtrack report reasons | grep -c 'not used for 90 days'
1

# A report's fields are its tables; the money of an export is an amount and a currency.

$ crmtrack report reasons --format csv --fields reason
crmtrack: cannot choose --fields of a report
hint: one of its tables: --table NAME; of the complaints behind a figure: --records MEASURE --fields A,B
[2]
$ crmtrack report summary --records volume --format csv --fields customer,status
customer,status
"globex","closed"
"acme","received"
$ crmtrack -q resolve $other --outcome upheld --code redress_monetary --redress 12.50EUR -m 'Paid' > /dev/null; crmtrack export csv --fields customer,redress_amount,redress_currency,redress
customer,redress_amount,redress_currency,redress
"globex",,,
"acme",12.50,"EUR","{""amount"": ""12.50"", ""currency"": ""EUR""}"
$ crmtrack export csv | head -1 | tr , '\n' | grep redress
redress_amount
redress_currency
