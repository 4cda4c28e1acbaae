# `answer` records the answer to an earlier record: theirs to our question, ours to theirs.

$ crmtrack -q init complaints && cd complaints
$ promises() { crmtrack show $id --json | python3 -c 'import json, sys
> for p in json.load(sys.stdin)["items"][0]["promises"]: print(p["promise"], p["debtor"], p["state"], p["due_at"])'; }
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ question=$(crmtrack -q email $id -m 'Which address?' --expects reply@2026-11-24); promises
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer open 2026-11-24T23:59:59Z
$ crmtrack answer $id $question -m 'They said: the old one'; promises
answers jcfm: reply to our email
01m7yp0xr2by4qdz53d3vt854r
the answer on exyf is recorded (evidence: acknowledged)
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer kept 2026-11-24T23:59:59Z
update us kept 2026-11-30T17:00:00Z

# A question of theirs is a commitment of ours.

$ theirs=$(crmtrack -q email $id --in -m 'When will it come?' --expects reply@2026-11-23); promises
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer kept 2026-11-24T23:59:59Z
commitment us open 2026-11-23T23:59:59Z
update us kept 2026-11-30T17:00:00Z
update us open 2026-11-30T17:00:00Z
$ export CRMTRACK_NOW=2026-11-23T08:00:00Z
$ crmtrack answer $id $theirs -m 'On Wednesday' --minutes 5 --with Maria; promises
answers 8jyr: reply to their email
01m83pph00dzh6bn4wkv45bfes
the answer on exyf is recorded (evidence: sent)
asked for: dzh6  confirm: confirm our email, due 2026-11-30 17:00
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z

# A voice-mail leaves the loop open until they confirm.

$ mail=$(crmtrack -q voicemail $id -m 'It comes on Wednesday'); promises
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open 2026-11-30T17:00:00Z
confirm customer open 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
$ crmtrack answer $id $mail --type call --in --evidence attempted -m 'Somebody else answered'; promises
answers 6bbj: confirm our voicemail
the answer settles nothing: 6bbj needs a contact that reached the other side (evidence 'sent' from us, 'acknowledged' from them)
01m83pph02y983ygf1g6e29mp0
the answer on exyf is recorded (evidence: attempted)
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open 2026-11-30T17:00:00Z
confirm customer open 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
$ crmtrack answer $id $mail --type call --in -m 'Heard it, fine'; promises
answers 6bbj: confirm our voicemail
01m83pph039b9vqze0q8nrhe5x
the answer on exyf is recorded (evidence: acknowledged)
acknowledge us open 2026-11-24T17:00:00Z
first_response us kept 2026-11-23T17:00:00Z
resolution us open 2026-12-07T17:00:00Z
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open 2026-11-30T17:00:00Z
confirm customer kept 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
update us kept 2026-11-30T17:00:00Z
$ crmtrack show $id
exyfkm3j17  Delivery three weeks late
status    received
severity  medium
owner     nobody
customer  acme
reason    delay (Delay)
channel   phone
received  2026-11-21 09:12 (2 days ago)

Story
2026-11-21 09:12  j8s3  asha@example.com
  complaint received by phone
2026-11-21 09:12  jcfm  asha@example.com
  email out [sent]
    Which address?
    expects: reply, by 2026-11-24 23:59
2026-11-21 09:12  by4q  asha@example.com
  email in, answers jcfm [acknowledged]
    They said: the old one
2026-11-21 09:12  8jyr  asha@example.com
  email in [acknowledged]
    When will it come?
    expects: reply, by 2026-11-23 23:59
2026-11-23 08:00  dzh6  asha@example.com
  email out to answer, with Maria, answers 8jyr [sent]
    On Wednesday
    minutes: 5
2026-11-23 08:00  6bbj  asha@example.com
  voicemail out [attempted]
    It comes on Wednesday
2026-11-23 08:00  y983  asha@example.com
  call in, answers 6bbj [attempted]
    Somebody else answered
  evidence attempted is below acknowledged: the confirm of 6bbj stays open
2026-11-23 08:00  9b9v  asha@example.com
  call in, answers 6bbj [acknowledged]
    Heard it, fine

Promises
open       acknowledge: acknowledge the complaint
           j8s3 owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           j8s3 owed by us, due 2026-11-23 17:00, settled 2026-11-21 09:12 by
           jcfm
open       resolution: resolve the complaint
           j8s3 owed by us, due 2026-12-07 17:00
kept       reply: reply to our email
           jcfm owed by acme (customer), due 2026-11-24 23:59, settled
           2026-11-21 09:12 by by4q
kept       commitment: reply to their email
           8jyr owed by us, due 2026-11-23 23:59, settled 2026-11-23 08:00 by
           dzh6
open       confirm: confirm our email
           dzh6 owed by Maria (customer), due 2026-11-30 17:00
kept       confirm: confirm our voicemail
           6bbj owed by acme (customer), due 2026-11-30 17:00, settled
           2026-11-23 08:00 by 9b9v
kept       update: tell the customer how things stand
           by4q owed by us, due 2026-11-30 17:00, settled 2026-11-21 09:12 by
           jcfm
kept       update: tell the customer how things stand
           jcfm owed by us, due 2026-11-30 17:00, settled 2026-11-23 08:00 by
           dzh6

# A record that asked for nothing can be answered all the same.

$ note=$(crmtrack -q note $id -m 'Remember the flowers')
$ crmtrack answer $id $note -m 'Sent them'
the answer settles nothing: 5kjh promised nothing
01m83pph05pdqzy2w1wwsf540z
the answer on exyf is recorded (evidence: acknowledged)

# Refusals.

$ crmtrack answer $id
answers dzh6: confirm our email
crmtrack: cannot record this email: no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack answer $id zzzz -m x
crmtrack: cannot find record 'zzzz' of exyf
hint: see its records with: crmtrack show exyf
[3]
$ crmtrack answer zzzz $question -m x
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack answer $id $question
crmtrack: cannot record this email: no text
hint: give it with -m TEXT or -F FILE
[2]
$ crmtrack answer $id $question --type smoke -m x
crmtrack: cannot use 'smoke' for '--type': not one of call, email, meeting, letter, visit, chat, post, voicemail, note, work, compliment
[2]
$ crmtrack answer $id $question --in --out -m x
crmtrack: cannot have more than one of --in, --out and --internal
[2]

# On a complaint that is over an answer is recorded, as every contact is, with the way to take it up again.

$ crmtrack -q resolve $id --outcome upheld --code fixed -m 'Done' > /dev/null; crmtrack -q confirm $id > /dev/null
$ crmtrack -q waive $id commitment --why 'Done' 2> /dev/null > /dev/null; crmtrack -q close $id --no-review --why 'Simple' > /dev/null
$ crmtrack answer $id $note -m 'Late flowers' 2>&1 | sed 's/^01.*/RECORD/'
the answer settles nothing: 5kjh promised nothing
RECORD
the answer on exyf is recorded (evidence: acknowledged)
hint: exyf is closed: take it up again with crmtrack reopen exyf --why WHY
