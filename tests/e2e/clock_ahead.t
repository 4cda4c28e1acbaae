# A clock that was ahead: audit names whose commit it was, and not who came next with the right one.

$ at() { export CRMTRACK_NOW=$1 GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }
$ note() { GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$1@example.com crmtrack -q note $id -m "$2" > /dev/null; }
$ audit() { crmtrack -q audit --full --fields severity,finding,author,message; }
$ at 2026-11-01T09:00:00Z; crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -m 'Charged twice')
$ at 2030-11-02T15:00:00Z; note cleo 'Ahead'; at 2026-11-02T09:10:00Z; note ben 'Right'; audit
warning	time_order	cleo@example.com	committed 1461d 5h after its child
warning	time_future	cleo@example.com	committed 1461d 5h in the future
$ at 2026-11-02T09:20:00Z; note ben 'Right again'; audit
warning	time_order	cleo@example.com	committed 1461d 5h after its child
warning	time_future	cleo@example.com	committed 1461d 5h in the future

# When the time has come, too.

$ at 2031-01-01T00:00:00Z; audit
warning	time_order	cleo@example.com	committed 1461d 5h after its child

# A commit dated back, whose author comes before what was there: the next one shows it.

$ cd ~; at 2026-11-01T09:00:00Z; crmtrack -q init back && cd back && id=$(crmtrack -q new -c acme -m 'Charged twice')
$ at 2026-11-03T09:00:00Z; note asha 'On the third'; at 2026-11-02T09:00:00Z; note eve 'Dated back'; at 2026-11-03T10:00:00Z; note ben 'Next'; audit
warning	time_order	eve@example.com	committed 1d before its parent

# Where nothing came after it yet, the one is named that comes last; what comes says more, to every audit.

$ cd ~; at 2026-11-01T09:00:00Z; crmtrack -q init last && cd last && id=$(crmtrack -q new -c acme -m 'Charged twice')
$ both() { crmtrack -q audit --fields finding,author,message > ~/grown; cat ~/grown; crmtrack -q audit --full --fields finding,author,message | diff ~/grown -; }
$ at 2026-11-03T09:00:00Z; note asha 'On the third'; at 2026-11-02T09:00:00Z; note ben 'A day before'; at 2026-11-04T09:00:00Z; both
time_order	ben@example.com	committed 1d before its parent
$ cp -r . ../right; note cleo 'Next'; both
time_order	ben@example.com	committed 1d before its parent
$ cd ../right; at 2026-11-02T09:10:00Z; note cleo 'Next'; at 2026-11-04T09:00:00Z; both
time_order	asha@example.com	committed 1d after its child
dated_before_seen		1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
