# A server takes only the references that a data repository has.

$ crmtrack -q init team && cd team && id=$(crmtrack -q new -c acme -m 'Charged twice') && crmtrack -q person add asha@example.com --name Asha --role manager && crmtrack -q person add ben@example.com --name Ben --role handler && printf 'rights:\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml && git add policy && git commit -q -m 'Who may change policy' && cd ~
asha@example.com
ben@example.com
$ git clone -q --bare team server.git 2> /dev/null; git -C team remote add origin ~/server.git && git -C team fetch -q && crmtrack -q -C server.git hook install --server --identity-env PUSHER
$ push() { git -C ~/team push -q origin "$@" 2>&1 | sed 's/ *$//; s/commit [0-9a-f]\{7,\}/commit ID/' | grep -v '^To \|^error: failed to push\|^ ! '; return ${PIPESTATUS[0]}; }
$ export PUSHER=asha@example.com
$ for name in refs/tags/ledger refs/heads/heads/ledger refs/heads/refs/heads/ledger refs/heads/work refs/notes/commits refs/replace/$(git -C team rev-parse refs/heads/ledger) refs/crmtrack/receipts2 refs/heads/ledger2 refs/tags/v1; do push refs/heads/main:$name; done; git -C server.git for-each-ref --format='%(refname)'
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/ledger' is no reference of a data repository, and plain git would take it for one; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/heads/heads/ledger' is no reference of a data repository, and plain git would take it for one; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/heads/refs/heads/ledger' is no reference of a data repository, and plain git would take it for one; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/heads/work' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/notes/commits' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/replace/5804cf17548a8a49d5066876e1a129b152375de8' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/crmtrack/receipts2' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/heads/ledger2' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/v1' is no reference of a data repository; it takes main, ledger, branches policy/*, tags checkpoint/*
refs/crmtrack/receipts
refs/heads/ledger
refs/heads/main
$ git -C server.git update-ref refs/tags/ledger refs/heads/main; (export PUSHER=ben@example.com; push :refs/tags/ledger); push :refs/tags/ledger; git -C server.git tag -l
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/ledger' may not be deleted by who lacks the right 'policy'

# A tag of a checkpoint is one that holds: made by who pushes it, on a commit of the ledger, with its records.

$ export CRMTRACK_NOW=2026-11-21T18:00:00Z; crmtrack -q -C team checkpoint > line; push refs/tags/checkpoint/2026-11-21T18-00-00Z; git -C server.git tag -l
checkpoint/2026-11-21T18-00-00Z
$ push :refs/tags/checkpoint/2026-11-21T18-00-00Z
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z' may not be deleted: it is a checkpoint that holds
[1]
$ cd team; made() { git tag -f -a -m "$2" "$1" "${3-refs/heads/ledger}" > /dev/null; }; line=$(cat ../line)
$ made checkpoint/x 'nothing'; push refs/tags/checkpoint/x
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/x' cannot be taken as a checkpoint: no line of it is a checkpoint
[1]
$ git tag checkpoint/y refs/heads/ledger; push refs/tags/checkpoint/y
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/y' cannot be taken as a checkpoint: it is no annotated tag
[1]
$ made checkpoint/2026-11-21T18-00-01Z "$line"; push refs/tags/checkpoint/2026-11-21T18-00-01Z
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-01Z' cannot be taken as a checkpoint: its name is not the time of its line
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "$line" refs/heads/ledger~1; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: it stands at another commit than its line
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "$(echo "$line" | sed 's/records=[0-9]*/records=7/')"; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: it counts 7 records, its commit has 2; to make another: git tag -d checkpoint/2026-11-21T18-00-00Z-7, then crmtrack checkpoint
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "$(echo "$line" | sed 's/sha256=..../sha256=0000/')"; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: its digest is not that of its commit's records; to make another: git tag -d checkpoint/2026-11-21T18-00-00Z-7, then crmtrack checkpoint
[1]
$ other=$(git commit-tree -m other refs/heads/ledger^{tree}); made checkpoint/2026-11-21T18-00-00Z-7 "$(echo "$line" | sed "s/head=[0-9a-f]*/head=$other/")" $other; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: its commit is not in the ledger; to make another: git tag -d checkpoint/2026-11-21T18-00-00Z-7, then crmtrack checkpoint
[1]
$ made checkpoint/2026-12-21T18-00-00Z "$(echo "$line" | sed 's/time=2026-11/time=2026-12/')"; push refs/tags/checkpoint/2026-12-21T18-00-00Z
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-12-21T18-00-00Z' cannot be taken as a checkpoint: its time has not come yet
[1]
$ made checkpoint/2026-11-21T18-06-00Z "$(echo "$line" | sed 's/T18:00/T18:06/')"; push refs/tags/checkpoint/2026-11-21T18-06-00Z
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-06-00Z' cannot be taken as a checkpoint: its time has not come yet
[1]
$ made checkpoint/1970-01-01T00-00-00Z "$(echo "$line" | sed 's/time=[^ ]*/time=1970-01-01T00:00:00Z/')"; push refs/tags/checkpoint/1970-01-01T00-00-00Z
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/1970-01-01T00-00-00Z' cannot be taken as a checkpoint: its time is more than a day before its commit's
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "$line hello"; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: something stands beside its line
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "$(printf 'Before it\n%s' "$line")"; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: something stands beside its line
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "${line/previous=none/previous=$(printf 1%.0s $(seq 64))}"; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: the checkpoint before it is not here: push that too; where that is refused: git tag -d checkpoint/2026-11-21T18-00-00Z-7, then crmtrack checkpoint
[1]
$ made checkpoint/2026-11-21T18-00-00Z-7 "$line"; (export PUSHER=ben@example.com; push refs/tags/checkpoint/2026-11-21T18-00-00Z-7); push refs/tags/checkpoint/2026-11-21T18-00-00Z-7 && git -C ../server.git tag -l
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-00-00Z-7' cannot be taken as a checkpoint: asha@example.com made it, but ben@example.com pushes it
checkpoint/2026-11-21T18-00-00Z
checkpoint/2026-11-21T18-00-00Z-7

