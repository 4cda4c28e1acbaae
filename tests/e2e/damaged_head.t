# The branch names what is not there: doctor says so, and how to go back to the newest commit that is whole.

$ crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -r other -m 'No reply') && crmtrack -q note $id -m 'Called' > /dev/null && cp -r . ../sound
$ path() { git rev-parse "$1" | sed 's|^..|.git/objects/&/|'; }
$ rm -f $(path refs/heads/ledger^{tree})
$ crmtrack doctor
ledger	fault	at 62bb2f3e3c5f, of which tree 7e35b623eeeb67e185d0344a510b791d447be41a is not there or is damaged; whole is the earlier 276e0026fd36	CRMTRACK_HOOK=off git -C '$HOME/data' update-ref refs/heads/ledger 276e0026fd364816e5f093476b3be238c80f3e7a
[1]
$ crmtrack doctor --json
{"format_version": 1, "command": "doctor", "items": [
{"check": "ledger", "state": "fault", "message": "at 62bb2f3e3c5f, of which tree 7e35b623eeeb67e185d0344a510b791d447be41a is not there or is damaged; whole is the earlier 276e0026fd36", "mend": "CRMTRACK_HOOK=off git -C '$HOME/data' update-ref refs/heads/ledger 276e0026fd364816e5f093476b3be238c80f3e7a"}
]}
[1]
$ crmtrack list
20261121-t2sb9qgn58	received	medium	2026-11-21T09:12:00Z	acme		other		0	no	No reply
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack doctor | grep -e ledger -e records && crmtrack show $id | head -1
crmtrack: the branch 'ledger' was at 62bb2f3e3c5f and no longer has it: 1 record is gone, its objects too (a clone that has it brings it back with its next crmtrack sync)
records	ok	all can be read	
ledger	ok	at 276e0026fd36	
clock	ok	agrees with the records	
index	ok	has 2 records, as the ledger	
remote	ok	none: this ledger is not shared	
t2sb9qgn58  No reply

# The commit itself; a file; an ancestor.

$ cd ../sound && cp -r . ../commit && cp -r . ../file && cp -r . ../ancestor && cp -r . ../empty && cp -r . ../main && cd ../commit
$ rm -f $(path refs/heads/ledger) && crmtrack doctor
ledger	fault	at 62bb2f3e3c5f, of which commit 62bb2f3e3c5f1d0d421a1f9dd84975f0e2013013 is not there or is damaged; whole is the earlier 276e0026fd36	CRMTRACK_HOOK=off git -C '$HOME/commit' update-ref refs/heads/ledger 276e0026fd364816e5f093476b3be238c80f3e7a
[1]
$ cd ../file && rm -f $(git ls-tree -r refs/heads/ledger | tail -1 | cut -c13-52 | sed 's|^..|.git/objects/&/|') && crmtrack doctor
ledger	fault	at 62bb2f3e3c5f, of which 'ledgers/hpbn3wd12h9jn9f7.yaml' (blob 36dcda774d47a7d31f95a883ee618370e497bf5f) is not there or is damaged	copy what is missing from the objects folder of a clone or a backup into '$HOME/file/.git/objects'
[1]
$ cd ../ancestor && rm -f $(path refs/heads/ledger~2) && crmtrack doctor
ledger	fault	at 62bb2f3e3c5f, of which commit e5ff11c497f47713420e4d1a35339faf4ea86f1b is not there or is damaged	copy what is missing from the objects folder of a clone or a backup into '$HOME/ancestor/.git/objects'
[1]

# A file that a power cut left empty, and main.

$ cd ../empty && : > .git/refs/heads/ledger && crmtrack doctor
ledger	fault	its file names no commit; whole is the earlier 62bb2f3e3c5f	rm '$HOME/empty/.git/refs/heads/ledger' && CRMTRACK_HOOK=off git -C '$HOME/empty' update-ref refs/heads/ledger 62bb2f3e3c5f1d0d421a1f9dd84975f0e2013013
[1]
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack list --fields summary
No reply
$ cd ../main && crmtrack -q reason add parking --label Parking --question 'Parking?' --why x && rm -f $(path refs/heads/main) && crmtrack doctor
parking
main	fault	at 5c5712fe00c0, of which commit 5c5712fe00c094d9ed66467dbc640d78a9f9bd6f is not there or is damaged; whole is the earlier 3c4d39291833	CRMTRACK_HOOK=off git -C '$HOME/main' update-ref refs/heads/main 3c4d392918337843c298eb11808e99f3cdb87247
[1]
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && git status --short && git commit -qm 'Parking, once more' && crmtrack reason list | grep -c parking
M  policy/reasons.yaml
1

# Our own hook refuses that the ledger goes back, but for this command.

$ cd ../sound && crmtrack hook install > /dev/null && rm -f $(path refs/heads/ledger) && eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack list --fields summary
installed reference-transaction and pre-push in '$HOME/sound/.git/hooks': git fetch and git pull merge the ledger, and it cannot be rewritten or deleted by mistake
crmtrack: the branch 'ledger' was at 62bb2f3e3c5f and no longer has it: 1 record is gone, its objects too (a clone that has it brings it back with its next crmtrack sync)
No reply

# What was shared is fetched again.

$ cd ~ && git init -q --bare -b main server.git && git -C data push -q ../server.git refs/heads/main refs/heads/ledger && cd file && git remote add origin ../server.git && crmtrack doctor
ledger	fault	at 62bb2f3e3c5f, of which 'ledgers/hpbn3wd12h9jn9f7.yaml' (blob 36dcda774d47a7d31f95a883ee618370e497bf5f) is not there or is damaged	git -C '$HOME/file' fetch --refetch origin
[1]
$ eval "$(crmtrack doctor --format tsv | cut -f4)" 2> /dev/null; crmtrack doctor | grep -e ^ledger -e ^records -e ^unpushed
set up 'origin': git push and git pull share main and ledger with it
records	ok	all can be read	
ledger	ok	at 62bb2f3e3c5f	
unpushed	warning	1 record and 0 commits of main that 'origin' does not have	crmtrack sync
