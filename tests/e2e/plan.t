# A plan: who changes what by when, so that it does not come back. Each step is a promise, and somebody else verifies it.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -p apollo -r billing-wrong-amount --channel phone -m 'Invoice 4711 charged twice')
$ crmtrack -q assign $id me > /dev/null
$ as() { who=$1; shift; GIT_AUTHOR_NAME=$who GIT_AUTHOR_EMAIL=$who@example.com GIT_COMMITTER_NAME=$who GIT_COMMITTER_EMAIL=$who@example.com crmtrack "$@"; }
$ at() { export CRMTRACK_NOW=2026-$1:00Z; }
$ said() { grep -v '^01'; }
$ crmtrack plan $id
tejg has no plan: crmtrack plan tejg add TEXT --owner PERSON --due TIME
$ crmtrack plan $id add 'Alert on double runs' --owner ben@example.com --due 2026-12-01 --goal 'No invoice is charged twice'
01m7yp0xr2snp179e8z3t7v3pm
step 1 of tejg is agreed: ben@example.com, by 2026-12-01 23:59
$ crmtrack plan $id add 'Roll it out to all shops' --owner me --due 2026-12-04 --needs 1 2>&1 | said
step 2 of tejg is agreed: asha@example.com, by 2026-12-04 23:59
$ crmtrack plan $id add 'Tell the other customers' --owner cleo@example.com --due 2026-12-08 2>&1 | said
step 3 of tejg is agreed: cleo@example.com, by 2026-12-08 23:59
$ crmtrack plan $id
Plan
  1  agreed    Alert on double runs  snp1
       ben@example.com, due 2026-12-01 23:59
       goal: No invoice is charged twice
  2  agreed    Roll it out to all shops  xr01
       asha@example.com, due 2026-12-04 23:59, waits for step 1
  3  agreed    Tell the other customers  ezrk
       cleo@example.com, due 2026-12-08 23:59
$ crmtrack agenda --all --format table
Due          Left     ID    What            Severity  Owes  About
11-23 17:00  in 2 d   tejg  first_response  medium    asha  Invoice 4711 charge…
11-24 17:00  in 3 d   tejg  acknowledge     medium    asha  Invoice 4711 charge…
12-01 23:59  in 10 d  tejg  step@snp1       medium    ben   Alert on double run…
12-04 23:59  in 13 d  tejg  step@xr01       medium    asha  Roll it out to all …
12-07 17:00  in 16 d  tejg  resolution      medium    asha  Invoice 4711 charge…
12-08 23:59  in 17 d  tejg  step@ezrk       medium    cleo  Tell the other cust…
$ crmtrack show $id | sed -n '/^Plan/,/^$/p' | head -4
Plan
  1  agreed    Alert on double runs  snp1
       ben@example.com, due 2026-12-01 23:59
       goal: No invoice is charged twice

# Global options may stand before the verb; `plan VERB ID` is understood as well; a wrong verb names the right ones.

$ crmtrack plan -q $id --json | jq -c '.command, .items[1] | if type == "object" then [.step, .state, .owner, .due_at, .first_due_at, .slip_days, .needs, .waits_for, .effect] else . end'
"plan"
[2,"agreed","asha@example.com","2026-12-04T23:59:59Z","2026-12-04T23:59:59Z",0,["01m7yp0xr2snp179e8z3t7v3pm"],[1],null]
$ crmtrack plan add $id 'Ask finance' --owner me 2>&1
crmtrack: cannot run 'plan add': --due is missing
hint: give it with --due TIME
[2]
$ crmtrack plan $id dne 1
crmtrack: cannot run 'plan dne': no such command
hint: did you mean 'done'?
hint: after 'plan' comes one of: add, done, verify, slip, drop, review
[2]
$ crmtrack plan $id add
crmtrack: cannot run 'plan add': TEXT is missing
hint: usage: crmtrack plan ID add [OPTION...] TEXT
[2]
$ crmtrack plan $id add ' ' --owner me --due fri
crmtrack: cannot agree upon a step that says nothing
[2]
$ crmtrack plan $id done 9
crmtrack: cannot finish step '9' of 'tejg': no such step
hint: 1  snp1  agreed: Alert on double runs
hint: 2  xr01  agreed: Roll it out to all shops
hint: 3  ezrk  agreed: Tell the other customers
[3]
$ crmtrack plan $id done
crmtrack: cannot run 'plan done': STEP is missing
hint: usage: crmtrack plan ID done [OPTION...] STEP
hint: STEP: its number in the plan, or its record
[2]
$ crmtrack plan $id done 1 2
crmtrack: cannot use '2': one word more than 'plan done' takes
hint: usage: crmtrack plan ID done [OPTION...] STEP
[2]
$ crmtrack plan nobody-here
crmtrack: cannot find 'nobody-here': no complaint and no customer is called so
hint: see: crmtrack customer list
hint: see the complaints with: crmtrack list --all
[3]
$ crmtrack plan $id add -h | head -3
usage: crmtrack plan ID add [OPTION...] TEXT

