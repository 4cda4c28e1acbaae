# Calendars say when promises are due. Each edit is a commit, in force at once, and keeps the comments of the file.

$ crmtrack -q init complaints && cd complaints
$ export CRMTRACK_NOW=2026-11-23T10:00:00Z GIT_AUTHOR_DATE=2026-11-23T10:00:00Z GIT_COMMITTER_DATE=2026-11-23T10:00:00Z
$ crmtrack calendar list
default			mon-fri 09:00-17:00	0	
$ crmtrack calendar add leeds --zone Europe/London --week 'mon-thu 08:00-12:00 13:00-17:00, fri 08:00-14:00' --why 'A second office'
leeds
policy/calendars.yaml: add calendar leeds
$ crmtrack calendar add always --week 'daily 00:00-24:00' --why 'The hotline'
always
policy/calendars.yaml: add calendar always
$ git log -2 --format='%s: %b' main
add calendar always: The hotline

add calendar leeds: A second office
$ crmtrack calendar list --format table
Calendar  From  Zone           Week                              Holidays  Until
default                        mon-fri 09:00-17:00                      0
leeds           Europe/London  mon-thu 08:00-12:00 13:00-17:00…         0
always                         daily 00:00-24:00                        0
$ crmtrack calendar add leeds --week 'mon 09:00-17:00' --why x
crmtrack: cannot add calendar 'leeds': it is in calendars.yaml already
[5]
$ crmtrack calendar add york --why x
crmtrack: cannot add calendar 'york' without --week
hint: for example: --week 'mon-fri 09:00-17:00'
[2]
$ crmtrack calendar add York --week 'mon 09:00-17:00' --why x
crmtrack: cannot use calendar 'York': not a slug (2 to 63 of a-z, 0-9 and -)
hint: try: york
[5]
$ crmtrack calendar add york --zone Europe/York --week 'mon 09:00-17:00' --why x
crmtrack: cannot use the time zone 'Europe/York': there is none of that name
hint: names are those of the IANA database, such as Europe/London; /usr/share/zoneinfo lists them
[5]
$ crmtrack calendar add york --week 'mon-fir 09:00-17:00' --why x
crmtrack: cannot read --week: 'mon-fir' names no days: write mon-fri, sat or daily, before their hours
[2]
$ crmtrack calendar add york --week 'mon 9-17' --why x
crmtrack: cannot read --week: 'mon 9-17': '9-17' is no interval of the day: write it as 09:00-17:30
[2]
$ crmtrack calendar add york --week 'mon 09:00-17:00'
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]

# Holidays and exceptions stand in the order of their dates, beside the comments.

$ cat > policy/calendars.yaml <<'EOF'
> # Ours
> calendars:
>   default:
>     zone: Europe/London
>     # five days
>     week:
>       mon: ["09:00-17:00"]
>       tue: ["09:00-17:00"]
>       wed: ["09:00-17:00"]
>       thu: ["09:00-17:00"]
>       fri: ["09:00-17:00"]
>     holidays:
>       2026-12-25: Christmas Day
>       # moved from Saturday
>       2026-12-28: Boxing Day
>   leeds:
>     zone: Europe/London
>     week: {mon: ["08:00-12:00"]}
> EOF
$ git commit -qam 'By hand'
$ crmtrack calendar edit default --holiday '2026-06-15=Proclaimed' --holiday 2027-01-01 --exception '2026-12-24=09:00-12:00' --exception 2026-12-31=closed --why 'As proclaimed'
default
policy/calendars.yaml: edit calendar default
$ cat policy/calendars.yaml
# Ours
calendars:
  default:
    zone: Europe/London
    # five days
    week:
      mon: ["09:00-17:00"]
      tue: ["09:00-17:00"]
      wed: ["09:00-17:00"]
      thu: ["09:00-17:00"]
      fri: ["09:00-17:00"]
    holidays:
      "2026-06-15": Proclaimed
      2026-12-25: Christmas Day
      # moved from Saturday
      2026-12-28: Boxing Day
      "2027-01-01": ""
    exceptions:
      "2026-12-24": ["09:00-12:00"]
      "2026-12-31": []
  leeds:
    zone: Europe/London
    week: {mon: ["08:00-12:00"]}
