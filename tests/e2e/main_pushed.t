# Who may change policy is asked when the change says that it was made, when it is pushed, and of whoever merges it.

$ crmtrack -q init asha && cd asha && crmtrack -q person add asha@example.com --name Asha --role manager && crmtrack -q person add ben@example.com --name Ben --role agent && printf 'rights:\n  - {right: policy, roles: [manager], from: 2026-11-10}\n' > policy/rights.yaml && git add policy && git commit -q -m 'Rights' && cd ~
asha@example.com
ben@example.com
$ git init -q --bare server.git && crmtrack -q -C server.git hook install --server --identity-env PUSHER && export PUSHER=asha@example.com && git -C asha remote add origin ../server.git && crmtrack -q -C asha sync && crmtrack -q clone server.git ben && git -C ben config user.email ben@example.com && crmtrack -q clone server.git eve && git -C eve config user.email eve@example.com
$ push() { PUSHER=$1@example.com git -C $1 push -q origin "$2" 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/; /^remote:   /p'; }
$ change() { sed -i 's/role: agent/role: manager/' $1/policy/people.yaml; GIT_AUTHOR_DATE=$2 GIT_COMMITTER_DATE=$2 git -C $1 commit -q -a -m "Ben is a manager"; }

# Dated before the rule holds, or when another one will.

$ change ben 2026-11-02T09:00:00Z; push ben refs/heads/main; crmtrack -C ben audit --fields finding,author 2>/dev/null | grep policy
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
policy_not_allowed	ben@example.com
$ git -C ben reset -q --hard origin/main; change ben 2027-11-02T09:00:00Z; push ben refs/heads/main; git -C ben reset -q --hard origin/main
remote:   commit ID: is dated in the future: set the clock, and commit it again (git commit --amend --reset-author)
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager

# Somebody outside the directory, and a history from elsewhere.

$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW; echo more >> eve/README.md; git -C eve commit -q -a -m 'More'; push eve refs/heads/main
remote:   eve@example.com is not in people.yaml
$ git -C ben update-ref refs/heads/main $(cd ben; git commit-tree refs/heads/main^{tree} -p $(git commit-tree refs/heads/main^{tree} -m 'Elsewhere') -p refs/heads/main -m 'Both'); push ben refs/heads/main; git -C ben reset -q --hard origin/main
remote:   commit ID: begins a history of its own, which is none of this main's: who has the rights 'relay' and 'policy' joins the two

# Ben's proposal is in force once Asha has merged it, and nobody is blamed.

$ change ben $CRMTRACK_NOW; push ben refs/heads/main:refs/heads/policy/ben; cd asha; git fetch -q origin 'refs/heads/policy/ben:refs/remotes/origin/policy/ben'; git merge -q --no-ff -m 'Ben it is' refs/remotes/origin/policy/ben; cd ~; push asha refs/heads/main; crmtrack -C asha -q audit; crmtrack -C asha person list --fields email,role
asha@example.com	manager
ben@example.com	manager

# Who is not in the directory adds nothing to the ledger either; who may not change policy raises no format.

$ forge() { (cd $1; export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(printf "$3" | git hash-object -w --stdin),$2; git update-ref refs/heads/ledger $(printf "forged\n\nPolicy: $(git rev-parse refs/remotes/origin/main)\n" | git commit-tree $(git write-tree) -p refs/heads/ledger)); push $1 refs/heads/ledger; }
$ forge eve ledgers/more.yaml 'format: 1\n'
remote:   eve@example.com is not in people.yaml
$ crmtrack -q clone server.git cleo && git -C cleo config user.email cleo@example.com && export PUSHER=asha@example.com && crmtrack -q -C asha sync && crmtrack -q -C asha person add cleo@example.com --name Cleo --role agent && crmtrack -q -C asha sync && git -C cleo fetch -q origin && forge cleo ledgers/newer.yaml 'format: 2\n'
cleo@example.com
remote:   commit ID: 'ledgers/newer.yaml': raises the format to 2: cleo@example.com may not change policy: rights.yaml gives that to manager

# An id at the end of time would be the last one of its complaint.

$ id=$(crmtrack -q -C asha new -c acme -r delay -m 'Delivery is late') && crmtrack -q -C asha sync && git -C ben switch -q main && git -C ben reset -q --hard origin/main && PUSHER=ben@example.com crmtrack -q -C ben sync && forge ben complaints/2026/11/21/${id#*-}/76ez91zpzzzzzzzzzzzzzzzzzz-activity.yaml 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: ben@example.com\nafter: []\ntype: note\ndirection: internal\nevidence: asserted\ntext: Last\n' | sed 's,complaints/[^ ]*/,,'
remote:   commit ID: '76ez91zpzzzzzzzzzzzzzzzzzz-activity.yaml': its id is of a time that is more than a year ahead

# Nothing on main is without bounds, and no reference is taken that nothing reads yet.

$ cd ~/asha; head -c 5000000 /dev/zero > README.md; git commit -q -a -m 'Long'; cd ~; push asha refs/heads/main; git -C asha reset -q --hard refs/remotes/origin/main
remote:   commit ID: 'README.md': larger than 4 MiB
$ printf 'settings:\n  main_allows: [docs/*]\n' > asha/policy/settings.yaml; mkdir asha/docs; head -c 5000000 /dev/zero > asha/docs/plan; git -C asha add .; git -C asha commit -q -m 'Plan'; push asha refs/heads/main; head -c 42000000 /dev/zero > asha/docs/plan; git -C asha commit -q -a -m 'Plan'; push asha refs/heads/main
remote:   commit ID: 'docs/plan': larger than 40 MiB
$ wordy() { git -C $1 update-ref refs/heads/$2 $(cd $1; head -c 1100000 /dev/zero | tr '\0' a | git commit-tree refs/heads/$2^{tree} -p refs/heads/$2); push $1 refs/heads/$2:refs/heads/${3:-$2}; }
$ git -C asha reset -q --hard refs/remotes/origin/main; wordy asha main; wordy asha main policy/wordy; git -C asha reset -q --hard refs/remotes/origin/main
remote:   commit ID: is larger than 1 MiB
remote:   commit ID: is larger than 1 MiB
remote:   commit ID: is larger than 1 MiB
$ wordy asha ledger; crmtrack -C asha audit --fields finding,message 2>/dev/null | grep MiB; git -C asha update-ref refs/heads/ledger refs/remotes/origin/ledger
remote:   commit ID: is larger than 1 MiB
commit_broken	is larger than 1 MiB
$ push asha refs/heads/ledger:refs/crmtrack/keys
remote:   'refs/crmtrack/keys' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
