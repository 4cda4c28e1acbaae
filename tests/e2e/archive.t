# The whole ledger as one file, and back.

$ export TAR_OPTIONS=--warning=no-timestamp
$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late'); other=$(crmtrack -q new -c globex -r delay -m 'A secret of Globex')
$ printf 'a letter\n' > letter.txt; crmtrack -q letter $id --in -m 'They wrote' --attach letter.txt | wc -l
1
$ crmtrack -q note $other -m 'Nobody else may read this' | wc -l
1
$ crmtrack archive ../all.bundle > ../line; cut -d' ' -f1-2,5 ../line
6 records in '../all.bundle'; to restore: crmtrack clone '../all.bundle' DIR
crmtrack-checkpoint 1 records=6
$ ls -l ../all.bundle | cut -c1-10; ls ..
-rw-------
all.bundle
complaints
line
$ cd .. && crmtrack archive verify all.bundle | cmp - line
whole: ledger hpbn3wd12h9jn9f7 with 6 records, 1 checkpoint in it
$ crmtrack -q clone all.bundle restored && git -C restored rev-parse ledger main > a; git -C complaints rev-parse ledger main | cmp - a
$ crmtrack -C restored export jsonl > a; crmtrack -C complaints export jsonl | cmp - a
$ crmtrack archive verify all.bundle --json 2>/dev/null | python3 -c 'import json, sys
> v = json.load(sys.stdin); print(v["command"], v["records"], v["checkpoints"], v["whole"], v["items"])'
archive 6 1 True []

# An existing file is not overwritten; a file that is no archive, or not a whole one, is named.

$ crmtrack -C complaints archive all.bundle
crmtrack: cannot write 'all.bundle': a file of that name exists
hint: name another one, or remove it first
[5]
$ crmtrack -C complaints -n archive none.bundle; ls none.bundle
dry run: 6 records would be written to 'none.bundle'
ls: cannot access 'none.bundle': No such file or directory
[2]
$ echo hello > text; crmtrack archive verify text
crmtrack: cannot read '$HOME/text': git says: '$HOME/text' does not look like a v2 or v3 bundle file
[8]
$ head -c 3000 all.bundle > cut; crmtrack archive verify cut > /dev/null 2>&1; echo $?
8
$ git -C complaints bundle create -q ../main.bundle main && crmtrack archive verify main.bundle
crmtrack: cannot verify '$HOME/main.bundle': it holds no ledger
hint: an archive is what crmtrack archive FILE wrote
[5]
$ crmtrack archive verify
crmtrack: cannot verify an archive: name the file
hint: crmtrack archive verify FILE
hint: to write a file of that name: crmtrack archive ./verify
[2]
$ crmtrack archive evidence
crmtrack: cannot archive evidence: name the complaints, and the file to write
hint: crmtrack archive evidence ID evidence.tar
[2]
$ crmtrack -C complaints archive one two
crmtrack: cannot archive: 'two' is one word too many
hint: crmtrack archive FILE, archive verify FILE, or archive evidence ID FILE
[2]

# An archive of a ledger from which somebody removed a record is not whole.

$ git -C restored worktree add -q --detach ../hand ledger && cd hand && git rm -q "$(git ls-files 'complaints/*-complaint.yaml' | head -1)"
$ GIT_AUTHOR_DATE='@1795248000 +0000' GIT_COMMITTER_DATE='@1795248000 +0000' git commit -q -m 'Nothing happened here'; git branch -f ledger HEAD; cd ..
$ git -C restored worktree remove --force ../hand; git -C restored bundle create -q ../bad.bundle ledger main --tags
$ crmtrack archive verify bad.bundle > found; echo $?; cut -f 1 found | grep -v ^crmtrack-checkpoint | sort | uniq -c | sed 's/^ *//'
not whole: ledger hpbn3wd12h9jn9f7 with 5 records, 1 checkpoint in it
1
3 fault
1 notice
2 warning

# The evidence of one complaint: an outsider follows the steps in it with stock git alone.

