"""The rows of a ledger whose complaints are all open: the lists of it, what tick does there, and a change of a target."""

import calendar
import csv
import pathlib
import statistics
import time

import measure
import workload

COMPLAINTS = 100_000
DUE = 1000  # complaints whose first response falls due in the night
PEOPLE = 50  # who are told of each of the complaints
NAMES = ["open-list", "open-agenda", "tick-idle", "tick-night", "tick-tell", "refold"]


def at(home, when):
    return workload.environment(home, calendar.timegm(time.strptime(f"2026-11-{when}", "%Y-%m-%dT%H:%M")))


class OpenRows:
    """All in one ledger, from Monday at 9 on; `rows` runs and takes the rows, `sql` gives the text of a query."""

    def __init__(self, rows, sql, holder):
        self.rows, self.sql = rows, sql
        self.home = pathlib.Path(holder.name)
        self.data = self.home / "open"
        full = rows.seconds >= 1
        self.complaints, self.due, self.turns = (COMPLAINTS, DUE, 3) if full else (200, 20, 1)

    def ours(self, when, *words, data=None):
        return lambda: measure.run([self.rows.binary, "-C", str(data or self.data), *words], at(self.home, when))

    def write_table(self, path):
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Complaint ID", "Date received", "Product", "Issue"])
            for number in range(self.complaints):
                writer.writerow([number, "2026-11-23", "Mortgage" if number < self.due else "Card", "Struggling to pay"])

    def prepare(self):
        """The complaints about cards have a year; the first response to those about mortgages is due at 17:00."""
        table = self.home / "open.csv"
        workload.apart(self.write_table, table)
        measure.run([self.rows.binary, "-q", "init", str(self.data)], at(self.home, "23T09:00"))
        for promise in ("acknowledge", "first_response", "resolution"):
            self.ours("23T09:00", "-q", "target", "add", promise, "250bd", "--filter", "project:card", "--from", "always", "--why", "The bench")()
        self.ours("23T09:00", "-q", "import", "csv", str(table), "--map", "cfpb")()
        self.ours("23T09:00", "list", "--limit", "1")()

    def sqlite(self, name, when):
        """The query of that name, as of that time, on the index by the sqlite3 program."""
        env = at(self.home, when)
        script = self.home / f"{name}.sql"
        now = env["CRMTRACK_NOW"]
        unix = calendar.timegm(time.strptime(now, "%Y-%m-%dT%H:%M:%SZ"))
        script.write_text(self.sql(name, now=unix, me=f"'{workload.USER}'"))
        database = next((self.data / ".git/crmtrack").glob("index-*.db"))
        return lambda: measure.run(["sqlite3", "-batch", "-init", "/dev/null", str(database)], env, stdin=script)

    def lists(self):
        self.rows.measure("open-list", f"list --limit 50 of {self.complaints:,} open : sqlite3", self.ours("23T09:30", "list", "status:open", "--limit", "50"), self.sqlite("list", "23T09:30"), 2)
        self.rows.measure("open-agenda", f"agenda of {self.complaints:,} open : sqlite3", self.ours("23T09:30", "agenda"), self.sqlite("agenda", "23T09:30"), 2)

    def idle(self):
        """A tick that finds nothing to do, against the start-up of a list."""
        self.ours("23T09:30", "-q", "tick")()
        self.rows.measure("tick-idle", "tick with nothing due : list --limit 1", self.ours("23T09:30", "tick"), self.ours("23T09:30", "list", "--limit", "1"), 2)

    def refold(self):
        """The first command after another target: every story is folded anew."""
        taken = []
        for turn in range(self.turns):
            self.ours("23T10:00", "-q", "target", "add", "update", f"{turn + 6}bd", "--filter", "project:card", "--from", f"2026-01-0{turn + 1}", "--why", "The bench")()
            taken.append(self.ours("23T10:00", "list", "--limit", "1")())
        self.rows.add_figure("refold", f"processors, {self.complaints:,} stories folded anew", "ms", statistics.median(each.cpu for each in taken) * 1000, self.complaints / 20, max(each.mib for each in taken),
                             len(taken))

    def night(self):
        """By the afternoon the owners have been told; by the next morning the first response to some is overdue."""
        self.ours("23T16:59", "-q", "tick")()
        self.ours("23T16:59", "list", "--limit", "1")()
        taken = self.ours("24T08:00", "-q", "tick")()
        count = workload.output(["git", "-C", str(self.data), "log", "-1", "--format=%s", "refs/heads/ledger"], at(self.home, "24T08:00"))
        if count != f"tick {self.due} complaints":
            raise measure.Failed(f"the tick of the night wrote '{count}'")
        self.rows.add_figure("tick-night", f"processors, a tick of {self.due:,} broken promises", "ms", taken.cpu * 1000, 1000, taken.mib, 1)

    def tell(self):
        """Notifications of a night: composed, handed over to a mail program that takes each, and logged."""
        told, when = self.home / "told", "23T20:00"
        complaints = self.due // PEOPLE or 1
        settings = self.home / "sender.gitconfig"
        settings.write_text('[crmtrack]\n\tsendmail = /bin/true\n\tfrom = desk@example.com\n\tdeliver = true\n')
        self.ours("23T09:00", "-q", "init", str(told))()
        people = ",".join(f"p{number}@example.com" for number in range(PEOPLE))
        self.ours("23T09:00", "-q", "rule", "add", "late", "--on", "overdue", "--filter", "promise:first_response", "--to", people, "--quiet-hours", "none", "--why", "The bench", data=told)()
        for number in range(complaints):
            self.ours("23T09:00", "-q", "new", "-c", "acme", "-m", f"Complaint {number}", data=told)()
        taken = measure.run([self.rows.binary, "-C", str(told), "-q", "tick"], at(self.home, when) | {"GIT_CONFIG_GLOBAL": str(settings)})
        sent = workload.output([self.rows.binary, "-C", str(told), "report", "notifications", "--table", "measures", "--format", "csv"], at(self.home, when))
        if f'"notifications_sent",,{complaints * PEOPLE},' not in sent:
            raise measure.Failed(f"the tick has not sent {complaints * PEOPLE} notifications: {sent}")
        self.rows.add_figure("tick-tell", f"processors, {complaints * PEOPLE:,} notifications composed, sent and logged", "ms", taken.cpu * 1000, complaints * PEOPLE * 5, taken.mib, 1)


def run(rows, sql):
    holder = rows.cache.holder()
    try:
        of_open = OpenRows(rows, sql, holder)
        of_open.prepare()
        for step in (of_open.lists, of_open.idle, of_open.refold, of_open.night, of_open.tell):
            step()
    finally:
        holder.cleanup()
