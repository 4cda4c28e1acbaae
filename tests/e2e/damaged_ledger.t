# Damage by one push of plain Git stops nobody for good: it is named, and mended.

$ crmtrack -q init asha && cd asha && id=$(crmtrack -q new -c acme -m 'Delivery is late') && crmtrack -q person add asha@example.com --name Asha --role complaints_manager && crmtrack -q person add mallory@example.com --name Mallory --role handler && printf 'rights:\n  - {right: policy, roles: [complaints_manager]}\n' > policy/rights.yaml && git add policy && git commit -q -m 'Rights' && cd ~
asha@example.com
mallory@example.com

$ git clone -q --bare asha server.git && git -C asha remote add origin ../server.git && crmtrack -q -C asha sync && crmtrack -q clone server.git ben
$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ forge() { (cd $1; shift; export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree refs/heads/ledger; "$@"; git update-ref refs/heads/ledger $(git -c user.email=mallory@example.com commit-tree $(git write-tree) -p refs/heads/ledger -m forged)); }
$ put() { git update-index --add --cacheinfo 100644,$(printf "$2" | git hash-object -w --stdin),$1; }
$ short() { sed 's/commit [0-9a-f]\{12\}/commit ID/; s,mended/[0-9a-f]*,mended/ID,'; }

# A stray file in the own ledger is not sent, nor built upon.

$ forge asha put foo hello; crmtrack -q -C asha note $id -m 'On top of it' | wc -l
1
$ crmtrack -C asha sync 2>&1 | short
crmtrack: refused: commit ID: 'foo' no path of a ledger
crmtrack: cannot send the own ledger to 'origin': 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to send all that is sound in it, and keep what was there under refs/crmtrack/mended: crmtrack sync --mend
$ git -C server.git ls-tree -r --name-only refs/heads/ledger | grep -c foo
0
[1]
$ crmtrack -C asha sync --mend 2>&1 | short
crmtrack: made 1 commit of the own ledger anew, without what no ledger may have: all that was sound in it stays; refs/crmtrack/mended/ID keeps what was there
'origin': sent 1 record
$ git -C server.git ls-tree -r --name-only refs/heads/ledger | grep -c foo; crmtrack -C asha show $id | grep -c 'On top of it'; git -C asha ls-tree -r --name-only $(git -C asha for-each-ref --format='%(refname)' refs/crmtrack/mended) | grep foo
0
1
foo
$ crmtrack -C ben sync && crmtrack -q -C ben audit && crmtrack -C asha sync
'origin': received 1 record (by asha@example.com)
'origin' and this clone have the same

# A person who removes `ledgers/` is named, and everybody is freed.

$ forge asha git rm -q --cached -r ledgers; git -C asha push -q origin refs/heads/ledger; crmtrack -C asha list
crmtrack: cannot use branch 'ledger': it is no ledger of crmtrack's, it has no folder 'ledgers'
hint: crmtrack audit names who removed that, and crmtrack sync --mend puts it back
[7]
$ crmtrack -C asha audit --fields finding,author,path 2>/dev/null | grep -v time_ | sed 's,ledgers/.*,ledgers/ID.yaml,'
record_removed	mallory@example.com	ledgers/ID.yaml
$ crmtrack -C ben sync 2>&1 | short | sed 's,ledgers/[a-z0-9]*,ledgers/ID,'
crmtrack: refused: commit ID: 'ledgers/ID.yaml' removed
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
$ crmtrack -q -C ben sync --mend 2>&1 | short | sed 's,ledgers/[a-z0-9]*,ledgers/ID,'
crmtrack: refused: commit ID: 'ledgers/ID.yaml' removed
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
$ crmtrack -C asha sync --mend && crmtrack -C asha list --fields summary
'origin' and this clone have the same
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
Delivery is late

# A newer format needs the right to change policy.

$ forge asha put ledgers/newer.yaml 'format: 2\n'; crmtrack -C asha list --fields summary
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
Delivery is late
$ git -C asha push -q origin refs/heads/ledger; crmtrack -C ben sync 2>&1 | short
crmtrack: refused: commit ID: 'ledgers/newer.yaml' raises the format to 2: mallory@example.com may not change policy: rights.yaml gives that to complaints_manager
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
$ crmtrack -C asha audit --fields finding,author,message 2>/dev/null | grep ^not_allowed
not_allowed	mallory@example.com	raises the format to 2: mallory@example.com may not change policy: rights.yaml gives that to complaints_manager
$ crmtrack -q -C ben sync --mend 2>&1 | short; crmtrack -C asha sync; git -C asha ls-tree --name-only refs/heads/ledger:ledgers | grep -c newer
crmtrack: refused: commit ID: 'ledgers/newer.yaml' raises the format to 2: mallory@example.com may not change policy: rights.yaml gives that to complaints_manager
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
'origin' and this clone have the same
0
[1]
$ forge asha put ledgers/newest.yaml 'format: 3\n'; before=$(git -C asha rev-parse refs/heads/ledger~1); git -C asha update-ref refs/heads/ledger $(git -C asha commit-tree refs/heads/ledger^{tree} -p $before -m 'Asha may'); crmtrack -C asha list
crmtrack: cannot use the ledger: its format is 3, this crmtrack knows 1
hint: install a newer crmtrack
[7]
$ git -C asha update-ref refs/heads/ledger $before; crmtrack -C asha list --fields summary
crmtrack: 2 files of the ledger cannot be read: see crmtrack doctor
Delivery is late

