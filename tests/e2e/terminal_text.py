#!/usr/bin/env python3
"""Every command on terminals of many kinds, over a repository full of hostile text (hostile_world.py).

    terminal_text.py --binary build/crmtrack [--full] [--only TEXT] [--keep]

Whatever the command: no control character of the data reaches the terminal, the output is UTF-8, and nothing is cut
inside a character. What is fitted to the terminal is no wider than it, and columns stand below each other. A command of
the program that has no row here is a failure. Without --full each row meets three of the terminals, in turn; with it
all, and, where tmux is installed, tmux is asked where the columns of a list really are.
"""
import argparse
import csv
import io
import itertools
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

import hostile_world
import screen
from hostile_world import BAD, BAD_NAME, STORY, TEXTS
from terminal import Sandbox
from transcripts import SOURCE

WIDTHS = (40, 80, 200)
KINDS = (
    {},
    {"NO_COLOR": "1"},
    {"LC_ALL": "", "LANG": "C"},
    {"TERM": "dumb"},
    {"LC_ALL": "POSIX", "NO_COLOR": "1", "COLUMNS": "nonsense"},
    {"TERM": "", "LC_ALL": "de_DE.UTF-8", "CLICOLOR_FORCE": "1"},
)
TERMINALS = tuple(itertools.product(WIDTHS, KINDS))
# FITTED keeps to the width, of TABLE the columns are looked at too; FREE are lines as long as they are.
FITTED, TABLE, FREE = "fitted", "table", "free"
MESSAGES = ("crmtrack: ", "hint: ", "project apollo, severity medium, channel phone, as usual")  # on standard error, which nobody fits
BAD_LINE = BAD.replace("\n", " ")
MISSPELT = "\x1b[2Jsh\u009bow\u202e"
STORY_ID = STORY[-10:]
SHORTHANDS = ("call", "email", "meeting", "letter", "visit", "chat", "post", "voicemail", "note", "work")


