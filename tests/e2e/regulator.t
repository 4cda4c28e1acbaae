# The regulator's return: half-yearly, by firm; each figure was counted by hand beside the complaints.

$ crmtrack -q init complaints && cd complaints
$ plain() { GIT_AUTHOR_DATE=2026-11-21T09:00:00Z GIT_COMMITTER_DATE=2026-11-21T09:00:00Z git "$@"; }
$ printf 'settings:\n  zone: Europe/London\n  firm: Acme Bank\n' > policy/settings.yaml && git add policy && plain commit -qm settings
$ crmtrack -q project add cards --name Cards > /dev/null; crmtrack -q project add loans --name Loans > /dev/null; crmtrack -q project add shop --name Shop > /dev/null
$ sed -i '/id: cards/a\    regulatory: disp' policy/projects.yaml; sed -i '/id: loans/a\    regulatory: disp' policy/projects.yaml; plain commit -qam disp
$ take() { export CRMTRACK_NOW=$1; crmtrack -q new -c "$2" -p "$3" -r delay --channel email -m "$4" "${@:5}"; }
$ answer() { export CRMTRACK_NOW=$1; crmtrack -q resolve "$2" --outcome "$3" --code "$4" --channel email -m Sorry "${@:5}" > /dev/null; }

# Before the period, and still open in it: 1 outstanding. Another one was answered before.

$ a=$(take 2026-12-10T10:00:00Z acme cards 'Late card'); b=$(take 2026-12-11T10:00:00Z beta cards 'Lost card'); answer 2026-12-20T10:00:00Z $b upheld fixed

# Opened in the period: on Monday 4 January, answered on Thursday 7 January, the third business day: within 3 days.

$ c=$(take 2027-01-04T10:00:00Z acme cards 'Charged twice' --vulnerable unmet); answer 2027-01-07T16:00:00Z $c upheld redress_monetary --cause charges_or_billing --redress 12.50GBP
$ d=$(take 2027-01-04T11:00:00Z beta cards 'Cut off' --vulnerable identified); answer 2027-01-11T10:00:00Z $d not_upheld goodwill --cause communication --redress 5GBP
$ e=$(take 2027-02-01T10:00:00Z gamma loans 'No reply' --vulnerable none); answer 2027-04-10T10:00:00Z $e partly_upheld apology --cause delay
$ f=$(take 2027-03-01T10:00:00Z gamma loans 'Of another firm' --set company='Beta Loans')

# A firm with nothing to report makes a nil return; a project that is not regulated is left out.

$ g=$(take 2026-11-02T10:00:00Z gamma loans 'Old' --set company='Gamma Cards'); answer 2026-11-20T10:00:00Z $g upheld fixed
$ h=$(take 2027-03-02T10:00:00Z acme shop 'No bread')
$ answer 2027-03-15T10:00:00Z $a upheld fixed --cause delay
$ export CRMTRACK_NOW=2027-07-02T09:00:00Z
$ crmtrack report regulator
Regulator's return
open when the period began                1
opened                                    4
answered within 3 business days           25.0 %  (4.6 to 69.9 %), 1 of 4
later, within 8 weeks                     25.0 %  (4.6 to 69.9 %), 1 of 4
after 8 weeks                             50.0 %  (15.0 to 85.0 %), 2 of 4
upheld, of those decided                  75.0 %  (30.1 to 95.4 %), 3 of 4
customer in vulnerable circumstances, o…  50.0 %  (15.0 to 85.0 %), 2 of 4
of these, about our failure to respond …  50.0 %  (9.5 to 90.5 %), 1 of 2

Firms
Firm       Nil  Before  Opened  Sent  3 days  8 wks  Later  Upheld  Vuln.  Unmet
Acme Bank  no        1       3     4       1      1      2       3      2      1
Beta Loa…  no        0       1     0       0      0      0       0      0      0
Gamma Ca…  yes       0       0     0       0      0      0       0      0      0

By product
Firm    Produ…  Before  Opened  Sent  3 days  8 wks  Later  Upheld  Vuln.  Unmet
Acme …  cards        1       2     3       1      1      1       2      2      1
Acme …  loans        0       1     1       0      0      1       1      0      0
Beta …  loans        0       1     0       0      0      0       0      0      0

What it was about
Firm        Product  Issue  Opened
Acme Bank   cards    delay       2
Acme Bank   loans    delay       1
Beta Loans  loans    delay       1

What it came from
Firm       Cause               Sent  Upheld
Acme Bank  charges_or_billing     1       1
Acme Bank  communication          1       0
Acme Bank  delay                  2       2

Redress
Firm       Currency  Upheld  Not upheld
Acme Bank  GBP        12.50        5.00

2027-01-01T00:00:00Z to 2027-07-01T00:00:00+01:00, as of
2027-07-02T10:00:00+01:00 (Europe/London); ledger aa0cafd8c705
$ crmtrack report regulator --period 2027-h1 --table firms --format csv
firm,nil_return,outstanding,opened,sent,within_3_business_days,within_8_weeks,after_8_weeks,upheld,vulnerable,vulnerable_unmet
"Acme Bank","no",1,3,4,1,1,2,3,2,1
"Beta Loans","no",0,1,0,0,0,0,0,0,0
"Gamma Cards","yes",0,0,0,0,0,0,0,0,0
$ crmtrack report regulator --table products --format csv
firm,product,outstanding,opened,sent,within_3_business_days,within_8_weeks,after_8_weeks,upheld,vulnerable,vulnerable_unmet
"Acme Bank","cards",1,2,3,1,1,1,2,2,1
"Acme Bank","loans",0,1,1,0,0,1,1,0,0
"Beta Loans","loans",0,1,0,0,0,0,0,0,0
$ crmtrack report regulator --table redress --format csv
firm,currency,redress_upheld,redress_not_upheld
"Acme Bank","GBP",12.50,5.00
$ crmtrack report regulator --json | jq -c '.measures[] | [.measure, .n, .denominator]'
["outstanding",1,null]
["opened",4,null]
["within_3_business_days",1,4]
["within_8_weeks",1,4]
["after_8_weeks",2,4]
["uphold_rate",3,4]
["vulnerable",2,4]
["vulnerable_unmet",1,2]
$ test "$(crmtrack report regulator --records vulnerable_unmet)" = $c
$ test "$(crmtrack report regulator --records after_8_weeks | sort)" = "$(printf '%s\n' $a $e | sort)"
$ crmtrack report regulator --period 2026-h2 --table firms --format csv
firm,nil_return,outstanding,opened,sent,within_3_business_days,within_8_weeks,after_8_weeks,upheld,vulnerable,vulnerable_unmet
"Acme Bank","no",0,2,1,0,1,0,1,0,0
"Beta Loans","yes",0,0,0,0,0,0,0,0,0
"Gamma Cards","no",0,1,1,0,1,0,1,0,0
$ crmtrack report regulator --as-of 2027-01-31T00:00:00Z --period 2027-h1 --table firms --format csv
firm,nil_return,outstanding,opened,sent,within_3_business_days,within_8_weeks,after_8_weeks,upheld,vulnerable,vulnerable_unmet
"Acme Bank","no",1,3,3,1,1,1,2,2,1
"Beta Loans","no",0,1,0,0,0,0,0,0,0
"Gamma Cards","yes",0,0,0,0,0,0,0,0,0
