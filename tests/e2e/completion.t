# Completion in a data repository offers words of the record and of policy, with their meaning.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r billing-wrong-amount -m 'Invoice 4711 charged twice')
$ crmtrack -q project add apollo --name Apollo --manager ben@example.com
apollo
$ crmtrack -q person add ben@example.com --name 'Ben Weber'
ben@example.com
$ crmtrack __complete show ''
vexa	acme: Invoice 4711 charged twice
$ crmtrack __complete new -c a
acme
$ crmtrack __complete new -r billing-w
billing-wrong-amount	Wrong amount billed
$ crmtrack __complete new -p ''
apollo	Apollo
$ crmtrack __complete assign $id ''
vexa	acme: Invoice 4711 charged twice
me	you
ben@example.com	Ben Weber
asha@example.com	Asha Rao
$ crmtrack __complete escalate $id --to ''
0	front line
1	project manager
2	complaints manager
3	senior management
4	external
$ crmtrack __complete list sev
severity:
$ crmtrack __complete list reason:
reason:billing-wrong-amount	Wrong amount billed
reason:contract-terms	Contract or conditions
reason:data-privacy	Personal data
reason:defective-product	Product or service is faulty
reason:delay	Delay
reason:no-reply	No answer from us
reason:not-delivered	Not delivered
reason:outage	Not available
reason:promise-not-kept	Promise not kept
reason:staff-conduct	Conduct of our people
reason:wrong-information	Wrong information
reason:other	Something else

# Where there is no repository, completion is silent.
$ cd .. && crmtrack __complete show ''
$ crmtrack __complete -C nowhere show ''
$ crmtrack __complete -C complaints show ''
vexa	acme: Invoice 4711 charged twice
