# The story of a complaint, and the log of its commits.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -p apollo -r delay -s high --channel phone -m 'Delivery three weeks late')
$ export CRMTRACK_NOW=2026-11-21T10:00:00Z; crmtrack -q acknowledge $id --next-by 2026-11-23 -m 'We ask the carrier' > /dev/null
$ export CRMTRACK_NOW=2026-11-22T08:00:00Z; crmtrack -q call $id --at 2026-11-21T16:30:00+01:00 --by ben@example.com --with Maria -m 'Told her the date
> and the hour' > /dev/null
$ export CRMTRACK_NOW=2026-11-24T08:00:00Z
$ crmtrack show $id
rp26d9he7c  Delivery three weeks late
status    acknowledged
severity  high
owner     nobody
customer  acme
project   apollo
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (3 days ago)

Story
2026-11-21 09:12  4b21  asha@example.com
  complaint received by phone
2026-11-21 10:00  j8my  asha@example.com
  call out to acknowledge [acknowledged]
    We ask the carrier
    promises: next step, by 2026-11-23 23:59
2026-11-21 15:30  19j6  ben@example.com
  noted by asha@example.com, recorded 2026-11-22 08:00
  call out, with Maria, answers j8my [acknowledged]
    Told her the date
    and the hour

Promises
kept       acknowledge: acknowledge the complaint
           4b21 owed by us, due 2026-11-24 17:00, settled 2026-11-21 10:00 by
           j8my
kept       first_response: respond to the customer
           4b21 owed by us, due 2026-11-23 17:00, settled 2026-11-21 10:00 by
           j8my
open       resolution: resolve the complaint
           4b21 owed by us, due 2026-12-07 17:00
kept       commitment: next step
           j8my owed by asha@example.com (us), due 2026-11-23 23:59, settled
           2026-11-21 15:30 by 19j6
kept       update: tell the customer how things stand
           j8my owed by us, due 2026-11-30 17:00, settled 2026-11-21 15:30 by
           19j6
$ crmtrack show $id --format markdown
# rp26d9he7c  Delivery three weeks late

| | | |
| --- | --- | --- |
| status | acknowledged | |
| severity | high | |
| owner | nobody | |
| customer | acme | |
| project | apollo | |
| reason | delay (Delay) | |
| channel | phone | |
| received | 2026-11-21 09:12 (3 days ago) | |

## Story

**2026-11-21 09:12**  4b21  asha@example.com\
complaint received by phone

**2026-11-21 10:00**  j8my  asha@example.com\
call out to acknowledge \[acknowledged\]\
We ask the carrier\
promises: next step, by 2026-11-23 23:59

**2026-11-21 15:30**  19j6  ben@example.com\
noted by asha@example.com, recorded 2026-11-22 08:00\
call out, with Maria, answers j8my \[acknowledged\]\
Told her the date\
and the hour

## Promises

