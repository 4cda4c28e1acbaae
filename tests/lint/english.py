#!/usr/bin/env python3
"""Holds of our English what a program can hold (CONTRIBUTING.md): no sentence has "What …", "Whoever …" or "The same …" for
its subject, and none is "Likewise". Looks at the pages, the manual, the comments of src and tests, and those of
scripts. Then the names: a source has a header of its name, and a unit test's file is named *_test.cpp."""
import re

from common import SOURCE, finish, parse_arguments, source_files

BANNED = r"(What|Whoever|Whatever|Whichever|Likewise|The same(?=[,.:;]| (of|for|with|but|as|in|by|to|from|where|holds|goes) )|The same$)\b"
# A command is one source; commands.hpp declares them all.
COMMANDS = {f"src/command/{group}" for group in
            ("set_up", "capture", "handle", "look", "report", "policy", "automate", "share", "exchange")}
BLOCK_MACROS = {"Pp", "Bl", "El", "It", "Bd", "Ed", "Sh", "Ss", "Nd", "Dl", "D1", "Nm", "Fl", "Op", "Bk", "Ek"}


def sentences(block):
    """The sentences of a text without line breaks; a colon or a dash ends none."""
    return re.split(r"(?<=[.?!])['\")*_]*\s+", block)


def faults_of(blocks):
    """The faults in blocks of (line, text)."""
    faults = []
    for line, block in blocks:
        for sentence in sentences(block):
            said = sentence.lstrip(" *_\"'(")
            if re.match(BANNED, said) and not said.rstrip(" *_\"')").endswith("?"):
                faults.append((line, said[:60]))
    return faults


def page_blocks(text):
    """Paragraphs, list items and table cells of Markdown, without code and comments."""
    text = re.sub(r"<!--.*?-->|^( *)```.*?^ *```", lambda found: "\n" * found.group().count("\n"), text,
                  flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"`[^`]*`", "CODE", text)
    blocks, start, parts = [], 0, []

    def flush():
        if parts:
            blocks.append((start, " ".join(parts)))
            parts.clear()

    for number, line in enumerate(text.splitlines(), 1):
        item = re.match(r"\s*([-*]|\d+\.)\s+(.*)", line)
        if line.startswith("|"):
            flush()
            blocks += [(number, cell.strip()) for cell in line.strip("|").split("|")]
        elif not line.strip() or item or line.startswith("#"):
            flush()
        if line.strip() and not line.startswith("|"):
            start = start if parts else number
            parts.append(item.group(2) if item else line.strip("# "))
    flush()
    return blocks


def manual_blocks(text):
    """Paragraphs of mdoc; a macro within a sentence is a word of it."""
    blocks, start, parts, verbatim = [], 0, [], False
    for number, line in enumerate(text.splitlines(), 1):
        macro = line[1:].split(" ", 1)[0] if line.startswith(".") else ""
        if macro in BLOCK_MACROS:
            if parts:
                blocks.append((start, " ".join(parts)))
            parts = []
            verbatim = "SYNOPSIS" in line or "literal" in line if macro in ("Sh", "Bd") else verbatim and macro != "Ed"
        elif macro not in ('\\"', "Dd", "Dt", "Os") and not verbatim:
            start = start if parts else number
            parts.append(re.sub(r"^\.\w+ ", "", line))
    if parts:
        blocks.append((start, " ".join(parts)))
    return blocks


def comment_blocks(text):
    """The comments of a source: those on lines of their own, and the doc comments behind a member."""
    blocks, start, parts = [], 0, []
    for number, line in enumerate(text.splitlines() + [""], 1):
        own_line = re.match(r"\s*///?(?!<) ?(.*)", line)
        if own_line and own_line.group(1):
            start = start if parts else number
            parts.append(own_line.group(1))
            continue
        if parts:
            blocks.append((start, " ".join(parts)))
            parts = []
        behind = re.search(r"///<? ?(.+)", line)
        if behind:
            start, parts = number, [behind.group(1)]
    return blocks


def script_blocks(text):
    """The comments of a script, and the first lines of docstrings."""
    blocks, before = [], ""
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r'\s*(# ?|""")(.*)', line)
        if found and found.group(1).startswith("#") and before and blocks:
            blocks[-1] = (blocks[-1][0], f"{blocks[-1][1]} {found.group(2)}")
        elif found:
            blocks.append((number, found.group(2)))
        before = found is not None and found.group(1).startswith("#") and found.group(2)
    return blocks


def commented():
    return source_files("src/**/*.?pp", "tests/**/*.?pp")


def scripts():
    files = source_files("tests/**/*.py", "tests/**/*.sh", "tests/**/*.t", "cmake/*", "CMakeLists.txt", "dev", "findings/*")
    return [path for path in files if "corpus" not in path.parts]


def blocks_of(path):
    return (comment_blocks if path.suffix in (".cpp", ".hpp") else script_blocks)((SOURCE / path).read_text())


def english_faults():
    blocks = {path: page_blocks((SOURCE / path).read_text()) for path in source_files("*.md", "docs/*.md")}
    blocks |= {path: manual_blocks((SOURCE / path).read_text()) for path in source_files("man/*")}
    blocks |= {path: blocks_of(path) for path in commented() + scripts()}
    return [f'{path}:{line}: a sentence begins with "{said}": name who does it (CONTRIBUTING.md)'
            for path in blocks for line, said in faults_of(blocks[path])]


def is_alone(path):
    return path.name != "main.cpp" and not (SOURCE / path).with_suffix(".hpp").exists()


def sources():
    return [path for path in source_files("src/**/*.cpp") if str(path.parent) not in COMMANDS]


def name_faults():
    faults = [f"{path}: has no header of its name" for path in sources() if is_alone(path)]
    for path in source_files("tests/unit/*/*.cpp"):
        cases = re.findall(r'TEST_CASE\("(.*?)"', (SOURCE / path).read_text())
        if cases and not path.name.endswith("_test.cpp"):
            faults.append(f"{path}: a unit test is named *_test.cpp")
        faults += [f'{path}: the test "{case}": name who does it' for case in cases
                   if re.match(BANNED, case[0].upper() + case[1:])]
    return faults


def main():
    parse_arguments(__doc__)
    finish(english_faults() + name_faults(), "English and names")


if __name__ == "__main__":
    main()
