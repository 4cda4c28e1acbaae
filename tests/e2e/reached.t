# The commands say which evidence a record has: a call counts as one that reached the customer.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack acknowledge $id -m 'We look into it' > /dev/null
exyf is acknowledged (evidence: acknowledged); status acknowledged
$ crmtrack call $id -m 'It arrives on Friday' > /dev/null
call out on exyf is recorded (evidence: acknowledged)
$ crmtrack resolve $id --outcome upheld --code fixed -m 'It has arrived' > /dev/null
exyf is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm exyf or reject exyf

# Evidence that was stated, another channel, and a call of the customer's claim nothing more.

$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Another one')
$ crmtrack acknowledge $id --evidence acknowledged -m 'We look into it' > /dev/null
7wy0 is acknowledged (evidence: acknowledged); status acknowledged
$ crmtrack acknowledge $id --channel email -m 'Once more in writing' > /dev/null
7wy0 is acknowledged (evidence: sent); status acknowledged
$ crmtrack call $id --in -m 'Asks again' > /dev/null
call in on 7wy0 is recorded (evidence: acknowledged)
$ crmtrack call $id --evidence attempted -m 'No answer' > /dev/null
call out on 7wy0 is recorded (evidence: attempted)
$ crmtrack resolve $id --channel email --outcome upheld --code fixed -m 'It has arrived' > /dev/null
7wy0 is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm 7wy0 or reject 7wy0

# In one call; what the customer confirmed did reach them.

$ crmtrack new -c acme -s low --channel phone -m 'Third' --resolved 'Explained' --outcome not_upheld --code explained > /dev/null
complaint 5ff3 from acme is received and answered; the customer has yet to confirm it: crmtrack confirm 5ff3
$ crmtrack new -c acme -s low --channel phone -m 'Fourth' --resolved 'Explained' --outcome not_upheld --code explained --confirmed > /dev/null
complaint z3s9 from acme is received, answered and confirmed; close it: crmtrack close z3s9 --lesson …

# An outbound contact on a complaint that is only received does not acknowledge it.

$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Fifth')
$ crmtrack call $id -m 'Asked for the number' > /dev/null
call out on kj00 is recorded (evidence: acknowledged)
hint: kj00 is still to be acknowledged: crmtrack acknowledge kj00 -m …, or a contact with --purpose acknowledge
$ crmtrack email $id -m 'Asked for the number' > /dev/null
email out on kj00 is recorded (evidence: sent)
hint: kj00 is still to be acknowledged: crmtrack acknowledge kj00 -m …, or a contact with --purpose acknowledge
$ crmtrack note $id -m 'Among ourselves' > /dev/null
note on kj00 is recorded
$ crmtrack call $id --in -m 'They called' > /dev/null
call in on kj00 is recorded (evidence: acknowledged)
$ crmtrack -q call $id -m 'Quiet' > /dev/null
$ crmtrack call $id --purpose acknowledge --evidence attempted -m 'No answer' > /dev/null
call out on kj00 is recorded (evidence: attempted)
$ crmtrack call $id --purpose acknowledge -m 'We look into it' > /dev/null
call out on kj00 is recorded (evidence: acknowledged)
$ crmtrack call $id -m 'No more to say' > /dev/null
call out on kj00 is recorded (evidence: acknowledged)
