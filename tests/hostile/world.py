"""A sandbox with a data repository, hands to forge Git objects with, and a careful way to run the program."""
import argparse
import dataclasses
import hashlib
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kept_environment import kept_environment  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
NOW = '2026-11-21T09:12:00Z'
GIT_CONFIG = '[user]\n\tname = Asha Rao\n\temail = asha@example.com\n[init]\n\tdefaultBranch = main\n'
# The exit codes of crmtrack(1); 70 is a bug of ours.
EXIT_CODES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 75}
CONTROL = re.compile('[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]')
MEMORY_MB = 400
SECONDS = 30
# A program that a sanitizer watches takes more of both, and maps terabytes: set by cmake/hostile.cmake.
WATCHED = 'CRMTRACK_WATCHED' in os.environ
FILE, TREE = '100644', '40000'


@dataclasses.dataclass
class Result:
    command: tuple
    code: int
    out: str
    err: str
    memory_mb: int
    seconds: float

    def told(self):
        return f'{self.command}: exit {self.code}, {self.memory_mb} MB, {self.seconds:.1f} s\n{self.out[-3000:]}{self.err[-3000:]}'


class World:
    """A home of its own, and in it a data repository `data` with two good complaints."""

    def __init__(self, binary, template=None):
        self.binary = binary
        self.root = pathlib.Path(tempfile.mkdtemp(prefix='crmtrack-hostile-'))
        self.home = self.root / 'home'
        self.data = self.home / 'data'
        if template is None:
            (self.root / 'tmp').mkdir()
            self.home.mkdir()
            (self.home / '.gitconfig').write_text(GIT_CONFIG)
        else:
            shutil.rmtree(self.root)
            shutil.copytree(template.root, self.root, symlinks=True)
        self.clock = 1795252320

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def environment(self):
        return kept_environment() | {
            'HOME': str(self.home), 'XDG_CONFIG_HOME': str(self.home / '.config'), 'TMPDIR': str(self.root / 'tmp'),
            'PATH': '/usr/local/bin:/usr/bin:/bin', 'GIT_CONFIG_NOSYSTEM': '1', 'LC_ALL': 'C', 'TZ': 'UTC',
            'COLUMNS': '80', 'CRMTRACK_NOW': NOW, 'CRMTRACK_SEED': 'hostile', 'GIT_TERMINAL_PROMPT': '0'}

    def run(self, *words, code=None, memory_mb=MEMORY_MB, seconds=SECONDS, stdin=b'', raw=False, **variables):
        """Runs the program in the repository, within bounds, and holds what holds of every run: a documented exit code,
        one line a message, no control character. `code`: what it must end with (a number or several)."""
        result = self.start(words, stdin, seconds, variables)
        assert result.code in EXIT_CODES, 'a crash, a bug or an undocumented exit code: ' + result.told()
        assert result.memory_mb <= memory_mb * (6 if WATCHED else 1), 'too much memory: ' + result.told()
        assert result.seconds <= seconds * (4 if WATCHED else 1), 'too slow: ' + result.told()
        assert raw or not CONTROL.search(result.out), 'control characters on stdout: ' + repr(result.out[-3000:])
        assert not CONTROL.search(result.err), 'control characters on stderr: ' + repr(result.err[-3000:])
        for line in result.err.splitlines():
            assert len(line) < 4000, 'a message of a page: ' + line[:500]
        codes = code if isinstance(code, (set, tuple, list)) else {code}
        assert code is None or result.code in codes, f'expected exit {code}: ' + result.told()
        return result

    def start(self, words, stdin, seconds, variables):
        command = tuple(str(word) for word in words)
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            began = time.monotonic()
            process = subprocess.Popen([self.binary, *command], cwd=self.data if self.data.is_dir() else self.home,
                                       env=self.environment() | variables, stdin=given, stdout=out, stderr=err,
                                       preexec_fn=lambda: limit(seconds))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            took = time.monotonic() - began
            out.seek(0)
            err.seek(0)
            return Result(command, process.returncode, out.read().decode('utf-8', 'surrogateescape'),
                          err.read().decode('utf-8', 'surrogateescape'), usage.ru_maxrss // 1024,
                          usage.ru_utime + usage.ru_stime if took > seconds else took)

    def git(self, *words, stdin=b'', check=True):
        run = subprocess.run(['git', *map(str, words)], cwd=self.data, env=self.environment() | {'LC_ALL': 'C'},
                             input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        assert not check or run.returncode == 0, f'git {words}: {run.stderr!r}'
        return run.stdout

    def write(self, kind, data):
        """Any object, sound or not, as a loose one; its id. `data` may be an iterator of pieces with their total."""
        pieces, size = data if isinstance(data, tuple) else ([data], len(data))
        digest = hashlib.sha1()
        packer = zlib.compressobj(1)
        header = f'{kind} {size}'.encode() + b'\0'
        with tempfile.NamedTemporaryFile(dir=self.root / 'tmp', delete=False) as file:
            for piece in [header, *pieces]:
                digest.update(piece)
                file.write(packer.compress(piece))
            file.write(packer.flush())
        path = self.object_path(digest.hexdigest())
        path.parent.mkdir(exist_ok=True)
        os.replace(file.name, path)
        return digest.hexdigest()

    def object_path(self, name):
        return self.data / '.git' / 'objects' / name[:2] / name[2:]

    def head(self, branch='ledger'):
        return self.git('rev-parse', f'refs/heads/{branch}').decode().strip()

    def tree_of(self, commit):
        return self.git('rev-parse', f'{commit}^{{tree}}').decode().strip()

    def entries(self, tree):
        """The entries of a tree: [(mode, name, id)], names as bytes."""
        raw = self.git('cat-file', 'tree', tree)
        entries = []
        while raw:
            head, rest = raw.split(b'\0', 1)
            mode, name = head.split(b' ', 1)
            entries.append((mode.decode(), name, rest[:20].hex()))
            raw = rest[20:]
        return entries

    def write_tree(self, entries, in_order=True):
        def key(entry):
            return entry[1] + (b'/' if entry[0] == TREE else b'')
        entries = sorted(entries, key=key) if in_order else entries
        return self.write('tree', b''.join(mode.encode() + b' ' + name + b'\0' + bytes.fromhex(object_id)
                                           for mode, name, object_id in entries))

    def with_path(self, tree, path, object_id, mode=FILE):
        """The tree with one more file (or folder) at a path of names, given as bytes or text."""
        names = [name.encode() if isinstance(name, str) else name
                 for name in (path.split('/') if isinstance(path, str) else path)]
        entries = self.entries(tree) if tree else []
        if len(names) > 1:
            below = next((entry[2] for entry in entries if entry[1] == names[0] and entry[0] == TREE), None)
            entries = [entry for entry in entries if entry[1] != names[0]]
            entries.append((TREE, names[0], self.with_path(below, names[1:], object_id, mode)))
        else:
            entries.append((mode, names[0], object_id))
        return self.write_tree(entries)

    def commit(self, tree, parents=None, message=b'hostile\n', person=b'Mallory <mallory@example.com>', branch='ledger',
               extra=b''):
        """A commit on a branch, whose time moves on by a minute each."""
        self.clock += 60
        parents = [self.head(branch)] if parents is None else parents
        when = b' %d +0000' % self.clock
        text = f'tree {tree}\n'.encode() + b''.join(f'parent {parent}\n'.encode() for parent in parents)
        text += b'author ' + person + when + b'\ncommitter ' + person + when + b'\n' + extra + b'\n' + message
        commit = self.write('commit', text)
        self.point(branch, commit)
        return commit

    def point(self, branch, object_id):
        """Moves a branch, whatever Git thinks of it."""
        path = self.data / '.git' / 'refs' / 'heads' / branch
        path.write_text(object_id + '\n')

    def add(self, path, data, mode=FILE):
        """One commit on the ledger that adds a file."""
        blob = self.write('blob', data if isinstance(data, (bytes, tuple)) else data.encode())
        return self.commit(self.with_path(self.tree_of(self.head()), path, blob, mode))

    def forget_index(self):
        shutil.rmtree(self.data / '.git' / 'crmtrack', ignore_errors=True)

    def outside(self):
        """Every file of the sandbox that is not the repository's, with its size and time."""
        found = {}
        for folder, folders, names in os.walk(self.root):
            if pathlib.Path(folder) == self.data:
                folders.clear()
                continue
            for name in names:
                status = os.lstat(os.path.join(folder, name))
                found[os.path.join(folder, name)] = (status.st_size, status.st_mtime_ns)
        return found


def limit(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds * 4, seconds * 4))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not WATCHED:
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