kept       acknowledge: acknowledge the complaint\
4b21 owed by us, due 2026-11-24 17:00, settled 2026-11-21 10:00 by j8my\
kept       first_response: respond to the customer\
4b21 owed by us, due 2026-11-23 17:00, settled 2026-11-21 10:00 by j8my\
open       resolution: resolve the complaint\
4b21 owed by us, due 2026-12-07 17:00\
kept       commitment: next step\
j8my owed by asha@example.com (us), due 2026-11-23 23:59, settled 2026-11-21 15:30 by 19j6\
kept       update: tell the customer how things stand\
j8my owed by us, due 2026-11-30 17:00, settled 2026-11-21 15:30 by 19j6
$ crmtrack show $id --json | python3 -m json.tool --no-ensure-ascii | sed "s/$id/ID/"
{
    "format_version": 1,
    "command": "show",
    "items": [
        {
            "id": "ID",
            "short": "rp26",
            "customer": "acme",
            "contact": null,
            "project": "apollo",
            "channel": "phone",
            "region": null,
            "reason": "delay",
            "severity": "high",
            "vulnerable": null,
            "summary": "Delivery three weeks late",
            "description": null,
            "remedy_sought": null,
            "refs": [],
            "links": [],
            "source": null,
            "segment": null,
            "status": "acknowledged",
            "owner": null,
            "level": 0,
            "peak_level": 0,
            "cycle": 1,
            "handovers": 0,
            "waiting_on": null,
            "outcome": null,
            "code": null,
            "cause": null,
            "systemic": null,
            "redress": null,
            "accepted_by": null,
            "received_at": "2026-11-21T09:12:00Z",
            "acknowledged_at": "2026-11-21T10:00:00Z",
            "responded_at": null,
            "resolved_at": null,
            "closed_at": null,
            "age_days": 3,
            "contested": false,
            "overdue": false,
            "next_due_at": "2026-12-07T17:00:00Z",
            "next_due": "resolution",
            "owes": "us",
            "promises": [
                {
                    "promise": "acknowledge",
                    "of": "01m7yp0xr04b21751bq3v5nqqc",
                    "n": 1,
                    "record": "01m7yp0xr04b21751bq3v5nqqc",
                    "debtor": "us",
                    "who": null,
                    "creditor": "customer",
                    "what": "acknowledge the complaint",
                    "state": "kept",
                    "start_at": "2026-11-21T09:12:00Z",
                    "warn_at": "2026-11-24T13:00:00Z",
                    "due_at": "2026-11-24T17:00:00Z",
                    "first_due_at": "2026-11-24T17:00:00Z",
                    "settled_at": "2026-11-21T10:00:00Z",
                    "settled_by": "01m7yrrt80j8myvzqe53k17t6k",
                    "paused_seconds": 0,
                    "late_seconds": 0,
                    "restated": false,
                    "cycle": 1
                },
                {
                    "promise": "first_response",
                    "of": "01m7yp0xr04b21751bq3v5nqqc",
                    "n": 1,
                    "record": "01m7yp0xr04b21751bq3v5nqqc",
                    "debtor": "us",
                    "who": null,
                    "creditor": "customer",
                    "what": "respond to the customer",
                    "state": "kept",
                    "start_at": "2026-11-21T09:12:00Z",
                    "warn_at": "2026-11-23T15:00:00Z",
                    "due_at": "2026-11-23T17:00:00Z",
                    "first_due_at": "2026-11-23T17:00:00Z",
                    "settled_at": "2026-11-21T10:00:00Z",
                    "settled_by": "01m7yrrt80j8myvzqe53k17t6k",
                    "paused_seconds": 0,
                    "late_seconds": 0,
                    "restated": false,
                    "cycle": 1
                },
                {
                    "promise": "resolution",
                    "of": "01m7yp0xr04b21751bq3v5nqqc",
                    "n": 1,
                    "record": "01m7yp0xr04b21751bq3v5nqqc",
                    "debtor": "us",
                    "who": null,
                    "creditor": "customer",
                    "what": "resolve the complaint",
                    "state": "open",
                    "start_at": "2026-11-21T09:12:00Z",
                    "warn_at": "2026-12-03T11:00:00Z",
                    "due_at": "2026-12-07T17:00:00Z",
                    "first_due_at": "2026-12-07T17:00:00Z",
                    "settled_at": null,
                    "settled_by": null,
                    "paused_seconds": 0,
                    "late_seconds": 0,
                    "restated": false,
                    "cycle": 1
                },
                {
                    "promise": "commitment",
                    "of": "01m7yrrt80j8myvzqe53k17t6k",
                    "n": 1,
                    "record": "01m7yrrt80j8myvzqe53k17t6k",
                    "debtor": "us",
                    "who": "asha@example.com",
                    "creditor": "customer",
                    "what": "next step",
                    "state": "kept",
                    "start_at": "2026-11-21T10:00:00Z",
                    "warn_at": null,
                    "due_at": "2026-11-23T23:59:59Z",
                    "first_due_at": "2026-11-23T23:59:59Z",
                    "settled_at": "2026-11-21T15:30:00Z",
                    "settled_by": "01m8149t0019j61v5n80jhxwnh",
                    "paused_seconds": 0,
                    "late_seconds": 0,
                    "restated": false,
                    "cycle": 1
                },
                {
                    "promise": "update",
                    "of": "01m7yrrt80j8myvzqe53k17t6k",
                    "n": 1,
                    "record": "01m7yrrt80j8myvzqe53k17t6k",
                    "debtor": "us",
                    "who": null,
                    "creditor": "customer",
                    "what": "tell the customer how things stand",
                    "state": "kept",
                    "start_at": "2026-11-21T10:00:00Z",
                    "warn_at": "2026-11-27T13:00:00Z",
                    "due_at": "2026-11-30T17:00:00Z",
                    "first_due_at": "2026-11-30T17:00:00Z",
                    "settled_at": "2026-11-21T15:30:00Z",
                    "settled_by": "01m8149t0019j61v5n80jhxwnh",
                    "paused_seconds": 0,
                    "late_seconds": 0,
                    "restated": false,
                    "cycle": 1
                }
            ],
            "escalations": [],
            "steps": [],
            "conflicts": [],
            "records": [
                {
                    "id": "01m7yp0xr04b21751bq3v5nqqc",
                    "kind": "complaint",
                    "at": "2026-11-21T09:12:00Z",
                    "by": "asha@example.com",
                    "after": [],
                    "recorded_at": "2026-11-21T09:12:00Z",
                    "author": "asha@example.com",
                    "commit": "4fe837ac5b459e042db257630d103ae6d003961e",
                    "refused": null,
                    "customer": "acme",
                    "project": "apollo",
                    "channel": "phone",
                    "reason": "delay",
                    "severity": "high",
                    "summary": "Delivery three weeks late",
                    "struck": false
                },
                {
                    "id": "01m7yrrt80j8myvzqe53k17t6k",
                    "kind": "activity",
                    "at": "2026-11-21T10:00:00Z",
                    "by": "asha@example.com",
                    "after": [
                        "01m7yp0xr04b21751bq3v5nqqc"
                    ],
                    "recorded_at": "2026-11-21T10:00:00Z",
                    "author": "asha@example.com",
                    "commit": "deb66a191d1273c37d9d43db40b6e2a2d318d3ce",
                    "refused": null,
                    "type": "call",
                    "direction": "out",
                    "channel": "phone",
                    "purpose": "acknowledge",
                    "evidence": "acknowledged",
                    "text": "We ask the carrier",
                    "promises": [
                        {
                            "what": "next step",
                            "due": "2026-11-23T23:59:59Z",
                            "next_step": true
                        }
                    ],
                    "struck": false
                },
                {
                    "id": "01m8149t0019j61v5n80jhxwnh",
                    "kind": "activity",
                    "at": "2026-11-21T16:30:00+01:00",
                    "by": "ben@example.com",
                    "after": [
                        "01m7yrrt80j8myvzqe53k17t6k"
                    ],
                    "recorded_at": "2026-11-22T08:00:00Z",
                    "author": "asha@example.com",
                    "commit": "b122ac862e2442b6768f88a9f7e2845490035799",
                    "refused": null,
                    "type": "call",
                    "direction": "out",
                    "with": "Maria",
                    "evidence": "acknowledged",
                    "text": "Told her the date\nand the hour\n",
                    "answers": [
                        "01m7yrrt80j8myvzqe53k17t6k"
                    ],
                    "struck": false
                }
            ],
            "linked": []
        }
    ]
}
$ crmtrack show $id --format yaml --fields status,summary,promises
format_version: 1
command: show
items:
- status: acknowledged
  summary: Delivery three weeks late
  promises:
    - promise: acknowledge
      of: "01m7yp0xr04b21751bq3v5nqqc"
      "n": 1
      record: "01m7yp0xr04b21751bq3v5nqqc"
      debtor: us
      who: null
      creditor: customer
      what: acknowledge the complaint
      state: kept
      start_at: "2026-11-21T09:12:00Z"
      warn_at: "2026-11-24T13:00:00Z"
      due_at: "2026-11-24T17:00:00Z"
      first_due_at: "2026-11-24T17:00:00Z"
      settled_at: "2026-11-21T10:00:00Z"
      settled_by: "01m7yrrt80j8myvzqe53k17t6k"
      paused_seconds: 0
      late_seconds: 0
      restated: false
      cycle: 1
    - promise: first_response
      of: "01m7yp0xr04b21751bq3v5nqqc"
      "n": 1
      record: "01m7yp0xr04b21751bq3v5nqqc"
      debtor: us
      who: null
      creditor: customer
      what: respond to the customer
      state: kept
      start_at: "2026-11-21T09:12:00Z"
      warn_at: "2026-11-23T15:00:00Z"
      due_at: "2026-11-23T17:00:00Z"
      first_due_at: "2026-11-23T17:00:00Z"
      settled_at: "2026-11-21T10:00:00Z"
      settled_by: "01m7yrrt80j8myvzqe53k17t6k"
      paused_seconds: 0
      late_seconds: 0
      restated: false
      cycle: 1
    - promise: resolution
      of: "01m7yp0xr04b21751bq3v5nqqc"
      "n": 1
      record: "01m7yp0xr04b21751bq3v5nqqc"
      debtor: us
      who: null
      creditor: customer
      what: resolve the complaint
      state: open
      start_at: "2026-11-21T09:12:00Z"
      warn_at: "2026-12-03T11:00:00Z"
      due_at: "2026-12-07T17:00:00Z"
      first_due_at: "2026-12-07T17:00:00Z"
      settled_at: null
      settled_by: null
      paused_seconds: 0
      late_seconds: 0
      restated: false
      cycle: 1
    - promise: commitment
      of: "01m7yrrt80j8myvzqe53k17t6k"
      "n": 1
      record: "01m7yrrt80j8myvzqe53k17t6k"
      debtor: us
      who: asha@example.com
      creditor: customer
      what: next step
      state: kept
      start_at: "2026-11-21T10:00:00Z"
      warn_at: null
      due_at: "2026-11-23T23:59:59Z"
      first_due_at: "2026-11-23T23:59:59Z"
      settled_at: "2026-11-21T15:30:00Z"
      settled_by: "01m8149t0019j61v5n80jhxwnh"
      paused_seconds: 0
      late_seconds: 0
      restated: false
      cycle: 1
    - promise: update
      of: "01m7yrrt80j8myvzqe53k17t6k"
      "n": 1
      record: "01m7yrrt80j8myvzqe53k17t6k"
      debtor: us
      who: null
      creditor: customer
      what: tell the customer how things stand
      state: kept
      start_at: "2026-11-21T10:00:00Z"
      warn_at: "2026-11-27T13:00:00Z"
      due_at: "2026-11-30T17:00:00Z"
      first_due_at: "2026-11-30T17:00:00Z"
      settled_at: "2026-11-21T15:30:00Z"
      settled_by: "01m8149t0019j61v5n80jhxwnh"
      paused_seconds: 0
      late_seconds: 0
      restated: false
      cycle: 1
