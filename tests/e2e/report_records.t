# The complaints behind a figure: their ids, or as `list` prints them.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r other -s high -m 'One'); b=$(crmtrack -q new -c globex -r no-reply -m 'Two'); crmtrack -q withdraw $b --evidence signed > /dev/null
$ crmtrack report summary --records volume
20261121-1455djg5yf
20261121-tdtbq29wx8
$ crmtrack report summary --records volume --fields severity,status,summary
high	received	One
medium	withdrawn	Two
$ crmtrack report summary --records volume --format jsonl --fields customer,summary
{"customer": "acme", "summary": "One"}
{"customer": "globex", "summary": "Two"}
$ crmtrack report summary --records volume --format csv | cut -d, -f2,3,11
status,severity,summary
"received","high","One"
"withdrawn","medium","Two"
$ crmtrack report summary customer:acme --records volume --json | jq -c '[.command, [.items[].summary]]'
["report",["One"]]
$ crmtrack report summary --records praise --format jsonl

# A measure by the name that stands on the screen; another word gets the nearest ones, and all of them.

$ crmtrack report reasons | sed -n 's/^received .*/received/p; s/^Filed.*/&/p'
received
$ crmtrack report reasons --records "Filed under 'other'"
20261121-1455djg5yf
$ crmtrack report reasons --records RECEIVED --fields summary
One
Two
$ crmtrack report reasons --records others_share
crmtrack: cannot find the measure 'others_share': report reasons has no such measure
hint: did you mean other_share?
hint: measures of reasons, each with its name on the screen: volume: received; concentration: reasons that make 80 %; other_share: filed under 'other'
[2]
$ crmtrack report reasons --records recieved
crmtrack: cannot find the measure 'recieved': report reasons has no such measure
hint: did you mean volume?
hint: measures of reasons, each with its name on the screen: volume: received; concentration: reasons that make 80 %; other_share: filed under 'other'
[2]
$ crmtrack report lessons --records nothing
crmtrack: cannot find the measure 'nothing': report lessons has no such measure
hint: measures of lessons, each with its name on the screen: reviews: reviews that say what was learnt
[2]
