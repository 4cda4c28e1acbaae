# The wrong turns of a new user who has README, help and the manual: each message says where the way goes on.

$ crmtrack -q init complaints && cd complaints
$ crmtrack customer add globex --name 'Globex AG' --contact 'Jane Hill <jane@globex.example>' > /dev/null
customer globex is registered
$ a=$(crmtrack -q new -c globex -m 'Invoice 4711 charged twice')

# People are typed as mail programs show them, and named by the part before the @. A role that nothing asks for is told.

$ crmtrack person add 'Ben Ito <ben@example.com>' --role manager
ben@example.com
policy/people.yaml: add person ben@example.com
the directory was empty: you, asha@example.com, are in it now as well, without a role
no level and no right names the role 'manager'
hint: roles of levels: crmtrack level list; of rights: policy/rights.yaml
$ crmtrack person add cleo@example.com --name 'Cleo Diaz' --role team_lead
cleo@example.com
policy/people.yaml: add person cleo@example.com
no level and no right names the role 'team_lead'
hint: roles of levels: crmtrack level list; of rights: policy/rights.yaml
$ crmtrack person edit ben --role complaints_manager
ben@example.com
policy/people.yaml: edit person ben@example.com
$ crmtrack person edit bne --role complaints_manager
crmtrack: cannot find person 'bne' in people.yaml
[3]
$ crmtrack person list
ben@example.com	Ben Ito	complaints_manager		
asha@example.com	Asha Rao			
cleo@example.com	Cleo Diaz	team_lead		

# A date that was meant is told as it was understood.

$ crmtrack acknowledge $a --next-by wed -m 'We look into it'
01m7yp0xr1j5vz532v6a8489mz
9xr9 is acknowledged (evidence: acknowledged); status acknowledged
promised: j5vz  commitment: next step, due 2026-11-25 23:59
$ crmtrack call $a -m 'We refund it' --promise 'refund@fri' --promise 'letter@2026-12-01'
answers j5vz: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
01m7yp0xr2j42f1svwfc9h8ey8
call out on 9xr9 is recorded (evidence: acknowledged)
promised: j42f.1  commitment: refund, due 2026-11-27 23:59
promised: j42f.2  commitment: letter, due 2026-12-01 23:59

$ crmtrack call -c globex -m 'We send the list' --promise 'price list@fri' | wc -l
call out on globex is recorded (evidence: acknowledged)
promised: tj0z  commitment: price list, due 2026-11-27 23:59
1
$ crmtrack wait $a --on 'Carrier Ltd' --until thu > /dev/null
9xr9 waits on Carrier Ltd until 2026-11-26 23:59
$ crmtrack escalate $a --to 2 --person ben --answer-by 'tue 12:00' --why 'It takes too long' > /dev/null
9xr9 is at level 2 (complaints manager), with ben@example.com; they accept, decline or return it by 2026-11-24 12:00

# A promise is named by its words too, and `keep` leads to the contact that keeps what a customer was promised.

$ crmtrack keep $a
crmtrack: cannot keep a promise of '9xr9': none that we made to ourselves is open
hint: 'refund' was made to the customer, whom a contact reaches: crmtrack answer 9xr9 j42f.1 -m …
hint: 'letter' was made to the customer, whom a contact reaches: crmtrack answer 9xr9 j42f.2 -m …
[3]
$ crmtrack answer $a refund -m 'The refund is booked'
answers j42f.1: refund
01m7yp0xr5rwmtww83tjm2w9ap
the answer on 9xr9 is recorded (evidence: acknowledged)
$ crmtrack call $a -m 'Two more' --promise 'copy@fri' --promise 'Copy@2026-12-01' > /dev/null; crmtrack answer $a copy -m x
still open: j42f.2  commitment: letter, due 2026-12-01 23:59 (if this answers it: --answers j42f.2)
call out on 9xr9 is recorded (evidence: acknowledged)
promised: a12v.1  commitment: copy, due 2026-11-27 23:59
promised: a12v.2  commitment: Copy, due 2026-12-01 23:59
crmtrack: cannot tell which 'copy' of '9xr9' to answer: 2 are open
hint: a12v.1  commitment: copy, due 2026-11-27 23:59
hint: a12v.2  commitment: Copy, due 2026-12-01 23:59
[4]
$ crmtrack answer $a nonsense -m 'x'
crmtrack: cannot find record 'nonsense' of 9xr9
hint: see its records with: crmtrack show 9xr9
[3]

# A step that cannot be is refused before a reason is asked for.

$ crmtrack reject $a
crmtrack: cannot reject '9xr9': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve 9xr9 --outcome OUTCOME --code CODE -m …
[5]

# Words and options of other programs.

