# A file that is no policy file, or far too large for one, takes nothing out of force and stops nobody from recording.

$ crmtrack -q init asha; cd asha; for w in 'asha manager' 'ben agent'; do crmtrack -q person add ${w% *}@example.com --name ${w% *} --role ${w#* } > /dev/null; done; printf 'rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml; git add policy; git commit -q -m Rights; id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late'); cd ~
$ git init -q --bare server.git; git -C asha remote add origin ~/server.git; crmtrack -q -C asha sync; crmtrack -q clone server.git ben; git -C ben config user.email ben@example.com; git clone -q server.git eve; git -C eve config user.email eve@example.com
$ cd eve; printf 'secret: [hunter2\n' > ~/outside.txt; ln -sf ~/outside.txt policy/people.yaml; head -c 5000000 /dev/zero | tr '\0' '#' > policy/reasons.yaml; git add policy; git commit -q -m odd; git push -q origin main; cd ~; for who in asha ben; do crmtrack -q -C $who sync 2>/dev/null; done
$ crmtrack -C ben void $id --why spam 2>&1 | sed 's/of commit [0-9a-f]*/of commit ID/'; crmtrack -q -C ben note $id -m 'On it' 2>/dev/null | wc -l
crmtrack: policy/people.yaml:1:1: is a link or a folder, and no file; in force is the version of commit ID
crmtrack: policy/reasons.yaml:1:1: cannot use main's 'policy/reasons.yaml': cannot read the object '5a9a165454323705e59ef04621e3a3e40bda0c96': it is larger than 4194304 bytes; in force is the version of commit ID
crmtrack: cannot run 'void': ben@example.com may not void: rights.yaml gives that to manager
hint: who may void: asha@example.com
1
$ cd asha; crmtrack policy check; cat policy/people.yaml; crmtrack -q audit --fields finding,author,path | sort; cd ~
policy/people.yaml:1:1	error	is a link or a folder, and no file
policy/reasons.yaml:1:1	error	is larger than 4 MiB
policy/rights.yaml:2:5	warning	the right 'void' is given to the role 'manager', which nobody has
policy/rights.yaml:3:5	warning	the right 'policy' is given to the role 'manager', which nobody has
policy: 2 errors, 2 warnings
secret: [hunter2
file_of_main	eve@example.com	policy/people.yaml
file_of_main	eve@example.com	policy/reasons.yaml
policy_invalid		policy/people.yaml
policy_invalid		policy/reasons.yaml
policy_not_allowed	eve@example.com	policy

# Where main is gone, what the ledger goes by stays in force.

$ git clone -q server.git lone; cd lone; git config user.email ben@example.com; git update-ref refs/heads/ledger refs/remotes/origin/ledger; git switch -q --detach; git remote remove origin; git branch -q -D main; git for-each-ref --format='%(refname)'; crmtrack void $id --why spam; cd ~
refs/heads/ledger
crmtrack: cannot run 'void': ben@example.com may not void: rights.yaml gives that to manager
hint: who may void: asha@example.com