# A folder that names a story twice: no command writes it anew with one of the two, and both come back.

$ cd asha && tree() { git rev-parse refs/heads/ledger:$1; } && day=complaints/2026/11/21 && story=$(git ls-tree refs/heads/ledger:$day | head -1)
$ other=$(printf '100644 blob %s\t01m7yqqqqqqqqqqqqqqqqqqqqq-note.yaml\n' $(printf 'kind: note\n' | git hash-object -w --stdin) | git mktree)
$ raw() { while read -r mode kind id name; do printf '%s %s\0' ${mode#0} $name; printf $id | sed 's/../\\x&/g' | xargs -0 printf; done | git hash-object -w -t tree --literally --stdin; }
$ twice=$({ git ls-tree refs/heads/ledger:$day; echo "040000 tree $other ${story##*	}"; } | raw)
$ for folder in complaints/2026/11/21 complaints/2026/11 complaints/2026 complaints ''; do up=${folder%/*}; test "$up" = "$folder" && up=; test -z "$folder" && break; twice=$(git ls-tree refs/heads/ledger:$up | sed "s/\(tree\) [0-9a-f]*\(	${folder##*/}\)$/\1 $twice\2/" | git mktree); done
$ git update-ref refs/heads/ledger $(git commit-tree $twice -p refs/heads/ledger -m forged); cd ~
$ crmtrack -C asha note $id -m 'Lost?'
crmtrack: cannot write to 'complaints/2026/11/21': the folder holds 'dy7xqc8vym' twice
hint: to take all that is sound in it: crmtrack sync --mend
[7]
$ crmtrack -C asha audit --fields finding,path,message 2>/dev/null | grep ^tree_
tree_broken	complaints/2026/11/21	holds 'dy7xqc8vym' twice
$ crmtrack -C asha sync 2>&1 | short
crmtrack: refused: commit ID: 'complaints/2026/11/21' holds 'dy7xqc8vym' twice
crmtrack: cannot send the own ledger to 'origin': 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to send all that is sound in it, and keep what was there under refs/crmtrack/mended: crmtrack sync --mend
$ crmtrack -C asha sync --mend 2>&1 | short; git -C asha fsck --no-dangling --strict 2>&1 | grep -c duplicateEntries
crmtrack: made 1 commit of the own ledger anew, without what no ledger may have: all that was sound in it stays; refs/crmtrack/mended/ID keeps what was there
'origin': sent 1 record
1
$ crmtrack -q -C asha note $id -m 'Not lost' | wc -l; git -C asha ls-tree -r --name-only refs/heads/ledger | grep -c 01m7yqqqqqqqqqqqqqqqqqqqqq; crmtrack -C asha show $id | grep -c 'On top of it'
1
1
1

# A commit without a date, fetched whatever is configured.

$ git -C asha cat-file commit refs/heads/ledger | sed 's/^\(author .*>\) .*/\1/' > commit; git -C asha update-ref refs/heads/ledger $(git -C asha hash-object -t commit -w --literally --stdin < commit); git -C asha push -q -f origin refs/heads/ledger

$ git -C ben config fetch.fsckObjects true; git -C ben fetch -q 2>&1 | grep -o missingSpaceBeforeDate | head -1; crmtrack -C ben sync 2>&1 | short
missingSpaceBeforeDate
crmtrack: refused: commit ID: has no date
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
$ crmtrack -q -C ben sync --mend 2>&1 | short; crmtrack -q -C asha sync --mend; crmtrack -C ben audit --fields finding,message 2>/dev/null | grep ^commit_; git -C asha rev-parse refs/heads/ledger | diff - <(git -C ben rev-parse refs/heads/ledger)
crmtrack: refused: commit ID: has no date
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
commit_broken	has no date

# A link in the place of an older record: what is sound of it is a tree that there never was.

$ crmtrack -q -C asha sync && note=$(crmtrack -q -C asha note $id -m 'No link') && crmtrack -q -C asha note $id -m 'A newer one' | wc -l; crmtrack -q -C asha sync
1
$ link() { git update-index --cacheinfo 120000,$(printf /etc/passwd | git hash-object -w --stdin),$(git ls-tree -r --name-only refs/heads/ledger | grep $1); }
$ forge asha link $note; crmtrack -C asha sync --mend 2>&1 | short; crmtrack -C asha show $id | grep -c 'No link'
crmtrack: made 1 commit of the own ledger anew, without what no ledger may have: all that was sound in it stays; refs/crmtrack/mended/ID keeps what was there
'origin' and this clone have the same
1

# A stranger's history that a merge brought in goes where nothing in it is sound.

$ stranger=$(cd asha && git -c user.email=mallory@example.com commit-tree -m other $(printf '100644 blob %s\tx.txt\n' $(echo x | git hash-object -w --stdin) | git mktree)); crmtrack -q -C asha note $id -m 'Beside it' | wc -l
1
$ git -C asha update-ref refs/heads/ledger $(git -C asha commit-tree -p refs/heads/ledger -p $stranger -m joined refs/heads/ledger^{tree}); forge asha put stray hello
$ crmtrack -C asha sync --mend 2>&1 | short; git -C asha rev-list refs/heads/ledger | grep -c $stranger; crmtrack -C asha show $id | grep -c 'Beside it'
crmtrack: made 2 commits of the own ledger anew, without what no ledger may have: all that was sound in them stays; refs/crmtrack/mended/ID keeps what was there
'origin': sent 1 record
0
1
