#!/usr/bin/env python3
"""`export postgres` beside a real PostgreSQL: what it loads, what it refuses, two at once, killed, behind pgbouncer.

    loads.py --binary build/crmtrack

The queries of docs/warehouse.md run too, by the roles that the page makes.
"""
import argparse
import functools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from follow import compare_with_sqlite  # noqa: E402
from kept_environment import kept_environment  # noqa: E402
from postgres import Server, Session, digests, free_port  # noqa: E402

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/warehouse.md"
SECRET = "s3cret-Kz9"
TEXT = "Ünïcode 東京 \\. \\N tab"
DAYS = [f"2026-11-{day:02}T09:00:00Z" for day in range(2, 30)]


class Failed(Exception):
    pass


class World:
    """A data repository with a story of each kind, and the program with a home of its own."""

    def __init__(self, root, binary, name="data"):
        self.root, self.binary, self.count, self.folder = root, binary, 0, root / name
        (root / "home").mkdir(exist_ok=True)
        self.environment = kept_environment() | {
            "PATH": os.environ["PATH"], "HOME": str(root / "home"), "TZ": "UTC", "LC_ALL": "C.UTF-8", "CRMTRACK_NOW": DAYS[0],
            "GIT_AUTHOR_NAME": "Asha", "GIT_AUTHOR_EMAIL": "asha@example.com", "GIT_COMMITTER_NAME": "Asha",
            "GIT_COMMITTER_EMAIL": "asha@example.com", "GIT_CONFIG_NOSYSTEM": "1"}
        self.world = self  # as follow.py has it
        self.run("init", self.folder, folder=root)
        self.run("customer", "add", "acme", "--name", "Acme", "--region", "north")
        self.first = self.run("new", "-c", "acme", "-r", "delay", "-m", "Delivery is late").strip()
        self.second = self.run("new", "-c", "globex", "-m", TEXT).strip()
        self.run("call", self.first, "--in", "--bad", "--minutes", "5", "-m", "Angry")
        self.run("assign", self.first, "asha@example.com")
        self.run("call", self.first, "--out", "-m", "soon", "--promise", "call back@2026-11-05")

    def ran(self, *words, folder=None, environment=None):
        self.count += 1
        return subprocess.run([str(self.binary), "--no-input", *map(str, words)], cwd=folder or self.folder, timeout=120, text=True,
                              env=self.environment | {"CRMTRACK_SEED": f"{self.folder.name}{self.count}"} | (environment or {}),
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)

    def run(self, *words, folder=None):
        ran = self.ran("-q", *words, folder=folder)
        if ran.returncode != 0:
            raise Failed(f"{' '.join(map(str, words))}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def crmtrack(self, *words):
        return self.run(*[word for word in words if word != "-q"])

    def git(self, *words):
        return subprocess.run(["git", *words], cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True).stdout.strip()

    def start(self, *words):
        return subprocess.Popen([str(self.binary), "-q", *map(str, words)], cwd=self.folder, env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def require(what, seen, wanted):
    if seen != wanted:
        raise Failed(f"{what}: saw\n{seen}\nnot\n{wanted}")


def require_words(what, ran, code, *words):
    """How a run has to end, and what it has to say; never the secret."""
    said = ran.stdout + ran.stderr
    if ran.returncode != code or any(word not in said for word in words):
        raise Failed(f"{what}: exit {ran.returncode}, not {code} with {words}:\n{said}")
    if SECRET in said:
        raise Failed(f"{what}: the secret is printed:\n{said}")


def fresh_digests(server, world, name="fresh"):
    """Of a database that is loaded at once."""
    server.psql("postgres", f"DROP DATABASE IF EXISTS {name}")
    server.psql("postgres", f"CREATE DATABASE {name}")
    world.run("export", "postgres", server.url(name))
    return digests(server, name)


def check_growth(server, world):
    """A load beside each change, at later and later moments; then as if loaded at once."""
    url = server.url("grown")
    server.psql("postgres", "CREATE DATABASE grown")
    ran = world.ran("-n", "export", "postgres", url)
    require_words("a dry run", ran, 0, "dry run: ", "is loaded into 'grown'")
    require("after a dry run", server.psql("grown", "SELECT count(*) FROM pg_namespace WHERE nspname = 'crmtrack'"), "0")
    require_words("the first load", world.ran("export", "postgres", url), 0, "is loaded into 'grown'")
    require("quiet", world.ran("-q", "export", "postgres", url).stderr, "")
    require_words("nothing new", world.ran("export", "postgres", url), 0, "is up to date")
    steps = [["note", world.first, "-m", "x"], ["new", "-c", "acme", "-m", "Again"], [], ["resolve", world.first, "--outcome", "upheld",
             "--code", "redress_monetary", "--redress", "12.50EUR", "-m", "We pay"], ["confirm", world.first], [],
             ["customer", "edit", "acme", "--region", "south"], ["void", world.second, "--why", "spam"],
             ["compliment", "-c", "acme", "-m", "Nice"], []]
    for day, words in zip(DAYS[1:], steps):
        world.environment["CRMTRACK_NOW"] = day
        if words:
            world.run(*words)
        world.run("export", "postgres", url)
    require("a warehouse that grew", digests(server, "grown"), fresh_digests(server, world))
    compare_with_sqlite(server, "grown", world)
    world.environment["CRMTRACK_NOW"] = DAYS[0]  # a clock that goes back
    world.run("export", "postgres", url)
    require("at an earlier moment", digests(server, "grown"), fresh_digests(server, world))
    world.environment["CRMTRACK_NOW"] = DAYS[15]
    require("texts", server.psql("grown", f"SELECT summary FROM crmtrack.complaint WHERE id = '{world.second}'"), TEXT)


def check_begins_anew(server, world):
    url = server.url("grown")
    require_words("--anew", world.ran("export", "postgres", url, "--anew"), 0, "is loaded into")
    world.run("reason", "add", "parts", "--label", "Parts", "--question", "Is a part missing?", "--why", "seen often")
    require_words("another policy", world.ran("export", "postgres", url), 0, "policy has changed", "is loaded into")
    server.psql("grown", "UPDATE crmtrack.repository SET fold_version = fold_version - 1")
    require_words("another fold", world.ran("export", "postgres", url), 0, "another version", "is loaded into")
    server.psql("grown", "UPDATE crmtrack.repository SET tzdata = '2019c'")
    require_words("other zones", world.ran("export", "postgres", url), 0, "another version of the time zones", "is loaded into")
    server.psql("grown", "UPDATE crmtrack.repository SET views_digest = 'x'")
    require_words("other queries", world.ran("export", "postgres", url), 0, "another version of crmtrack", "is loaded into")
    server.psql("grown", "UPDATE crmtrack.repository SET fold_version = fold_version + 1")
    require_words("a newer fold", world.ran("export", "postgres", url), 5, "a newer crmtrack loaded it")
    server.psql("grown", "UPDATE crmtrack.repository SET fold_version = fold_version - 1, layout = layout + 1")
    require_words("a newer layout", world.ran("export", "postgres", url), 5, "a newer crmtrack loaded it")
    server.psql("grown", "UPDATE crmtrack.repository SET layout = layout - 1, ledger = '--upload-pack=x'")
    require_words("no commit", world.ran("export", "postgres", url), 0, "does not descend")
    server.psql("grown", "ALTER TABLE crmtrack.complaint DROP COLUMN summary CASCADE; ALTER TABLE crmtrack.promise ADD COLUMN note text")
    require_words("a column that lacks", world.ran("export", "postgres", url), 0, "another version", "is loaded into")  # as if a version had brought it
    require("a new column", server.psql("grown", "SELECT count(summary) > 0 FROM crmtrack.complaint"), "t")
    server.psql("grown", "ALTER TABLE crmtrack.promise DROP COLUMN note")
    server.psql("grown", "DROP TABLE crmtrack.measure")
    require_words("a table that is gone", world.ran("export", "postgres", url), 0, "another version", "is loaded into")
    require("grown again", server.psql("grown", "SELECT count(*), count(DISTINCT _row) = count(*) FROM crmtrack.record").split("|")[1], "t")


def check_erasure(server, world):
    """A story that is gone from the ledger goes, also from the statistics that everybody may read."""
    url = server.url("erased")
    server.psql("postgres", "CREATE DATABASE erased")
    head = world.git("rev-parse", "ledger")
    world.run("new", "-c", "private-person", "-m", "Tell nobody")
    shown = "SELECT count(*) FROM pg_stats WHERE schemaname = 'crmtrack' AND {} LIKE '%private-person%'"
    shown = shown.format("coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '')")
    world.run("export", "postgres", url)
    if server.psql("erased", shown) == "0":
        raise Failed("the statistics never showed the customer: this proves nothing")
    world.git("update-ref", "refs/heads/ledger", head)
    shutil.rmtree(world.folder / ".git/crmtrack")
    require_words("a ledger that was moved back", world.ran("export", "postgres", url), 0, "does not descend")
    require("the rows", server.psql("erased", "SELECT count(*) FROM crmtrack.complaint WHERE customer = 'private-person'"), "0")
    require("the statistics", server.psql("erased", shown), "0")
    require("all", digests(server, "erased"), fresh_digests(server, world))


def waiting(server):
    return int(server.psql("postgres", "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))


def check_two_at_once(server, world, other):
    """Loads wait for each other, of a database that has no tables yet too; each reads what the one before has stored."""
    for name, others in (("pair", "SELECT pg_advisory_xact_lock(1668443508)"), ("grown", "LOCK TABLE crmtrack.repository")):
        if name == "pair":
            server.psql("postgres", f"CREATE DATABASE {name}")
        holder = Session(server, name)
        holder.run("BEGIN")
        holder.run(others)
        loads = [one.start("export", "postgres", server.url(name)) for one in (world, other, world)]
        server.wait_for(lambda: waiting(server) == 3)
        world.run("note", world.first, "-m", "written meanwhile")
        holder.run("COMMIT")
        holder.end()
        for load in loads:
            out, err = load.communicate(timeout=60)
            if load.returncode != 0:
                raise Failed(f"a load beside others: exit {load.returncode}\n{out}{err}")
        require("what was written meanwhile", server.psql(name, "SELECT ledger FROM crmtrack.repository ORDER BY ledger"),
                "\n".join(sorted([world.git("rev-parse", "ledger"), other.git("rev-parse", "ledger")])))
    server.psql("grown", f"DELETE FROM crmtrack.repository WHERE ledger = '{other.git('rev-parse', 'ledger')}'")


def check_killed(server, world):
    """Killed while it waits for a table in its middle, a load leaves what was there."""
    before = digests(server, "grown")
    world.environment["CRMTRACK_NOW"] = DAYS[20]
    world.run("note", world.first, "-m", "not to be seen")
    for table in ("complaint", "promise", "measure"):
        holder = Session(server, "grown")
        holder.run("BEGIN")
        holder.run(f"LOCK TABLE crmtrack.{table}")
        load = world.start("export", "postgres", server.url("grown"))
        server.wait_for(lambda: waiting(server) == 1)
        load.send_signal(signal.SIGKILL)
        load.communicate(timeout=60)
        holder.run("COMMIT")
        holder.end()
        server.wait_for(lambda: server.psql("grown", "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'crmtrack'") == "0")
        require("after a kill", digests(server, "grown"), before)
    holder = Session(server, "grown")  # the server ends the session
    holder.run("BEGIN")
    holder.run("LOCK TABLE crmtrack.repository")
    load = world.start("export", "postgres", server.url("grown"))
    server.wait_for(lambda: waiting(server) == 1)
    server.psql("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'crmtrack'")
    out, err = load.communicate(timeout=60)
    if load.returncode != 8 or "57P01" not in err and "closed the connection" not in err:
        raise Failed(f"a session that the server ended: exit {load.returncode}\n{out}{err}")
    holder.run("COMMIT")
    holder.end()
    world.run("export", "postgres", server.url("grown"))


def check_secrets(server, world):
    host = f"127.0.0.1:{server.port}"
    server.psql("postgres", f"CREATE ROLE loader LOGIN PASSWORD '{SECRET}'; CREATE DATABASE owned OWNER loader")
    for url in (f"postgresql://loader:{SECRET}@{host}/owned", f"postgresql://loader%3A{SECRET}@{host}/owned",
                f"postgresql://{host}/owned?user=loader&password={SECRET}", f"postgresql://{host}/owned?user=loader&pass%77ord={SECRET}",
                f"postgresql://loader:{SECRET}/owned", f"postgresql://lo/ader:{SECRET}@{host}/owned", f"loader:{SECRET}@{host}/owned",
                f"postgresql://loader:{SECRET[:3]}@{SECRET}@{host}/owned", f"postgresql://{host}/owned?options={SECRET}%", f"host={host} password={SECRET}"):
        require_words(f"the address {url}", world.ran("export", "postgres", url), 2, "cannot use that address")
    url = f"postgresql://loader@{host}/owned"
    wrong = world.ran("export", "postgres", url, environment={"PGPASSWORD": SECRET + "x"})
    require_words("a wrong password", wrong, 5, "cannot connect to the database", "28P01", "password authentication failed")
    require_words("no password", world.ran("export", "postgres", url), 8, "cannot connect to the database", "no password supplied")
    passwords = world.root / "home/.pgpass"
    passwords.write_text(f"127.0.0.1:{server.port}:owned:loader:{SECRET}\n")
    passwords.chmod(0o600)
    require_words("~/.pgpass", world.ran("export", "postgres", url), 0, "is loaded into 'owned'")
    passwords.unlink()
    port = free_port()
    require_words("nobody there", world.ran("export", "postgres", f"postgresql://127.0.0.1:{port}/x"), 8, "cannot connect to the database")


def check_refused(server, world, other):
    server.psql("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    require_words("another encoding", world.ran("export", "postgres", server.url("latin")), 5, "has the encoding LATIN1")
    server.psql("postgres", "CREATE DATABASE foreign_one")
    server.psql("foreign_one", "CREATE SCHEMA crmtrack; CREATE TABLE crmtrack.complaint(id text)")
    require_words("a foreign schema", world.ran("export", "postgres", server.url("foreign_one")), 5, "no load made it")
    server.psql("owned", "CREATE ROLE stranger LOGIN; GRANT ALL ON SCHEMA crmtrack TO stranger; GRANT ALL ON ALL TABLES IN SCHEMA crmtrack TO stranger")
    require_words("tables of another role", world.ran("export", "postgres", server.url("owned", "stranger")), 5, "is no table of this role")
    server.psql("postgres", "CREATE DATABASE closed")
    require_words("no right", world.ran("export", "postgres", server.url("closed", "stranger")), 5, "42501", "hint:")
    server.psql("grown", "CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                "CREATE TRIGGER swallow BEFORE INSERT ON crmtrack.promise FOR EACH ROW EXECUTE FUNCTION swallow()")
    before = digests(server, "grown")
    require_words("rows that vanish", world.ran("export", "postgres", server.url("grown"), "--anew"), 8, "the server took 0")
    require("after that", digests(server, "grown"), before)
    server.psql("grown", "DROP FUNCTION swallow CASCADE; ALTER TABLE crmtrack.step ADD CONSTRAINT few CHECK (number < 0)")
    world.run("plan", world.second, "add", f"Write the {SECRET}", "--owner", "asha@example.com", "--due", "2026-12-01")
    require_words("a row that the server refuses", world.ran("export", "postgres", server.url("grown")), 8, "23514", "violates check constraint")
    server.psql("grown", "ALTER TABLE crmtrack.step DROP CONSTRAINT few")
    require_words("the name of another", other.ran("export", "postgres", server.url("owned"), "--name", server.psql(
        "owned", "SELECT repository FROM crmtrack.repository")), 5, "another repository stands there", "--name")
    require_words("a bad name", other.ran("export", "postgres", server.url("owned"), "--name", "Retail!"), 2, "cannot call a repository")
    require_words("a filter", world.ran("export", "postgres", server.url("grown"), "status:open"), 2, "with a filter")
    require_words("a past", world.ran("--as-of", "yesterday", "export", "postgres", server.url("grown")), 2, "with --as-of")
    require_words("another format", world.ran("export", "csv", "--anew"), 2, "option of postgres alone")


def check_several(server, world, other):
    server.psql("postgres", "CREATE DATABASE group_wide")
    url = server.url("group_wide")
    world.run("export", "postgres", url, "--name", "retail")
    alone = digests(server, "group_wide")
    other.run("export", "postgres", url, "--name", "energy")
    require_words("renaming", other.ran("export", "postgres", url, "--name", "power"), 5, "it is loaded as 'energy'")
    other.run("note", other.first, "-m", "x")
    other.run("export", "postgres", url)
    require("both", server.psql("group_wide", "SELECT repository, count(*) FROM crmtrack.complaint GROUP BY 1 ORDER BY 1").splitlines()[0].split("|")[0], "energy")
    for table in server.psql("group_wide", "SELECT relname FROM pg_class WHERE relnamespace = 'crmtrack'::regnamespace AND relkind = 'r'").split():
        server.psql("group_wide", f"DELETE FROM crmtrack.\"{table}\" WHERE repository = 'energy'")
    require("one beside another", digests(server, "group_wide"), alone)


def check_pooler(server, world):
    """pgbouncer in transaction mode, with one server connection for all clients."""
    port = free_port()
    config = server.folder / "pgbouncer.ini"
    config.write_text(f"[databases]\n* = host={server.folder} port={server.port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
                      f"listen_port = {port}\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 1\nunix_socket_dir =\n"
                      "ignore_startup_parameters =\n")
    config.write_text(config.read_text().replace("* = ", "* = user=boss "))
    os.chmod(config, 0o644)
    server.start("pgbouncer", config)
    server.psql("postgres", "CREATE DATABASE pooled")
    url = f"postgresql://boss@127.0.0.1:{port}/pooled"
    server.wait_for(lambda: world.ran("-q", "export", "postgres", url).returncode == 0)
    world.run("note", world.first, "-m", "by the pooler")
    loads = [world.start("export", "postgres", url) for _ in range(3)]
    for load in loads:
        out, err = load.communicate(timeout=60)
        if load.returncode != 0:
            raise Failed(f"a load behind pgbouncer: exit {load.returncode}\n{out}{err}")
    require("behind pgbouncer", digests(server, "pooled"), fresh_digests(server, world))
    left = server.psql("pooled", "SELECT count(*) FROM pg_class WHERE relpersistence = 't'")
    require("temporary tables", left, "0")


def check_page(server, world):
    """The roles and queries of docs/warehouse.md."""
    blocks = re.findall(r"^```sql\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    roles, grants, *queries, removal = blocks
    for statement in roles.split(";\n"):  # CREATE DATABASE stands alone
        server.psql("postgres", statement)
    server.psql("crm", grants)
    server.psql("crm", "CREATE ROLE viewer LOGIN IN ROLE crm_readers")
    world.run("export", "postgres", server.url("crm", "crm_loader"), "--name", "retail")
    if len(queries) < 4:
        raise Failed(f"{PAGE} has {len(queries)} queries")
    for query in queries:
        if not server.psql("crm", query, user="viewer"):
            raise Failed(f"{PAGE}: no row of\n{query}")
    refused = server.psql("crm", "DELETE FROM crmtrack.complaint", user="viewer", allowed=(3,))
    require("a reader who deletes", refused, "")
    server.psql("crm", removal, user="crm_loader")
    require("the repository", server.psql("crm", "SELECT count(*) FROM crmtrack.repository"), "0")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    binary = pathlib.Path(parser.parse_args().binary).resolve()
    begun = time.monotonic()
    with Server() as server, tempfile.TemporaryDirectory(prefix="crmtrack-warehouse-") as folder:
        root = pathlib.Path(folder)
        world, other = World(root, binary), World(root, binary, "other")
        world.environment["CRMTRACK_NOW"] = other.environment["CRMTRACK_NOW"] = DAYS[0]
        checks = [functools.partial(check_growth, server, world), functools.partial(check_begins_anew, server, world),
                  functools.partial(check_erasure, server, world), functools.partial(check_two_at_once, server, world, other),
                  functools.partial(check_killed, server, world), functools.partial(check_secrets, server, world),
                  functools.partial(check_refused, server, world, other), functools.partial(check_several, server, world, other),
                  functools.partial(check_pooler, server, world), functools.partial(check_page, server, world)]
        for check in checks:
            try:
                check()
            except Failed as failure:
                print(f"FAIL {check.func.__name__}: {failure}")
                return 1
            print(f"ok   {check.func.__name__} ({time.monotonic() - begun:.1f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
