# `new --promise` and `--expects` claim no contact of ours: both were said in the contact by which the complaint came.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z
$ crmtrack new -c acme -s medium --channel phone --with 'Ms Hill' -m 'Refund outstanding' --promise 'refund decision@fri'
customer acme is new and is registered; name it with: crmtrack customer edit acme --name NAME
20261123-bwj65x60f2
complaint bwj6 from acme is received; we owe an acknowledgement: crmtrack acknowledge bwj6 -m …
promised: 20fh  commitment: refund decision, due 2026-11-27 23:59
$ id=$(crmtrack list --fields id)
$ crmtrack show $id
bwj65x60f2  Refund outstanding
status    received
severity  medium
owner     nobody
customer  acme
contact   Ms Hill
channel   phone
received  2026-11-23 09:00 (today)

Story
2026-11-23 09:00  pvjw  asha@example.com
  complaint received by phone
    contact: Ms Hill
2026-11-23 09:00  20fh  asha@example.com
  note
    visibility: client
    promises: refund decision, by 2026-11-27 23:59

Promises
open       acknowledge: acknowledge the complaint
           pvjw owed by us, due 2026-11-24 17:00
open       first_response: respond to the customer
           pvjw owed by us, due 2026-11-23 17:00
open       resolution: resolve the complaint
           pvjw owed by us, due 2026-12-07 17:00
open       commitment: refund decision
           20fh owed by asha@example.com (us), due 2026-11-27 23:59

# The client's view has the promise and no call.

$ crmtrack report client $id
bwj65x60f2  Refund outstanding
status    received
received  2026-11-23 09:00
by        phone
from      Ms Hill

What we promised
  refund decision: by 2026-11-27 23:59

As of 2026-11-23 09:00 (UTC)

# The first contact of ours is the first response; the promise is answered by its name.

$ export CRMTRACK_NOW=2026-11-24T10:00:00Z
$ crmtrack call $id -m 'We look into it' 2>&1 | grep -v '^01'
still open: 20fh  commitment: refund decision, due 2026-11-27 23:59 (if this answers it: --answers 20fh)
call out on bwj6 is recorded (evidence: acknowledged)
hint: bwj6 is still to be acknowledged: crmtrack acknowledge bwj6 -m …, or a contact with --purpose acknowledge
$ crmtrack answer $id commitment -m 'You get it back' 2>&1 | grep -v '^01'
answers 20fh: refund decision
the answer on bwj6 is recorded (evidence: acknowledged)
$ crmtrack show $id --json | jq -r '.items[0].promises[] | [.promise, .state, .settled_at // "-"] | join(" | ")'
acknowledge | open | -
first_response | kept_late | 2026-11-24T10:00:00Z
resolution | open | -
commitment | kept | 2026-11-24T10:00:00Z

# Other channels, several promises, and what we ask of the customer.

$ crmtrack new -c acme -s low --channel email -m 'No invoice' --promise 'copy@wed' --promise 'credit note@fri' --expects information@thu
20261124-jpymhdextg
complaint jpym from acme is received; we owe an acknowledgement: crmtrack acknowledge jpym -m …
promised: 0hv0.1  commitment: copy, due 2026-11-25 23:59
promised: 0hv0.2  commitment: credit note, due 2026-11-27 23:59
asked for: 0hv0.3  information: send what was asked in our note, due 2026-11-26 23:59
$ other=$(crmtrack list --fields id --limit 1)
1 of 2
$ crmtrack report client $other | sed -n '/^What/,$p'
What we need from you
  answer what we asked you on 2026-11-24, by 2026-11-26 23:59

What we promised
  copy: by 2026-11-25 23:59
  credit note: by 2026-11-27 23:59

As of 2026-11-24 10:00 (UTC)
$ crmtrack show $other --json | jq -r '.items[0].promises[] | [.promise, .debtor, .who // "-", .state] | join(" | ")'
acknowledge | us | - | open
first_response | us | - | open
resolution | us | - | open
commitment | us | asha@example.com | open
commitment | us | asha@example.com | open
information | customer | acme | open
$ crmtrack answer $other information -m 'They sent the number of the order' 2>&1 | grep -v '^01'
answers 0hv0.3: send what was asked in our note
the answer on jpym is recorded (evidence: acknowledged)

# A note among ourselves shows the customer its promises only where it says so.

$ crmtrack -q note $other -m 'SECRET' --promise 'SECRET@wed' > /dev/null
$ crmtrack report client $other | grep -c SECRET
0
[1]
