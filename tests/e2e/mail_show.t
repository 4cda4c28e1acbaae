# A mail of the inbox can be looked at before somebody says where it belongs.
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z
$ id=$(crmtrack -q init desk && cd desk && crmtrack -q customer add acme --contact 'Ben <ben@acme.example>' > /dev/null && crmtrack -q new -c acme -m 'Invoice charged twice')
$ cd desk
$ mail() { printf 'From: %s\nTo: desk@desk.example\nSubject: %s\nDate: Sun, 22 Nov 2026 09:30:00 +0100\nMessage-ID: <%s@acme.example>\n%b\n' "$@"; }
$ mail 'Ben <ben@acme.example>' 'The meter' n1 '\nIt is broken \033[31mred\033[0m.\n\nPlease come.' > ../meter.eml; crmtrack mail receive --print < ../meter.eml
20261122-8qcb3wx2s4
$ mail 'Eve <eve@elsewhere.example>' '' n2 'Auto-Submitted: auto-replied\n\nI am away.' | crmtrack mail receive
$ m=$(crmtrack list inbox:yes --fields id,subject | sed -n 's/\tThe meter//p'); a=$(crmtrack list inbox:yes --fields id | grep -v $m)
$ crmtrack show $m
8qcb3wx2s4  The meter
mail        waits: policy says that new mails wait
from        Ben <ben@acme.example>
came        2026-11-22 08:30
message id  n1@acme.example
files       mail.eml (180 bytes)

Text
  It is broken �[31mred�[0m.

  Please come.
$ crmtrack show ${a#*-}
rsv204gsme  (no subject)
mail        waits: a program wrote it (automatic), about nothing that we know
from        Eve <eve@elsewhere.example>
came        2026-11-22 08:30
written by  a program
message id  n2@acme.example
files       mail.eml (175 bytes)

Text
  I am away.

  [a program answered, not a person]
$ crmtrack show $m --json | jq -c '.items[] | del(.text, .attachments)'
{"id":"20261122-8qcb3wx2s4","at":"2026-11-22T08:30:00Z","from":"Ben <ben@acme.example>","subject":"The meter","why":"policy says that new mails wait","message_id":"n1@acme.example","automatic":false,"record":"01m8160qt01mxx6gr89z7d50jg","assigned_to":null,"assigned_by":null,"assigned_at":null}
$ crmtrack attachment $m | cmp - ../meter.eml
$ crmtrack attachment $m mail.eml --save ../kept.eml; cmp ../kept.eml ../meter.eml
saved $HOME/kept.eml (180 bytes)
$ crmtrack attachment $m nothing.pdf
crmtrack: cannot find attachment 'nothing.pdf' of '8qcb3wx2s4'
hint: 1mxx/mail.eml  180 bytes, by crmtrack
[3]
$ crmtrack history $m | cut -f 3,5-
Asha Rao <asha@example.com>	01m8160qt01mxx6gr89z7d50jg	mail	mail from Ben <ben@acme.example>: The meter
$ crmtrack show zzzzzz
crmtrack: cannot find complaint 'zzzzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack show $m --explain resolution
crmtrack: cannot find complaint '20261122-8qcb3wx2s4'
hint: see the ids with: crmtrack list --all
[3]

# Afterwards it tells where it went.
$ crmtrack -q mail assign $m $id > /dev/null
$ crmtrack show $m | sed -n 2,4p
mail        on 6ewa, put there by asha@example.com 2026-11-23 09:00
from        Ben <ben@acme.example>
came        2026-11-22 08:30
$ crmtrack show $m --json | jq -c '.items[] | [.assigned_to, .assigned_by, .assigned_at]'
["20261123-6ewateg0zs","asha@example.com","2026-11-23T09:00:00Z"]
$ crmtrack history $m | cut -f 3,5-
Asha Rao <asha@example.com>	01m8160qt01mxx6gr89z7d50jg	mail	mail from Ben <ben@acme.example>: The meter
Asha Rao <asha@example.com>	01m83t4cm0jjmz1q3chtv4bekg	mail	put on 6ewateg0zs
$ crmtrack show $m --as-of 2026-11-22
crmtrack: cannot find complaint '20261122-8qcb3wx2s4'
hint: see the ids with: crmtrack list --all
[3]

# A mail that became a complaint has its id.
$ c=$(crmtrack -q mail new $a -c acme); test $c = $a && crmtrack show $a | sed -n 1,2p
rsv204gsme  (no subject)
status    received

# A backup has the mails, and gives the same trees.
$ crmtrack export jsonl > ../backup.jsonl; jq -c '[.type, .id, (.records | length)]' ../backup.jsonl
["complaint","20261122-rsv204gsme",1]
["complaint","20261123-6ewateg0zs",2]
["customer","acme",1]
["journal","20261122-8qcb3wx2s4",2]
["journal","20261122-rsv204gsme",2]
$ cd ..; crmtrack -q init other; crmtrack -C other import jsonl $PWD/backup.jsonl
new 8, known 0, differing 0, rejected 0
$ for desk in desk other; do git -C $desk ls-tree -r ledger | grep -v format | sha256sum; done | uniq | wc -l
1
$ crmtrack -C other show $m | sed -n 2,3p
mail        on 6ewa, put there by asha@example.com 2026-11-23 09:00
from        Ben <ben@acme.example>
$ crmtrack -C other mail receive --print < meter.eml
$ crmtrack -C other import jsonl $PWD/backup.jsonl
new 0, known 8, differing 0, rejected 0

# A limit cuts the list and counts all, also what somebody put back.
$ cd desk; for n in 1 2 3; do mail 'Eve <eve@elsewhere.example>' "Offer $n" o$n '\nBuy.' | crmtrack mail receive; done; o=$(crmtrack list inbox:yes --fields id | head -n 1)
$ crmtrack list inbox:yes --limit 1 --fields subject
1 of 3
Offer 3
$ crmtrack -q mail assign $o $id > /dev/null; crmtrack list inbox:yes --limit 1 --fields subject
1 of 2
Offer 1
$ crmtrack -q undo > /dev/null; crmtrack list inbox:yes --limit 2 --json | jq -c '.total, [.items[].subject]'
2 of 3
3
["Offer 3","Offer 1"]
