# The command line itself: help, what is refused, and how it ends.
$ crmtrack
crmtrack keeps complaints, what was done about them, and who owes whom an
answer, as plain text in a Git repository. There is none here yet. The first
steps:

  crmtrack init DIR         make a data repository
  crmtrack new              take a complaint: on a terminal it asks
  crmtrack call ID -m TEXT  note a call about it
  crmtrack list             what is open
  crmtrack show ID          the whole story of one complaint
  crmtrack agenda           who owes what to whom, by when

'crmtrack help' lists all commands

$ crmtrack --version
crmtrack 0.1.0

$ crmtrack -h
usage: crmtrack [OPTION...] COMMAND [OPTION...] [ARGUMENT...]

Options of every command:
  -C, --repo DIR        the data repository (default: CRMTRACK_REPO, else here
                        or above)
      --format FORMAT   table, tsv, json, jsonl, csv, yaml, markdown, html, mail
                        or ics
      --json            the same as --format json
      --fields A,B      only these fields, in this order
      --header          tsv: the names of the columns in the first line
      --as-of TIME|REV  what was known at that time, or in that commit of the
                        ledger
      --color WHEN      auto, always or never
      --no-pager        never send the output through the pager
  -q, --quiet           no sentences for people on stderr
  -v, --verbose         say more
  -n, --dry-run         say what would be done, and do nothing
      --no-input        never ask
  -h                    the synopsis and the options
      --help            examples first, then everything
      --version         the version

'crmtrack help' lists the commands; 'crmtrack COMMAND -h' their options

# Options may stand anywhere; help answers whatever else is missing.
$ crmtrack show -h
usage: crmtrack show [OPTION...] ID...

tell the whole story of a complaint

Arguments:
  ID...  the complaints, or mails of the inbox

Options:
      --explain PROMISE  how a promise's due time was counted: its kind, or
                         KIND@RECORD

'crmtrack show --help' has examples; 'crmtrack -h' the global options

$ crmtrack --json answer --help
crmtrack answer: record the answer to an earlier record, ours or theirs

Examples:
  $ crmtrack answer 7f3q -m 'The refund was booked today'
      the next step, or what they asked
  $ crmtrack answer 7f3q 5v0k -m 'The refund was booked today'
      their question: we answer
  $ crmtrack answer 7f3q --in -m 'They sent the contract'
      our question: they answer

usage: crmtrack answer [OPTION...] ID [RECORD]

Arguments:
  ID        the complaint
  [RECORD]  the record, RECORD.N its promise, or the promise's name (default:
            what is due)

Options:
  -t, --type TYPE           call, email, … (default: as what it answers): call,
                            email, meeting, letter, visit, chat, post,
                            voicemail, note, work, compliment
  -m, --message TEXT        the text
  -F, --file FILE           read the text from a file, - for standard input
      --in                  from the customer to us
      --out                 from us to the customer
      --with WHOM           the person on the other side
      --channel CHANNEL     how it reached us, or we them: web, phone, email,
                            post, in_person, chat, social, referral, portal, api
      --minutes N           how long it took
      --good                a good interaction
      --bad                 a bad interaction
      --evidence LEVEL      how sure we are that it reached them: asserted,
                            attempted, sent, delivered, read, acknowledged,
                            signed
      --visibility WHO      client or team
      --expects WHAT[@DUE]  what we ask of them: acknowledgement, reply,
                            information or none
      --promise WHAT@DUE    what we undertake, and by when; may be repeated
      --to WHOM             to whom we promise it: customer, or us for what
                            `keep` ticks off
      --ref SYSTEM:ID       a reference to another system; may be repeated
      --attach FILE         keep a copy of this file with the record; may be
                            repeated
      --at TIME             when it happened (default: now)
      --by PERSON           who did it (default: you)

Options of every command:
  -C, --repo DIR        the data repository (default: CRMTRACK_REPO, else here
                        or above)
      --format FORMAT   table, tsv, json, jsonl, csv, yaml, markdown, html, mail
                        or ics
      --json            the same as --format json
      --fields A,B      only these fields, in this order
      --header          tsv: the names of the columns in the first line
      --as-of TIME|REV  what was known at that time, or in that commit of the
                        ledger
      --color WHEN      auto, always or never
      --no-pager        never send the output through the pager
  -q, --quiet           no sentences for people on stderr
  -v, --verbose         say more
  -n, --dry-run         say what would be done, and do nothing
      --no-input        never ask
  -h                    the synopsis and the options
      --help            examples first, then everything
      --version         the version

Exit codes are those of crmtrack(1). See also crmtrack-answer(1).

$ crmtrack help customer
usage: crmtrack customer COMMAND [OPTION...]

Commands:
  customer add     register a customer
  customer edit    change what is known of a customer
  customer merge   let one customer stand for another one
  customer retire  say that somebody is no customer any more
  customer show    tell the story of a customer, good and bad
  customer list    list the customers

'crmtrack help customer COMMAND' tells more; see also crmtrack-customer(1)

$ crmtrack help customer show
crmtrack customer show: tell the story of a customer, good and bad

Examples:
  $ crmtrack customer show acme
      contacts, compliments, complaints

usage: crmtrack customer show [OPTION...] CUSTOMER

