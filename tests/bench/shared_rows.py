"""The rows of what a team and its server do every day: the audit of what is new, and the server's look at a push."""

import os
import statistics
import subprocess

import measure
import workload

DAY = 86_400
PUSHED = 1000


def audit_day(rows):
    """The question of a server's daily job: everything about the commits of the last day."""
    git = ["git", "-C", str(rows.data)]
    newest = int(workload.output([*git, "log", "-1", "--format=%ct", "refs/heads/ledger"], rows.env))
    before = workload.output([*git, "rev-list", "-1", f"--before={newest - DAY}", "refs/heads/ledger"], rows.env)
    look = rows.ours("audit", "--new", f"{before}..refs/heads/ledger")
    taken = [look() for _ in range(11 if rows.seconds >= 1 else 2)]
    rows.add_figure("audit-day", "audit of the last day", "ms", statistics.median(each.seconds for each in taken) * 1000, 20, None, len(taken))


def push_check(rows):
    """The server's hook on a push of records, a commit each, against git's own strict check of the same pack."""
    holder = rows.cache.holder()
    copy = rows.cache.copy(rows.records, rows.say)
    try:
        base = workload.output(["git", "-C", str(copy.data), "rev-parse", "refs/heads/ledger"], copy.env)
        later = workload.output(["git", "-C", str(copy.data), "rev-list", "--reverse", "refs/heads/ledger..refs/bench/later"], copy.env).split()
        new = later[min(PUSHED, len(later)) - 1]
        server, bare, pack = f"{holder.name}/server.git", f"{holder.name}/bare.git", f"{holder.name}/pushed.pack"
        for repository, heads in ((bare, ("refs/heads/*",)), (server, ("refs/heads/*", f"{new}"))):
            subprocess.run(["git", "init", "-q", "--bare", "-b", "main", repository], env=copy.env, check=True)
            for head in heads:
                target = ":refs/heads/*" if head.endswith("*") else ":refs/bench/pushed"
                subprocess.run(["git", "-C", repository, "-c", "uploadpack.allowAnySHA1InWant=true", "fetch", "-q", "--no-tags", "--upload-pack",
                                "git -c uploadpack.allowAnySHA1InWant=true upload-pack", str(copy.data), f"+{head}{target}"], env=copy.env, check=True)
        with open(pack, "wb") as file:
            subprocess.run(["git", "-C", server, "pack-objects", "--revs", "--thin", "--stdout", "-q"], env=copy.env, check=True, input=f"{new}\n^{base}\n".encode(), stdout=file)
        push = f"{holder.name}/push"
        with open(push, "w") as file:
            file.write(f"{base} {new} refs/heads/ledger\n")
        env = workload.environment(copy.home, copy.facts["later_now"], me=copy.facts["me"])

        def reference():
            taken = measure.run(["git", "-C", bare, "index-pack", "--strict", "--stdin", "--fix-thin"], env, stdin=pack)
            for name in os.listdir(f"{bare}/objects/pack"):
                if os.path.getmtime(f"{bare}/objects/pack/{name}") > began:
                    os.chmod(f"{bare}/objects/pack/{name}", 0o600)
                    os.unlink(f"{bare}/objects/pack/{name}")
            return taken
        began = max(os.path.getmtime(entry) for entry in os.scandir(f"{bare}/objects/pack"))

        def ours():
            return measure.run([rows.binary, "-C", server, "hook", "run", "pre-receive"], env, stdin=push)
        rows.measure("push-check", f"the hook on a push of {min(PUSHED, len(later)):,} records : index-pack --strict", ours, reference, 1.5)
    finally:
        copy.close()
        holder.cleanup()
