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
hint: g3dj  reply: reply to our email, due 2026-11-25 23:59
hint: rs65  information: send what was asked in our letter, due 2026-11-25 23:59
[4]
$ crmtrack -q answer $id $letter -m 'Blue' > /dev/null; crmtrack -q answer $id --in -m 'Monday' > /dev/null; promises
crmtrack: cannot tell what is answered on 'm44v': they owe 3 answers
hint: g3dj  reply: reply to our email, due 2026-11-25 23:59
hint: rs65  information: send what was asked in our letter, due 2026-11-25 23:59
hint: 8d5h  confirm: confirm our letter, due 2026-11-30 17:00
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
hint: g3dj  reply: reply to our email, due 2026-11-25 23:59
hint: rs65  information: send what was asked in our letter, due 2026-11-25 23:59
hint: 8d5h  confirm: confirm our letter, due 2026-11-30 17:00
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
hint: g3dj  reply: reply to our email, due 2026-11-25 23:59
hint: rs65  information: send what was asked in our letter, due 2026-11-25 23:59
hint: 8d5h  confirm: confirm our letter, due 2026-11-30 17:00
hint: 5dk3  confirm: confirm our resolution, due 2026-11-30 17:00
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

# A contact that comes in names what it may answer, and answers nothing by itself. Of both sides' promises `answer` takes
# none by itself; with a record it says what it answers.

$ other=$(crmtrack -q new -c acme --channel phone -m 'Broken'); mail=$(crmtrack -q email $other -m 'Which model?' --expects information@2026-11-25 --promise 'spare part@2026-11-26')
$ crmtrack call $other --in -m 'It is the blue one' | wc -l
still open: m0gy.2  information: send what was asked in our email, due 2026-11-25 23:59 (if this answers it: --answers m0gy.2)
call in on 3p6p is recorded (evidence: acknowledged)
1
$ crmtrack note $other -m 'They sound calm' | wc -l
note on 3p6p is recorded
1
$ crmtrack answer $other -m 'The blue one'
crmtrack: cannot tell what is answered on '3p6p': 2 promises are open
hint: m0gy.1  commitment: spare part, due 2026-11-26 23:59
hint: m0gy.2  information: send what was asked in our email, due 2026-11-25 23:59
hint: if they answered: crmtrack answer 3p6p --in -m …
[4]
$ crmtrack answer $other --in -m 'The blue one' | wc -l
answers m0gy.2: send what was asked in our email
the answer on 3p6p is recorded (evidence: acknowledged)
1
$ crmtrack answer $other commitment -m 'It is on its way' | wc -l
answers m0gy.1: spare part
the answer on 3p6p is recorded (evidence: sent)
asked for: qtnx  confirm: confirm our email, due 2026-11-30 17:00
1
$ crmtrack -q resolve $other --outcome upheld --code fixed -m 'Replaced' > /dev/null; crmtrack email $other --in -m 'It works' | wc -l
still open: qtnx  confirm: confirm our email, due 2026-11-30 17:00 (if this answers it: --answers qtnx)
still open: qmgh  confirm: confirm our resolution, due 2026-11-30 17:00 (if this settles it: crmtrack confirm 3p6p, or reject 3p6p)
email in on 3p6p is recorded (evidence: acknowledged)
1
