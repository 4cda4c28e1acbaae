# `undo` takes back my last command as a whole, while nobody has seen it. Nothing disappears: the story keeps both.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack -q call $a --in --bad -m 'On the wrong complaint' --expects reply@2026-11-25 > /dev/null
$ crmtrack undo -n 2>&1 | sed 's/^# .*/# PATH/; s/corrects: .*/corrects: RECORD/'
would take back: call in [acknowledged] (negative): On the wrong complaint
dry run: nothing was written (1 file would be)
# PATH
kind: correction
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr1zbedv7hhcxre1nzd]
corrects: RECORD
set:
  struck: true
why: undone
$ crmtrack undo 2>&1 | grep -v '^01'
undone: activity exyfkm3j17: call in (both stay in the story; what was struck counts nowhere)
took back: call in [acknowledged] (negative): On the wrong complaint
$ crmtrack show $a | sed -n '/^Story/,/^Promises/p'
Story
2026-11-21 09:12  j8s3  asha@example.com
  complaint received by phone
2026-11-21 09:12  zbed  asha@example.com
  call in [acknowledged] (negative)
    On the wrong complaint
    expects: reply, by 2026-11-25 23:59
  struck: it was taken back, and counts nowhere
2026-11-21 09:12  g4q6  asha@example.com
  correction of zbed: struck = true
    why: undone

Promises
$ crmtrack agenda --fields promise; crmtrack list sentiment:negative
first_response
acknowledge
resolution
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack show $a --json | jq -c '[.items[0].records[] | .struck]'
[false,true,false]
$ crmtrack audit
4 commits with 4 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 4 commits with 4 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server

# Again, it takes back the command before: a complaint becomes void. Then nothing is left.

$ crmtrack -q undo > /dev/null; crmtrack list --all --fields status,summary
void	Delivery three weeks late
$ crmtrack undo
crmtrack: cannot undo: no command of yours in this clone is left to take back
[5]

# A command that wrote many records is taken back whole.

$ a=$(crmtrack -q new -c acme -r delay -m 'One'); b=$(crmtrack -q new -c globex -r delay -m 'Two')
$ crmtrack -q assign $a $b me > /dev/null; crmtrack list --fields status,owner
investigating	asha@example.com
investigating	asha@example.com
$ crmtrack -q undo > /dev/null; crmtrack list --fields status,owner
received	
received	
$ crmtrack report summary --json | jq -c '.measures[] | select(.measure == "volume") | .value'
2

# It is refused where somebody built upon it, where it is older than a day, and where it was pushed.

$ crmtrack -q note $a -m 'First' > /dev/null
$ GIT_AUTHOR_EMAIL=ben@example.com crmtrack -q note $a --by ben@example.com -m 'Second' > /dev/null
$ crmtrack undo 2>&1 | sed 's/record [0-9a-z]*/record R/'
crmtrack: cannot undo 'activity yfd15kyrmd: note': record R came after it
hint: put it right with: crmtrack correct yfd1 4wy5 --set FIELD=VALUE --why … (complaint=ID moves it)
$ export CRMTRACK_NOW=2026-11-23T10:00:00Z; crmtrack undo 2>&1 | sed 's/[0-9a-z]\{10\}:/ID:/'
crmtrack: cannot undo 'activity ID: note': it is more than a day old
hint: put it right with: crmtrack correct yfd1 4wy5 --set FIELD=VALUE --why … (complaint=ID moves it)
$ crmtrack -q note $b -m 'Third' > /dev/null
$ git init -q --bare ../server.git && git remote add origin ../server.git && crmtrack -q sync
$ crmtrack undo 2>&1 | sed 's/[0-9a-z]\{10\}:/ID:/'
crmtrack: cannot undo 'activity ID: note': it was pushed: others have seen it
hint: put it right with: crmtrack correct 1bjf 16he --set FIELD=VALUE --why … (complaint=ID moves it)

# A command that changed policy is no record: `undo` does not take back the one before in its place.

