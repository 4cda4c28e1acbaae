#!/usr/bin/env bash
# Compares the suites of a build folder with tests/suites.txt: suites.sh [BUILD]. Names each difference, and ends with 1
# where there is one.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=${1:-build}

names() { ctest --test-dir "$build" -N "$@" 2>/dev/null | sed -n 's/^ *Test *#[0-9]*: //p'; }

listed() { sed 's/ *#.*//; /^$/d' tests/suites.txt | sort; }

configured() {
  names -LE '^long$'
  names -L '^long$' | sed 's/$/ long/'
}

missing=$(comm -23 <(listed) <(configured | sort))
unlisted=$(comm -13 <(listed) <(configured | sort))
[[ -n $missing$unlisted ]] || exit 0
while read -r suite; do
  [[ -z $suite ]] || echo "suites: '$suite' of tests/suites.txt is not in $build" >&2
done <<<"$missing"
while read -r suite; do
  [[ -z $suite ]] || echo "suites: '$suite' of $build is not in tests/suites.txt" >&2
done <<<"$unlisted"
echo "suites: configure $build again (cmake -S . -B $build), or correct tests/suites.txt" >&2
exit 1
