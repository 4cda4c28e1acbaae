# A customer's name in place of a slug: registered by the slug made of it, and kept.

$ crmtrack -q init complaints && cd complaints
$ crmtrack new -c 'Globex AG' -s low --channel email -m 'Late' > /dev/null
customer globex-ag is new and is registered as Globex AG (a natural person? crmtrack undo, then crmtrack customer add --person --name NAME)
complaint a0sv from globex-ag is received; we owe an acknowledgement: crmtrack acknowledge a0sv -m …
$ crmtrack customer list
globex-ag	Globex AG				1	0
$ crmtrack new -c 'globex ag' -s low --channel email -m 'Again' > /dev/null
complaint chbj from globex-ag is received; we owe an acknowledgement: crmtrack acknowledge chbj -m …
$ crmtrack new -c 'Globex-AG!' -s low --channel email -m 'Once more' > /dev/null
'Globex-AG!' is taken as globex-ag (Globex AG)
complaint efp5 from globex-ag is received; we owe an acknowledgement: crmtrack acknowledge efp5 -m …
$ crmtrack call -c 'Initech Ltd.' -m 'Said hello' > /dev/null
customer initech-ltd is new and is registered as Initech Ltd. (a natural person? crmtrack undo, then crmtrack customer add --person --name NAME)
call out on initech-ltd is recorded (evidence: acknowledged)
$ crmtrack compliment -c 'Ümläut & Söhne' -m 'Thanks' > /dev/null
customer umlaut-sohne is new and is registered as Ümläut & Söhne (a natural person? crmtrack undo, then crmtrack customer add --person --name NAME)
the compliment of umlaut-sohne is recorded
$ crmtrack list --fields customer,summary; crmtrack customer list
globex-ag	Once more
globex-ag	Again
globex-ag	Late
globex-ag	Globex AG				3	0
initech-ltd	Initech Ltd.				0	0
umlaut-sohne	Ümläut & Söhne				0	1
$ crmtrack new -c '' -m 'Nobody'
crmtrack: cannot take a complaint without -c CUSTOMER
hint: for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'
[2]
$ crmtrack new -c ' ' -m 'Nobody'
crmtrack: cannot take a complaint without -c CUSTOMER
hint: for example: crmtrack new -c acme -m 'Invoice 4711 charged twice'
[2]

# `undo` of the `new` that registered a mistyped customer takes them back, where nothing else names them.

$ crmtrack new -c globx -s low --channel email -m 'Broken' > /dev/null
customer globx is new and is registered; name it with: crmtrack customer edit globx --name NAME
complaint 4h9q from globx is received; we owe an acknowledgement: crmtrack acknowledge 4h9q -m …
$ crmtrack undo 2>&1 | sed 's/^01.*/RECORD/'
customer globx is taken back, too: nothing else names them
RECORD
RECORD
undone: complaint 4h9qw45h5n: received (both stay in the story; what was struck counts nowhere)
took back: complaint received by email: Broken
took back: customer
$ crmtrack customer list | grep -c globx; crmtrack customer list --all | grep globx
0
globx					0	0	retired
$ crmtrack audit
8 commits with 12 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 8 commits with 12 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server

# Who comes again is registered again.

$ crmtrack new -c globx -s low --channel email -m 'It was right' > /dev/null
customer globx is new and is registered; name it with: crmtrack customer edit globx --name NAME
complaint mt5v from globx is received; we owe an acknowledgement: crmtrack acknowledge mt5v -m …
$ crmtrack customer list | grep globx
globx					1	0
$ crmtrack new -c globx -s low --channel email -m 'Another' > /dev/null
complaint 9g9j from globx is received; we owe an acknowledgement: crmtrack acknowledge 9g9j -m …

# They stay where something else names them.

$ crmtrack -q new -c newco -m 'One' > /dev/null; GIT_AUTHOR_EMAIL=ben@example.com crmtrack -q new -c newco -m 'Two' > /dev/null
$ crmtrack undo 2>&1 | sed 's/^01.*/RECORD/'; crmtrack customer list | grep newco
customer newco stays registered: 1 other complaint of theirs is there
RECORD
undone: complaint fs6vbaak2g: received (both stay in the story; what was struck counts nowhere)
took back: complaint received by phone: One
took back: customer
newco					1	0
$ crmtrack call -c another -m 'A call' > /dev/null; crmtrack undo 2>&1 | sed 's/^01.*/RECORD/'; crmtrack customer list | grep another
customer another is new and is registered; name it with: crmtrack customer edit another --name NAME
call out on another is recorded (evidence: acknowledged)
customer another is taken back, too: nothing else names them
RECORD
RECORD
undone: activity another: call out (both stay in the story; what was struck counts nowhere)
took back: customer
took back: call out [acknowledged]: A call
[1]
$ crmtrack undo 2>&1 | sed 's/^01.*/RECORD/'
RECORD
undone: complaint 9g9jb5nf5h: received (both stay in the story; what was struck counts nowhere)
took back: complaint received by email: Another
