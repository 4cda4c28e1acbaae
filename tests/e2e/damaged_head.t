# The branch names what is not there: doctor says so, and how to go back to the newest commit that is whole.

$ crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -r other -m 'No reply') && crmtrack -q note $id -m 'Called' > /dev/null && cp -r . ../sound
$ path() { git rev-parse "$1" | sed 's|^..|.git/objects/&/|'; }
$ rm -f $(path refs/heads/ledger^{tree})
$ crmtrack doctor
ledger	fault	at ebac528f9c25, of which tree d7f7fbe8e4fd7e1f3a1366b539ed07f28a9b75db is not there or is damaged; whole is the earlier 916e6cd7441d	CRMTRACK_HOOK=off git -C '$HOME/data' update-ref refs/heads/ledger 916e6cd7441ddbbb37e9accd42abc9e3517a7b6a
[1]
$ crmtrack doctor --json
{"format_version": 1, "command": "doctor", "items": [
{"check": "ledger", "state": "fault", "message": "at ebac528f9c25, of which tree d7f7fbe8e4fd7e1f3a1366b539ed07f28a9b75db is not there or is damaged; whole is the earlier 916e6cd7441d", "mend": "CRMTRACK_HOOK=off git -C '$HOME/data' update-ref refs/heads/ledger 916e6cd7441ddbbb37e9accd42abc9e3517a7b6a"}
]}
[1]
$ crmtrack list
20261121-t2sb9qgn58	received	medium	2026-11-21T09:12:00Z	acme		other		0	no	No reply
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack doctor | grep -e ledger -e records && crmtrack show $id | head -1
crmtrack: the branch 'ledger' was at ebac528f9c25 and no longer has it: 1 record is gone, its objects too (a clone that has it brings it back with its next crmtrack sync)
records	ok	all can be read	
ledger	ok	at 916e6cd7441d	
clock	ok	agrees with the records	
index	ok	has 2 records, as the ledger	
remote	ok	none: this ledger is not shared	
t2sb9qgn58  No reply

# The commit itself; a file; an ancestor.

$ cd ../sound && cp -r . ../commit && cp -r . ../file && cp -r . ../ancestor && cp -r . ../empty && cp -r . ../main && cd ../commit
$ rm -f $(path refs/heads/ledger) && crmtrack doctor
ledger	fault	at ebac528f9c25, of which commit ebac528f9c25d21abfe9375dc9ac1b94bf6f4543 is not there or is damaged; whole is the earlier 916e6cd7441d	CRMTRACK_HOOK=off git -C '$HOME/commit' update-ref refs/heads/ledger 916e6cd7441ddbbb37e9accd42abc9e3517a7b6a
[1]
$ cd ../file && rm -f $(git ls-tree -r refs/heads/ledger | tail -1 | cut -c13-52 | sed 's|^..|.git/objects/&/|') && crmtrack doctor
ledger	fault	at ebac528f9c25, of which 'ledgers/hpbn3wd12h9jn9f7.yaml' (blob 36dcda774d47a7d31f95a883ee618370e497bf5f) is not there or is damaged	copy what is missing from the objects folder of a clone or a backup into '$HOME/file/.git/objects'
[1]
$ cd ../ancestor && rm -f $(path refs/heads/ledger~2) && crmtrack doctor
ledger	fault	at ebac528f9c25, of which commit e5ff11c497f47713420e4d1a35339faf4ea86f1b is not there or is damaged	copy what is missing from the objects folder of a clone or a backup into '$HOME/ancestor/.git/objects'
[1]

# A file that a power cut left empty, and main.

$ cd ../empty && : > .git/refs/heads/ledger && crmtrack doctor
ledger	fault	its file names no commit; whole is the earlier ebac528f9c25	rm '$HOME/empty/.git/refs/heads/ledger' && CRMTRACK_HOOK=off git -C '$HOME/empty' update-ref refs/heads/ledger ebac528f9c25d21abfe9375dc9ac1b94bf6f4543
[1]
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack list --fields summary
No reply
$ cd ../main && crmtrack -q reason add parking --label Parking --question 'Parking?' --why x && rm -f $(path refs/heads/main) && crmtrack doctor
parking
main	fault	at 9389d964d1bf, of which commit 9389d964d1bf47cb8528fe9b7f5cd8b39a77f28d is not there or is damaged; whole is the earlier b8776972c33e	CRMTRACK_HOOK=off git -C '$HOME/main' update-ref refs/heads/main b8776972c33e151ed30012cfa432a05c37d27603
[1]
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && git status --short && git commit -qm 'Parking, once more' && crmtrack reason list | grep -c parking
M  policy/reasons.yaml
1

# Our own hook refuses that the ledger goes back, but for this command.

$ cd ../sound && crmtrack hook install > /dev/null && rm -f $(path refs/heads/ledger) && eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack list --fields summary
installed reference-transaction and pre-push in '$HOME/sound/.git/hooks': git fetch and git pull merge the ledger, and it cannot be rewritten or deleted by mistake
crmtrack: the branch 'ledger' was at ebac528f9c25 and no longer has it: 1 record is gone, its objects too (a clone that has it brings it back with its next crmtrack sync)
No reply

