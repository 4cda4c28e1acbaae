#!/usr/bin/env python3
"""Many writers at once, beside plain Git at work in the same repository, and readers that must not wait for them.

    writers.py --binary build/crmtrack [--writers 8] [--records 500]

Each writer adds its records, every fourth one to a complaint that all of them share, and goes on to the next two
complaints after a while, as all of them do: a folder of a thousand records would measure itself. Beside them run `git gc`,
`git repack -ad`, `git pack-refs --all` and plain commits on main, over and over, and readers. In the end every record
that was acknowledged is there once, the repository is sound, nobody failed but with 75 ("busy, try again"), and no reader
at all. The throughput is printed beside that of one writer alone. Then every other kind of write, one writer each, beside
the same and `git repack --geometric`; and edits of policy, all at once, none of which is told to try again.
"""
import argparse
import fcntl
import random
import subprocess
import sys
import threading
import time

from cases import CASES
from exchange_cases import WRITES, Merge
from sandbox import Failed, Sandbox
from soundness import require_no_locks, require_sound, marks_in_ledger

REFUSED, GIT_FAILED, BUSY = 5, 8, 75
HOUSEKEEPING = (("gc", "-q"), ("repack", "-adq"), ("pack-refs", "--all"),
                ("commit", "-q", "--allow-empty", "-m", "A plain commit"))
# Plain Git's own commit, or fetch, does not survive these two at once: the one packs what no branch names yet, the other
# drops that pack.
HARDEST = (("repack", "-dq", "--geometric=2"), ("repack", "-adq"), ("gc", "-q"), ("pack-refs", "--all"))
PAUSE = 0.5
EDITORS = 12
# How many records a writer adds before it goes on to other complaints: a shared one gets about a hundred of eight.
SPELL = 50
# A reader has no reason to wait at all; this is what a loaded machine may need.
READER_PATIENCE = 4.0


class Loop(threading.Thread):
    """Does something over and over until told to stop; the first failure is kept."""

    def __init__(self, action, pause=0.0):
        super().__init__()
        self.action, self.pause = action, pause
        self.stopped = threading.Event()
        self.times = 0
        self.error = None

    def run(self):
        try:
            while not self.stopped.is_set():
                self.action()
                self.times += 1
                self.stopped.wait(self.pause)
        except (Failed, subprocess.TimeoutExpired) as error:
            self.error = error

    def stop(self):
        self.stopped.set()
        self.join()
        if self.error is not None:
            raise Failed(str(self.error))


