# The decisions of people stand on main: reasons, people, projects, levels, forms.

$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ crmtrack -q init complaints && cd complaints
$ crmtrack reason list
billing-wrong-amount	Wrong amount billed	Does an invoice or charge differ from what was agreed?
contract-terms	Contract or conditions	Is it about what the contract says, or how we read it?
data-privacy	Personal data	Did we use, lose or show personal data wrongly?
defective-product	Product or service is faulty	Does what we delivered not work as agreed?
delay	Delay	Did it come, or was it done, later than promised?
no-reply	No answer from us	Did we not answer, or not call back?
not-delivered	Not delivered	Did something agreed not come at all, or in part?
outage	Not available	Could the service not be used for a time?
promise-not-kept	Promise not kept	Did one of us undertake something and not do it?
staff-conduct	Conduct of our people	Is it about how one of us behaved?
wrong-information	Wrong information	Did we say, write or publish something wrong or unclear?
other	Something else	Does none of the other reasons fit?
$ crmtrack reason list --format table
Code                  Label                         Question
billing-wrong-amount  Wrong amount billed           Does an invoice or charge d…
contract-terms        Contract or conditions        Is it about what the contra…
data-privacy          Personal data                 Did we use, lose or show pe…
defective-product     Product or service is faulty  Does what we delivered not …
delay                 Delay                         Did it come, or was it done…
no-reply              No answer from us             Did we not answer, or not c…
not-delivered         Not delivered                 Did something agreed not co…
outage                Not available                 Could the service not be us…
promise-not-kept      Promise not kept              Did one of us undertake som…
staff-conduct         Conduct of our people         Is it about how one of us b…
wrong-information     Wrong information             Did we say, write or publis…
other                 Something else                Does none of the other reas…
$ crmtrack level list
0	front line	front_line
1	project manager	project_manager
2	complaints manager	complaints_manager
3	senior management	senior_management
4	external	external
$ crmtrack person list; crmtrack project list; crmtrack form list

# Each command edits one file and commits it at once.

$ crmtrack reason add delivery-late --label 'Late delivery' --question 'Did it come after the promised day?' --synonym late-parcel --approved-by ben@example.com --why 'Asked for by sales'
delivery-late
policy/reasons.yaml: add reason delivery-late
$ crmtrack person add asha@example.com --name 'Asha Rao' --role front_line
asha@example.com
policy/people.yaml: add person asha@example.com
$ crmtrack person add ben@example.com --name 'Ben Okoro' --role complaints_manager --team north
ben@example.com
policy/people.yaml: add person ben@example.com
$ crmtrack project add apollo --name Apollo --manager ben@example.com --people 2=ben@example.com --regulatory disp
apollo
policy/projects.yaml: add project apollo
$ crmtrack level add 5 --name board --role board
5
policy/levels.yaml: add level 5
$ crmtrack form add project:apollo severity:critical --require contract --require description --match 'contract=C-[0-9]{4}' --example 'contract: C-0815' --why 'Asked for by audit'
project:apollo severity:critical
policy/forms.yaml: add form project:apollo severity:critical
$ git log --format='%s%n%b' -6 main
add form project:apollo severity:critical
Asked for by audit

add level 5

add project apollo

add person ben@example.com

add person asha@example.com

add reason delivery-late
Asked for by sales
$ git status --short
$ git diff HEAD~6 --stat -- policy | cat
 policy/forms.yaml    | 5 +++++
 policy/levels.yaml   | 1 +
 policy/people.yaml   | 7 +++++++
 policy/projects.yaml | 6 ++++++
 policy/reasons.yaml  | 6 ++++++
 5 files changed, 25 insertions(+)
$ git diff HEAD~6 -U0 -- policy | grep '^[+-]' | grep -v '^+++\|^---'
+  - filter: project:apollo severity:critical
+    require: [contract, description]
+    match:
+      contract: C-[0-9]{4}
+    example: "contract: C-0815"
+  - {level: 5, name: board, role: board}
+  - email: asha@example.com
+    name: Asha Rao
+    role: front_line
+  - email: ben@example.com
+    name: Ben Okoro
+    role: complaints_manager
+    team: north
+  - id: apollo
+    name: Apollo
+    manager: ben@example.com
+    regulatory: disp
+    people:
+      "2": [ben@example.com]
+  - code: delivery-late
+    label: Late delivery
+    question: Did it come after the promised day?
+    synonyms: [late-parcel]
+    why: Asked for by sales
+    approved_by: ben@example.com
$ crmtrack reason list | tail -2; crmtrack person list; crmtrack project list; crmtrack level list | tail -1; crmtrack form list
other	Something else	Does none of the other reasons fit?
delivery-late	Late delivery	Did it come after the promised day?
asha@example.com	Asha Rao	front_line		
ben@example.com	Ben Okoro	complaints_manager	north	
apollo	Apollo	ben@example.com	2: ben@example.com
5	board	board
project:apollo severity:critical	contract,description	contract ~ C-[0-9]{4}	contract: C-0815

