# Policy merges by key: two clones change it offline, and nobody settles a text.

$ crmtrack -q init team && cd team && for who in asha ben cleo; do crmtrack -q person add $who@example.com --name ${who^} --role lead > /dev/null; done; cd ~
$ git clone -q --bare team server.git 2> /dev/null
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ at() { local time=2026-11-21T$1:00Z; shift; CRMTRACK_NOW=$time GIT_AUTHOR_DATE=$time GIT_COMMITTER_DATE=$time "$@"; }
$ clones() { rm -rf asha ben cleo; for who in "$@"; do crmtrack -q clone server.git $who; git -C $who remote set-url origin ../server.git; git -C $who config user.name $who; git -C $who config user.email $who@example.com; done; }
$ reason() { as $1 crmtrack -q -C $1 reason add $2 --label "${2^}" --question "Was it the $2?" --why "Often asked" > /dev/null; }
$ name() { as $1 crmtrack -q -C $1 person edit $2@example.com --name "$3" > /dev/null; }
$ same() { for who in "$@"; do git -C $who rev-parse HEAD:policy; done | uniq | wc -l; }
$ clones asha ben cleo
$ git -C asha config merge.crmtrack.name; git -C asha check-attr merge policy/reasons.yaml; cat asha/.git/info/attributes
policy of crmtrack, entry by entry
policy/reasons.yaml: merge: crmtrack
policy/*.yaml merge=crmtrack

# Each adds a reason offline. The commits tell the order; the merge needs nobody.

$ at 01:00 reason asha parking; at 02:00 reason ben queue; at 03:00 reason cleo lost
$ for who in asha ben cleo; do at 04:00 as $who crmtrack -C $who sync; done; for who in asha ben; do as $who crmtrack -q -C $who sync; done
'origin': sent 1 commit of main
'origin': received 1 commit of main; sent 2 commits of main
'origin': received 3 commits of main; sent 2 commits of main
$ tail -12 asha/policy/reasons.yaml; same asha ben cleo; git -C asha status --short; git -C cleo log --format=%s -1
  - code: parking
    label: Parking
    question: Was it the parking?
    why: Often asked
  - code: queue
    label: Queue
    question: Was it the queue?
    why: Often asked
  - code: lost
    label: Lost
    question: Was it the lost?
    why: Often asked
1
Merge main of 'origin'
$ crmtrack -C asha policy check; as asha crmtrack -C asha audit
policy: 0 errors, 0 warnings
1 commit with 0 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 1 commit with 0 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server

# Each changes the same person: the change that was committed first stands, and the others wait. Recording goes on.

$ git -C server.git branch -f before main; at 01:00 name asha ben Benjamin; at 02:00 name ben ben Benedikt; at 03:00 name cleo ben Benno
$ at 04:00 as asha crmtrack -q -C asha sync; at 04:00 as ben crmtrack -C ben sync; at 05:00 as cleo crmtrack -C cleo sync
'origin': received 1 commit of main; sent 2 commits of main
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
'origin': received 3 commits of main; sent 2 commits of main
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
$ cat cleo/policy/conflicts.yaml; crmtrack -C cleo person list | grep ben@
# Entries of policy that two people changed differently. The change that was committed first stands.
# The other waits here. Settle each with: crmtrack policy settle FILE KEY --keep|--take --why W

conflicts:
  - file: people.yaml
    key: ben@example.com
    stands:
      email: ben@example.com
      name: Benjamin
      role: lead
    other:
      email: ben@example.com
      name: Benno
      role: lead
    commits: [e199e0a3a9629845fa188e0acf22b9b984fac0aa, "8ab4187ba0969e06fb63593119decc8c66ad4cd1"]
  - file: people.yaml
    key: ben@example.com
    stands:
      email: ben@example.com
      name: Benjamin
      role: lead
    other:
      email: ben@example.com
      name: Benedikt
      role: lead
    commits: [e199e0a3a9629845fa188e0acf22b9b984fac0aa, b5029e8ceb3f937194c22ad56612bb73532f5e5a]
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
ben@example.com	Benjamin	lead		
$ as cleo crmtrack -q -C cleo new -c acme -m 'Charged twice' | wc -l
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
1
$ crmtrack -C cleo policy check
policy/conflicts.yaml:5:5	warning	'ben@example.com' of people.yaml waits to be settled: crmtrack policy settle
policy/conflicts.yaml:16:5	warning	'ben@example.com' of people.yaml waits to be settled: crmtrack policy settle
policy: 0 errors, 2 warnings
$ as cleo crmtrack -q -C cleo audit --fields finding,message | sed 's/([0-9a-f]*)/(ID)/'
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W

# The policy is the same to the byte in whatever order they meet.

$ cp cleo/policy/conflicts.yaml wanted.yaml
$ again() { git -C server.git update-ref refs/heads/main refs/heads/before; clones asha ben cleo; at 01:00 name asha ben Benjamin; at 02:00 name ben ben Benedikt; at 03:00 name cleo ben Benno; for who in "$@" "$@"; do at 06:00 as $who crmtrack -q -C $who sync 2> /dev/null; done; cmp $1/policy/conflicts.yaml wanted.yaml; same asha ben cleo; }
$ again asha cleo ben; again ben asha cleo; again ben cleo asha; again cleo asha ben; again cleo ben asha
1
1
1
1
1

# Somebody settles it: keeps what stands, or takes one of the others. That goes to all with the next sync.

$ as asha crmtrack -C asha policy settle people nobody@example.com --keep --why Why
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
crmtrack: cannot settle 'nobody@example.com' of people.yaml: no conflict waits there
hint: waits: people ben@example.com
[3]
$ as asha crmtrack -C asha policy settle people ben@example.com --why Why
crmtrack: cannot settle a conflict without either --keep or --take
hint: --keep leaves the version that stands, --take puts the other in its place
[2]
$ as asha crmtrack -C asha policy settle people ben@example.com --take --why Why 2>&1 | sed 's/[0-9a-f]\{10,\}/ID/g'
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
crmtrack: cannot tell which version of 'ben@example.com' to take: 2 wait
hint: --commit ID: git show ID
hint: --commit ID: git show ID
$ as asha crmtrack -C asha policy settle people ben@example.com --take --commit 1234567 --why Why 2>&1 | head -1
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
$ benno=$(git -C cleo log --format=%H --author=cleo --grep='edit person ben' -1)
$ as asha crmtrack -C asha policy settle people ben@example.com --take --commit $benno --why 'He says so' -n | tail -4
dry run: nothing was written
crmtrack: policy: 2 conflicts wait to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
  - email: cleo@example.com
    name: Cleo
    role: lead
$ as asha crmtrack -C asha policy settle people.yaml BEN@example.com --take --commit $benno --why 'He says so'
ben@example.com
policy/people.yaml: settle people ben@example.com: take
$ tail -1 asha/policy/conflicts.yaml; crmtrack -C asha person list | grep ben@; git -C asha log -1 --format=%B
conflicts: []
ben@example.com	Benno	lead		
settle people ben@example.com: take

He says so
$ as asha crmtrack -C asha policy settle people ben@example.com --keep --why Why
crmtrack: cannot settle 'ben@example.com' of people.yaml: no conflict waits there
[3]
$ as asha crmtrack -q -C asha sync; as ben crmtrack -q -C ben sync; crmtrack -C ben person list | grep ben@
ben@example.com	Benno	lead		

# Plain git pull merges by key as well. The next command that writes lists what clashed.

$ clones asha ben; at 01:00 reason asha stairs; at 01:00 name asha cleo Cleopatra; at 02:00 reason ben doors; at 02:00 name ben cleo Clea
$ git -C asha push -q; at 03:00 git -C ben pull -q --no-rebase; git -C ben log -1 --format=%s; tail -8 ben/policy/reasons.yaml; crmtrack -C ben person list | grep cleo@
Auto-merging policy/people.yaml
Auto-merging policy/reasons.yaml
Merge branch 'main' of ../server
  - code: stairs
    label: Stairs
    question: Was it the stairs?
    why: Often asked
  - code: doors
    label: Doors
    question: Was it the doors?
    why: Often asked
cleo@example.com	Cleopatra	lead		
$ as ben crmtrack -C ben audit; test -e ben/policy/conflicts.yaml && grep -c file: ben/policy/conflicts.yaml
1 commit with 0 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 1 commit with 0 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
0
[1]
$ at 04:00 as ben crmtrack -C ben new -c acme -m 'Late again' | wc -l
customer acme is new and is registered; name it with: crmtrack customer edit acme --name NAME
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint hsgk from acme is received; we owe an acknowledgement: crmtrack acknowledge hsgk -m …
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people cleo@example.com --keep|--take --why W
1
$ sed -n '/^conflicts/,$p' ben/policy/conflicts.yaml; git -C ben log -1 --format=%s; git -C ben status --short
conflicts:
  - file: people.yaml
    key: cleo@example.com
    stands:
      email: cleo@example.com
      name: Cleopatra
      role: lead
    other:
      email: cleo@example.com
      name: Clea
      role: lead
    commits: ["03dd223b7ae4a186cfcd56ea0740ce46afc4f9e5", "846991138be88b73ab30d930ab778e7ddbacfaf6"]
list 1 conflict of policy
$ as ben crmtrack -q -C ben policy settle people cleo@example.com --keep --why 'Her name'; at 05:00 as ben crmtrack -q -C ben new -c acme -m 'Once more' | wc -l; as ben crmtrack -q -C ben sync
cleo@example.com
1

# Two clones may list one conflict apart from each other. Where one of them settles it, it does not come back.

$ clones asha ben; at 01:00 name asha ben Bennie; at 02:00 name ben ben Bobby; git -C asha push -q; at 03:00 git -C ben pull -q --no-rebase; git -C ben push -q; git -C asha pull -q
Auto-merging policy/people.yaml
$ for who in asha ben; do at 04:00 as $who crmtrack -q -C $who new -c acme -m 'A word' 2>&1 | grep -c policy:; done
1
1
$ at 05:00 as asha crmtrack -q -C asha policy settle people ben@example.com --take --why 'He says so'; as asha crmtrack -q -C asha sync; as ben crmtrack -q -C ben sync; tail -1 ben/policy/conflicts.yaml; crmtrack -C ben person list | grep ben@
ben@example.com
conflicts: []
ben@example.com	Bobby	lead		

# In a rebase the upstream's change stands.

$ clones asha ben; at 01:00 name asha cleo Chloe; at 00:00 reason ben windows; at 00:00 name ben cleo Cleo-Ann
$ git -C asha push -q; at 03:00 git -C ben pull -q --rebase; git -C ben log -3 --format=%s; crmtrack -C ben person list | grep cleo@
dropping f1172928f5c8248e0c0c31159668ffbca22fcd90 edit person cleo@example.com -- patch contents already upstream
add reason windows
edit person cleo@example.com
Merge main of 'origin'
cleo@example.com	Chloe	lead		
$ at 04:00 as ben crmtrack -C ben new -c acme -m 'And again' | wc -l; grep -c Cleo-Ann ben/policy/conflicts.yaml
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint b1xf from acme is received; we owe an acknowledgement: crmtrack acknowledge b1xf -m …
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people cleo@example.com --keep|--take --why W
1
1
$ as ben crmtrack -q -C ben policy settle people cleo@example.com --take --why 'Her name'; crmtrack -C ben person list | grep cleo@; as ben crmtrack -q -C ben sync; as ben crmtrack -q -C ben audit
cleo@example.com
cleo@example.com	Cleo-Ann	lead		
warning	time_order	100cdbc911382b7d18b8f86281b2eb1a1c8e988a		ben@example.com	2026-11-21T05:00:00Z	committed 1h after its child
warning	time_order	4091481cffab871c238bc7e730d470a97cbd302a		ben@example.com	2026-11-21T04:00:00Z	committed 5h 12m before its parent

# A rebase that is given up drops nothing.

$ clones asha ben; at 01:00 name asha cleo Cloe; at 02:00 name ben cleo Cleo; echo x >> asha/README.md; echo y >> ben/README.md; at 01:00 as asha git -C asha commit -qam Read; at 02:00 as ben git -C ben commit -qam Read
$ git -C asha push -q; at 03:00 git -C ben pull -q --rebase 2> /dev/null; as ben crmtrack -q -C ben new -c acme -m 'Meanwhile' | wc -l; git -C ben rebase --abort; at 04:00 as ben crmtrack -q -C ben new -c acme -m 'Later' | wc -l; crmtrack -C ben policy check
Auto-merging README.md
CONFLICT (content): Merge conflict in README.md
1
1
policy: 0 errors, 0 warnings

# A cherry-pick is left to the person who makes it, and so is a file that nobody can read.

$ git -C ben cherry-pick refs/remotes/origin/main~1 2> /dev/null; grep -c '^<<<<<<<' ben/policy/people.yaml; git -C ben cherry-pick --abort
Auto-merging policy/people.yaml
CONFLICT (content): Merge conflict in policy/people.yaml
1
$ clones asha ben; at 01:00 reason asha roof; printf 'reasons: [\n' > ben/policy/reasons.yaml; at 02:00 as ben git -C ben commit -qam Broken; git -C asha push -q; at 03:00 git -C ben pull -q --no-rebase 2> /dev/null; git -C ben status --short; as ben crmtrack -C ben sync
Auto-merging policy/reasons.yaml
CONFLICT (content): Merge conflict in policy/reasons.yaml
Automatic merge failed; fix conflicts and then commit the result.
UU policy/reasons.yaml
crmtrack: cannot merge the policy of 'main': the same lines were changed on both sides, in '$HOME/ben'
hint: edit the files that git -C '$HOME/ben' status names, then: git -C '$HOME/ben' add -A policy && git -C '$HOME/ben' commit --no-edit
hint: then: crmtrack sync
hint: or go back to before: git -C '$HOME/ben' merge --abort
[6]

# A file whose entries have no keys merges as any text, where Git can.

$ git -C ben merge --abort; clones asha; (echo notes:; printf '  - %s\n' a b c d e f g) > asha/policy/notes.yaml; as asha git -C asha add policy; at 01:00 as asha git -C asha commit -qm Notes; git -C asha push -q; clones asha ben
$ sed -i 's/- a/- first/' asha/policy/notes.yaml; at 02:00 as asha git -C asha commit -qam First; sed -i 's/- g/- last/' ben/policy/notes.yaml; at 03:00 as ben git -C ben commit -qam Last; as asha crmtrack -q -C asha sync; as ben crmtrack -C ben sync; grep -c 'first\|last' ben/policy/notes.yaml; as asha crmtrack -q -C asha sync
'origin': received 1 commit of main; sent 2 commits of main
2

# Bare repositories, linked work trees, and a program whose path has blanks and percents.

$ mkdir 'a b%c'; cp $(command -v crmtrack) 'a b%c/crmtrack'; rm -rf odd; 'a b%c/crmtrack' -q clone server.git odd; git -C odd remote set-url origin ../server.git; git -C odd config user.name ben; git -C odd config user.email ben@example.com
$ git -C odd worktree add -q -b main2 ../odd.linked main; git -C odd.linked config merge.crmtrack.driver | sed 's/;.*//'; at 01:00 reason asha walls; git -C asha push -q
program='$HOME/a b%%c/crmtrack'
$ printf '  - {code: floor, label: Floor, question: Was it the floor}\n' >> odd.linked/policy/reasons.yaml; at 02:00 git -C odd.linked commit -qam Floor; at 03:00 git -C odd.linked pull -q --no-rebase origin main && tail -5 odd.linked/policy/reasons.yaml
Auto-merging policy/reasons.yaml
  - code: walls
    label: Walls
    question: Was it the walls?
    why: Often asked
  - {code: floor, label: Floor, question: Was it the floor}
