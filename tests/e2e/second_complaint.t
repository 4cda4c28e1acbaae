# Two complaint records in one folder, of which neither commit has the other in its history: by plain git on a branch
# from the ledger's first commit, dated before the real one. Nobody knows a complaint's random id before its record is
# there: the one stands that people have gone on from, for a grown index, a new one, and both kinds of audit.

$ crmtrack -q init base && cd base && git config user.name Asha && git config user.email asha@example.com
$ export CRMTRACK_NOW=2026-11-22T09:00:00Z; id=$(crmtrack -q new -c acme -s high -m 'Charged twice'); own=$(git ls-tree -r --name-only refs/heads/ledger complaints/); folder=${own%/*}
$ as() { (export GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$1@example.com GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=$1@example.com; shift; "$@"); }
$ plain() { printf 'kind: complaint\nat: 2026-11-22T08:00:00Z\nby: %s@example.com\nafter: []\ncustomer: acme\nseverity: low\nsummary: Forged by %s\n' $1 $1; }
$ text() { printf 'kind: activity\nat: 2026-11-22T08:30:00Z\nby: %s@example.com\nafter: [%s]\ntype: note\ndirection: internal\ntext: on it\n' $1 $2; }
$ tree() { rm -f .git/fork; (export GIT_INDEX_FILE=.git/fork; git read-tree $1; shift; while [ $# -gt 0 ]; do git update-index --add --cacheinfo 100644,$2,$1; shift 2; done; git write-tree); }
$ blob() { git hash-object -w --stdin; }
$ fork() { root=$(git rev-list --max-parents=0 refs/heads/ledger); date=$1; shift; export GIT_AUTHOR_DATE=$date GIT_COMMITTER_DATE=$date; side=$(git commit-tree -p $root -m forged $(tree $root "$@")); export GIT_AUTHOR_DATE=2026-11-23T09:00:00Z GIT_COMMITTER_DATE=2026-11-23T09:00:00Z; git update-ref refs/heads/ledger $(git commit-tree -p refs/heads/ledger -p $side -m merge $(tree refs/heads/ledger "$@")); }
$ copy() { cd ~; rm -rf copy; cp -r base copy; cd copy; export CRMTRACK_NOW=2026-11-22T10:00:00Z; }
$ seen() { crmtrack list --all --sort summary --fields severity,status,contested,summary "$@"; }
$ told() { crmtrack -q audit $1 --json | python3 -c 'import json, sys
> for item in json.load(sys.stdin)["items"]: print(item["severity"], item["finding"], item["author"], item["message"]) if item["finding"] in ("kind_misplaced", "complaint_unseen") else 0'; }
$ look() { export CRMTRACK_NOW=2026-11-23T10:00:00Z; seen > ~/grown; rm -r .git/crmtrack; seen | diff - ~/grown; cat ~/grown; told; told --full; }

# Its own author's note is enough against nothing; a colleague's stands over the forger's own.

$ copy; crmtrack -q note $id -m 'They will wait' > /dev/null; seen > /dev/null; as ben fork 2026-11-22T08:00:00Z $folder/01m810ac000000000000000000-complaint.yaml $(plain ben | blob); look
high	received	yes	Charged twice
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
$ copy; as cleo crmtrack -q note $id -m 'They will wait' > /dev/null; as ben fork 2026-11-22T08:00:00Z $folder/01m810ac000000000000000000-complaint.yaml $(plain ben | blob) $folder/01m8120w800000000000000000-activity.yaml $(text ben 01m810ac000000000000000000 | blob); look
high	received	yes	Charged twice
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands

# Later records know both, and change nothing; nor does a second name of the forger's, where two colleagues
# stand against it.

$ as dora crmtrack -q note $id -m 'Both seen' > /dev/null; look
high	received	yes	Charged twice
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
$ copy; for who in cleo dora; do as $who crmtrack -q note $id -m 'They will wait' > /dev/null; done; as ben fork 2026-11-22T08:00:00Z $folder/01m810ac000000000000000000-complaint.yaml $(plain ben | blob) $folder/01m8120w800000000000000000-activity.yaml $(text eve 01m810ac000000000000000000 | blob); look
high	received	yes	Charged twice
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands

# Nobody has gone on from either: what the dates say, and both are named.

$ copy; as ben fork 2026-11-22T08:00:00Z $folder/01m810ac000000000000000000-complaint.yaml $(plain ben | blob); look
low	received	yes	Forged by ben
fault kind_misplaced ben@example.com one of two complaint records of the same complaint, added without each other; the other is 01m817qnm09egd1r58k3n7rn63
fault kind_misplaced asha@example.com one of two complaint records of the same complaint, added without each other; the other is 01m810ac000000000000000000
fault kind_misplaced ben@example.com one of two complaint records of the same complaint, added without each other; the other is 01m817qnm09egd1r58k3n7rn63
fault kind_misplaced asha@example.com one of two complaint records of the same complaint, added without each other; the other is 01m810ac000000000000000000

# As of a time before somebody had gone on from one, it is as it was seen then.

$ then=$(git rev-parse refs/heads/ledger); cp ~/grown ~/then; git clone -q . ../cleo 2> /dev/null; cd ../cleo; git remote remove origin; git update-ref refs/heads/ledger $then^1; CRMTRACK_NOW=2026-11-22T11:00:00Z as cleo crmtrack -q note $id -m 'They will wait' > /dev/null; cd ../copy; git fetch -q ../cleo refs/heads/ledger; note=$(git diff --name-only $then^1 FETCH_HEAD)
$ git update-ref refs/heads/ledger $(git commit-tree -p $then -p FETCH_HEAD -m merge $(tree $then $note $(git rev-parse FETCH_HEAD:$note))); look; seen --as-of $then | diff ~/then -
high	received	yes	Charged twice
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands

# By a stranger it stands for nothing, and nobody else is named.

$ cd ~/base; crmtrack -q person add asha@example.com --name Asha > /dev/null; copy; as ben fork 2026-11-22T08:00:00Z $folder/01m810ac000000000000000000-complaint.yaml $(plain ben | blob); look
high	received	no	Charged twice
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands
fault kind_misplaced ben@example.com a second complaint record of the same complaint; 01m817qnm09egd1r58k3n7rn63 stands

# An import's records added once more, on a branch without their complaint: they go on counting.

$ cd ~/base; printf 'Complaint ID,Date received,Product,Issue,Submitted via,Company response to consumer\n7,2026-11-20,Card,Imported,Web,Closed with monetary relief\n' > ~/desk.csv; crmtrack -q import csv ~/desk.csv --map cfpb; copy; seen
new 1, known 0, differing 0, rejected 0
high	received	no	Charged twice
medium	responded	no	Imported
$ again() { for path in $(git ls-tree -r --name-only refs/heads/ledger complaints/2026/11/20 | grep -v complaint.yaml); do echo $path $(git rev-parse refs/heads/ledger:$path); done; }; as asha fork 2026-11-21T10:00:00Z $(again); look
high	received	no	Charged twice
medium	responded	no	Imported
fault complaint_unseen asha@example.com its commit does not have the complaint's own record in its history
fault complaint_unseen asha@example.com its commit does not have the complaint's own record in its history
