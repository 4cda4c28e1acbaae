# Roles never go back: an older policy that a commit names, a correction, another author's name lift nothing.

$ crmtrack -q init team && cd team && git switch -q main
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ at() { export CRMTRACK_NOW=2026-11-$1 GIT_AUTHOR_DATE=2026-11-$1 GIT_COMMITTER_DATE=2026-11-$1; }
$ at 21T09:12:00Z; loose=$(git rev-parse refs/heads/main)
$ for who in 'ben manager' 'asha manager' 'cleo agent'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n  - {right: close, roles: [manager]}\n  - {right: policy, roles: [manager]}\n  - {right: void, roles: [manager]}\n' > policy/rights.yaml; git add policy && git commit -q -m 'Who may do what'
$ id=$(crmtrack -q new -c acme -m 'Charged twice'); folder=complaints/2026/11/21/$(echo $id | cut -d- -f2)
$ crmtrack -q acknowledge $id -m 'We look' > /dev/null; crmtrack -q resolve $id --outcome upheld --code fixed --channel phone -m 'Paid back' > /dev/null; crmtrack -q confirm $id > /dev/null; crmtrack -q review $id --lesson 'Ask' > /dev/null; cd ~
$ git clone -q --bare team server.git 2> /dev/null; git -C team remote add origin ~/server.git && git -C team fetch -q && crmtrack -q -C server.git hook install --server --identity-env PUSHER
$ push() { git -C team push -q origin "$@" 2>&1 | sed 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/g' | grep -v '^To \|^error: failed to push\|^ ! '; return ${PIPESTATUS[0]}; }
$ forge() { (cd ~/team; blob=$(git hash-object -w --stdin); export GIT_INDEX_FILE=.git/forge; git read-tree ${base:-refs/heads/ledger}; git update-index --add --cacheinfo 100644,$blob,$folder/01m9000000$1-$3.yaml; git update-ref refs/heads/ledger $(printf "forged\n\nPolicy: $2\n" | git commit-tree $(git write-tree) -p ${base:-refs/heads/ledger}); rm .git/forge); }
$ back() { git -C team update-ref refs/heads/ledger refs/heads/ledger~1; }
$ closing() { printf 'kind: change\nat: 2026-11-21T09:12:00Z\nby: cleo@example.com\nafter: []\nset: {status: closed}\n'; }
$ status() { crmtrack -C team show $id --json --fields status | grep -o '"status": "[a-z]*"'; }
$ why() { crmtrack -C team sql 'SELECT author, refused FROM record WHERE refused IS NOT NULL'; }
$ audit() { crmtrack -C team audit --new refs/heads/ledger~1..refs/heads/ledger | cut -f1,2,5,7-; }

# The first commit of main lifts no role where a later one is named before, not for a stranger either.

$ closing | as cleo forge aaaaaaaaaaaaaaaa $loose change; status; why
set up 'origin': git push and git pull share main and ledger with it
"status": "resolved"
cleo@example.com	cleo@example.com may not close: rights.yaml gives that to manager
$ export PUSHER=cleo@example.com; push refs/heads/ledger; back
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m9000000aaaaaaaaaaaaaaaa-change.yaml': cleo@example.com may not close: rights.yaml gives that to manager
$ closing | as zed forge aaaaaaaaaaaaaaaa $loose change; status; why
"status": "resolved"
zed@example.com	zed@example.com is not in people.yaml
$ audit; PUSHER=zed@example.com push refs/heads/ledger; back
1 commit with 1 file looked at; 1 fault, 1 warning, 1 notice
fault	author_unknown	zed@example.com	zed@example.com is not in people.yaml
warning	clock_off	zed@example.com	its id is 12d 22h newer than its commit
notice	by_other	zed@example.com	by cleo@example.com, recorded by zed@example.com
remote: crmtrack: cannot take the push: 1 reason
remote:   zed@example.com is not in people.yaml

# On a branch from before the complaint nothing is said of policy: what needs a right counts for nothing there, for its
# author cannot have seen the complaint. The server goes by the policy in force as well, once that has replaced the old
# one for more than the grace.

$ first=$(git -C team rev-list --reverse refs/heads/ledger | head -1)
$ closing | base=$first as cleo forge aaaaaaaaaaaaaaaa $loose change; side=$(git -C team rev-parse refs/heads/ledger); blob=$(git -C team rev-parse $side:$folder/01m9000000aaaaaaaaaaaaaaaa-change.yaml)
$ join() { (cd ~/team; export GIT_INDEX_FILE=.git/join; git read-tree refs/remotes/origin/ledger; git update-index --add --cacheinfo 100644,$blob,$folder/01m9000000aaaaaaaaaaaaaaaa-change.yaml; git update-ref refs/heads/ledger $(printf "Join\n\nPolicy: $(git rev-parse refs/heads/main)\n" | git commit-tree $(git write-tree) -p refs/remotes/origin/ledger -p $side); rm .git/join); }
$ as cleo join; status; why; PUSHER=cleo@example.com CRMTRACK_NOW=2026-11-29T09:12:00Z push refs/heads/ledger
"status": "resolved"
cleo@example.com	its commit does not have the complaint's own record, which it would follow from
remote: crmtrack: cannot take the push: 2 reasons
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m9000000aaaaaaaaaaaaaaaa-change.yaml': cleo@example.com may not close: rights.yaml gives that to manager
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m9000000aaaaaaaaaaaaaaaa-change.yaml': its commit does not have the complaint's own record in its history
[1]
$ PUSHER=cleo@example.com CRMTRACK_NOW=2026-11-27T09:12:00Z push refs/heads/ledger; crmtrack -C team audit --full | cut -f1,2,5,7-
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m9000000aaaaaaaaaaaaaaaa-change.yaml': its commit does not have the complaint's own record in its history
8 commits with 7 files looked at; 3 faults, 1 warning, 0 notices
fault	history_rewritten		ledger was at 8d8b6419fc, which it no longer descends from: 1 commit is missing, but none of their records
fault	history_rewritten		ledger was at a534a32a8c, which it no longer descends from: 1 commit is missing, but none of their records
fault	complaint_unseen	cleo@example.com	its commit does not have the complaint's own record in its history
warning	clock_off	cleo@example.com	its id is 12d 22h newer than its commit

# Who may not close takes no closing back.

$ record=01m9000000aaaaaaaaaaaaaaaa; policy=$(git -C team rev-parse refs/heads/main); git -C team update-ref refs/heads/ledger refs/remotes/origin/ledger; closing | sed s/cleo/ben/ | as ben forge aaaaaaaaaaaaaaaa $policy change; status 2>&1 | sed "s/ (to go back.*//; s/was at [0-9a-f]*/was at ID/"
"status": "closed"
$ as cleo crmtrack -C team correct $id $record --set status=received --why 'Not yet'
crmtrack: cannot run 'correct': cleo@example.com may not close, and so may not correct a record that needs that right
hint: who may close: asha@example.com, ben@example.com
[5]
$ printf "kind: correction\nat: 2026-11-21T09:13:00Z\nby: cleo@example.com\nafter: []\ncorrects: $record\nset: {status: received}\nwhy: Not yet\n" | as cleo forge bbbbbbbbbbbbbbbb $policy correction; status; why
"status": "closed"
cleo@example.com	cleo@example.com may not close, and so may not correct a record that needs that right
$ crmtrack -C team doctor | grep -c ^refused; rm team/.git/crmtrack/index-*; why
1
cleo@example.com	cleo@example.com may not close, and so may not correct a record that needs that right
$ audit; PUSHER=cleo@example.com push refs/heads/ledger; back
1 commit with 1 file looked at; 1 fault, 0 warnings, 0 notices
fault	not_allowed	cleo@example.com	cleo@example.com may not close, and so may not correct a record that needs that right
remote: crmtrack: cannot take the push: 2 reasons
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m9000000bbbbbbbbbbbbbbbb-correction.yaml': cleo@example.com may not close, and so may not correct a record that needs that right
remote:   commit ID: its author is ben@example.com, but cleo@example.com pushes it, and it is not signed by its author's key
$ printf "kind: correction\nat: 2026-11-21T09:13:00Z\nby: ben@example.com\nafter: []\ncorrects: $record\nset: {status: received}\nwhy: Not yet\n" | as ben forge bbbbbbbbbbbbbbbb $policy correction; status; why
"status": "resolved"

# A right that begins later has not begun, whatever a commit's date says: the server judges as of today, and so does audit
# while the date lies ahead.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }; cd ~; at 2026-11-10T02:00:00Z
$ crmtrack -q init early; cd early; for who in 'asha manager' 'ben agent'; do crmtrack -q person add ${who% *}@example.com --name ${who% *} --role ${who#* } > /dev/null; done; printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: void, roles: [manager, agent], from: 2026-11-11}\n  - {right: policy, roles: [manager]}\n  - {right: relay, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m Rights; id=$(crmtrack -q new -c acme -m 'Charged twice')
$ git init -q --bare ../early.git; crmtrack -q -C ../early.git hook install --server --identity-env PUSHER; git remote add origin ~/early.git; PUSHER=asha@example.com crmtrack -q sync; sed -i "s,^program=,export CRMTRACK_NOW=2026-11-10T02:00:00Z; program=," ../early.git/hooks/*receive
$ at 2026-11-11T01:00:00Z; git config user.name Ben; git config user.email ben@example.com; crmtrack -q void $id --why spam > /dev/null; PUSHER=ben@example.com git push -q origin refs/heads/ledger 2>&1 | sed 's/commit [0-9a-f]*/commit ID/; s/ *$//' | grep '^remote'
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/10/ckdksb4svy/01m741wvm02bga2p89vqspnxxk-change.yaml': ben@example.com may not void: rights.yaml gives that to manager
$ for at in 2026-11-10T02:00:00Z 2026-11-11T02:00:00Z; do CRMTRACK_NOW=$at crmtrack -q audit --fields severity,finding,author,message; done
fault	not_allowed	ben@example.com	ben@example.com may not void: rights.yaml gives that to manager
warning	time_future	ben@example.com	committed 23h in the future
