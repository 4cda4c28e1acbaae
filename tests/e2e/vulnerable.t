# A complaint says whether its customer is in vulnerable circumstances; nobody outside the team sees it.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -p apollo -r delay --channel phone -m 'Cut off while ill' --vulnerable unmet)
$ other=$(crmtrack -q new -c globex -p apollo -r delay --channel phone -m 'Late again')
$ crmtrack show $id | head -4
495c2p3dqf  Cut off while ill
status      received
severity    medium
vulnerable  unmet
$ crmtrack show $other --json | jq -c '.items[0].vulnerable'
null
$ crmtrack update $other --vulnerable identified --why 'They told us of a bereavement' > /dev/null
updated ty0y
$ crmtrack list vulnerable:identified,unmet --fields customer
globex
acme
$ crmtrack list vulnerable:unmet --fields customer
acme
$ crmtrack list vulnerable.none:yes --fields customer
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack sql "SELECT customer, vulnerable FROM complaint ORDER BY customer"
acme	unmet
globex	identified
$ crmtrack report client $id | grep -ci vulner
0
[1]
$ crmtrack export csv | head -1 | grep -o vulnerable
vulnerable

# The vocabulary is closed.

$ crmtrack new -c acme -m 'Late' --vulnerable maybe
crmtrack: cannot use 'maybe' for '--vulnerable': not one of none, identified, unmet
[2]
$ crmtrack new -q -c acme -m 'Late' --set vulnerable=maybe
crmtrack: cannot record this complaint: vulnerable is 'maybe', but must be one of none, identified, unmet
[5]
$ crmtrack list vulnerable:maybe
crmtrack: cannot read the filter 'vulnerable:maybe' at column 12: no vulnerable 'maybe', there are: none, identified, unmet
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]

# Forms and corrections know it; an empty value takes it away.

$ crmtrack -q form add vulnerable:unmet --require description > /dev/null
$ crmtrack -q new -c acme -p apollo -r delay -m 'Cut off again' --vulnerable unmet
crmtrack: cannot take this complaint: field 'description': policy asks for it in complaints with vulnerable:unmet
hint: give it with --set description=…, or with the option of that name
[5]
$ record=$(crmtrack show $id --json | jq -r '.items[0].records[0].id'); crmtrack -q correct $id $record --set vulnerable=none --why 'Somebody else of that name' > /dev/null
$ crmtrack list vulnerable:none --fields customer
acme
