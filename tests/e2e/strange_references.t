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
'origin': sent 5 records
'empty': sent 5 records and 1 commit of main
refs/heads/ledger
refs/heads/main
