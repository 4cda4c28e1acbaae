"""What the benchmark measures on: a seeded table of complaints, and the same files for the references."""

import csv
import os
import random
import subprocess
import time

ISSUES = ["Incorrect information on your report", "Charged fees or interest you didn't expect", "Trouble during payment process", "Managing an account", "Fraud or scam",
          "Problem with a purchase", "Closing your account", "Late delivery", "Letter never answered", "Wrong amount charged"]
PRODUCTS = ["Current account", "Credit card", "Mortgage", "Money transfer", "Student loan"]
WORDS = ("refund letter invoice call account charge payment twice bank answer promised never received week month phone branch told again wrong amount fee closed "
         "contract customer service asked waiting reply manager error statement balance card transfer money loan rate interest notice post mail office").split()
HEADER = ["Date received", "Product", "Sub-product", "Issue", "Sub-issue", "Consumer complaint narrative", "Company public response", "Company", "State", "ZIP code", "Tags",
          "Consumer consent provided?", "Submitted via", "Date sent to company", "Company response to consumer", "Timely response?", "Consumer disputed?", "Complaint ID"]


def environment(folder):
    """A sandbox: no settings of the user take part."""
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}
    for who in ("AUTHOR", "COMMITTER"):
        env[f"GIT_{who}_NAME"] = "Bench"
        env[f"GIT_{who}_EMAIL"] = "bench@example.com"
    return env


def complaints_for(records):
    """A row makes 1.9 records in the mean: the complaint, and for nine of ten the answer."""
    return round(records / 1.9)


def skewed(choices, chance):
    """Early ones often, late ones seldom, as reasons and customers are."""
    return choices[min(int(chance.expovariate(0.5)), len(choices) - 1)]


def write_table(path, rows, seed=1):
    chance = random.Random(seed)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(rows):
            day = time.strftime("%Y-%m-%d", time.gmtime(1_609_459_200 + chance.randrange(5 * 365) * 86_400))
            text = " ".join(chance.choice(WORDS) for _ in range(int(chance.lognormvariate(3.5, 0.8))))
            answer = "In progress" if chance.random() < 0.1 else "Closed with explanation"
            writer.writerow([day, skewed(PRODUCTS, chance), "", skewed(ISSUES, chance), "", text, "", f"Company {int(chance.paretovariate(1))}", "TX", "75001", "", "", "Web", day, answer, "Yes", "N/A",
                             10_000_000 + number])


def write_fast_import(repository, path, env):
    """The files of the ledger's head as one commit for git fast-import; the number of records."""
    listing = subprocess.run(["git", "ls-tree", "-r", "-z", "ledger"], cwd=repository, env=env, check=True, capture_output=True).stdout
    entries = [entry.split(b"\t", 1) for entry in listing.split(b"\0") if entry]
    ids = b"\n".join(entry[0].split()[2] for entry in entries)
    blobs = subprocess.run(["git", "cat-file", "--batch"], cwd=repository, env=env, input=ids, check=True, capture_output=True).stdout
    with open(path, "wb") as stream:
        at = 0
        stream.write(b"feature done\n")
        for mark in range(1, len(entries) + 1):
            end = blobs.index(b"\n", at)
            size = int(blobs[at:end].split()[2])
            stream.write(b"blob\nmark :%d\ndata %d\n" % (mark, size) + blobs[end + 1:end + 1 + size] + b"\n")
            at = end + 1 + size + 1
        stream.write(b"commit refs/heads/ledger\ncommitter Bench <bench@example.com> 1700000000 +0000\ndata 6\nimport\n")
        for mark, entry in enumerate(entries, 1):
            stream.write(b"M 100644 :%d %s\n" % (mark, entry[1]))
        stream.write(b"done\n")
    return len(entries)


def make_checkout(path, env, files=1000):
    """A checkout of as many files, for what a commit costs with plain git."""
    path.mkdir()
    subprocess.run(["git", "init", "-q", str(path)], env=env, check=True)
    for number in range(files):
        (path / f"file-{number}").write_text("text\n")
    subprocess.run(["git", "add", "."], cwd=path, env=env, check=True)
    subprocess.run(["git", "commit", "-q", "-m", "files"], cwd=path, env=env, check=True)
    return path


def catch_up(bench, before):
    """Seconds that the first reader needs whose index stands at the commit `before`."""
    index = bench.data / ".git" / "crmtrack"
    head = bench.head()
    reference = bench.data / ".git" / "refs" / "heads" / "ledger"
    for file in index.glob("index-*.db*"):
        file.unlink()
    reference.write_text(before + "\n")
    bench.tool("list", "--limit", "1")()
    reference.write_text(head + "\n")
    first, _ = bench.tool("list", "--limit", "1")()
    return first
