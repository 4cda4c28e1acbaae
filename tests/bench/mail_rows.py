"""The rows of mail: one message into a large ledger, and a mailbox at once, against notmuch with the same messages."""

import itertools
import os
import pathlib
import random
import shutil
import subprocess
import time

import measure
import words
import workload

NAMES = ["mail-insert", "mail-mbox"]
VERSION = 1  # of the mailbox in the cache
MAILBOX = 100_000
AT_ONCE = 10_000


class Letters:
    """Mails of people who are no customers yet, with texts as long as those that are published."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.writer, self.seed = words.Writer(self.chance), seed

    def make(self, number):
        sender = self.chance.randrange(5000)
        text = " ".join(self.writer.passage(self.writer.length(4.95, 0.89, 1_450)))
        lines = "\n".join(text[at:at + 72] for at in range(0, len(text), 72))
        date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(1_609_459_200 + number * 300))
        return (f"From: Person {sender} <p{sender}@c{sender % 300}.example>\nTo: desk@desk.example\nSubject: {text[:50].strip()}\nDate: {date}\n"
                f"Message-ID: <{self.seed}.{number}@c{sender % 300}.example>\n\n{lines}\n")


def write_maildir(folder, count, seed):
    for part in ("new", "cur", "tmp"):
        os.makedirs(folder / part)
    letters = Letters(seed)
    for number in range(count):
        (folder / "cur" / f"{number}.bench:2,S").write_text(letters.make(number))


def write_mbox(path, count, seed):
    letters = Letters(seed)
    with open(path, "w") as file:
        for number in range(count):
            file.write(f"From p@c.example Mon Nov 23 10:00:00 2026\n{letters.make(number)}\n")


def notmuch_of(home, mailbox):
    """The environment in which notmuch knows a mailbox."""
    settings = home / f"{mailbox.name}.notmuch"
    settings.write_text(f"[database]\npath={mailbox}\n[user]\nname=Bench\nprimary_email=bench@example.com\n[new]\ntags=inbox\n")
    return workload.environment(home) | {"NOTMUCH_CONFIG": str(settings)}


def large_mailbox(rows, count):
    """A mailbox of so many messages that notmuch knows, made once. The program adds some at each run."""
    folder = rows.cache.folder / f"mail{VERSION}-{count}"
    mailbox = folder / "box"
    if not (folder / "made").exists():
        if count > AT_ONCE:  # it takes minutes
            rows.say(f"making a mailbox of {count:,} messages in {folder}")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        workload.apart(write_maildir, mailbox, count, 1)
        measure.run(["notmuch", "new"], notmuch_of(folder, mailbox))
        (folder / "made").touch()
    return notmuch_of(folder, mailbox)


def insert(rows):
    """One message that belongs to nothing yet, durable on both sides."""
    rows.move_on()
    env = large_mailbox(rows, min(MAILBOX, rows.records))
    letters, message = Letters(time.time_ns()), rows.copy.home / "message"
    number = itertools.count()

    def ours():
        message.write_text(letters.make(next(number)))
        return measure.run([rows.binary, "-C", str(rows.data), "mail", "receive"], rows.env, stdin=message)

    def reference():
        return measure.run(["notmuch", "insert"], env, stdin=message)
    rows.measure("mail-insert", "mail receive : notmuch insert", ours, reference, 2)


def mbox(rows):
    """Many messages at once into an empty ledger, and into an empty index of notmuch."""
    count = min(AT_ONCE, rows.records)
    holder = rows.cache.holder()
    home = pathlib.Path(holder.name)
    env = workload.environment(home)
    mailbox, file = home / "box", home / "mbox"
    workload.apart(write_mbox, file, count, 2)
    workload.apart(write_maildir, mailbox, count, 2)
    samples = measure.Pair()
    for turn in range(2 if rows.seconds >= 1 else 1):
        desk = home / f"desk-{turn}"
        subprocess.run([rows.binary, "-q", "init", str(desk)], env=env, check=True, capture_output=True)
        ours = measure.run([rows.binary, "-C", str(desk), "mail", "receive", "--mbox", str(file)], env)
        shutil.rmtree(mailbox / ".notmuch", ignore_errors=True)
        samples.add(ours, measure.run(["notmuch", "new"], notmuch_of(home, mailbox)))
    holder.cleanup()
    rows.add("mail-mbox", f"--mbox of {count:,} messages : notmuch new", samples, 1, at_most=False)
