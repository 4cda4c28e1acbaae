# A server with our hooks keeps when it had what.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name $1; }
$ audit() { crmtrack -q audit --fields severity,finding,author,message "$@"; }
$ push() { git -c advice.pushUpdateRejected=false -C $1 push -q origin "${@:2}" 2>&1 | sed 's/ *$//; s/commit [0-9a-f]*/commit ID/' | grep -v '^To \|^error: \|^ ! '; return ${PIPESTATUS[0]}; }
$ at 2026-11-01T09:00:00Z; git init -q --bare server.git; crmtrack -q init asha; cd asha; id=$(crmtrack -q new -c acme -m 'Charged twice'); git remote add origin ~/server.git; crmtrack -q sync; cd ~
$ crmtrack -C server.git hook install --server --identity-env PUSHER
installed pre-receive and post-receive in '$HOME/server.git/hooks': they refuse what the rules forbid, and keep when what came
wrote the first receipt: what is here by now came before it
set receive.fsckObjects: Git refuses trees and commits that its fsck does
who pushes is what the variable PUSHER says
$ test -x server.git/hooks/post-receive; export PUSHER=asha@example.com; git -C server.git for-each-ref --format='%(refname)' refs/crmtrack
refs/crmtrack/receipts
$ at 2026-11-02T09:00:00Z; crmtrack -q -C asha note $id -m 'Called them' > /dev/null; crmtrack -q -C asha sync
$ git -C server.git log --format='%an <%ae> %cI %T%n%B' refs/crmtrack/receipts | sed "s/$(git -C server.git rev-parse refs/heads/ledger)/LEDGER/; s/$(git -C server.git rev-parse refs/heads/ledger~1)/BEFORE/; s/$(git -C server.git rev-parse refs/heads/main)/MAIN/"
crmtrack <crmtrack> 2026-11-02T09:00:00+00:00 4b825dc642cb6eb9a060e54bf8d69288fbee4904
receipt 2026-11-02T09:00:00Z

refs/heads/ledger LEDGER 3
refs/heads/main MAIN 1

crmtrack <crmtrack> 2026-11-01T09:00:00+00:00 4b825dc642cb6eb9a060e54bf8d69288fbee4904
receipt 2026-11-01T09:00:00Z

refs/heads/ledger BEFORE 2
refs/heads/main MAIN 1
$ at 2026-11-03T09:00:00Z; crmtrack -q -C asha note $id -m 'Called again' > /dev/null; crmtrack -q -C asha sync; git -C server.git log -2 --format=%s refs/crmtrack/receipts; git -C server.git show -s --format=%b refs/crmtrack/receipts | cut -d' ' -f1,3; git -C server.git fsck --strict --no-dangling
receipt 2026-11-03T09:00:00Z
receipt 2026-11-02T09:00:00Z
refs/heads/ledger 4
refs/heads/main 1

# Nobody may push to them.

$ git -C asha fetch -q; git -C asha rev-parse refs/crmtrack/receipts | diff - <(git -C server.git rev-parse refs/crmtrack/receipts); push asha refs/crmtrack/receipts~1:refs/crmtrack/receipts
[1]
$ push asha -f refs/crmtrack/receipts~1:refs/crmtrack/receipts; push asha :refs/crmtrack/receipts; push asha refs/heads/main:refs/crmtrack/receipts2
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/crmtrack/receipts' is the server's own
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/crmtrack/receipts' is the server's own
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/crmtrack/receipts2' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
[1]

# A clone gets them; one that was set up before there were any is told once. A server without them is no error.

