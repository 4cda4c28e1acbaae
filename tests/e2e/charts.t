# Charts of reports: their numbers in a pipe, a page of HTML, and pictures by gnuplot.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-$1T${2:-09:00:00}Z; }
$ take() { crmtrack -q new "$@"; }
$ crmtrack -q reason add wrong-bill --label 'Wrong <b>bill</b> & "fees"' --question 'Too much?' --why 'They ask' > /dev/null
$ on 09-01; a=$(take -c acme -p apollo -r delay -m 'Parcel one')
$ on 10-02; b=$(take -c acme -p apollo -r delay -m 'Parcel two')
$ on 10-05; c=$(take -c globex -p borealis -r wrong-bill -m 'Paid twice')
$ on 11-03; e=$(take -c initech -r delay -m 'Parcel three')
$ on 09-03 21:00:00; crmtrack -q resolve $a --outcome upheld --code explained --cause delay -m x > /dev/null; crmtrack -q withdraw $a --evidence signed > /dev/null
$ on 10-06; crmtrack -q escalate $c --to 2 --person ben@example.com --trigger severity --why 'All shops' > /dev/null
$ on 10-07; crmtrack -q email $b --expects information@fri -m 'Which address?' > /dev/null; crmtrack -q wait $b --on customer > /dev/null
$ on 11-21

# In a pipe a chart is its numbers.
$ crmtrack report summary --chart | sed -n '/^Received and/,/^all time/p'
Received and ended by month, 2026-11 so far (complaints)
period   series    complaints
2026-09  received           1
2026-10  received           2
2026-11  received           1
2026-09  ended              1
2026-10  ended              0
2026-11  ended              0

Time to first answer (share)
group                    calendar days   share  95 % low  95 % high  at risk
still without an answer              3  75.0 %    12.8 %     96.1 %        4

Backlog by age (complaints)
            complaints
0-2 days             0
3-5 days             0
6-10 days            0
11-20 days           1
21-40 days           0
41-56 days           2
> 56 days            0

Where they stand
Status     Complaints
received            2
waiting             1
withdrawn           1

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 800fb392be8d
$ crmtrack report reasons --chart | sed -n '/^Received by/,$p'
Received by reason (complaints)
                            complaints   share  share so far
Delay                                3  75.0 %        75.0 %
Wrong <b>bill</b> & "fees"           1  25.0 %       100.0 %

Received by reason and month, 2026-11 so far (complaints)
reason                      2026-09  2026-10  2026-11
Delay                             1        1        1
Wrong <b>bill</b> & "fees"        0        1        0

By reason
Reason      Received   Share      Sum  Open  Esc.  Decided  Upheld
delay              3  75.0 %   75.0 %     2     0        1       1
wrong-bill         1  25.0 %  100.0 %     1     1        0       0

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 800fb392be8d
$ crmtrack report escalations --chart
Escalations
escalated, of those received   25.0 %  (4.6 to 69.9 %), 1 of 4
mean peak level                0.50  of 4
open above level 0 now         1
escalations without an answer  100.0 %  (20.7 to 100.0 %), 1 of 1

Escalated, of those received in a month, 2026-11 so far (share)
period   series      share  95 % low  95 % high  n
2026-09  escalated   0.0 %     0.0 %     79.3 %  1
2026-10  escalated  50.0 %     9.5 %     90.5 %  2
2026-11  escalated   0.0 %     0.0 %     79.3 %  1

What set escalations off (escalations)
          escalations    share  share so far
severity            1  100.0 %       100.0 %

Where they went
To level              All  Accepted  Declined  Returned  Overtaken  No answer
2 complaints manager    1         0         0         0          0          1

Escalated and open
Complaint   Level  With             Answer    Since       Summary
tpb18xb5db      2  ben@example.com  none yet  2026-10-06  Paid twice

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 800fb392be8d
$ crmtrack report pauses --chart | head -8
Pauses
complaints that waited for the customer  1
recorded pause time                      45.0 days  of 1
of it after their contact                0.0 days  of 1
pause integrity                          0.0 %  0s of 45d

Longest pauses by complaint (calendar days)
            calendar days
$ crmtrack report health --chart
Health of projects
projects with two independent signals  0  0 of 2
projects with a signal                 0  0 of 2

volume by week (complaints)
period    complaints
2026-w37           0
2026-w38           0
2026-w39           0
2026-w40           1
2026-w41           1
2026-w42           0
2026-w43           0
2026-w44           0
2026-w45           1
2026-w46           0

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 800fb392be8d

# A terminal draws them, in Unicode or ASCII.
$ on_terminal() { TERM=dumb COLUMNS=80 script -qec "crmtrack --no-pager $*" /dev/null < /dev/null | tr -d '\r'; }
$ LC_ALL=C.UTF-8 on_terminal report reasons --chart | sed -n '/^Received by/,/^By reason/p'
Received by reason (complaints)
Delay                       3  █████████████████████████  75.0 %, so far 75.0 %
Wrong <b>bill</b> & "fees"  1  ████████                   25.0 %, so far 100.0 %

