"""The workload of the benchmark: sandboxes, generated ledgers kept in a cache, throw-away copies, a table to import."""

import csv
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

HERE = pathlib.Path(__file__).parent
PRODUCTS = ["Current account", "Credit card", "Mortgage", "Money transfer", "Student loan"]
ISSUES = ["Incorrect information on your report", "Charged fees or interest you didn't expect", "Trouble during payment process", "Managing an account", "Fraud or scam",
          "Problem with a purchase", "Closing your account", "Late delivery", "Letter never answered", "Wrong amount charged"]
HEADER = ["Date received", "Product", "Sub-product", "Issue", "Sub-issue", "Consumer complaint narrative", "Company public response", "Company", "State", "ZIP code", "Tags",
          "Consumer consent provided?", "Submitted via", "Date sent to company", "Company response to consumer", "Timely response?", "Consumer disputed?", "Complaint ID"]
RECORDS_A_ROW = 1.9  # the complaint, and for nine of ten the answer


# Who runs what is measured; the directory lists them, or they could record nothing.
USER = "bench@example.com"


def environment(home, now=None, seed=None, me=USER):
    """A sandbox: no settings of the user take part; with a fixed clock, so that the same ledger is always as old."""
    env = kept_environment() | {"PATH": os.environ["PATH"], "HOME": str(home), "TZ": "UTC", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"] = me.split("@")[0].replace(".", " ").title()
        env[f"GIT_{who}_EMAIL"] = me
        if now is not None:
            env[f"GIT_{who}_DATE"] = f"{now} +0000"
    if now is not None:
        env["CRMTRACK_NOW"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now))
    if seed is not None:
        env["CRMTRACK_SEED"] = str(seed)
    return env


def output(command, env=None):
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout.strip()


def apart(work, *arguments):
    """Does it in another process, so that the memory that it takes is not taken for that of programs started later: a
    child's high-water mark begins at its parent's. Throws RuntimeError where it fails."""
    child = os.fork()
    if child == 0:
        try:
            work(*arguments)
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitpid(child, 0)[1] != 0:
        raise RuntimeError(f"{work.__name__} failed")


