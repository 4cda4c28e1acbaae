#!/usr/bin/env python3
"""Runs the binary under a pseudo-terminal: beginnings of commands, `@`, and the keystrokes of ten tasks of docs/guide.md.

    terminal_short.py --binary build/crmtrack [NAME...]
"""
import json

from terminal import Terminal, main

# Ten tasks of docs/guide.md, each with the lines that did it before there were short names, and those that do it now.
# A word that both type stays in, so that the count is honest. {ID} is the complaint's id, as a person types it.
TASKS = [
    ("take a complaint, promise a day, own it",
     ["crmtrack new -c acme -p apollo -r other -s high --channel phone -m 'Charged twice'",
      "crmtrack acknowledge {ID} --next-by wed -m 'You hear from us on Wednesday'",
      "crmtrack assign {ID} me"],
     ["crmtrack new -c acme -p apollo -r other -s high -m 'Charged twice'",
      "crmtrack ack @ --next-by wed -m 'You hear from us on Wednesday'",
      "crmtrack as @ me"]),
    ("see what is owed", ["crmtrack agenda"], ["crmtrack ag"]),
    ("look at the story", ["crmtrack show {ID}"], ["crmtrack sh @"]),
    ("leave a message", ["crmtrack voicemail {ID} -m 'Please call back'"], ["crmtrack voic @ -m 'Please call back'"]),
    ("call again, with a promise", ["crmtrack call {ID} -m 'The money comes' --promise 'refund arrives@fri'"],
     ["crmtrack call @ -m 'The money comes' --promise 'refund arrives@fri'"]),
    ("escalate to a person", ["crmtrack escalate {ID} --to 2 --person ben@example.com --asked decide --why 'Third case'"],
     ["crmtrack esc @ --to 2 --person ben --asked decide --why 'Third case'"]),
    ("hand it back for them", ["crmtrack return {ID} --by ben@example.com --why 'The job stops'"],
     ["crmtrack retu @ --by ben --why 'The job stops'"]),
    ("let the promise go", ["crmtrack waive {ID} commitment --why 'Paid out on the phone'"],
     ["crmtrack waiv @ commitment --why 'Paid out on the phone'"]),
    ("answer, confirm, review, close",
     ["crmtrack resolve {ID} --outcome upheld --code fixed -m 'We stop the job'", "crmtrack confirm {ID}",
      "crmtrack review {ID} --lesson 'Alert on double runs'", "crmtrack close {ID}"],
     ["crmtrack reso @ --outcome upheld --code fixed -m 'We stop the job'", "crmtrack conf @",
      "crmtrack clos @ --lesson 'Alert on double runs'"]),
    ("settle one in its first call",
     ["crmtrack new -c acme -m 'No invoice'", "crmtrack resolve {ID} --outcome upheld --code fixed -m 'Sent again'",
      "crmtrack confirm {ID}", "crmtrack review {ID} --lesson 'An old address'", "crmtrack close {ID}"],
     ["crmtrack new -c acme -m 'No invoice' --resolved 'Sent again' --outcome upheld --confirmed",
      "crmtrack clos @ --lesson 'An old address'"]),
]
MOST_OF_BEFORE = 0.80
FIELDS = "customer,project,severity,status,owner,level,peak_level,outcome,code"


def keystrokes(lines):
    """Of all the lines, each with its Enter; an id is four characters."""
    return sum(len(line.replace("{ID}", "7f3q")) + 1 for line in lines)


def on_one_terminal(sandbox, lines, width=80):
    """The output of the lines, typed one after another on one terminal."""
    script = sandbox.root / "typed.sh"
    script.write_text("set -e\n" + "\n".join(lines) + "\n")
    terminal = Terminal(["/bin/bash", str(script)], sandbox.env | {"NO_COLOR": "1", "PAGER": "cat"}, sandbox.root, width)
    code = terminal.finish()
    return code, terminal.output.replace("\r", "")


def fresh_data(sandbox, name):
    sandbox.env["CRMTRACK_REPO"] = str(sandbox.root / name)
    sandbox.run("init", sandbox.env["CRMTRACK_REPO"])
    sandbox.run("project", "add", "apollo", "--name", "Apollo")
    for mail, person in (("asha@example.com", "Asha Rao"), ("ben@example.com", "Ben Okoro")):
        sandbox.run("person", "add", mail, "--name", person)


