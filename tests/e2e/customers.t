# Customers who were entered twice, who are no customer any more, natural persons, and what is emptied.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q customer add acme --name 'Acme Ltd' --region north --contact 'Maria Silva <maria@acme.example>' >acme
$ crmtrack -q customer add acme-ltd --name 'ACME Limited' --region south >old
$ one=$(crmtrack -q new -c acme-ltd -r delay -m 'Delivery three weeks late')
$ crmtrack -q call $one -m 'Which order?' --expects information >asked

# The complaints of the one count for the other: in lists, filters, figures, and what is owed.

$ crmtrack customer merge acme-ltd acme
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack customer merge acme-ltd acme --why 'Entered twice'
01m7yp0xr13kb0hy6bcpw0rv5b
acme-ltd is merged into acme: its complaints count for acme now
$ crmtrack list --fields customer,summary
acme	Delivery three weeks late
$ crmtrack list --json --fields customer,region | grep north
{"customer": "acme", "region": "north"}
$ crmtrack list customer:acme-ltd --fields summary
Delivery three weeks late
$ crmtrack list customer:acme --fields summary
Delivery three weeks late
$ crmtrack show $one | grep -e customer -e 'owed by'
customer  acme
           qr56 owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           qr56 owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           qr56 owed by us, due 2026-12-07 17:00
           ncr5 owed by acme (customer)
$ crmtrack sql "SELECT customer, count(*) FROM complaint GROUP BY 1"
acme	1
$ crmtrack customer list
acme	Acme Ltd		north		1	0
$ crmtrack customer list --all
acme	Acme Ltd		north		1	0	
acme-ltd	ACME Limited		south		0	0	merged into acme
$ crmtrack customer show acme-ltd
acme-ltd  ACME Limited
region       south
compliments  0
merged into  acme

Story
2026-11-21 09:12  kswy  asha@example.com
  customer
    name: ACME Limited
    region: south
2026-11-21 09:12  3kb0  asha@example.com
  change: merged_into = acme
    why: Entered twice
$ crmtrack customer show acme --format table | sed -n '/^Complaints/,$p'
Complaints
ID        Severity  Age  Next    Status    Customer  Summary
7845883w  medium     0d  3d ack  received  acme      Delivery three weeks late

# Who names the old one means the other. The index says so from nothing, too.

$ two=$(crmtrack new -c acme-ltd -m 'Invoice charged twice')
acme-ltd was merged into acme
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint 1jk0 from acme is received; we owe an acknowledgement: crmtrack acknowledge 1jk0 -m …
$ crmtrack note -c acme-ltd -m 'Asks for the new address'
acme-ltd was merged into acme
01m7yp0xr1maqts4gar4fa8q9f
note on acme is recorded
$ crmtrack update $two --customer 'acme limited'
nothing to change
$ rm -r .git/crmtrack && crmtrack list --fields customer,summary
acme	Delivery three weeks late
acme	Invoice charged twice

# No circle, nothing twice; a chain is followed to its end.

$ crmtrack customer merge acme acme-ltd --why 'The other way round'
crmtrack: cannot merge 'acme' into 'acme-ltd': acme-ltd was merged into it
[5]
$ crmtrack customer merge acme acme --why 'Twice'
crmtrack: cannot merge 'acme' into itself
[5]
$ crmtrack customer merge acme-ltd acme --why 'Again'
crmtrack: cannot merge 'acme-ltd': it was merged into acme already
[5]
$ crmtrack customer merge nobody acme --why 'Again'
crmtrack: cannot find customer 'nobody'
hint: see: crmtrack customer list
[3]
$ crmtrack -q customer add acme-group --name 'Acme Group' >group
$ crmtrack -q customer merge acme acme-group --why 'One contract' >merged
$ crmtrack list --fields customer,summary
acme-group	Delivery three weeks late
acme-group	Invoice charged twice
$ rm -r .git/crmtrack && crmtrack list --fields customer,summary
acme-group	Delivery three weeks late
acme-group	Invoice charged twice

# Others, for what follows.

$ crmtrack -q customer add globex --name 'Globex AG' >globex && crmtrack -q customer add globex-ag >globex
$ crmtrack -q new -c globex -m 'Shop is down' >shop

# Retired: not offered any more, and taken all the same.

$ crmtrack customer retire globex-ag --why 'Contract ended'
01m7yp0xr1xdw20ddxxdmm5arr
customer globex-ag is retired
$ crmtrack customer retire globex-ag --why 'Contract ended'
crmtrack: cannot retire customer 'globex-ag': they are retired already
[5]
$ crmtrack customer list
acme-group	Acme Group				2	0
globex	Globex AG				1	0
$ crmtrack -n new -c globex-ag -m 'Last invoice' >dry
customer globex-ag is retired; taken all the same
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
dry run: nothing was written (1 file would be)
$ crmtrack __complete new -c glo
globex	Globex AG

