# Every status, every move between them, and every move that is refused.

$ crmtrack -q init complaints && cd complaints
$ status() { crmtrack list --all --fields status,cycle "$@"; }
$ resolved() { crmtrack -q resolve $id --outcome upheld --code fixed -m 'Mended' "$@" > /dev/null; }

# The straight way.

$ id=$(crmtrack -q new -c acme -r delay -m 'Late again'); status
received	1
$ crmtrack acknowledge $id -m 'We look into it'; status
01m7yp0xr1f19x5046w9s069s9
e70t is acknowledged (evidence: acknowledged); status acknowledged
acknowledged	1
$ crmtrack assign $id me; status
01m7yp0xr2b62zqk71f4vk418d
asha@example.com now owns e70t
investigating	1
$ crmtrack work $id -m 'Asked the carrier'; status
01m7yp0xr3a6a5ekewcv9pg27y
work on e70t is recorded
investigating	1
$ crmtrack resolve $id --outcome upheld --code fixed -m 'It is there now'; status
01m7yp0xr43wtdkeh27c8t1njt
e70t is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm e70t or reject e70t
responded	1
$ crmtrack confirm $id --evidence acknowledged; status
01m7yp0xr5w0x3ejvqyrybtbsb
e70t is resolved, accepted by customer; review and close it: crmtrack close e70t --lesson …
resolved	1
$ crmtrack close $id
crmtrack: cannot close 'e70t': it has not been reviewed; review it first, or waive the review
hint: both in one call: crmtrack close e70t --lesson …
hint: without a review: crmtrack close e70t --no-review --why …
[5]
$ crmtrack review $id --lesson 'Ask the carrier on the first day'
01m7yp0xr6jq9bwpv9zmsgs65s
the review of e70t is recorded
$ crmtrack close $id; status
01m7yp0xr7vxaxawnpa8xqr200
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
01m7yp0xr89qrqekadydhq9qkw
note on e70t is recorded
closed	1

# Reopened: the next cycle, which comes to its own answer.

$ crmtrack reopen $id
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack reopen $id --why 'Late once more'; status
01m7yp0xr9k8sjqvyyjjwxpsdc
e70t is open again, in its cycle 2
investigating	2
$ crmtrack reopen $id --why 'Twice'
crmtrack: cannot reopen 'e70t': it is still open
[5]
$ resolved; crmtrack reject $id --why 'It is the wrong parcel'; status
01m7yp0xrbzsja9ttntx8tqjs6
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
01m7yp0xredt980wmmn181nwkn
e70t is open again, in its cycle 3
investigating	3
$ crmtrack show $id | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  qysy  asha@example.com
  complaint received by phone
2026-11-21 09:12  f19x  asha@example.com
  call out to acknowledge [acknowledged]
    We look into it
2026-11-21 09:12  b62z  asha@example.com
  assigned to asha@example.com
2026-11-21 09:12  a6a5  asha@example.com
  work
    Asked the carrier
2026-11-21 09:12  3wtd  asha@example.com
  resolution: upheld, fixed [acknowledged]
    It is there now
2026-11-21 09:12  w0x3  asha@example.com
  change: status = resolved, accepted_by = customer [acknowledged]
2026-11-21 09:12  jq9b  asha@example.com
  review
    lesson: Ask the carrier on the first day
2026-11-21 09:12  vxax  asha@example.com
  change: status = closed
2026-11-21 09:12  9qrq  asha@example.com
  note
    They sent flowers
2026-11-21 09:12  k8sj  asha@example.com
  change: status = investigating, reopened = true
    why: Late once more
2026-11-21 09:12  wxy3  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Mended
2026-11-21 09:12  zsja  asha@example.com
  change: status = investigating, rejected = true [acknowledged]
    why: It is the wrong parcel
2026-11-21 09:12  dehc  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Mended
2026-11-21 09:12  0aem  asha@example.com
  change: status = resolved, accepted_by = customer [signed]
