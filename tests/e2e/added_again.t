# A record that one author added by two commits is that of the commit by whose policy they may, in each index.

$ crmtrack -q init asha && cd asha && id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late') && crmtrack -q person add asha@example.com --name Asha --role manager > /dev/null && crmtrack -q person add ben@example.com --name Ben --role agent > /dev/null && printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml && git add policy && git commit -q -m Rights && first=$(git rev-parse refs/heads/main)
$ git config alias.add-void '!f() { export GIT_INDEX_FILE=$PWD/.git/forge; git read-tree refs/heads/ledger && git update-index --add --cacheinfo 100644,$(printf "kind: change\nat: 2026-11-22T09:00:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\n" | git hash-object -w --stdin),complaints/2026/11/21/${id#*-}/01m7yq9999aaaaaaaaaaaaaaaa-change.yaml && printf "void\n\nPolicy: $1\n" | git -c user.email=ben@example.com commit-tree -p refs/heads/ledger $(git write-tree); }; f'
$ export id GIT_AUTHOR_DATE=2026-11-22T09:00:00Z GIT_COMMITTER_DATE=2026-11-22T09:00:00Z; before=$(git add-void $first); sed -i '/email: ben/,/role/s/role: agent/role: manager/' policy/people.yaml; git commit -q -a -m 'Ben manages'; export GIT_AUTHOR_DATE=2026-11-22T11:00:00Z GIT_COMMITTER_DATE=2026-11-22T11:00:00Z CRMTRACK_NOW=2026-11-23T09:00:00Z; after=$(git add-void $(git rev-parse refs/heads/main)); both=$(git commit-tree -p $before -p $after -m both $before^{tree})
$ see() { crmtrack -q list --all --fields status; }
$ git update-ref refs/heads/ledger $before; see; git update-ref refs/heads/ledger $both; see; rm .git/crmtrack/index-*; see
received
void
void
$ rm .git/crmtrack/index-*; git update-ref refs/heads/ledger $after; see; git update-ref refs/heads/ledger $both; see
void
void

# A person who recorded a colleague's record is named as soon as the colleague's own commit comes.

$ as() { GIT_AUTHOR_EMAIL=$1@example.com GIT_COMMITTER_EMAIL=$1@example.com GIT_AUTHOR_NAME=$1 GIT_COMMITTER_NAME=$1 "${@:2}"; }
$ told() { crmtrack -q audit --fields severity,finding,author,message | grep added_twice > ~/grown; sed 's/commit [0-9a-f]*/commit ID/' ~/grown; crmtrack -q audit --full --fields severity,finding,author,message | grep added_twice | diff ~/grown -; }
$ add() { (export GIT_INDEX_FILE=$PWD/.git/forge; git read-tree $1; shift; while [ $# -gt 0 ]; do git update-index --add --cacheinfo 100644,$2,$1; shift 2; done; git write-tree); }
$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }; at 2026-11-21T09:00:00Z; cd ~; crmtrack -q init two; cd two; id=$(crmtrack -q new -c acme -m 'Charged twice'); base=$(git rev-parse refs/heads/ledger)
$ note=complaints/2026/11/21/${id#*-}/01m7yp0xr0aaaaaaaaaaaaaaaa-activity.yaml; blob=$(printf 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\ntype: note\ndirection: internal\ntext: mine\n' | git hash-object -w --stdin)
$ own=$(as asha git commit-tree -p $base -m own $(add $base $note $blob)); bens=$(as ben git commit-tree -p $base -m bens $(add $base $note $blob)); git update-ref refs/heads/ledger $bens; told; git update-ref refs/heads/ledger $(git commit-tree -p $bens -p $own -m both $bens^{tree}); told
warning	added_twice	ben@example.com	added by commit ID of asha@example.com as well

# A copy of an imported complaint's record, on a branch from before it, by whose policy more was allowed.

$ cd ~; at 2026-11-01T09:00:00Z; crmtrack -q init copied; cd copied; for who in 'asha manager' 'ben agent'; do crmtrack -q person add ${who% *}@example.com --name ${who% *} --role ${who#* } > /dev/null; done; open=$(git rev-parse refs/heads/main); root=$(git rev-parse refs/heads/ledger)
$ at 2026-11-02T09:00:00Z; printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m Rights; at 2026-11-10T09:00:00Z; printf 'Complaint ID,Date received,Product,Issue\n7,2026-10-31,Card,Imported\n' > ~/desk.csv; crmtrack -q import csv ~/desk.csv --map cfpb
new 1, known 0, differing 0, rejected 0
$ head=$(git rev-parse refs/heads/ledger); own=$(git ls-tree -r --name-only $head complaints); void=$(printf 'kind: change\nat: 2026-11-01T12:00:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\n' | git hash-object -w --stdin)
$ fork() { files="$own $(git rev-parse $head:$own) ${own%/*}/01m6bfncy0aaaaaaaaaaaaaaaa-change.yaml $void"; at 2026-11-01T12:00:00Z; side=$(as $1 git commit-tree -p $root -m fork -m "Policy: $2" $(add $root $files)); at 2026-11-10T10:00:00Z; git update-ref refs/heads/ledger $(git commit-tree -p $head -p $side -m merge $(add $head $files)); crmtrack -q audit > /dev/null; told; crmtrack list --all --fields status; }
$ fork ben $open
warning	added_twice	ben@example.com	goes on from a copy of its complaint's record; commit ID of asha@example.com has that as well, and ben@example.com may not void: rights.yaml gives that to manager
void
$ rm -r .git/crmtrack; fork ben $(git rev-parse refs/heads/main)
received
