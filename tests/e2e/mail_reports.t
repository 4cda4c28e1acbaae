# Reports of mail programs about a mail of ours change its evidence, and with it the promises that it keeps.
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }; at 21T10:00
$ id=$(crmtrack -q init desk && cd desk && crmtrack -q customer add acme --contact 'Ben <ben@acme.example>' > /dev/null && crmtrack -q new -c acme -m 'Invoice charged twice')
$ cd desk; at 21T11:00; crmtrack -q email $id -m 'We look into it.' --message-id '<ours-1@desk.example>' > /dev/null
$ state() { crmtrack show $id --json | jq -r '.items[0].promises[] | select(.promise == "first_response") | .state'; crmtrack show $id --json | jq -c '.items[0].records[] | select(.direction == "out") | [.evidence, .reported.evidence]'; }
$ state
kept
["sent",null]

# A delay tells nothing yet, nor does a program that answers.
$ report() { printf 'From: MAILER-DAEMON@relay.example\nSubject: report\nDate: Sat, 21 Nov 2026 13:00:00 +0000\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\n%s %s\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\nFinal-Recipient: rfc822; ben@acme.example\nAction: %s\nStatus: 5.1.1\n\n--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <%s@desk.example>\n\n--x--\n' "$@"; }
$ at 21T13:30; report It waits. delayed ours-1 | crmtrack mail receive; state
kept
["sent",null]
$ printf 'From: Ben <ben@acme.example>\nAuto-Submitted: auto-replied\nIn-Reply-To: <ours-1@desk.example>\nMessage-ID: <a@acme.example>\n\nAway.\n' | crmtrack mail receive; state
kept
["sent",null]

# A failure makes it an attempt: it answered nobody.
$ report No mailbox. failed ours-1 | crmtrack mail receive; state
open
["sent","attempted"]
$ crmtrack show $id | grep -A3 'email out'
  email out [sent]
    We look into it.
    message_id: ours-1@desk.example
  a report, qacq, makes its evidence attempted

# Where another report says that it arrived, one recipient of several had it.
$ report It arrived. delivered ours-1 | crmtrack mail receive; state
kept
["sent","delivered"]

# A read receipt (RFC 8098); a mail that was deleted unread is none.
$ receipt() { printf 'From: ben@acme.example\nSubject: %s\nMessage-ID: <%s@acme.example>\nDate: Sat, 21 Nov 2026 14:00:00 +0000\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n--x\n\n%s\n--x\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; ben@acme.example\nOriginal-Message-ID: <ours-1@desk.example>\nDisposition: manual-action/MDN-sent-manually; %s\n\n--x--\n' "$@"; }
$ at 21T14:30; receipt Gone d1 Gone. deleted | crmtrack mail receive; state
kept
["sent","delivered"]
$ receipt Read d2 Read. displayed | crmtrack mail receive; state
kept
["sent","read"]
$ crmtrack show $id | grep -A3 'email out'
  email out [sent]
    We look into it.
    message_id: ours-1@desk.example
  a report, d49e, makes its evidence read

# One that was handed on to a place that reports nothing more is sent, as it was.
$ at 22T10:00; crmtrack -q email $id -m 'Second.' --message-id '<ours-2@desk.example>' > /dev/null; report Handed on. relayed ours-2 | crmtrack mail receive; state
kept
["sent","read"]
["sent",null]

# A colleague's word goes before a report.
$ report No mailbox. failed ours-2 | crmtrack mail receive; state | tail -n 1
["sent","attempted"]
$ r=$(crmtrack show $id --json | jq -r '.items[0].records[] | select(.message_id == "ours-2@desk.example") | .id'); crmtrack -q correct $id $r --set evidence=acknowledged --why 'Ben says that he has it' > /dev/null; state | tail -n 1
["sent",null]

# A receipt keeps nothing that the customer owes.
$ at 23T10:00; crmtrack -q email $id -m 'Which invoice?' --expects information@2026-11-27 --message-id '<ours-3@desk.example>' > /dev/null; report It arrived. delivered ours-3 | crmtrack mail receive
$ crmtrack show $id --json | jq -c '.items[0].promises[] | select(.promise == "information") | .state'
"open"
$ crmtrack audit
16 commits with 24 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 16 commits with 24 records and attachments, dated 2026-11-21 10:00 to 2026-11-23 10:00; 0 signatures verified, dates compared with 0 receipts of a server
