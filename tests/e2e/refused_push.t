# A push that a server with our hook refuses has a way out, and its sound part gets through.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ role() { (cd ~/asha && sed -i "/email: $1/,/role/s/role: .*/role: $2/" policy/people.yaml && git commit -q -a -m "$1: $2") && c asha -q sync; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:manager ben:agent cleo:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(c asha -q new -c acme -m 'Charged twice')
$ git init -q --bare server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync
$ for who in ben cleo; do PUSHER=$who@example.com crmtrack -q clone server.git $who; as $who; done

# A right that is gone: Ben voided his own duplicate while he had it, and comes after the grace. The void stays here;
# all else gets through, except a correction of the void. Records after it keep their bytes.

$ at 2026-11-02T09:00:00Z; role ben manager; c ben -q sync; at 2026-11-03T09:00:00Z; other=$(c ben -q new -c beta -m 'Charged twice'); void=$(c ben void $other --why 'a duplicate' | head -1)
k8fr is void: counted nowhere, still listed with --all
$ c ben -q correct $other $void --set why='the same as another' --why typo > /dev/null; c ben -q note $other -m 'Told them' > /dev/null; c ben -q note $id -m 'Called them' > /dev/null; role ben agent
$ at 2026-11-12T09:00:00Z; c ben sync
'origin': received 1 commit of main
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 2 reasons; commit ae636483a4: 'complaints/2026/11/03/k8fr80rwmm/01m6ga60m1t7ch42ykcx1ger4w-change.yaml': ben@example.com may not void: rights.yaml gives that to manager; commit 289e7831dc: 'complaints/2026/11/03/k8fr80rwmm/01m6ga60m2byk13rhfbxbk0abf-correction.yaml': ben@example.com may not void, and so may not correct a record that needs that right
hint: to send all that it takes, and keep the rest here under refs/crmtrack/mended: crmtrack sync --mend
[5]
$ before=$(git -C ben rev-parse refs/heads/ledger); c ben sync --mend
crmtrack: refused: commit ae636483a4fe: 'complaints/2026/11/03/k8fr80rwmm/01m6ga60m1t7ch42ykcx1ger4w-change.yaml' ben@example.com may not void: rights.yaml gives that to manager
crmtrack: refused: commit 289e7831dc9e: 'complaints/2026/11/03/k8fr80rwmm/01m6ga60m2byk13rhfbxbk0abf-correction.yaml' ben@example.com may not void, and so may not correct a record that needs that right
crmtrack: made the own ledger anew without 2 records that 'origin' refuses; to see them: git log -p refs/crmtrack/mended/f7d70e3d37fc
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
5 commits with 6 files looked at; 0 faults, 1 warning, 0 notices
warning	reference_absent	f00a3cbd82083c02a044348dc8d92c4d74fafc5c	complaints/2026/11/03/k8fr80rwmm/01m6ga60m39r7wy650kqhsr8n8-activity.yaml	ben@example.com	2026-11-03T09:00:00Z	'after' names the record 01m6ga60m2byk13rhfbxbk0abf, which is not in the ledger
5 commits with 6 files looked at; 0 faults, 1 warning, 0 notices
warning	reference_absent	f00a3cbd82083c02a044348dc8d92c4d74fafc5c	complaints/2026/11/03/k8fr80rwmm/01m6ga60m39r7wy650kqhsr8n8-activity.yaml	ben@example.com	2026-11-03T09:00:00Z	'after' names the record 01m6ga60m2byk13rhfbxbk0abf, which is not in the ledger

# Colleagues who exchanged records directly: the server takes each record from its author alone. Records that do not
# need the others' are sent, also those that came after them.

