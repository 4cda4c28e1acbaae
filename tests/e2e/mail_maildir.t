# A Maildir is read as it is. The clone remembers by the names of the files which mails it took, in its own folder.
$ export CRMTRACK_NOW=2026-11-23T09:00:00Z; crmtrack -q init desk; cd desk; mkdir -p ../Maildir/new ../Maildir/cur
$ mail() { printf 'From: Eve <eve@elsewhere.example>\nSubject: %s\nDate: Sun, 22 Nov 2026 09:30:00 +0100\nMessage-ID: <%s@elsewhere.example>\n\n%s\n' "$@"; }
$ mail First m1 One. > ../Maildir/new/1.a; mail Second m2 Two. > ../Maildir/cur/2.b:2,S
$ crmtrack mail receive --maildir ../Maildir --dry-run
2 mails: 2 wait in the inbox
dry run: nothing was written
$ crmtrack mail receive --maildir ../Maildir > /dev/null
2 mails: 2 wait in the inbox
$ crmtrack mail receive --maildir ../Maildir
0 mails
2 mails passed over: taken from this Maildir before

# A mail program moves a mail and marks it; a new one comes.
$ mv ../Maildir/new/1.a ../Maildir/cur/1.a:2,RS; mail Third m3 Three. > ../Maildir/new/3.c
$ crmtrack mail receive --maildir ../Maildir --json | jq -c '.items[] | [.as, .subject]'
1 mail: 1 waits in the inbox
2 mails passed over: taken from this Maildir before
["inbox","Third"]

# The same mail under another name is known; another mail under a name that was used is another mail.
$ cp ../Maildir/new/3.c ../Maildir/new/4.d; mail Fourth m4 'Four of them.' > ../Maildir/new/3.c
$ crmtrack mail receive --maildir ../Maildir --json | jq -c '.items[] | [.as, .subject]'
2 mails: 1 waits in the inbox, 1 known before
2 mails passed over: taken from this Maildir before
["inbox","Fourth"]
["known","Third"]
$ ls .git/crmtrack | sed -n 's/-[0-9a-f]*$//p' | grep maildir; sed -n '1p;3,$p' .git/crmtrack/maildir-*
maildir
crmtrack maildir 1
1.a 128
2.b 129
3.c 138
4.d 130

# Names of mails that are gone are forgotten. The memory may be lost, or hold anything: no mail is lost or doubled.
$ rm ../Maildir/cur/2.b:2,S; crmtrack mail receive --maildir ../Maildir; grep -c . .git/crmtrack/maildir-*
0 mails
3 mails passed over: taken from this Maildir before
5
$ for text in '' 'crmtrack maildir 1' "$(printf 'crmtrack maildir 1\nnone\n1.a 134')"; do echo "$text" > $(ls .git/crmtrack/maildir-*); crmtrack mail receive --maildir ../Maildir; done
3 mails: 3 known before
3 mails: 3 known before
3 mails: 3 known before

# Where the ledger has lost what the memory says that it has, the mails are taken again.
$ lost=$(git rev-parse ledger); git update-ref refs/heads/ledger $(git rev-list --reverse ledger | head -n 1)
$ crmtrack mail receive --maildir ../Maildir --dry-run
crmtrack: the branch 'ledger' was at 5d259b694ea7 and no longer has it: 4 records are gone (to go back: git -C '$HOME/desk' update-ref refs/heads/ledger 5d259b694ea732e0db7c1a13fe9575e034083f53)
3 mails: 3 wait in the inbox
dry run: nothing was written
$ git update-ref refs/heads/ledger $lost; crmtrack mail receive --maildir ../Maildir
0 mails
3 mails passed over: taken from this Maildir before
$ crmtrack list inbox:yes --fields subject
Third
First
Second
Fourth

# A mail of more than 40 MiB is read once, in bounded memory, and its header is kept.
$ (mail Large m5 ''; head -c 45000000 /dev/zero | tr '\0' 'x' | fold -w 76) > ../Maildir/new/5.e
$ (ulimit -v 600000; crmtrack -q mail receive --maildir ../Maildir > /dev/null); m=$(crmtrack list inbox:yes --fields id,subject | sed -n 's/\tLarge//p')
$ crmtrack attachment $m | tail -n 1
The mail had 45592229 bytes, SHA-256 d98c440767867f952706f50e66b2b9588f3e8c64cec6ecaa4310cdd2365768cc. They were not kept.
