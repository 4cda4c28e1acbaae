# The reports on flow, promises, effort and recurrence, of a small ledger.

$ export CRMTRACK_SEED=1 CRMTRACK_NOW=2026-06-01T09:00:00Z
$ crmtrack -q init complaints; cd complaints
$ crmtrack -q person add ben@example.com --name Ben --role lead
ben@example.com
$ crmtrack -q customer add acme --name Acme --contact 'Ode <ode@acme.example>'
01kt16jkm0rbnmscpq3gsvvyth
$ first=$(crmtrack -q new -c acme -p apollo -r delay --channel phone -m 'The first delay')
$ crmtrack -q call $first --minutes 30 -m 'We look' --promise 'papers@2026-06-03'
01kt16jkm1a5vtc8g657qryvdc
$ export CRMTRACK_NOW=2026-06-05T09:00:00Z
$ crmtrack -q resolve $first --outcome upheld --cause delay --code fixed --channel phone -m 'Sent'
01ktbg5fm0gafkz0bbah7ebd98
$ crmtrack -q confirm $first
01ktbg5fm1y6jk6zbwe4q72qvg
$ crmtrack -q plan $first add 'Ship earlier' --owner ben@example.com --due 2026-06-20
01ktbg5fm2pdm04bpn3gjbkn7h
$ export CRMTRACK_NOW=2026-06-10T09:00:00Z
$ second=$(crmtrack -q new -c acme -p borealis -r delay --channel web -m 'Delayed again')
$ crmtrack -q work $second --minutes 75 -m 'Looked for it'
01ktrc52m101mkfs3tebktr66q
$ crmtrack -q call $second --in --bad -m 'Angry'
01ktrc52m2xx7yczj4k8gwwjjv
$ crmtrack -q reopen $first --why 'Not what was agreed'
01ktrc52m0c02ygpwrej4t8jh1
$ GIT_AUTHOR_NAME=Ben GIT_AUTHOR_EMAIL=ben@example.com crmtrack -q plan $first done 1
01ktrc52m10s5y070gk3ag9f1h
$ crmtrack -q plan $first verify 1
01ktrc52m2k56yg9kq9ede4v7d
$ export CRMTRACK_NOW=2026-09-20T09:00:00Z

# Flow.

$ crmtrack report flow
Flow
In and out
received                  2  from 1 customer
ended                     1
ended, for each received  0.50  1 of 2

What is open
open now                      2
half of these are older than  102.0 days  of 2
one in ten is older than      111.0 days  of 2

How long it takes
half ended within             4.0 days  of 1
90 % ended within             4.0 days  of 1
half, counting the open ones  4.0 days  of 2; 1 not yet

Backlog by age
Age in days  Open
0-2             0
3-5             0
6-10            0
11-20           0
21-40           0
41-56           0
> 56            2

Open, by the time until our next promise is due
Time left      Open
overdue           2
up to 1 day       0
up to 3 days      0
up to 7 days      0
up to 14 days     0
longer            0
no date           0

By month
Month    Received  Ended  Change
2026-06         2      1      +1

Still open after
After days  Still open  Known
         1     100.0 %      2
         2     100.0 %      2
         3     100.0 %      2
         5      50.0 %      1
        10      50.0 %      1
        20      50.0 %      1
        40      50.0 %      1
        56      50.0 %      1

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report flow --by project
Flow by project
apollo    1  ██████████████████████████████████████████████████
borealis  1  ██████████████████████████████████████████████████

project   Received  Ended  Ended each  Open now  Ended in
apollo           1      1           1         1  4.0 days
borealis         1      0           0         1
all              2      1        0.50         2  4.0 days

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report flow --period month --figure ended
Flow by period: ended
2026-06  1  ██████████████████████████████████████████████████
2026-07  0
2026-08  0
2026-09  0

period   value  n
2026-06      1  1
2026-07      0  0
2026-08      0  0
2026-09      0  0
all          1  1

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333

# Promises and targets: what is owed, and by whom.

$ crmtrack report promises
Promises
Kept in time
our promises kept in time     30.0 %  (10.8 to 60.3 %), 3 of 10; 2 waived or
                              void left out
of these, made in words       0.0 %  (0.0 to 79.3 %), 0 of 1
their promises kept in time   100.0 %  (20.7 to 100.0 %), 1 of 1
kept in time among ourselves  100.0 %  (20.7 to 100.0 %), 1 of 1

Open loops
ours to the customer, open now  7  7 overdue
theirs, open now                0
among ourselves, open now       0
third parties', open now        0
half of these are older than    102.0 days  of 7
one in ten is older than        111.0 days  of 7

What became of them
Whose            Promise         In time  Late  Overdue  To come  Let go
ours             acknowledge           0     0        1        0       1
ours             first_response        1     0        1        0       0
ours             update                1     0        2        0       1
ours             resolution            1     0        2        0       0
ours             commitment            0     0        1        0       0
theirs           confirm               1     0        0        0       0
among ourselves  step                  1     0        0        0       0

By which evidence
Kept by         Ours  Theirs  Third parties  Among ourselves
another record     2       1              0                1
acknowledged       1       0              0                0

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report targets
Targets
targets met in time     33.3 %  (12.1 to 64.6 %), 3 of 9; 2 waived or void left
                        out
acknowledged in time    0.0 %  (0.0 to 79.3 %), 0 of 1; 1 waived or void left
                        out
