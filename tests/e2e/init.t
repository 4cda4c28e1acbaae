# A data repository is an ordinary Git repository with two branches that never mix.

$ crmtrack init complaints
made a data repository in $HOME/complaints
hint: take the first complaint with: crmtrack new -c CUSTOMER -m 'What it is about'
$ cd complaints
$ git branch --list
  ledger
* main
$ git status --short
$ ls . policy
.:
README.md
policy

policy:
calendars.yaml
charter.yaml
forms.yaml
ladders.yaml
levels.yaml
lifecycle.yaml
people.yaml
projects.yaml
reasons.yaml
rules.yaml
targets.yaml
$ git ls-tree -r --name-only ledger | sed 's/[0-9a-z]*\.yaml/ID.yaml/'
ledgers/ID.yaml
$ git show "ledger:$(git ls-tree -r --name-only ledger)"
format: 1
$ git log --format='%an <%ae> %cI' --all | sort -u
Asha Rao <asha@example.com> 2026-11-21T09:12:00+00:00

# Others cannot read it.

$ stat --format=%a . .git .git/crmtrack*
700
700
700

# A second time changes nothing.

$ before=$(git rev-parse main ledger)
$ crmtrack init
crmtrack: cannot make '$HOME/complaints' a data repository: it is one already
[5]
$ test "$before" = "$(git rev-parse main ledger)"

# Every policy file that init writes is good as it is.

$ crmtrack policy check
policy: 0 errors, 0 warnings
$ crmtrack doctor
records	ok	all can be read	
identity	ok	you record as asha@example.com	
ledger	ok	at e5ff11c497f4	
contested	ok	no complaint is contested	
clock	ok	agrees with the records	
policy	ok	no findings	
main files	ok	only README.md, policy and what settings allow	
policy edits	ok	all committed	
people	ok	the directory is empty: any address is taken	
time zones	ok	their data is recent	
leavers	ok	nobody who left owns a complaint	
tick	ok	nothing has waited for it for more than a day	
messages	ok	no message has waited for more than a day	
contested customers	ok	no customer is contested	
private	ok	only you can read it	
pruning	ok	git gc keeps what is being written	
objects	ok	all 3 objects are what their names say	
names	ok	plain git finds what crmtrack reads	
index	ok	has 0 records, as the ledger	
locks	ok	none is left over	
remote	ok	none: this ledger is not shared	
unpushed	ok	there is nowhere to push to	
enforcement	ok	nobody pushes here	
hooks	ok	none of ours: plain git pull leaves merging to the next command	
merge driver	ok	plain git merges policy entry by entry	
$ crmtrack list
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
$ crmtrack
Your open complaints
none

Next
crmtrack new -c CUSTOMER -m TEXT  take a complaint
crmtrack call ID -m TEXT          record a call
crmtrack show ID                  tell its story
crmtrack agenda                   everything that is owed
crmtrack help                     all commands

# Without a name: the current folder. An existing repository keeps what it has.

$ mkdir ~/plain && cd ~/plain && git init -q && echo kept > notes.txt && git add notes.txt && git commit -qm 'notes'
$ crmtrack -q init
$ git show main:notes.txt
kept
$ git log --format=%s main
Begin a data repository
notes
$ crmtrack new -q -c acme -m 'Invoice 4711 charged twice' > /dev/null && crmtrack list --fields summary
Invoice 4711 charged twice

# A name that is a file; a folder below nothing; two folders.

$ cd ~ && crmtrack init plain/notes.txt
crmtrack: cannot create the data repository '$HOME/plain/notes.txt': failed to make directory '$HOME/plain/notes.txt': directory exists
[7]
$ crmtrack init one two
crmtrack: cannot use 'two': one word more than 'init' takes
hint: usage: crmtrack init [OPTION...] [DIR]
[2]
$ crmtrack -n init elsewhere
dry run: would make a data repository in $HOME/elsewhere
$ ls -d elsewhere
ls: cannot access 'elsewhere': No such file or directory
[2]

# A server's repository has no work tree.

$ crmtrack init --bare server.git
made a data repository in $HOME/server.git
hint: to work with it: crmtrack clone '$HOME/server.git'
hint: to send a ledger that you have, in its folder: git remote add origin '$HOME/server.git' && crmtrack sync
$ git -C server.git symbolic-ref HEAD
refs/heads/main
$ git -C server.git rev-parse --is-bare-repository
true
$ git -C server.git branch --list
  ledger
* main

# Nobody knows who is writing.

$ env -u GIT_AUTHOR_NAME GIT_CONFIG_GLOBAL=/dev/null crmtrack init nobody
crmtrack: cannot write in your name: git does not know your name
hint: git config --global user.name 'Your Name'
hint: git config --global user.email you@example.com
[5]
$ ls -d nobody
ls: cannot access 'nobody': No such file or directory
[2]
