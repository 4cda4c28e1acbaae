# The agenda as a calendar: an event a promise, whose bytes stay while the promise does.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -s high -m 'Delivery, three weeks late; "again"')
$ crmtrack -q call $a -m x --promise 'send the new date to the warehouse in Łódź, and tell Jürgen; then call back@2026-11-24T10:00:00Z' > /dev/null
$ crmtrack -q call $a -m x --promise "$(printf 'one\342\200\250two\013three\014four\302\205five\342\200\251six')@2026-11-25" > /dev/null
$ crmtrack agenda --format ics --limit 2 | tr -d '\r'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//crmtrack//crmtrack agenda//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:20261121-mvqt1jm1vf-commitment-01m7yp0xr1sn4ayqp3wce5779m-1
DTSTAMP:20261121T091200Z
SEQUENCE:0
DTSTART:20261124T094500Z
DTEND:20261124T100000Z
TRANSP:TRANSPARENT
PRIORITY:3
SUMMARY:mvqt1jm1vf commitment: send the new date to the warehouse in Łód
 ź\, and tell Jürgen\; then call back
DESCRIPTION:owed by asha@example.com (us)\ncomplaint: Delivery\, three week
 s late\; "again"\ncustomer: acme\nseverity: high\nrecord: 01m7yp0xr1sn4ayq
 p3wce5779m\ncrmtrack show mvqt1jm1vf
END:VEVENT
BEGIN:VEVENT
UID:20261121-mvqt1jm1vf-acknowledge-01m7yp0xr05rt1w6pw4ydvy7qq-1
DTSTAMP:20261121T091200Z
SEQUENCE:0
DTSTART:20261124T164500Z
DTEND:20261124T170000Z
TRANSP:TRANSPARENT
PRIORITY:3
SUMMARY:mvqt1jm1vf acknowledge: acknowledge the complaint
DESCRIPTION:owed by us\ncomplaint: Delivery\, three weeks late\; "again"\nc
 ustomer: acme\nseverity: high\nrecord: 01m7yp0xr05rt1w6pw4ydvy7qq\ncrmtrac
 k show mvqt1jm1vf
END:VEVENT
END:VCALENDAR
$ crmtrack agenda --format ics > once; export CRMTRACK_NOW=2026-11-21T17:00:00Z; crmtrack agenda --format ics | cmp - once
$ crmtrack agenda --format ics | grep -a four | tr -d '\r'
SUMMARY:mvqt1jm1vf commitment: one two three four five six

# Lines have at most 75 bytes, and every line ends in CR LF.

$ python3 -c 'import sys; b = open("once", "rb").read(); lines = b.split(b"\r\n"); print(max(map(len, lines)) <= 75, b"\n" in b.replace(b"\r\n", b""), b.endswith(b"\r\n"))'
True False True

# Things to do have no place in a calendar, so they are asked for.

$ crmtrack agenda --format ics --todo --limit 1 | tr -d '\r'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//crmtrack//crmtrack agenda//EN
CALSCALE:GREGORIAN
BEGIN:VTODO
UID:20261121-mvqt1jm1vf-commitment-01m7yp0xr1sn4ayqp3wce5779m-1
DTSTAMP:20261121T091200Z
SEQUENCE:0
DUE:20261124T100000Z
STATUS:NEEDS-ACTION
PRIORITY:3
SUMMARY:mvqt1jm1vf commitment: send the new date to the warehouse in Łód
 ź\, and tell Jürgen\; then call back
DESCRIPTION:owed by asha@example.com (us)\ncomplaint: Delivery\, three week
 s late\; "again"\ncustomer: acme\nseverity: high\nrecord: 01m7yp0xr1sn4ayq
 p3wce5779m\ncrmtrack show mvqt1jm1vf
END:VTODO
END:VCALENDAR

# A published file changes where the agenda did. An entry that changes counts its changes.

$ crmtrack agenda --publish out.ics; cmp out.ics once
published: 5 new, 0 changed, 0 as before, 0 removed
$ touch -d 2020-01-01 out.ics; crmtrack agenda --publish out.ics; date -r out.ics +%Y
published: 0 new, 0 changed, 5 as before, 0 removed
2020
$ crmtrack -q reschedule $a commitment@$(crmtrack agenda --fields what,record | sed -n 's/^send.*\t//p') 2026-11-26 --why 'the warehouse is closed' > /dev/null
$ crmtrack agenda --publish out.ics --dry-run; date -r out.ics +%Y
would publish: 0 new, 1 changed, 4 as before, 0 removed
2020
$ crmtrack agenda --publish out.ics; grep -a -c BEGIN:VEVENT out.ics; grep -aE '^(SEQUENCE:1|LAST-MODIFIED)' out.ics | tr -d '\r'
published: 0 new, 1 changed, 4 as before, 0 removed
5
LAST-MODIFIED:20261121T170000Z
SEQUENCE:1
$ crmtrack -q acknowledge $a -m 'We are on it' > /dev/null; crmtrack agenda --publish out.ics; grep -a -c BEGIN:VEVENT out.ics
published: 1 new, 0 changed, 3 as before, 2 removed
4

# A folder has one file an entry. Those that are no longer owed go; the files of others stay.

$ mkdir calendar; echo mine > calendar/mine.ics; echo notours > calendar/crmtrack-other.ics
$ crmtrack agenda --publish calendar; ls calendar | sed "s/$a/A/"; stat -c %a calendar/crmtrack-2*-update-*
published: 4 new, 0 changed, 0 as before, 0 removed
crmtrack-A-commitment-01m7yp0xr1sn4ayqp3wce5779m-1.ics
crmtrack-A-commitment-01m7yp0xr2679zrz30q311raz9-1.ics
crmtrack-A-resolution-01m7yp0xr05rt1w6pw4ydvy7qq-1.ics
crmtrack-A-update-01m7zgsvm1femtew8zfhbrennv-1.ics
crmtrack-other.ics
mine.ics
600
$ crmtrack -q resolve $a --outcome upheld --code fixed -m 'Done' > /dev/null; crmtrack agenda --publish calendar; ls calendar | sed "s/$a/A/"
published: 2 new, 0 changed, 2 as before, 2 removed
crmtrack-A-commitment-01m7yp0xr1sn4ayqp3wce5779m-1.ics
crmtrack-A-commitment-01m7yp0xr2679zrz30q311raz9-1.ics
crmtrack-A-confirm-01m7zgsvm2kej63ar12msddjng-1.ics
crmtrack-A-update-01m7zgsvm2kej63ar12msddjng-1.ics
crmtrack-other.ics
mine.ics
$ crmtrack agenda --publish new/folder; ls new/folder | wc -l
published: 4 new, 0 changed, 0 as before, 0 removed
4

# Refusals.

$ echo BEGIN:VCALENDAR > theirs.ics; crmtrack agenda --publish theirs.ics
crmtrack: cannot publish to '$HOME/complaints/theirs.ics': the file there is not one that crmtrack published
hint: name another path, or move that file away
[5]
$ cat theirs.ics
BEGIN:VCALENDAR
$ crmtrack agenda --publish once
crmtrack: cannot publish to '$HOME/complaints/once': it is neither a folder nor a file that ends in .ics
[5]
$ crmtrack list --format ics
crmtrack: cannot print this as ics: only an agenda is a calendar
hint: crmtrack agenda --format ics
[2]
$ crmtrack agenda --publish out.ics --gaps
crmtrack: cannot use --publish with --gaps: a gap has no date
[2]
