#!/usr/bin/env python3
"""The calendars that `agenda` writes, read by the programs of other people: each shows every entry, at its time.

    calendars.py --binary build/crmtrack

khal, calcurse, vdirsyncer (a file, and the address of a web server), todoman, and Python's icalendar. The words of the
promises are those on which such programs were seen to break (docs/testing.md).
"""
import argparse
import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

NOW = "2026-11-21T09:12:00Z"
# Line separators, commas, a text longer than a line, wide letters, and two promises that differ in nothing.
WORDS = ["one\u2028two\u2029three\x0bfour\x0cfive\u0085six", "pay 12,50; then \\ call", "東京" * 40, "call back", "call back"]


class Failed(Exception):
    pass


class World:
    def __init__(self, root, binary):
        self.root, self.binary, self.count = root, binary, 0
        (root / "home").mkdir()
        self.environment = kept_environment() | {
            "PATH": os.environ["PATH"], "HOME": str(root / "home"), "XDG_CONFIG_HOME": str(root / "home"), "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "CRMTRACK_NOW": NOW, "GIT_AUTHOR_NAME": "Asha", "GIT_AUTHOR_EMAIL": "asha@example.com",
            "GIT_COMMITTER_NAME": "Asha", "GIT_COMMITTER_EMAIL": "asha@example.com", "GIT_CONFIG_NOSYSTEM": "1"}

    def run(self, *words, folder=None):
        ran = subprocess.run([str(word) for word in words], cwd=folder or self.root, env=self.environment,
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
        if ran.returncode != 0:
            raise Failed(f"{' '.join(map(str, words))}: exit {ran.returncode}\n{ran.stdout}{ran.stderr}")
        return ran.stdout

    def crmtrack(self, *words):
        self.count += 1
        self.environment["CRMTRACK_SEED"] = str(self.count)
        return self.run(self.binary, "-C", self.root / "data", "-q", *words)


def require(name, seen, wanted):
    if seen != wanted:
        raise Failed(f"{name}: saw {seen}, not {wanted}")


def make_ledger(world):
    world.run(world.binary, "-q", "init", world.root / "data")
    first = world.crmtrack("new", "-c", "acme", "-m", "Delivery is late").strip()
    for words in WORDS:
        world.crmtrack("call", first, "-m", "x", "--promise", f"{words}@2026-11-24T10:00:00Z")
    return first


def publish(world):
    file, folder = world.root / "agenda.ics", world.root / "agenda"
    world.crmtrack("agenda", "--all", "--publish", file)
    world.crmtrack("agenda", "--all", "--publish", folder)
    return file, folder


def check_icalendar(world, file, count):
    # The one of Debian, for which the package is.
    read = world.run("/usr/bin/python3", "-c", """
import icalendar, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
events = calendar.walk('VEVENT')
print(len(events), len({str(e['UID']) for e in events}), all(e['DTEND'].dt > e['DTSTART'].dt for e in events),
      sum('one two three four five six' in e['SUMMARY'] for e in events), sum('東京' * 40 in e['SUMMARY'] for e in events))
""", file)
    require("icalendar", read.split(), [str(count), str(count), "True", "1", "1"])


def check_khal(world, folder, count):
    config = world.root / "khal.conf"
    config.write_text(f"[calendars]\n[[crm]]\npath = {folder}\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
                      "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
                      "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                      f"[sqlite]\npath = {world.root}/khal.db\n")
    shown = world.run("khal", "-c", config, "list", "--format", "{start-time} {end-time} {title}", "--day-format", "",
                      "2026-11-21", "40d").splitlines()
    lines = [line for line in shown if line.strip()]
    require("khal", len(lines), count)
    require("khal's times", sum(line.startswith("09:45 10:00") for line in lines), len(WORDS))
    require("khal's words", sum("one two three four five six" in line for line in lines), 1)


def check_calcurse(world, file, count):
    data = world.root / "calcurse"
    data.mkdir()
    world.run("calcurse", "-D", data, "-C", data, "-q", "-i", file)
    shown = world.run("calcurse", "-D", data, "-C", data, "-Q", "--from", "11/21/2026", "--days", "40", "--filter-type", "cal",
                      "--format-apt", "%(start:%H:%M) %m\n")
    lines = [line for line in shown.splitlines() if line[:2].isdigit() and line[2:3] == ":"]
    require("calcurse", len(lines), count)
    require("calcurse's times", sum(line.startswith("09:45") for line in lines), len(WORDS))


def sync_by_vdirsyncer(world, name, storage, count):
    copy = world.root / f"copy-{name}"
    copy.mkdir()
    config = world.root / f"vdirsyncer-{name}.conf"
    config.write_text(f'[general]\nstatus_path = "{world.root}/status-{name}/"\n[pair p]\na = "from"\nb = "to"\n'
                      f'collections = null\nconflict_resolution = "a wins"\n[storage from]\n{storage}\n[storage to]\n'
                      f'type = "filesystem"\npath = "{copy}"\nfileext = ".ics"\n')
    world.run("vdirsyncer", "-c", config, "discover")
    world.run("vdirsyncer", "-c", config, "sync")
    require(f"vdirsyncer from a {name}", len(list(copy.glob("*.ics"))), count)
    return copy


def check_vdirsyncer(world, file, folder, count):
    copy = sync_by_vdirsyncer(world, "file", f'type = "singlefile"\npath = "{file}"', count)
    words = "".join(path.read_text() for path in copy.glob("*.ics"))
    require("vdirsyncer's words", words.replace("\r\n ", "").replace("\n ", "").count("one two three four five six"), 1)
    sync_by_vdirsyncer(world, "folder", f'type = "filesystem"\npath = "{folder}"\nfileext = ".ics"', count)
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(world.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        sync_by_vdirsyncer(world, "server", f'type = "http"\nurl = "http://127.0.0.1:{server.server_port}/agenda.ics"', count)
    finally:
        server.shutdown()


def check_todoman(world):
    folder = world.root / "todo"
    world.crmtrack("agenda", "--all", "--todo", "--publish", folder)
    config = world.root / "todoman.py"
    config.write_text(f'path = "{world.root}/tod*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ncache_path = "{world.root}/todo.db"\n')
    shown = world.run("todoman", "--config", config, "--porcelain", "list")
    require("todoman", shown.count('"summary"'), len(list(folder.glob("*.ics"))))
    require("todoman's words", shown.count("one two three four five six"), 1)


def check_changes(world, complaint, folder, count):
    """A promise that is kept leaves the calendar of khal."""
    record = world.crmtrack("call", complaint, "-m", "y", "--promise", "settle it@2026-11-25T10:00:00Z").strip()
    publish(world)
    check_khal_count(world, folder, count + 1)
    world.crmtrack("email", complaint, "-m", "settled", "--answers", record)
    publish(world)
    check_khal_count(world, folder, count)


def check_khal_count(world, folder, count):
    shown = world.run("khal", "-c", world.root / "khal.conf", "list", "--format", "{title}", "--day-format", "",
                      "2026-11-21", "40d").splitlines()
    require("khal after a change", len([line for line in shown if line.strip()]), count)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-calendars-"))
    try:
        world = World(root, arguments.binary.resolve())
        complaint = make_ledger(world)
        file, folder = publish(world)
        count = len(list(folder.glob("*.ics")))
        check_icalendar(world, file, count)
        check_khal(world, folder, count)
        check_calcurse(world, file, count)
        check_vdirsyncer(world, file, folder, count)
        check_todoman(world)
        check_changes(world, complaint, folder, count)
    except Failed as failure:
        print(f"{failure}\nkept: {root}", file=sys.stderr)
        return 1
    shutil.rmtree(root)
    print(f"{count} entries, in each program")
    return 0


if __name__ == "__main__":
    sys.exit(main())