$ crmtrack -C complaints archive evidence $id evidence.tar
2 records of 1 complaint packed; the steps to check it are in its README.txt
$ ls -l evidence.tar | cut -c1-10; tar -tf evidence.tar | sed 's/01[0-9a-z]\{24\}/RECORD/'
-rw-------
evidence/README.txt
evidence/summary.txt
evidence/checkpoint.txt
evidence/commits.tsv
evidence/shallow
evidence/evidence.pack
evidence/records/complaints/2026/11/21/3fb7vr89bc/RECORD-complaint.yaml
evidence/records/complaints/2026/11/21/3fb7vr89bc/RECORD-activity.yaml
evidence/records/complaints/2026/11/21/3fb7vr89bc/RECORD.files/letter.txt
$ tar -xf evidence.tar && cd evidence && cat README.txt | sed 's/[0-9a-f]\{40\}/COMMIT/'
EVIDENCE

What was recorded of 1 complaint, for somebody who trusts neither those who recorded it nor this archive.
To check it you need git (2.20 or newer) and this folder; crmtrack is not needed. Type the lines that are indented.
The same steps are in the manual page crmtrack-archive(1), for whoever doubts this file.

- summary.txt: each record with who recorded it, when, in which commit, and its text; read it after step 5
- records: the same records, and what was attached to them, as files
- commits.tsv: the commit that added each record
- checkpoint.txt: what the whole ledger was when this archive was made, in one line
- evidence.pack: the objects of Git that prove all this; shallow: where the history in it begins

1. Make a repository of the evidence. Git names each object by a digest of its bytes, and computes the names anew.

    git init -q --bare check.git
    git -C check.git unpack-objects -q < evidence.pack
    cp shallow check.git/shallow
    git -C check.git update-ref refs/heads/ledger COMMIT

2. Compare the head of the ledger with a checkpoint that you were given at another time, by mail or on paper: a later
   one has this head in its history. This is the one in this archive; its 'head' must be what you set above.

    grep -o 'head=[0-9a-f]*' checkpoint.txt
    git -C check.git rev-parse refs/heads/ledger

3. The records in this archive are those in the ledger, and all that it has of these complaints: no line may appear.

    git -C check.git ls-tree -r -z --name-only refs/heads/ledger complaints/2026/11/21/3fb7vr89bc/ | tr '\0' '\n' > listed
    LC_ALL=C sort -o listed listed
    find records -type l
    (cd records && find . ! -type d) | cut -c 3- | LC_ALL=C sort | diff listed -
    while IFS= read -r path; do git -C check.git cat-file blob "refs/heads/ledger:$path" | cmp - "records/$path"; done < listed

4. Each record was added by the commit that commits.tsv names, as it is now: no line may appear.
   Whether that commit is in the ledger's history, only all of it can show, which names other complaints too;
   it can be asked for (archive evidence --history).

    LC_ALL=C grep -v '\.files/' listed > paths
    cut -f 2 commits.tsv | diff paths -
    while read -r commit path; do git -C check.git diff-tree -r --root --no-commit-id --name-status "$commit" -- "$path"; git -C check.git diff-tree -r --name-status "$commit" refs/heads/ledger -- "$path"; done < commits.tsv | sed 's/^A.//' | diff paths -

5. The summary says what the records and their commits say: no line may appear. (Control characters are shown as '?'.)

    plain() { LC_ALL=C tr '\000-\010\013-\037\177' '[?*]'; }
    commit() { git -C check.git log -1 --no-show-signature --encoding=UTF-8 --date='format:%Y-%m-%d %H:%M:%S %z' --format='recorded %cd%nauthor %an <%ae>%ncommitter %cn <%ce>%ncommit %H%n' "$1"; }
    while read -r commit path; do echo "$path"; commit "$commit" | plain; git -C check.git cat-file blob "refs/heads/ledger:$path" | plain | LC_ALL=C awk '{ print "    " $0 }'; echo; done < commits.tsv | diff summary.txt -

6. Signatures. None of these commits is signed, so the names in them are what each machine was told.

