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
