# To acknowledge is to say what happens next and by when; it keeps our first promise.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack agenda
open		us		acknowledge	20261121-exyfkm3j17	acme	acknowledge the complaint
$ export CRMTRACK_NOW=2026-11-21T10:00:00Z
$ crmtrack acknowledge $id --next-by 2026-11-24 --next 'tell the new date' -m 'We ask the carrier and call you'
01m7yrrt80698mmbct4601rfh2
exyf is acknowledged; status acknowledged
$ crmtrack list --fields status,acknowledged_at
acknowledged	2026-11-21T10:00:00Z
$ crmtrack agenda
open	2026-11-24T23:59:59Z	us	asha@example.com	commitment	20261121-exyfkm3j17	acme	tell the new date
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
2026-11-21 10:00  698m  asha@example.com
  call out to acknowledge [acknowledged]
    We ask the carrier and call you
    promises: tell the new date, by 2026-11-24 23:59

Promises
kept       acknowledge: acknowledge the complaint
           j8s3 owed by us, settled 2026-11-21 10:00 by 698m
open       commitment: tell the new date
           698m owed by asha@example.com (us), due 2026-11-24 23:59

# The day of the week, or so many days from now.

$ second=$(crmtrack -q new -c acme -r delay --channel email -m 'Another one')
$ crmtrack acknowledge $second --next-by fri -m 'By Friday' --dry-run
dry run: nothing was written (1 file would be)
# complaints/2026/11/21/eg2fys6vj4/01m7yrrt810df0sqqp3qwzfprs-activity.yaml
kind: activity
at: 2026-11-21T10:00:00Z
by: asha@example.com
after: [01m7yrrt80hq335y7syxctmv6c]
type: email
direction: out
channel: email
purpose: acknowledge
evidence: sent
text: By Friday
promises:
  - what: next step
    due: 2026-11-27T23:59:59Z
$ crmtrack acknowledge $second --next-by +2d -m 'In two days'
01m7yrrt81ztbkvs8yy3g9ky4p
eg2f is acknowledged; status acknowledged
$ crmtrack show $second --json | python3 -c 'import json, sys
> for p in json.load(sys.stdin)["items"][0]["promises"]: print(p["promise"], p["state"], p["due_at"])'
acknowledge kept None
commitment open 2026-11-23T10:00:00Z

# Evidence comes from the channel: a voice-mail reaches nobody, and does not keep the promise.

$ third=$(crmtrack -q new -c acme -r delay --channel phone -m 'A third')
$ crmtrack acknowledge $third --evidence attempted -m 'Left a message'
01m7yrrt81sva0a54qcxxfm8ak
recorded, but fx91 is not acknowledged: the evidence is below 'sent'
$ crmtrack list --fields status,summary
received	A third
acknowledged	Another one
acknowledged	Delivery three weeks late

# Once more is allowed before it is resolved, and moves nothing; after that it is refused.

$ crmtrack -q assign $id me > /dev/null; crmtrack acknowledge $id -m 'Once more'
01m7yrrt82jtry9jzgwbyg6ayh
exyf is acknowledged; status investigating
$ crmtrack list --fields status,summary
received	A third
acknowledged	Another one
investigating	Delivery three weeks late
$ crmtrack -q resolve $id --outcome upheld --code fixed -m 'Arrived' > /dev/null
$ crmtrack acknowledge $id -m 'While the answer is out'
01m7yrrt84b18mvg5r96ftbhjv
exyf is acknowledged; status responded
$ crmtrack -q confirm $id --evidence signed > /dev/null; crmtrack acknowledge $id -m 'Too late'
crmtrack: cannot acknowledge 'exyf': it is resolved; reopen it first
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
