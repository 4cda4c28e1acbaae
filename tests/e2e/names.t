# A name that means two things is ours: the branches are resolved in full, and what plain git would show instead is told.

$ crmtrack -q init team && cd team && id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late') && crmtrack -q note $id -m 'Called them' | wc -l
1
$ whole=$(git rev-parse refs/heads/ledger) && crmtrack -q list > before
$ git tag ledger refs/heads/main && git tag main refs/heads/ledger && git update-ref refs/ledger refs/heads/main && git update-ref refs/heads/heads/ledger refs/heads/main && git update-ref refs/heads/refs/heads/ledger refs/heads/main && git update-ref refs/tags/heads/main $whole
$ test $(git rev-parse ledger 2> /dev/null) = $whole; echo $?
1
$ crmtrack list --as-of ledger | cmp - before; crmtrack list --as-of heads/ledger | cmp - before; crmtrack list --as-of refs/heads/ledger | cmp - before
$ crmtrack audit --new ledger~1..ledger; crmtrack audit --since 'ledger@{0}'
1 commit with 1 file looked at; 0 faults, 0 warnings, 0 notices
0 commits with 0 files looked at; 0 faults, 6 warnings, 0 notices
nothing up to commit 72b9df4a31 was changed, removed or hidden
warning	name_ambiguous					'refs/heads/heads/ledger' makes the name 'heads/ledger' ambiguous to plain git
warning	name_ambiguous					'refs/heads/refs/heads/ledger' makes the name 'refs/heads/ledger' ambiguous to plain git
warning	name_ambiguous					'refs/tags/heads/main' makes the name 'heads/main' ambiguous to plain git
warning	name_ambiguous					plain git takes 'refs/ledger' for 'ledger'
warning	name_ambiguous					plain git takes 'refs/tags/ledger' for 'ledger'
warning	name_ambiguous					plain git takes 'refs/tags/main' for 'main'
$ crmtrack audit --fields severity,finding,message
3 commits with 3 files looked at; 0 faults, 6 warnings, 0 notices
warning	name_ambiguous	'refs/heads/heads/ledger' makes the name 'heads/ledger' ambiguous to plain git
warning	name_ambiguous	'refs/heads/refs/heads/ledger' makes the name 'refs/heads/ledger' ambiguous to plain git
warning	name_ambiguous	'refs/tags/heads/main' makes the name 'heads/main' ambiguous to plain git
warning	name_ambiguous	plain git takes 'refs/ledger' for 'ledger'
warning	name_ambiguous	plain git takes 'refs/tags/ledger' for 'ledger'
warning	name_ambiguous	plain git takes 'refs/tags/main' for 'main'
$ crmtrack doctor | grep '^names'
names	warning	plain git takes 'refs/ledger' for 'ledger', and 5 more	delete it, at a remote too: git update-ref -d REFERENCE; whole names are never mistaken: git log refs/heads/ledger
$ crmtrack -q checkpoint > /dev/null && crmtrack -q archive ../all.bundle > /dev/null && git bundle list-heads ../all.bundle | cut -d' ' -f2
refs/heads/ledger
refs/heads/main
refs/tags/checkpoint/2026-11-21T09-12-00Z
refs/tags/checkpoint/2026-11-21T09-12-00Z-2
$ crmtrack -q clone ../all.bundle ../restored && git -C ../restored rev-parse refs/heads/ledger | diff - <(echo $whole)

# A file of git's folder, another object in the place of one, other parents.

$ git tag -d ledger main > /dev/null; git tag -d heads/main > /dev/null; for name in refs/ledger refs/heads/heads/ledger refs/heads/refs/heads/ledger; do git update-ref -d $name; done
$ git rev-parse refs/heads/main > .git/ledger; git replace refs/heads/ledger $(git commit-tree -m 'Nothing happened' refs/heads/main^{tree}) && echo $whole > .git/info/grafts
$ git log --format=%s refs/heads/ledger 2> /dev/null
Nothing happened
$ crmtrack audit --fields severity,finding,message | sed "s/[0-9a-f]\{40\}/COMMIT/g"
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 0 faults, 3 warnings, 0 notices
warning	object_replaced	plain git gives commits other parents, by '$HOME/team/.git/info/grafts'
warning	object_replaced	plain git shows another object in the place of COMMIT: 'refs/replace/COMMIT'
warning	name_ambiguous	plain git takes the file '$HOME/team/.git/ledger' for 'ledger'
$ crmtrack doctor | grep '^names' | sed "s/[0-9a-f]\{40\}/COMMIT/g"
names	warning	plain git takes the file '$HOME/team/.git/ledger' for 'ledger', and 2 more	delete it, at a remote too: git update-ref -d REFERENCE; whole names are never mistaken: git log refs/heads/ledger
$ crmtrack history $id --json | grep -c "$whole"; crmtrack -q archive evidence $id ../evidence.tar && tar -xf ../evidence.tar -C .. && grep -c "$whole" ../evidence/summary.txt
1
1
$ crmtrack -q archive ../two.bundle > /dev/null && crmtrack archive verify ../two.bundle > /dev/null
whole: ledger hpbn3wd12h9jn9f7 with 3 records, 2 checkpoints in it
