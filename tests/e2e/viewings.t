# A report of what somebody else owns leaves a record of who looked, which that person can see.

$ crmtrack -q init complaints && cd complaints
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com crmtrack "$@"; }
$ for who in ben cleo; do id=$(crmtrack -q new -c acme -p apollo -r delay --channel phone -m "Late, of $who"); crmtrack -q assign $id $who@example.com > /dev/null; done
$ crmtrack report reasons owner:ben@example.com | tail -5
records serve to solve problems, not to judge persons (a draft that nobody has
signed): crmtrack charter

all time, as of 2026-11-21T09:12:00Z (UTC), filter owner:ben@example.com; ledger
438df5117312
$ git log -1 --format=%B ledger | head -3 | sed 's/[0-9a-z]*: looked/ID: looked/; s/Record: .*/Record: ID/'
viewing 20261121-ID: looked

Record: ID
$ git show ledger:$(git ls-tree -r --name-only ledger | grep viewing)
kind: viewing
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: []
report: reasons owner:ben@example.com
about: [ben@example.com]
$ crmtrack report reasons owner:ben@example.com --json | jq -c .meta.filter
"owner:ben@example.com"
$ as ben report viewings
Who looked
views of what you own  2
views that you opened  0

Who looked at what
When        Who               At whom          Report
2026-11-21  asha@example.com  ben@example.com  reasons owner:ben@example.com
2026-11-21  asha@example.com  ben@example.com  reasons owner:ben@example.com

all time, as of 2026-11-21T09:12:00Z (UTC); ledger f28fd64aa172
$ as ben report viewings --json | jq -c '.tables[0].rows[] | .[1:4]'
["asha@example.com","ben@example.com","reasons owner:ben@example.com"]
["asha@example.com","ben@example.com","reasons owner:ben@example.com"]
$ as cleo report viewings --table viewings --format csv
at,by,about,report

# One's own figures, those of all, lists and agendas are no look at a person.

$ before=$(git rev-parse ledger); as ben report summary owner:me > /dev/null; as ben report summary owner:ben@example.com > /dev/null; crmtrack report summary > /dev/null; crmtrack list owner:ben@example.com > /dev/null; crmtrack agenda ben@example.com > /dev/null; test $before = $(git rev-parse ledger)
$ crmtrack report summary 'owner.not:ben@example.com,cleo@example.com' > /dev/null; as cleo report viewings --table viewings --format csv
at,by,about,report
"2026-11-21T09:12:00Z","asha@example.com","ben@example.com, cleo@example.com","summary owner.not:ben@example.com,cleo@example.com"
$ crmtrack report summary owner.none:yes > /dev/null; as ben report viewings --table measures --format csv
measure,group,value,n,denominator,low,high,unit
"views_of_me",,3,3,,,,"views"
"views_by_me",,0,0,,,,"views"

# A look at the past is recorded today.

$ at=$CRMTRACK_NOW; export CRMTRACK_NOW=2026-12-05T10:00:00Z
$ crmtrack report summary owner:ben@example.com --as-of $at > /dev/null; as ben report viewings --period 2026-12 --table viewings --format csv
at,by,about,report
"2026-12-05T10:00:00Z","asha@example.com","ben@example.com","summary owner:ben@example.com"

# `undo` takes back the command before, not the look.

$ crmtrack -q note $id -m 'A note' > /dev/null; crmtrack report summary owner:cleo@example.com > /dev/null; crmtrack undo 2>&1 | grep undone
undone: activity s2gg6g1689: note (both stay in the story; what was struck counts nowhere)

# Where the look cannot be recorded, the report is refused.

$ crmtrack report summary owner:ben@example.com -n
crmtrack: cannot show what one person owns, because the look cannot be recorded: --dry-run writes nothing
hint: leave --dry-run out
[7]
$ GIT_AUTHOR_EMAIL= crmtrack report summary owner:ben@example.com
crmtrack: cannot show what one person owns, because the look cannot be recorded: cannot write in your name: git does not know your mail address
hint: git config --global user.name 'Your Name'
hint: git config --global user.email you@example.com
[7]
$ printf 'rights:\n  - {right: person_reports, roles: [complaints_manager]}\n' > policy/rights.yaml; git add policy; GIT_AUTHOR_DATE=2026-11-21T09:00:00Z GIT_COMMITTER_DATE=2026-11-21T09:00:00Z git commit -qm rights
$ crmtrack report summary owner:ben@example.com
crmtrack: cannot run 'report': asha@example.com may not see reports by person: rights.yaml gives that to complaints_manager
hint: who may see reports by person: nobody
[5]
$ crmtrack report viewings owner:ben@example.com
crmtrack: cannot report viewings of some complaints: a view is of a person
hint: of a time: --period SPAN
[2]
$ crmtrack audit -q; crmtrack search looked
nothing found; word* looks for words that begin so, and or between words for either

# Plain SQL evades it, as the manual says.

$ before=$(git rev-parse ledger); crmtrack sql "SELECT count(*) FROM complaint WHERE owner = 'ben@example.com'"; test $before = $(git rev-parse ledger)
1