Received by reason and month, 2026-11 so far (complaints)
reason                      2026-09  2026-10  2026-11
Delay                           █ 1      █ 1      █ 1
Wrong <b>bill</b> & "fees"        0      █ 1        0

By reason
$ LC_ALL=C.UTF-8 on_terminal report summary --chart | sed -n '/^Received and/,/^Where/p'
Received and ended by month, 2026-11 so far (complaints)
2 ┤                                   ···●···
  │                             ······       ······
  │                       ······                   ······
  │                ·······                               ·······
  │          ······                                             ······
  │    ······                                                         ······
1 ┤■···                                                                     ···●
  │    ······
  │          ······
  │                ·······
  │                       ······
  │                             ······
0 ┤                                   ···■·····································■
  └─────────────────────────────────────────────────────────────────────────────
2026-09                               2026-10                            2026-11
● received   ■ ended

period   series    complaints
2026-09  received           1
2026-10  received           2
2026-11  received           1
2026-09  ended              1
2026-10  ended              0
2026-11  ended              0

Time to first answer (share)
100 % ┤─────────────────────────────────────────────────────────────────────────
      │                                                                        │
      │                                                                        │
      │                                                                        ─
      │                                                                        ░
      │                                                                        ░
 50 % ┤                                                                        ░
      │                                                                        ░
      │                                                                        ░
      │                                                                        ░
      │                                                                        ░
      │
  0 % ┤
      └─────────────────────────────────────────────────────────────────────────
       0                       1                       2                       3
calendar days
─ still without an answer   ░ 95 % interval

group                    calendar days   share  95 % low  95 % high  at risk
still without an answer              3  75.0 %    12.8 %     96.1 %        4

Backlog by age (complaints)
0-2 days    0
3-5 days    0
6-10 days   0
11-20 days  1  █████████████████████████
21-40 days  0
41-56 days  2  ██████████████████████████████████████████████████
> 56 days   0

Where they stand
$ on_terminal report escalations --chart | sed -n '/^Escalated, of/,/^$/p'
Escalated, of those received in a month, 2026-11 so far (share)
100 % ┤
      │                           ░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
 50 % ┤░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░··○··░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░░░░░░░░░░░░░······░░░░░······░░░░░░░░░░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░░░░░░░······░░░░░░░░░░░░░░░░░······░░░░░░░░░░░░░░░░░░░░░░
      │░░░░░░░░░░░░░░░░······░░░░░░░░░░░░░░░░░░░░░░░░░░░░░······░░░░░░░░░░░░░░░░
      │░░░░░░░░░░······░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░······░░░░░░░░░░
      │░░░░······░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░······░░░░
  0 % ┤○···░░░░░░░░░░░░                                         ░░░░░░░░░░░░···○
      └─────────────────────────────────────────────────────────────────────────
    2026-09                             2026-10                          2026-11
● escalated   ░ 95 % interval   ○ made from fewer than 5 cases

# Programs have them as tables, with every column.
$ crmtrack report summary --chart --table first_answer --format csv
group,time,share,low,high,at_risk
"still without an answer",3,0.75,0.12794691351395393,0.9605486428848652,4
$ crmtrack report reasons --chart --table reason_by_month --format tsv --header
row	column	value	low	high	n
Delay	2026-09	1			
Delay	2026-10	1			
Delay	2026-11	1			
Wrong <b>bill</b> & "fees"	2026-09	0			
Wrong <b>bill</b> & "fees"	2026-10	1			
Wrong <b>bill</b> & "fees"	2026-11	0			
$ crmtrack report escalations --chart --format csv 2>&1 > /dev/null
hint: this is the table measures: the figures; others: --table triggers, levels, open, escalated_by_month
$ crmtrack report summary --chart --json | python3 -c 'import json, sys; print([t["name"] for t in json.load(sys.stdin)["tables"]])'
['backlog_age', 'status', 'redress', 'flow', 'first_answer']
$ crmtrack report summary --json | python3 -c 'import json, sys; print([t["name"] for t in json.load(sys.stdin)["tables"]])'
['backlog_age', 'status', 'redress']

# A page has the charts, and loads and runs nothing. Labels never become markup.
$ crmtrack report reasons --format html > ../reasons.html; grep -c '<svg' ../reasons.html; grep -cE '<(script|link|img|iframe)|style=|href=|src=' ../reasons.html
2
0
[1]
$ grep -o '<b>bill' ../reasons.html | wc -l; grep -o 'Wrong &lt;b&gt;bill&lt;/b&gt; &amp; &quot;fees&quot;' ../reasons.html | sort -u
0
Wrong &lt;b&gt;bill&lt;/b&gt; &amp; &quot;fees&quot;
$ sed -n '/<figcaption>Received by reason (/,/<.table>/p' ../reasons.html | grep -A99 '<table'
<table>
<caption class="unseen">Received by reason (complaints)</caption>
<thead>
<tr><td></td><th scope="col" class="right">complaints</th><th scope="col" class="right">share</th><th scope="col" class="right">share so far</th></tr>
</thead>
<tbody>
<tr><th scope="row">Delay</th><td class="right">3</td><td class="right">75.0 %</td><td class="right">75.0 %</td></tr>
<tr><th scope="row">Wrong &lt;b&gt;bill&lt;/b&gt; &amp; &quot;fees&quot;</th><td class="right">1</td><td class="right">25.0 %</td><td class="right">100.0 %</td></tr>
</tbody>
</table>
$ crmtrack report reasons --format markdown | grep -c '|' ; crmtrack report reasons --chart --format markdown | sed -n '/Received by reason and/,/^By reason/p'
13
**Received by reason and month, 2026-11 so far (complaints)**

