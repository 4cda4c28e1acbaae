# No repository, somebody else's, one without a ledger.

$ mkdir none && crmtrack -C none list
crmtrack: cannot find a data repository in 'none' or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]
$ crmtrack -C /nowhere list
crmtrack: cannot find a data repository in '/nowhere' or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]
$ git init -q foreign && crmtrack -C foreign list
crmtrack: cannot open '$HOME/foreign': it is no data repository: it has no branch 'ledger'
hint: to make it one: crmtrack init '$HOME/foreign'
[7]
$ crmtrack -C foreign new -c acme -m x
crmtrack: cannot open '$HOME/foreign': it is no data repository: it has no branch 'ledger'
hint: to make it one: crmtrack init '$HOME/foreign'
[7]
$ mkdir -p broken/.git && crmtrack -C broken list
crmtrack: cannot find a data repository in 'broken' or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]

# One that may not be written is read all the same. (The superuser gives up the right to write everywhere.)

$ crmtrack -q init complaints && cd complaints
$ good=$(crmtrack -q new -c acme -r delay --channel phone -m 'A good complaint'); crmtrack -q new -c acme -m 'Another' > /dev/null
$ as_user() { if test $(id -u) = 0; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
$ crmtrack list > /dev/null; chmod -R a-w .
$ as_user crmtrack list --fields summary
A good complaint
Another
$ as_user crmtrack show $good | head -1 | cut -c13-
A good complaint
$ as_user crmtrack note $good -m x
crmtrack: cannot write to '$HOME/complaints/.git/objects': Permission denied
[7]
$ as_user crmtrack person add ben@example.com --name Ben
crmtrack: cannot write to '$HOME/complaints/.git/objects': Permission denied
[7]
$ chmod -R u+w .; rm -rf .git/crmtrack*; chmod -R a-w .; as_user crmtrack list --fields summary
crmtrack: the index is kept in memory this time: cannot create the folder '$HOME/complaints/.git/crmtrack': Permission denied
A good complaint
Another

$ chmod -R u+w .

# The index is trusted for nothing: deleted, corrupt, of another version, it is made anew.

$ crmtrack list --fields summary > ../before; index=$(find .git -name '*.db' -o -name '*.sqlite*' | grep -v -e -wal -e -shm | head -1); test -f "$index" && echo found
found
$ rm "$index"; crmtrack list --fields summary | diff - ../before
$ echo garbage > "$index"; crmtrack list --fields summary | diff - ../before
crmtrack: the index could not be read (file is not a database) and is built anew
$ head -c 5000 /dev/urandom > "$index"; crmtrack list --fields summary | diff - ../before
crmtrack: the index could not be read (file is not a database) and is built anew
$ : > "$index"; crmtrack list --fields summary | diff - ../before
crmtrack: the index could not be read (no such table: main.meta) and is built anew
$ crmtrack list > /dev/null; dd if=/dev/zero of="$index" bs=4096 seek=3 count=2 conv=notrunc status=none; crmtrack list --fields summary | diff - ../before
$ rm "$index"; mkdir "$index"; crmtrack list --fields summary | diff - ../before; rmdir "$index"
crmtrack: the index could not be read (disk I/O error) and is built anew
crmtrack: the index is kept in memory this time: cannot write '$HOME/complaints/.git/crmtrack/index-20.db': Is a directory
$ rm -rf .git/crmtrack*; crmtrack list --fields summary | diff - ../before

# A closed pipe, a full disk, no standard output, no standard input.

$ { sleep 0.3; crmtrack list; } | true; echo ${PIPESTATUS[0]}
141
$ (trap '' PIPE; sleep 0.3; crmtrack show $good; echo $? >&2) | true
141
$ crmtrack list > /dev/full
crmtrack: cannot write to standard output: No space left on device
[8]
$ crmtrack show $good > /dev/full
crmtrack: cannot write to standard output: No space left on device
[8]
$ crmtrack export jsonl > /dev/full
crmtrack: cannot write to standard output: No space left on device
[8]
$ crmtrack help > /dev/full
crmtrack: cannot write to standard output: No space left on device
[8]
$ crmtrack new -c acme -m x <&- | wc -l
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint v9ze from acme is received; we owe an acknowledgement: crmtrack acknowledge v9ze -m …
1

# A ledger whose branch somebody removed is missed, and no new one takes its place.

$ cd ~ && crmtrack -q init lost && cd lost && crmtrack -q new -c acme -m 'Still here' > /dev/null; git update-ref -d refs/heads/ledger
$ crmtrack init
crmtrack: cannot open '$HOME/lost': its branch 'ledger' is gone: somebody removed it
hint: where its last commit is still known, this brings it back: crmtrack -C '$HOME/lost' doctor
hint: else find that commit: git -C '$HOME/lost' fsck --lost-found, or a clone that has it
hint: then put it back: git -C '$HOME/lost' update-ref refs/heads/ledger COMMIT
[7]
$ crmtrack list --fields summary
crmtrack: the branch 'ledger' was gone; brought back at 0c168d4f6bc8
Still here
$ rm .git/crmtrack/index-*; git update-ref -d refs/heads/ledger; touch .git/crmtrack/index-0.db; crmtrack list
crmtrack: cannot open '$HOME/lost': its branch 'ledger' is gone: somebody removed it
hint: where its last commit is still known, this brings it back: crmtrack -C '$HOME/lost' doctor
hint: else find that commit: git -C '$HOME/lost' fsck --lost-found, or a clone that has it
hint: then put it back: git -C '$HOME/lost' update-ref refs/heads/ledger COMMIT
[7]
