# On a server without the hook somebody puts another main in the place of the team's.

$ export CRMTRACK_NOW=2026-11-21T09:12:00Z GIT_AUTHOR_DATE=2026-11-21T09:12:00Z GIT_COMMITTER_DATE=2026-11-21T09:12:00Z
$ crmtrack -q init asha; git -C asha config user.email asha@example.com; crmtrack -q -C asha person add asha@example.com --name Asha --role lead > /dev/null; id=$(crmtrack -C asha -q new -c acme -m 'Charged twice'); git init -q --bare server.git; git -C asha remote add origin ~/server.git; crmtrack -q -C asha sync
$ (export CRMTRACK_NOW=2026-11-21T09:00:00Z GIT_COMMITTER_DATE=2026-11-21T09:00:00Z GIT_AUTHOR_DATE=2026-11-21T09:00:00Z; crmtrack -q init eve); git -C eve config user.email eve@example.com; crmtrack -q -C eve person add eve@example.com --name Eve --role lead > /dev/null; git -C eve push -q -f ../server.git refs/heads/main

# A clone that had the team's keeps it, and learns the way back. A new clone knows only the other; its audit says so.

$ crmtrack -C asha sync; crmtrack -q clone server.git fresh; crmtrack -C fresh audit --full --fields severity,finding,author,message
crmtrack: 'origin' went back: it had 2 commits of main that it no longer has, by asha@example.com; this clone has what is missing
crmtrack: cannot merge the policy of 'main': the two have no commit in common
hint: if theirs is the right one: git -C '$HOME/asha' checkout -B main refs/remotes/origin/main
hint: if two teams become one, who has the right 'policy' joins them: git -C '$HOME/asha' merge --allow-unrelated-histories refs/remotes/origin/main
hint: then: crmtrack sync origin
hint: or, if another main took the place of this one there: git -C '$HOME/asha' push --force-with-lease origin refs/heads/main
2 commits with 2 files looked at; 2 faults, 1 warning, 0 notices
fault	author_unknown	asha@example.com	asha@example.com is not in people.yaml
fault	author_unknown	asha@example.com	asha@example.com is not in people.yaml
warning	policy_unknown		main lacks the policy that 1 of 1 commits of the ledger name: it is not the main by which they were written
[1]
$ git -C asha push -q --force-with-lease origin refs/heads/main; crmtrack -C asha sync; crmtrack -C fresh sync; git -C fresh checkout -q -B main refs/remotes/origin/main; crmtrack -C fresh sync; crmtrack -C fresh audit --full --fields severity,finding,message
'origin' and this clone have the same
crmtrack: 'origin' went back: it had 2 commits of main that it no longer has, by asha@example.com, eve@example.com; this clone has what is missing
crmtrack: cannot merge the policy of 'main': the two have no commit in common
hint: if theirs is the right one: git -C '$HOME/fresh' checkout -B main refs/remotes/origin/main
hint: if two teams become one, who has the right 'policy' joins them: git -C '$HOME/fresh' merge --allow-unrelated-histories refs/remotes/origin/main
hint: then: crmtrack sync origin
hint: or, if another main took the place of this one there: git -C '$HOME/fresh' push --force-with-lease origin refs/heads/main
'origin' and this clone have the same
2 commits with 2 files looked at; 1 fault, 1 warning, 0 notices
fault	policy_rewritten	origin/main was at 502cc4db86, which it no longer descends from
warning	policy_rewritten	main was at 502cc4db86, which it no longer descends from
[1]
