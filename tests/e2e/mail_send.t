# A mail program that keeps what it is given: its arguments and the mail.
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }
$ mkdir bin sent; printf '#!/bin/sh\nn=$(ls ../sent | grep -c mail); printf "%%s " "$@" > ../sent/words.$n; cat > ../sent/mail.$n; exit $(cat ../sent/code)\n' > bin/taker; chmod +x bin/taker; echo 0 > sent/code
$ git config --global crmtrack.sendmail "$HOME/bin/taker --quiet"
$ id=$(crmtrack -q init desk && cd desk && crmtrack -q customer add acme --name 'Acme Ltd' --contact 'Ben Ode <ben@acme.example>' > /dev/null && crmtrack -q new -c acme -m 'Invoice charged twice')
$ cd desk; at 21T10:00

# Without a sender nothing is recorded or sent.
$ crmtrack email $id -m 'Which invoice is it?' --send
crmtrack: cannot send mail: the setting crmtrack.from says no sender
hint: set it: git config --global crmtrack.from 'Support <desk@example.com>'
[5]
$ git config --global crmtrack.from 'Bücher-Desk <desk@desk.example>'; git config --global crmtrack.replyTo 'desk+%@desk.example'
$ git config crmtrack.sendmail /nonexistent/evil; git config crmtrack.from evil@elsewhere.example

# How it would go.
$ crmtrack email $id -m 'Which invoice is it?' --expects information@2026-11-27 --send -n
dry run: nothing was written (1 file would be)
# complaints/2026/11/21/dtfey83sm0/01m7yrrt80f7eq5ecwefem8z9h-activity.yaml
kind: activity
at: 2026-11-21T10:00:00Z
by: asha@example.com
after: [01m7yp0xr0bk7n3gbmj99bftkg]
type: email
direction: out
evidence: attempted
text: Which invoice is it?
expects:
  what: information
  due: 2026-11-27T23:59:59Z
message_id: crm.g0beejzfa5cs7y4s@desk.example
token: "467c6089c14ecf174d6a721a0134a8ad524ea144159476e9f49d3ab5f22a99ba"

From: =?UTF-8?Q?B=C3=BCcher-Desk?= <desk@desk.example>
Reply-To: desk+crm-ffqpbjyp7hk8rppy@desk.example
To: Ben Ode <ben@acme.example>
Subject: [crm-ffqpbjyp7hk8rppy] Your complaint dtfey83sm0
Date: Sat, 21 Nov 2026 10:00:00 +0000
Message-ID: <crm.g0beejzfa5cs7y4s@desk.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 7bit

Which invoice is it?

# It is recorded, handed over, and the story says so.
$ crmtrack email $id -m 'Which invoice is it?' --expects information@2026-11-27 --send
01m7yrrt80f7eq5ecwefem8z9h
email out on dtfe is sent to ben@acme.example (evidence: sent)
asked for: f7eq  information: send what was asked in our email, due 2026-11-27 23:59
hint: dtfe is still to be acknowledged: crmtrack acknowledge dtfe -m …, or a contact with --purpose acknowledge
$ cat ../sent/words.0; echo; grep -c '' ../sent/mail.0; grep '^Subject' ../sent/mail.0
--quiet -f desk+crm-ffqpbjyp7hk8rppy@desk.example -i -- ben@acme.example 
11
Subject: [crm-ffqpbjyp7hk8rppy] Your complaint dtfey83sm0
$ crmtrack show $id | grep -A9 'email out'
  email out [attempted]
    Which invoice is it?
    expects: information, by 2026-11-27 23:59
    message_id: crm.g0beejzfa5cs7y4s@desk.example
    token: 467c6089c14ecf174d6a721a0134a8ad524ea144159476e9f49d3ab5f22a99ba
  a report, ge4a, makes its evidence sent
2026-11-21 10:00  ge4a  asha@example.com
  delivery of f7eq to ben@acme.example by email [sent]
    attempt: 1
    message_id: crm.g0beejzfa5cs7y4s@desk.example
