# A mail that answers our answer may say no. It moves no status, keeps what our mail asked for, and stops the clock of
# the customer's silence. It stands in the owner's agenda until somebody confirms or rejects.
$ at() { export CRMTRACK_NOW=2026-$1:00Z; }; at 11-21T10:00
$ id=$(crmtrack -q init desk && cd desk && crmtrack -q customer add acme --contact 'Ben <ben@acme.example>' > /dev/null && crmtrack -q new -c acme --channel email -m 'Invoice charged twice')
$ cd desk; crmtrack -q assign $id me > /dev/null; crmtrack -q acknowledge $id -m 'We have it.' > /dev/null; crmtrack -q resolve $id --outcome upheld --code fixed --cause delay -m 'We refund it.' > /dev/null
$ at 11-21T10:10; crmtrack -q email $id --purpose answer -m 'We refund it. Is that fine?' --expects reply@2026-11-27 --message-id '<ours-1@desk.example>' > /dev/null
$ at 11-23T10:00; crmtrack -q email $id -m 'Have you seen it?' --message-id '<ours-2@desk.example>' > /dev/null
$ mail() { printf 'From: Ben <ben@acme.example>\nSubject: Re: x\nMessage-ID: <%s@acme.example>\nIn-Reply-To: <%s@desk.example>\nDate: %s\n%b\n' "$@"; }
$ verdict() { crmtrack agenda --fields complaint,promise,what | grep -F next_step | sed "s/$id/ID/"; }
$ verdict

# A program's answer is none.
$ at 11-24T10:00; mail a1 ours-1 'Tue, 24 Nov 2026 09:00:00 +0000' 'Auto-Submitted: auto-replied\n\nAway.' | crmtrack mail receive; verdict
$ mail b1 ours-1 'Tue, 24 Nov 2026 09:30:00 +0000' '\nNo, that is not enough.' | crmtrack mail receive; verdict
ID	next_step	read the customer's mail: confirm, or reject
$ crmtrack show $id --json | jq -c '.items[0] | .status, (.promises[] | select(.debtor == "customer") | [.promise, .state])'
"responded"
["confirm","open"]
["reply","kept"]

# The silence rule counts from that mail on: nothing is accepted in silence.
$ at 12-20T10:00; crmtrack -q tick > /dev/null; crmtrack show $id --json | jq -r '.items[0].status'; verdict
responded
ID	next_step	read the customer's mail: confirm, or reject

# A colleague's call does not take it away, a rejection does.
$ crmtrack -q call $id -m 'We talked about it' > /dev/null; verdict
ID	next_step	read the customer's mail: confirm, or reject
$ crmtrack -q reject $id --why 'Ben wants interest, by mail' > /dev/null; verdict
$ crmtrack show $id --json | jq -r '.items[0].status'
investigating

# The next answer is confirmed by mail, and a colleague says so.
$ at 12-20T11:00; crmtrack -q resolve $id --outcome upheld --code fixed --cause delay -m 'With interest.' > /dev/null; crmtrack -q email $id --purpose answer -m 'With interest.' --message-id '<ours-3@desk.example>' > /dev/null
$ at 12-20T12:00; mail b2 ours-3 'Sun, 20 Dec 2026 11:30:00 +0000' '\nYes, thank you.' | crmtrack mail receive; verdict
ID	next_step	read the customer's mail: confirm, or reject
$ crmtrack -q confirm $id --evidence acknowledged > /dev/null; verdict; crmtrack show $id --json | jq -r '.items[0].status'
nothing is owed by you or to you; everybody's: crmtrack agenda --all
resolved