$ export CRMTRACK_NOW=2026-11-22T15:00:00Z; d=$(crmtrack -q new -c globex -m 'A real complaint')
$ export CRMTRACK_NOW=2026-11-22T15:05:00Z; crmtrack -q reason edit other --synonym misc --why slip > /dev/null
$ crmtrack undo 2>&1 | sed 's/revert [0-9a-f]*/revert COMMIT/'
crmtrack: cannot undo 'edit reason other': it changed policy, not the records
hint: take it back where main is checked out: git revert COMMIT
hint: or do it by command once more, the other way round
$ git revert --no-edit HEAD > /dev/null; crmtrack undo 2>&1 | grep -v '^01'
undone: complaint jhbb5jn2zf: received (both stay in the story; what was struck counts nowhere)
took back: complaint received by phone: A real complaint

# A customer who was registered alone is taken back as such, not the command before; so is what was changed of one.
$ other=$(crmtrack -q new -c acme -m 'Kept'); crmtrack -q note $other -m 'Precious' > /dev/null; crmtrack -q customer add zeta --name Zeta > /dev/null
$ crmtrack undo 2>&1 | grep -v '^01'
customer zeta is taken back, too: nothing else names them
undone: customer zeta: registered (both stay in the story; what was struck counts nowhere)
took back: customer
$ crmtrack customer list --fields id,retired 2> /dev/null | grep zeta; crmtrack show $other | grep -A1 Precious
    Precious
$ crmtrack -q customer edit acme --region north > /dev/null; crmtrack undo
crmtrack: cannot undo 'customer acme: changed': a customer is changed back by command
hint: change the customer with: crmtrack customer edit acme …
[5]
$ crmtrack show $other | grep -A1 Precious
    Precious
$ crmtrack -q customer add eta --name Eta > /dev/null; GIT_AUTHOR_EMAIL=ben@example.com crmtrack -q new -c eta -m 'Theirs' > /dev/null; crmtrack undo
customer eta stays registered: 1 other complaint of theirs is there
crmtrack: cannot undo 'customer eta: registered': others name the customer, or more is recorded of them
hint: change the customer with: crmtrack customer edit eta …
[5]

# The hints name the way back for each kind of record, with its ids, where others have seen it.

$ crmtrack init ../seen 2> /dev/null && cd ../seen && git init -q --bare ../seen.git && git remote add origin ../seen.git
$ undo() { crmtrack -q sync; crmtrack undo 2>&1 | grep ^hint; }
$ a=$(crmtrack -q new -c acme -s low -m 'One'); undo
hint: void the complaint with: crmtrack void 11cd --why …
$ crmtrack -q acknowledge $a --next-by 2026-11-26 -m 'Wednesday' > /dev/null
$ r=$(crmtrack -q call $a -m 'They called'); undo
hint: put it right with: crmtrack correct 11cd whad --set FIELD=VALUE --why … (direction=in: it came from them; answers= keeps nothing; complaint=ID moves it)
$ crmtrack correct $a $r --set direction=in --why 'They called' 2>&1 | sed 1d; undo
record whad is corrected; both versions stay in the story
hint: put it right with: crmtrack correct 11cd whad --set FIELD=VALUE --why …
$ crmtrack show $a | grep -A1 'open.*commitment'
open       commitment: next step
           645m owed by asha@example.com (us), due 2026-11-26 23:59
$ crmtrack -q assign $a me > /dev/null; undo
hint: assign it anew with: crmtrack assign 11cd PERSON
$ crmtrack -q update $a -s high > /dev/null; undo
hint: change it back with: crmtrack update 11cd --set FIELD=VALUE --why …
$ crmtrack -q escalate $a --to 1 --why 'Above our limit' > /dev/null; undo
hint: move it back with: crmtrack escalate 11cd --down --to LEVEL --why …
$ crmtrack -q resolve $a --outcome upheld --code fixed -m 'Done' > /dev/null; undo
hint: put it right with: crmtrack correct 11cd 863a --set FIELD=VALUE --why …
$ crmtrack -q confirm $a > /dev/null; undo
hint: take it up again with: crmtrack reopen 11cd --why …
$ crmtrack -q compliment -c acme -m 'Thanks' > /dev/null; undo
hint: say what is right with: crmtrack note -c acme -m …
