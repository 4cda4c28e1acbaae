#!/usr/bin/env python3
"""Records what the program does to its repository, and looks at what a power cut may have left of it.

    power_replay.py --binary build/crmtrack --recorder build/recorder.so [--rounds 12] [--seed 1]

The power cut for machines without loop devices, and for disks that keep less than ext4 and xfs do. Three writers work on
one repository at once (power.py's commands); the recorder (recorder.c) keeps each change, each call that makes
something durable and each command that was acknowledged, in order. For moments of it (after a command ended, after a
call that promised something, anywhere) the folder is built as a disk may have it then (recording.py): what was promised
is there, of the rest nothing, only the names, only the bytes, or each by a coin. In each: git fsck is clean, what was
acknowledged is there once, each command is there as a whole or not at all, and the next command works.

A program that forgot to make durable what it wrote must be found by this, and one that trusts an ext4 that is none:
both are tried as well, and it is a failure if they pass.
"""
import argparse
import copy
import os
import pathlib
import random
import shutil
import sys
import threading
import time

from cases import CASES
from faults import PACKING_IS_OFF
from recording import ACKNOWLEDGED, BEGUN, DISKS, STYLES, History, note_in, read_entries
from sandbox import Failed, Sandbox

BUSY = 75
WRITERS = (("note", "new"), ("note", "reason", "escalate"), ("import", "note"))

# Mistakes that must be found: their name, the disk that the program assumes, the real one, and the calls left out.
MISTAKES = (("a program that forgets to sync", "ext4", "ext4", "sync"),
            ("a program that takes any disk for ext4", "ext4", "other", ""))


class Recorded:
    """A repository `disk/…` of a sandbox, what was done to it, and which commands were acknowledged when."""

    def __init__(self, sandbox, recorder, trusted, forgets):
        self.sandbox = sandbox
        self.log = sandbox.root / "recorded"
        self.log.touch()
        self.extra = PACKING_IS_OFF | {"LD_PRELOAD": recorder, "RECORD_TO": str(self.log), "RECORD_DISK": trusted,
                                       "RECORD_ROOT": str(sandbox.repositories), "RECORD_FORGET": forgets}
        self.errors = []

    def record(self, groups, turns, chance):
        """Each group is a writer of its own; `turns`: how many commands each gives."""
        self.cases = [case for group in groups for case in group]
        self.history = History(self.sandbox.repositories)
        plans = [[chance.choice(group) for _ in range(turns)] for group in groups]
        threads = [threading.Thread(target=self.write, args=(plan,)) for plan in plans]
        self.sandbox.always = self.extra
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.sandbox.always = {}
        if self.errors:
            raise Failed(self.errors[0])
        self.entries = read_entries(self.log)
        self.history.add(self.entries)

    def write(self, plan):
        for case in plan:
            words = case.next_command()
            key = f"{self.cases.index(case)} {case.mark}"
            note_in(self.log, BEGUN, key)
            done = self.sandbox.run(case.where(), *words)
            while done.returncode == BUSY:  # another has changed the same policy file meanwhile
                done = self.sandbox.run(case.where(), *words)
            if done.returncode != 0:
                self.errors.append(f"{' '.join(map(str, words))}: exit {done.returncode}: {done.stderr.strip()}")
                return
            note_in(self.log, ACKNOWLEDGED, key)

    def moments(self, what):
        return [moment + 1 for moment, entry in enumerate(self.entries) if entry.what in what]

    def cases_at(self, end, place):
        """The cases as they were then, in the folder that was built: what was acknowledged, and what was under way."""
        cases = []
        for number, case in enumerate(self.cases):
            marks = {what: [entry.first.decode().split()[1] for entry in self.entries[:end]
                            if entry.what == what and entry.first.decode().split()[0] == str(number)]
                     for what in (BEGUN, ACKNOWLEDGED)}
            then = copy.copy(case)
            then.repository = place / os.path.relpath(case.repository, self.sandbox.repositories)
            then.acknowledged = case.acknowledged | set(marks[ACKNOWLEDGED])
            then.mark = marks[BEGUN][-1] if marks[BEGUN] else None
            cases.append(then)
        return cases


