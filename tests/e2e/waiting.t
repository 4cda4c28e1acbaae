# Waiting names whom we wait for. For the customer: only while they owe us something.

$ crmtrack -q init complaints && cd complaints
$ status() { crmtrack list --fields status,summary; }
$ id=$(crmtrack -q new -c acme -r contract-terms --channel email -m 'Which contract holds?')
$ crmtrack wait $id --on customer
crmtrack: cannot let 'hq07' wait on customer: the customer owes us nothing; ask them first, and say what you expect (--expects)
hint: ask them first, for example: crmtrack email hq07 --expects information@fri -m …
[5]
$ crmtrack -q email $id -m 'Please send us the contract' --expects information@2026-11-26 > /dev/null
$ crmtrack wait $id --on customer --why 'They send the contract'; status
01m7yp0xr2gzegbxcp6ms7z2yf
hq07 waits on customer
waiting	Which contract holds?
$ crmtrack wait $id --on customer
crmtrack: cannot wait 'hq07': it is waiting already
[5]
$ crmtrack show $id
hq079jnhhj  Which contract holds?
status      waiting
waiting on  customer
severity    medium
owner       nobody
customer    acme
reason      contract-terms (Contract or conditions)
channel     email
received    2026-11-21 09:12 (today)

Story
2026-11-21 09:12  aa2y  asha@example.com
  complaint received by email
2026-11-21 09:12  8mqm  asha@example.com
  email out [sent]
    Please send us the contract
    expects: information, by 2026-11-26 23:59
2026-11-21 09:12  gzeg  asha@example.com
  change: status = waiting, waiting_on = customer
    why: They send the contract

Promises
open       acknowledge: acknowledge the complaint
           aa2y owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           aa2y owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           8mqm
open       resolution: resolve the complaint
           aa2y owed by us
open       information: send what was asked in our email
           8mqm owed by acme (customer), due 2026-11-26 23:59

# An internal note changes nothing; a contact from the customer ends it.

$ crmtrack -q note $id -m 'Asked legal meanwhile' > /dev/null; status
waiting	Which contract holds?
$ crmtrack -q call $id --out -m 'Reminded them' > /dev/null; status
waiting	Which contract holds?
$ crmtrack -q email $id --in -m 'We look for it' > /dev/null; status
investigating	Which contract holds?

# For a third party: a name and a date.

$ crmtrack wait $id --on 'Carrier Ltd'
crmtrack: cannot wait on 'Carrier Ltd' without a date
hint: give it with --until TIME
[2]
$ crmtrack wait $id --on 'Carrier Ltd' --until 2026-12-01 --why 'They look for the parcel'; status
01m7yp0xr6y6cx0gqctj3r5cpb
hq07 waits on Carrier Ltd until 2026-12-01 23:59
waiting	Which contract holds?
$ crmtrack show $id | sed -n '/^status/,/^severity/p'
status      waiting
waiting on  Carrier Ltd
severity    medium
$ crmtrack show $id | tail -9
open       resolution: resolve the complaint
           aa2y owed by us, due 2026-12-07 17:00
open       information: send what was asked in our email
           8mqm owed by acme (customer), due 2026-11-26 23:59
open       reply: the answer we wait for
           y6cx owed by Carrier Ltd (third_party), due 2026-12-01 23:59
kept       update: tell the customer how things stand
           cq52 owed by us, due 2026-11-30 17:00, settled 2026-11-21 09:12 by
           8mqm
$ crmtrack -q work $id -m 'They found it' > /dev/null; status
investigating	Which contract holds?

# Refusals.

$ crmtrack wait $id
crmtrack: cannot wait without saying on whom
hint: give it with --on customer, or --on NAME --until TIME for a third party
[2]
$ crmtrack wait
crmtrack: cannot run 'wait': ID is missing
hint: usage: crmtrack wait [OPTION...] ID
[2]
$ crmtrack wait zzzz --on customer
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack wait $id --on 'Carrier Ltd' --until soon
crmtrack: cannot read the time 'soon': it has no known form
hint: forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)
[2]
$ crmtrack -q resolve $id --outcome not_upheld --code explained -m 'The one of May' > /dev/null
$ crmtrack wait $id --on customer
crmtrack: cannot wait 'hq07': it has been answered; confirm or reject the answer first
[5]
