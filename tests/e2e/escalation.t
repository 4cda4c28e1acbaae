# Up the levels and down again: who asked whom, why, and what came of it.

$ crmtrack -q init complaints && cd complaints
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }
$ level() { crmtrack list --all --fields level,peak_level,owner,status "$@"; }
$ id=$(crmtrack -q new -c acme -p apollo -r billing-wrong-amount -s high -m 'Invoice 4711 charged twice')
$ at 21T10:00; crmtrack escalate $id --to 1 --person ben@example.com --why 'Refund above our limit'
01m7yrrt80z8sa60g638xgwe9x
gy7m is at level 1 (project manager), with ben@example.com; they accept, decline or return it
$ level
1	1		received
$ crmtrack agenda --all
2026-11-23T13:00:00Z	20261121-gy7m3c7hrm	accept	open	high	us	ben@example.com	01m7yrrt80z8sa60g638xgwe9x	acme	accept the escalation
2026-11-23T17:00:00Z	20261121-gy7m3c7hrm	first_response	open	high	us		01m7yp0xr04v24hb0geexatt33	acme	respond to the customer
2026-11-24T17:00:00Z	20261121-gy7m3c7hrm	acknowledge	open	high	us		01m7yp0xr04v24hb0geexatt33	acme	acknowledge the complaint
2026-12-07T17:00:00Z	20261121-gy7m3c7hrm	resolution	open	high	us		01m7yp0xr04v24hb0geexatt33	acme	resolve the complaint
$ at 21T10:30; crmtrack return $id --by ben@example.com --why 'Not without a figure'
01m7ytfr203y63z9nganspj1pt
the escalation of gy7m is answered: return; level 0
$ level
0	1		received

# With a directory, the person follows from level and project.

$ crmtrack -q person add asha@example.com --name 'Asha Rao' --role front_line
asha@example.com
$ crmtrack -q person add ben@example.com --name 'Ben Okoro' --role project_manager --team north
ben@example.com
$ crmtrack -q person add cleo@example.com --name 'Cleo Diaz' --role complaints_manager
cleo@example.com
$ crmtrack -q person add dan@example.com --name 'Dan Wu' --role senior_management
dan@example.com
$ crmtrack -q project add apollo --name Apollo --manager ben@example.com --people 2=cleo@example.com
apollo

# Declined, then taken by the next one.

$ at 21T11:00; crmtrack escalate $id --to 'complaints manager' --why 'Customer asks for a manager' --trigger customer --nature both --asked act --answer-by 2026-11-21T15:00:00Z
01m7yw6nw0zm2ng1aa4kcfaj93
gy7m is at level 2 (complaints manager), with cleo@example.com; they accept, decline or return it by 2026-11-21 15:00
$ level
2	2		received
$ crmtrack agenda cleo@example.com
2026-11-21T15:00:00Z	20261121-gy7m3c7hrm	accept	open	high	us	cleo@example.com	01m7yw6nw0zm2ng1aa4kcfaj93	acme	accept the escalation
$ at 21T12:00; crmtrack decline $id --by cleo@example.com --why 'Within your own limit since May'
01m7yzmhg0r9kctar7qqwsyjkd
the escalation of gy7m is answered: decline; level 0
$ level
0	2		received
$ at 21T13:00; crmtrack escalate $id --to 3 --why 'The limit is disputed' --trigger overdue --asked decide
01m7z32d40g6j3az2h3s24snyt
gy7m is at level 3 (senior management), with dan@example.com; they accept, decline or return it
$ at 21T14:00; crmtrack accept $id --by dan@example.com
01m7z6g8r0mgj8j1h8d15wcayd
the escalation of gy7m is answered: accept; level 3
$ level
3	3		received

# Down, with the remaining risk.

$ at 22T10:00; crmtrack escalate $id --to 1 --down --why 'Decided; no risk left'
01m81b5h80sv5kf9p7378h5gge
gy7m is down at level 1 (project manager)
$ level
1	3		received
$ crmtrack show $id
gy7m3c7hrm  Invoice 4711 charged twice
status    received
severity  high
owner     nobody
level     1 (project manager), was at 3
customer  acme
project   apollo
reason    billing-wrong-amount (Wrong amount billed)
channel   phone
received  2026-11-21 09:12 (1 day ago)