$ crmtrack show $id --json | jq -c '.items[0].records[-2:][] | {kind, evidence, reported: .reported.evidence, outcome, to, attempt, same: (.message_id != null)}'
{"kind":"activity","evidence":"attempted","reported":"sent","outcome":null,"to":null,"attempt":null,"same":true}
{"kind":"delivery","evidence":null,"reported":null,"outcome":"sent","to":"ben@acme.example","attempt":1,"same":true}

# Ben answers: his mail program keeps the Message-ID. The promise is kept.
$ mid=$(sed -n 's/^Message-ID: //p' ../sent/mail.0)
$ at 22T09:00; printf 'From: Ben Ode <ben@acme.example>\nTo: desk@desk.example\nSubject: Re: hello\nDate: Sun, 22 Nov 2026 08:30:00 +0000\nMessage-ID: <r1@acme.example>\nIn-Reply-To: %s\n\nIt is 4711.\n' "$mid" | crmtrack mail receive
$ crmtrack show $id --json | jq -c '.items[0].promises[] | select(.promise == "information") | [.state, .settled_at]'
["kept","2026-11-22T08:30:00Z"]
$ crmtrack show $id --json | jq -c '.items[0].records[-1] | {direction, evidence, text}'
{"direction":"in","evidence":"acknowledged","text":"It is 4711."}

# The next mail goes on with the conversation.
$ at 22T10:00; crmtrack -q email $id -m 'Thank you.' --send > /dev/null; grep -A1 -E '^(In-Reply|References)' ../sent/mail.1 | grep -c r1@acme
2

# The program does not take it: the record stands, with what the program said, and can be sent again as it was.
$ at 23T10:00; echo 69 > ../sent/code; crmtrack email $id -m 'We refund it.' --purpose answer --send
01m83xj880bz42b61frv2x51dr
email out on dtfe is recorded (evidence: attempted)
crmtrack: cannot send the mail to 'ben@acme.example': exit 69
hint: to send it again: crmtrack email dtfe --again bz42b61frv2x51dr
[8]
$ crmtrack show $id --json | jq -c '.items[0].records[-2:][] | {kind, evidence, outcome, detail}'
{"kind":"activity","evidence":"attempted","outcome":null,"detail":null}
{"kind":"delivery","evidence":null,"outcome":"failed","detail":"exit 69"}
$ r=$(crmtrack show $id --json | jq -r '.items[0].records[-2].id'); echo 0 > ../sent/code
$ crmtrack -q email $id --again $r > /dev/null; cmp <(grep ^Message-ID ../sent/mail.2) <(grep ^Message-ID ../sent/mail.3) && crmtrack show $id --json | jq -c '.items[0].records[-1] | {kind, outcome, attempt}'
{"kind":"delivery","outcome":"sent","attempt":2}
$ crmtrack email $id --again $r
crmtrack: cannot send '01m83xj880bz42b61frv2x51dr' again: it has gone out (evidence: sent)
hint: write a new mail
[5]

# The second token finds the complaint as well.
$ token=$(grep -o 'crm-[0-9a-z]*' ../sent/mail.3 | head -n 1)
$ at 24T09:00; printf 'From: Ben Ode <ben@acme.example>\nTo: desk+%s@desk.example\nSubject: Re: hello\nDate: Tue, 24 Nov 2026 08:30:00 +0000\nMessage-ID: <r2@acme.example>\nIn-Reply-To: <lost@acme.example>\n\nFine.\n' "$token" | crmtrack mail receive
$ crmtrack show $id --json | jq -c '.items[0].records[-1] | {evidence, text}'
{"evidence":"acknowledged","text":"Fine."}

# Killed while the program has the mail: the record stands, nobody says that it was sent, and it goes again as it was.
$ at 24T10:00; printf '#!/bin/sh\ncat > ../sent/killed; kill -9 $PPID\n' > ../bin/killer; chmod +x ../bin/killer; git config --global crmtrack.sendmail "$HOME/bin/killer"
$ (crmtrack -q email $id -m 'Cut short.' --send; echo "exit $?") 2> /dev/null
exit 137
$ crmtrack show $id --json | jq -c '.items[0].records[-1] | {kind, evidence, text}'
{"kind":"activity","evidence":"attempted","text":"Cut short."}
$ git config --global crmtrack.sendmail "$HOME/bin/taker"; n=$(ls ../sent | grep -c mail)
$ crmtrack -q email $id --again $(crmtrack show $id --json | jq -r '.items[0].records[-1].id') > /dev/null; cmp <(grep -v -E 'crm-' ../sent/killed) <(grep -v -E 'crm-' ../sent/mail.$n)
$ crmtrack show $id --json | jq -c '.items[0].records[-1] | {kind, outcome, attempt}'
{"kind":"delivery","outcome":"sent","attempt":1}

