# Complaints out of tables: the CFPB's form, with everything that such files have.

$ crmtrack -q init complaints && cd complaints
$ cat > one.csv <<'END'
> Date received,Product,Sub-product,Issue,Consumer complaint narrative,Company,State,Submitted via,Date sent to company,Company response to consumer,Timely response?,Complaint ID
> 03/01/2026,Credit card,,Billing dispute,"They charged me twice.
> I called, and they said ""no"".",Big Bank,TX,Web,03/02/2026,Closed with monetary relief,Yes,1001
> 2026-03-02,Mortgage,FHA,"Loan servicing, payments",,Big Bank,CA,Phone,,In progress,Yes,1002
> 2026-03-03T10:00:00Z,Credit card,,Billing dispute,,Small Bank,NY,Postal mail,2026-03-05,Closed with explanation,No,1003
> END
$ crmtrack import csv one.csv --map cfpb -n
dry run: nothing was written
new 3, known 0, differing 0, rejected 0
$ crmtrack list --all --fields id
no complaint yet; take one: crmtrack new -c CUSTOMER -m TEXT
$ crmtrack import csv one.csv --map cfpb
policy: 4 new words from the import (see: git log refs/heads/main)
new 3, known 0, differing 0, rejected 0
$ crmtrack list --all --fields received_at,status,customer,project,reason,channel,region,outcome,code,summary
2026-03-03T10:00:00Z	responded		credit-card	billing-dispute	post	NY	not_determined	explained	Billing dispute
2026-03-02T00:00:00Z	received		mortgage	loan-servicing-payments	phone	CA			Loan servicing, payments
2026-03-01T00:00:00Z	responded		credit-card	billing-dispute	web	TX	not_determined	redress_monetary	Billing dispute
$ crmtrack list --all --fields refs,source --json | sed 's/, "sha.*//'
{"format_version": 1, "command": "list", "items": [
{"refs": ["cfpb:1003"], "source": "cfpb:1003"},
{"refs": ["cfpb:1002"], "source": "cfpb:1002"},
{"refs": ["cfpb:1001"], "source": "cfpb:1001"}
], "total": 3}
$ crmtrack show $(crmtrack list --all --fields id ref:cfpb:1001)
16t08ra7hb  Billing dispute
status    responded
severity  medium
owner     nobody
project   credit-card
reason    billing-dispute (Billing dispute)
channel   web
received  2026-03-01 00:00 (265 days ago)
answer    not_determined, redress_monetary
refs      cfpb:1001

Story
2026-03-01 00:00  hqfh  import:cfpb
  noted by asha@example.com, recorded 2026-11-21 09:12
  complaint received by web
    region: TX
    company: Big Bank
    They charged me twice.
    I called, and they said "no".
    refs: cfpb:1001
    source: cfpb:1001
    submitted_via: Web
    sent_to_company: 2026-03-02
    company_response: Closed with monetary relief
    timely_response: Yes
2026-03-01 00:00  cfsw  import:cfpb
  noted by asha@example.com, recorded 2026-11-21 09:12
  resolution: not_determined, redress_monetary [sent]
    Closed with monetary relief
    undated: true

Promises
void       acknowledge: acknowledge the complaint
           hqfh owed by us, due 2026-03-03 17:00, settled 2026-03-01 00:00 by
           cfsw
void       first_response: respond to the customer
           hqfh owed by us, due 2026-03-02 17:00, settled 2026-03-01 00:00 by
           cfsw
void       resolution: resolve the complaint
           hqfh owed by us, due 2026-03-16 17:00, settled 2026-03-01 00:00 by
           cfsw
overdue    confirm: confirm our resolution
           cfsw owed by customer, due 2026-03-09 17:00
