# Figures for people who decide, from a small quarter.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-$1T${2:-09:00:00}Z; }
$ take() { crmtrack -q new "$@"; }
$ on 10-01; a=$(take -c acme -p apollo -r delay -s low --channel phone -m 'Parcel one')
$ on 10-02; b=$(take -c acme -p apollo -r delay -s high --channel email -m 'Parcel two')
$ on 10-05; c=$(take -c globex -p borealis -r outage -s critical --channel web -m 'Shop down')
$ on 10-20; d=$(take -c globex -p borealis -r other -s medium --channel chat -m 'Something')
$ on 11-03; e=$(take -c initech -r delay -s medium --channel phone -m 'Parcel three')
$ on 11-04; f=$(take -c initech -r delay -s medium --channel phone -m 'Parcel four')
$ crmtrack -q void $f --duplicate-of $e --why 'Entered twice' > /dev/null
$ on 10-01 12:00:00; crmtrack -q acknowledge $a -m x > /dev/null; crmtrack -q assign $a me > /dev/null; crmtrack -q work $a --minutes 30 -m x > /dev/null
$ on 10-03; crmtrack -q resolve $a --outcome upheld --code redress_monetary --redress 12.50EUR --cause delay -m x > /dev/null; crmtrack -q confirm $a --evidence signed > /dev/null; crmtrack -q review $a --lesson x > /dev/null; crmtrack -q close $a > /dev/null
$ on 10-06; crmtrack -q escalate $c --to 2 --person ben@example.com --trigger severity --why 'All shops' > /dev/null
$ on 10-06 11:00:00; crmtrack -q accept $c --by ben@example.com > /dev/null
$ on 10-07; crmtrack -q resolve $c --outcome not_upheld --code explained --cause system_outage -m x > /dev/null
$ on 10-21; crmtrack -q withdraw $d --evidence signed > /dev/null
$ crmtrack -q compliment -c acme -m 'Thanks' > /dev/null; crmtrack -q call $b --bad --in -m 'Where is it?' > /dev/null
$ on 11-21

# The summary, whole and by period and filter.

$ crmtrack report summary
Summary
How many
received                  5  from 3 customers, 1 void left out
open now                  3
ended, for each received  0.40  2 of 5

How fast
half acknowledged within           0.1 days  of 1
90 % acknowledged within           0.1 days  of 1
half, counting the unacknowledged  not reached  3 not yet
half answered within               2.0 days  of 2
90 % answered within               2.0 days  of 2
half, counting the unanswered      2.0 days  of 4; 2 not yet

What was promised
our promises kept in time     33.3 %  (13.8 to 60.9 %), 4 of 12; 4 waived or
                              void left out
their promises kept in time   50.0 %  (9.5 to 90.5 %), 1 of 2
kept in time among ourselves  100.0 %  (20.7 to 100.0 %), 1 of 1

How it went
upheld, of those decided            50.0 %  (9.5 to 90.5 %), 1 of 2
escalated, of those received        20.0 %  (3.6 to 62.4 %), 1 of 5
mean peak level                     0.40  of 5
mean handovers                      0  of 1
good interactions, of good and bad  50.0 %  (9.5 to 90.5 %), 1 of 2; 1
                                    compliment

Backlog by age
Age in days  Open
0-2             0
3-5             0
6-10            0
11-20           1
21-40           0
41-56           2
> 56            0

Where they stand
Status     Complaints
received            2
responded           1
closed              1
withdrawn           1

Redress
Currency  Redress  Answers   Mean  Goodwill
EUR         12.50        1  12.50      0.00

all time, as of 2026-11-21T09:00:00Z (UTC); ledger c2b4ce3452b2
$ crmtrack report summary --period 2026-10
Summary
How many
received                  4  before 0 (+4); from 2 customers
open now                  3
ended, for each received  0.50  2 of 4

How fast
half acknowledged within           0.1 days  of 1
90 % acknowledged within           0.1 days  of 1
half, counting the unacknowledged  not reached  2 not yet
half answered within               2.0 days  of 2
90 % answered within               2.0 days  of 2
half, counting the unanswered      2.0 days  of 3; 1 not yet

What was promised
our promises kept in time     44.4 %  (18.9 to 73.3 %), 4 of 9; 3 waived or void
                              left out
