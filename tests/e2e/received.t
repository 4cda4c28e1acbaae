# The next command checks and merges the commits that plain git brings, and names the new records in one line.

$ crmtrack -q init asha && git init -q --bare -b main server.git
$ id=$(crmtrack -C asha -q new -c acme -r delay -m 'Delivery is late')
$ git -C asha remote add origin ../server.git && git -C asha push -q origin main ledger
$ git clone -q server.git ben
$ crmtrack -C ben list --fields summary
set up 'origin': git push and git pull share main and ledger with it
2 new records from 'origin' on 1 complaint, by asha@example.com
Delivery is late
$ crmtrack -C ben list --fields summary
Delivery is late

# From here on plain git push and git pull share both branches.

$ as_ben() { GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.com "$@"; }
$ as_ben crmtrack -C ben -q note $id -m 'Ben called them back' | wc -l
1
$ git -C ben push -q && git -C asha pull -q origin main && git -C asha fetch -q
$ crmtrack -C asha show $id | grep -A1 note
set up 'origin': git push and git pull share main and ledger with it
1 new record from 'origin' on 1 complaint, by ben@example.com
  note
    Ben called them back
$ crmtrack -C asha -q list --fields summary
Delivery is late

# Two clones that both wrote: neither loses anything, and both make the same merge.

$ as_ben crmtrack -C ben -q note $id -m 'Ben again' | wc -l
1
$ crmtrack -C asha -q note $id -m 'Asha meanwhile' | wc -l
1
$ git -C ben push -q; git -C asha fetch -q
$ crmtrack -C asha agenda --json | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["items"]))'
1 new record from 'origin' on 1 complaint, by ben@example.com
3
$ git -C asha push -q && git -C ben fetch -q && crmtrack -C ben show $id | grep -A1 note | grep '^   ' | sort
1 new record from 'origin' on 1 complaint, by asha@example.com
    Asha meanwhile
    Ben again
    Ben called them back
$ git -C asha rev-parse ledger > a; git -C ben rev-parse ledger | cmp - a && git -C ben log -1 --format='%an <%ae>: %s' ledger
crmtrack <crmtrack>: merge: two histories of the ledger

# --dry-run and --as-of leave what came alone; -q takes it without a word.

$ as_ben crmtrack -C ben -q note $id -m 'A third one' | wc -l
1
$ git -C ben push -q; git -C asha fetch -q
$ crmtrack -C asha -n note $id -m 'Not written' | tail -1
dry run: nothing was written (1 file would be)
$ crmtrack -C asha --as-of ledger show $id | grep -c 'A third one'
0
[1]
$ crmtrack -C asha -q show $id | grep -c 'A third one'
1

# A history that removes a record is not merged, and said so until somebody mends it; what is here stays readable and
# writable.

$ git -C ben worktree add -q --detach ../hand ledger && cd hand
$ git rm -q "$(git ls-files 'complaints/*-complaint.yaml')" && GIT_AUTHOR_DATE='@1800000000 +0000' GIT_COMMITTER_DATE='@1800000000 +0000' git commit -q -m 'Nothing happened here' && cd ..
$ git -C ben push -q --force origin "$(git -C hand rev-parse HEAD)":refs/heads/ledger && git -C asha fetch -q
$ crmtrack -C asha list --fields summary 2>&1 | sed 's/commit [0-9a-f]*/commit ID/'
crmtrack: the records from 'origin' are refused and not merged: commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed (crmtrack sync --mend takes what is sound)
Delivery is late
$ crmtrack -C asha -q note $id -m 'We go on' 2>&1 | sed 's/commit [0-9a-f]*/commit ID/' | cut -c1-80 | head -1
crmtrack: the records from 'origin' are refused and not merged: commit ID: 'comp
$ crmtrack -C asha show $id 2>/dev/null | grep -c 'We go on'
1

# A ledger that has nothing to do with ours.

$ CRMTRACK_SEED=other crmtrack -q init other && git -C other push -q --force ../server.git ledger && git -C asha fetch -q
$ crmtrack -C asha list --fields summary
crmtrack: the ledger of 'origin' is another one and is not merged (to join the two: crmtrack sync --join)
Delivery is late

# Where nothing can be written, the tracking branch is read.

$ as_user() { if test $(id -u) = 0; then setpriv --bounding-set -dac_override,-dac_read_search "$@"; else "$@"; fi; }
$ git clone -q asha cleo && chmod -R a-w cleo && as_user crmtrack -C cleo list --fields summary
nothing new is merged: cannot write to '$HOME/cleo/.git/crmtrack': Permission denied
crmtrack: the index is kept in memory this time: cannot create the folder '$HOME/cleo/.git/crmtrack': Permission denied
Delivery is late
$ chmod -R u+w cleo

# A remote whose HEAD is another branch: plain git checks nothing out, and both branches are shared all the same.

$ cd ~ && git init -q --bare -b trunk odd.git && git -C asha push -q ../odd.git main ledger
$ git clone -q odd.git dora 2>&1 | cut -c1-23; crmtrack -C dora list --fields summary
warning: remote HEAD re
set up 'origin': git push and git pull share main and ledger with it
7 new records from 'origin' on 1 complaint, by asha@example.com and 1 more
Delivery is late
$ git -C dora branch --format='%(refname:short) %(upstream:short)'
ledger origin/ledger
main origin/main
$ crmtrack -C dora -q note $id -m 'From the odd one' | wc -l
1
$ git -C dora push -q && git -C odd.git rev-parse ledger > a && git -C dora rev-parse ledger | cmp - a

# Records of somebody who may not write them are merged, named, and change nothing.

$ cd ~ && git init -q --bare -b main team.git && crmtrack -q init lead && cd lead && crmtrack -q person add ben@example.com > /dev/null && id=$(crmtrack -q new -c acme -r delay -m 'Late') && git remote add origin ~/team.git && crmtrack -q sync
$ git clone -q ~/team.git ~/eve && cd ~/eve && crmtrack -q list > /dev/null && git update-ref refs/heads/own main && rm policy/people.yaml && git commit -q -am 'Nobody is listed' && as_ben crmtrack -q note $id -m 'Listed' | wc -l
1
$ GIT_AUTHOR_EMAIL=eve@example.com crmtrack -q note $id -m 'From nobody' | wc -l; git push -q origin ledger
1
$ cd ~/lead && git fetch -q && crmtrack -q list 2>&1 | sed 's/commit [0-9a-f]*/commit ID/; s/record [0-9a-z]*/record ID/'
crmtrack: commit ID: record ID of 20261121-m44vcd31tt does not count: eve@example.com is not in people.yaml
20261121-m44vcd31tt	received	medium	2026-11-21T09:12:00Z	acme		delay		0	no	Late
$ crmtrack show $id | grep -A1 'refused:'
  refused: eve@example.com is not in people.yaml
    From nobody
