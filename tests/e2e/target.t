# Targets say how long a promise may take. Each edit is a commit, in force at once.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-11-23T10:00:00Z GIT_AUTHOR_DATE=2026-11-23T10:00:00Z GIT_COMMITTER_DATE=2026-11-23T10:00:00Z
$ crmtrack target list
acknowledge	1bd			75%	
first_response	8h			75%	
update	5bd			75%	
resolution	10bd			75%	
confirm	5bd			75%	
commitment	5bd			75%	
accept	4h			75%	

# A special target stands above the general one, which would take its complaints. It holds from today on.

$ crmtrack target add first_response 1h --filter severity:critical --warn 50%,10m --why 'Agreed with sales'
first_response severity:critical:2026-11-23
policy/targets.yaml: add target first_response severity:critical:2026-11-23
it stands above 'first_response', which would take its complaints
it holds for promises that begin on 2026-11-23 or later
$ grep -n first_response policy/targets.yaml
5:#   promise   acknowledge, first_response, update, resolution, confirm, commitment, accept, final_response, summary
14:#   - {promise: first_response, target: 1h, filter: severity:critical, warn: [50%]}
21:  - {promise: first_response, target: 1h, filter: severity:critical, warn: [50%, 10m], from: "2026-11-23"}
22:  - {promise: first_response, target: 8h, warn: [75%]}
$ git log -1 --format='%s%n%b' main
add target first_response severity:critical:2026-11-23
Agreed with sales
$ crmtrack target add first_response 30m --why x
crmtrack: cannot read the target: '30m' is no target: write 4h (business hours), 2bd (business days) or 30d (days)
[2]
$ crmtrack target add first_respons 4h --why x
crmtrack: 'first_respons' is no promise that has a target
hint: did you mean first_response or final_response?
hint: promises with targets: acknowledge, first_response, update, resolution, final_response, summary, confirm, commitment, accept, follow_up
[2]
$ crmtrack target add reply 4h --why x
crmtrack: 'reply' is no promise that has a target
hint: promises with targets: acknowledge, first_response, update, resolution, final_response, summary, confirm, commitment, accept, follow_up
[2]
$ crmtrack target add first_response 4h --filter status:open --why x
crmtrack: cannot add this target: 'filter': 'status' is none of the facts that policy may ask for: customer, project, channel, reason, severity, vulnerable, segment, region, type
[5]
$ crmtrack target add first_response 4h --calendar leeds --why x
crmtrack: cannot use calendar 'leeds': policy does not list it
hint: see: crmtrack calendar list
[5]
$ crmtrack target add first_response 4h --warn 0% --why x
crmtrack: cannot read --warn: '0%' is no time to warn: write a share of the target up to 100%, such as 75%, or 1h or 30m before the end
[2]
$ crmtrack target add first_response 4h
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack target add first_response 100y --why x
crmtrack: cannot read the target: '100y' is no target: write 4h (business hours), 2bd (business days) or 30d (days)
[2]
$ crmtrack target add first_response 0h --why x
crmtrack: cannot read the target: '0h' leaves no time: a target is at least 1h
[2]
$ crmtrack target add first_response 4h --from monday --why x
crmtrack: cannot read --from 'monday': write a date such as 2027-01-01, or always
[2]
$ crmtrack target add first_response 4h --filter severity:critical --why x
crmtrack: cannot add target 'first_response severity:critical:2026-11-23': it is in targets.yaml already
hint: change it: crmtrack target edit
hint: or replace it from a day on: --from DATE
[5]
$ crmtrack policy check
policy: 0 errors, 0 warnings

# A complaint of each kind gets its own.

$ id=$(crmtrack -q new -c acme -s critical -m 'Nothing works'); other=$(crmtrack -q new -c acme -m 'Wrong invoice')
$ due() { crmtrack show $1 --json | jq -r --arg kind $2 '.items[0].promises[] | select(.promise == $kind) | .due_at'; }
$ due $id first_response; due $other first_response
2026-11-23T11:00:00Z
2026-11-24T10:00:00Z

# A later target of the same filter replaces the earlier one from its day on. Promises that have begun keep theirs.

