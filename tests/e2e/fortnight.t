# A fortnight of three people on two clones: Asha (project manager) and Cleo (complaints manager) share the desk, Ben
# is on the road. Its reports stand at the end. Beside each figure stands how it was computed by hand from what
# happened.  Each command has its time in front: on DAY TIME, in November 2026, in Berlin. The 2nd is a Monday.

$ export TZ=Europe/Berlin
$ on() { printf -v CRMTRACK_NOW '2026-11-%02dT%s:00+01:00' "$1" "$2"; export CRMTRACK_NOW; }

# Each person runs crmtrack on a clone. The output has names in place of the ids of complaints, and R for those of
# records.

$ as() { local who=$1 clone=$2; shift 2; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=${who,,}@example.com CRMTRACK_SEED=$who crmtrack -C ~/$clone "$@" 2>&1 | sed -f ~/names; return ${PIPESTATUS[0]}; }
$ asha() { as Asha desk "$@"; }; ben() { as Ben road "$@"; }; cleo() { as Cleo desk "$@"; }
$ printf '%s\n' '/^01[0-9a-z]\{24\}$/d' 's/^record [0-9a-z]\{4,\} is/record R is/' 's/^answers [0-9a-z]\{4,\}:/answers R:/' 's/^still open: [0-9a-z]* /still open: R /' 's/--answers [0-9a-z]*)/--answers R)/' 's/p-[0-9a-z]\{10\}/p-EVA/' > ~/names
$ git() { GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW command git "$@"; }

# take NAME WHO OPTION…: somebody takes a complaint, whose id is in $NAME, and whose name in outputs is NAME.

$ take() { local name=$1 who=$2 said; shift 2; said=$($who new "$@") || { local code=$?; echo "$said"; return $code; }
>   local id=$(grep -o '^2026[0-9]*-[0-9a-z]*$' <<< "$said"); declare -g "$name=$id"
>   printf 's/%s/%s/g\n' "$id" "${name^^}" "\\b${id:9:4}[0-9a-z]\\{0,6\\}\\b" "${name^^}" >> ~/names; sed "/^$id\$/d" <<< "$said" | sed -f ~/names; }

# owed CLONE ID WHAT: the record of an open promise. record CLONE ID WHERE: the newest record for which WHERE holds.

$ owed() { crmtrack -C ~/$1 show $2 --json | jq -r --arg what "$3" '.items[0].promises[] | select((.what | startswith($what)) and (.state == "open" or .state == "overdue")) | .record'; }
$ record() { crmtrack -C ~/$1 show $2 --json | jq -r ".items[0].records | map(select($3)) | last.id"; }

# evening: Ben, then the desk exchange their records. The list has all that is overdue, and `agenda --check`'s exit
# code.

$ evening() { ben -q sync; asha -q sync; asha agenda --all --check > ~/agenda; local code=$?; grep overdue ~/agenda | cut -f 1-3,7,10; return $code; }

# Monday 2 November: the ledger, its people and projects, and who may void.

$ on 2 08:00; crmtrack -q init desk; tail -1 ~/desk/policy/settings.yaml
  zone: Europe/Berlin
$ asha -q person add ben@example.com --name 'Ben Okoro' --role front_line
ben@example.com
$ asha -q person edit asha@example.com --name 'Asha Rao' --role project_manager
asha@example.com
$ asha -q person add cleo@example.com --name 'Cleo Diaz' --role complaints_manager
cleo@example.com
$ asha -q person add dan@example.com --name 'Dan Wu' --role front_line
dan@example.com
$ asha -q project add apollo --name 'Apollo' --manager asha; asha -q project add borealis --name Borealis --manager asha --people 2=cleo@example.com
apollo
borealis
$ printf 'rights:\n  - {right: void, roles: [project_manager, complaints_manager]}\n' > ~/desk/policy/rights.yaml; asha policy check
policy: 0 errors, 0 warnings
$ git -C ~/desk add policy; git -C ~/desk commit -qm 'Only managers void'

# The desk sets no targets: this fortnight is about what people state. Targets are in due_times.t.

$ printf 'targets:\n' > ~/desk/policy/targets.yaml; git -C ~/desk commit -qam 'No targets'
$ asha -q customer add acme --name 'Acme GmbH' --contact 'Maria Silva <maria@acme.example>'; asha -q customer add --person --name 'Eva Berg'
$ git init -q --bare -b main server.git; git -C desk remote add origin ../server.git; asha sync
set up 'origin': git push and git pull share main and ledger with it
'origin': sent 2 records and 9 commits of main
$ crmtrack clone server.git road; git -C road remote set-url origin ../server.git; git -C road config user.name 'Ben Okoro'; git -C road config user.email ben@example.com
cloned '$HOME/server.git' into '$HOME/road': 2 records

# A letter of Friday is taken on Monday. Dan gets it.

$ on 2 08:30; take letter asha -c globex -p apollo -r wrong-information -s low --channel post --at 'fri 14:00' -m 'The brochure names another price'
customer globex is new and is registered; name it with: crmtrack customer edit globex --name NAME
complaint LETTER from globex is received; we owe an acknowledgement: crmtrack acknowledge LETTER -m …
$ on 2 08:35; asha assign $letter dan
dan@example.com now owns LETTER

# The invoice: acknowledged, with a next step by Wednesday.

$ on 2 09:00; take invoice asha -c acme -p apollo -r billing -s high --with Maria -m 'Invoice 4711 charged twice'
channel phone, as usual; another one: --channel CHANNEL
complaint INVOICE from acme is received; we owe an acknowledgement: crmtrack acknowledge INVOICE -m …
$ on 2 09:20; asha acknowledge $invoice --next-by wed -m 'We check the booking; you hear from us on Wednesday'
INVOICE is acknowledged (evidence: acknowledged); status acknowledged
promised: eaqv  commitment: next step, due 2026-11-04 23:59
$ asha assign $invoice me
asha@example.com now owns INVOICE

# The copy: settled in its first call.

$ on 2 10:00; take copy ben -c globex -p borealis -r no-reply -s low -m 'No copy of the contract' --resolved 'Sent it again' --outcome upheld --confirmed
customer globex is new and is registered; name it with: crmtrack customer edit globex --name NAME
code fixed, as usual; another one: --code CODE
channel phone, as usual; another one: --channel CHANNEL
complaint COPY from globex is received, answered and confirmed; close it: crmtrack close COPY --lesson …
$ on 2 10:05; ben close $copy --lesson 'The address was an old one'
closed COPY