def rows(ids):
    """(how it is laid out, exit codes, words): what every command prints where it succeeds, dry, and where it fails."""
    odd, story = ids["csi"], STORY_ID
    text = ("-m", BAD)
    why = ("--why", BAD)
    yield from ((TABLE, (0,), words) for words in (
        ["list"], ["list", "--all", "--sort", "-id"], ["list", "customer:acme", "-v"],
        ["list", "--fields", "id,summary,owner,reason"], ["search", "shown"], ["search", "begin*"],
        ["agenda"], ["agenda", "--all"], ["history", odd], ["history", story], ["customer", "list"],
        ["reason", "list"], ["reason", "list", "--all"], ["person", "list"], ["project", "list"], ["level", "list"],
        ["form", "list"], ["list", "inbox:yes"], ["sql", "SELECT id, summary, reason, with_ FROM (SELECT *, 'x' AS with_ FROM complaint)"],
        ["sql", f"SELECT summary AS '{MISSPELT}' FROM complaint"]))
    yield TABLE, (0, 1), ["doctor"]
    yield FITTED, (0, 1), ["-q", "audit"]
    yield from ((FITTED, (0,), words) for words in (
        ["show", odd], ["show", story], ["show", *ids.values()], ["customer", "show", "acme"], [],
        ["report", "summary"], ["report", "reasons"], ["report", "escalations"], ["report", "summary", "reason:other"],
        *(["report", name, "--chart"] for name in ("summary", "reasons", "escalations", "pauses", "health")),
        ["report", "trail", odd], ["report", "trail", story]))
    yield FITTED, (0, 1), ["-q", "warn", "--chart"]
    yield FREE, (7,), ["export", "jsonl"]  # some records cannot be read
    yield from ((FREE, (0, 1), words) for words in (
        ["help"], ["help", "new"], ["new", "--help"], ["list", "-h"], ["-h"],
        ["policy", "check"], ["policy", "check", "--format", "table"], ["__spec"], ["default"],
        ["export", "csv"], ["sql", f"SELECT summary AS '{MISSPELT}' FROM complaint", "--format", "csv"], ["report", "summary", "--records", "volume"], ["--version"],
        *(["list", "--format", name] for name in ("tsv", "csv", "json", "jsonl", "yaml", "markdown")),
        *(["show", odd, story, "--format", name] for name in ("json", "jsonl", "yaml", "markdown")),
        *(["report", "reasons", "--format", name] for name in ("tsv", "csv", "json", "jsonl", "yaml", "markdown", "html", "mail")),
        *([*words, "--json"] for words in (["agenda", "--all"], ["history", odd], ["search", "shown"], ["doctor"],
                                           ["customer", "show", "acme"], ["customer", "list"], ["person", "list"],
                                           ["reason", "list"], ["policy", "check"], ["sql", "SELECT * FROM record"], ["audit"], ["report", "trail", odd]))))
    yield from ((FREE, (0,), [*words, "-n"]) for words in (
        ["new", "-c", "newcomer", "-r", "other", "--with", BAD, *text],
        *([name, odd, "--with", BAD, *text] for name in ("activity", *SHORTHANDS)),
        ["compliment", "-c", "acme", "--with", BAD, *text],
        ["customer", "add", "globex", "--name", BAD, "--region", BAD], ["customer", "edit", "acme", "--name", BAD],
        ["acknowledge", odd, *text], ["assign", odd, "ben@example.com", *why], ["escalate", ids["title"], "--to", "1", *why],
        ["update", odd, "--set", f"mood={BAD}", *why], ["resolve", odd, "--outcome", "upheld", "--code", "fixed", *text],
        ["withdraw", odd, *why], ["void", odd, *why], ["review", odd, "--lesson", BAD], ["wait", odd, "--on", "customer"],
        ["waive", ids["title"], "acknowledge", *why], ["new", "-c", "acme", "--ref", f"x:{BAD_LINE}", *text],
        ["reason", "add", "newest", "--label", BAD, "--question", BAD, *why], ["reason", "edit", "other", "--label", BAD, *why],
        ["reason", "retire", "other", *why], ["person", "add", "c@example.com", "--name", BAD],
        ["person", "edit", "ben@example.com", "--name", BAD], ["person", "retire", "ben@example.com", *why],
        ["project", "add", "gemini", "--name", BAD], ["project", "edit", "apollo", "--name", BAD],
        ["project", "retire", "apollo", *why], ["level", "edit", "1", "--name", BAD, *why],
        ["level", "add", "9", "--name", BAD, *why], ["form", "add", "severity:low", "--require", "contact",
                                                       "--example", BAD, *why]))
    yield from ((FREE, (0, 3, 5), [*words, "-n"]) for words in (
        ["calendar", "add", "night", "--week", "mon 09:00-17:00", *why], ["calendar", "list"], ["calendar", "show", "default"],
        ["calendar", "edit", "default", "--holiday", f"2026-12-25={BAD_LINE}", *why], ["target", "list"],
        ["target", "add", "resolution", "1h", "--filter", "severity:high", *why], ["tick"],
        ["plan", odd, "add", BAD_LINE, "--owner", "ben@example.com", "--due", "2030-01-01"], ["plan", odd],
        ["policy", "test", odd], ["rule", "list"], ["rule", "test", "late-promises", "--since", "-300d"],
        ["rule", "add", "odd", "--on", "activity", "--to", "owner", "--text", BAD, *why],
        ["rule", "edit", "late-promises", "--text", BAD, *why], ["rule", "retire", "late-promises", *why],
        ["report", "notifications"], ["warn"], ["charter"], ["charter", "sign"],
        ["decide", *text, "--measure", BAD_LINE, "--review", "2030-01-01"], ["decide", "list"], ["decide", "show", odd],
        ["decide", "review", odd, "--result", BAD]))
    yield from failing_rows(odd, why)


