#!/usr/bin/env python3
"""Clones that wrote, pulled and pushed in any order hold the same in the end, and print the same bytes.

    convergence.py --binary build/crmtrack [--rounds 4] [--steps 40] [--clones 3] [--seed 1]

Each round: a bare repository and some clones, whose clocks are up to three days apart; random commands on random
complaints, and ticks; random `git fetch`, `git push`, `git pull` and `crmtrack sync`, whether they succeed or not. After a last
exchange all clones have the same heads, and list, show, report, history and export print the same, whether the index
grew all the way or is made anew.
"""
import argparse
import datetime
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

BEGIN = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.timezone.utc)
MOST_EXCHANGES = 6
# Exit codes for a complaint that has gone on meanwhile, or for a word that the policy does not know.
FINE = (0, 5)
EXCHANGE_FINE = (0, 1, 5, 6, 8, 75, 128)
REASONS, CUSTOMERS, PEOPLE = ("delay", "outage", "other"), ("acme", "globex", "initech"), ("ben", "cleo", "dora")
ROWS = "Reference,Received on,Text\nA-1,2026-02-01,Came late\nA-2,2026-02-02,Came broken\nA-3,2026-02-03,Never came\n"
MAP = """source: desk
zone: UTC
date_format: ["%Y-%m-%d"]
columns: {id: [Reference], received: [Received on], text: [Text]}
id: id
at: received
complaint: {reason: {value: delay}, severity: {value: low}, summary: text}
"""


class Failed(Exception):
    pass


class Clone:
    def __init__(self, world, name, offset):
        self.world, self.name, self.offset, self.count = world, name, offset, 0
        self.folder = world.root / name

    def environment(self, now=None):
        at = now or (self.world.clock + self.offset).strftime("%Y-%m-%dT%H:%M:%SZ")
        mail = f"{self.name}@example.com"
        return kept_environment() | {
                "PATH": os.environ["PATH"], "HOME": str(self.world.root / "home"), "TZ": "Europe/Berlin",
                "LC_ALL": "C.UTF-8", "CRMTRACK_NOW": at, "CRMTRACK_SEED": f"{self.world.seed}-{self.name}-{self.count}",
                "GIT_AUTHOR_NAME": self.name, "GIT_AUTHOR_EMAIL": mail, "GIT_COMMITTER_NAME": self.name,
                "GIT_COMMITTER_EMAIL": mail, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}

    def run(self, words, allowed=(0,), now=None):
        self.count += 1
        done = subprocess.run(words, cwd=self.folder, env=self.environment(now), capture_output=True, timeout=120,
                              stdin=subprocess.DEVNULL, check=False)
        if done.returncode not in allowed:
            raise Failed(f"{self.name}: {' '.join(map(str, words))} ended with {done.returncode}: "
                         f"{done.stdout.decode(errors='replace')}{done.stderr.decode(errors='replace')}")
        return done.stdout.decode()

    def crmtrack(self, *words, allowed=(0,), now=None):
        return self.run([self.world.binary, "--no-input", *words], allowed, now)

    def git(self, *words, allowed=(0,)):
        return self.run(["git", *words], allowed)

    def complaints(self):
        return self.crmtrack("list", "--all", "--fields", "id", "--format", "tsv").split()

    def heads(self):
        return tuple(self.git("rev-parse", "--verify", "-q", branch, allowed=(0, 1)) for branch in ("ledger", "main"))


