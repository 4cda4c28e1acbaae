# A level goes out of use: nothing is escalated to it any more, and complaints that are there stay.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -m 'Wrong invoice'); other=$(crmtrack -q new -c acme -m 'Late'); crmtrack -q escalate $id --to 3 --person asha@example.com --why 'They insist' > /dev/null
$ crmtrack level retire 3 --why 'Nobody stands there'
3
policy/levels.yaml: retire level 3
$ tail -6 policy/levels.yaml
levels:
  - {level: 0, name: front line, role: front_line}
  - {level: 1, name: project manager, role: project_manager}
  - {level: 2, name: complaints manager, role: complaints_manager}
  - {level: 3, name: senior management, role: senior_management, valid_to: "2026-11-21"}
  - {level: 4, name: external, role: external}
$ crmtrack level list
0	front line	front_line
1	project manager	project_manager
2	complaints manager	complaints_manager
4	external	external
$ crmtrack level list --all
0	front line	front_line	
1	project manager	project_manager	
2	complaints manager	complaints_manager	
3	senior management	senior_management	2026-11-21
4	external	external	
$ crmtrack escalate $other --to 3 --why x
crmtrack: cannot use level 3 (senior management): it was retired on 2026-11-21
hint: see: crmtrack level list
[5]
$ crmtrack escalate $other --to senior --why x
crmtrack: cannot use level 3 (senior management): it was retired on 2026-11-21
hint: see: crmtrack level list
[5]
$ crmtrack list --fields level,summary
0	Late
3	Wrong invoice
$ crmtrack __complete escalate $other --to ''
0	front line
1	project manager
2	complaints manager
4	external
$ crmtrack level retire 0 --why x
crmtrack: cannot retire level 0: every complaint begins there
hint: give it another name: crmtrack level edit 0 --name NAME
[5]
$ crmtrack level retire 7 --why x
crmtrack: cannot find level '7' in levels.yaml
[3]
$ crmtrack level retire 2
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
