# People who leave: their work is told, handed over, released, and found.

$ crmtrack -q init complaints && cd complaints
$ for who in asha ben cleo; do crmtrack -q person add $who@example.com --name "$who"; done
asha@example.com
ben@example.com
cleo@example.com
$ one=$(crmtrack -q new -c acme -m 'Delivery three weeks late'); two=$(crmtrack -q new -c acme -m 'Invoice charged twice'); three=$(crmtrack -q new -c globex -m 'Shop is down')
$ crmtrack -q assign $one $two ben >assigned; crmtrack -q assign $three cleo >assigned
$ crmtrack -q call $three --by ben -m 'We look' --promise 'call back@2026-11-25' >promised
$ crmtrack -q escalate $three --to 2 --person ben --why 'Whole site' >escalated

# Released: nobody owns it, and its status stays. Again there is nothing to do.

$ crmtrack assign $two nobody --why 'Ben is ill'
01m7yp0xr28azch7k014fxaswx
nobody now owns e0ay
$ crmtrack list --fields status,owner 'Invoice charged twice'
investigating	
$ crmtrack assign $two nobody
nothing to change
$ crmtrack show $two | sed -n '/released/,$p;/assigned to/p'
  assigned to ben@example.com
  assigned to nobody
$ crmtrack list owner.none:yes --fields summary
Invoice charged twice
$ crmtrack -q assign $two ben >assigned

# Who leaves is told what is still with them; the complaints can be found by it.

$ crmtrack person retire ben --why 'Left the company'
ben@example.com
policy/people.yaml: retire person ben@example.com
still with ben@example.com: 2 complaints, 7 promises, 1 escalation to accept
hint: hand it over: crmtrack person retire ben@example.com --to PERSON --why …
hint: or the complaints alone: crmtrack assign --filter 'owner:ben@example.com status.not:closed,withdrawn,void' PERSON
hint: see: crmtrack agenda ben@example.com
$ crmtrack list owner:left --fields summary,owner
Delivery three weeks late	ben@example.com
Invoice charged twice	ben@example.com
$ crmtrack list owner.not:left --fields summary,owner
Shop is down	cleo@example.com
$ crmtrack doctor | grep leavers
leavers	warning	2 complaints of people who left	crmtrack list owner:left; crmtrack assign --filter 'owner:left status.not:closed,withdrawn,void' PERSON
$ crmtrack assign --filter owner:left cleo >assigned
cleo@example.com now owns 2 complaints
$ crmtrack list owner:left
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack doctor | grep leavers
leavers	ok	nobody who left owns a complaint	

# One step: the complaints go to somebody in one commit, and what is ended stays with whom it was.

$ crmtrack -q void $one --why 'Entered twice' >void
$ crmtrack person retire cleo --to cleo --why 'Moves on'
crmtrack: cannot hand the complaints of 'cleo@example.com' over to 'cleo@example.com'
[5]
$ crmtrack person retire cleo --to ben --why 'Moves on'
crmtrack: cannot use person 'ben@example.com': they left on 2026-11-21
hint: see: crmtrack person list
[5]
$ crmtrack person retire nobody@example.com --to me --why 'Moves on'
crmtrack: cannot find person 'nobody@example.com' in people.yaml
hint: did you mean ben@example.com or cleo@example.com or asha@example.com?
[3]
$ crmtrack -n person retire cleo --to me --why 'Moves on' | grep -e '^to' -e valid_to
dry run: nothing was written (2 files would be)
dry run: nothing was written
to: asha@example.com
to: asha@example.com
#   valid_to  the first day on which they are no longer here
    valid_to: "2026-11-21"
    valid_to: "2026-11-21"
$ crmtrack person retire cleo --to me --why 'Moves on'
cleo@example.com
policy/people.yaml: retire person cleo@example.com
asha@example.com now owns 2 complaints
asha@example.com takes over 6 promises
$ git log -1 --format=%s refs/heads/ledger
person retire 2 complaints
$ crmtrack list --all --fields summary,status,owner
Shop is down	investigating	asha@example.com
Delivery three weeks late	void	cleo@example.com
Invoice charged twice	investigating	asha@example.com
$ crmtrack audit
13 commits with 17 files looked at; 0 faults, 0 warnings, 1 notice
nothing changed, removed or hidden, as far as this clone knows, of 13 commits with 17 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
notice	by_other	c5703f54c536d775532fcb621e5bbc78ce18ea04	complaints/2026/11/21/hcnvt6fbrk/01m7yp0xr2v9a1j297e1askt7q-activity.yaml	asha@example.com	2026-11-21T09:12:00Z	by ben@example.com, recorded by asha@example.com

# The successor gets promises and steps too, on the complaints of others as well, and the escalations that wait.

$ crmtrack -q person add dora@example.com --name Dora >added
$ four=$(crmtrack -q new -c acme -m 'Wrong colour'); crmtrack -q assign $four me >assigned
$ crmtrack -q call $four --by dora -m 'I look' --promise 'call back@2026-11-25' >promised
$ crmtrack -q plan $four add 'Check each colour' --owner dora --due 2026-11-26 >planned
$ crmtrack -q escalate $four --to 2 --person dora --why 'Whole batch' >escalated
$ crmtrack person retire dora --why 'Left'
dora@example.com
policy/people.yaml: retire person dora@example.com
still with dora@example.com: 2 promises, 1 escalation to accept
hint: hand it over: crmtrack person retire dora@example.com --to PERSON --why …
hint: see: crmtrack agenda dora@example.com
$ crmtrack person retire dora --to asha --why 'Left'
dora@example.com
policy/people.yaml: retire person dora@example.com
asha@example.com takes over 2 promises, 1 escalation to accept
$ git log -1 --format=%s refs/heads/ledger; crmtrack show $four | sed -n '/takes over/p; /^open.*\(commitment\|step\|accept\)/,/owed/p'
assignment yjvhg3y30m: assigned
  assigned to asha@example.com, who takes over from dora@example.com
open       commitment: call back
           a2qp owed by asha@example.com (us), due 2026-11-25 23:59
open       step: Check each colour
           3pne owed by asha@example.com (us), due 2026-11-26 23:59
open       accept: accept the escalation
           5pfj owed by asha@example.com (us), due 2026-11-23 13:00
$ crmtrack agenda dora; crmtrack accept $four --by asha 2>&1 >accepted | tail -1
nothing is owed
the escalation of yjvh is answered: accept; level 2