def look_at(recorded, end, disk, style, chance):
    place = recorded.sandbox.root / "after"
    shutil.rmtree(place, ignore_errors=True)
    recorded.history.build(place, end, disk, style, chance)
    cases = recorded.cases_at(end, place)
    for case in cases:
        if case.mark is not None and case.mark not in case.acknowledged and case.happened():
            case.acknowledge()
    for case in cases:
        case.require_acknowledged()
    cases[0].require_sound()
    chosen = chance.choice(cases)
    chosen.go_on()
    chosen.require_sound()


def look_often(recorded, disk, rounds, chance):
    """At most moments something was promised just before."""
    kinds = (recorded.moments(ACKNOWLEDGED), recorded.moments("f"), range(1, len(recorded.entries) + 1))
    for number in range(rounds):
        style = STYLES[number % len(STYLES)]
        end = chance.choice(kinds[number // len(STYLES) % len(kinds)])
        try:
            look_at(recorded, end, disk, style, chance)
        except Failed as error:
            raise Failed(f"{disk}, power cut before moment {end} of {len(recorded.entries)}, unpromised: {style}: {error}")


def writers(sandbox):
    """Groups of cases that write to one repository."""
    first = CASES["note"](sandbox)
    return [[CASES[name](sandbox, 10 * (number + 1) + at, first) for at, name in enumerate(names)]
            for number, names in enumerate(WRITERS)]


def beginner(sandbox):
    """One that makes a repository."""
    return [[CASES["init"](sandbox)]]


def record(sandbox, recorder, trusted, prepare, turns, chance, forgets=""):
    sandbox.repositories.mkdir()
    recorded = Recorded(sandbox, recorder, trusted, forgets)
    recorded.record(prepare(sandbox), turns, chance)
    return recorded


def in_sandbox(binary, action):
    with Sandbox(binary, "replay") as sandbox:
        sandbox.repositories = sandbox.root / "disk"
        return action(sandbox)


def cut(sandbox, options, disk, prepare, turns):
    chance = random.Random(f"{options.seed}-{disk}-{prepare.__name__}")
    recorded = record(sandbox, options.recorder, disk, prepare, turns, chance)
    recorded.history.require_complete(sandbox.root / "whole")
    look_often(recorded, disk, options.rounds, chance)
    acknowledged = len(recorded.moments(ACKNOWLEDGED))
    print(f"ok {disk}, {prepare.__name__}: {options.rounds} cuts in {len(recorded.entries)} moments of {acknowledged} "
          "commands", flush=True)


def require_found(sandbox, options, what, trusted, disk, forgets):
    """Such a program has to be found out: this is what the looking is worth."""
    chance = random.Random(f"{options.seed}-{what}")
    recorded = record(sandbox, options.recorder, trusted, writers, 1, chance, forgets)
    try:
        look_often(recorded, disk, 3 * len(STYLES), chance)
    except Failed as error:
        print(f"ok {what} is found: {str(error).splitlines()[0][:200]}", flush=True)
        return
    raise Failed(f"{what}: nothing was found wrong")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--recorder", required=True, type=os.path.abspath)
    parser.add_argument("--rounds", type=int, default=12, help="power cuts, each disk")
    parser.add_argument("--turns", type=int, default=3, help="commands, each of three writers")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    options = parse_arguments()
    begun = time.monotonic()
    try:
        for disk in DISKS:
            in_sandbox(options.binary, lambda sandbox: cut(sandbox, options, disk, writers, options.turns))
            in_sandbox(options.binary, lambda sandbox: cut(sandbox, options, disk, beginner, 1))
        for what, trusted, disk, forgets in MISTAKES:
            in_sandbox(options.binary, lambda sandbox: require_found(sandbox, options, what, trusted, disk, forgets))
    except Failed as error:
        print(f"FAILED {error}\n  seed {options.seed}", flush=True)
        return 1
    print(f"{time.monotonic() - begun:.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
