# What a server with our hook refuses has a way out, and what is sound gets through.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ role() { (cd ~/asha && sed -i "/email: $1/,/role/s/role: .*/role: $2/" policy/people.yaml && git commit -q -a -m "$1: $2") && c asha -q sync; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:manager ben:agent cleo:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(c asha -q new -c acme -m 'Charged twice')
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync
$ for who in ben cleo; do PUSHER=$who@example.com crmtrack -q clone server.git $who; as $who; done

# A right that is gone: Ben voided his own duplicate while he had it, and comes after the grace. The void stays here;
# all else gets through, but for what corrects the void. What came after it comes after what was before it.

$ at 2026-11-02T09:00:00Z; role ben manager; c ben -q sync; at 2026-11-03T09:00:00Z; other=$(c ben -q new -c beta -m 'Charged twice'); void=$(c ben void $other --why 'a duplicate' | head -1)
pn3c is void: counted nowhere, still listed with --all
$ c ben -q correct $other $void --set why='the same as another' --why typo > /dev/null; c ben -q note $other -m 'Told them' > /dev/null; c ben -q note $id -m 'Called them' > /dev/null; role ben agent
$ at 2026-11-12T09:00:00Z; c ben sync
'origin': received 1 commit of main
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 2 reasons; commit fd75305345: 'complaints/2026/11/03/pn3cntrk0h/01m6ga60m1ks3v5zh6hnacstxd-change.yaml': ben@example.com may not void: rights.yaml gives that to manager; commit 4087118161: 'complaints/2026/11/03/pn3cntrk0h/01m6ga60m2m898z4yxgesjn09b-correction.yaml': ben@example.com may not void, and so may not correct a record that needs that right
hint: to send all that it takes, and keep the rest here under refs/crmtrack/mended: crmtrack sync --mend
[5]
$ before=$(git -C ben rev-parse refs/heads/ledger); c ben sync --mend
crmtrack: refused: commit fd7530534525: 'complaints/2026/11/03/pn3cntrk0h/01m6ga60m1ks3v5zh6hnacstxd-change.yaml' ben@example.com may not void: rights.yaml gives that to manager
crmtrack: refused: commit 408711816119: 'complaints/2026/11/03/pn3cntrk0h/01m6ga60m2m898z4yxgesjn09b-correction.yaml' ben@example.com may not void, and so may not correct a record that needs that right
crmtrack: made the own ledger anew without 2 records that 'origin' refuses; to see them: git log -p refs/crmtrack/mended/03dd0946cdda
'origin': sent 4 records
$ c ben show $other | sed -n 2p; git -C ben rev-parse refs/crmtrack/mended/${before:0:12} | diff - <(echo $before); git -C ben show $before:complaints/2026/11/03/${other#*-}/$void-change.yaml | tail -1
status    received
why: a duplicate
$ git -C ben log --format='%an %cI' refs/heads/ledger -4
Ben 2026-11-03T09:00:00+00:00
Ben 2026-11-03T09:00:00+00:00
Ben 2026-11-03T09:00:00+00:00
Asha 2026-11-01T09:00:00+00:00
$ c ben sync; c asha sync; c asha audit; c ben audit --forget; git -C ben fsck --strict --no-dangling
'origin' and this clone have the same
'origin': received 4 records (by ben@example.com)
5 commits with 6 files looked at; 0 faults, 0 warnings, 0 notices
5 commits with 6 files looked at; 0 faults, 0 warnings, 0 notices
