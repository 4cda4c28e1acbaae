# A complaint that is written down offline, and whose id somebody knows before it is sent: a complaint record of theirs
# that is pushed into its folder first was not there first, for neither commit has the other in its history. The hook
# takes the real one, which somebody has gone on from, and no audit names its author.

$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ crmtrack -q init asha && git -C asha config user.name Asha && git -C asha config user.email asha@example.com && crmtrack -q -C asha new -c acme -m Other > /dev/null
$ git init -q --bare -b main server.git && git -C asha remote add origin ~/server.git && crmtrack -q -C asha sync && crmtrack -q -C server.git hook install --server --identity-env PUSHER
$ for who in ben cleo; do crmtrack -q clone server.git $who 2> /dev/null; git -C $who config user.name $who; git -C $who config user.email $who@example.com; done
$ id=$(crmtrack -q -C asha new -c acme -s high -m 'Charged twice'); crmtrack -q -C asha note $id -m 'On it' > /dev/null; folder=complaints/$(echo $id | sed 's,\(....\)\(..\)\(..\)-,\1/\2/\3/,')
$ cd ben; printf 'kind: complaint\nat: 2026-11-21T09:00:00Z\nby: ben@example.com\nafter: []\ncustomer: acme\nseverity: low\nsummary: Forged\n' > ../forged; GIT_INDEX_FILE=.git/forge git read-tree refs/heads/ledger; GIT_INDEX_FILE=.git/forge git update-index --add --cacheinfo 100644,$(git hash-object -w ../forged),$folder/01m7yp0000000000000000000a-complaint.yaml; git update-ref refs/heads/ledger $(git commit-tree -m forged -p refs/heads/ledger $(GIT_INDEX_FILE=.git/forge git write-tree)); PUSHER=ben@example.com git push -q origin refs/heads/ledger; cd ..
$ told() { crmtrack -q -C cleo audit $1 --fields finding,author | grep kind_misplaced; }
$ crmtrack -q -C cleo sync; told
[1]

$ PUSHER=asha@example.com crmtrack -C asha sync
'origin': received 1 record (by ben@example.com); sent 2 records
1 complaint became contested: dx64
hint: to see how each is settled: crmtrack show ID
$ crmtrack -q -C cleo sync; crmtrack -C cleo list --sort summary --fields severity,summary; told; told --full
high	Charged twice
medium	Other
kind_misplaced	ben@example.com
kind_misplaced	ben@example.com
