# Policy says whose keys sign, and from when on every commit has to be signed. Real ssh-keygen.

$ crmtrack -q init data && cd data && id=$(crmtrack -q new -c acme -m 'Before anybody signed')
$ for who in asha ben; do ssh-keygen -q -t ed25519 -N '' -C $who -f ~/$who; done
$ key() { cut -d' ' -f1,2 ~/$1.pub; }
$ printf 'signatures:\n  require: 2026-11-21T10:00:00Z\n  allowed_signers:\n    - {principal: asha@example.com, key: "%s", valid_before: 2026-11-25}\n    - {principal: ben@example.com, key: "%s"}\n' "$(key asha)" "$(key ben)" > policy/signatures.yaml
$ crmtrack policy check && git add policy && git commit -q -m 'Who signs'
policy: 0 errors, 0 warnings
$ sign() { git config commit.gpgSign true; git config gpg.format ssh; git config user.signingKey ~/$1; }
$ audit() { crmtrack audit --fields severity,finding,author,message "$@"; }
$ audit
2 commits with 2 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 2 commits with 2 records and attachments, dated 2026-11-21 09:12; 0 signatures verified, dates compared with 0 receipts of a server
$ sign asha; export CRMTRACK_NOW=2026-11-21T11:00:00Z; crmtrack -q note $id -m 'Signed' > /dev/null; audit
1 commit with 1 file looked at, 1 signature verified; what is older was on 2026-11-21 09:12 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 1 commit with 1 record or attachment, dated 2026-11-21 11:00, nor of what the audit of 2026-11-21 09:12 saw; 1 signature verified, dates compared with 0 receipts of a server
$ git log -1 --format=%G? ledger 2> /dev/null
N

# By somebody else's key; not at all; dated back to before it was asked for; changed after it was signed.

$ cp -r ../data ../case; cd ../case; sign ben; crmtrack -q note $id -m 'As if I were Asha' > /dev/null; audit | sed 's/SHA256:[^ ,]*/KEY/'
1 commit with 1 file looked at, 1 signature verified; what is older was on 2026-11-21 11:00 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	signature_untrusted	asha@example.com	signed with the key KEY, which policy does not allow asha@example.com at that time
$ cd ~; rm -rf case; cp -r data case; cd case; git config commit.gpgSign false; crmtrack -q note $id -m 'Unsigned' > /dev/null; audit
1 commit with 1 file looked at; what is older was on 2026-11-21 11:00 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	signature_missing	asha@example.com	not signed, though policy asks for it
[1]
$ cd ~; rm -rf case; cp -r data case; cd case; git config commit.gpgSign false; export GIT_COMMITTER_DATE=2026-11-21T09:30:00Z; crmtrack -q note $id -m 'Dated back' > /dev/null; unset GIT_COMMITTER_DATE; audit --strict
1 commit with 1 file looked at; what is older was on 2026-11-21 11:00 (--full looks again); 1 fault, 2 warnings, 1 notice
fault	signature_missing	asha@example.com	not signed, though policy asks for it
warning	time_order	asha@example.com	committed 1h 30m before its parent
warning	at_after_commit	asha@example.com	says that it happened 1h 30m after it was recorded
notice	dated_before_seen		1 commit is dated before it is known to have come, within the grace: work done offline (-v lists it)
[1]
$ cd ~; rm -rf case; cp -r data case; cd case; git cat-file commit ledger | sed 's/^activity.*/activity: something else/' > commit.txt; git update-ref refs/heads/ledger $(git hash-object -t commit -w commit.txt); rm -f .git/logs/refs/heads/ledger .git/crmtrack/audit; audit
3 commits with 3 files looked at, 1 signature verified; 1 fault, 0 warnings, 0 notices
fault	signature_bad	asha@example.com	its signature does not fit what it says, or its key was revoked
[1]

# A key is judged by the commit's time: valid then, it stays so; signed afterwards, it is not.

$ cd ~/data; export CRMTRACK_NOW=2026-11-26T11:00:00Z; audit --full
3 commits with 3 files looked at, 1 signature verified; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 3 commits with 3 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 11:00; 1 signature verified, dates compared with 0 receipts of a server
$ cd ~; rm -rf case; cp -r data case; cd case; crmtrack -q note $id -m 'With a key that was given up' > /dev/null; audit | sed 's/SHA256:[^ ,]*/KEY/'
1 commit with 1 file looked at, 1 signature verified; what is older was on 2026-11-26 11:00 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	signature_untrusted	asha@example.com	signed with the key KEY, which policy does not allow asha@example.com at that time

