#!/usr/bin/env python3
"""Looks at a page with every block, and at those of reports, in headless Chromium: on a phone and a desk, light and dark,
and on paper. axe-core and our own checks (checks.js) judge them; pdftotext has to find every row of what is printed.
`--keep DIR` leaves the pictures there for a person."""
import argparse
import base64
import collections
import datetime
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
REPORTS = ["summary", "reasons", "escalations", "pauses", "health"]
LONGEST_WORD = 16  # a longer one may be broken on paper
ROWS = """[...document.querySelectorAll('table')].flatMap(table => [...table.rows].map(
    row => [...row.cells].map(cell => cell.textContent)))"""


def page_of(sample, form, folder):
    path = Path(folder) / f"{form}.html"
    environment = {"PATH": os.environ["PATH"], **kept_environment()}
    path.write_bytes(subprocess.run([sample, form], check=True, capture_output=True, env=environment).stdout)
    return path


def complaints():
    """Rows of five projects over 40 weeks, of which one doubles at the end, so that every report has charts and a signal."""
    usual = [4, 6, 3, 5, 2, 4, 7, 3, 4, 2, 5, 4, 1, 6, 4, 3, 5, 4, 2, 6]
    reasons = ["Charged <twice> or wrong amount", "outage", "manners & tone", "delivery"]
    yield "Date received,Product,Issue,Company,State,Submitted via,Company response to consumer,Complaint ID"
    monday, number = datetime.date(2026, 2, 9), 0
    for week in range(41):
        for place, project in enumerate(["apollo", "borealis", "cassini", "dione", "europa"]):
            for i in range(usual[(week + 7 * place) % 20] * (2 if place == 0 and week >= 37 else 1)):
                number += 1
                day = monday + datetime.timedelta(week * 7 + i % 7)
                yield f"{day},{project},{reasons[number * number % 7 % 4]},Acme,NY,Web,In progress,{number}"


def report_pages(binary, folder):
    """The pages of reports on a ledger of their own."""
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "TZ": "UTC", "LC_ALL": "C.UTF-8",
                   "GIT_CONFIG_GLOBAL": str(Path(folder, "gitconfig")), "CRMTRACK_SEED": "1",
                   "CRMTRACK_NOW": "2026-11-21T09:12:00Z", **kept_environment()}

    def run(*words):
        return subprocess.run([binary, *words], check=True, capture_output=True, env=environment, cwd=folder).stdout

    Path(folder, "gitconfig").write_text("[user]\n\tname = Asha Rao\n\temail = asha@example.com\n")
    table = Path(folder, "complaints.csv")
    table.write_text("\n".join(complaints()) + "\n")
    run("-q", "init", "desk")
    run("-q", "-C", "desk", "import", "csv", str(table), "--map", "cfpb")
    ids = run("-C", "desk", "list", "--fields", "id", "--limit", "6").decode().split()
    for i, ident in enumerate(ids):
        run("-q", "-C", "desk", "escalate", ident, "--to", "2", "--person", "ben@example.com", "--why", "All shops",
            *(["--trigger", "severity"] if i % 2 else []))
        run("-q", "-C", "desk", "email", ident, "--expects", "information@2026-12-01", "-m", "Which address?")
        run("-q", "-C", "desk", "wait", ident, "--on", "customer")
    for report in REPORTS:
        path = Path(folder, f"{report}.html")
        path.write_bytes(run("-C", "desk", "report", report, "--format", "html"))
        yield path


def axe_faults(page, axe):
    if axe is None:
        return []
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
            # Letters of Asia and marks come out of a PDF in other forms, and `n 0` may come out as `n0`.
            if 1 < len(word) <= LONGEST_WORD and re.fullmatch(r"[ -~]+", word) and printed[word] < times:
                yield f"{path.name}, {name}: '{word}' is {printed[word]} times on paper instead of {times}"


def missed_faults(page, axe):
    """The faults of bad.html that the checks do not find: a check that finds nothing anywhere proves nothing."""
    wanted = ["axe: color-contrast", "leaves out a level", "wider than the screen", "a table without a name",
              "no heading cell", "a chart without name: 'Gnuplot'", "no description", "'runs out' is cut",
              "'one upon' lies on 'another'", "of 'pale'", "'4711' is 0 times on paper"]
    path = HERE / "bad.html"
    found = " ".join([*screen_faults(page, path, axe, None), *paper_faults(page, path, None)])
    if axe is None:
        wanted = [fault for fault in wanted if not fault.startswith("axe:")]
    return [f"the checks do not find: {fault}" for fault in wanted if fault not in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", required=True, help="the program that prints the page")
    parser.add_argument("--binary", required=True, help="crmtrack, whose reports are looked at too")
    parser.add_argument("--axe", required=True, help="axe.min.js of the package axe-core")
    parser.add_argument("--keep", help="a folder for pictures and papers")
    arguments = parser.parse_args()
    axe = None
    if os.path.exists(arguments.axe):
        axe = Path(arguments.axe).read_text()
    else:
        print(f"no '{arguments.axe}', which ./dev test fetches where npm can: our own checks alone judge the pages")
    faults, looked = [], 0
    with tempfile.TemporaryDirectory(prefix="crmtrack-pages-") as folder, Browser() as browser:
        page = browser.page()
        for form in ("html", "mail"):
            path = page_of(arguments.sample, form, folder)
            faults += screen_faults(page, path, axe, arguments.keep)
            looked += 1
        faults += paper_faults(page, Path(folder) / "html.html", arguments.keep)
        for path in report_pages(os.path.abspath(arguments.binary), folder):
            faults += [*screen_faults(page, path, axe, arguments.keep), *paper_faults(page, path, arguments.keep)]
            looked += 1
        faults += missed_faults(page, axe)
    for fault in faults:
        print(fault)
    print(f"{looked} pages looked at, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
