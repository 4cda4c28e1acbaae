# The branch stands at a commit that is no ledger's: every command says where it was, and how to go back.

$ git init -q --bare -b main server.git; crmtrack -q init asha; cd asha; git remote add origin ../server.git; id=$(crmtrack -q new -c acme -m 'Charged twice'); crmtrack -q sync; crmtrack -q note $id -m 'Nobody else has this' > /dev/null; cd ~; cp -r asha index; cp -r asha never
$ git -C asha branch -f ledger main; crmtrack -C asha list; crmtrack -C asha audit; crmtrack -C asha doctor; crmtrack -C asha sync --mend; crmtrack -C asha note $id -m x
crmtrack: cannot use branch 'ledger': it was at f3484de06c27, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/asha' update-ref refs/heads/ledger f3484de06c27ede16d79f6ef0ff58fab7811cf73
crmtrack: cannot use branch 'ledger': it was at f3484de06c27, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/asha' update-ref refs/heads/ledger f3484de06c27ede16d79f6ef0ff58fab7811cf73
crmtrack: cannot use branch 'ledger': it was at f3484de06c27, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/asha' update-ref refs/heads/ledger f3484de06c27ede16d79f6ef0ff58fab7811cf73
crmtrack: cannot use branch 'ledger': it was at f3484de06c27, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/asha' update-ref refs/heads/ledger f3484de06c27ede16d79f6ef0ff58fab7811cf73
crmtrack: cannot use branch 'ledger': it was at f3484de06c27, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/asha' update-ref refs/heads/ledger f3484de06c27ede16d79f6ef0ff58fab7811cf73
[7]
$ $(crmtrack -C asha list 2>&1 | sed -n "s/^hint: to go back: //p" | tr -d "'"); crmtrack -C asha show $id | grep -o 'Nobody else.*'
Nobody else has this

# Without a log the index knows it; where nothing knows it, the upstream's branch.

$ crmtrack -q -C index list > /dev/null; rm -r index/.git/logs; git -C index update-ref refs/heads/ledger refs/heads/main; rm -r index/.git/logs; crmtrack -C index list
crmtrack: cannot use branch 'ledger': it was at f3484de06c27, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/index' update-ref refs/heads/ledger f3484de06c27ede16d79f6ef0ff58fab7811cf73
[7]
$ rm -rf never/.git/crmtrack never/.git/logs; git -C never update-ref refs/heads/ledger refs/heads/main; rm -rf never/.git/logs; crmtrack -C never list
crmtrack: cannot use branch 'ledger': it was at 5804cf17548a, and now stands at a commit that is no ledger's
hint: to go back: git -C '$HOME/never' update-ref refs/heads/ledger 5804cf17548a8a49d5066876e1a129b152375de8
[7]
$ git -C never remote remove origin; crmtrack -C never list
crmtrack: cannot use branch 'ledger': it is no ledger of crmtrack's, it has no folder 'ledgers'
hint: make a data repository of its own with: crmtrack init DIR
hint: if it was one: git fetch CLONE refs/heads/ledger, then git update-ref refs/heads/ledger FETCH_HEAD
[7]

# Somebody put main in the ledger's place on the server: reading goes on, and whoever may puts it back.

$ git -C asha push -q -f origin main:ledger; git -C asha fetch -q; crmtrack -C asha list --fields summary; crmtrack -C asha sync --mend; git -C asha push -q --force origin refs/heads/ledger:refs/heads/ledger; crmtrack -C asha sync
nothing new is merged: cannot merge b8776972c3, which the other side has as its ledger: it is none
Charged twice
crmtrack: cannot merge b8776972c3, which the other side has as its ledger: it is none
hint: somebody who has the ledger in a clone, and may push by force, puts it back: git push --force REMOTE refs/heads/ledger:refs/heads/ledger
hint: records that others had sent since come back with their next crmtrack sync
'origin' and this clone have the same

# A branch that only stands for another; one on the server that is in the ledger's way.

$ cp -r asha other; git -C other branch there ledger; git -C other symbolic-ref refs/heads/ledger refs/heads/there; crmtrack -C other note $id -m x; (cd other; git update-ref --no-deref refs/heads/ledger $(git rev-parse refs/heads/ledger)); crmtrack -q -C other note $id -m x | wc -l
crmtrack: cannot move the branch: '$HOME/other/.git/refs/heads/ledger' only stands for refs/heads/there
hint: make it a branch of its own: git update-ref --no-deref refs/heads/ledger $(git rev-parse refs/heads/ledger)
1
$ git init -q --bare -b main way.git; git -C other push -q ../way.git main:refs/heads/ledger/x; git -C other remote set-url origin ../way.git; crmtrack -C other sync; git -C other push -q origin :refs/heads/ledger/x 2> /dev/null; crmtrack -q -C other sync && git -C way.git branch
crmtrack: 'origin' went back: it had 1 commit of main that it no longer has, by asha@example.com; sent again
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by asha@example.com; this clone has what is missing
'origin': sent 1 commit of main
crmtrack: cannot push 'ledger' to 'origin': 'refs/heads/ledger/x' is in its way there; delete it if you may: git push origin :refs/heads/ledger/x
crmtrack: 'origin' went back: it had 3 commits of ledger that it no longer has, by asha@example.com; sent again
  ledger
* main

# The branch was moved to another ledger: the first command, doctor and sync name the way back, and nothing is joined.

$ cd ~; CRMTRACK_SEED=apart crmtrack -q init apart; crmtrack -q -C apart new -c beta -m 'Of another team' > /dev/null; cp -r asha moved; crmtrack -q -C moved note $id -m 'Not yet sent' > /dev/null; crmtrack -q -C moved list > /dev/null; git -C moved fetch -q ../apart refs/heads/ledger; git -C moved branch -f ledger FETCH_HEAD
$ crmtrack -C moved list --fields summary; crmtrack -C moved sync; crmtrack -C moved sync --mend; crmtrack -C moved doctor | grep fault
crmtrack: the branch 'ledger' was at c5f78067288d and now stands at another ledger (to go back: git -C '$HOME/moved' update-ref refs/heads/ledger c5f78067288d2312140d3014fc3e15741717cab0)
Of another team
crmtrack: cannot sync with 'origin': the branch 'ledger' stands at another ledger
hint: to go back: git -C '$HOME/moved' update-ref refs/heads/ledger c5f78067288d2312140d3014fc3e15741717cab0
crmtrack: cannot sync with 'origin': the branch 'ledger' stands at another ledger
hint: to go back: git -C '$HOME/moved' update-ref refs/heads/ledger c5f78067288d2312140d3014fc3e15741717cab0
ledger	fault	at 0a3c73e1b95a, which is of another ledger than that of 'origin'	git -C '$HOME/moved' update-ref refs/heads/ledger c5f78067288d2312140d3014fc3e15741717cab0
$ $(crmtrack -C moved sync 2>&1 | sed -n "s/^hint: to go back: //p" | tr -d "'"); crmtrack -C moved list --fields summary; crmtrack -C moved sync; crmtrack -C moved doctor | grep '^ledger'
Charged twice
'origin': sent 1 record
ledger	ok	at c5f78067288d	
$ git -C apart remote add origin ~/server.git; crmtrack -C apart sync  # it never was at that ledger: to join the two is the way
set up 'origin': git push and git pull share main and ledger with it
crmtrack: cannot sync with 'origin': its ledger is another one, with no commit in common
hint: if the two belong together: crmtrack sync --join
[5]
