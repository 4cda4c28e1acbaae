# Contacts and work: one command a type, and `activity` for any.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -p apollo -r delay -s medium --channel phone -m 'Delivery three weeks late')
$ at() { export CRMTRACK_NOW=2026-11-21T$1:00Z; }
$ at 10:00; crmtrack call $id --out --with Maria --minutes 10 -m 'Told her that we look into it'
01m7yrrt80ev4abv2yvfeg3tgx
call out on dcv8 is recorded (evidence: acknowledged)
hint: dcv8 is still to be acknowledged: crmtrack acknowledge dcv8 -m …, or a contact with --purpose acknowledge
$ at 10:10; crmtrack email $id -m 'Sent the tracking number'
01m7ysb4600r82qph0kvfbvc3c
email out on dcv8 is recorded (evidence: sent)
hint: dcv8 is still to be acknowledged: crmtrack acknowledge dcv8 -m …, or a contact with --purpose acknowledge
$ at 10:20; crmtrack meeting $id --minutes 45 --good -m 'Walked through the plan'
01m7ysxe40k5kaq6zrkyrs4k74
meeting out on dcv8 is recorded (evidence: acknowledged)
hint: dcv8 is still to be acknowledged: crmtrack acknowledge dcv8 -m …, or a contact with --purpose acknowledge
$ at 10:30; crmtrack letter $id -m 'Copy of the order'
01m7ytfr203hgba2mwxnkbv14n
letter out on dcv8 is recorded (evidence: sent)
hint: dcv8 is still to be acknowledged: crmtrack acknowledge dcv8 -m …, or a contact with --purpose acknowledge
$ at 10:40; crmtrack visit $id -m 'Saw the empty shelf'
01m7yv220050eqkep6zm32a5qv
visit out on dcv8 is recorded (evidence: acknowledged)
hint: dcv8 is still to be acknowledged: crmtrack acknowledge dcv8 -m …, or a contact with --purpose acknowledge
$ at 10:50; crmtrack chat $id --in -m 'Still waiting'
01m7yvmby0az9sv8v9gtbtx8pt
chat in on dcv8 is recorded (evidence: acknowledged)
$ at 11:00; crmtrack post $id --in --bad -m 'Complains in public'
01m7yw6nw0jnvnhr38m676dabe
post in on dcv8 is recorded (evidence: acknowledged)
$ at 11:10; crmtrack voicemail $id -m 'Asked to call back'
01m7ywrzt01v0ehja09hxm7evb
voicemail out on dcv8 is recorded (evidence: attempted)
asked for: 1v0e  confirm: confirm our voicemail, due 2026-11-30 17:00
hint: dcv8 is still to be acknowledged: crmtrack acknowledge dcv8 -m …, or a contact with --purpose acknowledge
$ at 11:20; crmtrack note $id -m 'Carrier lost the first parcel'
01m7yxb9r0b5c792zrgrhj3yhj
note on dcv8 is recorded
$ at 11:30; crmtrack work $id --minutes 30 -m 'Traced the parcel'
01m7yxxkp0qjffnc4c8n3ahpjr
work on dcv8 is recorded
$ at 11:40; crmtrack activity $id --type letter --in --evidence signed -m 'A letter by their lawyer'
still open: 1v0e  confirm: confirm our voicemail, due 2026-11-30 17:00 (if this answers it: --answers 1v0e)
01m7yyfxm0raj3ehwn54w6a8mf
letter in on dcv8 is recorded (evidence: signed)
$ at 11:50; crmtrack activity $id -m 'A note, where no type is given'
01m7yz27j0bmwby93kdrf67yad
note on dcv8 is recorded

# Type, direction, evidence and sentiment as they were stored: what is not stated comes from the type.

$ crmtrack show $id --json | python3 -c 'import json, sys
> for r in json.load(sys.stdin)["items"][0]["records"]:
>     if r["kind"] == "activity": print(r["type"], r["direction"], *(r.get(k) for k in ("evidence", "sentiment", "minutes", "visibility")))'
call out acknowledged None 10 None
email out sent None None None
meeting out acknowledged positive 45 None
letter out sent None None None
visit out acknowledged None None None
chat in acknowledged None None None
post in acknowledged negative None None
voicemail out attempted None None None
note internal None None None None
work internal None None 30 None
letter in signed None None None
note internal None None None None
$ crmtrack show $id
dcv8ggpjer  Delivery three weeks late
status    investigating
severity  medium
owner     nobody
customer  acme
project   apollo
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  k8bz  asha@example.com
  complaint received by phone