agree upon a step
$ crmtrack help plan verify | sed -n '/^usage/p'
usage: crmtrack plan ID verify [OPTION...] STEP
$ crmtrack -n plan $id drop 3 --why 'They know' | sed -n '2,$p'
dry run: nothing was written (1 file would be)
kind: step
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr4ezrkj52jn18g80rx]
step: 01m7yp0xr4ezrkj52jn18g80rx
state: dropped
why: They know

# A slip keeps the first date. Reschedule is the same for a step, named as any promise.

$ at 11-24T10:00; crmtrack plan $id slip 1 2026-12-03
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack plan $id slip 1 2026-12-03 --why 'The vendor is late' 2>&1 | said
step 1 of tejg is now due 2026-12-03 23:59; its first date decides whether it is kept in time
$ step=$(crmtrack plan $id --json | jq -r '.items[0].record')
$ crmtrack reschedule $id step@${step:10:6} 2026-12-05 --why 'Still late' 2>&1 | said
'Alert on double runs' on tejg is now due 2026-12-05 23:59; its first date decides whether it is kept in time
$ crmtrack plan $id | head -6
Plan
  1  slipped   Alert on double runs  snp1
       ben@example.com, due 2026-12-05 23:59, first due 2026-12-01 23:59
       goal: No invoice is charged twice
       why: Still late
  2  agreed    Roll it out to all shops  xr01
$ crmtrack keep $id ${step:10:6} 2>&1 | sed "s/${step:10:4}[0-9a-z]*/STEP/g"
crmtrack: cannot keep 'STEP' of 'tejg': it is a step of the plan, done and then verified
hint: say so with: crmtrack plan tejg done STEP

# Done by Ben, verified by somebody else: neither the owner nor whoever did it.

$ at 12-01T10:00; crmtrack plan $id done 2 -m 'All shops have it' 2>&1 | said
step 2 needs step 1, which is not done
step 2 of tejg is done; somebody else has yet to verify it: crmtrack plan tejg verify 2
$ as ben plan $id done 1 -m 'Live since this morning' --evidence signed --ref defect:APO-9 2>&1 | said
step 1 of tejg is done; somebody else has yet to verify it: crmtrack plan tejg verify 1
$ crmtrack agenda --all --json | jq -c '.items[] | select(.promise == "step") | [.what, .who, .state]'
["verify step 2: Roll it out to all shops","asha@example.com","open"]
["verify step 1: Alert on double runs","asha@example.com","open"]
["Tell the other customers","cleo@example.com","open"]
$ as ben plan $id verify 1
crmtrack: cannot verify step 1 of 'tejg': ben@example.com owns it
hint: somebody else has to look at it
[5]
$ as ben plan $id verify 1 --by cleo@example.com
crmtrack: cannot verify step 1 of 'tejg': ben@example.com owns it
hint: somebody else has to look at it
[5]
$ crmtrack plan $id verify 2 2>&1
crmtrack: cannot verify step 2 of 'tejg': asha@example.com owns it
hint: somebody else has to look at it
[5]
$ crmtrack plan $id verify 3
crmtrack: cannot verify step 3 of 'tejg': it is not done yet
hint: see the plan: crmtrack plan tejg
[5]
$ crmtrack plan $id verify 1 -m 'Saw the alert fire' 2>&1 | said
step 1 of tejg is verified: done by its first date
$ as ben plan $id verify 2 2>&1 | said
step 2 of tejg is verified: done by its first date
$ crmtrack plan $id done 1
crmtrack: cannot say that step 1 of 'tejg' is done: it was done already
hint: see the plan: crmtrack plan tejg
[5]
$ crmtrack plan $id slip 1 fri --why 'x'
crmtrack: cannot put off step 1 of 'tejg': it was verified
hint: see the plan: crmtrack plan tejg
[5]
$ crmtrack plan $id verify 1
crmtrack: cannot verify step 1 of 'tejg': it was verified already
hint: see the plan: crmtrack plan tejg
[5]

# Whether it helped: a measure before and after.

