# An audit of what only crmtrack has written finds nothing, and remembers how far it came.

$ echo Dear > ~/letter.txt; crmtrack -q init base && cd base
$ id=$(crmtrack -q new -c acme -m 'Charged twice' --attach ~/letter.txt)
$ export CRMTRACK_NOW=2026-11-21T09:20:00Z; call=$(crmtrack -q call $id -m 'Called them back')
$ crmtrack audit
3 commits with 4 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 3 commits with 4 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 09:20; 0 signatures verified, dates compared with 0 receipts of a server
$ crmtrack -q note $id -m 'Waiting for finance' > /dev/null
$ crmtrack audit
1 commit with 1 file looked at; what is older was on 2026-11-21 09:20 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 1 commit with 1 record or attachment, dated 2026-11-21 09:20, nor of what the audit of 2026-11-21 09:20 saw; 0 signatures verified, dates compared with 0 receipts of a server
$ crmtrack audit --full
4 commits with 5 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 4 commits with 5 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 09:20; 0 signatures verified, dates compared with 0 receipts of a server
$ crmtrack audit --json
0 commits with 0 files looked at; what is older was on 2026-11-21 09:20 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-21 09:20 saw; 0 signatures verified, dates compared with 0 receipts of a server
{"format_version": 1, "command": "audit", "items": []}
$ stat -c %a .git/crmtrack/audit
600

# A person with a shell can do anything to a branch. Each of the following is done by plain git to a copy of its own.

$ cd ~; export GIT_AUTHOR_DATE=2026-11-21T09:30:00Z GIT_COMMITTER_DATE=2026-11-21T09:30:00Z CRMTRACK_NOW=2026-11-21T09:40:00Z
$ copy() { cd ~; rm -rf copy; cp -r base copy; cd copy; }
$ forge() { (export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree ledger; "$@"; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged)); }
$ put() { git update-index --add --cacheinfo ${3:-100644},$(printf "$2" | git hash-object -w --stdin),$1; }
$ paths() { git ls-tree -r --name-only ledger; }
$ audit() { crmtrack -q audit --fields severity,finding,path,message "$@"; }
$ story=$(cd base; paths | sed -n 's,/[^/]*-complaint.yaml,,p'); path=$(cd base; paths | grep -- "-activity.yaml" | head -1)

# A record removed, changed, renamed, replaced by a folder.

$ copy; forge git update-index --force-remove $path; audit
fault	record_removed	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	removed
[1]
$ crmtrack audit --format table
0 commits with 0 files looked at; what is older was on 2026-11-21 09:40 (--full looks again); 1 fault, 0 warnings, 0 notices
fault: record_removed (1)
  complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml
    456beabab7  2026-11-21 09:30  asha@example.com
    removed
  mend: crmtrack sync --mend keeps the record; ask the author; git show
  456beabab7 shows what was done
[1]
$ crmtrack audit --json
0 commits with 0 files looked at; what is older was on 2026-11-21 09:40 (--full looks again); 1 fault, 0 warnings, 0 notices
{"format_version": 1, "command": "audit", "items": [
{"finding": "record_removed", "severity": "fault", "commit": "456beabab7b72428a55616a50210f6b74574534f", "path": "complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml", "record": "01m7ypfjg04an2hy2jp3cycgjy", "complaint": "20261121-0p5kjxdk3p", "author": "asha@example.com", "at": "2026-11-21T09:30:00Z", "message": "removed", "mend": "crmtrack sync --mend keeps the record; ask the author; git show 456beabab7 shows what was done"}
]}
[1]
$ copy; forge put $path 'kind: activity\n'; audit
fault	record_changed	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	changed
[1]
$ rename() { git update-index --add --cacheinfo 100644,$(git rev-parse ledger:$path),${path/-activity/-change} && git update-index --force-remove $path; }
$ copy; forge rename; audit
fault	record_renamed	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	renamed to 'complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-change.yaml'
fault	record_unreadable	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-change.yaml	line 1: its kind is 'activity', but its name says 'change'
[1]
$ folder() { git update-index --force-remove $path; put $path/inside 'x'; }
$ copy; forge folder; audit
fault	record_removed	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	removed
fault	not_a_record	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	no ordinary file
[1]