Story
2026-11-21 09:12  4v24  asha@example.com
  complaint received by phone
2026-11-21 10:00  z8sa  asha@example.com
  escalation, level 0 to 1, to ben@example.com (hierarchical, manual)
    asked: decide
    why: Refund above our limit
2026-11-21 10:30  3y63  ben@example.com
  noted by asha@example.com
  escalation: return
    why: Not without a figure
2026-11-21 11:00  zm2n  asha@example.com
  escalation, level 0 to 2, to cleo@example.com (both, customer)
    asked: act
    due: 2026-11-21 15:00
    why: Customer asks for a manager
2026-11-21 12:00  r9kc  cleo@example.com
  noted by asha@example.com
  escalation: decline
    why: Within your own limit since May
2026-11-21 13:00  g6j3  asha@example.com
  escalation, level 0 to 3, to dan@example.com (hierarchical, overdue)
    asked: decide
    why: The limit is disputed
2026-11-21 14:00  mgj8  dan@example.com
  noted by asha@example.com
  escalation: accept
2026-11-22 10:00  sv5k  asha@example.com
  escalation, level 3 to 1, to ben@example.com (hierarchical, manual)
    why: Decided; no risk left

Escalation
2026-11-21 10:00  level 0 to 1 (project manager), to ben@example.com, by
asha@example.com: Refund above our limit
    return by ben@example.com after 30m: Not without a figure
2026-11-21 11:00  level 0 to 2 (complaints manager), to cleo@example.com, by
asha@example.com: Customer asks for a manager
    decline by cleo@example.com after 1h: Within your own limit since May
2026-11-21 13:00  level 0 to 3 (senior management), to dan@example.com, by
asha@example.com: The limit is disputed
    accept by dan@example.com after 1h
2026-11-22 10:00  level 3 to 1 (project manager), to ben@example.com, by
asha@example.com: Decided; no risk left

Promises
open       acknowledge: acknowledge the complaint
           4v24 owed by us, due 2026-11-24 17:00
open       first_response: respond to the customer
           4v24 owed by us, due 2026-11-23 17:00
open       resolution: resolve the complaint
           4v24 owed by us, due 2026-12-07 17:00
kept       accept: accept the escalation
           z8sa owed by ben@example.com (us), due 2026-11-23 13:00, settled
           2026-11-21 10:30 by 3y63
kept       accept: accept the escalation
           zm2n owed by cleo@example.com (us), due 2026-11-21 15:00, settled
           2026-11-21 12:00 by r9kc
kept       accept: accept the escalation
           g6j3 owed by dan@example.com (us), due 2026-11-23 13:00, settled
           2026-11-21 14:00 by mgj8
$ crmtrack report escalations
Escalations
escalated, of those received              100.0 %  (20.7 to 100.0 %), 1 of 1
mean peak level                           3  of 1
open above level 0 now                    1
time to an answer of whom it went to, m…  0.0 days  of 3
escalations without an answer             0.0 %  (0.0 to 56.1 %), 0 of 3

What set them off
Trigger   Escalations
customer            1
manual              1
overdue             1

Where they went
To level              All  Accepted  Declined  Returned  Overtaken  No answer
1 project manager       1         0         0         1          0          0
2 complaints manager    1         0         1         0          0          0
3 senior management     1         1         0         0          0          0

Escalated and open
Complaint   Level  With             Answer     Since       Summary
gy7m3c7hrm      1  ben@example.com  not asked  2026-11-22  Invoice 4711 charged…

all time, as of 2026-11-22T10:00:00Z (UTC); ledger d658abfcde3a

# Declining and returning say why; who was asked answers, and once.

$ other=$(crmtrack -q new -c acme -r delay -m 'Late again')
$ crmtrack escalate $other --to 2 --person cleo@example.com --why 'Three times late'
01m81b5h813adqh1c7b92m0gy1
h5jy is at level 2 (complaints manager), with cleo@example.com; they accept, decline or return it
$ crmtrack decline $other --by cleo@example.com
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack return $other --by cleo@example.com
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack accept $other
crmtrack: cannot accept 'h5jy': the escalation went to cleo@example.com
hint: where you write it down for them: crmtrack accept h5jy --by cleo@example.com
[5]
$ crmtrack accept $other --by cleo@example.com --why 'Gladly'
01m81b5h82nhvnbw9f26ykrx56
the escalation of h5jy is answered: accept; level 2
$ crmtrack decline $other --by cleo@example.com --why 'After all not'
crmtrack: cannot decline 'h5jy': no escalation of it waits for an answer
[5]