# Comments stay where they were.

$ git show HEAD~6:policy/people.yaml | grep -c '^#'; grep -c '^#' policy/people.yaml
17
17
$ printf '\n# Ask Ben before you touch this\n' >> policy/levels.yaml && sed -i 's/name: front line,/name: front desk,/; s/^levels:/levels: # ours/' policy/levels.yaml && git commit -qam 'Name the front desk' && crmtrack level edit 2 --name 'head of service' && tail -9 policy/levels.yaml
2
policy/levels.yaml: edit level 2
levels: # ours
  - {level: 0, name: front desk, role: front_line}
  - {level: 1, name: project manager, role: project_manager}
  - {level: 2, name: head of service, role: complaints_manager}
  - {level: 3, name: senior management, role: senior_management}
  - {level: 4, name: external, role: external}
  - {level: 5, name: board, role: board}

\#\ Ask\ Ben\ before\ you\ touch\ this (re)

# An edit is in force, and listed words are closed.

$ crmtrack new -c acme -r late-parcel -m 'By its synonym' --set contract=C-0815 -q > /dev/null; crmtrack list --fields reason,summary
delivery-late	By its synonym
$ crmtrack new -c acme -r delivery -m 'x'
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
20261121-j6s3awwc0w
complaint j6s3 from acme is received; we owe an acknowledgement: crmtrack acknowledge j6s3 -m …
$ crmtrack new -c acme -p apolo -m 'x'
crmtrack: cannot use project 'apolo': policy does not list it
hint: did you mean apollo?
hint: see: crmtrack project list
[5]
$ crmtrack assign $(crmtrack list --fields id) bne@example.com
crmtrack: cannot use person 'bne@example.com': policy does not list it
hint: did you mean ben@example.com or asha@example.com?
hint: see: crmtrack person list
[5]

# A form says what is missing, why, and how it would look.

$ crmtrack new -c acme -p apollo -s critical -m 'No contract'
crmtrack: cannot take this complaint: field 'contract': policy asks for it in complaints with project:apollo severity:critical
hint: and 'description': policy asks for it in complaints with project:apollo severity:critical
hint: for example: contract: C-0815
hint: give it with --set contract=…, or with the option of that name
[5]
$ crmtrack new -c acme -p apollo -s critical --set contract=4711 -m 'A wrong one
>
> And a description'
crmtrack: cannot take this complaint: field 'contract': '4711' does not fit C-[0-9]{4}, as policy asks in complaints with project:apollo severity:critical
hint: for example: contract: C-0815
hint: give it with --set contract=…, or with the option of that name
[5]
$ crmtrack new -q -c acme -p apollo -s critical --set contract=C-0815 -m 'A good one
>
> And a description' | wc -l
1
$ crmtrack new -q -c acme -p apollo -s low -m 'Not asked of this one' | wc -l
1

# Retired words stay readable and refuse new use.

$ crmtrack reason retire delivery-late --replaced-by delay --why 'Too fine'
delivery-late
policy/reasons.yaml: retire reason delivery-late
$ crmtrack new -c acme -r delivery-late -m 'x'
crmtrack: cannot use reason 'delivery-late': it is not in use today
hint: it was replaced by: delay
hint: see: crmtrack reason list
[5]
$ crmtrack show $(crmtrack list by its synonym --fields id) | grep ^reason
reason    delivery-late (Late delivery)
$ crmtrack reason list | grep -c delivery-late; crmtrack reason list --all | grep delivery-late
0
delivery-late	Late delivery	Did it come after the promised day?	2026-11-21	delay
$ crmtrack person retire ben@example.com --why 'Left the company'
crmtrack: policy/projects.yaml:24:14: the manager of project 'apollo' is 'ben@example.com', who is retired
crmtrack: policy/projects.yaml:27:13: level 2 of project 'apollo' is 'ben@example.com', who is retired
ben@example.com
policy/people.yaml: retire person ben@example.com
$ crmtrack person list
asha@example.com	Asha Rao	front_line		
ben@example.com	Ben Okoro	complaints_manager	north	2026-11-21
$ crmtrack project retire apollo --why 'Handed over'
apollo
policy/projects.yaml: retire project apollo
$ crmtrack new -c acme -p apollo -m 'x'
crmtrack: cannot use project 'apollo': it was retired on 2026-11-21
hint: see: crmtrack project list
[5]
$ crmtrack person edit asha@example.com --role project_manager --team south; crmtrack project edit apollo --name 'Apollo 2'; crmtrack reason edit other --label 'Anything else' --synonym misc --why 'Friendlier'
asha@example.com
policy/people.yaml: edit person asha@example.com
apollo
policy/projects.yaml: edit project apollo
other
policy/reasons.yaml: edit reason other
$ crmtrack policy check
policy/projects.yaml:24:14	warning	the manager of project 'apollo' is 'ben@example.com', who is retired
policy/projects.yaml:27:13	warning	level 2 of project 'apollo' is 'ben@example.com', who is retired
policy: 0 errors, 2 warnings

