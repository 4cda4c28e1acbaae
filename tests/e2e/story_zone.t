# The story shows every time in one zone: that of the ledger, whatever offset a record was written with.

$ TZ=Europe/Berlin crmtrack -q init complaints && cd complaints && grep zone policy/settings.yaml
#   zone  where days begin and end in lists, filters and reports, whoever reads them
  zone: Europe/Berlin
$ id=$(TZ=UTC crmtrack -q new -c acme -s low --channel phone -m 'Late')
$ TZ=UTC crmtrack -q call $id -m 'We call back' --promise 'call back@2026-11-23 16:00' > /dev/null
$ TZ=America/New_York crmtrack -q email $id -m 'Which one?' --expects reply@2026-11-24 > /dev/null
$ crmtrack show $id | sed -n '/^Story/,$p'
Story
2026-11-21 10:12  5j2z  asha@example.com
  complaint received by phone
2026-11-21 10:12  t2pw  asha@example.com
  call out [acknowledged]
    We call back
    promises: call back, by 2026-11-23 17:00
2026-11-21 10:12  wkzr  asha@example.com
  email out [sent]
    Which one?
    expects: reply, by 2026-11-25 05:59

Promises
open       acknowledge: acknowledge the complaint
           5j2z owed by us, due 2026-11-24 17:00
kept       first_response: respond to the customer
           5j2z owed by us, due 2026-11-23 17:00, settled 2026-11-21 10:12 by
           t2pw
open       resolution: resolve the complaint
           5j2z owed by us, due 2026-12-07 17:00
open       commitment: call back
           t2pw owed by asha@example.com (us), due 2026-11-23 17:00
open       reply: reply to our email
           wkzr owed by acme (customer), due 2026-11-25 05:59
kept       update: tell the customer how things stand
           t2pw owed by us, due 2026-11-30 17:00, settled 2026-11-21 10:12 by
           wkzr
open       update: tell the customer how things stand
           wkzr owed by us, due 2026-11-30 17:00