$ crmtrack target add resolution 5bd --from 2026-12-01 --why 'Twice as fast'
resolution:2026-12-01
policy/targets.yaml: add target resolution:2026-12-01
it holds for promises that begin on 2026-12-01 or later
$ grep -n 'promise: resolution' policy/targets.yaml
24:  - {promise: resolution, target: "5bd", warn: [75%], from: "2026-12-01"}
25:  - {promise: resolution, target: 10bd, warn: [75%]}
$ crmtrack policy check
policy: 0 errors, 0 warnings
$ due $id resolution
2026-12-07T17:00:00Z
$ export CRMTRACK_NOW=2026-11-30T23:30:00Z
$ late=$(crmtrack -q new -c acme -m 'The last of November'); due $late resolution
2026-12-15T17:00:00Z
$ export CRMTRACK_NOW=2026-12-01T09:00:00Z
$ next=$(crmtrack -q new -c acme -m 'The first of December'); due $next resolution; due $id resolution
2026-12-08T17:00:00Z
2026-12-07T17:00:00Z

# An edit corrects the newest of a promise and filter, also for promises that have begun.

$ crmtrack target edit resolution 6bd --why 'A slip of the pen'
resolution
policy/targets.yaml: edit target resolution
open promises that it gave their due time are due anew; to leave them, use: crmtrack target add
$ due $next resolution; due $id resolution
2026-12-09T17:00:00Z
2026-12-07T17:00:00Z
$ crmtrack target edit first_response --filter severity:critical --warn 75% --calendar default --why 'Later'
first_response severity:critical
policy/targets.yaml: edit target first_response severity:critical
open promises that it gave their due time are due anew; to leave them, use: crmtrack target add
$ grep -n 'severity:critical' policy/targets.yaml
14:#   - {promise: first_response, target: 1h, filter: severity:critical, warn: [50%]}
21:  - {promise: first_response, target: 1h, filter: severity:critical, warn: [75%], from: "2026-11-23", calendar: default}
$ crmtrack target edit first_response --filter severity:low 2h --why x
crmtrack: there is no target of first_response for severity:low
hint: there is: --filter 'severity:critical'
hint: there is one without --filter
hint: see: crmtrack target list
[3]
$ crmtrack target edit first_response --why x
crmtrack: cannot edit: nothing to change
hint: give a target, --calendar or --warn
[2]

# A retired target is for promises that began before.

$ crmtrack target retire first_response --filter severity:critical --why 'The general one will do'
first_response severity:critical
policy/targets.yaml: retire target first_response severity:critical
promises that begin on 2026-12-01 or later have it no more
$ due $id first_response
2026-11-23T11:00:00Z
$ export CRMTRACK_NOW=2026-12-01T10:00:00Z
$ last=$(crmtrack -q new -c acme -s critical -m 'Again'); due $last first_response
2026-12-02T10:00:00Z
$ crmtrack target list
acknowledge	1bd			75%	
first_response	8h			75%	
update	5bd			75%	
resolution	6bd			75%	2026-12-01
resolution	10bd			75%	
confirm	5bd			75%	
commitment	5bd			75%	
accept	4h			75%	
$ crmtrack target list --all --format table
Promise         Target  For              Calendar  Warns  From        Until
acknowledge        1bd                             75%
first_response      1h  severity:criti…  default   75%    2026-11-23  2026-12-01
first_response      8h                             75%
update             5bd                             75%
resolution         6bd                             75%    2026-12-01
resolution        10bd                             75%
confirm            5bd                             75%
commitment         5bd                             75%
accept              4h                             75%
$ crmtrack target add first_response 4h --filter severity:critical --warn 25% --from 2026-12-02 -n --why 'Shown only' | grep -n critical
dry run: nothing was written
it holds for promises that begin on 2026-12-02 or later
14:#   - {promise: first_response, target: 1h, filter: severity:critical, warn: [50%]}
21:  - {promise: first_response, target: 4h, filter: severity:critical, warn: [25%], from: "2026-12-02"}
22:  - {promise: first_response, target: 1h, filter: severity:critical, warn: [75%], from: "2026-11-23", calendar: default, valid_to: "2026-12-01"}

# In a file without targets those that are built in hold, so an edit begins with them.

$ : > policy/targets.yaml && git commit -qam 'Empty' && crmtrack -q target add resolution 2bd --filter project:apollo --why 'Apollo first'
resolution project:apollo:2026-12-01
$ grep -n promise: policy/targets.yaml
14:#   - {promise: first_response, target: 1h, filter: severity:critical, warn: [50%]}
20:  - {promise: acknowledge, target: 1bd, warn: [75%]}
21:  - {promise: first_response, target: 8h, warn: [75%]}
22:  - {promise: update, target: 5bd, warn: [75%]}
23:  - {promise: resolution, target: "2bd", filter: project:apollo, warn: [75%], from: "2026-12-01"}
24:  - {promise: resolution, target: 10bd, warn: [75%]}
25:  - {promise: confirm, target: 5bd, warn: [75%]}
26:  - {promise: commitment, target: 5bd, warn: [75%]}
27:  - {promise: accept, target: 4h, warn: [75%]}
