# Records go both ways in one step.

$ git init -q --bare -b main server.git && crmtrack -q init asha && cd asha
$ crmtrack sync
crmtrack: cannot sync: this repository has no remote to share with
hint: make one, empty, where all of you can reach it: git init --bare DIR
hint: name it here: git -C '$HOME/asha' remote add origin DIR; then: crmtrack sync
[7]
$ git remote add origin ../server.git && id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late')
$ crmtrack sync -n
dry run: would send 2 records and 1 commit of main to 'origin'
$ crmtrack sync
'origin': sent 2 records and 1 commit of main
$ crmtrack sync
'origin' and this clone have the same
$ git -C ../server.git branch --format='%(refname:short)'; cd ..
ledger
main
$ crmtrack -q clone server.git ben && as_ben() { GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.com "$@"; }
$ as_ben crmtrack -C ben -q note $id -m 'Ben called' | wc -l; crmtrack -C ben sync
1
'origin': sent 1 record
$ crmtrack -C asha -q note $id -m 'Asha meanwhile' | wc -l; crmtrack -C asha sync
1
'origin': received 1 record (by ben@example.com); sent 1 record
$ crmtrack -C ben sync --json
'origin': received 1 record (by asha@example.com)
{"format_version": 1, "command": "sync", "remote": "origin", "received": {"records": 1, "policy_commits": 0}, "sent": {"records": 0, "policy_commits": 0}, "refused": [], "committed_anew": 0, "mended": false, "own_mended": "", "rejected": [], "contested": [], "conflict": false}
$ git -C asha rev-parse ledger > a; git -C ben rev-parse ledger | cmp - a
$ crmtrack -C ben sync nobody
crmtrack: cannot sync with 'nobody': no remote has that name
hint: remotes: origin
hint: a new one: git -C '$HOME/ben' remote add NAME URL
[3]
$ crmtrack -C asha sync -q; crmtrack -C asha sync -n
dry run: nothing to send to 'origin', as far as is known here

# Policy goes along, merged entry by entry.

$ crmtrack -C asha -q person add ben@example.com --name Ben && crmtrack -C ben -q reason add parking --label Parking --question 'Was it the parking?' --why 'Often asked'
ben@example.com
parking
$ crmtrack -C asha sync && crmtrack -C ben sync
'origin': sent 1 commit of main
'origin': received 1 commit of main; sent 2 commits of main
$ crmtrack -C asha sync && git -C asha log --format=%s -1 main && crmtrack -C asha person list | grep ben@
'origin': received 2 commits of main
Merge main of 'origin'
ben@example.com	Ben			
$ git -C ben status --short --branch | head -1
## main...origin/main

# Both changed the same entry: everything is exchanged, the earlier change stands, and somebody settles it later.

$ crmtrack -C asha -q person edit ben@example.com --name Benjamin && crmtrack -C ben -q person edit ben@example.com --name Benedikt
ben@example.com
ben@example.com
$ crmtrack -C asha sync && as_ben crmtrack -C ben -q note $id -m 'A word more' | wc -l
'origin': sent 1 commit of main
1
$ crmtrack -C ben sync
'origin': received 1 commit of main; sent 1 record and 2 commits of main
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
$ crmtrack -C ben show $id | grep -c 'A word more'
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
1
$ crmtrack -C ben sync 2>&1 | head -1
'origin' and this clone have the same
$ git -C server.git rev-parse ledger > s; git -C ben rev-parse ledger | cmp - s
$ crmtrack -q -C ben policy settle people ben@example.com --keep --why 'He says so' && crmtrack -C ben sync
ben@example.com
'origin': sent 1 commit of main
$ crmtrack -C asha sync && crmtrack -C asha person list | grep ben@
'origin': received 1 record and 3 commits of main (by ben@example.com)
ben@example.com	Benjamin			

# A merge that was committed as Git left it goes to nobody; the ledger does.

$ cp ben/policy/reasons.yaml kept.yaml; printf '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n' >> ben/policy/reasons.yaml; git -C ben commit -q -a -m 'Merged'; crmtrack -C ben sync; echo $?; git -C server.git rev-parse main | cmp - <(git -C ben rev-parse main~1)
crmtrack: cannot send the policy of 'main': policy/reasons.yaml was committed with the conflict markers of a Git merge
hint: choose what stands, then: git add and git commit, and crmtrack sync
6
$ cp kept.yaml ben/policy/reasons.yaml; git -C ben commit -q -a --amend --allow-empty -m 'Merged'; git -C ben reset -q --hard HEAD~1

# Changes that are not committed stay as they are; they stand in the way only where the merge needs the file.

