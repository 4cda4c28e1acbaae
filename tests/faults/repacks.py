#!/usr/bin/env python3
"""Every kind of write beside every kind of repack: the program stands still at each step at which it gives a file its
name, Git packs the repository anew, and the program goes on.

    repacks.py --binary build/crmtrack --shim build/faults_shim.so [--steps 3] [--seed 1] [CASE...]

For each writing command (exchange_cases.py) and each way to repack: `--steps` of those steps, picked at random (0: every
one). The command has to end with 0, what it says has to be there, and the repository has to be sound; no `.keep` of the
program's is left, except where it was killed, and then until the next command.
"""
import argparse
import fcntl
import os
import random
import signal
import sys
import time

from exchange_cases import WRITES
from faults import PACKING_IS_OFF
from sandbox import Failed, run_checks

STEPS = "rename,create"
PATIENCE = 60.0

GEOMETRIC = ("repack", "-dq", "--geometric=2")
DROPPING = ("repack", "-adq")
REPACKS = {
    "repack -ad": (DROPPING,),
    "gc": (("gc", "-q"),),
    # Loose objects go into a pack with the rest, though no branch names them, and then the pack goes.
    "repack --geometric, then repack -ad": (GEOMETRIC, DROPPING),
    "repack -adk, then repack -ad": (("repack", "-adkq"), DROPPING),
    "repack -d and prune-packed": (("repack", "-dq"), ("prune-packed", "-q"), DROPPING),
}


def keeps(repository):
    return list((repository / ".git" / "objects" / "pack").glob("*.keep"))


def wait_until_stopped(child):
    """True: it stands still; False: it has ended."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with open(f"/proc/{child.pid}/stat", encoding="utf-8", errors="replace") as file:
            state = file.read().rpartition(")")[2].split()[0]
        if state in "Tt":
            return True
        if state in "ZX":
            return False
        time.sleep(0.001)
    raise Failed("neither stopped nor ended")


def run_stopped(case, shim, number, beside):
    """The case's next command, stopped at its n-th step while `beside` runs; None where there is no such step."""
    words = case.next_command()
    extra = PACKING_IS_OFF | {"LD_PRELOAD": shim, "FAULT_CALLS": STEPS, "FAULT_AT": str(number), "FAULT_ACTION": "stop",
                              "FAULT_FIRED": str(case.sandbox.root / "fired")}
    child = case.sandbox.start(case.where(), *words, extra=extra)
    try:
        stopped = wait_until_stopped(child)
        if stopped:
            beside()
            child.send_signal(signal.SIGCONT)
        _, err = child.communicate(timeout=PATIENCE)
    finally:
        child.kill()
        child.wait()
    if child.returncode != 0:
        raise Failed(f"exit {child.returncode}: {err.strip()}")
    return stopped


def look_after(case):
    if not case.happened():
        raise Failed("ended with 0, and what it says is not there")
    case.acknowledge()
    case.require_sound()
    if keeps(case.repository):
        raise Failed(f"a .keep is left: {keeps(case.repository)[0].name}")


def repack(case, commands):
    """Where the program stands still with a lock in its hand, `git gc` may say so and end."""
    return lambda: [case.sandbox.git(case.repository, *words, check=False) for words in commands]


def steps_of(case, shim):
    """How many steps the next command has, as it is found at the first that is not reached."""
    counted = case.sandbox.root / "counted"
    extra = PACKING_IS_OFF | {"LD_PRELOAD": shim, "FAULT_CALLS": STEPS, "FAULT_COUNT": str(counted)}
    case.sandbox.must(case.where(), *case.next_command(), extra=extra)
    case.acknowledge()
    return int(counted.read_text())


