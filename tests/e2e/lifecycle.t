# Every status, every move between them, and every move that is refused.

$ crmtrack -q init complaints && cd complaints
$ status() { crmtrack list --all --fields status,cycle "$@"; }
$ resolved() { crmtrack -q resolve $id --outcome upheld --code fixed -m 'Mended' "$@" > /dev/null; }

# The straight way.

$ id=$(crmtrack -q new -c acme -r delay -m 'Late again'); status
received	1
$ crmtrack acknowledge $id -m 'We look into it'; status
01m7yp0xr1dkbnjfpvqmsn1xh2
e70t is acknowledged (evidence: acknowledged); status acknowledged
acknowledged	1
$ crmtrack assign $id me; status
01m7yp0xr2a4wzc3jfqvm17qqz
asha@example.com now owns e70t
investigating	1
$ crmtrack work $id -m 'Asked the carrier'; status
01m7yp0xr368mhkbygynxcvcge
work on e70t is recorded
investigating	1
$ crmtrack resolve $id --outcome upheld --code fixed -m 'It is there now'; status
01m7yp0xr4g3r4mxjma45f6356
e70t is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm e70t or reject e70t
responded	1
$ crmtrack confirm $id --evidence acknowledged; status
01m7yp0xr5w9hjr2mpwxeywqf3
e70t is resolved, accepted by customer; review and close it: crmtrack close e70t --lesson …
resolved	1
$ crmtrack close $id
crmtrack: cannot close 'e70t': it has not been reviewed; review it first, or waive the review
hint: both in one call: crmtrack close e70t --lesson …
hint: without a review: crmtrack close e70t --no-review --why …
[5]
$ crmtrack review $id --lesson 'Ask the carrier on the first day'
01m7yp0xr62zke4kya4qxj58s9
the review of e70t is recorded
$ crmtrack close $id; status
01m7yp0xr7rk63fp27rkvmfqrn
closed e70t
closed	1

# A closed complaint takes no step except reopening, withdrawing, and notes.

$ crmtrack acknowledge $id -m x
crmtrack: cannot acknowledge 'e70t': it is closed; reopen it first
hint: crmtrack reopen e70t --why …
[5]
$ crmtrack wait $id --on customer
crmtrack: cannot wait 'e70t': it is closed; reopen it first
hint: crmtrack reopen e70t --why …
[5]
$ crmtrack resolve $id --outcome upheld --code fixed -m x
crmtrack: cannot resolve 'e70t': it is closed; reopen it first
hint: crmtrack reopen e70t --why …
[5]
$ crmtrack confirm $id
crmtrack: cannot confirm 'e70t': it is closed; reopen it first
hint: crmtrack reopen e70t --why …
[5]
$ crmtrack reject $id --why x
crmtrack: cannot reject 'e70t': it is closed; reopen it first
hint: crmtrack reopen e70t --why …
[5]
$ crmtrack close $id
crmtrack: cannot close 'e70t': it is closed already
[5]
$ crmtrack note $id -m 'They sent flowers'; status
01m7yp0xr87s9dsq9hb37x0h5h
note on e70t is recorded
closed	1

# Reopened: the next cycle, which comes to its own answer.

$ crmtrack reopen $id
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack reopen $id --why 'Late once more'; status
01m7yp0xr9yj91npxrn8f81f2a
e70t is open again, in its cycle 2
investigating	2
$ crmtrack reopen $id --why 'Twice'
crmtrack: cannot reopen 'e70t': it is still open
[5]
$ resolved; crmtrack reject $id --why 'It is the wrong parcel'; status
01m7yp0xrbf99j4yh605pp8jx4
the customer rejects our answer on e70t; it is investigated again
investigating	2
$ crmtrack reject $id --why 'Again'
crmtrack: cannot reject 'e70t': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve e70t --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack confirm $id
crmtrack: cannot confirm 'e70t': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve e70t --outcome OUTCOME --code CODE -m …
[5]
$ resolved; crmtrack -q confirm $id --evidence signed > /dev/null; crmtrack reopen $id --why 'And again'; status
01m7yp0xrecn1e7evhdbp19gg2
e70t is open again, in its cycle 3
investigating	3
$ crmtrack show $id | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  qysy  asha@example.com
  complaint received by phone
2026-11-21 09:12  dkbn  asha@example.com
  call out to acknowledge [acknowledged]
    We look into it
2026-11-21 09:12  a4wz  asha@example.com
  assigned to asha@example.com
2026-11-21 09:12  68mh  asha@example.com
  work
    Asked the carrier
2026-11-21 09:12  g3r4  asha@example.com
  resolution: upheld, fixed [acknowledged]
    It is there now
2026-11-21 09:12  w9hj  asha@example.com
  change: status = resolved, accepted_by = customer [acknowledged]
2026-11-21 09:12  2zke  asha@example.com
  review
    lesson: Ask the carrier on the first day
2026-11-21 09:12  rk63  asha@example.com
  change: status = closed
2026-11-21 09:12  7s9d  asha@example.com
  note
    They sent flowers
2026-11-21 09:12  yj91  asha@example.com
  change: status = investigating, reopened = true
    why: Late once more
2026-11-21 09:12  htcx  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Mended
2026-11-21 09:12  f99j  asha@example.com
  change: status = investigating, rejected = true [acknowledged]
    why: It is the wrong parcel