# A program that hangs is ended.
$ git config --global crmtrack.sendmailTimeout 1; printf '#!/bin/sh\nsleep 60\n' > ../bin/killer; git config --global crmtrack.sendmail "$HOME/bin/killer"
$ crmtrack -q email $id -m 'Slow.' --send
01m86fyz824yhpw52dsdcdm6as
crmtrack: cannot send the mail to 'ben@acme.example': exit 137: it did not end within 1 seconds
hint: to send it again: crmtrack email dtfe --again 4yhpw52dsdcdm6as
[8]
$ git config --global crmtrack.sendmail "'unclosed"; crmtrack email $id -m x --send
crmtrack: cannot use the setting crmtrack.sendmail = ''unclosed': a quote is not closed
hint: for example: git config --global crmtrack.sendmail 'msmtp -a desk'
[5]
$ git config --global crmtrack.sendmail "$HOME/bin/taker"

# To whom it may go.
$ crmtrack email $id -m x --send --with nobody
crmtrack: cannot send a mail to 'nobody': no contact on dtfe with a mail address has that name
hint: name the address: --with 'NAME <MAIL>'
[3]
$ crmtrack email $id -m x --send --with 'bén@acme.example'
crmtrack: cannot send mail with recipient 'bén@acme.example': a part before '@' that is not ASCII reaches nobody behind many servers
hint: it looks like this: ada@example.com
[5]
$ crmtrack customer edit acme --contact 'Ben Ode <ben@acme.example>' --contact 'Eva Berg <eva@acme.example>' -q > /dev/null
$ crmtrack email $id -m x --send
crmtrack: cannot tell to whom the mail on dtfe goes: acme has several contacts
hint: --with ben@acme.example
hint: --with eva@acme.example
[4]
$ crmtrack -q email $id -m 'Hello Eva.' --send --with eva > /dev/null; grep '^To' ../sent/mail.5
To: Eva Berg <eva@acme.example>
$ crmtrack -q email -c acme -m 'Hello.' --send --with ben > /dev/null; grep -E '^(To|Subject)' ../sent/mail.6 | sed 's/crm-[0-9a-z]*/crm-…/'
To: Ben Ode <ben@acme.example>
Subject: [crm-…] A message for you
$ crmtrack email $id -m x --send --in
crmtrack: cannot have both --send and --in
[2]
$ crmtrack email $id --again $r -m x
crmtrack: cannot have both --again and --message: the mail goes as it was
[2]

# An address that only a mail brought along is not written to until somebody says whose it is.
$ printf 'settings:\n  inbox: complaint\n' > policy/settings.yaml; git add policy; git commit -qm Inbox
$ printf 'From: Eve <eve@elsewhere.example>\nSubject: Broken\nDate: Tue, 24 Nov 2026 08:00:00 +0000\nMessage-ID: <e1@elsewhere.example>\n\nIt is broken.\n' > ../new; c=$(crmtrack mail receive --print < ../new)
$ crmtrack email $c -m 'Which one?' --send
crmtrack: cannot send a mail on ac2f to 'Eve <eve@elsewhere.example>': the address is known from a mail alone
hint: if it is theirs: crmtrack customer edit CUSTOMER --contact 'Eve <eve@elsewhere.example>'
hint: or name the address: --with 'NAME <MAIL>'
[5]
$ crmtrack -q email $c -m 'Which one?' --send --with 'Eve <eve@elsewhere.example>' > /dev/null; grep -E '^(To|In-Reply-To)' ../sent/mail.7
To: Eve <eve@elsewhere.example>
In-Reply-To: <e1@elsewhere.example>
$ crmtrack audit
24 commits with 26 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 24 commits with 26 records and attachments, dated 2026-11-21 09:12 to 2026-11-24 10:00; 0 signatures verified, dates compared with 0 receipts of a server
