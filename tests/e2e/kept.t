# Promises that are kept look kept. A command fills in from the context which of them a contact answers, and says so.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack -q assign $id me > /dev/null
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }
$ promises() { crmtrack show $id --json | jq -r '.items[0].promises[] | [.promise, .what, .state, .due_at // "-"] | join(" | ")'; }
$ crmtrack acknowledge $id --next-by wed -m 'We ask the carrier and call you on Wednesday'
01m7yp0xr2pmjv7ft894jvjrbv
exyf is acknowledged (evidence: acknowledged); status investigating
promised: pmjv  commitment: next step, due 2026-11-25 23:59
$ at 25T10:00
$ crmtrack call $id -m 'The parcel is in Hamburg'
answers pmjv: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
01m892bp805rcch0z7hfqc7t0r
call out on exyf is recorded (evidence: acknowledged)
$ promises
acknowledge | acknowledge the complaint | kept | 2026-11-24T17:00:00Z
first_response | respond to the customer | kept | 2026-11-23T17:00:00Z
resolution | resolve the complaint | open | 2026-12-07T17:00:00Z
commitment | next step | kept | 2026-11-25T23:59:59Z
update | tell the customer how things stand | kept | 2026-11-30T17:00:00Z
$ crmtrack agenda --check
2026-12-07T17:00:00Z	20261121-exyfkm3j17	resolution	open	medium	us	asha@example.com	01m7yp0xr0j8s3rmcth6n4ttrr	acme	resolve the complaint

# A promise that was stated is answered by name: another contact does not keep it.

$ crmtrack call $id -m 'You get it by Friday' --promise 'parcel at the door@fri' 2>&1 | grep -v '^01'
call out on exyf is recorded (evidence: acknowledged)
promised: 92z5  commitment: parcel at the door, due 2026-11-27 23:59
$ crmtrack -q note $id -m 'We need the papers' --promise 'ask the carrier for the papers@thu' --to us > /dev/null
$ crmtrack call $id -m 'Still looking' 2>&1 | grep -v '^01'
still open: 92z5  commitment: parcel at the door, due 2026-11-27 23:59 (if this answers it: --answers 92z5)
call out on exyf is recorded (evidence: acknowledged)
$ crmtrack agenda --format table
Due          Left     ID    What             Severity  Owes  About
11-26 23:59  in 37 h  exyf  commitment@sq04  medium    asha  ask the carrier fo…
11-27 23:59  in 2 d   exyf  commitment@92z5  medium    asha  parcel at the door…
12-02 17:00  in 7 d   exyf  update           medium    asha  Delivery three wee…
12-07 17:00  in 12 d  exyf  resolution       medium    asha  Delivery three wee…
$ crmtrack keep $id -m 'The carrier has sent the papers' 2>&1 | grep -v '^01'
kept on exyf: ask the carrier for the papers
$ crmtrack keep $id
crmtrack: cannot keep a promise of 'exyf': none that we made to ourselves is open
hint: 'parcel at the door' was made to the customer, whom a contact reaches: crmtrack answer exyf 92z5 -m …
[3]
$ crmtrack answer $id -m 'It was delivered this morning' 2>&1 | grep -v '^01'
answers 92z5: parcel at the door
the answer on exyf is recorded (evidence: acknowledged)
$ promises
acknowledge | acknowledge the complaint | kept | 2026-11-24T17:00:00Z
first_response | respond to the customer | kept | 2026-11-23T17:00:00Z
resolution | resolve the complaint | open | 2026-12-07T17:00:00Z
commitment | next step | kept | 2026-11-25T23:59:59Z
commitment | parcel at the door | kept | 2026-11-27T23:59:59Z
commitment | ask the carrier for the papers | kept | 2026-11-26T23:59:59Z
update | tell the customer how things stand | kept | 2026-11-30T17:00:00Z

# A promise to ourselves needs no contact, one to the customer does.

$ crmtrack call $id -m 'The invoice follows' --promise 'corrected invoice@2026-11-27' > /dev/null
call out on exyf is recorded (evidence: acknowledged)
promised: 40za  commitment: corrected invoice, due 2026-11-27 23:59
$ crmtrack keep $id commitment
crmtrack: cannot keep 'commitment' of 'exyf': it was made to the customer, whom only a contact reaches
hint: record the contact: crmtrack call exyf --answers 40za -m …
[5]
$ crmtrack reschedule $id commitment 2026-12-01
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack reschedule $id commitment 2026-12-01 --why 'Agreed with Ms Doe' 2>&1 | grep -v '^01'
'corrected invoice' on exyf is now due 2026-12-01 23:59; its first date decides whether it is kept in time
$ at 30T10:00
$ crmtrack agenda --json | jq -r '.items[] | [.promise, .state, .due_at, .first_due_at] | join(" ")'
commitment open 2026-12-01T23:59:59Z 2026-11-27T23:59:59Z
update open 2026-12-02T17:00:00Z 2026-12-02T17:00:00Z
resolution open 2026-12-07T17:00:00Z 2026-12-07T17:00:00Z

# The complaint cannot be closed while something is owed; each is named with its way out.