2026-11-21 09:12  zzkj  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Mended
2026-11-21 09:12  017ea  asha@example.com
  change: status = resolved, accepted_by = customer [signed]
2026-11-21 09:12  cn1e  asha@example.com
  change: status = investigating, reopened = true
    why: And again

Promises

# Thirty days after the last resolution it is a new complaint.

$ resolved; crmtrack -q confirm $id --evidence acknowledged > /dev/null
$ export CRMTRACK_NOW=2026-12-22T09:12:00Z
$ crmtrack reopen $id --why 'After a month'
crmtrack: cannot reopen 'e70t': it was resolved on 2026-11-21, more than 30 days ago; enter a new complaint that follows it (new --follows)
hint: take it as a new complaint: crmtrack new --follows e70t …
[5]
$ crmtrack new -q -c acme --follows $id -m 'Late after a month' | wc -l
1
$ export CRMTRACK_NOW=2026-12-20T09:12:00Z
$ crmtrack reopen $id --why 'Within the month'; crmtrack list --fields status,cycle late again
01ma9bhrr0a2hrfy9ccdmxgd0b
e70t is open again, in its cycle 4
investigating	4

# Before an answer there is nothing to confirm, reject or close, and nothing to reopen.

$ id=$(crmtrack -q new -c acme -r delay -m 'Fresh')
$ crmtrack confirm $id
crmtrack: cannot confirm 'cvf4': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve cvf4 --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack reject $id --why x
crmtrack: cannot reject 'cvf4': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve cvf4 --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack close $id
crmtrack: cannot close 'cvf4': it has not been answered yet; resolve it first
hint: answer it: crmtrack resolve cvf4 --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack reopen $id --why x
crmtrack: cannot reopen 'cvf4': it is still open
[5]
$ resolved; crmtrack close $id
crmtrack: cannot close 'cvf4': the customer has not accepted the answer yet; confirm it first
hint: crmtrack confirm cvf4, or crmtrack reject cvf4 --why …
[5]
$ crmtrack wait $id --on 'Carrier Ltd' --until 2026-12-24
crmtrack: cannot wait 'cvf4': it has been answered; confirm or reject the answer first
[5]
$ crmtrack resolve $id --outcome upheld --code fixed -m x
01ma9bhrr2b0kveppk9g6xxd3a
cvf4 is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm cvf4 or reject cvf4

# Work and an assignment leave an answer standing.

$ crmtrack work $id -m 'Booked it'; crmtrack assign $id ben@example.com; crmtrack list --fields status,summary --sort summary
01ma9bhrr3zz9mecantp0z0ydm
work on cvf4 is recorded
01ma9bhrr49r8g3sh428zpc6ty
ben@example.com now owns cvf4
responded	Fresh
received	Late after a month
investigating	Late again

# The customer withdraws; that can be taken back neither by void nor by itself.

$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'To be withdrawn')
$ crmtrack withdraw $id --evidence signed --why 'Found the parcel'
01ma9bhrr1ypxh8qbnr8eppptj
z0zc is withdrawn by the customer
$ crmtrack withdraw $id
crmtrack: cannot withdraw 'z0zc': it is withdrawn already
[5]
$ crmtrack void $id --why 'x'
crmtrack: cannot void 'z0zc': it is withdrawn, and that is final
[5]
$ crmtrack reopen $id --why x
crmtrack: cannot reopen 'z0zc': it is withdrawn, and that is final
[5]
$ crmtrack acknowledge $id -m x
crmtrack: cannot acknowledge 'z0zc': it is withdrawn, and that is final
[5]
$ crmtrack note $id -m 'A note is always possible'
01ma9bhrr2agrgmb4daka50jrf
note on z0zc is recorded

# Entered in error: counted nowhere, still listed with --all.

$ id=$(crmtrack -q new -c acme -r delay -m 'Spam')
$ crmtrack void $id
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack void $id --why 'Spam'
01ma9bhrr1cddsk2tbgftdm2kz
2dek is void: counted nowhere, still listed with --all
$ crmtrack void $id --why 'Twice'
crmtrack: cannot void '2dek': it is void already
[5]
$ crmtrack withdraw $id
crmtrack: cannot withdraw '2dek': it is void, and that is final
[5]
$ crmtrack list --fields summary --sort summary
Fresh
Late after a month
Late again
$ crmtrack list --all --fields status,summary --sort summary
responded	Fresh
received	Late after a month
investigating	Late again
void	Spam
withdrawn	To be withdrawn

# A duplicate names the original.

$ one=$(crmtrack -q new -c acme -m 'Hall is cold'); two=$(crmtrack -q new -c acme -m 'It is cold in the hall')
$ crmtrack void $two --duplicate-of $one --why 'Entered twice'
01ma9bhrr1ae1qjveedjer4kz5
sndg is void: counted nowhere, still listed with --all
$ crmtrack show $two | sed "s/$two/TWO/g; s/$one/ONE/g" | head -12
sndgrp8y03  It is cold in the hall
status    void
severity  medium
owner     nobody
customer  acme
channel   phone
received  2026-12-20 09:12 (today)

Story
2026-12-20 09:12  rbwf  asha@example.com
  complaint received by phone
2026-12-20 09:12  ae1q  asha@example.com
$ crmtrack void $one --duplicate-of $one --why 'Itself'
crmtrack: cannot link 'qshj' to itself
[5]
$ crmtrack void $one --duplicate-of zzzz --why 'Nothing'
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
