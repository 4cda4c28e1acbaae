#!/usr/bin/env python3
"""Generates a ledger as a busy organisation's after five years: seeded, so that everybody measures on the same.

usage: generate.py BINARY FOLDER RECORDS [SEED]

FOLDER becomes a data repository: its policy by crmtrack init and one commit, its ledger of exactly RECORDS records by
git fast-import, in the commits that crmtrack would have made: those of a few people one by one, those of the systems
that hand over what was recorded in them in batches. What came after, a commit a record, is at refs/bench/later.
Beside it FOLDER.json says what is there.
"""

import heapq
import json
import os
import pathlib
import random
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import stories  # noqa: E402
import words  # noqa: E402
import workload  # noqa: E402

VERSION = 3  # counts up when the same seed gives another ledger
BEGIN = 1_635_750_000_000  # Monday, 1 November 2021
YEARS = 5
RECORDS_A_COMPLAINT = 10.55
BY_HAND = 0.07  # of the complaints: each record a commit of its own
BATCH = 75
HOURS = [1, 1, 1, 1, 1, 2, 4, 10, 22, 30, 32, 28, 20, 22, 26, 26, 22, 16, 11, 8, 6, 4, 3, 2]  # how many come in when
WEEK = [1.2, 1.05, 1, 1, 0.95, 0.3, 0.2]
GROWTH = 0.06  # a year


def arrivals(chance, records):
    """When complaints come in: without end, and so that five years make about so many records."""
    days = 365 * YEARS
    mean = records / RECORDS_A_COMPLAINT / days / (sum(WEEK) / 7) / (1 + GROWTH * YEARS / 2)
    day, carried = 0, 0.0
    while True:
        carried += mean * WEEK[day % 7] * (1 + GROWTH * day / 365) * chance.lognormvariate(-0.03, 0.25)
        number, carried = int(carried), carried % 1
        hours = sorted(chance.choices(range(24), HOURS, k=number))
        yield from sorted(BEGIN + day * stories.DAY + int((hour + chance.random()) * stories.HOUR) for hour in hours)
        day += 1


