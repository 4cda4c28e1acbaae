# Reviews, and waived promises.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack review $id --went-well 'Quick answer' --went-wrong 'Two transfers' --root-cause 'Stock list outdated' --lesson 'Sync it nightly' --praise ben@example.com --praise me
01m7yp0xr1yyr8p0y9zsjefssv
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
2026-11-21 09:12  yyr8  asha@example.com
  review
    went_well: Quick answer
    went_wrong: Two transfers
    root_cause: Stock list outdated
    lesson: Sync it nightly
    praise: ben@example.com; asha@example.com

Promises
open       acknowledge: acknowledge the complaint
           j8s3 owed by us
$ crmtrack review $id -m 'And check it on Mondays'
01m7yp0xr2sa9zxqfhy97r6dwp
the review of exyf is recorded

# A promise is let go with a reason; it is named by its kind, or kind@record where there are several.

$ crmtrack waive $id acknowledge --why 'We met them the same day'
01m7yp0xr3y9gp0vabhwdan5g2
acknowledge of exyf is waived
$ one=$(crmtrack -q call $id -m 'We call' --promise 'call back@2026-11-25'); two=$(crmtrack -q call $id -m 'We write' --promise 'write@2026-11-26')
$ crmtrack waive $id commitment --why 'Not needed'
crmtrack: cannot tell which 'commitment' of 'exyf' to waive: 2 are open
hint: 3fs6  commitment: call back, due 2026-11-25 23:59
hint: ah19  commitment: write, due 2026-11-26 23:59
[4]
$ crmtrack waive $id commitment@$one --why 'Settled by the visit'
01m7yp0xr6gchrjg45y9t6ybs2
commitment@01m7yp0xr43fs6kmxc1b1y5za2 of exyf is waived
$ crmtrack waive $id commitment --why 'The other one too'
01m7yp0xr76q8nmrw1b3e18d99
commitment of exyf is waived
$ crmtrack show $id | sed -n '/^Promises/,$p'
Promises
waived     acknowledge: acknowledge the complaint
           j8s3 owed by us, settled 2026-11-21 09:12 by y9gp
waived     commitment: call back
           3fs6 owed by asha@example.com (us), due 2026-11-25 23:59, settled
           2026-11-21 09:12 by gchr
waived     commitment: write
           ah19 owed by asha@example.com (us), due 2026-11-26 23:59, settled
           2026-11-21 09:12 by 6q8n
$ crmtrack list promise:commitment --fields summary

# Closing asks for a review, or for its waiver.

$ late=$(crmtrack -q new -c acme -r delay --channel phone -m 'Second parcel')
$ crmtrack -q resolve $late --outcome upheld --code fixed -m 'There' > /dev/null; crmtrack -q confirm $late > /dev/null
$ crmtrack close $late
crmtrack: cannot close 'p9wb': it has not been reviewed; review it first, or waive the review
hint: both in one call: crmtrack close p9wb --lesson …
hint: without a review: crmtrack close p9wb --no-review --why …
[5]
$ crmtrack waive $late review --why 'A copy of the first'
01m7yp0xr3dafcs4ctjydefz0z
review of p9wb is waived
$ crmtrack close $late
01m7yp0xr4py0fjyypa9jfwbtg
closed p9wb

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
crmtrack: cannot go on without a reason
hint: give it with --why WHY
[2]
$ crmtrack waive $id acknowledge --why again
crmtrack: cannot waive 'acknowledge' of 'exyf': no such open promise
[3]
$ crmtrack waive $id reply --why x
crmtrack: cannot waive 'reply' of 'exyf': no such open promise
[3]
$ crmtrack waive $id commitment@zzzz --why x
crmtrack: cannot find record 'zzzz' of exyf
hint: see its records with: crmtrack show exyf
[3]
$ crmtrack waive $id --why x
crmtrack: cannot run 'waive': PROMISE is missing
hint: usage: crmtrack waive [OPTION...] ID PROMISE
[2]
$ crmtrack waive zzzz acknowledge --why x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