# A file with uncommitted edits is refused; another file's are left alone.

$ printf '# mine\n' >> policy/people.yaml
$ crmtrack person add cleo@example.com --name Cleo
crmtrack: cannot change 'policy/people.yaml': it has uncommitted changes
hint: keep them: git -C '$HOME/complaints' commit -m 'Change policy' -- policy/people.yaml
hint: or drop them: git -C '$HOME/complaints' restore --staged --worktree -- policy/people.yaml
[5]
$ crmtrack level edit 3 --name 'the management'
3
policy/levels.yaml: edit level 3
$ git status --short; git checkout -q policy/people.yaml
 M policy/people.yaml

# policy check names file, line and fault, and exits 1 for errors.

$ crmtrack policy check --json
{"format_version": 1, "command": "policy check", "items": [
{"file": "policy/projects.yaml", "line": 24, "column": 14, "severity": "warning", "message": "the manager of project 'apollo' is 'ben@example.com', who is retired"},
{"file": "policy/projects.yaml", "line": 27, "column": 13, "severity": "warning", "message": "level 2 of project 'apollo' is 'ben@example.com', who is retired"}
]}
policy: 0 errors, 2 warnings
$ sed -i '$a\  - code: Bad Code\n    label: x\n    valid_from: someday' policy/reasons.yaml && git commit -qam 'Break it'
$ crmtrack policy check
policy/projects.yaml:24:14	warning	the manager of project 'apollo' is 'ben@example.com', who is retired
policy/projects.yaml:27:13	warning	level 2 of project 'apollo' is 'ben@example.com', who is retired
policy/reasons.yaml:82:5	error	reason 'Bad Code' has no 'question': the question that it answers
policy/reasons.yaml:82:11	error	'code' is 'Bad Code', but must be a slug: 2 to 63 of a-z, 0-9 and -
policy/reasons.yaml:84:17	error	'valid_from' is 'someday', but must be a date such as 2026-11-21
policy: 3 errors, 2 warnings
[1]
$ crmtrack policy check --format json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(*d["items"], sep="\n")'
policy: 3 errors, 2 warnings
{'file': 'policy/projects.yaml', 'line': 24, 'column': 14, 'severity': 'warning', 'message': "the manager of project 'apollo' is 'ben@example.com', who is retired"}
{'file': 'policy/projects.yaml', 'line': 27, 'column': 13, 'severity': 'warning', 'message': "level 2 of project 'apollo' is 'ben@example.com', who is retired"}
{'file': 'policy/reasons.yaml', 'line': 82, 'column': 5, 'severity': 'error', 'message': "reason 'Bad Code' has no 'question': the question that it answers"}
{'file': 'policy/reasons.yaml', 'line': 82, 'column': 11, 'severity': 'error', 'message': "'code' is 'Bad Code', but must be a slug: 2 to 63 of a-z, 0-9 and -"}
{'file': 'policy/reasons.yaml', 'line': 84, 'column': 17, 'severity': 'error', 'message': "'valid_from' is 'someday', but must be a date such as 2026-11-21"}
$ crmtrack list --fields summary --sort summary
A good one
By its synonym
Not asked of this one
x
$ git revert --no-edit HEAD > /dev/null && crmtrack policy check
policy/projects.yaml:24:14	warning	the manager of project 'apollo' is 'ben@example.com', who is retired
policy/projects.yaml:27:13	warning	level 2 of project 'apollo' is 'ben@example.com', who is retired
policy: 0 errors, 2 warnings
$ printf 'reasons: [\n' > policy/reasons.yaml && git commit -qam 'Break it more' && crmtrack policy check
policy/projects.yaml:24:14	warning	the manager of project 'apollo' is 'ben@example.com', who is retired
policy/projects.yaml:27:13	warning	level 2 of project 'apollo' is 'ben@example.com', who is retired
policy/reasons.yaml:2:1	error	end of sequence flow not found
policy: 1 error, 2 warnings
[1]
$ crmtrack list --fields summary --sort summary | head -1
A good one
$ git revert --no-edit HEAD > /dev/null

