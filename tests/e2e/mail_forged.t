# Nobody hides a mail, or draws its answers away, by what they say of it: only who took it can.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com CRMTRACK_NOW=2026-11-23T09:00:00Z
$ crmtrack -q init desk && cd desk
$ for who in asha:lead ben:agent desk:machine; do crmtrack -q person add ${who%:*}@example.com --role ${who#*:} > /dev/null; done
$ printf 'rights:\n  - {right: machine, roles: [machine]}\n' > policy/rights.yaml && git add policy && GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit -qm 'The machine writes for itself'
$ crmtrack -q customer add acme --contact 'Ode <ode@acme.example>' > /dev/null
$ machine() { GIT_AUTHOR_EMAIL=desk@example.com crmtrack "$@"; }
$ ben() { GIT_AUTHOR_EMAIL=ben@example.com crmtrack "$@"; }
$ mail() { printf 'From: Ode <ode@acme.example>\nSubject: %s\nDate: Mon, 23 Nov 2026 08:30:00 +0000\nMessage-ID: <%s@acme.example>\n%s\nBen took 900 EUR.\n' "$1" "$2" "$3"; }
$ forge() { printf '{"type": "%s", "id": "%s", "records": [{"id": "01kaq%s", "at": "2026-11-23T08:40:00Z", "by": "ben@example.com", "after": [], %s}]}\n' "$1" "$2" "$3" "$4" > forged.jsonl; }
$ mail 'Ben took my money' m1 '' | machine mail receive; mail=$(crmtrack list inbox:yes --fields id); record=$(crmtrack list inbox:yes --fields record)

# Another text in its place, an arrival that nobody received: refused.
$ forge journal $mail 000000000000000000aaa '"kind": "mail", "from": "Ode <ode@acme.example>", "subject": "Thanks Ben"'
$ ben import jsonl forged.jsonl
crmtrack: cannot run 'import': ben@example.com may not write records of the machine: rights.yaml gives that to machine
hint: who may write records of the machine: desk@example.com
[5]

# Struck, it still waits.
$ forge journal $mail 000000000000000000bbb "\"kind\": \"correction\", \"corrects\": \"$record\", \"set\": {\"struck\": true}"
$ ben -q import jsonl forged.jsonl
new 1, known 0, differing 0, rejected 0
$ crmtrack list inbox:yes --fields subject
Ben took my money

# Said to be put on a complaint, and nothing there has it: it still waits.
$ id=$(ben -q new -c acme -m 'Nothing much')
$ forge journal $mail 000000000000000000ccc "\"kind\": \"mail\", \"assigned_to\": \"$id\""
$ ben -q import jsonl forged.jsonl
new 1, known 0, differing 0, rejected 0
$ crmtrack list inbox:yes --fields subject
Ben took my money
$ crmtrack -q mail assign $mail $id > /dev/null; crmtrack list inbox:yes
no mail waits
$ crmtrack -q undo > /dev/null; crmtrack list inbox:yes --fields subject
Ben took my money

# A note that claims to be of a mail makes that mail no known one.
$ mail 'Again' m2 '' > second.eml; crmtrack -q init ../scratch && crmtrack -q -C ../scratch mail receive < second.eml
$ identity=$(git -C ../scratch grep -h '^key' refs/heads/ledger | sed 's,.*mail/\([0-9a-f]*\)/.*,\1,')
$ forge complaint $id 000000000000000000ddd "\"kind\": \"activity\", \"type\": \"note\", \"text\": \"Looked\", \"source\": \"mail:$identity\""
$ ben -q import jsonl forged.jsonl
new 1, known 0, differing 0, rejected 0
$ machine mail receive < second.eml; crmtrack list inbox:yes --fields subject
Ben took my money
Again

# Who claims a Message-ID later draws no answer away, and is told.
$ serious=$(crmtrack -q new -c acme -m 'Serious')
$ crmtrack -q email $serious -m 'Which?' --expects information@2026-12-09 --message-id '<q1@example.com>' > /dev/null
$ ben email $id -m 'hm' --message-id '<q1@example.com>' > /dev/null
this mail is on q125 already: answers to it go there
email out on pb2b is recorded (evidence: sent)
hint: pb2b is still to be acknowledged: crmtrack acknowledge pb2b -m …, or a contact with --purpose acknowledge
$ mail 'Re: Which?' m3 $'In-Reply-To: <q1@example.com>\n' | machine mail receive
$ crmtrack show $serious | grep -c 'Ben took'; crmtrack show $id | grep -c 'Ben took'
1
1
$ crmtrack show $serious | grep '^kept *information'
kept       information: send what was asked in our email

# The same claim is told by audit, also where it came with the records of others: of the one that came later.
$ crmtrack -q audit --full --fields severity,finding,author,message | grep message_id
warning	message_id_claimed	ben@example.com	its Message-ID is that of record 9j3a on q125 too, by asha@example.com: answers go there

# Who has read a mail sends another with its Message-ID and text, or with another file of the same name: both are taken.
$ files() { printf 'From: %s\nSubject: Proof\nDate: Mon, 23 Nov 2026 08:30:00 +0000\nMessage-ID: <m4@acme.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee there.\n--x\nContent-Type: application/octet-stream; name=%s\n\n%s\n--x--\n' "$1" "$2" "$3" | machine mail receive; }
$ files 'Eve <eve@evil.example>' proof.bin one; files 'Ode <ode@acme.example>' proof.bin one; files 'Ode <ode@acme.example>' proof.bin two; files 'Ode <ode@acme.example>' other.bin two; files 'Ode <ode@acme.example>' other.bin two
$ crmtrack list inbox:yes --fields from,subject | grep Proof | sort
Eve <eve@evil.example>	Proof
Ode <ode@acme.example>	Proof
Ode <ode@acme.example>	Proof
Ode <ode@acme.example>	Proof

# A complaint of a mail that was taken back can be made again.
$ again=$(crmtrack list inbox:yes --fields id,subject | sed -n 's,\tAgain,,p'); first=$(crmtrack -q mail new $again -c acme); crmtrack -q undo > /dev/null
$ second=$(crmtrack -q mail new $again -c acme); [ "$first" != "$second" ] && crmtrack list --all --fields summary,status | sort
Again	received
Again	void
Nothing much	received
Serious	received
$ crmtrack audit
7 commits with 16 files looked at; what is older was on 2026-11-23 09:00 (--full looks again); 0 faults, 3 warnings, 0 notices
warning	clock_off	4892400d85cb677191415e83ba008b9b605e8e2e	complaints/2026/11/23/pb2bndrtce/01kaq000000000000000000ddd-activity.yaml	ben@example.com	2026-11-23T09:00:00Z	its id is 365d 9h older than its commit
warning	clock_off	2946af547e71ca7fc961b3c57a1251d92ff3c6d5	journal/2026/11/23/aym685wgpz/01kaq000000000000000000bbb-correction.yaml	ben@example.com	2026-11-23T09:00:00Z	its id is 365d 9h older than its commit
warning	clock_off	044c1db60df5587b912fc3e9704be5d970294cc9	journal/2026/11/23/aym685wgpz/01kaq000000000000000000ccc-mail.yaml	ben@example.com	2026-11-23T09:00:00Z	its id is 365d 9h older than its commit
