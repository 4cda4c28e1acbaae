# The file for an auditor: each record with path, both times, author, commit, signature, and its text to the letter.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late')
$ export CRMTRACK_NOW=2026-11-22T08:00:00Z; crmtrack -q call $id --at 2026-11-21T16:30:00+01:00 --by ben@example.com -m 'They will wait' > /dev/null
$ crmtrack report trail $id
Trail of 20261121-3fb7vr89bc
complaint  20261121-3fb7vr89bc
status     received
folder     complaints/2026/11/21/3fb7vr89bc
ledger     755669808a63b205d5fd794a0c160071c349ea35
policy     b8776972c33e151ed30012cfa432a05c37d27603
made       2026-11-22T08:00:00Z
records    2
signed     0
refused    0

1. complaint received by phone
file       01m7yp0xr0s7jg3gma0bbrdbrr-complaint.yaml
happened   2026-11-21T09:12:00Z
recorded   2026-11-21T09:12:00Z
by         asha@example.com
author     Asha Rao <asha@example.com>
commit     812ff925490d71462b0b4ac14b6320fd826e6337
blob       cd14512272c9874f4bd7c748c406a0be1beac0ee
signature  none

    kind: complaint
    at: 2026-11-21T09:12:00Z
    by: asha@example.com
    after: []
    customer: acme
    channel: phone
    reason: delay
    severity: medium
    summary: Delivery is late

2. call out [acknowledged]
file       01m8149t003ksbn14jxnybndq3-activity.yaml
happened   2026-11-21T16:30:00+01:00
recorded   2026-11-22T08:00:00Z
by         ben@example.com
author     Asha Rao <asha@example.com>
commit     755669808a63b205d5fd794a0c160071c349ea35
blob       fb34273e1ffb96427ad8703b179de6f03a73dc39
signature  none

    kind: activity
    at: 2026-11-21T16:30:00+01:00
    by: ben@example.com
    after: [01m7yp0xr0s7jg3gma0bbrdbrr]
    type: call
    direction: out
    evidence: acknowledged
    text: They will wait
$ crmtrack report trail $id --json | python3 -c 'import json, sys
> v = json.load(sys.stdin); t, = v["tables"]; print(v["report"], t["name"], *t["columns"]); print(len(t["rows"]))'
trail trail complaint record kind path at recorded_at by author author_name committer commit blob signature refused source
2
$ crmtrack report trail $id --format csv | head -2 | cut -c1-120
complaint,record,kind,path,at,recorded_at,by,author,author_name,committer,commit,blob,signature,refused,source
"20261121-3fb7vr89bc","01m7yp0xr0s7jg3gma0bbrdbrr","complaint","complaints/2026/11/21/3fb7vr89bc/01m7yp0xr0s7jg3gma0bbrd
$ for blob in $(crmtrack report trail $id --format tsv | cut -f 12); do git cat-file -t $blob; done
blob
blob
$ crmtrack report trail $id --as-of 2026-11-21T12:00:00Z | grep -c '^[0-9]\.'
1

# The answers to wrong questions.

$ crmtrack report trail
crmtrack: cannot report the trail of nothing: name a complaint
hint: crmtrack report trail ID
[2]
$ crmtrack report trail nope
crmtrack: cannot find complaint 'nope'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack report trail $id --period 2026
crmtrack: cannot report trail with --period: it tells what records say, whole
[2]

# A signature is judged by the keys that policy gives the author: somebody else's good one is not theirs.

$ for name in asha ben; do ssh-keygen -q -t ed25519 -N '' -C '' -f ~/$name; done; git config gpg.format ssh
$ printf 'signatures:\n  allowed_signers:\n    - {principal: asha@example.com, key: "%s"}\n    - {principal: ben@example.com, key: "%s"}\n' "$(cut -d' ' -f1-2 ~/asha.pub)" "$(cut -d' ' -f1-2 ~/ben.pub)" > policy/signatures.yaml && git add policy && git commit -q -m 'Whose keys sign'
$ for name in asha ben; do git config commit.gpgSign true; git config user.signingKey ~/$name.pub; crmtrack -q note $id -m "By the key of $name" > /dev/null; done
$ crmtrack report trail $id --format tsv | cut -f 8,13; crmtrack report trail $id | grep ^signed
asha@example.com	none
asha@example.com	none
asha@example.com	good
asha@example.com	untrusted
signed     1
$ crmtrack history $id --json | grep -o '"signature": "[a-z_]*"'
"signature": "none"
"signature": "none"
"signature": "good"
"signature": "untrusted"
