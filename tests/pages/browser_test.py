#!/usr/bin/env python3
"""Looks at a page with every block in headless Chromium: on a phone and a desk, light and dark, and on paper. axe-core
and our own checks (checks.js) judge it; pdftotext has to find every row of what is printed. `--keep DIR` leaves the
pictures there for a person."""
import argparse
import base64
import collections
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
from devtools import Browser  # noqa: E402
from kept_environment import kept_environment  # noqa: E402

HERE = Path(__file__).parent
SCREENS = [("phone", 390, 844, True), ("desk", 1280, 900, False)]
PAPERS = [("A4", 8.27, 11.69), ("Letter", 8.5, 11)]
LONGEST_WORD = 16  # a longer one may be broken on paper
ROWS = """[...document.querySelectorAll('table')].flatMap(table => [...table.rows].map(
    row => [...row.cells].map(cell => cell.textContent)))"""


def page_of(sample, form, folder):
    path = Path(folder) / f"{form}.html"
    environment = {"PATH": os.environ["PATH"], **kept_environment()}
    path.write_bytes(subprocess.run([sample, form], check=True, capture_output=True, env=environment).stdout)
    return path


def axe_faults(page, axe):
    page.value(axe + "; 0")
    result = page.value("axe.run(document).then(found => found.violations)")
    return [f"axe: {rule['id']}: {node['html'][:120]}" for rule in result for node in rule["nodes"]]


def screen_faults(page, path, axe, keep):
    for name, width, height, mobile in SCREENS:
        for scheme in ("light", "dark"):
            page.look(width, height, scheme, mobile)
            asked = page.open(path)
            where = f"{path.name}, {name}, {scheme}: "
            for fault in [f"asks for {url}" for url in asked if url != f"file://{path}"]:
                yield where + fault
            seen = page.value("window.innerWidth")
            if seen != width:
                yield f"{where}the page is laid out for {seen}, not {width}"
            for fault in page.value((HERE / "checks.js").read_text()) + axe_faults(page, axe):
                yield where + fault
            if keep:
                picture = page.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
                Path(keep, f"{path.stem}-{name}-{scheme}.png").write_bytes(base64.b64decode(picture))


def printed_words(page, width, height, keep, name):
    """The words of the page as it is printed by default: without backgrounds."""
    page.call("Emulation.setEmulatedMedia", media="", features=[])
    data = page.call("Page.printToPDF", paperWidth=width, paperHeight=height, printBackground=False,
                     preferCSSPageSize=False)["data"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(keep or folder) / f"{name}.pdf"
        path.write_bytes(base64.b64decode(data))
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True).stdout.decode()
    return collections.Counter(text.split())


def paper_faults(page, path, keep):
    page.look(1280, 900)
    page.open(path)
    rows = page.value(ROWS)
    wanted = collections.Counter(word for row in rows for cell in row for word in cell.split())
    for name, width, height in PAPERS:
        printed = printed_words(page, width, height, keep, f"{path.stem}-{name}")
        for word, times in wanted.items():
            # Letters of Asia and marks come out of a PDF in other forms.
            if len(word) <= LONGEST_WORD and re.fullmatch(r"[ -~]+", word) and printed[word] < times:
                yield f"{path.name}, {name}: '{word}' is {printed[word]} times on paper instead of {times}"


def missed_faults(page, axe):
    """The faults of bad.html that the checks do not find: a check that finds nothing anywhere proves nothing."""
    wanted = ["axe: color-contrast", "leaves out a level", "wider than the screen", "a table without a name",
              "no heading cell", "a chart without name: 'Gnuplot'", "no description", "'runs out' is cut",
              "'one upon' lies on 'another'", "of 'pale'", "'4711' is 0 times on paper"]
    path = HERE / "bad.html"
    found = " ".join([*screen_faults(page, path, axe, None), *paper_faults(page, path, None)])
    return [f"the checks do not find: {fault}" for fault in wanted if fault not in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", required=True, help="the program that prints the page")
    parser.add_argument("--axe", required=True, help="axe.min.js of the package axe-core")
    parser.add_argument("--keep", help="a folder for pictures and papers")
    arguments = parser.parse_args()
    if not os.path.exists(arguments.axe):
        sys.exit(f"browser_test.py: no '{arguments.axe}': ./dev test fetches it")
    axe = Path(arguments.axe).read_text()
    faults, looked = [], 0
    with tempfile.TemporaryDirectory(prefix="crmtrack-pages-") as folder, Browser() as browser:
        page = browser.page()
        for form in ("html", "mail"):
            path = page_of(arguments.sample, form, folder)
            faults += screen_faults(page, path, axe, arguments.keep)
            looked += 1
        faults += paper_faults(page, Path(folder) / "html.html", arguments.keep)
        faults += missed_faults(page, axe)
    for fault in faults:
        print(fault)
    print(f"{looked} pages looked at, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
