# import jsonl takes the output of export jsonl, and makes equal trees of it.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -p apollo -r delay -s high --channel phone -m 'Delivery late
>
> With a description, "quotes" and	a tab.')
$ echo 'a letter' > letter.txt
$ crmtrack -q letter $id --in --attach letter.txt -m 'They wrote' --at 2026-11-20T10:00:00+01:00 > /dev/null
$ crmtrack -q call $id -m x --promise 'call back@2026-11-25' --expects reply > /dev/null
$ crmtrack -q resolve $id --outcome upheld --code redress_monetary --redress 12.50EUR -m 'Sorry' > /dev/null
$ crmtrack -q compliment -c acme -m 'Thanks' > /dev/null
$ crmtrack export jsonl > ~/all.jsonl
$ wc -l < ~/all.jsonl
2
$ python3 -c 'import json, sys
> for line in open(sys.argv[1]): d = json.loads(line); print(d["type"], d["id"][-10:] if d["type"] == "customer" else "ID", [r["kind"] for r in d["records"]])' ~/all.jsonl
complaint ID ['complaint', 'activity', 'activity', 'resolution']
customer acme ['customer', 'activity']
$ cd ~ && crmtrack -q init second && cd second && crmtrack import jsonl ~/all.jsonl
new 6, known 0, differing 0, rejected 0
$ for tree in complaints customers; do test "$(git rev-parse ledger:$tree)" = "$(git -C ../complaints rev-parse ledger:$tree)" && echo same; done
same
same
$ crmtrack show $id | tail -4
           2hb6 owed by us, due 2026-11-30 17:00, settled 2026-11-21 09:12 by
           vag8
open       update: tell the customer how things stand
           vag8 owed by us, due 2026-11-30 17:00
$ crmtrack import jsonl ~/all.jsonl
new 0, known 6, differing 0, rejected 0

# Straight through a pipe; one complaint alone; as a table.

$ crmtrack -q init ~/third; crmtrack export jsonl | crmtrack -C ~/third import jsonl -
new 6, known 0, differing 0, rejected 0
$ crmtrack export jsonl reason:delay | wc -l; crmtrack export jsonl reason:other | wc -l
1
0
$ crmtrack export csv | cut -d, -f3,5,6,8,9,11
customer,project,channel,reason,severity,summary
"acme","apollo","phone","delay","high","Delivery late"
$ crmtrack export csv --fields severity,summary
severity,summary
"high","Delivery late"
$ crmtrack export csv --fields colour
crmtrack: cannot export field 'colour': there is none of that name
hint: see: crmtrack export csv | head -1
[2]

# Refusals: with line and reason, and nothing is taken.

$ before=$(git rev-parse ledger)
$ (head -1 ~/all.jsonl; echo '{"type": "complaint"') > ~/bad.jsonl; crmtrack import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl:2:21: not JSON: syntax error while parsing object - unexpected end of input; expected '}'
crmtrack: cannot import '$HOME/bad.jsonl': 1 bad line; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ echo '{"type": "poem", "id": "x"}' > ~/bad.jsonl; crmtrack import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl:1:1: type: 'poem' is none of complaint, customer, journal
crmtrack: cannot import '$HOME/bad.jsonl': 1 bad line; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ echo '[]' > ~/bad.jsonl; crmtrack import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl:1:1: type: '' is none of complaint, customer, journal
crmtrack: cannot import '$HOME/bad.jsonl': 1 bad line; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ printf '\xff\xfe{}' > ~/bad.jsonl; crmtrack import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl:1:1: not JSON: syntax error while parsing value - invalid literal; last read: '\xff'
crmtrack: cannot import '$HOME/bad.jsonl': 1 bad line; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ sed 's/"kind": *"complaint"/"kind": "..\/x"/' ~/all.jsonl > ~/bad.jsonl; crmtrack import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl:1:1: records[0]: 'complaints/2026/11/21/6618t3smgt/01m7yp0xr0j31teyv78rjqzy4b-../x.yaml' is no path of a ledger
crmtrack: cannot import '$HOME/bad.jsonl': 1 bad line; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ sed 's/"summary": *"Delivery late"/"summary": "Changed"/g' ~/all.jsonl > ~/bad.jsonl; crmtrack import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl: 'complaints/2026/11/21/6618t3smgt/01m7yp0xr0j31teyv78rjqzy4b-complaint.yaml' was left: it is there with other content, by asha@example.com, commit 84a0ad444f
new 0, known 5, differing 1, rejected 0
[1]
$ crmtrack import jsonl ~/missing.jsonl
crmtrack: cannot read '$HOME/missing.jsonl': No such file or directory
[3]
$ test $before = $(git rev-parse ledger)
$ crmtrack export
crmtrack: cannot run 'export': FORMAT is missing
hint: usage: crmtrack export [OPTION...] FORMAT [FILTER...]
hint: FORMAT: jsonl (everything, to import again), csv (one row a complaint), cfpb (csv in the CFPB's layout), sqlite and the FILE to write (a database of the views of crmtrack-sql(7)), or postgres and the URL of a database in which to keep them
[2]
$ crmtrack export xml
crmtrack: cannot export as 'xml': unknown format
hint: formats: jsonl, csv, cfpb, sqlite, postgres
[2]
$ crmtrack export jsonl statsu:open
crmtrack: cannot read the filter 'statsu:open' at column 1: no key 'statsu', nearest: 'status'; quote it to look for the text
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]

# A complaint that undo took back stays void when the same file comes once more. The import says so, and the way on.

$ crmtrack -q init ~/again && cd ~/again && crmtrack -q new -c acme -m Late > /dev/null && crmtrack export jsonl > ~/one.jsonl
$ crmtrack -q init ~/restored && cd ~/restored && crmtrack -q import jsonl ~/one.jsonl && crmtrack -q undo > /dev/null
new 2, known 0, differing 0, rejected 0
$ crmtrack import jsonl ~/one.jsonl
crmtrack: $HOME/one.jsonl: 1 complaint is void here, since undo took it back
hint: to let one count again: crmtrack correct jtgp 461k --set status=received --why WHY
new 0, known 2, differing 0, rejected 0
$ crmtrack list --all --fields status,summary
void	Late
$ crmtrack -q correct jtgp 461k --set status=received --why 'Imported again' > /dev/null; crmtrack list --fields status,summary; crmtrack import jsonl ~/one.jsonl
received	Late
new 0, known 2, differing 0, rejected 0
