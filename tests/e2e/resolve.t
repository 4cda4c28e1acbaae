# The answer: outcome, code, cause, money, and whether it reached them.

$ crmtrack -q init complaints && cd complaints
$ item() { crmtrack show $id --json --fields status,outcome,code,cause,systemic,redress,responded_at,resolved_at; }
$ id=$(crmtrack -q new -c acme -r billing-wrong-amount --channel email -m 'Invoice 4711 charged twice')
$ crmtrack resolve $id --outcome upheld --code redress_monetary --redress 12.50EUR --cause charges_or_billing --systemic suspected --ref defect:APO-9 -m 'We refund the second charge'
01m7yp0xr11rq7w3v70sdnhc9s
hz0z is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm hz0z or reject hz0z
$ item
{"format_version": 1, "command": "show", "items": [
{"status": "responded", "outcome": "upheld", "code": "redress_monetary", "cause": "charges_or_billing", "systemic": "suspected", "redress": {"amount": "12.50", "currency": "EUR"}, "responded_at": "2026-11-21T09:12:00Z", "resolved_at": null}
]}
$ crmtrack show $id
hz0zve0td8  Invoice 4711 charged twice
status    responded
severity  medium
owner     nobody
customer  acme
reason    billing-wrong-amount (Wrong amount billed)
channel   email
received  2026-11-21 09:12 (today)
answer    upheld, redress_monetary, charges_or_billing, 12.50 EUR

Story
2026-11-21 09:12  aarn  asha@example.com
  complaint received by email
2026-11-21 09:12  1rq7  asha@example.com
  resolution: upheld, redress_monetary, cause charges_or_billing, 12.50 EUR
  [sent]
    We refund the second charge
    systemic: suspected
    refs: defect:APO-9

Promises
void       acknowledge: acknowledge the complaint
           aarn owed by us, due 2026-11-24 17:00, settled 2026-11-21 09:12 by
           1rq7
kept       first_response: respond to the customer
           aarn owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           1rq7
kept       resolution: resolve the complaint
           aarn owed by us, due 2026-12-07 17:00, settled 2026-11-21 09:12 by
           1rq7
open       confirm: confirm our resolution
           1rq7 owed by acme (customer), due 2026-11-30 17:00
$ crmtrack agenda --all
2026-11-30T17:00:00Z	20261121-hz0zve0td8	confirm	open	medium	customer	acme	01m7yp0xr11rq7w3v70sdnhc9s	acme	confirm our resolution

# They do not accept it; a better one; they do.

$ crmtrack reject $id --why 'The second fee is missing' --channel phone
01m7yp0xr2fxd3wpwwftgjjy4c
the customer rejects our answer on hz0z; it is investigated again
$ crmtrack resolve $id --outcome partly_upheld --code goodwill --redress '20 GBP' -m 'And the fee'
01m7yp0xr36rs255vcqgjbq3rh
hz0z is answered (evidence: sent); the customer has yet to confirm it: crmtrack confirm hz0z or reject hz0z
$ crmtrack confirm $id --evidence sent
crmtrack: cannot confirm 'hz0z' on evidence 'sent': it must be acknowledged or signed
hint: where the customer stays silent: crmtrack confirm ID --silence
[5]
$ crmtrack confirm $id --channel phone -m 'Content'
01m7yp0xr4c0g72evrxwbcmz3q
hz0z is resolved, accepted by customer; review and close it: crmtrack close hz0z --lesson …
$ item
{"format_version": 1, "command": "show", "items": [
{"status": "resolved", "outcome": "partly_upheld", "code": "goodwill", "cause": null, "systemic": null, "redress": {"amount": "20", "currency": "GBP"}, "responded_at": "2026-11-21T09:12:00Z", "resolved_at": "2026-11-21T09:12:00Z"}
]}

# An answer that reached nobody is kept, and moves nothing.

$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Late again')
$ crmtrack resolve $id --outcome not_upheld --code explained --evidence attempted -m 'Left a message'
01m7yp0xr1rqtfw3tgash0g8hm
recorded as an attempt: below evidence 'sent' 6vyb does not count as answered
$ item
{"format_version": 1, "command": "show", "items": [
{"status": "received", "outcome": null, "code": null, "cause": null, "systemic": null, "redress": null, "responded_at": null, "resolved_at": null}
]}
$ crmtrack show $id | sed -n '/^Promises/,$p'
Promises
open       acknowledge: acknowledge the complaint
           azfx owed by us, due 2026-11-24 17:00
open       first_response: respond to the customer
           azfx owed by us, due 2026-11-23 17:00
open       resolution: resolve the complaint
           azfx owed by us, due 2026-12-07 17:00
open       confirm: confirm our resolution
           rqtf owed by acme (customer), due 2026-11-30 17:00

# Silence counts only after two attempts and fourteen days.

