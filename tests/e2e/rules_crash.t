# A host that dies between sending and recording sends at most that one message again, with the same Message-ID and token.
$ export GIT_AUTHOR_NAME='Asha Rao' GIT_AUTHOR_EMAIL=asha@example.com CRMTRACK_NOW=2026-11-23T09:00:00Z
$ cat > sendmail <<'END'
> #!/bin/sh
> n=$(cat "$HOME/count" 2>/dev/null || echo 0); n=$((n + 1)); echo $n > "$HOME/count"; cat > "$HOME/mail.$n"
> if [ "$n" = "$(cat "$HOME/die")" ]; then kill -9 $PPID; fi
> END
$ chmod +x sendmail; git config --global crmtrack.sendmail "$PWD/sendmail"; git config --global crmtrack.from 'Desk <desk@example.com>'; git config --global crmtrack.deliver true; echo 3 > die
$ crmtrack -q init desk && cd desk
$ crmtrack -q customer add acme --contact 'Ode <ode@acme.example>' > /dev/null
$ crmtrack -q rule add receipt --on complaint --to customer --why x
receipt
$ for n in 1 2 3 4 5; do crmtrack -q new -c acme -m "Complaint $n" > /dev/null; done

# Five notifications, and the third mail kills the program that hands it over.
$ (crmtrack -q tick > /dev/null 2>&1; echo $?) 2>/dev/null
137
$ cat ~/count; crmtrack report notifications --table measures --format csv | grep -c 'notifications_sent",5'
3
0
[1]
$ crmtrack -q tick > /dev/null; cat ~/count
6
$ crmtrack report notifications --format json | jq -r '.report.measures? // .measures | .[] | select(.measure == "notifications_sent") | .value'
5
$ grep -h '^Message-ID' ~/mail.* | sort | uniq -c | sort -rn | awk '{ print $1 }'
2
1
1
1
1
$ cmp ~/mail.3 ~/mail.4 && echo the same mail
the same mail
$ crmtrack tick

# Two hosts that fire the same rules write the same records, and send nothing twice where one of them delivers.
$ cd ..; git -C desk push -q "$(git init -q --bare hub.git; echo "$PWD/hub.git")" main ledger; git -C desk remote add origin "$PWD/hub.git"; crmtrack -q clone hub.git other
$ (cd desk; crmtrack -q new -c acme -m 'One more' > /dev/null; crmtrack -q sync); (cd other; crmtrack -q sync)
$ git config --global crmtrack.deliver false
$ (cd desk; crmtrack -q tick); (cd other; crmtrack -q tick)
01m83t4cm1nn4m902ntd8sm5hh
01m83t4cm1nn4m902ntd8sm5hh
$ (cd other; crmtrack -q sync; crmtrack report notifications --table measures --format csv | grep notifications_queued); (cd desk; crmtrack -q sync; crmtrack report notifications --table measures --format csv | grep notifications_queued)
"notifications_queued",,1,1,,,,"notifications"
"notifications_queued",,1,1,,,,"notifications"
$ git config --global crmtrack.deliver true; (cd other; crmtrack -q tick > /dev/null; crmtrack -q sync); (cd desk; crmtrack -q sync; crmtrack tick); cat count
7
$ (cd desk; crmtrack audit)
13 commits with 19 files looked at; 0 faults, 0 warnings, 0 notices
nothing changed, removed or hidden, as far as this clone knows, of 13 commits with 19 records and attachments, dated 2026-11-23 09:00; 0 signatures verified, dates compared with 0 receipts of a server
