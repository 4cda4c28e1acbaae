# A correction of a field with parts: typed as the option that wrote it, and taken away by an empty value.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r billing --channel phone -m 'Charged twice')
$ show() { crmtrack show $id --json | jq -c ".items[0] | $1"; }; correct() { crmtrack -q correct $id "$@" --why 'Mistyped' > /dev/null; }
$ answer=$(crmtrack -q resolve $id --outcome upheld --code redress_monetary --redress 530.00CHF -m 'We pay it back')
$ correct $answer --set redress=350.00CHF && show .redress; correct $answer --set 'redress=350.50 CHF' && show .redress
{"amount":"350.00","currency":"CHF"}
{"amount":"350.50","currency":"CHF"}
$ crmtrack report summary --json | jq -c '.tables[] | select(.name == "redress") | .rows[]'
["CHF","350.50",1,"350.50","0.00"]
$ crmtrack show $id | tail -22
  resolution: upheld, redress_monetary, 530.00 CHF [acknowledged]
    We pay it back
  corrected: redress is amount: 350.50, currency: CHF
2026-11-21 09:12  xne5  asha@example.com
  correction of rg4w: redress = amount 350.00, currency CHF
    why: Mistyped
2026-11-21 09:12  7jgr  asha@example.com
  correction of rg4w: redress = amount 350.50, currency CHF
    why: Mistyped

Promises
void       acknowledge: acknowledge the complaint
           yzta owed by us, due 2026-11-24 17:00, settled 2026-11-21 09:12 by
           rg4w
kept       first_response: respond to the customer
           yzta owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           rg4w
kept       resolution: resolve the complaint
           yzta owed by us, due 2026-12-07 17:00, settled 2026-11-21 09:12 by
           rg4w
open       confirm: confirm our resolution
           rg4w owed by acme (customer), due 2026-11-30 17:00
$ correct $answer --set redress=much; correct $answer --set redress= && show .redress
crmtrack: cannot read --set redress='much': an amount and an ISO 4217 currency
hint: for example: --set redress=12.50EUR
null
$ correct $answer --set cause=delay && show .cause; correct $answer --set cause= && show .cause
"delay"
null

# An expectation of ours, and our promises.

$ mail=$(crmtrack -q email $id -m 'Which account?' --expects reply@2026-11-23 --promise 'call@2026-11-24' --promise 'write@2026-11-25' --to us)
$ due() { show ".promises[] | select(.of == \"$mail\") | [.promise, .what, .creditor, .due_at]"; }; due
["commitment","call","us","2026-11-24T23:59:59Z"]
["commitment","write","us","2026-11-25T23:59:59Z"]
["reply","reply to our email","us","2026-11-23T23:59:59Z"]
$ correct $mail --set expects=information@2026-11-26 --set 'promises=call them@2026-11-27 12:00' --set promises=write@2026-11-28 && due
["commitment","call them","us","2026-11-27T12:00:00Z"]
["commitment","write","us","2026-11-28T23:59:59Z"]
["information","send what was asked in our email","us","2026-11-26T23:59:59Z"]
$ correct $mail --set expects=gold; correct $mail --set promises=call
crmtrack: cannot read --set expects='gold': expect acknowledgement, reply, information or none
hint: for example: --set expects=reply@2026-12-01
crmtrack: cannot read --set promises='call': say what and by when
hint: for example: --set promises='call back@fri 17:00'
[2]
$ correct $mail --set expects= && due
["commitment","call them","us","2026-11-27T12:00:00Z"]
["commitment","write","us","2026-11-28T23:59:59Z"]

# Which question a reply was about.

$ one=$(crmtrack -q email $id -m 'Which address?' --expects reply@2026-11-27); two=$(crmtrack -q email $id -m 'Which day?' --expects reply@2026-11-27)
$ reply=$(crmtrack -q answer $id $one -m 'Monday'); open() { show ".promises[] | select(.promise == \"reply\") | .state"; }; open
"kept"
"open"
$ correct $reply --set answers=${two:10:4} && open
"open"
"kept"
$ correct $reply --set answers=$one --set answers=$two && open
"kept"
"kept"
$ correct $reply --set answers=zzzz
crmtrack: cannot find record 'zzzz' of 38te
hint: see its records with: crmtrack show 38te
[3]
$ correct $reply --set refs=helpdesk:1 --set refs=helpdesk:2; crmtrack show $id | grep "corrected: refs"
  corrected: refs is helpdesk:1, helpdesk:2
