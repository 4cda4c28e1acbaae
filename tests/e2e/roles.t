# Who may do what stands in policy/rights.yaml; what is not allowed is refused, and where it comes by plain git it is shown and changes nothing.

$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ crmtrack -q init one && cd one

# The first person who is written down: whoever does that stands in the directory as well, or could record no more.

$ crmtrack person add ben@example.com --name 'Ben Okoro' --role complaints_manager
ben@example.com
policy/people.yaml: add person ben@example.com
the directory was empty: you, asha@example.com, are in it now as well, without a role
$ crmtrack person add cleo@example.com --name 'Cleo Diaz' --role front_line
cleo@example.com
policy/people.yaml: add person cleo@example.com
$ crmtrack person add asha@example.com --role lead; crmtrack person add asha@example.com --role lead
asha@example.com
policy/people.yaml: add person asha@example.com
crmtrack: cannot add person 'asha@example.com': it is in people.yaml already
[5]
$ crmtrack person list
ben@example.com	Ben Okoro	complaints_manager		
asha@example.com	Asha Rao	lead		
cleo@example.com	Cleo Diaz	front_line		
$ git log --format=%s main
add person asha@example.com
add person cleo@example.com
add person ben@example.com
Begin a data repository

# Who is not in it cannot record; case makes no difference.

$ as zed crmtrack new -c acme -m 'Not one of us'
crmtrack: cannot run 'new': zed@example.com is not in people.yaml
hint: who is in it can add you: crmtrack person add zed@example.com --name NAME --role ROLE
[5]
$ as zed crmtrack -n new -c acme -m 'Not one of us'
crmtrack: cannot run 'new': zed@example.com is not in people.yaml
hint: who is in it can add you: crmtrack person add zed@example.com --name NAME --role ROLE
[5]
$ id=$(as Cleo crmtrack -q new -c acme -r delay -m 'Delivery three weeks late'); crmtrack show $id --json --fields status,overdue
{"format_version": 1, "command": "show", "items": [
{"status": "received", "overdue": false}
]}

# Rights are given to roles; what the file does not list is everybody's.