$ git log --format='%an: %s' ledger
Asha Rao: import cfpb: 3 complaints
Asha Rao: ledger hpbn3wd12h9jn9f7
$ git log -1 --format=%b ledger | sed 's/[0-9a-f]\{40\}/COMMIT/'
Complaints: 3
Records: 5
Policy: COMMIT
$ git log --format=%s main; crmtrack project list; crmtrack reason list | tail -2
add 4 words of an import
Begin a data repository
credit-card	Credit card		
mortgage	Mortgage		
billing-dispute	Billing dispute	Is it about: Billing dispute?
loan-servicing-payments	Loan servicing, payments	Is it about: Loan servicing, payments?

# Line ends, marks of the encoding, other encodings: the same rows.

$ sed 's/$/\r/' one.csv > crlf.csv && crmtrack import csv crlf.csv --map cfpb
new 0, known 3, differing 0, rejected 0
$ (printf '\xef\xbb\xbf'; cat one.csv) > bom.csv && crmtrack import csv bom.csv --map cfpb
new 0, known 3, differing 0, rejected 0
$ iconv -t UTF-16 one.csv > utf16.csv && crmtrack import csv utf16.csv --map cfpb
new 0, known 3, differing 0, rejected 0
$ sed '5!d; s/1003/1005/; s/Small Bank/Café Zürich/' one.csv | (head -1 one.csv; cat) | iconv -t WINDOWS-1252 > west.csv
$ crmtrack import csv west.csv --map cfpb
crmtrack: cannot read 'west.csv': line 2, column 55: byte 0xe9 is not UTF-8
hint: state the encoding of the file, for example --encoding windows-1252
[5]
$ crmtrack import csv west.csv --map cfpb --encoding windows-1252
new 1, known 0, differing 0, rejected 0
$ crmtrack show $(crmtrack list --all --fields id ref:cfpb:1005) | grep -i 'company[: ]'
    company: Café Zürich
    sent_to_company: 2026-03-05

# Twice changes nothing; an overlapping file adds what is new; another content is left, or corrected with --update.

$ before=$(git rev-parse ledger); crmtrack import csv one.csv --map cfpb; test $before = $(git rev-parse ledger)
new 0, known 3, differing 0, rejected 0
$ sed 's/1001/1004/; s/They charged me/They billed me/' one.csv > two.csv && crmtrack import csv two.csv --map cfpb
new 1, known 2, differing 0, rejected 0
$ sed 's/Small Bank/Other Bank/' one.csv > three.csv && crmtrack import csv three.csv --map cfpb
new 0, known 2, differing 1, rejected 0
$ crmtrack show $(crmtrack list --all --fields id ref:cfpb:1003) | grep -i 'company[: ]'
    company: Small Bank
    sent_to_company: 2026-03-05
$ crmtrack import csv three.csv --map cfpb --update
new 0, known 2, differing 1 (1 corrected), rejected 0
$ crmtrack show $(crmtrack list --all --fields id ref:cfpb:1003) | grep -i 'company[: ]'
    company: Small Bank
    sent_to_company: 2026-03-05
  corrected: company is Other Bank
  correction of 6trf: company = Other Bank
$ crmtrack import csv three.csv --map cfpb --update
new 0, known 3, differing 0, rejected 0

# The newer layout lacks columns; unknown ones are kept.

$ printf 'Complaint ID,Date received,Product,Issue,Mood\n1006,04/01/26,Credit card,Billing dispute,sad\n' > new.csv && crmtrack import csv new.csv --map cfpb
crmtrack: new.csv: columns that the map 'cfpb' does not read are kept as fields: Mood (mood)
new 1, known 0, differing 0, rejected 0
$ crmtrack show $(crmtrack list --all --fields id ref:cfpb:1006) | sed -n '/^Story/,/^Promises/p'
Story
2026-04-01 00:00  6xpk  import:cfpb
  noted by asha@example.com, recorded 2026-11-21 09:12
  complaint received
    refs: cfpb:1006
    source: cfpb:1006
    mood: sad

Promises

# Bad rows: line, column and why, and nothing is taken; or all that is good, and the rest in a file.

