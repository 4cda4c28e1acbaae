# Early warning on a ledger with a planted rise: five projects of 40 weeks, of which apollo doubles in 2026-w44.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com
$ crmtrack -q init desk && cd desk
$ cat > ../planted.awk <<'END'
> # Counts that scatter around 4 a week; each project takes the list from another place.
> BEGIN {
>   split("4 6 3 5 2 4 7 3 4 2 5 4 1 6 4 3 5 4 2 6", usual)
>   split("apollo borealis cassini dione europa", project)
>   split("billing outage manners delivery", reason)
>   print "Date received,Product,Issue,Company,State,Submitted via,Company response to consumer,Complaint ID"
>   monday = 1770595200  # 2026-02-09
>   for (week = 0; week < 41; ++week)
>     for (p = 1; p <= 5; ++p) {
>       many = usual[(week + 7 * p) % 20 + 1] * (p == 1 && week >= from ? 2 : 1)
>       for (i = 0; i < many; ++i)
>         print strftime("%Y-%m-%dT%H:%M:%SZ", monday + (week * 7 + i % 7) * 86400 + i * 600, 1) "," project[p] "," reason[(id % 4) + 1] ",Acme,NY,Web,In progress," ++id
>     }
> }
> END
$ awk -v from=37 -f ../planted.awk > ../complaints.csv; crmtrack -q import csv ../complaints.csv --map cfpb
new 836, known 0, differing 0, rejected 0

# It finds that project, and nothing else; behind the signal stand the complaints.
$ crmtrack warn
21atgh	new	volume	project:apollo	2026-w46	poisson_limit	14	4	12	7.63284e-05	14		14 complaints in 2026-w46, where 4 a week are usual and 12 too many
a91505	new	volume	project:apollo	2026-w46	cusum	10	4	5.5	0.000210068	22		14 complaints in 2026-w46, where 4 a week are usual; the excess of the last weeks adds up to 10 (limit 5.5)
2 signals, 2 new; 28 series were tested up to the end of 2026-w46
[1]
$ crmtrack warn --format json
{"format_version": 1, "command": "warn", "items": [
{"signal": "21atgh", "method": "poisson_limit", "measure": "volume", "group": "project:apollo", "period": "2026-w46", "value": 14, "baseline": 4, "limit": 12, "p": 7.632841534333029e-05, "state": "new", "trips": true, "owner": null, "why": null, "raised_at": null, "says": "14 complaints in 2026-w46, where 4 a week are usual and 12 too many", "records": ["20261109-gg4e6b9g1c", "20261109-5me7155s1b", "20261110-drw2c4z8xm", "20261110-w04fqf3ajr", "20261111-6bt8nbj4pa", "20261111-866tzyn1r7", "20261112-270bsqcj3e", "20261112-m5p19tgdkq", "20261113-s8xrs4p5yh", "20261113-02fp331k0f", "20261114-ag5drt4r6t", "20261114-xywvka6jx8", "20261115-gekd6k57ex", "20261115-69jd50vhs0"]},
{"signal": "a91505", "method": "cusum", "measure": "volume", "group": "project:apollo", "period": "2026-w46", "value": 10, "baseline": 4, "limit": 5.5, "p": 0.00021006845463111481, "state": "new", "trips": true, "owner": null, "why": null, "raised_at": null, "says": "14 complaints in 2026-w46, where 4 a week are usual; the excess of the last weeks adds up to 10 (limit 5.5)", "records": ["20261102-kjw913xedb", "20261102-xehgbpq5yd", "20261103-59ag140vp3", "20261104-974r50fpac", "20261105-501a6sqs28", "20261106-2f6vfwka4b", "20261107-waf2y1fq69", "20261108-35h120zkrs", "20261109-gg4e6b9g1c", "20261109-5me7155s1b", "20261110-drw2c4z8xm", "20261110-w04fqf3ajr", "20261111-6bt8nbj4pa", "20261111-866tzyn1r7", "20261112-270bsqcj3e", "20261112-m5p19tgdkq", "20261113-s8xrs4p5yh", "20261113-02fp331k0f", "20261114-ag5drt4r6t", "20261114-xywvka6jx8", "20261115-gekd6k57ex", "20261115-69jd50vhs0"]}
]}
2 signals, 2 new; 28 series were tested up to the end of 2026-w46
[1]
$ crmtrack warn --format csv
signal,state,measure,group,period,method,value,baseline,limit,p,records,owner,what
"21atgh","new","volume","project:apollo","2026-w46","poisson_limit",14,4,12,7.63284e-05,14,,"14 complaints in 2026-w46, where 4 a week are usual and 12 too many"
"a91505","new","volume","project:apollo","2026-w46","cusum",10,4,5.5,0.000210068,22,,"14 complaints in 2026-w46, where 4 a week are usual; the excess of the last weeks adds up to 10 (limit 5.5)"
2 signals, 2 new; 28 series were tested up to the end of 2026-w46
[1]
$ crmtrack warn --format table
21atgh  new  volume of project:apollo, since 2026-w46
  14 complaints in 2026-w46, where 4 a week are usual and 12 too many
