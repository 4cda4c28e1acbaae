"""Commands that merge policy by key and settle what clashed, made to go wrong (see cases.py). Two clones change the name of
one person: one version stands, and the other has to wait in policy/conflicts.yaml until somebody settles it."""
import re
import shlex
import shutil
import subprocess

from cases import Case
from sandbox import Failed
from soundness import marks_in_ledger

PERSON = "ben@example.com"
FAULT = ("LD_PRELOAD", "FAULT_CALLS", "FAULT_AT", "FAULT_ACTION", "FAULT_ERRNO", "FAULT_STICKY", "FAULT_FIRED", "FAULT_COUNT")


class PolicyCase(Case):
    """Main is to have the mark of this clone and that of the colleague, and only one of them in people.yaml. Each command
    runs in a copy of one pair of clone and server, in which the two have changed the same entry."""

    mark, theirs = "mark-1", "their-1"

    def prepare(self):
        self.pair = self.sandbox.repositories / f"{self.name}-{self.number}"
        self.template = self.sandbox.repositories / f"{self.name}-{self.number}-template"
        self.repository = self.template / "clone"
        colleague, server = self.template / "colleague", self.template / "server.git"
        super().prepare()
        must, git = self.sandbox.must, self.sandbox.git
        must(self.repository, "-q", "person", "add", PERSON, "--name", "Ben", "--role", "lead")
        git(self.template, "init", "-q", "--bare", server)
        git(self.repository, "remote", "add", "origin", "../server.git")
        must(self.repository, "-q", "sync")
        must(self.template, "-q", "clone", server, colleague)
        must(colleague, "-q", "person", "edit", PERSON, "--name", self.theirs)
        must(colleague, "-q", "sync")
        must(self.repository, "-q", "person", "edit", PERSON, "--name", self.mark)
        self.prepare_clone()

    def prepare_clone(self):
        """Nothing more before most commands."""

    def where(self):
        return self.pair / "clone"

    def renew(self):
        """Each command has a new repository."""

    def next_command(self):
        shutil.rmtree(self.pair, ignore_errors=True)
        shutil.copytree(self.template, self.pair, symlinks=True)
        self.repository = self.where()
        self.acknowledged.clear()
        return self.command(self.mark)

    def policy_text(self, name):
        return self.sandbox.git(self.repository, "show", f"refs/heads/main:policy/{name}", check=False)

    def standing(self):
        return re.findall(r"^ +name: (\S+-\S+)$", self.policy_text("people.yaml"), re.MULTILINE)

    def waiting(self):
        """The names that wait to be settled."""
        return re.findall(r"^ +other:\n(?: {6}.*\n)*? {6}name: (\S+)$", self.policy_text("conflicts.yaml"), re.MULTILINE)

    def has_in_history(self, mark):
        """Whether a commit of main brought this version."""
        return bool(self.sandbox.git(self.repository, "log", "--full-history", "--format=%H", "-S", mark, "refs/heads/main",
                                     "--", "policy/people.yaml").strip())

    def happened(self):
        """Whether main has what the colleague committed."""
        return self.has_in_history(self.theirs)

    def require_both(self):
        """One of the two versions stands, and the other waits, once."""
        found = sorted(self.standing() + self.waiting())
        if found != [self.mark, self.theirs]:
            raise Failed(f"of {self.mark} and {self.theirs} one stands and one waits, and there is {found}")

    def require_whole_files(self):
        """Each policy file in the work tree is one that Git has as an object: it was written as a whole."""
        for path in sorted((self.repository / "policy").glob("*.yaml")):
            blob = self.sandbox.git(self.repository, "hash-object", path).strip()
            if self.sandbox.git(self.repository, "cat-file", "-t", blob, check=False).strip() != "blob":
                raise Failed(f"{path.name} in the work tree is no version that Git knows")

    def require_clean(self):
        status = self.sandbox.git(self.repository, "status", "--porcelain")
        if status.strip():
            raise Failed(f"afterwards the work tree is not clean: {status.strip()}")

    def require_sound(self):
        super().require_sound()
        self.require_whole_files()

    def require_acknowledged(self):
        """Main keeps what this clone had committed, and what an acknowledged command took in."""
        for mark in (self.mark, *(self.theirs for _ in self.acknowledged)):
            if not self.has_in_history(mark):
                raise Failed(f"{mark} was acknowledged, and main does not have it")