def failing_rows(odd, why):
    """Messages that quote what was typed, or what stands in a file."""
    bad = BAD_LINE
    yield from ((FREE, (1, 2, 3, 4, 5, 6, 7, 8), words) for words in (
        *(["warn", word, bad, *why] for word in ("acknowledge", "explain", "act", "baseline")), ["warn", "--records", bad],
        ["attachment", odd, bad], ["keep", odd, bad], ["reschedule", odd, bad, "fri", *why], ["undo", bad], ["customer", "retire", bad, *why], ["customer", "merge", bad, "acme", *why],
        [MISSPELT], [MISSPELT, "list"], ["customer", MISSPELT], ["list", f"--{MISSPELT}"], ["help", MISSPELT],
        ["list", f"status:{bad}"], ["list", f"{bad}:x"], ["list", "--sort", bad], ["list", "--fields", bad],
        ["list", "--limit", bad], ["list", "--format", bad], ["list", "--color", bad], ["list", "--as-of", bad],
        ["-C", bad, "list"], ["show", bad], ["history", bad], ["search", f'"{bad}'], ["agenda", bad, "--all"],
        ["report", bad], ["report", "summary", "--period", bad], ["report", "summary", "--records", bad],
        ["customer", "show", bad], ["customer", "add", bad], ["sql", f"SELECT {bad}"], ["sql", "DROP TABLE '\x1b[2J'"],
        ["new", "-c", bad, "-m", "x"], ["new", "-c", "acme", "-s", bad, "-m", "x"],
        ["new", "-c", "acme", "-r", bad, "-m", "x"], ["new", "-c", "acme", "--at", bad, "-m", "x"],
        ["new", "-c", "acme", "--attach", BAD_NAME, "-m", "x"], ["new", "-c", "acme", "-F", BAD_NAME + bad[:50]],
        ["new", "-c", "acme", "--by", bad, "-m", "x"], ["accept", odd, *why], ["decline", odd, *why], ["return", odd, *why],
        ["note", bad, "-m", "x"], ["note", odd, "--visibility", bad, "-m", "x"], ["assign", odd, bad],
        ["answer", odd, bad, "-m", "x"], ["confirm", odd, "--evidence", bad], ["reject", odd, *why],
        ["close", odd, *why], ["reopen", odd, *why], ["correct", odd, bad, "--set", "text=x", *why],
        ["correct", STORY_ID, "01kac00000000000000000aaaa", "--set", f"severity={BAD}", *why],
        ["update", odd, "--link", bad, *why], ["waive", odd, bad, *why], ["escalate", odd, "--to", bad, *why],
        ["reason", "add", bad, *why, "--no-input"], ["reason", "edit", bad, *why], ["person", "add", bad], ["project", "add", bad],
        ["form", "add", bad, "--require", bad, *why], ["form", "add", "severity:low", "--match", f"x=({bad}", *why],
        ["audit", "--since", bad], ["audit", "--new", f"{bad}..{bad}"], ["sync", bad], ["clone", BAD_NAME], ["hook", "install", "--identity-env", bad],
        ["archive", "verify", BAD_NAME], ["archive", "evidence", bad, "x"], ["report", "trail", bad], ["checkpoint", bad], ["hook", "run", bad],
        ["import", bad, "x"], ["import", "csv", bad], ["import", "csv", BAD_NAME, "--map", "tickets"],
        ["import", "csv", BAD_NAME, "--map", bad], ["import", "csv", "bad.csv", "--map", "tickets"],
        ["import", "jsonl", "bad.jsonl"], ["export", bad], ["init", f"{BAD_NAME}/x"], ["level", "add", bad, *why],
        ["calendar", "import", BAD_NAME, *why], ["calendar", "retire", bad, *why], ["target", "edit", bad, *why],
        ["target", "retire", bad, *why], ["level", "retire", bad, *why],
        ["plan", odd, "done", bad, "-m", "x"], ["plan", odd, "verify", bad, "-m", "x"], ["plan", odd, "drop", bad, *why],
        ["plan", odd, "slip", bad, "fri", *why],
        ["plan", odd, "review", bad, "--measure", "x", "--before", "1", "--after", "2", "--effective", "yes", "-m", "x"],
        ["policy", "settle", bad, bad, "--keep", *why], ["policy", "settle", "people", "ben@example.com", "--take", "--commit", bad, *why],
        ["policy", "merge", bad, bad, bad, bad], ["rule", "add", bad, "--on", bad, "--to", bad, *why],
        ["rule", "edit", bad, "--state", "on", *why], ["rule", "retire", bad, *why], ["rule", "test", bad], ["mail", "assign", bad, odd], ["mail", "new", bad], ["mail", "receive", "--mbox", bad]))


def write_bad_files(sandbox):
    row = ",".join('"' + text.replace('"', '""') + '"' for text in (BAD, *TEXTS.values()))
    (sandbox.root / "bad.csv").write_text(f"id,created,{BAD_LINE}\n" + f"{row}\n" * 25 + f"1,{row}\n")
    line = json.dumps({"type": BAD, "id": BAD, "records": [{"kind": BAD, "id": BAD}]}, ensure_ascii=False)
    (sandbox.root / "bad.jsonl").write_text(f"{line}\n{line[:-9]}\n")
    with open(sandbox.root / "bad.jsonl", "ab") as file:
        file.write(hostile_world.RAW)


