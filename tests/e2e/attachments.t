# A letter, a mail, a photo: an ordinary blob beside the record, named with size and digest.

$ crmtrack -q init complaints && cd complaints
$ printf 'Dear Asha' > letter.txt; printf '\x89PNG\x00\xff' > 'the photo.png'; cp letter.txt 'größe 漢字.txt'
$ id=$(crmtrack -q new -c acme -m 'With a letter' --attach letter.txt --attach 'the photo.png')
$ crmtrack show $id
b0j5z0pdg6  With a letter
status    received
severity  medium
owner     nobody
customer  acme
channel   phone
received  2026-11-21 09:12 (today)

Story
2026-11-21 09:12  7t32  asha@example.com
  complaint received by phone
    attachments: letter.txt (9 bytes); the photo.png (6 bytes)

Promises
open       acknowledge: acknowledge the complaint
           7t32 owed by us, due 2026-11-24 17:00
open       first_response: respond to the customer
           7t32 owed by us, due 2026-11-23 17:00
open       resolution: resolve the complaint
           7t32 owed by us, due 2026-12-07 17:00
$ git ls-tree -r --name-only ledger complaints | sed 's/.*-complaint.yaml/RECORD-complaint.yaml/; s/.*\.files/RECORD.files/'
RECORD-complaint.yaml
RECORD.files/letter.txt
RECORD.files/the photo.png
$ record=$(git ls-tree -r --name-only ledger complaints | grep complaint.yaml); git show ledger:$record | sed -n '/^attachments/,$p'
attachments:
  - name: letter.txt
    size: 9
    sha256: "1d5ddfc8c344e4d6b474e631ee3674a011f45deff4c0a47b37e61bb7f3a4214a"
  - name: the photo.png
    size: 6
    sha256: ffdb519b788f33bddc8647611c3a24cc5e1a9ef5780c1f6f828a637c309ad8f1
$ git show "ledger:${record%-complaint.yaml}.files/letter.txt"
Dear Asha (no-eol)
$ sha256sum letter.txt | cut -c1-64
1d5ddfc8c344e4d6b474e631ee3674a011f45deff4c0a47b37e61bb7f3a4214a
$ crmtrack email $id --in -m 'And this' --attach 'größe 漢字.txt' | wc -l
email in on b0j5 is recorded (evidence: acknowledged)
1
$ crmtrack show $id --json | python3 -c 'import json, sys
> for r in json.load(sys.stdin)["items"][0]["records"]: print(r["kind"], r.get("attachments"))'
complaint [{'name': 'letter.txt', 'size': 9, 'sha256': '1d5ddfc8c344e4d6b474e631ee3674a011f45deff4c0a47b37e61bb7f3a4214a'}, {'name': 'the photo.png', 'size': 6, 'sha256': 'ffdb519b788f33bddc8647611c3a24cc5e1a9ef5780c1f6f828a637c309ad8f1'}]
activity [{'name': 'größe 漢字.txt', 'size': 9, 'sha256': '1d5ddfc8c344e4d6b474e631ee3674a011f45deff4c0a47b37e61bb7f3a4214a'}]
$ crmtrack confirm $id --attach letter.txt; crmtrack resolve $id --outcome upheld --code fixed -m x -q --attach letter.txt > /dev/null; crmtrack confirm $id -q --evidence signed --attach letter.txt | wc -l
crmtrack: cannot confirm 'b0j5': no answer has reached the customer yet; resolve it first
hint: answer it: crmtrack resolve b0j5 --outcome OUTCOME --code CODE -m …
1

# Refusals.

$ crmtrack note $id -m x --attach missing.txt
crmtrack: cannot read '$HOME/complaints/missing.txt': no such file
[3]
$ crmtrack note $id -m x --attach policy
crmtrack: cannot read '$HOME/complaints/policy': it is no regular file
[5]
$ crmtrack note $id -m x --attach letter.txt --attach letter.txt
crmtrack: cannot attach 'letter.txt' twice
[2]
$ head -c 11000000 /dev/zero > big.bin; crmtrack note $id -m x --attach big.bin
crmtrack: cannot read '$HOME/complaints/big.bin': it is larger than 10485760 bytes
[5]
$ printf x > $'bad\nname.txt'; crmtrack note $id -m x --attach $'bad\nname.txt'
crmtrack: cannot attach 'bad\nname.txt': a file name like this cannot be kept
hint: rename the file and try again
[5]
$ crmtrack list --fields summary
With a letter