# A verified signature is not verified again, unless the person's keys change.

$ cd ~/data; audit; crmtrack -q checkpoint > /dev/null; git cat-file tag checkpoint/2026-11-26T11-00-00Z | grep -c 'BEGIN SSH'
0 commits with 0 files looked at; what is older was on 2026-11-26 11:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-26 11:00 saw; 0 signatures verified, dates compared with 0 receipts of a server
1
$ rm .git/crmtrack/audit; audit
3 commits with 3 files looked at, 1 signature verified (1 of them before); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 3 commits with 3 records and attachments, dated 2026-11-21 09:12 to 2026-11-21 11:00; 1 signature verified, dates compared with 0 receipts of a server
$ sed -i 's/, valid_before: 2026-11-25//' policy/signatures.yaml; git commit -q -a -m 'Asha keeps her key'; audit
0 commits with 0 files looked at, 1 signature verified; what is older was on 2026-11-26 11:00 (--full looks again); 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of what the audit of 2026-11-26 11:00 saw; 1 signature verified, dates compared with 0 receipts of a server
$ stat -c %a .git/crmtrack/signatures
600

# A file that cannot be read asks for nothing: that is told.

$ printf 'signatures:\n  require: soon\n' > policy/signatures.yaml; git commit -q -a -m broken; audit | sed 's/commit [0-9a-f]*$/commit ID/'
0 commits with 0 files looked at; what is older was on 2026-11-26 11:00 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	policy_invalid		policy/signatures.yaml:2:12: 'require' is 'soon', but must be a date such as 2026-11-21 or an RFC 3339 time; in force is the version of commit ID
$ crmtrack policy check
policy/signatures.yaml:2:12	error	'require' is 'soon', but must be a date such as 2026-11-21 or an RFC 3339 time
policy: 1 error, 0 warnings
[1]

# OpenPGP: by the fingerprints that policy lists; without the key nothing can be said.

$ cd ~; export GNUPGHOME=$HOME/gnupg; mkdir -m 700 gnupg; gpg --batch --quiet --passphrase '' --quick-gen-key 'Asha Rao <asha@example.com>' ed25519 sign never 2> /dev/null; print=$(gpg --with-colons --list-keys 2> /dev/null | sed -n 's/^fpr:*\([0-9A-F]*\):*/\1/p' | head -1)
$ CRMTRACK_NOW=2026-11-25T11:00:00Z crmtrack -q init open && cd open && git config commit.gpgSign true && printf "signatures:\n  require: 2026-11-26\n  allowed_signers:\n    - {principal: asha@example.com, fingerprint: $print}\n" > policy/signatures.yaml && git add policy && git -c commit.gpgSign=false commit -q -m 'Who signs'
$ id=$(crmtrack -q new -c acme -m 'Signed by gpg'); audit
2 commits with 2 files looked at, 1 signature verified; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 2 commits with 2 records and attachments, dated 2026-11-25 11:00 to 2026-11-26 11:00; 1 signature verified, dates compared with 0 receipts of a server
$ sed -i "s/fingerprint: ..../fingerprint: 0000/" policy/signatures.yaml; git -c commit.gpgSign=false commit -q -a -m 'Another key'; audit | sed "s/$print/KEY/"
0 commits with 0 files looked at, 1 signature verified; what is older was on 2026-11-26 11:00 (--full looks again); 1 fault, 0 warnings, 0 notices
fault	signature_untrusted	asha@example.com	signed with the key KEY, which policy does not allow asha@example.com at that time
$ mkdir -m 700 ~/empty; export GNUPGHOME=$HOME/empty; rm .git/crmtrack/*; audit | sed 's/the key [0-9A-F]*/the key KEY/'
2 commits with 2 files looked at, 1 signature verified; 1 fault, 0 warnings, 0 notices
fault	signature_unverifiable	asha@example.com	its signature cannot be verified: a key is not known to the program that verifies
$ gpgconf --homedir ~/gnupg --kill all; gpgconf --homedir ~/empty --kill all
