"""Random commits on a ledger that Git's plumbing can write, sound or not, and what of them is sound."""
import random

from world import FILE, TREE

RECORD = 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: mallory@example.com\nafter: []\ntype: note\ntext: forged {}\n'
COMPLAINT = ('kind: complaint\nat: 2026-11-21T09:12:00Z\nby: mallory@example.com\nafter: []\nsummary: forged {}\n')
DAY = 'complaints/2026/11/21'
GOOD_PERSON = b'Mallory <mallory@example.com> %d +0000'
BAD_PERSONS = (b'Mallory <mallory@example.com>', b'Mallory <mallory@example.com> 99999999999999999999 +0000',
               b'Mallory <mallory@example.com> 01795252320 +0000', b'Mallory <mallory@example.com> x +0000',
               b'Mallory<mallory@example.com> 1795252320 +0000', b'<mallory@example.com> 1795252320 +0000',
               b'Mallory mallory@example.com 1795252320 +0000', b'Mallory <mallory@example.com> 1795252320 00')
BAD_NAMES = (b'.git', b'.GIT ', b'git~1', b'..', b'.', b'a/b', b'.g\xe2\x80\x8cit', b'n' * 300)
STRAY_MODES = ('100755', '120000')


def ulid(chance):
    return '01kajx' + ''.join(chance.choice('0123456789abcdefghjkmnpqrstvwxyz') for _ in range(20))


def tail(chance):
    return ''.join(chance.choice('abcdefghjkmnpqrstvwxyz') for _ in range(10))


