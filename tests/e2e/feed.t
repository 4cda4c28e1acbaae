# export jsonl --since is the feed of what changed, for systems that follow the ledger.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery late')
$ b=$(crmtrack -q new -c globex -r outage --channel web -m 'Shop is down')
$ crmtrack export jsonl --since beginning > ~/feed; jq -c '[.type, .summary // .id // .stories]' ~/feed
["complaint","Shop is down"]
["complaint","Delivery late"]
["customer","acme"]
["customer","globex"]
["feed",4]
$ tail -1 ~/feed | jq -c 'del(.until)'; test "$(tail -1 ~/feed | jq -r .until)" = "$(git rev-parse ledger)" && echo the head
{"type":"feed","since":null,"stories":4,"complete":true}
the head
$ diff <(sed '$d' ~/feed) <(crmtrack export jsonl) && echo the lines of a full export
the lines of a full export

# The next one goes on from there: whole stories, each once, and nothing where nothing changed.

$ changed() { crmtrack export jsonl --since $1 | jq -r 'if .type == "feed" then "\(.stories) stories" else "\(.type) \(.summary // .id): \(.records | length) records" end'; }
$ at=$(tail -1 ~/feed | jq -r .until)
$ changed $at
0 stories
$ crmtrack -q call $a -m 'Told them' > /dev/null; crmtrack -q note $a -m 'Looks bad' > /dev/null
$ changed $at
complaint Delivery late: 3 records
1 stories
$ changed ledger~1
complaint Delivery late: 3 records
1 stories

# A story that takes something over from another one changes with it: a moved activity, facts of a customer, praise.

$ at=$(git rev-parse ledger)
$ crmtrack -q correct $a $(crmtrack sql "SELECT id FROM activity WHERE type = 'call'") --set complaint=$b --why 'wrong one' > /dev/null
$ changed $at
complaint Shop is down: 1 records
complaint Delivery late: 4 records
2 stories
$ at=$(git rev-parse ledger); crmtrack -q customer edit globex --region north > /dev/null; changed $at
complaint Shop is down: 1 records
customer globex: 2 records
2 stories
$ at=$(git rev-parse ledger); crmtrack -q compliment $b -m 'Well done' > /dev/null; changed $at
complaint Shop is down: 2 records
complaint Delivery late: 4 records
customer globex: 2 records
3 stories

# A merge brings a record that is older than the feed: it is in the next one, by ancestry.

$ git init -q --bare -b main ~/server.git; git remote add origin ~/server.git; crmtrack -q sync; crmtrack -q clone ~/server.git ~/other
$ CRMTRACK_NOW=2026-11-20T08:00:00Z crmtrack -C ~/other -q note $a --at 2026-11-20T08:00:00Z -m 'An older one' > /dev/null; crmtrack -C ~/other -q sync
$ crmtrack -q note $b -m 'A newer one' > /dev/null
$ at=$(crmtrack export jsonl --since ledger | jq -r .until); crmtrack -q sync
$ changed $at
complaint Shop is down: 3 records
complaint Delivery late: 5 records
customer globex: 2 records
3 stories
$ git rev-list --merges --count $at..ledger
1

# It can be imported; the last line is no story.

$ crmtrack export jsonl --since beginning > ~/feed; crmtrack -q init ~/copy; crmtrack -C ~/copy import jsonl ~/feed
new 11, known 0, differing 0, rejected 0
$ test "$(git rev-parse ledger:complaints)" = "$(git -C ~/copy rev-parse ledger:complaints)" && echo same
same

# Refusals.

$ crmtrack export jsonl --since nothing
crmtrack: cannot tell what changed since 'nothing': no such commit
hint: to take all of it again: crmtrack export jsonl --since beginning
[3]
$ crmtrack export jsonl --since main
crmtrack: cannot tell what changed since 'main': the ledger does not descend from that commit
hint: to take all of it again: crmtrack export jsonl --since beginning
[5]
$ crmtrack export jsonl --since ledger status:open
crmtrack: cannot export a feed of some complaints: --since takes no filter
hint: it has every story that changed, so that none is missed that a filter no longer selects
[2]
$ crmtrack export csv --since ledger
crmtrack: cannot export csv with --since: it is an option of jsonl alone
[2]
$ crmtrack export jsonl --since ledger --as-of 2026-11-01
crmtrack: cannot export a feed with --as-of: it goes up to now
[2]
