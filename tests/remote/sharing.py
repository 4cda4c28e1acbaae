#!/usr/bin/env python3
"""Sharing over real transports on loopback: the git daemon, and ssh to an sshd of our own.

    sharing.py --binary build/crmtrack [--transport git|ssh] [--all] [--records N] [--kills N]

Over ssh, where each connection takes its time, only what differs there, unless --all says otherwise.
"""
import argparse
import os
import random
import signal
import sys
import threading
import time

import receipts
from world import Daemon, Failed, Ssh, World

OFFLINE = 8


def require(holds, what):
    if not holds:
        raise Failed(what)


def begin(world):
    """Two people with a clone each of one ledger."""
    asha, ben = world.person("asha"), world.person("ben")
    asha.must("-q", "init", "complaints")
    asha.git("remote", "add", "origin", world.url)
    asha.must("-q", "new", "-c", "acme", "-m", "First")
    asha.must("sync")
    ben.must("-q", "clone", world.url)
    return asha, ben


def require_same(world, people):
    """Everybody has what the server has, and it is sound."""
    for person in people * 2:
        person.must("-q", "sync")
    there = world.git("rev-parse", "ledger")
    for person in people:
        require(person.ledger() == there, f"{person.name} has another ledger than the server")
        person.git("fsck", "--strict")
    world.git("fsck", "--strict")


def test_first_exchange(world, _arguments):
    asha, ben = begin(world)
    require(world.git("for-each-ref", "--format=%(refname:short)").split() == ["ledger", "main"], "not both branches")
    require(ben.summaries() == ["First"], f"ben sees {ben.summaries()}")
    ben.must("-q", "new", "-c", "acme", "-m", "Second")
    ben.must("-q", "sync")
    asha.git("fetch", "-q")
    require(asha.summaries() == ["First", "Second"], f"asha sees {asha.summaries()}")
    asha.must("-q", "new", "-c", "acme", "-m", "Third")
    asha.git("push", "-q")
    ben.git("pull", "-q")
    require(ben.summaries() == ["First", "Second", "Third"], f"ben sees {ben.summaries()}")


def test_writers_against_each_other(world, arguments):
    """Each records and syncs as fast as it can; nothing is lost, and nobody has to do anything by hand."""
    asha, ben = begin(world)
    failures = []

    def write(person):
        try:
            for i in range(arguments.records):
                person.must("-q", "new", "-c", "acme", "-m", f"{person.name} {i}")
                person.must("-q", "sync")
        except Failed as failure:
            failures.append(str(failure))

    threads = [threading.Thread(target=write, args=(person,)) for person in (asha, ben)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    require(not failures, "\n".join(failures))
    require_same(world, [asha, ben])
    wanted = sorted(["First"] + [f"{name} {i}" for name in ("asha", "ben") for i in range(arguments.records)])
    for person in (asha, ben):
        require(person.summaries() == wanted, f"{person.name} sees {person.summaries()}")


def state_of(person):
    return person.git("for-each-ref"), person.git("status", "--porcelain"), person.git("config", "--local", "--list")


def test_offline(world, _arguments):
    asha, ben = begin(world)
    asha.must("-q", "new", "-c", "acme", "-m", "Kept here")
    before = state_of(asha)
    world.server.stop()
    said = asha.must("sync", code=OFFLINE)
    require(said.startswith("crmtrack: cannot fetch from 'origin': "), f"it says: {said}")
    require(len(said.splitlines()) == 2, f"more than a line and a hint: {said}")
    require(state_of(asha) == before, "something was changed")
    require(asha.summaries() == ["First", "Kept here"], "work does not go on offline")
    cleo = world.person("cleo")
    cleo.must("clone", world.url, code=OFFLINE)
    require(not cleo.clone.exists(), "a failed clone was left behind")
    world.server.start()
    require_same(world, [asha, ben])
    require(ben.summaries() == ["First", "Kept here"], f"ben sees {ben.summaries()}")


def test_killed_in_the_middle(world, arguments):
    """The one who pushes dies at some moment, or the server does; the next sync brings everything over."""
    asha, ben = begin(world)
    for i in range(arguments.kills):
        asha.must("-q", "new", "-c", "acme", "-m", f"Round {i}")
        ben.must("-q", "new", "-c", "acme", "-m", f"Ben {i}")
        ben.must("-q", "sync")
        child = asha.start("sync", start_new_session=True)
        time.sleep(random.uniform(0, 0.25))
        if i % 2:
            os.killpg(child.pid, signal.SIGKILL)
        else:
            world.server.stop()
        child.communicate()
        if world.server.process is None:
            world.server.start()
    for repository in (asha.clone, world.shared):
        remove_dead_locks(repository)
    require_same(world, [asha, ben])
    wanted = sorted(["First"] + [f"{who} {i}" for who in ("Round", "Ben") for i in range(arguments.kills)])
    require(ben.summaries() == wanted, f"ben sees {ben.summaries()}")


def remove_dead_locks(repository):
    """Plain git leaves its locks behind when it is killed; doctor names them after a while, and a person removes them."""
    for lock in repository.rglob("*.lock"):
        if "crmtrack" not in lock.parts:
            lock.unlink()


TESTS = {"git": [test_first_exchange, test_writers_against_each_other, test_offline, test_killed_in_the_middle,
                 *receipts.ALL],
         "ssh": [test_first_exchange, test_offline]}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--transport", choices=["git", "ssh"])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--records", type=int, default=3)
    parser.add_argument("--kills", type=int, default=3)
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    failed = 0
    for transport in (Daemon, Ssh):
        if arguments.transport not in (None, transport.name):
            continue
        for test in TESTS["git" if arguments.all else transport.name]:
            began = time.monotonic()
            try:
                with World(arguments.binary, transport) as world:
                    test(world, arguments)
                verdict = "ok"
            except Failed as failure:
                failed += 1
                verdict = f"FAIL: {failure}"
            print(f"{transport.name} {test.__name__}: {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
