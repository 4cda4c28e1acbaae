# Fewer keystrokes: short names of commands, aliases, a first call that settles it, and people by half an address.
# A terminal offers more (@, beginnings of commands): terminal_short.py tries it.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q person add asha@example.com --name 'Asha Rao' && crmtrack -q person add ben@example.com --name 'Ben Okoro'
asha@example.com
ben@example.com
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ crmtrack ack $id -m 'We look for it'
01m7yp0xr1pw1azypn16eq9vhw
exyf is acknowledged (evidence: acknowledged); status acknowledged
$ crmtrack -q esc $id --to 2 --person ben --why 'Third case' >escalated; crmtrack ls --fields status,level
acknowledged	2
$ crmtrack help ack | head -4
crmtrack acknowledge: tell the customer that we have it, and what happens next

Examples:
  $ crmtrack acknowledge 7f3q --next-by fri -m 'We check the booking and call you by Friday'
$ crmtrack __complete ack ''
exyf	acme: Delivery three weeks late

# A person is known by the part before the @, where only one has it.

$ crmtrack assign $id ben
01m7yp0xr31yzh294gaqk86g87
ben@example.com now owns exyf
$ crmtrack -q person add ben@example.net --name 'Ben Weber'
ben@example.net
$ crmtrack assign $id ben
crmtrack: cannot tell which person 'ben' is: 2 fit
hint: it may be ben@example.com, ben@example.net
[4]
$ crmtrack assign $id bern
crmtrack: cannot use person 'bern': policy does not list it
hint: did you mean ben@example.com?
hint: see: crmtrack person list
[5]

# An alias is words. It comes from the user's own files and environment, never from the repository.

$ git config --global crmtrack.alias.mine "list owner:ben@example.com --fields 'customer,summary'"
$ crmtrack mine
acme	Delivery three weeks late
$ crmtrack mine severity:low
no complaint meets the filter; its words: crmtrack help filter
$ crmtrack __complete mine --sor
--sort	order by these keys, - for descending
$ GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=crmtrack.alias.late GIT_CONFIG_VALUE_0='ls overdue:yes' crmtrack late
no complaint meets the filter; its words: crmtrack help filter
$ git config crmtrack.alias.theirs 'void --why evil'
$ crmtrack theirs $id
crmtrack: cannot run 'theirs': no such command
hint: 'crmtrack help' lists the commands
[2]

# It shadows no command, runs no shell, and does not call itself.

$ git config --global crmtrack.alias.list 'void'
$ crmtrack list --fields customer
acme
$ git config --global crmtrack.alias.sh '!date'
$ crmtrack sh
crmtrack: cannot use the alias 'sh': it begins with '!', and an alias runs no shell
hint: see it with: git config --show-origin --get crmtrack.alias.sh
[2]
$ git config --global crmtrack.alias.open "list 'status:open"
$ crmtrack open
crmtrack: cannot use the alias 'open': a quote in it is not closed
hint: see it with: git config --show-origin --get crmtrack.alias.open
[2]
$ git config --global crmtrack.alias.round 'round trip'
$ crmtrack round
crmtrack: cannot run 'round': no such command
hint: 'crmtrack help' lists the commands
[2]
$ git config --global crmtrack.alias.none ''
$ crmtrack none
crmtrack: cannot use the alias 'none': it is empty
hint: see it with: git config --show-origin --get crmtrack.alias.none
[2]

# Off a terminal neither a beginning of a command nor @ is taken.

$ crmtrack agen
crmtrack: cannot run 'agen': no such command
hint: 'crmtrack help' lists the commands
[2]
$ crmtrack show @
crmtrack: cannot tell which complaint '@' is: standard input is no terminal
hint: name the complaint by its id
[5]

# A complaint that is settled in its first call: one commit for what the customer said and got, one for the end.

$ one=$(crmtrack new -c acme -r delay -m 'No invoice in August' --resolved 'Sent it again' --outcome upheld --confirmed)
code fixed, as usual; another one: --code CODE
severity medium, channel phone, as usual; others: -s SEVERITY, --channel CHANNEL
complaint 8wmr from acme is received, answered and confirmed; close it: crmtrack close 8wmr --lesson …
$ git log -1 --format='%s%n%(trailers:key=Record,valueonly)' refs/heads/ledger | sed '/^$/d' | cut -c 1-40
change 8wmr3wwx9h: status resolved
01m7yp0xr0fnshdhjm9cskbsar
01m7yp0xr1ma6eerjq78n8cd9t
01m7yp0xr2bbnvvab4pwknha2c
$ crmtrack show $one
8wmr3wwx9h  No invoice in August
status    resolved
severity  medium
owner     nobody
customer  acme
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (today)
answer    upheld, fixed, accepted by customer

