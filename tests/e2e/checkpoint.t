# A checkpoint is a line: what the ledger is now.

$ echo Dear > ~/letter.txt; crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -m 'Charged twice' --attach ~/letter.txt)
$ export CRMTRACK_NOW=2026-11-21T18:00:00Z
$ crmtrack checkpoint | tee ~/line.txt
2 records kept as the tag checkpoint/2026-11-21T18-00-00Z
later, crmtrack audit --since checkpoint/2026-11-21T18-00-00Z shows whether any of them was changed
crmtrack-checkpoint 1 time=2026-11-21T18:00:00Z head=ca01ba08d9bf7531fd63c7da82e7d8c934c1cb32 records=2 sha256=01a87932336c0ebec94aeda4fbda6dbc6163860c022718da2e3f2e4494223b63 previous=none
$ git cat-file -t checkpoint/2026-11-21T18-00-00Z; git tag -l --format='%(objectname) %(contents)' 'checkpoint/*' | tail -n +1 | cut -c42- | head -1 | diff - ~/line.txt
tag

# The steps of an outsider with plain git and sha256sum, given the line alone.

$ field() { tr ' ' '\n' < ~/line.txt | sed -n "s/^$1=//p"; }
$ test $(git ls-tree -r -z $(field head) | sha256sum | cut -c1-64) = $(field sha256) && git ls-tree -r --name-only $(field head) complaints customers journal | grep -v '\.files/' | grep -c . && field records
2
2
$ git merge-base --is-ancestor $(field head) ledger && echo 'nothing before it was changed'
nothing before it was changed

# The next one names it; the digest of the line before is its sha256sum.

$ crmtrack -q note $id -m 'Called them' > /dev/null; export CRMTRACK_NOW=2026-11-22T18:00:00Z
$ crmtrack -q checkpoint --json | python3 -c 'import json, sys; item = json.load(sys.stdin)["items"][0]; print(item["previous"], item["records"], item["tag"])'
a43b10b066a71c514ba5d38c2d909c73fa731f6f3c94d497548bba684bc053f6 3 checkpoint/2026-11-22T18-00-00Z
$ head -1 ~/line.txt | tr -d '\n' | sha256sum | cut -c1-64
a43b10b066a71c514ba5d38c2d909c73fa731f6f3c94d497548bba684bc053f6
$ crmtrack checkpoint --no-tag > /dev/null; git tag -l 'checkpoint/*'
checkpoint/2026-11-21T18-00-00Z
checkpoint/2026-11-22T18-00-00Z
$ crmtrack -q checkpoint > /dev/null; git tag -l 'checkpoint/*'
checkpoint/2026-11-21T18-00-00Z
checkpoint/2026-11-22T18-00-00Z
checkpoint/2026-11-22T18-00-00Z-2

# It proves that nothing before it was changed: by the line, a file that holds it, or its tag.

$ crmtrack audit --since "$(cat ~/line.txt)"
1 commit with 1 file looked at; 0 faults, 0 warnings, 0 notices
nothing of the 2 records up to 2026-11-21 18:00 was changed, removed or hidden
$ (echo 'From: Asha'; echo; cat ~/line.txt) > mail.txt; crmtrack -q audit --since mail.txt && crmtrack -q audit --since checkpoint/2026-11-21T18-00-00Z && crmtrack -q audit --since ledger~1
$ crmtrack audit --since nothing; crmtrack audit --since 'crmtrack-checkpoint 1 time=now'; crmtrack audit --since 'crmtrack-checkpoint 2 x'
crmtrack: cannot look --since 'nothing': neither a revision, nor a checkpoint, nor a file
hint: checkpoints: git tag -l 'checkpoint/*'
crmtrack: cannot read the checkpoint 'crmtrack-checkpoint 1 time=now': it has no 'head=' where one belongs
hint: its form: man crmtrack-checkpoint
crmtrack: cannot read the checkpoint 'crmtrack-checkpoint 2 x': it is of a newer form than this crmtrack knows
hint: its form: man crmtrack-checkpoint
[5]
$ crmtrack audit --since ledger --new ledger~1..ledger; crmtrack audit --new ledger
crmtrack: cannot audit: --since and --new exclude each other
crmtrack: cannot look at --new 'ledger': not of the form OLD..NEW
[2]
$ crmtrack audit --new ledger~1..ledger; crmtrack audit --new 0000..ledger~1
1 commit with 1 file looked at; 0 faults, 0 warnings, 0 notices
2 commits with 3 files looked at; 0 faults, 0 warnings, 0 notices

# A line that says more than there was, and a ledger that was made anew since.

