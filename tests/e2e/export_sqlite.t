# export sqlite writes the views of crmtrack-sql(7) as tables of a database for other tools.

$ export CRMTRACK_NOW=2026-11-02T09:00:00Z
$ crmtrack -q init complaints && cd complaints
$ crmtrack -q customer add acme --name Acme --region north > /dev/null
$ a=$(crmtrack -q new -c acme -p apollo -r delay -s high --channel phone -m 'Delivery late')
$ b=$(crmtrack -q new -c globex -r outage -s low --channel web -m 'Shop is down')
$ crmtrack -q call $a --in --bad --minutes 5 -m 'Angry' > /dev/null; crmtrack -q assign $a me > /dev/null
$ export CRMTRACK_NOW=2026-11-03T21:00:00Z
$ crmtrack -q resolve $a --outcome upheld --code redress_monetary --redress 5EUR -m 'We pay' > /dev/null; crmtrack -q confirm $a > /dev/null
$ crmtrack export sqlite ~/all.db; ls ~ | grep all
all.db
$ stat -c %a ~/all.db
600
$ ask() { sqlite3 -batch ~/all.db "$1"; }
$ ask 'PRAGMA application_id; PRAGMA user_version; PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT group_concat(name) FROM sqlite_schema WHERE type = '"'table'"
1668443508
1
ok
about,complaint,record,activity,escalation,promise,step,wait,redress,review,praise,notification,customer,measure
$ ask 'SELECT customer, status, typeof(received_unix), typeof(owner) FROM complaint'
globex|received|integer|null
acme|resolved|integer|text
$ ask 'SELECT * FROM about WHERE name IN ("now", "zone", "filter", "views_version")'
filter|
now|2026-11-03T21:00:00Z
views_version|1
zone|UTC
$ test "$(ask 'SELECT value FROM about WHERE name = "ledger"')" = "$(git rev-parse ledger)" && echo the ledger
the ledger
$ ask 'SELECT name, round(avg(answer_days), 2), sum(upheld), count(*) FROM measure m LEFT JOIN customer k ON k.id = m.customer GROUP BY m.customer'
Acme|1.5|1|1
|||1

# Its tables are those that `sql` shows.

$ cat > ~/compare.py <<'END'
> import json, sqlite3, subprocess, sys
> base = sqlite3.connect(sys.argv[1])
> base.row_factory = sqlite3.Row
> first = lambda row: str(list(row.values())[:6])
> for view, in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'about'").fetchall():
>     shown = json.loads(subprocess.run(["crmtrack", "sql", "--json", f"SELECT * FROM {view}"], capture_output=True, text=True, check=True).stdout)["items"]
>     for item in shown: item.pop("key", None)  # of the index
>     rows = [dict(row) for row in base.execute(f"SELECT * FROM {view}")]
>     print(view, len(rows), sorted(shown, key=first) == sorted(rows, key=first))
> END
$ python3 ~/compare.py ~/all.db
complaint 2 True
record 8 True
activity 1 True
escalation 0 True
promise 8 True
step 0 True
wait 0 True
redress 1 True
review 0 True
praise 0 True
notification 0 True
customer 2 True
measure 2 True

# Equal ledgers give equal files, from a new index too; readers of other languages take it.

$ rm -rf .git/crmtrack; crmtrack export sqlite ~/again.db; cmp ~/all.db ~/again.db && echo equal
equal
$ python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT summary, received_at FROM complaint ORDER BY id").fetchall()[0][1])' ~/all.db
2026-11-02T09:00:00Z

# A file that is there is left, but for --force; then it is replaced in one step.

$ crmtrack export sqlite ~/all.db
crmtrack: cannot write '$HOME/all.db': a file of that name exists
hint: name another one, or replace it: --force
[5]
$ crmtrack export sqlite ~/all.db --force status:open; ask 'SELECT count(*) FROM complaint; SELECT count(*) FROM measure; SELECT DISTINCT complaint IS NULL FROM record; SELECT count(*) FROM customer; SELECT value FROM about WHERE name = "filter"'
1
1
0
0
status:open
$ echo notes > ~/notes.txt; crmtrack export sqlite ~/notes.txt --force; cat ~/notes.txt; crmtrack export sqlite .git/config --force
crmtrack: cannot replace '$HOME/notes.txt': it is no database that an export wrote
hint: name another file, or remove that one
notes
crmtrack: cannot replace '.git/config': it is no database that an export wrote
hint: name another file, or remove that one
[5]
$ mkdir ~/folder.db; crmtrack export sqlite ~/folder.db --force
crmtrack: cannot replace '$HOME/folder.db': it is no plain file
[5]
$ crmtrack export sqlite nowhere/x.db
crmtrack: cannot write 'nowhere/x.db': its folder is not there
[7]
$ crmtrack export sqlite
crmtrack: cannot export as sqlite: name the file to write
hint: crmtrack export sqlite complaints.db
[2]
$ crmtrack export csv --force
crmtrack: cannot export csv with --force: it is an option of sqlite alone
[2]
$ crmtrack export sqlite /dev/full --force
crmtrack: cannot replace '/dev/full': it is no plain file
[5]

# As it was known then.

$ crmtrack export sqlite ~/then.db --as-of 2026-11-02T10:00:00Z; sqlite3 ~/then.db 'SELECT status, age_days FROM complaint; SELECT value FROM about WHERE name = "now"'
received|0
investigating|0
2026-11-02T10:00:00Z
$ ls ~ | grep part
[1]
