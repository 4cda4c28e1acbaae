# GIT_CONFIG_GLOBAL names the file of the user's settings. Git reads no other of the user's files then, and neither do
# we, even where libgit2 is needed, as for a revision that the reference log gives.

$ crmtrack init data
made a data repository in $HOME/data
hint: take the first complaint with: crmtrack new -c CUSTOMER -m 'What it is about'
$ cd data
$ mkdir -p ~/.config/git
$ echo '[broken' > ~/.config/git/config
$ git status --short --branch
## main
$ crmtrack list --as-of 'ledger@{0}'
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
