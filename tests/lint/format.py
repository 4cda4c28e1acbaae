#!/usr/bin/env python3
"""C++ files are as clang-format writes them."""
import shutil

from common import finish, parse_arguments, run, source_files


def main():
    parse_arguments(__doc__)
    if shutil.which("clang-format") is None:
        finish(["clang-format is not installed"], "")
    files = source_files("src/**/*.?pp", "tests/**/*.?pp")
    result = run(["clang-format", "--dry-run", "-Werror", *map(str, files)])
    wrong = sorted({line.split(":")[0] for line in result.stderr.splitlines() if "[-Wclang-format-violations]" in line})
    faults = [f"{path}: run clang-format -i on it" for path in wrong]
    if result.returncode != 0 and not faults:
        faults.append(f"clang-format: exit code {result.returncode}: {result.stderr.strip()}")
    finish(faults, f"the format of {len(files)} files")


if __name__ == "__main__":
    main()
