# For cron: promises that break go up the ladder, each rung once, whoever runs it and however often.

$ crmtrack -q init complaints && cd complaints
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }
$ for who in 'asha Asha front_line' 'ben Ben project_manager' 'cleo Cleo complaints_manager' 'dan Dan senior_management' 'host Host machine'; do set -- $who; crmtrack -q person add $1@example.com --name $2 --role $3; done > /dev/null
$ crmtrack -q project add apollo --name Apollo --manager ben@example.com
apollo
$ as_host() { GIT_AUTHOR_EMAIL=host@example.com GIT_AUTHOR_NAME=Host "$@"; }
$ level() { crmtrack list --all --fields level,peak_level,owner,status "$@"; }

# A complaint of Monday 9:00: the first response is due after 8 hours, at 17:00. Nothing is due yet.

$ at 23T09:00; id=$(crmtrack -q new -c acme -p apollo -r billing-wrong-amount -s high -m 'Invoice 4711 charged twice'); crmtrack -q assign $id asha@example.com > /dev/null
$ at 23T15:00; as_host crmtrack tick

# 75% of the time tells the owner. This is no level. A second run does nothing.

$ at 23T15:01; as_host crmtrack tick --dry-run
xpwv: asha@example.com is told: 75% of the time for first_response has passed: due 2026-11-23T17:00:00Z
dry run: nothing was written (1 record would be)
$ as_host crmtrack tick
01m84eqjc0qy9tw4qpw1bwz6xn
xpwv: asha@example.com is told: 75% of the time for first_response has passed: due 2026-11-23T17:00:00Z
$ as_host crmtrack tick
$ level
0	0	asha@example.com	investigating
$ git log -1 --format='%an: %s%n%b' ledger
Host: tick xpwvcfdn8e: 1 record
Complaint: 20261123-xpwvcfdn8e
Customer: acme
Record: 01m84eqjc0qy9tw4qpw1bwz6xn
Policy: 924c1915f04ca2bd97f0ce916667f4370f89d77c

# 100% is level 1, 125% level 2. Somebody who ran no tick in between gets both, each at its own time.

$ at 24T11:30; as_host crmtrack tick --json | jq -c '.items[] | [.did, .promise, .from_level, .to_level, .to, .at, .why]'
xpwv: up to level 1 (project manager), with ben@example.com: first_response was due 2026-11-23T17:00:00Z
xpwv: up to level 2 (complaints manager), with cleo@example.com: first_response was due 2026-11-23T17:00:00Z, and 125% of its time has passed
["escalated","first_response",0,1,"ben@example.com","2026-11-23T17:00:00Z","first_response was due 2026-11-23T17:00:00Z"]
["escalated","first_response",1,2,"cleo@example.com","2026-11-24T11:00:00Z","first_response was due 2026-11-23T17:00:00Z, and 125% of its time has passed"]
$ level
2	2	asha@example.com	investigating
$ crmtrack show $id | grep -A4 '^Escalation$'
Escalation
2026-11-23 17:00  level 0 to 1 (project manager), to ben@example.com, by
crmtrack: first_response was due 2026-11-23T17:00:00Z
    overtaken by the next escalation after 18h, without an answer
2026-11-24 11:00  level 1 to 2 (complaints manager), to cleo@example.com, by
$ crmtrack sql "SELECT from_level, to_level, \"to\", by, trigger, asked, at FROM escalation"
0	1	ben@example.com	crmtrack	overdue	decide	2026-11-23T17:00:00Z
1	2	cleo@example.com	crmtrack	overdue	decide	2026-11-24T11:00:00Z

# Who is asked and does not answer in time: it goes to the next level. Who answers keeps it.

$ at 24T15:30; as_host crmtrack tick --format tsv
20261123-xpwvcfdn8e	told	acknowledge	2	2	asha@example.com	2026-11-24T13:00:00Z	01m86t8j40dnp4hchxvkpbzcpf	75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
20261123-xpwvcfdn8e	escalated	accept	2	3	dan@example.com	2026-11-24T15:00:00Z	01m87149c0y1dkt6qzpatbn8ed	nobody answered the escalation by 2026-11-24T15:00:00Z
xpwv: asha@example.com is told: 75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
xpwv: up to level 3 (senior management), with dan@example.com: nobody answered the escalation by 2026-11-24T15:00:00Z
$ at 24T17:30; crmtrack -q accept $id --by dan@example.com > /dev/null
$ at 25T09:00; as_host crmtrack -q tick | wc -l
0
$ level
3	3	asha@example.com	investigating

# A clock that was set back a year finds nothing due. Set right again, nothing is done twice.

$ export CRMTRACK_NOW=2025-11-24T12:00:00Z; as_host crmtrack tick
$ at 25T09:00; as_host crmtrack tick
