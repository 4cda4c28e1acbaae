#!/usr/bin/env python3
"""Kills the program, at random moments and before and after each call that changes the disk.

    kills.py --binary build/crmtrack --shim build/faults_shim.so [--rounds 4] [--steps 6] [--seed 1] [CASE...]

For each writing command (cases.py): `--rounds` kills after a random time, spread evenly over its logarithm; `--steps`
kills at calls picked at random (0: at every one). A command of Git's that runs the program as its merge driver
(policy_cases.py) has only the latter, in the driver. After each: the repository is sound, what was acknowledged is there
once, the command happened as a whole or not at all, and the next command works by itself and at once.
"""
import argparse
import math
import os
import random
import signal
import sys
import time

from cases import CASES
from faults import PACKING_IS_OFF, Fault, count_calls, run_with_fault
from policy_cases import LONG_POLICY_CASES, POLICY_CASES
from sandbox import Failed, Sandbox
from soundness import require_no_locks

ALL_CASES = CASES | POLICY_CASES
USUAL_CASES = [name for name in ALL_CASES if name not in LONG_POLICY_CASES]
CHANGES = "write,rename,sync,allocate,create,mkdir,unlink"
SHORTEST, LONGEST = 0.001, 0.06
# A stranger's lock is waited for longer than this; that of a dead process of ours, not at all.
AT_ONCE = 10.0
# A machine busy with other work is late now and then, but not each time at the same place.
ATTEMPTS = 3


class Late(Failed):
    """The next command worked, but somebody had to wait for it."""


def look_after(case, status):
    """After a kill, or where the command was faster: what must hold now and after the next command."""
    if not case.is_git and status not in (0, -signal.SIGKILL):
        raise Failed(f"ended with {status}, not by the signal")
    if (case.repository / ".git" / "refs" / "heads" / "ledger").exists():
        case.require_sound()
    whole = case.happened()
    if status == 0 and not whole:
        raise Failed("ended with 0, and what it says is not there")
    if whole:
        case.acknowledge()
    begun = time.monotonic()
    case.go_on()
    took = time.monotonic() - begun
    if took > AT_ONCE:
        raise Late(f"the next command took {took:.1f} s")
    case.require_sound()
    require_no_locks(case.repository)
    return whole


def kill_after(case, seconds):
    child = case.sandbox.start(case.where(), *case.next_command(), extra=PACKING_IS_OFF)
    try:
        time.sleep(seconds)
        child.kill()
        child.communicate()
    finally:
        child.wait()
    return look_after(case, child.returncode)


def kill_at_call(case, shim, number, action):
    done, _ = run_with_fault(case, shim, Fault(CHANGES, action), number)
    return look_after(case, done.returncode)


def described(case, how, action):
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return action()
        except Failed as error:
            if not isinstance(error, Late) or attempt == ATTEMPTS:
                raise Failed(f"{case.name}, killed {how}: {error}")


def kill_in_time(case, rounds, chance):
    whole = 0
    for _ in range(0 if case.is_git else rounds):
        seconds = math.exp(chance.uniform(math.log(SHORTEST), math.log(LONGEST)))
        case.renew()
        whole += described(case, f"after {seconds * 1000:.2f} ms", lambda: kill_after(case, seconds))
    return whole


def kill_in_steps(case, shim, steps, chance):
    last = count_calls(case, shim, CHANGES)
    moments = [(number, action) for number in range(1, last + 1) for action in ("kill", "killed")]
    chosen = moments if steps == 0 else sorted(chance.sample(moments, min(steps, len(moments))))
    whole = 0
    for number, action in chosen:
        word = "before" if action == "kill" else "after"
        case.renew()
        whole += described(case, f"{word} call {number}", lambda: kill_at_call(case, shim, number, action))
    return last, len(chosen), whole


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--rounds", type=int, default=4, help="kills at random moments, each command")
    parser.add_argument("--steps", type=int, default=6, help="kills at calls, each command; 0: every call")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of {', '.join(ALL_CASES)} (default: all; with --steps those that are quick)")
    return parser.parse_args()


def main():
    options = parse_arguments()
    shim = os.path.abspath(options.shim)
    failures = 0
    for number, name in enumerate(options.cases or (USUAL_CASES if options.steps else ALL_CASES)):
        chance = random.Random(f"{options.seed}-{name}")
        begun = time.monotonic()
        with Sandbox(options.binary, f"kills-{name}") as sandbox:
            try:
                case = ALL_CASES[name](sandbox, number)
                late = kill_in_time(case, options.rounds, chance)
                calls, kills, done = kill_in_steps(case, shim, options.steps, chance)
                print(f"ok {name}: {options.rounds} kills in time ({late} too late), {kills} at calls of {calls} "
                      f"({done} after the deed), {time.monotonic() - begun:.1f} s", flush=True)
            except Failed as error:
                failures += 1
                sandbox.kept = True
                print(f"FAILED {error}\n  seed {options.seed}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