# The shop: acknowledged by mail, given to Ben, escalated to Cleo, who accepts within the time.

$ on 2 11:00; take shop asha -c initech -p borealis -r outage -s critical --channel email -m 'The shop is down since nine'
customer initech is new and is registered; name it with: crmtrack customer edit initech --name NAME
complaint SHOP from initech is received; we owe an acknowledgement: crmtrack acknowledge SHOP -m …
$ on 2 11:10; asha acknowledge $shop --next-by 'tue 12:00' -m 'We are at it'
SHOP is acknowledged (evidence: sent); status acknowledged
promised: 9cpg  commitment: next step, due 2026-11-03 12:00
$ on 2 11:15; asha assign $shop ben
ben@example.com now owns SHOP
stays with asha@example.com: 9cpg  commitment: next step, due 2026-11-03 12:00
hint: to hand over what asha@example.com owes: crmtrack assign SHOP ben@example.com --from asha@example.com
$ on 2 11:30; asha escalate $shop --to 2 --trigger severity --answer-by 15:30 --why 'All orders stand still'
SHOP is at level 2 (complaints manager), with cleo@example.com; they accept, decline or return it by 2026-11-02 15:30
$ on 2 14:30; cleo accept $shop
the escalation of SHOP is answered: accept; level 2

# The parcel: taken by Ben, offline.

$ on 2 14:00; take parcel ben -c umbrella -p apollo -r delay --with 'Joe Low' -m 'The parcel has not come'
customer umbrella is new and is registered; name it with: crmtrack customer edit umbrella --name NAME
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint PARCEL from umbrella is received; we owe an acknowledgement: crmtrack acknowledge PARCEL -m …
$ on 2 14:05; ben acknowledge $parcel --next-by wed -m 'We look for it'
PARCEL is acknowledged (evidence: acknowledged); status acknowledged
promised: v36z  commitment: next step, due 2026-11-04 23:59
$ on 2 14:06; ben assign $parcel me
ben@example.com now owns PARCEL
$ on 2 17:00; ben sync; asha sync; ben sync
'origin': sent 10 records
'origin': received 10 records (by ben@example.com); sent 12 records
'origin': received 12 records (by asha@example.com, cleo@example.com)
$ on 2 18:00; evening

# Tuesday 3: the customer owes a number, the hosting company an answer.

$ on 3 08:30; ben agenda | cut -f 1-5,7,9,10
2026-11-03T11:00:00Z	SHOP	commitment	open	critical	asha@example.com	initech	next step
2026-11-04T22:59:59Z	PARCEL	commitment	open	medium	ben@example.com	umbrella	next step
$ on 3 09:00; ben email $parcel -m 'Which tracking number was it?' --expects information@fri
answers R: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
email out on PARCEL is recorded (evidence: sent)
asked for: g09a  information: send what was asked in our email, due 2026-11-06 23:59
$ on 3 09:05; ben wait $parcel --on customer
PARCEL waits on customer
$ on 3 09:30; take counter asha -c 'Eva Berg' -p apollo -r staff-conduct --channel in_person -m 'Rude at the counter'
severity medium, as usual; another one: -s SEVERITY
complaint COUNTER from Eva Berg is received; we owe an acknowledgement: crmtrack acknowledge COUNTER -m …
$ on 3 09:40; asha acknowledge $counter -m 'We are sorry, and look into it'
COUNTER is acknowledged (evidence: acknowledged); status acknowledged
$ on 3 09:45; asha assign $counter dan
dan@example.com now owns COUNTER
$ on 3 10:00; ben call $shop -m 'It runs on the spare machine'
answers R: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
call out on SHOP is recorded (evidence: acknowledged)
$ on 3 10:05; ben wait $shop --on 'Hosting Ltd' --until wed --why 'They look at the logs'
SHOP waits on Hosting Ltd until 2026-11-04 23:59

# The shop again, by phone: a duplicate. A complaint in the wrong window: undone. Ben may not void.

$ on 3 10:30; take double asha -c initech -p borealis -r outage -s critical -m 'The shop is down again'
channel phone, as usual; another one: --channel CHANNEL
complaint DOUBLE from initech is received; we owe an acknowledgement: crmtrack acknowledge DOUBLE -m …
$ on 3 11:00; asha void $double --duplicate-of $shop --why 'Told us twice'
DOUBLE is void: counted nowhere, still listed with --all
$ on 3 11:30; take slip asha -c acme -m 'Wrong window'
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint SLIP from acme is received; we owe an acknowledgement: crmtrack acknowledge SLIP -m …
$ asha undo
undone: complaint SLIP: received (both stay in the story; what was struck counts nowhere)
took back: complaint received by phone: Wrong window
$ on 3 11:40; ben void $copy --why 'Settled at once'
crmtrack: cannot run 'void': ben@example.com may not void: rights.yaml gives that to project_manager, complaints_manager
hint: who may void: asha@example.com, cleo@example.com
[5]

# The counter: Cleo is asked for skill only, and declines after an hour.

$ on 3 14:00; asha escalate $counter --to 2 --person cleo --nature functional --why 'Who talks to the works council?'
COUNTER is at level 2 (complaints manager), with cleo@example.com; they accept, decline or return it
$ on 3 15:00; cleo decline $counter --why 'Your team lead does'
the escalation of COUNTER is answered: decline; level 0
$ on 3 18:00; evening

# Wednesday 4: Cleo takes one herself and sends it to Asha, who has no time and sends it up again.

$ on 4 09:00; take privacy cleo -c tyrell -p borealis -r data-privacy -s critical --channel email -m 'Our list of staff went to a stranger'
customer tyrell is new and is registered; name it with: crmtrack customer edit tyrell --name NAME
complaint PRIVACY from tyrell is received; we owe an acknowledgement: crmtrack acknowledge PRIVACY -m …
$ on 4 09:10; cleo acknowledge $privacy --next-by thu -m 'We find out how'; cleo assign $privacy me
PRIVACY is acknowledged (evidence: sent); status acknowledged
promised: 0035g  commitment: next step, due 2026-11-05 23:59
cleo@example.com now owns PRIVACY
$ on 4 09:30; cleo escalate $privacy --to 1 --why 'A project has to answer'
PRIVACY is at level 1 (project manager), with asha@example.com; they accept, decline or return it
$ on 4 10:00; asha call $invoice -m 'The booking job ran twice' --promise 'refund arrives@fri'
answers R: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
call out on INVOICE is recorded (evidence: acknowledged)
promised: cz0e  commitment: refund arrives, due 2026-11-06 23:59
$ on 4 10:30; asha escalate $privacy --to 2 --person cleo --trigger customer --why 'Tyrell wants a manager'
PRIVACY is at level 2 (complaints manager), with cleo@example.com; they accept, decline or return it
$ on 4 11:30; cleo accept $privacy
the escalation of PRIVACY is answered: accept; level 2

