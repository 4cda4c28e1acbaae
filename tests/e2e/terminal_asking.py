#!/usr/bin/env python3
"""Runs the binary under a pseudo-terminal: questions that are asked again, words that are missing, text that is kept.

    terminal_asking.py --binary build/crmtrack [NAME...]
"""
import pathlib
import re

from terminal import main


def answer(terminal, dialogue):
    """Answers each question of the dialogue, in order."""
    for question, typed in dialogue:
        terminal.wait_for(question)
        terminal.output = ""
        terminal.send(typed + "\n")


def case_new_asks_again_where_an_answer_cannot_be_taken(sandbox):
    sandbox.run("project", "add", "apollo", "--name", "Apollo")
    sandbox.run("project", "add", "zeus", "--name", "Zeus")
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "acme"), (r"Summary.*: $", "Again"),
                      (r"Project.*: $", "nowhere"), (r"(?s)policy does not list it.*Project.*: $", "apollo"),
                      (r"Reason: $", "nothing"), (r"(?s)policy does not list it.*Reason: $", "other"),
                      (r"Severity.*: $", ""), (r"Channel.*: $", ""), (r"More.*: $", "")))
    assert terminal.finish() == 0, terminal.output
    assert sandbox.run("list", "--fields", "project,reason", "Again") == "apollo\tother\n"


def case_new_shows_labels_and_questions_of_reasons(sandbox):
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "acme"), (r"Summary.*: $", "Again"), (r"Project.*: $", "")))
    terminal.wait_for(r"Reason: $")
    assert re.search(r"other  Something else \(.*\?\)", terminal.output), terminal.output
    terminal.send("\x04")
    assert terminal.finish() == 9


def case_new_offers_a_slug_and_keeps_the_name(sandbox):
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "Globex AG"), (r"'Globex AG' by the slug \[globex-ag\]: $", ""),
                      (r"Summary.*: $", "Shop is down"), (r"Project.*: $", ""), (r"Reason: $", ""),
                      (r"Severity.*: $", ""), (r"Channel.*: $", ""), (r"More.*: $", "")))
    assert terminal.finish() == 0, terminal.output
    assert "customer globex-ag is new and is registered as Globex AG" in terminal.output, terminal.output
    assert sandbox.run("customer", "list", "--fields", "id,name").splitlines()[-1] == "globex-ag\tGlobex AG"
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "globex ag"),))
    terminal.wait_for(r"open complaints of globex-ag[\s\S]*: $")
    terminal.send("\x04")
    assert terminal.finish() == 9


def case_new_asks_for_what_a_form_requires(sandbox):
    sandbox.run("form", "add", "project:apollo", "--require", "contract", "--match", "contract=C-[0-9]{4}", "--example",
                "C-0815", "--why", "Needed")
    terminal = sandbox.on_terminal("new", "-c", "acme", "-p", "apollo", "-m", "Again", NO_COLOR="1")
    answer(terminal, ((r"contract, such as C-0815: $", "4711"), (r"(?s)does not fit.*contract, such as C-0815: $", "C-4711")))
    assert terminal.finish() == 0, terminal.output
    assert "C-4711" in sandbox.run("show", "--json", sandbox.run("list", "--fields", "id", "Again").strip())
    terminal = sandbox.on_terminal("new", "-c", "acme", "-p", "apollo", "-m", "Once more", NO_COLOR="1")
    answer(terminal, ((r"contract, such as C-0815: $", ""), (r"contract, such as C-0815: $", "")))
    assert terminal.finish() == 5 and "field 'contract'" in terminal.output, terminal.output


