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
