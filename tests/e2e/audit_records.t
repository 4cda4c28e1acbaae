# Content, authors and dates of records: each forged by plain git in a copy of its own.

$ echo Dear > ~/letter.txt; crmtrack -q init base && cd base && id=$(crmtrack -q new -c acme -m 'Charged twice' --attach ~/letter.txt)
$ paths() { git ls-tree -r --name-only ledger; }
$ receipt=$(paths | grep -- '-complaint.yaml'); story=${receipt%/*}; record=$(basename $receipt -complaint.yaml); cd ~
$ export GIT_AUTHOR_DATE=2026-11-21T09:30:00Z GIT_COMMITTER_DATE=2026-11-21T09:30:00Z CRMTRACK_NOW=2026-11-21T09:40:00Z
$ copy() { cd ~; rm -rf copy; cp -r base copy; cd copy; }
$ forge() { (export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree ledger; "$@"; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged)); }
$ put() { git update-index --add --cacheinfo 100644,$(printf "$2" | git hash-object -w --stdin),$1; }
$ audit() { crmtrack -q audit --fields severity,finding,message "$@"; }
$ new=$story/01m7yqqqqqqqqqqqqqqqqqqqqq; note='kind: activity\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\ntype: note\n'

# Clean, and then not: no YAML, another kind than its name says, a field that cannot be, a kind that is not known yet.

$ copy; forge put $new-activity.yaml "$note"; audit
$ copy; forge put $new-activity.yaml 'kind: [\n'; audit
fault	record_unreadable	line 2: end of sequence flow not found
[1]
$ copy; forge put $new-change.yaml "$note"; audit
fault	record_unreadable	line 1: its kind is 'activity', but its name says 'change'
[1]
$ copy; forge put $new-activity.yaml "${note}minutes: soon\n"; audit
warning	record_invalid	'minutes' is 'soon', but must be a whole number, 0 or more
$ copy; forge put $new-telepathy.yaml "kind: telepathy\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\n"; audit
notice	kind_unknown	of kind 'telepathy', which this version does not know
$ copy; forge put customers/82/acme/01m7yqqqqqqqqqqqqqqqqqqqqq-complaint.yaml "kind: complaint\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\nsummary: x\n"; audit
fault	kind_misplaced	a record of kind 'complaint' in customers
[1]
$ copy; forge put $story/01m7yp0000qqqqqqqqqqqqqqqq-complaint.yaml "kind: complaint\nat: 2026-11-21T09:00:00Z\nby: asha@example.com\nafter: []\nsummary: In its place\n"; audit
fault	kind_misplaced	a second complaint record of the same complaint; 01m7yp0xr051m5ntxcmjk9t4nb came first
notice	contested	a second complaint record by asha@example.com (qqqq) is set aside; asha@example.com (51m5) stands
[1]
$ copy; forge put complaints/2025/01/01/7f3q2mxab4/01m7yqqqqqqqqqqqqqqqqqqqqq-complaint.yaml "kind: complaint\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\nsummary: x\n"; audit
warning	day_differs	received on 20261121, but its id says 20250101
$ copy; head -c 300000 /dev/zero | tr '\0' x > ~/large; large() { git update-index --add --cacheinfo 100644,$(git hash-object -w ~/large),$new-activity.yaml; }; forge large; audit
fault	record_oversized	larger than 256 KiB
[1]

# References to an absent record, complaint, or complaint's own record, which comes later.

$ copy; forge put $new-activity.yaml "${note/after: \[\]/after: [01m7yp0000000000000000000a]}answers: [01m7yp0000000000000000000b]\n"; audit
fault	reference_absent	'answers' names the record 01m7yp0000000000000000000b, which is not in the ledger
warning	reference_absent	'after' names the record 01m7yp0000000000000000000a, which is not in the ledger
[1]
$ copy; forge put $new-change.yaml "kind: change\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\nset: {links: ['duplicate_of:20260101-7f3q2mxab4']}\n"; audit
warning	reference_absent	'links' names the complaint 20260101-7f3q2mxab4, which is not in the ledger
$ copy; forge put $new-correction.yaml "kind: correction\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\ncorrects: $record\nset: {complaint: 20260101-7f3q2mxab4}\n"; audit
fault	reference_absent	'complaint' names the complaint 20260101-7f3q2mxab4, which is not in the ledger
[1]
$ copy; forge put $new-waiver.yaml "kind: waiver\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\npromise: commitment@01m7yp0000000000000000000c\nwhy: no\n"; audit
fault	reference_absent	'promise' names the record 01m7yp0000000000000000000c, which is not in the ledger
[1]
$ copy; forge put complaints/2026/11/21/7f3q2mxab4/01m7yqqqqqqqqqqqqqqqqqqqqq-activity.yaml "$note"; audit
fault	reference_absent	the record of complaint 20261121-7f3q2mxab4 itself is not in the ledger
[1]
$ forge put complaints/2026/11/21/7f3q2mxab4/01m7yqqqqqqqqqqqqqqqqqqqqa-complaint.yaml "kind: complaint\nat: 2026-11-21T09:30:00Z\nby: asha@example.com\nafter: []\nsummary: x\n"; audit
fault	complaint_unseen	its commit does not have the complaint's own record in its history
notice	dated_before_seen	1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
[1]
$ audit; audit --full | grep unseen
fault	complaint_unseen	its commit does not have the complaint's own record in its history
fault	complaint_unseen	its commit does not have the complaint's own record in its history

# Attachments: missing, another one, one that no record names.

$ sum=$(printf hello | sha256sum | cut -c1-64); attached() { printf "${note}attachments:\n  - {name: a.txt, size: $1, sha256: $2}\n"; }
$ copy; forge put $new-activity.yaml "$(attached 5 $sum)\n"; audit
fault	attachment_missing	its attachment 'a.txt' is not there
[1]
$ both() { put $new-activity.yaml "$(attached $1 $2)\n"; put $new.files/a.txt hello; }
$ copy; forge both 5 $sum; audit
$ copy; forge both 6 $sum; audit
fault	attachment_differs	its attachment 'a.txt' has 5 bytes, the record says 6
[1]
$ copy; forge both 5 ${sum/?????/00000}; audit
fault	attachment_differs	its attachment 'a.txt' has another SHA-256 than the record says
[1]
$ copy; forge put $new.files/a.txt hello; audit
warning	attachment_unnamed	belongs to a record that is not there
$ copy; forge put $record.files/b.txt hello; audit; copy; forge put $story/$record.files/b.txt hello; audit
fault	not_a_record	no path of a ledger
warning	attachment_unnamed	its record does not name it

# Who: not in the directory, without the right, for somebody else, the same record by two people.

$ copy; crmtrack -q person add asha@example.com --name Asha; GIT_AUTHOR_EMAIL=mal@example.com forge put $new-activity.yaml "$note"; audit
asha@example.com
fault	author_unknown	mal@example.com is not in people.yaml
notice	by_other	by asha@example.com, recorded by mal@example.com
[1]
$ copy; forge put $new-activity.yaml "${note/asha/ben}"; audit
notice	by_other	by ben@example.com, recorded by asha@example.com
$ copy; git branch -q side ledger; GIT_AUTHOR_EMAIL=ben@example.com forge put $new-activity.yaml "$note"; git branch -q -f other ledger; git branch -f -q ledger side; forge put $new-activity.yaml "$note"; git update-ref refs/heads/ledger $(git commit-tree ledger^{tree} -p ledger -p other -m merged); git branch -q -D side other; audit
warning	added_twice	added by commit 429fdfa287 of asha@example.com as well
notice	by_other	by asha@example.com, recorded by ben@example.com
$ copy; git branch -q side ledger; forge put $new-activity.yaml "$note"; git branch -q -f other ledger; git branch -f -q ledger side; forge put $new-activity.yaml "${note}minutes: 3\n"; git update-ref refs/heads/ledger $(git commit-tree ledger^{tree} -p ledger -p other -m merged); git branch -q -D side other; audit
fault	record_changed	changed by the merge itself
fault	record_replaced	added with another content
[1]

# When: before its parent, in the future, recorded before it happened, long after, by a clock that is days off.

$ copy; GIT_COMMITTER_DATE=2026-11-20T09:30:00Z forge put $new-activity.yaml "${note/at: 2026-11-21/at: 2026-11-20}"; audit
warning	time_order	committed 23h 42m before its parent
warning	clock_off	its id is 1d newer than its commit
$ copy; GIT_COMMITTER_DATE=2026-11-21T11:30:00Z forge put $new-activity.yaml "${note}"; audit
warning	time_future	committed 1h 50m in the future
$ CRMTRACK_NOW=2026-11-21T11:40:00Z audit
$ copy; forge put $new-activity.yaml "${note/at: 2026-11-21T09/at: 2026-11-21T10}"; audit
warning	at_after_commit	says that it happened 1h after it was recorded
$ copy; forge put $new-activity.yaml "${note/at: 2026-11-21/at: 2026-11-02}"; audit
warning	entered_late	entered 19d after it happened
$ copy; forge put $story/01m6yqqqqqqqqqqqqqqqqqqqqq-activity.yaml "$note"; audit
warning	clock_off	its id is 12d 10h older than its commit

# Control characters of an author are made visible, on a terminal and elsewhere.

$ copy; GIT_AUTHOR_EMAIL=$(printf 'mal\033[31m@example.com') forge put $new-activity.yaml "$note"; crmtrack -q audit --format table
notice: by_other (1)
  complaints/2026/11/21/0p5kjxdk3p/01m7yqqqqqqqqqqqqqqqqqqqqq-activity.yaml
    3daeb753ea  2026-11-21 09:30  mal\x1b[31m@example.com
    by asha@example.com, recorded by mal\x1b[31m@example.com
  mend: nothing, if that is how you work

# A conflict between two people who did not know of each other is a notice, and no fault.

$ crmtrack -q init ~/two && cd ~/two && id=$(crmtrack -q new -c acme -r delay -m 'Late'); base=$(git rev-parse ledger)
$ crmtrack -q update $id -s high > /dev/null; one=$(git rev-parse ledger); git update-ref refs/heads/ledger $base; crmtrack -q update $id -s low > /dev/null
$ git remote add origin . && git update-ref refs/remotes/origin/ledger $one && git update-ref refs/remotes/origin/main main && crmtrack -q list > /dev/null
$ crmtrack audit --format tsv --fields severity,finding,message; echo $?
5 commits with 4 files looked at; 0 faults, 4 warnings, 1 notice
warning	at_after_commit	says that it happened 10m after it was recorded
warning	at_after_commit	says that it happened 10m after it was recorded
warning	at_after_commit	says that it happened 10m after it was recorded
warning	at_after_commit	says that it happened 10m after it was recorded
notice	contested	severity: 'high' by asha@example.com (cvhj), 'low' by asha@example.com (vkbj), neither after the other; 'low' stands
0
