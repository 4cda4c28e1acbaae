# calendar import takes the holidays of a public feed, and shows what it would do before it writes.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-02-02T10:00:00Z GIT_AUTHOR_DATE=2026-02-02T10:00:00Z GIT_COMMITTER_DATE=2026-02-02T10:00:00Z
$ event() { printf 'BEGIN:VEVENT\r\nUID:%s\r\n' "$1"; shift; for line; do printf '%s\r\n' "$line"; done; printf 'END:VEVENT\r\n'; }
$ feed() { printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//holidays//EN\r\n'; cat; printf 'END:VCALENDAR\r\n'; }
$ { event 1 'DTSTART;VALUE=DATE:20260101' 'SUMMARY:New Year'; event 2 'DTSTART;VALUE=DATE:20261225' 'DTEND;VALUE=DATE:20261227' 'SUMMARY:Christmas'; event 3 'DTSTART;VALUE=DATE:20261224' 'SUMMARY:Christmas Eve (from 14:00)'; event 4 'DTSTART;VALUE=DATE:20260231' 'SUMMARY:No such day'; event 5 'DTSTART;VALUE=DATE:20250526' 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO' 'SUMMARY:Spring bank holiday'; event 6 'DTSTART;VALUE=DATE:20190101' 'SUMMARY:Long ago'; event 7 'DTSTART;VALUE=DATE:20260103' 'SUMMARY:Half day (from 14:00)'; } | feed > ../uk.ics
$ crmtrack calendar import ../uk.ics --years 2026 -n
added	2026-01-01	New Year			uk.ics:4
added	2026-05-25	Spring bank holiday			uk.ics:25
added	2026-12-24	Christmas Eve (from 14:00)	09:00-14:00	a part of the day by its text	uk.ics:15
added	2026-12-25	Christmas			uk.ics:9
added	2026-12-26	Christmas			uk.ics:9
not_taken		No such day		its date 2026-02-31 does not exist	uk.ics:20
without_effect		Half day (from 14:00)		nothing is open at its hours	uk.ics:36
calendar default, 2026: 5 to add, 0 to retell, 0 known, 2 not taken; 1 event of other years
dry run: nothing was written
$ git status --short; git log --oneline main | wc -l
1
$ crmtrack calendar import ../uk.ics --years 2026 --why 'Bank holidays'
added	2026-01-01	New Year			uk.ics:4
added	2026-05-25	Spring bank holiday			uk.ics:25
added	2026-12-24	Christmas Eve (from 14:00)	09:00-14:00	a part of the day by its text	uk.ics:15
added	2026-12-25	Christmas			uk.ics:9
added	2026-12-26	Christmas			uk.ics:9
not_taken		No such day		its date 2026-02-31 does not exist	uk.ics:20
without_effect		Half day (from 14:00)		nothing is open at its hours	uk.ics:36
calendar default, 2026: 5 to add, 0 to retell, 0 known, 2 not taken; 1 event of other years
policy/calendars.yaml: import holidays into calendar default
$ git log -1 --format='%s%n%b' main
import holidays into calendar default
Bank holidays

From uk.ics, 2026.
$ sed -n '/holidays/,$p' policy/calendars.yaml
#   holidays    dates on which nothing opens, each with its name
#   exceptions  the hours of one date, in place of its weekday's; they hold on a holiday too
#
# `default` counts where neither the target nor the project names another one.
#
#   night-shift:
#     week: {mon: ["22:00-06:00"], tue: ["22:00-06:00"]}
#     holidays: {2026-12-25: Christmas Day}
#     exceptions: {2026-12-24: ["22:00-24:00"]}

calendars:
  default:
    week:
      mon: ["09:00-17:00"]
      tue: ["09:00-17:00"]
      wed: ["09:00-17:00"]
      thu: ["09:00-17:00"]
      fri: ["09:00-17:00"]
    holidays:
      "2026-01-01": New Year
      "2026-05-25": Spring bank holiday
      "2026-12-25": Christmas
      "2026-12-26": Christmas
    exceptions:
      "2026-12-24":
        hours: ["09:00-14:00"]
        text: Christmas Eve (from 14:00)
$ crmtrack policy check
policy: 0 errors, 0 warnings

# Again it changes nothing. A calendar may have days that no feed has; they stay.

$ crmtrack -q calendar edit default --holiday '2026-06-15=Proclaimed' --holiday '2026-01-01=1 January' --why 'As proclaimed'
default
$ crmtrack calendar import ../uk.ics --years 2026 --why 'Bank holidays' --format table
Change            Date        Text          Hours        Note          From
retold            2026-01-01  New Year                                 uk.ics:4
known             2026-05-25  Spring bank…                             uk.ics:25
known             2026-12-24  Christmas E…  09:00-14:00  a part of t…  uk.ics:15
known             2026-12-25  Christmas                                uk.ics:9
known             2026-12-26  Christmas                                uk.ics:9
not taken                     No such day                its date 20…  uk.ics:20
without effect                Half day (f…               nothing is …  uk.ics:36
only in calendar  2026-06-15  Proclaimed
calendar default, 2026: 0 to add, 1 to retell, 4 known, 2 not taken; 1 event of other years
policy/calendars.yaml: import holidays into calendar default
$ crmtrack calendar import ../uk.ics --years 2026 --why 'Bank holidays'
known	2026-01-01	New Year			uk.ics:4
known	2026-05-25	Spring bank holiday			uk.ics:25
known	2026-12-24	Christmas Eve (from 14:00)	09:00-14:00	a part of the day by its text	uk.ics:15
known	2026-12-25	Christmas			uk.ics:9
known	2026-12-26	Christmas			uk.ics:9
not_taken		No such day		its date 2026-02-31 does not exist	uk.ics:20
without_effect		Half day (from 14:00)		nothing is open at its hours	uk.ics:36
only_in_calendar	2026-06-15	Proclaimed			
calendar default, 2026: 0 to add, 0 to retell, 5 known, 2 not taken; 1 event of other years
there is nothing to write

# The next year is compared with this one.

$ { event 1 'DTSTART;VALUE=DATE:20270101' 'SUMMARY:New Year'; event 8 'DTSTART;VALUE=DATE:20270301' 'SUMMARY:Founding day'; } | feed > ../next.ics
$ crmtrack calendar import ../next.ics --years 2027 --why 'Next year' --yes
added	2027-01-01	New Year			next.ics:4
added	2027-03-01	Founding day			next.ics:9
new_this_year	2027-03-01	Founding day			
gone_since_last_year	2026-05-25	Spring bank holiday			
gone_since_last_year	2026-06-15	Proclaimed			
gone_since_last_year	2026-12-25	Christmas			
gone_since_last_year	2026-12-26	Christmas			
calendar default, 2027: 2 to add, 0 to retell, 0 known
policy/calendars.yaml: import holidays into calendar default
$ crmtrack calendar import ../next.ics --years 2026..2027 -n --json | jq -c '.items[] | select(.change == "known")'
calendar default, 2026..2027: 0 to add, 0 to retell, 2 known
there is nothing to write
{"change":"known","date":"2027-01-01","text":"New Year","hours":null,"note":null,"place":"next.ics:4"}
{"change":"known","date":"2027-03-01","text":"Founding day","hours":null,"note":null,"place":"next.ics:9"}

# The feed is refused as a whole where it could not be read in bounds.

$ head -c 10000000 /dev/zero | tr '\0' 'x' > ../large.ics && crmtrack calendar import ../large.ics --why x
crmtrack: cannot import '../large.ics': it is larger than 4 MiB
hint: a feed of holidays has some hundred kilobytes
[5]
$ echo 'hello' > ../none.ics && crmtrack calendar import ../none.ics --why x
crmtrack: cannot import '../none.ics': line 1: the file is no iCalendar file: it does not begin with BEGIN:VCALENDAR
[5]
$ event 1 'DTSTART;VALUE=DATE:20260101' 'RRULE:FREQ=SECONDLY' 'SUMMARY:Endless' | feed > ../endless.ics && crmtrack calendar import ../endless.ics --why x
not_taken		Endless		its rule repeats within a day	endless.ics:4
only_in_calendar	2026-01-01	New Year			
only_in_calendar	2026-05-25	Spring bank holiday			
only_in_calendar	2026-06-15	Proclaimed			
only_in_calendar	2026-12-25	Christmas			
only_in_calendar	2026-12-26	Christmas			
only_in_calendar	2027-01-01	New Year			
only_in_calendar	2027-03-01	Founding day			
new_this_year	2027-03-01	Founding day			
gone_since_last_year	2026-05-25	Spring bank holiday			
gone_since_last_year	2026-06-15	Proclaimed			
gone_since_last_year	2026-12-25	Christmas			
gone_since_last_year	2026-12-26	Christmas			
calendar default, 2026..2027: 0 to add, 0 to retell, 0 known, 1 not taken
there is nothing to write
$ event 1 'DTSTART;VALUE=DATE:20260101' 'RRULE:FREQ=DAILY' 'SUMMARY:Every day' | feed > ../daily.ics && crmtrack calendar import ../daily.ics --years 2026 -n | wc -l
calendar default, 2026: 360 to add, 5 to retell, 0 known
dry run: nothing was written
365
$ crmtrack calendar import ../daily.ics --years 2026 --why x | tail -1
calendar default, 2026: 360 to add, 5 to retell, 0 known
crmtrack: cannot import '../daily.ics': it would leave calendar 'default' 1 of 257 open days in 2026
hint: see what it says with --dry-run
added	2026-12-31	Every day			daily.ics:4
$ crmtrack calendar import ../absent.ics --why x
crmtrack: cannot read '$HOME/complaints/../absent.ics': no such file
[3]
$ crmtrack calendar import ../uk.ics --calendar york --why x
crmtrack: cannot import into calendar 'york': policy does not list it
hint: see: crmtrack calendar list
hint: or add it: crmtrack calendar add york --week …
[5]
$ crmtrack calendar import ../uk.ics --years 2026,2028 --why x
crmtrack: cannot read --years '2026,2028': years must follow one another
hint: import each by itself
[2]
$ crmtrack calendar import ../uk.ics --years 2028..2026 --why x
crmtrack: cannot read --years '2028..2026': write 2027, 2026,2027 or 2026..2028, at most 50 years
[2]
$ crmtrack calendar import ../uk.ics --years 1900..2026 --why x
crmtrack: cannot read --years '1900..2026': write 2027, 2026,2027 or 2026..2028, at most 50 years
[2]
$ crmtrack calendar import ../uk.ics
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ event 1 'DTSTART;VALUE=DATE:20260704' "SUMMARY:$(printf 'Red \033[31mday')" | feed > ../red.ics && crmtrack calendar import ../red.ics --years 2026 -n --format table
Change            Date        Text                 Hours  Note  From
added             2026-07-04  Red [31mday                       red.ics:4
only in calendar  2026-01-01  New Year
only in calendar  2026-05-25  Spring bank holiday
only in calendar  2026-06-15  Proclaimed
only in calendar  2026-12-25  Christmas
only in calendar  2026-12-26  Christmas
calendar default, 2026: 1 to add, 0 to retell, 0 known
dry run: nothing was written
