# A decision is taken from a report: what, by which measure it will show, and when somebody looks at that.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack decide -m 'Two more people for billing' --report 'reasons project:apollo' --measure 'complaints on billing a week' --review 2026-12-15 --owner ben@example.com)
decided: 7y89; ben@example.com reviews it by 2026-12-15
$ git log -1 --format=%B ledger
decision 20261121-7y89rtk85w: decided

Record: 01m7yp0xr0nnkaenkbss5n5sk6
Policy: b8776972c33e151ed30012cfa432a05c37d27603
$ git ls-tree -r --name-only ledger | grep decision
journal/2026/11/21/7y89rtk85w/01m7yp0xr0nnkaenkbss5n5sk6-decision.yaml
$ git show ledger:$(git ls-tree -r --name-only ledger | grep decision)
kind: decision
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: []
text: Two more people for billing
measure: complaints on billing a week
report: reasons project:apollo
owner: ben@example.com
review_on: 2026-12-15T23:59:59Z

# Its review is a promise like any other.

$ crmtrack agenda --all --format table
Due          Left     ID    What    Severity  Owes  About
12-15 23:59  in 24 d  7y89  review            ben   complaints on billing a wee…
$ crmtrack agenda ben@example.com --json | jq -c '.items[] | [.promise, .state, .debtor, .who, .creditor, .complaint, .decision == "'$id'", .customer, .what, .summary]'
["review","open","us","ben@example.com","us",null,true,null,"complaints on billing a week","Two more people for billing"]
$ crmtrack agenda asha@example.com --json | jq -c .items
[]
$ crmtrack decide list --format table
ID    Decided     Owner  Review      State  Measure     Decision          Result
7y89  2026-11-21  ben    2026-12-15  open   complaint…  Two more people…
$ crmtrack decide show $id
7y89  Two more people for billing
state    open
decided  2026-11-21 09:12 by asha@example.com
owner    ben@example.com
measure  complaints on billing a week
report   reasons project:apollo
review   2026-12-15
$ export CRMTRACK_NOW=2026-12-20T09:00:00Z
$ crmtrack agenda --all --check --format table
Due          Left      ID    What    Severity  Owes  About
12-15 23:59  4 d late  7y89  review            ben   complaints on billing a we…
[1]
$ crmtrack agenda --all --format ics | tr -d '\r' | grep -e SUMMARY -e DESC -A3 | head -6
SUMMARY:7y89rtk85w review: complaints on billing a week
DESCRIPTION:owed by ben@example.com (us)\ndecision: Two more people for bil
 ling\nrecord: 01m7yp0xr0nnkaenkbss5n5sk6\ncrmtrack decide show 7y89rtk85w
END:VEVENT
END:VCALENDAR

# The review keeps it; `--again` names the next one.

