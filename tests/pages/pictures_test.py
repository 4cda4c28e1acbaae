#!/usr/bin/env python3
"""Draws every kind of chart by gnuplot, as SVG and PNG, from the scripts that we write: labels stay text, values are those
of the chart, and gnuplot has nothing to say."""
import argparse
import os
import subprocess
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from kept_environment import kept_environment  # noqa: E402

CHARTS = 6
HOSTILE = ["<script>alert(1)</script>", "billing_wrong", "he said \"no\" & 'never' `date` 100 %s"]
# The charts whose labels are the hostile ones: bars, Pareto, heat map.
LABELLED = (0, 3, 5)


def run(arguments, given=b""):
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", **kept_environment()}
    return subprocess.run(arguments, input=given, capture_output=True, env=environment, timeout=120)


def faults_of(sample, number):
    script = run([sample, "svg", str(number)]).stdout
    drawn = run(["gnuplot", "-d"], script)
    if drawn.returncode or drawn.stderr:
        yield f"chart {number}: gnuplot ended with {drawn.returncode}: {drawn.stderr.decode()[:300]}"
        return
    if drawn.stdout.count(b"<svg") != 1:
        yield f"chart {number}: {drawn.stdout.count(b'<svg')} pictures"
    picture = drawn.stdout.replace(b"]]>", b"]]&gt;")  # as terminal/picture does with what gnuplot wrote
    words = ["".join(text.itertext()) for text in tree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")]
    for label in HOSTILE if number in LABELLED else []:
        if label not in words:
            yield f"chart {number}: no label {label!r} among {words}"
    picture = run(["gnuplot", "-d"], run([sample, "png", str(number)]).stdout)
    if picture.returncode or picture.stderr or not picture.stdout.startswith(b"\x89PNG"):
        yield f"chart {number}: no PNG: {picture.stderr.decode()[:300]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", required=True, help="the program that prints the scripts")
    sample = parser.parse_args().sample
    faults = [fault for number in range(CHARTS) for fault in faults_of(sample, number)]
    for fault in faults:
        print(fault)
    print(f"{CHARTS} charts drawn, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
