# Words in every text of every record, best first, the words marked.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r billing-wrong-amount --with 'Maria Silva' -m 'Invoice 4711 charged twice
>
> The refund of November is missing. The invoice was paid on the third.')
$ b=$(crmtrack -q new -c globex -r delay -m 'Delivery late')
$ crmtrack -q call $b -m 'Maria asks about an invoice and a refund for the délai' > /dev/null
$ crmtrack -q escalate $b --to 1 --why 'Overcharged again' > /dev/null
$ crmtrack -q resolve $b --outcome upheld --code fixed -m 'The zeppelin brought it' > /dev/null
$ crmtrack -q review $b --root-cause 'Timetable of airships' > /dev/null
$ crmtrack -q compliment -c initech -m 'Your hydrangeas are lovely' > /dev/null
$ s() { crmtrack search "$@" | sed "s/$a/A/; s/$b/B/"; }
$ s invoice
A	01m7yp0xr0r53h785q025emnh3	2026-11-21T09:12:00Z	complaint	asha@example.com	Maria Silva [Invoice] 4711 charged twice The refund of November is missing. The [invoice] was paid on the third.
B	01m7yp0xr11zj504c2ca0xycfz	2026-11-21T09:12:00Z	activity	asha@example.com	Maria asks about an [invoice] and a refund for the délai
$ s refund invoice
B	01m7yp0xr11zj504c2ca0xycfz	2026-11-21T09:12:00Z	activity	asha@example.com	Maria asks about an [invoice] and a [refund] for the délai
A	01m7yp0xr0r53h785q025emnh3	2026-11-21T09:12:00Z	complaint	asha@example.com	Maria Silva [Invoice] 4711 charged twice The [refund] of November is missing. The [invoice] was paid on the third.
$ s zeppelin; s airships; s overcharged; s hydrangeas; s Silva
B	01m7yp0xr3t4vrb1j7ry08ks9p	2026-11-21T09:12:00Z	resolution	asha@example.com	The [zeppelin] brought it
B	01m7yp0xr4ceyzk4kfgzf8g33w	2026-11-21T09:12:00Z	review	asha@example.com	Timetable of [airships]
B	01m7yp0xr21k5e9new0t8970gz	2026-11-21T09:12:00Z	escalation	asha@example.com	[Overcharged] again
initech	01m7yp0xr15jhfgr68tskzekg4	2026-11-21T09:12:00Z	activity	asha@example.com	Your [hydrangeas] are lovely
A	01m7yp0xr0r53h785q025emnh3	2026-11-21T09:12:00Z	complaint	asha@example.com	Maria [Silva] Invoice 4711 charged twice The refund of November is missing. The invoice was paid on the third.

# Phrases, prefixes, and, or, not; case does not matter.

$ s '"charged twice"'
A	01m7yp0xr0r53h785q025emnh3	2026-11-21T09:12:00Z	complaint	asha@example.com	Maria Silva Invoice 4711 [charged] [twice] The refund of November is missing. The invoice was paid on the third.
$ s '"twice charged"'
nothing found; word* looks for words that begin so, and or between words for either
$ s over\*
B	01m7yp0xr21k5e9new0t8970gz	2026-11-21T09:12:00Z	escalation	asha@example.com	[Overcharged] again
$ s zeppelin or 4711
B	01m7yp0xr3t4vrb1j7ry08ks9p	2026-11-21T09:12:00Z	resolution	asha@example.com	The [zeppelin] brought it
A	01m7yp0xr0r53h785q025emnh3	2026-11-21T09:12:00Z	complaint	asha@example.com	Maria Silva Invoice [4711] charged twice The refund of November is missing. The invoice was paid on the third.
$ s invoice not maria
nothing found; word* looks for words that begin so, and or between words for either
$ s invoice and refund
B	01m7yp0xr11zj504c2ca0xycfz	2026-11-21T09:12:00Z	activity	asha@example.com	Maria asks about an [invoice] and a [refund] for the délai
A	01m7yp0xr0r53h785q025emnh3	2026-11-21T09:12:00Z	complaint	asha@example.com	Maria Silva [Invoice] 4711 charged twice The [refund] of November is missing. The [invoice] was paid on the third.
$ s DÉLAI
B	01m7yp0xr11zj504c2ca0xycfz	2026-11-21T09:12:00Z	activity	asha@example.com	… invoice and a refund for the [délai]
$ s nothing-of-this
nothing found; word* looks for words that begin so, and or between words for either

# Corrected words are found as well, and as data.

$ crmtrack -q correct $b $(crmtrack search délai --fields record) --set text='Asks about her bicycle' --why Misheard > /dev/null; s bicycle
B	01m7yp0xr5k8bfqryj44ece773	2026-11-21T09:12:00Z	correction	asha@example.com	Asks about her [bicycle] Misheard
$ crmtrack search invoice --limit 1 --json --fields complaint,customer,kind,by,snippet | sed "s/$a/A/; s/$b/B/"
1 of 2
{"format_version": 1, "command": "search", "items": [
{"complaint": "A", "customer": "acme", "kind": "complaint", "by": "asha@example.com", "snippet": "Maria Silva [Invoice] 4711 charged twice The refund of November is missing. The [invoice] was paid on the third."}
], "total": 2}
$ crmtrack search invoice --format jsonl --fields customer
{"customer": "acme"}
{"customer": "globex"}
$ crmtrack search invoice --format table
Complaint  Record                      When                  Kind
    By                Text
bp5j       01m7yp0xr0r53h785q025emnh3  2026-11-21T09:12:00Z  complaint
    asha@example.com  Maria Silva [Invoice] 4711 charged twice The refund of No…
rvz0       01m7yp0xr11zj504c2ca0xycfz  2026-11-21T09:12:00Z  activity
    asha@example.com  Maria asks about an [invoice] and a refund for the délai

# Refusals.

$ crmtrack search
crmtrack: cannot run 'search': WORD is missing
hint: usage: crmtrack search [OPTION...] WORD...
[2]
$ crmtrack search '"open'
crmtrack: cannot read the search '"open' at column 1: the quote that begins here has no end
hint: words side by side must all occur; "a phrase", begin*, and, or, not, ( ) are understood
[2]
$ crmtrack search or
crmtrack: cannot read the search 'or' at column 1: a word is missing before 'or'; quote it to look for the text
hint: words side by side must all occur; "a phrase", begin*, and, or, not, ( ) are understood
[2]
$ crmtrack search not invoice
crmtrack: cannot read the search 'not invoice' at column 1: 'not' takes away from something: add a word to look for beside it
hint: words side by side must all occur; "a phrase", begin*, and, or, not, ( ) are understood
[2]
$ crmtrack search invoice --limit none
crmtrack: cannot read --limit 'none': a whole number
[2]
