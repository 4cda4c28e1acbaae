"""A PostgreSQL of a test's own: a server in a temporary folder, run by a user without rights."""
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PATIENCE = 60
HBA = """local all all trust
host all all 127.0.0.1/32 scram-sha-256
"""


def find_programs():
    """The folder of the newest installed server: Debian has one for each version."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("there is no PostgreSQL server: apt-get install postgresql-15")
    return found[-1].parent


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """Takes connections by a socket in its folder without a password, and on 127.0.0.1 with one. The superuser is `boss`."""

    def __init__(self):
        self.programs = find_programs()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-postgres-"))
        self.port = free_port()
        self.started = []
        self.user = {}
        if os.geteuid() == 0:  # as root it refuses to run
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self.user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        self.environment = {"PATH": f"{self.programs}:/usr/sbin:/usr/bin:/bin", "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def __enter__(self):
        data = self.folder / "data"
        self.run("initdb", "-D", data, "-A", "trust", "-U", "boss", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        (data / "pg_hba.conf").write_text(HBA)
        self.start("postgres", "-D", data, "-k", self.folder, "-p", self.port, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off")
        self.wait_for(lambda: self.psql("postgres", "SELECT 1", allowed=(0, 2)) == "1")
        return self

    def __exit__(self, *_):
        for program in reversed(self.started):
            program.send_signal(signal.SIGINT)
        for program in self.started:
            program.wait(timeout=PATIENCE)
        shutil.rmtree(self.folder)

    def run(self, *words):
        ran = subprocess.run([str(word) for word in words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE,
                             cwd=self.folder, check=False, **self.user)
        if ran.returncode != 0:
            raise RuntimeError(f"{words[0]}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")

    def start(self, *words):
        with open(self.folder / f"{pathlib.Path(words[0]).name}.log", "wb") as log:
            self.started.append(subprocess.Popen([str(word) for word in words], env=self.environment, stdout=log, stderr=log,
                                                 stdin=subprocess.DEVNULL, cwd=self.folder, **self.user))

    def wait_for(self, condition):
        until = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > until:
                logs = "".join(path.read_text(errors="replace")[-2000:] for path in self.folder.glob("*.log"))
                raise TimeoutError(f"waited {PATIENCE} s\n{logs}")
            time.sleep(0.05)

    def psql_words(self, database, user="boss"):
        return [str(self.programs / "psql"), "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-p", str(self.port),
                "-U", user, database]

    def psql(self, database, sql, user="boss", allowed=(0,)):
        """Runs statements, and returns what psql prints."""
        ran = subprocess.run(self.psql_words(database, user), input=sql, env=self.environment, capture_output=True, text=True,
                             timeout=PATIENCE, check=False)
        if ran.returncode not in allowed:
            raise RuntimeError(f"psql {database}: exit {ran.returncode}\n{sql}\n{ran.stderr}")
        return ran.stdout.rstrip("\n")

    def url(self, database, user="boss"):
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"


class Session:
    """A session of psql that stays open: it can hold locks while other things happen."""

    def __init__(self, server, database):
        self.process = subprocess.Popen(server.psql_words(database), env=server.environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def run(self, sql):
        """Runs statements, and waits until they have run."""
        self.process.stdin.write(f"{sql};\n\\echo done\n")
        self.process.stdin.flush()
        while (line := self.process.stdout.readline().rstrip("\n")) != "done":
            if not line and self.process.poll() is not None:
                raise RuntimeError(f"psql ended: {sql}")

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()


# One line of digest a table: over its rows in an order of their own. `loaded_at` is another one each time.
TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'crmtrack'::regnamespace AND relkind = 'r' ORDER BY relname"
DIGEST = "SELECT '{0}', count(*), md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE \"C\"), '')) FROM {1} t;"


def digests(server, database):
    statements = []
    for name in server.psql(database, TABLES).splitlines():
        source = f'crmtrack."{name}"'
        if name == "repository":
            columns = ("repository, ledger_id, ledger, policy, views_version, fold_version, views_digest, tzdata, layout, moment, moment_unix")
            source = f"(SELECT {columns} FROM {source})"
        statements.append(DIGEST.format(name, source))
    return server.psql(database, "\n".join(statements))
