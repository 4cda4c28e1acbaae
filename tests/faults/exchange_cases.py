"""More writing commands that are made to go wrong (see cases.py): those that exchange records with other repositories, and
those that write packs. WRITES holds all that write, these and those of cases.py."""
from cases import CASES, Case
from sandbox import Failed
from soundness import require_fsck, require_whole_records


class Lines(Case):
    """A second way of importing: JSON lines that another ledger has exported."""

    name = "jsonl"
    word = "rows"

    def next_command(self):
        self.mark = self.next_mark()
        source = self.sandbox.root / f"source-{self.mark}"
        self.sandbox.must(self.sandbox.root, "-q", "init", source)
        for number in range(2):
            self.sandbox.must(source, "-q", "new", "-c", "acme", "-r", "other", "-m", f"{number} of {self.mark}.")
        exported = self.sandbox.root / f"{self.mark}.jsonl"
        exported.write_text(self.sandbox.must(source, "export", "jsonl") + "\n")
        return ["import", "jsonl", exported]

    def happened(self):
        return self.count_of(self.mark) == 2

    def count_of(self, mark):
        return self.sandbox.git(self.repository, "grep", "-h", f"of {mark}[.]", "refs/heads/ledger", check=False).count("\n")

    def require_acknowledged(self):
        for mark in self.acknowledged:
            if self.count_of(mark) != 2:
                raise Failed(f"the import {mark} was acknowledged, and {self.count_of(mark)} of its lines are there")


class Customer(Case):
    """An edit of a customer: a record in a story that is no complaint."""

    name = "customer"
    word = "name"

    def prepare(self):
        super().prepare()
        self.sandbox.must(self.repository, "-q", "customer", "add", "beta", "--name", "Beta")

    def command(self, mark):
        return ["customer", "edit", "beta", "--name", f"Beta {mark}"]

    def happened(self):
        return self.count_of(self.mark) == 1

    def count_of(self, mark):
        return self.sandbox.git(self.repository, "grep", "-h", "-w", f"Beta {mark}", "refs/heads/ledger", check=False).count("\n")

    def require_acknowledged(self):
        for mark in self.acknowledged:
            if self.count_of(mark) != 1:
                raise Failed(f"the edit {mark} was acknowledged, and is there {self.count_of(mark)} times")


class Bulk(Case):
    """One record with so many letters that they go into a pack."""

    name = "bulk"
    letters = 60

    def command(self, mark):
        words = ["note", self.complaint, "-m", mark]
        for number in range(self.letters):
            path = self.sandbox.root / f"letter-{self.number}-{self.count}-{number}.txt"
            path.write_text(f"letter {number} of {self.number}-{self.count}\n")
            words += ["--attach", path]
        return words


class Merge(Case):
    """Brings in what a colleague has pushed meanwhile: a merge commit and the folders above what came."""

    name = "merge"
    colleagues_records = 1

    def prepare(self):
        super().prepare()
        self.server = self.sandbox.repositories / f"{self.name}-server-{self.number}"
        self.colleague = self.sandbox.repositories / f"{self.name}-colleague-{self.number}"
        self.sandbox.git(self.sandbox.root, "init", "-q", "--bare", self.server)
        self.sandbox.git(self.repository, "remote", "add", "origin", self.server)
        self.sandbox.must(self.repository, "-q", "sync")
        self.sandbox.must(self.sandbox.root, "-q", "clone", self.server, self.colleague)

    def next_command(self):
        self.mark = self.next_mark()
        for _ in range(self.colleagues_records):
            self.sandbox.must(self.colleague, "-q", "note", self.complaint, "-m", self.mark.replace("mark", "their"))
        self.sandbox.must(self.colleague, "-q", "sync")
        self.sandbox.must(self.repository, "-q", "note", self.complaint, "-m", self.mark)
        # Beside `git gc`, git's own fetch may fail: then the sync does it.
        self.sandbox.git(self.repository, "fetch", "-q", check=False)
        return ["sync"]

    def happened(self):
        theirs = self.mark.replace("mark", "their")
        text = self.sandbox.git(self.repository, "grep", "-h", "-w", theirs, "refs/heads/ledger", check=False)
        return super().happened() and text.count("\n") == self.colleagues_records


class LargeMerge(Merge):
    """A merge of so many records that their folders go into a pack."""

    name = "large_merge"
    colleagues_records = 25


class Mend(Merge):
    """A merge that leaves out what does not belong there: the ledger is no longer added to alone."""

    name = "mend"

    def require_sound(self):
        require_fsck(self.sandbox, self.repository)
        require_whole_records(self.sandbox, self.repository)
        self.require_acknowledged()

    def next_command(self):
        words = super().next_command()
        git = lambda *command: self.sandbox.git(self.server, *command).strip()
        blob = git("hash-object", "-w", "/dev/null")
        tree = git("rev-parse", "refs/heads/ledger^{tree}")
        # In the environment of these commands alone: other threads run git in the same sandbox.
        index = self.sandbox.root / f"stray-index-{self.number}"
        index.unlink(missing_ok=True)
        staged = lambda *command: self.sandbox.git(self.server, *command, extra={"GIT_INDEX_FILE": str(index)}).strip()
        staged("read-tree", tree)
        staged("update-index", "--add", "--cacheinfo", f"100644,{blob},stray-{self.count}")
        tree = staged("write-tree")
        who = ("-c", "user.name=Someone", "-c", "user.email=someone@example.com")
        git("update-ref", "refs/heads/ledger", git(*who, "commit-tree", "-p", "refs/heads/ledger", "-m", "Stray", tree))
        # Beside `git gc`, git's own fetch may fail: then the sync does it.
        self.sandbox.git(self.repository, "fetch", "-q", check=False)
        return [*words, "--mend"]


WRITES = {name: case for name, case in CASES.items() if case.writes and name != "init"}
WRITES |= {case.name: case for case in (Lines, Customer, Bulk, Merge, LargeMerge, Mend)}
