# A server that was restored from an older backup, or stands beside the team's, gets back what was right when it was
# written, from who answers for it; and nobody is blamed.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ role() { (cd ~/asha && sed -i "/email: $1/,/role/s/role: .*/role: $2/" policy/people.yaml && git commit -q -a -m "$1: $2") && c asha -q sync; }
$ hide() { sed 's/commit [0-9a-f]\{10\}/commit ID/g'; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:lead ben:manager cleo:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [lead]}\n  - {right: relay, roles: [lead]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(c asha -q new -c acme -m 'Charged twice')
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync
$ for who in ben cleo; do PUSHER=$who@example.com crmtrack -q clone server.git $who; as $who; done

# Ben voided a duplicate while he might; the whole server goes back to before that.

$ cp -a server.git backup.git; at 2026-11-02T09:00:00Z; other=$(c ben -q new -c beta -m 'Charged twice'); c ben -q void $other --why 'a duplicate' > /dev/null; c ben -q sync; c cleo -q sync; c cleo -q note $id -m 'Called them' > /dev/null; c cleo -q sync
$ at 2026-11-05T09:00:00Z; role ben agent; c cleo -q sync; at 2026-11-25T09:00:00Z; rm -rf server.git; cp -a backup.git server.git

# Who may not bring it back is told who does, and keeps what is here.

$ c cleo -q note $id -m 'After the loss' > /dev/null; c cleo sync 2>&1 | hide; c cleo sync --mend 2>&1 | hide; c cleo show $other | sed -n 2p
crmtrack: 'origin' went back: it had 1 commit of main that it no longer has, by asha@example.com; this clone has what is missing
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by ben@example.com, cleo@example.com; this clone has what is missing
'origin': sent 1 record
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: its author is asha@example.com, but cleo@example.com pushes it, who may not change policy
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync, in a clone that has it
hint: until then leave main as it is here
crmtrack: 'origin' went back: it had 1 commit of main that it no longer has, by asha@example.com; this clone has what is missing
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by ben@example.com, cleo@example.com; this clone has what is missing
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: its author is asha@example.com, but cleo@example.com pushes it, who may not change policy
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync, in a clone that has it
hint: until then leave main as it is here
status    void

# Who has both rights brings it back as it was.

$ at 2026-11-26T09:00:00Z; c asha sync; c asha sync; c asha audit; git -C server.git show -s --format=%b refs/crmtrack/receipts | tail -2
crmtrack: 'origin' went back: it had 1 commit of main that it no longer has, by asha@example.com; sent again
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by ben@example.com, cleo@example.com; sent again
'origin': received 1 record (by cleo@example.com); sent 4 records and 1 commit of main
'origin' and this clone have the same
7 commits with 7 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 7 commits with 7 records and attachments, dated 2026-11-01 09:00 to 2026-11-25 09:00; 0 signatures verified, dates compared with 2 receipts of a server
relay asha@example.com
$ c cleo sync; c ben sync; c ben show $other | sed -n 2p; c cleo audit --fields severity,finding,author,message
'origin' and this clone have the same
'origin': received 2 records and 1 commit of main (by cleo@example.com)
status    void
10 commits with 8 files looked at; 0 faults, 0 warnings, 1 notice
nothing changed, removed or hidden, as far as this clone knows, of 10 commits with 8 records and attachments, dated 2026-11-01 09:00 to 2026-11-25 09:00; 0 signatures verified, dates compared with 2 receipts of a server
notice	dated_before_seen		1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)

# A new clone knows what came late from the receipts: who brought it is named, and no author.

$ PUSHER=cleo@example.com crmtrack -q clone server.git fresh; crmtrack -C fresh show $other | sed -n 2p; crmtrack -C fresh audit --fields severity,finding,author,message; crmtrack -C fresh audit -v --full --fields severity,finding,author,message
status    void
10 commits with 8 files looked at; 0 faults, 0 warnings, 2 notices
nothing changed, removed or hidden, as far as this clone knows, of 10 commits with 8 records and attachments, dated 2026-11-01 09:00 to 2026-11-25 09:00; 0 signatures verified, dates compared with 3 receipts of a server
notice	dated_before_seen		1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
notice	relayed		3 commits of others, dated before they came, were brought by asha@example.com, with the right 'relay' (-v lists them)
10 commits with 8 files looked at; 0 faults, 0 warnings, 4 notices
nothing changed, removed or hidden, as far as this clone knows, of 10 commits with 8 records and attachments, dated 2026-11-01 09:00 to 2026-11-25 09:00; 0 signatures verified, dates compared with 3 receipts of a server
notice	dated_before_seen	cleo@example.com	committed 1d before the server's receipt of 2026-11-26T09:00:00Z, which does not have it
notice	relayed	asha@example.com	by cleo@example.com, committed 23d before the server's receipt of 2026-11-25T09:00:00Z; asha@example.com brought it, with the right 'relay'
notice	relayed	asha@example.com	by ben@example.com, committed 23d before the server's receipt of 2026-11-25T09:00:00Z; asha@example.com brought it, with the right 'relay'
notice	relayed	asha@example.com	by ben@example.com, committed 23d before the server's receipt of 2026-11-25T09:00:00Z; asha@example.com brought it, with the right 'relay'

# The operator sets the ledger alone back.

$ git -C server.git update-ref refs/heads/ledger $(git -C backup.git rev-parse refs/heads/ledger); c cleo sync; c asha sync; crmtrack -q clone server.git anew; crmtrack -C anew audit --fields severity,finding,author
crmtrack: 'origin' went back: it had 8 commits of ledger that it no longer has, by ben@example.com, cleo@example.com; this clone has what is missing
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync, in a clone that has it
crmtrack: 'origin' went back: it had 5 commits of ledger that it no longer has, by ben@example.com, cleo@example.com; sent again
'origin': sent 5 records
7 commits with 7 files looked at; 0 faults, 0 warnings, 1 notice
nothing changed, removed or hidden, as far as this clone knows, of 7 commits with 7 records and attachments, dated 2026-11-01 09:00 to 2026-11-25 09:00; 0 signatures verified, dates compared with 3 receipts of a server
notice	relayed	

# Another server beside the team's, with the hook: who has both rights brings it up to date.

$ cp -a backup.git beside.git; for who in asha ben; do git -C $who remote add beside ~/beside.git; done; c ben sync beside 2>&1 | hide
crmtrack: cannot push 'main' to 'beside': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: its author is asha@example.com, but ben@example.com pushes it, who may not change policy
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync beside
hint: until then leave main as it is here
$ c asha sync beside; c asha sync beside; c asha sync
'beside': sent 5 records and 1 commit of main
'beside' and this clone have the same
'origin' and this clone have the same