def visible(text):
    """As src/util/text/safe.cpp shows what a terminal would obey."""
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

    def shown(character):
        if not screen.is_treacherous(character):
            return character
        value = ord(character)
        short = f"\\x{value:02x}" if value < 0x80 else f"\\u{value:04x}"
        return named.get(character) or (short if value < 0x10000 else f"\\U{value:08x}")
    return "".join(map(shown, text))


SHOWN_TEXTS = [visible(text) for text in (*TEXTS.values(), BAD)]


def cut_inside_a_character(line):
    """The places of a line where … stands inside a cluster of one of our texts."""
    for match in re.finditer("…|~", line):
        tail = re.split(r"  ", line[:match.start()])[-1][-8:]
        origins = [text for text in SHOWN_TEXTS if len(tail) > 2 and tail in text]
        boundaries = [any(screen.columns(text[:at]) + screen.columns(text[at:]) == screen.columns(text)
                          and not screen.goes_on(screen.clusters(text[:at])[-1], text[at])
                          for at in (found.end(1) for found in re.finditer(f"(?=({re.escape(tail)}))", text)) if at < len(text))
                      for text in origins]
        if origins and not any(boundaries):
            yield line[:match.end()]


def begins_inside_a_character(line):
    text = line.lstrip(" ")
    whole = any(original.startswith(text[:3]) for original in SHOWN_TEXTS)
    return bool(text) and screen.extends(text[0]) and not whole and line[:1] != " "


def misaligned(lines):
    """Rows of a table, where they are of one line each, in which text stands where its heading has the gap before a column."""
    if not lines or any(line.startswith("  ") for line in lines):
        return
    titles = list(re.finditer(r"\S+(?: \S+)*", lines[0]))
    starts = [screen.columns(lines[0][:title.start()]) for title in titles[1:]]
    lefts = [start for start, title in zip(starts, titles[1:]) if title.group() not in ("Lv", "Level", "Score", "n")]
    for line in lines[1:]:
        row = screen.cells(line)
        for start in lefts:
            if start < len(row) and (row[start - 2] or "")[:1] != " ":
                yield f"column {start} of {line!r}"


class Report:
    def __init__(self):
        self.failures = []
        self.runs = 0

    def check(self, what, problems):
        self.failures += [f"{what}: {problem}" for problem in itertools.islice(problems, 2)]


def check_run(report, sandbox, row, terminal):
    (layout, codes, words), (width, variables) = row, terminal
    session = sandbox.on_terminal(*words, "--no-pager", width=width, **variables)
    code = session.finish()
    what = f"{[visible(word)[:40] for word in words]} at {width} {variables}"
    output = screen.without_own_sequences(session.output)
    lines = output.rstrip("\n").split("\n")
    # U+FFFD stands for a byte that is no text, and in mails for a control character too.
    quoted = not {"--json", "json", "jsonl", "yaml", "inbox:yes"}.isdisjoint(words)
    report.runs += 1
    report.check(what, [f"exit code {code}: {output[:300]!r}"] if code not in codes else [])
    report.check(what, screen.treacherous_in(output, "\n\t" if "csv" in words or "tsv" in words else "\n"))
    report.check(what, ["cut inside a character, or no UTF-8"] if "\ufffd" in output and not quoted else [])
    plain = "NO_COLOR" in variables or variables.get("TERM") == "dumb"
    report.check(what, ["an escape sequence"] if plain and "\x1b" in session.output else [])
    report.check(what, itertools.chain.from_iterable(map(cut_inside_a_character, lines)))
    report.check(what, filter(begins_inside_a_character, lines))
    if layout != FREE:
        report.check(what, (f"{screen.columns(line)} columns: {line!r}" for line in lines
                            if screen.columns(line) > width and not line.startswith(MESSAGES)))
    if layout == TABLE and width == 200:
        report.check(what, misaligned([line for line in lines if "  " in line]))


