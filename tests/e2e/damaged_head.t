# The branch names what is not there: doctor says so, and how to go back to the newest commit that is whole.

$ crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -r other -m 'No reply') && crmtrack -q note $id -m 'Called' > /dev/null && cp -r . ../sound
$ path() { git rev-parse "$1" | sed 's|^..|.git/objects/&/|'; }
$ rm -f $(path refs/heads/ledger^{tree})
$ crmtrack doctor
$ crmtrack doctor --json
$ crmtrack list
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack doctor | grep -e ledger -e records && crmtrack show $id | head -1

# The commit itself; a file; an ancestor.

$ cd ../sound && cp -r . ../commit && cp -r . ../file && cp -r . ../ancestor && cp -r . ../empty && cp -r . ../main && cd ../commit
$ rm -f $(path refs/heads/ledger) && crmtrack doctor
$ cd ../file && rm -f $(git ls-tree -r refs/heads/ledger | tail -1 | cut -c13-52 | sed 's|^..|.git/objects/&/|') && crmtrack doctor
$ cd ../ancestor && rm -f $(path refs/heads/ledger~2) && crmtrack doctor

# A file that a power cut left empty, and main.

$ cd ../empty && : > .git/refs/heads/ledger && crmtrack doctor
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack list --fields summary
$ cd ../main && crmtrack -q reason add parking --label Parking --question 'Parking?' --why x && rm -f $(path refs/heads/main) && crmtrack doctor
$ eval "$(crmtrack doctor --format tsv | cut -f4)" && git status --short && git commit -qm 'Parking, once more' && crmtrack reason list | grep -c parking

# Our own hook refuses that the ledger goes back, but for this command.

$ cd ../sound && crmtrack hook install > /dev/null && rm -f $(path refs/heads/ledger) && eval "$(crmtrack doctor --format tsv | cut -f4)" && crmtrack list --fields summary

# What was shared is fetched again.

$ cd ~ && git init -q --bare -b main server.git && git -C data push -q ../server.git refs/heads/main refs/heads/ledger && cd file && git remote add origin ../server.git && crmtrack doctor
$ eval "$(crmtrack doctor --format tsv | cut -f4)" 2> /dev/null; crmtrack doctor | grep -e ^ledger -e ^records -e ^unpushed
