# Other bytes under the path of a record that is there, on a fork dated before it, merged by plain git with the tree as
# it was: the dates are claims, and what the newest commit's tree has is the record, for an index made anew, an export,
# a search, and an audit, which names who added the other content.

$ export GIT_AUTHOR_DATE=2026-11-20T09:00:00Z GIT_COMMITTER_DATE=2026-11-20T09:00:00Z CRMTRACK_NOW=2026-11-20T09:00:00Z
$ crmtrack -q init base && cd base && git config user.name Asha && git config user.email asha@example.com && id=$(crmtrack -q new -c acme -m 'Charged twice')
$ export CRMTRACK_NOW=2026-11-21T09:00:00Z; crmtrack -q note $id -m honest > /dev/null; note=$(git ls-tree -r --name-only refs/heads/ledger | grep activity)
$ as_ben() { GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.com GIT_COMMITTER_NAME=Ben GIT_COMMITTER_EMAIL=ben@example.com git commit-tree -m forged "$@"; }
$ forge() { (export GIT_INDEX_FILE=.git/forge; git read-tree $1; git update-index --add --cacheinfo 100644,$(git cat-file blob refs/heads/ledger:$note | sed 's/honest/forged/' | git hash-object -w --stdin),$note; git write-tree); }
$ seen() { crmtrack show $id | grep -oE 'honest|forged'; crmtrack export jsonl | grep -oE 'honest|forged'; crmtrack search honest --fields kind; crmtrack search forged --fields kind; }
$ told() { crmtrack -q audit --full --fields finding,author,message | grep record_; }
$ cp -r ../base ../other; side=$(as_ben -p refs/heads/ledger~1 $(forge refs/heads/ledger~1)); git update-ref refs/heads/ledger $(as_ben -p refs/heads/ledger -p $side refs/heads/ledger^{tree})
$ rm -rf .git/crmtrack; seen 2> /dev/null; told
honest
honest
activity
record_changed	ben@example.com	changed by the merge itself
record_replaced	ben@example.com	added with another content

# Taken out and put in again, otherwise, by commits one after the other: what came first stays the record, whatever the
# tree has now.

$ cd ../other; git update-ref refs/heads/ledger $(as_ben -p refs/heads/ledger refs/heads/ledger~1^{tree}); gone=$(git rev-parse refs/heads/ledger); git update-ref refs/heads/ledger $(as_ben -p $gone $(git update-ref refs/heads/ledger $gone~1; forge $gone)); rm -rf .git/crmtrack; seen 2> /dev/null; told
honest
honest
activity
record_removed	ben@example.com	removed
record_replaced	ben@example.com	added with another content
