# A promise whose date is past already is taken, with a word on standard error.

$ crmtrack -q init complaints && cd complaints; export TZ=Europe/Berlin
$ id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Late')
$ crmtrack acknowledge $id --next-by yesterday -m 'We look' > /dev/null
'yesterday' is past: the promise is due 2026-11-20 23:59
0cck is acknowledged (evidence: acknowledged); status acknowledged
promised: twr6  commitment: next step, due 2026-11-20 23:59
$ crmtrack call $id -m 'Again' --promise 'call@yesterday 12:00' > /dev/null
'yesterday 12:00' is past: the promise is due 2026-11-20 12:00
answers twr6: next step
taken as ours (--out); if it came from the customer: crmtrack undo, then again with --in
call out on 0cck is recorded (evidence: acknowledged)
promised: jy9n  commitment: call, due 2026-11-20 12:00
$ crmtrack call $id -m 'Again' --promise 'call@tomorrow' --answers none > /dev/null
call out on 0cck is recorded (evidence: acknowledged)
promised: hp4f  commitment: call, due 2026-11-22 23:59

# Times are in the reader's zone, in messages and in the story.

$ crmtrack call $id -m 'Soon' --promise 'visit@2026-11-27 12:00' --answers none > /dev/null
call out on 0cck is recorded (evidence: acknowledged)
promised: pjh6  commitment: visit, due 2026-11-27 12:00
$ promise=$(crmtrack show $id --json | jq -r '.items[0].promises[] | select(.what == "visit") | .record'); crmtrack reschedule $id ${promise:10:4} '2026-11-28 12:00' --why 'They asked' > /dev/null
'visit' on 0cck is now due 2026-11-28 12:00; its first date decides whether it is kept in time
$ crmtrack wait $id --on 'Carrier AG' --until '2026-11-26 12:00' > /dev/null; crmtrack escalate $id --to 2 --answer-by '2026-11-25 12:00' --why x > /dev/null
0cck waits on Carrier AG until 2026-11-26 12:00
0cck is at level 2 (complaints manager), with nobody by name: say who with --person
$ crmtrack show $id | grep '12:00'
    promises: call, by 2026-11-20 12:00
    promises: visit, by 2026-11-27 12:00
  rescheduled: commitment of pjh6, now due 2026-11-28 12:00
  12:00
    due: 2026-11-25 12:00
           jy9n owed by asha@example.com (us), due 2026-11-20 12:00
           pjh6 owed by asha@example.com (us), due 2026-11-28 12:00, first due
           2026-11-27 12:00
           4bwz owed by Carrier AG (third_party), due 2026-11-26 12:00
           6s83 owed by us, due 2026-11-25 12:00
$ TZ=UTC crmtrack show $id | grep '11:00'
    promises: call, by 2026-11-20 11:00
    promises: visit, by 2026-11-27 11:00
  rescheduled: commitment of pjh6, now due 2026-11-28 11:00
  11:00
    due: 2026-11-25 11:00
           jy9n owed by asha@example.com (us), due 2026-11-20 11:00
           pjh6 owed by asha@example.com (us), due 2026-11-28 11:00, first due
           2026-11-27 11:00
           4bwz owed by Carrier AG (third_party), due 2026-11-26 11:00
           6s83 owed by us, due 2026-11-25 11:00
