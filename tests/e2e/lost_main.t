# Where main is gone, what it was stays in force: nobody else begins another, and everybody is told.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ push() { PUSHER=$1@example.com git -C $1 push -q origin "$2" 2>&1 | sed -n 's/ *$//; /^remote:   /p'; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:lead ben:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: void, roles: [lead]}\n  - {right: policy, roles: [lead]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(crmtrack -C asha -q new -c acme -m 'Charged twice')
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; export PUSHER=asha@example.com; crmtrack -q -C asha sync
$ for who in ben eve; do crmtrack -q clone server.git $who; as $who; done; crmtrack -q clone server.git other

# On the server: who had not the right brings no main, who had it brings one that has the old one.

$ git -C server.git update-ref -d refs/heads/main; crmtrack -C server.git audit; crmtrack -C server.git doctor | grep '^policy'
2 commits with 2 files looked at; 1 fault, 0 warnings, 0 notices
fault	policy_rewritten	45b72fc216f1a027bc614c297cbdd9e8ad74639b				main is gone; it was at 45b72fc216
policy	fault	main is gone; it was at 45b72fc216, whose policy stays in force	git -C '$HOME/server.git' update-ref refs/heads/main 45b72fc216f1a027bc614c297cbdd9e8ad74639b
policy edits	ok	all committed	
$ own() { (cd $1; git commit-tree -m 'Mine' refs/heads/main^{tree}); }
$ push eve $(own eve):refs/heads/main; push ben $(own ben):refs/heads/main; push asha $(own asha):refs/heads/main; git -C server.git for-each-ref refs/heads/main
remote:   eve@example.com is not in people.yaml
remote:   main is gone here; it was at 45b72fc216: who has the right 'policy' by that brings it back
remote:   main is gone here; it was at 45b72fc216, which a new main must have in its history
$ push ben refs/heads/main; PUSHER=ben@example.com crmtrack -q -C ben note $id -m 'All the same' > /dev/null; PUSHER=ben@example.com crmtrack -C ben sync
remote:   main is gone here; it was at 45b72fc216: who has the right 'policy' by that brings it back
remote:   commit f18438c545: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
remote:   commit fde5aa1352: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
remote:   commit 2b2e8df1bf: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
remote:   commit 45b72fc216: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
crmtrack: 'origin' went back: it had 4 commits of main that it no longer has, by asha@example.com; this clone has what is missing
'origin': sent 1 record
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 5 reasons; main is gone here; it was at 45b72fc216: who has the right 'policy' by that brings it back; commit f18438c545: its author is asha@example.com, but ben@example.com pushes it, who may not change policy; commit fde5aa1352: its author is asha@example.com, but ben@example.com pushes it, who may not change policy; commit 2b2e8df1bf: its author is asha@example.com, but ben@example.com pushes it, who may not change policy; commit 45b72fc216: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync, in a clone that has it
hint: until then leave main as it is here
[5]
$ crmtrack -q -C asha person add cleo@example.com --name Cleo --role agent > /dev/null; crmtrack -C asha sync; crmtrack -C server.git audit
crmtrack: 'origin' went back: it had 4 commits of main that it no longer has, by asha@example.com; sent again
'origin': received 1 record (by ben@example.com); sent 5 commits of main
1 commit with 1 file looked at; what is older was on 2026-11-01 09:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 1 commit with 1 record or attachment, dated 2026-11-01 09:00, nor of what the audit of 2026-11-01 09:00 saw; 0 signatures verified, dates compared with 0 receipts of a server

# Its objects are gone too: nobody's rights are known, and a new main must bring it.

$ git -C server.git update-ref -d refs/heads/main; git -C server.git reflog expire --expire=now --all; git -C server.git gc -q --prune=now; crmtrack -q -C server.git audit --forget --fields message; crmtrack -C server.git doctor | grep '^policy'
main is gone, and the commit 45b72fc216 that it was at too
policy	fault	main is gone, and the commit 45b72fc216 that it was at too	git -C '$HOME/server.git' fetch CLONE refs/heads/main:refs/heads/main
policy edits	ok	all committed	
$ push eve $(own eve):refs/heads/main; push eve refs/heads/main; git -C server.git for-each-ref refs/heads/main; crmtrack -C asha sync
remote:   main is gone here; it was at 45b72fc216: who has the right 'policy' by that brings it back
remote:   eve@example.com is not in people.yaml
crmtrack: 'origin' went back: it had 5 commits of main that it no longer has, by asha@example.com; sent again
'origin': sent 5 commits of main

# In a clone that is shared with nobody, by a fault of the disk.

$ cd other; git remote remove origin; : > .git/refs/heads/main; git config user.email ben@example.com; crmtrack void $id --why spam
crmtrack: cannot run 'void': ben@example.com may not void: rights.yaml gives that to lead
hint: who may void: asha@example.com
[5]
$ crmtrack audit --fields severity,finding,message; eval "$(crmtrack doctor --fields check,mend | sed -n 's/^main\t//p')"; git rev-list --count refs/heads/main; crmtrack -q audit --fields message
2 commits with 2 files looked at; 1 fault, 0 warnings, 0 notices
fault	policy_rewritten	main is gone; it was at 45b72fc216
4
