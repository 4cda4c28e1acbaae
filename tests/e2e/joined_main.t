# Two teams that began apart become one: their ledgers, and their policies.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $2@example.com && git -C $1 config user.name ${2^}; }
$ hide() { sed 's/commit [0-9a-f]\{10,12\}/commit ID/g'; }
$ begin() { crmtrack -q init $1; as $1 $1; for who in "${@:2}"; do crmtrack -q -C $1 person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done; printf 'rights:\n  - {right: void, roles: [lead]}\n  - {right: policy, roles: [lead]}\n  - {right: relay, roles: [lead]}\n' > $1/policy/rights.yaml; git -C $1 add policy; git -C $1 commit -q -m 'Who may'; }
$ at 2026-11-01T09:00:00Z; begin asha asha:lead ben:agent; id=$(c asha -q new -c acme -m 'Charged twice'); git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync; PUSHER=ben@example.com crmtrack -q clone server.git ben; as ben ben; c ben -q audit
$ at 2026-11-01T10:00:00Z; begin zoe zoe:lead; other=$(c zoe -q new -c zcorp -m 'Other one'); c zoe -q void $other --why spam > /dev/null

# Before the mains are joined nothing of one's own is sent to the other team.

$ at 2026-11-02T09:00:00Z; git -C asha remote add other ~/zoe; c asha -q audit; c asha sync --join other 2>&1 | hide; c zoe list --fields summary
'other': received 3 records (by zoe@example.com)
crmtrack: commit ID: record 01m6b8te809v3rqvdrd7r1pxdx of 20261101-fa50b04m44 does not count: zoe@example.com is not in people.yaml
crmtrack: commit ID: record 01m6b8te80dbnwkx8qryzav6fc of zcorp does not count: zoe@example.com is not in people.yaml
crmtrack: commit ID: record 01m6b8te81ha9vf18f5p1y1ye4 of 20261101-fa50b04m44 does not count: zoe@example.com is not in people.yaml
crmtrack: cannot merge the policy of 'main': the two have no commit in common
hint: if theirs is the right one: git -C '$HOME/asha' checkout -B main refs/remotes/other/main
hint: if two teams become one, who has the right 'policy' joins them: git -C '$HOME/asha' merge --allow-unrelated-histories refs/remotes/other/main
hint: then: crmtrack sync other
1 is closed: --all
$ join() { git -C $1 merge -q --allow-unrelated-histories --no-edit $2 > /dev/null 2>&1; git -C $1 checkout -q --ours README.md policy; sed -i '$a\  - email: zoe@example.com\n    name: zoe\n    role: lead' $1/policy/people.yaml; git -C $1 add -A; git -C $1 commit -q -m 'One team'; }

# Who may not change policy joins nothing on the server.

$ git -C ben fetch -q ../zoe refs/heads/main:refs/remotes/zoe/main; join ben refs/remotes/zoe/main; PUSHER=ben@example.com git -C ben push -q origin refs/heads/main 2>&1 | sed -n 's/ *$//; /^remote:   /p' | hide; git -C ben reset -q --hard origin/main
remote:   commit ID: begins a history of its own, which is none of this main's: who has the rights 'relay' and 'policy' joins the two
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to lead
remote:   commit ID: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
remote:   commit ID: its author is zoe@example.com, but ben@example.com pushes it, who may not change policy
remote:   commit ID: its author is zoe@example.com, but ben@example.com pushes it, who may not change policy

# Who has the rights by this main does, and is blamed in no clone that knew it. One that did not says who joined it to a
# main that does not know them.

