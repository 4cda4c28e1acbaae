# The lessons of reviews, and the people whom reviews and customers praise: word for word, never ranked.

$ crmtrack -q init complaints && cd complaints
$ settle() { crmtrack -q resolve $1 --outcome upheld --code fixed -m x > /dev/null; crmtrack -q confirm $1 --evidence signed > /dev/null; }
$ a=$(crmtrack -q new -c acme -r billing-wrong-amount -m 'Invoice 4711 charged twice'); settle $a
$ b=$(crmtrack -q new -c globex -r other -m 'Shop is down'); settle $b
$ crmtrack report lessons; crmtrack report praise
Lessons
reviews that say what was learnt  0

all time, as of 2026-11-21T09:12:00Z (UTC); ledger dfd7f7b61ba3
Praise
compliments of customers  0

all time, as of 2026-11-21T09:12:00Z (UTC); ledger dfd7f7b61ba3
$ r=$(crmtrack -q review $a --went-wrong 'Nobody looked' --root-cause 'The booking job ran twice' --lesson 'Alert on double runs' --praise ben@example.com --praise asha@example.com --went-well 'Found within the hour')
$ export CRMTRACK_NOW=2026-12-02T09:00:00Z
$ crmtrack -q review $b --praise ben@example.com > /dev/null; crmtrack -q compliment -c initech -m 'Thanks for the quick fix' > /dev/null; crmtrack -q compliment $b -m 'Well done' > /dev/null
$ crmtrack report lessons
Lessons
reviews that say what was learnt  1

2026-11-21  vexayjzwjr  billing-wrong-amount
  went wrong: Nobody looked
  root cause: The booking job ran twice
  lesson: Alert on double runs

all time, as of 2026-12-02T09:00:00Z (UTC); ledger 90ee50629bf1
$ crmtrack report praise
Praise
compliments of customers  2

2026-11-21  vexayjzwjr  ben@example.com
  Found within the hour
2026-11-21  vexayjzwjr  asha@example.com
  Found within the hour
2026-12-02  0z0yy6xe62  ben@example.com
2026-12-02  0z0yy6xe62  a compliment
  Well done
2026-12-02  initech  a compliment
  Thanks for the quick fix

all time, as of 2026-12-02T09:00:00Z (UTC); ledger 90ee50629bf1
$ crmtrack report praise customer:globex
Praise
compliments of customers  1

2026-12-02  0z0yy6xe62  ben@example.com
2026-12-02  0z0yy6xe62  a compliment
  Well done

all time, as of 2026-12-02T09:00:00Z (UTC), filter customer:globex; ledger
90ee50629bf1
$ crmtrack report praise --period 2026-11
Praise
compliments of customers  0

2026-11-21  vexayjzwjr  ben@example.com
  Found within the hour
2026-11-21  vexayjzwjr  asha@example.com
  Found within the hour

2026-11-01T00:00:00Z to 2026-12-01T00:00:00Z, as of 2026-12-02T09:00:00Z (UTC);
ledger 90ee50629bf1
$ crmtrack report lessons --period 2026-12
Lessons
reviews that say what was learnt  0

2026-12-01T00:00:00Z to 2027-01-01T00:00:00Z, as of 2026-12-02T09:00:00Z (UTC);
ledger 90ee50629bf1
$ crmtrack -q correct $a ${r:10:8} --set 'lesson=Alert on any double run' --why 'Too narrow' > /dev/null
$ crmtrack report lessons --format csv --table lessons | sed "s/$a/A/"
complaint,at,reason,went_wrong,root_cause,lesson
"A","2026-11-21T09:12:00Z","billing-wrong-amount","Nobody looked","The booking job ran twice","Alert on any double run"
$ crmtrack report praise --format tsv --table people --header | sed "s/$a/A/; s/$b/B/"
at	person	complaint	by
2026-11-21T09:12:00Z	ben@example.com	A	asha@example.com
2026-11-21T09:12:00Z	asha@example.com	A	asha@example.com
2026-12-02T09:00:00Z	ben@example.com	B	asha@example.com
$ crmtrack report praise --format tsv --table compliments | sed "s/$b/B/"
2026-12-02T09:00:00Z	globex	B	asha@example.com	Well done
2026-12-02T09:00:00Z	initech		asha@example.com	Thanks for the quick fix
$ crmtrack report lessons --records reviews | sed "s/$a/A/"
A
$ crmtrack report praise --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(d["measures"]); print([t["name"] for t in d["tables"]])'
[{'measure': 'compliments', 'group': None, 'value': 2, 'n': 2, 'denominator': None, 'low': None, 'high': None, 'unit': 'compliments', 'before': None}]
['people', 'compliments']

# The reason of a single contact can be asked back.

$ crmtrack -q call $b --in -r no-reply -m 'Nobody calls back' > /dev/null
$ crmtrack sql "SELECT reason, count(*) FROM activity WHERE reason IS NOT NULL GROUP BY reason"
no-reply	1

# Help on what commands share.

$ crmtrack help filter | head -12
A filter says which complaints are meant.

  owner:me severity.min:high received:2026-11 "charged twice"

Conditions side by side must all hold; values parted by commas are joined by or.
Bare words are looked for in every text, word* by their beginning. Put quotes
and * between single quotes for the shell.

Keys:
  id                its code or text
  status            received, acknowledged, investigating, waiting, responded,
                    resolved, closed, withdrawn, void; open is several
$ crmtrack help formats
--format FORMAT, or --json

Formats:
  table             for people: lists fitted to the terminal, stories and
                    reports as text (the default on a terminal)
  tsv               lists in a pipe: a row a line, tabs between cells, no
                    quotes, no header (--header); \\, \t, \n stand for
                    backslash, tab and line feed
  json              one object with format_version, command and items; reports
                    have measures and tables
  jsonl             one item a line
  csv               for spreadsheets: texts in quotes, numbers bare, a header;
                    formulas are guarded by an apostrophe
  yaml              the same as json, as YAML
  markdown          for documents
  html              a page that needs nothing else
  mail              the text of a mail: lines of at most 72 columns, no colour
  ics               a calendar (iCalendar); of agenda alone

--fields A,B selects columns and keys. A report in csv or tsv is one table a
call: --table NAME. Times are RFC 3339 in UTC outside tables, ids are whole.

See also crmtrack(1); crmtrack-export(1) has the rules of CSV, and how
LibreOffice, R, Miller, csvkit, SQLite and gnuplot read it unchanged.
$ crmtrack help formts
crmtrack: cannot run 'formts': no such command
hint: did you mean 'form'?
hint: 'crmtrack help' lists the commands
[2]
