# The first parents of main are the heads that it had on the server. Nobody without the right puts another line in their
# place, and nobody goes by a policy of old because of a new commit that has it.

$ at() { export CRMTRACK_NOW=2026-$1 GIT_AUTHOR_DATE=2026-$1 GIT_COMMITTER_DATE=2026-$1; }
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com PUSHER=$who@example.com "$@"; }
$ set_role() { as asha crmtrack -q -C asha person edit ben@example.com --role $1 > /dev/null; as asha crmtrack -q -C asha sync; git -C asha rev-parse main; }
$ at 10-01T09:00:00Z; crmtrack -q init asha; cd asha; for who in 'asha manager' 'ben agent'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n  - {right: policy, roles: [manager]}\n  - {right: void, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m 'Rights'; cd ~
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; given=$(set_role manager); id=$(as asha crmtrack -q -C asha new -c acme -m 'Late'); as asha crmtrack -q -C asha sync; crmtrack -q clone server.git ben; git -C ben config user.name ben; git -C ben config user.email ben@example.com
$ at 10-03T09:00:00Z; taken=$(set_role agent); at 11-30T09:00:00Z; as ben crmtrack -q -C ben sync
$ push() { as ben git -C ben push -q origin $1 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/; s,complaints/[^ ]*/,,; s/([0-9a-f]\{10\})/(ID)/; /^remote:   /p'; }
$ join() { tree=$1; shift; as ben git -C ben commit-tree $tree^{tree} $(printf ' -p %s' "$@") -m join; }
$ void() { (cd ben; blob=$(printf 'kind: change\nat: 2026-11-30T09:00:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\n' | git hash-object -w --stdin); export GIT_INDEX_FILE=.git/forge; git read-tree $base; git update-index --add --cacheinfo 100644,$blob,complaints/2026/10/01/${id#*-}/01m8ntxdm0aaaaaaaaaaaaaaaa-change.yaml; git update-ref refs/heads/ledger $(printf "forged\n\nPolicy: $1\n" | as ben git commit-tree $(git write-tree) -p $base); rm .git/forge); push refs/heads/ledger; git -C ben update-ref refs/heads/ledger $base; }
$ base=$(git -C ben rev-parse refs/heads/ledger)

# Ben's new commit has the policy of two months ago, which gave him the right; main has its own, and changes nothing.

$ idle=$(join $given $given); void $given; push $(join $taken $idle $taken):refs/heads/main; push $(join $taken $taken $idle):refs/heads/main; as ben git -C ben fetch -q; void $idle
remote:   commit ID: '01m8ntxdm0aaaaaaaaaaaaaaaa-change.yaml': ben@example.com may not void: rights.yaml gives that to manager
remote:   commit ID: its first parent is not main as it was (ID), but another line: run crmtrack sync, or rebase it (git pull --rebase)
remote:   commit ID: '01m8ntxdm0aaaaaaaaaaaaaaaa-change.yaml': ben@example.com may not void: rights.yaml gives that to manager
$ git -C ben log --graph --format=%s origin/main | head -4; as asha crmtrack -q -C asha sync; as asha crmtrack -C asha audit
*   join
|\  
| * join
* | edit person ben@example.com
2 commits with 2 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 2 commits with 2 records and attachments, dated 2026-10-01 09:00; 0 signatures verified, dates compared with 2 receipts of a server

# Where no hook runs, the audit goes by the server's receipts, by what it saw before, or by the right that was taken away.

$ git clone -q --bare server.git plain.git; git -C plain.git fetch -q origin 'refs/crmtrack/*:refs/crmtrack/*' 2> /dev/null; git -C ben push -q -f ~/plain.git $(join $taken $idle $taken):refs/heads/main; crmtrack -C plain.git audit --full --fields severity,finding,author,message | sed 's/([0-9a-f]*)/(ID)/'
2 commits with 2 files looked at; 1 fault, 0 warnings, 0 notices
fault	policy_not_allowed	ben@example.com	its first parent is not main as it was (ID), but another line
$ git -C plain.git update-ref -d refs/crmtrack/receipts; crmtrack -C plain.git audit --full --fields severity,finding,author,message | sed 's/([0-9a-f]*)/(ID)/; s/were at [0-9a-f]*/were at ID/'
2 commits with 2 files looked at; 1 fault, 1 warning, 0 notices
fault	policy_not_allowed	ben@example.com	its first parent is not main as it was (ID), but another line
warning	receipts_rewritten		the server's receipts were at ID, and are gone

# A declined proposal is never in force, neither because a merge had it first, nor in what follows it.

$ as ben crmtrack -q -C ben sync; git -C ben switch -q main; git -C ben switch -q -c policy/mine; sed -i 's/void, roles: \[manager\]/void, roles: [agent]/' ben/policy/rights.yaml; as ben git -C ben commit -q -am 'Void for agents'; mine=$(git -C ben rev-parse HEAD); push policy/mine
$ git -C asha fetch -q; as asha git -C asha merge -q -s ours --no-ff -m 'Declined' origin/policy/mine; as asha crmtrack -q -C asha sync; as asha crmtrack -C asha audit | tail -1; git -C ben fetch -q; declined=$(git -C ben rev-parse origin/main)
0 commits with 0 files looked at; what is older was on 2026-11-30 09:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-30 09:00 saw; 0 signatures verified, dates compared with 0 receipts of a server
$ void $mine; push $(join $declined $mine $declined):refs/heads/main
remote:   commit ID: '01m8ntxdm0aaaaaaaaaaaaaaaa-change.yaml': ben@example.com may not void: rights.yaml gives that to manager
remote:   commit ID: its first parent is not main as it was (ID), but another line: run crmtrack sync, or rebase it (git pull --rebase)
$ git -C ben switch -q --detach $mine; sed -i 's/policy, roles: \[manager\]/policy, roles: [agent]/' ben/policy/rights.yaml; as ben git -C ben commit -q -am 'Policy too'; more=$(git -C ben rev-parse HEAD); push $(join $more $declined $more):refs/heads/main
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
$ git clone -q --bare server.git open.git; rm -r open.git/hooks; crmtrack -q -C open.git audit; git -C ben push -q ~/open.git $(join $more $declined $more):refs/heads/main; for full in '' --full; do crmtrack -q -C open.git audit $full --fields severity,finding,author,message | sed 's/line to [0-9a-f]*/line to ID/'; done
fault	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager
fault	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager
