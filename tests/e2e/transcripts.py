#!/usr/bin/env python3
"""Runs transcripts: commands with the exact output that they must give.

    transcripts.py --binary build/crmtrack [--update] [--dated] [--jobs N] [FILE...]

Without FILE: every tests/e2e/*.t, and the ```console blocks of README.md and docs/*.md (one sandbox a file).

A transcript is read so:

    # A comment, at the beginning or after an empty line.
    $ crmtrack show 7f3q \\
    > --json
    crmtrack: cannot find '7f3q': no such complaint
    [3]

`$ ` begins a command and `> ` goes on with it. What follows is its standard output and standard error, as a terminal
would mix them, and `[N]` its exit code where that is not 0. Empty lines at the end of an output do not count. Sparingly:
a line that ends in ` (re)` is a regular expression. A line that ends in ` (esc)` shows bytes that are no text as \\xNN,
one that ends in ` (no-eol)` had no line feed.

The sandbox: HOME, which is also where the commands run, holds a .gitconfig with a name and nothing else; no system
configuration; TZ=UTC, LC_ALL=C.UTF-8, COLUMNS=80; CRMTRACK_NOW and CRMTRACK_SEED fixed (a transcript that needs another
time exports it); standard input is empty; the binary comes first in PATH. HOME's path in an output reads `$HOME`.
CRMTRACK_SOURCE names the source folder; examples of Markdown files find its docs/ as docs/. One bash runs the whole
file, so variables and the working directory last. The sandbox of a failed transcript is kept and named.
"""
import argparse
import concurrent.futures
import dataclasses
import difflib
import os
import pathlib
import re
import secrets
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
NOW = "2026-11-21T09:12:00Z"
TIMEOUT_SECONDS = 300
GIT_CONFIG = """[user]
\tname = Asha Rao
\temail = asha@example.com
[init]
\tdefaultBranch = main
"""


@dataclasses.dataclass
class Step:
    """A command, where its expectation stands in the file (lines [first, last)), and what is expected."""

    command: str
    first: int
    last: int
    expected: list


@dataclasses.dataclass
class Result:
    path: pathlib.Path
    steps: int
    seconds: float
    diff: list
    sandbox: str = ""


def is_comment(lines, i):
    return lines[i].startswith("# ") and (i == 0 or not lines[i - 1].strip())


def parse_steps(lines, begin, end):
    """The steps of lines [begin, end)."""
    steps = []
    i = begin
    while i < end:
        if not lines[i].startswith("$ "):
            i += 1
            continue
        command = [lines[i][2:]]
        i += 1
        while i < end and (lines[i].startswith("> ") or lines[i] == ">"):
            command.append(lines[i][2:])
            i += 1
        first = i
        while i < end and not lines[i].startswith("$ ") and not is_comment(lines, i):
            i += 1
        last = i
        while last > first and not lines[last - 1].strip():
            last -= 1
        steps.append(Step("\n".join(command), first, last, lines[first:last]))
    return steps


def parse_file(path, lines):
    if path.suffix != ".md":
        return parse_steps(lines, 0, len(lines))
    steps = []
    begin = None
    for i, line in enumerate(lines):
        if begin is None and line.strip() == "```console":
            begin = i + 1
        elif begin is not None and line.strip() == "```":
            steps += parse_steps(lines, begin, i)
            begin = None
    return steps


def make_sandbox(path):
    root = pathlib.Path(tempfile.mkdtemp(prefix=f"crmtrack-{path.stem}-"))
    (root / "home").mkdir()
    (root / "tmp").mkdir()
    (root / "home" / ".gitconfig").write_text(GIT_CONFIG)
    if path.suffix == ".md":
        (root / "home" / "docs").symlink_to(SOURCE / "docs")
    return root


def environment(root, binary):
    return kept_environment() | {
        "HOME": str(root / "home"),
        "TMPDIR": str(root / "tmp"),
        "PATH": f"{binary.parent}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(root / "home" / ".gitconfig"),
        "CRMTRACK_NOW": NOW,
        "CRMTRACK_SEED": "1",
        "CRMTRACK_SOURCE": str(SOURCE),
        "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",  # the sandbox may lie in memory
    }


