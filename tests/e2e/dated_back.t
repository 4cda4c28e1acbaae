# A commit that is dated before it can have come. First on a forge, where no hook of ours runs.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ audit() { crmtrack -q audit --fields severity,finding,author,message "$@"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name $1; }
$ at 2026-11-01T09:00:00Z; git init -q --bare forge.git; crmtrack -q init data; git -C data remote add origin ~/forge.git; cd data; id=$(crmtrack -q new -c acme -m 'Charged twice'); crmtrack -q sync; cd ~
$ crmtrack -q clone forge.git mal; as mal; crmtrack -q clone forge.git ben; as ben
$ at 2026-11-10T09:00:00Z; crmtrack -q -C data note $id -m 'Waiting for finance' > /dev/null
$ at 2026-11-20T09:00:00Z; cd data; crmtrack -q note $id -m 'Still waiting' > /dev/null; crmtrack -q sync; audit; crmtrack -q checkpoint > ~/checkpoint.txt; cd ~

# Somebody goes back to an old commit, and writes as if it were then. Every audit names it, the usual one, the full one,
# and the one since a later checkpoint.

$ at 2026-11-02T10:00:00Z; crmtrack -q -C mal note $id -m 'Paid back long ago' > /dev/null; git -C mal log -1 --format=%cI refs/heads/ledger; at 2026-11-21T09:00:00Z; crmtrack -q -C mal sync; cd data; crmtrack -q sync; audit
2026-11-02T10:00:00+00:00
warning	dated_before_seen	mal@example.com	committed 17d 23h before what an audit saw here at 2026-11-20T09:00:00Z, which does not have it
$ audit --full
warning	dated_before_seen	mal@example.com	committed 17d 23h before what an audit saw here at 2026-11-20T09:00:00Z, which does not have it
$ audit --since ~/checkpoint.txt
warning	dated_before_seen	mal@example.com	committed 17d 23h before what an audit saw here at 2026-11-20T09:00:00Z, which does not have it
$ audit --full --strict > /dev/null
[1]

# Who was offline is one line, however many commits they bring; -v lists them.

$ cd ~; at 2026-11-20T12:00:00Z; crmtrack -q -C ben note $id -m 'On the train' > /dev/null; at 2026-11-20T12:10:00Z; crmtrack -q -C ben note $id -m 'Still there' > /dev/null; at 2026-11-22T09:00:00Z; crmtrack -q -C ben sync; cd data; crmtrack -q sync; cp -r ../data ../case; audit --strict
warning	dated_before_seen	mal@example.com	committed 17d 23h before what an audit saw here at 2026-11-20T09:00:00Z, which does not have it
notice	dated_before_seen		2 commits are dated before they are known to have come, within the grace: work done offline (-v lists them)
[1]
$ cd ../case; audit -v --strict
warning	dated_before_seen	mal@example.com	committed 17d 23h before what an audit saw here at 2026-11-20T09:00:00Z, which does not have it
notice	dated_before_seen	ben@example.com	committed 21h before what an audit saw here at 2026-11-21T09:00:00Z, which does not have it
notice	dated_before_seen	ben@example.com	committed 20h 50m before what an audit saw here at 2026-11-21T09:00:00Z, which does not have it
[1]
$ audit
warning	dated_before_seen	mal@example.com	committed 17d 23h before what an audit saw here at 2026-11-20T09:00:00Z, which does not have it
$ audit --full -v | grep notice
notice	dated_before_seen	ben@example.com	committed 21h before what an audit saw here at 2026-11-21T09:00:00Z, which does not have it
notice	dated_before_seen	ben@example.com	committed 20h 50m before what an audit saw here at 2026-11-21T09:00:00Z, which does not have it
$ cd ~; rm -rf case

# --forget drops the memory of earlier audits; the checkpoint stays.

$ cd data; audit --forget; git tag -d $(git tag -l 'checkpoint/*') > /dev/null; audit --forget
warning	dated_before_seen	mal@example.com	committed 17d 23h before the checkpoint '2026-11-20T09-00-00Z' by asha@example.com, which does not have it

# A person who goes back to before a complaint was there cannot have seen it. A person's record of this kind is shown,
# marked; a machine's does not count.

