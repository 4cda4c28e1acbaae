#!/usr/bin/env python3
"""The units of systemd and the line for cron that let `tick` run by itself, as they are installed.

    timers.py --build build

The installation goes to a folder of its own. systemd's own checker reads the units, and what they and the line for cron
start is run against a ledger and its server, where the record of the tick has to arrive.
"""
import argparse
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]


class Failed(Exception):
    pass


class World:
    """A server, a clone of it that ticks, and a colleague's, whose complaint's first response is overdue."""

    def __init__(self, root, bin_folder):
        self.root, self.crmtrack = root, bin_folder / "crmtrack"
        (root / "home").mkdir(mode=0o700)
        self.environment = kept_environment() | {
            "PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": str(root / "home"), "XDG_CONFIG_HOME": str(root / "home"), "XDG_RUNTIME_DIR": str(root / "home"),
            "TZ": "UTC", "LC_ALL": "C.UTF-8", "GIT_AUTHOR_NAME": "Asha", "GIT_AUTHOR_EMAIL": "asha@example.com",
            "GIT_COMMITTER_NAME": "Asha", "GIT_COMMITTER_EMAIL": "asha@example.com", "GIT_CONFIG_NOSYSTEM": "1"}
        self.server, self.colleague, self.clone = root / "server.git", root / "colleague", root / "data of the team"
        self.run("git", "init", "-q", "--bare", "-b", "main", self.server)
        self.run(self.crmtrack, "-q", "init", self.colleague, now="2026-11-20T09:00:00Z")
        self.run("git", "-C", self.colleague, "remote", "add", "origin", self.server)
        self.complain("2026-11-20T09:00:00Z")
        self.run(self.crmtrack, "-q", "clone", self.server, self.clone)

    def run(self, *words, now="2026-11-24T08:00:00Z", folder=None):
        ran = subprocess.run([str(word) for word in words], cwd=folder or self.root, env=self.environment | {"CRMTRACK_NOW": now},
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
        if ran.returncode != 0:
            raise Failed(f"{' '.join(map(str, words))}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def complain(self, now):
        self.run(self.crmtrack, "-q", "-C", self.colleague, "new", "-c", "acme", "-m", "Delivery is late", now=now)
        self.run(self.crmtrack, "-q", "-C", self.colleague, "sync", now=now)

    def escalations(self):
        """How many records of ticks the server has."""
        paths = self.run("git", "-C", self.server, "ls-tree", "-r", "--name-only", "refs/heads/ledger")
        return len(re.findall(r"-escalation\.yaml$", paths, re.MULTILINE))


def install(build, root):
    ran = subprocess.run(["cmake", "--install", str(build), "--prefix", str(root / "usr")], capture_output=True, text=True)
    if ran.returncode != 0:
        raise Failed(f"cmake --install: {ran.stderr}")
    return root / "usr"


def check_units(world, prefix):
    units = prefix / "lib/systemd/user"
    service = units / "crmtrack-tick@.service"
    # The path of the program is that of the configured prefix, and the test has one of its own.
    text = re.sub(r"(?m)^(ExecStart=-?)\S+/crmtrack ", rf"\1{prefix}/bin/crmtrack ", service.read_text())
    service.write_text(text)
    name = world.run("systemd-escape", "--path", world.clone).strip()
    if world.run("systemd-escape", "--unescape", "--path", name).strip() != str(world.clone):
        raise Failed(f"'{name}' is not the path of the clone")
    for kind in ("service", "timer"):
        world.run("systemd-analyze", "--user", "--man=no", "verify", units / f"crmtrack-tick@{name}.{kind}")
    lines = re.findall(r"(?m)^ExecStart=(-?)(.*)$", text)
    if len(lines) != 3:
        raise Failed(f"the service starts {lines}")
    for _, line in lines:
        world.run(*[word.replace("%f", str(world.clone)) for word in shlex.split(line)])


def check_cron(world, prefix):
    line = next(line for line in (prefix / "share/doc/crmtrack/examples/crontab").read_text().splitlines() if line[:1] == "*")
    if line not in (SOURCE / "docs/automation.md").read_text():
        raise Failed("docs/automation.md has another line for cron")
    command = line.split(None, 5)[5].replace("/srv/complaints", shlex.quote(str(world.clone)))
    seen = world.run("sh", "-c", command, now="2026-11-26T08:00:00Z")
    if seen:
        raise Failed(f"cron would mail: {seen}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    build = pathlib.Path(parser.parse_args().build).resolve()
    with tempfile.TemporaryDirectory(prefix="crmtrack-timers-") as folder:
        root = pathlib.Path(folder)
        prefix = install(build, root)
        world = World(root, prefix / "bin")
        check_units(world, prefix)
        by_units = world.escalations()
        world.complain("2026-11-24T09:00:00Z")
        check_cron(world, prefix)
        by_cron = world.escalations()
        if not 0 < by_units < by_cron:
            raise Failed(f"{by_units} records came from the units, {by_cron} with those of cron")
    print("units and the line for cron do what they should")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as error:
        sys.exit(f"timers: {error}")