2026-11-21 10:00  ev4a  asha@example.com
  call out, with Maria [acknowledged]
    Told her that we look into it
    minutes: 10
2026-11-21 10:10  0r82  asha@example.com
  email out [sent]
    Sent the tracking number
2026-11-21 10:20  k5ka  asha@example.com
  meeting out [acknowledged] (positive)
    Walked through the plan
    minutes: 45
2026-11-21 10:30  3hgb  asha@example.com
  letter out [sent]
    Copy of the order
2026-11-21 10:40  50eq  asha@example.com
  visit out [acknowledged]
    Saw the empty shelf
2026-11-21 10:50  az9s  asha@example.com
  chat in [acknowledged]
    Still waiting
2026-11-21 11:00  jnvn  asha@example.com
  post in [acknowledged] (negative)
    Complains in public
2026-11-21 11:10  1v0e  asha@example.com
  voicemail out [attempted]
    Asked to call back
2026-11-21 11:20  b5c7  asha@example.com
  note
    Carrier lost the first parcel
2026-11-21 11:30  qjff  asha@example.com
  work
    Traced the parcel
    minutes: 30
2026-11-21 11:40  raj3  asha@example.com
  letter in [signed]
    A letter by their lawyer
2026-11-21 11:50  bmwb  asha@example.com
  note
    A note, where no type is given

Promises
open       acknowledge: acknowledge the complaint
           k8bz owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           k8bz owed by us, due 2026-11-23 17:00, settled 2026-11-21 10:00 by
           ev4a
open       resolution: resolve the complaint
           k8bz owed by us, due 2026-12-07 17:00
open       confirm: confirm our voicemail
           1v0e owed by acme (customer), due 2026-11-30 17:00
open       update: tell the customer how things stand
           az9s owed by us, due 2026-11-30 17:00

# Our questions to them, and their answers.

$ at 13:00; question=$(crmtrack -q email $id -m 'Which address?' --expects information@2026-11-25)
$ at 13:05; crmtrack agenda --all
2026-11-24T17:00:00Z	20261121-dcv8ggpjer	acknowledge	open	medium	us		01m7yp0xr0k8bzdeczv8zrcvaj	acme	acknowledge the complaint
2026-11-25T23:59:59Z	20261121-dcv8ggpjer	information	open	medium	customer	acme	01m7z32d40mkx7ax8yky0g9af8	acme	send what was asked in our email
2026-11-30T17:00:00Z	20261121-dcv8ggpjer	confirm	open	medium	customer	acme	01m7ywrzt01v0ehja09hxm7evb	acme	confirm our voicemail
2026-12-07T17:00:00Z	20261121-dcv8ggpjer	resolution	open	medium	us		01m7yp0xr0k8bzdeczv8zrcvaj	acme	resolve the complaint
$ at 14:00; crmtrack email $id --in --answers $question -m 'The old one'
01m7z6g8r0388xce83pgtmrzkm
email in on dcv8 is recorded (evidence: acknowledged)
$ at 14:05; crmtrack show $id --json | python3 -c 'import json, sys
> for p in json.load(sys.stdin)["items"][0]["promises"]: print(p["promise"], p["debtor"], p["state"], p["due_at"], p["what"])'
acknowledge us open 2026-11-24T17:00:00Z acknowledge the complaint
first_response us kept 2026-11-23T17:00:00Z respond to the customer
resolution us open 2026-12-07T17:00:00Z resolve the complaint
confirm customer open 2026-11-30T17:00:00Z confirm our voicemail
information customer kept 2026-11-25T23:59:59Z send what was asked in our email
update us kept 2026-11-30T17:00:00Z tell the customer how things stand
update us open 2026-11-30T17:00:00Z tell the customer how things stand

# Our promises, kept.

