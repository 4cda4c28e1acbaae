# CSV and TSV print one table of a report a call.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q new -c acme -r other -m 'One' > /dev/null; crmtrack -q new -c acme -r no-reply -m 'Two' > /dev/null
$ crmtrack report reasons --format csv
hint: this is the table measures: the figures; others: --table reasons
measure,group,value,n,denominator,low,high,unit
"volume",,2,2,,,,"complaints"
"concentration",,1,2,2,,,"share"
"other_share",,0.5,1,2,0.09453120463920085,0.9054687953607992,"share"
$ crmtrack report reasons --format csv --table reasons
reason,volume,share,cumulative,open,escalated,decided,upheld
"no-reply",1,0.500000,0.500000,1,0,0,0
"other",1,0.500000,1.000000,1,0,0,0
$ crmtrack report reasons --format tsv --table reasons --header
reason	volume	share	cumulative	open	escalated	decided	upheld
no-reply	1	0.500000	0.500000	1	0	0	0
other	1	0.500000	1.000000	1	0	0	0
$ crmtrack report summary --format csv --table status
status,complaints
"received",2
$ for report in summary reasons escalations; do crmtrack report $report --format csv --table measures | head -2 | tail -1; done
"volume",,2,2,,,,"complaints"
"volume",,2,2,,,,"complaints"
"escalation_rate",,0,0,2,0,0.6576197760453506,"share"

# The names of the tables stand in the help, and in the message.

$ crmtrack report summary --format csv --table backlog
crmtrack: cannot print table 'backlog': report summary has no such table
hint: tables of summary: measures, backlog_age, status, redress
[2]
$ for table in backlog_age status redress; do crmtrack report summary --format csv --table $table | head -1; done
age_days,complaints
status,complaints
currency,redress,cases,mean,goodwill
$ for table in triggers levels open; do crmtrack report escalations --format csv --table $table | head -1; done
trigger,escalations
level,escalations,accepted,declined,returned,overtaken,unanswered
id,level,with,answer,since,summary

# For people one table alone; JSON has the whole report.

$ crmtrack report reasons --table reasons
Reason    Received   Share      Sum  Open  Esc.  Decided  Upheld
no-reply         1  50.0 %   50.0 %     1     0        0       0
other            1  50.0 %  100.0 %     1     0        0       0
$ crmtrack report reasons --table reasons --json
crmtrack: cannot print one table as json: it has the whole report
hint: leave --table out, or ask for --format csv or tsv
[2]
$ crmtrack report trail x --table trail
crmtrack: cannot report trail with --table: it tells what records say, whole
[2]
