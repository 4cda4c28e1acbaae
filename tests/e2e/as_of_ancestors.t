# As of a time: a commit dated up to it was known then with all of its ancestors, whatever the clocks said.

$ crmtrack -q init complaints && cd complaints
$ on() { export CRMTRACK_NOW=2026-11-$1T09:00:00Z; }
$ on 02; crmtrack -q new -c acme -m 'By a clock that is right' > /dev/null
$ on 20; crmtrack -q new -c acme -m 'By a clock that runs ahead' > /dev/null
$ on 03; crmtrack -q new -c acme -m 'After that one, by a clock that is right' > /dev/null
$ on 10; crmtrack -q new -c acme -m 'Later' > /dev/null
$ on 21; crmtrack list --as-of 2026-11-02 --fields summary
By a clock that is right
$ crmtrack list --as-of 2026-11-03 --fields summary
By a clock that runs ahead
After that one, by a clock that is right
By a clock that is right
$ crmtrack list --as-of 2026-11-10 --fields summary
By a clock that runs ahead
Later
After that one, by a clock that is right
By a clock that is right

# In two clones that met: what the one had is known by its own commits alone.

$ cd && git clone -q --bare complaints server && git clone -q server left && git clone -q server right
$ cd left && on 12 && crmtrack -q new -c globex -m 'Left' > /dev/null; crmtrack -q sync
$ cd ../right && git fetch -q && on 25 && crmtrack -q new -c globex -m 'Right, ahead' > /dev/null; on 13; crmtrack -q new -c globex -m 'Right' > /dev/null; crmtrack -q sync
$ on 30; crmtrack list --as-of 2026-11-12 --fields summary customer:globex
Left
$ crmtrack list --as-of 2026-11-13 --fields summary customer:globex
Right, ahead
Right
Left

# A report names the commit that had all that was known then: the merge, once there was one, and until then each head.
# Its policy is the newest that one of them names: by 10:00 this ledger knew that parcel-late replaces delay.

$ at() { export CRMTRACK_NOW=2026-11-03T$1:00Z GIT_COMMITTER_DATE=2026-11-03T$1:00Z GIT_AUTHOR_DATE=2026-11-03T$1:00Z; }
$ take() { crmtrack -q new -c acme -r "$@" > /dev/null; }
$ cd && at 08:00 && crmtrack -q init one && cd one && take outage -m Down && cd && git clone -q --bare one met.git && git clone -q met.git a && git clone -q met.git b
$ cd b && git fetch -q && at 09:00 && crmtrack -q reason add parcel-late --label 'Parcel late' --question 'Which parcel?' --why x > /dev/null
$ take delay -m 'Late, told to b' && crmtrack -q reason retire delay --replaced-by parcel-late --why x > /dev/null && take parcel-late -m 'Late, told to b'
$ cd ../a && git fetch -q && at 10:00 && take delay -m 'Late, told to a'
$ at 11:00; crmtrack -q -C ../b sync; crmtrack -q sync; on 10; as_of() { crmtrack report reasons --as-of "$@" | sed '/^received\|^delay  \|^parcel-late\|^all time/!d; s/█//g'; }
$ as_of 2026-11-03T12:00:00Z; as_of $(git rev-parse ledger) | diff - <(as_of 2026-11-03T10:00:00Z)
received                4
parcel-late *         3  75.0 %   75.0 %     3     0        0       0
all time, as of 2026-11-03T12:00:00Z (UTC); ledger e422f08aa130

# Two heads that a plain git merge joined later.

$ cd ../b && git fetch -q && at 13:00 && take outage -m 'Down, told to b' && git push -q origin ledger && cd ../a && at 14:00 && take outage -m 'Down, told to a'
$ at 15:00 && git fetch -q origin ledger && git worktree add -q ../joined ledger && git -C ../joined merge -q -m Joined $(git rev-parse FETCH_HEAD) && on 10 && as_of 2026-11-03T15:00:00Z && git rev-parse --short=12 ledger && as_of 2026-11-03T14:30:00Z && git log --no-walk --abbrev=12 --format=%h ledger^1 ledger^2 | sort
received                6
parcel-late *         3  50.0 %  100.0 %     3     0        0       0
all time, as of 2026-11-03T15:00:00Z (UTC); ledger 0349e60c993e
0349e60c993e
received                6
parcel-late *         3  50.0 %  100.0 %     3     0        0       0
all time, as of 2026-11-03T14:30:00Z (UTC); ledger 2dfe3196ee7f and 33b7b08c3d48
2dfe3196ee7f
33b7b08c3d48
