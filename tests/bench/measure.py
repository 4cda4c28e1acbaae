"""Times whole processes, ours and the reference's in turn, and what they write."""

import os
import re
import statistics
import subprocess
import tempfile
import time
from typing import NamedTuple

MOST_RUNS = 31
LONG = 8.0  # seconds of a pair from which on two runs must do


class Failed(Exception):
    pass


class Taken(NamedTuple):
    """The cost of one run. The time of processors is that of the whole process tree, and hardly minds a busy machine."""
    seconds: float
    cpu: float
    mib: float  # peak; never below that of this script itself


def run(command, env, stdin=os.devnull):
    """Runs a program, its output thrown away."""
    with tempfile.TemporaryFile() as errors:
        files = [(os.POSIX_SPAWN_OPEN, 0, str(stdin), os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)]
        began = time.perf_counter()
        child = os.posix_spawnp(command[0], command, env, file_actions=files)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - began
        if status != 0:
            errors.seek(0)
            raise Failed(f"{' '.join(command)}: {errors.read().decode(errors='replace')}")
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def own_memory(command, env):
    """The most memory of its own that a program has, in MiB: pages of no file, so that the mapped index does not count.
    Looked at each millisecond."""
    most = 0
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as child:
        while child.poll() is None:
            try:
                with open(f"/proc/{child.pid}/status") as status:
                    most = max(most, *(int(line.split()[1]) for line in status if line.startswith("RssAnon")), 0)
            except OSError:
                break
            time.sleep(0.001)
        errors = child.stderr.read()
    if child.returncode != 0:
        raise Failed(f"{' '.join(command)}: {errors.decode(errors='replace')}")
    return most / 1024


def deviation(values):
    """The median of the distances from the median."""
    middle = statistics.median(values)
    return statistics.median(abs(value - middle) for value in values)


class Pair:
    """Samples of both sides."""

    def __init__(self):
        self.ours, self.reference = [], []

    def add(self, ours, reference):
        self.ours.append(ours)
        self.reference.append(reference)

    @property
    def memory(self):
        return max(taken.mib for taken in self.ours)


def pair(ours, reference, seconds):
    """Runs both in turn, A B A B …, after one turn to warm up that does not count, for about so many seconds."""
    samples = Pair()
    spent = ours().seconds + reference().seconds
    least = 5 if seconds >= 1 else 1
    for _ in range(2 if spent > LONG else max(least, min(MOST_RUNS, int(seconds / spent)))):
        samples.add(ours(), reference())
    return samples


CALL = re.compile(r"(?P<name>\w+)\((?:(?P<file>-?\d+)<(?P<path>[^>]*)>)?.* = (?P<result>-?\d+)")


def traced(command, env):
    """The load of a command on the disk: bytes written into the repository without its index, and into the index; syncs
    of files. By strace: counters of the kernel count whole pages, and the writes of background processes too."""
    with tempfile.NamedTemporaryFile("r") as log:
        calls = "trace=write,pwrite64,writev,pwritev,fsync,fdatasync,sync_file_range"
        subprocess.run(["strace", "-f", "-y", "-qq", "-e", calls, "-o", log.name, *command], env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        counts = {"bytes": 0, "index_bytes": 0, "syncs": 0}
        for line in log:
            call = CALL.search(line)
            if not call or not call["path"] or "/.git/" not in call["path"] or int(call["result"]) < 0:
                continue
            if "sync" not in call["name"]:
                counts["index_bytes" if "/crmtrack/index" in call["path"] else "bytes"] += int(call["result"])
            elif call["name"] != "sync_file_range":
                counts["syncs"] += 1
    return counts
