#!/usr/bin/env bash
# Runs a command as if it were so many years later: later.sh YEARS [--sandboxes] COMMAND…
# With --sandboxes the command itself has the machine's clock, and the programs in its sandboxes the later one, by
# tests/kept_environment.py: Python's threads now and then fail to sleep under libfaketime. Files get the machine's own
# times, so that a new file looks that many years old.
set -euo pipefail

years=$1
shift
export NO_FAKE_STAT=1 FAKE_UTIME=0  # libfaketime knows only half of the calls that tell a file's time: rather none
later=(faketime -m --exclude-monotonic -f "$(printf %+d "$years")y")

# A year of libfaketime has 365 days.
seen=$("${later[@]}" date +%s) || { echo "later.sh: cannot run faketime: is it installed?" >&2; exit 1; }
behind=$(($(date +%s) + years * 365 * 86400 - seen))
if ((behind < -3600 || behind > 3600)); then
  echo "later.sh: faketime leaves the clock $behind seconds behind" >&2
  exit 1
fi
if [[ $1 == --sandboxes ]]; then
  shift
  # shellcheck disable=SC2016
  exec "${later[@]}" bash -c 'CRMTRACK_LATER=$LD_PRELOAD exec env -u LD_PRELOAD "$@"' later "$@"
fi
exec "${later[@]}" "$@"
