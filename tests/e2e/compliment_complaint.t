# A compliment in a complaint counts for its customer, unless it was taken back or the complaint is void.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay -m 'Late'); crmtrack -q compliment $id -m 'Thanks all the same' > /dev/null
$ counted() { crmtrack customer list --fields id,compliments; crmtrack customer show acme | grep compliments; crmtrack customer show acme --json | jq .items[0].compliments; crmtrack export jsonl | jq -r 'select(.type == "customer") | "\(.id) \(.compliments)"'; }
$ counted
acme	1
compliments  1
1
acme 1
$ crmtrack -q compliment -c acme -m 'Fast' > /dev/null; crmtrack -q compliment $id -m 'Wrong window' > /dev/null; crmtrack -q undo > /dev/null; counted
acme	2
compliments  2
2
acme 2
$ crmtrack report summary --json | jq -c '.measures[] | select(.measure == "praise") | [.n, .denominator]'
[2,2]
$ crmtrack -q void $id --why 'Told twice' > /dev/null; crmtrack customer list --fields id,compliments
acme	1
