# Records made before user.email was right: the server takes them from nobody. A record of this clone under an
# address that is in no directory is made anew under the present one; a record that a colleague sent here stays theirs.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ c() { PUSHER=$1@example.com crmtrack -C ~/$1 "${@:2}"; }
$ as() { git -C $1 config user.email $1@example.com && git -C $1 config user.name ${1^}; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init asha; as asha; id=$(c asha -q new -c acme -m 'Charged twice'); git init -q --bare -b main server.git; crmtrack -q -C server.git hook install --server --identity-env PUSHER; git -C asha remote add origin ~/server.git; c asha -q sync; for who in ben cleo; do PUSHER=$who@example.com crmtrack -q clone server.git $who; as $who; done
$ git -C ben config user.email ben@laptop.local; at 2026-11-02T09:00:00Z; c ben -q note $id -m 'From the laptop' > /dev/null; c cleo -q note $id -m 'By Cleo' > /dev/null; git -C cleo remote add ben ~/ben; c cleo sync ben; c ben -q note $id -m 'After both' > /dev/null
'ben': received 1 record (by ben@laptop.local); sent 1 record
$ c ben sync
crmtrack: cannot push 'ledger' to 'origin': pre-receive hook declined: crmtrack: cannot take the push: 3 reasons; commit 599cad5a74: its author is cleo@example.com, but ben@example.com pushes it, and it is not signed by its author's key; commit 5eaa7fe000: its author is ben@laptop.local, but ben@example.com pushes it, and it is not signed by its author's key; commit 6623a90e65: its author is ben@laptop.local, but ben@example.com pushes it, and it is not signed by its author's key
hint: the server knows you by another address: git config user.email ADDRESS, then crmtrack sync --mend
hint: with the right 'relay' all can be sent, as it is dated: crmtrack sync --join
[5]
$ as ben; at 2026-11-03T09:00:00Z; c ben -q note $id -m 'As Ben' > /dev/null; c ben sync
crmtrack: 3 commits of others wait here: 'origin' takes them from their authors, who send them by crmtrack sync
hint: records by ben@laptop.local were made in this clone: crmtrack sync --mend makes them anew under the address in use
'origin': sent 1 record
$ c cleo -q sync; c ben sync
crmtrack: 1 commit of others waits here: 'origin' takes them from their authors, who send them by crmtrack sync
crmtrack: 2 commits of others wait here: 'origin' takes them from their authors, who send them by crmtrack sync
hint: records by ben@laptop.local were made in this clone: crmtrack sync --mend makes them anew under the address in use
$ c ben sync --mend; c ben sync; c asha -q sync; git -C asha log --format='%ae %ce %cI %s' refs/heads/ledger --no-merges | sort; c asha show $id | grep -c 'laptop\|both\|Ben\|Cleo'; c asha audit; c ben audit
crmtrack: made anew under the address in use what was recorded here under ben@laptop.local; refs/crmtrack/mended/61c03c9f6a03 keeps what was there
'origin': sent 2 records
'origin' and this clone have the same
asha@example.com asha@example.com 2026-11-01T09:00:00+00:00 complaint dz90dvdgba: received
asha@example.com asha@example.com 2026-11-01T09:00:00+00:00 ledger hpbn3wd12h9jn9f7
ben@example.com ben@example.com 2026-11-02T09:00:00+00:00 activity dz90dvdgba: note
ben@example.com ben@example.com 2026-11-02T09:00:00+00:00 activity dz90dvdgba: note
ben@example.com ben@example.com 2026-11-03T09:00:00+00:00 activity dz90dvdgba: note
cleo@example.com cleo@example.com 2026-11-02T09:00:00+00:00 activity dz90dvdgba: note
6
9 commits with 6 files looked at; 0 faults, 0 warnings, 3 notices
nothing changed, removed or hidden, as far as this clone knows, of 9 commits with 6 records and attachments, dated 2026-11-01 09:00 to 2026-11-03 09:00; 0 signatures verified, dates compared with 3 receipts of a server
notice	by_other	b06ea661aa740ef95ad172938c49f1b0d1f8c9df	complaints/2026/11/01/dz90dvdgba/01m6dqs9m0z50sdghr5rmxt95a-activity.yaml	ben@example.com	2026-11-02T09:00:00Z	by ben@laptop.local, recorded by ben@example.com
notice	by_other	faffc3f45d1f168338fe121bafeaf8c64d27cc0b	complaints/2026/11/01/dz90dvdgba/01m6dqs9m1xeczb5f13ar1m9y7-activity.yaml	ben@example.com	2026-11-02T09:00:00Z	by ben@laptop.local, recorded by ben@example.com
notice	dated_before_seen					3 commits are dated before they are known to have come, within the grace: work done offline (-v lists them)
9 commits with 6 files looked at; 0 faults, 0 warnings, 3 notices
nothing changed, removed or hidden, as far as this clone knows, of 9 commits with 6 records and attachments, dated 2026-11-01 09:00 to 2026-11-03 09:00; 0 signatures verified, dates compared with 3 receipts of a server
notice	by_other	b06ea661aa740ef95ad172938c49f1b0d1f8c9df	complaints/2026/11/01/dz90dvdgba/01m6dqs9m0z50sdghr5rmxt95a-activity.yaml	ben@example.com	2026-11-02T09:00:00Z	by ben@laptop.local, recorded by ben@example.com
notice	by_other	faffc3f45d1f168338fe121bafeaf8c64d27cc0b	complaints/2026/11/01/dz90dvdgba/01m6dqs9m1xeczb5f13ar1m9y7-activity.yaml	ben@example.com	2026-11-02T09:00:00Z	by ben@laptop.local, recorded by ben@example.com
notice	dated_before_seen					3 commits are dated before they are known to have come, within the grace: work done offline (-v lists them)
