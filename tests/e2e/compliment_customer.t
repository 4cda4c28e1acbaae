# Customers: registered on first use or by hand; what is good is counted too.

$ crmtrack -q init complaints && cd complaints
$ crmtrack customer add acme --name 'Acme Ltd' --segment retail --region north --manager ben@example.com --contact 'Maria Silva <maria@acme.example>' --contact 'Jo <jo@acme.example>' --set vat=GB123
01m7yp0xr0c9jhhvyr7qv1436k
customer acme is registered
$ crmtrack customer show acme
acme  Acme Ltd
segment      retail
region       north
manager      ben@example.com
contact      Maria Silva <maria@acme.example>
contact      Jo <jo@acme.example>
compliments  0

Story
2026-11-21 09:12  c9jh  asha@example.com
  customer
    name: Acme Ltd
    segment: retail
    region: north
    manager: ben@example.com
    contacts: Maria Silva <maria@acme.example>; Jo <jo@acme.example>
    vat: GB123
$ crmtrack customer edit acme --manager cleo@example.com --region south
01m7yp0xr13m6bnn67m64k0vct
customer acme is changed
$ crmtrack compliment -c acme --with Maria --channel email -m 'Thanks for the quick fix'
01m7yp0xr2px9jezcexmjq2ex1
the compliment of acme is recorded
$ crmtrack compliment -c acme -m 'And for the flowers' --at 2026-11-20
01m7yp0xr3tmwv7qfesmr4r5tb
the compliment of acme is recorded
$ crmtrack meeting -c acme --good --minutes 60 -m 'Quarterly review, all well'
01m7yp0xr49ex8kj3cz14rskhz
meeting out on acme is recorded (evidence: acknowledged)
$ crmtrack customer show acme
acme  Acme Ltd
segment      retail
region       south
manager      cleo@example.com
contact      Maria Silva <maria@acme.example>
contact      Jo <jo@acme.example>
compliments  2

Story
2026-11-21 09:12  c9jh  asha@example.com
  customer
    name: Acme Ltd
    segment: retail
    region: north
    manager: ben@example.com
    contacts: Maria Silva <maria@acme.example>; Jo <jo@acme.example>
    vat: GB123
2026-11-21 09:12  3m6b  asha@example.com
  customer
    region: south
    manager: cleo@example.com
2026-11-21 09:12  px9j  asha@example.com
  compliment in, with Maria [acknowledged] (positive)
    Thanks for the quick fix
2026-11-20 00:00  tmwv  asha@example.com
  recorded 2026-11-21 09:12
  compliment in [acknowledged] (positive)
    And for the flowers
2026-11-21 09:12  9ex8  asha@example.com
  meeting out [acknowledged] (positive)
    Quarterly review, all well
    minutes: 60
$ crmtrack customer show acme --json | python3 -c 'import json, sys; c = json.load(sys.stdin)["items"][0]; r = c.pop("records"); print(c); print(sorted(r[2]))'
{'id': 'acme', 'name': 'Acme Ltd', 'segment': 'retail', 'region': 'south', 'manager': 'cleo@example.com', 'merged_into': None, 'contacts': [{'name': 'Maria Silva', 'mail': 'maria@acme.example'}, {'name': 'Jo', 'mail': 'jo@acme.example'}], 'vat': 'GB123', 'retired': False, 'contested': False, 'compliments': 2, 'promises': [], 'steps': [], 'conflicts': []}
['after', 'at', 'author', 'by', 'channel', 'commit', 'direction', 'evidence', 'id', 'kind', 'recorded_at', 'refused', 'sentiment', 'struck', 'text', 'type', 'with']
$ id=$(crmtrack -q new -c acme -r delay -m 'Parcel late')
$ crmtrack customer list
acme	Acme Ltd	retail	south	cleo@example.com	1	2
$ crmtrack customer list --format table
Customer  Name      Segment  Region  Manager           Complaints  Compliments
acme      Acme Ltd  retail   south   cleo@example.com           1            2
$ crmtrack customer list --json
{"format_version": 1, "command": "customer list", "items": [
{"id": "acme", "name": "Acme Ltd", "segment": "retail", "region": "south", "manager": "cleo@example.com", "merged_into": null, "contacts": [{"name": "Maria Silva", "mail": "maria@acme.example"}, {"name": "Jo", "mail": "jo@acme.example"}], "vat": "GB123", "retired": false, "contested": false, "compliments": 2, "complaints": 1}
]}
$ crmtrack report summary | grep -i -e praise -e compliment -e good
good interactions, of good and bad  100.0 %  (43.9 to 100.0 %), 3 of 3; 2
                                    compliments