their promises kept in time   50.0 %  (9.5 to 90.5 %), 1 of 2
kept in time among ourselves  100.0 %  (20.7 to 100.0 %), 1 of 1

How it went
upheld, of those decided            50.0 %  (9.5 to 90.5 %), 1 of 2
escalated, of those received        25.0 %  (4.6 to 69.9 %), 1 of 4
mean peak level                     0.50  of 4
mean handovers                      0  of 1
good interactions, of good and bad  50.0 %  (9.5 to 90.5 %), 1 of 2; 1
                                    compliment

Backlog by age
Age in days  Open
0-2             0
3-5             0
6-10            0
11-20           1
21-40           0
41-56           2
> 56            0

Where they stand
Status     Complaints
received            1
responded           1
closed              1
withdrawn           1

Redress
Currency  Redress  Answers   Mean  Goodwill
EUR         12.50        1  12.50      0.00

2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z (before: from
2026-09-01T00:00:00Z), as of 2026-11-21T09:00:00Z (UTC); ledger c2b4ce3452b2
$ crmtrack report summary --period 2026-10-02..2026-10-05 customer:acme
Summary
How many
received                  1  before 1 (0); from 1 customer
open now                  1
ended, for each received  1  1 of 1; before 0 (+1)

How fast
half, counting the unacknowledged  not reached  before 0.1 days; 1 not yet
half, counting the unanswered      not reached  before 2.0 days; 1 not yet

What was promised
our promises kept in time  33.3 %  (6.1 to 79.2 %), 1 of 3; before 100.0 %
                           (-66.7 points)

How it went
upheld, of those decided      100.0 %  (20.7 to 100.0 %), 1 of 1
escalated, of those received  0.0 %  (0.0 to 79.3 %), 0 of 1; before 0.0 % (0.0
                              points)
mean peak level               0  of 1; before 0 (0)

Backlog by age
Age in days  Open
0-2             0
3-5             0
6-10            0
11-20           0
21-40           0
41-56           1
> 56            0

Where they stand
Status    Complaints
received           1

Redress
Currency  Redress  Answers   Mean  Goodwill
EUR         12.50        1  12.50      0.00

2026-10-02T00:00:00Z to 2026-10-06T00:00:00Z (before: from
2026-09-28T00:00:00Z), as of 2026-11-21T09:00:00Z (UTC), filter customer:acme;
ledger c2b4ce3452b2
$ crmtrack report reasons
Reasons
received                5
reasons that make 80 %  66.7 %  2 of 3
filed under 'other'     20.0 %  (3.6 to 62.4 %), 1 of 5

Delay           3  ██████████████████████████████████████████████████
Something else  1  ████████████████▋
Not available   1  ████████████████▋

By reason
Reason  Received   Share      Sum  Open  Esc.  Decided  Upheld
delay          3  60.0 %   60.0 %     2     0        1       1
other          1  20.0 %   80.0 %     0     0        0       0
outage         1  20.0 %  100.0 %     1     1        1       0

more than 10 % are filed under 'other': a reason seems to be missing

all time, as of 2026-11-21T09:00:00Z (UTC); ledger c2b4ce3452b2
$ crmtrack report escalations
Escalations
escalated, of those received              20.0 %  (3.6 to 62.4 %), 1 of 5
mean peak level                           0.40  of 5
open above level 0 now                    1
time to an answer of whom it went to, m…  0.1 days  of 1
escalations without an answer             0.0 %  (0.0 to 79.3 %), 0 of 1

What set them off
Trigger   Escalations
severity            1

Where they went
To level              All  Accepted  Declined  Returned  Overtaken  No answer
2 complaints manager    1         1         0         0          0          0

Escalated and open
Complaint   Level  With             Answer  Since       Summary
p4frvk7ghp      2  ben@example.com  accept  2026-10-06  Shop down

all time, as of 2026-11-21T09:00:00Z (UTC); ledger c2b4ce3452b2

# As data.

