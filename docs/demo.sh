#!/usr/bin/env bash
# Shows what crmtrack is for, on a throw-away data repository: complaints come in from a file, one is worked from receipt
# to closing with an escalation on the way, and the list, its story and the summary are printed. Run by `./dev demo`.
#
# usage: demo.sh PROGRAM
set -euo pipefail

program=$(readlink -f "${1:?usage: demo.sh PROGRAM}")
source=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Nothing of the user's settings takes part: not their identity, their signing key or their repositories.
export HOME=$folder GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$folder/.gitconfig
export GIT_AUTHOR_NAME="Asha Rao" GIT_AUTHOR_EMAIL=asha@example.com
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export CRMTRACK_REPO=$folder/complaints
unset CRMTRACK_NOW CRMTRACK_SEED GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_AUTHOR_DATE GIT_COMMITTER_DATE
export PAGER=cat
[[ -t 1 ]] || export COLUMNS=${COLUMNS:-110}
exec </dev/null

say() { printf '\n# %s\n' "$*"; }

# Prints a command as one would type it.
show_command() {
  local word line='$ crmtrack'
  for word in "$@"; do
    if [[ $word =~ ^[A-Za-z0-9._:,/@=+-]+$ ]]; then line+=" $word"; else line+=" '$word'"; fi
  done
  printf '%s\n' "${line//"$folder/"/}"
}

crmtrack() {
  show_command "$@"
  "$program" "$@" 2>&1
}

# Without standard output: the record's id is for scripts.
handle() {
  show_command "$@"
  { "$program" "$@" >/dev/null; } 2>&1
}

sample() {
  local real=$source/../shared/data/cfpb/cfpb-2023-standard.csv
  if [[ -r $real ]]; then echo "$real"; else echo "$source/docs/sample/complaints.csv"; fi
}

take_in() {
  say "A data repository, and a year of complaints from a file"
  crmtrack init "$CRMTRACK_REPO"
  cp "$(sample)" "$folder/complaints.csv"
  crmtrack import csv "$folder/complaints.csv" --map cfpb
  handle project add apollo --name "Apollo billing"
  handle customer add acme --name "Acme Ltd" --contact "Maria Silva <maria@acme.example>"
}

work_one() {
  say "A customer calls: received, acknowledged, escalated, answered, confirmed, reviewed, closed"
  local id
  local complaint=(new -c acme -p apollo -r billing-wrong-amount -s high --channel phone -m "Invoice 4711 charged twice")
  show_command "${complaint[@]}"
  id=$("$program" "${complaint[@]}")
  short=${id#*-}
  short=${short:0:6}
  handle acknowledge "$short" --next-by +2d -m "We check the booking and call you back"
  handle assign "$short" me
  handle work "$short" --minutes 30 -m "The booking job ran twice on the 4th"
  handle escalate "$short" --to 2 --person ben@example.com --why "A refund of 12,400 EUR is above our limit"
  handle accept "$short" --by ben@example.com
  handle voicemail "$short" --with Maria -m "Asked her to call back"
  handle resolve "$short" --outcome upheld --code redress_monetary --redress 12400.00EUR --cause charges_or_billing \
    --channel email -m "We refund the second charge; the job is mended"
  handle confirm "$short" --evidence acknowledged --channel phone -m "Maria has the refund and is content"
  handle review "$short" --went-well "Answered within the day" --root-cause "The booking job ran twice" \
    --lesson "Alert on double runs" --praise ben@example.com
  handle close "$short"
}

look() {
  say "What is open"
  crmtrack list --limit 5 --format table
  say "The whole story of that one"
  crmtrack show "$short"
  say "The summary"
  crmtrack report summary
  say "Everything is an ordinary Git repository: its log is the audit trail"
  printf '$ git log --oneline -5 ledger\n'
  git -C "$CRMTRACK_REPO" --no-pager log --oneline -5 ledger
}

short=
take_in
work_one
look
