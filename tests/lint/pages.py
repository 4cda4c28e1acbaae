#!/usr/bin/env python3
"""The files that our pages name are there: each relative link, and each path of this repository in code, such as
`src/story/promise.hpp`, `src/index/loss` (a source with its header) or `man/*.1`. A path with a placeholder in capitals,
or in angle brackets, is none."""
import re

from common import SOURCE, finish, parse_arguments, source_files

ROOTS = ("src", "tests", "docs", "man", "cmake", "findings", "completions")
ROOMS = {path.name for path in (SOURCE / "src").iterdir() if path.is_dir()}


def is_there(folder, path):
    """Whether there is such a file or folder, or one whose name goes on with an ending."""
    path = path.rstrip("/")
    return any(True for _ in folder.glob(path)) or any(True for _ in folder.glob(path + ".*"))


def named_paths(text):
    for code in re.findall(r"`([^`\n]+)`", text):
        for word in (word.rstrip(",.:;") for word in code.split()):
            root, _, rest = word.partition("/")
            if not rest or re.search(r"[A-Z<…{$]|\.yaml$", word):
                continue  # policy/reasons.yaml is a file of a data repository
            if root in ROOTS or root in ROOMS:
                yield word if root in ROOTS else f"src/{word}"


def faults_of(page):
    text = re.sub(r"^( *)```.*?^ *```", "", (SOURCE / page).read_text(), flags=re.DOTALL | re.MULTILINE)
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]
    faults = [f"{page}: the link to {link} leads nowhere" for link in links
              if link and not (SOURCE / page).parent.joinpath(link).exists()]
    return faults + [f"{page}: there is no {path}" for path in dict.fromkeys(named_paths(text))
                     if not is_there(SOURCE, path)]


def main():
    parse_arguments(__doc__)
    pages = source_files("*.md", "docs/*.md")
    finish([fault for page in pages for fault in faults_of(page)], f"the files that {len(pages)} pages name")


if __name__ == "__main__":
    main()
