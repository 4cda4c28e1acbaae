# The values that a map makes of cells: numbers, yes and no, lists; and the place of a bad one.

$ crmtrack -q init complaints && cd complaints
$ cat > calls.yaml <<'END'
> source: calls
> about: What the telephone exchange writes
> date_format: ["%Y-%m-%d"]
> columns:
>   when: When
>   who: Who
>   what: What
>   minutes: Minutes
>   vip: VIP
>   channel: Channel
> required: [when, what]
> at: when
> complaint:
>   customer: {column: who, as: slug}
>   summary: {column: what, as: line}
>   vip: {column: vip, as: boolean}
>   channel: channel
> records:
>   - name: call
>     kind: activity
>     when: {minutes: any}
>     fields:
>       type: {value: call}
>       minutes: {column: minutes, as: integer}
> END
$ printf 'When,Who,What,Minutes,VIP,Channel\n2026-11-03,Acme,Shoes too small,12,yes,phone\n2026-11-04,Acme,Shop was closed,,N,phone\n' > good.csv
$ crmtrack import csv good.csv --map calls.yaml
new 2, known 0, differing 0, rejected 0
$ crmtrack show --json --fields vip,records $(crmtrack list --fields id | tail -1) | grep -oE '"(vip|minutes)": [^,}]*'
"vip": true
"vip": true
"minutes": 12
$ printf 'When,Who,What,Minutes,VIP,Channel\n2026-11-05,Acme,Late,a few,yes,phone\n2026-11-05,Acme,Later,5,perhaps,phone\n2026-11-05,Acme,Latest,5,yes,pigeon\n' > bad.csv
$ crmtrack import csv bad.csv --map calls.yaml
crmtrack: bad.csv:2:22: column 'Minutes': 'a few' is no whole number
crmtrack: bad.csv:3:25: column 'VIP': 'perhaps' is neither yes nor no
crmtrack: cannot import 'bad.csv': 2 bad rows; nothing was imported
hint: mend them, or put them aside with --rejects FILE
[5]
$ crmtrack import csv bad.csv --map calls.yaml --rejects rest.csv 2> /dev/null; cat rest.csv
new 1, known 0, differing 0, rejected 2
When,Who,What,Minutes,VIP,Channel
2026-11-05,Acme,Late,a few,yes,phone
2026-11-05,Acme,Later,5,perhaps,phone
$ crmtrack import csv good.csv --map calls.yaml --set columns=x
crmtrack: cannot use '--set' with the map 'calls.yaml': 'columns' names header names: `name: [Header, Other header]`
[2]
