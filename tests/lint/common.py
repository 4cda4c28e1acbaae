"""The common part of the checks: where the source is, and how a check ends."""
import argparse
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def parse_arguments(doc, *flags):
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--binary", type=pathlib.Path, default=SOURCE / "build/crmtrack")
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()


def source_files(*patterns):
    """Files by glob below the source folder, as paths relative to it."""
    return sorted({path.relative_to(SOURCE) for pattern in patterns for path in SOURCE.glob(pattern) if path.is_file()})


def run(command, folder=SOURCE, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, **options)


def finish(faults, checked):
    """Prints the faults and exits 1, or says what was found in order."""
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else f"in order: {checked}")
    sys.exit(1 if faults else 0)
