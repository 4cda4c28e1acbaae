# Of what two clones set differently, `show` names the command that settles it.

$ crmtrack -q init one && cd one
$ a=$(crmtrack -q new -c acme -m 'Late'); b=$(crmtrack -q new -c acme -m 'Broken'); c=$(crmtrack -q new -c acme -m 'Dear'); d=$(crmtrack -q new -c acme -m 'Twice'); e=$(crmtrack -q new -c acme -m 'Again')
$ crmtrack -q escalate $b --to 1 --person asha@example.com --why Press > /dev/null; crmtrack -q call $c -m 'We call' --promise 'refund@2026-12-01' > /dev/null; crmtrack -q resolve $c --outcome upheld --code fixed -m 'Refunded' > /dev/null
$ cd ~ && git clone -q one two && git -C two branch -q ledger origin/ledger
$ export CRMTRACK_NOW=2026-11-21T10:00:00Z; cd ~/one; for each in "assign $a ben@example.com" "escalate $a --to 2 --why Press" "update $a -s high" "update $a --set contract=A;1" "accept $b" "reschedule $c commitment 2026-12-02 --why Bank" "confirm $c --evidence signed" "resolve $d --outcome upheld --code fixed -m Mended" "withdraw $e --why Gone" "customer edit acme --name Acme"; do crmtrack -q $each > /dev/null; done
$ export CRMTRACK_NOW=2026-11-21T10:05:00Z CRMTRACK_SEED=2; cd ~/two; for each in "assign $a kim@example.com" "escalate $a --to 3 --why Press" "update $a -s low" "update $a --set contract=B;1" "decline $b --why No" "reschedule $c commitment 2026-12-03 --why Bank" "reject $c --why No" "resolve $d --outcome not_upheld --code explained -m Explained" "resolve $e --outcome upheld --code fixed -m Mended" "customer edit acme --name Acme-AG"; do crmtrack -q $each > /dev/null; done
$ export CRMTRACK_NOW=2026-11-21T11:00:00Z; cd ~/one && git remote add two ../two
$ crmtrack sync two
set up 'two': git push and git pull share main and ledger with it
'two': received 10 records (by asha@example.com); sent 10 records
5 complaints became contested: 1mxg, 22p5, 4w0a, jtgp, ya5z
hint: to see how each is settled: crmtrack show ID
$ ways() { for each in $a $b $c $d $e; do crmtrack show $each | sed -n 's/.*settle it: //p'; done; crmtrack customer show acme | sed -n 's/.*settle it: //p'; }
$ ways
crmtrack update jtgp --set contract=VALUE --why …
crmtrack correct jtgp kkhr --set to_level=3 --why …
crmtrack assign jtgp kim@example.com
crmtrack update jtgp --set severity=low --why …
crmtrack correct 1mxg cm5q --set answer=decline --why …
crmtrack reschedule 4w0a commitment@x1xc.1 DUE --why …
crmtrack confirm 4w0a
crmtrack correct 22p5 qv1k --set code=explained --why …
crmtrack correct 22p5 qv1k --set outcome=not_upheld --why …
crmtrack withdraw ya5z --why …
crmtrack customer edit acme --name Acme-AG
$ crmtrack show $a | sed -n '/^Contested/,$p'
Contested
contract: 'A;1' by asha@example.com (0q04), 'B;1' by asha@example.com (w746),
neither after the other; 'B;1' stands
    settle it: crmtrack update jtgp --set contract=VALUE --why …
level: '2' by asha@example.com (kkhr), '3' by asha@example.com (026784h),
neither after the other; '3' stands
    settle it: crmtrack correct jtgp kkhr --set to_level=3 --why …
owner: 'ben@example.com' by asha@example.com (avyn), 'kim@example.com' by
asha@example.com (a4mt), neither after the other; 'kim@example.com' stands
    settle it: crmtrack assign jtgp kim@example.com
severity: 'high' by asha@example.com (14fk), 'low' by asha@example.com (hx17),
neither after the other; 'low' stands
    settle it: crmtrack update jtgp --set severity=low --why …

# Each does, as it is typed: nothing that a value holds is run.

$ ways | sed 's/VALUE/C-1/; s/DUE/2026-12-03/; s/ -m …/ -m Yes/; s/ --why …/ --why Agreed/; s/, or .*//' > ~/settle.sh; sh -e ~/settle.sh > /dev/null; ways; crmtrack list --all contested:yes
updated jtgp
record kkhr is corrected; both versions stay in the story
kim@example.com now owns jtgp
updated jtgp
record cm5q is corrected; both versions stay in the story
'refund' on 4w0a is now due 2026-12-03 23:59; its first date decides whether it is kept in time
before it can be closed: x1xc  commitment: refund, due 2026-12-03 23:59: crmtrack answer 4w0a x1xc -m …, or crmtrack waive 4w0a commitment@x1xc --why …
4w0a is resolved, accepted by customer; review and close it: crmtrack close 4w0a --lesson …
record qv1k is corrected; both versions stay in the story
record qv1k is corrected; both versions stay in the story
ya5z is withdrawn by the customer
customer acme is changed
no complaint meets the filter; its words: crmtrack help filter

# `sync` names what became contested by what it merged, ten of them at most, and not what was so before.

$ cd ~/two && crmtrack -q sync origin && export CRMTRACK_NOW=2026-11-21T12:00:00Z; many=$(for n in 1 2 3 4 5 6 7 8 9 10 11 12; do crmtrack -q new -c acme -s low -m "Number $n"; done); crmtrack sync origin
'origin': sent 12 records
$ cd ~/one && for each in $many; do crmtrack -q update $each -s high > /dev/null; done
$ export CRMTRACK_NOW=2026-11-21T12:05:00Z; cd ~/two && for each in $many; do crmtrack -q update $each -s medium > /dev/null; done
$ crmtrack sync origin
'origin': received 12 records (by asha@example.com); sent 12 records
12 complaints became contested: 193k, 1cv1, 452x, 6c41, m756, p1d2, q7h8, qqmb, rhgc, sde8 and 2 more
hint: list them with: crmtrack list --all contested:yes; crmtrack show ID says how to settle each
$ crmtrack list --all contested:yes --fields id | wc -l
12
$ crmtrack -q -C ~/one note $a -m 'One more' > /dev/null; crmtrack sync origin --json | jq -c '.contested'
'origin': received 1 record (by asha@example.com)
[]
