# A received record stays when another is put in its place: each forged by plain git in a copy of its own.

$ cat > derive.py <<'END'
> # The id that a machine gives a record: a time, and a hash of its key and of its text, which is read.
> import hashlib, sys
> from datetime import datetime
> letters = "0123456789abcdefghjkmnpqrstvwxyz"
> crockford = lambda number, length: "".join(letters[number >> 5 * i & 31] for i in reversed(range(length)))
> millis = int(datetime.fromisoformat(sys.argv[2].replace("Z", "+00:00")).timestamp() * 1000)
> digest = hashlib.sha256((sys.argv[1] + "\n").encode() + sys.stdin.buffer.read()).digest()
> print(crockford(millis, 10) + crockford(int.from_bytes(digest[:10], "big"), 16))
> END
$ crmtrack -q init base && cd base && id=$(crmtrack -q new -c acme -s high -m 'Charged twice') && crmtrack -q note $id -m 'They will wait' > /dev/null
$ printf 'Complaint ID,Date received,Product,Issue,Submitted via,Company response to consumer\n7,2026-11-20,Card,Imported late,Web,Closed with monetary relief\n' > ~/desk.csv; crmtrack -q import csv ~/desk.csv --map cfpb; crmtrack list --fields source,summary
new 1, known 0, differing 0, rejected 0
	Charged twice
