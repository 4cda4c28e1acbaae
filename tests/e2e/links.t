# Duplicates and links show on both sides, with what was said there.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -m 'Invoice 4711 charged twice'); b=$(crmtrack -q new -c acme -m 'Charged twice again')
$ crmtrack -q call $b --in -m 'Asks when the money comes back' > /dev/null
$ crmtrack -q void $b --duplicate-of $a --why 'The same invoice' > /dev/null
$ c=$(crmtrack -q new -c acme -m 'And the next invoice' --follows $a)
$ shown() { crmtrack show $1 | sed -n '/^Links/,$p'; }
$ shown $a
Links
has the duplicate j4ag  void  Charged twice again
    2026-11-21 09:12  call in [acknowledged]: Asks when the money comes back
is followed by 38fs  received  And the next invoice
$ shown $b
Links
a duplicate of h0rz  received  Invoice 4711 charged twice
$ shown $c
Links
follows h0rz  received  Invoice 4711 charged twice
$ crmtrack show $a --json | python3 -c 'import json, sys
> for each in json.load(sys.stdin)["items"][0]["linked"]: print(*each.items())' | sed "s/$b/B/; s/$c/C/"
('link', 'duplicate_of') ('direction', 'from') ('complaint', 'B') ('status', 'void') ('summary', 'Charged twice again')
('link', 'follows') ('direction', 'from') ('complaint', 'C') ('status', 'received') ('summary', 'And the next invoice')

# A customer's word on what is over: to the original, or up again.

$ crmtrack email $b --in -m 'Still no money' > /dev/null
email in on j4ag is recorded (evidence: acknowledged)
hint: j4ag is void, a duplicate of h0rz: go on there
$ crmtrack -q resolve $a --outcome upheld --code fixed -m 'Paid back' > /dev/null; crmtrack -q confirm $a --evidence signed > /dev/null
$ crmtrack -q review $a --lesson x > /dev/null; crmtrack -q close $a > /dev/null
$ crmtrack call $a --in -m 'Charged once more' > /dev/null
call in on h0rz is recorded (evidence: acknowledged)
hint: h0rz is closed: take it up again with crmtrack reopen h0rz --why WHY
$ crmtrack call $a -m 'We call back' > /dev/null
call out on h0rz is recorded (evidence: acknowledged)
hint: h0rz is closed: take it up again with crmtrack reopen h0rz --why WHY
$ crmtrack -q withdraw $c --evidence signed > /dev/null; crmtrack email $c --in -m 'Hello?' > /dev/null
email in on 38fs is recorded (evidence: acknowledged)
hint: 38fs is withdrawn: take a new complaint with crmtrack new --follows 38fs

# It stands in the agenda until somebody has answered: here, on the original, or by a complaint that follows.

$ unheard() { crmtrack agenda --all --fields complaint,promise,what,due_at | grep 'after the end' | sed "s/$a/A/; s/$b/B/; s/$c/C/"; }
$ unheard
C	next_step	answer the customer, who spoke after the end	
B	next_step	answer the customer, who spoke after the end	
$ crmtrack -q email $a --in -m 'Once more' > /dev/null; unheard
C	next_step	answer the customer, who spoke after the end	
A	next_step	answer the customer, who spoke after the end	
B	next_step	answer the customer, who spoke after the end	
$ export CRMTRACK_NOW=2026-11-21T10:00:00Z; crmtrack -q reopen $a --why 'Charged once more' > /dev/null; unheard
C	next_step	answer the customer, who spoke after the end	
$ crmtrack -q new -c acme --follows $c -m 'Hello again' > /dev/null; unheard

# Two clones each call the other's complaint the original. Once they meet, both are contested until one is taken back.

$ cd ~ && crmtrack -q init one && cd one
$ a=$(crmtrack -q new -c acme -m 'Charged twice'); b=$(crmtrack -q new -c acme -m 'Two invoices')
$ cd ~ && git clone -q one two && git -C two branch -q ledger origin/ledger
$ export CRMTRACK_NOW=2026-11-22T10:00:00Z; crmtrack -q -C one void $a --duplicate-of $b --why 'The same' > /dev/null
$ export CRMTRACK_NOW=2026-11-22T10:05:00Z CRMTRACK_SEED=2; crmtrack -q -C two void $b --duplicate-of $a --why 'The same' > /dev/null
$ crmtrack -q -C two list 'contested:yes'
$ cd one && git remote add two ../two && crmtrack -q sync two
$ crmtrack list contested:yes --fields status,summary
void	Two invoices
void	Charged twice
$ crmtrack show $a | sed -n '/^Contested/,$p' | sed "s/$a/A/; s/$b/B/"
Contested
links: a duplicate of B, which is a duplicate of it: take one
of the two back
    settle it: crmtrack correct 1b31 t1rv --set status=received --why …

Links
a duplicate of 9b67  void  Two invoices
has the duplicate 9b67  void  Two invoices
$ crmtrack doctor | grep '^contested	'
contested	warning	2 contested complaints	crmtrack list --all contested:yes
$ crmtrack audit --full | cut -f2 | sort | uniq -c
6 commits with 5 files looked at; 0 faults, 0 warnings, 2 notices
nothing changed, removed or hidden, as far as this clone knows, of 6 commits with 5 records and attachments, dated 2026-11-21 10:00 to 2026-11-22 10:05; 0 signatures verified, dates compared with 0 receipts of a server
      2 contested
$ crmtrack list --all --as-of 2026-11-22T10:01:00Z --fields contested,status,summary
no	received	Two invoices
no	void	Charged twice
$ crmtrack -q correct $a $(crmtrack show $a --json | jq -r '.items[0].records[-1].id') --set status=received --why "The first one came first" > /dev/null
$ crmtrack list --all --fields contested,status,summary
no	void	Two invoices
no	received	Charged twice
$ rm .git/crmtrack/index* && crmtrack list --all --fields contested,status,summary
no	void	Two invoices
no	received	Charged twice
