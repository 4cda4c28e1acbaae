"""The rows of the benchmark: each promise of speed, measured beside its reference. docs/performance.md explains them."""

import datetime
import itertools
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import time

import mail_rows
import measure
import open_rows
import shared_rows
import warehouse_rows
import warn_rows
import workload

SQL = pathlib.Path(__file__).parent / "sql"
NOTE = "Spoke with finance about the second charge"
REPORTS = ("summary", "reasons", "escalations", "pauses", "compliance", "lessons", "praise")
LARGE = 1_000_000  # from here on the import is measured at as many records, not rows
MOST_ROWS = 100_000


class Rows:
    """Measures on one size of ledger; `take` gets each row as it is there."""

    def __init__(self, binary, cache, records, seconds, wanted, take, say):
        self.binary, self.cache, self.records, self.seconds = binary, cache, records, seconds
        self.wanted, self.take, self.say = wanted, take, say
        self.copy = self.small = None

    def run(self):
        """In this order: what only reads, then what moves the ledger on."""
        groups = [(self.import_table, ["import", "import-memory"]), (self.index, ["index"]), (self.reading, ["startup", "list", "show", "agenda", "search"]),
                  (self.audits, ["audit-structure", "audit-few"]), (self.shared, ["audit-day", "push-check"]),
                  (self.reports, [*(f"report-{name}" for name in REPORTS), "report-month", "report-memory"]), (self.warehouse, warehouse_rows.NAMES), (self.merging, ["merge"]), (self.catching_up, ["catch-up-1", "catch-up-many"]),
                  (self.notes, ["note", "note-growth", "note-bytes", "note-syncs"]), (self.writers, ["writers"]), (self.mail, mail_rows.NAMES), (self.warnings, warn_rows.NAMES), (self.all_open, open_rows.NAMES)]
        try:
            for measure_group, names in groups:
                if any(self.wanted(name) for name in names):
                    if measure_group not in (self.import_table, self.warnings, self.all_open):
                        self.prepare()
                    measure_group()
        finally:
            for copy in (self.copy, self.small):
                if copy:
                    copy.close()

    def prepare(self):
        """A throw-away copy of the ledger with a current index; the index is kept for the next time."""
        if self.copy:
            return
        self.copy = self.cache.copy(self.records, self.say)
        self.data, self.env = self.copy.data, self.copy.env
        self.copy.restore_index()
        before = [file.stat().st_ino for file in self.copy.index_files()]
        self.ours("list", "--limit", "1")()
        if [file.stat().st_ino for file in self.copy.index_files()] != before:
            self.copy.keep_index()

    # Running.

    def ours(self, *words, repo=None, env=None):
        return lambda: measure.run([self.binary, "-C", str(repo or self.data), *words], env or self.env)

    def git(self, *words):
        return lambda: measure.run(["git", "-C", str(self.data), *words], self.env)

    def shell(self, script):
        return lambda: measure.run(["sh", "-c", script], self.env)

    def sqlite(self, name, **values):
        """The query of that name on the index itself, by the sqlite3 program; its start belongs to it as ours to ours."""
        script = self.copy.home / f"{name}.sql"
        script.write_text(self.query(name, **values))
        database = str(self.copy.database())
        return lambda: measure.run(["sqlite3", "-batch", "-init", os.devnull, database], self.env, stdin=script)

    def query(self, name, **values):
        return sql(name, **{"now": self.copy.facts["now"], "me": quoted(self.copy.facts["me"]), **values})

    def text_of(self, *command):
        return workload.output(list(command), self.env)

    # Results.

    def add(self, name, what, samples, target, at_most=True):
        """A ratio of times; with `at_most` False one of rates, which are to be high."""
        if not self.wanted(name):
            return
        row = {"name": name, "what": what, "records": self.records, "unit": "ms"}
        for side in ("ours", "reference"):
            taken = getattr(samples, side)
            row[side] = statistics.median(each.seconds for each in taken) * 1000
            row[f"{side}_deviation"] = measure.deviation([each.seconds for each in taken]) * 1000
            row[f"{side}_cpu"] = statistics.median(each.cpu for each in taken) * 1000
        power = 1 if at_most else -1
        ratios = sorted((ours.seconds / reference.seconds) ** power for ours, reference in zip(samples.ours, samples.reference))
        ratio = (row["ours"] / row["reference"]) ** power
        self.take({**row, "ratio": ratio, "ratio_low": ratios[0], "ratio_high": ratios[-1], "ratio_cpu": (row["ours_cpu"] / row["reference_cpu"]) ** power,
                   "target": target, "at_most": at_most, "met": ratio <= target if at_most else ratio >= target, "peak_mib": samples.memory, "runs": len(samples.ours)})

    def add_figure(self, name, what, unit, value, target, memory, runs):
        """A figure that has a bound of its own, no reference."""
        if not self.wanted(name):
            return
        nothing = dict.fromkeys(("ours_deviation", "ours_cpu", "reference", "reference_deviation", "reference_cpu", "ratio", "ratio_low", "ratio_high", "ratio_cpu"))
        self.take({"name": name, "what": what, "records": self.records, "unit": unit, "ours": value, **nothing,
                   "target": target, "at_most": True, "met": value <= target, "peak_mib": memory, "runs": runs})

    def measure(self, name, what, ours, reference, target):
        if self.wanted(name):
            self.add(name, what, measure.pair(ours, reference, self.seconds), target)

    # The rows.

    def import_table(self):
        """The import of a table, against git fast-import of the same files; in a new repository each time."""
        rows = self.records if self.records < LARGE else round(self.records / workload.RECORDS_A_ROW)
        holder = self.cache.holder()
        home = pathlib.Path(holder.name)
        env = workload.environment(home)
        table, stream = home / "rows.csv", home / "stream"
        workload.apart(workload.write_table, table, rows)
        samples = measure.Pair()
        for turn in range(1 if self.records >= LARGE or self.seconds < 1 else 3):
            repository, bare = home / f"import-{turn}", home / f"fast-{turn}.git"
            subprocess.run([self.binary, "-q", "init", str(repository)], env=env, check=True, capture_output=True)
            ours = measure.run([self.binary, "-C", str(repository), "import", "csv", str(table), "--map", "cfpb"], env)
            if turn == 0:
                workload.apart(workload.write_fast_import, repository, stream, env)
                number = sum(line.startswith(b"M 100644 inline ") for line in open(stream, "rb"))
            subprocess.run(["git", "init", "-q", "--bare", str(bare)], env=env, check=True)
            reference = measure.run(["git", "-C", str(bare), "fast-import", "--quiet"], env, stdin=stream)
            samples.add(ours, reference)
            shutil.rmtree(repository)
            shutil.rmtree(bare)
        holder.cleanup()
        self.add("import", f"import of {rows:,} rows : git fast-import", samples, 2, at_most=False)
        self.add_figure("import-memory", f"memory of importing {number:,} records", "MiB", samples.memory, 300, samples.memory, len(samples.ours))

    def index(self):
        """From nothing, with the first list; against git's reading of every record and of the whole history."""
        listing, blobs = self.copy.home / "objects", self.copy.home / "blobs"
        git = f"git -C '{self.data}'"
        # All blobs in the order in which the pack has them, for a program that then only reads.
        everything = f"{git} cat-file --batch-all-objects --unordered --batch-check='%(objecttype) %(objectname)' >'{listing}'"
        subprocess.run(["sh", "-c", f"{everything} && sed -n 's/^blob //p' '{listing}' >'{blobs}'"], env=self.env, check=True)

        def ours():
            for file in self.copy.index_files():
                file.unlink()
            return self.ours("list", "--limit", "1")()
        read = f"{git} cat-file --batch --buffer <'{blobs}' >/dev/null && {git} log --raw --no-renames ledger >/dev/null"
        self.measure("index", "index from nothing : reading all", ours, self.shell(read), 2.5)

    def reading(self):
        self.measure("startup", "list --limit 1 : git rev-parse HEAD", self.ours("list", "--limit", "1"), self.git("rev-parse", "HEAD"), 3)
        self.measure("list", "list status:open --limit 50 : sqlite3", self.ours("list", "status:open", "--limit", "50"), self.sqlite("list"), 2)
        complaint = self.text_of("sqlite3", str(self.copy.database()), "SELECT c.id FROM complaints c WHERE phase = 2 AND (SELECT count(*) FROM records r WHERE r.story = c.key) = 12 "
                                 "AND EXISTS (SELECT 1 FROM escalations e WHERE e.story = c.key) LIMIT 1") or self.some_ids(1)[0]
        self.measure("show", "show of 12 records : sqlite3", self.ours("show", complaint), self.sqlite("show", id=quoted(complaint)), 2)
        self.measure("agenda", "agenda : sqlite3", self.ours("agenda"), self.sqlite("agenda"), 2)
        self.measure("search", "search refund letter : sqlite3 FTS5", self.ours("search", "refund", "letter"), self.sqlite("search"), 2)

    def audits(self):
        """The structure of the whole history against git's own walk of it, and of the last ten commits by themselves."""
        pipe = f"git -C '{self.data}' rev-list ledger | git -C '{self.data}' diff-tree --stdin -r -m --root --no-renames --diff-filter=a"
        self.measure("audit-structure", "audit --full --only structure : rev-list | diff-tree", self.ours("audit", "--full", "--only", "structure"), self.shell(pipe), 1.3)
        if self.wanted("audit-few"):
            few = self.ours("audit", "--new", "ledger~10..ledger", "--only", "structure")
            taken = [few() for _ in range(11 if self.seconds >= 1 else 2)]
            self.add_figure("audit-few", "audit of the last ten commits", "ms", statistics.median(each.seconds for each in taken) * 1000, 20, None, len(taken))

    def shared(self):
        for name, measure_row in (("audit-day", shared_rows.audit_day), ("push-check", shared_rows.push_check)):
            if self.wanted(name):
                measure_row(self)

    def reports(self):
        values = {"reasons": ", ".join(self.policy_reasons())}
        for name in REPORTS:
            self.measure(f"report-{name}", f"report {name} : its SQL in sqlite3", self.ours("report", name), self.sqlite(f"report-{name}", **values), 1.2)
        month, begins, ends = last_month(self.copy.facts["now"])
        self.measure("report-month", "report summary, of a month : its SQL", self.ours("report", "summary", f"received:{month}"),
                     self.sqlite("report-month", **{"from": begins, "until": ends}), 1.2)
        if self.wanted("report-memory"):
            taken = [measure.own_memory([self.binary, "-C", str(self.data), "report", name], self.env) for name in REPORTS]
            self.add_figure("report-memory", "own memory of the largest report", "MiB", max(taken), 50, max(taken), len(taken))

    def policy_reasons(self):
        for reason in json.loads(self.text_of(self.binary, "-C", str(self.data), "reason", "list", "--all", "--json"))["items"]:
            fields = [quoted(reason["code"]), quoted(reason["label"]), quoted(reason["replaced_by"]) if reason["replaced_by"] else "NULL"]
            yield f"({', '.join(fields)}, {0 if reason['valid_to'] else 1})"

    def some_ids(self, number, repo=None):
        return self.text_of(self.binary, "-C", str(repo or self.data), "list", "--all", "--fields", "id", "--limit", str(number)).split()

    def move_on(self):
        """From here on the clock is after what came later."""
        self.env = workload.environment(self.copy.home, self.copy.facts["later_now"], me=self.copy.facts["me"])

    def merging(self):
        """Half of what came later on one side, the other half on the other; ours also checks each commit and moves the branch."""
        base = self.text_of("git", "-C", str(self.data), "rev-parse", "ledger").strip()
        many = workload.many_commits(self.records)
        ours, theirs = workload.make_sides(self.data, self.env, many)
        for name, value in (("remote.origin.url", str(self.copy.home)), ("remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*")):
            self.git("config", name, value)()
        self.git("update-ref", "refs/remotes/origin/ledger", theirs)()
        moved = self.copy.home / "moved"
        moved.write_text(f"{base} {theirs} refs/remotes/origin/ledger\n")
        samples = measure.Pair()
        for _ in range(5 if self.seconds >= 1 else 1):
            self.git("update-ref", "refs/heads/ledger", ours)()
            (self.data / ".git/crmtrack/received").unlink(missing_ok=True)
            merge = measure.run([self.binary, "-q", "-C", str(self.data), "hook", "run", "reference-transaction", "committed"], self.env, stdin=moved)
            samples.add(merge, self.git("merge-tree", "--write-tree", ours, theirs)())
        merged, by_git = (self.text_of("git", "-C", str(self.data), *words).strip() for words in
                          (("rev-parse", "ledger^{tree}"), ("merge-tree", "--write-tree", ours, theirs)))
        if merged != by_git:
            raise measure.Failed("the merge is not the one that git makes")
        self.git("update-ref", "refs/heads/ledger", base)()
        for words in (("update-ref", "-d", "refs/remotes/origin/ledger"), ("config", "--remove-section", "remote.origin")):
            self.git(*words)()
        self.ours("list", "--limit", "1")()
        self.add("merge", f"merge, {many:,} and {many:,} commits : merge-tree --write-tree", samples, 1)

    def catching_up(self):
        self.move_on()
        later = iter(self.text_of("git", "-C", str(self.data), "rev-list", "--reverse", "ledger..refs/bench/later").split())
        self.at = self.text_of("git", "-C", str(self.data), "rev-parse", "ledger")
        many = workload.many_commits(self.records)
        for name, commits, runs in (("catch-up-1", 1, 10 if self.seconds >= 1 else 2), ("catch-up-many", many, 3 if self.seconds >= 1 else 1)):
            samples = measure.Pair()
            for _ in range(runs):
                self.catch_up(samples, next(itertools.islice(later, commits - 1, None)))
            self.add(name, f"catching up, {commits:,} commit{'s' if commits > 1 else ''} : diff-tree -r", samples, 1.5)

    def catch_up(self, samples, to):
        before, self.at = self.at, to
        self.git("update-ref", "refs/heads/ledger", to)()
        samples.add(self.ours("list", "--limit", "1")(), self.git("diff-tree", "-r", before, to)())

    def notes(self):
        self.move_on()
        checkout = workload.make_checkout(self.copy.home / "checkout", self.env)
        number = itertools.count()

        def commit():
            name = f"note-{next(number)}"
            (checkout / name).write_text(f"{NOTE}\n")
            return measure.run(["sh", "-c", f"git -C '{checkout}' add {name} && git -C '{checkout}' -c core.fsync=all commit -q -m note"], self.env)
        words = ("note", self.some_ids(1)[0], "-m", NOTE)
        self.measure("note", "note, durable : git add, git commit", self.ours(*words), commit, 0.5)
        self.small = self.cache.copy(min(1000, self.records), self.say)
        env = workload.environment(self.small.home, self.small.facts["later_now"], me=self.small.facts["me"])
        small = ("note", self.some_ids(1, self.small.data)[0], "-m", NOTE)
        self.measure("note-growth", "note : itself at 1,000 records", self.ours(*words), self.ours(*small, repo=self.small.data, env=env), 1.5)
        if self.wanted("note-bytes") or self.wanted("note-syncs"):
            counts = [measure.traced([self.binary, "-C", str(self.data), *words], self.env) for _ in range(5)]
            for name, what, unit, key, target in (("note-bytes", "bytes written for a note", "bytes", "bytes", 5 * 1024), ("note-syncs", "fsyncs for a note", "syncs", "syncs", 3)):
                self.add_figure(name, what, unit, statistics.median(count[key] for count in counts), target, None, len(counts))

    def mail(self):
        if self.wanted("mail-insert"):
            mail_rows.insert(self)
        if self.wanted("mail-mbox"):
            mail_rows.mbox(self)

    def warehouse(self):
        warehouse_rows.run(self)

    def warnings(self):
        warn_rows.run(self)

    def writers(self):
        """One number of notes by one process after the other, and by eight loops at once, each on its complaint."""
        self.move_on()
        ids, notes = self.some_ids(8), 400 if self.seconds >= 1 else 16
        script = "for n in $(seq $3); do \"$0\" -C \"$1\" -q note $2 -m \"note $n\" >/dev/null || exit 1; done"

        def write(number):
            began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            children = [subprocess.Popen(["sh", "-c", script, self.binary, str(self.data), ids[n % len(ids)], str(notes // number)], env=self.env) for n in range(number)]
            if any([child.wait() for child in children]):
                raise measure.Failed(f"a writer of {number} failed")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return measure.Taken(time.perf_counter() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 0)
        samples, before = measure.Pair(), self.count()
        turns = 3 if self.seconds >= 1 else 1
        for _ in range(turns):
            samples.add(write(8), write(1))
        if self.count() - before != turns * 2 * notes:
            raise measure.Failed(f"of {turns * 2 * notes} notes {self.count() - before} are there")
        self.add("writers", "8 writers : 1 writer, throughput", samples, 0.9, at_most=False)

    def all_open(self):
        open_rows.run(self, sql)

    def count(self):
        return int(self.text_of("git", "-C", str(self.data), "rev-list", "--count", "ledger"))


def sql(name, **values):
    """The text of a query, with values in the place of its parameters."""
    text = (SQL / f"{name}.sql").read_text()
    for key, value in values.items():
        text = text.replace(f":{key}", str(value))
    return text


def last_month(now):
    """The month before the one of `now`, and from when to when it lasts."""
    ends = datetime.datetime.fromtimestamp(now, datetime.timezone.utc).replace(day=1, hour=0, minute=0, second=0)
    begins = (ends - datetime.timedelta(days=1)).replace(day=1)
    return f"{begins:%Y-%m}", int(begins.timestamp()), int(ends.timestamp())


def quoted(text):
    return "'" + text.replace("'", "''") + "'"