$ id=$(crmtrack -q new -c acme -r delay --channel email -m 'Never heard of again')
$ crmtrack -q resolve $id --outcome upheld --code apology -m 'We are sorry' > /dev/null
$ crmtrack confirm $id --silence
crmtrack: cannot take the silence on 'pd7c' for a yes: silence counts only after two attempts to reach the customer, and there were none
[5]
$ export CRMTRACK_NOW=2026-11-24T09:00:00Z; crmtrack -q email $id -m 'Did you get it?' --purpose confirm > /dev/null
$ export CRMTRACK_NOW=2026-11-26T09:00:00Z; crmtrack -q voicemail $id -m 'Did you get it?' > /dev/null
$ export CRMTRACK_NOW=2026-12-10T09:00:00Z; crmtrack confirm $id --silence
crmtrack: cannot take the silence on 'pd7c' for a yes: the customer has 14 days from the second attempt on 2026-11-26: silence counts from 2026-12-11
[5]
$ export CRMTRACK_NOW=2026-12-11T09:00:00Z; crmtrack confirm $id --silence
01m9j59am00sancf4hn0efvkmq
pd7c is resolved, accepted by silence; review and close it: crmtrack close pd7c --lesson …
$ item
{"format_version": 1, "command": "show", "items": [
{"status": "resolved", "outcome": "upheld", "code": "apology", "cause": null, "systemic": null, "redress": null, "responded_at": "2026-11-21T09:12:00Z", "resolved_at": "2026-12-11T09:00:00Z"}
]}

# Some codes ask for more.

$ id=$(crmtrack -q new -c acme -r delay -m 'The concert is over')
$ crmtrack resolve $id --outcome not_determined --code overcome_by_events -m 'Too late to matter'
crmtrack: cannot resolve as overcome_by_events without the event and its date
hint: give it with --event 'what happened, when'
[2]
$ crmtrack resolve $id --outcome not_determined --code overcome_by_events --event 'The concert of 2026-12-01' -m 'Too late to matter'
01m9j59am11fh2ejych06tpbmv
cjw8 is answered (evidence: acknowledged); the customer has yet to confirm it: crmtrack confirm cjw8 or reject cjw8

# Refusals.

$ id=$(crmtrack -q new -c acme -r delay -m 'To be refused')
$ crmtrack resolve $id
crmtrack: cannot resolve without --outcome
hint: --outcome takes one of: upheld, partly_upheld, not_upheld, not_determined
[2]
$ crmtrack resolve $id --outcome upheld -m x
crmtrack: cannot resolve without --code
hint: --code takes one of: fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
[2]
$ crmtrack resolve $id --code fixed -m x
crmtrack: cannot resolve without --outcome
hint: --outcome takes one of: upheld, partly_upheld, not_upheld, not_determined
[2]
$ crmtrack resolve $id --outcome maybe --code fixed -m x
crmtrack: cannot use 'maybe' for '--outcome': not one of upheld, partly_upheld, not_upheld, not_determined
[2]
$ crmtrack resolve $id --outcome upheld --code magic -m x
crmtrack: cannot use 'magic' for '--code': not one of fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
[2]
$ crmtrack resolve $id --outcome upheld --code fixed --cause weather -m x
crmtrack: cannot use 'weather' for '--cause': not one of product_defect, information_or_documentation, charges_or_billing, delay, communication, staff_conduct, staff_knowledge, process, system_outage, third_party, policy, customer_misunderstanding, sales_or_advice, data_quality, unknown
[2]
$ crmtrack resolve $id --outcome upheld --code redress_monetary --redress lots -m x
crmtrack: cannot read --redress 'lots': an amount and an ISO 4217 currency
hint: for example: --redress 12.50EUR
[2]
$ crmtrack resolve $id --outcome upheld --code redress_monetary --redress 12.50 -m x
crmtrack: cannot read --redress '12.50': an amount and an ISO 4217 currency
hint: for example: --redress 12.50EUR
[2]
$ crmtrack resolve $id --outcome upheld --code redress_monetary --redress -5EUR -m x
crmtrack: cannot read --redress '-5EUR': an amount and an ISO 4217 currency
hint: for example: --redress 12.50EUR
[2]
$ crmtrack resolve $id --outcome upheld --code fixed
crmtrack: cannot run 'resolve': no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack confirm $id --silence
crmtrack: cannot confirm '9sem': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve 9sem --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack confirm $id --evidence hearsay
crmtrack: cannot use 'hearsay' for '--evidence': not one of asserted, attempted, sent, delivered, read, acknowledged, signed
[2]
$ crmtrack reject $id
crmtrack: cannot reject '9sem': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve 9sem --outcome OUTCOME --code CODE -m …
[5]
$ crmtrack confirm
crmtrack: cannot run 'confirm': ID is missing
hint: usage: crmtrack confirm [OPTION...] ID
[2]
