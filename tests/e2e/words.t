# Words of policy and people: codes, labels, synonyms, names, and unique parts of them, wherever one is taken.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-11-$1T09:00:00Z; }
$ on 01; crmtrack -q person add asha@example.com --name 'Asha Rao' --role project_manager > /dev/null
$ crmtrack -q person add ben@example.com --name 'Ben Okoro' --role complaints_manager > /dev/null
$ crmtrack -q person add benedikt@example.com --name 'Benedikt Müller' --role front_line > /dev/null
$ crmtrack -q project add apollo --name 'Apollo, the new billing' --manager Asha > /dev/null
$ crmtrack -q project add borealis --name 'Nordlicht' > /dev/null
$ l() { crmtrack list --all --fields summary "$@"; }

# Options: a synonym, a label, the beginning of a code, a part of a label; stored as the code.

$ on 02; a=$(crmtrack -q new -c acme -p apo -r billing -m 'One')
$ b=$(crmtrack -q new -c acme -p nordlicht -r 'Wrong amount billed' -m 'Two')
$ c=$(crmtrack -q new -c acme -r staff -m 'Three: à la carte')
$ d=$(crmtrack -q new -c acme --set reason=incomplete --set project=billing -m 'Four')
$ crmtrack list --all --fields summary,project,reason
Two	borealis	billing-wrong-amount
Three: à la carte		staff-conduct
One	apollo	billing-wrong-amount
Four	apollo	not-delivered

# A word that policy lacks is refused with the nearest ones; one that fits several is ambiguous.

$ crmtrack new -c acme -r delai -m x
crmtrack: cannot use reason 'delai': policy does not list it
hint: did you mean delay?
hint: see: crmtrack reason list
[5]
$ crmtrack new -c acme -r wrong -m x
crmtrack: cannot tell which reason 'wrong' is: 2 fit
hint: it may be billing-wrong-amount, wrong-information
[4]
$ crmtrack new -c acme -p apolo -m x
crmtrack: cannot use project 'apolo': policy does not list it
hint: did you mean apollo?
hint: see: crmtrack project list
[5]
$ crmtrack update $a --set reason=nonsense
crmtrack: cannot use reason 'nonsense': policy does not list it
hint: see: crmtrack reason list
[5]

# People: by address, the part before its @, name, or a part of one. A whole one counts before the beginning of another.

$ crmtrack -q assign $a ben > /dev/null; crmtrack -q assign $b 'asha rao' > /dev/null; crmtrack -q assign $c muller > /dev/null
$ crmtrack list --all --fields summary,owner
Two	asha@example.com
Three: à la carte	benedikt@example.com
One	ben@example.com
Four	
$ crmtrack assign $d bene; crmtrack assign $d be
01m6dqs9m1pmxxceh0px1cd894
benedikt@example.com now owns 5sbf
crmtrack: cannot tell which person 'be' is: 2 fit
hint: it may be ben@example.com, benedikt@example.com
[4]
$ crmtrack assign $d chen
crmtrack: cannot use person 'chen': policy does not list it
hint: see: crmtrack person list
[5]
$ crmtrack -q note $a --by okoro -m 'Looked at it' > /dev/null; crmtrack show $a --json | jq -r '.items[0].records[-1].by'
ben@example.com
$ crmtrack escalate $d --to senior --person müll --why 'Press' 2>&1 | sed 's/[0-9a-z]\{26\}/RECORD/'
RECORD
5sbf is at level 3 (senior management), with benedikt@example.com; they accept, decline or return it

# Filters take the same words, and refuse what no complaint could have.

$ l reason:billing; l reason:'"conduct of our people"'; l reason.not:billing,staff
Two
One
Three: à la carte
Four
$ l project:apo; l owner:ben; l owner:okoro; l level:senior; l level:4
One
Four
One
One
Four
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack list reason:biling
crmtrack: cannot read the filter 'reason:biling' at column 8: no reason 'biling', nearest: 'billing-wrong-amount'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list reason:wrong
crmtrack: cannot read the filter 'reason:wrong' at column 8: 'wrong' may be billing-wrong-amount or wrong-information
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list project:apolo
crmtrack: cannot read the filter 'project:apolo' at column 9: no project 'apolo', nearest: 'apollo'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list owner:chen
crmtrack: cannot read the filter 'owner:chen' at column 7: no owner 'chen', see: crmtrack person list
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list promise:refund
crmtrack: cannot read the filter 'promise:refund' at column 9: no promise 'refund', there are: acknowledge, first_response, update, resolution, final_response, summary, confirm, reply, information, commitment, accept, step
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list promise:follow_up
crmtrack: cannot read the filter 'promise:follow_up' at column 9: no promise 'follow_up', there are: acknowledge, first_response, update, resolution, final_response, summary, confirm, reply, information, commitment, accept, step
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list type:other
crmtrack: cannot read the filter 'type:other' at column 6: no type 'other', there are: call, email, meeting, letter, visit, chat, post, voicemail, note, work, compliment
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack activity $a --type other -m x
crmtrack: cannot use 'other' for '--type': not one of call, email, meeting, letter, visit, chat, post, voicemail, note, work, compliment
[2]
$ crmtrack update --filter 'reason:billing owner:okoro' -s high 2>&1 | sed 's/[0-9a-z]\{26\}/RECORD/'
RECORD
updated kk9r
$ crmtrack report reasons reason:biling
crmtrack: cannot read the filter 'reason:biling' at column 8: no reason 'biling', nearest: 'billing-wrong-amount'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack export csv owner:chen
crmtrack: cannot read the filter 'owner:chen' at column 7: no owner 'chen', see: crmtrack person list
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]