$ at 2026-11-12T10:00:00Z; c cleo -q sync; c ben -q note $id -m 'By Ben' > /dev/null; c cleo -q note $id -m 'By Cleo' > /dev/null; git -C cleo remote add ben ~/ben; c cleo sync ben
'ben': received 1 record (by ben@example.com); sent 1 record
$ c cleo sync; git -C server.git log -1 --format=%an refs/heads/ledger; c cleo -q note $id -m 'Cleo, after both' > /dev/null; c cleo sync
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
'origin': sent 1 record
Cleo
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
'origin': sent 1 record
$ c ben sync; c cleo sync; c ben sync; c cleo doctor | grep unpushed
'origin': received 1 record (by cleo@example.com); sent 1 record
'origin' and this clone have the same
'origin' and this clone have the same
unpushed	ok	nothing, as far as 'origin' was last heard of	
$ c ben -q note $id -m 'By Ben again' > /dev/null; at 2026-11-12T10:10:00Z; c cleo -q note $id -m 'By Cleo again' > /dev/null; c cleo sync ben; c asha -q sync; c asha -q note $id -m 'By Asha' > /dev/null; c asha -q sync; c cleo sync; c ben sync; c asha sync; c cleo sync; c asha audit --full
'ben': received 1 record (by ben@example.com); sent 1 record
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
'origin': received 1 record (by asha@example.com); sent 1 record
'origin': received 1 record (by asha@example.com); sent 1 record
'origin': received 2 records (by ben@example.com, cleo@example.com)
'origin' and this clone have the same
19 commits with 13 files looked at; 0 faults, 1 warning, 1 notice
warning	reference_absent	f00a3cbd82083c02a044348dc8d92c4d74fafc5c	complaints/2026/11/03/k8fr80rwmm/01m6ga60m39r7wy650kqhsr8n8-activity.yaml	ben@example.com	2026-11-03T09:00:00Z	'after' names the record 01m6ga60m2byk13rhfbxbk0abf, which is not in the ledger
notice	dated_before_seen					1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)

# Cleo holds what Ben has committed anew since: the server has these records, and Cleo's own go on top of them.

$ c ben -q note $id -m 'On holiday' > /dev/null; git -C cleo fetch -q ben refs/heads/ledger && git -C cleo update-ref refs/heads/ledger FETCH_HEAD; at 2026-11-25T09:00:00Z; c asha -q sync; c asha -q note $id -m 'Two weeks later' > /dev/null; c asha -q sync
$ c cleo -q note $id -m 'On top' > /dev/null; c cleo sync; c ben sync; c cleo sync; c asha -q sync; c asha audit --fields severity,finding,author | grep -v notice
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
'origin': received 1 record (by asha@example.com); sent 1 record
'origin' takes no commits dated so: 1 record committed anew, with today's date
'origin': received 2 records (by asha@example.com, cleo@example.com); sent 1 record
'origin' has the records of 1 commit of others by other commits: took these instead
'origin' and this clone have the same
6 commits with 3 files looked at; what is older was on 2026-11-12 10:10 (--full looks again); 0 faults, 3 warnings, 0 notices
warning	reference_absent	ben@example.com
warning	entered_late	ben@example.com
warning	clock_off	ben@example.com

# A checkpoint of what was committed anew is named, and no fault of the history.

$ c ben -q note $id -m 'Before a long journey' > /dev/null; c ben checkpoint > checkpoint.txt; at 2026-12-10T09:00:00Z; c asha -q sync; c asha -q note $id -m 'Meanwhile' > /dev/null; c asha -q sync; c ben sync
16 records kept as the tag checkpoint/2026-11-25T09-00-00Z
later, crmtrack audit --since checkpoint/2026-11-25T09-00-00Z shows whether any of them was changed
'origin' takes no commits dated so: 1 record committed anew, with today's date
crmtrack: the checkpoint 'checkpoint/2026-11-25T09-00-00Z' keeps the commits as they were before, and proves nothing of those of today: crmtrack checkpoint makes another
'origin': received 1 record (by asha@example.com); sent 1 record
$ c ben audit --fields severity,finding,message | grep checkpoint; c ben audit --forget --fields severity,finding,message | grep checkpoint; c ben audit --since checkpoint.txt --fields severity,finding,message | grep checkpoint; git -C ben tag -d $(git -C ben tag -l) > /dev/null
22 commits with 12 files looked at; what is older was on 2026-11-12 09:00 (--full looks again); 0 faults, 5 warnings, 2 notices
notice	checkpoint_lost	sync has committed anew here what the checkpoint 'checkpoint/2026-11-25T09-00-00Z' holds: 1 commit is missing, but none of their records
27 commits with 18 files looked at; 0 faults, 5 warnings, 2 notices
notice	checkpoint_lost	sync has committed anew here what the checkpoint 'checkpoint/2026-11-25T09-00-00Z' holds: 1 commit is missing, but none of their records
27 commits with 18 files looked at; 0 faults, 5 warnings, 3 notices
nothing of the 16 records up to 2026-11-25 09:00 was changed, removed or hidden
notice	checkpoint_lost	sync has committed anew here what the checkpoint 'checkpoint/2026-11-25T09-00-00Z' holds: 1 commit is missing, but none of their records
notice	checkpoint_lost	the ledger does not descend from the checkpoint, ec9fe8db3a: 1 commit is missing, but none of their records