What this does not prove: that a record is true, or that it was made when it says so; a commit's time is the clock of
whoever made it. What was known at the time of a checkpoint that you hold cannot have been changed or taken away since.
Which status the records amount to, and which of them count, is computed: crmtrack report trail, in a clone.
$ sed -n 's/^    //p' README.txt > steps; PATH=/usr/bin:/bin sh -e steps > out 2>&1; cat out | sed 's/[0-9a-f]\{40\}/COMMIT/; s/01[0-9a-z]\{24\}/RECORD/; s/^[0-9a-f]\{7,\} /COMMIT /'
head=COMMIT
COMMIT
$ git -C check.git cat-file --batch-all-objects --batch | grep -a -i -e globex -e secret -e 'nobody else'
Customer: globex
$ git -C check.git rev-list --count --all
1
$ cd .. && rm -rf evidence

# A record that was changed in the archive does not pass.

$ mkdir evil && tar -xf evidence.tar -C evil && cd evil/evidence && sed -i 's/late/early/' records/complaints/*/*/*/*/*-complaint.yaml
$ sed -n 's/^    //p' README.txt | sh -e > out 2>&1; echo $?; sed 's/01[0-9a-z]\{24\}/RECORD/' out | grep differ
1
- records/complaints/2026/11/21/3fb7vr89bc/RECORD-complaint.yaml differ: byte 155, line 9

# With the history, which names other complaints, an outsider also sees that each record came when its commit says.

$ cd ../.. && rm -rf evil && crmtrack -C complaints -q archive evidence --history $id history.tar && tar -xf history.tar && cd evidence
$ sed -n 's/^    //p' README.txt | sh -e > out 2>&1; echo $?; wc -l < out; git -C check.git rev-list --count --all
0
2
4
$ git -C check.git cat-file --batch-all-objects --batch | grep -a -i -c -e secret -e 'nobody else'
0
[1]
$ cd .. && crmtrack -C complaints archive --history x.bundle
crmtrack: cannot archive with --history: an archive of the ledger has it anyway
[2]

# Several, or by a filter.

$ crmtrack -C complaints -n archive evidence customer:globex x.tar | cmp - <(echo $other)
$ crmtrack -C complaints archive evidence age.min:9999 x.tar
crmtrack: cannot archive evidence: the filter selects no complaint
[3]
$ crmtrack -C complaints archive evidence $id
crmtrack: cannot archive evidence: name the complaints, and the file to write
hint: crmtrack archive evidence ID evidence.tar
[2]

# Signed commits are verified by the keys that policy names.

$ ssh-keygen -q -t ed25519 -N '' -C '' -f key && git config --global gpg.format ssh && git config --global user.signingKey ~/key.pub && git config --global commit.gpgSign true
$ crmtrack -q init signed && cd signed && printf 'signatures:\n  allowed_signers:\n    - {principal: asha@example.com, key: "%s"}\n' "$(cut -d' ' -f1-2 ../key.pub)" > policy/signatures.yaml
$ crmtrack policy check && git add policy && git commit -q -m 'Whose keys sign'
policy: 0 errors, 0 warnings
$ id=$(crmtrack -q new -c acme -r delay -m 'Signed'); crmtrack -q archive evidence --history $id ../signed.tar && tar -xf ../signed.tar && cd evidence
$ sed -n 's/^    //p' README.txt | sh -e 2>&1 | grep -o 'Good "git" signature for [a-z@.]*'
Good "git" signature for asha@example.com
$ sed -i 's/^asha/eve/; s/AAAAC3/AAAAC4/' allowed_signers; sed -n 's/^    //p' README.txt | grep verify-commit | sh -e > out 2>&1; echo $?
1

# A record that a correction has moved comes alone, without the rest of the complaint that it was noted on.

$ git config --global --unset commit.gpgSign; cd .. && rm -rf evidence && crmtrack -q init moved && cd moved && mkdir ../odd && for name in 'a "b" c.txt' ' blanks ' '*[?].txt' "it's"; do echo "$name" > "../odd/$name"; done
$ id=$(crmtrack -q new -c acme -m 'Ours'); other=$(crmtrack -q new -c globex -m 'A secret of Globex'); export CRMTRACK_NOW=2026-11-21T09:30:00Z
$ wrong=$(crmtrack -q letter $other --in -m 'Ours, noted there' --attach '../odd/a "b" c.txt' --attach '../odd/ blanks '); crmtrack -q note $other -m 'Another secret' | wc -l
1
$ crmtrack -q correct $other $wrong --set complaint=$id --why 'Wrong one' | wc -l; crmtrack -q letter $id --in -m 'Odd names' --attach '../odd/*[?].txt' --attach "../odd/it's" | wc -l
1
1
$ check() { (mkdir "$1" && tar -xf ../moved.tar -C "$1" && cd "$1/evidence" && sed -n 's/^    //p' README.txt > steps && PATH=/usr/bin:/bin sh -e steps > out 2>&1; echo $?; wc -l < out; git -C check.git cat-file --batch-all-objects --batch | grep -a -c -i secret; grep -r -c -i secret summary.txt; find records -type f | sed 's,.*/,,; s,^01[0-9a-z]*,RECORD,' | sort); rm -rf "$1" ../moved.tar; }
$ crmtrack -q archive evidence $id ../moved.tar; check '../a "folder" of theirs'
0
2
0
0
 blanks 
