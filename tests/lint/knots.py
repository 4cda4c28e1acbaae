#!/usr/bin/env python3
"""Counts how many units need each other: a `.cpp` and the `.hpp` of its name are one unit, which needs what it includes."""
import collections
import re

from common import SOURCE, finish, parse_arguments, source_files

MOST = 5


def units_of(files):
    """Each unit with those of ours that it includes."""
    needs = collections.defaultdict(set)
    for path in files:
        unit = str(path.relative_to('src').with_suffix(''))
        for header in re.findall(r'^#include "([^"]+)\.hpp"', (SOURCE / path).read_text(), re.MULTILINE):
            needs[unit].add(header)
    return {unit: {need for need in needs[unit] if need in needs and need != unit} for unit in needs}


def reach(needs, start):
    seen, waiting = set(), [start]
    while waiting:
        for unit in needs[waiting.pop()] - seen:
            seen.add(unit)
            waiting.append(unit)
    return seen


def knots_of(needs):
    """Sets of units each of which needs all others of its set, directly or not."""
    reached = {unit: reach(needs, unit) for unit in needs}
    return {frozenset(other for other in reached[unit] if unit in reached[other]) | {unit} for unit in needs}


def main():
    parse_arguments(__doc__)
    needs = units_of(source_files('src/**/*.cpp', 'src/**/*.hpp'))
    knots = [knot for knot in knots_of(needs) if len(knot) > MOST]
    finish([f'{len(knot)} units need each other, more than {MOST}: {", ".join(sorted(knot))}' for knot in knots],
           f'the knots of {len(needs)} units')


if __name__ == '__main__':
    main()
