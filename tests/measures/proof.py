#!/usr/bin/env python3
"""Computes every measure a second time, in SQL over an exported database, and compares.

    proof.py --binary build/crmtrack [--ledger DIR] [--records 3000] [--seed 1]

For each report, sql/REPORT.sql has a query a measure: docs/measures.md once more, from the tables of crmtrack-sql(7) and
without our code. A measure without its SQL is a fault, and so is SQL without its measure. Three ledgers are looked at: a
small one whose figures were planted, the sample of CFPB complaints, and a large one of random lives; each of all time,
of a period, under a filter and as of a day. --ledger compares on a ledger of yours instead.
"""
import argparse
import datetime
import json
import math
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE), str(HERE.parent / "bench")]
import planted  # noqa: E402
import workload  # noqa: E402

# Without figures, or of what an export does not hold: words of texts and who looked have tests of their own, the tests of
# series are compared with R (tests/peers/r_statistics.py).
APART = ("trail", "client", "terms", "viewings", "health")
# These look at the last days only where nobody asks for more.
BOUNDED = ("perception",)
ALWAYS = 9_000_000_000_000
Z = 1.959964


class Failed(Exception):
    pass


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def day(text):
    return seconds(f"{text}T00:00:00+00:00")


def queries(path):
    """By measure its SQL, and whether it is a share, which has an interval."""
    found = {}
    for part in re.split(r"^-- measure ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, sql = part.partition("\n")
        name, _, kind = title.partition(": ")
        found[name] = (sql, kind == "share")
    return found


def wilson(hits, n):
    if n == 0:
        return 0.0, 1.0
    share, z2 = hits / n, Z * Z
    centre, half = share + z2 / (2 * n), Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return max(0.0, (centre - half) / (1 + z2 / n)), min(1.0, (centre + half) / (1 + z2 / n))


def same(one, other):
    if one is None or other is None:
        return one is None and other is None
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


class Ledger:
    """A data repository, and what its policy says to the measures."""

    def __init__(self, binary, folder, env, name, form_field="", cost=None):
        self.binary, self.folder, self.env, self.name, self.form_field, self.cost = binary, folder, env, name, form_field, cost
        self.databases = tempfile.TemporaryDirectory(prefix="crmtrack-proof-")
        self.count = self.looked = 0
        self.mapped = self.reasons()

    def run(self, *words):
        done = subprocess.run([self.binary, "-C", str(self.folder), *words], env=self.env, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(f"{self.name}: crmtrack {' '.join(words)}: {done.stderr}")
        return done.stdout

    def reasons(self):
        return {item["code"]: item["replaced_by"] for item in json.loads(self.run("reason", "list", "--all", "--json"))["items"] if item.get("replaced_by")}

    def reports(self):
        """The reports that have figures, as the shell completes them."""
        done = subprocess.run([self.binary, "__complete", "report", ""], cwd=self.folder, env=self.env, capture_output=True, text=True, check=True)
        names = [line.split("\t")[0] for line in done.stdout.splitlines()]
        return [name for name in names if name not in APART]

    def export(self, words):
        self.count += 1
        file = f"{self.databases.name}/{self.count}.db"
        self.run("export", "sqlite", file, *words)
        return sqlite3.connect(file)

    def standing(self, reason):
        for _ in range(16):
            reason = self.mapped.get(reason, reason)
        return reason

    def database(self, words, as_of, period):
        """The exported tables, and beside them the terms of the measures."""
        base = self.export([*words, *as_of])
        reachable = (self.export(as_of) if words else base).execute(
            "SELECT k.id FROM customer k LEFT JOIN customer m ON m.id = k.merged_into WHERE k.contacts + coalesce(m.contacts, 0) > 0").fetchall()
        now = seconds(base.execute("SELECT value FROM about WHERE name = 'now'").fetchone()[0])
        begins, ends = (day(period[1]), day(period[2])) if period else (-ALWAYS, ALWAYS)
        today = now - now % 86_400
        base.execute("CREATE TEMP TABLE term(now, begins, ends, whole, silent_before, form_field)")
        base.execute("INSERT INTO term VALUES(?, ?, ?, ?, ?, ?)",
                     (now, begins, ends, period is None, today - (planted.SILENT_DAYS - 1) * 86_400, self.form_field))
        base.execute("CREATE TEMP TABLE rate(rate)")
        base.execute("INSERT INTO rate VALUES(?)", (self.cost,))
        base.execute("CREATE TEMP TABLE mapped(old, code)")
        base.executemany("INSERT INTO mapped VALUES(?, ?)",
                         [(reason, self.standing(reason)) for reason, in base.execute("SELECT DISTINCT reason FROM complaint").fetchall()])
        base.execute("CREATE TEMP TABLE reachable(id)")
        base.executemany("INSERT INTO reachable VALUES(?)", reachable)
        base.executescript((HERE / "sql/prelude.sql").read_text(encoding="utf-8"))
        return base

    def compare(self, words=(), as_of=(), period=None):
        """Every measure of every report; gives what differs."""
        base = self.database(list(words), list(as_of), period)
        faults = []
        for report in self.reports():
            path = HERE / f"sql/{report}.sql"
            proofs = queries(path) if path.exists() else {}
            options = [*as_of, *(("--period", period[0]) if period else ("--from", "1970") if report in BOUNDED else ())]
            told = {item["measure"]: item for item in json.loads(self.run("report", report, *words, *options, "--json"))["measures"] if item["group"] is None}
            where = f"{self.name}: report {report} {' '.join([*words, *options])}".rstrip()
            faults += [f"{where}: {name} is a measure without its SQL" for name in told.keys() - proofs.keys()]
            faults += [f"{where}: {name} has SQL, and is no measure" for name in proofs.keys() - told.keys()]
            for name in sorted(told.keys() & proofs.keys()):
                fault = self.fault_of(base, told[name], *proofs[name])
                faults += [f"{where}: {name}: {fault}"] if fault else []
        base.close()
        return faults

    def fault_of(self, base, told, sql, is_share):
        value, n, denominator = base.execute(sql).fetchone()
        n = 0 if n is None and told["n"] == 0 else n
        low, high = wilson(n or 0, denominator) if is_share else (None, None)
        wanted = {"value": value, "n": n, "denominator": denominator, "low": low, "high": high}
        self.looked += 1
        wrong = [f"{key} is {told[key]}, by SQL {wanted[key]}" for key in wanted if not same(told[key], wanted[key])]
        return "; ".join(wrong)


def planted_ledger(binary, home):
    folder = home / "planted"
    folder.mkdir()
    env = workload.environment(home, me="asha@example.com") | {"CRMTRACK_SEED": "1", "PATH": f"{os.path.dirname(binary)}:{os.environ['PATH']}"}
    made = subprocess.run(["bash", "-eu", "-c", planted.script()], cwd=folder, env=env, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise Failed(f"the planted ledger cannot be made: {made.stderr}")
    return Ledger(binary, folder, env | {"CRMTRACK_NOW": planted.NOW}, "planted", planted.FORM_FIELD, planted.COST)


def planted_faults(ledger):
    """The figures are those that were planted."""
    faults = []
    for report, expected in planted.EXPECTED.items():
        told = {item["measure"]: item for item in json.loads(ledger.run("report", report, "--json"))["measures"] if item["group"] is None}
        for name, wanted in expected.items():
            found = tuple(told[name][key] for key in ("value", "n", "denominator"))
            if not all(same(one, other) for one, other in zip(found, wanted)):
                faults.append(f"planted: report {report}: {name} is {found}, planted was {wanted}")
    return faults


def sample_ledger(binary, home):
    folder = home / "sample"
    env = workload.environment(home, now=day("2026-11-01"), seed=1)
    subprocess.run([binary, "-q", "init", str(folder)], env=env, check=True, capture_output=True)
    subprocess.run([binary, "-q", "-C", str(folder), "import", "csv", str(SOURCE / "docs/sample/complaints.csv"), "--map", "cfpb"],
                   env=env, check=True, capture_output=True)
    return Ledger(binary, folder, env, "sample")


def random_ledger(binary, home, records, seed):
    import generate
    folder = home / "random"
    generate.generate(binary, folder, records, seed)
    facts = json.loads((home / "random.json").read_text(encoding="utf-8"))
    return Ledger(binary, folder, workload.environment(home, now=facts["now"], me=facts["me"]), "random")


def prove(ledger, filters, as_of, period):
    faults = ledger.compare()
    faults += ledger.compare(period=period)
    faults += ledger.compare(words=filters)
    faults += ledger.compare(words=filters, period=period)
    faults += ledger.compare(as_of=("--as-of", as_of))
    print(f"{'FAIL' if faults else 'ok'}   {ledger.name}: {ledger.looked} figures compared")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--ledger", metavar="DIR", help="a data repository of yours, instead of those of the test")
    parser.add_argument("--period", default="2025-01", help="a month, for --ledger")
    parser.add_argument("--filter", default="status:open", help="for --ledger")
    parser.add_argument("--records", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    binary = os.path.realpath(options.binary)

    def month(text):
        first = datetime.date.fromisoformat(f"{text}-01")
        return text, str(first), str((first + datetime.timedelta(days=32)).replace(day=1))
    faults = []
    with tempfile.TemporaryDirectory(prefix="crmtrack-proof-") as folder:
        home = pathlib.Path(folder)
        if options.ledger:
            ledger = Ledger(binary, pathlib.Path(options.ledger), dict(os.environ) | {"TZ": "UTC"}, options.ledger)
            faults += prove(ledger, [options.filter], "2030-01-01", month(options.period))
        else:
            ledger = planted_ledger(binary, home)
            faults += planted_faults(ledger) + prove(ledger, ["reason:delay"], "2026-11-12T20:00:00Z", planted.PERIOD)
            faults += prove(sample_ledger(binary, home), ["reason.has:a"], "2026-10-01", month("2026-08"))
            faults += prove(random_ledger(binary, home, options.records, options.seed), ["severity.min:high"], "2024-06-01", month("2024-05"))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failed:
        sys.exit(f"proof: {failed}")
