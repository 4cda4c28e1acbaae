# Rules tell people, by mail, and the ledger shows whom they told, and whom not and why.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z

# A mail program that keeps what it gets, and says no while a file is there.
$ cat > sendmail <<'END'
> #!/bin/sh
> if [ -e "$HOME/down" ]; then echo "no route to host"; exit 75; fi
> echo "$5" >> "$HOME/sent"; cat > "$HOME/mail.$5"
> END
$ chmod +x sendmail; git config --global crmtrack.sendmail "$PWD/sendmail"; git config --global crmtrack.from 'Desk <desk@example.com>'

$ crmtrack -q init desk && cd desk
$ crmtrack -q person add asha@example.com --name Asha --role agent
asha@example.com
$ crmtrack -q person add ben@example.com --name Ben --role lead
ben@example.com
$ crmtrack -q person add cleo@example.com --name Cleo --role lead
cleo@example.com
$ crmtrack -q customer add acme --contact 'Ode <ode@acme.example>' --manager ben@example.com > /dev/null

# Three rules lie ready.
$ crmtrack rule list
late-promises	off	overdue		owner,manager
unhappy-customers	off	activity	sentiment:negative	manager
my-day	off	schedule		owner
$ crmtrack rule edit late-promises --state on --why 'Agreed with the team'
late-promises
policy/rules.yaml: edit rule late-promises
$ crmtrack rule edit unhappy-customers --to manager,role:lead --state on --why 'To step in early'
unhappy-customers
policy/rules.yaml: edit rule unhappy-customers
$ crmtrack rule edit nonsense --state on --why x
crmtrack: there is no rule 'nonsense'
hint: see: crmtrack rule list
[3]
$ crmtrack rule edit late-promises --state loud --why x
crmtrack: cannot use 'loud' for '--state': not one of on, paused, off
[2]
$ crmtrack rule add x --on rain --to owner --why x
crmtrack: cannot read --on: 'rain' is no event: write one of complaint, activity, assignment, escalation, change, resolution, review, step, waiver, correction, mail, notification, delivery, alarm, baseline, decision, viewing, due_soon, overdue, schedule
[2]
$ crmtrack rule add xx --on overdue --why x
crmtrack: cannot add a rule without --to
hint: for example: crmtrack rule add late --on overdue --to owner,manager --why W
[2]
$ crmtrack rule add xx --on overdue --to somebody --why x
crmtrack: cannot read --to: 'somebody' is nobody to tell: write owner, manager, customer, role:R, team:T, list:L, or a mail address
[2]
$ crmtrack rule add xx --on overdue --to owner --quiet-hours night --why x
crmtrack: cannot read --quiet-hours: 'night' says no quiet hours: write calendar (outside its hours), none, or hours such as 20:00-07:00
[2]
$ crmtrack rule add xx --on schedule --to owner --why x
crmtrack: cannot change policy for 'xx': rules.yaml:40:5: 'schedule' is missing: a rule on schedule says when, such as daily 08:00
[5]
$ crmtrack rule add xx --on overdue --to owner --filter status:open --why x
crmtrack: cannot change policy for 'xx': rules.yaml:42:13: 'filter': 'status' is none of the facts that policy may ask for: customer, project, channel, reason, severity, vulnerable, segment, region, type, ref, sentiment, promise, outcome
[5]
$ crmtrack rule add xx --on activity --to owner --filter sentiment:angry --why x
crmtrack: cannot change policy for 'xx': rules.yaml:42:23: 'filter': no sentiment 'angry', there are: positive, neutral, negative
[5]
$ crmtrack policy check
policy: 0 errors, 0 warnings

# One of our own is found by its name.
$ crmtrack -q rule add own --on overdue --to owner --state off --why x
own
$ crmtrack -q rule edit own --dedup 2h --why x; crmtrack -q rule retire own --why x; crmtrack rule edit owm --state on --why x
own
own
crmtrack: there is no rule 'owm'
hint: did you mean own?
hint: see: crmtrack rule list
[3]
$ crmtrack rule list --format tsv --fields name,state,dedup | tail -1
own	off	2h

