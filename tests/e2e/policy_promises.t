# policy check reads targets and calendars together, and names each mistake with its place.

$ crmtrack -q init complaints && cd complaints
$ cat > policy/calendars.yaml <<'EOF'
> calendars:
>   default:
>     week: {mon: ["09:00-17:00"]}
>   night:
>     zone: Europe/Lodnon
>     week: {}
> EOF
$ cat > policy/targets.yaml <<'EOF'
> targets:
>   - {promise: resolution, target: 10bd}
>   - {promise: resolution, target: 2bd, filter: "severity:critical"}
>   - {promise: update, target: 5bd, filter: "project:apollo"}
>   - {promise: update, target: 4bd, filter: "project:apollo severity:high"}
>   - {promise: update, target: 3bd, filter: "project:apollo", from: 2027-01-01}
>   - {promise: confirm, target: 5bd}
>   - {promise: confirm, target: 6bd}
>   - {promise: accept, target: 4h, warn: [5h, 75%]}
>   - {promise: acknowledge, target: 1bd, warn: [20h], calendar: dfault}
>   - {promise: first_response, target: 8h, from: 2027-01-01}
>   - {promise: first_response, target: 2h, filter: "severity:high"}
>   - {promise: commitment, target: 5bd, from: 2027-01-01, valid_to: 2026-01-01}
>   - {promise: resolution, target: 1000000h}
> EOF
$ cat > policy/projects.yaml <<'EOF'
> projects:
>   - {id: apollo, calendar: nihgt}
>   - {id: zeus, regulatory: rg272}
> EOF
$ crmtrack policy check
policy/calendars.yaml:5:5	warning	calendar 'night' never opens: nothing that counts by it is ever due
policy/calendars.yaml:5:5	warning	this machine does not know the zone 'Europe/Lodnon' of calendar 'night': it counts in the ledger's zone; see tzselect(8)
policy/projects.yaml:2:28	warning	project 'apollo' names the calendar 'nihgt', which calendars.yaml does not have: default counts; did you mean 'night'
policy/projects.yaml:3:28	warning	project 'zeus' has the regulatory profile 'rg272', which gives no targets here: it must be one of disp, rg271
policy/targets.yaml:3:5	warning	the target 2bd of resolution for severity:critical is unreachable: the target 10bd of resolution above it fits all of its complaints; put it above that one
policy/targets.yaml:8:5	error	the target 6bd of confirm overlaps another target of the same promise, filter and 'from' (5bd), which holds: give one of them another 'from', or take it out
policy/targets.yaml:9:41	warning	the warning point 5h is longer than the target 4h of accept: it warns at the start
policy/targets.yaml:10:64	warning	the target 1bd of acknowledge names the calendar 'dfault', which calendars.yaml does not have: the calendar of the project, or default, counts; did you mean 'default'
policy/targets.yaml:13:68	warning	the target 5bd of commitment ends before it begins: 'valid_to' must be after 'from'
policy/targets.yaml:14:35	error	'target': '1000000h' is too long: a target is ten years at most, 87660h
policy: 2 errors, 8 warnings
[1]
$ crmtrack policy check --json | jq -c '.items[0]'
policy: 2 errors, 8 warnings
{"file":"policy/calendars.yaml","line":5,"column":5,"severity":"warning","message":"calendar 'night' never opens: nothing that counts by it is ever due"}

# The commands refuse the same names before they write.

$ git checkout -q policy
$ crmtrack project add apollo --calendar nihgt
crmtrack: cannot use calendar 'nihgt': policy does not list it
hint: see: crmtrack calendar list
[5]
$ crmtrack project add apollo --regulatory rg272
crmtrack: cannot use the regulatory profile 'rg272': it gives no targets
hint: profiles: disp, rg271
[5]
$ crmtrack project add apollo --regulatory rg271
apollo
policy/projects.yaml: add project apollo

# policy test says which target, calendar and level apply to a complaint, and what they make due.

$ crmtrack -q person add asha@example.com --role project_manager --name Asha && crmtrack -q project edit apollo --manager asha@example.com > /dev/null
asha@example.com
$ crmtrack -q calendar add long --week 'mon-fri 08:00-20:00' --why 'A second shift' && crmtrack -q target add resolution 20h --filter project:apollo --calendar long --from always --why 'Apollo'
long
resolution project:apollo
$ id=$(crmtrack -q new -p apollo -c acme -s high -m 'Wrong invoice')
$ crmtrack policy test $id --format table
x3ns: promises that begin at 2026-11-21 09:12
acknowledge     1bd   2026-11-24 17:00
    target 1bd of acknowledge (policy/targets.yaml:20:5)
    calendar default: nothing names another; warns at 2026-11-24 13:00
    ladder: 75% owner 2026-11-24 13:00, 100% level 1 2026-11-24 17:00, 125%
    level 2 2026-11-25 13:00, 200% level 3 2026-11-26 17:00
    (policy/ladders.yaml:21:5)
first_response  8h    2026-11-23 17:00
    target 8h of first_response (policy/targets.yaml:21:5)
    calendar default: nothing names another; warns at 2026-11-23 15:00
    ladder: 75% owner 2026-11-23 15:00, 100% level 1 2026-11-23 17:00, 125%
    level 2 2026-11-24 11:00, 200% level 3 2026-11-24 17:00
    (policy/ladders.yaml:21:5)
