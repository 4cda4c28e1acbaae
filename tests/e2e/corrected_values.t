# A correction is judged by what the corrected record then says: the command, the hook, audit, and what is shown.

$ crmtrack -q init team; cd team; id=$(crmtrack -q new -c acme -r delay -m 'Charged twice'); crmtrack -q resolve $id --outcome upheld --code redress_monetary --redress 12.50EUR -m 'Paid' > /dev/null; answer=$(git ls-tree -r --name-only refs/heads/ledger | grep resolution); story=${answer%/*}; record=$(basename $answer -resolution.yaml)
$ crmtrack correct $id $record --set code=nonsense --why x
crmtrack: cannot read --set code=nonsense: none of fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
[2]
$ crmtrack correct $id $record --set outcome= --why x
crmtrack: cannot read --set outcome=: none of upheld, partly_upheld, not_upheld, not_determined
[2]

$ crmtrack correct $id $record --set corrects=$record --why x
crmtrack: cannot correct 'corrects': it is part of the record's place in the story
[5]

# By plain git: the hook refuses each; audit tells; nobody is shown it.

$ export GIT_AUTHOR_DATE=2026-11-21T09:13:00Z GIT_COMMITTER_DATE=2026-11-21T09:13:00Z; before=$(git rev-parse refs/heads/ledger)
$ forge() { (export GIT_INDEX_FILE=.git/forge; git read-tree refs/heads/ledger; git update-index --add --cacheinfo 100644,$(printf "kind: correction\nat: 2026-11-21T09:13:00Z\nby: ben@example.com\nafter: []\ncorrects: $2\nset: $3\nwhy: x\n" | git hash-object -w --stdin),$story/$1-correction.yaml; git update-ref refs/heads/ledger $(git commit-tree -m forged $(git write-tree) -p refs/heads/ledger)); }
$ pushed() { echo $before $(git rev-parse refs/heads/ledger) refs/heads/ledger | crmtrack hook run pre-receive 2>&1 | sed -n "s/^  commit [0-9a-f]*: '[^']*': //p"; }
$ judged() { git update-ref refs/heads/ledger $before; forge 01m7yqqqqqqqqqqqqqqqqqqqqa $record "$1"; pushed; }
$ judged "{code: nonsense, outcome: null}"
sets what no resolution may say: 'code' is 'nonsense', but must be one of fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
sets what no resolution may say: 'outcome' is missing
$ judged "{redress: {amount: '1e99', currency: EUR}}"; judged "{redress.amount: '1e99'}"; judged "{redress.currency: Euro}"
sets what no resolution may say: 'redress' must have an amount such as 12.50
sets what no resolution may say: 'redress' must have an amount such as 12.50
sets what no resolution may say: 'redress' must have an ISO 4217 currency such as EUR
$ judged "{at: yesterday}"; judged "{by: ''}"; judged "{kind: activity}"; judged "{attachments: []}"; judged "{corrects: $record}"
'set.at' is 'yesterday', but must be an RFC 3339 time such as 2026-11-21T09:12:00+01:00
sets what no resolution may say: 'at' must be a time
sets what no resolution may say: 'by' must be a mail address or a name, on one line
sets what no resolution may say: 'kind' is part of what the record is
sets what no resolution may say: 'attachments' is part of what the record is
sets what no resolution may say: 'corrects' is part of what the record is
$ judged "{at: 9999-01-01T00:00:00Z}"; crmtrack -q audit --new $before..refs/heads/ledger --fields severity,finding,message
warning	at_after_commit	says that what it corrects happened 2911753d 14h after it was recorded
notice	by_other	by ben@example.com, recorded by asha@example.com
$ judged "{text: 'Paid in full', redress.amount: '13.50', mood: sad}"

# Of a correction of a correction, what that one then says of the record.

$ forge 01m7yqqqqqqqqqqqqqqqqqqqqb 01m7yqqqqqqqqqqqqqqqqqqqqa "{set: {code: nonsense}}"; pushed; crmtrack -q audit --new $before..refs/heads/ledger --fields severity,finding,message; crmtrack show $id | grep '^answer'
sets what no resolution may say: 'code' is 'nonsense', but must be one of fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
warning	record_invalid	sets what no resolution may say: 'code' is 'nonsense', but must be one of fixed, explained, apology, redress_monetary, redress_non_monetary, goodwill, replaced, process_changed, policy_confirmed, not_our_responsibility, overcome_by_events, duplicate, withdrawn, no_contact, external_decision, cannot_reproduce, in_error
notice	by_other	by ben@example.com, recorded by asha@example.com
notice	by_other	by ben@example.com, recorded by asha@example.com
answer    upheld, redress_monetary, 12.50 EUR
