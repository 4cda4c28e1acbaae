# Somebody deletes the branch `ledger` on the server: the server says so, and every clone that syncs; it can be put back from
# what is still on the server, or by who answers for it from a clone.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:lead cleo:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: policy, roles: [lead]}\n  - {right: relay, roles: [lead]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(c asha -q new -c acme -m 'Charged twice')
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync; PUSHER=cleo@example.com crmtrack -q clone server.git cleo; as cleo; c cleo -q note $id -m 'Called' > /dev/null; c cleo -q sync; c asha -q sync
$ at 2026-11-02T09:00:00Z; git -C server.git update-ref -d refs/heads/ledger; hide() { sed 's/\b[0-9a-f]\{40\}\b/COMMIT/g; s/commit [0-9a-f]\{10,12\}\b/commit ID/g; s/ at [0-9a-f]\{10\}/ at ID/g; s/; commit ID: .*; a ledger/; …; a ledger/'; }

# On the server.

$ crmtrack -C server.git audit 2>&1 | hide; crmtrack -C server.git list 2>&1 | hide; crmtrack -C server.git doctor 2>&1 | hide; crmtrack init --bare server.git 2>&1 | hide; crmtrack clone server.git new 2>&1 | hide; test -e new
crmtrack: cannot open '$HOME/server.git': its branch 'ledger' is gone: somebody removed it; the receipt of 2026-11-01T09:00:00Z has it at ID
hint: all of it is still here: git -C '$HOME/server.git' update-ref refs/heads/ledger COMMIT
crmtrack: cannot open '$HOME/server.git': its branch 'ledger' is gone: somebody removed it; the receipt of 2026-11-01T09:00:00Z has it at ID
hint: all of it is still here: git -C '$HOME/server.git' update-ref refs/heads/ledger COMMIT
crmtrack: cannot open '$HOME/server.git': its branch 'ledger' is gone: somebody removed it; the receipt of 2026-11-01T09:00:00Z has it at ID
hint: all of it is still here: git -C '$HOME/server.git' update-ref refs/heads/ledger COMMIT
crmtrack: cannot open '$HOME/server.git': its branch 'ledger' is gone: somebody removed it; the receipt of 2026-11-01T09:00:00Z has it at ID
hint: all of it is still here: git -C '$HOME/server.git' update-ref refs/heads/ledger COMMIT
crmtrack: cannot clone '$HOME/server.git': its branch 'ledger' is gone; the receipt of 2026-11-01T09:00:00Z has it at ID
hint: who has a clone, and the rights 'relay' and 'policy', sends it there: crmtrack sync
hint: on the server: crmtrack audit says whether it is still there
[1]

# A clone of somebody without the right is told who brings it back. Nobody puts another ledger there.

$ c cleo sync 2>&1 | hide; c cleo -q note $id -m 'After the loss' > /dev/null; crmtrack -q init other; PUSHER=cleo@example.com git -C other push -q ~/server.git refs/heads/ledger 2>&1 | sed -n 's/ *$//; /^remote:   /p' | hide; git -C other push -q ~/server.git refs/heads/ledger 2>&1 | sed -n 's/ *$//; /^remote:   /p' | hide
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by asha@example.com, cleo@example.com; this clone has what is missing
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 3 reasons; …; a ledger that began elsewhere is brought by somebody who has the rights 'relay' and 'policy'
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync, in a clone that has it
remote:   the ledger is gone here; it was at ID, and this is another one: who has the rights 'relay' and 'policy' brings it back, or begins anew

# Who answers for it sends it again, and everybody goes on.

$ c asha sync; c cleo sync; c asha sync; c asha audit; crmtrack -C server.git audit
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by asha@example.com, cleo@example.com; sent again
'origin': sent 3 records
'origin': sent 1 record
'origin': received 1 record (by cleo@example.com)
4 commits with 4 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 4 commits with 4 records and attachments, dated 2026-11-01 09:00 to 2026-11-02 09:00; 0 signatures verified, dates compared with 2 receipts of a server
4 commits with 4 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 4 commits with 4 records and attachments, dated 2026-11-01 09:00 to 2026-11-02 09:00; 0 signatures verified, dates compared with 2 receipts of a server

# Or the server's operator puts it back by the command that is told.

$ git -C server.git update-ref -d refs/heads/ledger; eval "$(crmtrack -C server.git audit 2>&1 | sed -n 's/^hint: all of it is still here: //p')"; crmtrack -C server.git audit; c cleo sync
0 commits with 0 files looked at; what is older was on 2026-11-02 09:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-02 09:00 saw; 0 signatures verified, dates compared with 0 receipts of a server
'origin' and this clone have the same

# Where the objects are gone there too, only a clone has it.

$ git -C server.git update-ref -d refs/heads/ledger; git -C server.git reflog expire --expire=now --all; git -C server.git gc -q --prune=now; crmtrack -C server.git audit 2>&1 | hide; c asha sync; c cleo sync
crmtrack: cannot open '$HOME/server.git': its branch 'ledger' is gone, and of the commit ID that it was at, commit COMMIT is gone too
hint: where a clone or a backup has it: fetch it from there, then git -C '$HOME/server.git' update-ref refs/heads/ledger COMMIT
crmtrack: 'origin' went back: it had 4 commits of ledger that it no longer has, by asha@example.com, cleo@example.com; sent again
'origin': sent 4 records
'origin' and this clone have the same

# A server that knows nobody takes its own ledger, also an older one, and no other.

$ crmtrack -q -C server.git hook install --server > /dev/null; git -C server.git update-ref -d refs/heads/ledger; git -C other push -q ~/server.git refs/heads/ledger 2>&1 | sed -n 's/ *$//; /^remote:   /p' | hide; git -C asha push -q ~/server.git refs/heads/ledger~1:refs/heads/ledger; c cleo sync
remote:   the ledger is gone here; it was at ID, and this is another one: who has the rights 'relay' and 'policy' brings it back, or begins anew
crmtrack: 'origin' went back: it had 1 commit of ledger that it no longer has, by cleo@example.com; sent again
'origin': sent 1 record
