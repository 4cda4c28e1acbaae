#!/usr/bin/env python3
"""C++ files are as clang-format writes them."""
import shutil

from common import SOURCE, finish, parse_arguments, run, source_files


def main():
    parse_arguments(__doc__)
    if shutil.which("clang-format") is None:
        finish(["clang-format is not installed"], "")
    files = source_files("src/**/*.?pp", "tests/**/*.?pp")
    faults = []
    for path in files:
        if run(["clang-format", "--dry-run", "-Werror", str(SOURCE / path)]).returncode != 0:
            faults.append(f"{path}: run clang-format -i on it")
    finish(faults, f"the format of {len(files)} files")


if __name__ == "__main__":
    main()
