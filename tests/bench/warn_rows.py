"""The row of early warning: 500 series of five years, against SQLite's counting of the same rows."""

import csv
import pathlib
import random
import time

import measure
import workload

NAMES = ["warn"]
PROJECTS, REASONS = 460, 39  # and everything: 500 series of volume
WEEKS = 260
MONDAY = 1_609_718_400  # 2021-01-04
DAY = 86_400


class WarnRows:
    """A ledger of its own, in which each project has about a complaint a week, and one doubles in the last weeks."""

    def __init__(self, rows, holder):
        self.rows, self.home = rows, pathlib.Path(holder.name)
        self.data = self.home / "warn"
        full = rows.seconds >= 1
        self.projects, self.weeks = (PROJECTS, WEEKS) if full else (6, 40)
        self.env = workload.environment(self.home, MONDAY + self.weeks * 7 * DAY + 9 * 3600)

    def write_table(self, path):
        chance = random.Random(self.rows.cache.seed)
        with open(path, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Complaint ID", "Date received", "Product", "Issue"])
            number = 0
            for week in range(self.weeks):
                for project in range(self.projects):
                    many = chance.choice((0, 1, 1, 2)) * (3 if project == 0 and week > self.weeks - 4 else 1)
                    for _ in range(many):
                        day = time.strftime("%Y-%m-%d", time.gmtime(MONDAY + (week * 7 + chance.randrange(7)) * DAY))
                        writer.writerow([number, day, f"Product {project}", f"Issue {chance.randrange(REASONS)}"])
                        number += 1
        return number

    def run(self):
        table = self.home / "warn.csv"
        self.write_table(table)
        measure.run([self.rows.binary, "-q", "init", str(self.data)], self.env)
        measure.run([self.rows.binary, "-q", "-C", str(self.data), "import", "csv", str(table), "--map", "cfpb"], self.env)
        measure.run([self.rows.binary, "-C", str(self.data), "list", "--limit", "1"], self.env)
        database = next((self.data / ".git/crmtrack").glob("index-*.db"))
        query = self.home / "warn.sql"
        query.write_text((pathlib.Path(__file__).parent / "sql/warn.sql").read_text())

        def ours():  # exit 1: there are signals
            return measure.run(["sh", "-c", '"$0" -C "$1" warn --format json; test $? -le 1', self.rows.binary, str(self.data)], self.env)

        def reference():
            return measure.run(["sqlite3", "-batch", "-init", "/dev/null", str(database)], self.env, stdin=query)
        what = f"warn, {self.projects + REASONS + 1} series of {self.weeks} weeks : sqlite3"
        self.rows.measure("warn", what, ours, reference, 3)


def run(rows):
    holder = rows.cache.holder()
    try:
        WarnRows(rows, holder).run()
    finally:
        holder.cleanup()