class World:
    """A server, clones of it, and the clock that they do not quite share."""

    def __init__(self, binary, seed, clones):
        self.binary, self.seed, self.chance = binary, seed, random.Random(seed)
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-convergence-"))
        self.clock = BEGIN
        (self.root / "home").mkdir()
        (self.root / "rows.csv").write_text(ROWS, encoding="utf-8")
        (self.root / "map.yaml").write_text(MAP, encoding="utf-8")
        self.clones = []
        self.begin(clones)

    def begin(self, clones):
        first = Clone(self, "clone0", datetime.timedelta())
        first.folder.mkdir()
        first.crmtrack("-q", "init", ".")
        first.run(["git", "init", "-q", "--bare", "-b", "main", "../server.git"])
        first.git("remote", "add", "origin", "../server.git")
        first.git("push", "-q", "origin", "main", "ledger")
        self.clones.append(first)
        for number in range(1, clones):
            days = datetime.timedelta(hours=self.chance.randint(-72, 72))
            clone = Clone(self, f"clone{number}", days)
            first.run(["git", "clone", "-q", "../server.git", f"../{clone.name}"])
            self.clones.append(clone)

    def step(self):
        self.clock += datetime.timedelta(minutes=self.chance.randint(1, 600))
        clone = self.chance.choice(self.clones)
        kind = self.chance.random()
        if kind < 0.35:
            self.exchange_a_little(clone)
        elif kind < 0.42:
            clone.crmtrack("-q", "new", "-c", self.chance.choice(CUSTOMERS), "-r", self.chance.choice(REASONS), "-m",
                           f"Complaint {clone.count}", allowed=FINE)
        elif kind < 0.48:
            self.edit_policy(clone)
        elif kind < 0.52:
            clone.crmtrack("-q", "import", "csv", "../rows.csv", "--map", "../map.yaml", allowed=FINE)
        elif kind < 0.58:
            clone.crmtrack("-q", "tick", allowed=FINE)
        else:
            self.handle(clone)

    def handle(self, clone):
        ids = clone.complaints()
        if not ids:
            return
        one, chance = self.chance.choice(sorted(ids)[:4]), self.chance  # few, so that two often meet
        words = chance.choice((
            ["note", one, "-m", f"note {clone.count}"],
            ["call", one, "--out", "-m", f"call {clone.count}", "--expects", "reply"],
            ["email", one, "--in", "-m", f"mail {clone.count}", "--bad"],
            ["acknowledge", one, "-m", "we have it"],
            ["assign", one, f"{chance.choice(PEOPLE)}@example.com"],
            ["update", one, "-s", chance.choice(("low", "medium", "high", "critical"))],
            ["update", one, "-r", chance.choice(REASONS)],
            ["escalate", one, "--to", str(chance.randint(1, 3)), "--why", "no progress"],
            ["resolve", one, "--outcome", "upheld", "--code", "fixed", "-m", "mended"],
            ["resolve", one, "--outcome", "not_upheld", "--code", "explained", "-m", "all as agreed"],
            ["confirm", one], ["reject", one, "--why", "not so"], ["close", one],
            ["reopen", one, "--why", "again"], ["withdraw", one]))
        if chance.random() < 0.1:
            words = ["void", one, "--why", "spam"]
        clone.crmtrack("-q", *words, allowed=FINE)

    def edit_policy(self, clone):
        """Each clone edits a file of its own: that two edits of one text need a person is another test's matter."""
        number = clone.count
        words = {0: ["reason", "add", f"reason-{number}", "--label", f"Reason {number}", "--question",
                     "Is it one of these?", "--why", "seen often"],
                 1: ["project", "add", f"project-{number}"]}.get(self.clones.index(clone))
        if words:
            clone.crmtrack("-q", *words, allowed=FINE)

    def exchange_a_little(self, clone):
        how = self.chance.choice(("fetch", "push", "pull", "sync", "sync"))
        if how == "sync":
            clone.crmtrack("-q", "sync", allowed=EXCHANGE_FINE)
        elif how == "pull":
            clone.git("pull", "-q", "--no-rebase", "--no-edit", "origin", "main", allowed=EXCHANGE_FINE)
        else:
            clone.git(how, "-q", allowed=EXCHANGE_FINE)

    def exchange_all(self):
        for _ in range(MOST_EXCHANGES):
            for clone in self.clones:
                clone.crmtrack("-q", "sync")
            if len({clone.heads() for clone in self.clones}) == 1:
                return
        raise Failed(f"the clones do not agree after {MOST_EXCHANGES} exchanges: "
                     f"{[clone.heads() for clone in self.clones]}")

    def prints(self, clone):
        now = (self.clock + datetime.timedelta(days=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
        ids = clone.complaints()
        commands = [["list", "--all", "--json"], ["list", "contested:yes", "--all"], ["export", "jsonl"],
                    ["report", "summary", "--json"], ["report", "reasons", "--json"], ["report", "escalations", "--json"]]
        commands += [["show", one] for one in ids] + [["show", "--json", one] for one in ids]
        commands += [["history", one] for one in ids]
        return {" ".join(words): clone.crmtrack(*words, now=now) for words in commands}

    def compare(self):
        shown = [(clone.name, self.prints(clone)) for clone in self.clones]
        shutil.rmtree(self.clones[-1].folder / ".git" / "crmtrack")
        shown.append((f"{self.clones[-1].name} with a new index", self.prints(self.clones[-1])))
        name, reference = shown[0]
        for other, prints in shown[1:]:
            for command in reference.keys() | prints.keys():
                if reference.get(command) != prints.get(command):
                    raise Failed(f"'{command}' differs:\n--- {name}\n{reference.get(command)}\n--- {other}\n"
                                 f"{prints.get(command)}")
        return reference

    def check_all_is_there(self):
        for clone in self.clones:
            if problems := clone.git("fsck", "--strict", "--no-dangling", "--no-progress"):
                raise Failed(f"git fsck in {clone.name}: {problems}")

    def remove(self):
        shutil.rmtree(self.root)


def play(binary, seed, steps, clones):
    world = World(binary, seed, clones)
    try:
        for _ in range(steps):
            world.step()
        world.exchange_all()
        prints = world.compare()
        world.check_all_is_there()
    except Failed:
        print(f"kept: {world.root}")
        raise
    merges = int(world.clones[0].git("rev-list", "--count", "--merges", "ledger"))
    contested = len(prints["list contested:yes --all"].splitlines())
    world.remove()
    return merges, contested


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    for name, value in (("rounds", 3), ("steps", 40), ("clones", 3), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    merged = 0
    for seed in range(options.seed, options.seed + options.rounds):
        try:
            merges, contested = play(binary, seed, options.steps, options.clones)
        except Failed as failure:
            print(f"FAIL seed {seed}: {failure}")
            return 1
        merged += merges
        print(f"ok   seed {seed}: {merges} merges, {contested} contested")
    if options.rounds > 1 and merged == 0:
        print("FAIL no two histories ever met: this proves nothing")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