# Nothing that happened before sets a rule off; Asha is not told of her own call, Ben is told once in four hours.
$ id=$(crmtrack -q new -c acme -m 'Invoice 4711 charged twice'); crmtrack -q assign $id me > /dev/null
$ crmtrack -q call $id --in --bad -m 'Very angry' > /dev/null
$ GIT_AUTHOR_EMAIL=cleo@example.com CRMTRACK_NOW=2026-11-23T10:00:00Z crmtrack -q call $id --in --bad -m 'Angrier' > /dev/null
$ export CRMTRACK_NOW=2026-11-23T10:05:00Z
$ crmtrack rule test unhappy-customers --format table
unhappy-customers: 2 messages would be sent, 2 suppressed, 0 not told
When              Complaint  Event     Promise  Whom        Outcome        Why
2026-11-23 09:00  6s2q       activity           ben@examp…  would be sent
2026-11-23 09:00  6s2q       activity           cleo@exam…  would be sent
2026-11-23 10:00  6s2q       activity           ben@examp…  suppressed     dedup
2026-11-23 10:00  6s2q       activity           cleo@exam…  suppressed     self
$ crmtrack tick --dry-run
4 notifications: 2 queued, 1 suppressed (dedup), 1 suppressed (self)
dry run: nothing was written (4 records would be)
$ crmtrack tick > /dev/null
4 notifications: 2 queued, 1 suppressed (dedup), 1 suppressed (self)
$ crmtrack tick
$ crmtrack report notifications --table notifications --format tsv | cut -f 4,6,8,9
activity	ben@example.com	
activity	cleo@example.com	
activity	ben@example.com	dedup
activity	cleo@example.com	self

# This host does not deliver yet, whatever the repository's own configuration says. One that does sends what waits, once.
$ git config crmtrack.deliver true; crmtrack tick; git config --unset crmtrack.deliver
$ git config --global crmtrack.deliver true
$ crmtrack tick > /dev/null
2 messages: 2 sent
$ sort ~/sent
ben@example.com
cleo@example.com
$ crmtrack tick
$ crmtrack report notifications
Notifications
notifications                    4
handed over to the mail program  2
told in a digest                 0
waiting to be sent               0
not taken yet, tried again       0
failed for good                  0
not sent                         2

Why not, or not yet
State       Why    Count
suppressed  dedup      1
suppressed  self       1

Who was told what
When        Complaint   Rule      Event     Promise  Whom      State       Why
2026-11-23  6s2q05vqg9  unhappy…  activity           ben@exa…  sent
2026-11-23  6s2q05vqg9  unhappy…  activity           cleo@ex…  sent
2026-11-23  6s2q05vqg9  unhappy…  activity           ben@exa…  suppressed  dedup
2026-11-23  6s2q05vqg9  unhappy…  activity           cleo@ex…  suppressed  self

all time, as of 2026-11-23T10:05:00Z (UTC); ledger 54eb01f0ee3b

# A promise breaks in the evening: nothing is sent before the calendar opens.
$ export CRMTRACK_NOW=2026-11-23T20:00:00Z
$ crmtrack tick --format tsv --fields did,promise,to,why
told	first_response	asha@example.com	75% of the time for first_response has passed: due 2026-11-23T17:00:00Z
escalated	first_response		first_response was due 2026-11-23T17:00:00Z
notified	first_response	asha@example.com	rule late-promises, overdue (queued: quiet)
notified	first_response	ben@example.com	rule late-promises, overdue (queued: quiet)
6s2q: asha@example.com is told: 75% of the time for first_response has passed: due 2026-11-23T17:00:00Z
6s2q: up to level 1 (project manager), with nobody by name: first_response was due 2026-11-23T17:00:00Z
2 notifications: 2 queued
$ rm ~/sent; export CRMTRACK_NOW=2026-11-24T09:00:00Z
$ crmtrack tick > /dev/null
2 messages: 2 sent
$ sort ~/sent
asha@example.com
ben@example.com
$ crmtrack show $id | grep -A1 -e 'notification to asha' -e delivery
  delivery of p3p1 to ben@example.com by email [sent]
    attempt: 1
--
  delivery of y0jn to cleo@example.com by email [sent]
    attempt: 1
--
  notification to asha@example.com: overdue, first_response, due 2026-11-23
  17:00 (rule late-promises) [queued: quiet, not before 2026-11-24 09:00]
--
  delivery of 7p69 to ben@example.com by email [sent]
    attempt: 1
--
  delivery of n9y6 to asha@example.com by email [sent]
    attempt: 1

