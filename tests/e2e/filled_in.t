# Fields that `new` fills in are written into the record, and said on standard error with the options that decide.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q new -c acme -m 'Quiet says nothing' > /dev/null
$ crmtrack new -c acme -m 'Invoice 4711 charged twice' > /dev/null
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint 28qr from acme is received; we owe an acknowledgement: crmtrack acknowledge 28qr -m …
$ crmtrack new -c acme -s high -m 'Stated in part' > /dev/null
channel phone, as usual; another one: --channel CHANNEL
complaint xec3 from acme is received; we owe an acknowledgement: crmtrack acknowledge xec3 -m …
$ crmtrack new -c acme --channel email -m 'Stated in part' > /dev/null
severity medium, as usual; another one: -s SEVERITY
complaint 96x0 from acme is received; we owe an acknowledgement: crmtrack acknowledge 96x0 -m …
$ crmtrack new -c acme -s high --channel email -m 'Stated' > /dev/null
complaint pq9z from acme is received; we owe an acknowledgement: crmtrack acknowledge pq9z -m …

# A contact without a direction is taken as ours. Where it kept something for that, the command says so.

$ crmtrack -q acknowledge 28qr --next-by 2026-11-25 -m 'We call' > /dev/null
$ crmtrack call 28qr -m 'They rang' > /dev/null
answers cnx0: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
call out on 28qr is recorded (evidence: acknowledged)
$ crmtrack -q undo > /dev/null; crmtrack call 28qr --in -m 'They rang' > /dev/null
call in on 28qr is recorded (evidence: acknowledged)
$ crmtrack meeting 28qr --out -m 'We went there' > /dev/null
answers cnx0: next step
meeting out on 28qr is recorded (evidence: acknowledged)
$ crmtrack call --help | grep -A2 -e --in; crmtrack note --help | grep -A2 -e --in
  $ crmtrack call 7f3q --in -m 'Asks when the refund comes' --expects reply
      they called, and expect a reply

--
      --in                  from the customer to us
      --out                 from us to the customer (default)
      --internal            among ourselves
  -m, --message TEXT        the text
  -F, --file FILE           read the text from a file, - for standard input
      --in                  from the customer to us
      --out                 from us to the customer
      --internal            among ourselves (default)
  -m, --message TEXT        the text
  -F, --file FILE           read the text from a file, - for standard input
