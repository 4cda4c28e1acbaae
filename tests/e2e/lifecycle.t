# Every status, every move between them, and every move that is refused.

$ crmtrack -q init complaints && cd complaints
$ status() { crmtrack list --all --fields status,cycle "$@"; }
$ resolved() { crmtrack -q resolve $id --outcome upheld --code fixed -m 'Mended' "$@" > /dev/null; }

# The straight way.

$ id=$(crmtrack -q new -c acme -r delay -m 'Late again'); status
received	1
$ crmtrack acknowledge $id -m 'We look into it'; status
01m7yp0xr1j02txwj2cqa7mape
e70t is acknowledged (evidence: acknowledged); status acknowledged
acknowledged	1
$ crmtrack assign $id me; status
01m7yp0xr2x0gd6jx23hdf49ta
asha@example.com now owns e70t
investigating	1
$ crmtrack work $id -m 'Asked the carrier'; status
01m7yp0xr3ma0hys8mwfs8eykw
work on e70t is recorded
investigating	1
$ crmtrack resolve $id --outcome upheld --code fixed -m 'It is there now'; status
01m7yp0xr4drhta5p7k1kfksr6
e70t is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm e70t or reject e70t
responded	1
$ crmtrack confirm $id --evidence acknowledged; status
01m7yp0xr5rsbmr65gqryffabq
e70t is resolved, accepted by customer; review and close it: crmtrack close e70t --lesson …
resolved	1
$ crmtrack close $id
crmtrack: cannot close 'e70t': it has not been reviewed; review it first, or waive the review
hint: both in one call: crmtrack close e70t --lesson …
hint: without a review: crmtrack close e70t --no-review --why …
[5]
$ crmtrack review $id --lesson 'Ask the carrier on the first day'
01m7yp0xr620fjah8m0q19xt51
the review of e70t is recorded
$ crmtrack close $id; status
01m7yp0xr7gz29yq7ywm782arm
closed e70t
closed	1

# A closed complaint takes no step except reopening, withdrawing, and notes.

$ crmtrack acknowledge $id -m x
crmtrack: cannot acknowledge 'e70t': it is closed; reopen it first
[5]
$ crmtrack wait $id --on customer
crmtrack: cannot wait 'e70t': it is closed; reopen it first
[5]
$ crmtrack resolve $id --outcome upheld --code fixed -m x
crmtrack: cannot resolve 'e70t': it is closed; reopen it first
[5]
$ crmtrack confirm $id
crmtrack: cannot confirm 'e70t': it is closed; reopen it first
[5]
$ crmtrack reject $id --why x
crmtrack: cannot reject 'e70t': it is closed; reopen it first
[5]
$ crmtrack close $id
crmtrack: cannot close 'e70t': it is closed already
[5]
$ crmtrack note $id -m 'They sent flowers'; status
01m7yp0xr88jztra8tdjsz760n
note on e70t is recorded
closed	1

# Reopened: the next cycle, which comes to its own answer.

$ crmtrack reopen $id
crmtrack: cannot go on without a reason
hint: give it with --why WHY
[2]
$ crmtrack reopen $id --why 'Late once more'; status
01m7yp0xr9yex84bd3fz0vyhen
e70t is open again, in its cycle 2
investigating	2
$ crmtrack reopen $id --why 'Twice'
crmtrack: cannot reopen 'e70t': it is still open
[5]
$ resolved; crmtrack reject $id --why 'It is the wrong parcel'; status
01m7yp0xrb5zyx9mhm2p8t3815
the customer rejects our answer on e70t; it is investigated again
investigating	2
$ crmtrack reject $id --why 'Again'
crmtrack: cannot reject 'e70t': no answer has reached the customer yet; resolve it first
[5]
$ crmtrack confirm $id
crmtrack: cannot confirm 'e70t': no answer has reached the customer yet; resolve it first
[5]
$ resolved; crmtrack -q confirm $id --evidence signed > /dev/null; crmtrack reopen $id --why 'And again'; status
01m7yp0xre2c25pfvpevfk4zhd
e70t is open again, in its cycle 3
investigating	3
$ crmtrack show $id | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  qysy  asha@example.com
  complaint received by phone
2026-11-21 09:12  j02t  asha@example.com
  call out to acknowledge [acknowledged]
    We look into it
2026-11-21 09:12  x0gd  asha@example.com
  assigned to asha@example.com
2026-11-21 09:12  ma0h  asha@example.com
  work
    Asked the carrier
2026-11-21 09:12  drht  asha@example.com
  resolution: upheld, fixed [acknowledged]
    It is there now
2026-11-21 09:12  rsbm  asha@example.com
  change: status = resolved, accepted_by = customer [acknowledged]
