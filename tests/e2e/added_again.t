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