def run_script(script, root, binary):
    """Standard output and error together; everything it started is ended."""
    path = root / "script"
    path.write_text(script)
    process = subprocess.Popen(
        ["/bin/bash", "--norc", "--noprofile", str(path)], cwd=root / "home", env=environment(root, binary),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        output += b"\ntranscripts.py: out of time\n"
    return output


def run_steps(steps, root, binary):
    """The output of each step, as bytes, and its exit code (None where the shell ended before)."""
    mark = "MARK-" + secrets.token_hex(8)
    script = ""
    for i, step in enumerate(steps):
        script += f"eval {shlex.quote(step.command)}\nprintf '%s' \"{mark} {i} $?;\"\n"
    output = run_script(script, root, binary)
    results = []
    for i in range(len(steps)):
        found = re.search(rf"{mark} {i} (\d+);".encode(), output)
        if not found:
            results.append((output, None))
            output = b""
        else:
            results.append((output[: found.start()], int(found.group(1))))
            output = output[found.end():]
    return results


def shown_line(line):
    """A line as it stands in a transcript: bytes that are no printable text as \\xNN."""
    try:
        text = line.decode()
        if text.replace("\t", "").isprintable() or not text:
            return text
    except UnicodeDecodeError:
        pass
    return "".join(chr(b) if 32 <= b < 127 and b != 92 else f"\\x{b:02x}" for b in line) + " (esc)"


def shown_output(output, code, root):
    """The lines of an output, with the sandbox's path made the same in every run."""
    for place, name in ((root / "home", "$HOME"), (root, "$SANDBOX")):
        output = output.replace(str(place).encode(), name.encode())
    # A source in /crmtrack is not what refs/crmtrack ends in.
    output = re.sub(rb"(?<![\w.$/-])%b(?![\w.-])" % re.escape(str(SOURCE)).encode(), b"$CRMTRACK_SOURCE", output)
    lines = [shown_line(line) for line in output.split(b"\n")]
    if lines[-1] == "":
        lines.pop()
    else:
        lines[-1] += " (no-eol)"
    while lines and not lines[-1].strip():
        lines.pop()
    if code != 0:
        lines.append("[the shell ended]" if code is None else f"[{code}]")
    return lines


def protected(lines):
    """The text that an update writes: a line that would be read as something else becomes an expression."""
    result = []
    for i, line in enumerate(lines):
        taken = line.startswith("$ ") or line.endswith(" (re)") or line == "```"
        taken = taken or (line.startswith("# ") and i > 0 and not lines[i - 1].strip())
        taken = taken or (i == 0 and line.startswith(">"))
        taken = taken or (re.fullmatch(r"\[\d+\]", line) and i + 1 < len(lines))
        # re.escape leaves > and ` alone, which are what must not stand first here.
        escaped = re.escape(line) if not line.startswith((">", "`")) else "\\" + re.escape(line)
        result.append(escaped + " (re)" if taken else line)
    return result


def matches(expected, actual):
    if expected.endswith(" (re)"):
        return re.fullmatch(expected[:-5], actual) is not None
    return expected == actual


def settled(expected, actual):
    """The actual lines, with the expected ones in place of those that they match, so that a diff shows only faults."""
    if len(expected) == len(actual):
        return [e if matches(e, a) else a for e, a in zip(expected, actual)]
    patterns = [e for e in expected if e.endswith(" (re)")]
    return [next((p for p in patterns if matches(p, a)), a) for a in actual]


def run_file(path, binary, update):
    began = time.monotonic()
    lines = path.read_text().split("\n")
    steps = parse_file(path, lines)
    if not steps and path.suffix == ".md":
        return Result(path, 0, 0, [])
    if not steps:
        return Result(path, 1, 0, [f"{path.name}: holds no command"])
    root = make_sandbox(path)
    after = list(lines)
    for step, (output, code) in reversed(list(zip(steps, run_steps(steps, root, binary)))):
        actual = settled(step.expected, shown_output(output, code, root))
        if actual != step.expected:
            after[step.first:step.last] = protected(actual) if update else actual
    name = str(path.relative_to(SOURCE)) if path.is_relative_to(SOURCE) else str(path)
    diff = list(difflib.unified_diff(lines, after, name, name + " (as it ran)", lineterm=""))
    if update and diff:
        path.write_text("\n".join(after))
    if update or not diff:
        shutil.rmtree(root, ignore_errors=True)
    return Result(path, len(steps), time.monotonic() - began, diff, str(root))


def default_files():
    return (sorted((SOURCE / "tests/e2e").glob("*.t")) + [p for p in [SOURCE / "README.md"] if p.exists()]
            + sorted((SOURCE / "docs").glob("*.md")))


# Our own commands take the time from CRMTRACK_NOW. Git has the machine's where it commits by itself.
MACHINE_CLOCK = re.compile(r"git( -C \S+| -c \S+)* (am|cherry-pick|commit|commit-tree|fast-import|merge|pull|rebase|revert|tag -)|(unset|-u) CRMTRACK_NOW|\bdate [+-]")
FIXED_CLOCK = re.compile(r"export GIT_(AUTHOR|COMMITTER)_DATE")


def has_machine_clock(path):
    text = path.read_text()
    return bool(MACHINE_CLOCK.search(text)) and not FIXED_CLOCK.search(text)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=SOURCE / "build/crmtrack")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dated", action="store_true", help="only those in which something has the machine's clock")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    binary = arguments.binary.resolve()
    if not os.access(binary, os.X_OK):
        sys.exit(f"transcripts.py: cannot run '{binary}': no such program")
    files = [path.resolve() for path in arguments.files] or default_files()
    if arguments.dated:
        files = [path for path in files if has_machine_clock(path)]
    failed = passed = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for result in pool.map(lambda path: run_file(path, binary, arguments.update), files):
            if not result.steps:
                continue
            failed, passed = failed + bool(result.diff), passed + (not result.diff)
            verdict = "ok  " if not result.diff else "new " if arguments.update else "FAIL"
            print(f"{verdict} {result.path.name}: {result.steps} commands, {result.seconds:.1f} s", flush=True)
            if result.diff and not arguments.update:
                print("\n".join(result.diff) + (f"\nsandbox kept: {result.sandbox}" if result.sandbox else ""), flush=True)
    print(f"{passed} passed, {failed} {'updated' if arguments.update else 'failed'}")
    sys.exit(1 if failed and not arguments.update else 0)


if __name__ == "__main__":
    main()