2026-11-21 09:12  20fj  asha@example.com
  review
    lesson: Ask the carrier on the first day
2026-11-21 09:12  gz29  asha@example.com
  change: status = closed
2026-11-21 09:12  8jzt  asha@example.com
  note
    They sent flowers
2026-11-21 09:12  yex8  asha@example.com
  change: status = investigating, reopened = true
    why: Late once more
2026-11-21 09:12  pxsd  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Mended
2026-11-21 09:12  5zyx  asha@example.com
  change: status = investigating, rejected = true [acknowledged]
    why: It is the wrong parcel
2026-11-21 09:12  d60v  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Mended
2026-11-21 09:12  dvvf  asha@example.com
  change: status = resolved, accepted_by = customer [signed]
2026-11-21 09:12  2c25  asha@example.com
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
01ma9bhrr09a4d7r1yyf804r3x
e70t is open again, in its cycle 4
investigating	4

# Before an answer there is nothing to confirm, reject or close, and nothing to reopen.

$ id=$(crmtrack -q new -c acme -r delay -m 'Fresh')
$ crmtrack confirm $id
crmtrack: cannot confirm 's19p': no answer has reached the customer yet; resolve it first
[5]
$ crmtrack reject $id --why x
crmtrack: cannot reject 's19p': no answer has reached the customer yet; resolve it first
[5]
$ crmtrack close $id
crmtrack: cannot close 's19p': it has not been answered yet; resolve it first
[5]
$ crmtrack reopen $id --why x
crmtrack: cannot reopen 's19p': it is still open
[5]
$ resolved; crmtrack close $id
crmtrack: cannot close 's19p': the customer has not accepted the answer yet; confirm it first
[5]
$ crmtrack wait $id --on 'Carrier Ltd' --until 2026-12-24
crmtrack: cannot wait 's19p': it has been answered; confirm or reject the answer first
[5]
$ crmtrack resolve $id --outcome upheld --code fixed -m x
01ma9bhrr2c52jwx743bwn74kt
s19p is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm s19p or reject s19p

# Work and an assignment leave an answer standing.

$ crmtrack work $id -m 'Booked it'; crmtrack assign $id ben@example.com; crmtrack list --fields status,summary --sort summary
01ma9bhrr3r1rx929rvzfwv07q
work on s19p is recorded
01ma9bhrr4qgpp344a9fz5j0zh
ben@example.com now owns s19p
responded	Fresh
received	Late after a month
investigating	Late again

# The customer withdraws; that can be taken back neither by void nor by itself.

$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'To be withdrawn')
$ crmtrack withdraw $id --evidence signed --why 'Found the parcel'
01ma9bhrr1gczypp221nzemj63
2fc4 is withdrawn by the customer
$ crmtrack withdraw $id
crmtrack: cannot withdraw '2fc4': it is withdrawn already
[5]
$ crmtrack void $id --why 'x'
crmtrack: cannot void '2fc4': it is withdrawn, and that is final
[5]
$ crmtrack reopen $id --why x
crmtrack: cannot reopen '2fc4': it is withdrawn, and that is final
[5]
$ crmtrack acknowledge $id -m x
crmtrack: cannot acknowledge '2fc4': it is withdrawn, and that is final
[5]
$ crmtrack note $id -m 'A note is always possible'
01ma9bhrr2qexvxd83awefw462
note on 2fc4 is recorded

# Entered in error: counted nowhere, still listed with --all.

$ id=$(crmtrack -q new -c acme -r delay -m 'Spam')
$ crmtrack void $id
crmtrack: cannot go on without a reason
hint: give it with --why WHY
[2]
$ crmtrack void $id --why 'Spam'
01ma9bhrr1n932y30mpjn53xzr
yhxr is void: counted nowhere, still listed with --all
$ crmtrack void $id --why 'Twice'
crmtrack: cannot void 'yhxr': it is void already
[5]
$ crmtrack withdraw $id
crmtrack: cannot withdraw 'yhxr': it is void, and that is final
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
01ma9bhrr1hfmwkg2v4pgnw2hh
2n4p is void: counted nowhere, still listed with --all
$ crmtrack show $two | sed "s/$two/TWO/g; s/$one/ONE/g" | head -12
2n4pa3x9nr  It is cold in the hall
status    void
severity  medium
owner     nobody
customer  acme
channel   phone
received  2026-12-20 09:12 (today)

Story
2026-12-20 09:12  e24b  asha@example.com
  complaint received by phone
2026-12-20 09:12  hfmw  asha@example.com
$ crmtrack void $one --duplicate-of $one --why 'Itself'
crmtrack: cannot link 'e38e' to itself
[5]
$ crmtrack void $one --duplicate-of zzzz --why 'Nothing'
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
