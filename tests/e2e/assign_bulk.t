# One command for many complaints: one commit, and a dry run to look before.

$ crmtrack -q init complaints && cd complaints
$ for n in 1 2 3 4; do crmtrack -q new -c acme -p apollo -r delay -m "Parcel $n"; done > ids
$ crmtrack -q new -c acme -p borealis -r other -m 'Something else' >> ids
$ show() { crmtrack list --fields summary,status,owner,severity --sort summary "$@"; }

# To a person; me is whoever runs it.

$ crmtrack assign $(head -1 ids) me
01m7yp0xr169aq4nzd6sagwanv
asha@example.com now owns k576
$ crmtrack assign $(head -1 ids) ben@example.com --why 'On leave'
01m7yp0xr2r297n8ekmx2s1sye
ben@example.com now owns k576
$ crmtrack assign $(sed -n 2,3p ids) me
01m7yp0xr1gjfac71vbjek1tq0
01m7yp0xr1c70sns56jk0q80qn
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
# complaints/2026/11/21/zph8xaq188/01m7yp0xr1n1qmyr8hwssznvs6-assignment.yaml
kind: assignment
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr0wdegjhne5gea3kcz]
to: ben@example.com
$ show
Parcel 1	investigating	ben@example.com	medium
Parcel 2	investigating	asha@example.com	medium
Parcel 3	investigating	asha@example.com	medium
Parcel 4	received		medium
Something else	received		medium
$ crmtrack assign --filter 'owner.none:yes project:apollo' ben@example.com --why 'Ben is back'
01m7yp0xr1bzx3kfq0p5aens8n
ben@example.com now owns zph8
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
01m7yp0xr2w5c1m0277qd3enxb
01m7yp0xr221s3keca85e5fnv7
01m7yp0xr3xt19p7jtxz72jg84
01m7yp0xr2tna5z9w2jaydv0y3
updated 4 complaints
$ crmtrack update $(sed -n 1,2p ids) -s critical --why 'The whole site'
01m7yp0xr44zwvv0y5nvft6cqh
01m7yp0xr37wyxgyxq11ee79bg
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
# complaints/2026/11/21/rntvh0q749/01m7yp0xr76hbh6vjvy1nykvmf-change.yaml
kind: change
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr600qqfsrs12fqg917]
set:
  status: closed

\#\ complaints/2026/11/21/k576dv9d2b/01m7yp0xr8keyf4f66wwf6jj4f\-change\.yaml (re)
kind: change
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr7efxr2sb5cc1qp08b]
set:
  status: closed
$ crmtrack close --filter status:resolved
01m7yp0xr76hbh6vjvy1nykvmf
01m7yp0xr8keyf4f66wwf6jj4f
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
hint: cannot close 'e0sh': it has not been answered yet; resolve it first
hint: cannot close 'zph8': it has not been answered yet; resolve it first
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
hint: PERSON: the new owner, or me; nobody releases it
[2]
$ crmtrack assign me
crmtrack: cannot run 'assign': ID is missing
hint: the complaints come first: crmtrack assign ID me, or crmtrack assign --filter FILTER me
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
crmtrack: cannot read --link 'cousin:20261121-5kbyqbd9k9': write follows:ID, duplicate_of:ID or related:ID
[2]
$ crmtrack close
crmtrack: cannot run 'close': give complaint ids or --filter, one of them
[2]

# Links, references, and a field of one's own.

$ crmtrack update $(tail -1 ids) --link related:$(head -1 ids) --ref defect:APO-9 --set contract=C-1 --with Maria -m 'Another summary' -p apollo -r outage -c globex --channel phone
customer globex is new and is registered; name it with: crmtrack customer edit globex --name NAME
01m7yp0xr0p71q7hv753nxkrx1
01m7yp0xr1ejfbh265f6rkr6ec
updated 5kby
$ crmtrack show $(tail -1 ids) --json --fields summary,project,reason,customer,channel,contact,refs,contract,links | sed "s/$(head -1 ids)/FIRST/"
{"format_version": 1, "command": "show", "items": [
{"summary": "Another summary", "project": "apollo", "reason": "outage", "customer": "globex", "channel": "phone", "contact": "Maria", "refs": ["defect:APO-9"], "contract": "C-1", "links": ["related:FIRST"]}
]}