# One that is there and does not hold may be deleted by who may change policy; audit tells of it, and is no fault.

$ for name in x y; do git update-ref refs/tags/checkpoint/$name $(git rev-parse refs/tags/checkpoint/$name); git -C ../server.git fetch -q --no-tags ../team refs/tags/checkpoint/$name:refs/tags/checkpoint/$name; done; git tag -d checkpoint/2026-11-21T18-00-01Z checkpoint/2026-12-21T18-00-00Z > /dev/null
$ crmtrack audit --fields severity,finding,message,mend
2 commits with 2 files looked at; 0 faults, 2 warnings, 0 notices
warning	not_a_checkpoint	the tag 'checkpoint/x' is no checkpoint: no line of it is a checkpoint	who has the right policy deletes it: git push origin :refs/tags/NAME; here: git tag -d NAME
warning	not_a_checkpoint	the tag 'checkpoint/y' is no checkpoint: it is no annotated tag	who has the right policy deletes it: git push origin :refs/tags/NAME; here: git tag -d NAME
$ (export PUSHER=ben@example.com; push :refs/tags/checkpoint/x); (unset PUSHER; push :refs/tags/checkpoint/x); push :refs/tags/checkpoint/x :refs/tags/checkpoint/y; git tag -d checkpoint/x checkpoint/y > /dev/null; git -C ../server.git tag -l; crmtrack -q audit
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/x' may not be deleted by who lacks the right 'policy'
remote: crmtrack: cannot take the push: the server does not say who you are: PUSHER is not set
remote: hint: ask whoever runs the server
checkpoint/2026-11-21T18-00-00Z
checkpoint/2026-11-21T18-00-00Z-7

# A checkpoint that names another has it here, or beside it in the push.

$ git tag -d $(git tag -l) > /dev/null; git fetch -q origin 'refs/tags/*:refs/tags/*'; export CRMTRACK_NOW=2026-11-21T18:01:00Z; crmtrack checkpoint | grep -o 'previous=....'; export CRMTRACK_NOW=2026-11-21T18:02:00Z; crmtrack checkpoint | grep -o 'previous=....'; push refs/tags/checkpoint/2026-11-21T18-02-00Z
2 records kept as the tag checkpoint/2026-11-21T18-01-00Z
later, crmtrack audit --since checkpoint/2026-11-21T18-01-00Z shows whether any of them was changed
previous=1269
2 records kept as the tag checkpoint/2026-11-21T18-02-00Z
later, crmtrack audit --since checkpoint/2026-11-21T18-02-00Z shows whether any of them was changed
previous=cdad
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/2026-11-21T18-02-00Z' cannot be taken as a checkpoint: the checkpoint before it is not here: push that too; where that is refused: git tag -d checkpoint/2026-11-21T18-02-00Z, then crmtrack checkpoint
[1]
$ push refs/tags/checkpoint/2026-11-21T18-01-00Z refs/tags/checkpoint/2026-11-21T18-02-00Z; git -C ../server.git tag -l
checkpoint/2026-11-21T18-00-00Z
checkpoint/2026-11-21T18-00-00Z-7
checkpoint/2026-11-21T18-01-00Z
checkpoint/2026-11-21T18-02-00Z

# A checkpoint of commits that the ledger no longer has, as after they were committed anew: the next one does not name
# it, and is taken. A tag that is not there cannot be deleted.

$ other=$(git commit-tree -m other refs/heads/ledger^{tree}); made checkpoint/2026-11-21T18-03-00Z "$(echo "$line" | sed "s/head=[0-9a-f]*/head=$other/; s/T18:00/T18:03/")" $other; export CRMTRACK_NOW=2026-11-21T18:04:00Z; crmtrack checkpoint | grep -o 'previous=.*' | diff - <(echo previous=$(git cat-file tag checkpoint/2026-11-21T18-02-00Z | grep ^crmtrack-checkpoint | head -c -1 | sha256sum | cut -d' ' -f1)); push refs/tags/checkpoint/2026-11-21T18-04-00Z; push :refs/tags/checkpoint/nope
2 records kept as the tag checkpoint/2026-11-21T18-04-00Z
later, crmtrack audit --since checkpoint/2026-11-21T18-04-00Z shows whether any of them was changed
remote: crmtrack: cannot take the push: 1 reason
remote:   'refs/tags/checkpoint/nope' may not be deleted: it is not here
[1]
