# A merge on the ledger that brings in a history of its own, which is no ledger's: by plain git, its tree is the ledger's.

$ export CRMTRACK_NOW=2026-11-21T09:12:00Z GIT_AUTHOR_DATE=2026-11-21T09:12:00Z GIT_COMMITTER_DATE=2026-11-21T09:12:00Z; crmtrack -q init a && cd a && git config user.email asha@example.com; id=$(crmtrack -q new -c acme -m 'Charged twice'); git init -q --bare ~/server.git; git remote add origin ~/server.git; crmtrack -q sync; crmtrack -q clone ~/server.git ~/b
$ join() { root=$(git commit-tree -m other $1); git update-ref refs/heads/ledger $(git commit-tree -p refs/heads/ledger -p $root -m merge refs/heads/ledger^{tree}); }
$ stray() { printf '100644 blob %s\tx.txt\n' $(echo x | git hash-object -w --stdin) | git mktree; }
$ copied() { printf '040000 tree %s\tcomplaints\n' $(git rev-parse refs/heads/ledger:complaints) | git mktree; }
$ said() { sed 's/commit [0-9a-f]\{12\}/commit ID/; s/mended\/[0-9a-f]*/mended\/ID/'; }

# In the own ledger it is not sent, whatever the history holds, and mended away.

$ for what in stray copied; do crmtrack -q note $id -m "$what" > /dev/null; join $($what); crmtrack sync 2>&1 | said; crmtrack sync --mend 2>&1 | said; crmtrack -q audit --full --fields finding | grep -v history_; git rev-list --max-parents=0 --count refs/heads/ledger; done
crmtrack: refused: commit ID: 'x.txt' no path of a ledger
crmtrack: refused: commit ID: begins a history of its own, which is no ledger's
crmtrack: cannot send the own ledger to 'origin': 2 changes that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to send all that is sound in it, and keep what was there under refs/crmtrack/mended: crmtrack sync --mend
crmtrack: made 1 commit of the own ledger anew, without what no ledger may have: all that was sound in it stays; refs/crmtrack/mended/ID keeps what was there
'origin': sent 1 record
1
crmtrack: refused: commit ID: begins a history of its own, which is no ledger's
crmtrack: cannot send the own ledger to 'origin': 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to send all that is sound in it, and keep what was there under refs/crmtrack/mended: crmtrack sync --mend
crmtrack: made 1 commit of the own ledger anew, without what no ledger may have: all that was sound in it stays; refs/crmtrack/mended/ID keeps what was there
'origin': sent 1 record
1

# Such a push is not merged and not cloned. A mend takes its sound part, and the next clone takes that. Audit goes on
# naming who did it.

$ crmtrack -q -C ~/b sync; join $(stray); git push -q origin refs/heads/ledger; cd ~/b; crmtrack sync 2>&1 | said; crmtrack -q clone ~/server.git ~/c 2>&1 | said; crmtrack -C ~/c list --fields summary 2>&1 | said
crmtrack: refused: commit ID: 'x.txt' no path of a ledger
crmtrack: refused: commit ID: begins a history of its own, which is no ledger's
crmtrack: cannot take what 'origin' has: 2 changes that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
crmtrack: refused: commit ID: 'x.txt' no path of a ledger
crmtrack: refused: commit ID: begins a history of its own, which is no ledger's
crmtrack: cannot take the ledger of '$HOME/server.git' as it is
hint: it was cloned, and can be read: crmtrack -C '$HOME/c' list
hint: to take all that is sound: crmtrack -C '$HOME/c' sync --mend
crmtrack: the records from 'origin' are refused and not merged: commit ID: 'x.txt' no path of a ledger, and 1 more (crmtrack sync --mend takes what is sound)
crmtrack: 2 files of the ledger cannot be read: see crmtrack doctor
Charged twice
$ crmtrack sync --mend 2>&1 | said; crmtrack -q clone ~/server.git ~/d; crmtrack -C ~/d list --fields summary; crmtrack -q -C ~/d audit --full --fields severity,finding,author,message
crmtrack: refused: commit ID: 'x.txt' no path of a ledger
crmtrack: refused: commit ID: begins a history of its own, which is no ledger's
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
'origin': sent the mended ledger
crmtrack: 2 files of the ledger cannot be read: see crmtrack doctor
Charged twice
fault	not_a_record	asha@example.com	no path of a ledger
fault	commit_broken	asha@example.com	begins a history of its own, which is no ledger's
[1]

# Another ledger may be joined, as ever.

$ cd ~; crmtrack -q init other && crmtrack -q -C other new -c beta -m 'Of another ledger' > /dev/null; git -C other remote add origin ~/server.git; crmtrack -C other sync --join 2>&1 | said; crmtrack -C other list --fields summary
set up 'origin': git push and git pull share main and ledger with it
'origin': received 4 records (by asha@example.com); sent 2 records
crmtrack: 2 files of the ledger cannot be read: see crmtrack doctor
Of another ledger
Charged twice
