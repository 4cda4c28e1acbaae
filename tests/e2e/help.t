# Help is where one looks for it, and a mistake names the nearest word.

$ crmtrack help
usage: crmtrack [OPTION...] COMMAND [OPTION...] [ARGUMENT...]

Set up:
  init    make a data repository
  clone   get a copy of a shared data repository to work with
  doctor  look for what is wrong with this repository, and say how to mend it

Capture:
  new         take a complaint
  activity    record what was said or done
  call        record a call
  email       record an e-mail, and send it
  meeting     record a meeting
  letter      record a letter
  visit       record a visit
  chat        record a chat
  post        record a post in a social network or forum
  voicemail   record a voice-mail
  note        write a note
  work        record work on a complaint
  compliment  record praise from a customer
  customer    add, edit, merge, retire

Handle:
  acknowledge  tell the customer that we have it, and what happens next
  assign       say who owns it now
  escalate     move it a level up, or down
  accept       take on an escalation
  decline      decline an escalation, with the reason
  return       hand an escalation back, with the reason
  update       change its classification, or link it
  wait         say whom we wait for
  answer       record the answer to an earlier record, ours or theirs
  keep         tick off what we promised ourselves
  reschedule   agree upon another date for a promise
  resolve      give the answer: outcome, code, reasons
  confirm      record that the customer accepts the answer
  reject       record that the customer does not accept the answer
  close        close what is resolved and reviewed
  reopen       take up a resolved or closed complaint again
  withdraw     record that the customer withdraws it
  void         take it out of every count: entered in error, spam, a duplicate
  plan         show the plan of a complaint or customer; add, done, verify,
               slip, drop, review
  review       write down what was learnt
  waive        let a promise go, with the reason
  correct      say that an earlier record was wrong, and what is right
  undo         take back my last command, while nobody has seen it
  decide       record what was decided from a report, and how it will show;
               review, list, show

Look:
  list        list complaints: what is not closed, newest first
  show        tell the whole story of a complaint
  history     the commits of a complaint: who recorded what, when, signed or not
  search      find words in every text of every record, best first
  agenda      the open promises, ours and theirs; yours by default
  attachment  get an attachment out, byte for byte
  customer    show, list

Report:
  report  figures for people who decide; the trail of a complaint
  warn    what rises more than chance explains, in which project or reason,
          since when; acknowledge, explain, act, baseline
  sql     ask the index in SQL; it only reads

Policy:
  reason    list, add, edit, retire
  person    list, add, edit, retire
  project   list, add, edit, retire
  level     list, add, edit, retire
  target    list, add, edit, retire
  calendar  list, show, add, edit, retire, import
  rule      list, add, edit, retire, test
  form      list, add
  policy    check, test, settle
  charter   what records may be used for, and who has signed that; sign

Automate:
  tick  escalate what has broken, tell people, take silence for a yes: for cron
  mail  receive, assign, new

Share and prove:
  sync        exchange records and policy with the shared repository
  audit       look for records that were changed, removed, hidden, back-dated or
              badly signed
  checkpoint  print a line that later proves that nothing before it was changed
  archive     write all of the ledger, or the evidence of some complaints, to a
              file; verify one
  hook        install

Exchange:
  import  take in complaints from a table, or what export jsonl wrote
  export  write complaints for other programs

Help:
  help  tell what the commands do and how they are used

'crmtrack help COMMAND' tells more; so do 'help filter' and 'help formats'; see
also crmtrack(1)
$ crmtrack --version | sed 's/[0-9.]*$/N/'
crmtrack N
$ crmtrack help note
crmtrack note: write a note

Examples:
  $ crmtrack note 7f3q -m 'Finance confirms the double booking'
      among ourselves

usage: crmtrack note [OPTION...] [ID]

Arguments:
  [ID]  the complaint

Options:
  -c, --customer CUSTOMER   the customer, by slug
      --in                  from the customer to us
      --out                 from us to the customer
      --internal            among ourselves (default)
  -m, --message TEXT        the text
  -F, --file FILE           read the text from a file, - for standard input
      --with WHOM           the person on the other side
      --channel CHANNEL     how it reached us, or we them: web, phone, email,
                            post, in_person, chat, social, referral, portal, api
      --minutes N           how long it took
      --good                a good interaction
      --bad                 a bad interaction
      --purpose PURPOSE     acknowledge, update, answer, request or confirm
      --evidence LEVEL      how sure we are that it reached them: asserted,
                            attempted, sent, delivered, read, acknowledged,
                            signed
      --visibility WHO      client or team
      --expects WHAT[@DUE]  what we ask of them: acknowledgement, reply,
                            information or none
      --promise WHAT@DUE    what we undertake, and by when; may be repeated
      --to WHOM             to whom we promise it: customer, or us for what
                            `keep` ticks off
      --answers RECORD      the record, RECORD.N or the promise's name, that
                            this answers; none; may be repeated
  -r, --reason REASON       the contact reason, by code or synonym
  -p, --project PROJECT     the project
      --ref SYSTEM:ID       a reference to another system; may be repeated
      --attach FILE         keep a copy of this file with the record; may be
                            repeated
      --at TIME             when it happened (default: now)
      --by PERSON           who did it (default: you)
      --message-id ID       the Message-ID of the mail, by which its answer is
                            known
      --token TOKEN         our token in its Subject or address, by which its
                            answer is known too

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

