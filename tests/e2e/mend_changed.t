# A record that was changed by plain Git is mended once: whoever has the change takes the mend, and it never comes back.

$ crmtrack -q init asha && id=$(crmtrack -q -C asha new -c acme -m 'Delivery is late') && note=$(crmtrack -q -C asha note $id -m 'The true words')
$ git clone -q --bare asha server.git && git -C asha remote add origin ../server.git && crmtrack -q -C asha sync
$ for who in chen dara; do crmtrack -q clone server.git $who; git -C $who config user.name $who; git -C $who config user.email $who@example.com; done
$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ path=$(git -C asha ls-tree -r --name-only refs/heads/ledger | grep $note)
$ change() { (cd $1; export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree refs/heads/ledger; git update-index --cacheinfo 100644,$(git show refs/heads/ledger:$path | sed "s/true/$2/" | git hash-object -w --stdin),$path; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p refs/heads/ledger -m changed)); }
$ words() { for where in "$@"; do git -C $where show refs/heads/ledger:$path | grep -o '[A-Za-z]* words'; done; }
$ short() { sed 's/commit [0-9a-f]\{12\}/commit ID/; s,complaints/[^'"'"']*,RECORD,; s,mended/[0-9a-f]*,mended/ID,'; }

# The clone whose own head is the change takes the mend that somebody else made.

$ crmtrack -q -C dara note $id -m 'Not sent yet' | wc -l; change chen FORGED; git -C chen push -q origin refs/heads/ledger; crmtrack -C asha sync 2>&1 | short
1
crmtrack: refused: commit ID: 'RECORD' changed
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
$ git clone -q chen late && git -C late remote set-url origin ../server.git && git -C late branch -q ledger origin/ledger && crmtrack -q -C late note $id -m 'On top of the change' | wc -l
1
$ crmtrack -q -C asha sync --mend 2>&1 | short; words server.git
crmtrack: refused: commit ID: 'RECORD' changed
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
true words
$ for who in chen dara asha chen; do crmtrack -q -C $who sync; done; words server.git chen dara asha
true words
true words
true words
true words

# Also with a record of its own on top: what its history had first stands, in its merge too.

$ words late; crmtrack -q -C late sync; for who in asha chen dara; do crmtrack -q -C $who sync; done; words server.git late asha chen dara
FORGED words
true words
true words
true words
true words
true words
$ git -C server.git rev-parse refs/heads/ledger | diff - <(git -C chen rev-parse refs/heads/ledger); crmtrack -q clone server.git fresh && crmtrack -C fresh show $id | grep -c -e 'true words' -e 'On top of' -e 'Not sent yet'
3
$ crmtrack -C fresh audit --fields finding,author 2>/dev/null | grep -v time_
record_changed	chen@example.com

# A mend that has the change is none, whoever's name it bears.

$ cp -r server.git other.git; git -C fresh remote set-url origin ../other.git; before=$(git -C chen rev-parse refs/heads/ledger); change chen FALSE; forged=$(git -C chen rev-parse refs/heads/ledger)
$ git -C chen push -q ../server.git refs/heads/ledger; crmtrack -q -C asha sync --mend 2>/dev/null; words server.git; git -C server.git cat-file commit refs/heads/ledger | grep -v ^tree > mend
true words
$ cd chen && false_mend=$({ echo tree $(git rev-parse $forged^{tree}); cat ../mend; } | git hash-object -t commit -w --stdin) && git push -q ../other.git $false_mend:refs/heads/ledger; cd ~
$ crmtrack -C fresh sync 2>&1 | short | head -3; words other.git fresh
crmtrack: refused: commit ID: 'RECORD' changed
crmtrack: refused: commit ID: 'RECORD' changed
crmtrack: cannot take what 'origin' has: 2 changes that no ledger may have; nothing was merged or sent
FALSE words
true words
$ cp -r fresh tried && git -C tried update-ref refs/heads/ledger $false_mend && crmtrack -C tried audit --fields finding,author 2>/dev/null | grep -v time_
record_changed	chen@example.com
record_changed	chen@example.com
record_changed	crmtrack
merge_not_ours	crmtrack
$ crmtrack -q -C fresh sync --mend 2>/dev/null; words other.git fresh; git -C chen update-ref refs/heads/ledger $false_mend; git -C chen remote set-url origin ../other.git; crmtrack -q -C chen sync; words chen
true words
true words
true words
