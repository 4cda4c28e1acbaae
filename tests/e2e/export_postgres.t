# export postgres refuses an address that it cannot use before it looks for a database, and quotes none. tests/warehouse
# loads a real one.

$ crmtrack -q init complaints && cd complaints
$ crmtrack export postgres
crmtrack: cannot export to PostgreSQL: name the database
hint: crmtrack export postgres postgresql://USER@HOST/DATABASE
[2]
$ crmtrack export postgres postgresql://bob:hunter2@db.example/crm
crmtrack: cannot use that address of a database: it has a password
hint: write it as postgresql://USER@HOST/DATABASE
hint: put the password into ~/.pgpass (see crmtrack-export(1)), or into PGPASSWORD
[2]
$ crmtrack export postgres 'postgresql://db.example/crm?user=bob&password=hunter2'
crmtrack: cannot use that address of a database: it has a password
hint: write it as postgresql://USER@HOST/DATABASE
hint: put the password into ~/.pgpass (see crmtrack-export(1)), or into PGPASSWORD
[2]
$ crmtrack export postgres postgresql://bob:hunter2/crm
crmtrack: cannot use that address of a database: its port is no number
hint: write it as postgresql://USER@HOST/DATABASE
hint: put the password into ~/.pgpass (see crmtrack-export(1)), or into PGPASSWORD
[2]
$ crmtrack export postgres bob:hunter2@db.example
crmtrack: cannot use that address of a database: it does not begin with postgresql://
hint: write it as postgresql://USER@HOST/DATABASE
hint: put the password into ~/.pgpass (see crmtrack-export(1)), or into PGPASSWORD
[2]
$ crmtrack export postgres postgresql://bob@db.example/crm status:open
crmtrack: cannot export to PostgreSQL with a filter: its tables have all complaints
hint: choose there, with WHERE, or in a view of your own
[2]
$ crmtrack --as-of yesterday export postgres postgresql://bob@db.example/crm
crmtrack: cannot export to PostgreSQL with --as-of: it goes up to now
[2]
$ crmtrack export jsonl --name retail
crmtrack: cannot export jsonl with --name: it is an option of postgres alone
[2]
$ crmtrack export sqlite --anew x.db
crmtrack: cannot export sqlite with --anew: it is an option of postgres alone
[2]
$ crmtrack export postgres 'postgresql://bob@/crm?host=/nonexistent'
crmtrack: cannot connect to the database: connection to server on socket "/nonexistent/.s.PGSQL.5432" failed: No such file or directory
[8]
