# Due times by targets and calendars: the values of docs/calendars.md, through the program as people use it.

$ crmtrack -q init complaints && cd complaints
$ cat > policy/settings.yaml <<'EOF'
> settings:
>   zone: Europe/London
> EOF
$ cat > policy/calendars.yaml <<'EOF'
> calendars:
>   default: &week
>     week: {mon: ["09:00-17:00"]}
> EOF
$ crmtrack policy check
policy/calendars.yaml:2:12	error	an anchor
policy: 1 error, 0 warnings
[1]
$ cat > policy/calendars.yaml <<'EOF'
> calendars:
>   default:
>     week: {mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"]}
>     holidays: [2026-05-25]
>   long:
>     week: {mon: ["08:00-18:00"], tue: ["08:00-18:00"], wed: ["08:00-18:00"], thu: ["08:00-18:00"], fri: ["08:00-18:00"]}
>   lunch:
>     week: {mon: ["08:00-12:00", "13:30-18:00"], tue: ["08:00-12:00", "13:30-18:00"]}
>   always:
>     week: {mon: ["00:00-24:00"], tue: ["00:00-24:00"], wed: ["00:00-24:00"], thu: ["00:00-24:00"], fri: ["00:00-24:00"], sat: ["00:00-24:00"], sun: ["00:00-24:00"]}
> EOF
$ cat > policy/targets.yaml <<'EOF'
> targets:
>   - {promise: resolution, target: 1h, filter: "project:hour"}
>   - {promise: resolution, target: 4h, filter: "project:four", warn: [1h]}
>   - {promise: resolution, target: 4h, filter: "project:long", calendar: long, warn: [1h]}
>   - {promise: resolution, target: 1h, filter: "project:lunch", calendar: lunch}
>   - {promise: resolution, target: 24h, filter: "project:always", calendar: always}
>   - {promise: resolution, target: 3bd, filter: "project:days"}
>   - {promise: first_response, target: 30d, filter: "project:days"}
>   - {promise: update, target: 5bd}
>   - {promise: resolution, target: 8h, warn: [80%]}
> EOF
$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ git add -A && git commit -qm 'Our hours and targets'; unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE
$ due() { crmtrack -q new -p $1 -c acme -m "$2" --at $2 > /dev/null; crmtrack sql "SELECT promise, due_at, warn_at FROM promise p WHERE complaint = (SELECT id FROM complaint WHERE project = '$1' ORDER BY received_at DESC LIMIT 1) AND promise IN ('resolution', 'first_response')"; }
$ due hour 2026-01-30T16:30:00Z
resolution	2026-02-02T09:30:00Z	
$ due long 2026-02-02T17:00:00Z
resolution	2026-02-03T11:00:00Z	2026-02-03T10:00:00Z
$ due long 2026-02-09T16:00:00Z
resolution	2026-02-10T10:00:00Z	2026-02-10T09:00:00Z
$ due lunch 2026-02-02T11:30:00Z
resolution	2026-02-02T14:00:00Z	
$ due four 2026-05-22T16:30:00+01:00
resolution	2026-05-26T11:30:00Z	2026-05-26T10:30:00Z
$ due always 2026-03-28T12:00:00Z
resolution	2026-03-29T12:00:00Z	
$ due always 2026-10-24T12:00:00+01:00
resolution	2026-10-25T11:00:00Z	
$ due days 2026-05-21T11:00:00+01:00
first_response	2026-06-20T22:59:59Z	
resolution	2026-05-27T16:00:00Z	
$ due share 2026-01-30T15:00:00Z
resolution	2026-02-02T15:00:00Z	2026-02-02T13:24:00Z

# A wait for the customer stops the clock until they are in touch: 8 h from Monday 10:00, paused from noon to Tuesday
# 11:00, are due on Tuesday at 17:00.

$ id=$(crmtrack -q new -p paused -c acme -m 'Wrong invoice' --at 2026-02-02T10:00:00Z)
$ crmtrack -q email $id --at 2026-02-02T11:00:00Z -m 'Which invoice?' --expects information > /dev/null
$ export CRMTRACK_NOW=2026-02-02T12:00:00Z
$ crmtrack -q wait $id --on customer > /dev/null
$ crmtrack show $id --json | jq -c '.items[0].promises[] | select(.promise == "resolution") | [.state, .due_at, .paused_seconds]'
["open",null,0]
$ export CRMTRACK_NOW=2026-02-03T11:00:00Z
$ crmtrack -q email $id --in -m 'Invoice 4711' > /dev/null
$ without_version() { sed -E 's/(data |tzdata": ")20[0-9]{2}[a-z]/\1VERSION/'; }
$ crmtrack show $id --explain resolution | without_version
resolution: resolve the complaint
state        open
arises from  mgp3
target       8h (target 8h of resolution)
calendar     default, zone Europe/London, time zone data VERSION
start        2026-02-02 Mon 10:00
open time    8h

Open time that counts
2026-02-02 Mon 10:00 to 17:00  2h (paused 5h), sum 2h
2026-02-03 Tue 09:00 to 17:00  6h (paused 2h), sum 8h

Pauses
2026-02-02 Mon 12:00 to 2026-02-03 Tue 11:00

Result
sum      8h
due      2026-02-03 Tue 17:00
warning  2026-02-03 Tue 15:24
$ crmtrack show $id --explain resolution --json | without_version
{"format_version": 1, "command": "show", "items": [
{"promise": "resolution", "of": "01m7yp0xr0mgp3a5dpysvs6c8v", "n": 1, "record": "01m7yp0xr0mgp3a5dpysvs6c8v", "debtor": "us", "who": null, "creditor": "customer", "what": "resolve the complaint", "state": "open", "start_at": "2026-02-02T10:00:00Z", "warn_at": "2026-02-03T15:24:00Z", "due_at": "2026-02-03T17:00:00Z", "first_due_at": "2026-02-03T17:00:00Z", "settled_at": null, "settled_by": null, "paused_seconds": 82800, "late_seconds": 0, "restated": false, "cycle": 1, "target": "8h", "target_entry": "target 8h of resolution", "calendar": "default", "zone": "Europe/London", "tzdata": "VERSION", "business_time_seconds": 28800, "business_days": [], "intervals": [{"date": "2026-02-02", "from": "2026-02-02T10:00:00Z", "to": "2026-02-02T17:00:00Z", "paused_seconds": 18000, "counted_seconds": 7200, "sum_seconds": 7200}, {"date": "2026-02-03", "from": "2026-02-03T09:00:00Z", "to": "2026-02-03T17:00:00Z", "paused_seconds": 7200, "counted_seconds": 21600, "sum_seconds": 28800}], "intervals_cut": false, "pauses": [{"from": "2026-02-02T12:00:00Z", "to": "2026-02-03T11:00:00Z"}], "other_days": [], "sum_seconds": 28800, "complaint": "20260202-k9hxcka98z"}
]}
$ crmtrack show $id --explain first_response
crmtrack: cannot explain 'first_response' of 'k9hx': no such promise
hint: there is: mgp3  acknowledge: acknowledge the complaint
hint: there is: mgp3  resolution: resolve the complaint, due 2026-02-03 17:00
hint: there is: ggjc  information: send what was asked in our email
hint: there is: 328e48y  update: tell the customer how things stand, due 2026-02-10 17:00
[3]
$ crmtrack show $id --explain update | without_version
update: tell the customer how things stand
state        open
arises from  328e48y
target       5bd (target 5bd of update)
calendar     default, zone Europe/London, time zone data VERSION
start        2026-02-03 Tue 11:00
open time    46h

Days
2026-02-03  the day of receipt, closes 17:00
2026-02-04  business day 1, closes 17:00
2026-02-05  business day 2, closes 17:00
2026-02-06  business day 3, closes 17:00
2026-02-09  business day 4, closes 17:00
2026-02-10  business day 5, closes 17:00

Open time that counts
2026-02-03 Tue 11:00 to 17:00  6h, sum 6h
2026-02-04 Wed 09:00 to 17:00  8h, sum 14h
2026-02-05 Thu 09:00 to 17:00  8h, sum 22h
2026-02-06 Fri 09:00 to 17:00  8h, sum 30h
2026-02-09 Mon 09:00 to 17:00  8h, sum 38h
2026-02-10 Tue 09:00 to 17:00  8h, sum 46h

Result
sum  46h
due  2026-02-10 Tue 17:00

# The first answer that reaches them keeps what was owed, and the rest is named.

$ export CRMTRACK_NOW=2026-02-03T12:00:00Z
$ crmtrack -q call $id -m 'We look at 4711' > /dev/null
$ crmtrack show $id | grep -A12 Promises
Promises
open       acknowledge: acknowledge the complaint
           mgp3 owed by us
open       resolution: resolve the complaint
           mgp3 owed by us, due 2026-02-03 17:00
open       information: send what was asked in our email
           ggjc owed by acme (customer)
kept       update: tell the customer how things stand
           328e48y owed by us, due 2026-02-10 17:00, settled 2026-02-03 12:00 by
           3c5r
$ export CRMTRACK_NOW=2026-02-03T16:59:59Z
$ crmtrack list id:$id --fields id,overdue | cut -f2
no
$ export CRMTRACK_NOW=2026-02-03T17:00:01Z
$ crmtrack list id:$id --fields id,overdue | cut -f2
yes

# Out of the box a new complaint has due times.

$ cd && crmtrack -q init fresh && cd fresh && export CRMTRACK_NOW=2026-11-23T10:00:00Z
$ id=$(crmtrack -q new -c acme -m 'Wrong invoice')
$ crmtrack agenda --format table
Due          Left     ID    What            Severity  Owes  About
11-24 10:00  in 24 h  78st  first_response  medium    us    Wrong invoice
11-24 17:00  in 31 h  78st  acknowledge     medium    us    Wrong invoice
12-07 17:00  in 14 d  78st  resolution      medium    us    Wrong invoice
$ crmtrack list --format table
ID    Severity  Age  Next         Status    Customer  Summary
78st  medium     0d  24h respond  received  acme      Wrong invoice

# Other time zone data: the first command says how many due times of open promises moved.

$ sqlite3 .git/crmtrack/index-*.db "UPDATE meta SET value = replace(value, substr(value, instr(value, ' ')), ' 2019a') WHERE name = 'version'; UPDATE promises SET due_unix = due_unix - 3600 WHERE kind <> 'acknowledge'"
$ crmtrack agenda --fields promise,due_at 2>&1 | sed -E 's/now 20[0-9]{2}[a-z]/now VERSION/'
crmtrack: the time zone data are now VERSION (they were 2019a): 2 due times moved; crmtrack show ID --explain PROMISE
first_response	2026-11-24T10:00:00Z
acknowledge	2026-11-24T17:00:00Z
resolution	2026-12-07T17:00:00Z
$ crmtrack agenda --fields promise,due_at
first_response	2026-11-24T10:00:00Z
acknowledge	2026-11-24T17:00:00Z
resolution	2026-12-07T17:00:00Z