$ join asha refs/remotes/other/main; c asha list --all --fields status,summary | sort; c asha -q audit; c asha sync; c asha audit --full --fields severity,finding,author,message; c ben -q sync; c ben audit; c ben list --all --fields status,summary | sort
received	Charged twice
void	Other one
notice	dated_before_seen					3 commits are dated before they are known to have come, within the grace: work done offline (-v lists them)
'origin': sent 3 records and 4 commits of main
6 commits with 5 files looked at; 0 faults, 1 warning, 1 notice
warning	policy_not_allowed	asha@example.com	joins another main, by whose policy asha@example.com is not in people.yaml
notice	dated_before_seen		3 commits are dated before they are known to have come, within the grace: work done offline (-v lists them)
4 commits with 3 files looked at; what is older was on 2026-11-01 09:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 4 commits with 3 records and attachments, dated 2026-11-01 10:00, nor of what the audit of 2026-11-01 09:00 saw; 0 signatures verified, dates compared with 1 receipt of a server
received	Charged twice
void	Other one
$ PUSHER=ben@example.com crmtrack -q clone server.git fresh; crmtrack -C fresh audit --fields severity,finding,author,message; crmtrack -C fresh list --all --fields status,summary | sort
6 commits with 5 files looked at; 0 faults, 1 warning, 0 notices
warning	policy_not_allowed	asha@example.com	joins another main, by whose policy asha@example.com is not in people.yaml
received	Charged twice
void	Other one

# The other way round is none: whoever takes a team's main into their own is told of, wherever the team's was known.

$ git clone -q --bare server.git plain.git 2> /dev/null; git -C ben remote set-url origin ~/plain.git; c ben -q sync; begin eve eve:lead; git -C eve fetch -q ../plain.git refs/heads/main:refs/remotes/plain/main; join eve refs/remotes/plain/main; git -C eve push -q ../plain.git refs/heads/main; c ben sync 2>&1 | hide; c ben -q audit --fields severity,finding,author,message | sed 's/([0-9a-f]*)/(ID)/'
crmtrack: main of 'origin': commit ID: eve@example.com is not in people.yaml
hint: it is in force all the same; who has the right 'policy' can undo it: git revert COMMIT
'origin': received 4 commits of main
fault	policy_not_allowed	eve@example.com	its first parent is not main as it was (ID), but another line
fault	policy_not_allowed	eve@example.com	eve@example.com is not in people.yaml
warning	policy_not_allowed	asha@example.com	joins another main, by whose policy asha@example.com is not in people.yaml

# Who began a ledger of their own joins the team's, though that is long ago: what is here is committed anew.

$ at 2026-11-03T09:00:00Z; crmtrack -q init own; as own cleo; crmtrack -q -C own new -c beta -m 'Before the team' > /dev/null; at 2026-11-20T09:00:00Z; crmtrack -q -C asha person add cleo@example.com --name Cleo --role agent > /dev/null; c asha -q note $id -m x > /dev/null; c asha -q sync
$ cd own; export PUSHER=cleo@example.com; git remote add origin ~/server.git; crmtrack sync --join 2>&1 | hide; git checkout -q -B main refs/remotes/origin/main; crmtrack sync; crmtrack list --fields summary | sort; c asha -q sync; c asha audit --fields severity,finding,author
set up 'origin': git push and git pull share main and ledger with it
'origin' takes no commits dated so: 2 records committed anew, with today's date
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
hint: to send the records of others takes the right 'relay', which the policy here gives to nobody
'origin': received 6 records (by asha@example.com, zoe@example.com); sent 2 records
crmtrack: cannot merge the policy of 'main': the two have no commit in common
hint: if theirs is the right one: git -C '$HOME/own' checkout -B main refs/remotes/origin/main
hint: if two teams become one, who has the right 'policy' joins them: git -C '$HOME/own' merge --allow-unrelated-histories refs/remotes/origin/main
hint: then: crmtrack sync origin
'origin' has the records of 1 commit of others by other commits: took these instead
'origin' and this clone have the same
Before the team
Charged twice
2 commits with 3 files looked at; what is older was on 2026-11-02 09:00 (--full looks again); 0 faults, 4 warnings, 0 notices
warning	entered_late	cleo@example.com
warning	entered_late	cleo@example.com
warning	clock_off	cleo@example.com
warning	policy_not_allowed	asha@example.com
