# `export cfpb`: the layout of the public complaint database of the US Consumer Financial Protection Bureau.

$ crmtrack -q init complaints && cd complaints
$ cat > in.csv <<'END'
> Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company public response,Company,State,ZIP code,Tags,Consumer consent provided?,Submitted via,Date sent to company,Company response to consumer,Timely response?,Consumer disputed?,Complaint ID
> 2016-10-01,Credit reporting,,Incorrect information on credit report,Account status,"They say ""late"", it was not",Company chooses not to respond,"TRANSUNION, INC.",AL,352XX,"Older American, Servicemember",Consent provided,Web,2016-10-05,Closed with explanation,Yes,No,2141773
> 2014-03-12,Mortgage,Other mortgage,"Loan modification,collection,foreclosure",,,,M&T BANK CORPORATION,MI,48382,,,Referral,2014-03-17,Closed with monetary relief,Yes,Yes,759217
> 2013-09-03,Consumer Loan,,Other,,,,Ally Financial Inc.,OH,45011,,,Web,2013-09-03,In progress,Yes,,521503
> END
$ crmtrack -q import csv in.csv --map cfpb > /dev/null
$ crmtrack export cfpb
Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company public response,Company,State,ZIP code,Tags,Consumer consent provided?,Submitted via,Date sent to company,Company response to consumer,Timely response?,Consumer disputed?,Complaint ID
"2013-09-03","Consumer Loan",,"Other",,,,"Ally Financial Inc.","OH","45011",,,"Web","2013-09-03","In progress","Yes",,"521503"
"2014-03-12","Mortgage","Other mortgage","Loan modification,collection,foreclosure",,,,"M&T BANK CORPORATION","MI","48382",,,"Referral","2014-03-17","Closed with monetary relief","Yes","Yes","759217"
"2016-10-01","Credit reporting",,"Incorrect information on credit report","Account status","They say ""late"", it was not","Company chooses not to respond","TRANSUNION, INC.","AL","352XX","Older American, Servicemember","Consent provided","Web","2016-10-05","Closed with explanation","Yes","No","2141773"
$ crmtrack export cfpb 'ref:cfpb:759217' | tail -n +2 > back.csv; (head -1 in.csv; cat back.csv) > again.csv; crmtrack import csv again.csv --map cfpb
new 0, known 1, differing 0, rejected 0

# A complaint of our own has the words that the Bureau uses; a customer's narrative leaves only with their consent.

$ crmtrack -q reason list > /dev/null; id=$(crmtrack -q new -c acme -p mortgage -r billing-wrong-amount --channel post --set company='Acme Bank' -m 'Charged twice
> My story')
$ crmtrack export cfpb customer:acme | tail -1 | sed "s/$id/ID/"
"2026-11-21","Mortgage",,"Wrong amount billed",,,,"Acme Bank",,,,,"Postal mail",,"In progress",,,"ID"
$ crmtrack -q resolve $id --outcome upheld --code goodwill --channel phone -m 'Sorry' > /dev/null; crmtrack -q update $id --set 'consent=Consent provided' > /dev/null
$ crmtrack export cfpb customer:acme | tail -1 | sed "s/$id/ID/"
"2026-11-21","Mortgage",,"Wrong amount billed",,"My story",,"Acme Bank",,,,"Consent provided","Postal mail",,"Closed with monetary relief",,,"ID"
$ crmtrack export xml
crmtrack: cannot export as 'xml': unknown format
hint: formats: jsonl, csv, cfpb, sqlite, postgres
[2]
