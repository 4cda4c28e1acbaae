# A mail of ours went out, and its Message-ID is in the ledger.
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }
$ id=$(crmtrack -q init desk && cd desk && crmtrack -q customer add acme --name 'Acme Ltd' --contact 'Ben <ben@acme.example>' > /dev/null && crmtrack -q new -c acme -m 'Invoice charged twice')
$ cd desk; at 21T10:00; crmtrack -q email $id -m 'Which invoice is it?' --expects information@2026-11-27 --message-id '<ours-1@desk.example>' --token '[crm-0123456789abcdef]' > /dev/null
$ crmtrack show $id | grep -A1 'email'
  email out [sent]
    Which invoice is it?
--
open       information: send what was asked in our email
           t8dg owed by acme (customer), due 2026-11-27 23:59

# Message-ID and token have to be some.
$ crmtrack email $id -m x --message-id none
crmtrack: cannot read --message-id 'none': no Message-ID
hint: it looks like this: <20261121.4711@example.com>
[2]
$ crmtrack email $id -m x --token '[crm-7f3q]'
crmtrack: cannot read --token '[crm-7f3q]': no token
hint: it looks like this: [crm-0123456789abcdef]
[2]

# The answer of a known contact lands on the complaint, as evidence, and keeps the promise that it answers. A mail
# server's pipe hears nothing and gets 0.
$ mail() { printf 'From: %s\nTo: desk@desk.example\nSubject: %s\nDate: Sun, 22 Nov 2026 09:30:00 +0100\nMessage-ID: <%s@acme.example>\n%b\n' "$@"; }
$ at 22T09:00; mail 'Ben <ben@acme.example>' 'Re: Invoice' r1 'In-Reply-To: <ours-1@desk.example>\n\nIt is 4711.\n\nOn Saturday, Asha wrote:\n> Which invoice is it?' > ../answer
$ crmtrack mail receive < ../answer
$ crmtrack show $id --json | jq -c '.items[0].records[] | select(.message_id) | {type, direction, by, at, evidence, with, text, answers, attachments: [.attachments[]?.name]}'
{"type":"email","direction":"out","by":"asha@example.com","at":"2026-11-21T10:00:00Z","evidence":"sent","with":null,"text":"Which invoice is it?","answers":null,"attachments":[]}
{"type":"email","direction":"in","by":"crmtrack","at":"2026-11-22T09:30:00+01:00","evidence":"acknowledged","with":"Ben <ben@acme.example>","text":"It is 4711.\n\n[2 lines of earlier mails: see the attached mail]\n","answers":["01m7yrrt80t8dgqcr5etr29jdq"],"attachments":["mail.eml"]}
$ crmtrack show $id --json | jq -c '.items[0].promises[] | select(.promise == "information") | [.state, .settled_at]'
["kept","2026-11-22T08:30:00Z"]
$ crmtrack attachment $id mail.eml | cmp - ../answer

# The same mail again is known, also when it came another way: other line ends, other headers, a `From ` line before it.
$ crmtrack mail receive --print < ../answer
$ (echo 'From ben@acme.example Sun Nov 22 09:30:00 2026'; echo 'Received: by relay'; sed 's/$/\r/' ../answer; echo) | crmtrack mail receive --print
$ git log --oneline ledger | wc -l
5

# Nothing but 0 and 75, and not a word, whatever happens.
$ crmtrack mail receive < /dev/null
[75]
$ crmtrack mail receive --bogus < ../answer
[75]
$ crmtrack -C /nonexistent mail receive < ../answer
[75]
$ mail 'Ben <ben@acme.example>' 'Re: Invoice' r2 '\nAgain.' | env -i PATH="$PATH" HOME=/nonexistent CRMTRACK_NOW=$CRMTRACK_NOW crmtrack mail receive
[75]
$ crmtrack mail receive --mbox none
crmtrack: cannot read '$HOME/desk/none': No such file or directory
[3]

# A stranger who answers our mail is recorded, and settles nothing; the record says so.
$ at 22T10:00; q=$(crmtrack -q email $id -m 'And which amount?' --expects information@2026-11-28 --message-id '<ours-2@desk.example>' --token '[crm-0123456789abcdeg]')
$ mail 'Eve <eve@elsewhere.example>' 'Re: Invoice' e1 'In-Reply-To: <ours-2@desk.example>\n\nIt is 12 EUR.' | crmtrack mail receive
$ last() { newest=$(git log -1 --name-only --format= refs/heads/ledger | grep -o '[0-9a-z]*-activity' | head -1); crmtrack show $id --json | jq -r --arg id "${newest%-activity}" '.items[0].records[] | select(.id == $id) | "\(.evidence) \(.answers) \(.automatic)\n\(.text)"'; }
$ last
delivered null null
It is 12 EUR.

