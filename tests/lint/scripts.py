#!/usr/bin/env python3
"""Shell scripts pass shellcheck, Python scripts compile, what is to be run may be run, and each sandbox has the clock that
its test is to have."""
import os
import shutil

from common import SOURCE, finish, parse_arguments, run, source_files


def shebang(path):
    with open(SOURCE / path, "rb") as file:
        first = file.readline()
    return first.decode(errors="replace") if first.startswith(b"#!") else ""


def makes_sandbox(text):
    """Whether the program runs there with the machine's clock, whatever tests/dates/later.sh says."""
    return "GIT_CONFIG_NOSYSTEM" in text and "kept_environment()" not in text


def main():
    parse_arguments(__doc__)
    files = source_files("dev", ".ci/run", "tests/**/*", "docs/*.sh", "completions/crmtrack.bash")
    files = [path for path in files if "corpus" not in path.parts and "__pycache__" not in path.parts]
    shell = [path for path in files if path.suffix in (".sh", ".bash") or "sh\n" in shebang(path)]
    python = [path for path in files if path.suffix == ".py" or "python" in shebang(path)]
    faults = []
    if shutil.which("shellcheck") is None:
        faults.append("shellcheck is not installed")
    else:
        faults += [line for line in run(["shellcheck", "-f", "gcc", *map(str, shell)]).stdout.splitlines() if line]
    for path in python:
        try:
            compile((SOURCE / path).read_text(), str(path), "exec")
        except SyntaxError as error:
            faults.append(f"{path}:{error.lineno}: {error.msg}")
    faults += [f"{path}: begins with #! and may not be run" for path in files
               if shebang(path) and not os.access(SOURCE / path, os.X_OK)]
    faults += [f"{path}: makes a sandbox whose environment lacks kept_environment()" for path in python
               if path.name != "scripts.py" and makes_sandbox((SOURCE / path).read_text())]
    finish(faults, f"{len(shell)} shell and {len(python)} Python scripts")


if __name__ == "__main__":
    main()
