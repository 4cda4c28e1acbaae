# Plain git alone, on two clones that both write.

$ git init -q --bare -b main server.git && crmtrack -q init asha && git -C asha remote add origin ../server.git
$ id=$(crmtrack -C asha -q new -c acme -r delay -m 'Delivery is late') && crmtrack -C asha -q sync && crmtrack -q clone server.git ben
$ crmtrack -C asha hook install && crmtrack -C asha hook install && crmtrack -C ben -q hook install && ls asha/.git/hooks | grep -v sample
installed reference-transaction and pre-push in '$HOME/asha/.git/hooks': git fetch and git pull merge the ledger, and it cannot be rewritten or deleted by mistake
both hooks are installed in '$HOME/asha/.git/hooks' already
pre-push
reference-transaction
$ crmtrack -C ben -q note $id -m 'Ben was here' | wc -l; git -C ben push -q
1
$ crmtrack -C asha -q note $id -m 'Asha too' | wc -l; git -C asha pull -q && git -C asha push -q
1
1 new record from 'origin' on 1 complaint, by asha@example.com
$ git -C ben pull -q && crmtrack -C ben show $id | grep -e 'too' -e 'here' | sort
1 new record from 'origin' on 1 complaint, by asha@example.com
    Asha too
    Ben was here
$ for i in 1 2 3; do crmtrack -C ben -q note $id -m "Ben $i"; crmtrack -C asha -q note $id -m "Asha $i"; git -C asha pull -q; git -C asha push -q; git -C ben pull -q; git -C ben push -q; done 2>/dev/null | wc -l
6
$ git -C asha pull -q 2>/dev/null; git -C asha rev-parse ledger > a; git -C ben rev-parse ledger | cmp - a; crmtrack -C ben show $id | grep -c note
8

# Without it the push is refused by git, and the next command says what to do.

$ crmtrack -q clone server.git cleo && crmtrack -C cleo -q note $id -m 'Cleo' | wc -l; crmtrack -C ben -q note $id -m 'Ben' | wc -l; git -C ben push -q
1
1
$ git -C cleo pull -q; git -C cleo push -q 2>&1 | grep -c 'rejected'
2
$ crmtrack -C cleo list --fields summary && git -C cleo push -q
1 new record from 'origin' on 1 complaint, by asha@example.com
Delivery is late

# No plain command deletes the ledger, moves it back, or changes a record; here or there.

$ cd asha && git pull -q; git branch -D ledger 2>&1 | grep -v '^fatal: ref updates'; git update-ref -d refs/heads/ledger 2>&1 | grep crmtrack
2 new records from 'origin' on 1 complaint, by asha@example.com
crmtrack: cannot move the branch 'ledger': it would be deleted
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
hint: if you are sure: set CRMTRACK_HOOK=off for this one git command
crmtrack: cannot move the branch 'ledger': it would be deleted
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
$ git branch -f ledger ledger~1 2>&1 | grep crmtrack | sed 's/[0-9a-f]\{12\}/ID/g'
crmtrack: cannot move the branch 'ledger': commits that it has would be lost: ID is not after ID
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
$ git worktree add -q --detach ../hand ledger && cd ../hand && git rm -q "$(git ls-files 'complaints/*-complaint.yaml')" && git commit -q -m 'Tidy' && git update-ref refs/heads/ledger HEAD 2>&1 | grep crmtrack | sed 's/commit [0-9a-f]*/commit ID/'
crmtrack: cannot move the branch 'ledger': commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
$ cd ../asha && git push -q origin :ledger
crmtrack: cannot push the branch 'ledger': it would be deleted
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
hint: if you are sure: set CRMTRACK_HOOK=off for this one git command
error: failed to push some refs to '../server.git'
[1]
$ git push -q -f origin ledger~2:ledger 2>&1 | grep crmtrack | sed 's/[0-9a-f]\{12\}/ID/g'
crmtrack: cannot push the branch 'ledger': commits that it has would be lost: ID is not after ID
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
$ CRMTRACK_HOOK=off git branch -f ledger ledger~1 && crmtrack sync
'origin': received 1 record (by asha@example.com)
$ git rev-parse ledger > ../a; git -C ../server.git rev-parse ledger | cmp - ../a

# All else goes on as ever: packing, other branches, tags, commits on main.

$ git pack-refs --all --prune && git gc -q && git branch thoughts && git tag one && git branch -q -D thoughts && git fsck && crmtrack list --fields summary
Delivery is late
$ git commit -q --allow-empty -m 'By hand' && git push -q && crmtrack -q note $id -m 'After' | wc -l
1

# A hook of one's own is never overwritten.

$ cd ../cleo && printf '#!/bin/sh\necho "mine: $1"\n' > .git/hooks/pre-push && chmod +x .git/hooks/pre-push
$ crmtrack hook install
crmtrack: cannot install '$HOME/cleo/.git/hooks/pre-push': there is a hook already
hint: to run both, yours first: crmtrack hook install --chain
hint: or let yours give its input to: crmtrack hook run pre-push "$1"
[5]
$ crmtrack -q hook install --chain && ls .git/hooks | grep -v sample
pre-push
pre-push.own
reference-transaction
$ git pull -q && git push 2>&1 | grep mine
mine: origin
$ printf '#!/bin/sh\ncat; exit 1\n' > .git/hooks/pre-push.own; crmtrack -q note $id -m 'Kept back' | wc -l; git push 2>&1 | cut -c1-17 | head -1
1
refs/heads/ledger

# core.hooksPath is where they go, unless others may use it too.

$ cd ../ben && git config core.hooksPath .git/ours && crmtrack -q hook install && ls .git/ours
pre-push
reference-transaction
$ git config --global core.hooksPath ~/hooks && cd ../cleo && crmtrack hook install; git config --global --unset core.hooksPath
crmtrack: cannot install hooks into '$HOME/hooks': core.hooksPath names a folder outside this repository, which others may use
hint: to use this repository's own: git --git-dir='$HOME/cleo/.git' config core.hooksPath '$HOME/cleo/.git/hooks'

# Where crmtrack is gone the hooks let everything pass; in a folder with a quote in its name they work.

$ cd .. && mkdir "it's here" && cp "$(command -v crmtrack)" "it's here/" && crmtrack -q clone server.git gone && (PATH="$PWD/it's here:$PATH"; "$PWD/it's here/crmtrack" -C gone -q hook install)
$ cd gone && git branch -f ledger ledger~1 2>&1 | grep -c crmtrack
2
$ rm -r "../it's here" && PATH=/usr/bin:/bin git branch -f ledger ledger~1 && git rev-parse ledger | cmp - <(git rev-parse origin/ledger~1)

# Not a hook of ours; a repository that is none; in a linked work tree; in a bare repository.

$ crmtrack hook run post-merge
crmtrack: cannot run the hook 'post-merge': no such hook of ours
[2]
$ mkdir ../none && cd ../none && printf '0 1 refs/heads/ledger\n' | crmtrack hook run reference-transaction prepared
$ git -C ../asha worktree add -q ../linked -b notes && crmtrack -C ../linked hook install
both hooks are installed in '$HOME/asha/.git/hooks' already
$ git init -q --bare -b main ../b.git && git -C ../asha push -q ../b.git main ledger && crmtrack -C ../b.git -q hook install && git -C ../b.git update-ref -d refs/heads/ledger 2>&1 | grep crmtrack
crmtrack: cannot move the branch 'ledger': it would be deleted
hint: the ledger is only ever added to; a mistake is corrected by a later record: crmtrack correct
