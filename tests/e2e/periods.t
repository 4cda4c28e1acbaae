# Periods: weeks, months, quarters and years by name, ranges, and the last days; beside each figure that of before.

$ crmtrack -q init complaints && cd complaints
$ at() { export CRMTRACK_NOW=2026-$1:00Z; }
$ n() { at $1; crmtrack -q new -c acme -m "$1" > /dev/null; }
$ n 09-30T23:30; n 10-31T23:30; n 11-01T10:00; n 11-09T10:00; n 11-15T10:00; n 11-16T10:00; n 11-20T10:00; n 11-21T09:00
$ at 11-21T12:00
$ l() { crmtrack list --sort received --fields summary "$@" | tr '\n' ' '; echo; }

# In filters. The 21st is a Saturday.

$ l received:this-week; l received:last-week; l received:2026-w47; l received:-7d; l received:-2w
11-16T10:00 11-20T10:00 11-21T09:00 
11-09T10:00 11-15T10:00 
11-16T10:00 11-20T10:00 11-21T09:00 
11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
$ l received:this-month; l received:last-month; l received:this-quarter; l received:last-quarter; l received:this-year; l received:last-year
11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
10-31T23:30 
10-31T23:30 11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
09-30T23:30 
09-30T23:30 10-31T23:30 11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
no complaint meets the filter; its words: crmtrack help filter
$ l received:2026-11-09..2026-11-16; l received:2026-10..yesterday; l received:-6d..yesterday
11-09T10:00 11-15T10:00 11-16T10:00 
10-31T23:30 11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 
11-15T10:00 11-16T10:00 11-20T10:00 
$ l received.min:-7d; l received.after:-7d; l received.before:-7d; l received.max:last-week
11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
09-30T23:30 10-31T23:30 11-01T10:00 11-09T10:00 
09-30T23:30 10-31T23:30 11-01T10:00 11-09T10:00 11-15T10:00 
$ crmtrack list received:next-week
crmtrack: cannot read the filter 'received:next-week' at column 10: 'next-week' is no date: write 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
hint: its words: crmtrack help filter; the language: man 7 crmtrack-filter
[2]

# In reports, the figures of the period before stand beside.

$ volume() { crmtrack report summary --period "$1" --json | jq -c '[.meta.from, .meta.to, (.measures[] | select(.measure == "volume") | .value, .before), (.measures[] | select(.measure == "backlog") | .before)]'; }
$ volume this-week; volume -7d; volume 2026-11; volume 2026-11-09..2026-11-15; volume 2026-q4
["2026-11-16T00:00:00Z","2026-11-23T00:00:00Z",3,2,null]
["2026-11-15T00:00:00Z","2026-11-22T00:00:00Z",4,1,null]
["2026-11-01T00:00:00Z","2026-12-01T00:00:00Z",6,1,null]
["2026-11-09T00:00:00Z","2026-11-16T00:00:00Z",2,0,null]
["2026-10-01T00:00:00Z","2027-01-01T00:00:00Z",7,1,null]
$ crmtrack report summary --json | jq -c '.measures[0] | [.measure, .value, .before]'
["volume",8,null]
$ crmtrack report summary --period last-week | sed -n '1,5p;$p'
Summary
How many
received                  2  before 0 (+2); from 1 customer
open now                  8
ended, for each received  0  0 of 2
2026-11-02T00:00:00Z), as of 2026-11-21T12:00:00Z (UTC); ledger 63d12d9921d2
$ crmtrack report summary --period 2026-11-08..2026-11-02
crmtrack: cannot use the period '2026-11-08..2026-11-02': it ends before it begins
[2]
$ crmtrack report summary --period soon
crmtrack: cannot read the period 'soon': not a date or span
hint: spans: 2026-11-21, 2026-11-21T09:12, 2026-w45, 2026-11, 2026-q3, 2026-h1, 2026, today, yesterday, this-week or last-week (-month, -quarter, -half, -year), -30d, 2026-11-02..2026-11-08
hint: or a series: day, week, month, quarter, half, year
[2]