def written_in_order(chance, records):
    """All records in the order in which they were recorded; a story is made only when its time has come."""
    retired_from = BEGIN + YEARS * 365 * stories.DAY // 2
    office = stories.Office(chance, words.Writer(chance), max(20, records // 120), BY_HAND, retired_from)
    waiting = []
    for received in arrivals(chance, records):
        while waiting and waiting[0].ms < received:
            yield heapq.heappop(waiting)
        for record in office.story(received):
            heapq.heappush(waiting, record)
        if chance.random() < 0.08 and office.known:
            heapq.heappush(waiting, office.compliment(received + 2))


class Stream:
    """Commits for git fast-import."""

    def __init__(self, pipe, policy):
        self.pipe = pipe
        self.trailer = f"Policy: {policy}\n"
        self.commits = self.complaints = self.bytes = 0

    def commit(self, branch, records, author, subject, trailers, start=""):
        who = f"{author.split('@')[0].replace('.', ' ').title()} <{author}> {records[-1].ms // 1000} +0100"
        message = f"{subject}\n\n{trailers}{self.trailer}".encode()
        parts = [f"commit {branch}\nauthor {who}\ncommitter {who}\ndata {len(message)}\n".encode(), message, b"\n", start.encode()]
        for record in records:
            self.complaints += record.is_complaint
            for path, content in record.files:
                self.bytes += len(content)
                parts += [f"M 100644 inline {path}\ndata {len(content)}\n".encode(), content, b"\n"]
        parts.append(b"\n")
        self.pipe.write(b"".join(parts))
        self.commits += 1

    def single(self, branch, record, start=""):
        self.commit(branch, [record], record.author, record.subject, record.trailers, start)

    def batch(self, branch, records, gateway, start=""):
        complaints = sum(record.is_complaint for record in records)
        self.commit(branch, records, gateway, f"import jsonl: {len(records)} records", f"Complaints: {complaints}\nRecords: {len(records)}\n", start)


def write_ledger(stream, source, records, gateway):
    """Commits exactly so many records on `ledger`; the time of the last."""
    branch, start, batch = "refs/heads/ledger", "from refs/heads/ledger^0\n", []
    for number, record in enumerate(source, 1):
        if record.by_hand:
            stream.single(branch, record, start)
            start = ""
        else:
            batch.append(record)
        if batch and (len(batch) == BATCH or number == records):
            stream.batch(branch, batch, gateway, start)
            batch, start = [], ""
        if number == records:
            return record.ms


def write_later(stream, source, records):
    start = "from refs/heads/ledger\n"  # as this stream has left it; with ^0 it would be the one on the disk
    for _ in range(records):
        record = next(source)
        stream.single("refs/bench/later", record, start)
        start = ""
    return record.ms


def later_for(records):
    """How many commits follow for measuring how an index catches up: ten single ones, three times a thousand."""
    return 10 + 3 * workload.many_commits(records)


def write_policy(binary, folder, env, office):
    subprocess.run([binary, "-q", "init", str(folder)], env=env, check=True, capture_output=True)
    roles = [(office.handlers, "front_line"), (office.managers, "project_manager"), (office.heads, "complaints_manager"), (office.directors, "senior_management"),
             ([office.gateway], "machine"), ([workload.USER], "front_line")]
    people = "".join(f"  - email: {mail}\n    name: {mail.split('@')[0].replace('.', ' ').title()}\n    role: {role}\n" for mails, role in roles for mail in mails)
    projects = "".join(f"  - id: {project}\n    name: Project {project[-2:]}\n    manager: {office.managers[n % len(office.managers)]}\n" for n, project in enumerate(office.projects))
    (folder / "policy/people.yaml").write_text("people:\n" + people)
    (folder / "policy/projects.yaml").write_text("projects:\n" + projects)
    reasons = folder / "policy/reasons.yaml"
    text = reasons.read_text()
    for code in stories.REASONS:
        if f"code: {code}\n" not in text:
            text += f"  - code: {code}\n    label: {code.replace('-', ' ').capitalize()}\n    question: Is it about {code.replace('-', ' ')}?\n"
    old, new = stories.RETIRED_REASON
    ends = time.strftime("%Y-%m-%d", time.gmtime(office.retired_from // 1000))
    text += f"  - code: {old}\n    label: Car park\n    question: Is it about parking?\n    valid_to: {ends}\n    replaced_by: {new}\n"
    reasons.write_text(text)
    subprocess.run(["git", "-C", str(folder), "commit", "-q", "-a", "-m", "People, projects and reasons"], env=env, check=True)


def generate(binary, folder, records, seed):
    began = time.perf_counter()
    env = workload.environment(folder.parent, now=BEGIN // 1000 - 86_400, seed=seed)
    office = stories.Office(random.Random(seed), None, 0, 0, BEGIN + YEARS * 365 * stories.DAY // 2)
    write_policy(binary, folder, env, office)
    policy = workload.output(["git", "-C", str(folder), "rev-parse", "main"], env)
    # Streamed, a blob is stored whole, as crmtrack stores it; trees become deltas, as after any repack.
    importer = subprocess.Popen(["git", "-C", str(folder), "-c", "core.bigFileThreshold=1", "fast-import", "--quiet", "--done"], env=env, stdin=subprocess.PIPE)
    stream = Stream(importer.stdin, policy)
    source = written_in_order(random.Random(seed), records)
    ends = write_ledger(stream, source, records, office.gateway)
    facts = {"version": VERSION, "seed": seed, "records": records, "complaints": stream.complaints, "commits": stream.commits, "bytes": stream.bytes, "now": ends // 1000 + 3600}
    facts["later"] = later_for(records)
    facts["later_now"] = write_later(stream, source, facts["later"]) // 1000 + 3600
    importer.stdin.write(b"done\n")
    importer.stdin.close()
    if importer.wait() != 0:
        raise RuntimeError("git fast-import failed")
    facts["head"] = workload.output(["git", "-C", str(folder), "rev-parse", "ledger"], env)
    facts["me"] = office.handlers[0]
    facts["generated_seconds"] = round(time.perf_counter() - began, 1)
    pathlib.Path(f"{folder}.json").write_text(json.dumps(facts, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    generate(os.path.realpath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1)
