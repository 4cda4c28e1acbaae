# A mistake is corrected by a later record, never by an edit: both versions stand.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay -s low --channel phone -m 'Delivery three weeks late')
$ call=$(crmtrack -q call $id --minutes 4 --with Maria -m 'Told her the date')
$ crmtrack correct $id $call --set minutes=45 --why 'Typed 4'
01m7yp0xr23brgrw6a13z6rcm9
record z4r2 is corrected; both versions stay in the story
$ crmtrack show $id
aqs9yesp9a  Delivery three weeks late
status    received
severity  low
owner     nobody
customer  acme
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  s2m8  asha@example.com
  complaint received by phone
2026-11-21 09:12  z4r2  asha@example.com
  call out, with Maria [acknowledged]
    Told her the date
    minutes: 4
  corrected: minutes is 45
2026-11-21 09:12  3brg  asha@example.com
  correction of z4r2: minutes = 45
    why: Typed 4

Promises
open       acknowledge: acknowledge the complaint
           s2m8 owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           s2m8 owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           z4r2
open       resolution: resolve the complaint
           s2m8 owed by us, due 2026-12-07 17:00
$ crmtrack show $id --json | python3 -c 'import json, sys
> for r in json.load(sys.stdin)["items"][0]["records"]: print(r["kind"], r.get("minutes"), r.get("set"), r.get("why"))'
complaint None None None
activity 4 None None
correction None {'minutes': 45} Typed 4

# The complaint itself; several fields; a time.

$ first=$(crmtrack show $id --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["items"][0]["records"][0]["id"])')
$ crmtrack correct $id $first --set summary='Delivery four weeks late' --set severity=high --why 'Misheard'
01m7yp0xr3ny457f03rkfzatz1
record s2m8 is corrected; both versions stay in the story
$ crmtrack correct $id $call --set at=2026-11-20T17:00:00Z --why 'It was yesterday'
01m7yp0xr4zmqfp1kx1tsq4v2b
record z4r2 is corrected; both versions stay in the story
$ crmtrack list --fields severity,summary
high	Delivery four weeks late
$ crmtrack show $id | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  s2m8  asha@example.com
  complaint received by phone
  corrected: severity is high
  corrected: summary is Delivery four weeks late
2026-11-21 09:12  z4r2  asha@example.com
  call out, with Maria [acknowledged]
    Told her the date
    minutes: 4
  corrected: at is 2026-11-20T17:00:00Z
  corrected: minutes is 45
2026-11-21 09:12  3brg  asha@example.com
  correction of z4r2: minutes = 45
    why: Typed 4
2026-11-21 09:12  ny45  asha@example.com
  correction of s2m8: summary = Delivery four weeks late, severity = high
    why: Misheard
2026-11-21 09:12  zmqf  asha@example.com
  correction of z4r2: at = 2026-11-20 17:00
    why: It was yesterday

Promises

# The newest correction of a field stands.

$ crmtrack correct $id $call --set minutes=40 --why 'Looked it up'
01m7yp0xr5c0m6crvj3mfcxmqf
record z4r2 is corrected; both versions stay in the story
$ crmtrack show $id | grep -n minutes
18:    minutes: 4
20:  corrected: minutes is 40
22:  correction of z4r2: minutes = 45
31:  correction of z4r2: minutes = 40

# A call noted on the wrong complaint moves, and is shown in both.

$ other=$(crmtrack -q new -c globex -r outage -m 'Shop is down')
$ crmtrack correct $id $call --set complaint=$other --why 'Noted on the wrong complaint'
01m7yp0xr6n9y7pk65dw9t4y8m
record z4r2 is moved to 95q3; it shows in both
$ crmtrack show $id | sed "s/$other/OTHER/g" | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  s2m8  asha@example.com
  complaint received by phone
  corrected: severity is high
  corrected: summary is Delivery four weeks late
2026-11-21 09:12  z4r2  asha@example.com
  call out, with Maria [acknowledged]
    Told her the date
    minutes: 4
  corrected: at is 2026-11-20T17:00:00Z
  corrected: complaint is OTHER
  corrected: minutes is 40
  moved to 95q3rhyvxm
2026-11-21 09:12  3brg  asha@example.com
  correction of z4r2: minutes = 45
    why: Typed 4
2026-11-21 09:12  ny45  asha@example.com
  correction of s2m8: summary = Delivery four weeks late, severity = high
    why: Misheard
2026-11-21 09:12  zmqf  asha@example.com
  correction of z4r2: at = 2026-11-20 17:00
    why: It was yesterday
2026-11-21 09:12  c0m6  asha@example.com
  correction of z4r2: minutes = 40
    why: Looked it up
2026-11-21 09:12  n9y7  asha@example.com
  correction of z4r2: complaint = OTHER
    why: Noted on the wrong complaint

Promises
$ crmtrack show $other | sed -n '/call out/,/^Promises/p'
  call out, with Maria [acknowledged]
    Told her the date
    minutes: 4
  moved here from aqs9yesp9a
  corrected: at is 2026-11-20T17:00:00Z
  corrected: complaint is 20261121-95q3rhyvxm
  corrected: minutes is 40
2026-11-21 09:12  3brg  asha@example.com
  correction of z4r2: minutes = 45
    why: Typed 4
  said on aqs9yesp9a
2026-11-21 09:12  zmqf  asha@example.com
  correction of z4r2: at = 2026-11-20 17:00
    why: It was yesterday
  said on aqs9yesp9a
2026-11-21 09:12  c0m6  asha@example.com
  correction of z4r2: minutes = 40
    why: Looked it up
  said on aqs9yesp9a
2026-11-21 09:12  n9y7  asha@example.com
  correction of z4r2: complaint = 20261121-95q3rhyvxm
    why: Noted on the wrong complaint
  said on aqs9yesp9a

Promises

# Refusals.

$ crmtrack correct $id $call
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack correct $id $call --set minutes=5
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack correct $id $call --why x
crmtrack: cannot correct nothing
hint: say what was wrong with --set FIELD=VALUE
[2]
$ crmtrack correct $id zzzz --set minutes=5 --why x
crmtrack: cannot find record 'zzzz' of aqs9
hint: see its records with: crmtrack show aqs9
[3]
$ crmtrack correct zzzz $call --set minutes=5 --why x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack correct $id --set minutes=5 --why x
crmtrack: cannot run 'correct': RECORD is missing
hint: usage: crmtrack correct [OPTION...] ID RECORD
[2]
$ crmtrack correct $id $call --set minutes --why x
crmtrack: cannot read --set 'minutes': write FIELD=VALUE, the field in a-z, 0-9 and _
[2]
$ crmtrack correct $id $call --set minutes=many --why x
crmtrack: cannot read --set minutes=many: not a whole number
[2]
$ crmtrack correct $id $call --set type=smoke --why x
crmtrack: cannot read --set type=smoke: none of call, email, meeting, letter, visit, chat, post, voicemail, note, work, compliment
[2]
$ crmtrack correct $id $call --set kind=escalation --why x
crmtrack: cannot correct 'kind': it is part of the record's place in the story
[5]
$ crmtrack correct $id $call --set id=1 --why x
crmtrack: cannot correct 'id': it is part of the record's place in the story
[5]
$ crmtrack correct $id $call --set complaint=zzzz --why x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack correct $id $first --set complaint=$other --why x
crmtrack: cannot move a complaint to another complaint: only activities move
[5]
$ crmtrack correct $id $call --set at=whenever --why x
crmtrack: cannot read the time 'whenever': it has no known form
hint: forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)
[2]
