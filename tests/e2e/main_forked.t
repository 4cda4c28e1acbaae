# Main as it was judges what it takes in: who forks from a policy of old, which restricted nobody or gave them a right,
# has no right by that.

$ at() { export CRMTRACK_NOW=2026-$1 GIT_AUTHOR_DATE=2026-$1 GIT_COMMITTER_DATE=2026-$1; }
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com PUSHER=$who@example.com "$@"; }
$ at 11-01T09:00:00Z; crmtrack -q init asha; cd asha; for who in 'asha manager' 'ben agent' 'cleo agent'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ printf 'rights:\n  - {right: policy, roles: [manager]}\n  - {right: void, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m 'Rights'; cd ~
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; as asha crmtrack -q -C asha sync; for who in ben cleo; do crmtrack -q clone server.git $who; git -C $who config user.name $who; git -C $who config user.email $who@example.com; done
$ push() { as $1 git -C $1 push -q origin ${2:-main} 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/; s/([0-9a-f]*)/(ID)/; /^remote:   /p'; }
$ on_plain() { rm -rf plain.git; git clone -q --bare server.git plain.git; rm -r plain.git/hooks; git -C $1 push -q ~/plain.git ${2:-main}:main; crmtrack -C plain.git audit --full --fields severity,finding,author,message > found; code=$?; sed 's/line to [0-9a-f]*/line to ID/' found; return $code; }
$ change() { as $1 git -C $1 commit -q -am "${2:-change}"; }; rules() { printf "rights:\n$2" > $1/policy/rights.yaml; git -C $1 add policy; }
$ set_role() { as asha crmtrack -q -C asha person edit $1@example.com --role $2 > /dev/null; as asha crmtrack -q -C asha sync; }

# Main's first commit restricts nobody. Cleo gives herself the right there, and a merge by key takes that in.

$ fork() { git -C cleo checkout -q --detach $(git -C cleo rev-list --max-parents=0 main); rules cleo "  - {right: policy, from: 2026-11-01, roles: [agent]}\n"; change cleo; y=$(git -C cleo rev-parse HEAD); git -C cleo checkout -q main; }
$ fork; as cleo git -C cleo merge -q --no-ff -m 'Take it' $y 2> /dev/null | grep -v Auto; push cleo; on_plain cleo
remote:   commit ID: 'policy': cleo@example.com may not change policy: rights.yaml gives that to manager
1 commit with 0 files looked at; 2 faults, 0 warnings, 0 notices
fault	policy_not_allowed	cleo@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
fault	policy_not_allowed	cleo@example.com	cleo@example.com may not change policy: rights.yaml gives that to manager
[1]

# Her own commit first, and main as it was second.

$ git -C cleo reset -q --hard origin/main; git -C cleo checkout -q --detach $y; as cleo git -C cleo merge -q --no-ff -m 'Take it' main 2> /dev/null | grep -v Auto; push cleo HEAD:main; on_plain cleo HEAD
remote:   commit ID: its first parent is not main as it was (ID), but another line: run crmtrack sync, or rebase it (git pull --rebase)
remote:   commit ID: 'policy': cleo@example.com may not change policy: rights.yaml gives that to manager
1 commit with 0 files looked at; 1 fault, 4 warnings, 0 notices
fault	policy_not_allowed	cleo@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
warning	policy_not_allowed	asha@example.com	asha@example.com may not change policy: rights.yaml gives that to agent
warning	policy_not_allowed	asha@example.com	asha@example.com may not change policy: rights.yaml gives that to agent
warning	policy_not_allowed	asha@example.com	asha@example.com may not change policy: rights.yaml gives that to agent
warning	policy_not_allowed	asha@example.com	asha@example.com may not change policy: rights.yaml gives that to agent
[1]

# Ben lost the right a while ago, and has none by the policy that gave it. His offline work within the grace counts, if it
# says nothing about who may do what.

$ git -C cleo checkout -q main; at 11-03T09:00:00Z; set_role ben manager; as ben crmtrack -q -C ben sync; at 11-10T09:00:00Z; set_role ben agent
$ at 11-12T09:00:00Z; as ben crmtrack -q -C ben reason add windows --label Windows --question 'Was it?' --why 'Often' > /dev/null; git -C ben fetch -q; as ben crmtrack -C ben sync; as asha crmtrack -q -C asha sync; as asha crmtrack -C asha audit; crmtrack -C asha reason list | grep -c Windows
'origin': received 1 commit of main; sent 2 commits of main
1 commit with 0 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 1 commit with 0 records and attachments, dated 2026-11-01 09:00; 0 signatures verified, dates compared with 3 receipts of a server
1
$ given=$(git -C ben rev-list --grep 'person ben@' main | tail -1); git -C ben checkout -q --detach $given; rules ben "  - {right: policy, roles: [agent]}\n"; change ben; y=$(git -C ben rev-parse HEAD); git -C ben checkout -q main; as ben git -C ben merge -q --no-ff -m 'Take it' $y 2> /dev/null | grep -v Auto; push ben; on_plain ben; git -C ben reset -q --hard origin/main
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
1 commit with 0 files looked at; 2 faults, 1 warning, 0 notices
fault	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager
warning	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
$ at 11-25T09:00:00Z; git -C ben checkout -q --detach $given; as ben crmtrack -q -C ben reason list > /dev/null; echo '# late' >> ben/policy/channels.yaml; git -C ben add policy; change ben; y=$(git -C ben rev-parse HEAD); git -C ben checkout -q main; as ben git -C ben merge -q --no-ff -m 'Take it' $y; push ben; on_plain ben; git -C ben reset -q --hard origin/main
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
1 commit with 0 files looked at; 2 faults, 1 warning, 0 notices
fault	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
fault	policy_not_allowed	ben@example.com	ben@example.com may not change policy: rights.yaml gives that to manager
warning	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was

# Ben works offline, and is given the right meanwhile: main takes what he did.

$ as ben crmtrack -q -C ben sync; echo '# early' >> ben/policy/channels.yaml; git -C ben add policy; change ben; set_role ben manager; as ben crmtrack -C ben sync; as asha crmtrack -q -C asha sync; as asha crmtrack -C asha audit; on_plain ben
'origin': received 1 commit of main; sent 2 commits of main
0 commits with 0 files looked at; what is older was on 2026-11-12 09:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-12 09:00 saw; 0 signatures verified, dates compared with 0 receipts of a server
1 commit with 0 files looked at; 0 faults, 2 warnings, 0 notices
warning	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was
warning	policy_not_allowed	ben@example.com	joins another line to ID, its first parent: nothing here tells which of them main was

# An outsider's policy came when no hook ran: who had the right undoes it, twice too.

$ rm -rf open.git; git clone -q --bare server.git open.git; send() { git -C $1 push -q ~/open.git main; }; undo() { as asha git -C asha pull -q --ff-only ~/open.git main; as asha git -C asha revert --no-edit HEAD > /dev/null; }
$ mine() { git -C cleo pull -q --ff-only ~/open.git main; rules cleo "  - {right: policy, roles: [agent]}\n"; change cleo "Mine $1"; send cleo; }
$ mine 1; undo; send asha; mine 2; crmtrack -q -C open.git hook install --server --identity-env PUSHER; undo; as asha git -C asha push -q ~/open.git main; crmtrack -C open.git audit --full --fields severity,finding,author; git -C open.git show main:policy/rights.yaml
1 commit with 0 files looked at; 2 faults, 2 warnings, 0 notices
fault	policy_not_allowed	cleo@example.com
fault	policy_not_allowed	cleo@example.com
warning	policy_not_allowed	ben@example.com
warning	policy_not_allowed	ben@example.com
rights:
  - {right: policy, roles: [manager]}
  - {right: void, roles: [manager]}
$ mine 3 2>&1 | grep -c declined
1
