#!/usr/bin/env python3
"""Holds includes to the layers: who may use whom, which library belongs to which folder, and who touches the outside."""
import re

from common import SOURCE, finish, parse_arguments, source_files

# Each folder with those that it may include beside itself; a folder brings those that it stands on.
STANDS_ON = {
    "util": [],
    "yaml": ["util"],
    "query": ["util"],
    "document": ["util"],
    "calendar": ["util"],
    "render": ["document"],
    "record": ["yaml", "query", "document"],
    "policy": ["record", "calendar"],
    "story": ["policy"],
    "git": ["util"],
    "ledger": ["story", "git"],
    "index": ["ledger"],
    "warning": ["statistics", "util"],
    "session": ["exchange", "warning"],
    "tick": ["session"],
    "statistics": [],
    "report": ["record", "render", "statistics"],
    "exchange": ["index", "render"],
    "mail": ["session", "view"],
    "survey": ["index"],
    "view": ["exchange"],
    "terminal": ["render"],
    "command": ["session", "tick", "report", "view", "mail", "survey", "terminal"],
    "cli": ["command"],
    "main.cpp": ["cli"],
}

# A library's headers, and the one folder that may include them. fmt and tl::expected may be used anywhere.
OWNERS = {
    r"yaml-cpp/": "yaml",
    r"git2(/|\.h)": "git",
    r"sqlite3\.h": "index",
    r"histedit\.h": "terminal",
    r"CLI/": "cli",
    r"gmime/": "mail",
    r"cmark": "survey",
    r"libical/": "calendar",
    r"libstemmer\.h": "report",
    r"libpq": "exchange",
}

# Folders that compute and nothing else, and what they must not include.
PURE = ["yaml", "query", "document", "calendar", "render", "record", "policy", "story", "statistics", "warning", "report", "view"]
# Units of the other folders that are pure as well: a pure folder uses no others of them.
PURE_UNITS = ["exchange/base64", "exchange/record_value", "index/row", "ledger/audit/finding"]
OUTSIDE = r"(fstream|filesystem|cstdio|stdio\.h|unistd\.h|fcntl\.h|sys/.*|iostream|util/(file|process|random|descriptor)\.hpp)"

# Calls that only some may make: the environment is read in cli, and std::cout loses data silently.
CALLS = [
    (r"\bstd::(cout|cerr)\b", [], "use fmt and the writers of terminal"),
    # terminal asks only for what it hands to a pager or an editor.
    (r"\b(std::)?(secure_)?getenv\(", ["cli", "terminal"], "take the environment as an argument"),
    (r"\bsystem_clock::now\(", ["util", "git", "ledger", "session", "terminal"], "take the time as an argument"),
    # One place reads records: it can be handed the keys of those that are sealed.
    (r"\brecord::parse(_body)?\(", [], "read records by record::open"),
]


def allowed(folder):
    """The folder, what it stands on, and what that stands on."""
    result = {folder}
    for below in STANDS_ON[folder]:
        result |= allowed(below)
    return result


def folder_of(path):
    return path.parts[1]


def unit_of(path):
    """`ledger/audit/finding` of either file of that unit."""
    return str(path).rsplit(".", 1)[0]


def include_faults(path, line_number, header):
    folder = folder_of(path)
    where = f"{path}:{line_number}: "
    top = header.split("/")[0]
    if top in STANDS_ON and (SOURCE / "src" / header).exists() and top not in allowed(folder):
        yield f"{where}{folder} includes {header}, but does not stand on {top}"
    for pattern, owner in OWNERS.items():
        if re.match(pattern, header) and folder != owner:
            yield f"{where}{header} is included, which belongs to {owner}"
    if folder in PURE or unit_of(path.relative_to("src")) in PURE_UNITS:
        touches = top in STANDS_ON and top not in PURE + ["util", folder] and unit_of(header) not in PURE_UNITS
        if touches or re.fullmatch(OUTSIDE, header):
            yield f"{where}{header} is included, but {unit_of(path.relative_to('src'))} is pure"


def file_faults(path):
    folder = folder_of(path)
    for number, line in enumerate((SOURCE / path).read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if found:
            yield from include_faults(path, number, found.group(1))
        for pattern, folders, instead in CALLS:
            if re.search(pattern, line.split("//")[0]) and folder not in folders:
                yield f"{path}:{number}: {re.search(pattern, line).group(0)}: {instead}"


def main():
    parse_arguments(__doc__)
    files = source_files("src/**/*.cpp", "src/**/*.hpp")
    faults = [f"{path}: '{folder_of(path)}' is no layer" for path in files if folder_of(path) not in STANDS_ON]
    for path in files:
        if folder_of(path) in STANDS_ON:
            faults += file_faults(path)
    cli11 = [path for path in files if "#include <CLI/" in (SOURCE / path).read_text()]
    if len(cli11) > 1:
        faults.append(f"CLI11 takes seconds to compile, and is included in {len(cli11)} files: {', '.join(map(str, cli11))}")
    finish(faults, f"the includes of {len(files)} files")


if __name__ == "__main__":
    main()
