#!/usr/bin/env python3
"""Holds the benchmark to what it claims: its ledger is sound and the same everywhere, what it compares with computes
the same, and every row that docs/performance.md describes is measured, with the fields that it describes.

usage: check.py --binary BINARY
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import rows  # noqa: E402
import workload  # noqa: E402

RECORDS = 1000
COMPLAINT = r"[0-9]{8}-[0-9a-z]{10}"
DOCUMENT = HERE.parent.parent / "docs/performance.md"


class Check:
    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.cache = workload.Cache(binary, 1, folder / "one")
        self.copy = self.cache.copy(RECORDS)
        self.faults = []

    def expect(self, what, found, wanted):
        if found != wanted:
            self.faults.append(f"{what}: {found!r} instead of {wanted!r}")

    def tool(self, *words, repo=None, stdin=None):
        return subprocess.run([self.binary, "-C", str(repo or self.copy.data), *words], env=self.copy.env, capture_output=True, text=True, stdin=stdin)

    def output(self, *words):
        done = self.tool(*words)
        self.expect(f"exit code of {' '.join(words)}", done.returncode, 0)
        return done.stdout

    def git(self, *words, repo=None):
        return workload.output(["git", "-C", str(repo or self.copy.data), *words], self.copy.env)

    def same_everywhere(self):
        other = workload.Cache(self.binary, 1, self.folder / "two").copy(RECORDS)
        another = workload.Cache(self.binary, 2, self.folder / "two").copy(RECORDS)
        self.expect("head of the same seed", other.facts["head"], self.copy.facts["head"])
        if another.facts["head"] == self.copy.facts["head"]:
            self.faults.append("another seed gives the same ledger")
        for copy in (other, another):
            copy.close()

    def as_asked(self):
        paths = self.git("ls-tree", "-r", "--name-only", "ledger").splitlines()
        records = [path for path in paths if re.fullmatch(r"(complaints|customers)/.*/[0-9a-z]{26}-[a-z]+\.yaml", path)]
        self.expect("records", len(records), RECORDS)
        kinds = {path.rsplit("-", 1)[1] for path in records}
        for kind in ("complaint", "activity", "assignment", "escalation", "change", "resolution", "review", "waiver", "customer"):
            if f"{kind}.yaml" not in kinds:
                self.faults.append(f"no record of kind {kind}")
        listed = json.loads(self.output("list", "--all", "--json", "--fields", "status"))["items"]
        self.expect("complaints", len(listed), self.copy.facts["complaints"])
        open_share = sum(item["status"] not in ("resolved", "closed", "withdrawn", "void") for item in listed) / len(listed)
        if not 0.01 < open_share < 0.3:
            self.faults.append(f"a share of {open_share:.2f} is open")

    def sound(self):
        # Nobody's tick has ever run there.
        findings = [item for item in json.loads(self.output("doctor", "--json"))["items"] if item["state"] != "ok" and item["check"] != "tick"]
        self.expect("findings of doctor", findings, [])
        self.git("fsck", "--strict", "--no-dangling")

    def canonical(self):
        """An import writes every record anew in its canonical form: that gives the same trees."""
        lines, again = self.folder / "ledger.jsonl", self.folder / "again"
        lines.write_text(self.output("export", "jsonl"))
        self.expect("exit code of init", self.tool("-q", "init", str(again)).returncode, 0)
        self.expect("exit code of import", self.tool("import", "jsonl", str(lines), repo=again).returncode, 0)
        for tree in ("complaints", "customers"):
            self.expect(f"the tree {tree} written anew", self.git("rev-parse", f"ledger:{tree}", repo=again), self.git("rev-parse", f"ledger:{tree}"))

    def answers(self):
        """The SQL beside a report computes its figures, and that beside a list its lines."""
        measured = rows.Rows(self.binary, self.cache, RECORDS, 0, lambda name: True, None, lambda text: None)
        measured.prepare()
        reasons = ", ".join(measured.policy_reasons())
        for name in (*rows.REPORTS, "plans", "notifications"):
            found = self.sql(measured, f"report-{name}", reasons=reasons)
            for item in json.loads(self.output("report", name, "--json"))["measures"]:
                self.expect_measure(f"report {name}, {item['measure']}", found, item)
        wanted = sorted(line.split("\t")[0] for line in self.output("list", "status:open", "--limit", "50").splitlines())
        self.expect("complaints of list", sorted(line.split("|")[0] for line in self.lines(measured, "list")), wanted)
        self.agenda(measured)
        hits = [line.split("|")[1] for line in self.lines(measured, "search") if re.match(COMPLAINT + r"\|", line)]
        self.expect("hits of search", hits, [line.split("\t")[1] for line in self.output("search", "refund", "letter").splitlines() if re.match(COMPLAINT, line)])
        measured.copy.close()

    def agenda(self, measured):
        """Of the person who has most to do, so that there is something to compare."""
        query = "SELECT owner FROM promises WHERE ended = 0 AND owner IS NOT NULL GROUP BY owner ORDER BY count(*) DESC LIMIT 1"
        me = subprocess.run(["sqlite3", "-batch", str(measured.copy.database()), query], capture_output=True, text=True).stdout.strip()
        env = {**self.copy.env, "GIT_AUTHOR_EMAIL": me, "GIT_COMMITTER_EMAIL": me}
        done = subprocess.run([self.binary, "-C", str(self.copy.data), "agenda"], env=env, capture_output=True, text=True)
        wanted = sorted(line.split("\t")[1] for line in done.stdout.splitlines())
        self.expect("an empty agenda", not wanted, False)
        self.expect("complaints of agenda", sorted(line.split("|")[1] for line in self.lines(measured, "agenda", me=rows.quoted(me))), wanted)

    def lines(self, measured, name, **values):
        done = subprocess.run(["sqlite3", "-batch", str(measured.copy.database())], input=measured.query(name, **values), capture_output=True, text=True)
        self.expect(f"faults of {name}.sql", done.stderr, "")
        return done.stdout.splitlines()

    def sql(self, measured, name, **values):
        cells = [line.split("|") for line in self.lines(measured, name, **values)]
        return {row[0]: row[1:] for row in cells if len(row) > 3}

    def expect_measure(self, what, found, item):
        row = found.get(item["measure"])
        if row is None:
            self.faults.append(f"{what}: its SQL does not compute it")
            return
        for cell, field in zip(row, ("value", "n", "denominator")):
            if field == "denominator" and item[field] is None:
                continue
            if (cell == "") != (item[field] is None) or (cell and abs(float(cell) - item[field]) > 1e-6 * max(1, abs(item[field]))):
                self.faults.append(f"{what}: {field} {cell or None} in SQL, {item[field]} in the report")

    def rows_as_documented(self):
        """At this size figures say nothing; that each is there says that each can be taken."""
        command = [sys.executable, str(HERE / "run"), "--binary", self.binary, "--records", str(RECORDS), "--cache", str(self.folder / "one"), "--seconds", "0.01", "--json"]
        done = subprocess.run(command, capture_output=True, text=True)
        self.expect("exit code of run", (done.returncode, done.stderr), (0, ""))
        text = DOCUMENT.read_text().partition("\n## Figures\n")[0]
        names = re.findall(r"^\| `([a-z0-9-]+)` \|", text, re.MULTILINE)
        fields = re.findall(r"^- `([a-z_]+)`", text, re.MULTILINE)
        taken = json.loads(done.stdout)["rows"] if done.returncode == 0 else []
        self.expect("rows", sorted(row["name"] for row in taken), sorted(names))
        for row in taken:
            self.expect(f"fields of {row['name']}", sorted(row), sorted(fields))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    binary = os.path.realpath(parser.parse_args().binary)
    with tempfile.TemporaryDirectory(prefix="crmtrack-bench-") as folder:
        check = Check(binary, pathlib.Path(folder))
        for step in (check.same_everywhere, check.as_asked, check.sound, check.canonical, check.answers, check.rows_as_documented):
            step()
        check.copy.close()
    print("\n".join(check.faults) or "the benchmark is sound")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main())