Story
2026-11-21 09:12  fnsh  asha@example.com
  complaint received by phone
2026-11-21 09:12  ma6e  asha@example.com
  resolution: upheld, fixed [acknowledged]
    Sent it again
2026-11-21 09:12  bbnv  asha@example.com
  change: status = resolved, accepted_by = customer [acknowledged]

Promises
void       acknowledge: acknowledge the complaint
           fnsh owed by us, due 2026-11-24 17:00, settled 2026-11-21 09:12 by
           ma6e
kept       first_response: respond to the customer
           fnsh owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           ma6e
kept       resolution: resolve the complaint
           fnsh owed by us, due 2026-12-07 17:00, settled 2026-11-21 09:12 by
           ma6e
kept       confirm: confirm our resolution
           ma6e owed by acme (customer), due 2026-11-30 17:00, settled
           2026-11-21 09:12 by bbnv
$ crmtrack close $one --lesson 'The address was an old one'
01m7yp0xr3rq243dzmtv4gp8s0
01m7yp0xr4nvrkr3j0c3xma9cb
closed 8wmr
$ crmtrack show $one | sed -n '/review/,$p'
  review
    lesson: The address was an old one
2026-11-21 09:12  nvrk  asha@example.com
  change: status = closed

Promises
void       acknowledge: acknowledge the complaint
           fnsh owed by us, due 2026-11-24 17:00, settled 2026-11-21 09:12 by
           ma6e
kept       first_response: respond to the customer
           fnsh owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           ma6e
kept       resolution: resolve the complaint
           fnsh owed by us, due 2026-12-07 17:00, settled 2026-11-21 09:12 by
           ma6e
kept       confirm: confirm our resolution
           ma6e owed by acme (customer), due 2026-11-30 17:00, settled
           2026-11-21 09:12 by bbnv
$ two=$(crmtrack new -c acme -m 'Asks for a copy' --resolved 'Copies are in the portal' --outcome not_upheld --code policy_confirmed --channel email)
severity medium, as usual; another one: -s SEVERITY
complaint p2s0 from acme is received and answered; the customer has yet to confirm it: crmtrack confirm p2s0
$ crmtrack -q confirm $two >confirmed
$ crmtrack close $two --no-review
crmtrack: cannot do this without --why
hint: say the reason: --why WHY
[2]
$ crmtrack close $two --no-review --lesson 'None'
crmtrack: cannot have both --lesson and --no-review: one writes the review, the other waives it
[2]
$ crmtrack close $two --no-review --why 'One call'
01m7yp0xr36223srxjs1z9rc4g
01m7yp0xr4gbn5024ngea1k3bp
closed p2s0
$ crmtrack show $two | sed -n '/^Story/,/^Promises/p' | tail -8
2026-11-21 09:12  6223s  asha@example.com
  waiver of review
    why: One call
2026-11-21 09:12  gbn5  asha@example.com
  change: status = closed
    why: One call

Promises

# It is refused where it would say what nobody knows.

$ crmtrack new -c acme -m 'Late' --outcome upheld
crmtrack: cannot take --outcome without --resolved
hint: give the answer with --resolved TEXT, or resolve it later: crmtrack resolve ID
[2]
$ crmtrack new -c acme -m 'Late' --resolved 'Sorry'
crmtrack: cannot call it resolved without --outcome
hint: --outcome takes one of: upheld, partly_upheld, not_upheld, not_determined
[2]
$ crmtrack new -c acme -m 'Late' --resolved 'Sorry' --outcome upheld --code no_contact
crmtrack: cannot settle a first call with the code 'no_contact'
hint: take the complaint first, then: crmtrack resolve ID
[2]
$ crmtrack new -c acme -m 'Late' --channel api --resolved 'Sorry' --outcome upheld --confirmed
code fixed, as usual; another one: --code CODE
crmtrack: cannot call it confirmed: the channel 'api' does not prove that the answer reached them
hint: say how they got it with --channel, or confirm it later: crmtrack confirm ID
[5]
$ crmtrack new -c acme -m 'Late' --resolved 'Sorry' --outcome upheld --redress 12
crmtrack: cannot read --redress '12': an amount and an ISO 4217 currency
hint: for example: --redress 12.50EUR
[2]
$ crmtrack audit
10 commits with 15 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 10 commits with 15 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
