# `answer` records the answer to an earlier record: theirs to our question, ours to theirs.

$ crmtrack -q init complaints && cd complaints
$ promises() { crmtrack show $id --json | python3 -c 'import json, sys
> for p in json.load(sys.stdin)["items"][0]["promises"]: print(p["promise"], p["debtor"], p["state"], p["due_at"])'; }
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Delivery three weeks late')
$ question=$(crmtrack -q email $id -m 'Which address?' --expects reply@2026-11-24); promises
acknowledge us open None
reply customer open 2026-11-24T23:59:59Z
$ crmtrack answer $id $question -m 'They said: the old one'; promises
01m7yp0xr2xzcy4n4t5nsb7zyc
the answer on exyf is recorded (evidence: acknowledged)
acknowledge us open None
reply customer kept 2026-11-24T23:59:59Z

# A question of theirs is a commitment of ours.

$ theirs=$(crmtrack -q email $id --in -m 'When will it come?' --expects reply@2026-11-23); promises
acknowledge us open None
reply customer kept 2026-11-24T23:59:59Z
commitment us open 2026-11-23T23:59:59Z
$ export CRMTRACK_NOW=2026-11-23T08:00:00Z
$ crmtrack answer $id $theirs -m 'On Wednesday' --minutes 5 --with Maria; promises
01m83pph00r75nhfmdnwkg1kvz
the answer on exyf is recorded (evidence: sent)
acknowledge us open None
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open None

# A voice-mail leaves the loop open until they confirm.

$ mail=$(crmtrack -q voicemail $id -m 'It comes on Wednesday'); promises
acknowledge us open None
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open None
confirm customer open None
$ crmtrack answer $id $mail --type call --in --evidence attempted -m 'Somebody else answered'; promises
the answer settles nothing: qk3t needs a contact that reached the other side (evidence 'sent' from us, 'acknowledged' from them)
01m83pph0285ax9pb5z5vf9zbe
the answer on exyf is recorded (evidence: attempted)
acknowledge us open None
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open None
confirm customer open None
$ crmtrack answer $id $mail --type call --in -m 'Heard it, fine'; promises
01m83pph03z8fn5w7c7jmr7pc7
the answer on exyf is recorded (evidence: acknowledged)
acknowledge us open None
reply customer kept 2026-11-24T23:59:59Z
commitment us kept 2026-11-23T23:59:59Z
confirm customer open None
confirm customer kept None
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
2026-11-21 09:12  cpre  asha@example.com
  email out [sent]
    Which address?
    expects: reply, by 2026-11-24 23:59
2026-11-21 09:12  xzcy  asha@example.com
  email in, answers cpre [acknowledged]
    They said: the old one
2026-11-21 09:12  betq  asha@example.com
  email in [acknowledged]
    When will it come?
    expects: reply, by 2026-11-23 23:59
2026-11-23 08:00  r75n  asha@example.com
  email out to answer, with Maria, answers betq [sent]
    On Wednesday
    minutes: 5
2026-11-23 08:00  qk3t  asha@example.com
  voicemail out [attempted]
    It comes on Wednesday
2026-11-23 08:00  85ax  asha@example.com
  call in, answers qk3t [attempted]
    Somebody else answered
  evidence attempted is below acknowledged: the confirm of qk3t stays open
2026-11-23 08:00  z8fn  asha@example.com
  call in, answers qk3t [acknowledged]
    Heard it, fine

Promises
open       acknowledge: acknowledge the complaint
           j8s3 owed by us
kept       reply: reply to our email
           cpre owed by acme (customer), due 2026-11-24 23:59, settled
           2026-11-21 09:12 by xzcy
kept       commitment: reply to their email
           betq owed by us, due 2026-11-23 23:59, settled 2026-11-23 08:00 by
           r75n
open       confirm: confirm our email
           r75n owed by Maria (customer)
kept       confirm: confirm our voicemail
           qk3t owed by acme (customer), settled 2026-11-23 08:00 by z8fn

# A record that asked for nothing can be answered all the same.

$ note=$(crmtrack -q note $id -m 'Remember the flowers')
$ crmtrack answer $id $note -m 'Sent them'
the answer settles nothing: z614 promised nothing
01m83pph057zer3w7xfhymc9t9
the answer on exyf is recorded (evidence: acknowledged)

# Refusals.

$ crmtrack answer $id
answers r75n: confirm our email
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