$ crmtrack -q clone server.git ben; as ben; git -C ben config --get-all remote.origin.fetch; git -C ben rev-parse refs/crmtrack/receipts | diff - <(git -C asha rev-parse refs/crmtrack/receipts)
+refs/crmtrack/receipts*:refs/crmtrack/receipts*
+refs/heads/*:refs/remotes/origin/*
$ git clone -q server.git cleo; as cleo; crmtrack -C cleo list --fields summary; git -C cleo fetch -q && git -C cleo rev-parse refs/crmtrack/receipts | diff - <(git -C asha rev-parse refs/crmtrack/receipts)
set up 'origin': git push and git pull share main and ledger with it
4 new records from 'origin' on 1 complaint, by asha@example.com
Charged twice
$ git -C cleo config --unset crmtrack.receipts; git -C cleo config --unset remote.origin.fetch receipts; crmtrack -C cleo sync; crmtrack -C cleo sync
set up 'origin': git fetch brings its receipts, which say when what came
'origin' and this clone have the same
'origin' and this clone have the same
$ git init -q --bare forge.git; git -C asha push -q ~/forge.git refs/heads/main refs/heads/ledger; crmtrack -q clone forge.git dave; git -C dave fetch; crmtrack -C dave sync
'origin' and this clone have the same

# Who was offline for a day is taken, and audit says it in a line.

$ at 2026-11-04T09:00:00Z; crmtrack -q -C ben note $id -m 'On the train' > /dev/null; crmtrack -q -C asha note $id -m 'In the office' > /dev/null; at 2026-11-05T08:00:00Z; crmtrack -q -C asha note $id -m 'Next day' > /dev/null; crmtrack -q -C asha sync
$ at 2026-11-05T09:00:00Z; PUSHER=ben@example.com crmtrack -C ben sync; at 2026-11-05T18:00:00Z; crmtrack -q -C asha sync; cd asha; audit; audit -v; audit --full -v; cd ~
'origin': received 2 records (by asha@example.com); sent 1 record
notice	dated_before_seen		1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
notice	dated_before_seen	ben@example.com	committed 23h before the server's receipt of 2026-11-05T08:00:00Z, which does not have it

# Beyond the grace the server refuses, and sync commits what waits anew: the same record, with today's date.

$ at 2026-11-06T09:00:00Z; crmtrack -q -C ben note $id -m 'On holiday' > /dev/null; before=$(git -C ben rev-parse refs/heads/ledger); at 2026-11-20T09:00:00Z; crmtrack -q -C asha note $id -m 'Two weeks later' > /dev/null; crmtrack -q -C asha sync
$ export PUSHER=ben@example.com; git -C ben fetch -q; crmtrack -q -C ben list > /dev/null; push ben ledger
remote: crmtrack: cannot take the push: 1 reason
remote:   commit ID: dated 14d before this server's newest receipt, more than the 7d that offline work may take: crmtrack sync commits it anew
[1]
$ at 2026-11-21T09:00:00Z; crmtrack -C ben sync --json | tr ',' '\n' | grep -v remote
'origin' takes no commits dated so: 1 record committed anew, with today's date
'origin': sent 1 record
{"format_version": 1
 "command": "sync"
 "received": {"records": 0
 "policy_commits": 0}
 "sent": {"records": 1
 "policy_commits": 0}
 "refused": []
 "committed_anew": 1
 "mended": false
 "own_mended": ""
 "rejected": []
 "contested": []
 "conflict": false}
$ git -C ben log -1 --format='%an %aI %cI %s' refs/heads/ledger | sed "s/activity .*:/activity ID:/"; git -C ben show --format= --name-only $before | diff - <(git -C ben show --format= --name-only refs/heads/ledger); git -C ben diff-tree -r --quiet $before refs/heads/ledger -- $(git -C ben show --format= --name-only $before) && git -C ben for-each-ref --contains $before
ben 2026-11-21T09:00:00+00:00 2026-11-21T09:00:00+00:00 activity ID: note
$ crmtrack -C ben show $id --json | grep -c '"at": "2026-11-06T09:00:00Z"'; cd ben; audit --full; audit; git fsck --strict --no-dangling; cd ~
1
warning	entered_late	ben@example.com	entered 15d after it happened
warning	clock_off	ben@example.com	its id is 15d older than its commit
notice	dated_before_seen		1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
warning	entered_late	ben@example.com	entered 15d after it happened
warning	clock_off	ben@example.com	its id is 15d older than its commit

# With the right to relay they are pushed as they are dated; the audit names them.

$ at 2026-11-21T10:00:00Z; export PUSHER=asha@example.com; crmtrack -q -C asha person add asha@example.com --name Asha --role lead > /dev/null; crmtrack -q -C asha person add ben@example.com --name Ben --role agent > /dev/null; printf 'rights:\n  - {right: relay, roles: [lead]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may relay'; crmtrack -q -C asha sync
$ at 2026-11-10T09:00:00Z; crmtrack -q -C asha note $id -m 'Found in a drawer' > /dev/null; at 2026-11-21T11:00:00Z; crmtrack -C asha sync --join; cd asha; audit; cd ~
'origin': sent 1 record
warning	time_order	asha@example.com	committed 11d before its parent
warning	dated_before_seen	asha@example.com	committed 11d 1h before the server's receipt of 2026-11-21T10:00:00Z, which does not have it
warning	entered_late	ben@example.com	entered 15d after it happened
warning	clock_off	ben@example.com	its id is 15d older than its commit

# Where the receipt cannot be written, the push is taken all the same, and the pusher is told.

$ at 2026-11-21T11:30:00Z; cp -r server.git kept.git; git -C server.git pack-refs --all; git -C server.git update-ref -d refs/crmtrack/receipts; git -C server.git update-ref refs/crmtrack refs/heads/main; crmtrack -q -C asha note $id -m 'One more' > /dev/null; push asha refs/heads/ledger; git -C server.git rev-parse refs/heads/ledger | diff - <(git -C asha rev-parse refs/heads/ledger)
remote: crmtrack: the push was taken, but no receipt was written: cannot write to '$HOME/server.git/refs/crmtrack': Not a directory
$ rm -rf server.git; mv kept.git server.git; push asha refs/heads/ledger

# Commits of others are theirs to commit anew.

$ at 2026-11-08T09:00:00Z; crmtrack -q -C ben sync; crmtrack -q -C ben note $id -m 'By Ben, long ago' > /dev/null; at 2026-11-21T12:00:00Z; git -C asha fetch -q ../ben refs/heads/ledger; git -C asha update-ref refs/remotes/other/ledger FETCH_HEAD; git -C asha remote add other ~/ben; crmtrack -q -C asha sync other; crmtrack -C asha sync
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync

# A server only adds to them: a clone's next audit says so where others were put in their place, or they are gone.

$ crmtrack -q clone server.git eva; cd eva; audit > /dev/null; told=$(git rev-parse refs/crmtrack/receipts); git -C ~/server.git update-ref refs/crmtrack/receipts refs/crmtrack/receipts~1; git fetch -q; audit --fields severity,finding,commit,message | grep receipts_ | sed "s/${told:0:10}/TOLD/g; s/TOLD[0-9a-f]*/TOLD/"
warning	receipts_rewritten	TOLD	the server's receipts were at TOLD, which they no longer descend from
$ audit --forget | grep receipts_; audit | grep receipts_; git -C ~/server.git update-ref refs/crmtrack/receipts $told; git update-ref -d refs/crmtrack/receipts; audit --fields finding,message | sed -n 's/were at [0-9a-f]*/were at ID/; /receipts_/p'
receipts_rewritten	the server's receipts were at ID, and are gone
$ git fetch -q; audit | grep receipts_; cd ~

# A hook of somebody else is not overwritten.

$ git init -q --bare other.git; crmtrack -q -C other.git init --bare .; printf '#!/bin/sh\n' > other.git/hooks/post-receive; crmtrack -C other.git hook install --server; ls other.git/hooks | grep receive$
crmtrack: cannot install '$HOME/other.git/hooks/post-receive': there is a hook already
hint: let yours give its input to: crmtrack hook run post-receive
post-receive