def case_a_command_asks_for_the_words_that_it_misses(sandbox):
    first = sandbox.ids[0]
    terminal = sandbox.on_terminal("resolve", "-m", "We refund it", NO_COLOR="1")
    answer(terminal, ((rf"{first[9:13]}  acme: Invoice[\s\S]*ID, the complaint: $", first[9:13]),
                      (r"1  upheld[\s\S]*--outcome.*: $", "uph"), (r"1  fixed[\s\S]*--code.*: $", "apol")))
    assert terminal.finish() == 0, terminal.output
    assert sandbox.run("list", "--fields", "status,outcome,code", "Invoice") == "responded\tupheld\tapology\n"
    terminal = sandbox.on_terminal("void", first, NO_COLOR="1")
    answer(terminal, ((r"--why.*: $", "Entered twice"),))
    assert terminal.finish() == 0, terminal.output
    terminal = sandbox.on_terminal("new", "-c", "acme", "-m", "No invoice", "--resolved", "Sent again", NO_COLOR="1")
    answer(terminal, ((r"1  upheld[\s\S]*--outcome.*: $", "uph"),))
    assert terminal.finish() == 0, terminal.output
    assert sandbox.run("list", "--fields", "status,outcome", "No", "invoice") == "responded\tupheld\n"
    terminal = sandbox.on_terminal("void", sandbox.ids[1], "--no-input")
    assert terminal.finish() == 2 and "say the reason: --why" in terminal.output, terminal.output
    terminal = sandbox.on_terminal("show", "--no-input")
    assert terminal.finish() == 2 and "ID is missing" in terminal.output, terminal.output


def case_an_answer_can_be_edited(sandbox):
    terminal = sandbox.on_terminal("void", sandbox.ids[0], NO_COLOR="1")
    terminal.wait_for(r"--why.*: $")
    terminal.send("vollständig falsch\x1b[D\x1b[D\x17\x01")  # two to the left, the word before, to the beginning
    terminal.send("Ö \x05\n")
    assert terminal.finish() == 0, terminal.output
    assert "why: Ö vollständig ch" in sandbox.run("show", sandbox.ids[0])


def case_a_dumb_terminal_gives_lines_as_they_are(sandbox):
    terminal = sandbox.on_terminal("void", sandbox.ids[0], NO_COLOR="1", TERM="dumb")
    terminal.wait_for(r"--why.*: $")
    terminal.send("Twice\n")
    assert terminal.finish() == 0 and "\x1b" not in terminal.output, terminal.output


def case_a_level_is_asked_for_by_its_own_number(sandbox):
    first = sandbox.ids[0]
    terminal = sandbox.on_terminal("escalate", first, "--why", "Press", NO_COLOR="1")
    answer(terminal, ((r"^  0  [\s\S]*\n  2  [\s\S]*--to.*: $", "2"),))
    assert terminal.finish() == 0, terminal.output
    assert sandbox.run("list", "--fields", "level", f"id:{first}") == "2\n"


def case_the_end_of_input_at_such_a_question_exits_9(sandbox):
    terminal = sandbox.on_terminal("void", sandbox.ids[0])
    terminal.wait_for(r"--why.*: $")
    terminal.send("\x04")
    assert terminal.finish() == 9, terminal.output
    assert "received" in sandbox.run("list", "--fields", "status", "Invoice")


def kept_text(terminal):
    """The file that a message names, and what it holds."""
    kept = re.search(r"your text is kept: give it again with -F '([^']*)'", terminal.output.replace("\r\n", "\n"))
    assert kept, terminal.output
    return pathlib.Path(kept.group(1)), pathlib.Path(kept.group(1)).read_text()


def case_ctrl_d_keeps_the_text_that_was_typed_before_it(sandbox):
    before = sandbox.run("list", "--all", "--fields", "id")
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "acme"), (r"Summary.*: $", "The parcel came open"), (r"Project.*: $", "\x04")))
    assert terminal.finish() == 9, terminal.output
    path, text = kept_text(terminal)
    assert text == "The parcel came open\n" and sandbox.run("list", "--all", "--fields", "id") == before
    terminal = sandbox.on_terminal("new", "-F", str(path), NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "acme"), (r"Project.*: $", ""), (r"Reason: $", "other"), (r"Severity.*: $", ""),
                      (r"Channel.*: $", ""), (r"More.*: $", "")))
    assert terminal.finish() == 0, terminal.output
    assert "The parcel came open" in sandbox.run("list")


