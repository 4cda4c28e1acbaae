# Several hosts run tick, and come together by plain Git and by sync: each thing is done once.

$ git init -q --bare -b main server.git; export CRMTRACK_NOW=2026-11-23T09:00:00Z; crmtrack -q init asha && cd asha
$ at() { export CRMTRACK_NOW=2026-11-$1:00Z; }
$ as_ben() { GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.com "$@"; }
$ crmtrack -q project add apollo --name Apollo --manager ben@example.com
apollo
$ id=$(crmtrack -q new -c acme -p apollo -m 'Invoice 4711 charged twice'); other=$(crmtrack -q new -c globex -p apollo -m 'No reply')
$ git remote add origin ../server.git && crmtrack -q sync; cd ..; crmtrack -q clone server.git ben; crmtrack -q clone server.git late
$ state() { crmtrack -C $1 sql "SELECT complaint, from_level, to_level, at, by FROM escalation ORDER BY at, complaint"; }

# Two clones find the same broken promises by themselves. They write the same records, and after the exchange each is
# there once. A third one ran no tick for a week, and has nothing to add.

$ at 24T08:00; crmtrack -C asha -q tick > a; as_ben crmtrack -C ben -q tick > b; cmp a b && wc -l < a
4
$ crmtrack -C asha -q sync; crmtrack -C ben sync; crmtrack -C asha sync
'origin' and this clone have the same
'origin' and this clone have the same
$ git -C asha rev-parse ledger > a; git -C ben rev-parse ledger | cmp - a
$ git -C asha ls-tree -r --name-only ledger | grep -c escalation
4
$ crmtrack -C asha tick; as_ben crmtrack -C ben tick
$ crmtrack -C late -q sync; crmtrack -C late tick

# Ticks at different times come to the same in the end: one clone every morning, the other after a week.

$ for day in 25 26 27 30; do at ${day}T08:00; crmtrack -C asha -q tick > /dev/null; done
$ at 30T08:00; crmtrack -C late -q tick | wc -l
6
$ state asha > a; state late > b; cmp a b && wc -l < a
6
$ crmtrack -C asha -q sync; crmtrack -C late -q sync; crmtrack -C asha -q sync; crmtrack -C ben -q sync
$ crmtrack -C asha tick; crmtrack -C late tick; as_ben crmtrack -C ben tick
$ state ben | cmp - a

# Two ticks at once on one clone.

$ at 30T09:00; more=$(crmtrack -C asha -q new -c initech -p apollo -m 'Wrong address'); export CRMTRACK_NOW=2026-12-02T08:00:00Z
$ for n in 1 2 3 4; do crmtrack -C asha -q tick > out$n 2>&1 & done; wait; cat out* | sort | uniq -d; cat out* | wc -l
5
$ crmtrack -C asha tick; crmtrack -C asha audit --strict > /dev/null && echo sound
11 commits with 31 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 11 commits with 31 records and attachments, dated 2026-11-23 09:00 to 2026-12-02 08:00; 0 signatures verified, dates compared with 0 receipts of a server
sound
$ crmtrack -C asha list --all --fields level,contested customer:initech
3	no

# Ben had answered in time, but was offline. The escalation that another clone wrote meanwhile is moot: it stays, is
# marked, and sets no level.

$ export CRMTRACK_NOW=2026-12-02T09:00:00Z; id=$(crmtrack -C asha -q new -c umbrella -p apollo -m 'Too slow'); crmtrack -C asha -q sync; crmtrack -C ben -q sync
$ export CRMTRACK_NOW=2026-12-02T16:30:00Z; as_ben crmtrack -C ben -q email $id -m 'We look into it' > /dev/null
$ export CRMTRACK_NOW=2026-12-03T08:00:00Z; crmtrack -C asha -q tick | wc -l
2
$ crmtrack -C asha list --all --fields level,peak_level customer:umbrella
1	1
$ crmtrack -C asha -q sync; as_ben crmtrack -C ben -q sync; crmtrack -C asha -q sync
$ crmtrack -C asha list --all --fields level,peak_level,contested customer:umbrella
0	0	no
$ crmtrack -C asha show $id | grep -i moot
  set aside: moot: first_response had ended before, by r5ft
$ crmtrack -C asha agenda --all --format tsv | grep umbrella | cut -f 3
acknowledge
resolution
$ crmtrack -C asha tick; as_ben crmtrack -C ben tick
