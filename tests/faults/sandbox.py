"""A place for the real program and stock Git to run in: own home, no configuration but a name, random ids, real time."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

GIT_CONFIG = """[user]
\tname = Asha Rao
\temail = asha@example.com
[init]
\tdefaultBranch = main
[advice]
\tdetachedHead = false
"""


class Failed(Exception):
    """A finding of a test, in one line or more."""


class Sandbox:
    """Temporary folder `root` with the home `home`, removed in the end unless something failed or `kept` was set.
    Repositories are made in `repositories`, which is the same folder unless it is given."""

    def __init__(self, binary, name, repositories=None):
        self.binary = pathlib.Path(binary).resolve()
        self.root = pathlib.Path(tempfile.mkdtemp(prefix=f"crmtrack-{name}-"))
        self.repositories = repositories or self.root
        self.home = self.root / "home"
        self.home.mkdir()
        (self.home / ".gitconfig").write_text(GIT_CONFIG)
        self.kept = False
        self.always = {}  # added to the environment of every program

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None and not self.kept:
            shutil.rmtree(self.root, ignore_errors=True)
        else:
            print(f"  kept: {self.root}", flush=True)

    def environment(self, extra=None):
        return kept_environment() | {
            "HOME": str(self.home),
            "TMPDIR": str(self.root),
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": str(self.home / ".gitconfig"),
        } | self.always | (extra or {})

    def start(self, repository, *words, extra=None, **options):
        """The program as a child, its output in pipes."""
        return subprocess.Popen([self.binary, "-C", repository, *words], cwd=self.root, env=self.environment(extra),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                errors="replace", **options)

    def run(self, repository, *words, extra=None, timeout=120):
        child = self.start(repository, *words, extra=extra)
        try:
            out, err = child.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise Failed(f"crmtrack {' '.join(map(str, words))}: still running after {timeout} s")
        return subprocess.CompletedProcess(words, child.returncode, out, err)

    def must(self, repository, *words, **options):
        """Runs, and what it printed; it has to end with 0."""
        done = self.run(repository, *words, **options)
        if done.returncode != 0:
            raise Failed(f"crmtrack {' '.join(map(str, words))}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout.strip()

    def git(self, repository, *words, check=True, extra=None, **options):
        done = subprocess.run(["git", "-C", repository, *words], env=self.environment(extra), capture_output=True, text=True,
                              errors="replace", stdin=subprocess.DEVNULL, **options)
        if check and done.returncode != 0:
            raise Failed(f"git {' '.join(map(str, words))}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout


def run_checks(binary, name, checks):
    """Runs checks one after the other in one sandbox, each of which gives a line of what it has seen; the exit code. It
    ends with the first that failed, and its sandbox is kept."""
    with Sandbox(binary, name) as sandbox:
        for check in checks:
            try:
                print(f"ok {check(sandbox)}", flush=True)
            except Failed as error:
                sandbox.kept = True
                print(f"FAILED {getattr(check, '__name__', '')}: {error}", flush=True)
                return 1
    return 0
