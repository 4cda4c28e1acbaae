# A remote without hooks holds references that are none of ours: everybody goes on sharing.

$ crmtrack -q init asha && git init -q --bare -b main server.git && git -C asha remote add origin ~/server.git && id=$(crmtrack -q -C asha new -c acme -r delay -m 'Delivery is late') && crmtrack -C asha sync
'origin': sent 2 records and 1 commit of main
$ crmtrack -q clone server.git ben
$ strange() { git -C server.git update-ref "$1" "$2"; }
$ strange refs/heads/refs/heads/ledger refs/heads/main; strange refs/heads/heads/ledger refs/heads/main; strange refs/heads/HEAD refs/heads/main; strange refs/tags/ledger refs/heads/main; strange refs/tags/refs/heads/ledger refs/heads/main
$ crmtrack -q -C asha note $id -m 'Asha called' | wc -l; crmtrack -C asha sync
1
'origin': sent 1 record
$ crmtrack -q -C ben note $id -m 'Ben called' | wc -l; crmtrack -C ben sync; crmtrack -C asha sync
1
'origin': received 1 record (by asha@example.com); sent 1 record
'origin': received 1 record (by asha@example.com)
$ git -C asha rev-parse refs/heads/ledger | diff - <(git -C server.git rev-parse refs/heads/ledger)
warning: refname 'refs/heads/ledger' is ambiguous.
warning: refname 'refs/heads/ledger' is ambiguous.
$ crmtrack -q clone server.git cleo && crmtrack -q -C cleo note $id -m 'Cleo called' | wc -l; crmtrack -C cleo sync
1
'origin': sent 1 record
$ git -C cleo for-each-ref --format='%(refname)' refs/crmtrack
$ crmtrack -C cleo audit --fields severity,finding,message
6 commits with 5 files looked at; 0 faults, 4 warnings, 0 notices
warning	name_ambiguous	'refs/remotes/origin/heads/ledger' makes the name 'heads/ledger' ambiguous to plain git
warning	name_ambiguous	'refs/remotes/origin/refs/heads/ledger' makes the name 'heads/ledger' ambiguous to plain git
warning	name_ambiguous	'refs/tags/refs/heads/ledger' makes the name 'refs/heads/ledger' ambiguous to plain git
warning	name_ambiguous	plain git takes 'refs/tags/ledger' for 'ledger'

# Branches that no clone can hold beside what it has.

$ git -C asha update-ref refs/remotes/origin/policy/a refs/heads/main; strange refs/heads/policy/a/b refs/heads/main; strange refs/tags/checkpoint/x/y refs/heads/ledger; git -C asha update-ref refs/tags/checkpoint/x refs/heads/main
warning: refname 'refs/heads/ledger' is ambiguous.
$ git -C asha fetch -q 2> /dev/null; echo $?
1
$ crmtrack -C asha sync
'origin': received 1 record (by asha@example.com)

# Only one of the two branches is there, or none.

$ git -C server.git update-ref -d refs/heads/ledger; crmtrack -C asha sync; git init -q --bare -b main empty.git; git -C asha remote add empty ~/empty.git; crmtrack -C asha sync empty; git -C empty.git for-each-ref --format='%(refname)'
crmtrack: 'origin' went back: it had 6 commits of ledger that it no longer has, by asha@example.com; sent again
'origin': sent 5 records
'empty': sent 5 records and 1 commit of main
refs/heads/ledger
refs/heads/main

# A tag or branch whose name is a folder of ours: audit and doctor name it, and checkpoint says what to do.

$ cd ~; CRMTRACK_SEED=way crmtrack -q init way; git init -q --bare -b main way.git; git -C way remote add origin ~/way.git; crmtrack -q -C way new -c acme -m 'Late' > /dev/null; crmtrack -q -C way sync; git -C way push -q origin main:refs/heads/policy main:refs/tags/checkpoint; git -C way fetch -q --tags
$ crmtrack -C way audit --fields severity,finding,message; crmtrack -C way doctor | grep names; crmtrack -C way checkpoint
2 commits with 2 files looked at; 0 faults, 2 warnings, 0 notices
warning	name_ambiguous	'refs/remotes/origin/policy' keeps git from making any 'refs/remotes/origin/policy/NAME'
warning	name_ambiguous	'refs/tags/checkpoint' keeps git from making any 'refs/tags/checkpoint/NAME'
objects	ok	all 13 objects are what their names say	
names	warning	'refs/remotes/origin/policy' keeps git from making any 'refs/remotes/origin/policy/NAME', and 1 more	delete it, at a remote too: git update-ref -d REFERENCE; whole names are never mistaken: git log refs/heads/ledger
crmtrack: cannot keep a checkpoint: the tag 'checkpoint' is in the way
hint: git -C '$HOME/way' tag -d checkpoint
hint: where a remote has it, it comes back: git -C '$HOME/way' push REMOTE :refs/tags/checkpoint
hint: to print the line alone: crmtrack checkpoint --no-tag
[5]
$ git -C way push -q origin :refs/tags/checkpoint :refs/heads/policy; git -C way tag -d checkpoint > /dev/null; crmtrack -C way -q sync; crmtrack -C way -q checkpoint | wc -l; crmtrack -C way -q audit
1
