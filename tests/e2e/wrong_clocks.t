# Clocks that are wrong, and witnesses that somebody made up.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name $1; }
$ audit() { crmtrack -q audit --fields severity,finding,author,message "$@"; }
$ sync() { PUSHER=$1@example.com crmtrack -C $1 sync 2>&1 | sed 's/commit [0-9a-f]\{10\}/commit ID/'; return ${PIPESTATUS[0]}; }
$ server_at() { sed -i "s,^\(export CRMTRACK_NOW=.*; \)*program=,export CRMTRACK_NOW=$1; program=," server.git/hooks/*receive; }
$ note() { crmtrack -q -C $1 note $id -m "$2" > /dev/null; }
$ at 2026-11-01T09:00:00Z; git init -q --bare server.git; crmtrack -C server.git -q hook install --server --identity-env PUSHER; crmtrack -q init asha; as asha; id=$(crmtrack -q -C asha new -c acme -m 'Charged twice'); for who in asha ben; do crmtrack -q -C asha person add $who@example.com --name $who --role agent > /dev/null; done; git -C asha remote add origin ~/server.git; PUSHER=asha@example.com crmtrack -q -C asha sync; crmtrack -q clone server.git ben; as ben

# Ours is three months behind: sync says so, and commits nothing anew by it. Once it is set, sync is the way out.

$ at 2026-08-03T09:00:00Z; note ben 'Slow clock'; before=$(git -C ben rev-parse refs/heads/ledger); server_at 2026-11-02T10:00:00Z; sync ben
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: dated 90d before this server's newest receipt, more than the 7d that offline work may take: crmtrack sync commits it anew
hint: this computer's clock is 90d behind the newest receipt of 'origin'
hint: where it is wrong: set it, then crmtrack sync
[5]
$ test $before = $(git -C ben rev-parse refs/heads/ledger); at 2026-11-02T10:00:00Z; sync ben; sync asha
'origin' takes no commits dated so: 1 record committed anew, with today's date
'origin': sent 1 record
'origin': received 1 record (by ben@example.com)

# Ours is two months ahead: the server takes nothing by it, since a role could hold then that does not now.

$ at 2027-01-02T09:00:00Z; note ben 'Fast clock'; sync ben
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: dated 60d 23h in the future: set the clock, then crmtrack sync
[5]
$ at 2026-11-02T10:30:00Z; sync ben; git -C ben log -1 --format=%cI refs/heads/ledger
'origin' takes no commits dated so: 1 record committed anew, with today's date
'origin': sent 1 record
2026-11-02T10:30:00+00:00

# The server's was two years ahead for one push. Everybody goes on; audit names the receipt, and nobody by it.

$ server_at 2028-11-02T09:00:00Z; at 2026-11-02T11:00:00Z; sync asha; note asha 'Wrong server'; sync asha; server_at 2026-11-02T13:00:00Z
'origin': received 1 record (by ben@example.com)
'origin': sent 1 record
$ at 2026-11-02T12:00:00Z; note asha 'Right again'; sync asha; sync asha; note asha 'And again'; sync asha; cd asha; audit --full; cd ~
crmtrack: the newest receipt of 'origin' is 730d 21h ahead of this computer's clock: one of the two is wrong
'origin': sent 1 record
'origin' and this clone have the same
'origin': sent 1 record
warning	time_future		the server's receipt of 2028-11-02T09:00:00Z is of the future: a clock was wrong, or somebody made it up; it shows nothing
warning	at_after_commit	ben@example.com	says that it happened 60d 22h after it was recorded
warning	entered_late	ben@example.com	entered 91d 1h after it happened
warning	clock_off	ben@example.com	its id is 1d 1h older than its commit
warning	clock_off	ben@example.com	its id is 60d 22h newer than its commit

# It is still a wrong one when its time has come.

$ at 2028-11-03T09:00:00Z; cd asha; audit --full; cd ~; at 2026-11-02T13:00:00Z
warning	at_after_commit	ben@example.com	says that it happened 60d 22h after it was recorded
warning	entered_late	ben@example.com	entered 91d 1h after it happened
warning	clock_off	ben@example.com	its id is 1d 1h older than its commit
warning	clock_off	ben@example.com	its id is 60d 22h newer than its commit

# The operator takes a receipt away.

$ git -C server.git log --format=%s refs/crmtrack/receipts; server_at 2028-11-02T09:00:00Z; note asha 'Wrong server'; sync asha; git -C server.git update-ref refs/crmtrack/receipts refs/crmtrack/receipts~1; sync asha; cd asha; git log -1 --format=%s refs/crmtrack/receipts; cd ~
receipt 2026-11-02T13:00:00Z
receipt 2026-11-02T13:00:00Z
receipt 2028-11-02T09:00:00Z
receipt 2026-11-02T10:00:00Z
receipt 2026-11-02T10:00:00Z
receipt 2026-11-01T09:00:00Z
receipt 2026-11-01T09:00:00Z
'origin': sent 1 record
'origin' and this clone have the same
receipt 2026-11-02T13:00:00Z

# The server's is behind its own newest receipt: the message says so, and the hints for main blame neither right nor
# policy.

$ server_at 2024-11-02T09:00:00Z; note asha 'Slow server'; sync asha; (cd asha; echo '# asha' >> policy/reasons.yaml; git commit -q -a -m 'By the server of 2024'); sync asha; server_at 2026-11-02T13:00:00Z; sync asha
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: dated 730d 4h in the future by this server's clock, which is behind its own newest receipt: set the one that is wrong, the server's or yours, then crmtrack sync
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: is dated in the future: set the clock, and commit it again (git commit --amend --reset-author)
hint: where this computer's clock was wrong: git -C '$HOME/asha' commit --amend --reset-author, then crmtrack sync
hint: where it is the server's, whoever runs it sets it; then crmtrack sync
'origin': sent 1 record and 1 commit of main

# Of a checkpoint that an outsider made the server takes none, and audit believes none.

$ server_at 2026-11-20T09:00:00Z; at 2026-11-20T09:00:00Z; crmtrack -q clone server.git eve; as eve; git -C eve update-ref refs/heads/ledger $(git -C eve rev-list --reverse refs/heads/ledger | sed -n 2p); crmtrack -q -C eve checkpoint > /dev/null; PUSHER=eve@example.com git -C eve push -q origin --tags 2>&1 | sed 's/ *$//' | grep ^remote
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-20T09-00-00Z' cannot be taken as a checkpoint: eve@example.com made it, who is not in people.yaml
$ crmtrack -q clone server.git fresh; git -C fresh update-ref -d refs/crmtrack/receipts; git -C fresh fetch -q ../eve refs/tags/checkpoint/*:refs/tags/checkpoint/*; cd fresh; audit --full | grep -c checkpoint; cd ~
0
$ git -C eve tag -d $(git -C eve tag -l) > /dev/null; as() { git -C $1 config user.email $2@example.com && git -C $1 config user.name $2; }; as eve ben; crmtrack -q -C eve checkpoint > /dev/null; rm -rf fresh/.git/crmtrack; git -C fresh fetch -q ../eve +refs/tags/checkpoint/*:refs/tags/checkpoint/*; cd fresh; audit --full | grep checkpoint | head -1; cd ~
warning	dated_before_seen	ben@example.com	committed 17d 23h before the checkpoint '2026-11-20T09-00-00Z' by ben@example.com, which does not have it

# A reference that somebody pushed below the receipts' name to a server without our hook locks no clone out.

$ git init -q --bare plain.git; git -C asha push -q ~/plain.git refs/heads/main refs/heads/ledger refs/heads/main:refs/crmtrack/receipts/a; crmtrack -q clone plain.git dave; git -C dave for-each-ref --format='%(refname)' refs/crmtrack; crmtrack -C dave sync; git -C dave for-each-ref --format='%(refname)' refs/crmtrack
refs/crmtrack/receipts/a
'origin' and this clone have the same
$ git -C dave fetch -q; git -C dave pack-refs --all; git -C plain.git update-ref -d refs/crmtrack/receipts/a; git -C asha push -q ~/plain.git refs/crmtrack/receipts; crmtrack -C dave sync; git -C dave for-each-ref --format='%(refname)' refs/crmtrack
'origin' and this clone have the same
refs/crmtrack/receipts
$ git -C plain.git update-ref -d refs/crmtrack/receipts; git -C plain.git update-ref refs/crmtrack/receipts/a refs/heads/main; crmtrack -C dave sync; git -C dave for-each-ref --format='%(refname)' refs/crmtrack
'origin' and this clone have the same
refs/crmtrack/receipts