def check_case(sandbox, kind, shim, steps, chance):
    case = kind(sandbox)
    case.go_on()  # an import adds words to policy the first time
    many = steps_of(case, shim)
    tried = 0
    for name, commands in REPACKS.items():
        chosen = range(1, many + 1) if steps == 0 else sorted(chance.sample(range(1, many + 1), min(steps, many)))
        for number in chosen:
            try:
                tried += bool(run_stopped(case, shim, number, repack(case, commands)))
                look_after(case)
            except Failed as error:
                raise Failed(f"{case.name}, at step {number} beside git {name}: {error}")
            case.renew()
    return f"{case.name}: {tried} times beside a repack, at some of {many} steps"


def import_that_waits(sandbox):
    """The lock of another writer is held, and the import's pack is there, when everything that no branch names goes."""
    for name in ("import", "jsonl"):
        case = WRITES[name](sandbox, 90)
        case.go_on()  # the words that it adds to policy
        words = case.next_command()
        before = set((case.repository / ".git" / "objects" / "pack").glob("*.idx"))
        with (case.repository / ".git" / "crmtrack" / "lock").open("a") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            child = sandbox.start(case.repository, *words)
            wait_for(lambda: set((case.repository / ".git" / "objects" / "pack").glob("*.idx")) - before)
            if not keeps(case.repository):
                raise Failed(f"{name}: a pack without a .keep")
            repack(case, (DROPPING,))()
        _, err = child.communicate(timeout=PATIENCE)
        if child.returncode != 0:
            raise Failed(f"{name}: exit {child.returncode}: {err.strip()}")
        look_after(case)
    return "imports that wait for the writers' lock"


def note_that_waits(sandbox):
    """A plain git holds the branch, and the note's objects are there, when they are packed and the pack goes."""
    case = WRITES["note"](sandbox, 91)
    lock = case.repository / ".git" / "refs" / "heads" / "ledger.lock"
    loose = lambda: set((case.repository / ".git" / "objects").glob("[0-9a-f][0-9a-f]/[0-9a-f]*"))
    before = loose()
    words = case.next_command()
    lock.touch()
    child = sandbox.start(case.repository, *words, extra=PACKING_IS_OFF)
    wait_for(lambda: len(loose() - before) >= 6)
    repack(case, (GEOMETRIC, DROPPING))()
    if loose() - before:
        raise Failed("the repacks left what they were to take")
    lock.unlink()
    _, err = child.communicate(timeout=PATIENCE)
    if child.returncode != 0:
        raise Failed(f"note: exit {child.returncode}: {err.strip()}")
    look_after(case)
    return "a note that waits for its branch"


def killed_import(sandbox):
    """Its .keep goes with the next command; one that the user has made stays."""
    case = WRITES["import"](sandbox, 92)
    case.go_on()
    folder = case.repository / ".git" / "objects" / "pack"
    users = next(folder.glob("*.pack")).with_suffix(".keep")
    users.write_text("the user's own\n")
    with (case.repository / ".git" / "crmtrack" / "lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        child = sandbox.start(case.repository, *case.next_command())
        wait_for(lambda: len(list(folder.glob("*.idx"))) == 2)
        sandbox.must(case.repository, "doctor", "--format", "json")
        if len(keeps(case.repository)) != 2:
            raise Failed("the .keep of a living import was removed")
        child.kill()
        child.communicate()
    if len(keeps(case.repository)) != 2:
        raise Failed("a killed import left no .keep")
    case.go_on()
    case.require_sound()
    if keeps(case.repository) != [users]:
        raise Failed(f"after the next command: {sorted(path.name for path in keeps(case.repository))}")
    return "the .keep of a killed import"


def wait_for(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise Failed("waited in vain")
        time.sleep(0.005)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--steps", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("cases", nargs="*")
    return parser.parse_args()


def main():
    options = parse_arguments()
    chance = random.Random(options.seed)
    shim = os.path.abspath(options.shim)
    checks = [] if options.cases else [import_that_waits, note_that_waits, killed_import]
    for name in options.cases or WRITES:
        checks.append(lambda sandbox, kind=WRITES[name]: check_case(sandbox, kind, shim, options.steps, chance))
    return run_checks(options.binary, "repacks", checks)


if __name__ == "__main__":
    sys.exit(main())