$ cat > policy/rights.yaml <<'END'
> rights:
>   - {right: close, roles: [complaints_manager, project_manager]}
>   - {right: waive, roles: [complaints_manager]}
>   - {right: withdraw, roles: [complaints_manager]}
>   - {right: void, roles: []}
>   - {right: correct, roles: [complaints_manager]}
>   - {right: policy, roles: [complaints_manager]}
>   - {right: machine, roles: [importer]}
>   - {right: closse, roles: [complaints_manager]}
>   - {right: close, roles: [front_line]}
>   - {right: relay}
> END
$ crmtrack policy check
policy/rights.yaml:2:5	warning	the right 'close' is given to the role 'project_manager', which nobody has
policy/rights.yaml:8:5	warning	the right 'machine' is given to the role 'importer', which nobody has
policy/rights.yaml:9:13	error	'right' is 'closse', but must be one of close, waive, withdraw, void, correct, policy, relay, machine, person_reports
policy/rights.yaml:10:13	error	'close' stands here twice; give one of them another 'from', or take it out
policy/rights.yaml:11:5	error	'roles' is missing; an empty list gives the right to nobody
policy: 3 errors, 2 warnings
[1]
$ sed -i '/closse/d; /front_line/d; /relay/d' policy/rights.yaml; crmtrack policy check
policy/rights.yaml:2:5	warning	the right 'close' is given to the role 'project_manager', which nobody has
policy/rights.yaml:8:5	warning	the right 'machine' is given to the role 'importer', which nobody has
policy: 0 errors, 2 warnings
$ git add policy && git commit -q -m 'Who may do what'
$ as cleo crmtrack waive $id acknowledge --why 'No need'
crmtrack: cannot run 'waive': cleo@example.com may not waive: rights.yaml gives that to complaints_manager
hint: who may waive: ben@example.com
[5]
$ as cleo crmtrack withdraw $id -m 'They said so'
crmtrack: cannot run 'withdraw': cleo@example.com may not withdraw: rights.yaml gives that to complaints_manager
hint: who may withdraw: ben@example.com
[5]
$ as ben crmtrack void $id --why 'Spam'
crmtrack: cannot run 'void': ben@example.com may not void: rights.yaml gives that to nobody
hint: who may void: nobody
[5]
$ record=$(as cleo crmtrack -q note $id -m 'Called the carrier')
$ as cleo crmtrack correct $id $record --set text=Wrote --why 'It was a letter'
crmtrack: cannot run 'correct': cleo@example.com may not correct: rights.yaml gives that to complaints_manager
hint: who may correct: ben@example.com
[5]
$ as cleo crmtrack reason retire delay --why 'No longer'
crmtrack: cannot run 'reason retire': cleo@example.com may not change policy: rights.yaml gives that to complaints_manager
hint: who may change policy: ben@example.com
[5]
$ as cleo crmtrack -n person add dan@example.com
crmtrack: cannot run 'person add': cleo@example.com may not change policy: rights.yaml gives that to complaints_manager
hint: who may change policy: ben@example.com
[5]
$ printf 'Ticket ID,Subject,Created\n1,Late,2026-11-20\n' > ~/rows.csv; as cleo crmtrack import csv ~/rows.csv --map tickets
crmtrack: cannot run 'import': cleo@example.com may not write records of the machine: rights.yaml gives that to importer
hint: who may write records of the machine: nobody
[5]
$ as cleo crmtrack -q acknowledge $id --channel phone -m 'We look into it' >/dev/null; as cleo crmtrack -q resolve $id --outcome upheld --code fixed --channel phone -m 'Sent' > /dev/null; as cleo crmtrack -q confirm $id > /dev/null; as cleo crmtrack -q review $id --lesson 'Ask' > /dev/null
$ as cleo crmtrack close $id
crmtrack: cannot run 'close': cleo@example.com may not close: rights.yaml gives that to complaints_manager, project_manager
hint: who may close: ben@example.com
[5]
$ as cleo crmtrack -n close $id
crmtrack: cannot run 'close': cleo@example.com may not close: rights.yaml gives that to complaints_manager, project_manager
hint: who may close: ben@example.com
[5]

# Forged with plain git: merged, shown as refused, and nothing changes. The commit's author counts, not who the record says it was by; the policy is the one that the commit names.

$ now() { git rev-parse main; }
$ forge() { blob=$(git hash-object -w --stdin); GIT_INDEX_FILE=.git/forge git read-tree ledger; GIT_INDEX_FILE=.git/forge git update-index --add --cacheinfo 100644,$blob,$1; tree=$(GIT_INDEX_FILE=.git/forge git write-tree); git update-ref refs/heads/ledger $(printf "forged\n\nRecord: x\n$2" | git commit-tree $tree -p ledger); rm -f .git/forge; }
$ folder=complaints/2026/11/21/$(echo $id | cut -d- -f2)
$ change() { printf 'kind: change\nat: 2026-11-21T10:00:00Z\nby: ben@example.com\nafter: []\nset: {status: %s}\nwhy: Forged\n' $1; }
$ change closed | as cleo forge $folder/01m9000000aaaaaaaaaaaaaaaa-change.yaml "Policy: $(now)\n"
$ change closed | as zed forge $folder/01m9000000bbbbbbbbbbbbbbbb-change.yaml "Policy: $(now)\n"
$ crmtrack show $id
3rbvdfn0h6  Delivery three weeks late
status    resolved
severity  medium
owner     nobody
customer  acme
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)
answer    upheld, fixed, accepted by customer

Story
2026-11-21 09:12  fmmy  Cleo@example.com
  complaint received by phone
2026-11-21 09:12  kn62  cleo@example.com
  note
    Called the carrier
2026-11-21 09:12  8mbp  cleo@example.com
  call out to acknowledge [acknowledged]
    We look into it
