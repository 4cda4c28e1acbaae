#!/usr/bin/env bash
# Runs each of the given programs of unit tests, and ends with 1 where one failed: units.sh PROGRAM…
set -u

status=0
[[ $# -gt 0 ]] || { echo "units.sh: no program given" >&2; exit 2; }
for program in "$@"; do
  "$program" --minimal || { echo "failed: $program" >&2; status=1; }
done
exit "$status"
