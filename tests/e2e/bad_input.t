# Broken input is reported with its place, hides nothing else, and loses nothing.

$ crmtrack -q init complaints && cd complaints
$ good=$(crmtrack -q new -c acme -r delay --channel phone -m 'A good complaint')
$ folder=complaints/2026/11/21/${good#*-}
$ put() { local -x GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW; GIT_INDEX_FILE=.git/put git read-tree ledger && GIT_INDEX_FILE=.git/put git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin),"$1" && git update-ref refs/heads/ledger $(git commit-tree $(GIT_INDEX_FILE=.git/put git write-tree) -p ledger -m 'by hand'); rm -f .git/put; }
$ undo() { git update-ref refs/heads/ledger ledger~1; }
$ look() { crmtrack list --fields summary; crmtrack show $good > shown; grep -c 'A good complaint' shown; crmtrack doctor | grep -v -e $'\tok\t' || true; }

# Malformed YAML in a record of the story.

$ printf 'kind: activity\nat: [\n' | put $folder/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml; look
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
A good complaint
1
records	fault	complaints/2026/11/21/mjzm86tegy/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml (commit f9a7866e36bf): end of sequence flow not found	write what it should say as a new record; a newer crmtrack may read it
$ sed -n '/^Story/,/^Promises/p' shown
Story
2026-11-21 09:12  g053  asha@example.com
  complaint received by phone
aaaa  bad record: end of sequence flow not found

Promises

$ crmtrack note $good -q -m 'Work goes on' | wc -l
1
$ undo; undo

# No UTF-8, a NUL, anchors, tags, duplicate keys, two documents, nothing at all.

$ for text in 'kind: activity\nat: \xff\n' 'kind: activity\0\n' 'kind: &a activity\nat: *a\n' 'kind: !!str activity\n' 'kind: activity\nkind: activity\n' '--- {}\n--- {}\n' ''; do printf -- "$text" | put $folder/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml; crmtrack doctor | grep 01m7yp0xr1 | sed 's/.*01m7yp0xr1a*-//'; crmtrack list --fields summary > /dev/null || echo "list: $?"; undo; done
crmtrack: the branch 'ledger' was at 84ef1ca8c054 and no longer has it: 1 record is gone (crmtrack audit says more)
activity.yaml (commit 76ed26807867): no valid UTF-8	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
activity.yaml (commit bfb77ce41d38): a control character, U+0000	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
activity.yaml (commit 4e7e45e4e712): an anchor	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
activity.yaml (commit 88f05275ae2b): a tag	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
activity.yaml (commit 3486796aadbb): the key 'kind' stands here twice	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
activity.yaml (commit ce7d1964e77a): a second document, or text after the document's end	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
activity.yaml (commit 7527d8765ef8): it is no map	write what it should say as a new record; a newer crmtrack may read it
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor

# A field that must be there.

$ printf 'kind: activity\nby: asha@example.com\nafter: []\ntype: call\n' | put $folder/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml; look; undo
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
A good complaint
1
records	fault	complaints/2026/11/21/mjzm86tegy/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml (commit 89c7ffe6dbe9): it has no 'at'	write what it should say as a new record; a newer crmtrack may read it

# A kind of a newer version is kept and shown as such; unknown fields too.

$ printf 'kind: horoscope\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\nsign: leo\n' | put $folder/01m7yp0xr1aaaaaaaaaaaaaaaa-horoscope.yaml; look
A good complaint
1
$ sed -n '/^Story/,/^Promises/p' shown
Story
2026-11-21 09:12  g053  asha@example.com
  complaint received by phone
2026-11-21 09:12  aaaa  asha@example.com
  horoscope
    sign: leo

Promises

$ crmtrack note $good -q -m 'Work goes on' | wc -l; undo; undo
1
$ printf 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\ntype: note\ntext: With more\nmoon: full\n' | put $folder/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml; crmtrack show $good | grep -A 3 'With more'; undo
crmtrack: the branch 'ledger' was at 9838cc3eacbd and no longer has it: 1 record is gone (crmtrack audit says more)
    With more
    moon: full

Promises

# The wrong folder, the wrong name.

$ printf 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\ntype: note\ntext: Astray\n' > record
$ put elsewhere/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml < record; look; undo
crmtrack: the branch 'ledger' was at d6aa6fbc3c25 and no longer has it: 1 record is gone (crmtrack audit says more)
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
A good complaint
1
records	fault	elsewhere (commit cce2e85658a9): no path of a ledger	write what it should say as a new record; a newer crmtrack may read it
$ put $folder/notes.txt < record; look; undo
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
A good complaint
1
records	fault	complaints/2026/11/21/mjzm86tegy/notes.txt (commit ccd8699bb340): no path of a ledger	write what it should say as a new record; a newer crmtrack may read it
$ put $folder/01m7yp0xr1aaaaaaaaaaaaaaaa-escalation.yaml < record; look; undo
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
A good complaint
1
records	fault	complaints/2026/11/21/mjzm86tegy/01m7yp0xr1aaaaaaaaaaaaaaaa-escalation.yaml (commit 2b08a81d519e): its kind is 'activity', but its name says 'escalation'	write what it should say as a new record; a newer crmtrack may read it
$ put complaints/2026/13/41/${good#*-}/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml < record; look; undo
crmtrack: the branch 'ledger' was at 2b08a81d519e and no longer has it: 1 record is gone (crmtrack audit says more)
crmtrack: 1 file of the ledger cannot be read: see crmtrack doctor
A good complaint
1
records	fault	complaints/2026/13/41/mjzm86tegy/01m7yp0xr1aaaaaaaaaaaaaaaa-activity.yaml (commit 41bfb8629bb9): no path of a ledger	write what it should say as a new record; a newer crmtrack may read it

# A newer format of the ledger is left alone.

$ printf 'format: 99\n' | put ledgers/zzzzzzzzzzzzzzzz.yaml; before=$(git rev-parse ledger)
$ crmtrack list
crmtrack: cannot use the ledger: its format is 99, this crmtrack knows 1
hint: install a newer crmtrack
[7]
$ crmtrack note $good -m x
crmtrack: cannot use the ledger: its format is 99, this crmtrack knows 1
hint: install a newer crmtrack
[7]
$ test $before = $(git rev-parse ledger)
