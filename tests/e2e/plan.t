# A plan: who changes what by when, so that it does not come back. Each step is a promise, and somebody else verifies it.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -p apollo -r billing-wrong-amount --channel phone -m 'Invoice 4711 charged twice')
$ crmtrack -q assign $id me > /dev/null
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com crmtrack "$@"; }
$ at() { export CRMTRACK_NOW=2026-$1:00Z; }
$ said() { grep -v '^01'; }
$ crmtrack plan $id
$ crmtrack plan $id add 'Alert on double runs' --owner ben@example.com --due 2026-12-01 --goal 'No invoice is charged twice'
$ crmtrack plan $id add 'Roll it out to all shops' --owner me --due 2026-12-04 --needs 1 2>&1 | said
$ crmtrack plan $id add 'Tell the other customers' --owner cleo@example.com --due 2026-12-08 2>&1 | said
$ crmtrack plan $id
$ crmtrack agenda --all --format table
$ crmtrack show $id | sed -n '/^Plan/,/^$/p' | head -4

# Global options may stand before the verb; `plan VERB ID` is understood as well; a wrong verb names the right ones.

$ crmtrack plan -q $id --json | jq -c '.command, .items[1] | if type == "object" then [.step, .state, .owner, .due_at, .first_due_at, .slip_days, .needs, .waits_for, .effect] else . end'
$ crmtrack plan add $id 'Ask finance' --owner me 2>&1
$ crmtrack plan $id dne 1
$ crmtrack plan $id add
$ crmtrack plan $id add ' ' --owner me --due fri
$ crmtrack plan $id done 9
$ crmtrack plan $id done
$ crmtrack plan $id done 1 2
$ crmtrack plan nobody-here
$ crmtrack plan $id add -h | head -3
$ crmtrack help plan verify | sed -n '/^usage/p'
$ crmtrack -n plan $id drop 3 --why 'They know' | sed -n '2,$p'

# A slip keeps the first date. Reschedule is the same for a step, named as any promise.

$ at 11-24T10:00; crmtrack plan $id slip 1 2026-12-03
$ crmtrack plan $id slip 1 2026-12-03 --why 'The vendor is late' 2>&1 | said
$ step=$(crmtrack plan $id --json | jq -r '.items[0].record')
$ crmtrack reschedule $id step@${step:10:6} 2026-12-05 --why 'Still late' 2>&1 | said
$ crmtrack plan $id | head -6
$ crmtrack keep $id ${step:10:6} 2>&1 | sed "s/${step:10:4}[0-9a-z]*/STEP/g"

# Done by Ben, verified by somebody else: neither the owner nor whoever did it.

$ at 12-01T10:00; crmtrack plan $id done 2 -m 'All shops have it' 2>&1 | said
$ as ben plan $id done 1 -m 'Live since this morning' --evidence signed --ref defect:APO-9 2>&1 | said
$ crmtrack agenda --all --json | jq -c '.items[] | select(.promise == "step") | [.what, .who, .state]'
$ as ben plan $id verify 1
$ as ben plan $id verify 1 --by cleo@example.com
$ crmtrack plan $id verify 2 2>&1
$ crmtrack plan $id verify 3
$ crmtrack plan $id verify 1 -m 'Saw the alert fire' 2>&1 | said
$ as ben plan $id verify 2 2>&1 | said
$ crmtrack plan $id done 1
$ crmtrack plan $id slip 1 fri --why 'x'
$ crmtrack plan $id verify 1

# Whether it helped: a measure before and after.

$ at 12-10T10:00; crmtrack plan $id review 3 --measure 'double charges a month' --before 12 --after 0 --effective yes
$ crmtrack plan $id review 1 --measure 'double charges a month' --before 12 --after 0
$ crmtrack plan $id review 1 --measure 'double charges a month' --before 12 --after 0 --effective perhaps
$ crmtrack plan $id review 1 --measure 'double charges a month' --before 12 --after 0 --effective yes 2>&1 | said
$ crmtrack plan $id

# Closing waits for steps that are still to be done, each with its way out; a waiver drops one.

$ crmtrack -q resolve $id --outcome upheld --code process_changed -m 'The job is watched' > /dev/null; crmtrack -q confirm $id > /dev/null
$ crmtrack close $id --lesson 'Watch the job' 2>&1 | sed "s/${id:9:4}/ID/g"
$ third=$(crmtrack plan $id --json | jq -r '.items[2].record')
$ crmtrack waive $id step@${third:10:6} --why 'They know already' > /dev/null 2>&1; crmtrack plan $id --json | jq -c '.items[2] | [.state, .why]'
$ crmtrack close $id --lesson 'Watch the job' 2>&1 | said | sed "s/${id:9:4}/ID/g"
$ crmtrack plan $id drop 3 --why 'x'
$ crmtrack show $id --json | jq -c '.items[0].promises[] | select(.promise == "step") | [.what, .who, .state, .due_at, .first_due_at, .settled_at]'
$ crmtrack show $id | grep -A 6 'step .* slipped\|step agreed' | head -12

# A plan of a customer, without a complaint.

$ crmtrack -q customer edit acme --name 'ACME Ltd' --manager lena@example.com > /dev/null
$ crmtrack plan acme add 'Visit the site' --owner me --due 2026-12-15 2>&1 | said
$ crmtrack plan 'ACME Ltd' done 1 2>&1 | said
$ crmtrack agenda --all --json | jq -c '.items[] | [.what, .who, .customer, .complaint]'
$ as lena plan acme verify 1 2>&1 | said
$ crmtrack customer show acme | sed -n '/^Plan/,$p' | head -4

# Supervisors see every step, and how plans are kept: each figure with its basis.

$ crmtrack report plans
$ crmtrack report plans project:apollo --period 2026-12-01..2026-12-04 --format csv --table steps | cut -d, -f 2-12
$ crmtrack report plans --json | jq -c '.measures[] | [.measure, .n, .denominator, .value]'
$ crmtrack report plans --records steps_kept | sed "s/$id/ID/"

# Two clones that say different things of one step: contested, until somebody who knows both decides.

$ id=$(crmtrack -q new -c globex -p apollo -r billing-wrong-amount -m 'Charged again')
$ crmtrack -q plan $id add 'Stop the old job' --owner ben@example.com --due 2026-12-20 > /dev/null
$ cd ~ && git clone -q complaints other && cd other && git branch -q --track ledger origin/ledger
$ as ben -q plan $id done 1 > /dev/null
$ cd ~/complaints && crmtrack -q plan $id drop 1 --why 'It is gone' > /dev/null
$ git fetch -q ~/other ledger:refs/remotes/other/ledger && git remote add other ~/other && crmtrack -q sync other
$ crmtrack show $id --json | jq -r '.items[0] | .contested, .steps[0].state, .conflicts[].message' | sed 's/([0-9a-z]*)/(R)/g; s/step [0-9a-z]*:/step S:/'
$ crmtrack plan $id drop 1 --why 'Both of us saw it' 2>&1 | said | sed "s/${id:9:4}/ID/g"
$ crmtrack list contested:yes

# The right to waive is the right to drop, also where a correction does it.

$ printf 'rights:\n  - {right: waive, roles: [manager]}\n' > policy/rights.yaml; printf 'people:\n  - {email: asha@example.com, role: agent}\n' > policy/people.yaml; git add policy && git commit -qm rights
$ crmtrack -q plan $id add 'Start anew' --owner me --due 2026-12-24 > /dev/null
$ crmtrack plan $id drop 2 --why 'x' 2>&1 | tail -3