# Shared objects are fetched again.

$ cd ~ && git init -q --bare -b main server.git && git -C data push -q ../server.git refs/heads/main refs/heads/ledger && cd file && git remote add origin ../server.git && crmtrack doctor
ledger	fault	at ebac528f9c25, of which 'ledgers/hpbn3wd12h9jn9f7.yaml' (blob 36dcda774d47a7d31f95a883ee618370e497bf5f) is not there or is damaged	git -C '$HOME/file' fetch --refetch origin
[1]
$ eval "$(crmtrack doctor --format tsv | cut -f4)" 2> /dev/null; crmtrack doctor | grep -e ^ledger -e ^records -e ^unpushed
records	ok	all can be read	
ledger	ok	at ebac528f9c25	
unpushed	warning	1 record and 0 commits of main that 'origin' does not have	crmtrack sync

# A power cut leaves other references empty: sync says that the next one will not help, and doctor names the command.

$ cd ~; git init -q --bare -b main cut.git; crmtrack -q init cut; git -C cut remote add origin ~/cut.git; crmtrack -q -C cut new -c acme -m 'Cut' > /dev/null; crmtrack -q -C cut sync; cp cut/.git/HEAD HEAD.kept
$ for file in refs/heads/main refs/remotes/origin/ledger HEAD; do : > cut/.git/$file; crmtrack -C cut sync; crmtrack -C cut doctor; eval "$(crmtrack -C cut doctor --fields mend)"; crmtrack -C cut sync; done; cmp cut/.git/HEAD HEAD.kept
crmtrack: cannot fetch from 'origin': bad object refs/heads/main
hint: it is this clone that is damaged: crmtrack doctor names the command that mends it
main	fault	its file names no commit; whole is the earlier b8776972c33e	rm '$HOME/cut/.git/refs/heads/main' && CRMTRACK_HOOK=off git -C '$HOME/cut' update-ref refs/heads/main b8776972c33e151ed30012cfa432a05c37d27603
'origin' and this clone have the same
crmtrack: cannot fetch from 'origin': bad object refs/remotes/origin/ledger
hint: it is this clone that is damaged: crmtrack doctor names the command that mends it
references	fault	'refs/remotes/origin/ledger' names no commit	rm '$HOME/cut/.git/refs/remotes/origin/ledger'
'origin' and this clone have the same
crmtrack: cannot fetch from 'origin': not a git repository (or any of the parent directories): .git
hint: it is this clone that is damaged: crmtrack doctor names the command that mends it
references	fault	'HEAD' names no commit	echo 'ref: refs/heads/main' > '$HOME/cut/.git/HEAD'
'origin' and this clone have the same
$ git -C cut pack-refs --all; head -c 100 cut/.git/packed-refs > cut/short; mv cut/short cut/.git/packed-refs; crmtrack -C cut doctor; eval "$(crmtrack -C cut doctor --fields mend)"; crmtrack -C cut sync
references	fault	'packed-refs' is cut short	sed -i '$d' '$HOME/cut/.git/packed-refs'
crmtrack: the branch 'ledger' was gone; brought back at d739c9e1e987, with 2 records that 'origin' lacks
'origin': received 1 commit of main

# A branch that stands at a tag or a file: the message points to the command that goes back.

$ cp -r cut tag; GIT_COMMITTER_DATE=2026-11-21T09:00:00Z git -C tag tag -am kept kept; git -C tag rev-parse kept > tag/.git/refs/heads/main; crmtrack -C tag list; crmtrack -C tag sync; eval "$(crmtrack -C tag doctor --fields mend | sed 's/.*does not help: //')"; crmtrack -C tag sync
crmtrack: cannot read the object '2e0cc16670a75c4994b38de100bc2f51dd0603d3': it is no commit
hint: crmtrack doctor says which branch names it, and the command that mends it
crmtrack: cannot read the object '2e0cc16670a75c4994b38de100bc2f51dd0603d3': it is no commit
hint: crmtrack doctor says which branch names it, and the command that mends it
'origin' and this clone have the same
$ cp -r cut blob; git -C blob hash-object -w .git/HEAD > id; cp id blob/.git/refs/heads/ledger; crmtrack -C blob list; crmtrack -C blob doctor; eval "$(crmtrack -C blob doctor --fields mend | sed 's/.*does not help: //')"; crmtrack -C blob sync
crmtrack: cannot read the object 'b870d82622c1a9ca6bcaf5df639680424a1904b0': it is no commit
hint: crmtrack doctor says which branch names it, and the command that mends it
ledger	fault	at b870d82622c1, of which commit b870d82622c1a9ca6bcaf5df639680424a1904b0 is not there or is damaged; whole is the earlier d739c9e1e987	git -C '$HOME/blob' fetch --refetch origin; where that does not help: CRMTRACK_HOOK=off git -C '$HOME/blob' update-ref refs/heads/ledger d739c9e1e987b2b107bd7c40fa6d7d9be985379d
'origin' and this clone have the same
