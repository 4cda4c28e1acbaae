# An export that somebody tampered with: the bad lines are named and put aside, and all else is taken.

$ crmtrack -q init asha && cd asha
$ for what in One Two Three; do crmtrack -q note $(crmtrack -q new -c acme -r delay -m $what) -m "On $what" > /dev/null; done; crmtrack export jsonl > ~/good.jsonl; cd ~; wc -l < good.jsonl
4
$ two=$(grep -n '"Two"' good.jsonl | cut -d: -f1); three=$(grep -n '"Three"' good.jsonl | cut -d: -f1)
$ sed "${two}s/\"id\": \"01m7/\"id\": \"0.m7/2; ${three}s/\"type\": *\"complaint\"/\"type\": \"complint\"/" good.jsonl > bad.jsonl; printf '{"type": "complaint", "id": "20261121-aaaaaaaaaa", "rec' >> bad.jsonl
$ crmtrack -q init fresh && crmtrack -C fresh import jsonl ~/bad.jsonl
crmtrack: $HOME/bad.jsonl:1:1: records[1]: id: '0.m7yp0xr1jkmpnhjpwskvvynd' is no record id
crmtrack: $HOME/bad.jsonl:2:1: type: 'complint' is none of complaint, customer, journal
crmtrack: $HOME/bad.jsonl:5:56: not JSON: syntax error while parsing object key - invalid string: missing closing quote; last read: '"rec'; expected string literal
crmtrack: cannot import '$HOME/bad.jsonl': 3 bad lines; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ crmtrack -C fresh list --all --fields summary
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
$ crmtrack -C fresh import jsonl ~/bad.jsonl --rejects ~/bad.jsonl
crmtrack: cannot put bad rows into '$HOME/bad.jsonl': it is the file that is imported
hint: name another file with --rejects
[5]
$ crmtrack -C fresh import jsonl ~/bad.jsonl --rejects ~/rest.jsonl -n; test -e rest.jsonl
crmtrack: $HOME/bad.jsonl:1:1: records[1]: id: '0.m7yp0xr1jkmpnhjpwskvvynd' is no record id
crmtrack: $HOME/bad.jsonl:2:1: type: 'complint' is none of complaint, customer, journal
crmtrack: $HOME/bad.jsonl:5:56: not JSON: syntax error while parsing object key - invalid string: missing closing quote; last read: '"rec'; expected string literal
dry run: nothing was written
new 3, known 0, differing 0, rejected 4
[1]
$ crmtrack -C fresh import jsonl ~/bad.jsonl --rejects ~/rest.jsonl; crmtrack -C fresh list --all --fields summary; wc -l < rest.jsonl
crmtrack: $HOME/bad.jsonl:1:1: records[1]: id: '0.m7yp0xr1jkmpnhjpwskvvynd' is no record id
crmtrack: $HOME/bad.jsonl:2:1: type: 'complint' is none of complaint, customer, journal
crmtrack: $HOME/bad.jsonl:5:56: not JSON: syntax error while parsing object key - invalid string: missing closing quote; last read: '"rec'; expected string literal
3 bad lines put into $HOME/rest.jsonl
new 3, known 0, differing 0, rejected 4
One
3
$ sed 's/"0\.m7/"01m7/; s/complint/complaint/; /aaaaaaaaaa/d' rest.jsonl > mended.jsonl; crmtrack -C fresh import jsonl ~/mended.jsonl
new 4, known 0, differing 0, rejected 0
$ records() { git -C $1 ls-tree -r refs/heads/ledger complaints customers; }; records asha > records; records fresh | diff records - && crmtrack -C fresh audit
3 commits with 7 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 3 commits with 7 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server

# Somebody puts a part of an export where a complaint is to come: whoever imports that complaint is told, and takes the rest.

