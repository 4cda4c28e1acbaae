# A compliment in a complaint counts for its customer, unless it was taken back or the complaint is void.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay -m 'Late'); crmtrack -q compliment $id -m 'Thanks all the same' > /dev/null
$ counted() { crmtrack customer list --fields id,compliments; crmtrack customer show acme | grep compliments; crmtrack customer show acme --json | jq .items[0].compliments; crmtrack export jsonl | jq -r 'select(.type == "customer") | "\(.id) \(.compliments)"'; }
$ counted
$ crmtrack -q compliment -c acme -m 'Fast' > /dev/null; crmtrack -q compliment $id -m 'Wrong window' > /dev/null; crmtrack -q undo > /dev/null; counted
$ crmtrack -q void $id --why 'Told twice' > /dev/null; crmtrack customer list --fields id,compliments
