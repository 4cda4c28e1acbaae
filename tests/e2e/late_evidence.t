# Evidence that is recorded late counts from when it happened; a time before the receipt is told, and in no duration.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r delay --channel phone --at '2026-11-19 10:00' -m 'Delivery three weeks late')
$ crmtrack -q acknowledge $a -m 'We have it' > /dev/null
$ times() { crmtrack show $1 --json | jq -c '.items[0] | [.acknowledged_at, .responded_at]'; }
$ times $a
["2026-11-21T09:12:00Z",null]
$ crmtrack -q acknowledge $a --at '2026-11-19 16:00' -m 'Ben had called on the day' > /dev/null; times $a
["2026-11-19T16:00:00Z",null]
$ crmtrack report summary --json | jq -c '.measures[] | select(.measure == "time_to_acknowledge_median") | .value'
0.25
$ crmtrack -q resolve $a --outcome upheld --code fixed -m 'It is on its way' > /dev/null
$ crmtrack -q resolve $a --at '2026-11-20 09:00' --outcome upheld --code fixed -m 'Ben had said so' > /dev/null; times $a
["2026-11-19T16:00:00Z","2026-11-20T09:00:00Z"]
$ b=$(crmtrack -q new -c globex -r delay --channel phone -m 'Nothing came')
$ crmtrack acknowledge $b --at '2026-11-21 08:00' -m 'We knew it before' 2>&1 | grep -v '^01'
2026-11-21T08:00:00Z lies before the receipt of 9w6g (2026-11-21T09:12:00Z): no duration counts it
9w6g is acknowledged (evidence: acknowledged); status acknowledged
$ crmtrack report summary | grep -A9 'left out of'
left out of the time to acknowledge, since it is dated before the receipt:
20261121-9w6gkg434d

all time, as of 2026-11-21T09:12:00Z (UTC); ledger c254c9ee612f
$ crmtrack report summary --json | jq -c '.measures[] | select(.measure == "time_to_acknowledge_median") | [.value, .n]'
[0.25,1]

# A promise that was kept in time looks so, however late that is recorded.

$ crmtrack -q call $b -m 'You get it tomorrow' --promise 'delivery@2026-11-22' > /dev/null
$ export CRMTRACK_NOW=2026-11-24T10:00:00Z
$ state() { crmtrack show $b --json | jq -c '.items[0].promises[] | select(.promise == "commitment") | [.state, .settled_at, .restated]'; }
$ state
["overdue",null,false]
$ crmtrack -q answer $b -m 'It was there' > /dev/null; state
["kept_late","2026-11-24T10:00:00Z",false]
$ crmtrack -q answer $b $(crmtrack show $b --json | jq -r '.items[0].records[2].id') --at '2026-11-22 18:00' -m 'Their note: it came on Sunday' > /dev/null; state
["kept","2026-11-22T18:00:00Z",true]

# An import that knows no time of an answer has no time to answer.

$ printf 'Date received,Product,Issue,Company response to consumer,Complaint ID\n11/02/2026,Mortgage,Fees,Closed with explanation,77\n' > cfpb.csv
$ crmtrack -q import csv cfpb.csv --map cfpb
new 1, known 0, differing 0, rejected 0
$ crmtrack show $(crmtrack list ref:cfpb:77 --fields id) --json | jq -c '.items[0] | [.status, .responded_at, .received_at]'
["responded",null,"2026-11-02T00:00:00Z"]

# The command that records late evidence says what it restates.

$ export CRMTRACK_NOW=2026-11-23T09:00:00Z; late=$(crmtrack -q new -c acme -m 'Parcel is late')
$ export CRMTRACK_NOW=2026-11-26T09:00:00Z
$ crmtrack call $late --at 2026-11-23T10:00:00Z -m 'It comes tomorrow' > /dev/null
restated: first_response of 48nz was kept at 2026-11-23 10:00, and is recorded now
call out on 48nz is recorded (evidence: acknowledged)
hint: 48nz is still to be acknowledged: crmtrack acknowledge 48nz -m …, or a contact with --purpose acknowledge
$ crmtrack show $late | grep -A2 first_response
kept       first_response: respond to the customer
           e0ee owed by us, due 2026-11-23 17:00, settled 2026-11-23 10:00 by
           24r1 (restated: recorded later)