Exit codes are those of crmtrack(1). See also crmtrack-note(1).
$ crmtrack escalate -h
usage: crmtrack escalate [OPTION...] ID

move it a level up, or down

Arguments:
  ID  the complaint

Options:
      --to LEVEL         the level, by number or name (default: the next one)
      --person PERSON    whom it goes to (default: who stands at that level)
      --why WHY          the reason, in words
      --down             to a lower level: say the reason and the remaining risk
      --nature NATURE    functional, hierarchical (default) or both
      --trigger TRIGGER  what set it off (default: manual): manual, customer,
                         overdue, warning, severity, repeat, rating, age, rule
      --asked WHAT       decide (default, unless it goes down), act or inform
      --answer-by TIME   by when they should accept, decline or return it
      --ref SYSTEM:ID    a reference to another system; may be repeated
      --attach FILE      keep a copy of this file with the record; may be
                         repeated
      --at TIME          when it happened (default: now)
      --by PERSON        who did it (default: you)

'crmtrack escalate --help' has examples; 'crmtrack -h' the global options
$ crmtrack escalate --help | head -12
crmtrack escalate: move it a level up, or down

Examples:
  $ crmtrack escalate 7f3q --why 'Refund above our limit'
      to the next level
  $ crmtrack escalate 7f3q --to 2 --why 'Refund above our limit'
      to who stands at level 2 for the project
  $ crmtrack escalate 7f3q --to 1 --down --why 'Decided; no risk left'
      back down

usage: crmtrack escalate [OPTION...] ID
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
$ crmtrack customer add -h | head -3
usage: crmtrack customer add [OPTION...] [CUSTOMER]

register a customer

# No repository here: a command that needs one says so, help does not need one.

$ cd / && crmtrack
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
$ crmtrack list
crmtrack: cannot find a data repository here or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]
$ crmtrack -C /nowhere list
crmtrack: cannot find a data repository in '/nowhere' or above
hint: make one with: crmtrack init DIR
hint: or name one with -C DIR or CRMTRACK_REPO
[7]
$ cd ~

# Mistyped.

$ crmtrack lst
crmtrack: cannot run 'lst': no such command
hint: did you mean 'list'?
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack shwo 7f3q
crmtrack: cannot run 'shwo': no such command
hint: did you mean 'show'?
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack frobnicate
crmtrack: cannot run 'frobnicate': no such command
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack help frobnicate
crmtrack: cannot run 'frobnicate': no such command
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack --jsn list
crmtrack: cannot use '--jsn': crmtrack itself has no such option
hint: did you mean '--json'?
hint: 'crmtrack -h' lists the options; those of a command come after its name
[2]
$ crmtrack list --ferlds id
crmtrack: cannot use '--ferlds': 'list' has no such option
hint: did you mean '--fields'?
hint: 'crmtrack list -h' lists the options; '--' ends them
[2]
$ crmtrack list --fields
crmtrack: cannot use '--fields': A,B is missing after it
[2]
$ crmtrack list --format
crmtrack: cannot use '--format': FORMAT is missing after it
[2]
$ crmtrack -C
crmtrack: cannot use '-C': DIR is missing after it
[2]
$ crmtrack list --json=yes
crmtrack: cannot use '--json=yes': it takes no value
[2]
$ crmtrack list -Z
crmtrack: cannot use '-Z': 'list' has no such option
hint: 'crmtrack list -h' lists the options; '--' ends them
[2]

# Every command has help that exits 0, and refuses an option that it does not have. `mail receive` refuses too, but a
# mail server must not hear of it (mail_receive.t).

$ crmtrack __spec | python3 -c 'import json, sys
> for c in json.load(sys.stdin)["commands"]:
>     if not c["hidden"]: print(c["name"])' > commands; wc -l < commands
118
$ while read -r command; do crmtrack $command --help > out 2> err < /dev/null || echo "$command: $?"; test -s out || echo "$command: no help"; test -s err && echo "$command: noise"; grep -q "^usage: crmtrack ${command/ /.* }" out || echo "$command: no usage"; done < commands
$ while read -r command; do crmtrack $command --bogus-option > /dev/null 2> err < /dev/null; test $? = 2 || echo "$command: not refused"; grep -q "crmtrack: cannot use '--bogus-option'" err || echo "$command: $(head -1 err)"; done < <(grep -v 'mail receive' commands)