def check_commands(report, sandbox, ids, full, only):
    all_rows = [row for row in rows(ids) if only in " ".join(row[2])]
    for number, row in enumerate(all_rows):
        chosen = TERMINALS if full else [TERMINALS[(number + step * 5) % len(TERMINALS)] for step in range(3)]
        for terminal in chosen:
            check_run(report, sandbox, row, terminal)
    if only:
        return
    names = {spec["name"] for spec in json.loads(sandbox.run("__spec"))["commands"]}
    told = {" ".join(row[2][:length]) for row in all_rows for length in (1, 2)}
    told |= {f"{row[2][0]} {row[2][2]}" for row in all_rows if len(row[2]) > 2}  # of commands that name their subject first
    report.check("rows", (f"'{name}' has none" for name in sorted(names - told)))


def check_environment(report, sandbox):
    """Values of the environment are quoted as carefully as typed ones."""
    for name in ("CRMTRACK_REPO", "CRMTRACK_NOW", "CRMTRACK_SEED", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL",
                 "GIT_AUTHOR_DATE", "TZ", "COLUMNS", "TERM", "LC_ALL", "NO_COLOR", "HOME", "GIT_CONFIG_GLOBAL"):
        for words in (["list"], ["note", STORY_ID, "-m", "x", "-n"], ["doctor"]):
            session = sandbox.on_terminal(*words, "--no-pager", **{name: BAD_LINE})
            session.finish()
            report.runs += 1
            output = screen.without_own_sequences(session.output)
            report.check(f"{words} with a hostile {name}", screen.treacherous_in(output))


def check_prompts(report, sandbox):
    """Questions with defaults, choices and open complaints from hostile data."""
    for width, variables in TERMINALS[::5]:
        session = sandbox.on_terminal("new", width=width, **variables)
        for question, answer in ((r"Customer.*: $", "acme"), (r"Summary.*: $", "x"), (r"Project.*: $", ""),
                                 (r"Reason.*: $", ""), (r"Severity.*: $", "me"), (r"Channel.*: $", "\x04")):
            session.wait_for(question)
            session.send(answer + ("" if answer == "\x04" else "\n"))
        code = session.finish()
        report.runs += 1
        report.check("new", screen.treacherous_in(screen.without_own_sequences(session.output)))
        report.check("new", [f"exit code {code}"] if code != 9 else [])


def in_pipe(sandbox, *words):
    result = subprocess.run([sandbox.binary, *words], env=sandbox.env, cwd=sandbox.root, stdin=subprocess.DEVNULL,
                            capture_output=True, check=False)
    return result.stdout.decode()


def uncovered(cell):
    """A cell of CSV as it was before crmtrack escaped and guarded it (crmtrack-export(1))."""
    if re.search(r"\\x[0-9a-f]{2}", cell):
        taken = re.sub(r"\\(\\|x[0-9a-f]{2})", lambda m: "\\" if m[1] == "\\" else chr(int(m[1][1:], 16)), cell)
        cell = re.sub(r"[\x80-\xff]+", lambda m: m[0].encode("latin-1").decode("utf-8", "replace"), taken)
    return cell[1:] if re.match(r"'['=+\-@\t\r]", cell) else cell


def check_pipes(report, sandbox):
    """For machines nothing is cut and nothing is coloured, and what was said comes out as it went in."""
    first_lines = {re.split("[\r\n]", text)[0] for text in TEXTS.values()}
    fields = ["--all", "--fields", "id,summary,contact"]
    items = json.loads(in_pipe(sandbox, "list", *fields, "--json"))["items"]
    summaries = {item["summary"] for item in items}
    kept = {text.strip(" \t\v\f") for text in first_lines}
    report.check("list --json", (f"lost: {text!r}" for text in kept - summaries))
    lines = [json.loads(line) for line in in_pipe(sandbox, "list", *fields, "--format", "jsonl").splitlines()]
    report.check("list --format jsonl", [] if lines == items else ["other items than in JSON"])
    for name, separator in (("tsv", "\t"), ("csv", ",")):
        output = in_pipe(sandbox, "list", *fields, "--format", name)
        report.check(name, screen.treacherous_in(output, "\n\t"))
        table = list(csv.reader(io.StringIO(output))) if name == "csv" else [l.split("\t") for l in output.splitlines()]
        report.check(name, (f"a row of {len(row)} cells: {row}" for row in table if len(row) != 3))
        shown = {row[1] for row in table}
        if name == "csv":
            shown = {uncovered(cell) for cell in shown}
        wanted = {visible(text.replace("\\", "\\\\")) if name == "tsv" else text for text in summaries if text}
        report.check(name, (f"lost: {text!r}" for text in wanted - shown if not text.startswith(("'", "="))))
    for name in ("json", "jsonl", "yaml", "markdown"):
        report.check(name, screen.treacherous_in(in_pipe(sandbox, "list", "--format", name)))