class Forger:
    """Forges commits in a world's ledger, and remembers every sound file that one of them added first."""

    def __init__(self, world, seed):
        self.world, self.chance = world, random.Random(seed)
        self.sound = {}  # path → the contents that may stand there
        self.done = []
        for path, blob in self.files(world.tree_of(world.head())):
            self.sound[path] = {blob}

    def files(self, tree, prefix=''):
        """Every file below a tree, names that stand twice twice."""
        for mode, name, object_id in self.world.entries(tree):
            path = prefix + name.decode('utf-8', 'surrogateescape')
            if mode == TREE:
                yield from self.files(object_id, path + '/')
            else:
                yield path, object_id

    def record(self):
        return self.world.write('blob', RECORD.format(self.chance.random()).encode())

    def story(self, kind='complaint'):
        """A folder of a new complaint with one record; its name, tree and files."""
        name, file = tail(self.chance), f'{ulid(self.chance)}-{kind}.yaml'
        text = COMPLAINT if kind == 'complaint' else RECORD
        blob = self.world.write('blob', text.format(self.chance.random()).encode())
        return name, self.world.write_tree([(FILE, file.encode(), blob)]), {f'{DAY}/{name}/{file}': blob}

    def keep(self, files):
        for path, blob in files.items():
            self.sound.setdefault(path, {blob})

    def day_entries(self, tree):
        found = self.world.git('rev-parse', '-q', '--verify', f'{tree}:{DAY}', check=False).decode().strip()
        return self.world.entries(found) if found else []

    def with_day(self, tree, entries, in_order=True):
        return self.put(tree, DAY.split('/'), self.world.write_tree(entries, in_order), TREE)

    def put(self, tree, names, object_id, mode):
        """The tree with something at a path, in place of what was there; of a folder that stands twice the first."""
        entries = self.world.entries(tree) if tree else []
        name = names[0].encode() if isinstance(names[0], str) else names[0]
        below = next((entry[2] for entry in entries if entry[1] == name and entry[0] == TREE), None)
        entries = [entry for entry in entries if entry[1] != name or len(names) > 1 and entry[2] != below]
        if len(names) > 1:
            mode, object_id = TREE, self.put(below, names[1:], object_id, mode)
        entries.append((mode, name, object_id))
        return self.world.write_tree(entries)

    def sound_story(self, tree):
        name, folder, files = self.story()
        self.keep(files)
        return self.put(tree, [*DAY.split('/'), name], folder, TREE)

    def beside(self, tree, name):
        """A tree with a new sound complaint, and the path of a file beside its record: a server takes no activity
        without it, should a later commit change the file into a sound one."""
        folder, below, files = self.story()
        self.keep(files)
        path = [*DAY.split('/'), folder]
        return self.put(tree, path, below, TREE), [*path, name]

    def stray(self, tree):
        path = self.chance.choice((['foo'], ['complaints', 'x'], [*DAY.split('/'), 'notes.txt'], ['ledgers', 'note']))
        return self.put(tree, path, self.record(), FILE)

    def bad_name(self, tree):
        where = self.chance.choice(([], DAY.split('/')))
        return self.put(tree, [*where, self.chance.choice(BAD_NAMES)], self.record(), FILE)

    def bad_mode(self, tree):
        name = f'{ulid(self.chance)}-activity.yaml'
        return self.put(*self.beside(tree, name), self.record(), self.chance.choice(STRAY_MODES))

    def twice(self, tree):
        """A story's folder twice in its day: both records count."""
        name, folder, files = self.story()
        _, other, more = self.story('activity')
        both = dict(files) | {f'{DAY}/{name}/{path.rsplit("/", 1)[1]}': blob for path, blob in more.items()}
        self.keep(both)
        return self.with_day(tree, [*self.day_entries(tree), (TREE, name.encode(), folder), (TREE, name.encode(), other)])

    def record_twice(self, tree):
        """A record twice in its folder: either counts."""
        name, path = tail(self.chance), f'{ulid(self.chance)}-complaint.yaml'
        blobs = [self.world.write('blob', COMPLAINT.format(self.chance.random()).encode()) for _ in range(2)]
        self.sound[f'{DAY}/{name}/{path}'] = set(blobs)
        return self.put(tree, [*DAY.split('/'), name],
                        self.world.write_tree([(FILE, path.encode(), blob) for blob in blobs]), TREE)

    def file_and_folder(self, tree):
        name, folder, files = self.story()
        self.keep(files)
        return self.with_day(tree, [*self.day_entries(tree), (FILE, name.encode(), self.record()),
                                    (TREE, name.encode(), folder)])

    def unsorted(self, tree):
        name, folder, files = self.story()
        self.keep(files)
        entries = [*self.day_entries(tree), (TREE, name.encode(), folder)]
        entries.sort(key=lambda entry: entry[1], reverse=True)
        if len(entries) < 2:
            return self.with_day(tree, entries)
        return self.with_day(tree, entries, in_order=False)

    def unsorted_top(self, tree):
        entries = self.world.entries(tree)
        return self.world.write_tree(entries[::-1], in_order=False) if len(entries) > 1 else self.stray(tree)

    def removed(self, tree):
        entries = self.day_entries(tree)
        if not entries:
            return self.stray(tree)
        entries.pop(self.chance.randrange(len(entries)))
        return self.with_day(tree, entries)

    def changed(self, tree):
        paths = [path for path, _ in self.files(tree) if path.startswith(DAY) and path.endswith('.yaml')]
        if not paths:
            return self.stray(tree)
        path, blob = self.chance.choice(sorted(paths)), self.record()
        self.keep({path: blob})  # where no sound file stood there yet
        return self.put(tree, path.split('/'), blob, FILE)

    def no_ledgers(self, tree):
        kept = [entry for entry in self.world.entries(tree) if entry[1] != b'ledgers']
        return self.world.write_tree(kept) if kept else self.stray(tree)

    def bad_format(self, tree):
        text = self.chance.choice((b'', b'format: one\n', b'format: 1\nformat: 2\n', b'x' * 70000))
        return self.put(tree, ['ledgers', f'{tail(self.chance)}.yaml'], self.world.write('blob', text), FILE)

    def oversized(self, tree):
        blob = self.world.write('blob', b'kind: activity\ntext: |\n  ' + b'x' * 300000)
        return self.put(*self.beside(tree, f'{ulid(self.chance)}-activity.yaml'), blob, FILE)

    def bomb(self, tree):
        zeros = self.world.write('blob', ([bytes(1 << 20)] * 41, 41 << 20))
        return self.put(tree, [*DAY.split('/'), tail(self.chance), f'{ulid(self.chance)}.files', 'letter.pdf'], zeros, FILE)

    TREES = ('sound_story', 'stray', 'bad_name', 'bad_mode', 'twice', 'record_twice', 'file_and_folder', 'unsorted',
             'unsorted_top', 'removed', 'changed', 'no_ledgers', 'bad_format', 'oversized', 'bomb')
    COMMITS = ('bad_person', 'nul', 'two_authors', 'no_author')

    def step(self, kind=None):
        """One commit on the ledger, of this kind or any; its id."""
        kind = kind or self.chance.choice(self.TREES * 2 + self.COMMITS)
        self.done.append(kind)
        tree = self.world.tree_of(self.world.head())
        if kind in self.COMMITS:
            return self.broken_commit(self.sound_story(tree), kind)
        return self.world.commit(getattr(self, kind)(tree))

    def broken_commit(self, tree, kind):
        self.world.clock += 60
        person = GOOD_PERSON % self.world.clock
        lines = [b'tree ' + tree.encode(), b'parent ' + self.world.head().encode(), b'author ' + person,
                 b'committer ' + person]
        message = b'forged\n'
        if kind == 'bad_person':
            lines[self.chance.choice((2, 3))] = lines[2].split(b' ')[0] + b' ' + self.chance.choice(BAD_PERSONS)
            lines = [line for line in lines[:2]] + [b'author ' + lines[2].split(b' ', 1)[1],
                                                    b'committer ' + lines[3].split(b' ', 1)[1]]
        if kind == 'two_authors':
            lines.insert(3, lines[2])
        if kind == 'no_author':
            del lines[2]
        if kind == 'nul':
            message = b'for\0ged\n'
        commit = self.world.write('commit', b'\n'.join(lines) + b'\n\n' + message)
        self.world.point('ledger', commit)
        return commit


def is_in_order(world, tree):
    """Whether a tree, and all below it, is as Git writes one."""
    entries = world.entries(tree)
    keys = [name + (b'/' if mode == TREE else b'') for mode, name, _ in entries]
    names = {name for _, name, _ in entries}
    return keys == sorted(keys) and len(names) == len(entries) and all(
        is_in_order(world, object_id) for mode, _, object_id in entries if mode == TREE)
