# `undo` of an import: the next import of that file takes the rows again. A complaint that a person voided stays known.

$ crmtrack -q init complaints && cd complaints
$ printf 'id,created,customer,subject,priority\nHD-7,2026-11-20,acme,Late,high\nHD-8,2026-11-20,globex,Broken,low\n' > desk.csv
$ crmtrack import csv desk.csv --map tickets
new 2, known 0, differing 0, rejected 0
$ crmtrack -q undo > /dev/null; crmtrack list --all --fields status,summary,source; crmtrack customer list --fields id,retired
void	Broken	tickets:HD-8
void	Late	tickets:HD-7
$ crmtrack import csv desk.csv --map tickets
new 2, known 0, differing 0, rejected 0
$ crmtrack list --all --fields status,summary,source,refs | sort; crmtrack customer list --fields id,retired
received	Broken	tickets:HD-8/again-2	["tickets:HD-8"]
received	Late	tickets:HD-7/again-2	["tickets:HD-7"]
void	Broken	tickets:HD-8	["tickets:HD-8"]
void	Late	tickets:HD-7	["tickets:HD-7"]
acme	no
globex	no
$ crmtrack import csv desk.csv --map tickets; crmtrack -q undo > /dev/null; crmtrack import csv desk.csv --map tickets
new 0, known 2, differing 0, rejected 0
new 2, known 0, differing 0, rejected 0
$ crmtrack list --all --fields status,summary,source | sort; crmtrack customer list --fields id,retired; crmtrack audit
received	Broken	tickets:HD-8/again-3
received	Late	tickets:HD-7/again-3
void	Broken	tickets:HD-8
void	Broken	tickets:HD-8/again-2
void	Late	tickets:HD-7
void	Late	tickets:HD-7/again-2
6 commits with 18 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 6 commits with 18 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server

# Another clone, which knows of the undo, makes the same records.

$ git init -q --bare ../server.git; git remote add origin ~/server.git; crmtrack -q sync; crmtrack -q clone ../server.git ../second; crmtrack -C ../second import csv ~/complaints/desk.csv --map tickets
new 0, known 2, differing 0, rejected 0

# A correction goes to the complaint that stands. One that a person voided is known, and stays void.

$ sed -i 's/Late/Very late/' desk.csv; crmtrack import csv desk.csv --map tickets --update; crmtrack list --fields summary
new 0, known 1, differing 1 (1 corrected), rejected 0
Broken
Very late
$ crmtrack -q void $(crmtrack list --fields id,summary | grep Broken | cut -f1) --why 'spam' > /dev/null; crmtrack import csv desk.csv --map tickets; crmtrack list --fields summary
new 0, known 2, differing 0, rejected 0
Very late
