#!/usr/bin/env python3
"""Runs the binary under a pseudo-terminal: what only a terminal shows (width, colour, prompts, pager, progress, Ctrl-C).

    terminal.py --binary build/crmtrack [NAME...]

Each `case_…` function gets a fresh sandbox with a data repository of three complaints, and fails by an assertion.
"""
import argparse
import codecs
import errno
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import traceback
import unicodedata

from transcripts import GIT_CONFIG, NOW, SOURCE, kept_environment

TIMEOUT_SECONDS = 60
STRANGE_TEXTS = (
    "再発行された請求書の金額が間違っていますので確認してください、お願いします、至急",
    "E\u0301te\u0301 re\u0301pe\u0301te\u0301 a\u0300 l'e\u0301cole, de\u0301ja\u0300 signale\u0301 trois fois e\u0301te\u0301",
    "החשבונית שגויה ואף אחד לא עונה כבר שבוע שלם",
    "🚚🚚🚚 late again 🎉 and again 😡 and once more 🚚🚚🚚🚚🚚🚚🚚🚚",
    "x" * 60,
)
CONTROL_SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(\x07|\x1b\\)|[=>])")


def columns(text):
    """How many columns a terminal needs for a line without control sequences."""
    width = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, command, env, directory, width=80, height=24):
        self.output = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test run in the background has it ignored
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            os.chdir(directory)
            os.execve(command[0], command, env)

    def read_some(self, seconds):
        """False at the end of the output."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.fd, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            return False
        self.output += self.decoder.decode(data)
        return bool(data)

    def wait_for(self, pattern):
        end = time.monotonic() + TIMEOUT_SECONDS
        while not re.search(pattern, self.output):
            assert time.monotonic() < end and self.read_some(0.1), f"no /{pattern}/ in: {self.output!r}"

    def send(self, text):
        os.write(self.fd, text.encode())

    def finish(self):
        """The exit code as a shell sees it, once the program has ended."""
        end = time.monotonic() + TIMEOUT_SECONDS
        while self.read_some(0.1):
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                raise AssertionError(f"does not end; so far: {self.output!r}")
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.fd)
        return 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)

    def lines(self):
        return CONTROL_SEQUENCE.sub("", self.output).replace("\r", "").split("\n")


class Sandbox:
    def __init__(self, binary):
        self.binary = str(binary)
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="crmtrack-terminal-"))
        (self.root / ".gitconfig").write_text(GIT_CONFIG)
        self.env = kept_environment() | {
            "HOME": str(self.root), "PATH": f"{binary.parent}:/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(self.root / ".gitconfig"),
            "CRMTRACK_NOW": NOW, "CRMTRACK_SEED": "1", "CRMTRACK_REPO": str(self.root / "data"),
        }
        self.ids = []
        self.run("init", str(self.root / "data"))
        for text in ("Invoice 4711 charged twice", "Große Verspätung bei der Lieferung nach München 🚚 再発行", "No reply"):
            self.ids.append(self.run("new", "-c", "acme", "-r", "other", "-s", "high", "-m", text).strip())

    def run(self, *arguments):
        """Without a terminal; must succeed."""
        result = subprocess.run([self.binary, *arguments], env=self.env, cwd=self.root, stdin=subprocess.DEVNULL,
                                capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def on_terminal(self, *arguments, width=80, **variables):
        return Terminal([self.binary, *arguments], self.env | variables, self.root, width)


def list_of_strange_texts(sandbox, width, **variables):
    """The lines of a list of complaints in many scripts, each no wider than the terminal."""
    for text in STRANGE_TEXTS:
        sandbox.run("new", "-c", "acme", "-r", "other", "-m", text)
    terminal = sandbox.on_terminal("list", "--no-pager", width=width, **variables)
    assert terminal.finish() == 0 and "\ufffd" not in terminal.output, terminal.output
    lines = terminal.lines()
    for line in lines:
        assert columns(line) <= width, f"{columns(line)} columns: {line!r}"
    return lines


def summaries(lines):
    """The text below the heading Summary, wherever that is."""
    heading = next(i for i, line in enumerate(lines) if "Summary" in line)
    start = columns(lines[heading][:lines[heading].index("Summary")])
    found = []
    for line in lines[heading + 1:]:
        place = next((i for i in range(len(line)) if columns(line[:i]) >= start), None)
        if place is not None and columns(line[:place]) == start and line[place - 1] == " ":
            found.append(line[place:].rstrip())
    return found


def case_list_fits_40_columns(sandbox):
    lines = list_of_strange_texts(sandbox, 40)
    assert any("4711" in line or "Invoice" in line for line in lines)


def case_list_at_80_columns_is_aligned_and_cuts_between_characters(sandbox):
    found = summaries(list_of_strange_texts(sandbox, 80))
    for text in STRANGE_TEXTS:
        # The part that is cut off begins with no mark of the character before.
        assert any(text == cut or cut.endswith("…") and text.startswith(cut[:-1])
                   and not unicodedata.combining(text[len(cut) - 1]) for cut in found), (text, found)


def case_list_at_200_columns_shows_whole_texts(sandbox):
    found = summaries(list_of_strange_texts(sandbox, 200))
    assert set(STRANGE_TEXTS) <= set(found), found


def case_list_without_a_locale_is_as_wide(sandbox):
    for variables in ({"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "C"}, {"LC_ALL": "nowhere.UTF-8"}):
        list_of_strange_texts(sandbox, 80, **variables)


def case_a_dumb_terminal_gets_no_control_sequences(sandbox):
    for command in (["list"], ["show", sandbox.ids[0]], ["agenda"], ["report", "summary"], []):
        terminal = sandbox.on_terminal(*command, "--no-pager", TERM="dumb")
        assert terminal.finish() == 0 and "\x1b" not in terminal.output, terminal.output


def case_list_ends_with_the_open_promises(sandbox):
    sandbox.run("email", sandbox.ids[0], "-m", "Which one?", "--expects", "reply")
    terminal = sandbox.on_terminal("list", "--no-pager", NO_COLOR="1")
    assert terminal.finish() == 0
    assert terminal.output.rstrip().endswith("open promises: we owe 8, they owe us 1"), terminal.output
    for words, counts in (([f"id:{sandbox.ids[0]}"], "ours 2, theirs 1"),
                          (["age.min:9999"], "ours 0, theirs 0")):
        terminal = sandbox.on_terminal("list", *words, "--no-pager", NO_COLOR="1")
        assert terminal.finish() == 0
        assert terminal.output.rstrip().endswith(f"promises of these: {counts}"), terminal.output


def case_the_agenda_has_time_complaint_promise_and_severity_at_80_columns(sandbox):
    terminal = sandbox.on_terminal("agenda", "--no-pager", NO_COLOR="1")
    assert terminal.finish() == 0
    assert re.search(r"Left +ID +What +Severity +Owes +About", terminal.lines()[0]), terminal.output


def case_overview_names_what_is_owed_and_the_next_commands(sandbox):
    terminal = sandbox.on_terminal("--no-pager", NO_COLOR="1")
    assert terminal.finish() == 0
    assert re.search(r"(?s)You owe.*4711.*Your open complaints.*Next.*crmtrack new", terminal.output), terminal.output


def case_new_asks_with_defaults_and_shows_open_complaints(sandbox):
    sandbox.run("new", "-c", "globex", "-p", "apollo", "-r", "outage", "-s", "low", "-m", "Shop is down")
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    for question, answer in ((r"Customer: $", "globex"), (r"Shop is down[^$]*Summary.*: $", "Shop is down again"),
                             (r"Project \[apollo\]: $", ""), (r"1  outage[^$]*Reason.*: $", "1"),
                             (r"Severity \[medium\]: $", "huge"), (r"'huge' is none.*\s+Severity.*: $", "high"),
                             (r"Channel \[phone\]: $", "3"), (r"More.*: $", "Since nine")):
        terminal.wait_for(question)
        terminal.send(answer + "\n")
    assert terminal.finish() == 0, terminal.output
    item = sandbox.run("list", "--json", "--fields", "project,reason,severity,channel,description", "Shop is down again")
    for text in ('"apollo"', '"outage"', '"high"', '"email"', "Since nine"):
        assert text in item, item


def case_new_asks_only_what_is_missing(sandbox):
    terminal = sandbox.on_terminal("new", "-c", "acme", "-m", "All said")
    assert terminal.finish() == 0 and "Customer" not in terminal.output, terminal.output
    terminal = sandbox.on_terminal("new", "--no-input")
    assert terminal.finish() == 2 and "without -c CUSTOMER" in terminal.output, terminal.output


def case_end_of_input_in_a_prompt_exits_9_and_writes_nothing(sandbox):
    before = sandbox.run("list", "--all", "--fields", "id")
    for answers in ([], ["acme\n"]):
        terminal = sandbox.on_terminal("new", NO_COLOR="1")
        terminal.wait_for("Customer: ")
        for answer in answers:
            terminal.send(answer)
            terminal.wait_for("Summary.*: ")
        terminal.send("\x04")
        assert terminal.finish() == 9 and "cancelled" in terminal.output, terminal.output
    assert sandbox.run("list", "--all", "--fields", "id") == before


def case_editor_gives_the_text_and_an_empty_one_cancels(sandbox):
    terminal = sandbox.on_terminal("note", sandbox.ids[0], EDITOR="true")
    assert terminal.finish() == 9, terminal.output
    terminal = sandbox.on_terminal("note", sandbox.ids[0], EDITOR="sed -i '1i From the editor'")
    assert terminal.finish() == 0, terminal.output
    assert "From the editor" in sandbox.run("show", sandbox.ids[0])
    terminal = sandbox.on_terminal("note", sandbox.ids[0], EDITOR="false")
    assert terminal.finish() == 8, terminal.output


def case_list_has_colour_on_a_terminal_and_none_with_no_color(sandbox):
    coloured = sandbox.on_terminal("list", "--no-pager")
    assert coloured.finish() == 0 and "\x1b[" in coloured.output, coloured.output
    plain = sandbox.on_terminal("list", "--no-pager", NO_COLOR="1")
    assert plain.finish() == 0 and "\x1b[" not in plain.output, plain.output


def case_interrupt_in_a_prompt_exits_130_and_writes_nothing(sandbox):
    before = sandbox.run("list", "--all", "--fields", "id")
    terminal = sandbox.on_terminal("new")
    terminal.wait_for(r"(?i)customer")
    terminal.send("\x03")
    assert terminal.finish() == 130, terminal.output
    assert sandbox.run("list", "--all", "--fields", "id") == before


def case_long_output_goes_through_the_pager(sandbox):
    terminal = sandbox.on_terminal("show", sandbox.ids[0], PAGER="sed 's/^/paged: /'")
    assert terminal.finish() == 0
    assert "paged: " in terminal.output, terminal.output
    plain = sandbox.on_terminal("show", sandbox.ids[0], "--no-pager", PAGER="sed 's/^/paged: /'")
    assert plain.finish() == 0 and "paged: " not in plain.output, plain.output


def case_a_dumb_terminal_has_no_pager(sandbox):
    terminal = sandbox.on_terminal("show", sandbox.ids[0], PAGER="sed 's/^/paged: /'", TERM="dumb")
    assert terminal.finish() == 0 and "paged: " not in terminal.output, terminal.output


def case_an_empty_list_says_what_fills_it(sandbox):
    for words, says in ((["age.min:9999"], "no complaint meets the filter"),
                        (["--all", "age.min:9999"], "crmtrack help filter"), (["--limit", "0"], "none was asked for")):
        terminal = sandbox.on_terminal("list", *words)
        assert terminal.finish() == 0 and says in terminal.output, terminal.output


def case_doctor_prints_each_remedy_whole(sandbox):
    config = sandbox.root / ".gitconfig"
    config.write_text(config.read_text() + "[gc]\n\tpruneExpire = now\n")
    terminal = sandbox.on_terminal("doctor", "--no-pager", width=60)
    assert terminal.finish() == 1 and "    git config gc.pruneExpire 2.weeks.ago" in terminal.output, terminal.output


def case_an_attachment_is_shown_on_a_terminal_where_it_is_text(sandbox):
    for name, data in (("text.txt", b"Dear Asha,\r\n"), ("photo.png", b"\x89PNG\x00"), ("esc.txt", b"\x1b]0;x\x07")):
        (sandbox.root / name).write_bytes(data)
        sandbox.run("note", sandbox.ids[0], "-m", "With a file", "--attach", name)
    terminal = sandbox.on_terminal("attachment", sandbox.ids[0], "text.txt")
    assert terminal.finish() == 0 and "Dear Asha" in terminal.output, terminal.output
    for name in ("photo.png", "esc.txt"):
        terminal = sandbox.on_terminal("attachment", sandbox.ids[0], name)
        assert terminal.finish() == 5 and "--save PATH" in terminal.output, terminal.output


def case_a_pager_that_quits_is_no_error(sandbox):
    terminal = sandbox.on_terminal("list", "--all", PAGER="true")
    assert terminal.finish() in (0, 141), terminal.output
    assert "crmtrack:" not in terminal.output, terminal.output
    sandbox.run("note", sandbox.ids[0], "-m", "A long line of text\n" * 5000)
    terminal = sandbox.on_terminal("show", sandbox.ids[0], PAGER="head -1")
    assert terminal.finish() in (0, 141), terminal.output
    assert "4711" in terminal.output and "crmtrack:" not in terminal.output, terminal.output


def case_help_fits_the_terminal(sandbox):
    for width in (50, 80):
        terminal = sandbox.on_terminal("new", "-h", "--no-pager", width=width)
        assert terminal.finish() == 0
        assert max(map(columns, terminal.lines())) <= width, terminal.output


def run_case(name, case, sandbox):
    try:
        case(sandbox)
    except Exception:  # whatever goes wrong in a case is that case's failure
        print(f"FAIL {name}\n{traceback.format_exc()}sandbox kept: {sandbox.root}", flush=True)
        return False
    shutil.rmtree(sandbox.root, ignore_errors=True)
    print(f"ok   {name}", flush=True)
    return True


def main(module, description, make_sandbox=Sandbox):
    """Runs the `case_…` functions of a module."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, default=SOURCE / "build/crmtrack")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    cases = {name[5:]: case for name, case in module.items() if name.startswith("case_")}
    chosen = [name for name in cases if not arguments.names or name in arguments.names]
    results = [run_case(name, cases[name], make_sandbox(arguments.binary.resolve())) for name in chosen]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main(globals(), __doc__)