# The mail program says no: it is asked again after 15 minutes, an hour, four and twelve hours, and then no more.
$ crmtrack -q rule add steps --on escalation --to ben@example.com --quiet-hours none --why x
steps
$ crmtrack -q escalate $id --to 2 --person cleo --why 'Too long' > /dev/null
$ touch ~/down; rm ~/sent
$ crmtrack -q tick > /dev/null
$ for at in 09:10 09:16 10:20 14:30; do CRMTRACK_NOW=2026-11-24T$at:00Z crmtrack tick --format tsv --fields did,why; done
retry	rule steps, escalation: exit 75: no route to host
1 message: 1 retry
retry	rule steps, escalation: exit 75: no route to host
1 message: 1 retry
told	75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
escalated	nobody answered the escalation by 2026-11-24T13:00:00Z
notified	rule steps, escalation (queued)
notified	rule steps, escalation (queued)
retry	rule steps, escalation: exit 75: no route to host
retry	rule steps, escalation: exit 75: no route to host
retry	rule steps, escalation: exit 75: no route to host
6s2q: asha@example.com is told: 75% of the time for acknowledge has passed: due 2026-11-24T17:00:00Z
6s2q: up to level 3 (senior management), with nobody by name: nobody answered the escalation by 2026-11-24T13:00:00Z
2 notifications: 2 queued
3 messages: 3 retry
$ CRMTRACK_NOW=2026-11-25T03:00:00Z crmtrack tick --format tsv --fields did,why
crmtrack: the mail to ben@example.com of rule 'steps' has failed 5 times, and is not tried again: exit 75: no route to host
notified	rule late-promises, overdue (queued: quiet)
notified	rule late-promises, overdue (queued: quiet)
notified	rule late-promises, overdue (queued: quiet)
notified	rule late-promises, overdue (queued: quiet)
failed	rule steps, escalation: exit 75: no route to host
retry	rule steps, escalation: exit 75: no route to host
retry	rule steps, escalation: exit 75: no route to host
4 notifications: 4 queued
3 messages: 1 failed, 2 retry
$ rm ~/down; CRMTRACK_NOW=2026-11-26T03:00:00Z crmtrack report notifications --table reasons --format csv
state,why,count
"queued","quiet",4
"retry","exit 75: no route to host",2
"failed","exit 75: no route to host",1
"suppressed","dedup",1
"suppressed","self",1

# The customer is told of our answer, and answers: that is evidence, and keeps their promise.
$ crmtrack -q rule add answered --on resolution --to customer --text 'We have an answer to your complaint.' --why x
answered
$ export CRMTRACK_NOW=2026-11-26T10:00:00Z
$ crmtrack -q resolve $id --outcome upheld --code fixed -m 'You get 80 EUR back.' > /dev/null
$ crmtrack -q tick > /dev/null
$ mail=~/mail.ode@acme.example; grep -v -e ^Content -e boundary -e --crm $mail | sed 's/crm-[0-9a-z]*]/crm-TOKEN]/' | sed -n '1,/answer this mail/p'
From: Desk <desk@example.com>
To: ode@acme.example
Subject: [crm-TOKEN] Your complaint 6s2q
Date: Thu, 26 Nov 2026 10:00:00 +0000
Message-ID: <01m8bmrd81kxhc6hac1egs52ev.crmtrack@example.com>
In-Reply-To: <20261123-6s2q05vqg9.crmtrack@example.com>
References: <20261123-6s2q05vqg9.crmtrack@example.com>
List-Id: <answered.crmtrack.example.com>
Auto-Submitted: auto-generated
MIME-Version: 1.0


Your complaint 6s2q
We have an answer to your complaint.

You get 80 EUR back.

You can answer this mail.
$ message=$(sed -n 's/^Message-ID: //p' $mail)
$ printf 'From: Ode <ode@acme.example>\nTo: desk@example.com\nSubject: Re: x\nDate: Thu, 26 Nov 2026 11:00:00 +0000\nMessage-ID: <a1@acme.example>\nIn-Reply-To: %s\n\nYes, thank you.\n' "$message" > reply
$ export CRMTRACK_NOW=2026-11-26T11:05:00Z
$ crmtrack mail receive < reply
$ crmtrack show $id | grep -A3 -e '^kept *confirm' -e 'email in'
  email in, with Ode <ode@acme.example>, answers n8me [acknowledged]
    Yes, thank you.
    attachments: mail.eml (213 bytes)
    message_id: a1@acme.example
--
kept       confirm: confirm our resolution
           n8me owed by acme (customer), due 2026-12-03 17:00, settled
           2026-11-26 11:00 by 3bmg
kept       update: tell the customer how things stand
$ crmtrack show $id | sed -n 2p
status    responded

# A colleague who answers such a mail is no customer.
$ printf 'From: Ben <ben@example.com>\nTo: desk@example.com\nSubject: Re: x\nDate: Thu, 26 Nov 2026 11:10:00 +0000\nMessage-ID: <b1@example.com>\nIn-Reply-To: %s\n\nI take it.\n' "$message" > reply
$ export CRMTRACK_NOW=2026-11-26T11:15:00Z; crmtrack mail receive < reply
$ crmtrack show $id | grep -A3 'email, with Ben'
  email, with Ben <ben@example.com> [asserted]
    I take it.

    [from ben@example.com, a colleague]
$ crmtrack audit
26 commits with 49 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 26 commits with 49 records and attachments, dated 2026-11-23 09:00 to 2026-11-26 11:15; 0 signatures verified, dates compared with 0 receipts of a server
