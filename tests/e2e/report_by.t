# A report by one key, or by two.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-$1T${2:-09:00:00}Z; }
$ take() { crmtrack -q new "$@"; }
$ on 10-01; a=$(take -c acme -p apollo -r delay -s low --channel phone -m 'Parcel one')
$ on 10-02; b=$(take -c acme -p apollo -r delay -s high --channel email -m 'Parcel two')
$ on 10-05; c=$(take -c globex -p borealis -r outage -s critical --channel web -m 'Shop down')
$ on 10-20; d=$(take -c globex -p borealis -r other -s medium --channel phone -m 'Something')
$ on 11-03; e=$(take -c initech -r delay -s medium --channel phone -m 'Parcel three')
$ on 10-03; crmtrack -q resolve $a --outcome upheld --code apology -m x > /dev/null
$ on 10-07; crmtrack -q resolve $c --outcome not_upheld --code explained -m x > /dev/null
$ on 11-21

# One key: each measure for each group, the largest first, and for all.

$ crmtrack report summary --by project
Summary by project
apollo    2  ██████████████████████████████████████████████████
borealis  2  ██████████████████████████████████████████████████
(none)    1  █████████████████████████

project   Received  Open now  Ended each  Ack.  Answered    Kept   Upheld
apollo           2         2           0        2.0 days  20.0 %  100.0 %
borealis         2         2           0        2.0 days  20.0 %    0.0 %
(none)           1         1           0                   0.0 %
all              5         5           0        2.0 days  15.4 %   50.0 %

all time, as of 2026-11-21T09:00:00Z (UTC); ledger a7692b575ff5
$ crmtrack report summary --by severity --figure uphold_rate
Summary by severity: upheld, of those decided
low       100.0 %  ██████████████████████████████████████████████████
critical    0.0 %

severity    value  n  of     low     high
low       100.0 %  1   1  20.7 %  100.0 %
medium             0   0
high               0   0
critical    0.0 %  0   1   0.0 %   79.3 %
all        50.0 %  1   2   9.5 %   90.5 %

all time, as of 2026-11-21T09:00:00Z (UTC); ledger a7692b575ff5
$ crmtrack report summary --by month --figure received
Summary by month: received
2026-10  4  ██████████████████████████████████████████████████
2026-11  1  ████████████▌

month    value  n
2026-10      4  4
2026-11      1  1
all          5  5

all time, as of 2026-11-21T09:00:00Z (UTC); ledger a7692b575ff5

# Two keys: one measure, with totals of both.

$ crmtrack report summary --by reason,channel
Summary by reason and channel: received
reason  phone  email  web  all
delay       2      1    0    3
other       1      0    0    1
outage      0      0    1    1
all         3      1    1    5

all time, as of 2026-11-21T09:00:00Z (UTC); ledger a7692b575ff5
$ crmtrack report summary --by project,severity --figure uphold_rate --period 2026-10
Summary by project and severity: upheld, of those decided
project       low  medium  high  critical      all
apollo    100.0 %                          100.0 %
borealis                            0.0 %    0.0 %
(none)
all       100.0 %                   0.0 %   50.0 %

2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z (before: from
2026-09-01T00:00:00Z), as of 2026-11-21T09:00:00Z (UTC); ledger a7692b575ff5

# Behind the figure of a group stand its complaints.

$ crmtrack report summary --by project --records 'volume[apollo]' | wc -l
2
$ crmtrack report summary --by reason,channel --records 'volume[delay, phone]' | wc -l
2
$ crmtrack report summary --by reason,channel --records 'volume[delay, *]' | wc -l
3

# For programs: each measure with its group, and the table.

$ crmtrack report summary --by reason,channel --json | jq -c '.meta.by, (.measures[] | select(.measure == "volume") | [.group, .value])'
["reason","channel"]
[null,5]
["delay, *",3]
["delay, phone",2]
["delay, email",1]
["other, *",1]
["other, phone",1]
["outage, *",1]
["outage, web",1]
["*, phone",3]
["*, email",1]
["*, web",1]
$ crmtrack report summary --by project --format csv --table groups | cut -d, -f1-5
project,volume,backlog,clearance,time_to_acknowledge_median
"apollo",2,2,0,
"borealis",2,2,0,
"(none)",1,1,0,
"all",5,5,0,

# A period, beside which the groups have no one before.

$ crmtrack report reasons --by project --from 2026-10-02 --to 2026-10-05
Reasons by project
apollo    1  ██████████████████████████████████████████████████
borealis  1  ██████████████████████████████████████████████████

project   Received  80 % in  Other
apollo           1  100.0 %  0.0 %
borealis         1  100.0 %  0.0 %
all              2  100.0 %  0.0 %

2026-10-02T00:00:00Z to 2026-10-06T00:00:00Z (before: from
2026-09-28T00:00:00Z), as of 2026-11-21T09:00:00Z (UTC); ledger a7692b575ff5

# Refusals.

$ crmtrack report summary --by projekt
crmtrack: cannot group by 'projekt': no such key
hint: did you mean project?
hint: keys: customer, segment, region, project, reason, channel, severity, outcome, cause, level, team, month
[2]
$ crmtrack report summary --by project,reason,channel
crmtrack: cannot group by more than two keys
hint: the periods of a series are one key: give --by one more, or --period a span
[2]
$ crmtrack report summary --by project,project
crmtrack: cannot group by 'project' twice
[2]
$ crmtrack report lessons --by project
crmtrack: cannot split report lessons into groups or a series: it tells what records say
[2]
$ crmtrack report summary --figure volume
crmtrack: cannot choose a --figure of a report that is not split
hint: add --by KEY or --period month; a single figure is in --format json, its complaints in --records
[2]
$ crmtrack report summary --by project --figure nothing
crmtrack: cannot find the measure 'nothing': report summary has no such measure
hint: measures of summary, each with its name on the screen: volume: received; backlog: open now; clearance: ended, for each received; time_to_acknowledge_median: half acknowledged within; time_to_acknowledge_p90: 90 % acknowledged within; time_to_acknowledge_km_median: half, counting the unacknowledged; time_to_resolution_median: half answered within; time_to_resolution_p90: 90 % answered within; time_to_resolution_km_median: half, counting the unanswered; promises_kept: our promises kept in time; promises_kept_stated: of these, made in words; acknowledged: their promises kept in time; promises_kept_internal: kept in time among ourselves; replies_third_party: third parties' replies in time; uphold_rate: upheld, of those decided; escalation_rate: escalated, of those received; mean_peak_level: mean peak level; handovers: mean handovers; praise: good interactions, of good and bad
[2]
$ crmtrack report summary --by project --records 'volume[nobody]'
crmtrack: cannot find the measure 'volume[nobody]': report summary has no such group
hint: groups: apollo; borealis; (none)
[2]
$ crmtrack report summary --records 'volume[apollo]'
crmtrack: cannot find the measure 'volume[apollo]': report summary has no such group
hint: only with --by or a series has a figure groups
[2]
$ crmtrack report trail $a --by project
crmtrack: cannot report trail with --by: it tells what records say, whole
[2]