# Policy that its author may not change keeps no record back; the way out is to propose it.

$ cd ben; sed -i '1i # mine' policy/reasons.yaml; git commit -q -a -m 'Mine'; cd ~; c ben -q note $id -m 'Sound' > /dev/null; c ben sync
'origin': sent 1 record
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit d9c30d8a13: 'policy': ben@example.com may not change policy: rights.yaml gives that to manager
hint: to propose it: git -C '$HOME/ben' push origin refs/heads/main:refs/heads/policy/NAME
hint: then to go on with the policy in force: git -C '$HOME/ben' checkout -B main refs/remotes/origin/main
[5]
$ PUSHER=ben@example.com git -C ben push -q origin refs/heads/main:refs/heads/policy/mine; git -C ben checkout -q -B main refs/remotes/origin/main; git -C ben status -sb; c ben sync; git -C server.git for-each-ref --format='%(refname) %(authorname)' refs/heads
## main...origin/main
'origin' and this clone have the same
refs/heads/ledger Ben
refs/heads/main Asha
refs/heads/policy/mine Ben

# Policy asks for signatures: what was not signed is signed once the user signs, by a key that holds.

$ hide() { sed 's/SHA256:[^ ,]*/KEY/; s/commit [0-9a-f]\{10\}/commit ID/'; }
$ for who in asha ben old new; do ssh-keygen -q -t ed25519 -N '' -C '' -f $who.key; done; signer() { echo "    - {principal: $1@example.com, key: \"$(cut -d' ' -f1,2 ~/$2.key.pub)\"$3}"; }; signs() { git -C $1 config commit.gpgSign true; git -C $1 config gpg.format ssh; git -C $1 config user.signingKey ~/$2.key; }
$ policy() { (cd asha; { printf 'signatures:\n  require: 2026-12-12\n  allowed_signers:\n'; cat; } > policy/signatures.yaml; git add policy; git commit -q -m 'Who signs') && c asha -q sync; }
$ signs asha asha; { signer asha asha; signer ben ben; signer cleo old; } | policy; at 2026-12-12T09:00:00Z; c ben -q sync; c cleo -q sync; c ben -q note $id -m 'Not signed' > /dev/null; c ben sync 2>&1 | hide
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: not signed, though policy asks for it
hint: this clone does not sign its commits
hint: set commit.gpgSign, gpg.format and user.signingKey to a key that it allows; crmtrack sync then signs what waits
$ signs ben new; c ben sync 2>&1 | hide
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: not signed, though policy asks for it
hint: the key KEY in use is none that policy/signatures.yaml allows ben@example.com today
hint: set commit.gpgSign, gpg.format and user.signingKey to a key that it allows; crmtrack sync then signs what waits
$ signs ben ben; c ben sync; git -C ben cat-file commit refs/heads/ledger | grep -c BEGIN
'origin' takes no commits signed so: 1 record committed anew, with today's date
'origin': sent 1 record
1
$ signs cleo old; c cleo -q note $id -m 'By the old key' > /dev/null; at 2026-12-13T09:00:00Z; { signer asha asha; signer ben ben; signer cleo old ', valid_before: 2026-12-13'; signer cleo new; } | policy; c asha -q note $id -m Later > /dev/null; c asha -q sync
$ c cleo sync 2>&1 | hide
'origin': received 2 records and 1 commit of main (by asha@example.com, ben@example.com)
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: signed with the key KEY, which policy does not allow cleo@example.com at the time when it came, after 2026-12-13T09:00:00Z
hint: the key KEY in use is none that policy/signatures.yaml allows cleo@example.com today
hint: set commit.gpgSign, gpg.format and user.signingKey to a key that it allows; crmtrack sync then signs what waits
$ signs cleo new; c cleo sync; c asha -q sync; c asha audit --fields severity,finding,author | grep -v notice
'origin' takes no commits dated so: 1 record committed anew, with today's date
'origin': sent 1 record
6 commits with 6 files looked at, 3 signatures verified; what is older was on 2026-11-25 09:00 (--full looks again); 0 faults, 5 warnings, 0 notices
warning	reference_absent	ben@example.com
warning	entered_late	ben@example.com
warning	entered_late	ben@example.com
warning	clock_off	ben@example.com
warning	clock_off	ben@example.com

