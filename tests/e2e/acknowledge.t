# To acknowledge is to say what happens next and by when; it keeps our first promise.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack agenda
2026-11-23T17:00:00Z	20261121-exyfkm3j17	first_response	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	respond to the customer
2026-11-24T17:00:00Z	20261121-exyfkm3j17	acknowledge	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	acknowledge the complaint
2026-12-07T17:00:00Z	20261121-exyfkm3j17	resolution	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint
$ export CRMTRACK_NOW=2026-11-21T10:00:00Z
$ crmtrack acknowledge $id --next-by 2026-11-24 --next 'tell the new date' -m 'We ask the carrier and call you'
01m7yrrt80d2vwea2sxa00d0w7
exyf is acknowledged (evidence: acknowledged); status acknowledged
promised: d2vw  commitment: tell the new date, due 2026-11-24 23:59
$ crmtrack list --fields status,acknowledged_at
acknowledged	2026-11-21T10:00:00Z
$ crmtrack agenda
2026-11-24T23:59:59Z	20261121-exyfkm3j17	commitment	open	medium	us	asha@example.com	01m7yrrt80d2vwea2sxa00d0w7	acme	tell the new date
2026-11-30T17:00:00Z	20261121-exyfkm3j17	update	open	medium	us		01m7yrrt80d2vwea2sxa00d0w7	acme	tell the customer how things stand
2026-12-07T17:00:00Z	20261121-exyfkm3j17	resolution	open	medium	us		01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint
$ crmtrack show $id
exyfkm3j17  Delivery three weeks late
status    acknowledged
severity  medium
owner     nobody
customer  acme
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  j8s3  asha@example.com
  complaint received by phone
2026-11-21 10:00  d2vw  asha@example.com
  call out to acknowledge [acknowledged]
    We ask the carrier and call you
    promises: tell the new date, by 2026-11-24 23:59

Promises
kept       acknowledge: acknowledge the complaint
           j8s3 owed by us, due 2026-11-24 17:00, settled 2026-11-21 10:00 by
           d2vw
kept       first_response: respond to the customer
           j8s3 owed by us, due 2026-11-23 17:00, settled 2026-11-21 10:00 by
           d2vw
open       resolution: resolve the complaint
           j8s3 owed by us, due 2026-12-07 17:00
open       commitment: tell the new date
           d2vw owed by asha@example.com (us), due 2026-11-24 23:59
open       update: tell the customer how things stand
           d2vw owed by us, due 2026-11-30 17:00

# The day of the week, or so many days from now.

$ second=$(crmtrack -q new -c acme -r delay --channel email -m 'Another one')
$ crmtrack acknowledge $second --next-by fri -m 'By Friday' --dry-run
dry run: nothing was written (1 file would be)
# complaints/2026/11/21/m3828217b8/01m7yrrt81pmj8s9e34cbwhkj4-activity.yaml
kind: activity
at: 2026-11-21T10:00:00Z
by: asha@example.com
after: [01m7yrrt80yw93c7zx4ry5nysk]
type: email
direction: out
channel: email
purpose: acknowledge
evidence: sent
text: By Friday
promises:
  - what: next step
    due: 2026-11-27T23:59:59Z
    next_step: true
$ crmtrack acknowledge $second --next-by +2d -m 'In two days'
01m7yrrt81yhqkyw675ptqfdp1
m382 is acknowledged (evidence: sent); status acknowledged
promised: yhqk  commitment: next step, due 2026-11-23 10:00
$ crmtrack show $second --json | python3 -c 'import json, sys
> for p in json.load(sys.stdin)["items"][0]["promises"]: print(p["promise"], p["state"], p["due_at"])'
acknowledge kept 2026-11-24T17:00:00Z
first_response kept 2026-11-23T17:00:00Z
resolution open 2026-12-07T17:00:00Z
commitment open 2026-11-23T10:00:00Z
update open 2026-11-30T17:00:00Z

# Evidence comes from the channel: a voice-mail reaches nobody, and does not keep the promise.

$ third=$(crmtrack -q new -c acme -r delay --channel phone -m 'A third')
$ crmtrack acknowledge $third --evidence attempted -m 'Left a message'
01m7yrrt81wp556ywbcf5dmk38
recorded, but qy1x is not acknowledged: the evidence is below 'sent'
$ crmtrack list --fields status,summary
received	A third
acknowledged	Another one
acknowledged	Delivery three weeks late

# Once more is allowed before it is resolved, and moves nothing; after that it is refused.

$ crmtrack -q assign $id me > /dev/null; crmtrack acknowledge $id -m 'Once more'
01m7yrrt82t36vc59e7w8rep8s
exyf is acknowledged (evidence: acknowledged); status investigating
$ crmtrack list --fields status,summary
received	A third
acknowledged	Another one
investigating	Delivery three weeks late
$ crmtrack -q resolve $id --outcome upheld --code fixed -m 'Arrived' > /dev/null
$ crmtrack acknowledge $id -m 'While the answer is out'
01m7yrrt84vn9g75em6ts4mt7b
exyf is acknowledged (evidence: acknowledged); status responded
$ crmtrack -q confirm $id --evidence signed > /dev/null; crmtrack acknowledge $id -m 'Too late'
crmtrack: cannot acknowledge 'exyf': it is resolved; reopen it first
hint: crmtrack reopen exyf --why …
[5]

# Other refusals.

$ crmtrack acknowledge
crmtrack: cannot run 'acknowledge': ID is missing
hint: usage: crmtrack acknowledge [OPTION...] ID
[2]
$ crmtrack acknowledge $second
crmtrack: cannot run 'acknowledge': no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack acknowledge zzzz -m 'x'
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack acknowledge $second --next-by sometime -m 'x'
crmtrack: cannot read the time 'sometime': it has no known form
hint: forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)
[2]
$ crmtrack acknowledge $second --channel smoke -m 'x'
crmtrack: cannot use 'smoke' for '--channel': not one of web, phone, email, post, in_person, chat, social, referral, portal, api
[2]
$ crmtrack acknowledge $second --evidence sure -m 'x'
crmtrack: cannot use 'sure' for '--evidence': not one of asserted, attempted, sent, delivered, read, acknowledged, signed
[2]
