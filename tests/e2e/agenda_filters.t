# The agenda of a team, a project, a customer, and until a day; how long there is left, in words.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q person add asha@example.com --name 'Asha Rao' --team north; crmtrack -q person add ben@example.com --name 'Ben Okoro' --team north
asha@example.com
ben@example.com
$ crmtrack -q person add cleo@example.com --name 'Cleo Diaz' --team south
cleo@example.com
$ a=$(crmtrack -q new -c acme -p apollo -s high --at 2026-11-18T09:00:00Z -m 'Delivery three weeks late')
$ b=$(crmtrack -q new -c globex -p hermes -m 'Shop is down'); c=$(crmtrack -q new -c acme -p hermes -s low -m 'Wrong colour')
$ crmtrack -q assign $a ben@example.com > /dev/null; crmtrack -q assign $b cleo@example.com > /dev/null; crmtrack -q assign $c asha@example.com > /dev/null
$ crmtrack -q call $b --by cleo@example.com -m 'What do the logs say?' --expects information@2026-11-25 --promise 'call back@2026-11-21T15:20:00Z' > /dev/null
$ COLUMNS=100 crmtrack agenda --all --format table
Due          Left       ID     What                Severity  Owes      About
11-18 17:00  2 d late   5066k  first_response      high      ben       Delivery three weeks late
11-19 17:00  40 h late  5066k  acknowledge         high      ben       Delivery three weeks late
12-02 17:00  in 11 d    5066k  resolution          high      ben       Delivery three weeks late
11-21 15:20  in 6 h     z466   commitment@grgs.1   medium    cleo      call back (Shop is down)
11-24 17:00  in 3 d     z466   acknowledge         medium    cleo      Shop is down
11-25 23:59  in 4 d     z466   information@grgs.2  medium    customer  send what was asked in our c…
11-30 17:00  in 9 d     z466   update              medium    cleo      Shop is down
12-07 17:00  in 16 d    z466   resolution          medium    cleo      Shop is down
11-23 17:00  in 2 d     dggx   first_response      low       asha      Wrong colour
11-24 17:00  in 3 d     dggx   acknowledge         low       asha      Wrong colour
12-07 17:00  in 16 d    dggx   resolution          low       asha      Wrong colour
$ COLUMNS=40 crmtrack agenda --all --format table
Left       ID     What
2 d late   5066k  first_response
40 h late  5066k  acknowledge
in 11 d    5066k  resolution
in 6 h     z466   commitment@grgs.1
in 3 d     z466   acknowledge
in 4 d     z466   information@grgs.2
in 9 d     z466   update
in 16 d    z466   resolution
in 2 d     dggx   first_response
in 3 d     dggx   acknowledge
in 16 d    dggx   resolution
$ crmtrack agenda --team north --format table
Due          Left       ID     What            Severity  Owes  About
11-18 17:00  2 d late   5066k  first_response  high      ben   Delivery three w…
11-19 17:00  40 h late  5066k  acknowledge     high      ben   Delivery three w…
12-02 17:00  in 11 d    5066k  resolution      high      ben   Delivery three w…
11-23 17:00  in 2 d     dggx   first_response  low       asha  Wrong colour
11-24 17:00  in 3 d     dggx   acknowledge     low       asha  Wrong colour
12-07 17:00  in 16 d    dggx   resolution      low       asha  Wrong colour
$ crmtrack agenda --team South --until 2026-11-25 --format table
Left    ID    What                Severity  Owes      About
in 6 h  z466  commitment@grgs.1   medium    cleo      call back (Shop is down)
in 3 d  z466  acknowledge         medium    cleo      Shop is down
in 4 d  z466  information@grgs.2  medium    customer  send what was asked in ou…
$ crmtrack agenda --project apollo --format table
Due          Left       ID     What            Severity  Owes  About
11-18 17:00  2 d late   5066k  first_response  high      ben   Delivery three w…
11-19 17:00  40 h late  5066k  acknowledge     high      ben   Delivery three w…
12-02 17:00  in 11 d    5066k  resolution      high      ben   Delivery three w…
$ crmtrack agenda -c acme -p hermes --format table
Due          Left     ID    What            Severity  Owes  About
11-23 17:00  in 2 d   dggx  first_response  low       asha  Wrong colour
11-24 17:00  in 3 d   dggx  acknowledge     low       asha  Wrong colour
12-07 17:00  in 16 d  dggx  resolution      low       asha  Wrong colour
$ crmtrack agenda me -c acme --format table
Due          Left     ID    What            Severity  Owes  About
11-23 17:00  in 2 d   dggx  first_response  low       asha  Wrong colour
11-24 17:00  in 3 d   dggx  acknowledge     low       asha  Wrong colour
12-07 17:00  in 16 d  dggx  resolution      low       asha  Wrong colour

