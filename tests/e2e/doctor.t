# What doctor finds, and what to do about it.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r other -m 'No reply') && crmtrack -q assign $id eva@example.com
01m7yp0xr1pa1edwy1h0bnn72y
$ crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at 5f4bfcf2502e	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	ok	no findings	
policy edits	ok	all committed	
people	ok	the directory is empty: any address is taken	
private	ok	only you can read it	
pruning	ok	git gc keeps what is being written	
index	ok	has 3 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
$ chmod 755 .git && git config gc.pruneExpire now && echo '# a thought' >> policy/reasons.yaml
$ crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at 5f4bfcf2502e	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	ok	no findings	
policy edits	warning	not in force, since not committed: policy/reasons.yaml	git commit them on main, or git restore them
people	ok	the directory is empty: any address is taken	
private	warning	others on this machine can read $HOME/complaints/.git	chmod -R go-rwx '$HOME/complaints/.git'
pruning	fault	gc.pruneExpire is 'now': git gc beside a writer can lose records	git config gc.pruneExpire 2.weeks.ago
index	ok	has 3 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
[1]
$ printf 'nonsense: {}\nmore: {}\n' >> policy/reasons.yaml && git commit -qam 'Reasons' && crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at 5f4bfcf2502e	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	warning	2 warnings	crmtrack policy check
policy edits	ok	all committed	
people	ok	the directory is empty: any address is taken	
private	warning	others on this machine can read $HOME/complaints/.git	chmod -R go-rwx '$HOME/complaints/.git'
pruning	fault	gc.pruneExpire is 'now': git gc beside a writer can lose records	git config gc.pruneExpire 2.weeks.ago
index	ok	has 3 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
[1]
$ CRMTRACK_NOW=2026-11-20T09:00:00Z crmtrack doctor --json | grep clock
{"check": "clock", "state": "warning", "message": "the newest record is of 2026-11-21T09:12:00Z, this machine's clock says 2026-11-20T09:00:00Z", "mend": "set the clock of the machine that is wrong; no record is refused for it"},