2026-11-21 09:12  ttxc  cleo@example.com
  resolution: upheld, fixed [acknowledged]
    Sent
2026-11-21 09:12  9zsg  cleo@example.com
  change: status = resolved, accepted_by = customer [acknowledged]
2026-11-21 09:12  pt1r  cleo@example.com
  review
    lesson: Ask
2026-11-21 10:00  aaaa  ben@example.com
  noted by cleo@example.com, recorded 2026-11-21 09:12
  change: status = closed
  refused: cleo@example.com may not close: rights.yaml gives that to
  complaints_manager, project_manager
    why: Forged
2026-11-21 10:00  bbbb  ben@example.com
  noted by zed@example.com, recorded 2026-11-21 09:12
  change: status = closed
  refused: zed@example.com is not in people.yaml
    why: Forged

Promises
kept       acknowledge: acknowledge the complaint
           fmmy owed by us, due 2026-11-24 17:00, settled 2026-11-21 09:12 by
           8mbp
kept       first_response: respond to the customer
           fmmy owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           8mbp
kept       resolution: resolve the complaint
           fmmy owed by us, due 2026-12-07 17:00, settled 2026-11-21 09:12 by
           ttxc
kept       confirm: confirm our resolution
           ttxc owed by acme (customer), due 2026-11-30 17:00, settled
           2026-11-21 09:12 by 9zsg