# Until the end of a day, what is overdue included.

$ crmtrack agenda --all --until today --format table
Left       ID     What               Severity  Owes  About
2 d late   5066k  first_response     high      ben   Delivery three weeks late
40 h late  5066k  acknowledge        high      ben   Delivery three weeks late
in 6 h     z466   commitment@grgs.1  medium    cleo  call back (Shop is down)
$ crmtrack agenda --all --until mon --format table
Left       ID     What               Severity  Owes  About
2 d late   5066k  first_response     high      ben   Delivery three weeks late
40 h late  5066k  acknowledge        high      ben   Delivery three weeks late
in 6 h     z466   commitment@grgs.1  medium    cleo  call back (Shop is down)
in 2 d     dggx   first_response     low       asha  Wrong colour
$ crmtrack agenda --all --until mon --check > /dev/null
[1]
$ crmtrack agenda cleo@example.com --until today --check --format table
Due          Left    ID    What               Severity  Owes  About
11-21 15:20  in 6 h  z466  commitment@grgs.1  medium    cleo  call back (Shop i…

# In JSON the time left is in seconds.

$ crmtrack agenda --all --json --fields promise,due_at,left_seconds,late_seconds | sed 's/^ *//' | head -4
{"format_version": 1, "command": "agenda", "items": [
{"promise": "first_response", "due_at": "2026-11-18T17:00:00Z", "left_seconds": -231120, "late_seconds": 231120},
{"promise": "acknowledge", "due_at": "2026-11-19T17:00:00Z", "left_seconds": -144720, "late_seconds": 144720},
{"promise": "resolution", "due_at": "2026-12-02T17:00:00Z", "left_seconds": 978480, "late_seconds": 0},

# Lists say who owes what is due next.

$ crmtrack list --format table
ID     Severity  Age  Next           Status   Customer  Summary
z466   medium     0d  6h promise     invest…  globex    Shop is down
dggx   low        0d  2d respond     invest…  acme      Wrong colour
5066k  high       3d  2d late resp…  invest…  acme      Delivery three weeks la…
$ COLUMNS=120 crmtrack list --format table
ID     Severity  Age  Next             Status         Customer  Owner  Project  Summary
z466   medium     0d  6h promise       investigating  globex    cleo   hermes   Shop is down
dggx   low        0d  2d respond       investigating  acme      asha   hermes   Wrong colour
5066k  high       3d  2d late respond  investigating  acme      ben    apollo   Delivery three weeks late
$ crmtrack list --fields id,next_due_at,next_due,owes | sed "s/$a/A/; s/$b/B/; s/$c/C/"
B	2026-11-21T15:20:00Z	commitment	us
C	2026-11-23T17:00:00Z	first_response	us
A	2026-11-18T17:00:00Z	first_response	us
$ crmtrack list owes:us due:2026-11-21 --fields summary
Shop is down
$ crmtrack list due.before:today --fields summary
Delivery three weeks late
$ crmtrack -q email $c -m 'Which colour?' --expects reply@2026-11-22 > /dev/null; crmtrack list owes:customer --fields summary,next_due,owes
Wrong colour	reply	customer
$ crmtrack list owes:nobody
crmtrack: cannot read the filter 'owes:nobody' at column 6: no owes 'nobody', there are: us, customer, third_party
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack
You owe
dggx  acknowledge, by 2026-11-24 17:00  acme: Wrong colour
dggx  resolution, by 2026-12-07 17:00  acme: Wrong colour

Your open complaints
ID    Severity  Age  Next                 Status         Customer  Summary
dggx  low        0d  38h reply, customer  investigating  acme      Wrong colour

Next
crmtrack new -c CUSTOMER -m TEXT  take a complaint
crmtrack call ID -m TEXT          record a call
crmtrack show ID                  tell its story
crmtrack agenda                   everything that is owed
crmtrack help                     all commands

# Refusals.

$ crmtrack agenda me --team north
crmtrack: cannot show the agenda of a team and of a person
[2]
$ crmtrack agenda --team nrth
crmtrack: cannot show the agenda of team 'nrth': nobody of policy is in it
hint: did you mean north?
hint: teams: north, south
[5]
$ crmtrack agenda --until whenever
crmtrack: cannot read the time 'whenever': it has no known form
hint: forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)
[2]
$ crmtrack agenda -c nobody
crmtrack: cannot find customer 'nobody'
hint: see: crmtrack customer list
[3]
$ crmtrack agenda --todo
crmtrack: cannot use --todo: it is for calendars
hint: add --format ics or --publish PATH
[2]