$ at 15:00; word=$(crmtrack -q call $id -m 'We call on Monday' --promise 'call back@2026-11-23T12:00:00Z')
$ crmtrack agenda
2026-11-23T12:00:00Z	20261121-dcv8ggpjer	commitment	open	medium	us	asha@example.com	01m7z9y4c070fre54frnt1kwm4	acme	call back
2026-11-24T17:00:00Z	20261121-dcv8ggpjer	acknowledge	open	medium	us		01m7yp0xr0k8bzdeczv8zrcvaj	acme	acknowledge the complaint
2026-11-30T17:00:00Z	20261121-dcv8ggpjer	confirm	open	medium	customer	acme	01m7ywrzt01v0ehja09hxm7evb	acme	confirm our voicemail
2026-11-30T17:00:00Z	20261121-dcv8ggpjer	update	open	medium	us		01m7z9y4c070fre54frnt1kwm4	acme	tell the customer how things stand
2026-12-07T17:00:00Z	20261121-dcv8ggpjer	resolution	open	medium	us		01m7yp0xr0k8bzdeczv8zrcvaj	acme	resolve the complaint
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z; crmtrack call $id --out --answers $word -m 'Called: it arrives tomorrow'
01m83t4cm0qz78e4eryxb2fpqe
call out on dcv8 is recorded (evidence: acknowledged)
$ crmtrack agenda
2026-11-24T17:00:00Z	20261121-dcv8ggpjer	acknowledge	open	medium	us		01m7yp0xr0k8bzdeczv8zrcvaj	acme	acknowledge the complaint
2026-11-30T17:00:00Z	20261121-dcv8ggpjer	confirm	open	medium	customer	acme	01m7ywrzt01v0ehja09hxm7evb	acme	confirm our voicemail
2026-12-07T17:00:00Z	20261121-dcv8ggpjer	resolution	open	medium	us		01m7yp0xr0k8bzdeczv8zrcvaj	acme	resolve the complaint

# Good interactions need no complaint.

$ crmtrack call -c acme --good -m 'Quarterly review, all well'
01m83t4cm0ntxdj96xczr6z151
call out on acme is recorded (evidence: acknowledged)
$ crmtrack activity -c acme --type visit --minutes 90 -m 'Showed the new site'
01m83t4cm19ff8n4ap3wmdn8bz
visit out on acme is recorded (evidence: acknowledged)
$ crmtrack compliment -c globex -m 'The quickest answer ever'
customer globex is new and is registered; name it with: crmtrack customer edit globex --name NAME
01m83t4cm1bt2nhbfgeqq4e65r
the compliment of globex is recorded
$ crmtrack customer show acme --json | python3 -c 'import json, sys
> for r in json.load(sys.stdin)["items"][0]["records"]: print(r["kind"], r.get("type"), r.get("sentiment"), r.get("minutes"))'
customer None None None
activity call positive None
activity visit None 90
$ crmtrack compliment $id --with Maria -m 'Well handled, after all'
still open: 1v0e  confirm: confirm our voicemail, due 2026-11-30 17:00 (if this answers it: --answers 1v0e)
01m83t4cm16q87ne6k0w3zbe25
the compliment of dcv8 is recorded

# Subject, person, time, and who may see it.

$ crmtrack note $id -m 'Bad luck' --visibility team --by ben@example.com --at 2026-11-22T08:00:00+01:00 -r delay -p apollo
01m83t4cm2rr17qq655t9hw3f3
note on dcv8 is recorded
$ crmtrack email $id -m 'An update' --purpose update --evidence delivered --ref helpdesk:HD-7 --expects none
01m83t4cm376vtngf1eajrypdj
email out on dcv8 is recorded (evidence: delivered)
$ crmtrack show $id | tail -30
  email out to update [delivered]
    An update
    expects: nothing
    refs: helpdesk:HD-7

Promises
open       acknowledge: acknowledge the complaint
           k8bz owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           k8bz owed by us, due 2026-11-23 17:00, settled 2026-11-21 10:00 by
           ev4a
open       resolution: resolve the complaint
           k8bz owed by us, due 2026-12-07 17:00
open       confirm: confirm our voicemail
           1v0e owed by acme (customer), due 2026-11-30 17:00
kept       information: send what was asked in our email
           mkx7 owed by acme (customer), due 2026-11-25 23:59, settled
           2026-11-21 14:00 by 388x