# The chair: of a customer who was entered twice.

$ on 4 11:00; take chair ben -c acme-gmbh -p apollo -r delay -s low -m 'The chair is late'
customer acme-gmbh is new and is registered; name it with: crmtrack customer edit acme-gmbh --name NAME
channel phone, as usual; another one: --channel CHANNEL
complaint CHAIR from acme-gmbh is received; we owe an acknowledgement: crmtrack acknowledge CHAIR -m …
$ on 4 11:05; ben acknowledge $chair --next-by mon -m 'We ask the carrier'
CHAIR is acknowledged (evidence: acknowledged); status acknowledged
promised: fcdt  commitment: next step, due 2026-11-09 23:59

# A promise to ourselves.

$ on 4 14:00; asha note $invoice -m 'The bank has to say whether it is out' --promise 'ask the bank@thu' --to us
note on INVOICE is recorded
promised: mskr  commitment: ask the bank, due 2026-11-05 23:59
$ on 4 18:00; evening

# Thursday 5: the hosting company answers nine hours late.

$ on 5 09:00; ben -q sync; ben agenda --all --check | grep overdue | cut -f 1-3,7
2026-11-04T22:59:59Z	SHOP	reply	Hosting Ltd
$ ben email $shop --in --with 'Hosting Ltd' --answers $(owed road $shop 'the answer') -m 'A disk was full'
email in on SHOP is recorded (evidence: acknowledged)
$ on 5 09:15; take credit asha -c globex -p apollo -r billing --channel web -m 'The credit note is missing'
severity medium, as usual; another one: -s SEVERITY
complaint CREDIT from globex is received; we owe an acknowledgement: crmtrack acknowledge CREDIT -m …
$ on 5 09:20; asha acknowledge $credit --next-by tue -m 'We look for it'; asha assign $credit me
CREDIT is acknowledged (evidence: sent); status acknowledged
promised: pxg1  commitment: next step, due 2026-11-10 23:59
asha@example.com now owns CREDIT
$ on 5 09:30; asha customer merge acme-gmbh acme --why 'Entered twice'
acme-gmbh is merged into acme: its complaints count for acme now
$ on 5 10:00; cleo return $shop --why 'Decided: we change the host'
the escalation of SHOP is answered: return; level 0
$ on 5 10:30; asha keep $invoice -m 'It is out'
kept on INVOICE: ask the bank
$ on 5 11:00; ben resolve $shop --outcome upheld --code process_changed --cause system_outage --systemic confirmed --ref defect:OPS-9 --redress 300.00CHF --channel phone -m 'The host is changed, and you get 300 francs'
SHOP is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm SHOP or reject SHOP
$ on 5 11:05; ben confirm $shop
SHOP is resolved, accepted by customer; review and close it: crmtrack close SHOP --lesson …

# Policy changes while Ben is offline: a better word replaces `delay`, and Ben adds a project.

$ on 5 12:30; ben -q project add cygnus --name Cygnus --manager asha
cygnus
$ on 5 13:00; asha -q reason add parcel-late --label 'Parcel late' --question 'Did a parcel of ours come late, or not yet?' --why 'Delay meant everything'
parcel-late
$ asha -q reason retire delay --replaced-by parcel-late --why 'Delay meant everything'
delay
$ on 5 14:00; take box ben -c umbrella -p apollo -r delay --channel email -m 'Where is our box?'
severity medium, as usual; another one: -s SEVERITY
complaint BOX from umbrella is received; we owe an acknowledgement: crmtrack acknowledge BOX -m …
$ on 5 14:10; ben acknowledge $box -m 'We look for it'; ben assign $box me
BOX is acknowledged (evidence: sent); status acknowledged
ben@example.com now owns BOX
$ on 5 14:20; ben call $box -m 'The carrier tells us on Monday' --promise 'delivery date@mon'
call out on BOX is recorded (evidence: acknowledged)
promised: 5vj6  commitment: delivery date, due 2026-11-09 23:59
$ on 5 15:00; asha -q sync

# The customer sends the number, with a picture. It ends the waiting.

$ on 5 16:00; echo picture > ~/label.png; ben answer $parcel --in --with 'Joe Low' -m 'It is 1Z999' --attach ~/label.png; ben list 'id:'$parcel --fields status
answers R: send what was asked in our email
the answer on PARCEL is recorded (evidence: acknowledged)
investigating
$ on 5 17:00; cleo email $privacy -m 'It was a wrong address in the mailing list' --promise 'report to the authority@thu 12:00'
answers R: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
email out on PRIVACY is recorded (evidence: sent)
promised: vqt5  commitment: report to the authority, due 2026-11-12 12:00

# Plain git: a pull that merges main (files that both changed apart), a push; the next command merges the ledger.

$ on 5 17:30; git -C road pull -q --no-rebase --no-edit; ben project list; ben reason list | grep -c delay; git -C road push -q
6 new records from 'origin' on 3 complaints, by asha@example.com and 1 more
apollo	Apollo	asha@example.com	
borealis	Borealis	asha@example.com	2: cleo@example.com
cygnus	Cygnus	asha@example.com	
0
$ on 5 17:40; take late ben -c umbrella -p apollo -r delay -m 'Another one is late'
crmtrack: cannot use reason 'delay': it is not in use today
hint: it was replaced by: parcel-late
hint: see: crmtrack reason list
[5]
$ on 5 18:00; evening

# Friday 6: the reports stand as they were known tonight, until the end.

