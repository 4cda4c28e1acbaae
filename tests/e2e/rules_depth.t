# Rules that set off rules end at the third, a promise that is due soon tells once, and what is settled is not sent any more.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com CRMTRACK_NOW=2026-11-23T09:00:00Z
$ printf '#!/bin/sh\necho "$5" >> "$HOME/sent"; cat > /dev/null\n' > sendmail
$ chmod +x sendmail; git config --global crmtrack.sendmail "$PWD/sendmail"; git config --global crmtrack.from 'Desk <desk@example.com>'
$ crmtrack -q init desk && cd desk
$ crmtrack -q rule add echo --on notification --to ben@example.com --quiet-hours none --why x
echo
$ crmtrack -q rule add soon --on due_soon --filter promise:first_response --to cleo@example.com --quiet-hours none --why x
soon
$ id=$(crmtrack -q new -c acme -m 'Invoice 4711 charged twice'); crmtrack -q assign $id me > /dev/null
$ for at in 15:00 15:01 15:02 15:03 15:04; do CRMTRACK_NOW=2026-11-23T$at:00Z crmtrack tick --format tsv --fields did,to,why 2> /dev/null; done
told	asha@example.com	75% of the time for first_response has passed: due 2026-11-23T17:00:00Z
notified	cleo@example.com	rule soon, due_soon (queued)
notified	ben@example.com	rule echo, notification (queued)
notified	ben@example.com	rule echo, notification (queued)
$ crmtrack show $id | grep depth
    depth: 1
    depth: 2
    depth: 3

# It was answered before the host could deliver.
$ git config --global crmtrack.deliver true; export CRMTRACK_NOW=2026-11-23T15:10:00Z
$ crmtrack -q call $id -m 'We look into it' > /dev/null
$ crmtrack tick --format tsv --fields did,to,why 2> /dev/null
suppressed	cleo@example.com	rule soon, due_soon: settled meanwhile
sent	ben@example.com	rule echo, notification
sent	ben@example.com	rule echo, notification
$ ls ~/sent
$HOME/sent
$ crmtrack audit
9 commits with 11 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 9 commits with 11 records and attachments, dated 2026-11-23 09:00 to 2026-11-23 15:10; 0 signatures verified, dates compared with 0 receipts of a server

# A team, an assignment, and a customer whose stated consents leave mail out.
$ crmtrack -q person add dora@example.com --name Dora --role agent --team desk; crmtrack -q person add asha@example.com --name Asha --role lead --team desk
dora@example.com
asha@example.com
$ crmtrack -q rule add handed --on assignment --to team:desk,owner --quiet-hours none --why x; crmtrack -q rule add receipt --on complaint --to customer --quiet-hours none --why x
handed
receipt
$ crmtrack -q customer add bee --contact 'Bo <bo@bee.example>' > /dev/null
$ printf '{"type": "customer", "id": "bee", "records": [{"id": "01m84zzzzz0000000000000bbb", "kind": "customer", "at": "2026-11-23T15:20:00Z", "by": "asha@example.com", "after": [], "consents": ["phone"]}]}\n' > bee.jsonl; crmtrack import jsonl bee.jsonl
new 1, known 0, differing 0, rejected 0
$ export CRMTRACK_NOW=2026-11-23T15:30:00Z; other=$(crmtrack -q new -c bee -m 'Broken'); crmtrack -q assign $other dora@example.com > /dev/null
$ crmtrack tick --format tsv --fields did,to,why 2> /dev/null | grep -v 'rule echo'
notified	bo@bee.example	rule receipt, complaint (suppressed: no consent)
notified	dora@example.com	rule handed, assignment (queued)
notified	asha@example.com	rule handed, assignment (suppressed: self)
sent	dora@example.com	rule handed, assignment
