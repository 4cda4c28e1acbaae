# Fields that `new` fills in are written into the record, and said on standard error with the options that decide.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q new -c acme -m 'Quiet says nothing' > /dev/null
$ crmtrack new -c acme -m 'Invoice 4711 charged twice' > /dev/null
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint rvr7 from acme is received; we owe an acknowledgement: crmtrack acknowledge rvr7 -m …
$ crmtrack new -c acme -s high -m 'Stated in part' > /dev/null
channel phone, as usual; another one: --channel CHANNEL
complaint angr from acme is received; we owe an acknowledgement: crmtrack acknowledge angr -m …
$ crmtrack new -c acme --channel email -m 'Stated in part' > /dev/null
severity medium, as usual; another one: -s SEVERITY
complaint jzb6 from acme is received; we owe an acknowledgement: crmtrack acknowledge jzb6 -m …
$ crmtrack new -c acme -s high --channel email -m 'Stated' > /dev/null
complaint gz3t from acme is received; we owe an acknowledgement: crmtrack acknowledge gz3t -m …