[from eve@elsewhere.example, no known contact: it settles nothing]

# A token alone is evidence of an address, not of a person: programs that answer send it back.
$ mail 'Ben <ben@acme.example>' '[crm-0123456789abcdeg] away' b1 '\nI am away.' | crmtrack mail receive
$ last
delivered null null
I am away.

[it carries our token, but does not say that it is an answer: it settles nothing]

# An answer with the token, where a mail program lost the Message-ID.
$ mail 'Ben <ben@acme.example>' 'Re: =?utf-8?Q?=5Bcrm-01234567?= =?utf-8?Q?89abcdeg=5D_Invoice?=' b2 'In-Reply-To: <unknown@desk.example>\n\n12.50 EUR.' | crmtrack mail receive
$ last
acknowledged ["01m81b5h80rmm6q5f5g3kzhpvz"] null
12.50 EUR.
$ crmtrack show $id --json | jq -c '[.items[0].promises[] | select(.promise == "information") | .state]'
["kept","kept"]

# Programs that answer by themselves settle nothing, and are no contact of the customer's.
$ at 22T11:00; mail 'Ben <ben@acme.example>' 'Re: Invoice' v1 'In-Reply-To: <ours-2@desk.example>\nAuto-Submitted: auto-replied\n\nI am away.' | crmtrack mail receive
$ last
delivered null true
I am away.

[a program answered, not a person]

# A failure of delivery, found by the message that it encloses.
$ bounce() { printf 'From: MAILER-DAEMON@relay.example\nSubject: failed\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSorry.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.example\n\nFinal-Recipient: rfc822; ben@acme.example\nAction: %s\nStatus: 5.1.1\n\n--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <ours-2@desk.example>\n\n--x--\n' $1; }
$ bounce failed | crmtrack mail receive; last
attempted null true
Sorry.

[our mail did not reach ben@acme.example: 5.1.1]
[with it came: message/delivery-status, text/rfc822-headers]
$ bounce delivered | crmtrack mail receive; last
delivered null true
Sorry.

[our mail was delivered to ben@acme.example]
[with it came: message/delivery-status, text/rfc822-headers]

