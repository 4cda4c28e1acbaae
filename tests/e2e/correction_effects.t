# A correction needs the rights of what it does: nobody closes, voids or lets a promise go by correcting another record.

$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ crmtrack -q init one && cd one
$ crmtrack -q person add ben@example.com --role agent >/dev/null; crmtrack -q person add lena@example.com --role agent >/dev/null; crmtrack -q person add asha@example.com --role manager >/dev/null; printf 'rights:\n  - {right: close, roles: [manager]}\n  - {right: void, roles: [manager]}\n  - {right: waive, roles: [manager]}\n  - {right: policy, roles: [manager]}\n' > policy/rights.yaml; git add -A; git commit -qm rights; crmtrack person list
ben@example.com		agent		
asha@example.com	Asha Rao	manager		
lena@example.com		agent		
$ closed() { c=$(crmtrack -q new -c acme -m "$1"); crmtrack -q resolve $c --outcome upheld --code fixed -m done --channel phone >/dev/null; confirmed=$(crmtrack -q confirm $c --channel phone); crmtrack -q close $c --lesson ask >/dev/null; }

# A reopening that is corrected would close the complaint again.

$ closed Late; reopened=$(crmtrack -q reopen $c --why Again); as ben crmtrack correct $c $(echo $reopened | cut -c11-) --set status=resolved --why 'A mistake'
crmtrack: cannot run 'correct': ben@example.com may not close, and this correction changes whether and how the complaint has ended
hint: who may close: asha@example.com
[5]
$ crmtrack list --all --fields status
investigating
$ crmtrack -q correct $c $(echo $reopened | cut -c11-) --set status=resolved --why 'A mistake' >/dev/null; crmtrack list --all --fields status
closed

# So would a confirmation beneath it open it.

$ as ben crmtrack correct $c $(echo $confirmed | cut -c11-) --set status=responded --why 'Not said'
crmtrack: cannot run 'correct': ben@example.com may not close, and this correction changes whether and how the complaint has ended
hint: who may close: asha@example.com
[5]
$ as ben crmtrack correct $c $(echo $confirmed | cut -c11-) --set evidence=sent --why 'Not said'
crmtrack: cannot run 'correct': ben@example.com may not close, and this correction changes whether and how the complaint has ended
hint: who may close: asha@example.com
[5]
$ as ben crmtrack -q correct $c $(echo $confirmed | cut -c11-) --set evidence=acknowledged --why 'It was so' > /dev/null

# By plain Git the record is merged, shown as refused, and named by audit.

$ folder=complaints/2026/11/21/$(echo $c | cut -d- -f2)
$ forge() { blob=$(git hash-object -w --stdin); GIT_INDEX_FILE=.git/forge git read-tree ledger; GIT_INDEX_FILE=.git/forge git update-index --add --cacheinfo 100644,$blob,$1; tree=$(GIT_INDEX_FILE=.git/forge git write-tree); git update-ref refs/heads/ledger $(printf "forged\n\nPolicy: $(git rev-parse main)\n" | git commit-tree $tree -p ledger); rm -f .git/forge; }
$ printf 'kind: correction\nat: 2026-11-21T09:12:00Z\nby: ben@example.com\nafter: []\ncorrects: %s\nset: {struck: true}\nwhy: Forged\n' $confirmed | as ben forge $folder/01m9000000aaaaaaaaaaaaaaaa-correction.yaml
$ crmtrack show $c | sed -n '/^status/p; /refused: /,/Forged/p'
status    closed
  refused: ben@example.com may not close, and this correction changes whether
  and how the complaint has ended
    why: Forged
$ crmtrack audit | cut -f 1,2,5-
9 commits with 10 files looked at; 1 fault, 1 warning, 0 notices
fault	not_allowed	ben@example.com	2026-11-21T09:12:00Z	ben@example.com may not close, and this correction changes whether and how the complaint has ended
warning	clock_off	ben@example.com	2026-11-21T09:12:00Z	its id is 12d 22h newer than its commit

# Nor does a correction take an open promise or a step away without the right to waive.

$ n=$(crmtrack -q new -c acme -m Refund); note=$(crmtrack -q note $n -m 'We pay' --promise refund@2026-12-20)
$ as ben crmtrack correct $n $(echo $note | cut -c11-) --set promises= --why 'Not meant'
crmtrack: cannot run 'correct': ben@example.com may not waive, and this correction takes away a promise that is open
hint: who may waive: asha@example.com
[5]
$ as ben crmtrack -q correct $n $(echo $note | cut -c11-) --set promises=refund@2026-12-22 --why 'Another day' > /dev/null
$ step=$(crmtrack -q plan $n add 'Call the bank' --owner lena --due 2026-12-01); as ben crmtrack correct $n $(echo $step | cut -c11-) --set state=done --why 'No step'
crmtrack: cannot run 'correct': ben@example.com may not waive, and this correction takes away a promise that is open
hint: who may waive: asha@example.com
[5]