# In the zone of the ledger, whatever the reader's.

$ volume 2026-11; TZ=Asia/Tokyo volume 2026-11
["2026-11-01T00:00:00Z","2026-12-01T00:00:00Z",6,1,null]
["2026-11-01T00:00:00Z","2026-12-01T00:00:00Z",6,1,null]
$ printf 'settings:\n  zone: Europe/Berlin\n' > policy/settings.yaml && git add policy && git commit -qm Berlin
$ l received:2026-11; TZ=America/New_York l received:2026-11
10-31T23:30 11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
10-31T23:30 11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
$ volume 2026-11; TZ=Asia/Tokyo volume 2026-11
["2026-10-31T23:00:00Z","2026-11-30T23:00:00Z",7,1,null]
["2026-10-31T23:00:00Z","2026-11-30T23:00:00Z",7,1,null]
$ TZ=Asia/Tokyo crmtrack report summary --period 2026-11 | tail -1
ledger 63d12d9921d2
$ TZ=Asia/Tokyo crmtrack list received:2026-11-01 --format markdown | cut -d'|' -f 5
 Next 
 --- 
 18d late respond 
 18d late respond 
$ printf 'settings:\n  zone: Europe/Atlantis\n' > policy/settings.yaml && git commit -qam Atlantis; l received:2026-11
crmtrack: settings.yaml names the time zone 'Europe/Atlantis', which this machine does not know: days are those of UTC
11-01T10:00 11-09T10:00 11-15T10:00 11-16T10:00 11-20T10:00 11-21T09:00 
$ printf 'settings:\n  zone: ../passwd\n' > policy/settings.yaml; crmtrack policy check; git checkout -q policy
policy/settings.yaml:2:9	error	'zone' is '../passwd', but must be the name of a time zone, such as Europe/London
policy: 1 error, 0 warnings

# `init` writes down the machine's zone; UTC says nothing of the people, and is not written.

$ cd; TZ=Europe/London crmtrack init london 2>&1 | sed "s:$HOME:HOME:"; cat london/policy/settings.yaml; ls complaints/policy london/policy | grep -c settings
made a data repository in HOME/london
its days are those of Europe/London (policy/settings.yaml)
hint: take the first complaint with: crmtrack new -c CUSTOMER -m 'What it is about'
# Settings of the whole ledger; the others: crmtrack-format(5).
#
#   zone  where days begin and end in lists, filters and reports, whoever reads them

settings:
  zone: Europe/London
2
$ TZ=:/usr/share/zoneinfo/right/Europe/London crmtrack init right
crmtrack: cannot use the time zone '/usr/share/zoneinfo/right/Europe/London': its table counts leap seconds
hint: set TZ to a name of the IANA database, such as Europe/London
[5]
$ TZ=/etc/passwd crmtrack init none
crmtrack: cannot use the time zone '/etc/passwd': the file is no time zone's
hint: set TZ to a name of the IANA database, such as Europe/London
[5]
$ TZ=/etc/localtime crmtrack -C complaints report summary --json | jq -r '.meta.tzdata | test("^20[0-9][0-9][a-z]$")'
crmtrack: settings.yaml names the time zone 'Europe/Atlantis', which this machine does not know: days are those of Etc/UTC
true
$ cd complaints; crmtrack doctor | grep 'time zones' | sed 's/20[0-9][0-9][a-z]/VERSION/'
crmtrack: settings.yaml names the time zone 'Europe/Atlantis', which this machine does not know: days are those of UTC
time zones	ok	their data is recent	
$ CRMTRACK_NOW=2040-01-01T00:00:00Z crmtrack doctor | grep 'time zones' | sed 's/20[0-9][0-9][a-z]/VERSION/'
crmtrack: settings.yaml names the time zone 'Europe/Atlantis', which this machine does not know: days are those of UTC
time zones	warning	their data is VERSION, older than a year	install the newest package of tzdata