$ crmtrack report reasons --json | python3 -c 'import json, sys; d = json.load(sys.stdin); print(list(d)); print(list(d["meta"])); print(*d["measures"], sep="\n"); print(*[[t["name"], *t["columns"]] for t in d["tables"]], sep="\n")'
['format_version', 'command', 'report', 'meta', 'measures', 'tables']
['commit', 'policy_commit', 'from', 'to', 'now', 'zone', 'tzdata', 'filter', 'measures_version']
{'measure': 'volume', 'group': None, 'value': 5, 'n': 5, 'denominator': None, 'low': None, 'high': None, 'unit': 'complaints', 'before': None}
{'measure': 'concentration', 'group': None, 'value': 0.6666666666666666, 'n': 2, 'denominator': 3, 'low': None, 'high': None, 'unit': 'share', 'before': None}
{'measure': 'other_share', 'group': None, 'value': 0.2, 'n': 1, 'denominator': 5, 'low': 0.03622410822563068, 'high': 0.624465372970005, 'unit': 'share', 'before': None}
['reasons', 'reason', 'label', 'volume', 'share', 'cumulative', 'open', 'escalated', 'decided', 'upheld']
$ crmtrack report summary --json | python3 -c 'import json, sys
> for m in json.load(sys.stdin)["measures"]: print(m["measure"], m["group"], m["value"], m["n"], m["denominator"], m["unit"])'
volume None 5 5 None complaints
backlog None 3 3 None complaints
clearance None 0.4 2 5 ratio
time_to_acknowledge_median None 0.125 1 None calendar_days
time_to_acknowledge_p90 None 0.125 1 None calendar_days
time_to_acknowledge_km_median None None 4 None calendar_days
time_to_resolution_median None 2 2 None calendar_days
time_to_resolution_p90 None 2 2 None calendar_days
time_to_resolution_km_median None 2 4 None calendar_days
promises_kept None 0.3333333333333333 4 12 share
promises_kept_stated None None 0 0 share
acknowledged None 0.5 1 2 share
promises_kept_internal None 1 1 1 share
replies_third_party None None 0 0 share
uphold_rate None 0.5 1 2 share
escalation_rate None 0.2 1 5 share
mean_peak_level None 0.4 5 None level
handovers None 0 1 None handovers
praise None 0.5 1 2 share
$ crmtrack report reasons --format csv
hint: this is the table measures: the figures; others: --table reasons
measure,group,value,n,denominator,low,high,unit
"volume",,5,5,,,,"complaints"
"concentration",,0.6666666666666666,2,3,,,"share"
"other_share",,0.2,1,5,0.03622410822563068,0.624465372970005,"share"
$ crmtrack report reasons --format markdown
# Reasons

| | | |
| --- | --- | --- |
| received | 5 | |
| reasons that make 80 % | 66.7 % | 2 of 3 |
| filed under 'other' | 20.0 % | (3.6 to 62.4 %), 1 of 5 |

| | |
| --- | ---: |
| Delay | 3 |
| Something else | 1 |
| Not available | 1 |

## By reason

| Reason | Received | Share | Sum | Open | Esc. | Decided | Upheld |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| delay | 3 | 60.0 % | 60.0 % | 2 | 0 | 1 | 1 |
| other | 1 | 20.0 % | 80.0 % | 0 | 0 | 0 | 0 |
| outage | 1 | 20.0 % | 100.0 % | 1 | 1 | 1 | 0 |

more than 10 % are filed under 'other': a reason seems to be missing

all time, as of 2026-11-21T09:00:00Z (UTC); ledger c2b4ce3452b2
$ crmtrack report escalations --format tsv
hint: this is the table measures: the figures; others: --table triggers, levels, open
escalation_rate		0.2	1	5	0.03622410822563068	0.624465372970005	share
mean_peak_level		0.4	5				level
escalated_now		1	1				complaints
time_to_accept_median		0.08333333333333333	1				calendar_days
unanswered		0	0	1	0	0.7934506882081973	share

# Every figure lists its records.

$ crmtrack report summary --records volume | wc -l
5
$ crmtrack report summary --records backlog | xargs crmtrack show | grep -c ^Story
3
$ crmtrack report summary --records escalation_rate | sed "s/$c/C/"
C

# Nothing in it at all.

$ crmtrack report summary age.min:9999
Summary
How many
received  0  from 0 customers
open now  0