# By a merge itself: neither of its parents did it.

$ copy; git update-ref refs/heads/side $(git commit-tree ledger~1^{tree} -p ledger~1 -m side); forge git update-index --force-remove $path; tree=$(git rev-parse ledger^{tree}); git update-ref refs/heads/ledger $(git commit-tree $tree -p ledger~1 -p side -m merged); git branch -q -D side; audit
fault	record_removed	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	removed by the merge itself
fault	history_rewritten		ledger was at 456beabab7, which it no longer descends from: 1 commit is missing, but none of their records
[1]

# A merge in crmtrack's name, that is not the one that it makes.

$ copy; git update-ref refs/heads/side $(git commit-tree ledger^{tree} -p ledger~1 -m side); git update-ref refs/heads/ledger $(GIT_AUTHOR_NAME=crmtrack GIT_AUTHOR_EMAIL=crmtrack git commit-tree ledger^{tree} -p ledger -p side -m merged); audit
fault	merge_not_ours		in the name of crmtrack's own merges, but not the one that it makes
[1]

# A file that is no record, a folder of them, a link.

$ copy; forge put notes.txt hello; audit
fault	not_a_record	notes.txt	no path of a ledger
[1]
$ copy; forge put complaints/2026/11/31/7f3q2mxab4/x.yaml hello; audit
fault	not_a_record	complaints/2026/11/31/7f3q2mxab4/x.yaml	no path of a ledger
[1]
$ copy; forge put $story/01kajxaaaaaaaaaaaaaaaaaaaa-activity.yaml /etc/passwd 120000; audit
fault	not_a_record	complaints/2026/11/21/0p5kjxdk3p/01kajxaaaaaaaaaaaaaaaaaaaa-activity.yaml	no ordinary file
[1]

# A history that was rewritten: cut short, with its tree kept, or made anew.

$ copy; git update-ref refs/heads/ledger ledger~1; audit
crmtrack: the branch 'ledger' was at bb85571ada3a and no longer has it: 1 record is gone (to go back: git -C '$HOME/copy' update-ref refs/heads/ledger bb85571ada3a0e0c6f91c1a97a44be6db68dc7ce)
fault	history_rewritten		ledger was at bb85571ada, which it no longer descends from: 1 commit is missing, and 1 record with it
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg1wwrdwqc8b8r0xe00-activity.yaml	was added, and is not there
[1]
$ copy; git update-ref refs/heads/ledger ledger~2; crmtrack -q note $id -m 'Something else' > /dev/null; audit
crmtrack: the branch 'ledger' was at bb85571ada3a and no longer has it: 2 records are gone (to go back: git -C '$HOME/copy' update-ref refs/heads/ledger bb85571ada3a0e0c6f91c1a97a44be6db68dc7ce)
fault	history_rewritten		ledger was at bb85571ada, which it no longer descends from: 2 commits are missing, and 2 records with them
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg04an2hy2jp3cycgjy-activity.yaml	was added, and is not there
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg1wwrdwqc8b8r0xe00-activity.yaml	was added, and is not there
warning	at_after_commit	complaints/2026/11/21/0p5kjxdk3p/01m7yqm6c0w8fs89xqb3rxvta4-activity.yaml	says that it happened 10m after it was recorded
[1]
$ copy; git update-ref refs/heads/ledger $(git commit-tree ledger^{tree} -p ledger~2 -m squashed); audit
fault	history_rewritten		ledger was at bb85571ada, which it no longer descends from: 2 commits are missing, but none of their records
[1]
$ audit; echo; crmtrack audit --forget
fault	history_rewritten		ledger was at bb85571ada, which it no longer descends from: 2 commits are missing, but none of their records

