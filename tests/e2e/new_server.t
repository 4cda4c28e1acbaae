# A ledger moves to a server that has our hook from the beginning, with all that happened to it.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; for who in asha:manager ben:manager cleo:agent; do crmtrack -q -C asha person add ${who%:*}@example.com --name ${who%:*} --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n  - {right: relay, roles: [manager]}\n' > asha/policy/rights.yaml; git -C asha add policy; git -C asha commit -q -m 'Who may'; id=$(c asha -q new -c acme -m 'Charged twice'); git init -q --bare server.git; git -C asha remote add origin ~/server.git; c asha -q sync
$ for who in ben cleo; do crmtrack -q clone server.git $who; as $who; done

# Ben voided a duplicate, and left. A day's folder was written with one story twice, and mended.

$ at 2026-11-02T09:00:00Z; c ben -q void $(c ben -q new -c beta -m 'Charged twice') --why 'a duplicate' > /dev/null; c ben -q sync; c asha -q sync; crmtrack -q -C asha person retire ben@example.com --why gone > /dev/null; c asha -q sync; c cleo -q sync
$ cd cleo; tree() { (git cat-file tree "$1"; [ -z "$2" ] || git cat-file tree "$1"); }; put() { git hash-object --literally -t tree -w --stdin; }; head=refs/heads/ledger
$ bad=$(tree $head:complaints/2026/11/01 twice | put); for at in 01:complaints/2026/11 11:complaints/2026 2026:complaints complaints:; do bad=$(tree $head:${at#*:} | perl -0777 -pe 'BEGIN { $name = shift; $id = pack "H*", shift } s/40000 \Q$name\E\0.{20}/"40000 $name\0$id"/se' ${at%%:*} $bad | put); done
$ git update-ref $head $(git commit-tree $bad -p $head -m 'The folder twice'); git push -q origin $head; cd ~; c asha -q sync
crmtrack: refused: commit 11b5e9c4cbee: 'complaints/2026/11/01' holds 'dz90dvdgba' twice
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
[5]
$ c asha -q sync --mend; c cleo -q sync; at 2026-11-20T09:00:00Z; c asha audit --fields severity,finding,author
crmtrack: refused: commit 11b5e9c4cbee: 'complaints/2026/11/01' holds 'dz90dvdgba' twice
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
6 commits with 5 files looked at; 1 fault, 0 warnings, 0 notices
fault	tree_broken	cleo@example.com
[1]

# Who has not both rights does not bring it; who has them does, once Git itself takes the bad tree.

$ git init -q --bare new.git; crmtrack -q -C new.git hook install --server --identity-env PUSHER; git -C asha remote add new ~/new.git; git -C cleo remote add new ~/new.git; PUSHER=asha@example.com git -C asha push -q new refs/heads/main
$ c cleo sync new 2>&1 | sed 's/.*unpacker error.*duplicateEntries.*/Git refuses the tree/'
Git refuses the tree
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync new
$ git -C asha fsck --no-dangling 2>&1 | sed -n 's/^[a-z]* in [a-z]* \([0-9a-f]\{40\}\): .*/\1/p' > bad; git -C new.git config receive.fsck.skipList ~/bad; c cleo sync new 2>&1 | sed 's/.*key; a/a/'
a ledger that began elsewhere is brought by somebody who has the rights 'relay' and 'policy'
hint: who has the rights 'relay' and 'policy' brings it there: crmtrack sync new
$ c asha sync new; crmtrack clone new.git eve; crmtrack -C eve audit --fields severity,finding,author
'new': sent 5 records
cloned '$HOME/new.git' into '$HOME/eve': 5 records
6 commits with 5 files looked at; 1 fault, 0 warnings, 0 notices
fault	tree_broken	cleo@example.com
[1]

# From then on it judges as every server does.

$ c cleo -q note $id -m 'On the new server' > /dev/null; c cleo sync new; c asha sync new
'new': sent 1 record
'new': received 1 record (by cleo@example.com)