2026-11-21 09:12  dt98  asha@example.com
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
01ma9bhrr0rbm0dzxs2yv45teh
e70t is open again, in its cycle 4
investigating	4

# Before an answer there is nothing to confirm, reject or close, and nothing to reopen.

$ id=$(crmtrack -q new -c acme -r delay -m 'Fresh')
$ crmtrack confirm $id
crmtrack: cannot confirm 'snwh': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve snwh --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack reject $id --why x
crmtrack: cannot reject 'snwh': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve snwh --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack close $id
crmtrack: cannot close 'snwh': it has not been answered yet; resolve it first
hint: answer it: crmtrack resolve snwh --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack reopen $id --why x
crmtrack: cannot reopen 'snwh': it is still open
[5]
$ resolved; crmtrack close $id
crmtrack: cannot close 'snwh': the customer has not accepted the answer yet; confirm it first
hint: crmtrack confirm snwh, or crmtrack reject snwh --why …
[5]
$ crmtrack wait $id --on 'Carrier Ltd' --until 2026-12-24
crmtrack: cannot wait 'snwh': it has been answered; confirm or reject the answer first
[5]
$ crmtrack resolve $id --outcome upheld --code fixed -m x
01ma9bhrr2je1wcm3qq9fqt4a2
snwh is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm snwh or reject snwh

# Work and an assignment leave an answer standing.

$ crmtrack work $id -m 'Booked it'; crmtrack assign $id ben@example.com; crmtrack list --fields status,summary --sort summary
01ma9bhrr3vezf9ar1pj6553xx
work on snwh is recorded
01ma9bhrr44nrhv89vmysf5xcv
ben@example.com now owns snwh
responded	Fresh
received	Late after a month
investigating	Late again

# The customer withdraws; that can be taken back neither by void nor by itself.

$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'To be withdrawn')
$ crmtrack withdraw $id --evidence signed --why 'Found the parcel'
01ma9bhrr1wt2c6dqsxp2wymf6
zb0c is withdrawn by the customer
$ crmtrack withdraw $id
crmtrack: cannot withdraw 'zb0c': it is withdrawn already
[5]
$ crmtrack void $id --why 'x'
crmtrack: cannot void 'zb0c': it is withdrawn, and that is final
[5]
$ crmtrack reopen $id --why x
crmtrack: cannot reopen 'zb0c': it is withdrawn, and that is final
[5]
$ crmtrack acknowledge $id -m x
crmtrack: cannot acknowledge 'zb0c': it is withdrawn, and that is final
[5]
$ crmtrack note $id -m 'A note is always possible'
01ma9bhrr2eqdytcap525sv2zj
note on zb0c is recorded

# Entered in error: counted nowhere, still listed with --all.

$ id=$(crmtrack -q new -c acme -r delay -m 'Spam')
$ crmtrack void $id
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack void $id --why 'Spam'
01ma9bhrr1yqh0cvwkxwkvma1s
rvr1 is void: counted nowhere, still listed with --all
$ crmtrack void $id --why 'Twice'
crmtrack: cannot void 'rvr1': it is void already
[5]
$ crmtrack withdraw $id
crmtrack: cannot withdraw 'rvr1': it is void, and that is final
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
01ma9bhrr11z4q0e9s3xgjrfx5
n3c2 is void: counted nowhere, still listed with --all
$ crmtrack show $two | sed "s/$two/TWO/g; s/$one/ONE/g" | head -12
n3c2zmg6bc  It is cold in the hall
status    void
severity  medium
owner     nobody
customer  acme
channel   phone
received  2026-12-20 09:12 (today)

Story
2026-12-20 09:12  xk0m  asha@example.com
  complaint received by phone
2026-12-20 09:12  1z4q  asha@example.com
$ crmtrack void $one --duplicate-of $one --why 'Itself'
crmtrack: cannot link 'he9j' to itself
[5]
$ crmtrack void $one --duplicate-of zzzz --why 'Nothing'
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
