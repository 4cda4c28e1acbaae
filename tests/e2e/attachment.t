# An attachment comes out as it went in, byte for byte.

$ crmtrack -q init complaints && cd complaints
$ printf 'Dear Asha,\n\twe wait.\n' > letter.txt; printf '\x89PNG\x00\xff' > photo.png; printf 'Second' > second.txt
$ id=$(crmtrack -q new -c acme -m 'With a letter' --attach letter.txt)
$ crmtrack attachment $id
Dear Asha,
	we wait.
$ crmtrack attachment $id | cmp - letter.txt
$ crmtrack -q email $id --in -m 'And a photo' --attach photo.png > /dev/null
$ crmtrack attachment $id photo.png | cmp - photo.png; crmtrack attachment $id photo | cmp - photo.png

# Several: they are listed, for people and for programs.

$ crmtrack attachment $id
crmtrack: cannot tell which attachment of 'b0j5' is meant: there are 2
hint: s7s7/letter.txt  21 bytes, by asha@example.com
hint: yzd0/photo.png  6 bytes, by asha@example.com
[4]
$ crmtrack attachment $id --json | tail -3 | head -2 | cut -c1-130
{"record": "01m7yp0xr0s7s7zakab8d5t18r", "name": "letter.txt", "size": 21, "sha256": "46653dcd446adc7bbeef32c688abfb14bf5f5808ee16
{"record": "01m7yp0xr1yzd0v1t37682s03k", "name": "photo.png", "size": 6, "sha256": "ffdb519b788f33bddc8647611c3a24cc5e1a9ef5780c1f

# One name in two records: the record before it says which.

$ printf 'Another letter' > letter.txt; crmtrack -q note $id -m x --attach letter.txt > /dev/null
$ crmtrack attachment $id letter.txt
crmtrack: cannot tell which attachment 'letter.txt' of 'b0j5' is meant: there are 2
hint: s7s7/letter.txt  21 bytes, by asha@example.com
hint: e5e0/letter.txt  14 bytes, by asha@example.com
[4]
$ record=$(crmtrack attachment $id letter.txt 2>&1 | sed -n 's/^hint: \([^ ]*\) .*14 bytes.*/\1/p'); crmtrack attachment $id $record
Another letter (no-eol)

# Into a file or a folder; nothing is overwritten.

$ mkdir out; crmtrack attachment $id photo.png --save out; cmp out/photo.png photo.png; stat -c %a out/photo.png
saved $HOME/complaints/out/photo.png (6 bytes)
600
$ crmtrack attachment $id photo.png --save out/photo.png
crmtrack: cannot save as '$HOME/complaints/out/photo.png': it is there already
hint: name another file; nothing is overwritten
[5]
$ crmtrack attachment $id photo.png --save nowhere/photo.png
crmtrack: cannot save as '$HOME/complaints/nowhere/photo.png': there is no such folder
[3]

# The user's own program shows a copy; the repository's configuration names none.

$ git config --global crmtrack.opener 'cmp photo.png'; git config crmtrack.opener false
$ mkdir tmp; XDG_RUNTIME_DIR=$PWD/tmp crmtrack attachment $id photo.png --open 2>&1 | sed 's/ [^ ]*\/photo.png/ DIR\/photo.png/'
opened a copy, DIR/photo.png: remove it when you are done
$ git config --global crmtrack.opener false; XDG_RUNTIME_DIR=$PWD/tmp crmtrack attachment $id photo.png --open 2>&1 | sed 's/ [^ ]*\/photo.png/ DIR\/photo.png/'; test ${PIPESTATUS[0]} = 8
crmtrack: cannot open the attachment: 'false' ended with status 1
hint: the file is DIR/photo.png
hint: set another program: git config --global crmtrack.opener PROGRAM
$ printf '[Desktop Entry]\n' > trip.desktop; crmtrack -q note $id -m x --attach trip.desktop > /dev/null
$ crmtrack attachment $id trip.desktop --open
crmtrack: cannot open 'trip.desktop': a file of that kind may be a program
hint: write it to a file and look at it there: --save PATH
[5]

# Refusals.

$ crmtrack attachment $id contract.pdf
crmtrack: cannot find attachment 'contract.pdf' of 'b0j5'
hint: s7s7/letter.txt  21 bytes, by asha@example.com
hint: yzd0/photo.png  6 bytes, by asha@example.com
hint: e5e0/letter.txt  14 bytes, by asha@example.com
hint: yy1h/trip.desktop  16 bytes, by asha@example.com
[3]
$ crmtrack attachment $(crmtrack -q new -c acme -m 'Without') 2>&1 | sed "s/of '....'/of ID/"
crmtrack: cannot find an attachment of ID: it has none
$ crmtrack attachment $id photo.png --save x --open
crmtrack: cannot both save and open the attachment
[2]
$ crmtrack attachment zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
