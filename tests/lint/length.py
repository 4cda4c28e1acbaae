#!/usr/bin/env python3
"""No file of src with more than 400 lines, no other with more than 500: it has two ideas in it. Nor words of unfinished work, nor paths of a machine."""
import re

from common import SOURCE, finish, parse_arguments, source_files

MOST_LINES = 500
MOST_LINES_OF_SOURCE = 400
UNFINISHED = r"\b(TODO|FIXME|XXX|HACK|not (yet )?implemented)\b"
MACHINE = r"/(home|root|work)/[a-z]"


def main():
    parse_arguments(__doc__)
    files = source_files("src/**/*.?pp", "tests/**/*.?pp", "tests/**/*.py", "cmake/*", "dev", "completions/*", "man/*")
    faults = []
    for path in files:
        lines = (SOURCE / path).read_text().splitlines()
        most = MOST_LINES_OF_SOURCE if path.parts[0] == "src" else MOST_LINES
        if len(lines) > most and path.parts[0] != "man":
            faults.append(f"{path}: {len(lines)} lines")
        if path.name == "length.py":
            continue
        faults += [f"{path}:{n}: {line.strip()}" for n, line in enumerate(lines, 1)
                   if re.search(UNFINISHED, line) or re.search(MACHINE, line)]
    finish(faults, f"the length of {len(files)} files")


if __name__ == "__main__":
    main()
