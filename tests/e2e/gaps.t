# One gap of each kind is planted; a complaint that is in order has none.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q customer add acme --name Acme --contact 'Ann <ann@acme.example>' > /dev/null
$ in_order() { id=$(crmtrack -q new -c acme -r delay --channel phone --at 2026-11-20T09:00:00Z -m "$1"); crmtrack -q assign $id me > /dev/null; crmtrack -q acknowledge $id --at 2026-11-20T10:00:00Z -m Yes > /dev/null; echo $id; }
$ good=$(in_order 'In order')
$ crmtrack agenda --all --gaps
$ owner=$(in_order 'No owner'); crmtrack -q assign $owner nobody > /dev/null
$ contact=$(in_order 'Nobody to reach'); crmtrack -q update $contact --set customer=stranger > /dev/null
$ ack=$(crmtrack -q new -c acme -r delay --channel phone --at 2026-11-20T09:00:00Z -m 'Not acknowledged'); crmtrack -q assign $ack me > /dev/null
$ silent=$(crmtrack -q new -c acme -r delay --channel phone --at 2026-11-03T09:00:00Z -m 'Silent'); crmtrack -q assign $silent me > /dev/null; crmtrack -q acknowledge $silent --at 2026-11-11T23:00:00Z -m Yes > /dev/null
$ nearly=$(crmtrack -q new -c acme -r delay --channel phone --at 2026-11-03T09:00:00Z -m 'Nearly silent'); crmtrack -q assign $nearly me > /dev/null; crmtrack -q acknowledge $nearly --at 2026-11-12T01:00:00Z -m Yes > /dev/null
$ confirm=$(in_order 'Never confirmed'); crmtrack -q email $confirm --at 2026-11-20T11:00:00Z -m 'Here' --expects acknowledgement@2026-11-20T18:00:00Z > /dev/null
$ undated=$(in_order 'No date'); crmtrack -q email $undated --at 2026-11-20T11:00:00Z -m 'Which one?' --expects reply > /dev/null
$ form=$(in_order 'Form passed over'); crmtrack -q update $form --set severity=critical --why 'It is' > /dev/null
$ printf 'forms:\n  - {filter: "reason:delay severity:critical", require: [contract], example: C-1}\n' > policy/forms.yaml; git commit -qam 'Forms'
$ name() { sed "s/$owner/OWNER/; s/$contact/CONTACT/; s/$ack/ACK/; s/$silent/SILENT/; s/$confirm/CONFIRM/; s/$undated/UNDATED/; s/$form/FORM/; s/$good/GOOD/; s/$nearly/NEARLY/"; }
$ crmtrack agenda --all --gaps --fields gap,complaint,since,promise,what | name
owner	OWNER	2026-11-20T09:00:00Z		nobody owns it
contact	CONTACT	2026-11-20T09:00:00Z		it names nobody to reach
acknowledgement	ACK	2026-11-20T09:00:00Z		nobody has acknowledged it
silence	SILENT	2026-11-11T23:00:00Z		no contact since then
confirmation	CONFIRM	2026-11-20T18:00:00Z	confirm@01m7yp0xr3kgtkmtyc8hgewjt0	confirm: confirm our email
date	UNDATED	2026-11-20T11:00:00Z	reply@01m7yp0xr33xbcfksxr44fv6bm	reply: reply to our email
form	FORM	2026-11-20T09:00:00Z		contract: policy asks for it in complaints with reason:delay severity:critical

# Without targets nobody owes anything with a date where nobody stated one.

$ printf 'targets: []\n' > policy/targets.yaml; git commit -qam 'No targets'
$ crmtrack agenda --all --gaps --fields gap,complaint | grep next_step | name
next_step	FORM
next_step	SILENT
next_step	NEARLY
next_step	CONTACT
next_step	UNDATED
next_step	ACK
next_step	GOOD
next_step	OWNER
$ git revert --no-edit HEAD > /dev/null
$ crmtrack report compliance | sed '$d' | name
Compliance
open complaints with a gap      7
without an owner                1
without a next step             0
without anybody to reach        1
not acknowledged                1
without a contact for too long  1
answers never confirmed         1
promises without a date         1
form rules passed over          1

What is missing
Missing          ID     For  Severity  Owner   Customer  About
owner            reye   1d   medium    nobody  acme      nobody owns it (No own…
contact          35nf   1d   medium    asha    stranger  it names nobody to rea…
acknowledgement  6n6b   1d   medium    asha    acme      nobody has acknowledge…
silence          400er  10d  medium    asha    acme      no contact since then …
confirmation     w3yg   1d   medium    asha    acme      confirm: confirm our e…
date             4bk9   1d   medium    asha    acme      reply: reply to our em…
form             a301   1d   critical  asha    acme      contract: policy asks …


$ crmtrack report compliance --records gap_owner | name
OWNER
$ crmtrack report compliance project.none:no --format csv --table gaps
gap,complaint,since,severity,owner,customer,promise,what,summary
$ crmtrack agenda --gaps --format table
Missing          ID     For  Severity  Owner   Customer  About
owner            reye   1d   medium    nobody  acme      nobody owns it (No own…
contact          35nf   1d   medium    asha    stranger  it names nobody to rea…
acknowledgement  6n6b   1d   medium    asha    acme      nobody has acknowledge…
silence          400er  10d  medium    asha    acme      no contact since then …
confirmation     w3yg   1d   medium    asha    acme      confirm: confirm our e…
date             4bk9   1d   medium    asha    acme      reply: reply to our em…
form             a301   1d   critical  asha    acme      contract: policy asks …
$ crmtrack agenda ben@example.com --gaps --json
{"format_version": 1, "command": "agenda", "items": []}
$ crmtrack agenda --all --gaps --json --limit 1 | python3 -c 'import json, sys; print(*json.load(sys.stdin)["items"][0])'
gap complaint short customer owner severity summary promise what since

# Policy says after how many days a complaint is silent.

$ printf 'settings: {no_contact_days: 9}\n' > policy/settings.yaml; git add policy; git commit -qm 'Nine days'
$ crmtrack agenda --all --gaps --fields gap,complaint | grep silence | name
silence	SILENT
silence	NEARLY

# A form that came after the complaint was not passed over.

$ printf 'forms:\n  - {filter: "reason:delay severity:critical", require: [contract], from: 2026-11-21}\n' > policy/forms.yaml; git commit -qam 'Forms of today'
$ crmtrack agenda --all --gaps --fields gap,complaint | grep form
[1]