def case_ctrl_d_before_any_text_keeps_nothing(sandbox):
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    answer(terminal, ((r"Customer: $", "acme"), (r"Summary.*: $", "\x04")))
    assert terminal.finish() == 9 and "kept" not in terminal.output, terminal.output


def case_ctrl_d_that_was_typed_ahead_cancels(sandbox):
    # Typed before the first question, when the terminal still collects lines: the Ctrl-D then arrives as a NUL.
    for typed, summary in (("\x04", ""), ("acme\n\x04", ""), ("acme\nThe parcel came late\n\x04", "The parcel came late\n")):
        for variables in ({}, {"TERM": "dumb"}):
            terminal = sandbox.on_terminal("new", NO_COLOR="1", **variables)
            terminal.send(typed)
            assert terminal.finish() == 9, terminal.output
            assert not summary or kept_text(terminal)[1] == summary
    # Typed in one burst at the first question.
    terminal = sandbox.on_terminal("new", NO_COLOR="1")
    terminal.wait_for(r"Customer: $")
    terminal.send("acme\nThe parcel came wet\n\x04")
    assert terminal.finish() == 9 and kept_text(terminal)[1] == "The parcel came wet\n", terminal.output


def case_an_import_of_holidays_shows_what_it_takes_and_asks(sandbox):
    (sandbox.root / "feed.ics").write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                                           "DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas Day\r\n"
                                           "END:VEVENT\r\nEND:VCALENDAR\r\n")
    for typed, has_holiday in (("no", False), ("yes", True)):
        terminal = sandbox.on_terminal("calendar", "import", "feed.ics", "--years", "2026", "--why", "Holidays",
                                       NO_COLOR="1")
        answer(terminal, ((r"added[\s\S]*Christmas Day[\s\S]*Write this to calendar default\?[\s\S]*: $", typed),))
        assert terminal.finish() == 0, terminal.output
        assert ("Christmas Day" in sandbox.run("calendar", "show", "default", "--year", "2026")) == has_holiday


def case_a_typed_text_is_kept_where_the_command_fails_after(sandbox):
    for mail in ("asha@example.com", "ben@example.com", "ben@example.net"):
        sandbox.run("person", "add", mail, "--name", mail)
    editor = "sed -i '1i A long story, typed with care'"
    terminal = sandbox.on_terminal("note", sandbox.ids[0], "--by", "ben", EDITOR=editor, NO_COLOR="1")
    assert terminal.finish() == 4, terminal.output
    kept = re.search(r"your text is kept: give it again with -F '([^']*)'", terminal.output.replace("\r\n", "\n"))
    assert kept, terminal.output
    path = pathlib.Path(kept.group(1))
    assert path.read_text() == "A long story, typed with care\n" and path.stat().st_mode & 0o077 == 0
    second = sandbox.on_terminal("note", sandbox.ids[0], "--by", "ben", EDITOR="sed -i '1i Another one'")
    assert second.finish() == 4 and path.read_text().startswith("A long story"), second.output
    sandbox.run("note", sandbox.ids[0], "--by", "ben@example.net", "-F", str(path))
    assert "A long story, typed with care" in sandbox.run("show", sandbox.ids[0])


def case_what_can_be_known_is_checked_before_the_editor_opens(sandbox):
    marker = sandbox.root / "opened"
    sandbox.run("withdraw", sandbox.ids[0])
    for command in (["acknowledge", sandbox.ids[0]], ["acknowledge", "zzzz"],
                    ["resolve", sandbox.ids[1], "--outcome", "upheld", "--code", "fixed", "--redress", "much"],
                    ["resolve", sandbox.ids[0], "--outcome", "upheld", "--code", "fixed"]):
        terminal = sandbox.on_terminal(*command, EDITOR=f"touch {marker}")
        assert terminal.finish() in (2, 3, 5) and not marker.exists(), (command, terminal.output)


if __name__ == "__main__":
    main(globals(), __doc__)