$ cd ~; at 2026-11-23T09:00:00Z; crmtrack -q init late; cd late; other=$(crmtrack -q new -c acme -m 'Before'); fork=$(git rev-parse refs/heads/ledger); late=$(crmtrack -q new -c acme -m 'Came later'); audit
$ folder=$(git ls-tree -r --name-only refs/heads/ledger complaints | sed -n "s,\(.*${late#*-}\)/.*,\1,p" | head -1)
$ put() { git update-index --add --cacheinfo 100644,$(printf "$2" | git hash-object -w --stdin),$1; }
$ side() { (export GIT_INDEX_FILE=$PWD/.git/forged; git read-tree $fork; "$@"; git update-ref refs/heads/side $(git commit-tree $(git write-tree) -p $fork -m forged)); git clone -q --bare . ../side.git; git -C ../side.git update-ref refs/heads/ledger refs/heads/side; git remote add side ../side.git; crmtrack -q sync side; git branch -q -D side; git remote remove side; rm -rf ../side.git; }
$ side put $folder/01m7yqqqqqqqqqqqqqqqqqqqqq-activity.yaml 'kind: activity\nat: 2026-11-23T09:00:00Z\nby: asha@example.com\nafter: []\ntype: note\ndirection: internal\ntext: I was here first\n'; audit
fault	complaint_unseen	asha@example.com	its commit does not have the complaint's own record in its history
warning	clock_off	asha@example.com	its id is 1d 23h older than its commit
[1]
$ crmtrack show $late | grep -A2 -B2 doubtful
2026-11-23 09:00  qqqq  asha@example.com
  note
  doubtful: its commit does not have the complaint's own record: crmtrack audit
    I was here first
2026-11-23 09:00  7hm3  asha@example.com
$ rm .git/crmtrack/index-*; crmtrack show $late | grep -c doubtful; crmtrack show $other | grep -c doubtful
1
0
[1]
$ side put $folder/01m7yrrrrrrrrrrrrrrrrrrrrr-escalation.yaml 'kind: escalation\nat: 2026-11-23T09:00:00Z\nby: crmtrack\nafter: []\nfrom_level: 1\nto_level: 2\nto: asha@example.com\nnature: functional\ntrigger: rule\nwhy: overdue\n'; crmtrack show $late | grep refused
crmtrack: commit ac6913ecf638: record 01m7yrrrrrrrrrrrrrrrrrrrrr of 20261123-3ze3mw0p4b does not count: its commit does not have the complaint's own record, which it would follow from
  refused: its commit does not have the complaint's own record, which it would
$ audit
fault	complaint_unseen	asha@example.com	its commit does not have the complaint's own record in its history
fault	complaint_unseen	asha@example.com	its commit does not have the complaint's own record in its history
warning	clock_off	asha@example.com	its id is 1d 23h older than its commit
[1]

# A key that was revoked signs nothing any more, however the commit is dated.

$ cd ~; at 2026-11-01T09:00:00Z; crmtrack -q init signed; cd signed; id=$(crmtrack -q new -c acme -m 'Charged twice'); for who in old new; do ssh-keygen -q -t ed25519 -N '' -C $who -f ~/$who; done; key() { cut -d' ' -f1,2 ~/$1.pub; }
$ git config commit.gpgSign true; git config gpg.format ssh; git config user.signingKey ~/old; at 2026-11-05T09:00:00Z; crmtrack -q note $id -m 'Signed while the key was good' > /dev/null; at 2026-11-15T09:00:00Z; printf 'signatures:\n  allowed_signers:\n    - {principal: asha@example.com, key: "%s", valid_before: 2026-11-10}\n    - {principal: asha@example.com, key: "%s"}\n' "$(key old)" "$(key new)" > policy/signatures.yaml; git -c commit.gpgSign=false add policy; git -c commit.gpgSign=false commit -q -m 'A new key'; audit
$ at 2026-11-06T09:00:00Z; crmtrack -q note $id -m 'By whoever found the old key' > /dev/null; at 2026-11-16T09:00:00Z; audit | sed 's/SHA256:[^ ,]*/KEY/'
fault	signature_untrusted	asha@example.com	signed with the key KEY, which policy does not allow asha@example.com at the time when it came, after 2026-11-15T09:00:00Z
warning	dated_before_seen	asha@example.com	committed 9d before what an audit saw here at 2026-11-15T09:00:00Z, which does not have it
$ audit --full | sed 's/SHA256:[^ ,]*/KEY/'
fault	signature_untrusted	asha@example.com	signed with the key KEY, which policy does not allow asha@example.com at the time when it came, after 2026-11-15T09:00:00Z
warning	dated_before_seen	asha@example.com	committed 9d before what an audit saw here at 2026-11-15T09:00:00Z, which does not have it
$ sed -i 's/2026-11-10/2026-11-12/' policy/signatures.yaml; git -c commit.gpgSign=false commit -q -a -m 'Two days later'; audit | sed 's/SHA256:[^ ,]*/KEY/'
fault	signature_untrusted	asha@example.com	signed with the key KEY, which policy does not allow asha@example.com at the time when it came, after 2026-11-15T09:00:00Z
warning	dated_before_seen	asha@example.com	committed 9d before what an audit saw here at 2026-11-15T09:00:00Z, which does not have it
$ sed -i 's/2026-11-12/2026-11-20/' policy/signatures.yaml; git -c commit.gpgSign=false commit -q -a -m 'It was good until today'; audit
warning	dated_before_seen	asha@example.com	committed 9d before what an audit saw here at 2026-11-15T09:00:00Z, which does not have it
