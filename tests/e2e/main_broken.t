# Main with a folder out of Git's order, pushed to a server without our hook, is not taken: Git could stop half way.

$ git init -q --bare -b main server.git && crmtrack -q init asha && git -C asha remote add origin ../server.git && id=$(crmtrack -C asha -q new -c acme -r delay -m 'Delivery is late') && crmtrack -C asha -q sync && crmtrack -q clone server.git ben
$ swapped() { python3 -c 'import re, sys; e = re.findall(rb"\d+ [^\0]+\0.{20}", sys.stdin.buffer.read(), re.S); sys.stdout.buffer.write(b"".join(e[::-1]))'; }
$ forge() { p=$(git cat-file tree main:policy | swapped | git hash-object -t tree -w --literally --stdin); git ls-tree main | sed "s/ tree .*/ tree $p\tpolicy/" | git mktree | xargs -I{} git commit-tree {} -p main -m 'Odd'; }
$ (cd ben; git push -q origin $(forge):refs/heads/main)
$ crmtrack -C asha -q note $id -m 'Called them' > /dev/null; crmtrack -C asha sync 2>&1 | sed 's/at [0-9a-f]\{10\}/at COMMIT/'
'origin': sent 1 record
crmtrack: cannot take main of 'origin' at COMMIT: 'policy/rules.yaml' stands in its folder twice, or out of order
hint: who made it: git -C '$HOME/asha' log -3 refs/remotes/origin/main
hint: who has the right 'policy' puts main as it is here on top of it: git -C '$HOME/asha' push origin $(git -C '$HOME/asha' commit-tree main^{tree} -p refs/remotes/origin/main -m 'Main as it was'):refs/heads/main; then: crmtrack sync
$ git -C asha status --short; crmtrack -C asha list --fields summary
Delivery is late

# The way out works as it is written.

$ out=$(crmtrack -C asha sync 2>&1 | sed -n 's/.*on top of it: \(.*\); then: .*/\1/p'); bash -c "$out" 2> /dev/null; crmtrack -C asha -q sync; git -C asha log --format=%s -2 main
Main as it was
Odd
$ crmtrack -C asha audit --fields finding,path 2> /dev/null
file_of_main	policy/calendars.yaml
file_of_main	policy/charter.yaml
file_of_main	policy/forms.yaml
file_of_main	policy/ladders.yaml
file_of_main	policy/levels.yaml
file_of_main	policy/lifecycle.yaml
file_of_main	policy/people.yaml
file_of_main	policy/projects.yaml
file_of_main	policy/reasons.yaml
file_of_main	policy/rules.yaml
[1]