# First use registers, with a word; a similar name gets a hint.

$ crmtrack note -c globex -m 'Met them at the fair'
customer globex is new and is registered; name it with: crmtrack customer edit globex --name NAME
01m7yp0xr1d0ht590qbdg15dsz
note on globex is recorded
$ crmtrack note -c globx -m 'A typing mistake' -n
customer globx is new and is registered; name it with: crmtrack customer edit globx --name NAME
hint: there is a customer of a similar name: globex
dry run: nothing was written (2 files would be)
# customers/99/globx/01m7yp0xr0j6e055gte5eqs5yc-customer.yaml
kind: customer
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: []

\#\ customers/99/globx/01m7yp0xr1xah44as1ter6kp64\-activity\.yaml (re)
kind: activity
at: 2026-11-21T09:12:00Z
by: asha@example.com
after: [01m7yp0xr0j6e055gte5eqs5yc]
type: note
direction: internal
text: A typing mistake
$ crmtrack customer list --fields id,complaints
acme	1
globex	0

# Refusals.

$ crmtrack customer
crmtrack: cannot run 'customer': a word is missing after it
hint: one of: add, edit, merge, retire, show, list
[2]
$ crmtrack customer bogus
crmtrack: cannot run 'customer bogus': no such command
hint: to see it: crmtrack customer show 'bogus'
hint: after 'customer' comes one of: add, edit, merge, retire, show, list
[2]
$ crmtrack customer add
crmtrack: cannot add a customer without a slug
hint: crmtrack customer add CUSTOMER --name NAME, or for a natural person: crmtrack customer add --person --name NAME
[2]
$ crmtrack customer add acme --name Again
crmtrack: cannot add customer 'acme': it is registered already
hint: change it with: crmtrack customer edit acme
[5]
$ crmtrack customer add 'Acme Ltd'
crmtrack: cannot use customer 'Acme Ltd': not a slug (2 to 63 of a-z, 0-9 and -)
hint: try: acme-ltd
[5]
$ crmtrack customer add x
crmtrack: cannot use customer 'x': not a slug (2 to 63 of a-z, 0-9 and -)
hint: try: x-2d711642
[5]
$ crmtrack customer add initech --contact 'no address'
crmtrack: cannot read --contact 'no address': write NAME <MAIL>
hint: for example: --contact 'Eva Berg <eva@acme.example>'
[2]
$ crmtrack customer edit acme
crmtrack: cannot change nothing: give --name, --segment, --region, --manager or --contact
[2]
$ crmtrack customer edit nobody-here --name x
crmtrack: cannot find customer 'nobody-here'
hint: see: crmtrack customer list
[3]
$ crmtrack customer show nobody-here
crmtrack: cannot find customer 'nobody-here'
hint: see: crmtrack customer list
[3]
$ crmtrack customer show
crmtrack: cannot run 'customer show': CUSTOMER is missing
hint: usage: crmtrack customer show [OPTION...] CUSTOMER
hint: CUSTOMER: the slug: a-z, 0-9 and -; or the name of one who is known
[2]
$ crmtrack compliment -c acme
crmtrack: cannot record this compliment: no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack compliment $id -c acme -m x
crmtrack: cannot record this compliment: give -c CUSTOMER, or the id of a complaint
[2]
$ crmtrack compliment zzzz -m x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