def case_ten_tasks_take_fewer_keystrokes_and_come_to_the_same(sandbox):
    fresh_data(sandbox, "before")
    for _, before, _ in TASKS:
        for line in before:
            newest = sandbox.run("list", "--all", "--limit", "1", "--sort=-received", "--fields", "id").strip()
            if len(before) == 5:  # the second complaint is the one of its summary
                newest = sandbox.run("list", "--all", "--fields", "id", "No invoice").strip() or newest
            code, output = on_one_terminal(sandbox, [line.replace("{ID}", newest)])
            assert code == 0, (line, output)
    expected = sorted(json.dumps(item) for item in
                      json.loads(sandbox.run("list", "--all", "--json", "--fields", FIELDS))["items"])
    fresh_data(sandbox, "after")
    code, output = on_one_terminal(sandbox, [line for _, _, after in TASKS for line in after])
    assert code == 0, output
    found = sorted(json.dumps(item) for item in
                   json.loads(sandbox.run("list", "--all", "--json", "--fields", FIELDS))["items"])
    assert found == expected, (found, expected)
    for task, before, after in TASKS:
        print(f"     {keystrokes(before):4} -> {keystrokes(after):4}  {task}")
        assert keystrokes(after) < keystrokes(before), task
    before = sum(keystrokes(before) for _, before, _ in TASKS)
    after = sum(keystrokes(after) for _, _, after in TASKS)
    print(f"     {before:4} -> {after:4}  in all")
    assert after <= MOST_OF_BEFORE * before, (before, after)


def case_a_beginning_of_a_command_is_enough_where_it_is_unique(sandbox):
    code, output = on_one_terminal(sandbox, ["crmtrack li --fields customer", "crmtrack cust li --fields id"])
    assert code == 0 and output.count("acme") == 4, output
    code, output = on_one_terminal(sandbox, ["crmtrack a"])
    assert code == 4 and "cannot tell which command 'a' is" in output and "acknowledge, assign" in output, output
    code, output = on_one_terminal(sandbox, ["crmtrack lisst"])
    assert code == 2 and "did you mean 'list'?" in output, output


def case_what_takes_back_wants_its_whole_name(sandbox):
    for word, whole in (("und", "undo"), ("withd", "withdraw"), ("voi", None)):
        code, output = on_one_terminal(sandbox, [f"crmtrack {word} {sandbox.ids[0]}"])
        if whole:
            assert code == 2 and f"'{whole}' wants its whole name" in output, output
        else:
            assert code == 4 and "voicemail, void" in output, output
    assert "received" in sandbox.run("list", "--fields", "status", "--all")


def case_at_is_the_complaint_last_touched_on_this_terminal(sandbox):
    first, second = sandbox.ids[0], sandbox.ids[2]
    code, output = on_one_terminal(sandbox, ["crmtrack show @"])
    assert code == 3 and "none was touched on this terminal yet" in output, output
    code, output = on_one_terminal(sandbox, [f"crmtrack show {first} >/dev/null", "crmtrack note @ -m Seen",
                                             f"crmtrack note {second} -m Other", "crmtrack update @ --link related:" + first,
                                             "crmtrack history @ --fields kind"])
    assert code == 0 and output.count("@ is ") == 3, output
    assert f"@ is {first[9:13]}: acme: Invoice 4711 charged twice" in output, output
    assert output.count(f"@ is {second[9:13]}: acme: No reply") == 2, output
    code, output = on_one_terminal(sandbox, ["crmtrack show @"])
    assert code == 3, f"another session of the same terminal name: {output}"


def case_at_is_no_complaint_where_none_is_meant(sandbox):
    code, output = on_one_terminal(sandbox, [f"crmtrack note {sandbox.ids[0]} -m @", "crmtrack search @ || true"])
    assert code == 0 and "@ is" not in output, output


def case_a_dry_run_touches_nothing(sandbox):
    code, output = on_one_terminal(sandbox, [f"crmtrack -n note {sandbox.ids[0]} -m Seen", "crmtrack show @"])
    assert code == 3, output


if __name__ == "__main__":
    main(globals(), __doc__)
