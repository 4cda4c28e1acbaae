# One command for many complaints: one commit, and a dry run to look before.

$ crmtrack -q init complaints && cd complaints
$ for n in 1 2 3 4; do crmtrack -q new -c acme -p apollo -r delay -m "Parcel $n"; done > ids
$ crmtrack -q new -c acme -p borealis -r other -m 'Something else' >> ids
$ show() { crmtrack list --fields summary,status,owner,severity --sort summary "$@"; }

# To a person; me is whoever runs it.

$ crmtrack assign $(head -1 ids) me
01m7yp0xr1tf7xh1ytvgvbdpkz
asha@example.com now owns k576
$ crmtrack assign $(head -1 ids) ben@example.com --why 'On leave'
01m7yp0xr221pa6gnaghhxxvfs
ben@example.com now owns k576
$ crmtrack assign $(sed -n 2,3p ids) me
01m7yp0xr1t284f8bn2qh5v29x
01m7yp0xr17exd2vgc7sfsqzhe
asha@example.com now owns 2 complaints
$ git log -2 --format=%s ledger
assign 2 complaints
assignment k576dv9d2b: assigned
$ git log -1 --format=%b ledger | sed 's/: .*/: …/' | sort | uniq -c
      1 
      1 Complaints: …
      1 Policy: …
      1 Records: …
$ show
Parcel 1	investigating	ben@example.com	medium
Parcel 2	investigating	asha@example.com	medium
Parcel 3	investigating	asha@example.com	medium
Parcel 4	received		medium
Something else	received		medium

# By a filter: first looked at, then done.

$ crmtrack assign --filter 'owner.none:yes project:apollo' ben@example.com -n
dry run: nothing was written (1 file would be)
# complaints/2026/11/21/m76tm1yce0/01m7yp0xr1x0rrw9k4nd6jvynh-assignment.yaml
kind: assignment
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr0fcr3a0nn5nbc8rrj]
to: ben@example.com
$ show
Parcel 1	investigating	ben@example.com	medium
Parcel 2	investigating	asha@example.com	medium
Parcel 3	investigating	asha@example.com	medium
Parcel 4	received		medium
Something else	received		medium
$ crmtrack assign --filter 'owner.none:yes project:apollo' ben@example.com --why 'Ben is back'
01m7yp0xr1wrv22y9jf6ej2wr0
ben@example.com now owns m76t
$ crmtrack assign --filter 'owner.none:yes project:apollo' ben@example.com
nothing to change
$ show
Parcel 1	investigating	ben@example.com	medium
Parcel 2	investigating	asha@example.com	medium
Parcel 3	investigating	asha@example.com	medium
Parcel 4	investigating	ben@example.com	medium
Something else	received		medium

# update and close likewise.

$ crmtrack update --filter 'reason:delay project:apollo' -s low --why 'Nobody waits for them'
01m7yp0xr2jqhtbr8py5zy1ga4
01m7yp0xr2p53bsvw8grg7ptp2
01m7yp0xr3raq7e88r16qpgqe8
01m7yp0xr2x8g9pvfn08hgm660
updated 4 complaints
$ crmtrack update $(sed -n 1,2p ids) -s critical --why 'The whole site'
01m7yp0xr4hvwn3e2dfnn19pr9
01m7yp0xr3hyq9qegkf7ms1yfm
updated 2 complaints
$ show
Parcel 1	investigating	ben@example.com	critical
Parcel 2	investigating	asha@example.com	critical
Parcel 3	investigating	asha@example.com	low
Parcel 4	investigating	ben@example.com	low
Something else	received		medium
$ for id in $(head -2 ids); do crmtrack -q resolve $id --outcome upheld --code fixed -m Done; crmtrack -q confirm $id --evidence signed; crmtrack -q review $id --lesson None; done > /dev/null
$ crmtrack close --filter status:resolved -n
dry run: nothing was written (2 files would be)
# complaints/2026/11/21/ntt41djm4n/01m7yp0xr7xkh5w5emy975c4bf-change.yaml
kind: change
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr6bhfz5ds9qdg42hck]
set:
  status: closed

\#\ complaints/2026/11/21/k576dv9d2b/01m7yp0xr8g9e3yqmzvx7hynec\-change\.yaml (re)
kind: change
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr7hz5bxbvn7eqjn8c5]
set:
  status: closed
$ crmtrack close --filter status:resolved
01m7yp0xr7xkh5w5emy975c4bf
01m7yp0xr8g9e3yqmzvx7hynec
closed 2 complaints
$ show --all
Parcel 1	closed	ben@example.com	critical
Parcel 2	closed	asha@example.com	critical
Parcel 3	investigating	asha@example.com	low
Parcel 4	investigating	ben@example.com	low
Something else	received		medium

# All or nothing: one that does not go refuses all, with one line for each.

$ before=$(git rev-parse ledger)
$ crmtrack close $(sed -n 3,4p ids)
crmtrack: cannot close 2 of 2 complaints; nothing was written
hint: cannot close '3gs2': it has not been answered yet; resolve it first
hint: cannot close 'm76t': it has not been answered yet; resolve it first
[5]
$ crmtrack assign $(sed -n 3p ids) zzzz me
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ test $before = $(git rev-parse ledger)

# Refusals.

$ crmtrack assign
crmtrack: cannot run 'assign': PERSON is missing
hint: usage: crmtrack assign [OPTION...] [ID...] PERSON
[2]
$ crmtrack assign me
crmtrack: cannot run 'assign': give complaint ids or --filter, one of them
[2]
$ crmtrack assign --filter 'statsu:open' me
crmtrack: cannot read the filter 'statsu:open' at column 1: no key 'statsu', nearest: 'status'; quote it to look for the text
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack update $(head -1 ids)
crmtrack: cannot update: nothing to change
hint: for example: crmtrack update 7f3q --severity high --why 'Press is asking'
[2]
$ crmtrack update -s low
crmtrack: cannot run 'update': give complaint ids or --filter, one of them
[2]
$ crmtrack update $(head -1 ids) --set id=1
crmtrack: cannot set 'id': it is not a plain field of a complaint
hint: status moves by acknowledge, wait, resolve, confirm, close …; the owner by assign; the level by escalate
[5]
$ crmtrack update $(head -1 ids) --link cousin:$(tail -1 ids)
crmtrack: cannot read --link 'cousin:20261121-srf15tznvm': write follows:ID, duplicate_of:ID or related:ID
[2]
$ crmtrack close
crmtrack: cannot run 'close': give complaint ids or --filter, one of them
[2]

# Links, references, and a field of one's own.

$ crmtrack update $(tail -1 ids) --link related:$(head -1 ids) --ref defect:APO-9 --set contract=C-1 --with Maria -m 'Another summary' -p apollo -r outage -c globex --channel phone
customer globex is new and is registered; name it with: crmtrack customer edit globex --name NAME
01m7yp0xr0avqmc70b6shqfqh6
01m7yp0xr1h2bxqw5kp157hxcz
updated srf1
$ crmtrack show $(tail -1 ids) --json --fields summary,project,reason,customer,channel,contact,refs,contract,links | sed "s/$(head -1 ids)/FIRST/"
{"format_version": 1, "command": "show", "items": [
{"summary": "Another summary", "project": "apollo", "reason": "outage", "customer": "globex", "channel": "phone", "contact": "Maria", "refs": ["defect:APO-9"], "contract": "C-1", "links": ["related:FIRST"]}
]}