update          5bd   2026-11-30 17:00
    target 5bd of update (policy/targets.yaml:22:5)
    calendar default: nothing names another; warns at 2026-11-27 13:00
    ladder: 75% owner 2026-11-27 13:00, 100% level 1 2026-11-30 17:00, 125%
    level 2 2026-12-02 13:00, 200% level 3 2026-12-08 17:00
    (policy/ladders.yaml:21:5)
resolution      20h   2026-11-24 16:00
    target 20h of resolution for project:apollo (policy/targets.yaml:23:5)
    calendar long: named by the target; warns at 2026-11-24 11:00
    ladder: 75% owner 2026-11-24 11:00, 100% level 1 2026-11-24 16:00, 125%
    level 2 2026-11-25 09:00, 200% level 3 2026-11-26 12:00
    (policy/ladders.yaml:21:5)
final_response  30d   2026-12-21 23:59
    target 30d of final_response, by the regulatory profile rg271 of project
    apollo
    calendar default: nothing names another; warns at 2026-12-14 15:00
    ladder: 75% owner 2026-12-14 08:18, 100% level 1 2026-12-21 23:59, 125%
    level 2 2026-12-29 15:41, 200% level 3 2027-01-21 14:47
    (policy/ladders.yaml:21:5)
summary               not owed
confirm         5bd   2026-11-30 17:00
    target 5bd of confirm (policy/targets.yaml:25:5)
    calendar default: nothing names another; warns at 2026-11-27 13:00
commitment      5bd   2026-11-30 17:00
    target 5bd of commitment (policy/targets.yaml:26:5)
    calendar default: nothing names another; warns at 2026-11-27 13:00
    ladder: 75% owner 2026-11-27 13:00, 100% level 1 2026-11-30 17:00, 125%
    level 2 2026-12-02 13:00, 200% level 3 2026-12-08 17:00
    (policy/ladders.yaml:21:5)
accept          4h    2026-11-23 13:00
    target 4h of accept (policy/targets.yaml:27:5)
    calendar default: nothing names another; warns at 2026-11-23 12:00
    ladder: 100% level 1 2026-11-23 13:00 (policy/ladders.yaml:18:5)
follow_up             not owed

Levels
0 front line            nobody by name  (it is here)
1 project manager       asha@example.com
2 complaints manager    nobody by name
3 senior management     nobody by name
4 external              nobody by name
$ crmtrack policy test $id | cut -f1-5
acknowledge	2026-11-24T17:00:00Z	1bd	policy/targets.yaml:20:5	default
first_response	2026-11-23T17:00:00Z	8h	policy/targets.yaml:21:5	default
update	2026-11-30T17:00:00Z	5bd	policy/targets.yaml:22:5	default
resolution	2026-11-24T16:00:00Z	20h	policy/targets.yaml:23:5	long
final_response	2026-12-21T23:59:59Z	30d		default
summary				
confirm	2026-11-30T17:00:00Z	5bd	policy/targets.yaml:25:5	default
commitment	2026-11-30T17:00:00Z	5bd	policy/targets.yaml:26:5	default
accept	2026-11-23T13:00:00Z	4h	policy/targets.yaml:27:5	default
follow_up				
$ crmtrack policy test $id --json | jq -c '.items[0] | .start_at, .promises[3], .promises[4], .levels[1]'
"2026-11-21T09:12:00Z"
{"promise":"resolution","due_at":"2026-11-24T16:00:00Z","warn_at":"2026-11-24T11:00:00Z","target":"20h","entry":"policy/targets.yaml:23:5","calendar":"long","calendar_why":"named by the target","why":"target 20h of resolution for project:apollo","ladder":"policy/ladders.yaml:21:5","rungs":[{"at":"2026-11-24T11:00:00Z","share":"75%","to":"owner"},{"at":"2026-11-24T16:00:00Z","share":"100%","to":1},{"at":"2026-11-25T09:00:00Z","share":"125%","to":2},{"at":"2026-11-26T12:00:00Z","share":"200%","to":3}]}
{"promise":"final_response","due_at":"2026-12-21T23:59:59Z","warn_at":"2026-12-14T15:00:00Z","target":"30d","entry":null,"calendar":"default","calendar_why":"nothing names another","why":"target 30d of final_response, by the regulatory profile rg271 of project apollo","ladder":"policy/ladders.yaml:21:5","rungs":[{"at":"2026-12-14T08:18:00Z","share":"75%","to":"owner"},{"at":"2026-12-21T23:59:59Z","share":"100%","to":1},{"at":"2026-12-29T15:41:59Z","share":"125%","to":2},{"at":"2027-01-21T14:47:58Z","share":"200%","to":3}]}
{"level":1,"name":"project manager","role":"project_manager","people":["asha@example.com"]}
$ crmtrack policy test $id --at 2027-01-04T09:00:00Z --fields promise,due_at,calendar,calendar_why
acknowledge	2027-01-05T17:00:00Z	default	nothing names another
first_response	2027-01-04T17:00:00Z	default	nothing names another
update	2027-01-11T17:00:00Z	default	nothing names another
resolution	2027-01-05T17:00:00Z	long	named by the target
final_response	2027-02-03T23:59:59Z	default	nothing names another
summary			
confirm	2027-01-11T17:00:00Z	default	nothing names another
commitment	2027-01-11T17:00:00Z	default	nothing names another
accept	2027-01-04T13:00:00Z	default	nothing names another
follow_up			
$ crmtrack policy test zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