$ crmtrack -C ben -q reason add lost --label Lost --question 'Did something get lost?' --why 'Often asked' && crmtrack -C ben -q sync
lost
$ sed -i '1i # a thought' asha/policy/people.yaml && crmtrack -C asha sync && git -C asha status --short
'origin': received 1 commit of main
 M policy/people.yaml
$ crmtrack -C ben -q person add eva@example.com --name Eva && crmtrack -C ben -q sync
eva@example.com
$ crmtrack -C asha sync
crmtrack: cannot merge the policy of 'main': uncommitted changes in '$HOME/asha' stand in the way
hint: commit them: git -C '$HOME/asha' commit -a
hint: then: crmtrack sync
[5]
$ git -C asha commit -qam 'A thought' && crmtrack -C asha -q sync; git -C asha diff --stat origin/main

# Without a connection nothing is changed; work goes on.

$ mv server.git away.git && git -C asha rev-parse ledger > before
$ crmtrack -C asha sync
crmtrack: cannot fetch from 'origin': '../server.git' does not appear to be a git repository
hint: nothing was changed; work goes on offline, and the next crmtrack sync brings it over
[8]
$ crmtrack -C asha -q note $id -m 'Offline' | wc -l; mv away.git server.git
1
$ crmtrack -C asha sync
'origin': sent 1 record

# A bare clone, and a work tree that has another branch checked out, merge main without one.

$ crmtrack -C ben -q sync && git clone -q --bare server.git bare.git && crmtrack -C bare.git sync
crmtrack: cannot sync with 'origin': a fetch from it keeps neither main nor ledger
hint: git -C '$HOME/bare.git' config --add remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*'
[7]
$ eval "$(crmtrack -C bare.git sync 2>&1 | sed -n 's/^hint: //p')" && crmtrack -C bare.git sync
set up 'origin': git push and git pull share main and ledger with it
'origin' and this clone have the same
$ crmtrack -C ben -q reason add smell --label Smell --question 'Does it smell?' --why 'Often asked' && crmtrack -C ben -q sync && crmtrack -C bare.git -q person add cleo@example.com --name Cleo
smell
cleo@example.com
$ crmtrack -C bare.git sync && git -C bare.git log -1 --format=%s main
'origin': received 1 commit of main; sent 2 commits of main
Merge main of 'origin'
$ git -C ben switch -q -c thoughts && crmtrack -C ben -q project add apollo --name Apollo && crmtrack -C asha -q sync && crmtrack -C asha -q level add 9 --name Owners && crmtrack -C asha -q sync
apollo
9
$ crmtrack -C ben sync && git -C ben log -1 --format=%s main; git -C ben status --short
'origin': received 3 commits of main; sent 2 commits of main
Merge main of 'origin'

# A mirror's fetch would overwrite what is ours.

$ git clone -q --mirror server.git mirror.git && crmtrack -C mirror.git sync
crmtrack: cannot sync with 'origin': this is a mirror, where a fetch overwrites what is ours
hint: git -C '$HOME/mirror.git' config --replace-all remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*' && git -C '$HOME/mirror.git' config --unset-all remote.origin.mirror
[7]
$ eval "$(crmtrack -C mirror.git sync 2>&1 | sed -n 's/^hint: //p')"; crmtrack -C mirror.git sync
set up 'origin': git push and git pull share main and ledger with it
'origin' and this clone have the same

# Another ledger is taken in only where that is meant.

$ CRMTRACK_SEED=2 CRMTRACK_NOW=2026-11-20T08:00:00Z crmtrack -q init other && crmtrack -C other -q new -c zeta -m 'From the other office' | wc -l
1
$ git -C other remote add origin ../server.git && crmtrack -C other sync
set up 'origin': git push and git pull share main and ledger with it
crmtrack: cannot sync with 'origin': its ledger is another one, with no commit in common
hint: if the two belong together: crmtrack sync --join
[5]
$ crmtrack -C other sync --join
'origin': received 6 records (by asha@example.com, ben@example.com); sent 2 records
crmtrack: cannot merge the policy of 'main': the two have no commit in common
hint: if theirs is the right one: git -C '$HOME/other' checkout -B main refs/remotes/origin/main
hint: if two teams become one, who has the right 'policy' joins them: git -C '$HOME/other' merge --allow-unrelated-histories refs/remotes/origin/main
hint: then: crmtrack sync origin
[6]
$ git -C other -c merge.crmtrack.driver='git merge-file -q --ours %A %O %B' merge -q --allow-unrelated-histories -X ours --no-edit origin/main > /dev/null && crmtrack -C other sync
'origin': sent 3 commits of main
$ crmtrack -C asha sync && crmtrack -C asha list --fields summary
'origin': received 2 records and 5 commits of main (by asha@example.com)
From the other office
Delivery is late

