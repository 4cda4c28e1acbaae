# Which promises and which void complaints the figures of a period have.

$ crmtrack -q init complaints && cd complaints

# due_times.t has the promises of targets; these figures are those of promises that people state.

$ printf 'targets:\n' > policy/targets.yaml; git commit -qam 'No targets'
$ on() { export CRMTRACK_NOW=2026-$1T09:00:00Z; }
$ figure() { crmtrack report summary "${@:2}" --json | jq -c --arg m "$1" '.measures[] | select(.measure == $m) | [.n, .denominator]'; }
$ on 10-20; old=$(crmtrack -q new -c acme -r delay -m 'Told in October')
$ on 11-03; id=$(crmtrack -q new -c acme -r delay --channel phone -m 'Late'); twin=$(crmtrack -q new -c acme -r delay -m 'Late again')
$ on 11-04; crmtrack -q void $old --why 'Told twice' > /dev/null; crmtrack -q void $twin --why 'Told twice' > /dev/null

# Both were voided in November; one of them was received in it.

$ for p in 2026-10 2026-11 2026-12; do COLUMNS=200 crmtrack report summary --period $p | grep -o '[0-9] void left out'; done; COLUMNS=200 crmtrack report summary | grep -o '[0-9] void left out'
1 void left out
1 void left out
2 void left out

# A promise that is due on the 30th counts once it is kept, on the 5th. One that is open does not count yet.

$ call=$(crmtrack -q call $id -m 'We look' --promise 'call back@2026-11-30' --promise 'write@2026-11-29'); figure promises_kept --period 2026-11
[0,0]
$ on 11-05; crmtrack -q call $id -m 'It comes' --answers ${call:10:4}.1 > /dev/null; figure promises_kept --period 2026-11; figure promises_kept --period 2026-10
[1,1]
[0,0]

# A promise in the customer's own story, beside any complaint, counts where no filter selects complaints.

$ meet=$(crmtrack -q meeting -c acme -m 'The year' --promise 'send the offer@2026-11-10' --promise 'send the plan@2026-11-11'); on 11-09; crmtrack -q email -c acme -m 'The offer' --answers ${meet:10:4}.1 > /dev/null
$ on 11-12; figure promises_kept --period 2026-11; figure promises_kept --period 2026-11 customer:acme; crmtrack report summary --period 2026-11 --records promises_kept | wc -l
[2,3]
[1,1]
1

# Each complaint stands once in a list of records.

$ crmtrack -q email $id -m 'Written' --answers ${call:10:4}.2 > /dev/null; figure promises_kept --period 2026-11; crmtrack report summary --period 2026-11 --records promises_kept | wc -l
[3,4]
1

# A duration under an hour is told in minutes.

$ on 11-13; quick=$(crmtrack -q new -c acme -r delay --channel phone -m 'Quick' --at '2026-11-13 08:41'); crmtrack -q acknowledge $quick -m 'We look' > /dev/null; crmtrack report summary | grep 'half acknowledged'
half acknowledged within           19 min  of 1
