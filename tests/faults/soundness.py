"""The rules that hold for a data repository after any failure."""
import collections
import fcntl
import re
import time

from sandbox import Failed

PACKING_PATIENCE = 300
MARK = re.compile(r"mark-[0-9]+-[0-9]+")


def marks_in_ledger(sandbox, repository):
    """How often each mark stands in the files of the ledger's head (a test writes a mark of its own in each record)."""
    text = sandbox.git(repository, "grep", "-h", "-o", "-E", MARK.pattern, "ledger", "--", check=False)
    return collections.Counter(text.split())


def ledger_files(sandbox, repository):
    return sandbox.git(repository, "ls-tree", "-r", "-z", "--name-only", "ledger").split("\0")[:-1]


def wait_for_packing(repository):
    """Until nobody holds the lock that a packing process carries."""
    lock_file = repository / ".git" / "crmtrack" / "packing.lock"
    deadline = time.monotonic() + PACKING_PATIENCE
    while lock_file.exists():
        with lock_file.open("a") as lock:
            try:
                return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise Failed(f"packing took more than {PACKING_PATIENCE} s")
        time.sleep(0.02)


def require_fsck(sandbox, repository):
    """Dangling objects are what a killed writer leaves, and no error. Git's check takes an object that is packed beside
    it for missing, so it waits for that."""
    wait_for_packing(repository)
    try:
        text = sandbox.git(repository, "fsck", "--full", "--no-dangling", "--no-progress")
    except Failed as error:
        raise Failed(f"the repository is damaged: {error}")
    if re.search(r"^(error|missing|broken)", text, re.MULTILINE):
        raise Failed(f"git fsck: {text.strip()}")


def require_append_only(sandbox, repository):
    bad = sandbox.git(repository, "log", "-m", "--no-renames", "--format=", "--name-status", "--diff-filter=a", "ledger")
    if bad.strip():
        raise Failed(f"a commit of the ledger changes or deletes: {bad.strip()}")


def require_whole_records(sandbox, repository):
    """Each attachment folder belongs to a record that is there: a command lands with all its files."""
    files = ledger_files(sandbox, repository)
    records = {re.sub(r"-[a-z_]+\.yaml$", "", path) for path in files if path.endswith(".yaml")}
    for path in files:
        owner = re.sub(r"\.files/.*$", "", path)
        if owner != path and owner not in records:
            raise Failed(f"an attachment without its record: {path}")


def require_marks(sandbox, repository, acknowledged):
    """`acknowledged`: marks of commands that ended with 0."""
    there = marks_in_ledger(sandbox, repository)
    for mark in acknowledged:
        if there[mark] != 1:
            raise Failed(f"{mark} was acknowledged, and is in the ledger {there[mark]} times")
    for mark, times in there.items():
        if times != 1:
            raise Failed(f"{mark} is in the ledger {times} times")


def require_no_locks(repository):
    """After a command has run to its end, nothing of a dead one's is in anybody's way."""
    for pattern in ("refs/**/*.lock", "*.lock", "logs/**/*.lock"):
        for path in (repository / ".git").glob(pattern):
            raise Failed(f"a lock was left: {path}")


def require_sound(sandbox, repository):
    require_fsck(sandbox, repository)
    require_append_only(sandbox, repository)
    require_whole_records(sandbox, repository)