$ on 6 09:00; ben call $parcel -m 'We send another one' --promise 'new parcel@mon'
call out on PARCEL is recorded (evidence: acknowledged)
promised: daqb  commitment: new parcel, due 2026-11-09 23:59
$ on 6 09:30; asha call $credit -m 'We write it today' --promise 'credit note@fri'
answers R: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
call out on CREDIT is recorded (evidence: acknowledged)
promised: ybgp  commitment: credit note, due 2026-11-06 23:59
$ on 6 10:00; asha waive $credit commitment --why 'They take it off the next invoice'
commitment of CREDIT is waived
$ on 6 10:30; asha email $credit -m 'Is that settled for you?' --expects 'reply@mon 12:00'
email out on CREDIT is recorded (evidence: sent)
asked for: vjdv  reply: reply to our email, due 2026-11-09 12:00
$ on 6 11:00; asha resolve $invoice --outcome upheld --code redress_monetary --redress 1240.00EUR --cause charges_or_billing --channel email --answers $(owed desk $invoice refund) -m 'The refund is out'
INVOICE is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm INVOICE or reject INVOICE
$ on 6 14:00; asha resolve $counter --outcome not_upheld --code goodwill --redress 25.00EUR --cause staff_conduct -m 'We heard both; a voucher for the trouble'
COUNTER is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm COUNTER or reject COUNTER
$ on 6 14:05; asha confirm $counter
COUNTER is resolved, accepted by customer; review and close it: crmtrack close COUNTER --lesson …
$ on 6 15:00; ben review $shop --root-cause 'One host only' --lesson 'Two hosts' --praise asha; ben close $shop
the review of SHOP is recorded
closed SHOP
$ on 6 16:00; asha compliment -c globex -m 'Thanks for the quick copy'
the compliment of globex is recorded
$ on 6 16:30; cleo call $privacy --in --bad -m 'Why does it take so long?' --expects reply@tue
call in on PRIVACY is recorded (evidence: acknowledged)
promised: xrwy  commitment: reply to their call, due 2026-11-10 23:59
$ on 6 17:30; evening
$ on 6 18:00; asha report summary --period this-week > ~/friday; asha report summary --period this-week --json > ~/friday.json

# Monday 9: a complaint of Friday and its acknowledgement are recorded late; a date is moved; one comes back.

$ on 9 09:00; take carrier ben -c umbrella -p apollo -r parcel-late --at 'fri 16:30' -m 'The carrier was rude'
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint CARRIER from umbrella is received; we owe an acknowledgement: crmtrack acknowledge CARRIER -m …
$ on 9 09:05; ben acknowledge $carrier --at 'fri 17:00' --next-by 'mon 12:00' -m 'We call you on Monday before noon'; ben assign $carrier me
CARRIER is acknowledged (evidence: acknowledged); status acknowledged
promised: c849  commitment: next step, due 2026-11-09 12:00
ben@example.com now owns CARRIER
$ on 9 10:00; asha confirm $invoice --channel phone -m 'Maria has the money'; ben reschedule $box commitment wed --why 'Agreed with them'
INVOICE is resolved, accepted by customer; review and close it: crmtrack close INVOICE --lesson …
'delivery date' on BOX is now due 2026-11-11 23:59; its first date decides whether it is kept in time
$ on 9 10:05; asha compliment $invoice -m 'That went well'
the compliment of INVOICE is recorded
$ on 9 10:30; asha review $invoice --root-cause 'The booking job ran twice' --lesson 'Alert on double runs' --praise ben; asha close $invoice
the review of INVOICE is recorded
closed INVOICE
$ on 9 11:00; asha reopen $counter --why 'There was a witness'
COUNTER is open again, in its cycle 2
$ on 9 14:00; ben withdraw $chair -m 'It has come'
CHAIR is withdrawn by the customer
$ on 9 15:00; cleo escalate $privacy --to 1 --down --why 'Decided; only the letter is left'
PRIVACY is down at level 1 (project manager)
$ on 9 16:00; ben wait $carrier --on 'Carrier AG' --until wed --why 'Who drove?'
CARRIER waits on Carrier AG until 2026-11-11 23:59
$ on 9 18:00; evening
2026-11-09T11:00:00Z	CREDIT	reply	globex	reply to our email
2026-11-09T11:00:00Z	CARRIER	commitment	ben@example.com	next step
[1]

# Tuesday 10: Monday's call is recorded, and was in time. Dan leaves.

$ on 10 09:00; ben call $carrier --at 'yesterday 11:30' -m 'We ask who drove'
answers R: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
restated: commitment of CARRIER was kept at 2026-11-09 11:30, and is recorded now
call out on CARRIER is recorded (evidence: acknowledged)
$ on 10 09:30; asha answer $credit --in --type email -m 'Not quite'
answers R: reply to our email
the answer on CREDIT is recorded (evidence: acknowledged)
$ on 10 10:00; asha person retire dan --to ben --why 'Left the company'
dan@example.com
policy/people.yaml: retire person dan@example.com
ben@example.com now owns 2 complaints
ben@example.com takes over 1 promise
$ on 10 11:00; take query asha -c initech -p borealis -r other -s low --channel chat -m 'Which of you do I ask?'
complaint QUERY from initech is received; we owe an acknowledgement: crmtrack acknowledge QUERY -m …
$ on 10 11:05; asha acknowledge $query -m 'Me'; asha assign $query ben
QUERY is acknowledged (evidence: sent); status acknowledged
ben@example.com now owns QUERY
$ on 10 14:00; cleo call $privacy -m 'The letter is with our lawyers'
answers R: reply to their call
still open: R  commitment: report to the authority, due 2026-11-12 12:00 (if this answers it: --answers R)
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
call out on PRIVACY is recorded (evidence: acknowledged)
$ on 10 15:00; ben call $parcel --answers $(owed road $parcel 'new parcel') -m 'It is on the van'
call out on PARCEL is recorded (evidence: acknowledged)
$ for n in 1 2 3; do on 10 16:${n}0; take rack$n ben -c soylent -p borealis -r defective -m "Rack $n is bent"; done
customer soylent is new and is registered; name it with: crmtrack customer edit soylent --name NAME
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint RACK1 from soylent is received; we owe an acknowledgement: crmtrack acknowledge RACK1 -m …
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint RACK2 from soylent is received; we owe an acknowledgement: crmtrack acknowledge RACK2 -m …
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint RACK3 from soylent is received; we owe an acknowledgement: crmtrack acknowledge RACK3 -m …
$ on 10 16:30; ben email $carrier --in --with 'Carrier AG' --answers $(owed road $carrier 'the answer') -m 'It was Joe'
email in on CARRIER is recorded (evidence: acknowledged)
$ on 10 18:00; evening

