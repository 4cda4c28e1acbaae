# Which policies of main judge a commit that names them: those that were in force, not every commit that main has.

$ crmtrack -q init team && cd team && git switch -q main
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ at() { export CRMTRACK_NOW=2026-11-$1 GIT_AUTHOR_DATE=2026-11-$1 GIT_COMMITTER_DATE=2026-11-$1; }
$ at 21T09:12:00Z; for who in 'asha manager' 'ben agent' 'dora manager'; do crmtrack -q person add ${who% *}@example.com --role ${who#* } > /dev/null; done
$ loose='rights:\n  - {right: policy, roles: [manager]}\n'; tight="$loose  - {right: void, roles: [manager]}\n"
$ rights() { printf "$1" > policy/rights.yaml; git add policy; git commit -q -m "$2"; git rev-parse HEAD; }
$ first=$(as asha rights "$loose" 'Policy is for managers'); as asha rights "$tight" 'So is void' > /dev/null
$ id=$(as asha crmtrack -q new -c acme -m 'Charged twice'); folder=complaints/2026/11/21/${id#*-}
$ forge() { (blob=$(printf 'kind: change\nat: 2026-11-21T09:12:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\n' | git hash-object -w --stdin); export GIT_INDEX_FILE=.git/forge; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$blob,$folder/01m7yq9999aaaaaaaaaaaaaaaa-change.yaml; git update-ref refs/heads/ledger $(printf "forged\n\nPolicy: $1\n" | as ben git commit-tree $(git write-tree) -p refs/heads/ledger); rm .git/forge); }
$ look() { crmtrack show $id --json --fields status | grep -o '"status": "[a-z]*"'; crmtrack list --all --as-of refs/heads/ledger --fields status; crmtrack -q audit --new refs/heads/ledger~1..refs/heads/ledger --fields severity,finding,message | grep -v clock_off; git update-ref refs/heads/ledger refs/heads/ledger~1; }
$ propose() { git switch -q -c policy/x; printf 'settings:\n  grace: 14\n' > policy/settings.yaml; as ben rights "$1" 'Proposal' ; git switch -q main; }

# Ben proposes a grace of 14 days, and void for all. Asha takes the first alone, or nothing: his proposal was never in
# force, and void is not his. So it is with a proposal that puts back a former policy.

$ proposed=$(propose "$loose"); git branch -q before; git merge -q --no-commit --no-ff policy/x 2> /dev/null | grep -v Automatic; git checkout -q refs/heads/before -- policy/rights.yaml; as asha git commit -q -m 'Grace alone'; forge $proposed; look
"status": "received"
received
fault	not_allowed	ben@example.com may not void: rights.yaml gives that to manager
$ git reset -q --hard before; as asha git merge -q --no-ff -s ours -m 'Declined' policy/x; forge $proposed; look
"status": "received"
received
fault	not_allowed	ben@example.com may not void: rights.yaml gives that to manager

# Asha takes it: then it was in force.

$ git reset -q --hard before; as asha git merge -q --no-ff -m 'Taken' policy/x; forge $proposed; look
"status": "void"
void
$ git reset -q --hard before; git merge -q --ff-only policy/x; forge $proposed; look
"status": "void"
void

# A colleague who has the right changed policy in her own clone while others changed it here: hers was in force there,
# and what ben did by it counts; what he decided there himself does not.

$ git reset -q --hard before; git switch -q -c clone; printf 'settings:\n  grace: 14\n' > policy/settings.yaml; hers=$(as dora rights "$loose" 'Void for all'); git switch -q main; as asha crmtrack -q person add cleo@example.com --role agent > /dev/null 2>&1; as asha git merge -q -m 'Merge main' clone; forge $hers; look
"status": "void"
void
$ git reset -q --hard before; git branch -q -D clone; git switch -q -c clone; theirs=$(as ben rights "$loose" 'Void for all'); git switch -q main; as asha crmtrack -q person add cleo@example.com --role agent > /dev/null 2>&1; as asha git merge -q --no-commit clone 2> /dev/null | grep -v Automatic; git checkout -q refs/heads/before -- policy/rights.yaml; as asha git commit -q -m 'Merge main'; forge $theirs; look
"status": "received"
received
fault	not_allowed	ben@example.com may not void: rights.yaml gives that to manager

# How long an older policy goes on counting for what was done offline: from the change of policy that replaced it, and
# no clock of 2001 makes that earlier.

$ git reset -q --hard before; cd ~; git clone -q --bare team server.git 2> /dev/null; crmtrack -q -C server.git hook install --server --identity-env PUSHER
$ cd team; at 24T09:00:00Z; sed -i '/email: ben/,/role/s/role: agent/role: manager/' policy/people.yaml; as asha git commit -q -a -m 'Ben manages'; crmtrack list > ~/now 2>&1; as ben crmtrack -q void $id --why spam > /dev/null
$ push() { git push -q ~/server.git refs/heads/main refs/heads/ledger 2>&1 | sed -n 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/g; s/^remote: //p'; }
$ sed -i '/email: ben/,/role/s/role: manager/role: agent/' policy/people.yaml; GIT_COMMITTER_DATE=2001-01-01T00:00:00Z as asha git commit -q -a -m 'Ben works'
$ PUSHER=asha@example.com git push -q ~/server.git refs/heads/main; PUSHER=ben@example.com push; crmtrack list --all --fields status; git -C ~/server.git rev-parse -q --verify refs/heads/ledger | diff - <(git rev-parse refs/heads/ledger)
void
