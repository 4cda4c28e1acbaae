# People type the shortest unique prefix of the random part, at least four characters; machines get it all.

$ crmtrack -q init complaints && cd complaints
$ id=$(crmtrack -q new -c acme -m 'The one'); other=$(crmtrack -q new -c acme -m 'The other')
$ random=${id#*-}
$ crmtrack show $id | head -1 | cut -c13-; crmtrack show $random | head -1 | cut -c13-; crmtrack show ${random:0:4} | head -1 | cut -c13-; crmtrack show ${random^^} | head -1 | cut -c13-
The one
The one
The one
The one

# Records by the prefix of their random tail.

$ note=$(crmtrack -q note $id -m 'A note'); tail=${note:10}
$ crmtrack answer ${random:0:4} ${tail:0:4} -m 'By prefix' -q | wc -c
27
$ crmtrack answer $id $note -m 'In full' -q | wc -c
27
$ crmtrack answer $id ${tail:0:3} -m x
the answer settles nothing: 8y5b promised nothing
01m7yp0xr4qz705kbpcagc3yh1
the answer on 52qh is recorded (evidence: acknowledged)

# An ambiguous prefix lists its candidates. The second complaint is put there by plain Git.

$ twin=${random:0:6}zzzz
$ blob=$(printf 'kind: complaint\nat: 2026-11-21T09:12:00Z\nby: asha@example.com\nafter: []\ncustomer: acme\nsummary: The twin\n' | git hash-object -w --stdin)
$ export GIT_INDEX_FILE=$PWD/.git/other-index; git read-tree ledger
$ git update-index --add --cacheinfo 100644,$blob,complaints/2026/11/21/$twin/01m7yp0xr0zzzzzzzzzzzzzzzz-complaint.yaml
$ git update-ref refs/heads/ledger $(GIT_AUTHOR_DATE=$CRMTRACK_NOW GIT_COMMITTER_DATE=$CRMTRACK_NOW git commit-tree $(git write-tree) -p ledger -m 'complaint: received'); unset GIT_INDEX_FILE
$ crmtrack show ${random:0:4} 2>&1 | sed "s/$id/ID/; s/20261121-$twin/TWIN/; s/${random:0:4}/PREFIX/"; test ${PIPESTATUS[0]} = 4
crmtrack: cannot tell which complaint 'PREFIX' is: 2 start with it
hint: PREFIXbnhte3  acme  The one
hint: PREFIXbnzzzz  acme  The twin
$ crmtrack show $random | head -1 | cut -c13-; crmtrack show $twin | head -1 | cut -c13-
The one
The twin
$ crmtrack list --fields summary,short --sort summary | while read -r line; do crmtrack show "${line##*$'\t'}" | head -1 | cut -c13-; done
The one
The other
The twin

# Not found, and not an id.

$ crmtrack show zzzz
crmtrack: cannot find complaint 'zzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack show 20261121-zzzzzzzzzz
crmtrack: cannot find complaint '20261121-zzzzzzzzzz'
hint: see the ids with: crmtrack list --all
[3]
$ crmtrack show 20261131-7f3q2mxab4
crmtrack: cannot find complaint '20261131-7f3q2mxab4'
hint: see the ids with: crmtrack list --all
[3]
