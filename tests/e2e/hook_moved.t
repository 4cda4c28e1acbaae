# A ledger that moves to a server with the hook: what merely does not count comes along, and counts nowhere there either.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; cd asha; for who in 'asha manager' 'ben agent'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n' > policy/rights.yaml; for right in policy relay void; do echo "  - {right: $right, roles: [manager]}" >> policy/rights.yaml; done; git add policy; git commit -q -m 'Rights'; id=$(crmtrack -q new -c acme -m 'Charged twice'); cd ~
$ git init -q --bare plain.git; git -C asha remote add origin ~/plain.git; crmtrack -q -C asha sync; crmtrack -q clone plain.git ben; git -C ben config user.email ben@example.com; git -C ben config user.name Ben
$ export PUSHER=asha@example.com; server() { git init -q --bare $1.git; crmtrack -q -C $1.git hook install --server --identity-env PUSHER; git -C asha remote add $1 ~/$1.git; }
$ put() { (cd ben; export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin),complaints/2026/11/01/${id#*-}/01m6dqs9m0wk726r4ka7crk$1; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p refs/heads/ledger -m forged)); }

# A record that nobody can read, one by somebody who is nobody here, one without the right; a clock that was ahead.

$ at 2026-11-02T09:00:00Z; echo 'text: [' | put c4z-activity.yaml; printf 'kind: activity\nat: 2026-11-02T09:00:00Z\nby: eve@example.com\nafter: []\ntype: note\ndirection: internal\nevidence: asserted\ntext: Eve\n' | GIT_AUTHOR_EMAIL=eve@example.com put c5z-activity.yaml; printf 'kind: change\nat: 2026-11-02T09:00:00Z\nby: ben@example.com\nafter: []\nset:\n  status: void\nwhy: no\n' | put c6z-change.yaml; git -C ben push -q origin refs/heads/ledger
$ at 2030-01-01T09:00:00Z; crmtrack -q -C ben note $id -m 'Ahead' > /dev/null; crmtrack -q -C ben sync; at 2026-11-10T09:00:00Z; crmtrack -q -C asha sync; crmtrack -q -C asha note $id -m 'After it' > /dev/null
crmtrack: commit d57e70bd3239: record 01m6dqs9m0wk726r4ka7crkc5z of 20261101-dz90dvdgba does not count: eve@example.com is not in people.yaml
crmtrack: commit 97ca9971917d: record 01m6dqs9m0wk726r4ka7crkc6z of 20261101-dz90dvdgba does not count: ben@example.com may not void: rights.yaml gives that to manager
$ server new; crmtrack -C asha sync new; crmtrack -C asha audit --fields severity,finding,author,message
'new': sent 7 records and 4 commits of main
7 commits with 7 files looked at; 3 faults, 2 warnings, 0 notices
fault	record_unreadable	ben@example.com	line 2: end of sequence flow not found
fault	author_unknown	eve@example.com	eve@example.com is not in people.yaml
fault	not_allowed	ben@example.com	ben@example.com may not void: rights.yaml gives that to manager
warning	time_order	ben@example.com	committed 1148d after its child
warning	time_future	ben@example.com	committed 1148d in the future
[1]
$ crmtrack -C asha -q note $id -m 'On the new one' > /dev/null; crmtrack -C asha sync new
'new': sent 1 record

# Damage is refused.

$ crmtrack -q -C ben sync; (cd ben; git update-ref refs/heads/ledger $(git commit-tree $(git mktree < /dev/null) -p refs/heads/ledger -m empty)); git -C ben push -q origin refs/heads/ledger; server other; git -C asha fetch -q origin; git -C asha push -q other refs/heads/main refs/remotes/origin/ledger:refs/heads/ledger 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/; /^remote: /p' | sort | uniq -c | head -4
      1 remote:   commit ID: 'complaints/2026/11/01/dz90dvdgba/01m6b5cjm088eat46s1a84yzcx-complaint.yaml': removed
      1 remote:   commit ID: 'complaints/2026/11/01/dz90dvdgba/01m6dqs9m0wk726r4ka7crkc4z-activity.yaml': removed
      1 remote:   commit ID: 'complaints/2026/11/01/dz90dvdgba/01m6dqs9m0wk726r4ka7crkc5z-activity.yaml': removed
      1 remote:   commit ID: 'complaints/2026/11/01/dz90dvdgba/01m6dqs9m0wk726r4ka7crkc6z-change.yaml': removed

# The old server's receipts come along, in one push, by whom may bring the ledger; nothing else passes for them.

$ at 2026-11-11T09:00:00Z; git -C asha remote set-url origin ~/new.git; crmtrack -q -C asha sync; crmtrack -q -C asha note $id -m 'Goes on' > /dev/null; crmtrack -q -C asha sync; crmtrack -q -C asha sync; crmtrack -C asha -q audit > /dev/null
[1]
$ move() { git -C asha push -q $1 refs/heads/main refs/heads/ledger +${2:-refs/crmtrack/receipts}:refs/crmtrack/receipts 2>&1 | sed -n 's/ *$//; s/[0-9a-f]\{10\}/ID/; /^remote:   /p' | sort -r; }
$ at 2026-11-12T09:00:00Z; server third; move third refs/heads/main; git -C asha update-ref refs/crmtrack/forged $(cd asha; printf "receipt 2026-11-02T09:00:00Z\n\nrefs/heads/ledger $(git rev-parse refs/heads/main) 1\n" | git commit-tree $(git mktree < /dev/null)); move third refs/crmtrack/forged; PUSHER=ben@example.com move third > /dev/null; git -C third.git for-each-ref
remote:   'refs/crmtrack/receipts' cannot be taken: commit ID is no receipt
remote:   'refs/crmtrack/receipts' cannot be taken: the receipt ID tells of a commit that does not come with it
$ move third; git -C third.git log --format=%s refs/crmtrack/receipts; git -C asha remote set-url origin ~/third.git; crmtrack -C asha sync; crmtrack -C asha audit | grep -c receipts
receipt 2026-11-12T09:00:00Z
receipt 2026-11-11T09:00:00Z
receipt 2026-11-10T09:00:00Z
receipt 2026-11-10T09:00:00Z
receipt 2026-11-10T09:00:00Z
'origin' and this clone have the same
0 commits with 0 files looked at; what is older was on 2026-11-11 09:00 (--full looks again); 4 faults, 2 warnings, 0 notices
0
[1]
$ move third refs/crmtrack/forged
remote:   'refs/crmtrack/receipts' is the server's own
