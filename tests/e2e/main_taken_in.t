# Who answers for what somebody without the right to change policy proposed: whoever merged it with the right to, looked
# at. A merge that a tool made by itself answers for nothing.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; cd asha; for who in 'asha manager' 'ben agent'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n  - {right: policy, roles: [manager]}\n  - {right: relay, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m 'Rights'; cd ~
$ git init -q --bare server.git && git -C asha remote add origin ~/server.git && crmtrack -q -C asha sync; crmtrack -q clone server.git ben; git -C ben config user.email ben@example.com; git -C ben config user.name Ben
$ promote() { sed -i '/email: ben/,/role/s/role: agent/role: manager/' ben/policy/people.yaml; git -C ben commit -q -a -m "${1:-Ben is a manager}"; }
$ faults() { git clone -q --bare ${1:-server.git} fresh; crmtrack -C fresh audit --full --fields severity,finding,author,message 2> /dev/null; rm -rf fresh; }
$ edit() { echo "# $1" >> asha/policy/channels.yaml; git -C asha add policy; git -C asha commit -q -m "$1"; }

# Policy pushed to main of a plain server without the right: sync reports it, and merges it with no own commit.

$ at 2026-11-02T09:00:00Z; cp -r server.git before.git; promote; git -C ben push -q origin main; crmtrack -q clone before.git cleo; git -C cleo remote set-url origin ~/server.git; crmtrack -C cleo sync
crmtrack: main of 'origin': commit b01c4737d2: ben@example.com may not change policy: rights.yaml gives that to manager
hint: it is in force all the same; who has the right 'policy' can undo it: git revert COMMIT
'origin': received 1 commit of main
$ edit 'A comment'; crmtrack -C asha sync; crmtrack -C asha -q sync
crmtrack: cannot merge the policy of 'main' unseen: commit b01c4737d2: ben@example.com may not change policy: rights.yaml gives that to manager
hint: look at it: git show b01c4737d2a3e973721261dbc9c16756b128e303
hint: to merge it, and answer for it where you have the right 'policy': git -C '$HOME/asha' merge --no-ff -m 'WHAT AND WHY' refs/remotes/origin/main
hint: to undo it besides: git revert COMMIT; then: crmtrack sync
crmtrack: cannot merge the policy of 'main' unseen: commit b01c4737d2: ben@example.com may not change policy: rights.yaml gives that to manager
hint: look at it: git show b01c4737d2a3e973721261dbc9c16756b128e303
hint: to merge it, and answer for it where you have the right 'policy': git -C '$HOME/asha' merge --no-ff -m 'WHAT AND WHY' refs/remotes/origin/main
hint: to undo it besides: git revert COMMIT; then: crmtrack sync
[5]
$ git -C asha pull -q --no-rebase --no-edit origin main; git -C asha log -1 --format=%s | sed 's, of .*,,'; git -C asha push -q origin main; faults
Merge branch 'main'
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager

# Who has looked at it, and merges it with the right to, answers for it.

$ git -C asha reset -q --hard HEAD^; git -C asha merge -q --no-ff -m 'Ben may' $(git -C ben rev-parse HEAD); git -C asha push -q -f origin main; faults

# Two proposals of one person do not take in each other, and the policy that main has left behind takes in nothing.