$ crmtrack note $a 'spoke to the carrier'
crmtrack: cannot use 'spoke to the carrier': one word more than 'note' takes
hint: usage: crmtrack note [OPTION...] [ID]
hint: a text stands behind -m: -m 'spoke to the carrier'
[2]
$ crmtrack assign $a
crmtrack: cannot run 'assign': PERSON is missing
hint: the person comes last: crmtrack assign 20261121-9xr9k6r04v PERSON
[2]
$ crmtrack assign $a --to ben
crmtrack: cannot use '--to': 'assign' has no such option
hint: the person is the last word: crmtrack assign ID PERSON
hint: 'crmtrack assign -h' lists the options; '--' ends them
[2]
$ crmtrack delete $a
crmtrack: cannot run 'delete': no such command
hint: nothing is deleted: crmtrack undo takes back the last command, crmtrack void ID a complaint
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack push
crmtrack: cannot run 'push': no such command
hint: did you mean 'sync'?
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack kp9q
crmtrack: cannot run 'kp9q': no such command
hint: a complaint: crmtrack show kp9q
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack customer globex
crmtrack: cannot run 'customer globex': no such command
hint: to see it: crmtrack customer show 'globex'
hint: after 'customer' comes one of: add, edit, merge, retire, show, list
[2]
$ crmtrack customer 'Globex AG'
crmtrack: cannot run 'customer Globex AG': no such command
hint: to see it: crmtrack customer show 'Globex AG'
hint: after 'customer' comes one of: add, edit, merge, retire, show, list
[2]
$ crmtrack show globex
crmtrack: cannot find complaint 'globex': it is a customer
hint: their story: crmtrack customer show globex
hint: their complaints: crmtrack list customer:globex
[3]
$ crmtrack agenda --overdue
crmtrack: cannot use '--overdue': 'agenda' has no such option
hint: what is overdue comes first; that alone: crmtrack agenda --until now
hint: 'crmtrack agenda -h' lists the options; '--' ends them
[2]
$ crmtrack export csv -o q3.csv
crmtrack: cannot use '-o': 'export' has no such option
hint: it writes to standard output: crmtrack export … > FILE
hint: 'crmtrack export -h' lists the options; '--' ends them
[2]
$ crmtrack export csv --period last-week
crmtrack: cannot use '--period': 'export' has no such option
hint: 'export' takes filters, which are words, for times too: received:last-week, received.min:mon; see: crmtrack help filter
[2]
$ crmtrack report summary --since mon
crmtrack: cannot use '--since': 'report' has no such option
hint: a stretch of time: --period last-week, --period 2026-q3, --period 2026-11-02..2026-11-08
[2]
$ crmtrack assign me
crmtrack: cannot run 'assign': ID is missing
hint: the complaints come first: crmtrack assign ID me, or crmtrack assign --filter FILTER me
[2]
$ crmtrack report
summary	How many complaints are there, how fast and how well do we answer them?	overview
perception	How do customers perceive each project, and which way does it go?	overview
kpi	Are complaints handled well: the ten key figures?	overview
reasons	What do customers complain about most?	fewer_complaints
channels	Through which channels do which complaints come in?	fewer_complaints
flow	What comes in, what ends, what stays open, and how old is it?	solved_at_once
targets	Which of the times that policy sets are met?	kept_promises
promises	Who keeps their promises, we and our customers, and what is still owed?	kept_promises
escalations	What goes up, why, where to, and who has not answered?	solved_at_once
effort	How much time do complaints take, with the customer and without?	solved_at_once
workload	What has each team to do?	fair_to_people
recurrence	Do complaints of a cause come back after it was fixed?	fewer_complaints
retention	Do customers stay in touch after a complaint as before?	overview
pauses	How long do we say that we wait for customers, and do we?	honest_figures
plans	Are the steps of plans kept by their dates, and do they help?	kept_promises
compliance	What is missing now: an owner, a next step, an answer?	kept_promises
health	Which projects begin to fail, and by which signs?	warned_early
terms	Which words set these complaints apart, and what goes together with a word?	fewer_complaints
lessons	What went wrong, and what did we learn from it?	fewer_complaints
praise	Whom do reviews and customers praise, in their words?	fair_to_people
notifications	Whom did the rules tell what, and what was not sent?	kept_promises
regulator	What does the half-yearly return to the regulator say, by firm?	honest_figures
viewings	Who looked at figures about me, and at whose did I look?	fair_to_people
trail	Which records has this complaint, from whom, when, and signed by whom?	honest_figures
client	What may the customer see of this complaint?	kept_promises
$ crmtrack report summary last-week | head -2
'last-week' is looked for as a word; as a time it is --period last-week
Summary
How many
$ crmtrack list overdue --format table
'overdue' is looked for as a word; as a condition it is overdue:yes
no complaint meets the filter; its words: crmtrack help filter
