# `answer ID --in` is the customer's answer to what they owe us, whatever we owe them.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Late'); crmtrack -q acknowledge $id --next-by 2026-11-24 -m 'We look' > /dev/null
$ crmtrack answer $id --in -m 'Too late'
crmtrack: cannot take an answer on 'm44v': they owe none
hint: a contact that answers nothing: crmtrack call m44v --in -m …
[3]
$ promises() { crmtrack show $id --json | jq -r '.items[0].promises[] | select(.what != "acknowledge the complaint") | "\(.promise) \(.debtor) \(.state)"'; }
$ mail=$(crmtrack -q email $id -m 'Which address?' --expects reply@2026-11-25 --answers none)
$ crmtrack -q answer $id --in -m 'The old one' > /dev/null; promises
first_response us kept
resolution us open
commitment us open
reply customer kept
update us kept
update us kept
update us open
$ mail=$(crmtrack -q email $id -m 'Which day?' --expects reply@2026-11-25 --answers none); letter=$(crmtrack -q letter $id -m 'Which colour?' --expects information@2026-11-25 --answers none)
$ crmtrack answer $id --in -m 'Blue'
crmtrack: cannot tell what is answered on 'm44v': they owe 2 answers
hint: 1pwp  reply: reply to our email, due 2026-11-25 23:59
hint: jbm3  information: send what was asked in our letter, due 2026-11-25 23:59
[4]
$ crmtrack -q answer $id $letter -m 'Blue' > /dev/null; crmtrack -q answer $id --in -m 'Monday' > /dev/null; promises
crmtrack: cannot tell what is answered on 'm44v': they owe 3 answers
hint: 1pwp  reply: reply to our email, due 2026-11-25 23:59
hint: jbm3  information: send what was asked in our letter, due 2026-11-25 23:59
hint: s2vd  confirm: confirm our letter, due 2026-11-30 17:00
first_response us kept
resolution us open
commitment us open
reply customer kept
reply customer open
information customer open
confirm customer open
update us kept
update us kept
update us kept
update us kept
update us kept
update us open
$ crmtrack -q wait $id --on 'Carrier AG' --until 2026-11-26 > /dev/null; crmtrack -q answer $id --in -m 'It was lost' --evidence acknowledged > /dev/null; promises
crmtrack: cannot tell what is answered on 'm44v': they owe 3 answers
hint: 1pwp  reply: reply to our email, due 2026-11-25 23:59
hint: jbm3  information: send what was asked in our letter, due 2026-11-25 23:59
hint: s2vd  confirm: confirm our letter, due 2026-11-30 17:00
first_response us kept
resolution us open
commitment us open
reply customer kept
reply customer open
information customer open
confirm customer open
reply third_party open
update us kept
update us kept
update us kept
update us kept
update us kept
update us open
$ crmtrack -q resolve $id --outcome upheld --code apology -m 'Sorry' > /dev/null; crmtrack answer $id --in -m 'Fine' > /dev/null; promises
crmtrack: cannot tell what is answered on 'm44v': they owe 4 answers
hint: 1pwp  reply: reply to our email, due 2026-11-25 23:59
hint: jbm3  information: send what was asked in our letter, due 2026-11-25 23:59
hint: s2vd  confirm: confirm our letter, due 2026-11-30 17:00
hint: wjhe  confirm: confirm our resolution, due 2026-11-30 17:00
first_response us kept
resolution us kept
commitment us kept
reply customer kept
reply customer open
information customer open
confirm customer open
reply third_party void
confirm customer open
update us kept