$ crmtrack calendar edit default --no-holiday 2026-12-28 --no-exception 2026-12-31 --why 'We work'
default
policy/calendars.yaml: edit calendar default
$ git diff HEAD~1 -U0 policy | grep '^[-+] '
-      2026-12-28: Boxing Day
-      "2026-12-31": []
$ crmtrack calendar edit default --no-holiday 2026-12-29 --why x
crmtrack: calendar 'default' has no holiday on 2026-12-29
hint: see: crmtrack calendar show default --year 2026
[3]
$ crmtrack calendar edit default --holiday 2026-02-31 --why x
crmtrack: cannot read --holiday '2026-02-31': '2026-02-31' is no date: write it as 2026-12-25
[2]
$ crmtrack calendar edit default --holiday 2026-02-03 --no-holiday 2026-02-03 --why x
crmtrack: cannot change 2026-02-03 twice at once: --no-holiday
[2]
$ crmtrack calendar edit default --exception 2026-02-03=9 --why x
crmtrack: cannot read --exception '2026-02-03=9': '9' is no interval of the day: write it as 09:00-17:30
[2]
$ crmtrack calendar edit default --why x
crmtrack: cannot edit calendar 'default': nothing to change
hint: give --week, --zone, --holiday, --no-holiday, --exception or --no-exception
[2]
$ crmtrack calendar edit york --holiday 2026-02-03 --why x
crmtrack: cannot find calendar 'york'
hint: see: crmtrack calendar list
[3]
$ crmtrack calendar edit leeds --holiday 2026-12-25 -n --why 'Shown only' | tail -5
dry run: nothing was written
    zone: Europe/London
    week: {mon: ["08:00-12:00"]}
    holidays:
      "2026-12-25": ""

# A year at a glance, and a row a date for programs.

$ crmtrack calendar show default --format table | sed -E 's/data 20[0-9]{2}[a-z]/data VERSION/'
default 2026
zone  Europe/London  time zone data VERSION
week  mon-fri 09:00-17:00

     mtwtfssmtwtfssmtwtfssmtwtfssmtwtfssmt   open      time
Jan     ##..#####..#####..#####..#####.        22      176h
Feb        .#####..#####..#####..#####.        20      160h
Mar        .#####..#####..#####..#####..##     22      176h
Apr    ###..#####..#####..#####..####          22      176h
May      #..#####..#####..#####..#####..       21      168h
Jun  #####..#####..-####..#####..##            21      168h
Jul    ###..#####..#####..#####..#####         23      184h
Aug       ..#####..#####..#####..#####..#      21      168h
Sep   ####..#####..#####..#####..###           22      176h
Oct     ##..#####..#####..#####..#####.        22      176h
Nov        .#####..#####..#####..#####..#      21      168h
Dec   ####..#####..#####..###+-..####          22      171h
# open  . closed  - holiday  + other hours  x closed this once
2067h in 259 open days

Holidays and exceptions
2026-06-15 mon  closed         Proclaimed
2026-12-24 thu  09:00-12:00
2026-12-25 fri  closed         Christmas Day
$ crmtrack calendar show default | sed -n '357,360p'
2026-12-23	wed	week	09:00-17:00	
2026-12-24	thu	exception	09:00-12:00	
2026-12-25	fri	holiday	closed	Christmas Day
2026-12-26	sat	week	closed	
$ crmtrack calendar show default --year 2026 --json | jq -c '.items[357]'
{"date":"2026-12-24","weekday":"thu","kind":"exception","hours":["09:00-12:00"],"open_seconds":10800,"text":null}
$ crmtrack calendar show dfault
crmtrack: cannot use calendar 'dfault': policy does not list it
hint: did you mean default?
hint: see: crmtrack calendar list
[5]
$ crmtrack calendar show default --year soon
crmtrack: cannot read --year 'soon': write a year such as 2027
[2]

