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
$ crmtrack __complete plan $id ''
$ crmtrack __complete plan $id done ''
$ crmtrack __complete plan $id add x --needs ''
$ crmtrack __complete plan $id slip --w

# Reports, measures, and the keys of --sort.

$ crmtrack __complete report ''
trail
summary
reasons
escalations
plans
lessons
praise
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
brj7	call out [acknowledged]
brj7.1	call back
brj7.2	write
jfrx	complaint received by phone
$ crmtrack __complete call $id --answers ''
brj7	call out [acknowledged]
brj7.1	call back
brj7.2	write
jfrx	complaint received by phone
$ crmtrack __complete waive $id ''
acknowledge@jfrx	acknowledge the complaint
resolution@jfrx	resolve the complaint
commitment@brj7.1	call back
commitment@brj7.2	write
update@brj7	tell the customer how things stand
$ crmtrack __complete waive nothing ''
$ crmtrack -q call -c acme -m 'How is it going?' --expects reply >asked
$ crmtrack __complete call -c acme --answers ''
ws3a	call out [acknowledged]
aedy	customer
$ crmtrack __complete new -c ''
acme	Acme Ltd

# A filter's fixed words need no repository.

$ cd .. && crmtrack __complete list status:res
status:responded
status:resolved
