# A natural person is shown by the name wherever a person looks, and by nothing else in paths and trailers.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q customer add --person --name 'Eva Berg' > /dev/null
$ id=$(crmtrack new -c 'Eva Berg' -s low --channel phone -m 'Parcel lost')
complaint 5cjg from Eva Berg is received; we owe an acknowledgement: crmtrack acknowledge 5cjg -m …
$ crmtrack show $id | sed -n 's/p-[0-9a-z]\{10\}/p-…/p'
customer  Eva Berg (p-…)
$ crmtrack call -c 'Eva Berg' -m 'Asked for the number' --evidence sent > /dev/null
call out on Eva Berg is recorded (evidence: sent)
$ crmtrack compliment -c 'Eva Berg' -m 'Friendly all the same' > /dev/null
the compliment of Eva Berg is recorded
$ crmtrack report praise | sed -n 's/^2026-11-21/&/p'
2026-11-21  Eva Berg  a compliment
$ crmtrack report praise --table compliments
When        Customer  Complaint  Written by        Text
2026-11-21  Eva Berg             asha@example.com  Friendly all the same
$ crmtrack list --fields customer | sed 's/[0-9a-z]\{10\}/…/'
p-…
$ git ls-tree -r --name-only ledger | grep -ci eva; git log --format=%B ledger | grep -ci eva
0
0
[1]

# A long reason code stays whole; other columns go before it is cut.

$ crmtrack -q reason add the-parcel-was-lost-on-its-way --label Lost --question 'Was it lost?' --why 'It is frequent' > /dev/null
$ crmtrack -q update $id -r the-parcel-was-lost-on-its-way > /dev/null; crmtrack report reasons --table reasons
Reason                          Received    Share      Sum  Open  Esc.  Upheld
the-parcel-was-lost-on-its-way         1  100.0 %  100.0 %     1     0       0
$ COLUMNS=60 crmtrack report reasons --table reasons
Reason                          Received    Share      Sum
    Open
the-parcel-was-lost-on-its-way         1  100.0 %  100.0 %
       1
