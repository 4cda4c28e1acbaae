# An id is one record of a story. A file's name is its id and its kind, so that by plain git somebody can add a record
# of another kind under an id that is there: corrections and answers go on meaning the one that stood before.

$ export GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW
$ git init -q -b main asha && cd asha && git config user.name Asha && git config user.email asha@example.com && crmtrack -q init . && printf 'rights:\n  - {right: void, roles: [manager]}\n' > policy/rights.yaml && git add policy && git commit -qm 'Who may void' && cd ~
$ id=$(crmtrack -q -C asha new -c acme -m 'Charged twice'); other=$(crmtrack -q -C asha new -c acme -m Other); crmtrack -q -C asha person add asha@example.com --role manager > /dev/null; crmtrack -q -C asha person add ben@example.com --role agent > /dev/null
$ crmtrack -q -C asha void $id --why mistake > /dev/null; void=$(git -C asha ls-tree -r --name-only refs/heads/ledger | grep change); r=$(basename $void -change.yaml); crmtrack -q -C asha correct $id ${r: -16} --set status=received --why typo > /dev/null
$ git clone -q --bare asha server.git 2> /dev/null && git -C server.git fetch -q ../asha refs/heads/ledger:refs/heads/ledger; git -C asha remote add origin ~/server.git && crmtrack -q -C asha sync; crmtrack -q -C server.git hook install --server --identity-env PUSHER; crmtrack -q clone server.git ben 2> /dev/null; git -C ben config user.name Ben; git -C ben config user.email ben@example.com
$ put() { (cd ~/ben; export GIT_INDEX_FILE=.git/forge; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin),$1; git update-ref refs/heads/ledger $(git commit-tree -m forged -p refs/heads/ledger $(git write-tree)); rm .git/forge); }
$ note() { printf 'kind: activity\nat: %s\nby: ben@example.com\nafter: []\ntype: note\ndirection: internal\ntext: hello\n' $CRMTRACK_NOW; }
$ seen() { crmtrack -C $1 list --all --sort summary --fields status,summary; }
$ told() { crmtrack -q -C $1 audit $2 --fields finding,author,message | grep kind_misplaced; }

# Through the hook nobody brings one.

$ note | put ${void%-change.yaml}-activity.yaml; PUSHER=ben@example.com git -C ben push -q origin refs/heads/ledger 2>&1 | grep -o 'a second record.*'
a second record under one id; the change of that id stands        

# On a plain server the voiding stays taken back, the newcomer is told of, and what stands can be corrected.

$ rm server.git/hooks/*; git -C ben push -q origin refs/heads/ledger; crmtrack -q -C asha sync; seen asha; rm -r asha/.git/crmtrack; seen asha
received	Charged twice
received	Other
received	Charged twice
received	Other
$ crmtrack -C asha show $id | grep -A5 ben@
2026-11-21 09:12  h7xp  ben@example.com
  note
    hello
  set aside: a second record of this id; the change stands
2026-11-21 09:12  h7xp  asha@example.com
  change: status = void
$ told asha; told asha --full
kind_misplaced	ben@example.com	a second record under one id; the change of that id stands
kind_misplaced	ben@example.com	a second record under one id; the change of that id stands
$ crmtrack -q -C asha correct $id ${r: -16} --set why=slip --why 'once more' > /dev/null; seen asha; told asha --full
received	Charged twice
received	Other
kind_misplaced	ben@example.com	a second record under one id; the change of that id stands

# Nor does one that is moved here from another folder.

$ crmtrack -q -C ben sync; folder=complaints/$(echo $other | sed 's,\(....\)\(..\)\(..\)-,\1/\2/\3/,');
$ note | put $folder/$r-activity.yaml; printf 'kind: correction\nat: %s\nby: ben@example.com\nafter: [%s]\ncorrects: %s\nset: {complaint: %s}\n' $CRMTRACK_NOW $r $r $id | put $folder/${r%????????????????}zzzzzzzzzzzzzzzz-correction.yaml; seen ben; rm -r ben/.git/crmtrack; seen ben
received	Charged twice
received	Other
received	Charged twice
received	Other
