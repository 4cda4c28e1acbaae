#!/usr/bin/env python3
"""Holds the manual against the program: a page for every command (`customer add` stands in crmtrack-customer(1), to which
crmtrack-customer-add.1 leads), the synopsis that `-h` prints, every option in its page and none besides, and pages that
mandoc finds no fault with."""
import json
import re
import subprocess

from common import SOURCE, finish, parse_arguments, run, source_files


def page_text(path):
    """The page as it is read, without overstrikes, wide enough that nothing wraps."""
    shown = subprocess.run(["mandoc", "-Tutf8", "-O", "width=400", str(SOURCE / path)], capture_output=True, text=True,
                           check=False).stdout
    return re.sub(r".\x08", "", shown).replace("‐", "-").replace("−", "-").replace("…", "...").replace("\xa0", " ")


def section(text, title):
    found = re.search(rf"^{title}\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


def described_options(text):
    """The options that some list of the page describes: a line that begins with them."""
    options = set()
    for line in text.splitlines():
        tag = re.match(r"\s+(-\S.*?)(\s{2,}|$)", line)
        if tag:
            options |= set(re.findall(r"(?:^|[\s,|])(--[a-z0-9][a-z0-9-]*|-[A-Za-z0-9])(?=[\s,=|]|$)", tag.group(1)))
    return options


def names(options):
    return {name for option in options for name in option["names"]}


def bare(synopsis):
    """A synopsis without the options that it may spell out, blanks folded."""
    text = " ".join(synopsis.split()).replace("[OPTION...]", "")
    while re.search(r"\[-[^\[\]]*\]", text):
        text = re.sub(r"\[-[^\[\]]*\]", "", text)
    return " ".join(text.replace("| ", "|").split())


def synopsis_fault(page, text, command):
    wanted = bare(command["synopsis"])
    lines = [bare(line) for line in section(text, "SYNOPSIS").splitlines() if line.strip()]
    if wanted not in lines:
        return [f"{page}: synopsis of '{command['name']}' is not '{command['synopsis']}'"]
    return []


def page_faults(page, commands, common):
    path = f"man/{page}.1"
    if not (SOURCE / path).exists():
        return [f"{path} is missing: {', '.join(c['name'] for c in commands)}"]
    text = page_text(path)
    faults = [fault for command in commands for fault in synopsis_fault(path, text, command)]
    options = set().union(*(names(command["options"]) for command in commands))
    described = described_options(text)
    faults += [f"{path}: {name} is not described" for name in sorted(options - described)]
    faults += [f"{path}: {name} is described, but is none of its options" for name in sorted(described - options - common)]
    return faults


def choice_faults(path, text, options):
    """The entry of an option names each word that the option takes, as `--format` each format."""
    faults = []
    for option in (option for option in options if option["choices"]):
        name = option["names"][-1]
        entry = re.search(rf"^ +(?:-\S+, )?{name} [^\n]*\n((?:\s{{10,}}[^\n]*\n|\n)*)", text, re.MULTILINE)
        words = re.findall(r"[\w-]+", entry.group(0) if entry else "")
        faults += [f"{path}: {name} {word} is not described" for word in option["choices"] if word not in words]
    return faults


def lint_faults(path):
    result = run(["mandoc", "-Tlint", "-Wwarning", str(path)])
    return [line for line in result.stdout.splitlines() if line.strip()]


def link_faults(commands):
    """A command of several words has a page of its whole name, which leads to that of its group."""
    wanted = {f"crmtrack-{command['name'].replace(' ', '-')}": f".so man1/{command['manual']}.1\n"
              for command in commands if " " in command["name"]}
    faults = []
    for page, text in sorted(wanted.items()):
        path = SOURCE / f"man/{page}.1"
        if not path.exists() or path.read_text() != text:
            faults.append(f"man/{page}.1: is not the line '{text.strip()}'")
    return set(wanted), faults


def main():
    arguments = parse_arguments(__doc__)
    spec = json.loads(run([str(arguments.binary.resolve()), "__spec"]).stdout)
    commands = [command for command in spec["commands"] if not command["hidden"]]
    common = names(spec["global_options"])
    faults = []
    pages = sorted({command["manual"] for command in commands})
    for page in pages:
        faults += page_faults(page, [c for c in commands if c["manual"] == page], common)
    if (SOURCE / "man/crmtrack.1").exists():
        text = page_text("man/crmtrack.1")
        described = described_options(text)
        faults += choice_faults("man/crmtrack.1", text, spec["global_options"])
        faults += [f"man/crmtrack.1: {name} is not described" for name in sorted(common - described)]
    else:
        faults.append("man/crmtrack.1 is missing")
    links, absent = link_faults(commands)
    faults += absent
    known = set(pages) | links | {"crmtrack"}
    for path in source_files("man/*.[157]"):
        if path.stem not in links:  # mandoc looks for what they lead to in the folder of the installed pages
            faults += lint_faults(path)
        if path.suffix == ".1" and path.stem not in known:
            faults.append(f"{path}: there is no such command")
    finish(faults, f"{len(commands)} commands in {len(pages)} pages, and {len(links)} names that lead to them")


if __name__ == "__main__":
    main()
