# A bare repository and a linked work tree are as good as any.

$ crmtrack -q init --bare server.git
$ cd server.git
$ id=$(crmtrack -q new -c acme -r delay -m 'Into the bare one')
$ crmtrack list --fields summary
Into the bare one
$ crmtrack note $id -q -m 'And a note' | wc -l
1
$ crmtrack -q person add ben@example.com --name Ben
ben@example.com
$ git log -1 --format=%s main; crmtrack person list
add person ben@example.com
ben@example.com	Ben			
asha@example.com	Asha Rao			
$ crmtrack doctor --json | python3 -c 'import json, sys
> for i in json.load(sys.stdin)["items"]: print(*list(i.values())[:2])'
records ok
identity ok
ledger ok
contested ok
clock ok
policy ok
main files ok
policy edits ok
people ok
time zones ok
leavers ok
tick ok
messages ok
contested customers ok
private ok
pruning ok
objects ok
names ok
index ok
locks ok
remote ok
unpushed ok
enforcement warning
hooks ok
merge driver ok

# A linked work tree of main.

$ cd ~ && crmtrack -q init complaints && crmtrack -q -C complaints new -c acme -m 'Seen from both' > /dev/null
$ git -C complaints worktree add -q ../linked -b notes && cd linked && crmtrack list --fields summary
Seen from both
$ crmtrack new -q -c globex -m 'From the linked one' > /dev/null; crmtrack -C ../complaints list --fields summary
Seen from both
From the linked one

# From a folder below, by -C, by the environment.

$ mkdir -p ~/complaints/policy/deep && cd ~/complaints/policy/deep && crmtrack list --fields summary | wc -l
2
$ cd ~ && CRMTRACK_REPO=~/complaints crmtrack list --fields summary | wc -l
2
$ CRMTRACK_REPO=/nowhere crmtrack -C complaints list --fields summary | wc -l
2

# The ledger read as files, at a detached head, is fine; checked out as a branch it is refused, and nothing is lost.

$ git -C complaints worktree add -q --detach ../reading ledger && find reading -name '*-complaint.yaml' | wc -l
2
$ crmtrack -C complaints new -q -c acme -m 'While it is read' | wc -l
1
$ git -C complaints worktree add -q ../out ledger
$ crmtrack -C complaints list --fields summary | wc -l
3
$ crmtrack -C complaints new -c acme -m 'While it is out'
crmtrack: cannot write to the ledger: its branch is checked out in '$HOME/out'
hint: git -C '$HOME/out' switch --detach
hint: to look at it: git -C '$HOME/out' switch --detach ledger
[7]
$ git -C complaints worktree remove ../out && crmtrack -C complaints new -q -c acme -m 'Back again' | wc -l
1

# main may be anywhere: on another branch, or edited.

$ cd complaints && git switch -qc feature && crmtrack new -q -c acme -m 'On a feature branch' | wc -l
1
$ crmtrack -q person add cleo@example.com --name Cleo; git log -1 --format=%s main; git status --short
cleo@example.com
add person cleo@example.com