$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com PUSHER=$who@example.com "$@"; }
$ crmtrack -q init team; for who in asha:manager cleo:agent; do crmtrack -q -C team person add ${who%:*}@example.com --role ${who#*:} > /dev/null; done; git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C team remote add origin ~/server.git; id=$(as asha crmtrack -q -C team new -c acme -m 'Here'); as asha crmtrack -q -C team sync; as cleo crmtrack -q clone server.git cleo
$ squat() { note=01m7yp0xr0aaaaaaaaaaaaaaaa; move=01m7yp0xr0bbbbbbbbbbbbbbbb; a=$(printf 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: cleo@example.com\nafter: []\ntype: note\ntext: x\n' | git -C cleo hash-object -w --stdin); c=$(printf "kind: correction\nat: 2026-11-21T09:12:00Z\nby: cleo@example.com\nafter: [$note]\ncorrects: $note\nset: {complaint: $id}\n" | git -C cleo hash-object -w --stdin); (cd cleo; export GIT_INDEX_FILE=.git/forge GIT_AUTHOR_DATE=2026-11-21T09:13:00Z GIT_COMMITTER_DATE=2026-11-21T09:13:00Z; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$a,$1/$note-activity.yaml --cacheinfo 100644,$c,$1/$move-correction.yaml; git update-ref refs/heads/ledger $(printf "x\n\nPolicy: $(git rev-parse main)\n" | as cleo git commit-tree $(git write-tree) -p refs/heads/ledger)); as cleo crmtrack -q -C cleo sync; as asha crmtrack -q -C team sync; }
$ printf 'id,created,customer,subject,priority\nHD-7,2026-11-21,acme,Cleo insulted me,high\nHD-8,2026-11-21,acme,Late,low\n' > desk.csv; crmtrack -q init other; crmtrack -q -C other import csv ~/desk.csv --map tickets; crmtrack -C other export jsonl > other.jsonl
new 2, known 0, differing 0, rejected 0
$ squat $(git -C other ls-tree -r --name-only refs/heads/ledger complaints | xargs -n1 dirname | grep $(crmtrack -C other list --fields id,summary | grep insulted | cut -f1 | cut -d- -f2))
$ as asha crmtrack -C team import csv ~/desk.csv --map tickets 2>&1 | sed 's/commit [0-9a-f]*/commit ID/'
crmtrack: $HOME/desk.csv:2:1: 'complaints/2026/11/21/apq447kn5x/01m7yp0xr0aaaaaaaaaaaaaaaa-activity.yaml' is there already, by cleo@example.com, commit ID, without its complaint, and does not go on from this row
crmtrack: cannot import '$HOME/desk.csv': 1 bad row; nothing was imported
hint: mend them, or put them aside with --rejects FILE
$ as asha crmtrack -C team import csv ~/desk.csv --map tickets --rejects ~/rest.csv 2>&1 | sed 's/commit [0-9a-f]*/commit ID/'; cat rest.csv; as asha crmtrack -C team sync
crmtrack: $HOME/desk.csv:2:1: 'complaints/2026/11/21/apq447kn5x/01m7yp0xr0aaaaaaaaaaaaaaaa-activity.yaml' is there already, by cleo@example.com, commit ID, without its complaint, and does not go on from this row
1 bad row put into $HOME/rest.csv
new 1, known 0, differing 0, rejected 1
id,created,customer,subject,priority
HD-7,2026-11-21,acme,Cleo insulted me,high
'origin': sent 1 record
$ as asha crmtrack -C team import jsonl ~/other.jsonl 2>&1 | sed 's/commit [0-9a-f]*/commit ID/'; as asha crmtrack -C team sync; as asha crmtrack -C team audit
crmtrack: $HOME/other.jsonl: 'complaints/2026/11/21/apq447kn5x/01m7yp0xr0aaaaaaaaaaaaaaaa-activity.yaml' is there, by cleo@example.com, commit ID, without its complaint, and does not go on from it: its line was left out
new 1, known 1, differing 0, rejected 1
'origin': sent 1 record
5 commits with 6 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 5 commits with 6 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 09:13; 0 signatures verified, dates compared with 0 receipts of a server