3 commits with 5 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 3 commits with 5 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 09:30; 0 signatures verified, dates compared with 0 receipts of a server
$ crmtrack audit
0 commits with 0 files looked at; what is older was on 2026-11-21 09:40 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-21 09:40 saw; 0 signatures verified, dates compared with 0 receipts of a server

# The reference log reveals it, without an audit before.

$ copy; rm .git/crmtrack/audit; git update-ref -m reset refs/heads/ledger ledger~1; audit
crmtrack: the branch 'ledger' was at bb85571ada3a and no longer has it: 1 record is gone (to go back: git -C '$HOME/copy' update-ref refs/heads/ledger bb85571ada3a0e0c6f91c1a97a44be6db68dc7ce)
fault	history_rewritten		ledger was at bb85571ada, which it no longer descends from: 1 commit is missing, and 1 record with it
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg1wwrdwqc8b8r0xe00-activity.yaml	was added, and is not there
[1]

# Records that another branch has, and the ledger does not.

$ copy; rm -f .git/crmtrack/audit .git/logs/refs/heads/ledger; git branch -q lost ledger; git update-ref refs/heads/ledger ledger~1; rm -f .git/logs/refs/heads/ledger; audit
crmtrack: the branch 'ledger' was at bb85571ada3a and no longer has it: 1 record is gone (to go back: git -C '$HOME/copy' update-ref refs/heads/ledger bb85571ada3a0e0c6f91c1a97a44be6db68dc7ce)
warning	record_hidden		the branch 'lost' is a ledger's, with commits that the ledger does not have: 1 commit is missing, and 1 record with it
warning	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg1wwrdwqc8b8r0xe00-activity.yaml	was added, and is not there
$ git branch -q -m lost kept; crmtrack -q audit --strict > /dev/null
[1]

# The upstream's ledger was rewritten; a colleague's own ledger and main, whom this clone fetches from besides.

$ cd ~; rm -rf copy; crmtrack -q init own; crmtrack -q -C own new -c acme -m 'Theirs' > /dev/null; git clone -q --bare own shared.git; git clone -q --bare own colleague; git clone -q shared.git copy; cd copy; crmtrack -q list > /dev/null; git remote add colleague ~/colleague; git fetch -q colleague; audit
warning	at_after_commit	complaints/2026/11/21/ht14g8q0dh/01m7yqm6c0314rc5kjtyh10xrt-complaint.yaml	says that it happened 10m after it was recorded
warning	at_after_commit	customers/82/acme/01m7yqm6c010g69j1xck0tzegm-customer.yaml	says that it happened 10m after it was recorded
$ git -C ../colleague update-ref refs/heads/ledger refs/heads/ledger~1; git -C ../colleague update-ref refs/heads/main $(git -C ../colleague commit-tree refs/heads/main^{tree} -m amended); git fetch -q colleague; audit
warning	at_after_commit	complaints/2026/11/21/ht14g8q0dh/01m7yqm6c0314rc5kjtyh10xrt-complaint.yaml	says that it happened 10m after it was recorded
warning	at_after_commit	customers/82/acme/01m7yqm6c010g69j1xck0tzegm-customer.yaml	says that it happened 10m after it was recorded
notice	upstream_rewritten		colleague/ledger was at 22f2c7cd57, which it no longer descends from
notice	policy_rewritten		colleague/main was at 53bad89cf8, which it no longer descends from
$ git -C ../shared.git update-ref refs/heads/ledger refs/heads/ledger~1; git fetch -q origin; audit
fault	upstream_rewritten		origin/ledger was at 22f2c7cd57, which it no longer descends from: the ledger here has all of it
warning	at_after_commit	complaints/2026/11/21/ht14g8q0dh/01m7yqm6c0314rc5kjtyh10xrt-complaint.yaml	says that it happened 10m after it was recorded
warning	at_after_commit	customers/82/acme/01m7yqm6c010g69j1xck0tzegm-customer.yaml	says that it happened 10m after it was recorded
notice	upstream_rewritten		colleague/ledger was at 22f2c7cd57, which it no longer descends from
notice	policy_rewritten		colleague/main was at 53bad89cf8, which it no longer descends from
[1]
