# A person who adds a colleague's records once more, dated earlier, is not the one who recorded them.

$ crmtrack -q init asha && cd asha && id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late') && crmtrack -q person add asha@example.com --name Asha --role manager && crmtrack -q person add ben@example.com --name Ben --role agent && printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml && git add policy && git commit -q -m 'Rights' && CRMTRACK_NOW=2026-11-22T09:00:00Z crmtrack -q void $id --why 'Twice' | wc -l && cd ~
asha@example.com
ben@example.com
1
$ git init -q --bare server.git && git -C asha remote add origin ../server.git && crmtrack -q -C asha sync && crmtrack -q clone server.git ben
$ again() { (cd ben; first=$(git rev-list --max-parents=0 refs/heads/ledger); tree=$(git rev-parse refs/heads/ledger^{tree}); export GIT_COMMITTER_DATE=2026-11-20T09:00:00Z GIT_AUTHOR_DATE=2026-11-20T09:00:00Z; fork=$(git -c user.email=$1 commit-tree -p $first $tree -m forged); git update-ref refs/heads/ledger $(git -c user.email=$1 commit-tree -p refs/heads/ledger -p $fork $tree -m merged)); }
$ again eve@example.com; git -C ben push -q origin refs/heads/ledger; export CRMTRACK_NOW=2026-11-23T09:00:00Z
$ crmtrack -C asha -q sync; crmtrack -C asha list --all --fields status,summary; crmtrack -C asha history $id --fields author | sort -u
void	Delivery is late
Asha Rao <asha@example.com>
$ crmtrack -C asha audit 2>/dev/null --fields finding,author | grep -v time_ | sort -u
added_twice	eve@example.com
at_after_commit	eve@example.com
author_unknown	eve@example.com
by_other	eve@example.com
clock_off	eve@example.com
$ rm asha/.git/crmtrack/index-*; crmtrack -C asha list --all --fields status,summary; crmtrack -C asha history $id --fields author | sort -u
void	Delivery is late
Asha Rao <asha@example.com>

# A colleague who may record does not take them over either.

$ again ben@example.com; git -C ben push -q origin refs/heads/ledger; crmtrack -C asha -q sync; crmtrack -C asha history $id --fields author | sort -u; crmtrack -C asha list --all --fields status
Asha Rao <asha@example.com>
void

# The server's hook takes none of it.

$ crmtrack -q -C server.git hook install --server && crmtrack -q clone server.git chen && cd chen && git config user.email asha@example.com && crmtrack -q new -c globex -r delay -m 'Another' | wc -l && crmtrack -q sync; cd ~; rm -rf ben; crmtrack -q clone server.git ben; again ben@example.com; git -C ben push -q origin refs/heads/ledger 2>&1 | grep -c 'in the ledger already, by another commit'
1
5
