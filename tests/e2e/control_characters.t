# Control characters reach no terminal, whichever field they stand in.

$ crmtrack -q init complaints && cd complaints
$ good=$(crmtrack -q new -c acme -r delay --channel phone -m 'A good complaint')
$ bad=$(printf 'a\033[31mb\033]0;title\007c\rd\302\233e')
$ id=$(crmtrack -q new -c acme --channel phone --with "$bad" --remedy "$bad" --ref "x:$bad" --set mood="$bad" -m "$bad
> $bad")
$ crmtrack -q call $id --with "$bad" --promise "$bad@2026-11-25" -m "$bad" > /dev/null; crmtrack -q escalate $id --to 1 --person ben@example.com --why "$bad" > /dev/null; crmtrack -q review $id --lesson "$bad" > /dev/null; crmtrack -q correct $id $(crmtrack -q note $id -m x) --set text="$bad" --why "$bad" > /dev/null; crmtrack -q waive $id acknowledge --why "$bad" > /dev/null; crmtrack -q customer edit acme --name "$bad" > /dev/null; crmtrack -q resolve $id --outcome upheld --code fixed --evidence attempted -m "$bad" > /dev/null
$ crmtrack list --fields summary
A good complaint
a\x1b[31mb\x1b]0;title\x07c
$ crmtrack show $id | sed -n '1p;/^Story/,/^Promises/p'
0q0g9qv3a0  a\x1b[31mb\x1b]0;title\x07c
Story
2026-11-21 09:12  yzjk  asha@example.com
  complaint received by phone
    contact: a\x1b[31mb\x1b]0;title\x07c\rd\u009be
    d\u009be
    a\x1b[31mb\x1b]0;title\x07c
    d\u009be
    remedy_sought: a\x1b[31mb\x1b]0;title\x07c\rd\u009be
    refs: x:a\x1b[31mb\x1b]0;title\x07c\rd\u009be
    mood: a\x1b[31mb\x1b]0;title\x07c\rd\u009be
2026-11-21 09:12  9p77  asha@example.com
  call out, with a\x1b[31mb\x1b]0;title\x07c\rd\u009be [acknowledged]
    a\x1b[31mb\x1b]0;title\x07c
    d\u009be
    promises: a\x1b[31mb\x1b]0;title\x07c\rd\u009be, by 2026-11-25 23:59
2026-11-21 09:12  6y26  asha@example.com
  escalation, level 0 to 1, to ben@example.com (hierarchical, manual)
    asked: decide
    why: a\x1b[31mb\x1b]0;title\x07c
    why: d\u009be
2026-11-21 09:12  6ywd  asha@example.com
  review
    lesson: a\x1b[31mb\x1b]0;title\x07c\rd\u009be
2026-11-21 09:12  7ec5  asha@example.com
  note
    x
  corrected: text is a\x1b[31mb\x1b]0;title\x07c\rd\u009be
2026-11-21 09:12  v0nj  asha@example.com
  correction of 7ec5: text = a\x1b[31mb\x1b]0;title\x07c\rd\u009be
    why: a\x1b[31mb\x1b]0;title\x07c\rd\u009be
2026-11-21 09:12  z0ch  asha@example.com
  waiver of acknowledge@yzjk
    why: a\x1b[31mb\x1b]0;title\x07c\rd\u009be
2026-11-21 09:12  ews8  asha@example.com
  resolution: upheld, fixed [attempted]
    a\x1b[31mb\x1b]0;title\x07c
    d\u009be
  an attempt: evidence attempted is below sent

Escalation
2026-11-21 09:12  level 0 to 1 (project manager), to ben@example.com, by
asha@example.com: a\x1b[31mb\x1b]0;title\x07c\nd\u009be\n
    no answer yet, for 0s

Promises

$ for command in list 'list --format table' 'list --format markdown' "show $id" "show $id --format markdown" "history $id" 'agenda --all' 'agenda --all --format table' 'search c' 'customer show acme' 'customer list' 'report summary' 'report escalations' 'doctor' ''; do crmtrack $command | LC_ALL=C grep -c -a -P '\x1b|\x07|\r|\xc2\x9b'; done | sort | uniq -c
     15 0
$ for format in json jsonl yaml csv; do crmtrack list --format $format | LC_ALL=C grep -c -a -P '\x1b|\x07'; done | sort | uniq -c
      4 0
$ git log --format=%B ledger | LC_ALL=C grep -c -a -P '\x1b|\x07|title'
0
[1]
$ crmtrack show "$bad"
crmtrack: cannot find complaint 'a\x1b[31mb\x1b]0;title\x07c\rd\u009be': an id has at least 4 of the characters 0-9 and a-z
hint: see the ids with: crmtrack list
[3]

# Formulas do not run in a spreadsheet.

$ crmtrack -q new -c acme -m '=HYPERLINK("http://x")' > /dev/null; crmtrack export csv | grep -o '[^,]*HYPERLINK.[^,]*'; crmtrack list --format csv --fields summary | grep HYPERLINK
"'=HYPERLINK(""http://x"")"
"'=HYPERLINK(""http://x"")"
