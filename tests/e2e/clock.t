# A clock that git's dates cannot hold is refused by every command that writes, and nothing is written.

$ crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -m 'Charged twice') && head=$(git rev-parse refs/heads/ledger refs/heads/main)
$ same() { test "$(git rev-parse refs/heads/ledger refs/heads/main)" = "$head" && git fsck --strict && git status --porcelain; }
$ export CRMTRACK_NOW=1969-12-31T23:59:59Z
$ crmtrack note $id -m 'Called them'
1969-12-31T23:59:59Z lies before the receipt of 0p5k (2026-11-21T09:12:00Z): no duration counts it
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack new -c acme -m 'Late'
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack resolve $id --outcome upheld --code apology --cause delay -m 'Sorry'
1969-12-31T23:59:59Z lies before the receipt of 0p5k (2026-11-21T09:12:00Z): no duration counts it
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack reason add parking --label Parking --question 'About a place to park?' --why 'Asked for'
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack customer edit acme --name Acme
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack checkpoint
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack init ../other; ls ..
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
data
$ printf 'id,created,customer,category,summary\n1,2026-11-01,acme,other,Late\n' > ../table.csv; crmtrack import csv ../table.csv --map tickets
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ crmtrack -q export jsonl > ../all.jsonl; crmtrack import jsonl ../all.jsonl
crmtrack: cannot write at 1969-12-31T23:59:59Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ same

# The machine's own clock.

$ early() { env -u CRMTRACK_NOW -u LD_PRELOAD -u FAKETIME -u FAKETIME_SHARED faketime -f '1969-06-01 12:00:00' "$@"; }
$ early crmtrack note $id -m 'Called them'
1969-06-01T12:00:00Z lies before the receipt of 0p5k (2026-11-21T09:12:00Z): no duration counts it
crmtrack: cannot write at 1969-06-01T12:00:00Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
[5]
$ early crmtrack init ../other; ls ..
crmtrack: cannot write at 1969-06-01T12:00:00Z: git takes no date before 1970 or after 9999
hint: set the machine's clock right, or CRMTRACK_NOW where it is set
all.jsonl
data
table.csv
$ early crmtrack list --fields summary
Charged twice
$ same

# Dates of their own for author and committer.

$ export CRMTRACK_NOW=2026-11-21T18:00:00Z
$ GIT_AUTHOR_DATE=1969-12-31T23:59:59Z crmtrack note $id -m 'Called them'
crmtrack: cannot use GIT_AUTHOR_DATE '1969-12-31T23:59:59Z': not a date that git takes
hint: write it as 2026-11-21T09:12:00+01:00
[5]
$ GIT_COMMITTER_DATE='@253402300800 +0000' crmtrack note $id -m 'Called them'
crmtrack: cannot use GIT_COMMITTER_DATE '@253402300800 +0000': not a date that git takes
hint: write it as 2026-11-21T09:12:00+01:00
[5]
$ GIT_COMMITTER_DATE='@99999999999999999999 +0000' crmtrack note $id -m 'Called them'
crmtrack: cannot use GIT_COMMITTER_DATE '@99999999999999999999 +0000': not a date that git takes
hint: write it as 2026-11-21T09:12:00+01:00
[5]
$ GIT_AUTHOR_DATE=0001-01-01T00:00:00Z crmtrack reason add parking --label Parking --question 'About a place to park?' --why 'Asked for'
crmtrack: cannot use GIT_AUTHOR_DATE '0001-01-01T00:00:00Z': not a date that git takes
hint: write it as 2026-11-21T09:12:00+01:00
[5]
$ CRMTRACK_NOW=10000-01-01T00:00:00Z crmtrack note $id -m 'Called them'
crmtrack: cannot use CRMTRACK_NOW '10000-01-01T00:00:00Z': not an RFC 3339 time
hint: write it as 2026-11-21T09:12:00Z
[2]
$ same

# An offset that neither git nor RFC 3339 can say.

$ TZ=AAA-24 crmtrack note $id -m 'Called them'
crmtrack: cannot use the time zone 'AAA-24': there is none of that name
hint: names are those of the IANA database, such as Europe/London; /usr/share/zoneinfo lists them
[5]
$ same

# The first second that git holds, and the last.

$ GIT_AUTHOR_DATE='@000000000 +0000' GIT_COMMITTER_DATE='@253402300799 +0000' crmtrack -q note $id -m 'Called them' | wc -l; git log -1 --format='%at %ct' refs/heads/ledger; git fsck --strict
1
0 253402300799
