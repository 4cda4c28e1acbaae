# --answers and `answer` take a promise by the name under which the agenda shows it.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -m 'Invoice 4711 charged twice')
$ crmtrack -q email $id -m 'We look into it' --promise 'the refund@fri' --expects information@wed > /dev/null
$ crmtrack agenda --fields promise,what --until fri
acknowledge	acknowledge the complaint
information	send what was asked in our email
commitment	the refund
$ state() { crmtrack show $id --json | jq -r '.items[0].promises[] | select(.promise == "commitment" or .promise == "information") | .promise + " " + .state'; }
$ crmtrack answer $id information -m 'Their bank statement'; state
answers y5qc.2: send what was asked in our email
01m7yp0xr2q2q2q8eky7asc9yp
the answer on h0rz is recorded (evidence: acknowledged)
commitment open
information kept
$ crmtrack email $id -m 'The refund is on its way' --answers commitment; state
01m7yp0xr3qyb79hxxmnry8kg1
email out on h0rz is recorded (evidence: sent)
hint: h0rz is still to be acknowledged: crmtrack acknowledge h0rz -m …, or a contact with --purpose acknowledge
commitment kept
information kept

# Once it is settled, the name with its record still means it; the name alone means one that is open.

$ email=$(crmtrack show $id --json | jq -r '.items[0].promises[] | select(.promise == "commitment") | .of')
$ crmtrack -q email $id -m 'And a copy of the booking' --answers commitment@$email.1 > /dev/null
$ crmtrack email $id -m 'And a copy of the booking' --answers commitment
crmtrack: cannot answer 'commitment' of 'h0rz': no such open promise
[3]
$ crmtrack email $id -m 'And a copy of the booking' --answers update
crmtrack: cannot answer 'update' of 'h0rz': no such open promise
[3]
$ crmtrack email $id -m 'We credit the second one' --promise 'the credit@mon' --promise 'a letter@tue' > /dev/null
email out on h0rz is recorded (evidence: sent)
promised: p6xp.1  commitment: the credit, due 2026-11-23 23:59
promised: p6xp.2  commitment: a letter, due 2026-11-24 23:59
hint: h0rz is still to be acknowledged: crmtrack acknowledge h0rz -m …, or a contact with --purpose acknowledge
$ crmtrack email $id -m 'Here it is' --answers commitment
crmtrack: cannot tell which 'commitment' of 'h0rz' to answer: 2 are open
hint: p6xp.1  commitment: the credit, due 2026-11-23 23:59
hint: p6xp.2  commitment: a letter, due 2026-11-24 23:59
[4]
