# Two clones change one complaint at once; the union of their trees holds both, and shows it as contested.

$ crmtrack -q init one && cd one
$ id=$(crmtrack -q new -c acme -p apollo -r delay -s medium --channel phone -m 'Delivery three weeks late')
$ cd ~ && git clone -q one two && git -C two branch -q ledger origin/ledger
$ export CRMTRACK_NOW=2026-11-21T10:00:00Z; crmtrack -q -C one update $id -s high --why 'Press is asking' > /dev/null; crmtrack -q -C one assign $id me > /dev/null
$ export CRMTRACK_NOW=2026-11-21T10:05:00Z CRMTRACK_SEED=2; crmtrack -q -C two update $id -s low --why 'A small parcel' > /dev/null; crmtrack -q -C two note $id -m 'Called the carrier' > /dev/null
$ union() { git -C $1 fetch -q ../$2 ledger && (cd $1 && export GIT_INDEX_FILE=.git/union && git read-tree -m -i --aggressive $(git merge-base ledger FETCH_HEAD) ledger FETCH_HEAD && git update-ref refs/heads/ledger $(GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit-tree $(git write-tree) -p ledger -p FETCH_HEAD -m 'union')); rm -f $1/.git/union; }
$ union one two && cd one
$ export CRMTRACK_NOW=2026-11-21T11:00:00Z
$ crmtrack list --json --fields contested,severity,owner,status
{"format_version": 1, "command": "list", "items": [
{"contested": true, "severity": "low", "owner": "asha@example.com", "status": "investigating"}
], "total": 1}
$ crmtrack list contested:yes --fields summary
Delivery three weeks late
$ crmtrack show $id
dcv8ggpjer  Delivery three weeks late
status    investigating, contested
severity  low
owner     asha@example.com
customer  acme
project   apollo
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  k8bz  asha@example.com
  complaint received by phone
2026-11-21 10:00  rxb7  asha@example.com
  change: severity = high
    why: Press is asking
2026-11-21 10:00  nbqd  asha@example.com
  assigned to asha@example.com
2026-11-21 10:05  b5r5  asha@example.com
  change: severity = low
    why: A small parcel
2026-11-21 10:05  tyna  asha@example.com
  note
    Called the carrier

Promises
open       acknowledge: acknowledge the complaint
           k8bz owed by asha@example.com (us), due 2026-11-24 17:00
open       first_response: respond to the customer
           k8bz owed by asha@example.com (us), due 2026-11-23 17:00
open       resolution: resolve the complaint
           k8bz owed by asha@example.com (us), due 2026-12-07 17:00

Contested
severity: 'high' by asha@example.com (rxb7), 'low' by asha@example.com (b5r5),
neither after the other; 'low' stands
    settle it: crmtrack update dcv8 --set severity=low --why …

$ crmtrack show $id --json | python3 -c 'import json, sys; print(*json.load(sys.stdin)["items"][0]["conflicts"], sep="\n")'
{'what': 'severity', 'records': ['01m7yrrt80rxb7nxv0rccpw49n', '01m7ys1z70b5r54t0tpn1vtqee'], 'message': "severity: 'high' by asha@example.com (rxb7), 'low' by asha@example.com (b5r5), neither after the other; 'low' stands"}
$ crmtrack doctor | grep contested
contested	warning	1 contested complaint	crmtrack list --all contested:yes
contested customers	ok	no customer is contested	

# Both clones print the same bytes, whichever merges first.

$ crmtrack show $id > ../one.txt; cd ~ && union two one && crmtrack -C two show $id | diff - one.txt && crmtrack -C two list | diff - <(crmtrack -C one list)

# A later word, after both, settles it.

$ cd one && crmtrack update $id -s high --why 'It stays high'
01m7yw6nw0q3webj5y12bsrck0
updated dcv8
$ crmtrack list --json --fields contested,severity
{"format_version": 1, "command": "list", "items": [
{"contested": false, "severity": "high"}
], "total": 1}
$ crmtrack list contested:yes
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack show $id | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  k8bz  asha@example.com
  complaint received by phone
2026-11-21 10:00  rxb7  asha@example.com
  change: severity = high
    why: Press is asking
2026-11-21 10:00  nbqd  asha@example.com
  assigned to asha@example.com
2026-11-21 10:05  b5r5  asha@example.com
  change: severity = low
    why: A small parcel
2026-11-21 10:05  tyna  asha@example.com
  note
    Called the carrier
2026-11-21 11:00  q3we  asha@example.com
  change: severity = high
    why: It stays high

Promises

# Two moves at once: the first that fits is applied, the other is set aside and shown.

$ cd ~ && git -C two fetch -q ../one ledger && git -C two update-ref refs/heads/ledger FETCH_HEAD
$ export CRMTRACK_NOW=2026-11-21T12:00:00Z; crmtrack -q -C one withdraw $id --evidence signed --why 'They gave up' > /dev/null
$ export CRMTRACK_NOW=2026-11-21T12:05:00Z; crmtrack -q -C two resolve $id --outcome upheld --code fixed -m 'It is there' > /dev/null
$ union one two; crmtrack -C one list --all --json --fields contested,status
{"format_version": 1, "command": "list", "items": [
{"contested": true, "status": "withdrawn"}
], "total": 1}
$ crmtrack -C one show $id | sed -n '/^2026-11-21 12:/,/^Promises/p;/^Contested/,$p'
2026-11-21 12:00  c2gz  asha@example.com
  change: status = withdrawn [signed]
    why: They gave up
2026-11-21 12:05  559a  asha@example.com
  resolution: upheld, fixed [acknowledged]
    It is there
  set aside: resolve by asha@example.com (559a) does not fit: the status was
  withdrawn since asha@example.com (c2gz)

Promises
Contested
status: resolve by asha@example.com (559a) does not fit: the status was
withdrawn since asha@example.com (c2gz)
    settle it: crmtrack withdraw dcv8 --why …
