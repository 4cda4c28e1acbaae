# main is judged as the ledger is: who changes policy, what may stand there, and that it can be read.

$ crmtrack -q init team && cd team
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ for who in 'ben manager' 'asha manager' 'cleo agent'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n  - {right: close, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml; git add policy && git commit -q -m 'Who may do what'
$ id=$(crmtrack -q new -c acme -m 'Charged twice'); cd ~
$ git clone -q --bare team server.git 2> /dev/null; git -C team remote add origin ~/server.git && git -C team fetch -q && crmtrack -q -C server.git hook install --server --identity-env PUSHER
$ push() { git -C team push -q origin "$@" 2>&1 | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/g' | grep -v '^To \|^error: failed to push\|^ ! '; return ${PIPESTATUS[0]}; }
$ change() { printf "$2" > team/$1 && git -C team add -f $1 && git -C team commit -q -m "Change $1"; }
$ undo() { git -C team reset -q --hard refs/remotes/origin/main; }
$ export PUSHER=cleo@example.com

# A plain commit of somebody without the right: the hook refuses it, and audit names it where there is no hook.

$ as cleo change policy/rights.yaml 'rights: []\n'; push refs/heads/main; crmtrack -C team audit
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy': cleo@example.com may not change policy: rights.yaml gives that to manager
2 commits with 2 files looked at; 1 fault, 0 warnings, 0 notices
fault	policy_not_allowed	1fe38f46e666db682006aaea672b6809a19e8101	policy	cleo@example.com	2026-11-21T09:12:00Z	cleo@example.com may not change policy: rights.yaml gives that to manager
[1]
$ as cleo git -C team commit -q --allow-empty -m 'More work'; as ben crmtrack -q -C team person add dan@example.com > /dev/null; crmtrack -C team audit; crmtrack -C team audit --full | cut -f2; undo
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	policy_not_allowed	1fe38f46e666db682006aaea672b6809a19e8101	policy	cleo@example.com	2026-11-21T09:12:00Z	cleo@example.com may not change policy: rights.yaml gives that to manager
2 commits with 2 files looked at; 1 fault, 0 warnings, 0 notices
policy_not_allowed

# Main rewritten: here by its own owner a warning, and a fault of whoever has what others have seen.

$ crmtrack -C team audit; rm team/.git/crmtrack/audit; PUSHER=asha@example.com; as asha change README.md 'Hello\n'; push refs/heads/main
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 0 faults, 1 warning, 0 notices
warning	policy_rewritten	8d2f01d0acbf3b0489d7b5bf876f68fc423fb92a				main was at 8d2f01d0ac, which it no longer descends from
$ crmtrack -C server.git audit; git clone -q server.git other; crmtrack -C other audit; git -C server.git update-ref refs/heads/main refs/heads/main~2; git -C other fetch -q; crmtrack -C other audit; crmtrack -C server.git audit
2 commits with 2 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 2 commits with 2 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
2 commits with 2 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 2 commits with 2 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	policy_rewritten	a2ac7f5b8e747fa4c436988a9c496f0728eba0e6				origin/main was at a2ac7f5b8e, which it no longer descends from
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	policy_rewritten	a2ac7f5b8e747fa4c436988a9c496f0728eba0e6				main was at a2ac7f5b8e, which it no longer descends from
[1]
$ git -C server.git update-ref refs/heads/main "$(git -C team rev-parse refs/heads/main)"

# Policy that cannot be read is not taken; where it came all the same, the last good version is in force.

$ as asha change policy/people.yaml '<<<<<<< ours\npeople: []\n=======\npeople:\n>>>>>>> theirs\n'; push refs/heads/main
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy/people.yaml': 1:1: has the conflict markers of a Git merge: choose what stands, then git add and git commit
[1]
$ git -C server.git config core.hooksPath /none; push refs/heads/main; git -C server.git config --unset core.hooksPath
$ as zed crmtrack -C team note $id -m 'Who am I'; as asha crmtrack -C team note $id -q -m 'Still here' > /dev/null
crmtrack: policy/people.yaml:1:1: has the conflict markers of a Git merge: choose what stands, then git add and git commit; in force is the version of commit a2ac7f5b8e
crmtrack: cannot run 'note': zed@example.com is not in people.yaml
hint: who is in it can add you: crmtrack person add zed@example.com --name NAME --role ROLE
crmtrack: policy/people.yaml:1:1: has the conflict markers of a Git merge: choose what stands, then git add and git commit; in force is the version of commit a2ac7f5b8e
$ crmtrack -C team audit; crmtrack -C team policy check 2> /dev/null | head -1; crmtrack -C team person list
3 commits with 3 files looked at; 1 fault, 0 warnings, 0 notices
fault	policy_invalid	637ba31340fc09d2c093029385cd266422908f5f	policy/people.yaml			policy/people.yaml:1:1: has the conflict markers of a Git merge: choose what stands, then git add and git commit; in force is the version of commit a2ac7f5b8e
policy/people.yaml:1:1	error	has the conflict markers of a Git merge: choose what stands, then git add and git commit
ben@example.com		manager		
asha@example.com	Asha Rao	manager		
cleo@example.com		agent		
$ PUSHER=cleo@example.com; as cleo change policy/people.yaml 'people:\n  - {email: cleo@example.com, role: manager}\n'; push refs/heads/main; git -C team reset -q --hard HEAD~1
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy': cleo@example.com may not change policy: rights.yaml gives that to manager
$ PUSHER=asha@example.com; as asha git -C team revert --no-edit HEAD > /dev/null; push refs/heads/main; crmtrack -C team person list | wc -l
3

# Main takes README.md and policy/ alone.

$ as asha change .gitattributes '*.yaml filter=x\n'; push refs/heads/main; undo
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: '.gitattributes': Git itself reads a file of this name, and can be told by it to change what policy says
$ as asha change policy/.gitattributes '*.yaml merge=x\n'; push refs/heads/main; undo
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy/.gitattributes': Git itself reads a file of this name, and can be told by it to change what policy says
$ as asha change notes.txt 'x\n'; push refs/heads/main; crmtrack -C team audit; undo
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'notes.txt': main takes README.md, policy/, and what main_allows of policy/settings.yaml lists
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 0 faults, 1 warning, 0 notices
warning	file_of_main	4fb3a89533128bff13efa4c8177b78f6de7305f5	notes.txt	asha@example.com	2026-11-21T09:12:00Z	main takes README.md, policy/, and what main_allows of policy/settings.yaml lists
$ ln -s /etc/passwd team/policy/x.yaml && git -C team add policy && as asha git -C team commit -q -m link; push refs/heads/main; undo
remote: crmtrack: cannot take the push: 2 reasons
remote:   commit ID: 'policy/x.yaml': no ordinary file
remote:   commit ID: 'policy/x.yaml': is a link or a folder, and no file

# Nobody is called crmtrack there.

$ GIT_AUTHOR_NAME=crmtrack GIT_AUTHOR_EMAIL=crmtrack GIT_COMMITTER_NAME=crmtrack GIT_COMMITTER_EMAIL=crmtrack change README.md 'By nobody\n'; push refs/heads/main; undo
remote: crmtrack: cannot take the push: 2 reasons
remote:   commit ID: crmtrack is not in people.yaml
remote:   commit ID: its author is crmtrack, but asha@example.com pushes it, and it is not signed by its author's key

# Proposals: anybody in the directory makes, changes and deletes them; they are in force nowhere.

$ PUSHER=cleo@example.com; as cleo change policy/rights.yaml 'rights: []\n'; push HEAD:refs/heads/policy/looser && git -C server.git branch --list 'policy/*'
  policy/looser
$ git -C server.git config receive.denyNonFastForwards false; git -C server.git config receive.denyDeletes false; as cleo git -C team commit -q --amend -m 'Looser rights'; push -f HEAD:refs/heads/policy/looser; push HEAD:refs/heads/main; push :refs/heads/main
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy': cleo@example.com may not change policy: rights.yaml gives that to manager
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/heads/main' may not be deleted
[1]
$ PUSHER=zed@example.com push :refs/heads/policy/looser; PUSHER=ben@example.com push :refs/heads/policy/looser; git -C server.git branch --list 'policy/*'
remote: crmtrack: cannot take the push: 1 reason
remote:   zed@example.com is not in people.yaml
$ as cleo change policy/people.yaml 'people: [\n'; push HEAD:refs/heads/policy/broken; as cleo change .gitattributes 'x\n'; push HEAD:refs/heads/policy/broken; undo
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy/people.yaml': 2:1: end of sequence flow not found
remote: crmtrack: cannot take the push: 2 reasons
remote:   commit ID: '.gitattributes': Git itself reads a file of this name, and can be told by it to change what policy says
remote:   commit ID: 'policy/people.yaml': 2:1: end of sequence flow not found

# No audit reports a file that settings.yaml allows by now; every audit reports one that it allows no longer.

$ cd ~; crmtrack -q init allowed; cd allowed; both() { crmtrack -q audit --fields finding,path > ~/grown; cat ~/grown; crmtrack -q audit --full --fields finding,path | diff ~/grown -; }
$ mkdir docs; echo x > docs/a.md; git add docs; git commit -q -m docs; both
file_of_main	docs
$ printf 'settings:\n  main_allows: [docs/**]\n' > policy/settings.yaml; git add policy; git commit -q -m Allow; both
$ printf 'settings: {}\n' > policy/settings.yaml; git commit -q -a -m Forbid; both
file_of_main	docs

# Folders within folders, deeper than anybody writes by hand, are refused by name; no audit stumbles over them.

$ cd ~; git -C team fetch -q; undo; deep=$(printf '100644 blob %s\ta.yaml\n' $(git -C team hash-object -w --stdin < /dev/null) | git -C team mktree); for i in $(seq 100); do deep=$(printf "040000 tree $deep\ta\n" | git -C team mktree); done
$ below=$( (git -C team ls-tree main:policy; printf "040000 tree $deep\tdeep\n") | git -C team mktree); root=$(git -C team ls-tree main | sed "s/tree [0-9a-f]*\tpolicy/tree $below\tpolicy/" | git -C team mktree); commit=$(as asha git -C team commit-tree $root -p main -m Deep)
$ PUSHER=asha@example.com push $commit:refs/heads/main; git clone -q --bare server.git deep.git; rm -rf deep.git/hooks; git -C team push -q ~/deep.git $commit:refs/heads/main; crmtrack -q -C deep.git audit --fields finding,severity,message; crmtrack -q clone deep.git deep; crmtrack -q -C deep sync; crmtrack -q -C deep new -c acme -m 'Goes on' | wc -l
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy/deep/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a': stands in more than 16 folders within each other
file_of_main	fault	stands in more than 16 folders within each other
1
