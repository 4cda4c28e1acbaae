#!/usr/bin/env python3
"""A warehouse that grew load by load has what one has that is loaded at once, whatever came in which order.

    follow.py --binary build/crmtrack [--rounds 1] [--steps 60] [--clones 3] [--seed 1]

The worlds are those of tests/property/feed.py: clones whose clocks are days apart write, pull, push and sync. Each clone
has a database of its own, which is brought up to date now and then. In the end its tables have the rows of a database that is
loaded at once, at the same moment, and the rows that `export sqlite` writes.
"""
import argparse
import datetime
import os
import pathlib
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "property"))
import feed  # noqa: E402
from convergence import FINE, PEOPLE, Failed  # noqa: E402
from postgres import Server, digests  # noqa: E402


class Warehouse:
    """Keeps the tables of one clone."""

    def __init__(self, server, clone, name):
        self.server, self.clone, self.name, self.loads, self.made = server, clone, name, 0, 0
        server.psql("postgres", f"CREATE DATABASE {name}")

    def follow(self):
        self.clone.crmtrack("-q", "export", "postgres", self.server.url(self.name))
        self.loads += 1

    def compare(self):
        self.follow()
        fresh = f"{self.name}_{self.made}"
        self.made += 1
        self.server.psql("postgres", f"CREATE DATABASE {fresh}")
        self.clone.crmtrack("-q", "export", "postgres", self.server.url(fresh))
        if (grown := digests(self.server, self.name)) != (anew := digests(self.server, fresh)):
            raise Failed(f"{self.clone.name}: {self.name} grew to\n{grown}\n{fresh}, loaded at once, has\n{anew}")
        compare_with_sqlite(self.server, self.name, self.clone)


def compare_with_sqlite(server, database, clone):
    """Every table has the rows of `export sqlite`, times as the text that it has there."""
    file = clone.world.root / "compared.db"
    clone.crmtrack("-q", "export", "sqlite", file, "--force")
    base = sqlite3.connect(file)
    tables = [name for name, in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'about'")]
    for table in tables:
        columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
        here = sorted("|".join("" if value is None else str(value) for value in row).replace("\n", "\\n")
                      for row in base.execute(f"SELECT * FROM {table}"))
        there = sorted(server.psql(database, f"SELECT {shown_columns(server, database, table, columns)} FROM crmtrack.{table}").splitlines())
        if here != there:
            raise Failed(f"{table} has, here and there,\n{set(here) - set(there)}\n{set(there) - set(here)}")
    base.close()


def shown_columns(server, database, table, columns):
    types = dict(line.split("|") for line in server.psql(
        database, f"SELECT attname, atttypid::regtype FROM pg_attribute WHERE attrelid = 'crmtrack.{table}'::regclass "
        "AND attnum > 0").splitlines())
    shown = []
    for column in columns:
        form = {"timestamp with time zone": "to_char(\"{}\" AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
                "double precision": "CASE WHEN \"{0}\" = floor(\"{0}\") THEN \"{0}\"::numeric::text || '.0' ELSE \"{0}\"::text END",
                "text": "replace(\"{}\", E'\\n', '\\n')"}.get(types[column], '"{}"')
        shown.append(f"coalesce({form.format(column)}::text, '')")
    return " || '|' || ".join(shown)


class WarehouseWorld(feed.FollowedWorld):
    """Rules tell people, so that notifications and their deliveries stand in several stories: a digest in the journal."""

    def __init__(self, binary, seed, clones, server):
        super().__init__(binary, seed, clones)
        self.followers = [Warehouse(server, clone, f"world{seed}_{clone.name}") for clone in self.clones]

    def begin(self, clones):
        super().begin(1)
        first = self.clones[0]
        for name, value in (("sendmail", "/bin/true"), ("from", "desk@example.com"), ("deliver", "true")):
            first.git("config", "--global", f"crmtrack.{name}", value)
        for words in (["rule", "edit", "unhappy-customers", "--to", "owner", "--digest", "daily", "--quiet-hours", "none"],
                      ["rule", "edit", "late-promises", "--to", "owner", "--quiet-hours", "none"]):
            first.crmtrack("-q", *words, "--state", "on", "--why", "x")
        first.crmtrack("-q", "sync")
        self.clones = []
        self.add_clones(first, clones)

    def step(self):
        super().step()
        if self.chance.random() < 0.15:
            self.annoy(self.chance.choice(self.clones))

    def annoy(self, clone):
        for one in sorted(clone.complaints())[:2]:
            clone.crmtrack("-q", "assign", one, f"{self.chance.choice(PEOPLE)}@example.com", allowed=FINE)
            clone.crmtrack("-q", "call", one, "--in", "--bad", "-m", "angry", allowed=FINE)
        self.clock += datetime.timedelta(minutes=self.chance.randint(1, 2000))
        clone.crmtrack("-q", "tick", allowed=FINE)

    def add_clones(self, first, clones):
        self.clones.append(first)
        for number in range(1, clones):
            clone = type(first)(self, f"clone{number}", datetime.timedelta(hours=self.chance.randint(-72, 72)))
            first.run(["git", "clone", "-q", "../server.git", f"../{clone.name}"])
            self.clones.append(clone)


def play(binary, seed, steps, clones, server):
    world = WarehouseWorld(binary, seed, clones, server)
    try:
        for _ in range(steps):
            world.step()
        for follower in world.followers:
            follower.compare()
        world.exchange_all()
        for follower in world.followers:
            follower.compare()
    except Failed:
        print(f"kept: {world.root}")
        raise
    told = server.psql(world.followers[0].name, "SELECT count(*), count(*) FILTER (WHERE told_in IS NOT NULL) FROM crmtrack.notification")
    loads = sum(follower.loads for follower in world.followers)
    world.remove()
    return [loads, *map(int, told.split("|"))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    for name, value in (("rounds", 1), ("steps", 60), ("clones", 3), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    options = parser.parse_args()
    binary, sums = os.path.abspath(options.binary), [0, 0, 0]
    with Server() as server:
        for seed in range(options.seed, options.seed + options.rounds):
            try:
                counts = play(binary, seed, options.steps, options.clones, server)
            except Failed as failure:
                print(f"FAIL seed {seed}: {failure}")
                return 1
            sums = [total + count for total, count in zip(sums, counts)]
            print(f"ok   seed {seed}: {counts[0]} loads, {counts[1]} notifications, {counts[2]} in digests")
    if 0 in sums:
        print(f"FAIL loads, notifications and digests were {sums}: this proves nothing")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
