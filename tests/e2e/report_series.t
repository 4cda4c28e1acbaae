# A report period by period.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-$1T${2:-09:00:00}Z; }
$ take() { crmtrack -q new "$@"; }
$ on 08-30; a=$(take -c acme -p apollo -r delay --channel phone -m 'Parcel one')
$ on 10-02; b=$(take -c acme -p apollo -r delay --channel email -m 'Parcel two')
$ on 10-05; c=$(take -c globex -p borealis -r outage --channel web -m 'Shop down')
$ on 10-07; crmtrack -q resolve $a --outcome upheld --code apology -m x > /dev/null
$ on 11-03; d=$(take -c initech -r delay --channel phone -m 'Parcel three')
$ on 11-21

# From the first complaint to the period of now. Figures of now are no part of it.

$ crmtrack report summary --period month
Summary by period
2026-08  1  █████████████████████████
2026-09  0
2026-10  2  ██████████████████████████████████████████████████
2026-11  1  █████████████████████████

period   Received  Ended each  Ack.   Answered   Kept   Upheld  Escalated
2026-08         1           0        38.0 days  0.0 %               0.0 %
2026-09         0                               0.0 %
2026-10         2           0                   0.0 %  100.0 %      0.0 %
2026-11         1           0                   0.0 %               0.0 %
all             4           0        38.0 days  0.0 %  100.0 %      0.0 %

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 434af5e6901b
$ crmtrack report summary --period quarter --figure volume
Summary by period: received
2026-q3  1  ████████████████▋
2026-q4  3  ██████████████████████████████████████████████████

period   value  n
2026-q3      1  1
2026-q4      3  3
all          4  4

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 434af5e6901b
$ crmtrack report summary --period half --figure volume
Summary by period: received
period   value  n
2026-h2      4  4
all          4  4

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 434af5e6901b
$ crmtrack report summary --period week --from 2026-09-30 --to 2026-10-10 --figure volume
Summary by period: received
2026-w40  1  ██████████████████████████████████████████████████
2026-w41  1  ██████████████████████████████████████████████████

period    value  n
2026-w40      1  1
2026-w41      1  1
all           2  2

2026-09-30T00:00:00Z to 2026-10-11T00:00:00Z, as of 2026-11-21T09:00:00Z (UTC);
ledger 434af5e6901b
$ crmtrack report summary --period month --by project
Summary by period and project: received
period   apollo  borealis  (none)  all
2026-08       1         0       0    1
2026-09       0         0       0    0
2026-10       1         1       0    2
2026-11       0         0       1    1
all           2         1       1    4

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 434af5e6901b

# Behind a figure stand the complaints of that period.

$ crmtrack report summary --period month --records 'volume[2026-10]' | wc -l
2

# Without complaints there is nothing to tell.

$ crmtrack report summary --period month project:none
Summary by period
period  Received  Ended each  Ack.  Answered  Kept  Upheld  Escalated  Praise
all            0

all time, as of 2026-11-21T09:00:00Z (UTC), filter project:none; ledger
434af5e6901b

# Bounds without a series.

$ crmtrack report summary --from 2026-10 --records volume | wc -l
3
$ crmtrack report summary --to 2026-10-04 --records volume | wc -l
2

# Refusals.

$ crmtrack report summary --period day --from 2020-01-01
crmtrack: cannot report 2517 periods: a series has at most 400
hint: give --from and --to, or a longer --period: week, month, quarter, year
[2]
$ crmtrack report summary --period 2026-q3 --from 2026-08
crmtrack: cannot report --period 2026-q3 with --from or --to
hint: a span is bounds enough; with --from and --to, --period takes day, week, month, quarter, half, year
[2]
$ crmtrack report summary --from 2026-10 --to 2026-09
crmtrack: cannot report from 2026-10 to 2026-09: that ends before it begins
[2]
$ crmtrack report summary --from someday
crmtrack: cannot read --from 'someday': not a date
hint: dates: 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
[2]
$ crmtrack report compliance --period month
crmtrack: cannot split report compliance into groups or a series: it tells what records say
[2]
$ crmtrack report summary --period month --by project,reason
crmtrack: cannot group by more than two keys
hint: the periods of a series are one key: give --by one more, or --period a span
[2]
