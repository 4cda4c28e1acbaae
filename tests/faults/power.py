#!/usr/bin/env python3
"""Cuts the power of a file system under the running program, and looks at what is left.

    power.py --binary build/crmtrack [--rounds 3] [--seed 1]

A file system in a file (ext4, then xfs) holds a repository that three writers work on: notes,
new complaints with attachments, edits of policy, imports. At a random moment the file system is shut down without
flushing anything, then mounted again. Each time: git fsck is clean, what was acknowledged before the cut is there once,
each command is there as a whole or not at all, and the next command works. Without root, loop devices or that shutdown
this cannot be tested: then it says so, and ends with 77, which ctest reports as skipped.
"""
import argparse
import math
import pathlib
import random
import shutil
import sys
import tempfile
import threading
import time

from cases import CASES
from cut_disk import KINDS, CutDisk, keep_mounts_to_ourselves, why_not
from sandbox import Failed, Sandbox

WRITERS = (("note", "new"), ("note", "reason", "escalate"), ("import", "note"))
SHORTEST, LONGEST = 0.02, 2.0
CANNOT_TEST = 77
BUSY = 75


class Writer(threading.Thread):
    """Gives commands one after another until told to stop; keeps what the last one of each case was."""

    def __init__(self, cases, chance):
        super().__init__()
        self.cases = cases
        self.chance = chance
        self.stopped = threading.Event()
        self.unfinished = None
        self.error = None

    def run(self):
        try:
            while not self.stopped.is_set():
                case = self.chance.choice(self.cases)
                words = case.next_command()
                self.unfinished = case
                done = case.sandbox.run(case.where(), *words)
                while done.returncode == BUSY:  # another has changed the same policy file meanwhile
                    done = case.sandbox.run(case.where(), *words)
                if done.returncode != 0:
                    return
                case.acknowledge()
                self.unfinished = None
        except Failed as error:
            self.error = error


def begin_cases(sandbox):
    """A group of cases for each writer, all in one repository."""
    first = CASES["note"](sandbox)
    sandbox.git(first.repository, "config", "gc.auto", "0")  # a packing process would keep the file system busy
    return [[CASES[name](sandbox, 10 * (number + 1) + at, first) for at, name in enumerate(names)]
            for number, names in enumerate(WRITERS)]


def cut_once(disk, groups, chance):
    """How many commands were acknowledged before the cut."""
    before = sum(len(case.acknowledged) for group in groups for case in group)
    writers = [Writer(group, random.Random(chance.random())) for group in groups]
    for writer in writers:
        writer.start()
    time.sleep(math.exp(chance.uniform(math.log(SHORTEST), math.log(LONGEST))))
    disk.cut()
    for writer in writers:
        writer.stopped.set()
    for writer in writers:
        writer.join()
    disk.restore()
    for writer in writers:
        if writer.unfinished is not None and writer.unfinished.happened():
            writer.unfinished.acknowledge()
    for group in groups:
        for case in group:
            case.require_sound()
    for group in groups:
        group[0].go_on()
    return sum(len(case.acknowledged) for group in groups for case in group) - before


def cut_often(binary, kind, rounds, seed):
    chance = random.Random(f"{seed}-{kind}")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-disk-"))
    with CutDisk(kind, folder) as disk, Sandbox(binary, "power", disk.place) as sandbox:
        groups = begin_cases(sandbox)
        acknowledged = 0
        for round_number in range(rounds):
            try:
                acknowledged += cut_once(disk, groups, chance)
            except Failed as error:
                raise Failed(f"{kind}, cut {round_number + 1}: {error}")
    shutil.rmtree(folder)
    return acknowledged


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--rounds", type=int, default=3, help="cuts, each file system")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    options = parse_arguments()
    status = CANNOT_TEST
    keep_mounts_to_ourselves()
    for kind in KINDS:
        try:
            with tempfile.TemporaryDirectory(prefix="crmtrack-power-") as folder:
                reason = why_not(kind, pathlib.Path(folder))
        except Failed as error:
            print(f"FAILED {error}", flush=True)
            return 1
        if reason is not None:
            print(f"not tested on {kind}: {reason}", flush=True)
            continue
        begun = time.monotonic()
        try:
            acknowledged = cut_often(options.binary, kind, options.rounds, options.seed)
        except Failed as error:
            print(f"FAILED {error}\n  seed {options.seed}", flush=True)
            return 1
        status = 0
        print(f"ok {kind}: {options.rounds} cuts, {acknowledged} commands acknowledged, "
              f"{time.monotonic() - begun:.1f} s", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