$ printf 'Complaint ID,Date received,Product,Issue\n1007,13/45/2026,Credit card,Billing dispute\n1008,2026-04-02,Credit card,Billing dispute\n1009,,Mortgage,Billing dispute\n1010,2026-04-03,Mortgage\n' > bad.csv
$ before=$(git rev-parse ledger); crmtrack import csv bad.csv --map cfpb
crmtrack: bad.csv:2:6: column 'Date received': '13/45/2026' is no date of the form %m/%d/%Y, %m/%d/%y, %Y-%m-%d, rfc3339, %Y-%m-%dT%H:%M:%S, %Y-%m-%d %H:%M:%S, %m/%d/%Y %H:%M, %m/%d/%Y %H:%M:%S
crmtrack: bad.csv:4:6: column 'Date received': the date on which it was received is missing
crmtrack: bad.csv:5:1: the row has 3 cells, the header 4
crmtrack: cannot import 'bad.csv': 3 bad rows; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ test $before = $(git rev-parse ledger)
$ crmtrack import csv bad.csv --map cfpb --rejects rejects.csv; cat rejects.csv
crmtrack: bad.csv:2:6: column 'Date received': '13/45/2026' is no date of the form %m/%d/%Y, %m/%d/%y, %Y-%m-%d, rfc3339, %Y-%m-%dT%H:%M:%S, %Y-%m-%d %H:%M:%S, %m/%d/%Y %H:%M, %m/%d/%Y %H:%M:%S
crmtrack: bad.csv:4:6: column 'Date received': the date on which it was received is missing
crmtrack: bad.csv:5:1: the row has 3 cells, the header 4
3 bad rows put into rejects.csv
new 1, known 0, differing 0, rejected 3
Complaint ID,Date received,Product,Issue
1007,13/45/2026,Credit card,Billing dispute
1009,,Mortgage,Billing dispute
1010,2026-04-03,Mortgage
$ crmtrack list --all --fields received_at ref:cfpb:1008
2026-04-02T00:00:00Z
$ printf 'Complaint ID,Date received,Product,Issue\n1011,2026-04-02,"Credit card,Billing dispute\n' > open.csv; crmtrack import csv open.csv --map cfpb
crmtrack: open.csv:2:17: a quoted cell begins here and never ends
crmtrack: cannot import 'open.csv': 1 bad row; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]

# A map of one's own; a row without an id gets one from its content and its count.

$ cat > shop.yaml <<'END'
> source: shop
> about: The till's book of complaints
> date_format: ["%d.%m.%Y"]
> columns:
>   when: [When, Date]
>   who: Who
>   what: [What]
> required: [when, what]
> at: when
> complaint:
>   customer: {column: who, as: slug}
>   summary: {column: what, as: line}
>   channel: {value: in_person}
> END
$ printf 'Who;When;What\nAcme Ltd;03.11.2026;Shoes too small\nAcme Ltd;03.11.2026;Shoes too small\nGlobex;04.11.2026;Shop was closed\n' > shop.csv
$ crmtrack import csv shop.csv --map shop.yaml
new 3, known 0, differing 0, rejected 0
$ crmtrack import csv shop.csv --map shop.yaml
new 0, known 3, differing 0, rejected 0
$ crmtrack list --fields received_at,customer,channel,summary channel:in_person
2026-11-04T00:00:00Z	globex	in_person	Shop was closed
2026-11-03T00:00:00Z	acme-ltd	in_person	Shoes too small
2026-11-03T00:00:00Z	acme-ltd	in_person	Shoes too small
$ sed 's/^at: when/at: nothing/' shop.yaml > bad.yaml; crmtrack import csv shop.csv --map bad.yaml
crmtrack: cannot import 'shop.csv': it has no column for 'nothing', which the map 'bad.yaml' requires
hint: the table has: Who, When, What
hint: say which it is with --set columns.nothing=NAME, or give a map of your own with --map FILE
[5]
$ echo 'kind: [' > bad.yaml; crmtrack import csv shop.csv --map bad.yaml
crmtrack: cannot read the map 'bad.yaml': 2:1: end of sequence flow not found
[5]
$ crmtrack import csv shop.csv --map nothing.yaml
crmtrack: cannot read '$HOME/complaints/nothing.yaml': no such file
[3]

