#!/usr/bin/env python3
"""Packing, which happens by itself: that it happens, that it stays within bounds, and that nobody is in its way or it in
theirs.

    housekeeping.py --binary build/crmtrack [--kills 6] [--seed 1]
"""
import argparse
import hashlib
import os
import pathlib
import random
import signal
import sys
import time
import zlib

from cases import CASES
from sandbox import Failed, run_checks
from soundness import wait_for_packing

LOOSE = 3400
ENOUGH_IN_17 = 13
MOST_PACKS = 30
TWO_DAYS = 2 * 24 * 60 * 60


def packs(repository):
    return list((repository / ".git" / "objects" / "pack").glob("pack-*.pack"))


def loose_objects(repository):
    return sum(1 for _ in (repository / ".git" / "objects").glob("[0-9a-f][0-9a-f]/*"))


def add_loose_objects(repository, word):
    """As many as a few hundred commands leave, enough of them where the program counts; nobody refers to them."""
    number = counted = 0
    while number < LOOSE or counted < ENOUGH_IN_17:
        content = f"{word} {number}\n".encode()
        stored = b"blob %d\0" % len(content) + content
        name = hashlib.sha1(stored).hexdigest()
        path = repository / ".git" / "objects" / name[:2] / name[2:]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(stored, 1))
        number += 1
        counted += name.startswith("17")


def note(case):
    case.go_on()
    case.require_sound()


def check_loose_objects_are_packed(sandbox):
    case = CASES["note"](sandbox, 1)
    add_loose_objects(case.repository, "first")
    note(case)
    wait_for_packing(case.repository)
    left = loose_objects(case.repository)
    if left > 50:
        raise Failed(f"{left} objects are still loose")
    note(case)
    return f"{LOOSE} loose objects into {len(packs(case.repository))} packs"


def check_few_are_left_alone(sandbox):
    case = CASES["note"](sandbox, 2)
    for _ in range(5):
        note(case)
    if packs(case.repository):
        raise Failed("a handful of objects was packed")
    return "a handful of objects stays loose"


def check_imports(sandbox):
    """Each leaves a pack."""
    case = CASES["import"](sandbox, 3)
    most = 0
    for _ in range(MOST_PACKS + 8):
        case.go_on()
        most = max(most, len(packs(case.repository)))
    wait_for_packing(case.repository)
    case.go_on()
    case.require_sound()
    wait_for_packing(case.repository)
    now = len(packs(case.repository))
    if now > MOST_PACKS or now == case.count:
        raise Failed(f"{case.count} imports left {now} packs")
    return f"{case.count} imports left {now} packs, at most {most} on the way"


def check_settings(sandbox):
    """No setting of the user, nor a hook that we run in, makes packing fail for ever; gc.auto = 0 is one."""
    case = CASES["note"](sandbox, 4)
    sandbox.git(case.repository, "config", "gc.auto", "0")
    add_loose_objects(case.repository, "off")
    note(case)
    if (case.repository / ".git" / "crmtrack" / "packing.lock").exists():
        raise Failed("packs in spite of gc.auto = 0")
    sandbox.git(case.repository, "config", "--unset", "gc.auto")
    sandbox.git(case.repository, "config", "repack.writeBitmaps", "true")
    borrowed = sandbox.root / "elsewhere"
    sandbox.must(case.repository, *case.next_command(),
                 extra={"GIT_OBJECT_DIRECTORY": str(borrowed), "GIT_INDEX_FILE": str(borrowed), "GIT_DIR": str(borrowed)})
    wait_for_packing(case.repository)
    if loose_objects(case.repository) > 50:
        raise Failed("with repack.writeBitmaps, or in a hook, nothing is packed")
    return "gc.auto, repack.writeBitmaps, a hook's variables"


def check_borrowed_objects(sandbox):
    """A clone that shares its objects with another repository: its own are packed, none of the others'."""
    case = CASES["note"](sandbox, 5)
    clone = sandbox.root / "sharing"
    sandbox.git(sandbox.root, "clone", "-q", "--shared", case.repository, clone)
    sandbox.git(clone, "branch", "-q", "ledger", "origin/ledger")
    add_loose_objects(case.repository, "lent")
    add_loose_objects(clone, "own")
    lent = loose_objects(case.repository)
    case.repository = clone
    note(case)
    wait_for_packing(clone)
    head = sandbox.git(clone, "rev-parse", "ledger").strip()
    if len(packs(clone)) != 1 or (clone / ".git" / "objects" / head[:2] / head[2:]).exists():
        raise Failed("a clone that shares objects is not packed")
    if loose_objects(sandbox.repositories / "note-5") != lent:
        raise Failed("objects of the repository that lends them were taken")
    note(case)
    return "a clone that shares objects"


def check_half_packs(sandbox):
    """Files of dead processes go; files that may still be written stay."""
    case = CASES["note"](sandbox, 6)
    folder = case.repository / ".git" / "objects" / "pack"
    old, fresh = folder / "tmp_pack_abcdef", folder / ".tmp-99-pack-0123"
    old.write_text("half")
    fresh.write_text("half")
    os.utime(old, (time.time() - TWO_DAYS,) * 2)
    add_loose_objects(case.repository, "half")
    note(case)
    wait_for_packing(case.repository)
    if old.exists() or not fresh.exists():
        raise Failed(f"half packs: the old one is {'' if old.exists() else 'not '}there, "
                     f"the fresh one {'' if fresh.exists() else 'not '}")
    return "half packs of dead processes"


def packing_processes(repository):
    """The process that packs this repository, and its children: they carry its folder among their words."""
    wanted = f"--git-dir={repository}/.git".encode()
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if wanted in words:
            yield int(folder.name)


def check_kills(sandbox, kills, seed):
    """Killed at any moment, packing has lost nothing, and is begun again by a later command."""
    chance = random.Random(seed)
    case = CASES["note"](sandbox, 7)
    hit = 0
    for number in range(kills):
        add_loose_objects(case.repository, f"kill {number}")
        case.go_on()
        time.sleep(chance.uniform(0, 0.15))
        for process in list(packing_processes(case.repository)):
            hit += 1
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                hit -= 1
        wait_for_packing(case.repository)
        note(case)
    add_loose_objects(case.repository, "last")
    note(case)
    wait_for_packing(case.repository)
    note(case)
    if loose_objects(case.repository) > 50:
        raise Failed(f"{loose_objects(case.repository)} objects are still loose")
    return f"{hit} of {kills} kills while packing"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    options = parse_arguments()
    checks = (check_few_are_left_alone, check_loose_objects_are_packed, check_imports, check_settings,
              check_borrowed_objects, check_half_packs,
              lambda sandbox: check_kills(sandbox, options.kills, options.seed))
    return run_checks(options.binary, "housekeeping", checks)


if __name__ == "__main__":
    sys.exit(main())