def make_template(binary):
    """The world that the cases start from a copy of."""
    world = World(binary)
    world.run('-q', 'init', world.data, code=0)
    for summary in ('A good complaint', 'Another one'):
        world.run('-q', 'new', '-c', 'acme', '-m', summary, code=0)
    world.run('list', code=0)
    return world


def run_cases(cases, make_world, chosen):
    """Runs functions by name, each in a world of its own; the exit code. A world whose case failed is kept."""
    failed = []
    wanted = {name: case for name, case in cases.items() if not chosen or name in chosen}
    unknown = set(chosen) - set(cases)
    if unknown:
        print(f'no such case: {", ".join(sorted(unknown))}', file=sys.stderr)
        return 2
    for name, case in wanted.items():
        world = make_world()
        began = time.monotonic()
        try:
            case(world)
            world.remove()
            print(f'ok   {name} ({time.monotonic() - began:.1f} s)', flush=True)
        except AssertionError as error:
            failed.append(name)
            print(f'FAIL {name}: {error}\n     kept: {world.root}', flush=True)
    print(f'{len(wanted) - len(failed)} passed, {len(failed)} failed')
    return 1 if failed else 0


def main_of_seeds(description, rounds, cases_of):
    """The main function of a script whose cases are made of a seed, by name: `cases_of(seed)`; so many seeds, unless
    told otherwise. The exit code."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', required=True, type=pathlib.Path)
    parser.add_argument('--rounds', type=int, default=rounds)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    binary = options.binary.resolve()
    template = make_template(binary)
    cases = {}
    for seed in range(options.seed, options.seed + options.rounds):
        cases.update(cases_of(seed))
    try:
        return run_cases(cases, lambda: World(binary, template), options.names)
    finally:
        template.remove()


def main_of(description, names):
    """The main function of a script whose cases are its functions `case_NAME`; `names` are its globals(). The exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('--binary', required=True, type=pathlib.Path)
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    binary = options.binary.resolve()
    template = make_template(binary)
    cases = {name[len('case_'):]: case for name, case in names.items() if name.startswith('case_')}
    try:
        return run_cases(cases, lambda: World(binary, template), options.names)
    finally:
        template.remove()
