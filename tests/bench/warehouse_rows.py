"""The rows of the warehouse: a load of everything, against psql's \\copy of the same rows from files, and a load of what is new."""

import pathlib
import statistics
import sys

import measure
import workload

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "warehouse"))
from postgres import TABLES, Server  # noqa: E402

NAMES = ["warehouse", "warehouse-new"]
DAY = 86_400


class WarehouseRows:
    """Loads into databases of a server of its own. Each load of everything has a new database with empty tables."""

    def __init__(self, rows, server):
        self.rows, self.server, self.made = rows, server, 0
        # One day, so that no catching up counts the days of all complaints anew.
        self.morning = (rows.copy.facts["later_now"] // DAY + 1) * DAY

    def psql(self, sql, database="postgres"):
        return self.server.psql(database, sql)

    def load(self, database, minute):
        env = workload.environment(self.rows.copy.home, self.morning + 60 * minute, me=self.rows.copy.facts["me"])
        return measure.run([self.rows.binary, "-C", str(self.rows.data), "-q", "export", "postgres", self.server.url(database)], env)

    def write_files(self):
        """The rows of a first load, a file a table; and a database with the tables, from which empty ones are made."""
        self.psql("CREATE DATABASE first")
        self.load("first", 0)
        folder = self.rows.copy.home / "tables"
        folder.mkdir()
        tables = self.psql(TABLES, "first").splitlines()
        for table in tables:
            self.psql(f"\\copy crmtrack.\"{table}\" TO '{folder / table}'", "first")
        self.psql("CREATE DATABASE empty TEMPLATE first")
        self.psql("TRUNCATE " + ", ".join(f'crmtrack."{table}"' for table in tables), "empty")
        copies = "".join(f"\\copy crmtrack.\"{table}\" FROM '{folder / table}'\n" for table in tables)
        self.script = folder / "copy.sql"
        self.script.write_text(f"BEGIN;\n{copies}COMMIT;\n")

    def empty(self):
        self.made += 1
        self.psql(f"CREATE DATABASE load{self.made} TEMPLATE empty")
        return f"load{self.made}"

    def everything(self):
        self.write_files()
        samples = measure.Pair()
        for _ in range(3 if self.rows.seconds >= 1 else 1):
            mine, copied = self.empty(), self.empty()
            samples.add(self.load(mine, 0), measure.run([*self.server.psql_words(copied), "-f", str(self.script)], self.server.environment))
            for name in (mine, copied):
                self.psql(f"DROP DATABASE {name}")
        self.rows.add("warehouse", "export postgres : \\copy, rate", samples, 0.7, at_most=False)

    def new(self):
        """A load after many commits, which the index has not seen either."""
        base = self.rows.text_of("git", "-C", str(self.rows.data), "rev-parse", "ledger").strip()
        later = self.rows.text_of("git", "-C", str(self.rows.data), "rev-list", "--reverse", "ledger..refs/bench/later").split()
        many, taken = workload.many_commits(self.rows.records), []
        for turn in range(1, 4 if self.rows.seconds >= 1 else 2):
            self.rows.git("update-ref", "refs/heads/ledger", later[turn * many - 1])()
            taken.append(self.load("first", turn))
        self.rows.add_figure("warehouse-new", f"export postgres of {many:,} new records", "ms", statistics.median(each.seconds for each in taken) * 1000, 1000,
                             max(each.mib for each in taken), len(taken))
        self.rows.git("update-ref", "refs/heads/ledger", base)()
        for file in self.rows.copy.index_files():
            file.unlink()
        self.rows.copy.restore_index()


def run(rows):
    with Server() as server:
        of_warehouse = WarehouseRows(rows, server)
        of_warehouse.everything()
        of_warehouse.new()
