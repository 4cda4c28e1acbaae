#!/usr/bin/env python3
"""Compares src/statistics with R: base R and Debian's r-cran-spc, r-cran-survival and r-cran-surveillance.

    r_statistics.py [--build build] [--series 200] [--seed 1]

Makes random series, computes each figure that R has as well by both, and prints the table of docs/measures.md. Run by
hand, outside the tests. It builds the small program tests/peers/statistics.cpp, and installs R where it is missing and
the user is root. Exit 1 where a figure differs that should not.
"""
import argparse
import math
import pathlib
import random
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = ["r-base-core", "r-cran-spc", "r-cran-survival", "r-cran-surveillance"]
CLOSE = 1e-9
# Figures of which R is known to give another one: the reason stands in docs/measures.md.
DIFFER = {"survival_median": "the middle of a flat stretch at one half", "cusum_spc": "signals above h, not at it",
          "wilson": "z has 7 digits here, 16 in R"}
OURS = {"cusum_spc": "cusum_run_length", "cusum_spc_less": "cusum_run_length"}
LEAST = {"log_likelihood": 1.0}  # R loses digits near 0: there the difference itself counts
SOURCES = {"poisson_tail": "`ppois`", "poisson_limit": "`qpois`", "binomial_tail": "`pbinom`", "chi_squared_tail": "`pchisq`",
           "dispersion": "`chisq.test`", "wilson": "`prop.test(correct = FALSE)`", "two_windows": "`poisson.test`", "discoveries": "`p.adjust(\"BH\")`",
           "survival": "`survfit`", "survival_median": "`quantile(survfit)`", "quantile": "`quantile(type = 1)`", "cusum_path": "`Reduce`",
           "cusum_run_length": "surveillance `arlCusum`", "cusum_spc": "spc `pois.cusum.arl`", "cusum_spc_less": "the same, h less one step", "ewma": "`filter`", "log_likelihood": "`loglin`", "nps": "`mean`, `sum`"}


def poisson(chance, mean):
    x, p, u = 0, math.exp(-mean), chance.random()
    while u > p and x < 10_000:
        u, x = u - p, x + 1
        p *= mean / x
    return x


def cases_of(chance):
    """One random series, and the cases that it gives."""
    mean = math.exp(chance.uniform(math.log(0.3), math.log(60)))
    counts = [poisson(chance, mean) for _ in range(chance.randint(12, 60))]
    counts[0] = max(counts[0], 1)
    n = chance.randint(1, 400)
    hits = chance.randint(0, n)
    times = [f"{chance.randint(1, 30)} {int(chance.random() < 0.7)}" for _ in range(chance.randint(4, 40))]
    cells = [chance.randint(0, 40), chance.randint(1, 200), chance.randint(1, 100), chance.randint(1, 900)]
    k = max(math.ceil(mean * 2 / math.log(2) - 0.5) / 2, math.floor(mean * 2 + 1) / 2)
    h = chance.randint(2, 24) / 2
    row = " ".join(map(str, counts))
    yield "poisson_tail", f"{chance.randint(0, int(4 * mean) + 5)} {mean!r}"
    yield "poisson_limit", f"{mean!r}"
    yield "binomial_tail", f"{hits} {n} {chance.uniform(0.001, 0.999)!r}"
    yield "chi_squared_tail", f"{chance.uniform(0.01, 150)!r} {chance.randint(1, 80)}"
    yield "dispersion", row
    yield "wilson", f"{hits} {n}"
    yield "two_windows", f"{sum(counts[:6])} 12 {sum(counts[6:9])} 4"
    yield "discoveries", " ".join(repr(chance.random() ** chance.choice((1, 3))) for _ in counts)
    yield "survival", " ".join(times)
    yield "survival_median", " ".join(times)
    yield "quantile", f"{chance.choice((0.5, 0.9, 0.25))} {row}"
    yield "cusum_path", f"{k} {row}"
    if mean < 20:
        yield "cusum_run_length", f"{mean!r} {k} {h}"
        yield "cusum_spc", f"{mean!r} {k} {h}"
        yield "cusum_spc_less", f"{mean!r} {k} {h}"
    yield "ewma", f"{mean!r} {row}"
    yield "log_likelihood", " ".join(map(str, cells))
    yield "nps", " ".join(str(chance.randint(1, 60)) for _ in range(3))


def lines_of(command, text):
    return [[float(word) for word in line.split()] for line in subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.splitlines()]


def difference(ours, theirs, least):
    """The largest relative difference of two rows of numbers; of numbers under `least`, relative to that."""
    if len(ours) != len(theirs):
        return math.inf
    return max((abs(a - b) / max(abs(a), abs(b), least) if a != b else 0 for a, b in zip(ours, theirs)), default=0)


def prepare(build):
    if shutil.which("Rscript") is None:
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", build, "--target", "statistics_peer"], check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=str(HERE.parents[1] / "build"))
    parser.add_argument("--series", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    prepare(options.build)
    chance = random.Random(options.seed)
    cases = [case for _ in range(options.series) for case in cases_of(chance)]
    ours = lines_of([f"{options.build}/statistics_peer"], "".join(f"{OURS.get(name, name)} {values}\n" for name, values in cases))
    theirs = lines_of(["Rscript", str(HERE / "statistics.R")], "".join(f"{name} {values}\n" for name, values in cases))
    assert len(ours) == len(theirs) == len(cases)
    found = {}
    for (name, _), a, b in zip(cases, ours, theirs):
        found.setdefault(name, []).append(difference(a, b, LEAST.get(name, 1e-300)))
    print("| figure | in R | cases | differ | largest relative difference | why |\n| --- | --- | ---: | ---: | ---: | --- |")
    faults = 0
    for name, values in found.items():
        apart = sum(value > CLOSE for value in values)
        faults += apart if name not in DIFFER else 0
        print(f"| {name} | {SOURCES[name]} | {len(values)} | {apart} | {max(values):.1e} | {DIFFER.get(name, '') if apart else ''} |")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