$ rm -rf bare.git; git clone -q --bare server.git bare.git; git -C bare.git remote rename origin old 2> /dev/null; git -C bare.git remote rm old; git -C bare.git remote add origin ~/server.git; git -C bare.git config user.name ben; git -C bare.git config user.email ben@example.com; git -C bare.git fetch -q
$ at 02:00 as ben crmtrack -q -C bare.git reason add garden --label Garden --question 'Was it the garden?' --why 'Often asked'; at 03:00 reason asha gate; as asha crmtrack -q -C asha sync; as ben crmtrack -q -C bare.git sync; git -C bare.git show main:policy/reasons.yaml | grep -c 'code: ga'
garden
2

# The first command that writes sets a plain clone up. It leaves other lines and settings alone.

$ git clone -q server.git plain; git -C plain config user.name ben; git -C plain config user.email ben@example.com; printf '*.md text' > plain/.git/info/attributes; crmtrack -q -C plain list > /dev/null; git -C plain config merge.crmtrack.name
[1]
$ crmtrack -q -C plain new -c acme -m 'Plain' | wc -l; cat plain/.git/info/attributes; git -C plain config merge.crmtrack.name
1
*.md text
policy/*.yaml merge=crmtrack
policy of crmtrack, entry by entry
$ git -C plain config --unset merge.crmtrack.driver; crmtrack -q -C plain new -c acme -m 'Plain' | wc -l; git -C plain config merge.crmtrack.driver
1
[1]

# A conflict that somebody forged changes no other entry.

$ printf 'conflicts:\n  - {file: people.yaml, key: ben@example.com, other: {email: eve@example.com}, commits: [%040d, %040d]}\n' 1 2 > plain/policy/conflicts.yaml; git -C plain add policy; at 06:00 as ben git -C plain commit -qm Forged
$ as ben crmtrack -q -C plain policy settle people ben@example.com --take --why x
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people ben@example.com --keep|--take --why W
crmtrack: cannot take the other version of 'ben@example.com': it is no version of that entry
hint: look at policy/conflicts.yaml
[5]

# Who merges needs no right for what the sides had decided, and may bring nothing else: the server and the audit look.

$ clones asha ben cleo; printf 'rights:\n  - {right: policy, roles: [lead]}\n' > asha/policy/rights.yaml; at 01:00 as asha git -C asha add policy; at 01:00 as asha git -C asha commit -qm 'Leads decide'; as asha crmtrack -q -C asha person edit cleo@example.com --role agent; as asha crmtrack -q -C asha sync
cleo@example.com
$ crmtrack -q -C server.git hook install --server; as ben git -C ben pull -q; as cleo git -C cleo pull -q; at 02:00 name ben cleo Klea; at 02:00 reason ben lamp; at 03:00 name asha cleo Clio; at 03:00 reason asha lights; as asha git -C asha push -q
$ at 04:00 as cleo git -C cleo pull -q --no-rebase ../ben main; at 05:00 as cleo git -C cleo pull -q --no-rebase 2> /dev/null; as cleo crmtrack -q -C cleo audit --fields finding; git -C cleo log -1 --format='%an: %s'; crmtrack -C cleo person list | grep cleo@
Auto-merging policy/people.yaml
Auto-merging policy/reasons.yaml
policy_not_allowed
time_order
time_order
cleo: Merge branch 'main' of ../server
cleo@example.com	Klea	agent		
$ at 05:00 as cleo crmtrack -q -C cleo new -c acme -m 'Too dark' | wc -l; test -e cleo/policy/conflicts.yaml || echo 'nobody listed it'
1
$ honest=$(git -C cleo rev-parse HEAD); sed -i 's/Klea/Queen/' cleo/policy/people.yaml; at 05:00 as cleo git -C cleo commit -qa --amend --no-edit; as cleo crmtrack -q -C cleo audit --fields finding,message | sed 's/([0-9a-f]*)/(ID)/'
policy_not_allowed	its first parent is not main as it was (ID), but another line
policy_not_allowed	cleo@example.com may not change policy: rights.yaml gives that to lead
time_order	committed 1h after its child
time_order	committed 5h 12m before its parent
policy_rewritten	main was at 0b2dcf6a11, which it no longer descends from
dated_before_seen	1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
$ git -C cleo push -q origin main 2>&1 | grep may | sed 's/ *$//'
remote:   commit c005cfd437: 'policy': cleo@example.com may not change policy: rights.yaml gives that to lead
$ as cleo git -C cleo reset -q --hard $honest; rm cleo/.git/crmtrack/audit; as cleo crmtrack -q -C cleo audit --fields finding,message | sed 's/([0-9a-f]*)/(ID)/'; git -C cleo push -q origin main 2>&1 | sed -n 's/ *$//; s/([0-9a-f]*)/(ID)/; s/commit [0-9a-f]*/commit ID/; /^remote:   /p'
policy_not_allowed	its first parent is not main as it was (ID), but another line
time_order	committed 1h after its child
time_order	committed 5h 12m before its parent
dated_before_seen	1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
remote:   commit ID: its first parent is not main as it was (ID), but another line: run crmtrack sync, or rebase it (git pull --rebase)

# With plain pulls the team's main came second. `sync` merges that into the team's main, and the server takes it.

$ at 05:30 as cleo crmtrack -C cleo sync; git -C cleo log -1 --format=%s main; as cleo crmtrack -q -C cleo audit --full --fields severity,finding
'origin': sent 1 record and 4 commits of main
Merge main of 'origin'
warning	time_order
warning	time_order
$ as asha crmtrack -q -C asha sync; as asha crmtrack -q -C asha audit --full --fields severity,finding; at 06:00 as asha crmtrack -C asha new -c acme -m 'Too bright' 2>&1 | grep policy; grep -c 'name: Clio' asha/policy/conflicts.yaml
warning	time_order
warning	time_order
crmtrack: policy: 1 conflict waits to be settled: crmtrack policy settle people cleo@example.com --keep|--take --why W
1
