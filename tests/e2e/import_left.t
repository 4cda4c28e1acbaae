# import jsonl names and counts the records that it cannot take, and takes all others.

$ echo letter > letter.txt; crmtrack -q init team; crmtrack -q init other; cd other; first=$(crmtrack -q new -c acme -m 'With a letter'); note=$(crmtrack -q note $first -m 'It came' --attach ../letter.txt); crmtrack -q new -c acme -m 'Without' > /dev/null; crmtrack export jsonl > ../all.jsonl; attached=$(git ls-tree -r --name-only refs/heads/ledger | grep files/)
$ forge() { (cd $1; export GIT_AUTHOR_DATE=2026-11-21T09:00:00Z GIT_COMMITTER_DATE=2026-11-21T09:00:00Z; export GIT_INDEX_FILE=.git/forge; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin),$2; git update-ref refs/heads/ledger $(git -c user.email=eve@example.com commit-tree -m forged $(git write-tree) -p refs/heads/ledger)); }
$ edit() { python3 -c 'import json, sys
> for line in open("all.jsonl"):
>     line = json.loads(line); notes = [r for r in line["records"] if "attachments" in r]
>     for note in notes: exec(sys.argv[1])
>     print(json.dumps(line))' "$1"; }

# The path of an attachment is taken by other bytes: its line stays out as a whole.

$ cd ~; cp -r team taken; echo EVIL | forge taken $attached
$ cd taken; crmtrack import jsonl ../all.jsonl; crmtrack list --fields summary
crmtrack: ../all.jsonl: 'complaints/2026/11/21/b0j5z0pdg6/01m7yp0xr1b205sqkmy1n8n1kt.files/letter.txt' is there with other bytes, by eve@example.com, commit 6ffd97f180: its line was left out
new 2, known 0, differing 0, rejected 2
Without
$ cd ..; cp -r team same; cat letter.txt | forge same $attached; crmtrack -C same import jsonl all.jsonl; crmtrack -C same -q audit
new 4, known 0, differing 0, rejected 0
warning	time_order	ef11028f8e8763d0003eb0c343df6ccaa8d849bc		eve@example.com	2026-11-21T09:00:00Z	committed 12m before its parent

# One id twice in a file, with other words; an attachment without its bytes.

$ edit 'line["records"].append(dict(note, text="OTHER"))' > twice.jsonl; cp -r team twice; crmtrack -C twice import jsonl twice.jsonl; crmtrack -C twice search OTHER
crmtrack: twice.jsonl: 'complaints/2026/11/21/b0j5z0pdg6/01m7yp0xr1b205sqkmy1n8n1kt-activity.yaml' stands in the file twice; the first was taken
new 4, known 0, differing 1, rejected 0
nothing found; word* looks for words that begin so, and or between words for either
$ edit 'note["attachments"][0].pop("base64")' > bare.jsonl; cp -r team bare; crmtrack -C bare import jsonl bare.jsonl
crmtrack: bare.jsonl: 'complaints/2026/11/21/b0j5z0pdg6/01m7yp0xr1b205sqkmy1n8n1kt.files/letter.txt' came without its bytes
new 4, known 0, differing 0, rejected 0
[1]
$ crmtrack -C bare import jsonl bare.jsonl
new 0, known 4, differing 0, rejected 0

# A record that is there with other content: who put it there.

$ crmtrack -C same import jsonl twice.jsonl; sed 's/It came/It went/g' all.jsonl | crmtrack -C same import jsonl -
crmtrack: twice.jsonl: 'complaints/2026/11/21/b0j5z0pdg6/01m7yp0xr1b205sqkmy1n8n1kt-activity.yaml' was left: it is there with other content, by asha@example.com, commit 5469b46d87
new 0, known 4, differing 1, rejected 0
crmtrack: -: 'complaints/2026/11/21/b0j5z0pdg6/01m7yp0xr1b205sqkmy1n8n1kt-activity.yaml' was left: it is there with other content, by asha@example.com, commit 5469b46d87
new 0, known 3, differing 1, rejected 0
[1]

# A table's row whose path is taken is a bad row: with --rejects the others come in.

$ printf 'Complaint ID,Date received,Product,Issue\n1007,2026-04-01,Card,Billing\n1008,2026-04-02,Card,Billing\n' > rows.csv; cp -r team table; crmtrack -q -C table import csv rows.csv --map cfpb; cp -r team squat; echo EVIL | forge squat $(git -C table ls-tree -r --name-only refs/heads/ledger complaints/2026/04/01)
new 2, known 0, differing 0, rejected 0
$ crmtrack -C squat import csv rows.csv --map cfpb; crmtrack -C squat import csv rows.csv --map cfpb --rejects bad.csv
crmtrack: rows.csv:2:1: 'complaints/2026/04/01/fec5z3rr7v/01kn35e000zxh1w5sbd4hdd12v-complaint.yaml' is there already, by eve@example.com, commit 4f473c961d, and is no record of this row
crmtrack: cannot import 'rows.csv': 1 bad row; nothing was imported
hint: mend them, or put them aside with --rejects FILE
crmtrack: rows.csv:2:1: 'complaints/2026/04/01/fec5z3rr7v/01kn35e000zxh1w5sbd4hdd12v-complaint.yaml' is there already, by eve@example.com, commit 4f473c961d, and is no record of this row
1 bad row put into bad.csv
policy: 1 new words from the import (see: git log refs/heads/main)
new 1, known 0, differing 0, rejected 1