a91505  new  volume of project:apollo, since 2026-w46
  14 complaints in 2026-w46, where 4 a week are usual; the excess of the last
  weeks adds up to 10 (limit 5.5)
2 signals, 2 new; 28 series were tested up to the end of 2026-w46
[1]
$ crmtrack warn --records a91505 | sort > ../behind; crmtrack -q list --all --fields id project:apollo received:2026-11-02..2026-11-15 | sort | diff - ../behind && wc -l < ../behind
22
$ crmtrack warn project:borealis
0 signals, 0 new; 12 series were tested up to the end of 2026-w46

# Charts show what led to them: every complaint, and the series of each signal.
$ crmtrack -q warn --chart | sed -n '/^volume\/project:apollo/,$p' | sed -n '1,5p;$p'
volume/project:apollo by week (complaints)
Centre and limits come from the first 20 periods.
period    complaints  centre  upper limit  signal
2026-w08           4       4           12
2026-w09           2       4           12
2026-w46          14       4           12  beyond the limit, cusum
$ crmtrack report health --chart --table volume_project_apollo --format csv | sed -n '1,3p;36,$p'
period,value,n,lower_limit,centre,upper_limit,signal
"2026-w08",4,,,4,12,
"2026-w09",2,,,4,12,
"2026-w42",3,,,4,12,
"2026-w43",5,,,4,12,
"2026-w44",4,,,4,12,
"2026-w45",8,,,4,12,
"2026-w46",14,,,4,12,"beyond the limit, cusum"
$ crmtrack report health --chart --json | python3 -c 'import json, sys; print([t["name"] for t in json.load(sys.stdin)["tables"]])'
['signals', 'volume', 'volume_project_apollo']
$ crmtrack report health --format html | grep -c 'class="signal"'
2

# Without the rise it finds nothing.
$ awk -v from=99 -f ../planted.awk > ../quiet.csv; crmtrack -q init ../quiet && crmtrack -q -C ../quiet import csv ../quiet.csv --map cfpb; crmtrack -C ../quiet warn
new 820, known 0, differing 0, rejected 0
0 signals, 0 new; 28 series were tested up to the end of 2026-w46

# Nothing was known before the import; a week before the rise, there was nothing to say.
$ crmtrack warn --as-of 2026-11-20
nothing can be tested yet: that takes 16 weeks of complaints, and 20 weeks for a baseline
$ CRMTRACK_NOW=2026-10-26T08:00:00Z crmtrack warn
0 signals, 0 new; 28 series were tested up to the end of 2026-w43

# The health of projects: one measure is one signal, two would be red.
$ crmtrack report health
Health of projects
projects with two independent signals  0  0 of 5
projects with a signal                 1  1 of 5

apollo  one signal
  21atgh  volume since 2026-w46 [new]: 14 complaints in 2026-w46, where 4 a week
  are usual and 12 too many; 14 complaints
  a91505  volume since 2026-w46 [new]: 14 complaints in 2026-w46, where 4 a week
  are usual; the excess of the last weeks adds up to 10 (limit 5.5); 22
  complaints

all time, as of 2026-11-21T09:12:00Z (UTC); ledger 93363e2fd7ea


$ crmtrack report health --format json | head -20
{"format_version": 1, "command": "report", "report": "health", "meta": {"commit": "93363e2fd7ea0a85df1eaed7f22cba6a5d069fc0", "policy_commit": "1eafc9853ec5f03f8e68823af820591c595ea90c", "from": null, "to": null, "now": "2026-11-21T09:12:00Z", "zone": "UTC", "tzdata": "2025b", "filter": "", "measures_version": 1}, "measures": [{"measure": "projects_red", "group": null, "value": 0, "n": 0, "denominator": 5, "low": null, "high": null, "unit": "projects", "before": null}, {"measure": "projects_signalled", "group": null, "value": 1, "n": 1, "denominator": 5, "low": null, "high": null, "unit": "projects", "before": null}], "tables": [{"name": "signals", "columns": ["project", "health", "signal", "measure", "since", "state", "records", "says"], "rows": [["apollo", "signal", "21atgh", "volume", "2026-w46", "new", 14, "14 complaints in 2026-w46, where 4 a week are usual and 12 too many"], ["apollo", "signal", "a91505", "volume", "2026-w46", "new", 22, "14 complaints in 2026-w46, where 4 a week are usual; the excess of the last weeks adds up to 10 (limit 5.5)"]]}]}
$ crmtrack report health --records projects_signalled | wc -l
22