$ crmtrack decide review ${id#*-} --result 'Too early to say' --again 2027-02-01 > /dev/null
reviewed: 7y89; again by 2027-02-01
$ crmtrack agenda --all --format table
Due               Left     ID    What    Severity  Owes  About
2027-02-01 23:59  in 43 d  7y89  review            ben   complaints on billing …
$ export CRMTRACK_NOW=2027-01-31T09:00:00Z
$ crmtrack decide review $id --result 'From 12 a week to 4' --json | jq -c '.created | length'
reviewed: 7y89
1
$ crmtrack agenda --all --check
$ crmtrack decide list --format table
ID    Decided     Review  State     Measure       Decision          Result
7y89  2026-11-21  -       reviewed  complaints …  Two more people…  From 12 a w…
$ crmtrack decide list --open
no decision waits for its review
$ crmtrack decide show $id --json | jq -c '.items[0] | [.state, .review_on, .result], .reviews[0]'
["reviewed",null,"From 12 a week to 4"]
{"record":"01ma9avsm0nphtx6c8fgsf8g9k","at":"2026-12-20T09:00:00Z","by":"asha@example.com","result":"Too early to say","review_on":"2027-02-01T23:59:59Z"}
$ crmtrack sql "SELECT promise, who, state, complaint, customer, what FROM promise ORDER BY due_at"
review	ben@example.com	kept_late			complaints on billing a week
review	ben@example.com	kept			complaints on billing a week

# As it was known then.

$ crmtrack decide list --as-of 2026-12-01T00:00:00Z --json | jq -c '.items[] | [.state, .result]'
["open",null]

# Refusals name the missing part.

$ crmtrack decide -m 'Hire'
crmtrack: cannot run 'decide': --measure is missing
hint: give it with --measure TEXT: the figure by which it will show
[2]
$ crmtrack decide -m 'Hire' --measure 'backlog'
crmtrack: cannot run 'decide': --review is missing
hint: give it with --review DAY: when somebody looks at that figure
[2]
$ crmtrack decide --measure 'backlog' --review 2027-03-01
crmtrack: cannot run 'decide': no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack decide -m 'Hire' --measure 'backlog' --review 2027-03-01 --report 'reazons project:apollo'
crmtrack: cannot decide from 'reazons': no such report
hint: did you mean reasons?
hint: reports: summary, perception, kpi, reasons, channels, flow, targets, promises, escalations, effort, workload, recurrence, retention, pauses, plans, compliance, health, terms, lessons, praise, notifications, regulator, viewings, trail, client
[2]
$ crmtrack decide -m 'Hire' --measure 'backlog' --review 2027-03-01 --report 'reasons bogus:1'
crmtrack: cannot read the filter 'bogus:1' at column 1: no key 'bogus', there are: id, status, owner, customer, project, channel, reason, severity, vulnerable, level, segment, region, outcome, code, cause, accepted_by, type, ref, sentiment, promise, link, contested, overdue, due, owes, received, acknowledged, resolved, closed, age; quote it to look for the text
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack decide -m 'Hire' --measure $'a\nb' --review 2027-03-01
crmtrack: cannot decide by a --measure of several lines
hint: name the figure in one; the rest belongs to the text of the decision
[2]
$ crmtrack decide review zzzz --result 'Nothing'
crmtrack: cannot find a decision 'zzzz'
hint: see the decisions with: crmtrack decide list
[3]
$ crmtrack decide review zz --result 'Nothing'
crmtrack: cannot find a decision 'zz': at least 4 characters
hint: see the decisions with: crmtrack decide list
[3]
$ crmtrack decide review $id
crmtrack: cannot run 'decide review': --result is missing
hint: give it with --result TEXT: what the figure showed
[2]

# `undo` takes back the newest first: a decision that somebody reviewed only after its review.

$ crmtrack -q decide -m 'Close the shop' --measure 'backlog' --review 2027-03-01 > /dev/null
$ crmtrack undo
01mdnfhzm1x9vefp3d9cfc3dq8
undone: decision 20270131-swkp3yk8gc: decided (both stay in the story; what was struck counts nowhere)
$ crmtrack decide list --fields text,state
Two more people for billing	reviewed
$ crmtrack undo -q > /dev/null; crmtrack decide list --fields text,state
Two more people for billing	open

# Dry runs write nothing; `export jsonl` has it, and a new ledger takes it.

$ crmtrack -n decide -m 'Close the shop' --measure 'backlog' --review 2027-03-01 2>&1 | grep -v '^#'
dry run: nothing was written (1 file would be)
kind: decision
at: 2027-01-31T09:00:00Z
by: asha@example.com
after: []
text: Close the shop
measure: backlog
review_on: 2027-03-01T23:59:59Z
$ crmtrack export jsonl > ../all.jsonl && cd .. && crmtrack -q init copy && cd copy && crmtrack -q import jsonl ../all.jsonl > /dev/null
$ crmtrack decide list --fields text,state
Two more people for billing	open
$ crmtrack audit
2 commits with 6 files looked at; 0 faults, 3 warnings, 0 notices
warning	entered_late	6797fb40e12170a57b43d211e84dc02147060889	journal/2026/11/21/7y89rtk85w/01m7yp0xr0nnkaenkbss5n5sk6-decision.yaml	asha@example.com	2027-01-31T09:00:00Z	entered 70d 23h after it happened
warning	entered_late	6797fb40e12170a57b43d211e84dc02147060889	journal/2026/11/21/7y89rtk85w/01ma9avsm0nphtx6c8fgsf8g9k-decision.yaml	asha@example.com	2027-01-31T09:00:00Z	entered 42d after it happened
warning	clock_off	6797fb40e12170a57b43d211e84dc02147060889	journal/2026/11/21/7y89rtk85w/01m7yp0xr0nnkaenkbss5n5sk6-decision.yaml	asha@example.com	2027-01-31T09:00:00Z	its id is 70d 23h older than its commit, and 1 more of this commit

# Who leaves hands their decisions over.

$ crmtrack -q person add ben@example.com --name Ben > /dev/null; crmtrack -q person add asha@example.com --name Asha > /dev/null
$ crmtrack person retire ben@example.com --to asha --why 'Left'
ben@example.com
policy/people.yaml: retire person ben@example.com
asha@example.com takes over 1 promise
$ crmtrack agenda asha@example.com --fields promise,who
review	asha@example.com