# A mail without a message of ours waits, since policy says so, until a colleague says where it belongs.
$ at 23T09:00; mail 'Ben <ben@acme.example>' 'Another thing' n1 '\nThe meter is broken.' | crmtrack mail receive --print
20261122-5wcb5a3g6t
$ mail 'Eve <eve@elsewhere.example>' '' n2 '\nHello.' | crmtrack mail receive
$ crmtrack list inbox:yes
20261122-hnpa6r0xb1	2026-11-22T08:30:00Z	Eve <eve@elsewhere.example>		policy says that new mails wait
20261122-5wcb5a3g6t	2026-11-22T08:30:00Z	Ben <ben@acme.example>	Another thing	policy says that new mails wait
$ crmtrack list inbox:yes owner:me
crmtrack: cannot list the inbox by other words than 'inbox:yes': a mail there has no facts of a complaint
[2]
$ crmtrack list inbox:yes --json | jq -c '.total, (.items[] | {from, subject, text, automatic})'
2
{"from":"Eve <eve@elsewhere.example>","subject":null,"text":"Hello.","automatic":false}
{"from":"Ben <ben@acme.example>","subject":"Another thing","text":"The meter is broken.","automatic":false}
$ of() { crmtrack list inbox:yes --fields id,from | sed -n "s/\t$1 .*//p"; }; m=$(of Ben); e=$(of Eve)
$ c=$(crmtrack mail new $m); crmtrack show $c --json | jq -c '.items[0] | {customer, contact, channel, summary, description, received_at}'
complaint 5wcb from acme is received; we owe an acknowledgement: crmtrack acknowledge 5wcb -m …
{"customer":"acme","contact":"Ben <ben@acme.example>","channel":"email","summary":"Another thing","description":"The meter is broken.","received_at":"2026-11-22T08:30:00Z"}
$ crmtrack mail new $e
crmtrack: cannot take a complaint of this mail without -c CUSTOMER: its sender is no known contact
hint: for example: crmtrack mail new MAIL -c acme
[2]
$ crmtrack mail new $m
crmtrack: cannot put mail '20261122-5wcb5a3g6t' anywhere: it is on complaint 5wcb already
[5]
$ crmtrack mail assign n0such $id
crmtrack: cannot find a mail 'n0such'
hint: what waits: crmtrack list inbox:yes
[3]
$ crmtrack mail assign ${e#*-} $id
01m83t4cm023gw3rc0nkaw0wf4
the mail from Eve <eve@elsewhere.example> is on w8nq
$ last
acknowledged null null
Hello.
$ crmtrack list inbox:yes
no mail waits

# `undo` puts it back into the inbox.
$ crmtrack -q undo > /dev/null; crmtrack list inbox:yes --fields from
Eve <eve@elsewhere.example>
$ crmtrack -q mail assign ${e#*-} $id > /dev/null; crmtrack list inbox:yes
no mail waits

# A further mail of the conversation finds the complaint that the first one became.
$ mail 'Ben <ben@acme.example>' 'Re: Another thing' n3 'References: <x@y.example>, <n1@acme.example>\n\nAnd the display.' | crmtrack mail receive
$ crmtrack show $c --json | jq -c '.items[0].records[-1] | {type, evidence, text}'
{"type":"email","evidence":"delivered","text":"And the display."}

# Policy may say that new mails become complaints, all or those that a filter selects.
$ printf 'settings:\n  inbox: customer:acme\n' > policy/settings.yaml; git add policy; git commit -qm 'Inbox'; crmtrack policy check
policy: 0 errors, 0 warnings
$ printf 'From a@x.example Mon Nov 23 10:00:00 2026\n' > ../mbox; mail 'Ben <ben@acme.example>' 'No answer yet' p1 '\nFrom: me\nStill waiting.\n' >> ../mbox
$ printf 'From a@x.example Mon Nov 23 10:00:00 2026\n' >> ../mbox; mail 'Eve <eve@elsewhere.example>' 'Offer' p2 '\nBuy.\n' >> ../mbox
$ crmtrack mail receive --mbox ../mbox --dry-run
2 mails: 1 new complaint, 1 waits in the inbox
dry run: nothing was written
$ crmtrack mail receive --mbox ../mbox
20261122-g1np2nms55
20261122-3hhq4sqtbm
2 mails: 1 new complaint, 1 waits in the inbox
$ crmtrack mail receive --mbox ../mbox --json | jq -c '.items[] | [.as, .from, .subject]'
2 mails: 2 known before
["known","Ben <ben@acme.example>","No answer yet"]
["known","Eve <eve@elsewhere.example>","Offer"]
$ printf 'settings:\n  inbox: status:open\n' > policy/settings.yaml; crmtrack policy check
policy/settings.yaml:2:10	error	'inbox': 'status' is none of the facts that policy may ask for: customer, project, channel, reason, severity, vulnerable, segment, region, type
policy: 1 error, 0 warnings
[1]

# A Maildir is read as it is.
$ mkdir -p ../Maildir/new ../Maildir/cur; cp ../answer ../Maildir/cur/1.a:2,S; mail 'Ben <ben@acme.example>' 'Second' d1 '\nSecond thing.\n' > ../Maildir/new/2.b
$ crmtrack mail receive --maildir ../Maildir --json | jq -c '.items[] | [.as, .subject]'
2 mails: 1 new complaint, 1 known before
["known","Invoice"]
["complaint","Second"]
$ crmtrack mail receive --maildir ../mbox
crmtrack: cannot read '$HOME/desk/../mbox': it is no Maildir, with cur/ and new/ in it
[3]
$ crmtrack audit
21 commits with 41 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 21 commits with 41 records and attachments, dated 2026-11-21 09:12 to 2026-11-23 09:00; 0 signatures verified, dates compared with 0 receipts of a server

# Files that may not grow are like a full disk: 0 or 75, and what is acknowledged is there.
$ for n in 1 2 3; do printf 'From: ben@acme.example\nSubject: small %s\n\nhello\n' $n > small.eml; (ulimit -f 64; crmtrack mail receive < small.eml); [ $? = 0 -o $? = 75 ] || echo wrong; crmtrack mail receive < small.eml; done; crmtrack search small --fields snippet | wc -l
3
