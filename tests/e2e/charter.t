# The charter says what records may be used for. A draft is in force until somebody signs; people sign by a commit of policy.

$ crmtrack -q init complaints && cd complaints
$ crmtrack charter
Charter
Complaints are recorded so that we solve our customers' problems, and so that
these do not come back.
Nobody is judged, ranked or paid by what the records say. No report compares
people.
A look at what one person owns is for helping them. It is recorded, and they can
see it.
What went well is written down like what went wrong.

Signed by
nobody: this is a draft. To sign it: crmtrack charter sign
$ crmtrack charter --json | jq -c '.items[0] | [.draft, .signatures]'
[true,[]]
$ crmtrack charter sign
asha@example.com
policy/charter.yaml: sign the charter: asha@example.com
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com "$@"; }
$ as ben crmtrack -q charter sign > /dev/null
$ crmtrack charter | sed -n '/^Signed/,$p' | sed 's/commit [0-9a-f]*/commit ID/'
Signed by
asha@example.com  2026-11-21 09:12, commit ID, Git signature none
ben@example.com   2026-11-21 09:12, commit ID, Git signature none
$ tail -1 policy/charter.yaml; git log -2 --format='%an: %s' main -- policy/charter.yaml
  signed: [asha@example.com, ben@example.com]
ben: sign the charter: ben@example.com
Asha Rao: sign the charter: asha@example.com
$ crmtrack charter sign
crmtrack: cannot sign the charter: asha@example.com has signed it already
hint: see: crmtrack charter
[5]
$ crmtrack policy check
policy: 0 errors, 0 warnings

# A signature holds for the words that were signed, and only where their writer made the commit.

$ sed -i 's/Nobody is judged/People are judged/' policy/charter.yaml && GIT_AUTHOR_DATE=2026-11-21T10:00:00Z GIT_COMMITTER_DATE=2026-11-21T10:00:00Z git commit -qam 'Other words'
$ as cleo sh -c "sed -i 's/ben@example.com/ben@example.com, dora@example.com/' policy/charter.yaml && GIT_AUTHOR_DATE=2026-11-21T10:00:00Z GIT_COMMITTER_DATE=2026-11-21T10:00:00Z git commit -qam 'Dora agrees'"
$ crmtrack charter | sed -n '/^Signed/,$p' | sed 's/commit [0-9a-f]*/commit ID/'
Signed by
asha@example.com  2026-11-21 09:12, commit ID, Git signature none, but
                  the statement was another one then
ben@example.com   2026-11-21 09:12, commit ID, Git signature none, but
                  the statement was another one then
dora@example.com  2026-11-21 10:00, commit ID, Git signature none, but
                  cleo@example.com made that commit
$ crmtrack charter --json | jq -c '.items[0].signatures[] | [.by, .author, .signature, .covers]'
["asha@example.com","asha@example.com","none",false]
["ben@example.com","ben@example.com","none",false]
["dora@example.com","cleo@example.com","none",true]

# A signature by Git's own means shows.

$ ssh-keygen -q -t ed25519 -N '' -f ../key && git config gpg.format ssh && git config user.signingkey ../key.pub && git config commit.gpgSign true && echo "eve@example.com $(cat ../key.pub)" > ../allowed && git config gpg.ssh.allowedSignersFile "$(cd .. && pwd)/allowed"
$ as eve crmtrack -q charter sign > /dev/null
$ crmtrack charter --json | jq -c '.items[0].signatures[] | select(.by == "eve@example.com") | [.author, .signature, .covers]'
["eve@example.com","good",true]
$ git config commit.gpgSign false

# A file in another form than that of the draft is signed by hand.

$ printf 'charter:\n  statement: For solving problems\n  signed:\n    - asha@example.com\n' > policy/charter.yaml && GIT_AUTHOR_DATE=2026-11-21T10:00:00Z GIT_COMMITTER_DATE=2026-11-21T10:00:00Z git commit -qam 'By hand'; as fay crmtrack charter sign
crmtrack: cannot sign policy/charter.yaml: its form is not that of the draft
hint: add 'fay@example.com' to its list 'signed' by hand, and commit it
[5]