$ rm -rf server.git && mv before.git server.git && crmtrack -q -C server.git hook install --server --identity-env PUSHER && export PUSHER=ben@example.com
$ push() { git -C $1 push -q origin "$2" 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/; s/([0-9a-f]*)/(ID)/; /^remote:   /p'; }
$ tree() { git -C ben rev-parse "$1^{tree}"; }; join() { git -C ben commit-tree $(tree $1) -p $1 -p $2 -m join; }
$ git -C ben fetch -q -f origin '+refs/heads/main:refs/remotes/origin/main'; base=$(git -C ben rev-parse refs/remotes/origin/main)
$ git -C ben reset -q --hard $base; promote One; one=$(git -C ben rev-parse HEAD); git -C ben reset -q --hard $base; promote Two; two=$(git -C ben rev-parse HEAD)
$ git -C ben reset -q --hard $(join $(join $one $two) $(join $two $one)); push ben main
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager

$ git -C ben reset -q --hard $base; promote 'By Asha'; git -C ben push -q origin HEAD:refs/heads/policy/ben; PUSHER=asha@example.com; git -C asha fetch -q origin +refs/heads/policy/ben:refs/remotes/origin/policy/ben; git -C asha reset -q --hard $base; git -C asha merge -q --no-ff -m 'Ben may' refs/remotes/origin/policy/ben; push asha main; was=$(git -C asha rev-parse HEAD)
$ at 2026-11-03T09:00:00Z; sed -i '/email: ben/,/role/s/role: manager/role: agent/' asha/policy/people.yaml; git -C asha commit -q -a -m 'Ben is an agent again'; push asha main
$ PUSHER=ben@example.com; git -C ben fetch -q origin; now=$(git -C asha rev-parse HEAD); git -C ben reset -q --hard $(join $was $(join $was $now)); push ben main
remote:   commit ID: its first parent is not main as it was (ID), but another line: run crmtrack sync, or rebase it (git pull --rebase)
remote:   commit ID: its first parent is not main as it was (ID), but another line: run crmtrack sync, or rebase it (git pull --rebase)
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager

# Nobody without the right puts into force what another one has merely proposed; who is not in the directory pushes nothing.

$ git -C asha switch -q -c draft; sed -i '/email: ben/,/role/s/role: agent/role: manager/' asha/policy/people.yaml; git -C asha commit -q -a -m 'Ben again?'; PUSHER=asha@example.com; push asha HEAD:refs/heads/policy/draft; git -C asha switch -q main; git -C ben fetch -q origin +refs/heads/policy/draft:refs/remotes/origin/policy/draft
$ PUSHER=ben@example.com; push ben refs/remotes/origin/policy/draft:refs/heads/main; PUSHER=eve@example.com; push ben refs/remotes/origin/policy/draft:refs/heads/main
remote:   commit ID: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
remote:   eve@example.com is not in people.yaml
$ PUSHER=asha@example.com; git -C asha merge -q --no-ff -m 'Ben again' draft; push asha main; faults

# main is what the upstream says, not a colleague's clone.

$ git -C ben reset -q --hard $base; promote 'My own'; git -C asha reset -q --hard $base; git -C asha remote add ben ~/ben; crmtrack -C asha sync ben; git -C asha log -1 --format=%s
crmtrack: cannot merge the policy of 'main' unseen: commit 3ac8137708: ben@example.com may not change policy: rights.yaml gives that to manager
hint: look at it: git show 3ac813770810cb499396dc6a4e39964e8feac566
hint: to merge it, and answer for it where you have the right 'policy': git -C '$HOME/asha' merge --no-ff -m 'WHAT AND WHY' refs/remotes/ben/main
hint: to undo it besides: git revert COMMIT; then: crmtrack sync
Rights

# An outsider's change of policy does not decide who may undo it: nobody is blamed for that.

$ git init -q --bare open.git; git -C asha push -q ~/open.git $base:refs/heads/main refs/heads/ledger; git -C ben reset -q --hard $base; printf 'people:\n  - {email: eve@example.com, role: manager}\n' > ben/policy/people.yaml; git -C ben commit -q -a -m 'Eve alone' --author 'Eve <eve@example.com>'; git -C ben push -q ~/open.git HEAD:main
$ crmtrack -q clone open.git again; crmtrack -C again audit --fields finding,author; at 2026-11-04T09:00:00Z; git -C again revert --no-edit HEAD > /dev/null; crmtrack -C again audit --fields finding,author; crmtrack -q -C again sync; faults open.git
1 commit with 0 files looked at; 1 fault, 0 warnings, 0 notices
policy_not_allowed	eve@example.com
0 commits with 0 files looked at; what is older was on 2026-11-03 09:00 (--full looks again); 1 fault, 0 warnings, 0 notices
policy_not_allowed	eve@example.com
fault	policy_not_allowed	eve@example.com	eve@example.com is not in people.yaml