# A missing file means the built-in defaults.

$ git rm -q policy/levels.yaml && git commit -qm 'No levels' && crmtrack level list && crmtrack policy check
0	front line	front_line
1	project manager	project_manager
2	complaints manager	complaints_manager
3	senior management	senior_management
4	external	external
policy/projects.yaml:24:14	warning	the manager of project 'apollo' is 'ben@example.com', who is retired
policy/projects.yaml:27:13	warning	level 2 of project 'apollo' is 'ben@example.com', who is retired
policy: 0 errors, 2 warnings

# Conflict markers: reading and recording go on by the last good commit; a change of policy waits for a person.

$ printf '<<<<<<< ours\nprojects:\n=======\nprojects:\n>>>>>>> theirs\n' > policy/projects.yaml && git commit -qam 'A merge half done'
$ crmtrack list --fields summary --sort summary | head -1
A good one
$ crmtrack new -c acme -m 'x'
crmtrack: policy/projects.yaml:1:1: has the conflict markers of a Git merge: choose what stands, then git add and git commit; in force is the version of commit fac4fe2e84
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
20261121-m8pynrppm9
complaint m8py from acme is received; we owe an acknowledgement: crmtrack acknowledge m8py -m …
$ git revert --no-edit HEAD > /dev/null
$ git checkout -q -b other && sed -i 's/apollo/apollo-2/' policy/projects.yaml && git commit -qam 'Theirs' && git checkout -q main && sed -i 's/apollo/apollo-1/' policy/projects.yaml && git commit -qam 'Ours'
$ git -c merge.crmtrack.driver='git merge-file %A %O %B' merge other > /dev/null 2>&1
[1]
$ crmtrack -q note $(crmtrack list --fields id --limit 1) -m 'Recorded all the same' | wc -l
1 of 5
crmtrack: policy/projects.yaml waits for somebody to settle a Git merge; what main has is in force
1
$ crmtrack project add zeus --name Zeus
crmtrack: cannot change 'policy/projects.yaml': a merge of it is not finished
hint: settle it and commit: git -C '$HOME/complaints' status
[6]
$ git merge --abort; git revert --no-edit HEAD > /dev/null

# Refusals.

