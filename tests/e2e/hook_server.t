# A server that refuses what the rules forbid: a bare repository, pushed to by real git.

$ crmtrack -q init team && cd team && id=$(crmtrack -q new -c acme -m 'Charged twice') && cd ~
$ git clone -q --bare team server.git 2> /dev/null; git -C team remote add origin ~/server.git && git -C team fetch -q
$ crmtrack -C server.git hook install --server --identity-env PUSHER
installed pre-receive and post-receive in '$HOME/server.git/hooks': they refuse what the rules forbid, and keep when what came
wrote the first receipt: what is here by now came before it
set receive.fsckObjects: Git refuses trees and commits that its fsck does
who pushes is what the variable PUSHER says
$ git -C server.git config receive.denyNonFastForwards; git -C server.git config receive.denyDeletes; test -x server.git/hooks/pre-receive
true
true
$ crmtrack -q -C server.git hook install --server --identity-env PUSHER
$ crmtrack -C server.git hook install --server --identity-env 'A;B'; crmtrack -C team hook install --identity-env PUSHER
crmtrack: cannot use --identity-env 'A;B': no variable's name
crmtrack: cannot use --identity-env without --server: a clone has nobody who pushes to it
[2]
$ push() { git -C team push -q origin "$@" 2>&1 | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/' | grep -v '^To \|^error: failed to push\|^ ! '; return ${PIPESTATUS[0]}; }
$ export PUSHER=asha@example.com CRMTRACK_NOW=2026-11-21T09:20:00Z GIT_AUTHOR_DATE=2026-11-21T09:20:00Z GIT_COMMITTER_DATE=2026-11-21T09:20:00Z

# One's own records are taken.

$ crmtrack -q -C team note $id -m 'Called them back' > /dev/null; push ledger && git -C server.git rev-parse ledger | diff - <(git -C team rev-parse ledger)

# Nobody who is not said, no deletion, no rewriting.

$ (unset PUSHER; crmtrack -q -C team note $id -m 'By nobody' > /dev/null; push ledger)
remote: crmtrack: cannot take the push: the server does not say who you are: PUSHER is not set
remote: hint: ask whoever runs the server
[1]
$ push :ledger
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/heads/ledger' may not be deleted
[1]
$ git -C server.git config receive.denyNonFastForwards false; git -C team update-ref refs/heads/ledger ledger~2; push -f ledger; git -C team update-ref refs/heads/ledger 'ledger@{1}'; git -C server.git config receive.denyNonFastForwards true
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'refs/heads/ledger' may not be rewritten: fetch, merge, and push again

# Structure and contents.

$ forge() { (cd team; export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree ledger; "$@"; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged)); }
$ put() { git update-index --add --cacheinfo 100644,$(printf "$2" | git hash-object -w --stdin),$1; }
$ back() { git -C team update-ref refs/heads/ledger ledger~1; }
$ path=$(git -C team ls-tree -r --name-only ledger | grep -- '-activity.yaml' | head -1); new=${path%/*}/01m7yqqqqqqqqqqqqqqqqqqqqq-activity.yaml
$ forge git update-index --force-remove $path; push ledger; back
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg0cnpwa8whxba6rcrs-activity.yaml': removed
$ forge put $path 'kind: activity\n'; push ledger; back
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m7ypfjg0cnpwa8whxba6rcrs-activity.yaml': changed
$ forge put notes.txt hello; push ledger; back
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'notes.txt': no path of a ledger
$ forge put $new 'kind: [\n'; push ledger; back
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m7yqqqqqqqqqqqqqqqqqqqqq-activity.yaml': line 2: end of sequence flow not found

# Another author than the pusher: by signature, by the right to relay, or not at all. Our own merge is nobody's.

$ export PUSHER=ben@example.com; push ledger
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: its author is asha@example.com, but ben@example.com pushes it, and it is not signed by its author's key
[1]
$ git clone -q server.git ben 2> /dev/null; git -C ben config user.email ben@example.com; git -C ben config user.name Ben; crmtrack -q -C ben note $id -m "Ben's" > /dev/null; git -C ben push -q origin ledger
$ export PUSHER=asha@example.com; git -C team fetch -q; crmtrack -q -C team list > /dev/null; git -C team log -1 --format=%an ledger; push ledger
crmtrack
$ ssh-keygen -q -t ed25519 -N '' -f ~/ben.key; printf 'signatures:\n  allowed_signers:\n    - {principal: ben@example.com, key: "%s"}\n' "$(cut -d' ' -f1,2 ~/ben.key.pub)" > team/policy/signatures.yaml; git -C team add policy; git -C team commit -q -m 'Who signs'; push main
$ git -C ben pull -q origin main 2> /dev/null; git -C ben fetch -q; git -C ben config commit.gpgSign true; git -C ben config gpg.format ssh; git -C ben config user.signingKey ~/ben.key; crmtrack -q -C ben note $id -m "Ben's, signed" > /dev/null; git -C team fetch -q ../ben ledger; git -C team update-ref refs/heads/ledger FETCH_HEAD; push ledger
$ git -C ben config commit.gpgSign false; crmtrack -q -C ben note $id -m "Ben's, not signed" > /dev/null; git -C team fetch -q ../ben ledger; git -C team update-ref refs/heads/ledger FETCH_HEAD; push ledger
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: its author is ben@example.com, but asha@example.com pushes it, and it is not signed by its author's key
[1]
$ printf 'people:\n  - {email: asha@example.com, role: lead}\n  - {email: ben@example.com, role: front_line}\n' > team/policy/people.yaml; printf 'rights:\n  - {right: relay, roles: [lead]}\n  - {right: void, roles: [lead]}\n  - {right: policy, roles: [lead]}\n' > team/policy/rights.yaml; git -C team add policy; git -C team commit -q -m 'Who may'; push main ledger
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: its author is ben@example.com, but asha@example.com pushes it, and it is not signed by its author's key
[1]
$ push main && push ledger

# Forbidden commits of an author, on the ledger and on main.

$ export PUSHER=ben@example.com; git -C ben pull -q origin main 2> /dev/null; (cd ben; git fetch -q origin; git update-ref refs/heads/ledger origin/ledger; policy=$(git rev-parse main); folder=${path%/*}; export GIT_INDEX_FILE=.git/forged; git read-tree ledger; put $folder/01m7yqqqqqqqqqqqqqqqqqqqqq-change.yaml 'kind: change\nat: 2026-11-21T09:20:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\nwhy: no\n'; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged -m "Policy: $policy")); git -C ben push -q origin ledger 2>&1 | grep -v '^To \|^error: \|^ ! ' | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/'
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m7yqqqqqqqqqqqqqqqqqqqqq-change.yaml': ben@example.com may not void: rights.yaml gives that to lead
$ (cd ben; sed -i 's/front_line/lead/' policy/people.yaml; git commit -q -a -m 'I may'; git push -q origin main 2>&1 | grep -v '^To \|^error: \|^ ! ' | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/')
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'policy': ben@example.com may not change policy: rights.yaml gives that to lead

# Who goes by an older policy, which main had, is judged by it within the grace of seven days: so works who was offline.

$ (export GIT_AUTHOR_DATE=2026-11-21T09:25:00Z GIT_COMMITTER_DATE=2026-11-21T09:25:00Z CRMTRACK_NOW=2026-11-21T09:25:00Z; (cd ben; git reset -q --hard origin/main; git update-ref refs/heads/ledger origin/ledger; policy=$(git rev-parse main~1); folder=${path%/*}; export GIT_INDEX_FILE=.git/forged; git read-tree ledger; put $folder/01m7yrqqqqqqqqqqqqqqqqqqqq-change.yaml 'kind: change\nat: 2026-11-21T09:25:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\nwhy: no\n'; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged -m "Policy: $policy")); git -C ben push -q origin ledger 2>&1 | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/; s/policy [0-9a-f]*/policy ID/')
$ crmtrack -q -C ben audit --full --fields severity,finding,message | grep policy | sed 's/policy [0-9a-f]\{10\}/policy ID/'

# Later the policy in force judges too, and whoever audits is told.

$ (export GIT_AUTHOR_DATE=2026-11-30T09:25:00Z GIT_COMMITTER_DATE=2026-11-30T09:25:00Z CRMTRACK_NOW=2026-11-30T09:25:00Z; (cd ben; git reset -q --hard origin/main; git update-ref refs/heads/ledger origin/ledger; policy=$(git rev-parse main~1); folder=${path%/*}; export GIT_INDEX_FILE=.git/forged; git read-tree ledger; put $folder/01m7ysqqqqqqqqqqqqqqqqqqqq-change.yaml 'kind: change\nat: 2026-11-21T09:25:00Z\nby: ben@example.com\nafter: []\nset: {status: void}\nwhy: no\n'; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p ledger -m forged -m "Policy: $policy")); git -C ben push -q origin ledger 2>&1 | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/; s/policy [0-9a-f]*/policy ID/')
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: 'complaints/2026/11/21/0p5kjxdk3p/01m7ysqqqqqqqqqqqqqqqqqqqq-change.yaml': ben@example.com may not void: rights.yaml gives that to lead
To $HOME/server.git
 ! [remote rejected] ledger -> ledger (pre-receive hook declined)
error: failed to push some refs to '$HOME/server.git'
$ CRMTRACK_NOW=2026-11-30T09:25:00Z crmtrack -q -C ben audit --full --fields severity,finding,message | grep policy | sed 's/policy [0-9a-f]\{10\}/policy ID/'
warning	policy_outdated	its commit goes by policy ID, but by the one in force then ben@example.com may not void: rights.yaml gives that to lead

# The tag of a checkpoint stays where it is. A hook of somebody else is not overwritten.

$ export PUSHER=asha@example.com; crmtrack -q -C team checkpoint > /dev/null; push checkpoint/2026-11-21T09-20-00Z; git -C team tag -f checkpoint/2026-11-21T09-20-00Z ledger~1 > /dev/null; push -f checkpoint/2026-11-21T09-20-00Z
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T09-20-00Z' may not be moved
[1]
$ git init -q --bare other.git; crmtrack -q -C other.git init --bare . ; printf '#!/bin/sh\n' > other.git/hooks/pre-receive; crmtrack -C other.git hook install --server
crmtrack: cannot install '$HOME/other.git/hooks/pre-receive': there is a hook already
hint: let yours give its input to: crmtrack hook run pre-receive
[5]

# The first push of all, to a repository that has no ledger yet.

$ git init -q --bare empty.git; cp server.git/hooks/pre-receive empty.git/hooks/; crmtrack -q init fresh; git -C fresh push -q ~/empty.git main ledger && git -C empty.git rev-parse ledger | diff - <(git -C fresh rev-parse ledger)
