# The charter says what records may be used for. A draft is in force until somebody signs; people sign by a commit of policy.

$ crmtrack -q init complaints && cd complaints
$ crmtrack charter
$ crmtrack charter --json | jq -c '.items[0] | [.draft, .signatures]'
$ crmtrack charter sign
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ as ben crmtrack -q charter sign > /dev/null
$ crmtrack charter | sed -n '/^Signed/,$p' | sed 's/commit [0-9a-f]*/commit ID/'
$ tail -1 policy/charter.yaml; git log -2 --format='%an: %s' main -- policy/charter.yaml
$ crmtrack charter sign
$ crmtrack policy check

# A signature holds for the words that were signed, and only where their writer made the commit.

$ sed -i 's/Nobody is judged/People are judged/' policy/charter.yaml && git commit -qam 'Other words'
$ as cleo sh -c "sed -i 's/ben@example.com/ben@example.com, dora@example.com/' policy/charter.yaml && git commit -qam 'Dora agrees'"
$ crmtrack charter | sed -n '/^Signed/,$p' | sed 's/commit [0-9a-f]*/commit ID/'
$ crmtrack charter --json | jq -c '.items[0].signatures[] | [.by, .author, .signature, .covers]'

# A signature by Git's own means shows.

$ ssh-keygen -q -t ed25519 -N '' -f ../key && git config gpg.format ssh && git config user.signingkey ../key.pub && git config commit.gpgSign true && echo "eve@example.com $(cat ../key.pub)" > ../allowed && git config gpg.ssh.allowedSignersFile "$(cd .. && pwd)/allowed"
$ as eve crmtrack -q charter sign > /dev/null
$ crmtrack charter --json | jq -c '.items[0].signatures[] | select(.by == "eve@example.com") | [.author, .signature, .covers]'
$ git config commit.gpgSign false

# Two people who sign at one time: one of the two lists stands, and the other waits to be settled.

$ printf 'charter:\n  signed: 3\n' > policy/charter.yaml && crmtrack policy check
$ printf 'charter:\n  statement: For solving problems\n  signed:\n    - asha@example.com\n' > policy/charter.yaml && git commit -qam 'By hand'; as fay crmtrack charter sign
