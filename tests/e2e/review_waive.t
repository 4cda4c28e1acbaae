# Reviews, and waived promises.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack review $id --went-well 'Quick answer' --went-wrong 'Two transfers' --root-cause 'Stock list outdated' --lesson 'Sync it nightly' --praise ben@example.com --praise me
01m7yp0xr10adcbmczz1pnx1db
the review of exyf is recorded
$ crmtrack show $id
exyfkm3j17  Delivery three weeks late
status    received
severity  medium
owner     nobody
customer  acme
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  j8s3  asha@example.com
  complaint received by phone
2026-11-21 09:12  0adc  asha@example.com
  review
    went_well: Quick answer
    went_wrong: Two transfers
    root_cause: Stock list outdated
    lesson: Sync it nightly
    praise: ben@example.com; asha@example.com

Promises
open       acknowledge: acknowledge the complaint
           j8s3 owed by us, due 2026-11-24 17:00
open       first_response: respond to the customer
           j8s3 owed by us, due 2026-11-23 17:00
open       resolution: resolve the complaint
           j8s3 owed by us, due 2026-12-07 17:00
$ crmtrack review $id -m 'And check it on Mondays'
01m7yp0xr2q8ptg9y6n4t5t3vg
the review of exyf is recorded

# A promise is let go with a reason; it is named by its kind, or kind@record where there are several.

$ crmtrack waive $id acknowledge --why 'We met them the same day'
01m7yp0xr3nnq4cghhcn3hp315
acknowledge of exyf is waived
$ one=$(crmtrack -q call $id -m 'We call' --promise 'call back@2026-11-25'); two=$(crmtrack -q call $id -m 'We write' --promise 'write@2026-11-26')
$ crmtrack waive $id commitment --why 'Not needed'
crmtrack: cannot tell which 'commitment' of 'exyf' to waive: 2 are open
hint: p0nz  commitment: call back, due 2026-11-25 23:59
hint: 591c  commitment: write, due 2026-11-26 23:59
[4]
$ crmtrack waive $id commitment@$one --why 'Settled by the visit'
01m7yp0xr6tdvece73xwpyx299
commitment@01m7yp0xr4p0nzk022yf845vqw of exyf is waived
$ crmtrack waive $id commitment --why 'The other one too'
01m7yp0xr7pz3njtkx5mgd37yw
commitment of exyf is waived
$ crmtrack show $id | sed -n '/^Promises/,$p'
Promises
waived     acknowledge: acknowledge the complaint
           j8s3 owed by us, due 2026-11-24 17:00, settled 2026-11-21 09:12 by
           nnq4
kept       first_response: respond to the customer
           j8s3 owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           p0nz
open       resolution: resolve the complaint
           j8s3 owed by us, due 2026-12-07 17:00
waived     commitment: call back
           p0nz owed by asha@example.com (us), due 2026-11-25 23:59, settled
           2026-11-21 09:12 by tdve
waived     commitment: write
           591c owed by asha@example.com (us), due 2026-11-26 23:59, settled
           2026-11-21 09:12 by pz3n
$ crmtrack list promise:commitment --fields summary
no complaint meets the filter; its words: crmtrack help filter

# Closing asks for a review, or for its waiver.

$ late=$(crmtrack -q new -c acme -r delay --channel phone -m 'Second parcel')
$ crmtrack -q resolve $late --outcome upheld --code fixed -m 'There' > /dev/null; crmtrack -q confirm $late > /dev/null
$ crmtrack close $late
crmtrack: cannot close 'ry3d': it has not been reviewed; review it first, or waive the review
hint: both in one call: crmtrack close ry3d --lesson …
hint: without a review: crmtrack close ry3d --no-review --why …
[5]
$ crmtrack waive $late review --why 'A copy of the first'
01m7yp0xr3gj6qmbpzcak5ymhf
review of ry3d is waived
$ crmtrack close $late
01m7yp0xr4s18fw51fjwx79vgr
closed ry3d

# Refusals.

$ crmtrack review $id
crmtrack: cannot record an empty review
hint: for example: crmtrack review 7f3q --root-cause 'Double booking job' --lesson 'Check the job log daily'
[2]
$ crmtrack review zzzz -m x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack waive $id acknowledge
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack waive $id acknowledge --why again
crmtrack: cannot waive 'acknowledge' of 'exyf': no such open promise
hint: open: j8s3  resolution: resolve the complaint, due 2026-12-07 17:00
[3]
$ crmtrack waive $id reply --why x
crmtrack: cannot waive 'reply' of 'exyf': no such open promise
hint: open: j8s3  resolution: resolve the complaint, due 2026-12-07 17:00
[3]
$ crmtrack waive $id commitment@zzzz --why x
crmtrack: cannot find record 'zzzz' of exyf
hint: see its records with: crmtrack show exyf
[3]
$ crmtrack waive $id --why x
crmtrack: cannot run 'waive': PROMISE is missing
hint: usage: crmtrack waive [OPTION...] ID PROMISE
hint: PROMISE: its kind, kind@RECORD or kind@RECORD.N; review for the review
[2]
$ crmtrack waive zzzz acknowledge --why x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
