# A promise that somebody stated stays theirs when the complaint goes to another owner. `assign` says so, and hands it over.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z
$ id=$(crmtrack -q new -c acme --channel phone -m 'Refund outstanding'); crmtrack -q assign $id me > /dev/null
$ crmtrack -q email $id -m 'Which account?' --expects reply@fri --promise 'refund@thu' > /dev/null
$ crmtrack assign $id ben@example.com | wc -l
ben@example.com now owns x3f5
stays with asha@example.com: tfj3.1  commitment: refund, due 2026-11-26 23:59
hint: to hand over what asha@example.com owes: crmtrack assign x3f5 ben@example.com --from asha@example.com
1

# The person who asked sees the answer that is expected, and the owner does, too.

$ crmtrack agenda asha@example.com --fields promise,who
commitment	asha@example.com
reply	acme
$ crmtrack agenda ben@example.com --fields promise,who
acknowledge	ben@example.com
commitment	asha@example.com
reply	acme
update	ben@example.com
resolution	ben@example.com

# With --from the promises go along; nobody but somebody else takes them over.

$ crmtrack assign $id ben@example.com --from asha@example.com --why 'Asha is on leave' | wc -l
ben@example.com now owns x3f5
1
$ crmtrack show $id --json | jq -r '.items[0].promises[] | select(.promise == "commitment") | .who'
ben@example.com
$ crmtrack assign $id me --from me
crmtrack: cannot hand over from 'asha@example.com' to themself
[2]
$ crmtrack assign $id nobody --from ben@example.com
crmtrack: cannot hand promises over to nobody
hint: name who takes them over
[2]
