# The pause audit: recorded pause time, and how much of it lies behind a contact of the customer.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme --channel phone --at 2026-11-02T09:00:00Z -m 'Waited rightly'); b=$(crmtrack -q new -c globex --channel phone --at 2026-11-02T09:00:00Z -m 'They had answered')
$ ask() { crmtrack -q email $1 --at 2026-11-03T09:00:00Z -m 'Which one?' --expects reply > /dev/null; crmtrack -q wait $1 --on customer --at 2026-11-03T10:00:00Z > /dev/null; }
$ ask $a; ask $b
$ crmtrack -q call $a --in --at 2026-11-04T10:00:00Z -m 'The red one' > /dev/null

# Their answer of 4 November was noted on the 13th: the clock went on then, and the records say nine days more.

$ crmtrack -q work $b --at 2026-11-13T10:00:00Z -m 'Looked for it' > /dev/null; crmtrack -q call $b --in --at 2026-11-04T10:00:00Z -m 'The blue one' > /dev/null
$ crmtrack report pauses | sed '$d'
Pauses
complaints that waited for the customer  2
recorded pause time                      11.0 days  of 2
of it after their contact                9.0 days  of 2
pause integrity                          81.8 %  9d of 11d

Pauses by complaint
Complaint   Status         Pauses  Open  Recorded  Too long   Share  Customer
ys5dha1dz6  investigating       1     0       10d        9d  90.0 %  globex
rm86cpwb1p  investigating       1     0        1d        0s   0.0 %  acme
$ crmtrack report pauses --records pause_integrity | sed "s/$b/B/"
B
$ crmtrack report pauses --format csv --table pauses | sed "s/$a/A/; s/$b/B/"
complaint,status,pauses,open,recorded_seconds,after_contact_seconds,share,customer
"B","investigating",1,0,864000,777600,0.9000,"globex"
"A","investigating",1,0,86400,0,0.0000,"acme"
$ crmtrack sql 'SELECT complaint, from_at, recorded_to_at, to_at FROM wait ORDER BY complaint' | sed "s/$a/A/; s/$b/B/" | sort
A	2026-11-03T10:00:00Z	2026-11-04T10:00:00Z	2026-11-04T10:00:00Z
B	2026-11-03T10:00:00Z	2026-11-13T10:00:00Z	2026-11-04T10:00:00Z
$ crmtrack report pauses customer:acme --period 2026-11 | sed '$d'
Pauses
complaints that waited for the customer  1  before 0 (+1)
recorded pause time                      1.0 days  of 1; before 0.0 days (+1.0
                                         days)
of it after their contact                0.0 days  of 1; before 0.0 days (0.0
                                         days)
pause integrity                          0.0 %  0s of 1d

Pauses by complaint
Complaint   Status         Pauses  Open  Recorded  Too long  Share  Customer
rm86cpwb1p  investigating       1     0        1d        0s  0.0 %  acme

2026-11-01T00:00:00Z to 2026-12-01T00:00:00Z (before: from
2026-10-01T00:00:00Z), as of 2026-11-21T09:12:00Z (UTC), filter customer:acme;
$ crmtrack report pauses --period 2026-10 | sed '$d'
Pauses
complaints that waited for the customer  0  before 0 (0)
recorded pause time                      0.0 days  of 0; before 0.0 days (0.0
                                         days)
of it after their contact                0.0 days  of 0; before 0.0 days (0.0
                                         days)

2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z (before: from
