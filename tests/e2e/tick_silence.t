# The customer's silence: after the answer, two attempts and the days of policy, tick takes it for a yes.

$ export CRMTRACK_NOW=2026-11-23T09:00:00Z; git init -q --bare -b main server.git; crmtrack -q init complaints && cd complaints
$ at() { export CRMTRACK_NOW=$1:00Z; }
$ id=$(crmtrack -q new -c acme -m 'Invoice 4711 charged twice'); crmtrack -q assign $id me > /dev/null
$ at 2026-11-23T10:00; crmtrack -q resolve $id --outcome upheld --code fixed --channel email -m 'Credited' > /dev/null

# Until they confirm, the agenda says when to ask again: 2 and 4 business days after the answer. That is nobody's
# broken promise.

$ at 2026-11-25T16:00; crmtrack agenda | grep remind
[1]
$ at 2026-11-25T17:00; crmtrack agenda | grep remind
2026-11-30T17:00:00Z	20261123-vhah8wswxy	remind	due_soon	medium	us	asha@example.com	01m83xj88001rh9w7mxcqfvn1p	acme	ask again: confirm our resolution
$ crmtrack agenda --check > /dev/null
$ crmtrack agenda --json | jq -c '.items[] | select(.promise == "remind") | [.debtor, .who, .what, .warn_at, .due_at, .state]'
["us","asha@example.com","ask again: confirm our resolution","2026-11-25T17:00:00Z","2026-11-30T17:00:00Z","due_soon"]
$ at 2026-11-26T10:00; crmtrack -q voicemail $id -m 'Please call us' > /dev/null; crmtrack agenda | grep remind
[1]
$ at 2026-11-27T17:00; crmtrack agenda | grep remind | cut -f 3-4
remind	due_soon
$ at 2026-11-30T10:00; crmtrack -q call $id --evidence attempted -m 'No answer' > /dev/null; crmtrack agenda | grep remind
[1]

# Fourteen whole days from the second attempt on.

$ git remote add origin ../server.git; crmtrack -q sync; crmtrack -q clone ../server.git ../ben
$ at 2026-12-14T23:59; crmtrack tick --format tsv | grep resolved
[1]
$ at 2026-12-15T08:00; crmtrack tick --dry-run --json | jq -c '.items[] | select(.did == "resolved") | [.promise, .at, .why]'
vhah: resolved: the customer has been silent since 2026-11-30T10:00:00Z
dry run: nothing was written (1 record would be)
[null,"2026-12-15T00:00:00Z","the customer has been silent since 2026-11-30T10:00:00Z"]
$ crmtrack -q tick > /dev/null; crmtrack list --all --fields status,owner
resolved	asha@example.com
$ crmtrack show $id --json | jq -c '.items[0] | [.status, .accepted_by, .resolved_at]'
["resolved","silence","2026-12-15T00:00:00Z"]
$ crmtrack tick

# On another clone the customer had written before that. The silence was none: the record stays, and the complaint waits
# for their word.

$ export CRMTRACK_NOW=2026-12-12T10:00:00Z; GIT_AUTHOR_EMAIL=ben@example.com crmtrack -C ../ben -q email $id --in -m 'I am on holiday' > /dev/null
$ at 2026-12-15T09:00; crmtrack -q sync; GIT_AUTHOR_EMAIL=ben@example.com crmtrack -C ../ben -q sync; crmtrack -q sync
$ crmtrack list --all --fields status,contested
responded	no
$ crmtrack show $id | grep -i moot
  set aside: moot: the customer was in touch before
$ crmtrack tick