$ crmtrack reason
crmtrack: cannot run 'reason': a word is missing after it
hint: one of: list, add, edit, retire
[2]
$ crmtrack reason add
crmtrack: cannot run 'reason add': CODE is missing
hint: usage: crmtrack reason add [OPTION...] CODE
[2]
$ crmtrack reason add delay --label x --question y --why x
crmtrack: cannot add reason 'delay': it is in reasons.yaml already
[5]
$ crmtrack reason add delay --label x --question y
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack reason add 'Not A Slug' --label x --question y
crmtrack: cannot use reason 'Not A Slug': not a slug (2 to 63 of a-z, 0-9 and -)
hint: try: not-a-slug
[5]
$ crmtrack reason add new-one --label 'No question'
crmtrack: cannot add reason 'new-one' without --question
hint: for example: crmtrack reason add new-one --label 'Late delivery' --question 'Did it come later than agreed?' --why 'Asked for often'
[2]
$ crmtrack reason edit nothing --label x --why x
crmtrack: cannot find reason 'nothing' in reasons.yaml
[3]
$ crmtrack reason edit delay
crmtrack: cannot edit: nothing to change
[2]
$ crmtrack reason retire nothing --why x
crmtrack: cannot find reason 'nothing' in reasons.yaml
[3]
$ crmtrack reason retire delay
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack reason retire delay --replaced-by nothing --why x
crmtrack: cannot use reason 'nothing': policy does not list it
hint: did you mean other?
hint: see: crmtrack reason list
[5]
$ crmtrack person
crmtrack: cannot run 'person': a word is missing after it
hint: one of: list, add, edit, retire
[2]
$ crmtrack person add nobody
crmtrack: cannot add person 'nobody': not a mail address
[5]
$ crmtrack person add asha@example.com --name Again
crmtrack: cannot add person 'asha@example.com': it is in people.yaml already
[5]
$ crmtrack person edit nobody@example.com --name x
crmtrack: cannot find person 'nobody@example.com' in people.yaml
hint: did you mean ben@example.com or asha@example.com?
[3]
$ crmtrack person edit asha@example.com
crmtrack: cannot edit: nothing to change
hint: give --name, --role or --team
[2]
$ crmtrack person retire nobody@example.com --why x
crmtrack: cannot find person 'nobody@example.com' in people.yaml
hint: did you mean ben@example.com or asha@example.com?
[3]
$ crmtrack project
crmtrack: cannot run 'project': a word is missing after it
hint: one of: list, add, edit, retire
[2]
$ crmtrack project add 'Apollo 11' --name x
crmtrack: cannot use project 'Apollo 11': not a slug (2 to 63 of a-z, 0-9 and -)
hint: try: apollo-11
[5]
$ crmtrack project add apollo --name Again
crmtrack: cannot add project 'apollo': it is in projects.yaml already
[5]
$ crmtrack project edit nothing --name x
crmtrack: cannot find project 'nothing' in projects.yaml
[3]
$ crmtrack project retire nothing --why x
crmtrack: cannot find project 'nothing' in projects.yaml
[3]
$ crmtrack project add zeus --people two=ben@example.com
crmtrack: cannot use level 'two': policy does not list it
hint: levels: 0 (front line), 1 (project manager), 2 (complaints manager), 3 (senior management), 4 (external)
[5]
$ crmtrack level
crmtrack: cannot run 'level': a word is missing after it
hint: one of: list, add, edit, retire
[2]
$ crmtrack level add 12 --name x
crmtrack: cannot add level '12': a level is 0 to 9
[2]
$ crmtrack level add two --name x
crmtrack: cannot add level 'two': a level is 0 to 9
[2]
$ crmtrack level add 2 --name x
crmtrack: cannot add level '2': it is in levels.yaml already
[5]
$ crmtrack level edit 8 --name x
crmtrack: cannot find level '8' in levels.yaml
[3]
$ crmtrack level edit 2
crmtrack: cannot change a level without --name or --role
[2]
$ crmtrack form
crmtrack: cannot run 'form': a word is missing after it
hint: one of: list, add
[2]
$ crmtrack form add
crmtrack: cannot add a form that asks for nothing
hint: give --require FIELD or --match FIELD=PATTERN
[2]
$ crmtrack form add project:apollo
crmtrack: cannot add a form that asks for nothing
hint: give --require FIELD or --match FIELD=PATTERN
[2]
$ crmtrack form add status:open --require x
crmtrack: cannot change policy for 'status:open': forms.yaml:23:13: 'filter': 'status' is none of the facts that policy may ask for: customer, project, channel, reason, severity, vulnerable, segment, region, type
[5]
$ crmtrack form add project:apollo --match 'contract=['
crmtrack: cannot change policy for 'project:apollo': forms.yaml:25:17: the pattern of 'contract' cannot be used: missing ]: [
[5]
$ crmtrack form add project:apollo --match contract
crmtrack: cannot read --match 'contract': write FIELD=PATTERN
[2]
$ crmtrack policy
crmtrack: cannot run 'policy': a word is missing after it
hint: one of: check, test, settle
[2]
$ crmtrack policy chekc
crmtrack: cannot run 'policy chekc': no such command
hint: did you mean 'check'?
hint: after 'policy' comes one of: check, test, settle
[2]

# Synonyms are added and taken away; a word of a retired reason is free for another one.

$ cd ~ && crmtrack -q init synonyms && cd synonyms
$ crmtrack -q reason edit delay --synonym tardy --why 'People say so' && grep -A5 'code: delay' policy/reasons.yaml | grep synonyms
delay
    synonyms: [late, tardy]
$ crmtrack -q reason edit delay --no-synonym tardy --no-synonym early --why 'Nobody says so'
crmtrack: reason 'delay' has no synonym 'early'
hint: it has: late
[5]
$ crmtrack -q reason add late-delivery --label 'Late delivery' --question 'Did it come late?' --synonym late --why 'Too vague'
crmtrack: cannot change policy for 'late-delivery': reasons.yaml:44:15: the synonym 'late' of reason 'delay' also stands for 'late-delivery': take it from one of them (crmtrack reason edit CODE --no-synonym WORD)
[5]
$ crmtrack -q reason retire delay --why 'Too vague'
delay
$ crmtrack -q reason add late-delivery --label 'Late delivery' --question 'Did it come late?' --synonym late --why 'Too vague'
late-delivery
$ id=$(crmtrack -q new -c acme -r late -m 'Three weeks'); crmtrack list --fields reason
late-delivery