kept       commitment: call back
           70fr owed by asha@example.com (us), due 2026-11-23 12:00, settled
           2026-11-23 09:00 by qz78
kept       update: tell the customer how things stand
           az9s owed by us, due 2026-11-30 17:00, settled 2026-11-21 13:00 by
           mkx7
kept       update: tell the customer how things stand
           388x owed by us, due 2026-11-30 17:00, settled 2026-11-21 15:00 by
           70fr
kept       update: tell the customer how things stand
           70fr owed by us, due 2026-11-30 17:00, settled 2026-11-23 09:00 by
           qz78

# Refusals.

$ crmtrack call
crmtrack: cannot record this call: give a complaint's id, or -c CUSTOMER where there is no complaint
[2]
$ crmtrack call -m 'Whom?'
crmtrack: cannot record this call: give a complaint's id, or -c CUSTOMER where there is no complaint
[2]
$ crmtrack call $id
crmtrack: cannot record this call: no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack call zzzz -m 'x'
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack call $id -c acme -m 'x'
crmtrack: cannot record this call: give a complaint's id, or -c CUSTOMER where there is no complaint
[2]
$ crmtrack call $id --in --out -m 'x'
crmtrack: cannot have more than one of --in, --out and --internal
[2]
$ crmtrack call $id --good --bad -m 'x'
crmtrack: cannot be both --good and --bad
[2]
$ crmtrack call $id --minutes many -m 'x'
crmtrack: cannot read --minutes 'many': a whole number from 0 to 100000
[2]
$ crmtrack call $id --minutes -5 -m 'x'
crmtrack: cannot read --minutes '-5': a whole number from 0 to 100000
[2]
$ crmtrack activity $id --type smoke -m 'x'
crmtrack: cannot use 'smoke' for '--type': not one of call, email, meeting, letter, visit, chat, post, voicemail, note, work, compliment
[2]
$ crmtrack email $id -m 'x' --purpose chat
crmtrack: cannot use 'chat' for '--purpose': not one of acknowledge, update, answer, request, confirm
[2]
$ crmtrack email $id -m 'x' --evidence certain
crmtrack: cannot use 'certain' for '--evidence': not one of asserted, attempted, sent, delivered, read, acknowledged, signed
[2]
$ crmtrack email $id -m 'x' --expects money
crmtrack: cannot read --expects 'money': expect acknowledgement, reply, information or none
hint: for example: --expects reply@2026-12-01
[2]
$ crmtrack email $id -m 'x' --expects reply@someday
crmtrack: cannot read the time 'someday': it has no known form
hint: forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)
[2]
$ crmtrack email $id -m 'x' --answers zzzz
crmtrack: cannot find record 'zzzz' of dcv8
hint: see its records with: crmtrack show dcv8
[3]
$ crmtrack email $id -m 'x' --visibility all
crmtrack: cannot use 'all' for '--visibility': not one of client, team
[2]
$ crmtrack note $id -m 'x' --promise 'call back'
crmtrack: cannot read --promise 'call back': say what and by when
hint: for example: --promise 'call back@fri 17:00'
[2]
$ crmtrack voicemail $id
crmtrack: cannot record this voicemail: no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack meeting $id -m 'x' --bogus
crmtrack: cannot use '--bogus': 'meeting' has no such option
hint: 'crmtrack meeting -h' lists the options; '--' ends them
[2]
$ crmtrack letter $id -m 'x' --attach missing.pdf
crmtrack: cannot read '$HOME/complaints/missing.pdf': no such file
[3]
$ crmtrack chat $id -F missing.txt
crmtrack: cannot read '$HOME/complaints/missing.txt': no such file
[3]
$ crmtrack work -c acme -m 'x'
01m83t4cm2xdd3vm4x81cejx28
work on acme is recorded
$ crmtrack compliment -m 'x'
crmtrack: cannot record this compliment: give -c CUSTOMER, or the id of a complaint
[2]
$ crmtrack visit zzzz -m 'x'
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack post $id --channel pigeon -m 'x'
crmtrack: cannot use 'pigeon' for '--channel': not one of web, phone, email, post, in_person, chat, social, referral, portal, api
[2]