first response in time  50.0 %  (9.5 to 90.5 %), 1 of 2
updates in time         33.3 %  (6.1 to 79.2 %), 1 of 3; 1 waived or void left
                        out
resolution in time      33.3 %  (6.1 to 79.2 %), 1 of 3

By promise
Promise         In time  Late  Overdue  To come  Let go
acknowledge           0     0        1        0       1
first_response        1     0        1        0       0
update                1     0        2        0       1
resolution            1     0        2        0       0

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report targets --records attainment_first_response | xargs -n1 crmtrack show | grep -c 'The first delay'
1

# Effort: hours, and money where policy says what an hour costs.

$ crmtrack report effort
Effort
In all
time that was written down  1 h 45 min  in 2 records
of it with the customer     30 min  in 1 record
of it without them          1 h 15 min  in 1 record

For one complaint
on average         53 min  of 2
half took at most  30 min  of 2
90 % took at most  1 h 15 min  of 2

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ printf 'settings:\n  cost_rate: 80 EUR\n' > policy/settings.yaml; git add policy; git commit -qm 'What an hour costs'
$ crmtrack report effort --by project
Effort by project
apollo        30 min  ████████████████████
borealis  1 h 15 min  ██████████████████████████████████████████████████

project         Time  With them     Without  EUR        Mean
apollo        30 min     30 min       0 min   40      30 min
borealis  1 h 15 min      0 min  1 h 15 min  100  1 h 15 min
all       1 h 45 min     30 min  1 h 15 min  140      53 min

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report effort --json | grep -o '"cost", "group": null, "value": [0-9.]*'
"cost", "group": null, "value": 140
$ printf 'settings:\n  cost_rate: 80 an hour\n' > policy/settings.yaml; crmtrack policy check; git checkout -q policy
policy/settings.yaml:2:14	error	'cost_rate' is '80 an hour', but must be what an hour costs, such as 80.00 EUR
policy: 1 error, 0 warnings
$ crmtrack report workload
Workload by team
team    Received  Ended  Open now  Overdue        Time
(none)         2      1         2        7  1 h 45 min
all            2      1         2        7  1 h 45 min

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333

# Complaints that come again.

$ crmtrack report kpi
Key figures
Fewer complaints
received                                 2  from 1 customer
customers who came again within 30 days  100.0 %  (20.7 to 100.0 %), 1 of 1

Answered soon, and for good
ended, for each received                0.50  1 of 2
targets met in time                     33.3 %  (12.1 to 64.6 %), 3 of 9; 2
                                        waived or void left out
half answered within                    4.0 days  of 1
reopened in 30 days, of those resolved  100.0 %  (20.7 to 100.0 %), 1 of 1

Kept, and felt
our promises kept in time           30.0 %  (10.8 to 60.3 %), 3 of 10; 2 waived
                                    or void left out
escalated, of those received        0.0 %  (0.0 to 65.8 %), 0 of 2
upheld, of those decided            100.0 %  (20.7 to 100.0 %), 1 of 1
good interactions, of good and bad  0.0 %  (0.0 to 79.3 %), 0 of 1

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report recurrence
Recurrence
causes that were fixed                1
complaints after it, for each before  0  0 of 1

By cause
Cause  Fixed       Days  Before  After  After / before
delay  2026-06-10    90       1      0            0.00

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report retention
Retention
customers who complained                 1
in touch in the 90 days before           0.0 %  (0.0 to 79.3 %), 0 of 1
in touch in the 90 days after            100.0 %  (20.7 to 100.0 %), 1 of 1
contacts of each in the 90 days before   0  of 1
contacts of each in the 90 days after    2  of 1
complained again in the 90 days after    100.0 %  (20.7 to 100.0 %), 1 of 1
customers who came again within 30 days  100.0 %  (20.7 to 100.0 %), 1 of 1

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report kpi --records repeat_contact
20260610-vt8pmerng0

# Perception and channels are split without being asked to; another key may be named.

$ crmtrack report perception --period 2026-06
Perception by project
apollo    1  ██████████████████████████████████████████████████
borealis  1  ██████████████████████████████████████████████████

project   Received  +/-  Good  Bad  Praise  +/-    Kept  Peak level
apollo           1   +1     0    0               50.0 %           0
borealis         1   +1     0    1   0.0 %        0.0 %           0
all              2   +2     0    1   0.0 %       30.0 %           0

2026-06-01T00:00:00Z to 2026-07-01T00:00:00Z (before: from
2026-05-01T00:00:00Z), as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report perception | tail -2
2026-06-23T00:00:00Z to 2026-09-21T00:00:00Z (before: from
2026-03-25T00:00:00Z), as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report perception --from 2026 --by severity
Perception by severity
severity  Received  Good  Bad  Praise    Kept  Peak level
medium           2     0    1   0.0 %  30.0 %           0
all              2     0    1   0.0 %  30.0 %           0

2026-01-01T00:00:00Z to now, as of 2026-09-20T09:00:00Z (UTC); ledger
2f6aff92b333
$ crmtrack report channels
Channels by reason and channel: received
reason  phone  web  all
delay       1    1    2
all         1    1    2

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report channels --by project,reason
Channels by project and reason: received
project   delay  all
apollo        1    1
borealis      1    1
all           2    2

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
$ crmtrack report channels --period quarter
Channels by period and reason: received
period   delay  all
2026-q2      2    2
2026-q3      0    0
all          2    2

all time, as of 2026-09-20T09:00:00Z (UTC); ledger 2f6aff92b333
