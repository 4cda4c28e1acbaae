# A list shows complaints that are not ended, and those that a filter asks for; what was left out is counted.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-11-$1T09:00:00Z; }
$ on 01; a=$(crmtrack -q new -c acme -s high --ref helpdesk:HD-1 -m 'Open'); b=$(crmtrack -q new -c acme -s low -m 'Closed')
$ c=$(crmtrack -q new -c globex --related $b -m 'Void'); d=$(crmtrack -q new -c globex --ref helpdesk:HD-2 -m 'Answered')
$ on 02; crmtrack -q resolve $b --outcome upheld --code apology --cause delay --evidence sent -m x > /dev/null
$ crmtrack -q resolve $d --outcome not_upheld --code explained --evidence sent -m x > /dev/null
$ crmtrack -q confirm $b > /dev/null; crmtrack -q review $b --lesson x > /dev/null; crmtrack -q close $b > /dev/null; crmtrack -q void $c --duplicate-of $a --why 'Twice' > /dev/null
$ l() { crmtrack list --fields summary,status "$@"; }

# Without a filter nothing is said of the others; with one, standard error counts what it left out.

$ l
Open	received
Answered	responded
$ l customer:acme
1 more is closed: --all
Open	received
$ l customer:acme,globex 2>/dev/null
Open	received
Answered	responded
$ l severity:low
1 is closed: --all
$ l customer:acme --all
Open	received
Closed	closed
$ crmtrack -q list customer:acme --fields summary
Open

# A filter that only answered or ended ones can meet, or that names which it means, shows them.

$ l outcome:upheld; l code:apology,explained; l cause:delay; l closed:2026-11
Closed	closed
Closed	closed
Answered	responded
Closed	closed
Closed	closed
$ l link:duplicate_of; l link.has:related; l ref.has:HD; l contested:no; l status.not:void
Void	void
Void	void
Open	received
Answered	responded
Void	void
Open	received
Closed	closed
Answered	responded
Open	received
Closed	closed
Answered	responded
$ l id:$b; l id:${b#*-}
Closed	closed
Closed	closed
$ crmtrack list id:zzzz
crmtrack: cannot read the filter 'id:zzzz' at column 4: cannot find complaint 'zzzz'
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack list id:z
crmtrack: cannot read the filter 'id:z' at column 4: cannot find complaint 'z': an id has at least 4 of the characters 0-9 and a-z
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ l outcome.none:yes; l outcome.none:no
1 more is closed: --all
Open	received
Closed	closed
Answered	responded

# Commands on many complaints mean the same set as list.

$ crmtrack update --filter customer:acme -s critical -n 2>&1 | grep -c severity
1
$ crmtrack -q assign --filter customer:acme,globex me > /dev/null; l owner:me
Open	investigating
Answered	responded
$ crmtrack update --filter customer:acme -s critical 2>&1 | sed 's/[0-9a-z]\{26\}/RECORD/'
1 more is closed, and left alone: a filter with status: takes them too
RECORD
updated 88aq
$ crmtrack update --filter 'customer:acme status:closed' -s critical 2>&1 | sed 's/[0-9a-z]\{26\}/RECORD/'
RECORD
updated 4kcb

# A limit says what it cut; JSON has the total.

$ l --all --limit 2
2 of 4
Void	void
Open	investigating
$ crmtrack list --all --limit 2 --json --fields summary
2 of 4
{"format_version": 1, "command": "list", "items": [
{"summary": "Void"},
{"summary": "Open"}
], "total": 4}
$ crmtrack list --json --fields summary
{"format_version": 1, "command": "list", "items": [
{"summary": "Open"},
{"summary": "Answered"}
], "total": 2}
$ crmtrack search x --limit 1 --fields kind; crmtrack search x --limit 1 --json --fields kind
1 of 3
review
1 of 3
{"format_version": 1, "command": "search", "items": [
{"kind": "review"}
], "total": 3}

# Views, of policy and one's own: filter, order and columns, where the user gives none.

$ cat > policy/views.yaml <<'END'
> views:
> - {name: serious, filter: 'severity.min:high', sort: [-severity, received], columns: [severity, summary]}
> - {name: answered, filter: 'status:responded'}
> END
$ git add policy && git commit -qm Views && crmtrack policy check
policy: 0 errors, 0 warnings
$ crmtrack list @serious --all; crmtrack list @answered --fields summary; crmtrack list @serious customer:globex
critical	Open
critical	Closed
Answered
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack list @serious --all --sort received --fields summary
Open
Closed
$ git config crmtrack.view.mine 'owner:me --sort -received --columns summary,owner'
$ crmtrack list @mine; crmtrack list @mine --all
Open	asha@example.com
Answered	asha@example.com
Open	asha@example.com
Answered	asha@example.com
$ git config crmtrack.view.serious 'severity:low --columns summary'; crmtrack list @serious --all
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack list @serios
crmtrack: cannot find the view '@serios'
hint: did you mean @serious?
hint: make one: git config crmtrack.view.serios 'owner:me overdue:yes'
[3]
$ crmtrack list @x
crmtrack: cannot find the view '@x'
hint: views: @serious, @answered
hint: make one: git config crmtrack.view.x 'owner:me overdue:yes'
[3]
$ printf 'views:\n- {name: a}\n- {name: bad, filter: severity:hgih}\n' > policy/views.yaml; crmtrack policy check
policy/views.yaml:2:10	error	'name' is 'a', but must be a slug: 2 to 63 of a-z, 0-9 and -
policy/views.yaml:3:23	error	'filter' at column 10: no severity 'hgih', nearest: 'high'
policy: 2 errors, 0 warnings
[1]

# An empty list says why, in a pipe on standard error. JSON tells it by itself, and a cron job hears nothing.

$ crmtrack init ../bare 2> /dev/null && cd ../bare && crmtrack list; crmtrack agenda; crmtrack decide list; crmtrack list inbox:yes
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
nothing is owed by you or to you; everybody's: crmtrack agenda --all
nothing was decided
no mail waits
$ id=$(crmtrack -q new -c acme -m 'Over'); crmtrack -q void $id --why 'Slip' > /dev/null
$ crmtrack list; crmtrack list acme; crmtrack list --json; crmtrack list --limit 0
1 is closed: --all
1 is closed: --all
1 is closed: --all
{"format_version": 1, "command": "list", "items": [], "total": 0}
$ crmtrack list --all acm; crmtrack -q list; crmtrack agenda --all --check; crmtrack agenda --limit 0
no complaint meets the filter; its words: crmtrack help filter
