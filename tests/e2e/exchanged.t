# Records that colleagues exchanged directly, and that a server does not take from whoever has them, keep nobody back,
# and no byte of them ever changes.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ role() { (cd ~/asha && sed -i "/email: $1/,/role/s/role: .*/role: $2/" policy/people.yaml && git commit -q -a -m "$1: $2") && c asha -q sync; }
$ short() { sed 's/refs.crmtrack.mended.[0-9a-f]*/MENDED/g; s/commit [0-9a-f]\{12\}/commit ID/g'; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:manager ben:agent cleo:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(c asha -q new -c acme -m 'Charged twice')
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync
$ for who in ben cleo; do PUSHER=$who@example.com crmtrack -q clone server.git $who; as $who; done; git -C ben remote add cleo ~/cleo

# Cleo voids her duplicate while she may; Ben gets that directly and adds a note, and Cleo another. Then her right goes,
# and the grace ends. Her void and his commit, which came after it, stand in each other's way no more.

$ role cleo manager; c cleo -q sync; at 2026-11-02T09:00:00Z; dup=$(c cleo -q new -c beta -m 'Charged twice'); c cleo -q void $dup --why dup > /dev/null; c ben -q sync cleo; note=$(c ben -q note $dup -m 'Ben, after the void'); c ben -q sync cleo; c cleo -q note $dup -m 'Cleo, after both' > /dev/null; role cleo agent
$ at 2026-11-09T10:00:00Z; c ben sync; c ben sync --join 2>&1 | grep relay; c cleo sync 2>&1 | grep hint; c cleo sync --mend 2>&1 | short; c ben sync; c cleo sync
'origin': received 1 commit of main
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 3 reasons; commit 4168aa8326: 'complaints/2026/11/02/mswet13ced/01m6dqs9m1bc96cbx2ck7chg7t-change.yaml': cleo@example.com may not void: rights.yaml gives that to manager; commit d0fbc92fc2: its author is cleo@example.com, but ben@example.com pushes it, and it is not signed by its author's key; commit 4168aa8326: its author is cleo@example.com, but ben@example.com pushes it, and it is not signed by its author's key
hint: 1 record of yours needs what cleo@example.com recorded and not yet sent: they send first, by crmtrack sync there; then crmtrack sync here
hint: with the right 'relay' all can be sent, as it is dated: crmtrack sync --join
hint: to send the records of others takes the right 'relay', which the policy here gives to nobody
hint: to send all that it takes, and keep the rest here under refs/crmtrack/mended: crmtrack sync --mend
crmtrack: refused: commit ID: 'complaints/2026/11/02/mswet13ced/01m6dqs9m1bc96cbx2ck7chg7t-change.yaml' cleo@example.com may not void: rights.yaml gives that to manager
crmtrack: made the own ledger anew without 1 record that 'origin' refuses; to see it: git log -p MENDED
crmtrack: took 1 commit of others out, which 'origin' takes from who wrote it alone; to see it: git log -p MENDED
'origin': sent 3 records
'origin' takes no commits dated so: 1 record committed anew, with today's date
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
'origin': received 1 record (by cleo@example.com); sent 1 record
'origin': received 1 record (by ben@example.com)
$ file=complaints/2026/11/02/${dup#*-}/$note-activity.yaml; git -C server.git show refs/heads/ledger:$file | tail -2; git -C server.git log --all --no-renames --diff-filter=MD --format=%h -- complaints customers
direction: internal
text: Ben, after the void
$ c asha -q sync; c asha audit --full --fields severity,finding,author | grep -v notice; c ben sync --mend 2>&1 | short; c ben sync; git -C ben rev-parse refs/heads/ledger | diff - <(git -C server.git rev-parse refs/heads/ledger)
5 commits with 6 files looked at; 0 faults, 3 warnings, 0 notices
warning	reference_absent	ben@example.com
warning	entered_late	ben@example.com
warning	clock_off	ben@example.com
crmtrack: took 1 commit of others out, which 'origin' takes from who wrote it alone; to see it: git log -p MENDED
'origin' and this clone have the same
'origin' and this clone have the same

# Both were away for longer than the grace: each one's own is committed anew, whatever of the other's stands beside it.

$ c cleo -q sync; c ben -q note $id -m 'By Ben' > /dev/null; c cleo -q note $id -m 'By Cleo' > /dev/null; c ben -q sync cleo; at 2026-11-25T09:00:00Z; c asha -q note $id -m Later > /dev/null; c asha -q sync
$ c ben sync; c cleo sync; c ben sync; c cleo sync
'origin' takes no commits dated so: 1 record committed anew, with today's date
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
'origin': received 1 record (by asha@example.com); sent 1 record
'origin' takes no commits dated so: 1 record committed anew, with today's date
'origin' has the records of 1 commit of others by other commits: took these instead
'origin': received 1 record (by asha@example.com); sent 1 record
'origin' has the records of 1 commit of others by other commits: took these instead
'origin' and this clone have the same
'origin' and this clone have the same

# Two import the same file: the second one's commit goes, and what she wrote upon it stands on the first one's.

$ crmtrack -q init other; as other; new=$(c other -q new -c zeta -m Imported); c other export jsonl > other.jsonl; c ben import jsonl other.jsonl; at 2026-11-25T10:00:00Z; c cleo import jsonl other.jsonl; c cleo -q note $new -m 'Works on it' > /dev/null; c ben sync; c cleo sync; c cleo sync; c cleo list --fields id | grep -c $new
new 2, known 0, differing 0, rejected 0
new 2, known 0, differing 0, rejected 0
'origin': sent 2 records
'origin' has what was recorded here already, by other commits: took these instead
'origin': sent 1 record
'origin' and this clone have the same
1

# A path that somebody else took first, with other words: theirs stand, one's own are named and kept.

$ put() { (cd ~/$1; blob=$(git hash-object -w --stdin); export GIT_INDEX_FILE=.git/forge; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$blob,$2; git update-ref refs/heads/ledger $(printf "forged\n\nPolicy: $(git rev-parse refs/heads/main)\n" | git commit-tree $(git write-tree) -p refs/heads/ledger)); }
$ c ben -q sync; note=$(c ben -q note $id -m 'Ben wrote this'); c ben -q note $id -m 'and this' > /dev/null; file=complaints/2026/11/01/${id#*-}/$note-activity.yaml; git -C ben show refs/heads/ledger:$file | sed 's/Ben wrote/Cleo forged/; s/ben@/cleo@/' | put cleo $file; c cleo sync
'origin': sent 1 record
$ c ben sync 2>&1 | short; c ben sync --mend 2>&1 | short; c ben sync; git -C ben log -p --format= --glob=refs/crmtrack/mended -- $file | grep '^+.*wrote'; c ben show $id | grep -A2 -e forged -e 'and this'; PUSHER=asha@example.com crmtrack -q clone server.git fresh; crmtrack -C fresh audit --full --fields severity,finding,author | grep fault
crmtrack: refused: commit ID: 'complaints/2026/11/01/dz90dvdgba/01m892bp80w38rq7fgsettg3q0-activity.yaml' has another content here
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
crmtrack: refused: commit ID: 'complaints/2026/11/01/dz90dvdgba/01m892bp80w38rq7fgsettg3q0-activity.yaml' has another content there, which stands
crmtrack: made 1 commit of the own ledger anew, without what no ledger may have: all that was sound in it stays; MENDED keeps what was there
crmtrack: to see what was left out: git log -p MENDED; record again what should stand
'origin': sent 1 record
'origin' and this clone have the same
+text: Ben wrote this
    Cleo forged this
2026-11-25 10:00  09k2  ben@example.com
  note
    and this

Promises
12 commits with 14 files looked at; 0 faults, 7 warnings, 2 notices
[1]

# A clock that was years ahead: what the server refuses for its ids is left out once, and called lost by nobody.

$ at 2029-11-02T09:00:00Z; c ben -q new -c gamma -m 'Clock ahead' > /dev/null; c ben -q checkpoint; at 2026-11-26T09:00:00Z; c ben sync 2>&1 | tail -1; c ben sync --mend 2>&1 | tail -2 | short; c ben list --fields summary; c ben audit --fields severity,finding,message | grep -e history -e hidden -e checkpoint
crmtrack-checkpoint 1 time=2029-11-02T09:00:00Z head=4f1721ff032ff0dce38a98cbb4d4e6c38e392ded records=16 sha256=1e37bbdc29cfa087738b2a14bafa44f44fb7ac3fdd82a33e7af06afa307be333 previous=none
hint: to send all that it takes, and keep the rest here under refs/crmtrack/mended: crmtrack sync --mend
crmtrack: made the own ledger anew without 2 records that 'origin' refuses; to see them: git log -p MENDED
'origin' and this clone have the same
Imported
Charged twice
Charged twice
12 commits with 14 files looked at; 0 faults, 7 warnings, 5 notices
notice	checkpoint_lost	sync has committed anew here what the checkpoint 'checkpoint/2029-11-02T09-00-00Z' holds: 1 commit is missing, and of their records the 2 that sync --mend left out

# The server's clock is ahead of this computer's: what it refuses by that is found all the same.

$ sed -i 's/^program=/export CRMTRACK_NOW=${SERVERNOW:-$CRMTRACK_NOW}; program=/' server.git/hooks/*receive; role ben manager; c ben -q sync; dup=$(c ben -q new -c beta -m dup); c ben -q void $dup --why dup > /dev/null; role ben agent; at 2026-12-02T15:00:00Z; export SERVERNOW=2026-12-03T11:00:00Z; c ben sync 2>&1 | grep hint; c ben sync --mend 2>&1 | tail -1; c ben sync
hint: the clock of 'origin' is ahead of this computer's: it refuses what it would take by the time that it is here
hint: to send all that it takes, and keep the rest here under refs/crmtrack/mended: crmtrack sync --mend
'origin': sent 1 record
'origin' and this clone have the same