# The generic ticket export.

$ printf 'Ticket ID,Created,Customer,Subject,Description,Priority,Status\n7,05/11/2026,Acme,Late again,It is late,High,Open\n' > tickets.csv
$ crmtrack import csv tickets.csv --map tickets
crmtrack: tickets.csv:2:3: column 'Created': '05/11/2026' is 2026-05-11T00:00:00Z by %m/%d/%Y and 2026-11-05T00:00:00Z by %d/%m/%Y: state one with --set date_format=…
crmtrack: cannot import 'tickets.csv': 1 bad row; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ crmtrack import csv tickets.csv --map tickets --set date_format=%d/%m/%Y
new 1, known 0, differing 0, rejected 0
$ crmtrack list --all --fields received_at,customer,severity,summary ref.has:7
2026-11-05T00:00:00Z	acme	high	Late again

# Refusals.

$ crmtrack import
crmtrack: cannot run 'import': FORMAT is missing
hint: usage: crmtrack import [OPTION...] FORMAT FILE
hint: FORMAT: csv or jsonl
[2]
$ crmtrack import csv
crmtrack: cannot run 'import': FILE is missing
hint: usage: crmtrack import [OPTION...] FORMAT FILE
[2]
$ crmtrack import xml one.csv
crmtrack: cannot import 'xml': unknown format
hint: formats: csv, jsonl
[2]
$ crmtrack import csv missing.csv --map cfpb
crmtrack: cannot read '$HOME/complaints/missing.csv': No such file or directory
[3]
$ crmtrack import csv one.csv
crmtrack: cannot import a table without a map
hint: give --map with one of cfpb, tickets, or a file
[2]
$ crmtrack import csv one.csv --map cfbp
crmtrack: cannot read '$HOME/complaints/cfbp': no such file
[3]
$ crmtrack import csv one.csv --map cfpb --encoding klingon
crmtrack: cannot read 'one.csv': unknown encoding 'klingon'
hint: known are utf-8, utf-16, utf-16le, utf-16be, windows-1252, iso-8859-1
[2]
$ crmtrack import csv one.csv --map cfpb --set colour=red
crmtrack: cannot use '--set' with the map 'cfpb': unknown key 'colour': known are source, about, encoding, delimiter, zone, date_format, empty, add, columns, required, ignore, expected, id, at, complaint, records
[2]
$ : > empty.csv && crmtrack import csv empty.csv --map cfpb
crmtrack: cannot import 'empty.csv': it has no header line
[5]
$ echo 'Complaint ID,Product' > short.csv && crmtrack import csv short.csv --map cfpb
crmtrack: cannot import 'short.csv': it has no column for received (Date received), issue (Issue), which the map 'cfpb' requires
hint: the table has: Complaint ID, Product
hint: say which it is with --set columns.received=NAME, or give a map of your own with --map FILE
[5]

# Two clones that import the same file hold the same trees.

$ for clone in a b; do crmtrack -q init ~/$clone; CRMTRACK_NOW=2026-11-2$((++hour))T08:00:00Z CRMTRACK_SEED=$clone crmtrack -q -C ~/$clone import csv one.csv --map cfpb > /dev/null 2>&1; git -C ~/$clone rev-parse ledger:complaints; done | sort | uniq -c | sed 's/[0-9a-f]\{40\}/TREE/'
      2 TREE

# The file for bad rows is never the table itself, by whatever name.

$ ln -s bad.csv same.csv; cksum < bad.csv > sum; crmtrack import csv bad.csv --map cfpb --rejects ./same.csv; cksum < bad.csv | cmp - sum
crmtrack: cannot put bad rows into './same.csv': it is the file that is imported
hint: name another file with --rejects
