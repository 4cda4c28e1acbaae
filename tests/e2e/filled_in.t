# Fields that `new` fills in are written into the record, and said on standard error with the options that decide.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q new -c acme -m 'Quiet says nothing' > /dev/null
$ crmtrack new -c acme -m 'Invoice 4711 charged twice' > /dev/null
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint qm5n from acme is received; we owe an acknowledgement: crmtrack acknowledge qm5n -m …
$ crmtrack new -c acme -s high -m 'Stated in part' > /dev/null
channel phone, as usual; another one: --channel CHANNEL
complaint vqwg from acme is received; we owe an acknowledgement: crmtrack acknowledge vqwg -m …
$ crmtrack new -c acme --channel email -m 'Stated in part' > /dev/null
severity medium, as usual; another one: -s SEVERITY
complaint ev05 from acme is received; we owe an acknowledgement: crmtrack acknowledge ev05 -m …
$ crmtrack new -c acme -s high --channel email -m 'Stated' > /dev/null
complaint eask from acme is received; we owe an acknowledgement: crmtrack acknowledge eask -m …
