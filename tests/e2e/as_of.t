# The state that was known then: by time, by commit of the ledger.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-11-01T09:00:00Z; a=$(crmtrack -q new -c acme -r delay -s low --channel phone -m 'Delivery late')
$ first=$(git rev-parse ledger)
$ crmtrack report summary > ~/then.txt; crmtrack list > ~/list.txt; crmtrack show $a > ~/show.txt
$ export CRMTRACK_NOW=2026-11-05T09:00:00Z; crmtrack -q acknowledge $a --at 2026-11-02T09:00:00Z -m 'We look' > /dev/null
$ export CRMTRACK_NOW=2026-11-10T09:00:00Z; crmtrack -q update $a -s critical > /dev/null; b=$(crmtrack -q new -c globex -r outage -m 'Shop is down')
$ l() { crmtrack list --all --fields status,severity,age_days,summary "$@"; }
$ l
received	medium	0	Shop is down
acknowledged	critical	9	Delivery late
$ l --as-of 2026-11-07
acknowledged	low	6	Delivery late
$ l --as-of 2026-11-05T08:59:59Z
received	low	4	Delivery late
$ l --as-of 2026-11-05T09:00:00Z
acknowledged	low	4	Delivery late
$ l --as-of $first
received	low	0	Delivery late
$ l --as-of ${first:0:8}
received	low	0	Delivery late
$ l --as-of ledger~1
acknowledged	critical	9	Delivery late
$ l --as-of 2026-10-31
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
$ l --as-of yesterday; l --as-of -7d
acknowledged	low	8	Delivery late
received	low	2	Delivery late

# To the byte what was printed then, whatever was recorded since.

$ crmtrack report summary --as-of $first | diff - ~/then.txt && crmtrack list --as-of $first | diff - ~/list.txt && crmtrack show $a --as-of $first | diff - ~/show.txt
$ crmtrack report summary --as-of 2026-11-01T09:00:00Z | diff - ~/then.txt

# Policy too is that of then.

$ crmtrack -q reason edit delay --label 'Too late' --why 'Clearer' > /dev/null
$ crmtrack -q note $b -m 'Later' > /dev/null
$ crmtrack show $a | grep ^reason
reason    delay (Too late)
$ crmtrack show $a --as-of $first | grep ^reason
reason    delay (Delay)

# In show, history, search, agenda and reports.

$ crmtrack show $a --as-of 2026-11-03 | head -3
h0fb4fh4pj  Delivery late
status    received
severity  low
$ crmtrack show $b --as-of 2026-11-07
crmtrack: cannot find complaint '20261110-q17zkdqt0y'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack agenda --all --as-of 2026-11-03 --fields promise,state
first_response	overdue
acknowledge	overdue
resolution	open
$ crmtrack search down --as-of 2026-11-07
0 of 1
$ crmtrack report reasons --as-of 2026-11-07 | head -5
Reasons
received                1
reasons that make 80 %  100.0 %  1 of 1
filed under 'other'     0.0 %  (0.0 to 79.3 %), 0 of 1

# Nothing is written as of another time.

$ crmtrack new -c acme -m 'x' --as-of 2026-11-07
crmtrack: cannot run 'new' with --as-of: it looks at the past, it does not change it
[2]

# Refusals.

$ crmtrack list --as-of whenever
crmtrack: cannot look as of 'whenever': neither a time nor a revision
hint: times: 2026-11-20, '2026-11-20 17:00', yesterday; revisions: ledger~10, a commit id
[3]
$ crmtrack list --as-of deadbeef
crmtrack: cannot look as of 'deadbeef': neither a time nor a revision
hint: times: 2026-11-20, '2026-11-20 17:00', yesterday; revisions: ledger~10, a commit id
[3]
$ crmtrack list --as-of main
crmtrack: cannot look as of 'main': that commit is not of the ledger
hint: its commits: git log refs/heads/ledger
[3]

# Who names a policy that was left behind does not make others look by it.

$ cd ~ && crmtrack -q init left && cd left && export CRMTRACK_NOW=2026-11-21T09:00:00Z && id=$(crmtrack -q new -c acme -m 'Charged twice'); first=$(git rev-list --max-parents=0 main); crmtrack -q person add asha@example.com --name Asha > /dev/null; crmtrack -q note $id -m 'On it' > /dev/null
$ export GIT_AUTHOR_DATE=2026-11-21T10:00:00Z GIT_COMMITTER_DATE=2026-11-21T10:00:00Z; put() { (export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin),complaints/2026/11/21/${id#*-}/$1; git update-ref refs/heads/ledger $(git commit-tree $(git write-tree) -p refs/heads/ledger -m "$2" ${3:+-m "$3"})); }
$ printf 'kind: change\nat: 2026-11-21T10:00:00Z\nby: eve@example.com\nafter: []\nset: {status: void}\n' | GIT_AUTHOR_EMAIL=eve@example.com put 01m7yvp580aaaaaaaaaaaaaaaa-change.yaml forged
$ printf 'kind: activity\nat: 2026-11-21T10:00:00Z\nby: asha@example.com\nafter: []\ntype: note\ndirection: internal\ntext: By the first policy\n' | put 01m7yvp580bbbbbbbbbbbbbbbb-activity.yaml note "Policy: $first"
$ for when in refs/heads/ledger 2026-11-21T12:00:00Z; do crmtrack list --all --fields status --as-of $when; done
received
received
