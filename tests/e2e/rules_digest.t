# Gathered messages, schedules, lists, caps and what never leaves.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z
$ printf '#!/bin/sh\necho "$5" >> "$HOME/sent"; cat > "$HOME/mail.$5"\n' > sendmail
$ chmod +x sendmail; git config --global crmtrack.sendmail "$PWD/sendmail"; git config --global crmtrack.from 'Desk <desk@example.com>'; git config --global crmtrack.deliver true
$ crmtrack -q init desk && cd desk
$ crmtrack -q customer add acme --manager ben@example.com > /dev/null

# A daily digest comes at the next opening of a later day, a list has its members, and a paused rule says what it would have sent.
$ printf 'lists:\n  heads: [cleo@example.com, manager]\n' > policy/lists.yaml && git add policy && GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit -qm 'The heads'
$ crmtrack -q rule add news --on complaint --to list:heads --digest daily --why x
news
$ crmtrack -q rule add quietly --on complaint --to dora@example.com --state paused --why x
quietly
$ for n in 1 2; do crmtrack -q new -c acme -m "Complaint $n" > /dev/null; done
$ CRMTRACK_NOW=2026-11-23T10:00:00Z crmtrack -q tick > /dev/null; ls ~/sent
ls: cannot access '$HOME/sent': No such file or directory
[2]
$ CRMTRACK_NOW=2026-11-24T08:59:00Z crmtrack -q tick > /dev/null; ls ~/sent
ls: cannot access '$HOME/sent': No such file or directory
[2]
$ CRMTRACK_NOW=2026-11-24T09:00:00Z crmtrack tick | wc -l
6 messages: 4 digested, 2 sent
6
$ sort ~/sent; sed -n '/^2 notifications/,/^Rules/p' ~/mail.cleo@example.com
ben@example.com
cleo@example.com
2 notifications
Complaint  What       Due  Rule
9xp4       complaint       news
95bx       complaint       news

Rules of crmtrack have gathered these for you.
$ CRMTRACK_NOW=2026-11-24T09:05:00Z crmtrack tick
$ crmtrack report notifications --table reasons --format csv
state,why,count
"suppressed","paused",2
$ crmtrack list --format json | grep -c digest
0
[1]

# A schedule fires once for its time, on any host.
$ crmtrack -q rule edit my-day --state on --why x
my-day
$ for id in $(crmtrack list --fields id); do crmtrack -q assign $id eve@example.com; done > /dev/null
$ rm ~/sent; CRMTRACK_NOW=2026-11-24T07:59:00Z crmtrack -q tick > /dev/null; ls ~/sent
ls: cannot access '$HOME/sent': No such file or directory
[2]
$ CRMTRACK_NOW=2026-11-24T08:10:00Z crmtrack -q tick > /dev/null; cat ~/sent
eve@example.com
$ cp -r ../desk ../other; (cd ../other; CRMTRACK_NOW=2026-11-24T08:20:00Z crmtrack tick)
$ sed -n '/^6 due today/,/^The rule/p' ~/mail.eve@example.com | head -5
6 due today or before
Due               Complaint  Promise         Who              Severity
2026-11-23 17:00  9xp4       first_response  eve@example.com  medium
2026-11-23 17:00  95bx       first_response  eve@example.com  medium
2026-11-24 13:00  9xp4       accept          eve@example.com  medium

# More than twenty an hour are gathered.
crmtrack: cannot read --on: 'note' is no event: write one of complaint, activity, assignment, escalation, change, resolution, review, step, waiver, correction, mail, notification, delivery, due_soon, overdue, schedule
[2]
$ crmtrack -q rule add flood --on activity --filter type:note --to ben@example.com --quiet-hours none --why x
flood
$ id=$(crmtrack list --limit 1 --fields id); export CRMTRACK_NOW=2026-11-24T12:00:00Z
1 of 2
$ for n in $(seq 22); do crmtrack -q note $id -m "Note $n" > /dev/null; done
$ rm -f ~/sent; crmtrack tick 2>&1 > /dev/null
95bx: up to level 2 (complaints manager), with nobody by name: first_response was due 2026-11-23T17:00:00Z, and 125% of its time has passed
9xp4: up to level 2 (complaints manager), with nobody by name: first_response was due 2026-11-23T17:00:00Z, and 125% of its time has passed
22 notifications: 22 queued
20 messages: 20 sent
$ grep -c ben ~/sent
20
$ CRMTRACK_NOW=2026-11-24T13:00:00Z crmtrack -q tick > /dev/null; grep -c ben ~/sent
21
$ crmtrack report notifications --table reasons --format csv
state,why,count
"suppressed","paused",2

# No mail goes to an address that only a mail has brought along, nor where consent is stated otherwise.
$ crmtrack -q rule add receipt --on complaint --to customer --quiet-hours none --why x
receipt
$ printf 'From: Eve <eve@elsewhere.example>\nTo: desk@example.com\nSubject: Broken\nDate: Tue, 24 Nov 2026 13:00:00 +0000\nMessage-ID: <n1@x>\n\nIt is broken.\n' > new.eml
$ export CRMTRACK_NOW=2026-11-24T13:05:00Z
$ crmtrack mail receive < new.eml && crmtrack -q mail new $(crmtrack list inbox:yes --fields id) -c acme > /dev/null
$ crmtrack tick --format tsv --fields did,to,why
told	eve@example.com	75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
told	eve@example.com	75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
notified	cleo@example.com	rule news, complaint (queued)
notified	ben@example.com	rule news, complaint (queued)
notified	dora@example.com	rule quietly, complaint (suppressed: paused)
notified	eve@elsewhere.example	rule receipt, complaint (suppressed: address known from a mail only)
95bx: eve@example.com is told: 75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
9xp4: eve@example.com is told: 75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
4 notifications: 2 queued, 1 suppressed (address known from a mail only), 1 suppressed (paused)

# A mail that comes in gets one automatic answer a day.
$ crmtrack -q customer edit acme --contact 'Ode <ode@acme.example>' > /dev/null
$ printf 'settings: {inbox: complaint}\n' > policy/settings.yaml && git add policy && GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit -qm 'New mails are complaints'
$ for n in 2 3; do sed "s/Eve <eve@elsewhere.example>/Ode <ode@acme.example>/; s/n1@x/n$n@x/" new.eml | crmtrack mail receive; done
$ export CRMTRACK_NOW=2026-11-24T13:10:00Z; rm -f ~/sent; crmtrack tick 2>&1 > /dev/null
8 notifications: 5 queued, 1 suppressed (one automatic answer a day), 2 suppressed (paused)
1 message: 1 sent
$ grep -c ode ~/sent
1
$ crmtrack audit
48 commits with 120 files looked at; 0 faults, 1 warning, 0 notices
warning	time_order	554f979c3c31d08a1e20decbfc9d2aad7c008a9f		asha@example.com	2026-11-23T09:00:00Z	committed 1d before its parent