# Further addresses of a contact; one that is given twice is one.

$ crmtrack -q customer edit acme --contact 'Maria Silva <silva@acme.example>' --contact 'Maria Silva <maria@acme.example>' >edited
$ crmtrack customer show acme | grep contact
contact      Maria Silva <maria@acme.example>
contact      Maria Silva <silva@acme.example>
    contacts: Maria Silva <maria@acme.example>
    contacts: Maria Silva <maria@acme.example>; Maria Silva <silva@acme.example>
$ crmtrack -q customer edit acme --no-contact maria@acme.example >edited
$ crmtrack customer show acme | grep '^contact'
contact      Maria Silva <silva@acme.example>
$ crmtrack customer edit acme --no-contact maria@acme.example
crmtrack: cannot take the contact 'maria@acme.example' away: it is not there
[3]

# A natural person has a slug that names nobody, and is found by name.

$ crmtrack customer add --person --name 'Eva Berg'
01m7yp0xr0p6as32cm1xgp0q2h
customer p-4v8peer2aw (Eva Berg) is registered
$ crmtrack new -c 'eva berg' -m 'No answer for a week'
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
20261121-ptqwzngxys
complaint ptqw from Eva Berg is received; we owe an acknowledgement: crmtrack acknowledge ptqw -m …
$ crmtrack customer show 'Eva Berg' | head -1
p-4v8peer2aw  Eva Berg
$ crmtrack customer add eva --person --name 'Eva Berg'
crmtrack: cannot choose the slug of a natural person: it must name nobody
hint: crmtrack customer add CUSTOMER --name NAME, or for a natural person: crmtrack customer add --person --name NAME
[2]
$ crmtrack customer add --person
crmtrack: cannot add a natural person without a name
hint: give it with --name NAME
[2]
$ crmtrack customer add
crmtrack: cannot add a customer without a slug
hint: crmtrack customer add CUSTOMER --name NAME, or for a natural person: crmtrack customer add --person --name NAME
[2]
$ crmtrack -q customer add --person --name 'Eva Berg' >second
$ crmtrack new -c 'Eva Berg' -m 'Which one?' 2>&1 | sed 's/p-[0-9a-z]\{10\}/p-…/'
crmtrack: cannot tell which customer 'Eva Berg' is: 2 have that name
hint: p-…
hint: p-…
$ crmtrack new -c 'Eva Bergh' -m 'Another one'
customer eva-bergh is new and is registered as Eva Bergh (a natural person? crmtrack undo, then crmtrack customer add --person --name NAME)
hint: there is a customer of a similar name: p-2x2zz4y8zm
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
20261121-pbvgn0bcc3
complaint pbvg from eva-bergh is received; we owe an acknowledgement: crmtrack acknowledge pbvg -m …

# A wrong customer or reason is emptied.

$ crmtrack -q update $one --customer '' --reason '' --why 'Neither is known' >updated
$ crmtrack list --fields customer,reason,summary 'Delivery three weeks late'
		Delivery three weeks late
$ crmtrack update $one --customer ''
nothing to change
$ crmtrack list customer.none:yes --fields summary
Delivery three weeks late

# A customer whose story contradicts itself is found as a complaint is.

$ cd .. && git clone -q complaints other 2>&1 && cd other && git fetch -q origin ledger:ledger
$ crmtrack -q customer edit globex --region north >north
$ cd ../complaints && crmtrack -q customer edit globex --region south >south
$ git fetch -q ../other refs/heads/ledger:refs/remotes/other/ledger && git config remote.other.url ../other && git config remote.other.fetch '+refs/heads/*:refs/remotes/other/*'
$ crmtrack -q sync other
$ crmtrack customer list --contested
globex	Globex AG		south		1	0	contested
$ crmtrack doctor | grep 'contested customers'
contested customers	warning	contested: globex	crmtrack customer list --contested; crmtrack customer edit says what is right
$ crmtrack audit 2>/dev/null | grep -i contested
notice	contested	26f439b3e88377921648b780cc0162401894c3c3	customers/5b/globex/01m7yp0xr1x02vb4s52v8a11x0-customer.yaml	asha@example.com	2026-11-21T09:12:00Z	region: 'north' by asha@example.com (6ek2), 'south' by asha@example.com (x02v), neither after the other; 'south' stands
$ crmtrack -q customer edit globex --region north >north && crmtrack customer list --contested
