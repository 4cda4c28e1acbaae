# Nothing in an evidence archive is taken on trust: whatever is altered in it, one of its steps says so.

$ crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late'); printf 'a letter\n' > letter.txt; crmtrack -q letter $id --in -m 'They wrote' --attach letter.txt | wc -l
1
$ printf 'Erster\nZweiter\n\nrecorded 2020-01-01 00:00:00 +0000\n\033[31mred\n' | GIT_AUTHOR_NAME=$'Be\033n' crmtrack -q note $id -F - | wc -l
1
$ crmtrack -q archive evidence $id ../evidence.tar; cd .. && tar -xf evidence.tar && sed 's/01[0-9a-z]\{24\}/RECORD/; s/[0-9a-f]\{40\}/COMMIT/; s,[0-9/]*/[0-9a-z]*/RECORD,/DAY/ID/RECORD,; s/^\(    after\): .*/\1: …/; s/sha256: .*/sha256: …/; s/- RECORD/- …/' evidence/summary.txt
complaints/DAY/ID/RECORD-complaint.yaml
recorded 2026-11-21 09:12:00 +0000
author Asha Rao <asha@example.com>
committer Asha Rao <asha@example.com>
commit COMMIT

    kind: complaint
    at: 2026-11-21T09:12:00Z
    by: asha@example.com
    after: …
    customer: acme
    channel: phone
    reason: delay
    severity: medium
    summary: Delivery is late

complaints/DAY/ID/RECORD-activity.yaml
recorded 2026-11-21 09:12:00 +0000
author Asha Rao <asha@example.com>
committer Asha Rao <asha@example.com>
commit COMMIT

    kind: activity
    at: 2026-11-21T09:12:00Z
    by: asha@example.com
    after: …
    type: letter
    direction: in
    evidence: acknowledged
    text: They wrote
    attachments:
      - name: letter.txt
        size: 9
        sha256: …

complaints/DAY/ID/RECORD-activity.yaml
recorded 2026-11-21 09:12:00 +0000
author Be?n <asha@example.com>
committer Asha Rao <asha@example.com>
commit COMMIT

    kind: activity
    at: 2026-11-21T09:12:00Z
    by: asha@example.com
    after: …
    type: note
    direction: internal
    text: "Erster\nZweiter\n\nrecorded 2020-01-01 00:00:00 +0000\n\x1b[31mred\n"
$ check() { rm -rf altered && mkdir altered && tar -xf ${archive-evidence.tar} -C altered && (cd altered/evidence && eval "$1" && sed -n 's/^    //p' README.txt > steps && PATH=/usr/bin:/bin sh steps > out 2>&1; grep -v '^head=\|^[0-9a-f]\{40\}$' out | sed 's/01[0-9a-z]\{24\}/RECORD/g; s/[0-9a-f]\{40\}/COMMIT/g' | head -${2-3}); }
$ check true
$ check "sed -i 's/late/early/' summary.txt"
15c15
<     summary: Delivery is early
---
$ check "sed -i 's/^author Asha/author Eve/' summary.txt" 1
3c3
$ check "sed -i 's/12:00 +0000/13:00 +0000/' summary.txt" 1
2c2
$ check "echo 'They were paid' >> summary.txt"
50d49
< They were paid
$ check "sed -i '/letter/,\$d' summary.txt" 1
26a27,49
$ check "sed -i 1d commits.tsv" 1
1d0
$ check "sed -i '1s/^[0-9a-f]*/'\$(tail -1 commits.tsv | cut -f 1)/ commits.tsv" 1
3c3
$ check "rm records/*/*/*/*/*/*-complaint.yaml" 1
1d0
$ check "sed -i s/letter/better/ records/*/*/*/*/*/*.files/letter.txt" 1
- records/complaints/2026/11/21/3fb7vr89bc/RECORD.files/letter.txt differ: byte 3, line 1
$ check "touch \$(dirname records/*/*/*/*/*/*-complaint.yaml)/more.yaml" 1
4a5

# The summary is that of the records even where both are altered alike.

$ check "sed -i 's/late/early/' summary.txt records/*/*/*/*/*/*-complaint.yaml" 4
- records/complaints/2026/11/21/3fb7vr89bc/RECORD-complaint.yaml differ: byte 155, line 9
15c15
<     summary: Delivery is early
---

# With the history too, and where a record lies in another complaint's folder.

$ cd data && other=$(crmtrack -q new -c globex -m 'Another') && wrong=$(crmtrack -q note $other -m 'Noted there') && crmtrack -q correct $other $wrong --set complaint=$id --why 'Wrong one' | wc -l; crmtrack -q archive evidence --history $id ../history.tar; TMPDIR=/var/tmp crmtrack -q archive evidence $id $other ../both.tar; cd ..
1
$ for archive in history.tar both.tar; do check true; check "sed -i 's/late/early/' summary.txt" 2; done
15c15
<     summary: Delivery is early
15c15
<     summary: Delivery is early
$ grep -c 'git -C check.git merge-base --is-ancestor' altered/evidence/README.txt; tar -xOf history.tar evidence/README.txt | grep -c 'git -C check.git merge-base --is-ancestor'
0
1
