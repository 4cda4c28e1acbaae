# tick raises each alarm once, whoever runs it; rules tell of it; an alarm without an owner is said.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com
$ crmtrack -q init desk && cd desk
$ for promise in acknowledge first_response update resolution; do crmtrack -q target add $promise 250bd --filter project:apollo --from always --why x > /dev/null; done
$ CRMTRACK_NOW=2026-10-01T09:00:00Z crmtrack -q rule add alarms --on alarm --to heads@example.com --why 'They want to know' > /dev/null
$ awk 'BEGIN { print "Date received,Product,Issue,Company,State,Submitted via,Company response to consumer,Complaint ID"; for (w = 0; w < 30; ++w) for (i = 0; i < (w > 26 ? 9 : 3 + w % 3); ++i) print strftime("%Y-%m-%dT%H:%M:%SZ", 1776643200 + (w * 7 + i % 7) * 86400 + i * 60, 1) ",apollo,outage,Acme,NY,Web,In progress," ++id }' > ../complaints.csv
$ crmtrack -q import csv ../complaints.csv --map cfpb
new 135, known 0, differing 0, rejected 0
$ crmtrack tick -n
alarm fgcsw3: volume: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
alarm a91505: volume/project:apollo: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
alarm r973j2: volume/reason:outage: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
dry run: nothing was written (3 records would be)
$ crmtrack -q tick --fields did,of,to,why
raised	fgcsw3		volume: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
raised	a91505		volume/project:apollo: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
raised	r973j2		volume/reason:outage: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
notified	01m7gtek00b75f1jvqp2dc7adw	heads@example.com	rule alarms, alarm (queued: quiet)
notified	01m7gtek00fm012f8j93994v72	heads@example.com	rule alarms, alarm (queued: quiet)
notified	01m7gtek00hd7c2z0v8gb349pa	heads@example.com	rule alarms, alarm (queued: quiet)
$ crmtrack tick
$ crmtrack -q warn --fields signal,measure,group,period,method,state,owner
fgcsw3	volume		2026-w46	cusum	new	
a91505	volume	project:apollo	2026-w46	cusum	new	
r973j2	volume	reason:outage	2026-w46	cusum	new	
[1]
$ crmtrack warn > /dev/null
3 signals, 3 new; 7 series were tested up to the end of 2026-w46
3 alarms were raised and nobody has taken them up: fgcsw3, a91505, r973j2
[1]
$ crmtrack export jsonl | grep -o '"kind": "alarm".*"recorded_at"'
"kind": "alarm", "at": "2026-11-16T00:00:00Z", "by": "crmtrack", "after": [], "recorded_at": "2026-11-21T09:12:00Z", "author": "asha@example.com", "commit": "116bca8cf1bca9557bb18491c3e8471d9b9f03ba", "refused": null, "signal": "a91505", "measure": "volume", "method": "cusum", "group": "project:apollo", "period": "2026-w46", "state": "raised", "why": "9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)", "key": "alarm/a91505"}, {"id": "01m7gtek013nhj6mxa3bxhjbhx", "kind": "notification", "at": "2026-11-16T00:00:00Z", "by": "crmtrack", "after": ["01m7gtek00fm012f8j93994v72"], "recorded_at"
"kind": "alarm", "at": "2026-11-16T00:00:00Z", "by": "crmtrack", "after": [], "recorded_at": "2026-11-21T09:12:00Z", "author": "asha@example.com", "commit": "116bca8cf1bca9557bb18491c3e8471d9b9f03ba", "refused": null, "signal": "r973j2", "measure": "volume", "method": "cusum", "group": "reason:outage", "period": "2026-w46", "state": "raised", "why": "9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)", "key": "alarm/r973j2"}, {"id": "01m7gtek01yfkwmahtktt6cd1t", "kind": "notification", "at": "2026-11-16T00:00:00Z", "by": "crmtrack", "after": ["01m7gtek00hd7c2z0v8gb349pa"], "recorded_at"
"kind": "alarm", "at": "2026-11-16T00:00:00Z", "by": "crmtrack", "after": [], "recorded_at": "2026-11-21T09:12:00Z", "author": "asha@example.com", "commit": "116bca8cf1bca9557bb18491c3e8471d9b9f03ba", "refused": null, "signal": "fgcsw3", "measure": "volume", "method": "cusum", "period": "2026-w46", "state": "raised", "why": "9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)", "key": "alarm/fgcsw3"}, {"id": "01m7gtek010s17jh2t976v05ez", "kind": "notification", "at": "2026-11-16T00:00:00Z", "by": "crmtrack", "after": ["01m7gtek00b75f1jvqp2dc7adw"], "recorded_at"
$ crmtrack audit
4 commits with 141 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 4 commits with 141 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server

# A person who acknowledged before the machine raised it is not undone by it.
$ crmtrack -q init ../second && cd ../second && crmtrack -q import csv ../complaints.csv --map cfpb
new 135, known 0, differing 0, rejected 0
$ crmtrack -q warn acknowledge fgcsw3 --why 'I look' > /dev/null; crmtrack -q tick --fields did,of | grep raised; crmtrack -q warn --fields signal,state,owner
raised	a91505
raised	r973j2
fgcsw3	acknowledged	asha@example.com
a91505	new	
r973j2	new	
[1]

# Three weeks later it trips no more, and waits for somebody all the same.
$ cd ../desk; export CRMTRACK_NOW=2026-12-21T09:12:00Z
$ crmtrack warn
a91505	new	volume	project:apollo	2026-w46	cusum							trips no more; it was: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
fgcsw3	new	volume		2026-w46	cusum							trips no more; it was: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
r973j2	new	volume	reason:outage	2026-w46	cusum							trips no more; it was: 9 complaints in 2026-w46, where 4.05 a week are usual; the excess of the last weeks adds up to 9 (limit 6.5)
3 signals, 3 new; 3 series were tested up to the end of 2026-w51
3 alarms were raised and nobody has taken them up: a91505, fgcsw3, r973j2
[1]
$ crmtrack warn acknowledge a9 --why 'I ask'
01mabxyfr04xwj6m7wex047a1v
a91505 (volume of project:apollo) is acknowledged by asha@example.com
$ crmtrack -q warn explain fgcsw3 --why 'A bad week' > /dev/null; crmtrack -q warn --fields signal,state
a91505	acknowledged
r973j2	new
[1]

# Looking at the past writes nothing.
$ crmtrack warn --as-of 2026-11-22 --fields signal,state
fgcsw3	new
a91505	new
r973j2	new
3 signals, 3 new; 7 series were tested up to the end of 2026-w46
3 alarms were raised and nobody has taken them up: fgcsw3, a91505, r973j2
[1]
$ crmtrack warn acknowledge a9 --why x --as-of 2026-11-22
crmtrack: cannot run 'warn acknowledge' with --as-of: it looks at the past, it does not change it
[2]
