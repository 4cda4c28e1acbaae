# A clone is ready to work with, and private.

$ crmtrack -q init asha && id=$(crmtrack -C asha -q new -c acme -r delay -m 'Delivery is late')
$ git init -q --bare -b main server.git && git -C asha remote add origin ../server.git && git -C asha push -q origin main ledger
$ crmtrack clone server.git ben
cloned '$HOME/server.git' into '$HOME/ben': 2 records
$ crmtrack -C ben list --fields summary
Delivery is late
$ git -C ben branch -vv --format='%(HEAD)%(refname:short) %(upstream:short)'; git -C ben status --short
 ledger origin/ledger
*main origin/main
$ git -C ben config --get-all remote.origin.push
refs/heads/main:refs/heads/main
refs/heads/ledger:refs/heads/ledger
$ stat -c '%a %n' ben ben/.git ben/.git/refs/heads ben/.git/config ben/policy ben/policy/people.yaml
700 ben
700 ben/.git
700 ben/.git/refs/heads
600 ben/.git/config
700 ben/policy
600 ben/policy/people.yaml
$ crmtrack -q clone server.git && crmtrack -C server list --fields summary
Delivery is late

# With core.sharedRepository it is not.

$ git config --global core.sharedRepository group && crmtrack -q clone server.git shared && stat -c %a shared/.git; git config --global --unset core.sharedRepository
2770

# The result equals a plain clone that the first command has set up.

$ git clone -q server.git plain && crmtrack -C plain -q list > /dev/null
$ for clone in ben plain; do git -C $clone config --local --list | grep -e ^branch -e ^remote -e ^crmtrack | sort; done | uniq -c
      1 branch.ledger.merge=refs/heads/ledger
      1 branch.ledger.remote=origin
      1 branch.main.merge=refs/heads/main
      1 branch.main.remote=origin
      1 crmtrack.receipts=origin
      1 crmtrack.upstream=origin
      1 remote.origin.fetch=+refs/crmtrack/receipts*:refs/crmtrack/receipts*
      1 remote.origin.fetch=+refs/heads/*:refs/remotes/origin/*
      1 remote.origin.push=refs/heads/ledger:refs/heads/ledger
      1 remote.origin.push=refs/heads/main:refs/heads/main
      1 remote.origin.url=$HOME/server.git
      1 branch.ledger.merge=refs/heads/ledger
      1 branch.ledger.remote=origin
      1 branch.main.merge=refs/heads/main
      1 branch.main.remote=origin
      1 crmtrack.receipts=origin
      1 crmtrack.upstream=origin
      1 remote.origin.fetch=+refs/crmtrack/receipts*:refs/crmtrack/receipts*
      1 remote.origin.fetch=+refs/heads/*:refs/remotes/origin/*
      1 remote.origin.push=refs/heads/ledger:refs/heads/ledger
      1 remote.origin.push=refs/heads/main:refs/heads/main
      1 remote.origin.url=$HOME/server.git

# A folder in use, an address that leads nowhere or names no folder; nothing is left behind.

$ crmtrack clone server.git ben
crmtrack: cannot clone into '$HOME/ben': it is there already
hint: name another folder
[5]
$ crmtrack clone nowhere.git; ls -d nowhere
crmtrack: cannot clone 'nowhere.git': repository 'nowhere.git' does not exist
ls: cannot access 'nowhere': No such file or directory
[2]
$ mkdir empty && crmtrack clone nowhere.git empty; ls -A empty; rmdir empty
crmtrack: cannot clone 'nowhere.git': repository 'nowhere.git' does not exist
$ crmtrack clone git://127.0.0.1:1/x.git 2>&1 | sed 's/: errno.*//'; ls -d x
crmtrack: cannot clone 'git://127.0.0.1:1/x.git': unable to connect to 127.0.0.1: 127.0.0.1[0: 127.0.0.1]
ls: cannot access 'x': No such file or directory
[2]
$ crmtrack clone ..
crmtrack: cannot clone '..': it names no folder
hint: name one: crmtrack clone URL DIR
[2]
$ crmtrack clone -- --upload-pack=touch
crmtrack: cannot clone '--upload-pack=touch': no address
[2]
$ crmtrack clone 'ext::sh -c touch% pwned' y; ls -d y pwned
crmtrack: cannot clone 'ext::sh -c touch% pwned': transport 'ext' not allowed
ls: cannot access 'y': No such file or directory
ls: cannot access 'pwned': No such file or directory
[2]
$ crmtrack clone
crmtrack: cannot run 'clone': URL is missing
hint: usage: crmtrack clone [OPTION...] URL [DIR]
[2]

# No data repository, an empty one.

$ git init -q code && git -C code commit -q --allow-empty -m One && crmtrack clone code copy; ls -d copy
crmtrack: cannot clone '$HOME/code': it is no data repository: it has no branch 'ledger'
hint: to make it one: git clone '$HOME/code' 'copy' && crmtrack init 'copy' && crmtrack -C 'copy' sync
ls: cannot access 'copy': No such file or directory
[2]
$ git init -q --bare void.git && crmtrack clone void.git new; ls -d new
crmtrack: cannot clone '$HOME/void.git': it is empty
hint: crmtrack init 'new' && git -C 'new' remote add origin '$HOME/void.git' && crmtrack -C 'new' sync
ls: cannot access 'new': No such file or directory
[2]
$ crmtrack -q init new && git -C new remote add origin ../void.git && crmtrack -C new sync && git -C void.git branch
set up 'origin': git push and git pull share main and ledger with it
'origin': sent 1 commit of main
  ledger