# Wednesday 11: many at once. The two clones set one field differently.

$ on 11 09:00; ben call $box --answers $(owed road $box 'delivery date') -m 'On Monday'
call out on BOX is recorded (evidence: acknowledged)
$ on 11 09:30; asha assign --filter customer:soylent ben --why 'Ben knows the racks'; asha update --filter customer:soylent -s high --why 'All of one batch'
ben@example.com now owns 3 complaints
updated 3 complaints
$ on 11 09:50; asha acknowledge $rack1 -m 'We send new ones'; asha acknowledge $rack2 -m 'We send new ones'
RACK1 is acknowledged (evidence: acknowledged); status investigating
RACK2 is acknowledged (evidence: acknowledged); status investigating
$ on 11 10:00; ben resolve $parcel --outcome partly_upheld --code replaced --cause delay --channel email -m 'The new one is with you'
PARCEL is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm PARCEL or reject PARCEL
$ on 11 11:00; asha resolve $counter --outcome upheld --code apology --cause staff_conduct --channel post -m 'The witness is right; we apologise'
COUNTER is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm COUNTER or reject COUNTER
$ on 11 14:00; asha resolve $credit --outcome not_upheld --code explained --channel email -m 'It was in the invoice of May'
CREDIT is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm CREDIT or reject CREDIT
$ on 11 14:30; ben call $box --in --bad -m 'Where is the parcel, I mean the other one?'
call in on BOX is recorded (evidence: acknowledged)
$ on 11 15:00; ben update $box -s high --why 'Third call'; on 11 15:05; asha update $box -s low --why 'Only a box'
updated BOX
updated BOX
$ on 11 16:00; asha assign $query nobody --why 'Anybody may take it'
nobody now owns QUERY
$ on 11 18:00; evening

# Thursday 12: settled, rejected, corrected.

$ on 12 09:00; asha list contested:yes --fields id,severity; asha update $box -s medium --why 'Settled with Ben'; asha list contested:yes
BOX	low
updated BOX
no complaint meets the filter; its words: crmtrack help filter
$ on 12 09:30; ben reject $parcel --why 'The new one is broken'
the customer rejects our answer on PARCEL; it is investigated again
$ on 12 10:00; asha confirm $counter -m 'Accepted'; on 12 10:10; asha close $counter --lesson 'Ask for witnesses first'
COUNTER is resolved, accepted by customer; review and close it: crmtrack close COUNTER --lesson …
closed COUNTER
$ on 12 11:00; ben note $rack1 -m 'All of one batch?' --promise 'check the batch@thu' --to us
note on RACK1 is recorded
promised: mxq2  commitment: check the batch, due 2026-11-12 23:59
$ on 12 11:30; asha correct $credit $(record desk $credit '.kind == "resolution"') --set 'at=2026-11-11 12:00' --why 'It went out at noon'
record R is corrected; both versions stay in the story
$ ben correct $box $(record road $box '.sentiment == "negative"') --set complaint=$parcel --why 'It was about the parcel'
record R is moved to PARCEL; it shows in both
$ on 12 14:00; ben resolve $parcel --outcome upheld --code redress_monetary --redress 80.50EUR --cause delay --channel email -m 'Your money back'
PARCEL is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm PARCEL or reject PARCEL
$ on 12 16:00; ben call $box -m 'It comes on Monday' --promise 'final check@mon'
call out on BOX is recorded (evidence: acknowledged)
promised: qwp3  commitment: final check, due 2026-11-16 23:59
$ on 12 18:00; evening
2026-11-12T11:00:00Z	PRIVACY	commitment	cleo@example.com	report to the authority
[1]

# Friday 13. In the end both clones have one ledger.

$ on 13 09:00; ben confirm $parcel --channel phone; ben review $parcel --praise ben --went-well 'Kept at it'
PARCEL is resolved, accepted by customer; review and close it: crmtrack close PARCEL --lesson …
the review of PARCEL is recorded
$ on 13 09:15; asha assign $query me
asha@example.com now owns QUERY
$ on 13 10:00; ben keep $rack1 -m 'It is one batch'
kept on RACK1: check the batch
$ on 13 10:30; ben call $box --answers $(owed road $box 'final check') -m 'Checked: it is on the way'
call out on BOX is recorded (evidence: acknowledged)
$ on 13 11:00; ben acknowledge $letter -m 'You are right about the brochure'
LETTER is acknowledged (evidence: sent); status investigating
$ on 13 12:00; asha call $credit --in --good -m 'Now I see it'
still open: R  confirm: confirm our resolution (if this settles it: crmtrack confirm CREDIT, or reject CREDIT)
call in on CREDIT is recorded (evidence: acknowledged)
$ on 13 14:00; ben escalate $rack3 --to 1 --why 'Who pays for the batch?'
RACK3 is at level 1 (project manager), with asha@example.com; they accept, decline or return it
$ on 13 17:00; evening
2026-11-12T11:00:00Z	PRIVACY	commitment	cleo@example.com	report to the authority
[1]
$ ben -q sync; git -C desk rev-parse ledger | cmp - <(git -C road rev-parse ledger)
$ asha agenda --all | cut -f 2-4,7,10
PRIVACY	commitment	overdue	cleo@example.com	report to the authority
RACK1	next_step	open	ben@example.com	say what happens next, and by when
RACK2	next_step	open	ben@example.com	say what happens next, and by when
RACK3	next_step	open	ben@example.com	say what happens next, and by when
CREDIT	next_step	open	asha@example.com	say what happens next, and by when
BOX	next_step	open	ben@example.com	say what happens next, and by when
CARRIER	next_step	open	ben@example.com	say what happens next, and by when
LETTER	next_step	open	ben@example.com	say what happens next, and by when
QUERY	next_step	open	asha@example.com	say what happens next, and by when
RACK3	acknowledge	open	ben@example.com	acknowledge the complaint
RACK3	accept	open	asha@example.com	accept the escalation
CREDIT	confirm	open	globex	confirm our resolution
$ asha list --fields id,severity,age_days,status,customer,owner
RACK3	high	3	investigating	soylent	ben@example.com
RACK2	high	3	investigating	soylent	ben@example.com
RACK1	high	3	investigating	soylent	ben@example.com
QUERY	low	3	investigating	initech	asha@example.com
CARRIER	medium	7	investigating	umbrella	ben@example.com
BOX	medium	8	investigating	umbrella	ben@example.com
CREDIT	medium	8	responded	globex	asha@example.com
PRIVACY	critical	9	investigating	tyrell	cleo@example.com
PARCEL	medium	11	resolved	umbrella	ben@example.com
LETTER	low	14	investigating	globex	ben@example.com

