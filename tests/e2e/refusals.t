# The refusals of commands that no other transcript shows.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r billing-wrong-amount -m 'Invoice 4711 charged twice')

# Answers without what makes them one.
$ crmtrack acknowledge $id --next 'We call' -m 'We look into it'
crmtrack: cannot promise a next step without a date
hint: give it with --next-by TIME
[2]
$ crmtrack resolve $id --outcome upheld --code redress_monetary --cause charges_or_billing --systemic confirmed -m Refund
crmtrack: cannot call it systemic without the defect's reference
hint: give it with --ref SYSTEM:ID
[2]
$ crmtrack resolve $id --outcome not_determined --code no_contact -m 'We never reached them'
crmtrack: cannot resolve 'vexa' as no_contact: no attempt to reach the customer is recorded
hint: record them first, for example: crmtrack voicemail vexa -m …
[5]
$ crmtrack resolve $id --outcome not_determined --code overcome_by_events -m 'It is over'
crmtrack: cannot resolve as overcome_by_events without the event and its date
hint: give it with --event 'what happened, when'
[2]
$ crmtrack review $id --lesson One -m Two
crmtrack: cannot have both --lesson and -m: they are the same
[2]
$ crmtrack agenda --all ben@example.com
crmtrack: cannot show the agenda of one person and of all
[2]

# Text that cannot stand in a record.
$ printf 'Stra\337e' | crmtrack note $id -F -
crmtrack: cannot record this text: it is not UTF-8
hint: convert it first, for example with iconv
[5]
$ printf 'Stra\337e' > latin1 && crmtrack note $id -F latin1
crmtrack: cannot record this text: it is not UTF-8
hint: convert it first, for example with iconv
[5]
$ head -c 5000000 /dev/zero | tr '\0' x | crmtrack note $id -F -
crmtrack: cannot read standard input: more than 1048576 bytes
hint: attach long texts with --attach FILE
[5]

# Records that are not there to correct or to move.
$ note=$(crmtrack -q note $id -m 'They called')
$ crmtrack correct $id $note --set sumary=x --why 'Typing error'
crmtrack: cannot correct 'sumary': a record of kind activity has no such field
hint: its fields: type, direction, channel, with, purpose, evidence, sentiment, minutes, text, visibility, reason, project, customer, expects, promises, answers, refs, attachments, automatic, about, message_id, token, undated, source, key, complaint
[5]
$ crmtrack correct $id $note --set kind=call --why 'Typing error'
crmtrack: cannot correct 'kind': it is part of the record's place in the story
[5]
$ crmtrack correct $id zzzz --set text=x --why 'Typing error'
crmtrack: cannot find record 'zzzz' of vexa
hint: see its records with: crmtrack show vexa
[3]
$ crmtrack correct $id $note --set complaint=$id --why 'Typing error'
crmtrack: cannot move it: it is on 'vexa' already
[5]

# Policy that is not so.
$ crmtrack project add apollo --name Apollo --people ben
crmtrack: cannot read --people 'ben': write LEVEL=MAIL[,MAIL]
[2]
$ crmtrack -q project add apollo --name Apollo
apollo
$ crmtrack project edit apollo
crmtrack: cannot edit: nothing to change
hint: give --name, --manager, --calendar, --regulatory or --people
[2]
$ crmtrack -q person add ben@example.com --name Ben && crmtrack -q person retire ben@example.com --why 'New job'
ben@example.com
ben@example.com
$ CRMTRACK_NOW=2026-11-23T09:00:00Z crmtrack assign $id ben@example.com
crmtrack: cannot use person 'ben@example.com': they left on 2026-11-21
hint: see: crmtrack person list
[5]
$ CRMTRACK_NOW=2026-11-23T09:00:00Z crmtrack escalate $id --to 1 --why x --person Ben
crmtrack: cannot use person 'ben@example.com': they left on 2026-11-21
hint: see: crmtrack person list
[5]
$ CRMTRACK_NOW=2026-11-23T09:00:00Z crmtrack agenda Ben
nothing is owed

# A closed complaint goes nowhere.
$ crmtrack -q withdraw $id -m 'They found the credit note' && crmtrack escalate $id --to 1 --why x
01m7yp0xr2x6ad2byese5ctdte
crmtrack: cannot escalate 'vexa': it is withdrawn
[5]

# The surroundings.
$ CRMTRACK_NOW=noon crmtrack list
crmtrack: cannot use CRMTRACK_NOW 'noon': not an RFC 3339 time
hint: write it as 2026-11-21T09:12:00Z
[2]
$ crmtrack import jsonl - --map cfpb < /dev/null
crmtrack: cannot use --map with jsonl: it goes with csv
[2]
