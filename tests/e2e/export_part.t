# An export of some complaints holds the records that count for them, wherever these lie, and nothing else.

$ crmtrack -q init complaints && cd complaints; echo 'a letter' > letter.txt
$ a=$(crmtrack -q new -c acme -r delay -m 'First'); b=$(crmtrack -q new -c globex -r outage -m 'Second')
$ name() { sed "s/$a/A/g; s/$b/B/g; s/${a#*-}/A/g; s/${b#*-}/B/g"; }
$ letter=$(crmtrack -q letter $a --in --attach letter.txt --promise 'an answer@2026-11-25' -m 'The zebra escaped'); crmtrack -q note $a -m 'The secret of the first' > /dev/null
$ crmtrack -q correct $a $letter --set sentiment=negative --why 'Angry' > /dev/null; crmtrack -q correct $a $letter --set complaint=$b --why 'Wrong complaint' > /dev/null
$ lines() { python3 -c 'import json, sys
> for line in sys.stdin: d = json.loads(line); print(d["type"], d["id"], d.get("partial", ""), *[r["kind"] + ("+" if r.get("attachments") else "") for r in d["records"]])' | name; }
$ crmtrack export jsonl reason:outage > ~/b.jsonl; lines < ~/b.jsonl; grep -c 'secret' ~/b.jsonl
complaint B  complaint
complaint A True activity+ correction correction
0
[1]
$ crmtrack export jsonl reason:delay > ~/a.jsonl; lines < ~/a.jsonl; grep -c 'zebra\|Angry' ~/a.jsonl
complaint A  complaint activity
0
[1]

# Taken into an empty ledger it shows the same, and whose records it was is in no list.

$ crmtrack show $b > ~/before; cd ~ && crmtrack -q init second && cd second && crmtrack import jsonl ~/b.jsonl
new 4, known 0, differing 0, rejected 0
$ crmtrack show $b | diff ~/before - && crmtrack list --all --fields id,summary | name; crmtrack search zebra --fields complaint | name
B	Second
B
$ crmtrack agenda --fields complaint,promise,due_at | name
B	first_response	2026-11-23T17:00:00Z
B	acknowledge	2026-11-24T17:00:00Z
B	commitment	2026-11-25T23:59:59Z
B	update	2026-11-30T17:00:00Z
B	resolution	2026-12-07T17:00:00Z
$ git cat-file -p ledger:$(git ls-tree -r --name-only ledger | grep letter.txt)
a letter
$ crmtrack export jsonl | lines; crmtrack export jsonl > ~/again.jsonl; crmtrack import jsonl ~/again.jsonl
complaint B  complaint
complaint A True activity+ correction correction
new 0, known 4, differing 0, rejected 0
$ crmtrack audit --fields finding,severity | sort | uniq -c
2 commits with 5 files looked at; 0 faults, 2 warnings, 0 notices
      2 reference_absent	warning

# All of it gives the same trees.

$ cd ~/complaints; crmtrack -q init ~/third; crmtrack export jsonl | lines; crmtrack export jsonl | crmtrack -q -C ~/third import jsonl -
complaint B  complaint
complaint A  complaint activity+ activity correction correction
customer acme  customer
customer globex  customer
new 8, known 0, differing 0, rejected 0
$ for tree in complaints customers; do test "$(git rev-parse ledger:$tree)" = "$(git -C ~/third rev-parse ledger:$tree)" && echo same; done
same
same

# A backup is read from Git, whatever the index says.

$ python3 -c 'import glob, sqlite3
> index = sqlite3.connect(glob.glob(".git/crmtrack/index-*.db")[0])
> index.execute("delete from records where kind = ?", ["activity"]); index.execute("update records set refused = ?", ["not allowed"]); index.commit()' && crmtrack export jsonl | lines
complaint B  complaint
complaint A  complaint activity+ activity correction correction
customer acme  customer
customer globex  customer

# The rest may come later: what the part showed stays so, and nobody is blamed.

$ crmtrack export jsonl > ~/all.jsonl; crmtrack -q init ~/later; cd ~/later; crmtrack import jsonl ~/b.jsonl; crmtrack -q audit | wc -l
new 4, known 0, differing 0, rejected 0
2
$ crmtrack import jsonl ~/all.jsonl; crmtrack show $b | diff ~/before -; crmtrack -q audit; crmtrack -q audit --full
new 4, known 4, differing 0, rejected 0

# A complaint record that none of the part goes on from takes nobody's place: it counts nowhere, and who put it there is
# named. The right one may still come.

$ export GIT_AUTHOR_DATE=2026-11-21T09:12:00Z GIT_COMMITTER_DATE=2026-11-21T09:12:00Z
$ put() { (export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree ledger; git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin),$1; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged)); }
$ cd ~/second; folder=$(dirname $(git ls-tree -r --name-only ledger | grep "${a#*-}/.*-activity"))
$ printf 'kind: complaint\nat: 2026-11-21T09:12:00Z\nby: ben@example.com\nafter: []\ncustomer: acme\nsummary: Mine\n' > ~/mine; GIT_AUTHOR_EMAIL=ben@example.com put $folder/01m7v4aaaaaaaaaaaaaaaaaaaa-complaint.yaml < ~/mine
$ told() { crmtrack -q audit $1 --fields finding,author,message; }; told; told --full | diff - <(told); crmtrack show $b | diff ~/before -; crmtrack show $a | grep -A3 aaaa
complaint_unseen	ben@example.com	a complaint record for records that were there before it and do not go on from it
reference_absent	asha@example.com	'after' names the record 01m7yp0xr02mdh1kfv79zhwfy2, which is not in the ledger
reference_absent	asha@example.com	'after' names the record 01m7yp0xr2m9ta6675t9mc1qj0, which is not in the ledger
clock_off	ben@example.com	its id is 1d 9h older than its commit
2026-11-21 09:12  aaaa  ben@example.com
  complaint received
  refused: the records of its folder were there before it and do not go on from
  it
