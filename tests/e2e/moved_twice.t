# A record that was moved, moved again and corrected: it counts in one complaint, whoever is asked.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -m 'First'); b=$(crmtrack -q new -c acme -m 'Second'); c=$(crmtrack -q new -c acme -m 'Third')
$ name() { sed "s/$a/A/; s/$b/B/; s/$c/C/; s/${a#*-}/A/; s/${b#*-}/B/; s/${c#*-}/C/"; }
$ call=$(crmtrack -q call $a --in --bad --ref desk:9 --minutes 4 -m 'The zebra escaped')
$ ask() { for filter in zebra type:call sentiment:negative ref:desk:9; do crmtrack list --fields id $filter; done | name | uniq -c; crmtrack search zebra --fields complaint | name; crmtrack sql 'select complaint, minutes from activity' | name; crmtrack show $1 | grep -c '^  moved here'; true; }
$ crmtrack -q correct $a $call --set minutes=45 --why 'Typed 4' > /dev/null; ask $a
      4 A
A
A	45
0
$ crmtrack -q correct $a $call --set complaint=$b --why 'Wrong complaint' > /dev/null; ask $b
      4 B
B
B	45
1
$ crmtrack -q correct $b $call --set complaint=$c --set minutes=40 --why 'Still the wrong one' > /dev/null; ask $c
      4 C
C
C	40
1
$ crmtrack show $c | sed -n '/^Story/,/^Promises/p' | name
Story
2026-11-21 09:12  ja40  asha@example.com
  complaint received by phone
2026-11-21 09:12  a7ah  asha@example.com
  call in [acknowledged] (negative)
    The zebra escaped
    minutes: 4
    refs: desk:9
  moved here from A
  corrected: complaint is C
  corrected: minutes is 40
2026-11-21 09:12  nqpm  asha@example.com
  correction of a7ah: minutes = 45
    why: Typed 4
  said on A
2026-11-21 09:12  p2cm  asha@example.com
  correction of a7ah: complaint = B
    why: Wrong complaint
  said on A
2026-11-21 09:12  adjk  asha@example.com
  correction of a7ah: complaint = C, minutes = 40
    why: Still the wrong one
  said on B

Promises

$ crmtrack show $a | grep '^  moved\|^  said' | name; crmtrack show $b | grep '^  moved\|^  said' | name
  moved to C
  said on B
  moved here from A
  moved to C
  said on A
  said on A

# Where it is already; back again; the word that is said last.

$ crmtrack correct $b $call --set complaint=$c --why x 2>&1 | name
crmtrack: cannot move it: it is on '72st' already
$ crmtrack -q correct $c $call --set complaint=$a --why 'It was right' > /dev/null; ask $a
      4 A
A
A	40
0
$ crmtrack show $a | grep '^contested'; crmtrack list --fields contested | sort -u; crmtrack -q audit
no
$ rm -r .git/crmtrack; ask $a
      4 A
A
A	40
0

# Two who move it without knowing of each other: the later stands, both are shown, until somebody decides.

$ cd ~ && git clone -q complaints other && cd other && git branch -q --track ledger origin/ledger
$ crmtrack -q correct $a $call --set complaint=$b --why 'To the second' > /dev/null
$ cd ~/complaints && CRMTRACK_NOW=2026-11-21T10:00:00Z crmtrack -q correct $a $call --set complaint=$c --why 'To the third' > /dev/null
$ git fetch -q ~/other ledger:refs/remotes/other/ledger && git remote add other ~/other && crmtrack -q sync other; ask $c
      4 C
C
C	40
1
$ crmtrack list --all --fields id,contested | name; crmtrack show $a | grep -i -A 1 'complaint of' | name
A	yes
C	no
B	no
complaint of a7ah: 'B' by asha@example.com (bfpb),
'C' by asha@example.com (q7d2), neither after the other;
$ crmtrack -q correct $c $call --set complaint=$c --why 'The third it is' > /dev/null; crmtrack list --fields contested | sort -u; ask $c
no
      4 C
C
C	40
1