# Every promise that has a date, as it stands at the end: nothing that was kept looks broken. BOX's delivery date and
# CARRIER's next step are judged by the first date and by when it happened; the credit note was waived; CHAIR was
# withdrawn.

$ crmtrack -C ~/desk show $(crmtrack -C ~/desk list --all --fields id) --json | jq -r '.items[] | .id as $id | .promises[] | select(.due_at) | [$id, .promise, .what, .state] | join("  ")' | sed -f ~/names | sort
BOX  commitment  delivery date  kept_late
BOX  commitment  final check  kept
CARRIER  commitment  next step  kept
CARRIER  reply  the answer we wait for  kept
CHAIR  commitment  next step  void
CREDIT  commitment  credit note  waived
CREDIT  commitment  next step  kept
CREDIT  reply  reply to our email  kept_late
INVOICE  commitment  ask the bank  kept
INVOICE  commitment  next step  kept
INVOICE  commitment  refund arrives  kept
PARCEL  commitment  new parcel  kept_late
PARCEL  commitment  next step  kept
PARCEL  information  send what was asked in our email  kept
PRIVACY  commitment  next step  kept
PRIVACY  commitment  reply to their call  kept
PRIVACY  commitment  report to the authority  overdue
RACK1  commitment  check the batch  kept_late
SHOP  accept  accept the escalation  kept
SHOP  commitment  next step  kept
SHOP  reply  the answer we wait for  kept_late

# The figures of the fortnight. Times are in seconds, as they can be read off the clock. Before it lies only LETTER.