$ crmtrack resolve $id --outcome upheld --code fixed -m 'The parcel came, and the invoice is put right' 2>&1 | grep -v '^01'
still open: 40za  commitment: corrected invoice, due 2026-12-01 23:59 (if this answers it: --answers 40za)
exyf is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm exyf or reject exyf
$ crmtrack -q confirm $id > /dev/null; crmtrack -q review $id --lesson 'Ask the carrier on the first day' > /dev/null
$ crmtrack close $id 2>&1 | sed 's/[0-9a-z]\{4\}@[0-9a-z.]*/R/; s/[0-9a-z]\{4\} -m/R -m/; s/hint: [0-9a-z]\{4\}/hint: R/'
crmtrack: cannot close 'exyf': 1 promise of ours is open
hint: R  commitment: corrected invoice, due 2026-12-01 23:59: crmtrack answer exyf R -m …, or crmtrack waive exyf commitR --why …
$ crmtrack -q answer $id -m 'The invoice was sent' > /dev/null; crmtrack close $id 2>&1 | grep -v '^01'
closed exyf
$ promises
acknowledge | acknowledge the complaint | kept | 2026-11-24T17:00:00Z
first_response | respond to the customer | kept | 2026-11-23T17:00:00Z
resolution | resolve the complaint | kept | 2026-12-07T17:00:00Z
commitment | next step | kept | 2026-11-25T23:59:59Z
commitment | parcel at the door | kept | 2026-11-27T23:59:59Z
commitment | ask the carrier for the papers | kept | 2026-11-26T23:59:59Z
commitment | corrected invoice | kept_late | 2026-12-01T23:59:59Z
confirm | confirm our resolution | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | kept | 2026-11-30T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-02T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-02T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-02T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-02T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-02T17:00:00Z
$ crmtrack report summary --json | jq -c '.measures[] | select(.measure | startswith("promises_kept", "acknowledged", "replies")) | [.measure, .n, .denominator]'
["promises_kept",11,12]
["promises_kept_stated",2,3]
["acknowledged",1,1]
["promises_kept_internal",1,1]
["replies_third_party",0,0]
$ crmtrack agenda --check

# An --answers that settles nothing says why; one that several promises fit is ambiguous.

$ id=$(crmtrack -q new -c globex -r delay --channel email -m 'Nothing came')
$ crmtrack -q note $id -m 'Seen' > /dev/null
$ record() { crmtrack show $id --json | jq -r ".items[0].records[$1].id[10:14]"; }
$ crmtrack call $id -m 'About the note' --answers $(record 1) 2>&1 | sed "s/^01.*/RECORD/; s/$(record 1)/R/"
the answer settles nothing: R promised nothing
RECORD
call out on n3ya is recorded (evidence: acknowledged)
hint: n3ya is still to be acknowledged: crmtrack acknowledge n3ya -m …, or a contact with --purpose acknowledge
$ crmtrack -q call $id -m 'Two things' --promise 'refund@tue' --promise 'new invoice@wed' > /dev/null
$ crmtrack call $id -m 'Done' --answers $(record 3) 2>&1 | sed "s/$(record 3)/R/"
crmtrack: cannot tell which promise of 'R' is answered: 2 are open
hint: R.1  commitment: refund, due 2026-12-01 23:59
hint: R.2  commitment: new invoice, due 2026-12-02 23:59
$ crmtrack call $id -m 'Refunded' --answers $(record 3).1 2>&1 | grep -v '^01' | sed "s/$(record 3)/R/"
call out on n3ya is recorded (evidence: acknowledged)
hint: n3ya is still to be acknowledged: crmtrack acknowledge n3ya -m …, or a contact with --purpose acknowledge
$ crmtrack call $id -m 'No such' --answers $(record 3).7 2>&1 | sed "s/$(record 3)/R/"
crmtrack: cannot answer 'R.7' of 'n3ya': no such promise
$ crmtrack call $id -m 'Nothing' --answers none --answers $(record 3)
crmtrack: cannot answer a record and 'none' at once
[2]
$ promises
acknowledge | acknowledge the complaint | open | 2026-12-01T17:00:00Z
first_response | respond to the customer | kept | 2026-12-01T10:00:00Z
resolution | resolve the complaint | open | 2026-12-14T17:00:00Z
commitment | refund | kept | 2026-12-01T23:59:59Z
commitment | new invoice | open | 2026-12-02T23:59:59Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | open | 2026-12-07T17:00:00Z

# The customer's question is answered by our next contact, where there is only one.

$ crmtrack -q call $id --in -m 'When does it come?' --expects reply@2026-12-03 > /dev/null
$ crmtrack email $id -m 'On Monday' 2>&1 | grep -v '^01' | sed "s/$(record 3)/R/g"
answers fk5z: reply to their call
still open: R.2  commitment: new invoice, due 2026-12-02 23:59 (if this answers it: --answers R.2)
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
email out on n3ya is recorded (evidence: sent)
hint: n3ya is still to be acknowledged: crmtrack acknowledge n3ya -m …, or a contact with --purpose acknowledge
$ crmtrack -q call $id --in -m 'And the invoice?' --expects reply@2026-12-03 > /dev/null; crmtrack -q call $id --in -m 'And my money?' --expects reply@2026-12-04 > /dev/null
$ crmtrack email $id -m 'We look into it' 2>&1 | grep -c 'still open'
3
$ promises
acknowledge | acknowledge the complaint | open | 2026-12-01T17:00:00Z
first_response | respond to the customer | kept | 2026-12-01T10:00:00Z
resolution | resolve the complaint | open | 2026-12-14T17:00:00Z
commitment | refund | kept | 2026-12-01T23:59:59Z
commitment | new invoice | open | 2026-12-02T23:59:59Z
commitment | reply to their call | kept | 2026-12-03T23:59:59Z
commitment | reply to their call | open | 2026-12-03T23:59:59Z
commitment | reply to their call | open | 2026-12-04T23:59:59Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | kept | 2026-12-07T17:00:00Z
update | tell the customer how things stand | open | 2026-12-07T17:00:00Z
