"""The record of recorder.c, and the folders that a disk may have after a power cut at some moment of it.

Two disks: `ext4` keeps the order of names (its journal), and puts to the disk what was written back before a later call
that makes something durable; `other` keeps nothing but what it was told to, each file and each folder by itself.
"""
import dataclasses
import os
import pathlib
import struct

from sandbox import Failed

DISKS = ("ext4", "other")
HEADER = struct.Struct("=c7xQQII")
# The fate of changes that the disk had not been told to keep: none arrives, only names, only bytes, or each by a coin.
STYLES = ("lost", "names", "bytes", "coin")
BEGUN, ACKNOWLEDGED = "B", "A"


@dataclasses.dataclass
class Entry:
    what: str
    number: int
    offset: int
    first: bytes
    second: str

    def name(self):
        return os.path.normpath(os.fsdecode(self.first))


def read_entries(path):
    entries = []
    text = path.read_bytes()
    at = 0
    while at < len(text):
        what, number, offset, first, second = HEADER.unpack_from(text, at)
        at += HEADER.size
        entries.append(Entry(what.decode(), number, offset, text[at:at + first],
                             os.fsdecode(text[at + first:at + first + second])))
        at += first + second
    return entries


def note_in(path, what, text):
    """An entry of the test itself, among those of the program."""
    bytes_ = text.encode()
    with open(path, "ab", buffering=0) as record:
        record.write(HEADER.pack(what.encode(), 0, 0, len(bytes_), 0) + bytes_)


@dataclasses.dataclass(eq=False)
class Thing:
    """A file, a folder or a symbolic link, whatever its names."""

    kind: str
    bytes: bytes = b""
    changes: list = dataclasses.field(default_factory=list)  # (moment, what, offset, bytes)

    def bytes_with(self, arrived):
        found = bytearray(self.bytes)
        for change in self.changes:
            if not arrived(change):
                continue
            _, what, offset, part = change
            if what == "t":
                found[offset:] = bytes(max(0, offset - len(found)))
            else:
                found[len(found):] = bytes(max(0, offset - len(found)))
                found[offset:offset + len(part)] = part
        return bytes(found)


@dataclasses.dataclass
class Naming:
    """A change of names that happens as a whole: {path: thing, or None where it goes}."""

    moment: int
    names: dict

    def folders(self):
        return {os.path.dirname(path) for path in self.names}


class History:
    """The folder `root` as it was when recording began, and all that was done to it."""

    def __init__(self, root):
        self.root = str(root)
        self.namings = []
        self.calls = []  # (moment, f or b, thing, name): what was to be made durable
        self.names = {self.root: Thing("folder")}
        self.numbers = {os.lstat(root).st_ino: self.names[self.root]}
        for folder, folders, files in os.walk(root):
            for name in folders + files:
                path = os.path.join(folder, name)
                thing = Thing("folder") if name in folders else Thing("file", pathlib.Path(path).read_bytes())
                self.names[path] = self.numbers[os.lstat(path).st_ino] = thing

    def add(self, entries):
        for moment, entry in enumerate(entries):
            if entry.what in "cmsrlud":
                self.namings.append(Naming(moment, self.named_by(entry)))
            elif entry.what in "wtfb" and entry.number not in self.numbers:
                raise Failed(f"the recorder missed how a file began: {entry.what} {entry.number} {entry.name()}")
            elif entry.what in "wt":
                self.numbers[entry.number].changes.append((moment, entry.what, entry.offset, entry.first))
            elif entry.what in "fb":
                self.calls.append((moment, entry.what, self.numbers[entry.number], entry.name()))

    def named_by(self, entry):
        if entry.what in "ud":
            return {entry.name(): None}
        if entry.what in "cms":  # a number is given again once its file is gone
            kind = {"c": "file", "m": "folder", "s": "symlink"}[entry.what]
            self.numbers[entry.number] = Thing(kind, entry.second.encode())
        if entry.what == "r":
            return {entry.name(): None, os.path.normpath(entry.second): self.numbers[entry.number]}
        return {entry.name(): self.numbers[entry.number]}

    def promised(self, end, disk):
        """The moments of the changes that have reached the disk for certain when the power goes before moment `end`."""
        kept = set()
        sent = {}
        for moment, what, thing, name in self.calls:
            if moment >= end:
                break
            if what == "b":
                sent[thing] = moment
                continue
            kept.update(change[0] for change in thing.changes if change[0] < moment)
            earlier = [naming for naming in self.namings if naming.moment < moment]
            if disk == "ext4":
                kept.update(naming.moment for naming in earlier)
                kept.update(change[0] for other, when in sent.items() for change in other.changes if change[0] < when)
            elif thing.kind == "folder":
                kept.update(naming.moment for naming in earlier if name in naming.folders())
        return kept

    def journal_end(self, end, disk, style, kept, chance):
        """Until which moment the journal of ext4 has arrived. It names nothing before what was written back earlier."""
        last = max((naming.moment for naming in self.namings if naming.moment in kept), default=-1)
        until = {"names": end, "coin": chance.randint(last + 1, end)}.get(style, last + 1)
        for moment, what, thing, _ in self.calls:
            if disk == "ext4" and what == "b" and moment < until:
                kept.update(change[0] for change in thing.changes if change[0] < moment)
        return until

    def build(self, target, end, disk, style, chance):
        """Makes the folder `target` as the disk may have it after a power cut before moment `end`."""
        kept = self.promised(end, disk)
        until = self.journal_end(end, disk, style, kept, chance)

        def arrived(moment, style_that_keeps):
            by_chance = style == style_that_keeps or style == "coin" and chance.random() < 0.5
            return moment < end and (moment in kept or by_chance)
        names = dict(self.names)
        for naming in self.namings:
            if naming.moment < until if disk == "ext4" else arrived(naming.moment, "names"):
                names.update(naming.names)
        write_folder(self.root, target, {path: thing for path, thing in names.items() if thing},
                     lambda change: arrived(change[0], "bytes"))

    def require_complete(self, target):
        """With all that was recorded the folder is what it is: nothing was missed."""
        names = dict(self.names)
        for naming in self.namings:
            names.update(naming.names)
        write_folder(self.root, target, {path: thing for path, thing in names.items() if thing}, lambda change: True)
        for one, other in ((self.root, target), (target, self.root)):
            difference = first_difference(str(one), str(other))
            if difference is not None:
                raise Failed(f"the recorder missed something: {difference}")


def write_folder(root, target, names, arrived):
    """Folders first, each below one that is there; a file with several names is one file."""
    written = {}
    for path in sorted(names):
        thing, place = names[path], target / os.path.relpath(path, root)
        if path != root and not place.parent.is_dir():
            continue
        if thing.kind == "folder":
            place.mkdir(exist_ok=True)
        elif thing.kind == "symlink":
            place.symlink_to(os.fsdecode(thing.bytes))
        elif thing in written:
            place.hardlink_to(written[thing])
        else:
            place.write_bytes(thing.bytes_with(arrived))
            written[thing] = place


def first_difference(one, other):
    """The files that one folder has and the other has not, except for memory that SQLite shares through a file."""
    for folder, folders, files in os.walk(one):
        there = os.path.join(other, os.path.relpath(folder, one))
        for name in folders:
            if not os.path.isdir(os.path.join(there, name)):
                return f"the folder {name} in {there}"
        for name in files:
            path = pathlib.Path(there, name)
            if name.endswith("-shm"):
                continue
            if not path.is_file() or path.read_bytes() != pathlib.Path(folder, name).read_bytes():
                return f"the file {path}"
    return None