$ f=2026-w45..2026-w46; for r in summary reasons escalations lessons praise; do asha report $r --period $f --json > ~/$r.json; done; asha report summary --period 2026-w46 --json > ~/week.json; asha report summary --json > ~/ever.json
$ figure() { jq -r '.measures[] | select(IN(.measure; $ARGS.positional[])) | .unit as $unit | def v: if . == null then "none" elif $unit == "calendar_days" then "\(. * 86400 | round) s" else . * 10000 | round / 10000 end;
>   "\(.measure) \(.value | v) (\(.n)\(if .denominator then " of \(.denominator)" else "" end)), before \(.before | v)"' ~/$1.json --args "${@:2}"; }
$ behind() { asha report $1 --period $f --records $2 | sort | tr '\n' ' '; echo; }
$ table() { jq -r --arg t "$2" '.tables[] | select(.name == $t) | .rows[] | map(tostring) | join(" ")' ~/$1.json | sed -f ~/names; }

# 10 in the first week: INVOICE COPY SHOP PARCEL COUNTER PRIVACY CHAIR CREDIT BOX CARRIER; 4 in the second: QUERY and
# the RACKs. DOUBLE and SLIP are void. The customers: acme (CHAIR's was merged into it), globex, initech, umbrella, Eva
# Berg, tyrell, soylent.

$ figure summary volume; behind summary volume; asha report summary --period $f | sed -n 2,3p
volume 14 (14), before 1
BOX CARRIER CHAIR COPY COUNTER CREDIT INVOICE PARCEL PRIVACY QUERY RACK1 RACK2 RACK3 SHOP 
How many
received                  14  before 1 (+13); from 7 customers, 2 void left out

# Open: LETTER, and the 14 less 4 closed (INVOICE COPY SHOP COUNTER), 1 resolved (PARCEL) and 1 withdrawn (CHAIR).

$ figure summary backlog; behind summary backlog
backlog 9 (9), before none
BOX CARRIER CREDIT LETTER PRIVACY QUERY RACK1 RACK2 RACK3 

# Their days from receipt to the 13th: QUERY and three RACKs 3; CARRIER 7, BOX and CREDIT 8, PRIVACY 9; LETTER 14.

$ table summary backlog_age | tr '\n' ';'; echo; table summary status | tr '\n' ';'; echo
0-2 0;3-5 4;6-10 4;11-20 1;21-40 0;41-56 0;> 56 0;
investigating 7;responded 1;resolved 1;closed 4;withdrawn 1;

# First ended: COPY on the 2nd, SHOP 5th, COUNTER 6th (it came back later), INVOICE and CHAIR 9th, PARCEL 13th. 6 / 14.

$ figure summary clearance; behind summary clearance
clearance 0.4286 (6 of 14), before 0
CHAIR COPY COUNTER INVOICE PARCEL SHOP 

# Time to acknowledge. 5 min: PARCEL CHAIR CREDIT QUERY; 10 min: SHOP COUNTER PRIVACY BOX; 20: INVOICE; 30: CARRIER,
# though recorded on Monday; from 16:20 and 16:10 to 9:50 the next day: RACK2 63,000 s, RACK1 63,600 s. Median: the 6th
# of 12. 90 %: ⌈10.8⌉, the 11th. RACK3 waits still; COPY ended without. Kaplan–Meier of 13: S = 9/13 after 300 s, 5/13
# after 600 s. LETTER took from 30 October 14:00 to 13 November 11:00, 13 days 21 h.

$ figure summary time_to_acknowledge_{median,p90,km_median}
time_to_acknowledge_median 600 s (12), before 1198800 s
time_to_acknowledge_p90 63000 s (12), before 1198800 s
time_to_acknowledge_km_median 600 s (13), before 1198800 s

# Time to the first answer, in days: COPY 0, SHOP 3.0, COUNTER 3.1875 (3 d 4 h 30 min), INVOICE 4.0833 (4 d 2 h),
# CREDIT 6.1146 (6 d 2 h 45 min, as corrected), PARCEL 8.8333 (8 d 20 h). Median: the 3rd of 6; 90 %: ⌈5.4⌉, the 6th.
# Unanswered since: RACK3 3.02, RACK2 3.03, RACK1 3.03, QUERY 3.25, CARRIER 7.02, BOX 8.13, PRIVACY 9.33. CHAIR was
# withdrawn before. S = 12/13, 11/13 (at 3.0), × 7/8 = 0.740 (at 3.1875), × 5/6 = 0.617 (at 4.0833), × 4/5 = 0.494 (at
# 6.1146).

$ figure summary time_to_resolution_{median,p90,km_median}
time_to_resolution_median 275400 s (6), before none
time_to_resolution_p90 763200 s (6), before none
time_to_resolution_km_median 528300 s (13), before none

# Upheld, by the newest answer: all six but CREDIT.

$ figure summary uphold_rate; behind summary uphold_rate
uphold_rate 0.8333 (5 of 6), before none
COPY COUNTER INVOICE PARCEL SHOP 

# Ours to the customer, due in the fortnight. Kept 8: the next steps of INVOICE, SHOP, PARCEL, PRIVACY, CREDIT,
# CARRIER; INVOICE's refund; the answer to PRIVACY's question. Not: BOX's delivery date, PARCEL's new parcel (both
# late), PRIVACY's report (overdue). BOX's final check is due later. Left out: CREDIT's credit note, CHAIR's next step.

$ figure summary promises_kept; behind summary promises_kept; asha report summary --period $f | tr -s '\n ' ' ' | grep -o '[0-9] waived or void left out'
promises_kept 0.7273 (8 of 11), before none
CARRIER CREDIT INVOICE PARCEL PRIVACY SHOP 
2 waived or void left out
2 waived or void left out

# The customers': PARCEL's number in time, CREDIT's reply late. Their confirmations had no date.

$ figure summary acknowledged; behind summary acknowledged
acknowledged 0.5 (1 of 2), before none
PARCEL 

# Among ourselves: Cleo accepted SHOP and Asha asked the bank in time; the check of the batch was late. The other
# escalations named no time.

$ figure summary promises_kept_internal; behind summary promises_kept_internal
promises_kept_internal 0.6667 (2 of 3), before none
INVOICE SHOP 

# Third parties: Carrier AG in time, Hosting Ltd late.

$ figure summary replies_third_party; behind summary replies_third_party
replies_third_party 0.5 (1 of 2), before none
CARRIER 

# Escalated for authority: SHOP, PRIVACY, RACK3; COUNTER for skill. Peaks: SHOP, PRIVACY, COUNTER 2, RACK3 1; 7 / 14.

$ figure summary escalation_rate mean_peak_level; behind summary escalation_rate
escalation_rate 0.2143 (3 of 14), before 0
mean_peak_level 0.5 (14), before 0
PRIVACY RACK3 SHOP 

# Handed over once: COUNTER (Dan, Ben), QUERY (Ben, nobody, Asha). 12 have an owner; COPY and CHAIR have none. Before:
# LETTER (Dan, Ben).

$ figure summary handovers
handovers 0.1667 (12), before 1

# Good: two compliments, CREDIT's call. Bad: PRIVACY's call, and the one that was moved from BOX to PARCEL. 3 / 5.

$ figure summary praise
praise 0.6 (3 of 5), before none

# Money: INVOICE 1240.00 and PARCEL 80.50 make 1320.50, the mean 660.25; COUNTER's 25.00 was goodwill; SHOP 300.00.

$ table summary redress
CHF 300.00 1 300.00 0.00
EUR 1320.50 2 660.25 25.00

# Wilson's interval of 5 / 6: p 0.8333, z²/n 0.6402, z²/4n² 0.0267; (0.8333 + 0.3201 ± 1.96 √(0.0231 + 0.0267)) /
# 1.6402 = 0.7032 ± 0.2667. The others in the same way. Without targets all of our promises were made in words.

$ jq -r '.measures[] | select(.low != null) | "\(.measure) \(.low * 1000 | round / 10) to \(.high * 1000 | round / 10)"' ~/summary.json
promises_kept 43.4 to 90.3
promises_kept_stated 43.4 to 90.3
acknowledged 9.5 to 90.5
promises_kept_internal 20.8 to 93.9
replies_third_party 9.5 to 90.5
uphold_rate 43.6 to 97
escalation_rate 7.6 to 47.6
praise 23.1 to 88.2

# The second week beside the first. First week: ended COPY SHOP COUNTER of 10; acknowledged 300 ×3, 600 ×4, 1200, 1800
# s, the 5th and the ⌈8.1⌉ = 9th, S = 6/9, 2/9; answered as above, S = 8/9, 7/9, 6/9, 5/9, 4/9; upheld COPY INVOICE
# SHOP COUNTER, of 4; promises due by Sunday: 5 of 5, theirs 1 of 1, ours 2 of 2, Hosting 0 of 1; escalated SHOP and
# PRIVACY of 10; peaks 6 / 10; one handover (COUNTER) among 8 owners; one good word of two. Second week: ended INVOICE
# CHAIR PARCEL, received 4; acknowledged 300, 63000, 63600 s, the 2nd and the 3rd, S = 3/4, 2/4; none answered; upheld
# PARCEL, of it and CREDIT; kept: the next steps of CREDIT and CARRIER, PRIVACY's answer, of 6; theirs 0 of 1, ours 0
# of 1, Carrier AG 1 of 1; escalated RACK3 of 4; peak 1 / 4; one handover (QUERY) among 4; two good words of 3.

$ figure week volume clearance time_to_acknowledge_{median,p90,km_median} time_to_resolution_{median,p90,km_median} uphold_rate promises_kept acknowledged promises_kept_internal replies_third_party escalation_rate mean_peak_level handovers praise
volume 4 (4), before 10
clearance 0.75 (3 of 4), before 0.3
time_to_acknowledge_median 63000 s (3), before 600 s
time_to_acknowledge_p90 63600 s (3), before 1800 s
time_to_acknowledge_km_median 63000 s (4), before 600 s
time_to_resolution_median none (0), before 275400 s
time_to_resolution_p90 none (0), before 763200 s
time_to_resolution_km_median none (4), before 528300 s
promises_kept 0.5 (3 of 6), before 1
acknowledged 0 (0 of 1), before 1
promises_kept_internal 0 (0 of 1), before 1
replies_third_party 1 (1 of 1), before 0
uphold_rate 0.5 (1 of 2), before 1
escalation_rate 0.25 (1 of 4), before 0.2
mean_peak_level 0.25 (4), before 0.6
handovers 0.25 (4), before 0.125
praise 0.6667 (2 of 3), before 0.5

# Of all time, LETTER comes in: 15 received; 6 / 15 ended; acknowledged 13, the 7th and the ⌈11.7⌉ = 12th, of 14 S =
# 10/14, 6/14; 3 / 15 escalated; peaks 7 / 15; 3 handovers among 13. Time to answer of 14: S = 13/14, 12/14 (at 3.0), ×
# 8/9 = 0.762, × 6/7 = 0.653, × 5/6 = 0.544, and × 2/3 = 0.363 at PARCEL's 8.8333, when only PRIVACY and LETTER wait
# longer.

$ figure ever volume clearance time_to_acknowledge_{median,p90,km_median} time_to_resolution_{median,p90,km_median} escalation_rate mean_peak_level handovers
volume 15 (15), before none
clearance 0.4 (6 of 15), before none
time_to_acknowledge_median 600 s (13), before none
time_to_acknowledge_p90 63600 s (13), before none
time_to_acknowledge_km_median 600 s (14), before none
time_to_resolution_median 275400 s (6), before none
time_to_resolution_p90 763200 s (6), before none
time_to_resolution_km_median 763200 s (14), before none
escalation_rate 0.2 (3 of 15), before none
mean_peak_level 0.4667 (15), before none
handovers 0.2308 (13), before none

# Umbrella alone: PARCEL, BOX, CARRIER. Kept: the next steps of PARCEL and CARRIER, of 4. Bad: the moved call.

$ asha report summary --period $f customer:umbrella --json > ~/umbrella.json; figure umbrella volume backlog promises_kept acknowledged replies_third_party handovers praise
volume 3 (3), before 0
backlog 2 (2), before none
promises_kept 0.5 (2 of 4), before none
acknowledged 1 (1 of 1), before none
replies_third_party 1 (1 of 1), before none
handovers 0 (3), before none
praise 0 (0 of 1), before none

# Reasons. PARCEL, CHAIR, BOX were filed under `delay`, which parcel-late replaced, CARRIER under the new one. 4 + 3 +
# 2 and three more make 12 ≥ 11.2: 6 of 8 reasons. Columns: received, share, sum, open, escalated, decided, upheld.

$ figure reasons volume concentration other_share; table reasons reasons
volume 14 (14), before 1
concentration 0.75 (6 of 8), before 1
other_share 0.0714 (1 of 14), before 0
parcel-late Parcel late 4 0.285714 0.285714 2 0 1 1
defective-product Product or service is faulty 3 0.214286 0.5 3 1 0 0
billing-wrong-amount Wrong amount billed 2 0.142857 0.642857 1 0 2 1
data-privacy Personal data 1 0.071429 0.714286 1 1 0 0
no-reply No answer from us 1 0.071429 0.785714 0 0 1 1
other Something else 1 0.071429 0.857143 1 0 0 0
outage Not available 1 0.071429 0.928571 0 1 1 1
staff-conduct Conduct of our people 1 0.071429 1 0 1 1 1

# Escalations: SHOP to 2 (severity), COUNTER to 2, PRIVACY to 1 (overtaken) and to 2 (customer), RACK3 to 1 (no
# answer). Answered after 3 h, 1 h, 1 h. Open and above level 0: PRIVACY, down at 1, and RACK3. Columns of levels: all,
# accepted, declined, returned, overtaken, no answer.

$ figure escalations escalation_rate mean_peak_level escalated_now time_to_accept_median unanswered
escalation_rate 0.2143 (3 of 14), before 0
mean_peak_level 0.5 (14), before 0
escalated_now 2 (2), before none
time_to_accept_median 3600 s (3), before none
unanswered 0.2 (1 of 5), before none
$ for t in triggers levels; do table escalations $t | tr '\n' ';'; echo; done; behind escalations escalated_now; behind escalations unanswered
manual 3;customer 1;severity 1;
1 2 0 0 0 1 1;2 3 2 1 0 0 0;
PRIVACY RACK3 
RACK3 

# Four reviews have a lesson, PARCEL's only praises. Asha is praised for SHOP, Ben for INVOICE and PARCEL; two
# compliments.

$ figure lessons reviews; figure praise compliments; table lessons lessons | cut -c 1-70
reviews 4 (4), before none
compliments 2 (2), before none
COPY 2026-11-02T09:05:00Z no-reply   The address was an old one
SHOP 2026-11-06T14:00:00Z outage  One host only Two hosts
INVOICE 2026-11-09T09:30:00Z billing-wrong-amount  The booking job ran
COUNTER 2026-11-12T09:10:00Z staff-conduct   Ask for witnesses first
$ asha report praise --period $f | sed -n '/^2026-11-.. /p'
2026-11-06  SHOP  asha@example.com
2026-11-06  globex  a compliment
2026-11-09  INVOICE  a compliment
2026-11-09  INVOICE  ben@example.com
2026-11-13  PARCEL  ben@example.com

# Both clones print the same bytes, in any reader's zone; and on the 13th the report of Friday the 6th is what it was
# that day.

$ for r in summary reasons escalations lessons praise; do asha report $r --period $f | cmp - <(TZ=Asia/Tokyo ben report $r --period $f); done
$ asha report summary --period 2026-w45 --as-of '2026-11-06 18:00' | diff <(sed 's/ledger .*//' ~/friday) <(sed 's/ledger .*//')

# On the 6th nobody knew CARRIER, COUNTER was not upheld, Dan was still here: 9 received; 3 of 9 ended; 3 of 4 upheld.
# Open: the 9 less COPY, SHOP, COUNTER, and LETTER. Time to answer: of SHOP, COUNTER, INVOICE, PARCEL at risk S = 8/9 ×
# 3/4 = 0.667, × 2/3 = 0.444.

$ figure friday volume backlog clearance time_to_resolution_{median,p90,km_median} uphold_rate promises_kept escalation_rate handovers
volume 9 (9), before 1
backlog 7 (7), before none
clearance 0.3333 (3 of 9), before 0
time_to_resolution_median 259200 s (4), before none
time_to_resolution_p90 352800 s (4), before none
time_to_resolution_km_median 275400 s (9), before none
promises_kept 1 (5 of 5), before none
uphold_rate 0.75 (3 of 4), before none
escalation_rate 0.2222 (2 of 9), before 0
handovers 0 (7), before 0

# Nothing is wrong with the ledger, nothing waits to be sent, nobody who left owns anything.

$ asha audit | cut -d ';' -f 2; asha doctor | cut -f 1,2 | grep -e leavers -e contested -e unpushed -e records
 0 faults, 0 warnings, 0 notices
 0 signatures verified, dates compared with 0 receipts of a server
records	ok
contested	ok
leavers	ok
contested customers	ok
unpushed	ok