# A record was removed there: refused, and mended.

$ git -C asha worktree add -q --detach ../hand ledger && cd hand && git rm -q "$(git ls-files 'complaints/*-complaint.yaml' | head -1)"
$ GIT_COMMITTER_DATE='@1800000000 +0000' GIT_AUTHOR_DATE='@1800000000 +0000' git commit -q -m 'Tidy' && git push -q ../server.git HEAD:refs/heads/ledger; cd ..
$ crmtrack -C asha sync 2>&1 | sed 's/commit [0-9a-f]\{12\}/commit ID/'
crmtrack: refused: commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed
crmtrack: cannot take what 'origin' has: 1 change that no ledger may have; nothing was merged or sent
hint: look at each with: git show COMMIT
hint: to take all that is sound, and keep what was changed or removed there: crmtrack sync --mend
$ crmtrack -C asha sync --json 2>/dev/null | grep -c '"message": "removed"'
1
$ crmtrack -C asha sync --mend 2>&1 | sed 's/commit [0-9a-f]\{12\}/commit ID/'
crmtrack: refused: commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
'origin': sent the mended ledger
$ crmtrack -C ben sync && crmtrack -C ben list --fields summary
'origin': received 2 records and 3 commits of main (by asha@example.com)
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
From the other office
Delivery is late

# A path that is none of a ledger's goes, what was removed comes back; a clone made meanwhile does not build on the damage.

$ (cd hand && git reset -q --hard && git checkout -q --detach "$(git -C ../asha rev-parse ledger)" && git rm -q "$(git ls-files 'complaints/*-complaint.yaml' | head -1)" && echo x > junk.txt && git add junk.txt && git commit -q -m 'Tidy again' && git push -q ../server.git HEAD:refs/heads/ledger)
$ crmtrack -q clone server.git late 2>&1 | grep -c refused; crmtrack -C late list --fields summary 2>&1 | tail -1; crmtrack -C late new -c acme -m 'Too late' 2>&1 | sed 's/commit [0-9a-f]\{12\}/commit ID/' | grep -v 'the records from'
3
Delivery is late
crmtrack: cannot write to the ledger: what was cloned is refused: commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed
hint: to take what is sound of it: crmtrack sync --mend
$ crmtrack -q -C ben new -c acme -m 'Meanwhile' | wc -l
1
$ crmtrack -C asha sync --mend 2>&1 | grep -c refused; crmtrack -q -C asha audit --full --fields finding,author,message | grep -v ^time_ | sort | uniq -c
2
      1 not_a_record	asha@example.com	no path of a ledger
      2 record_removed	asha@example.com	removed
$ crmtrack -C ben sync; crmtrack -C late sync; crmtrack -q -C late new -c acme -m 'Now' | wc -l; crmtrack -q -C late sync; crmtrack -C asha -q sync
'origin': sent 1 record
'origin': received 9 records (by asha@example.com, ben@example.com)
1
$ for clone in asha ben late; do crmtrack -C $clone sync -q; git -C $clone ls-tree -r --name-only ledger | grep -c junk; crmtrack -C $clone list --fields summary | sort; done
0
crmtrack: 3 files of the ledger cannot be read: see crmtrack doctor
Delivery is late
From the other office
Meanwhile
Now
0
crmtrack: 3 files of the ledger cannot be read: see crmtrack doctor
Delivery is late
From the other office
Meanwhile
Now
0
crmtrack: 3 files of the ledger cannot be read: see crmtrack doctor
Delivery is late
From the other office
Meanwhile
Now

# A refusal of the other side is shown in its words.

$ printf '#!/bin/sh\necho "closed for the night \033[31m"\nexit 1\n' > server.git/hooks/pre-receive && chmod +x server.git/hooks/pre-receive
$ crmtrack -C asha -q note $id -m 'Late' | wc -l; crmtrack -C asha sync
1
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: closed for the night \x1b[31m
[5]
$ rm server.git/hooks/pre-receive && crmtrack -C asha sync
'origin': sent 1 record

# The ledger was deleted there: it is sent again.

$ git -C server.git update-ref -d refs/heads/ledger && crmtrack -C asha sync && git -C server.git branch --format='%(refname:short)'
crmtrack: 'origin' went back: it had 18 commits of ledger that it no longer has, by asha@example.com, ben@example.com; sent again
'origin': sent 11 records
ledger
main

# A remote that is not the upstream is merged when it is named, and never configured.

$ git init -q --bare -b main backup.git && git -C asha remote add backup ../backup.git && crmtrack -C asha sync backup && git -C asha config --get-all remote.backup.push
'backup': sent 11 records and 21 commits of main
[1]
