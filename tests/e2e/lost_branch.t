# The branch of the ledger is removed with a record that nobody else has: the next command brings it back, and says so.

$ git init -q --bare -b main server.git && crmtrack -q init asha && cd asha && git remote add origin ../server.git
$ id=$(crmtrack -q new -c acme -r other -m 'No reply') && crmtrack -q sync && crmtrack -q note $id -m 'Nobody else has this' > /dev/null
$ git branch -q -D ledger && crmtrack list --fields summary
crmtrack: the branch 'ledger' was gone; brought back at 00c73b5b9f37, with 1 record that 'origin' lacks
No reply
$ crmtrack show $id | grep -c 'Nobody else'
1
$ git update-ref -d refs/heads/ledger && crmtrack -q note $id -m 'And this' | wc -l
crmtrack: the branch 'ledger' was gone; brought back at 00c73b5b9f37, with 1 record that 'origin' lacks
1
$ git update-ref -d refs/heads/ledger && crmtrack sync
crmtrack: the branch 'ledger' was gone; brought back at 6734957c3ba9, with 2 records that 'origin' lacks
'origin': sent 2 records
$ git update-ref -d refs/heads/ledger && crmtrack list --fields summary  # all of it is at the upstream
4 new records from 'origin' on 1 complaint, by asha@example.com
No reply

# Commands that change nothing themselves do so too.

$ crmtrack -q note $id -m 'One more' > /dev/null && git update-ref -d refs/heads/ledger && crmtrack note $id -m x -n > /dev/null
crmtrack: the branch 'ledger' was gone; brought back at 5781b256ae38, with 1 record that 'origin' lacks
dry run: nothing was written (1 file would be)
$ git update-ref -d refs/heads/ledger && crmtrack audit
crmtrack: the branch 'ledger' was gone; brought back at 5781b256ae38, with 1 record that 'origin' lacks
5 commits with 5 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 5 commits with 5 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
$ git update-ref -d refs/heads/ledger && crmtrack list --as-of yesterday
crmtrack: the branch 'ledger' was gone; brought back at 5781b256ae38, with 1 record that 'origin' lacks
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
$ git update-ref -d refs/heads/ledger && crmtrack __complete show '' | wc -l
0
$ crmtrack -q show $id | grep -c 'One more'
crmtrack: the branch 'ledger' was gone; brought back at 5781b256ae38, with 1 record that 'origin' lacks
1

# Its commit is gone too: nothing is made anew without a word.

$ lost=$(git rev-parse refs/heads/ledger) && git update-ref -d refs/heads/ledger && rm -f .git/objects/$(echo $lost | cut -c-2)/$(echo $lost | cut -c3-)
$ crmtrack list
crmtrack: cannot open '$HOME/asha': its branch 'ledger' is gone, and of the commit 5781b256ae38 that it was at, commit 5781b256ae38029b4f4f6c6cd13dbc6f07072413 is gone too
hint: where a clone or a backup has it: fetch it from there, then git -C '$HOME/asha' update-ref refs/heads/ledger 5781b256ae38029b4f4f6c6cd13dbc6f07072413
hint: to go on without what nobody else has: git -C '$HOME/asha' update-ref refs/heads/ledger refs/remotes/origin/ledger
[7]
$ crmtrack note $id -m x
crmtrack: cannot open '$HOME/asha': its branch 'ledger' is gone, and of the commit 5781b256ae38 that it was at, commit 5781b256ae38029b4f4f6c6cd13dbc6f07072413 is gone too
hint: where a clone or a backup has it: fetch it from there, then git -C '$HOME/asha' update-ref refs/heads/ledger 5781b256ae38029b4f4f6c6cd13dbc6f07072413
hint: to go on without what nobody else has: git -C '$HOME/asha' update-ref refs/heads/ledger refs/remotes/origin/ledger
[7]
$ git update-ref refs/heads/ledger refs/remotes/origin/ledger && crmtrack list --fields summary
crmtrack: the branch 'ledger' was at 5781b256ae38 and no longer has it: 1 record is gone, its objects too (a clone that has it brings it back with its next crmtrack sync)
No reply

# The branch is moved back, over a record that nobody else has.

$ crmtrack -q note $id -m 'Moved over' > /dev/null; was=$(git rev-parse refs/heads/ledger); git branch -q -f ledger origin/ledger
$ crmtrack list --fields summary
crmtrack: the branch 'ledger' was at 3382c04f372e and no longer has it: 1 record is gone (to go back: git -C '$HOME/asha' update-ref refs/heads/ledger 3382c04f372e7a23e9183fea6b6c8ccc7f3b14ab)
No reply
$ crmtrack list --fields summary; git update-ref refs/heads/ledger $was && crmtrack show $id | grep -c 'Moved over'
No reply
1

# A clone that has read nothing yet knows of nothing.

$ cd .. && git clone -q server.git fresh && crmtrack -C fresh -q list --fields summary
No reply

# A power cut leaves the branch's file empty, or without sense: the branch is brought back as a deleted one.

$ cd ~/asha; crmtrack -q note $id -m 'Before the cut' > /dev/null; : > .git/refs/heads/ledger; crmtrack list --fields summary; crmtrack show $id | grep -c 'Before the cut'
crmtrack: the branch 'ledger' was gone; brought back at d40d210bd8f9, with 2 records that 'origin' lacks
No reply
1
$ head -c 41 /dev/zero > .git/refs/heads/ledger; crmtrack -q note $id -m 'After it' | wc -l
crmtrack: the branch 'ledger' was gone; brought back at d40d210bd8f9, with 2 records that 'origin' lacks
1
$ : > .git/refs/heads/ledger; crmtrack sync; crmtrack audit
crmtrack: the branch 'ledger' was gone; brought back at 46bf8c97ff8f, with 3 records that 'origin' lacks
'origin': sent 3 records
7 commits with 7 files looked at; 1 fault, 0 warnings, 0 notices
fault	history_rewritten	5781b256ae38029b4f4f6c6cd13dbc6f07072413				ledger was at 5781b256ae, which it no longer descends from: its commits are no longer in this repository
[1]
$ cd ~; cp -r asha fetched; rm -r fetched/.git/crmtrack fetched/.git/logs; : > fetched/.git/refs/heads/ledger; crmtrack -C fetched list --fields summary
7 new records from 'origin' on 1 complaint, by asha@example.com
No reply