def many_commits(records):
    """How many commits an index catches up with at once: a thousand where the ledger is large."""
    return max(10, min(1000, records // 50))


class Cache:
    """Generated ledgers and their indexes, in a folder that may be deleted at any time."""

    def __init__(self, binary, seed, folder=None):
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        self.folder = pathlib.Path(folder or os.path.join(base, "crmtrack-bench"))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.binary = binary
        self.seed = seed

    def ledger(self, records, say=lambda text: None):
        """The folder of the ledger of so many records, generated where it is not there yet."""
        import generate  # it imports this module
        folder = self.folder / f"v{generate.VERSION}-seed{self.seed}-{records}"
        if not (self.folder / f"{folder.name}.json").exists():
            say(f"generating {records:,} records in {folder}")
            shutil.rmtree(folder, ignore_errors=True)
            # Another process, so that the memory that it takes is not taken for that of what is measured.
            subprocess.run([sys.executable, str(HERE / "generate.py"), self.binary, str(folder), str(records), str(self.seed)], check=True)
        return folder

    def holder(self):
        """A folder on the same disk, which goes away."""
        return tempfile.TemporaryDirectory(prefix="run-", dir=self.folder)

    def copy(self, records, say=lambda text: None):
        return Copy(self.ledger(records, say))


class Copy:
    """A ledger to measure on, thrown away afterwards. Hard links share files that never change (packs)."""

    def __init__(self, origin):
        self.origin = origin
        self.facts = json.loads(pathlib.Path(f"{origin}.json").read_text())
        self.holder = tempfile.TemporaryDirectory(prefix="run-", dir=origin.parent)
        self.home = pathlib.Path(self.holder.name)
        self.data = self.home / "data"
        subprocess.run(["cp", "-al", str(origin), str(self.data)], check=True)
        for folder, _, names in os.walk(self.data):
            if not folder.startswith(str(self.data / ".git" / "objects")):
                for name in names:
                    unshare(pathlib.Path(folder) / name)
        self.env = environment(self.home, self.facts["now"], me=self.facts["me"])

    @property
    def kept_index(self):
        return self.origin.parent / f"{self.origin.name}.index"

    def index_files(self):
        """The newest index and its log; one of an older version may lie beside it."""
        files = sorted((self.data / ".git" / "crmtrack").glob("index-*.db*"), key=lambda file: int(re.search(r"index-(\d+)", file.name)[1]))
        return [file for file in files if file.name.startswith(files[-1].name.split(".")[0] + ".")]

    def database(self):
        return next(file for file in self.index_files() if file.suffix == ".db")

    def restore_index(self):
        """Puts back an index that an earlier run kept. The program itself sees whether it still is one."""
        target = self.data / ".git" / "crmtrack"
        target.mkdir(exist_ok=True)
        for file in self.kept_index.glob("*"):
            shutil.copy2(file, target / file.name)

    def keep_index(self):
        """Precondition: nobody has it open."""
        shutil.rmtree(self.kept_index, ignore_errors=True)
        self.kept_index.mkdir()
        for file in self.index_files():
            shutil.copy2(file, self.kept_index / file.name)

    def close(self):
        self.holder.cleanup()


def unshare(path):
    content = path.read_bytes()
    mode = path.stat().st_mode
    path.unlink()
    path.write_bytes(content)
    path.chmod(mode)


def skewed(choices, chance):
    """Early ones often, late ones seldom, as reasons and customers are."""
    return choices[min(int(chance.expovariate(0.5)), len(choices) - 1)]


def write_table(path, rows, seed=1):
    """Complaints as the CFPB publishes them, one in three with a narrative."""
    import words
    chance = random.Random(seed)
    writer = words.Writer(chance)
    with open(path, "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(HEADER)
        for number in range(rows):
            day = time.strftime("%Y-%m-%d", time.gmtime(1_609_459_200 + chance.randrange(5 * 365) * 86_400))
            text = " ".join(writer.passage(writer.length(4.95, 0.89, 1_450))) if chance.random() < 0.35 else ""
            answer = "In progress" if chance.random() < 0.1 else "Closed with explanation"
            table.writerow([day, skewed(PRODUCTS, chance), "", skewed(ISSUES, chance), "", text, "", f"Company {int(chance.paretovariate(1))}", "TX", "75001", "", "", "Web", day, answer,
                            "Yes", "N/A", 10_000_000 + number])


def write_fast_import(repository, path, env):
    """The files of the ledger's head as one commit for git fast-import."""
    listing = subprocess.run(["git", "-C", str(repository), "ls-tree", "-r", "-z", "ledger"], env=env, check=True, capture_output=True).stdout
    entries = [entry.split(b"\t", 1) for entry in listing.split(b"\0") if entry]
    reader = subprocess.Popen(["git", "-C", str(repository), "cat-file", "--batch"], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with open(path, "wb") as stream:
        stream.write(b"feature done\ncommit refs/heads/ledger\ncommitter Bench <bench@example.com> 1700000000 +0000\ndata 6\nimport\n")
        for entry in entries:
            reader.stdin.write(entry[0].split()[2] + b"\n")
            reader.stdin.flush()
            size = int(reader.stdout.readline().split()[2])
            stream.write(b"M 100644 inline %s\ndata %d\n" % (entry[1], size) + reader.stdout.read(size + 1))
        stream.write(b"done\n")
    reader.stdin.close()
    reader.stdout.close()
    reader.wait()


def make_checkout(path, env, files=1000):
    """A checkout of as many files, for what a commit costs with plain git."""
    path.mkdir()
    subprocess.run(["git", "init", "-q", str(path)], env=env, check=True)
    for number in range(files):
        (path / f"file-{number}").write_text("text\n")
    subprocess.run(["git", "-C", str(path), "add", "."], env=env, check=True)
    subprocess.run(["git", "-C", str(path), "commit", "-q", "-m", "files"], env=env, check=True)
    return path


def make_sides(data, env, commits):
    """Two heads that part at the ledger's: the first commits of what came later, and as many that each add what one of the next added."""
    later = output(["git", "-C", str(data), "rev-list", "--reverse", "ledger..refs/bench/later"], env).split()
    theirs, last = later[commits - 1], later[2 * commits - 1]
    log = output(["git", "-C", str(data), "log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=", f"{theirs}..{last}"], env)
    added = [line.split("\t") for line in log.splitlines() if line.startswith(":")]
    stream = "".join(f"commit refs/bench/ours\ncommitter x <x@example.com> {1_900_000_000 + n} +0000\ndata 4\nnote\n"
                     + ("from refs/heads/ledger^0\n" if n == 0 else "") + f"M 100644 {meta.split()[3]} {path}\n\n"
                     for n, (meta, path) in enumerate(added[:commits]))
    subprocess.run(["git", "-C", str(data), "fast-import", "--quiet", "--force"], env=env, input=stream, text=True, check=True)
    return output(["git", "-C", str(data), "rev-parse", "refs/bench/ours"], env).strip(), theirs