# A word that policy does not list, but some complaint has, can be asked for: policy was another one then.

$ sed -i '/code: staff-conduct/,+3d' policy/reasons.yaml && git commit -qam 'Without staff-conduct'
$ l reason:staff-conduct
Three: à la carte
$ crmtrack list reason:staff
crmtrack: cannot read the filter 'reason:staff' at column 8: no reason 'staff', see: crmtrack reason list
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]

# Search and names: case and accents make no difference.

$ l 'A LA carte'; l carté; l owner.has:MÜLL; l owner.has:benedíkt
Three: à la carte
Three: à la carte
no complaint meets the filter; its words: crmtrack help filter
Three: à la carte
Four
$ crmtrack search 'CÁRTE' --fields snippet
Three: à la [carte]

# Forms: their filters take the words of policy too.

$ crmtrack -q form add reason:billing --require contract
reason:billing
$ crmtrack new -c acme -r invoice -m x
crmtrack: cannot take this complaint: field 'contract': policy asks for it in complaints with reason:billing
hint: give it with --set contract=…, or with the option of that name
[5]
$ crmtrack form add reason:biling --require contract
crmtrack: cannot read the filter 'reason:biling' at column 8: no reason 'biling', nearest: 'billing-wrong-amount'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ printf 'forms:\n- {filter: project:apolo, require: [contract]}\n' > policy/forms.yaml; crmtrack policy check
policy/forms.yaml:2:12	warning	'filter': no project 'apolo', nearest: 'apollo'
policy: 0 errors, 1 warning
$ git checkout -q policy/forms.yaml

# Import maps: a table's words become the codes that they mean.

$ cat > desk.yaml <<'END'
> source: desk
> date_format: ["%Y-%m-%d"]
> columns: {id: Id, opened: Opened, what: What, why: Why, where: Where}
> id: id
> at: opened
> complaint:
>   summary: {column: what, as: line}
>   reason: why
>   project: where
> END
$ printf 'Id,Opened,What,Why,Where\n1,2026-11-01,Fifth,late,Nordlicht\n2,2026-11-01,Sixth,downtime,apo\n' > desk.csv
$ crmtrack import csv desk.csv --map desk.yaml; crmtrack list ref.has:desk --fields summary,reason,project
new 2, known 0, differing 0, rejected 0
Sixth	outage	apollo
Fifth	delay	borealis
$ crmtrack import csv desk.csv --map desk.yaml
new 0, known 2, differing 0, rejected 0
$ printf 'Id,Opened,What,Why,Where\n3,2026-11-01,Seventh,wrong,apo\n4,2026-11-01,Eighth,nonsense,apo\n' > bad.csv; crmtrack import csv bad.csv --map desk.yaml
crmtrack: bad.csv:2:1: cannot tell which reason 'wrong' is: 2 fit
crmtrack: bad.csv:3:1: cannot use reason 'nonsense': policy does not list it
crmtrack: cannot import 'bad.csv': 2 bad rows; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]

# A reason that was replaced: filters find what reports count.

$ on 20; crmtrack -q reason add down --label 'Down' --question 'Was it down?' --synonym offline --why 'Shorter' > /dev/null
$ crmtrack -q reason retire outage --replaced-by down --why 'Clearer' > /dev/null; on 21
$ crmtrack -q new -c acme -r offline -m 'Ninth' > /dev/null; l reason:down; l reason:'"not available"'
Ninth
Sixth
Ninth
Sixth
$ crmtrack report reasons --json | jq -c '.tables[0].rows[] | select(.[0] == "down")'
["down","Down",2,0.285714,0.571429,2,0,0,0]
$ crmtrack report summary reason:down --json | jq '.measures[0].value'
2
$ crmtrack new -c acme -r outage -m x
crmtrack: cannot use reason 'outage': it is not in use today
hint: it was replaced by: down
hint: see: crmtrack reason list
[5]
$ crmtrack -q reason edit outage --synonym blackout --why 'Other words' > /dev/null
$ crmtrack -q new -c acme -s low --channel phone -r blackout -m 'Tenth' > /dev/null; crmtrack list --fields reason tenth
down
$ crmtrack new -c acme -s low --channel phone -r blackout -m 'Eleventh' 2>&1 > /dev/null | head -1
'blackout' is down now: outage was replaced by it
$ l reason:blackout | sort
Eleventh
Ninth
Sixth
Tenth
