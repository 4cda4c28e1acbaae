# A hub that `init --bare` made takes an existing ledger at its first sync, as long as nobody has used it.

$ crmtrack -q init asha; id=$(crmtrack -q -C asha new -c acme -m 'Charged twice'); crmtrack -C asha sync
crmtrack: cannot sync: this repository has no remote to share with
hint: make one, empty, where all of you can reach it: git init --bare DIR
hint: name it here: git -C '$HOME/asha' remote add origin DIR; then: crmtrack sync
[7]
$ CRMTRACK_SEED=hub crmtrack init --bare hub.git
made a data repository in $HOME/hub.git
hint: to work with it: crmtrack clone '$HOME/hub.git'
hint: to send a ledger that you have, in its folder: git remote add origin '$HOME/hub.git' && crmtrack sync
$ crmtrack -C asha sync ../hub.git
crmtrack: cannot sync with '../hub.git': no remote has that name
hint: a path or an address needs a name first: git -C '$HOME/asha' remote add origin '$SANDBOX/hub.git'; then: crmtrack sync
[3]
$ git -C asha remote add origin ~/hub.git; crmtrack -C asha sync
set up 'origin': git push and git pull share main and ledger with it
'origin' held nothing but its own beginning: this ledger takes its place
'origin': sent 2 records and 1 commit of main
$ git -C hub.git rev-parse main ledger | diff - <(git -C asha rev-parse main ledger)
$ crmtrack -C asha audit
2 commits with 2 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 2 commits with 2 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
$ crmtrack -q clone hub.git ben && crmtrack -C ben list --fields summary && crmtrack -C asha sync
Charged twice
'origin' and this clone have the same

# One that somebody has used stays, and so does one that is a team's.

$ CRMTRACK_SEED=used crmtrack -q init --bare used.git; crmtrack -q -C used.git new -c acme -m 'Late' > /dev/null; git -C asha remote add used ~/used.git; crmtrack -C asha sync used
crmtrack: cannot sync with 'used': its ledger is another one, with no commit in common
hint: if the two belong together: crmtrack sync --join
[5]
$ CRMTRACK_SEED=cleo crmtrack -q init cleo; git init -q --bare team.git; git -C cleo remote add origin ~/team.git; crmtrack -q -C cleo sync; git -C asha remote add team ~/team.git; crmtrack -C asha sync team
crmtrack: cannot sync with 'team': its ledger is another one, with no commit in common
hint: if the two belong together: crmtrack sync --join
[5]

# A server that refuses to lose history keeps its beginning, and both branches stay as they are.

$ CRMTRACK_SEED=shut crmtrack -q init --bare shut.git; git -C shut.git config receive.denyNonFastForwards true; git -C shut.git rev-parse main ledger > before; git -C asha remote add shut ~/shut.git; crmtrack -C asha sync shut
crmtrack: cannot sync with 'shut': it has begun a ledger of its own and lets no other take its place: error: denying non-fast-forward refs/heads/ledger (you should pull first)
hint: make the shared repository anew, empty: git init --bare DIR; then crmtrack sync
hint: or begin with the one that is there: crmtrack clone URL
[5]
$ git -C shut.git rev-parse main ledger | diff - before

# A clone of the hub is no other ledger: it sends what it has.

$ CRMTRACK_SEED=new crmtrack -q init --bare new.git; crmtrack -q clone new.git dan; crmtrack -q -C dan new -c acme -m 'Noise' > /dev/null; crmtrack -C dan sync
'origin': sent 2 records
