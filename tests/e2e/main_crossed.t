# A merge on main that nobody decided brings nothing that its sides had not: by each commit that both went on from, and by
# descent, whatever the clocks said.

$ at() { export CRMTRACK_NOW=2026-$1 GIT_AUTHOR_DATE=2026-$1 GIT_COMMITTER_DATE=2026-$1; }
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com PUSHER=$who@example.com "$@"; }
$ role() { as asha crmtrack -q -C asha person edit ben@example.com --role $1 > /dev/null; as asha crmtrack -q -C asha sync; git -C asha rev-parse refs/heads/main; }
$ at 10-01T09:00:00Z; crmtrack -q init asha; cd asha; for who in 'asha manager' 'ben agent' 'cleo manager'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n  - {right: policy, roles: [manager]}\n  - {right: relay, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m 'Rights'; cd ~
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; as asha crmtrack -q -C asha sync; crmtrack -q clone server.git ben; git clone -q --bare server.git before.git
$ push() { as ben git -C ben push -q origin $1:refs/heads/main 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/; /^remote:   /p'; }
$ join() { tree=$1; shift; as ben git -C ben commit-tree $tree^{tree} $(printf ' -p %s' "$@") -m join; }

# Ben was a manager for two days. He goes on from before, without a change, and brings that to both policies: then two
# commits are bases of their merge. By one of them it is the old policy that changed.

$ given=$(role manager); at 10-03T09:00:00Z; taken=$(role agent); at 11-30T09:00:00Z; git -C ben fetch -q
$ idle=$(join $given~1 $given~1); push $(join $given $(join $taken $taken $idle) $(join $given $given $idle))
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
$ git clone -q --bare server.git open.git; git -C ben push -q ~/open.git $(join $given $(join $taken $taken $idle) $(join $given $given $idle)):refs/heads/main; crmtrack -C open.git audit --fields severity,finding,author
1 commit with 0 files looked at; 1 fault, 1 warning, 0 notices
fault	policy_not_allowed	ben@example.com
warning	policy_not_allowed	ben@example.com
[1]

# Two managers who each merged the other's work still merge by key, in whatever order.

$ at 11-30T10:00:00Z; crmtrack -q clone server.git cleo; git -C cleo config user.email cleo@example.com; edit() { as $1 crmtrack -q -C $1 person edit $2@example.com --name $3 > /dev/null; git -C $1 rev-parse refs/heads/main; }
$ one=$(edit asha asha Asha); two=$(edit cleo cleo Cleo); git -C asha fetch -q ~/cleo main; git -C cleo fetch -q ~/asha main; for who in 'asha '$two 'cleo '$one; do as ${who% *} git -C ${who% *} merge -q --no-edit ${who#* } 2> /dev/null | grep -v Auto; done
[1]
$ edit asha cleo Cleopatra | wc -l; edit cleo ben Benno | wc -l; as asha crmtrack -q -C asha sync; as cleo crmtrack -q -C cleo sync; crmtrack -C cleo person list; git -C cleo merge-base --all main^1 main^2 | wc -l
1
1
asha@example.com	Asha	manager		
ben@example.com	Benno	agent		
cleo@example.com	Cleopatra	manager		
2
$ as asha crmtrack -q -C asha sync; as asha crmtrack -q -C asha audit

# A clock that is an hour ahead makes nothing the newest: Ben is an agent again.

$ at 12-01T10:00:00Z; role agent | wc -l; edit asha asha 'A.' | wc -l; at 12-01T09:10:00Z; role manager | wc -l; as cleo crmtrack -q -C cleo sync; at 12-01T09:15:00Z; edit cleo cleo 'C.' | wc -l; at 12-01T09:20:00Z; role agent | wc -l; edit asha asha 'Asha' | wc -l; as asha crmtrack -q -C asha sync
1
1
1
1
1
1
$ at 12-01T09:30:00Z; as cleo crmtrack -C cleo sync; crmtrack -C cleo person list
'origin': received 2 commits of main; sent 2 commits of main
asha@example.com	Asha	manager		
ben@example.com	Benno	agent		
cleo@example.com	C.	manager		