* main

# A remote whose HEAD names another branch, or none.

$ git -C server.git symbolic-ref HEAD refs/heads/ledger && crmtrack clone server.git other
checked out 'main'; the HEAD of 'origin' names 'ledger'
hint: so that plain git clones start with main, on the server: git symbolic-ref HEAD refs/heads/main
hint: on a forge: set its default branch to main
cloned '$HOME/server.git' into '$HOME/other': 2 records
$ git -C other symbolic-ref HEAD; git -C other branch --format='%(refname:short)'; ls other
refs/heads/main
ledger
main
README.md
policy
$ git -C server.git symbolic-ref HEAD refs/heads/nothing && crmtrack clone server.git third && git -C third symbolic-ref HEAD; git -C server.git symbolic-ref HEAD refs/heads/main
checked out 'main'; the HEAD of 'origin' names no branch
hint: so that plain git clones start with main, on the server: git symbolic-ref HEAD refs/heads/main
hint: on a forge: set its default branch to main
cloned '$HOME/server.git' into '$HOME/third': 2 records
refs/heads/main

# A plain clone of such a remote has ledger checked out: it can be read, and the way out is said.

$ git -C server.git symbolic-ref HEAD refs/heads/ledger && git clone -q server.git out; git -C server.git symbolic-ref HEAD refs/heads/main
$ crmtrack -C out list --fields summary
set up 'origin': git push and git pull share main and ledger with it
Delivery is late
$ crmtrack -C out note $id -m 'Not here'
crmtrack: cannot write to the ledger: its branch is checked out in '$HOME/out'
hint: git -C '$HOME/out' switch main
hint: to look at it: git -C '$HOME/out' switch --detach ledger
[7]
$ git -C out switch -q main && crmtrack -C out -q note $id -m 'Here' | wc -l
1

# Single-branch, shallow and partial clones are refused with what mends them.

$ here=file://$HOME/server.git
$ git clone -q --single-branch $here single && crmtrack -C single list
crmtrack: cannot open '$HOME/single': it is a clone of a single branch, without the branch 'ledger'
hint: git -C '$HOME/single' remote set-branches --add origin ledger && git -C '$HOME/single' fetch origin
[7]
$ git -C "$HOME/single" remote set-branches --add origin ledger && git -C "$HOME/single" fetch -q origin && crmtrack -C single list --fields summary
set up 'origin': git push and git pull share main and ledger with it
2 new records from 'origin' on 1 complaint, by asha@example.com
Delivery is late
$ git clone -q --depth 1 --no-single-branch $here shallow && crmtrack -C shallow list
crmtrack: cannot open '$HOME/shallow': it is a shallow clone, which lacks older records
hint: git -C '$HOME/shallow' fetch --unshallow
[7]
$ git -C "$HOME/shallow" fetch -q --unshallow && crmtrack -C shallow -q list --fields summary
Delivery is late
$ git -C server.git config uploadpack.allowFilter true && git clone -q --filter=blob:none $here partial && crmtrack -C partial list
crmtrack: cannot open '$HOME/partial': it is a partial clone, which lacks records
hint: git -C '$HOME/partial' config --unset remote.origin.partialCloneFilter && git -C '$HOME/partial' fetch --no-auto-maintenance --refetch origin && git -C '$HOME/partial' config --unset remote.origin.promisor
[7]
$ eval "$(crmtrack -C partial list 2>&1 | sed -n 's/^hint: //p' | sed 's/fetch --/fetch -q --/')" && crmtrack -C partial -q list --fields summary
Delivery is late

# The ledger there has lost a record: the clone stands, and can be read.

$ git -C asha worktree add -q --detach ../hand ledger && cd hand && git rm -q complaints/*/*/*/*/*.yaml && GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit -q -m 'Nothing happened' && git push -q -f ../server.git HEAD:refs/heads/ledger; cd ..
$ crmtrack clone server.git damaged 2>&1 | sed 's/commit [0-9a-f]*/commit ID/'
crmtrack: refused: commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed
crmtrack: cannot take the ledger of '$HOME/server.git' as it is
hint: it was cloned, and can be read: crmtrack -C '$HOME/damaged' list
hint: to take all that is sound: crmtrack -C '$HOME/damaged' sync --mend
$ crmtrack -q -C damaged sync --mend 2>&1 | sed 's/commit [0-9a-f]*/commit ID/'
crmtrack: refused: commit ID: 'complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml' removed
crmtrack: took what is sound of it; the commits named stay, for crmtrack audit, in 'origin'
$ crmtrack -q -C damaged audit --full --fields finding,author | sort
record_removed	asha@example.com
$ crmtrack -C damaged list --fields summary
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
Delivery is late