$ at 12-10T10:00; crmtrack plan $id review 3 --measure 'double charges a month' --before 12 --after 0 --effective yes
crmtrack: cannot review step 3 of 'tejg': it is not verified
hint: see the plan: crmtrack plan tejg
[5]
$ crmtrack plan $id review 1 --measure 'double charges a month' --before 12 --after 0
crmtrack: cannot run 'plan review': --effective is missing
hint: give it with --effective YES|NO
[2]
$ crmtrack plan $id review 1 --measure 'double charges a month' --before 12 --after 0 --effective perhaps
crmtrack: cannot use 'perhaps' for '--effective': not one of yes, no
[2]
$ crmtrack plan $id review 1 --measure 'double charges a month' --before 12 --after 0 --effective yes 2>&1 | said
step 1 of tejg is reviewed: effective
$ crmtrack plan $id
Plan
  1  verified  Alert on double runs  snp1
       ben@example.com, due 2026-12-05 23:59, first due 2026-12-01 23:59, done
       2026-12-01 10:00 by ben@example.com, verified by asha@example.com
       goal: No invoice is charged twice
       why: Still late
       effective: double charges a month, 12 before, 0 after (asha@example.com)
  2  verified  Roll it out to all shops  xr01
       asha@example.com, due 2026-12-04 23:59, done 2026-12-01 10:00 by
       asha@example.com, verified by ben@example.com
  3  overdue   Tell the other customers  ezrk
       cleo@example.com, due 2026-12-08 23:59

# Closing waits for steps that are still to be done, each with its way out; a waiver drops one.

$ crmtrack -q resolve $id --outcome upheld --code process_changed -m 'The job is watched' > /dev/null; crmtrack -q confirm $id > /dev/null
$ crmtrack close $id --lesson 'Watch the job' 2>&1 | sed "s/${id:9:4}/ID/g"
crmtrack: cannot close 'ID': 1 promise of ours is open
hint: step 3: Tell the other customers, due 2026-12-08 23:59: crmtrack plan ID done 3, or crmtrack plan ID drop 3 --why …
$ third=$(crmtrack plan $id --json | jq -r '.items[2].record')
$ crmtrack waive $id step@${third:10:6} --why 'They know already' > /dev/null 2>&1; crmtrack plan $id --json | jq -c '.items[2] | [.state, .why]'
["dropped","They know already"]
$ crmtrack close $id --lesson 'Watch the job' 2>&1 | said | sed "s/${id:9:4}/ID/g"
closed ID
$ crmtrack plan $id drop 3 --why 'x'
crmtrack: cannot drop step 3 of 'tejg': it was dropped already
hint: see the plan: crmtrack plan tejg
[5]
$ crmtrack show $id --json | jq -c '.items[0].promises[] | select(.promise == "step") | [.what, .who, .state, .due_at, .first_due_at, .settled_at]'
["Alert on double runs","ben@example.com","kept","2026-12-05T23:59:59Z","2026-12-01T23:59:59Z","2026-12-01T10:00:00Z"]
["Roll it out to all shops","asha@example.com","kept","2026-12-04T23:59:59Z","2026-12-04T23:59:59Z","2026-12-01T10:00:00Z"]
["Tell the other customers","cleo@example.com","waived","2026-12-08T23:59:59Z","2026-12-08T23:59:59Z","2026-12-10T10:00:00Z"]
$ crmtrack show $id | grep -A 6 'step .* slipped\|step agreed' | head -12
  step agreed: ben@example.com, by 2026-12-01 23:59
    Alert on double runs
    goal: No invoice is charged twice
2026-11-21 09:12  xr01  asha@example.com
  step agreed: asha@example.com, by 2026-12-04 23:59
    Roll it out to all shops
    needs: snp1
2026-11-21 09:12  ezrk  asha@example.com
  step agreed: cleo@example.com, by 2026-12-08 23:59
    Tell the other customers
2026-11-24 10:00  jh4k  asha@example.com
  step snp1 slipped to 2026-12-03 23:59

# A plan of a customer, without a complaint.

$ crmtrack -q customer edit acme --name 'ACME Ltd' --manager lena@example.com > /dev/null
$ crmtrack plan acme add 'Visit the site' --owner me --due 2026-12-15 2>&1 | said
step 1 of acme is agreed: asha@example.com, by 2026-12-15 23:59
$ crmtrack plan 'ACME Ltd' done 1 2>&1 | said
step 1 of acme is done; somebody else has yet to verify it: crmtrack plan acme verify 1
$ crmtrack agenda --all --json | jq -c '.items[] | [.what, .who, .customer, .complaint]'
["verify step 1: Visit the site","lena@example.com","acme",null]
$ as lena plan acme verify 1 2>&1 | said
step 1 of acme is verified: done by its first date
$ crmtrack customer show acme | sed -n '/^Plan/,$p' | head -4
Plan
  1  verified  Visit the site  8hbw
       asha@example.com, due 2026-12-15 23:59, done 2026-12-10 10:00 by
       asha@example.com, verified by lena@example.com