$ sed 's/records=[0-9]*/records=7/; s/sha256=..../sha256=0000/' ~/line.txt > false.txt; crmtrack -q audit --since false.txt --fields severity,finding,message
fault	checkpoint_differs	the checkpoint counts 7 records, its commit has 2
fault	checkpoint_differs	the checkpoint's digest is not that of its commit's records
[1]
$ audit() { crmtrack -q audit --fields severity,finding,path,message "$@"; }
$ export GIT_AUTHOR_DATE=2026-11-22T18:00:00Z GIT_COMMITTER_DATE=2026-11-22T18:00:00Z
$ git update-ref refs/heads/ledger $(git commit-tree ledger~2^{tree} -m 'from the beginning'); rm -f .git/logs/refs/heads/ledger .git/crmtrack/audit; audit --since ~/line.txt
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7yp0xr051m5ntxcmjk9t4nb-complaint.yaml	was added, and is not there
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7yp0xr051m5ntxcmjk9t4nb.files/letter.txt	was added, and is not there
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7zm7q80rnzdtk6rq5qjfsy8-activity.yaml	was added, and is not there
fault	record_hidden	customers/82/acme/01m7yp0xr0akxxd8ff3kz49d47-customer.yaml	was added, and is not there
fault	checkpoint_lost		the ledger does not descend from the checkpoint 'checkpoint/2026-11-22T18-00-00Z': 3 commits are missing, and 4 records with them
fault	checkpoint_lost		the ledger does not descend from the checkpoint 'checkpoint/2026-11-22T18-00-00Z-2': 3 commits are missing, and 4 records with them
fault	checkpoint_lost		the ledger does not descend from the checkpoint 'checkpoint/2026-11-21T18-00-00Z': 2 commits are missing, and 3 records with them
fault	checkpoint_lost		the ledger does not descend from the checkpoint, ca01ba08d9: 2 commits are missing, and 3 records with them
[1]
$ audit
crmtrack: the branch 'ledger' was at c73b102e2eb7 and no longer has it: 3 records are gone (crmtrack audit says more)
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7yp0xr051m5ntxcmjk9t4nb-complaint.yaml	was added, and is not there
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7yp0xr051m5ntxcmjk9t4nb.files/letter.txt	was added, and is not there
fault	record_hidden	complaints/2026/11/21/0p5kjxdk3p/01m7zm7q80rnzdtk6rq5qjfsy8-activity.yaml	was added, and is not there
fault	record_hidden	customers/82/acme/01m7yp0xr0akxxd8ff3kz49d47-customer.yaml	was added, and is not there
fault	checkpoint_lost		the ledger does not descend from the checkpoint 'checkpoint/2026-11-22T18-00-00Z': 3 commits are missing, and 4 records with them
fault	checkpoint_lost		the ledger does not descend from the checkpoint 'checkpoint/2026-11-22T18-00-00Z-2': 3 commits are missing, and 4 records with them
fault	checkpoint_lost		the ledger does not descend from the checkpoint 'checkpoint/2026-11-21T18-00-00Z': 2 commits are missing, and 3 records with them
[1]
$ unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE

# A tag that says something else than where it stands, and one that is gone.

$ cd ~ && rm -rf data && crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -m 'Charged twice') && crmtrack -q checkpoint > /dev/null && audit
$ GIT_COMMITTER_DATE=2026-11-22T18:00:00Z git tag -f -a -m "$(git tag -l --format='%(contents:subject)' checkpoint/2026-11-22T18-00-00Z)" checkpoint/2026-11-22T18-00-00Z ledger~1 > /dev/null; audit
warning	checkpoint_lost		the checkpoint 'checkpoint/2026-11-22T18-00-00Z', which an earlier audit saw, is none any more
warning	not_a_checkpoint		the tag 'checkpoint/2026-11-22T18-00-00Z' is no checkpoint: it stands at another commit than its line
$ git tag -d checkpoint/2026-11-22T18-00-00Z > /dev/null; audit
warning	checkpoint_lost		the checkpoint 'checkpoint/2026-11-22T18-00-00Z', which an earlier audit saw, is gone

# In a bare repository too; nothing is kept on a dry run.

$ cd ~ && git clone -q --bare data bare.git 2> /dev/null && crmtrack -q -C bare.git checkpoint > /dev/null && git -C bare.git tag -l 'checkpoint/*' && crmtrack -q -C bare.git audit
checkpoint/2026-11-22T18-00-00Z
$ crmtrack -q -C data checkpoint -n > /dev/null; git -C data tag -l 'checkpoint/*'

# A tag that was made again on the same commit says something else: told by every audit, by the first of a clone too.

$ cd ~ && rm -rf data && crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -m 'Charged twice') && crmtrack -q checkpoint > /dev/null && audit; tag=$(git tag -l); git update-ref refs/tags/$tag $(git cat-file tag $tag | sed 's/records=./records=99/' | git mktag); audit; crmtrack -q note $id -m 'More' > /dev/null; audit
fault	checkpoint_differs		'checkpoint/2026-11-22T18-00-00Z' does not hold: it counts 99 records, its commit has 2
warning	checkpoint_differs		the tag 'checkpoint/2026-11-22T18-00-00Z' is not the one that an earlier audit saw: it was made again
fault	checkpoint_differs		'checkpoint/2026-11-22T18-00-00Z' does not hold: it counts 99 records, its commit has 2
warning	checkpoint_differs		the tag 'checkpoint/2026-11-22T18-00-00Z' is not the one that an earlier audit saw: it was made again
[1]
$ rm -r .git/crmtrack; audit; export CRMTRACK_NOW=2026-11-22T19:00:00Z; crmtrack -q checkpoint > /dev/null; audit; audit --full
fault	checkpoint_differs		'checkpoint/2026-11-22T18-00-00Z' does not hold: it counts 99 records, its commit has 2
fault	checkpoint_differs		'checkpoint/2026-11-22T18-00-00Z' does not hold: it counts 99 records, its commit has 2
[1]

# One that is new to a clone which knows others is compared too.

$ git tag -d $tag > /dev/null; rm -r .git/crmtrack; audit; git tag -a -m "$(crmtrack -q checkpoint --no-tag | sed 's/sha256=..../sha256=0000/; s/T19:00/T19:01/')" checkpoint/2026-11-22T19-01-00Z refs/heads/ledger; audit
warning	checkpoint_lost		the checkpoint before 'checkpoint/2026-11-22T19-00-00Z' is not among the tags
fault	checkpoint_differs		'checkpoint/2026-11-22T19-01-00Z' does not hold: its digest is not that of its commit's records
warning	checkpoint_lost		the checkpoint before 'checkpoint/2026-11-22T19-00-00Z' is not among the tags
[1]