cfpb:7	Imported late
$ place() { dirname $(git ls-tree -r --name-only ledger | grep -- "$1"); }; mine=$(place "/${id#*-}/.*-complaint"); theirs=$(dirname $(git ls-tree -r --name-only ledger | grep -v "$mine" | grep complaints/ | head -1)); crmtrack -q audit; cd ~
$ export GIT_AUTHOR_DATE=2026-11-21T09:12:00Z GIT_COMMITTER_DATE=2026-11-21T09:12:00Z
$ copy() { cd ~; rm -rf copy; cp -r base copy; cd copy; }
$ put() { (export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree ledger; git update-index --add --cacheinfo 100644,$(printf "$2" | git hash-object -w --stdin),$1; git -c user.name=Mallory -c user.email=mallory@example.com update-ref refs/heads/ledger $(GIT_AUTHOR_EMAIL=mallory@example.com git commit-tree $(git write-tree) -p ledger -m forged)); }
$ machine() { put $1/$(printf "$4" | python3 ~/derive.py "$2" $3)-$5.yaml "$4"; }
$ look() { crmtrack list --all --sort summary --fields severity,contested,summary; crmtrack search Forged --fields kind | sort; crmtrack list --all > ~/grown; rm -r .git/crmtrack; crmtrack list --all | diff ~/grown -; for how in '' --full; do crmtrack -q audit $how --json | python3 -c 'import json, sys
> for item in json.load(sys.stdin)["items"]: print(item["severity"], item["finding"], item["author"], item["message"])'; done; }

# A machine's record in a complaint that somebody wrote down; the same in the folder that its source gives.

$ forged='kind: complaint\nat: 2026-11-20T08:00:00Z\nby: import:x\nafter: []\nseverity: low\nsummary: Forged\nsource: x:1\nkey: x:1\n'
$ copy; machine $mine x:1 2026-11-20T08:00:00Z "$forged" complaint; look
high	no	Charged twice
medium	no	Imported late
complaint
fault kind_misplaced mallory@example.com its source 'x:1' is that of another complaint
warning day_differs mallory@example.com received on 20261120, but its id says 20261121
fault kind_misplaced mallory@example.com its source 'x:1' is that of another complaint
warning day_differs mallory@example.com received on 20261120, but its id says 20261121
$ copy; source=$(crmtrack list --fields source | grep .); machine $theirs $source 2026-11-19T08:00:00Z "$(printf "$forged" | sed "s/x:1/$source/; s/-20T/-19T/")\n" complaint; look
high	no	Charged twice
medium	no	Imported late
complaint
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7v41f00y567arrezgkv81yg came first
warning day_differs mallory@example.com received on 20261119, but its id says 20261120
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7v41f00y567arrezgkv81yg came first
warning day_differs mallory@example.com received on 20261119, but its id says 20261120

# A complaint record without a key, dated before: of a person, and of somebody who says that he is an import.

$ plain='kind: complaint\nat: 2026-11-21T08:00:00Z\nby: mallory@example.com\nafter: []\nseverity: low\nsummary: Forged\n'
$ copy; put $mine/01m7ykr0000000000000000000-complaint.yaml "$plain"; look
high	yes	Charged twice
medium	no	Imported late
complaint
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7yp0xr06y5yas323qm7zhd6 came first
notice contested mallory@example.com a second complaint record by mallory@example.com (01m7ykr0000000000000000000) is set aside; asha@example.com (6y5y) stands
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7yp0xr06y5yas323qm7zhd6 came first
notice contested mallory@example.com a second complaint record by mallory@example.com (01m7ykr0000000000000000000) is set aside; asha@example.com (6y5y) stands
$ copy; put $theirs/01m7ykr0000000000000000000-complaint.yaml "$plain"; look
high	no	Charged twice
medium	yes	Imported late
complaint
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7v41f00y567arrezgkv81yg came first
warning day_differs mallory@example.com received on 20261121, but its id says 20261120
notice contested mallory@example.com a second complaint record by mallory@example.com (01m7ykr0000000000000000000) is set aside; import:cfpb (y567) stands
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7v41f00y567arrezgkv81yg came first
warning day_differs mallory@example.com received on 20261121, but its id says 20261120
notice contested mallory@example.com a second complaint record by mallory@example.com (01m7ykr0000000000000000000) is set aside; import:cfpb (y567) stands
$ copy; put $mine/01m7ykr0000000000000000000-complaint.yaml "$(printf "$plain" | sed s/mallory@example.com/import:x/)\n"; look
high	yes	Charged twice
medium	no	Imported late
complaint
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7yp0xr06y5yas323qm7zhd6 came first
notice contested mallory@example.com a second complaint record by import:x (01m7ykr0000000000000000000) is set aside; asha@example.com (6y5y) stands
fault kind_misplaced mallory@example.com a second complaint record of the same complaint; 01m7yp0xr06y5yas323qm7zhd6 came first
notice contested mallory@example.com a second complaint record by import:x (01m7ykr0000000000000000000) is set aside; asha@example.com (6y5y) stands

# Other machine's records: in a complaint that their key does not name, under an id that is not made of them, before the
# complaint's own record, in the place of another with their key.

$ closing='kind: change\nat: 2026-11-21T09:30:00Z\nby: import:x\nafter: []\nset:\n  severity: low\nwhy: Forged\nkey: x:1/closing\n'
$ copy; machine $mine x:1/closing 2026-11-21T09:30:00Z "$closing" change; look
high	no	Charged twice
medium	no	Imported late
change
fault kind_misplaced mallory@example.com a machine's record, but its key 'x:1/closing' does not name this complaint
fault kind_misplaced mallory@example.com a machine's record, but its key 'x:1/closing' does not name this complaint
$ copy; put $mine/01m7yqqqqqqqqqqqqqqqqqqqqq-change.yaml "$closing"; look
high	no	Charged twice
medium	no	Imported late
change
fault kind_misplaced mallory@example.com a machine's record, but its id is not made of what it says
warning at_after_commit mallory@example.com says that it happened 18m after it was recorded
fault kind_misplaced mallory@example.com a machine's record, but its id is not made of what it says
warning at_after_commit mallory@example.com says that it happened 18m after it was recorded
$ copy; own=$(printf "$closing" | sed "s|x:1/|$source/|"); machine $theirs $source/closing 2026-11-19T00:00:00Z "$own\n" change; look
high	no	Charged twice
medium	no	Imported late
change
fault kind_misplaced mallory@example.com a machine's record that lies before its complaint's own, 01m7v41f00y567arrezgkv81yg
fault kind_misplaced mallory@example.com a machine's record that lies before its complaint's own, 01m7v41f00y567arrezgkv81yg
$ copy; solved=$(git ls-tree -r --name-only ledger $theirs/ | grep resolution); key=$(git show ledger:$solved | sed -n 's/^key: //p'); echo "$key"
cfpb:7/resolution
$ for i in 1 2 3 4 5 6 7 8 9; do text="kind: resolution\nat: 2026-11-20T00:00:00Z\nby: import:cfpb\nafter: []\noutcome: not_upheld\ncode: explained\ntext: Forged $i\nkey: $key\n"; made=$(printf "$text" | python3 ~/derive.py $key 2026-11-20T00:00:00.001Z); [[ $made < ${solved##*/} ]] && break; done
$ put $theirs/$made-resolution.yaml "$text"; look; crmtrack list --all --fields code ref:$source
high	no	Charged twice
medium	no	Imported late
resolution
fault kind_misplaced mallory@example.com puts itself in the place of 01m7v41f01zwzm7t5s39g229a0, which has the same key and came first
fault kind_misplaced mallory@example.com puts itself in the place of 01m7v41f01zwzm7t5s39g229a0, which has the same key and came first
redress_monetary

# An export tells which came first: taken into an empty ledger, what stands stands.

$ restore() { crmtrack export jsonl > ~/export.jsonl; rm -rf ~/empty; crmtrack -q init ~/empty; crmtrack -C ~/empty import jsonl ~/export.jsonl; crmtrack -C ~/empty list --all --sort summary --fields severity,contested,summary; crmtrack -q -C ~/empty audit --fields severity,finding; python3 -c 'import json, sys
> for line in open(sys.argv[1]): print(*[record["refused"] for record in json.loads(line)["records"] if record["refused"]], end="")' ~/export.jsonl; echo; }
$ restore; crmtrack -C ~/empty list --all --fields code ref:$source
crmtrack: $HOME/export.jsonl: 1 refused record left out
new 5, known 0, differing 0, rejected 0
high	no	Charged twice
medium	no	Imported late
01m7v41f01zwzm7t5s39g229a0 has the same key, and stands
redress_monetary
$ copy; put $mine/01m7ykr0000000000000000000-complaint.yaml "$plain"; restore
crmtrack: $HOME/export.jsonl: 1 refused record left out
new 5, known 0, differing 0, rejected 0
high	no	Charged twice
medium	no	Imported late
a second complaint record; 01m7yp0xr06y5yas323qm7zhd6 stands
$ copy; put $mine/01m7yqqqqqqqqqqqqqqqqqqqqq-complaint.yaml "$plain"; restore
crmtrack: $HOME/export.jsonl: 1 refused record left out
new 5, known 0, differing 0, rejected 0
high	no	Charged twice
medium	no	Imported late
a second complaint record; 01m7yp0xr06y5yas323qm7zhd6 stands
$ copy; put $theirs/01m7yqqqqqqqqqqqqqqqqqqqqq-complaint.yaml "$plain"; restore
crmtrack: $HOME/export.jsonl: 1 refused record left out
new 5, known 0, differing 0, rejected 0
high	no	Charged twice
medium	no	Imported late
a second complaint record; 01m7v41f00y567arrezgkv81yg stands

# The server takes none of it, and who imports the same on two clones at once is blamed for nothing.

$ cd ~; git clone -q --bare base server.git 2> /dev/null; crmtrack -q -C server.git hook install --server --identity-env PUSHER; copy; git remote add origin ~/server.git
$ machine $mine x:1 2026-11-20T08:00:00Z "$forged" complaint; PUSHER=mallory@example.com git push -q origin ledger 2>&1 | sed -n 's/commit [0-9a-f]*/commit ID/; s/ *$//; /^remote: /p'
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/hsvteff30v/01m7vzgc00p37j2nyd6ef801f0-complaint.yaml': its source 'x:1' is that of another complaint
$ sed -i 's/^7,/8,/' ~/desk.csv; copy; sed s/Web/Phone/ ~/desk.csv > ~/other.csv; crmtrack -q import csv ~/other.csv --map cfpb; cd ~/base && crmtrack -q import csv ~/desk.csv --map cfpb
new 1, known 0, differing 0, rejected 0
new 1, known 0, differing 0, rejected 0
$ git fetch -q ~/copy ledger:refs/remotes/other/ledger; git remote add other ~/copy; crmtrack -q sync other; crmtrack list --fields contested,summary; crmtrack -q audit --full
no	Charged twice
no	Imported late
no	Imported late