class Writer(threading.Thread):
    """Adds its records to complaints of its own and shared ones; tries again when told that others are busy."""

    def __init__(self, sandbox, repository, number, records, own, shared):
        super().__init__()
        self.sandbox, self.repository, self.number, self.records = sandbox, repository, number, records
        self.own, self.shared = own, shared  # one each for a spell
        self.acknowledged = []
        self.busy = 0
        self.error = None

    def run(self):
        for count in range(self.records):
            mark = f"mark-{self.number}-{count}"
            while self.error is None:
                complaints = self.shared if count % 4 == 3 else self.own
                done = self.sandbox.run(self.repository, "-q", "note", complaints[count // SPELL], "-m", mark)
                if done.returncode == 0:
                    self.acknowledged.append(mark)
                    break
                if done.returncode == BUSY:
                    self.busy += 1
                else:
                    self.error = f"note: exit {done.returncode}: {done.stderr.strip()}"


def complaints_for(sandbox, repository, records):
    """As many as a writer works on, one after another."""
    return [sandbox.must(repository, "-q", "new", "-c", "acme", "-r", "other", "-m", "One of many")
            for _ in range(0, records, SPELL)]


def write(sandbox, repository, numbers, records, shared):
    """Runs the writers to their end; their number a second, and what they were told."""
    writers = [Writer(sandbox, repository, number, records, complaints_for(sandbox, repository, records), shared)
               for number in numbers]
    begun = time.monotonic()
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    seconds = time.monotonic() - begun
    for writer in writers:
        if writer.error is not None:
            raise Failed(writer.error)
    marks = [mark for writer in writers for mark in writer.acknowledged]
    return len(marks) / seconds, marks, sum(writer.busy for writer in writers)


def plain_git(sandbox, repository, words):
    """Two of them may meet, or meet a writer, and say so: that is theirs to try again."""
    return lambda: sandbox.git(repository, *words, check=False, timeout=600)


def require_marks_once(sandbox, repository, marks):
    there = marks_in_ledger(sandbox, repository)
    wrong = [f"{mark} {there[mark]} times" for mark in marks if there[mark] != 1]
    if wrong or len(there) != len(marks):
        raise Failed(f"{len(there)} marks of {len(marks)} are there; {', '.join(wrong[:5])}")


def run_beside_everything(sandbox, writers, records):
    case = CASES["note"](sandbox)
    repository, shared = case.repository, complaints_for(sandbox, case.repository, records)
    alone, marks, _ = write(sandbox, repository, [100], max(10, records // 4), shared)
    together, more, busy = write(sandbox, repository, range(101, 101 + writers), records, shared)
    marks += more
    shared = complaints_for(sandbox, repository, records)
    loops = [Loop(plain_git(sandbox, repository, words), PAUSE) for words in HOUSEKEEPING]
    readers = [Loop(lambda words=words: sandbox.must(repository, *words()))
               for words in (lambda: ("list", "--limit", "5"), lambda: ("show", random.choice(shared)), lambda: ("agenda",))]
    for loop in loops + readers:
        loop.start()
    try:
        _, more, busy_beside = write(sandbox, repository, range(1, 1 + writers), records, shared)
    finally:
        for loop in loops + readers:
            loop.stop()
    marks += more
    require_sound(sandbox, repository)
    require_marks_once(sandbox, repository, marks)
    require_no_locks(repository)
    print(f"ok {writers} writers of {records} records: {together:.0f} a second, {together / alone:.2f} of one writer's "
          f"({alone:.0f}); told to try again {busy + busy_beside} times; beside them "
          f"{', '.join(f'git {words[0]} {loop.times}' for words, loop in zip(HOUSEKEEPING, loops))}, "
          f"{sum(loop.times for loop in readers)} reads", flush=True)


class Kind(threading.Thread):
    """One kind of write, over and over."""

    def __init__(self, case, rounds):
        super().__init__()
        self.case, self.rounds = case, rounds
        self.error = None

    def run(self):
        try:
            for _ in range(self.rounds):
                self.write_once()
        except (Failed, subprocess.TimeoutExpired) as error:
            self.error = f"{self.case.name}: {error}"

    def write_once(self):
        words = self.case.next_command()
        again = (BUSY, GIT_FAILED) if isinstance(self.case, Merge) else (BUSY,)
        done = self.case.sandbox.run(self.case.where(), *words)
        while done.returncode in again:
            done = self.case.sandbox.run(self.case.where(), *words)
        if done.returncode != 0:
            raise Failed(f"exit {done.returncode}: {done.stderr.strip()}")
        self.case.acknowledge()


def run_every_kind(sandbox, rounds):
    first = CASES["note"](sandbox, 300)
    sandbox.must(first.repository, "-q", "customer", "add", "beta", "--name", "Beta")
    cases = [kind(sandbox, number, beside=None if issubclass(kind, Merge) else first)
             for number, kind in enumerate(WRITES.values(), 301)]
    repositories = {case.repository for case in cases}
    loops = [Loop(plain_git(sandbox, repository, words), PAUSE) for repository in repositories
             for words in (HARDEST if repository == first.repository else HOUSEKEEPING)]
    kinds = [Kind(case, rounds) for case in cases]
    for thread in loops + kinds:
        thread.start()
    try:
        for kind in kinds:
            kind.join()
    finally:
        for loop in loops:
            loop.stop()
    for kind in kinds:
        if kind.error is not None:
            raise Failed(kind.error)
        kind.case.require_sound()
    for repository in repositories:
        require_no_locks(repository)
    print(f"ok {len(cases)} kinds of write, {rounds} of each, beside {sum(loop.times for loop in loops)} commands of git",
          flush=True)


def edit_policy_at_once(sandbox, editors, rounds):
    """All of them start at the same moment, and all of them land; of those that add the same, one."""
    case = CASES["reason"](sandbox, 400)
    for _ in range(rounds):
        edits = [case.next_command() for _ in range(editors)]
        codes = [words[2] for words in edits]
        twice = ["reason", "add", f"twice-{case.count}", "--label", "Label", "--question", "Question?", "--why", "Asked for"]
        children = [sandbox.start(case.repository, *words) for words in edits + [twice, twice]]
        ends = []
        for child in children:
            _, err = child.communicate(timeout=120)
            ends.append((child.returncode, err.strip()))
        for code, err in ends[:-2]:
            if code != 0:
                raise Failed(f"an edit of policy: exit {code}: {err}")
        if sorted(code for code, _ in ends[-2:]) != [0, REFUSED]:
            raise Failed(f"two edits that add the same: {ends[-2:]}")
        case.acknowledged.update(codes)
    case.require_sound()
    if sandbox.git(case.repository, "status", "--porcelain").strip():
        raise Failed("after edits of policy the work tree is not clean")
    print(f"ok {rounds} times {editors + 2} edits of policy at once", flush=True)


def read_while_locked(sandbox):
    """Somebody holds the writers' lock, and a plain git the branch's: reading goes on, the ledger being ahead of the index."""
    case = CASES["note"](sandbox, 1)
    lock = case.repository / ".git" / "crmtrack" / "lock"
    for words in (("list",), ("show", case.complaint), ("agenda",)):
        ahead = case.sandbox.git(case.repository, "rev-parse", "ledger^{tree}").strip()
        commit = case.sandbox.git(case.repository, "commit-tree", "-p", "ledger", "-m", "Nothing new", ahead).strip()
        case.sandbox.git(case.repository, "update-ref", "refs/heads/ledger", commit)
        with lock.open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            begun = time.monotonic()
            sandbox.must(case.repository, *words)
            took = time.monotonic() - begun
        if took > READER_PATIENCE:
            raise Failed(f"{words[0]} waited {took:.1f} s for a writer")
    print("ok readers while the writers' lock is held", flush=True)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--records", type=int, default=500)
    return parser.parse_args()


def main():
    options = parse_arguments()
    with Sandbox(options.binary, "writers") as sandbox:
        try:
            read_while_locked(sandbox)
            edit_policy_at_once(sandbox, EDITORS, max(2, options.records // 20))
            run_every_kind(sandbox, max(3, options.records // 20))
            run_beside_everything(sandbox, options.writers, options.records)
        except Failed as error:
            sandbox.kept = True
            print(f"FAILED {error}", flush=True)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
