# `report terms`: the words and pairs that set a group of complaints apart. Complaints are counted, not words.

$ crmtrack -q init complaints && cd complaints
$ take() { crmtrack -q new -c "$1" -p "$2" -r billing-wrong-amount --channel phone -m "$3" > /dev/null; }
$ for i in 1 2 3 4 5 6 7 8; do take cust-$i apollo "Late fees charged on the card, late fees again"; done
$ for i in 1 2 3 4 5 6 7 8 9 10 11 12; do take cust-$i hermes "The parcel came to the wrong house, number $i"; done
$ crmtrack report terms project:apollo
Words
complaints of the group            8
other complaints                   12
words and pairs that set it apart  6

What sets the group apart
Word or pair  Cases    Share  Others  Share  Customers    G²
card              8  100.0 %       0  0.0 %          8  26.9
charged           8  100.0 %       0  0.0 %          8  26.9
fees              8  100.0 %       0  0.0 %          8  26.9
fees charged      8  100.0 %       0  0.0 %          8  26.9
late              8  100.0 %       0  0.0 %          8  26.9
late fees         8  100.0 %       0  0.0 %          8  26.9

complaints are counted, not words; stems of the language 'en'

all time, as of 2026-11-21T09:12:00Z (UTC), filter project:apollo; ledger
b777c2906eef
$ crmtrack report terms project:apollo --table terms --format csv
term,cases,share,other_cases,other_share,customers,g_squared
"card",8,1.0000,0,0.0000,8,26.9205
"charged",8,1.0000,0,0.0000,8,26.9205
"fees",8,1.0000,0,0.0000,8,26.9205
"fees charged",8,1.0000,0,0.0000,8,26.9205
"late",8,1.0000,0,0.0000,8,26.9205
"late fees",8,1.0000,0,0.0000,8,26.9205
$ crmtrack report terms project:apollo --json | jq -c '.measures[] | [.measure, .value]'
["group_cases",8]
["other_cases",12]
["terms",6]

# The results lead to their records; a word is known by any of its forms.

$ crmtrack report terms project:apollo --records 'late fees' | wc -l
8
$ crmtrack report terms project:apollo --records charging --fields project | sort -u
apollo
$ crmtrack report terms project:apollo --records parcel
crmtrack: cannot find 'parcel' in any of these complaints
hint: see the words: crmtrack report terms
[3]
$ crmtrack report terms project:apollo --records the
crmtrack: cannot look for 'the': one word of at least two letters that says something
[2]

# A single customer sets nothing apart, however often they write; nor does what fewer than five cases say.

$ for i in 1 2 3 4 5 6; do take cust-1 zeus 'Rude voices'; done; for i in 1 2 3 4; do take cust-$i zeus 'Broken lamp'; done
$ crmtrack report terms project:zeus --table terms --format csv
term,cases,share,other_cases,other_share,customers,g_squared

# The texts of activities count, too; a correction counts as it reads now, and what was struck does not.

$ for id in $(crmtrack list project:hermes --fields id); do crmtrack -q call $id --in -m 'Our dog barked at the driver' > /dev/null; done
$ crmtrack report terms project:hermes --records 'dog barked' | wc -l
12
$ crmtrack undo > /dev/null 2>&1; crmtrack report terms project:hermes --records 'dog barked' | wc -l
11
$ id=$(crmtrack list project:hermes --fields id | head -1); record=$(crmtrack show $id --json | jq -r '.items[0].records[] | select(.kind == "activity").id'); crmtrack -q correct $id $record --set 'text=Our cat slept' --why 'It was the cat' > /dev/null
$ crmtrack report terms project:hermes --records 'dog barked' | wc -l
10
$ crmtrack report terms project:hermes --records 'cat' | wc -l
1

# `--near`: what goes together with a word.

$ crmtrack report terms --near charges --table terms --format csv
term,cases,share,other_cases,other_share,bits
"card",8,1.0000,0,0.0000,1.9069
"fees",8,1.0000,0,0.0000,1.9069
"late",8,1.0000,0,0.0000,1.9069
$ crmtrack report terms --near charges --records card | wc -l
8

# A group needs others, and a word has to say something.

$ crmtrack report terms
crmtrack: cannot tell what sets all complaints apart: there are no others
hint: which group: crmtrack report terms FILTER, or --period SPAN
hint: what goes together with a word: --near WORD
[2]
$ crmtrack report terms --near the
crmtrack: cannot look for 'the': one word of at least two letters that says something
[2]
$ crmtrack report summary --near card
crmtrack: cannot report summary with --near: it is for terms
[2]
$ crmtrack report terms project:apollo --records 'three red words'
crmtrack: cannot look for 'three red words': one word, or two side by side
[2]

# The language is policy's.

$ printf 'settings:\n  language: de\n' > policy/settings.yaml && git add policy && GIT_AUTHOR_DATE=2026-11-21T09:00:00Z GIT_COMMITTER_DATE=2026-11-21T09:00:00Z git commit -qm Deutsch
$ for i in 1 2 3 4 5 6; do take cust-$i ares 'Die Rechnungen waren falsch'; done
$ crmtrack report terms project:ares --table terms --format csv
term,cases,share,other_cases,other_share,customers,g_squared
"falsch",6,1.0000,0,0.0000,6,32.4404
"rechnungen",6,1.0000,0,0.0000,6,32.4404
$ printf 'settings:\n  language: klingon\n' > policy/settings.yaml && crmtrack policy check
policy/settings.yaml:2:13	error	'language' is 'klingon', but must be one of da, de, en, es, fi, fr, hu, it, nl, no, pt, ro, ru, sv, tr
policy: 1 error, 0 warnings
[1]
