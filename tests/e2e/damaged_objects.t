# Bytes that were put on the disk under an old object's name, loose and packed.

$ crmtrack -q init team && cd team && id=$(crmtrack -q new -c acme -r delay -m 'Delivery is late') && crmtrack -q note $id -m 'They were promised Friday' | wc -l
1
$ crmtrack -q list > /dev/null; git clone -q --bare --no-local . ../good.git; git remote add origin ~/good.git
$ path=$(git ls-tree -r --name-only refs/heads/ledger | grep -- -activity.yaml); blob=$(git rev-parse refs/heads/ledger:$path); file=.git/objects/${blob:0:2}/${blob:2}
$ forge() { python3 -c 'import sys, zlib; id, old, new = sys.argv[1:]; import subprocess; text = subprocess.run(["git", "cat-file", "blob", id], capture_output=True, check=True).stdout.replace(old.encode(), new.encode()); sys.stdout.buffer.write(zlib.compress(b"blob %d\0" % len(text) + text))' "$@"; }
$ forge $blob Friday Monday > forged && chmod u+w $file && cp $file true && cp forged $file && git cat-file blob $blob | grep text
text: They were promised Monday
$ rm .git/crmtrack/index-*; crmtrack search Monday; crmtrack search Delivery | wc -l
set up 'origin': git push and git pull share main and ledger with it
nothing found; word* looks for words that begin so, and or between words for either
1
$ crmtrack audit --full --fields severity,finding,path,message | sed "s/$blob/BLOB/; s/01[0-9a-z]\{24\}/RECORD/"
3 commits with 3 files looked at; 1 fault, 0 warnings, 0 notices
fault	object_damaged	complaints/2026/11/21/3fb7vr89bc/RECORD-activity.yaml	the object BLOB is damaged: its bytes are not those that its name says
$ crmtrack audit --fields finding | sort | uniq -c | sed 's/^ *//'
0 commits with 0 files looked at; what is older was on 2026-11-21 09:12 (--full looks again); 1 fault, 0 warnings, 0 notices
1 object_damaged
$ crmtrack doctor | grep '^records\|^objects' | sed "s/$blob/BLOB/; s/01[0-9a-z]\{24\}/RECORD/; s/commit [0-9a-f]*/commit ID/"
records	fault	complaints/2026/11/21/3fb7vr89bc/RECORD-activity.yaml (commit ID): cannot read the object 'BLOB': its bytes are not those that its name says	write what it should say as a new record; a newer crmtrack may read it
objects	fault	'complaints/2026/11/21/3fb7vr89bc/RECORD-activity.yaml': the object BLOB is damaged: its bytes are not those that its name says	crmtrack audit --full names all; man crmtrack-audit: Damaged objects
$ crmtrack archive ../all.bundle; ls ../all.bundle; crmtrack archive evidence $id ../evidence.tar; ls ../evidence.tar
crmtrack: cannot write the archive: cannot read the archive again: git says: missing blob object 'e21c27d4e6a6e3d3b703a0acfa5b9b72aa51158d'
hint: crmtrack audit --full names what is damaged here, and its manual how to mend it
ls: cannot access '../all.bundle': No such file or directory
crmtrack: cannot read the object 'e21c27d4e6a6e3d3b703a0acfa5b9b72aa51158d': its bytes are not those that its name says
hint: git fsck --full names what is missing or damaged
hint: how to mend it: man crmtrack-audit, Damaged objects
ls: cannot access '../evidence.tar': No such file or directory
[2]

# How it is mended: the manual of audit has these lines.

$ git fetch -q origin; git cat-file blob $blob | grep -c Monday
1
$ rm -f $file && git fetch -q --refetch origin && git fsck --no-dangling && rm .git/crmtrack/index-* && crmtrack -q audit --full && crmtrack search Friday | wc -l && crmtrack -q archive ../all.bundle | wc -l
1
1

# An attachment whose object is gone.

$ cd ~ && crmtrack -q init letters && cd letters && echo 'Dear Sirs' > letter.txt && crmtrack -q new -c acme -r delay -m 'See the letter' --attach letter.txt | wc -l && blob=$(git ls-tree -r refs/heads/ledger | sed -n 's/.*blob \([0-9a-f]*\).*letter.txt/\1/p') && rm -f .git/objects/${blob%${blob#??}}/${blob#??} && crmtrack audit --fields finding,message 2>/dev/null | sed "s/$blob/ID/"
1
attachment_missing	its attachment 'letter.txt' is not there: Git has no object ID