*[?].txt
RECORD-activity.yaml
RECORD-activity.yaml
RECORD-complaint.yaml
RECORD-correction.yaml
a "b" c.txt
it's
$ crmtrack -q archive evidence --history $id ../moved.tar; check ../x
0
2
0
0
 blanks 
*[?].txt
RECORD-activity.yaml
RECORD-activity.yaml
RECORD-complaint.yaml
RECORD-correction.yaml
a "b" c.txt
it's

# An archive has all checkpoints: each names the one before, and what is restored is as sound as what was kept.

$ crmtrack -q checkpoint > /dev/null; crmtrack -q archive ../two.bundle > /dev/null; crmtrack archive verify ../two.bundle > /dev/null
whole: ledger hpbn3wd12h9jn9f7 with 8 records, 2 checkpoints in it
$ crmtrack -q clone ../two.bundle ../again && crmtrack -C ../again audit --strict && git -C ../again tag -l | wc -l
7 commits with 12 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 7 commits with 12 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 09:30; 0 signatures verified, dates compared with 0 receipts of a server
2
$ git -C ../again tag checkpoint/none ledger && git -C ../again bundle create -q ../none.bundle ledger main --tags; crmtrack -q archive verify ../none.bundle | cut -f 1,2,7 | tail -n +2
warning	not_a_checkpoint	the tag 'checkpoint/none' is no checkpoint: it is no annotated tag

# Nothing in the environment leads the objects of a stranger elsewhere; a name is no empty word.

$ GIT_OBJECT_DIRECTORY=~/elsewhere GIT_DIR=~/nowhere crmtrack -q archive verify ../two.bundle > /dev/null; ls ~/elsewhere
ls: cannot access '$HOME/elsewhere': No such file or directory
[2]
$ crmtrack archive verify ''
crmtrack: cannot verify '': that is no name of a file
[2]
$ crmtrack archive ''
crmtrack: cannot write '': that is no name of a file
[2]
$ head -c -30 ../two.bundle > ../cut.bundle; crmtrack archive verify ../cut.bundle
crmtrack: cannot read '../cut.bundle': git says: early EOF
[8]

# A later run removes the unfinished file and the folder of a run that was killed. The file of another program stays.

$ touch -d '1 hour ago' ../three.bundle.4194999.part ../three.bundle.mine.part; mkdir -p ~/tmp/crmtrack-archive-4194999-abcdef; touch -d '1 hour ago' ~/tmp/crmtrack-archive-4194999-abcdef; mkdir ~/tmp/crmtrack-archive-$$-abcdef
$ TMPDIR=~/tmp crmtrack -q archive ../three.bundle > /dev/null; ls .. | grep three; ls ~/tmp | grep -c crmtrack
three.bundle
three.bundle.mine.part
1