$ crmtrack history $id
2026-11-21T09:12:00Z	4fe837ac5b459e042db257630d103ae6d003961e	Asha Rao <asha@example.com>	none	01m7yp0xr04b21751bq3v5nqqc	complaint	complaint received by phone
2026-11-21T10:00:00Z	deb66a191d1273c37d9d43db40b6e2a2d318d3ce	Asha Rao <asha@example.com>	none	01m7yrrt80j8myvzqe53k17t6k	activity	call out to acknowledge [acknowledged]
2026-11-22T08:00:00Z	b122ac862e2442b6768f88a9f7e2845490035799	Asha Rao <asha@example.com>	none	01m8149t0019j61v5n80jhxwnh	activity	call out, with Maria, answers j8my [acknowledged]
$ crmtrack history $id --format table
Recorded          Commit      Author      Signed  Record  Kind       What
2026-11-21 09:12  4fe837ac5b  asha@exam…  none    4b21    complaint  complaint …
2026-11-21 10:00  deb66a191d  asha@exam…  none    j8my    activity   call out t…
2026-11-22 08:00  b122ac862e  asha@exam…  none    19j6    activity   call out, …
$ crmtrack history $id --json
{"format_version": 1, "command": "history", "items": [
{"recorded_at": "2026-11-21T09:12:00Z", "commit": "4fe837ac5b459e042db257630d103ae6d003961e", "author": "asha@example.com", "author_name": "Asha Rao", "committer": "asha@example.com", "signature": "none", "record": "01m7yp0xr04b21751bq3v5nqqc", "kind": "complaint", "at": "2026-11-21T09:12:00Z", "by": "asha@example.com", "refused": null},
{"recorded_at": "2026-11-21T10:00:00Z", "commit": "deb66a191d1273c37d9d43db40b6e2a2d318d3ce", "author": "asha@example.com", "author_name": "Asha Rao", "committer": "asha@example.com", "signature": "none", "record": "01m7yrrt80j8myvzqe53k17t6k", "kind": "activity", "at": "2026-11-21T10:00:00Z", "by": "asha@example.com", "refused": null},
{"recorded_at": "2026-11-22T08:00:00Z", "commit": "b122ac862e2442b6768f88a9f7e2845490035799", "author": "asha@example.com", "author_name": "Asha Rao", "committer": "asha@example.com", "signature": "none", "record": "01m8149t0019j61v5n80jhxwnh", "kind": "activity", "at": "2026-11-21T15:30:00Z", "by": "ben@example.com", "refused": null}
]}
$ crmtrack history $id --fields recorded_at,kind,signature,by
2026-11-21T09:12:00Z	complaint	none	asha@example.com
2026-11-21T10:00:00Z	activity	none	asha@example.com
2026-11-22T08:00:00Z	activity	none	ben@example.com

# The log agrees with git's.

$ crmtrack history $id --fields commit | while read commit; do git log -1 --format=%s $commit; done
complaint rp26d9he7c: received
activity rp26d9he7c: acknowledged
activity rp26d9he7c: call out

# Several at once.

$ other=$(crmtrack -q new -c globex -m 'Shop is down')
$ crmtrack show $id $other | grep -c ^Story
2

# Refusals.

$ crmtrack history $id --fields colour
crmtrack: cannot print field 'colour': there is none of that name
hint: fields: recorded_at, commit, author, signature, record, kind, says, author_name, committer, at, by, refused
[2]
$ crmtrack show
crmtrack: cannot run 'show': ID is missing
hint: usage: crmtrack show [OPTION...] ID...
hint: ID: the complaints, or mails of the inbox
[2]
$ crmtrack show zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack show $id zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack history
crmtrack: cannot run 'history': ID is missing
hint: usage: crmtrack history [OPTION...] ID
hint: ID: the complaint, or a mail of the inbox
[2]
$ crmtrack history zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
