"""A server's receipts over a real transport: pushes at once, servers without them, clones that were set up before."""
import threading

from world import Failed

RECEIPTS = "refs/crmtrack/receipts"


def require(holds, what):
    if not holds:
        raise Failed(what)


def share(world, with_hook):
    """Two people with a clone each; the server's hook compares nobody with an author."""
    asha, ben = world.person("asha"), world.person("ben")
    asha.must("-q", "init", "complaints")
    asha.git("remote", "add", "origin", world.url)
    asha.must("-q", "new", "-c", "acme", "-m", "First")
    asha.must("sync")
    ben.must("-q", "clone", world.url)
    if with_hook:
        asha.must("-q", "-C", str(world.shared), "hook", "install", "--server")
    return asha, ben


def test_pushes_at_once(world, arguments):
    """Each push that is taken has its receipt, in one line of commits, whoever came between."""
    people = share(world, True)
    before = int(world.git("rev-list", "--count", RECEIPTS))  # of what was there when the hook came
    failures, pushes = [], []

    def write(person):
        try:
            for i in range(arguments.records):
                person.must("-q", "new", "-c", "acme", "-m", f"{person.name} {i}")
                person.must("-q", "sync")
                pushes.append(person.ledger())
        except Failed as failure:
            failures.append(str(failure))

    threads = [threading.Thread(target=write, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    require(not failures, "\n".join(failures))
    count = int(world.git("rev-list", "--count", RECEIPTS)) - before
    require(len(pushes) == 2 * arguments.records, f"{len(pushes)} pushes")
    require(arguments.records < count <= len(pushes), f"{count} receipts of {len(pushes)} pushes")
    require(world.git("rev-list", "--min-parents=2", RECEIPTS) == "", "receipts are no line")
    newest = world.git("log", "-1", "--format=%B", RECEIPTS).split()
    head = world.git("rev-parse", "refs/heads/ledger")
    require(head in newest, "the newest receipt does not name the ledger's head")
    require(newest[newest.index(head) + 1] == world.git("rev-list", "--count", head), "the count is wrong")
    world.git("fsck", "--strict")
    for person in people:
        person.must("-q", "sync")
        require(person.git("rev-parse", RECEIPTS) == world.git("rev-parse", RECEIPTS), "not fetched")
        require(person.must("-q", "audit", "--full") == "", f"{person.name}: audit has something to say")


def test_no_receipts(world, _arguments):
    """A forge without hooks: plain git fetches and pulls as before, and the audit does without."""
    asha, ben = share(world, False)
    for _ in range(2):
        ben.git("fetch", "-q")
        ben.git("pull", "-q")
    require("receipts*" in ben.git("config", "--get-all", "remote.origin.fetch"), "not set up")
    require(world.git("for-each-ref", "refs/crmtrack") == "", "a forge has no receipts")
    ben.must("-q", "new", "-c", "acme", "-m", "Second")
    ben.must("-q", "sync")
    asha.git("pull", "-q")
    require(asha.summaries() == ["First", "Second"], f"asha sees {asha.summaries()}")
    require(asha.must("-q", "audit") == "", "audit has something to say")


def test_nobody_pushes_receipts(world, _arguments):
    asha, _ = share(world, True)
    asha.must("-q", "new", "-c", "acme", "-m", "Second")
    asha.must("-q", "sync")
    asha.git("fetch", "-q")
    before = world.git("rev-parse", RECEIPTS)
    for words in ([f"refs/heads/main:{RECEIPTS}"], ["--force", f"refs/heads/main:{RECEIPTS}"],
                  [f"refs/heads/main:{RECEIPTS}-2"], ["--delete", RECEIPTS]):
        asha.git("push", "-q", "origin", *words, code=1)
        require(world.git("rev-parse", RECEIPTS) == before, f"{words} moved the receipts")


ALL = [test_pushes_at_once, test_no_receipts, test_nobody_pushes_receipts]
