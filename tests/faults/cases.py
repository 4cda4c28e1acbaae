"""The writing commands that are made to go wrong: how each is run, and how to see whether it happened.

A case prepares a repository once, then gives commands one after another, each with a mark of its own. `happened` tells
of the last command: False nothing of it is there, True all of it; anything in between raises Failed.
"""
import collections
import json
import re
import shutil

from sandbox import Failed
from soundness import ledger_files, marks_in_ledger, require_marks, require_sound

IMPORT_ROWS = 80
# To look at a repository costs more with each record in it: after so many commands another one is begun.
COMMANDS_EACH = 60


class Case:
    name = ""
    word = "mark"
    writes = True
    is_git = False  # whether the command is Git's, which runs the program

    def __init__(self, sandbox, number=0, beside=None):
        """`number` tells its marks from those of other cases in the repository, which is that of `beside` if given."""
        self.sandbox = sandbox
        self.number = number
        self.count = 0
        self.acknowledged = set()
        self.repository = sandbox.repositories / f"{self.name}-{number}"
        if beside is None:
            self.prepare()
        else:
            self.repository, self.complaint = beside.repository, beside.complaint

    def where(self):
        """The -C of the command."""
        return self.repository

    def prepare(self):
        self.sandbox.must(self.sandbox.root, "-q", "init", self.repository)
        self.complaint = self.sandbox.must(self.repository, "-q", "new", "-c", "acme", "-r", "other", "-m", "The first one")

    def renew(self):
        """After many commands it goes on in a new repository."""
        if self.writes and self.count >= COMMANDS_EACH:
            shutil.rmtree(self.repository, ignore_errors=True)
            self.__init__(self.sandbox, self.number + len(CASES))

    def next_mark(self):
        self.count += 1
        return f"{self.word}-{self.number}-{self.count}"

    def next_command(self):
        """The words of the next command to make go wrong."""
        self.mark = self.next_mark()
        return self.command(self.mark)

    def command(self, mark):
        raise NotImplementedError

    def run(self, extra):
        """Runs the next command to its end, with `extra` in its environment."""
        return self.sandbox.run(self.where(), *self.next_command(), extra=extra)

    def happened(self):
        return marks_in_ledger(self.sandbox, self.repository)[self.mark] == 1

    def acknowledge(self):
        self.acknowledged.add(self.mark)

    def require_acknowledged(self):
        """Each acknowledged record is there, once."""
        require_marks(self.sandbox, self.repository, self.acknowledged)

    def require_sound(self):
        require_sound(self.sandbox, self.repository)
        self.require_acknowledged()

    def go_on(self):
        """The next command of the same kind has to work, without help and without waiting long."""
        self.sandbox.must(self.where(), *self.next_command(), timeout=60)
        if not self.happened():
            raise Failed("the next command ended with 0, and what it says is not there")
        self.acknowledge()


class Note(Case):
    name = "note"

    def command(self, mark):
        return ["note", self.complaint, "-m", f"{mark} and more"]


class NewWithAttachments(Case):
    name = "new"
    word = "letter"

    def command(self, mark):
        # A customer that is new each time: the command then writes two stories and a file.
        (self.sandbox.root / f"{mark}.txt").write_text(f"{mark}\n" * 300)
        (self.sandbox.root / "same.txt").write_text("Dear all,\n" * 2000)
        return ["new", "-c", f"customer-{mark}", "-r", "other", "-m", f"About {mark}",
                "--attach", self.sandbox.root / f"{mark}.txt", "--attach", self.sandbox.root / "same.txt"]

    def happened(self):
        files = ledger_files(self.sandbox, self.repository)
        registered = any(re.match(f"customers/[0-9a-f]{{2}}/customer-{self.mark}/", path) for path in files)
        letters = [path for path in files if path.endswith(f".files/{self.mark}.txt")]
        if registered != bool(letters):
            raise Failed(f"half of 'new' is there: customer {registered}, letter {bool(letters)}")
        return registered

    def require_acknowledged(self):
        names = collections.Counter(path.rsplit("/", 1)[1] for path in ledger_files(self.sandbox, self.repository))
        for mark in self.acknowledged:
            if names[f"{mark}.txt"] != 1:
                raise Failed(f"{mark} was acknowledged, and its letter is there {names[f'{mark}.txt']} times")


class Escalate(Case):
    name = "escalate"

    def next_command(self):
        """Up and down in turn, as the ledger stands."""
        shown = self.sandbox.must(self.repository, "show", self.complaint, "--json")
        level = json.loads(shown)["items"][0]["level"]
        self.mark = self.next_mark()
        words = ["escalate", self.complaint, "--why", self.mark]
        return [*words, "--to", "2", "--person", "ben@example.com"] if level < 2 else [*words, "--to", "1", "--down"]