$ crmtrack import jsonl ~/all.jsonl; told; told --full | diff - <(told); crmtrack show $b | diff ~/before -; crmtrack list --all --fields id,summary | name
new 4, known 4, differing 0, rejected 0
complaint_unseen	ben@example.com	a complaint record for records that were there before it and do not go on from it
clock_off	ben@example.com	its id is 1d 9h older than its commit
A	First
B	Second
$ crmtrack list --all > ~/grown; rm -r .git/crmtrack; crmtrack list --all | diff ~/grown -; cd ~/complaints

# A record that cannot be read is named, and the exit code is not 0.

$ folder=$(dirname $(git ls-tree -r --name-only ledger | grep "${b#*-}/.*-complaint")); echo 'kind: [' | put $folder/01m7yqqqqqqqqqqqqqqqqqqqqq-activity.yaml; crmtrack export jsonl | lines
crmtrack: left out of the export: bad record 01m7yqqqqqqqqqqqqqqqqqqqqq of 20261121-35sad367mc: end of sequence flow not found
crmtrack: cannot export all that was asked for: something cannot be read
hint: the lines above name the records that were left out; the rest is written
hint: see: crmtrack doctor
complaint B  complaint
complaint A  complaint activity+ activity correction correction
customer acme  customer
customer globex  customer
$ crmtrack export jsonl reason:outage > /dev/null
crmtrack: left out of the export: bad record 01m7yqqqqqqqqqqqqqqqqqqqqq of 20261121-35sad367mc: end of sequence flow not found
crmtrack: cannot export all that was asked for: something cannot be read
hint: the lines above name the records that were left out; the rest is written
hint: see: crmtrack doctor
[7]
$ crmtrack export jsonl reason:delay > /dev/null
$ record='kind: activity\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\ntype: letter\nattachments:\n  - name: big.bin\n    size: 70000000\n    sha256: 0000000000000000000000000000000000000000000000000000000000000000\n'
$ printf "$record" | put $folder/01m7yqqqqqqqqqqqqqqqqqqqqr-activity.yaml; head -c 70000000 /dev/zero | put $folder/01m7yqqqqqqqqqqqqqqqqqqqqr.files/big.bin
$ crmtrack export jsonl reason:outage | lines
crmtrack: left out of the export: bad record 01m7yqqqqqqqqqqqqqqqqqqqqq of 20261121-35sad367mc: end of sequence flow not found
crmtrack: left out of the export: attachment 'complaints/2026/11/21/35sad367mc/01m7yqqqqqqqqqqqqqqqqqqqqr.files/big.bin': cannot read the object '87384469e5083448198e7605f25a47102c02de21': it is larger than 67108864 bytes
crmtrack: cannot export all that was asked for: something cannot be read
hint: the lines above name the records that were left out; the rest is written
hint: see: crmtrack doctor
complaint B  complaint activity+
complaint A True activity+ correction correction

# A conflict that a left-out record settled stays settled.

$ crmtrack -q init ~/settled; cd ~/settled; c=$(crmtrack -q new -c acme -r delay -m 'Third'); d=$(crmtrack -q new -c globex -r outage -m 'Fourth'); crmtrack -q update $c --severity high --why a > /dev/null; n=$(crmtrack -q note $c -m 'Of the other'); crmtrack -q correct $c $n --set complaint=$d --why wrong > /dev/null; crmtrack -q update $c --severity low --why b > /dev/null
$ crmtrack list customer:acme --fields severity,contested; crmtrack -q init ~/part; crmtrack export jsonl customer:acme | crmtrack -C ~/part import jsonl -; crmtrack -C ~/part list --fields severity,contested
low	no
new 3, known 0, differing 0, rejected 0
low	no