class Settle(PolicyCase):
    """Puts the version that waits in the place of the one that stands: two files of main, in one commit."""

    name = "settle"

    def prepare_clone(self):
        self.sandbox.must(self.repository, "-q", "sync")
        self.require_both()
        self.taken = self.waiting()[0]

    def command(self, mark):
        return ["policy", "settle", "people", PERSON, "--take", "--why", "Asked"]

    def happened(self):
        is_taken, waits = self.standing() == [self.taken], bool(self.waiting())
        if is_taken == waits:
            raise Failed(f"half of 'settle' is there: taken {is_taken}, waits {waits}")
        return is_taken

    def go_on(self):
        if not self.happened():
            self.sandbox.must(self.repository, *self.command(self.mark), timeout=60)
        self.sandbox.must(self.repository, "person", "edit", "asha@example.com", "--name", "Asha", timeout=60)
        if not self.happened():
            raise Failed("the next 'settle' ended with 0, and what it says is not there")
        self.require_clean()


class PolicySync(PolicyCase):
    """Merges the colleague's policy in `sync`."""

    name = "policy_sync"

    def command(self, mark):
        return ["sync"]

    def happened(self):
        if super().happened():
            self.require_both()
        return super().happened()

    def go_on(self):
        self.sandbox.must(self.repository, "sync", timeout=60)
        self.require_both()
        self.require_clean()


class ListClash(PolicyCase):
    """After a plain `git pull`, the next command that writes lists what clashed, whether it was killed or not."""

    name = "list_clash"

    def prepare_clone(self):
        self.sandbox.git(self.repository, "pull", "-q", "--no-rebase")

    def command(self, mark):
        return ["note", self.complaint, "-m", "mark-1-1"]

    def happened(self):
        return marks_in_ledger(self.sandbox, self.repository)["mark-1-1"] == 1

    def go_on(self):
        self.sandbox.must(self.repository, "-q", "note", self.complaint, "-m", "And on", timeout=60)
        self.require_both()
        self.require_clean()


class Pull(PolicyCase):
    """Git runs our merge driver in `git pull`, and the driver goes wrong. Git then stops, or has merged the file."""

    name = "pull"
    pull = ("pull", "-q", "--no-rebase")
    give_up = ("merge", "--abort")
    is_git = True

    def command(self, mark):
        return self.pull

    def run(self, extra):
        """Git with a driver that runs ours under the fault; the other programs run without it."""
        words = self.next_command()
        driver = self.sandbox.git(self.repository, "config", "merge.crmtrack.driver").strip()
        fault = "".join(f"export {key}={shlex.quote(str(extra[key]))}; " for key in FAULT if key in extra)
        environment = self.sandbox.environment({key: value for key, value in extra.items() if key not in FAULT})
        return subprocess.run(["git", "-C", self.repository, "-c", f"merge.crmtrack.driver={fault}{driver}", *words],
                              env=environment, cwd=self.sandbox.root, capture_output=True, text=True, errors="replace",
                              stdin=subprocess.DEVNULL, timeout=120)

    def has_stopped(self):
        folder = self.repository / ".git"
        return any((folder / name).exists() for name in ("MERGE_HEAD", "rebase-merge", "rebase-apply"))

    def go_on(self):
        """A person gives up what Git stopped, and pulls again; the next record lists what clashed."""
        if self.has_stopped():
            self.sandbox.git(self.repository, *self.give_up)
        self.require_clean()
        self.sandbox.git(self.repository, *self.pull)
        self.sandbox.must(self.repository, "-q", "note", self.complaint, "-m", "And on", timeout=60)
        self.require_both()
        self.require_clean()


class Rebase(Pull):
    """Git runs our merge driver in `git pull --rebase`: the driver notes the version that it sets aside."""

    name = "rebase"
    pull = ("pull", "-q", "--rebase")
    give_up = ("rebase", "--abort")

    def require_acknowledged(self):
        """A rebase leaves out the own commit: its version is in conflicts.yaml in the end, which `go_on` looks at."""


# They take long: the usual run has one of them, the long one all.
LONG_POLICY_CASES = {"settle", "list_clash", "pull", "rebase"}
POLICY_CASES = {case.name: case for case in (Settle, PolicySync, ListClash, Pull, Rebase)}