class Reason(Case):
    """An edit of policy: a commit on main, its file in the work tree, Git's index."""

    name = "reason"
    word = "code"

    def next_command(self):
        self.mark = self.next_mark()
        return ["reason", "add", self.mark, "--label", "Label", "--question", "Question?", "--why", "Asked for"]

    def happened(self):
        return self.codes().count(self.mark) == 1

    def codes(self):
        text = self.sandbox.git(self.repository, "show", "main:policy/reasons.yaml")
        return re.findall(r"^\s*- code: (\S+)$", text, re.MULTILINE)

    def require_acknowledged(self):
        codes = self.codes()
        for mark in self.acknowledged:
            if codes.count(mark) != 1:
                raise Failed(f"{mark} was acknowledged, and policy has it {codes.count(mark)} times")

    def go_on(self):
        super().go_on()
        status = self.sandbox.git(self.repository, "status", "--porcelain")
        if status.strip():
            raise Failed(f"after the next edit of policy the work tree is not clean: {status.strip()}")


class Import(Case):
    """One commit, however many rows; running it again takes in what is missing."""

    name = "import"
    word = "rows"

    def next_command(self):
        self.mark = self.next_mark()
        table = self.sandbox.root / f"{self.mark}.csv"
        with table.open("w") as file:
            file.write("Date received,Product,Issue,Consumer complaint narrative,Company,State,Submitted via,Complaint ID\n")
            for row in range(IMPORT_ROWS):
                file.write(f"2026-03-{row % 28 + 1:02},Credit card,Billing dispute,Row {row} of {self.mark}.,Bank,TX,Web,"
                           f"{self.number}-{self.count}-{row}\n")
        return ["import", "csv", table, "--map", "cfpb"]

    def rows(self):
        """How many rows of each import are there."""
        text = self.sandbox.git(self.repository, "grep", "-h", "-o", "of rows-[0-9]*-[0-9]*[.]", "ledger", check=False)
        return collections.Counter(re.findall(r"rows-\d+-\d+", text))

    def happened(self):
        rows = self.rows()[self.mark]
        if rows not in (0, IMPORT_ROWS):
            raise Failed(f"{rows} rows of {IMPORT_ROWS} were imported")
        return rows == IMPORT_ROWS

    def require_acknowledged(self):
        rows = self.rows()
        for mark in self.acknowledged:
            if rows[mark] != IMPORT_ROWS:
                raise Failed(f"the import {mark} was acknowledged, and {rows[mark]} of its rows are there")


class Index(Case):
    """The first command that needs an index builds it; what it prints is what it would have printed."""

    name = "index"
    writes = False

    def prepare(self):
        super().prepare()
        for number in range(40):
            self.sandbox.must(self.repository, "note", self.complaint, "-m", f"mark-{self.number}-{number + 1000}")
        self.expected = self.sandbox.must(self.repository, "show", self.complaint, "--json")

    def lose_index(self):
        shutil.rmtree(self.repository / ".git" / "crmtrack", ignore_errors=True)

    def next_command(self):
        self.mark = self.next_mark()
        self.lose_index()
        return ["show", self.complaint, "--json"]

    def happened(self):
        return True

    def acknowledge(self):
        """Reading acknowledges nothing."""

    def require_acknowledged(self):
        """Only the story as a whole, below."""

    def go_on(self):
        found = self.sandbox.must(self.repository, "show", self.complaint, "--json", timeout=60)
        if found != self.expected:
            raise Failed("after a fault while the index was made, the story reads otherwise")


class Refresh(Index):
    """The index is behind by some commits, and is brought up to date."""

    name = "refresh"

    def prepare(self):
        super().prepare()
        self.old = self.sandbox.root / f"old-index-{self.number}"
        shutil.copytree(self.repository / ".git" / "crmtrack", self.old)
        for number in range(20):
            self.sandbox.must(self.repository, "note", self.complaint, "-m", f"mark-{self.number}-{number + 2000}")
        self.expected = self.sandbox.must(self.repository, "show", self.complaint, "--json")

    def lose_index(self):
        super().lose_index()
        shutil.copytree(self.old, self.repository / ".git" / "crmtrack")


class Init(Case):
    """Begins a repository of its own each time; `init` again completes what a killed one left."""

    name = "init"

    def where(self):
        return self.sandbox.root

    def prepare(self):
        """Nothing: each command makes its own."""

    def next_command(self):
        self.mark = self.next_mark()
        self.repository = self.sandbox.repositories / f"init-{self.mark}"
        return ["init", self.repository]

    def happened(self):
        return bool(self.sandbox.git(self.repository, "branch", "--list", "ledger", check=False).strip())

    def require_sound(self):
        if (self.repository / ".git" / "refs" / "heads" / "ledger").exists():
            super().require_sound()
        else:
            self.require_acknowledged()

    def require_acknowledged(self):
        """Each repository is another one: it is asked for the last."""
        if self.mark in self.acknowledged and not self.happened():
            raise Failed("'init' was acknowledged, and there is no ledger")

    def go_on(self):
        if not self.happened():
            self.sandbox.must(self.sandbox.root, "init", self.repository, timeout=60)
        done = self.sandbox.run(self.repository, "new", "-c", "acme", "-r", "other", "-m", "The first one")
        if done.returncode != 0:
            raise Failed(f"the first complaint after 'init': exit {done.returncode}: {done.stderr.strip()}")
        if self.sandbox.git(self.repository, "status", "--porcelain").strip():
            raise Failed("after 'init' the work tree is not clean")


CASES = {case.name: case for case in (Note, NewWithAttachments, Escalate, Reason, Import, Index, Refresh, Init)}