| reason | 2026-09 | 2026-10 | 2026-11 |
| --- | ---: | ---: | ---: |
| Delay | 1 | 1 | 1 |
| Wrong &lt;b&gt;bill&lt;/b&gt; &amp; "fees" | 0 | 1 | 0 |

## By reason

| Reason | Received | Share | Sum | Open | Esc. | Decided | Upheld |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| delay | 3 | 75.0 % | 75.0 % | 2 | 0 | 1 | 1 |
| wrong-bill | 1 | 25.0 % | 100.0 % | 1 | 1 | 0 | 0 |

all time, as of 2026-11-21T09:00:00Z (UTC); ledger 800fb392be8d

# Pictures come from gnuplot. Labels are text there too.
$ crmtrack report reasons --picture ../reasons.svg
hint: this is the chart pareto; --table draws another: reason_by_month
$ python3 -c 'import xml.etree.ElementTree as t; r = t.parse("../reasons.svg").getroot(); s = "{http://www.w3.org/2000/svg}"; print(r.find(s + "title").text); print(sorted({"".join(x.itertext()) for x in r.iter(s + "text")} & {"Delay", "Wrong <b>bill</b> & \"fees\""}))'
Received by reason (complaints)
['Delay', 'Wrong <b>bill</b> & "fees"']
$ crmtrack -q report escalations --table escalated_by_month --picture ../escalated.png; head -c 4 ../escalated.png | tail -c 3; echo
PNG
$ crmtrack report reasons --picture ../reasons.pdf
crmtrack: cannot draw into '../reasons.pdf': neither .svg nor .png
hint: the ending of the name says what the picture is
[2]
$ crmtrack report reasons --table reasons --picture ../reasons.svg
crmtrack: cannot draw 'reasons': report reasons has no such chart
hint: charts of reasons: pareto, reason_by_month
[2]
$ mkdir ../bin; ln -s $(command -v crmtrack) $(command -v git) ../bin/; PATH=$PWD/../bin crmtrack report reasons --picture ../reasons.svg
crmtrack: cannot draw the chart: cannot run 'gnuplot': No such file or directory
hint: install gnuplot: apt-get install gnuplot-nox
[8]
$ grep -c '</svg>' ../reasons.svg
1

# A report without charts says so, and charts of nothing are none.
$ crmtrack report lessons --chart
crmtrack: cannot report lessons with --chart: it has no chart
hint: reports with charts: summary, reasons, escalations, pauses, health
[2]
$ crmtrack report trail $a --chart
crmtrack: cannot report trail with --chart: it tells what records say, whole
[2]
$ crmtrack report reasons --chart --picture x.svg
crmtrack: cannot use --chart with --picture: one prints charts, the other draws one into a file
[2]
$ crmtrack report reasons --chart --records volume
crmtrack: cannot use --records with --chart: a list of complaints has no chart
[2]
$ crmtrack report reasons --period 2025 --picture ../none.svg; ls ../none.svg
crmtrack: cannot draw report reasons: there are no complaints
ls: cannot access '../none.svg': No such file or directory
[2]
$ crmtrack report summary --period 2025 --chart | sed -n '/^Received and/,$p'
Received and ended by month (complaints)
none

Time to first answer (share)
none

Backlog by age (complaints)
            complaints
0-2 days             0
3-5 days             0
6-10 days            0
11-20 days           1
21-40 days           0
41-56 days           2
> 56 days            0

2025-01-01T00:00:00Z to 2026-01-01T00:00:00Z (before: from
2024-01-01T00:00:00Z), as of 2026-11-21T09:00:00Z (UTC); ledger 800fb392be8d

# Early warning draws what led to its signals.
$ crmtrack warn --chart
volume by week (complaints)
period    complaints
2026-w37           0
2026-w38           0
2026-w39           0
2026-w40           1
2026-w41           1
2026-w42           0
2026-w43           0
2026-w44           0
2026-w45           1
2026-w46           0
nothing can be tested yet: that takes 16 weeks of complaints, and 20 weeks for a baseline
$ crmtrack warn --chart --format csv
crmtrack: cannot show charts in a list of signals: they are for people
hint: leave --format and --fields out, or ask for --format html or markdown
hint: for programs: crmtrack report health --chart --format json
[2]
$ crmtrack warn --chart --records xxxxxx
crmtrack: cannot use --chart with --records: a list of complaints has no chart
[2]