def check_completion(report, sandbox):
    for words in (["show", ""], ["list", "customer:"], ["list", "project:"], ["new", "-c", ""], ["new", "-r", ""],
                  ["assign", "x", ""], [""], ["update", "x", "--link", ""], ["customer", "show", ""], [MISSPELT, ""]):
        output = in_pipe(sandbox, "__complete", *words)
        report.check(f"completion of {words}", screen.treacherous_in(output, "\n\t"))


# Runs inside tmux: writes the lines of a file and asks after each, by Device Status Report, where the cursor is.
ASK_CURSOR = r"""
import json, os, re, sys, tty
tty.setraw(0)
places = []
for line in open(sys.argv[1], encoding="utf-8").read().split("\n"):
    os.write(1, b"\r\x1b[K" + line.encode() + b"\x1b[6n")
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 64)
    places.append(int(re.search(rb";(\d+)R", answer)[1]) - 1)
with open(sys.argv[2] + ".part", "w") as file:
    json.dump(places, file)
os.rename(sys.argv[2] + ".part", sys.argv[2])
"""


def columns_in_tmux(sandbox, lines):
    """Where a real terminal emulator has its cursor after each line."""
    script, asked, answered = (sandbox.root / name for name in ("ask.py", "asked", "answered"))
    script.write_text(ASK_CURSOR)
    asked.write_text("\n".join(lines))
    tmux = ["tmux", "-u", "-f", "/dev/null", "-S", str(sandbox.root / "tmux")]
    pane = ["new-session", "-d", "-x", "200", "-y", "50", sys.executable, str(script), str(asked), str(answered)]
    subprocess.run([*tmux, *pane], env=sandbox.env, check=True)
    end = time.monotonic() + 60
    while not answered.exists() and time.monotonic() < end:
        time.sleep(0.05)
    subprocess.run([*tmux, "kill-server"], env=sandbox.env, capture_output=True, check=False)
    return json.loads(answered.read_text())


def check_with_tmux(report, sandbox):
    """A real terminal emulator has the last word: what stands before the last column of a list is equally wide."""
    session = sandbox.on_terminal("list", "--all", "--no-pager", "--fields", "summary,id", width=100, NO_COLOR="1")
    session.finish()
    # Sequences of emoji are measured by tmux 3.3 in a way of its own, the sum of their parts.
    own = ("\ufe0f", "\u200d", *map(chr, range(0x1f3fb, 0x1f400)))
    shown = [line[:match.start(1)] for line in session.lines() if (match := re.search(r"  (ID|[0-9a-z]{4,6})$", line))
             and not any(mark in line for mark in own)]
    places = columns_in_tmux(sandbox, shown)
    report.check("tmux", [f"only {len(shown)} lines"] if len(shown) < len(TEXTS) - 5 else [])
    report.check("tmux", (f"column {place}, not {places[0]}, after {line!r}" for place, line in zip(places, shown)
                          if place != places[0]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=SOURCE / "build/crmtrack")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", default="", help="rows whose words contain this")
    parser.add_argument("--keep", action="store_true", help="keep the sandbox and name it")
    arguments = parser.parse_args()
    report = Report()
    sandbox = Sandbox(arguments.binary.resolve())
    ids = hostile_world.build(sandbox)
    write_bad_files(sandbox)
    check_commands(report, sandbox, ids, arguments.full, arguments.only)
    check_environment(report, sandbox)
    check_prompts(report, sandbox)
    check_pipes(report, sandbox)
    check_completion(report, sandbox)
    if arguments.full:
        check_with_tmux(report, sandbox)
    for failure in report.failures:
        print(f"FAIL {failure}")
    if arguments.keep or report.failures:
        print(f"sandbox kept: {sandbox.root}")
    else:
        shutil.rmtree(sandbox.root, ignore_errors=True)
    print(f"{report.runs} runs on terminals, {len(report.failures)} failures")
    sys.exit(1 if report.failures else 0)


if __name__ == "__main__":
    main()
