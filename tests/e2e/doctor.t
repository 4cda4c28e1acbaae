# The findings of doctor, and their remedies.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r other -m 'No reply') && crmtrack -q assign $id eva@example.com
01m7yp0xr1w1t321m98gg8pdv5
$ crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at ef528aa4790d	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	ok	no findings	
main files	ok	only README.md, policy and what settings allow	
policy edits	ok	all committed	
people	ok	the directory is empty: any address is taken	
time zones	ok	their data is recent	
leavers	ok	nobody who left owns a complaint	
tick	ok	nothing has waited for it for more than a day	
messages	ok	no message has waited for more than a day	
contested customers	ok	no customer is contested	
private	ok	only you can read it	
pruning	ok	git gc keeps what is being written	
objects	ok	all 14 objects are what their names say	
names	ok	plain git finds what crmtrack reads	
index	ok	has 3 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
merge driver	ok	plain git merges policy entry by entry	
$ chmod 755 .git && git config gc.pruneExpire now && echo '# a thought' >> policy/reasons.yaml
$ crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at ef528aa4790d	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	ok	no findings	
main files	ok	only README.md, policy and what settings allow	
policy edits	warning	not in force, since not committed: policy/reasons.yaml	git commit them on main, or git restore them
people	ok	the directory is empty: any address is taken	
time zones	ok	their data is recent	
leavers	ok	nobody who left owns a complaint	
tick	ok	nothing has waited for it for more than a day	
messages	ok	no message has waited for more than a day	
contested customers	ok	no customer is contested	
private	warning	others on this machine can read $HOME/complaints/.git	chmod -R go-rwx '$HOME/complaints/.git'
pruning	fault	gc.pruneExpire is 'now': git gc beside a writer can lose records	git config gc.pruneExpire 2.weeks.ago
objects	ok	all 14 objects are what their names say	
names	ok	plain git finds what crmtrack reads	
index	ok	has 3 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
merge driver	ok	plain git merges policy entry by entry	
[1]
$ printf 'nonsense: {}\nmore: {}\n' >> policy/reasons.yaml && git commit -qam 'Reasons' && crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at ef528aa4790d	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	warning	2 warnings	crmtrack policy check
main files	ok	only README.md, policy and what settings allow	
policy edits	ok	all committed	
people	ok	the directory is empty: any address is taken	
time zones	ok	their data is recent	
leavers	ok	nobody who left owns a complaint	
tick	ok	nothing has waited for it for more than a day	
messages	ok	no message has waited for more than a day	
contested customers	ok	no customer is contested	
private	warning	others on this machine can read $HOME/complaints/.git	chmod -R go-rwx '$HOME/complaints/.git'
pruning	fault	gc.pruneExpire is 'now': git gc beside a writer can lose records	git config gc.pruneExpire 2.weeks.ago
objects	ok	all 14 objects are what their names say	
names	ok	plain git finds what crmtrack reads	
index	ok	has 3 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
merge driver	ok	plain git merges policy entry by entry	
[1]
$ CRMTRACK_NOW=2026-11-20T09:00:00Z crmtrack doctor --json | grep clock
{"check": "clock", "state": "warning", "message": "the newest record is of 2026-11-21T09:12:00Z, this machine's clock says 2026-11-20T09:00:00Z", "mend": "set the clock of the machine that is wrong; no record is refused for it"},

# Of a repository that is shared: what is not pushed, what the other side lets pass, locks left over.