# Supervisors see every step, and how plans are kept: each figure with its basis.

$ crmtrack report plans
Plans
steps kept by their first date        100.0 %  (43.9 to 100.0 %), 3 of 3; 1
                                      dropped
steps that were put off               33.3 %  (6.1 to 79.2 %), 1 of 3
by how many days, median              4.0 days  1 of 3
steps that helped, of those reviewed  100.0 %  (20.7 to 100.0 %), 1 of 1

verified  tejg9egb9b  step 1: Alert on double runs
  ben@example.com, due 2026-12-05, first due 2026-12-01 (4 days), verified by
  asha@example.com
  goal: No invoice is charged twice
  effective: double charges a month, 12 before, 0 after
verified  tejg9egb9b  step 2: Roll it out to all shops
  asha@example.com, due 2026-12-04, verified by ben@example.com
dropped   tejg9egb9b  step 3: Tell the other customers
  cleo@example.com, due 2026-12-08
verified  acme  step 1: Visit the site
  asha@example.com, due 2026-12-15, verified by lena@example.com

all time, as of 2026-12-10T10:00:00Z (UTC); ledger 65bcf6473237
$ crmtrack report plans project:apollo --period 2026-12-01..2026-12-04 --format csv --table steps | cut -d, -f 2-12
customer,step,state,goal,text,owner,due,first_due,slip_days,verified_by,effective
"acme",1,"verified","No invoice is charged twice","Alert on double runs","ben@example.com","2026-12-05T23:59:59Z","2026-12-01T23:59:59Z",4,"asha@example.com","yes"
"acme",2,"verified",,"Roll it out to all shops","asha@example.com","2026-12-04T23:59:59Z","2026-12-04T23:59:59Z",0,"ben@example.com",
$ crmtrack report plans --json | jq -c '.measures[] | [.measure, .n, .denominator, .value]'
["steps_kept",3,3,1]
["steps_slipped",1,3,0.3333333333333333]
["slip_days_median",1,3,4]
["steps_effective",1,1,1]
$ crmtrack report plans --records steps_kept | sed "s/$id/ID/"
ID

# Two clones that say different things of one step: contested, until somebody who knows both decides.

$ id=$(crmtrack -q new -c globex -p apollo -r billing-wrong-amount -m 'Charged again')
$ crmtrack -q plan $id add 'Stop the old job' --owner ben@example.com --due 2026-12-20 > /dev/null
$ cd ~ && git clone -q complaints other && cd other && git branch -q --track ledger origin/ledger
$ as ben -q plan $id done 1 > /dev/null
$ cd ~/complaints && crmtrack -q plan $id drop 1 --why 'It is gone' > /dev/null
$ git fetch -q ~/other ledger:refs/remotes/other/ledger && git remote add other ~/other && crmtrack -q sync other
$ crmtrack show $id --json | jq -r '.items[0] | .contested, .steps[0].state, .conflicts[].message' | sed 's/([0-9a-z]*)/(R)/g; s/step [0-9a-z]*:/step S:/'
true
dropped
step S: 'done' by ben@example.com (R), 'dropped' by asha@example.com (R), neither after the other; 'dropped' stands
$ crmtrack plan $id drop 1 --why 'Both of us saw it' 2>&1 | said | sed "s/${id:9:4}/ID/g"
step 1 of ID is dropped
$ crmtrack list contested:yes
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack sql "SELECT number, state, text, due_at FROM step WHERE complaint = '$id' ORDER BY number"
1	dropped	Stop the old job	2026-12-20T23:59:59Z

# The right to waive is the right to drop.

$ printf 'rights:\n  - {right: waive, roles: [manager]}\n' > policy/rights.yaml; printf 'people:\n  - {email: asha@example.com, role: agent}\n' > policy/people.yaml; git add policy && git commit -qm rights
$ crmtrack -q plan $id add 'Start anew' --owner me --due 2026-12-24 > /dev/null
$ crmtrack plan $id drop 2 --why 'x' 2>&1 | tail -3
crmtrack: cannot run 'plan drop': asha@example.com may not waive: rights.yaml gives that to manager
hint: who may waive: nobody