# Policy with an error, and a file that main may not hold: each hint is the way, as it stands there.

$ cd ~; c asha -q sync; cp -r asha error; cp -r asha stray
$ cd error; sed -i '$ a   - {email: [}' policy/people.yaml; git commit -q -a -m 'With an error'; cd ~; PUSHER=asha@example.com crmtrack -C error sync 2>&1 | hide; git -C error checkout -q HEAD~1 -- policy; git -C error commit -q -m 'As it was'; PUSHER=asha@example.com crmtrack -C error sync
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: 'policy/people.yaml': 29:1: end of map not found
hint: crmtrack policy check names each place: mend it, git commit, then crmtrack sync
'origin': sent 2 commits of main
$ cd stray; mkdir docs; echo x > docs/x.md; printf '#\n' >> policy/reasons.yaml; git add -A; git commit -q -m 'With a file'; cd ~; PUSHER=asha@example.com crmtrack -C stray sync 2>&1 | hide; cd stray; git reset -q --soft refs/remotes/origin/main; git restore --staged docs; git commit -q -m 'Without'; cd ~; PUSHER=asha@example.com crmtrack -C stray sync
'origin': received 2 commits of main
crmtrack: cannot push 'main' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 1 reason; commit ID: 'docs': main takes README.md, policy/, and what main_allows of policy/settings.yaml lists
hint: to commit it anew without that: git -C '$HOME/stray' reset --soft refs/remotes/origin/main, then git restore --staged FILE, git commit, crmtrack sync
'origin': sent 1 commit of main

# A file in the own ledger that belongs to no record: --mend leaves it out.

$ cd ~/ben; at 2026-12-13T10:00:00Z; c ben -q sync; before=$(git rev-parse refs/heads/ledger); (export GIT_INDEX_FILE=$PWD/.git/forge; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(echo hello | git hash-object -w --stdin),complaints/2026/11/01/${id#*-}/01m6dqs9m0wk726r4ka7crkc8z.files/x.txt; git update-ref refs/heads/ledger $(printf "a file\n\nPolicy: $(git rev-parse refs/heads/main)\n" | git commit-tree -S $(git write-tree) -p refs/heads/ledger)); c ben -q note $id -m 'Sound' > /dev/null
$ c ben sync --mend 2>&1 | sed 's/commit [0-9a-f]*/commit ID/; s/mended.*/mended\/ID/'; c ben sync; git diff --name-only $before refs/heads/ledger | wc -l
crmtrack: refused: commit ID: 'complaints/2026/11/01/dz90dvdgba/01m6dqs9m0wk726r4ka7crkc8z.files/x.txt' belongs to a record that is not there
crmtrack: made the own ledger anew without 1 record that 'origin' refuses; to see it: git log -p refs/crmtrack/mended/ID
'origin': sent 1 record
'origin' and this clone have the same
1

# The right comes back: what was left out is there to look at, to export and to import again.

$ cd ~; for ref in $(git -C ben for-each-ref --format="%(refname)" refs/crmtrack/mended); do git -C ben cat-file -e $ref:complaints/2026/11/03/${other#*-}/$void-change.yaml 2> /dev/null && kept=$ref; done; role ben manager; c ben -q sync; c ben show $other --as-of $kept | sed -n 2p; c ben export jsonl --as-of $kept > left.jsonl
status    void
$ c ben import jsonl left.jsonl; c ben show $other | sed -n 2p; c ben list --all --as-of refs/crmtrack/mended/none
new 2, known 6, differing 0, rejected 0
status    void
crmtrack: cannot look as of 'refs/crmtrack/mended/none': neither a time nor a revision
hint: times: 2026-11-20, '2026-11-20 17:00', yesterday; revisions: ledger~10, a commit id
[3]