$ checks() { crmtrack "$@" doctor | grep -e ^remote -e ^unpushed -e ^enforcement -e ^hooks; }
$ cd .. && git init -q --bare -b main server.git && crmtrack -q init asha && git -C asha remote add origin ../server.git && crmtrack -C asha -q new -c acme -m 'Noise' | wc -l
1
$ checks -C asha
remote	ok	shared with 'origin' at ../server.git	
unpushed	warning	2 records and 1 commit of main that 'origin' does not have	crmtrack sync
enforcement	warning	'origin' takes pushes that rewrite or delete the ledger	git -C '$HOME/server.git' config receive.denyNonFastForwards true && git -C '$HOME/server.git' config receive.denyDeletes true && git -C '$HOME/server.git' config receive.fsckObjects true
hooks	ok	none of ours: plain git pull leaves merging to the next command	
$ git -C server.git config receive.denyNonFastForwards true && git -C server.git config receive.denyDeletes true && crmtrack -C server.git doctor | grep enforcement; git -C server.git config receive.fsckObjects true && crmtrack -C asha -q sync && crmtrack -C asha -q hook install && checks -C asha
crmtrack: cannot open '$HOME/server.git': it is no data repository: it has no branch 'ledger'
hint: to make it one: crmtrack init '$HOME/server.git'
remote	ok	shared with 'origin' at ../server.git	
unpushed	ok	nothing, as far as 'origin' was last heard of	
enforcement	ok	'origin' refuses pushes that rewrite or delete	
hooks	ok	installed	
$ crmtrack -C server.git doctor | grep enforcement
enforcement	ok	this repository refuses pushes that rewrite or delete	
$ git -C asha remote set-url origin ssh://asha:secret@example.com/srv/complaints.git && checks -C asha | grep -v -e hooks -e unpushed
remote	ok	shared with 'origin' at ssh://asha@example.com/srv/complaints.git	
enforcement	ok	'origin' is not on this machine: look there with crmtrack doctor, or on a forge for the protection of main and ledger	
$ touch -d '1 hour ago' asha/.git/refs/heads/ledger.lock && crmtrack -C asha doctor | grep ^locks; rm asha/.git/refs/heads/ledger.lock
locks	warning	$HOME/asha/.git/refs/heads/ledger.lock was left by a git that died	if no git is running here: rm '$HOME/asha/.git/refs/heads/ledger.lock'
$ git -C asha worktree add -q ../out ledger && crmtrack -C asha doctor | grep ^ledger; git -C asha worktree remove ../out
ledger	fault	its branch is checked out in '$HOME/out'	git -C '$HOME/out' switch --detach
$ sqlite3 asha/.git/crmtrack/index-*.db 'DELETE FROM records WHERE id = (SELECT min(id) FROM records)' && crmtrack -C asha doctor | grep ^index
index	fault	has 1 record, the ledger 2	rm '$HOME/asha/.git/crmtrack'/index-*, which are made anew
$ rm asha/.git/crmtrack/index-* && crmtrack -C asha doctor | grep ^index
index	ok	has 2 records, as the ledger	

# A commit from a machine whose clock is ahead, though its record's id is not.

$ GIT_COMMITTER_DATE='@1800000000 +0000' crmtrack -C asha -q new -c acme -m 'From tomorrow' | wc -l; crmtrack -C asha doctor | grep ^clock
1
clock	warning	a commit of the ledger is of 2027-01-15T08:00:00Z, this machine's clock says 2026-11-21T09:12:00Z	set the clock of the machine that is wrong; whose commit it is: git log refs/heads/ledger
$ git -C asha remote remove origin && git -C asha remote add one ../server.git && git -C asha remote add two ../server.git && checks -C asha | grep ^remote
remote	fault	cannot sync: it is not said which of the remotes one, two is shared with	git -C '$HOME/asha' config crmtrack.remote one

# Without the merge driver plain Git merges policy as text, and doctor says how it comes back.

$ crmtrack -q init ~/driver && cd ~/driver && git config --unset merge.crmtrack.driver && rm .git/info/attributes; crmtrack doctor | grep '^merge driver'
merge driver	warning	plain git merges policy as text here: it lacks the line 'policy/*.yaml merge=crmtrack' in info/attributes and the setting merge.crmtrack.driver	rm $HOME/driver/.git/crmtrack/main-seen; the next command that writes sets it up
$ rm .git/crmtrack/main-seen; crmtrack -q new -c acme -m 'Late' > /dev/null; crmtrack doctor | grep '^merge driver'
merge driver	ok	plain git merges policy entry by entry	