# Refusals.

$ crmtrack escalate $id --to 2
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack escalate $id --to 9 --why x
crmtrack: cannot use level '9': policy does not list it
hint: levels: 0 (front line), 1 (project manager), 2 (complaints manager), 3 (senior management), 4 (external)
[5]
$ crmtrack escalate $id --to director --why x
crmtrack: cannot use level 'director': policy does not list it
hint: levels: 0 (front line), 1 (project manager), 2 (complaints manager), 3 (senior management), 4 (external)
[5]
$ crmtrack escalate $id --to 1 --why x
crmtrack: cannot escalate 'gy7m' to level 1: it is at level 1
hint: to ask another person of this level, add --person
[5]
$ crmtrack escalate $id --to 0 --why x
crmtrack: cannot escalate 'gy7m' to level 0: it is at level 1
hint: to lower it, add --down
[5]
$ crmtrack escalate $id --to 3 --down --why x
crmtrack: cannot move 'gy7m' down to level 3: it is at level 1
[5]
$ crmtrack escalate $id --to 2 --person nobody@example.com --why x
crmtrack: cannot use person 'nobody@example.com': policy does not list it
hint: did you mean ben@example.com or cleo@example.com or asha@example.com?
hint: see: crmtrack person list
[5]
$ crmtrack escalate $id --to 2 --nature sideways --why x
crmtrack: cannot use 'sideways' for '--nature': not one of functional, hierarchical, both
[2]
$ crmtrack escalate $id --to 2 --trigger mood --why x
crmtrack: cannot use 'mood' for '--trigger': not one of manual, customer, overdue, warning, severity, repeat, rating, age, rule
[2]
$ crmtrack escalate $id --to 2 --asked money --why x
crmtrack: cannot use 'money' for '--asked': not one of decide, act, inform
[2]
$ crmtrack escalate zzzz --to 2 --why x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ third=$(crmtrack -q new -c acme -m 'Never escalated')
$ crmtrack accept $third
crmtrack: cannot accept 'dzd4': no escalation of it waits for an answer
[5]
$ crmtrack decline $third --why x
crmtrack: cannot decline 'dzd4': no escalation of it waits for an answer
[5]
$ crmtrack return $third --why x
crmtrack: cannot return 'dzd4': no escalation of it waits for an answer
[5]
$ crmtrack accept; crmtrack decline; crmtrack return
crmtrack: cannot run 'accept': ID is missing
hint: usage: crmtrack accept [OPTION...] ID
crmtrack: cannot run 'decline': ID is missing
hint: usage: crmtrack decline [OPTION...] ID
crmtrack: cannot run 'return': ID is missing
hint: usage: crmtrack return [OPTION...] ID
[2]

# A person who accepted an escalation hands it back when done: the acceptance and its time stay. An escalation that was
# moved on needs no answer any more.
$ crmtrack -q escalate $third --to 1 --person ben@example.com --why 'Too much for one'
01m81b5h813b6dckv904vnkz76
$ crmtrack -q escalate $third --to 2 --person cleo@example.com --why 'Too much for two'
01m81b5h82pjf1cw6rqjyq89m4
$ crmtrack accept $third --by cleo@example.com
01m81b5h830qeh3ed2hx6rde8s
the escalation of dzd4 is answered: accept; level 2
$ crmtrack accept $third --by ben@example.com
crmtrack: cannot accept 'dzd4': no escalation of it waits for an answer
[5]
$ crmtrack return $third --by cleo@example.com --why 'Decided: refund in full'
01m81b5h84ygv1nat98ek8wtnm
the escalation of dzd4 is answered: return; level 1
$ crmtrack show $third --json | jq -r '.items[0] | .level, (.escalations[] | [.to_level, .answer, .left_at != null] | @tsv)'
1
1		true
2	accept	true
$ crmtrack return $third --by cleo@example.com --why 'Again'
crmtrack: cannot return 'dzd4': no escalation of it waits for an answer
[5]
