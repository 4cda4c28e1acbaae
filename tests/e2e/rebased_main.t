# A record names the policy that its writer had. Where main was rebased before it was pushed, nobody else has that.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; cd asha; for w in 'asha manager' 'ben agent'; do crmtrack -q person add ${w% *}@example.com --name ${w% *} --role ${w#* } > /dev/null; done; printf 'rights:\n  - {right: void, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m Rights; id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late'); cd ~
$ git init -q --bare server.git; git -C asha remote add origin ~/server.git; crmtrack -q -C asha sync; crmtrack -q clone server.git ben; git -C ben config user.email ben@example.com
$ at 2026-11-02T09:00:00Z; cd asha; crmtrack -q person edit ben@example.com --role manager > /dev/null; crmtrack -q note $id -m 'Ben may now' > /dev/null; crmtrack -q sync; crmtrack -q -C ../ben sync; at 2026-11-02T10:00:00Z; echo '# Asha' >> policy/levels.yaml; git add policy; git commit -q -m Asha; crmtrack -q sync; cd ~
$ at 2026-11-02T11:00:00Z; cd ben; echo '# Ben' >> policy/reasons.yaml; git commit -q -a -m Ben; crmtrack -q void $id --why 'A duplicate' | wc -l; git pull -q --rebase origin main; crmtrack -q sync; cd ~
1

# Ben's role changes weeks later. His former records count, in a grown index and in a new one, and nobody is
# blamed.

$ at 2026-12-20T09:00:00Z; cd asha; crmtrack -q sync; crmtrack list --all --fields status; crmtrack -q person edit ben@example.com --role agent > /dev/null; crmtrack list --all --fields status; rm .git/crmtrack/index-*; crmtrack list --all --fields status; crmtrack -q audit --full
void
void
void
$ crmtrack list --all --fields status --as-of 2026-11-03; crmtrack -q sync; cd ~; crmtrack -q clone server.git fresh; crmtrack -C fresh list --all --fields status
void
void

# Where main here is behind, a newcomer is not known yet. The next audit knows better, without --full.

$ crmtrack -q clone server.git cleo; crmtrack -q -C cleo audit; at 2026-12-21T09:00:00Z; cd asha; crmtrack -q person add dora@example.com --name Dora --role agent > /dev/null; crmtrack -q sync; cd ~; crmtrack -q clone server.git dora; git -C dora config user.email dora@example.com; id=$(crmtrack -C fresh list --all --fields id); at 2026-12-21T10:00:00Z; crmtrack -q -C dora note $id -m 'On it' > /dev/null; crmtrack -q -C dora sync
$ cd cleo; git fetch -q; crmtrack -q list > /dev/null 2>&1; crmtrack -q audit --fields finding,author; git merge -q --ff-only refs/remotes/origin/main; crmtrack -q audit; crmtrack -q audit --full; cd ~
author_unknown	dora@example.com