# With --from a new version begins. Promises that have begun keep their hours; holidays count for all.

$ before=$(crmtrack -q new -c acme -m 'Before')
$ crmtrack calendar edit default --week 'mon-fri 08:00-18:00' --from 2026-12-01 --why 'Longer hours'
default
policy/calendars.yaml: edit calendar default
$ sed -n '3,6p;18,40p' policy/calendars.yaml
  default:
    - zone: Europe/London
      # five days
      week:
        "2026-12-24": ["09:00-12:00"]
    - from: "2026-12-01"
      zone: Europe/London
      week:
        mon: ["08:00-18:00"]
        tue: ["08:00-18:00"]
        wed: ["08:00-18:00"]
        thu: ["08:00-18:00"]
        fri: ["08:00-18:00"]
  leeds:
    zone: Europe/London
    week: {mon: ["08:00-12:00"]}
$ export CRMTRACK_NOW=2026-12-01T07:00:00Z
$ after=$(crmtrack -q new -c acme -m 'After')
$ due() { crmtrack show $1 --json | jq -r '.items[0].promises[] | select(.promise == "first_response" or .promise == "resolution") | .due_at'; }
$ due $before; due $after
2026-11-24T10:00:00Z
2026-12-07T17:00:00Z
2026-12-01T16:00:00Z
2026-12-15T18:00:00Z
$ crmtrack calendar edit default --holiday '2026-12-04=Stocktaking' --no-holiday 2026-12-25 --why 'Found out'
default
policy/calendars.yaml: edit calendar default
$ due $before; due $after
2026-11-24T10:00:00Z
2026-12-08T17:00:00Z
2026-12-01T16:00:00Z
2026-12-16T18:00:00Z
$ grep -n '2026-12-25\|2026-12-04' policy/calendars.yaml
27:        "2026-12-04": Stocktaking
$ crmtrack calendar edit default --week 'mon 08:00-18:00' --from 2026-01-01 --why x
crmtrack: cannot change calendar 'default' from 2026-01-01 on: its newest version is from 2026-12-01
[5]
$ crmtrack calendar show default --format table | sed -n '2,4p' | sed -E 's/data 20[0-9]{2}[a-z]/data VERSION/'
zone             Europe/London  time zone data VERSION
week             mon-fri 09:00-17:00
from 2026-12-01  mon-fri 08:00-18:00
$ crmtrack policy check
policy: 0 errors, 0 warnings

# A calendar goes only while nothing names it.

$ crmtrack -q project add apollo --calendar leeds > /dev/null; crmtrack calendar retire leeds --why 'Closed'
crmtrack: cannot retire calendar 'leeds': it is named by project apollo
hint: give them another one: crmtrack project edit, crmtrack target edit
[5]
$ crmtrack calendar retire default --why x
crmtrack: cannot retire calendar 'default': it counts where nothing names another
hint: change its hours: crmtrack calendar edit default
[5]
$ crmtrack -q project edit apollo --calendar default > /dev/null; crmtrack calendar retire leeds --why 'Closed'
leeds
policy/calendars.yaml: retire calendar leeds
$ crmtrack calendar list --fields name,from,week
default		mon-fri 09:00-17:00
default	2026-12-01	mon-fri 08:00-18:00
$ crmtrack __complete calendar show ''
default	mon-fri 08:00-18:00
$ crmtrack __complete target add f
first_response
final_response
follow_up

# An edit that brings a warning of `policy check` says so at once.

$ crmtrack calendar add never --week 'mon-fri closed' --why 'A trial'
crmtrack: policy/calendars.yaml:29:5: calendar 'never' never opens: nothing that counts by it is ever due
never
policy/calendars.yaml: add calendar never
$ crmtrack target add resolution 3bd --filter channel:chat --calendar never --from always --why 'A trial' > /dev/null
policy/targets.yaml: add target resolution channel:chat
it stands above 'resolution', which would take its complaints
it holds from the beginning: open promises are due anew
