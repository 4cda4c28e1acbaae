# The view of a customer: all that they may see, and only that.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q customer add acme --name 'Acme & Sons' --contact 'Ann <ann@acme.example>' > /dev/null
$ a=$(crmtrack -q new -c acme -r delay -s high --channel phone --set contact=Ann -m $'Delivery is late\nIt was promised for <Monday>.')
$ crmtrack -q acknowledge $a -m 'We are on it' --next-by 2026-11-24 > /dev/null
$ crmtrack -q note $a -m 'SECRET: they always complain' > /dev/null
$ crmtrack -q email $a --visibility team -m 'SECRET: to the warehouse' > /dev/null
$ crmtrack -q escalate $a --to 1 --person ben@example.com --why 'SECRET' > /dev/null
$ crmtrack -q email $a -m 'Which address?' --expects information@2026-11-25 --promise 'send it again@2026-11-26' > /dev/null
$ crmtrack -q call $a --internal -m 'SECRET' --promise 'SECRET look into it@2026-11-23' --to us > /dev/null
$ crmtrack report client $a
3djpcaxn1j  Delivery is late
status    received and acknowledged
received  2026-11-21 09:12
by        phone
from      Ann
about     Delay

What you reported
  It was promised for <Monday>.

What we need from you
  send us what we asked for on 2026-11-21, by 2026-11-25 23:59

What we promised
  next step: done 2026-11-21 09:12, promised for 2026-11-24 23:59
  send it again: by 2026-11-26 23:59

What was done
2026-11-21 09:12  call from us to acknowledge
  We are on it
2026-11-21 09:12  email from us
  Which address?

As of 2026-11-21 09:12 (UTC)
$ crmtrack report client $a --format markdown
# 3djpcaxn1j  Delivery is late

| | | |
| --- | --- | --- |
| status | received and acknowledged | |
| received | 2026-11-21 09:12 | |
| by | phone | |
| from | Ann | |
| about | Delay | |

## What you reported

It was promised for &lt;Monday&gt;.

## What we need from you

send us what we asked for on 2026-11-21, by 2026-11-25 23:59

## What we promised

next step: **done 2026-11-21 09:12, promised for 2026-11-24 23:59**\
send it again: **by 2026-11-26 23:59**

## What was done

**2026-11-21 09:12**  call from us to acknowledge\
We are on it\
**2026-11-21 09:12**  email from us\
Which address?

As of 2026-11-21 09:12 (UTC)
$ crmtrack report client $a --format mail | head -3
3djpcaxn1j  Delivery is late
status    received and acknowledged
received  2026-11-21 09:12
$ crmtrack report client $a --format html | sed -n '/<body>/,$p'
<body>
<main>
<h1 id="heading-1">3djpcaxn1j  Delivery is late</h1>
<table aria-labelledby="heading-1">
<tbody>
<tr><th scope="row">status</th><td>received and acknowledged</td></tr>
<tr><th scope="row">received</th><td>2026-11-21 09:12</td></tr>
<tr><th scope="row">by</th><td>phone</td></tr>
<tr><th scope="row">from</th><td>Ann</td></tr>
<tr><th scope="row">about</th><td>Delay</td></tr>
</tbody>
</table>
<h2 id="heading-2">What you reported</h2>
<div class="lines">  It was promised for &lt;Monday&gt;.</div>
<h2 id="heading-3">What we need from you</h2>
<div class="lines">  send us what we asked for on 2026-11-21, by 2026-11-25 23:59</div>
<h2 id="heading-4">What we promised</h2>
<div class="lines">  next step: <span class="strong">done 2026-11-21 09:12, promised for 2026-11-24 23:59</span>
  send it again: <span class="strong">by 2026-11-26 23:59</span></div>
<h2 id="heading-5">What was done</h2>
<div class="lines"><span class="strong">2026-11-21 09:12</span>  call from us to acknowledge
  We are on it
<span class="strong">2026-11-21 09:12</span>  email from us
  Which address?</div>
<p class="lines"><span class="dim">As of 2026-11-21 09:12 (UTC)</span></p>
</main>
</body>
</html>
$ crmtrack report client $a --json | python3 -m json.tool | head -30
{
    "format_version": 1,
    "command": "report",
    "report": "client",
    "now": "2026-11-21T09:12:00Z",
    "customer": null,
    "complaints": [
        {
            "id": "20261121-3djpcaxn1j",
            "summary": "Delivery is late",
            "status": "received and acknowledged",
            "received_at": "2026-11-21T09:12:00Z",
            "channel": "phone",
            "contact": "Ann",
            "reason": "Delay",
            "project": null,
            "description": "It was promised for <Monday>.",
            "remedy_sought": null,
            "attachments": [],
            "promised": [
                {
                    "what": "next step",
                    "state": "kept",
                    "due_at": "2026-11-24T23:59:59Z",
                    "done_at": "2026-11-21T09:12:00Z"
                },
                {
                    "what": "send it again",
                    "state": "open",
                    "due_at": "2026-11-26T23:59:59Z",
$ for format in table markdown mail html json yaml; do crmtrack report client acme --format $format | grep -c SECRET; done || true
0
0
0
0
0
0

# Their answer, and ours.

$ crmtrack -q email $a --in -m 'Main Street 1' > /dev/null
$ crmtrack -q resolve $a --outcome upheld --code redress_monetary --cause process --redress 12.50EUR -m 'Sorry. We have sent it again, with a refund.' --channel email > /dev/null
$ export CRMTRACK_NOW=2026-11-27T09:00:00Z
$ crmtrack report client $a | sed -n '/need/,$p'
What we need from you
  send us what we asked for on 2026-11-21, by 2026-11-25 23:59
  tell us whether our answer of 2026-11-21 settles it, by 2026-11-30 17:00

What we promised
  next step: done 2026-11-21 09:12, promised for 2026-11-24 23:59
  send it again: late: promised for 2026-11-26 23:59

What was done
2026-11-21 09:12  call from us to acknowledge
  We are on it
2026-11-21 09:12  email from us
  Which address?
2026-11-21 09:12  email from you
  Main Street 1
2026-11-21 09:12  our answer: upheld, redress monetary, 12.50 EUR
  Sorry. We have sent it again, with a refund.

As of 2026-11-27 09:00 (UTC)
$ crmtrack report client acme | head -5
Acme & Sons
3djpcaxn1j  Delivery is late
status    answered
received  2026-11-21 09:12
by        phone



# Refusals.

$ crmtrack report client
crmtrack: cannot report to a client without one complaint or customer
hint: crmtrack report client ID
hint: crmtrack report client CUSTOMER
[2]
$ crmtrack report client nobody-we-know
crmtrack: cannot find complaint 'nobody-we-know': an id has at least 4 of the characters 0-9 and a-z
hint: see the ids with: crmtrack list
[3]
$ crmtrack report client $a --format csv
crmtrack: cannot print a story as csv: it is no table
hint: ask for json, jsonl, yaml, markdown, html or mail; tables: crmtrack list, history, export csv
[2]
$ crmtrack report client $a --period 2026
crmtrack: cannot report client with --period: it tells what records say, whole
[2]
$ crmtrack -q void $a --why 'Entered twice' > /dev/null; crmtrack report client $a
crmtrack: cannot show complaint '20261121-3djpcaxn1j' to a customer: it is void
hint: see it yourself with: crmtrack show 20261121-3djpcaxn1j
[5]
$ crmtrack report client acme
Acme & Sons
no complaint

As of 2026-11-27 09:00 (UTC)