# A person takes it up, then says why; each is a record with a reason in the journal.
$ crmtrack warn acknowledge 21atgh
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack warn acknowledge zzzzzz --why x
crmtrack: cannot find the signal 'zzzzzz'
hint: signals: 21atgh, a91505
[3]
$ crmtrack -q warn acknowledge 21a --why 'I ask the plant' > /dev/null; crmtrack -q warn --fields signal,state,owner
21atgh	acknowledged	asha@example.com
a91505	new	
[1]
$ crmtrack warn acknowledge 21atgh --why again
crmtrack: cannot say that '21atgh' is acknowledged: asha@example.com said so already
hint: see crmtrack warn
[5]
$ crmtrack warn explain 21atgh --why 'The release of October' --by ben@example.com -n
dry run: nothing was written (1 file would be)
# journal/2026/11/16/t072fcxvfz/01m7yp0xr1vsfef05snznkyxn9-alarm.yaml
kind: alarm
at: 2026-11-21T09:12:00Z
by: ben@example.com
after: [01m7yp0xr0z0d0h9w5zcjymcyw]
signal: 21atgh
measure: volume
method: poisson_limit
group: project:apollo
period: 2026-w46
state: explained
why: The release of October
$ crmtrack -q warn explain 21atgh --why 'The release of October' --by ben@example.com > /dev/null; crmtrack -q warn --fields signal,state,owner
21atgh	explained	ben@example.com
a91505	new	
[1]
$ crmtrack -q undo > /dev/null; crmtrack -q warn --fields signal,state,owner
21atgh	acknowledged	asha@example.com
a91505	new	
[1]
$ crmtrack -q warn act 21atgh --why 'Rolled back' > /dev/null; crmtrack -q warn --format json | grep -o '"state.*"raised_at'
"state": "acted", "trips": true, "owner": "asha@example.com", "why": "Rolled back", "raised_at
"state": "new", "trips": true, "owner": null, "why": null, "raised_at
$ git log -1 --format='%s%n%b' refs/heads/ledger
alarm 20261116-t072fcxvfz: signal 21atgh acted
Record: 01m7yp0xr397h2jwmqzj5g8x3a
Policy: 1eafc9853ec5f03f8e68823af820591c595ea90c
$ crmtrack audit
6 commits with 840 files looked at; 0 faults, 0 warnings, 1 notice
nothing changed, removed or hidden, as far as this clone knows, of 6 commits with 840 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
notice	by_other	929150f8e70e4e6725b8dbb0e22cd74edc6eb122	journal/2026/11/16/t072fcxvfz/01m7yp0xr1vsfef05snznkyxn9-alarm.yaml	asha@example.com	2026-11-21T09:12:00Z	by ben@example.com, recorded by asha@example.com

# Another baseline: of what is usual from now on.
$ crmtrack warn baseline volume/project:apolo --why x
crmtrack: cannot find the series 'volume/project:apolo'
hint: did you mean volume/project:apollo or volume/project:dione or volume/project:europa?
hint: a series is a measure, or a measure and its group: volume, volume/project:apollo
[3]
$ crmtrack warn baseline volume/project:apollo --why x --from 2026-10-01 --to 2026-11-15
crmtrack: cannot set a baseline of 6 complete weeks: it takes 20
hint: leave --to out: the baseline is complete when enough have passed since --from
[5]
$ crmtrack warn baseline praise --why x
crmtrack: cannot set a baseline of 'praise': it has none
hint: praise is compared with the 12 weeks before, silence with all gaps of the customer
[5]
$ crmtrack warn baseline volume/project:apollo --why x --from yesteryear
crmtrack: cannot read --from 'yesteryear': not a date or span
hint: spans: 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
[2]
$ crmtrack -q warn baseline volume/project:apollo --why 'Twice the customers' --from 2026-10-26 > /dev/null; crmtrack warn
0 signals, 0 new; 27 series were tested up to the end of 2026-w46
$ crmtrack -q undo > /dev/null; crmtrack -q warn --fields signal,state
21atgh	acted
a91505	new
[1]

# The length of the periods is policy's.
$ printf 'settings:\n  period: fortnight\n' > policy/settings.yaml; crmtrack policy check
policy/settings.yaml:2:11	error	'period' is 'fortnight', but must be one of day, week, month, quarter, year
policy: 1 error, 0 warnings
[1]
$ printf 'settings:\n  period: month\n' > policy/settings.yaml; git add policy && git commit -qm 'Months'; crmtrack warn
0 signals, 0 new; 10 series were tested up to the end of 2026-10
