#!/usr/bin/env python3
"""Makes the n-th call that changes the disk fail, n = 1, 2, 3 … until none fails, in each writing command.

    anomalies.py --binary build/crmtrack --shim build/faults_shim.so [--quick] [--seed 1] [CASE...]

After each failure: the repository is sound; what was acknowledged is there once; the command happened as a whole or not
at all; if it ended with an error, then with a documented code and one line that names what could not be done, and the
reason of the system; and the same kind of command works once the fault is over. --quick takes a few n of each command.
"""
import argparse
import errno
import os
import random
import re
import sys
import time

from cases import CASES
from faults import Fault, count_calls, run_with_fault
from policy_cases import LONG_POLICY_CASES, POLICY_CASES
from sandbox import Failed, Sandbox
from soundness import require_no_locks

ALL_CASES = CASES | POLICY_CASES
USUAL_CASES = [name for name in ALL_CASES if name not in LONG_POLICY_CASES]
DISK_FULL, BROKEN, NO_FILES, NO_MEMORY = errno.ENOSPC, errno.EIO, errno.EMFILE, errno.ENOMEM
REPOSITORY_PROBLEM, BUSY = 7, 75
NOT_DURABLE = "durable"


FAULTS = (
    Fault("write", "fail", DISK_FULL),
    Fault("write", "fail", BROKEN),
    Fault("write,allocate,create,mkdir", "fail", DISK_FULL, True),
    Fault("write", "short"),
    Fault("write", "again"),
    Fault("rename", "fail", DISK_FULL),
    Fault("sync", "fail", BROKEN),
    Fault("sync", "fail", DISK_FULL, True),
    Fault("allocate", "fail", DISK_FULL),
    Fault("create", "fail", DISK_FULL),
    Fault("create", "fail", NO_FILES),
    Fault("mkdir", "fail", DISK_FULL),
    Fault("map", "fail", NO_MEMORY),
)
HARMLESS = ("short", "again")


def require_message(done, fault):
    """One line that says what could not be done and why; the hints below it."""
    lines = done.stderr.splitlines()
    errors = [line for line in lines if line.startswith("crmtrack: cannot ")]
    if done.returncode not in (REPOSITORY_PROBLEM, BUSY):
        raise Failed(f"exit {done.returncode}, not {REPOSITORY_PROBLEM}: {done.stderr.strip()}")
    if len(errors) != 1:
        raise Failed(f"not one line 'crmtrack: cannot …': {done.stderr.strip()}")
    if not re.match(r"crmtrack: cannot [^:]*'[^']+'[^:]*: .", errors[0]):
        raise Failed(f"the message names no subject or no reason: {errors[0]}")
    if os.strerror(fault.error).lower() not in errors[0].lower():
        raise Failed(f"the message does not give the reason '{os.strerror(fault.error)}': {errors[0]}")


def look_after(case, done, fault):
    if (case.repository / ".git" / "refs" / "heads" / "ledger").exists():
        case.require_sound()
    whole = case.happened()
    if done.returncode == 0:
        if not whole:
            raise Failed(f"ended with 0, and what it says is not there: {done.stderr.strip()}")
    else:
        if fault.action in HARMLESS:
            raise Failed(f"exit {done.returncode}: {done.stderr.strip()}")
        if not case.is_git:
            require_message(done, fault)
        if whole and not case.is_git and case.writes and NOT_DURABLE not in done.stderr:
            raise Failed(f"it is there, and the message does not say so: {done.stderr.strip()}")
    if whole:
        case.acknowledge()
    case.go_on()
    case.require_sound()
    require_no_locks(case.repository)


def fail_at(case, shim, fault, number):
    """Whether there was an n-th call."""
    done, fired = run_with_fault(case, shim, fault, number)
    try:
        look_after(case, done, fault)
    except Failed as error:
        raise Failed(f"{case.name}, call {number}, {fault}: {error}")
    return fired


def fail_each(case, shim, fault):
    """Every n, until nothing failed."""
    number = 1
    while fail_at(case, shim, fault, number):
        number += 1
        case.renew()
    return number - 1


def fail_one(case, shim, fault, chance):
    calls = count_calls(case, shim, fault.calls)
    if calls == 0:
        return 0
    fail_at(case, shim, fault, chance.randint(1, calls))
    return 1


def try_all(case, shim, quick, seed):
    failures = []
    tried = 0
    for fault in FAULTS:
        try:
            chance = random.Random(f"{seed}-{case.name}-{fault}")
            tried += fail_one(case, shim, fault, chance) if quick else fail_each(case, shim, fault)
        except Failed as error:
            failures.append(str(error))
    return tried, failures


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--shim", required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=f"of {', '.join(ALL_CASES)} (default: all)")
    return parser.parse_args()


def main():
    options = parse_arguments()
    status = 0
    for number, name in enumerate(options.cases or (USUAL_CASES if options.quick else ALL_CASES)):
        begun = time.monotonic()
        with Sandbox(options.binary, f"anomalies-{name}") as sandbox:
            case = ALL_CASES[name](sandbox, number)
            tried, failures = try_all(case, os.path.abspath(options.shim), options.quick, options.seed)
            for failure in failures:
                sandbox.kept = True
                status = 1
                print(f"FAILED {failure}\n  seed {options.seed}", flush=True)
            print(f"{'FAILED' if failures else 'ok'} {name}: {tried} faults, {time.monotonic() - begun:.1f} s", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