Arguments:
  CUSTOMER  the slug: a-z, 0-9 and -; or the name of one who is known

Options of every command:
  -C, --repo DIR        the data repository (default: CRMTRACK_REPO, else here
                        or above)
      --format FORMAT   table, tsv, json, jsonl, csv, yaml, markdown, html, mail
                        or ics
      --json            the same as --format json
      --fields A,B      only these fields, in this order
      --header          tsv: the names of the columns in the first line
      --as-of TIME|REV  what was known at that time, or in that commit of the
                        ledger
      --color WHEN      auto, always or never
      --no-pager        never send the output through the pager
  -q, --quiet           no sentences for people on stderr
  -v, --verbose         say more
  -n, --dry-run         say what would be done, and do nothing
      --no-input        never ask
  -h                    the synopsis and the options
      --help            examples first, then everything
      --version         the version

Exit codes are those of crmtrack(1). See also crmtrack-customer(1).

# Mistakes are named, with the nearest that would do.
$ crmtrack lst
crmtrack: cannot run 'lst': no such command
hint: did you mean 'list'?
hint: 'crmtrack help' lists the commands
[2]

$ crmtrack customer ad
crmtrack: cannot run 'customer ad': no such command
hint: to see it: crmtrack customer show 'ad'
hint: after 'customer' comes one of: add, edit, merge, retire, show, list
[2]

$ crmtrack customer
crmtrack: cannot run 'customer': a word is missing after it
hint: one of: add, edit, merge, retire, show, list
[2]

$ crmtrack help nonsense
crmtrack: cannot run 'nonsense': no such command
hint: 'crmtrack help' lists the commands
[2]

$ crmtrack list --limt 3
crmtrack: cannot use '--limt': 'list' has no such option
hint: did you mean '--limit'?
hint: 'crmtrack list -h' lists the options; '--' ends them
[2]

$ crmtrack -c acme new
crmtrack: cannot use '-c': crmtrack itself has no such option
hint: 'crmtrack -h' lists the options; those of a command come after its name
[2]

$ crmtrack list -n5
crmtrack: cannot use '-5': 'list' has no such option
hint: 'crmtrack list -h' lists the options; '--' ends them
[2]

$ crmtrack new -m
crmtrack: cannot use '-m': TEXT is missing after it
[2]

$ crmtrack list --json=yes
crmtrack: cannot use '--json=yes': it takes no value
[2]

$ crmtrack list --format jsn
crmtrack: cannot use 'jsn' for '--format': not one of table, tsv, json, jsonl, csv, yaml, markdown, html, mail, ics
hint: did you mean 'json'?
[2]

$ crmtrack list --format tsv --json
crmtrack: cannot use '--json': '--format tsv' says otherwise
[2]

$ crmtrack new -c acme -s hgih -m 'Charged twice'
crmtrack: cannot use 'hgih' for '--severity': not one of low, medium, high, critical
hint: did you mean 'high'?
[2]

$ crmtrack escalate
crmtrack: cannot run 'escalate': ID is missing
hint: usage: crmtrack escalate [OPTION...] ID
[2]

$ crmtrack init one two
crmtrack: cannot use 'two': one word more than 'init' takes
hint: usage: crmtrack init [OPTION...] [DIR]
[2]

# Without a data repository, and with one that is none.
$ crmtrack list
crmtrack: cannot find a data repository here or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]

$ crmtrack -C nowhere list
crmtrack: cannot find a data repository in 'nowhere' or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]

# A value may begin with a dash or be empty; two dashes end the options; of an option given twice the last counts.
$ crmtrack init data
made a data repository in $HOME/data
hint: take the first complaint with: crmtrack new -c CUSTOMER -m 'What it is about'

$ export CRMTRACK_REPO="$HOME/data"
$ crmtrack new -c acme -s low -s high -m '-5 units missing' --remedy= -q
20261121-ww540ke02g

$ crmtrack list --fields severity,summary --sort -received
high	-5 units missing

$ crmtrack list -- --all
no complaint meets the filter; its words: crmtrack help filter

# Control characters in what was typed never reach the terminal.
$ crmtrack $'li\e[31mst'
crmtrack: cannot run 'li\x1b[31mst': no such command
hint: 'crmtrack help' lists the commands
[2]

# Output that nobody reads, and output that cannot be written.
$ bash -c 'set -o pipefail; { sleep 0.3; crmtrack help; } | true'
[141]

$ crmtrack help > /dev/full
crmtrack: cannot write to standard output: No space left on device
[8]

# The machine's own clock: libfaketime would open a file in the place of the closed one.

$ env -u LD_PRELOAD crmtrack list >&-
crmtrack: cannot write to standard output: Bad file descriptor
[8]

# The questions of the shells.
$ crmtrack __complete cust
customer

$ crmtrack __complete customer ''
add	register a customer
edit	change what is known of a customer
merge	let one customer stand for another one
retire	say that somebody is no customer any more
show	tell the story of a customer, good and bad
list	list the customers

$ crmtrack __complete new --severity=h
--severity=high

$ crmtrack __complete list --for
--format	table, tsv, json, jsonl, csv, yaml, markdown, html, mail or ics

$ crmtrack __complete import csv ''
:file

$ crmtrack __complete -C nowhere show ''
