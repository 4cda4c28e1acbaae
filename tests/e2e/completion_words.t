# Completion offers the words that a place takes: values of filters, records, promises, reports, keys.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q person add asha@example.com --name 'Asha Rao' && crmtrack -q person add ben@example.com --name 'Ben Okoro'
asha@example.com
ben@example.com
$ crmtrack -q customer add acme --name 'Acme Ltd' --region north >acme
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack -q call $id -m 'We call' --promise 'call back@2026-11-25' --promise 'write@2026-11-26' >called

# Filters: a key, its modifiers behind a dot, its values behind the colon and behind each comma.

$ crmtrack __complete list own
owner:
$ crmtrack __complete list severity.
severity.not:	another one, or none
severity.none:	yes: there is none; no: there is one
severity.has:	contains
severity.min:	at least, or from then on
severity.max:	at most, or up to then
$ crmtrack __complete list status:
status:open
status:received
status:acknowledged
status:investigating
status:waiting
status:responded
status:resolved
status:closed
status:withdrawn
status:void
$ crmtrack __complete list status:open,re
status:open,received
status:open,responded
status:open,resolved
$ crmtrack __complete list severity.min:h
severity.min:high
$ crmtrack __complete list owner:
owner:me	you
owner:asha@example.com	Asha Rao
owner:ben@example.com	Ben Okoro
owner:left	everybody who has left
$ crmtrack __complete list customer:a
customer:acme	Acme Ltd
$ crmtrack __complete list region:
region:north
$ crmtrack __complete list reason:de
reason:defective-product	Product or service is faulty
reason:delay	Delay
$ crmtrack __complete list owner.none:
owner.none:yes
owner.none:no
$ crmtrack __complete list received.min:
received.min:today
received.min:yesterday
received.min:-7d	seven days ago
received.min:-30d	thirty days ago
$ crmtrack __complete list nothing:
$ crmtrack __complete close --filter channel:p
channel:phone
channel:post
channel:portal
$ crmtrack __complete report summary status:op
status:open

# A plan: what stands before its verb, the verbs, the steps.

$ crmtrack -q plan $id add 'Ask the carrier daily' --owner me --due 2026-11-27 > /dev/null
$ crmtrack __complete plan ''
ygsw	acme: Delivery three weeks late
acme	Acme Ltd
$ crmtrack __complete plan $id ''
add	agree upon a step
done	say that a step is done; somebody else verifies it
verify	say that a step which somebody else did is done
slip	put a step off; its first date stays
drop	let a step go, with the reason
review	say whether a verified step helped
$ crmtrack __complete plan $id done ''
1	agreed: Ask the carrier daily
$ crmtrack __complete plan $id add x --needs ''
1	agreed: Ask the carrier daily
$ crmtrack __complete plan $id slip --w
--why	the reason, in words

# Reports, measures, and the keys of --sort.

$ crmtrack __complete report ''
summary	How many complaints are there, how fast and how well do we answer them?
perception	How do customers perceive each project, and which way does it go?
kpi	Are complaints handled well: the ten key figures?
reasons	What do customers complain about most?
channels	Through which channels do which complaints come in?
flow	What comes in, what ends, what stays open, and how old is it?
targets	Which of the times that policy sets are met?
promises	Who keeps their promises, we and our customers, and what is still owed?
escalations	What goes up, why, where to, and who has not answered?
effort	How much time do complaints take, with the customer and without?
workload	What has each team to do?
recurrence	Do complaints of a cause come back after it was fixed?
retention	Do customers stay in touch after a complaint as before?
pauses	How long do we say that we wait for customers, and do we?
plans	Are the steps of plans kept by their dates, and do they help?
compliance	What is missing now: an owner, a next step, an answer?
health	Which projects begin to fail, and by which signs?
terms	Which words set these complaints apart, and what goes together with a word?
lessons	What went wrong, and what did we learn from it?
praise	Whom do reviews and customers praise, in their words?
notifications	Whom did the rules tell what, and what was not sent?
regulator	What does the half-yearly return to the regulator say, by firm?
viewings	Who looked at figures about me, and at whose did I look?
trail	Which records has this complaint, from whom, when, and signed by whom?
client	What may the customer see of this complaint?
$ crmtrack __complete report escalations --records ''
escalation_rate	escalated, of those received
mean_peak_level	mean peak level
escalated_now	open above level 0 now
time_to_accept_median	time to an answer of whom it went to, median
unanswered	escalations without an answer
$ crmtrack __complete report nothing --records ''
$ crmtrack __complete list --sort sev
severity
$ crmtrack __complete list --sort severity,-rece
severity,-received
severity,-received_at

# Records and promises of the complaint, or customer, that stands on the line.

$ crmtrack __complete correct $id ''
vk2c	step agreed: asha@example.com, by 2026-11-27 23:59
t975	call out [acknowledged]
t975.1	call back
t975.2	write
fa5f	complaint received by phone
$ crmtrack __complete call $id --answers ''
vk2c	step agreed: asha@example.com, by 2026-11-27 23:59
t975	call out [acknowledged]
t975.1	call back
t975.2	write
fa5f	complaint received by phone
$ crmtrack __complete waive $id ''
acknowledge@fa5f	acknowledge the complaint
resolution@fa5f	resolve the complaint
commitment@t975.1	call back
commitment@t975.2	write
step@vk2c	Ask the carrier daily
update@t975	tell the customer how things stand
$ crmtrack __complete waive nothing ''
$ crmtrack -q call -c acme -m 'How is it going?' --expects reply >asked
$ crmtrack __complete call -c acme --answers ''
7d9v	call out [acknowledged]
aedy	customer
$ crmtrack __complete new -c ''
acme	Acme Ltd

# A filter's fixed words need no repository.

$ cd .. && crmtrack __complete list status:res
status:responded
status:resolved
