# A list is one line a complaint; columns go before the summary is cut under 24.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme-international -p apollo -r billing-wrong-amount -s high -m 'Invoice 4711 charged twice, and nobody answers the telephone')
$ crmtrack -q assign $a asha@example.com > /dev/null; crmtrack -q call $a -m x --promise 'refund@2026-11-23' > /dev/null
$ b=$(crmtrack -q new -c globex -s critical --at 2026-11-01T08:00:00Z -m 'Shop is down'); c=$(crmtrack -q new -c initech -s low -m 'Kurz')
$ crmtrack -q escalate $b --to 2 --person cleo@example.com --answer-by 2026-11-21T08:00:00Z --why 'All shops' > /dev/null
$ for width in 40 80 120; do echo "$width:"; COLUMNS=$width crmtrack list --format table; done
40:
ID    Next      Summary
krkw  2d        Invoice 4711 charged tw…
hadx  2d        Kurz
0drf  18d late  Shop is down
80:
ID    Severity  Age  Next           Status    Customer  Summary
krkw  high       0d  2d promise     investi…  acme-in…  Invoice 4711 charged tw…
hadx  low        0d  2d respond     received  initech   Kurz
0drf  critical  20d  18d late res…  received  globex    Shop is down
120:
ID    Severity  Age  Next              Status         Customer            Owner  Lv  Project  Summary
krkw  high       0d  2d promise        investigating  acme-international  asha    -  apollo   Invoice 4711 charged twic…
hadx  low        0d  2d respond        received       initech                     -           Kurz
0drf  critical  20d  18d late respond  received       globex                      2           Shop is down
$ for width in 40 80 120; do echo "$width:"; COLUMNS=$width crmtrack agenda --all --format table; done
40:
Left       ID    What             Owes
18 d late  0drf  first_response   us
17 d late  0drf  acknowledge      us
4 d late   0drf  resolution       us
1 h late   0drf  accept           cleo
in 2 d     krkw  commitment@yhhh  asha
in 3 d     krkw  acknowledge      asha
in 9 d     krkw  update           asha
in 16 d    krkw  resolution       asha
in 2 d     hadx  first_response   us
in 3 d     hadx  acknowledge      us
in 16 d    hadx  resolution       us
80:
Due          Left       ID    What             Severity  Owes  About
11-02 17:00  18 d late  0drf  first_response   critical  us    Shop is down
11-03 17:00  17 d late  0drf  acknowledge      critical  us    Shop is down
11-16 17:00  4 d late   0drf  resolution       critical  us    Shop is down
11-21 08:00  1 h late   0drf  accept           critical  cleo  Shop is down
11-23 23:59  in 2 d     krkw  commitment@yhhh  high      asha  refund (Invoice …
11-24 17:00  in 3 d     krkw  acknowledge      high      asha  Invoice 4711 cha…
11-30 17:00  in 9 d     krkw  update           high      asha  Invoice 4711 cha…
12-07 17:00  in 16 d    krkw  resolution       high      asha  Invoice 4711 cha…
11-23 17:00  in 2 d     hadx  first_response   low       us    Kurz
11-24 17:00  in 3 d     hadx  acknowledge      low       us    Kurz
12-07 17:00  in 16 d    hadx  resolution       low       us    Kurz
120:
Due          Left       ID    What             Severity  Owes  About
11-02 17:00  18 d late  0drf  first_response   critical  us    Shop is down
11-03 17:00  17 d late  0drf  acknowledge      critical  us    Shop is down
11-16 17:00  4 d late   0drf  resolution       critical  us    Shop is down
11-21 08:00  1 h late   0drf  accept           critical  cleo  Shop is down
11-23 23:59  in 2 d     krkw  commitment@yhhh  high      asha  refund (Invoice 4711 charged twice, and nobody answers t…
11-24 17:00  in 3 d     krkw  acknowledge      high      asha  Invoice 4711 charged twice, and nobody answers the telep…
11-30 17:00  in 9 d     krkw  update           high      asha  Invoice 4711 charged twice, and nobody answers the telep…
12-07 17:00  in 16 d    krkw  resolution       high      asha  Invoice 4711 charged twice, and nobody answers the telep…
11-23 17:00  in 2 d     hadx  first_response   low       us    Kurz
11-24 17:00  in 3 d     hadx  acknowledge      low       us    Kurz
12-07 17:00  in 16 d    hadx  resolution       low       us    Kurz

# A field that the user asks for is never dropped, and the pipe has the columns that it had.

$ COLUMNS=40 crmtrack list --format table --fields id,received_at,owner,summary
ID    Received    Owner
    Summary
krkw  2026-11-21  asha
    Invoice 4711 charged twice, and nob…
hadx  2026-11-21
    Kurz
0drf  2026-11-01
    Shop is down
$ crmtrack list | sed "s/$a/A/; s/$b/B/; s/$c/C/"
A	investigating	high	2026-11-21T09:12:00Z	acme-international	apollo	billing-wrong-amount	asha@example.com	0	no	Invoice 4711 charged twice, and nobody answers the telephone
C	received	low	2026-11-21T09:12:00Z	initech				0	no	Kurz
B	received	critical	2026-11-01T08:00:00Z	globex				2	yes	Shop is down

# A short id is never a number or a date.

$ put() { local blob=$(printf 'kind: complaint\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\ncustomer: acme\nsummary: Number\n' | git hash-object -w --stdin)
> GIT_INDEX_FILE=$PWD/.git/other-index; export GIT_INDEX_FILE; git read-tree ledger
> git update-index --add --cacheinfo 100644,$blob,complaints/2026/11/21/$1/01m7yp0xr0$1zzzzzz-complaint.yaml
> git update-ref refs/heads/ledger $(GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit-tree $(git write-tree) -p ledger -m 'complaint: received'); unset GIT_INDEX_FILE; }
$ for tail in 0097123ax1 77e34k2q9a 3jan26k2q9 0x1f2m2q9a 7f3q2mxab4; do put $tail; done
$ crmtrack list customer:acme --fields short --sort id
0097123a
0x1f2m
3jan26k
77e34k
7f3q
$ crmtrack show 0097123a | head -1
0097123ax1  Number