all time, as of 2026-11-21T09:00:00Z (UTC), filter age.min:9999; ledger
c2b4ce3452b2
$ crmtrack report reasons age.min:9999
Reasons
received  0

all time, as of 2026-11-21T09:00:00Z (UTC), filter age.min:9999; ledger
c2b4ce3452b2
$ crmtrack report escalations --period 2025
Escalations
open above level 0 now  1

Escalated and open
Complaint   Level  With             Answer  Since       Summary
p4frvk7ghp      2  ben@example.com  accept  2026-10-06  Shop down

2025-01-01T00:00:00Z to 2026-01-01T00:00:00Z (before: from
2024-01-01T00:00:00Z), as of 2026-11-21T09:00:00Z (UTC); ledger c2b4ce3452b2

# Refusals.

$ crmtrack report
summary	How many complaints are there, how fast and how well do we answer them?	overview
perception	How do customers perceive each project, and which way does it go?	overview
kpi	Are complaints handled well: the ten key figures?	overview
reasons	What do customers complain about most?	fewer_complaints
channels	Through which channels do which complaints come in?	fewer_complaints
flow	What comes in, what ends, what stays open, and how old is it?	solved_at_once
targets	Which of the times that policy sets are met?	kept_promises
promises	Who keeps their promises, we and our customers, and what is still owed?	kept_promises
escalations	What goes up, why, where to, and who has not answered?	solved_at_once
effort	How much time do complaints take, with the customer and without?	solved_at_once
workload	What has each team to do?	fair_to_people
recurrence	Do complaints of a cause come back after it was fixed?	fewer_complaints
retention	Do customers stay in touch after a complaint as before?	overview
pauses	How long do we say that we wait for customers, and do we?	honest_figures
plans	Are the steps of plans kept by their dates, and do they help?	kept_promises
compliance	What is missing now: an owner, a next step, an answer?	kept_promises
health	Which projects begin to fail, and by which signs?	warned_early
terms	Which words set these complaints apart, and what goes together with a word?	fewer_complaints
lessons	What went wrong, and what did we learn from it?	fewer_complaints
praise	Whom do reviews and customers praise, in their words?	fair_to_people
notifications	Whom did the rules tell what, and what was not sent?	kept_promises
regulator	What does the half-yearly return to the regulator say, by firm?	honest_figures
viewings	Who looked at figures about me, and at whose did I look?	fair_to_people
trail	Which records has this complaint, from whom, when, and signed by whom?	honest_figures
client	What may the customer see of this complaint?	kept_promises
$ crmtrack report sumary
crmtrack: cannot report 'sumary': no such report
hint: did you mean summary?
hint: reports: summary, perception, kpi, reasons, channels, flow, targets, promises, escalations, effort, workload, recurrence, retention, pauses, plans, compliance, health, terms, lessons, praise, notifications, regulator, viewings, trail, client
[2]
$ crmtrack report summary statsu:open
crmtrack: cannot read the filter 'statsu:open' at column 1: no key 'statsu', nearest: 'status'; quote it to look for the text
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]
$ crmtrack report summary --period someday
crmtrack: cannot read the period 'someday': not a date or span
hint: spans: 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
hint: or a series: day, week, month, quarter, half, year
[2]
$ crmtrack report summary --period 2026-11..2026-10
crmtrack: cannot use the period '2026-11..2026-10': it ends before it begins
[2]
$ crmtrack report summary --records nothing
crmtrack: cannot find the measure 'nothing': report summary has no such measure
hint: measures of summary, each with its name on the screen: volume: received; backlog: open now; clearance: ended, for each received; time_to_acknowledge_median: half acknowledged within; time_to_acknowledge_p90: 90 % acknowledged within; time_to_acknowledge_km_median: half, counting the unacknowledged; time_to_resolution_median: half answered within; time_to_resolution_p90: 90 % answered within; time_to_resolution_km_median: half, counting the unanswered; promises_kept: our promises kept in time; promises_kept_stated: of these, made in words; acknowledged: their promises kept in time; promises_kept_internal: kept in time among ourselves; replies_third_party: third parties' replies in time; uphold_rate: upheld, of those decided; escalation_rate: escalated, of those received; mean_peak_level: mean peak level; handovers: mean handovers; praise: good interactions, of good and bad
[2]