$ crmtrack history $id --fields author,kind,says
Cleo <Cleo@example.com>	complaint	complaint received by phone
cleo <cleo@example.com>	activity	note
cleo <cleo@example.com>	activity	call out to acknowledge [acknowledged]
cleo <cleo@example.com>	resolution	resolution: upheld, fixed [acknowledged]
cleo <cleo@example.com>	change	change: status = resolved, accepted_by = customer [acknowledged]
cleo <cleo@example.com>	review	review
cleo <cleo@example.com>	change	change: status = closed (refused: cleo@example.com may not close: rights.yaml gives that to complaints_manager, project_manager)
zed <zed@example.com>	change	change: status = closed (refused: zed@example.com is not in people.yaml)
$ crmtrack show $id --json | grep -o '"refused": [^}]*' | cut -c1-90 | sort | uniq -c
      1 "refused": "cleo@example.com may not close: rights.yaml gives that to complaints_manager, 
      1 "refused": "zed@example.com is not in people.yaml", "set": {"status": "closed"
      1 "refused": null, "customer": "acme", "channel": "phone", "reason": "delay", "severity": "m
      1 "refused": null, "lesson": "Ask", "struck": false
      1 "refused": null, "outcome": "upheld", "code": "fixed", "evidence": "acknowledged", "channe
      1 "refused": null, "set": {"status": "resolved", "accepted_by": "customer"
      1 "refused": null, "type": "call", "direction": "out", "channel": "phone", "purpose": "ackno
      1 "refused": null, "type": "note", "direction": "internal", "text": "Called the carrier", "s
$ crmtrack doctor | grep ^refused
refused	warning	complaints/2026/11/21/3rbvdfn0h6/01m9000000aaaaaaaaaaaaaaaa-change.yaml (commit 281558fadff7): cleo@example.com may not close: rights.yaml gives that to complaints_manager, project_manager	somebody who may do so records it again, where it should hold
refused	warning	complaints/2026/11/21/3rbvdfn0h6/01m9000000bbbbbbbbbbbbbbbb-change.yaml (commit 2daf6b225e4e): zed@example.com is not in people.yaml	somebody who may do so records it again, where it should hold
$ crmtrack sql 'SELECT author, refused FROM record WHERE refused IS NOT NULL ORDER BY id'
cleo@example.com	cleo@example.com may not close: rights.yaml gives that to complaints_manager, project_manager
zed@example.com	zed@example.com is not in people.yaml

# A commit on a side branch that gives everything to everybody is no policy: only what main has counts.

$ git switch -q -c mine && git rm -q policy/rights.yaml && git commit -q -m 'All to me' && side=$(git rev-parse HEAD) && git switch -q main
$ change closed | as cleo forge $folder/01m9000000cccccccccccccccc-change.yaml "Policy: $side\n"
$ change closed | as cleo forge $folder/01m9000000dddddddddddddddd-change.yaml ''
$ crmtrack show $id --json --fields status; crmtrack sql 'SELECT count(*) FROM record WHERE refused IS NOT NULL'
{"format_version": 1, "command": "show", "items": [
{"status": "resolved"}
]}
4

# These two go by the policy in force, and by the newest that their ancestors name: a right that is given later lifts nothing.

$ as ben crmtrack -q person edit cleo@example.com --role project_manager
cleo@example.com
$ crmtrack show $id --json --fields status; crmtrack sql 'SELECT count(*) FROM record WHERE refused IS NOT NULL'
{"format_version": 1, "command": "show", "items": [
{"status": "resolved"}
]}
4
$ crmtrack show $id --as-of "$(git log -1 --skip=1 --format=%H ledger)" --json --fields status
{"format_version": 1, "command": "show", "items": [
{"status": "resolved"}
]}
$ as ben crmtrack -q person edit cleo@example.com --role front_line; crmtrack show $id --json --fields status
crmtrack: policy/rights.yaml:2:5: the right 'close' is given to the role 'project_manager', which nobody has
cleo@example.com
{"format_version": 1, "command": "show", "items": [
{"status": "resolved"}
]}
$ git commit -q --amend -m 'Amended' && crmtrack show $id --json --fields status
{"format_version": 1, "command": "show", "items": [
{"status": "resolved"}
]}
$ rm .git/crmtrack/index-*; crmtrack show $id --json --fields status
{"format_version": 1, "command": "show", "items": [
{"status": "resolved"}
]}

# A complaint whose own record is refused is there, and counts as none.

$ printf 'kind: complaint\nat: 2026-11-21T10:00:00Z\nby: zed@example.com\nafter: []\nsummary: Let me in\n' | as zed forge complaints/2026/11/21/0000000000/01m9000000aaaaaaaaaaaaaaaa-complaint.yaml "Policy: $(now)\n"
$ crmtrack list --fields id,summary; crmtrack show 0000; crmtrack report summary --records volume
20261121-3rbvdfn0h6	Delivery three weeks late
20261121-0000000000	
0000000000
status    received
owner     nobody
received  2026-11-21 00:00 (today)

Story
2026-11-21 10:00  aaaa  zed@example.com
  recorded 2026-11-21 09:12
  complaint received
  refused: zed@example.com is not in people.yaml
20261121-3rbvdfn0h6
$ crmtrack export jsonl > ~/all.jsonl; crmtrack -q init ~/two && as importer crmtrack -C ~/two import jsonl ~/all.jsonl
crmtrack: $HOME/all.jsonl: 5 refused records left out
new 7, known 0, differing 0, rejected 0

# Figures of one person's complaints are reports by person.

$ printf '  - {right: person_reports, roles: [complaints_manager]}\n' >> policy/rights.yaml; git commit -q -am 'Figures of people'
$ as cleo crmtrack report summary owner:ben@example.com
crmtrack: cannot run 'report': cleo@example.com may not see reports by person: rights.yaml gives that to complaints_manager
hint: who may see reports by person: ben@example.com
[5]
$ as cleo crmtrack -q report summary owner:me --records volume; as cleo crmtrack list owner:ben@example.com
no complaint meets the filter; its words: crmtrack help filter
$ as ben crmtrack -q report summary owner:cleo@example.com --records volume
crmtrack: cannot list the records of 'volume': fewer than 5 of a person are not shown
hint: crmtrack list, with the same filter, shows complaints
[5]

# Who has left.

$ as ben crmtrack -q person retire cleo@example.com --why 'New job'; as cleo crmtrack note $id -m 'Still here'
cleo@example.com
crmtrack: cannot run 'note': cleo@example.com has left: people.yaml says so from 2026-11-21 on
[5]
