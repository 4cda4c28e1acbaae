#!/usr/bin/env python3
"""Holds crmtrack-sql(7) against the views: each column stands in its order with its type, what the page does not say to
be NULL never is, an export has its tables, and each example runs and finds something. The ledger for that has a row of every view."""
import json
import os
import pathlib
import re
import sqlite3
import sys
import tempfile

from common import SOURCE, finish, parse_arguments, run

sys.path.insert(0, str(SOURCE / "tests"))
from kept_environment import kept_environment  # noqa: E402

PAGE = "man/crmtrack-sql.7"
TYPES = {"text": "TEXT", "time": "TEXT", "number": "REAL"}  # of the columns of an export; the others are INTEGER
VALUES = {"text": str, "time": str, "seconds": int, "flag": int, "integer": int, "number": (int, float)}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

SET_UP = r"""
exec > /dev/null
export CRMTRACK_NOW=2026-11-02T09:00:00Z
crmtrack -q init . && crmtrack -q person add asha@example.com --name Asha --role agent
crmtrack -q person add ben@example.com --name Ben --role lead
crmtrack -q customer add acme --name Acme --contact 'Ode <ode@acme.example>' --manager asha@example.com
crmtrack -q rule edit unhappy-customers --to manager --state on --why x
a=$(crmtrack -q new -c acme -p apollo -r delay -s high --channel phone -m 'Delivery late')
crmtrack -q assign $a me; crmtrack -q call $a --in --bad --minutes 5 -m 'Angry'
crmtrack -q escalate $a --to 1 --person ben@example.com --why x
export CRMTRACK_NOW=2026-11-10T09:00:00Z
crmtrack -q email $a --expects information@2026-11-20 -m 'Which order?'; crmtrack -q wait $a --on customer
export CRMTRACK_NOW=2026-11-11T09:00:00Z
crmtrack -q call $a --in -m 'The second'
crmtrack -q plan $a add 'Call before each delivery' --owner ben@example.com --due 2026-12-01
crmtrack -q resolve $a --outcome upheld --code redress_monetary --redress 5EUR -m 'We pay'; crmtrack -q confirm $a
crmtrack -q review $a --lesson 'Call first' --praise ben@example.com
crmtrack -q compliment -c acme -m 'Nice people'
b=$(crmtrack -q new -c acme -r delay --channel phone -m 'Again'); crmtrack -q note $b -m x
GIT_AUTHOR_EMAIL=ben@example.com crmtrack -q call $b --in --bad -m 'Angry'
crmtrack -q assign $b me; crmtrack -q note $b -m 'Gone'; crmtrack -q undo; crmtrack -q tick
"""


def shown(text):
    """A line of mdoc as it is read."""
    for escape, character in ((r"\-", "-"), (r"\(aq", "'"), (r"\(dq", '"'), (r"\e", "\\")):
        text = text.replace(escape, character)
    return text


def described(page):
    """Of each view its columns, as (name, kind, may be NULL), and its examples."""
    views = {}
    for part in re.split(r"^\.Ss ", page, flags=re.MULTILINE)[1:]:
        name = part.split("\n", 1)[0]
        columns = []
        for column, terms in re.findall(r"^\.It Cm (\w+) Pq (.*)$", part, re.MULTILINE):
            kind, *rest = terms.split(", ")
            columns.append((column, kind, "NULL" in rest))
        views[name] = (columns, [shown(text) for text in re.findall(r"^\$ (crmtrack.*?)\n\.Ed", part, re.MULTILINE | re.DOTALL)])
    return views


def value_fault(value, kind, nullable):
    if value is None:
        return None if nullable else "is NULL"
    if not isinstance(value, VALUES[kind]) or value == "":
        return f"is {value!r}"
    if kind == "time" and not TIME.fullmatch(value) or kind == "flag" and value not in (0, 1):
        return f"is {value!r}"
    return None


def view_faults(ask, name, columns):
    result = ask("crmtrack", "sql", "--json", f"SELECT * FROM {name}")
    if result.returncode != 0:
        return [f"{PAGE}: view {name}: {result.stderr.strip()}"]
    rows = json.loads(result.stdout)["items"]
    if not rows:
        return [f"the ledger of this test has no row of {name}"]
    if list(rows[0]) != [column for column, _, _ in columns]:
        return [f"{PAGE}: view {name} has the columns {' '.join(rows[0])}"]
    faults = {f"{PAGE}: {name}.{column} ({kind}) {fault}" for row in rows for column, kind, nullable in columns
              if (fault := value_fault(row[column], kind, nullable))}
    return sorted(faults)


def type_faults(ask, home, views):
    """The types that the columns of an exported database have."""
    result = ask("crmtrack", "export", "sqlite", f"{home}/all.db")
    if result.returncode != 0:
        return [f"export sqlite: {result.stderr.strip()}"]
    base, faults = sqlite3.connect(f"{home}/all.db"), []
    for name, (columns, _) in views.items():
        has = [row[1:3] for row in base.execute(f"PRAGMA table_info({name})")]
        wanted = [(column, TYPES.get(kind, "INTEGER")) for column, kind, _ in columns if (name, column) != ("complaint", "key")]
        if has != wanted:
            faults.append(f"{PAGE}: an export has of {name} {set(has) ^ set(wanted)}")
    return faults


def example_faults(ask, name, examples):
    if not examples:
        return [f"{PAGE}: {name} has no example"]
    faults = []
    for example in examples:
        result = ask("bash", "-c", example)
        if result.returncode != 0 or not result.stdout.strip():
            faults.append(f"{PAGE}: {example}: exit code {result.returncode}, {result.stderr.strip() or 'no rows'}")
    return faults


def main():
    arguments = parse_arguments(__doc__)
    faults = []
    with tempfile.TemporaryDirectory() as home:
        env = kept_environment() | {
            "PATH": f"{arguments.binary.resolve().parent}:{os.environ['PATH']}", "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Asha", "GIT_AUTHOR_EMAIL": "asha@example.com",
            "GIT_COMMITTER_NAME": "Asha", "GIT_COMMITTER_EMAIL": "asha@example.com", "CRMTRACK_SEED": "1"}
        folder = pathlib.Path(home) / "data"
        folder.mkdir()

        def ask(*words):
            return run(list(words), env=env | {"CRMTRACK_NOW": "2026-12-02T09:00:00Z"}, folder=folder)
        made = run(["bash", "-eu", "-c", SET_UP], env=env, folder=folder)
        if made.returncode != 0:
            finish([f"the ledger of this test cannot be made: {made.stderr}"], "")
        views = described((SOURCE / PAGE).read_text())
        names = ask("crmtrack", "sql", "SELECT name FROM sqlite_temp_schema WHERE type = 'view' ORDER BY rowid").stdout.split()
        if names != list(views):
            faults.append(f"{PAGE}: the views are {' '.join(names)}")
        faults += type_faults(ask, home, views)
        for name, (columns, examples) in views.items():
            faults += view_faults(ask, name, columns) + example_faults(ask, name, examples)
    finish(faults, f"{len(views)} views with {sum(len(columns) for columns, _ in views.values())} columns")


if __name__ == "__main__":
    main()
