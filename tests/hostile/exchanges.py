#!/usr/bin/env python3
"""Any mix of records that colleagues exchanged, and of what a server refuses of them, comes through in the end.

    exchanges.py --binary build/crmtrack [--rounds 2] [--seed 1] [NAME...]

Each round lets three people record, sync with the server (with our hook, or a plain one) and with each other; one adds
what another has not sent yet, with the same bytes or with other ones; a right ends, and weeks pass. Afterwards
`crmtrack sync`, and `sync --mend` where it hints at that, ends with 0 for everybody within a few steps; a fresh clone
takes the server's head, no path there ever had other bytes, and its audit blames nobody but who forged.
"""
import datetime
import random
import subprocess
import sys

from world import main_of_seeds

RIGHTS = ('rights:\n  - {right: void, roles: [manager]}\n  - {right: policy, roles: [manager]}\n'
          '  - {right: relay, roles: [manager]}\n')
MOST_STEPS = 14
MOST_ATTEMPTS = 6


class Team:
    """Asha (manager), Ben (who may void until somebody takes that back) and Cleo, who forges now and then."""

    def __init__(self, world, seed, with_hook):
        self.world, self.chance, self.done, self.kept = world, random.Random(seed), [], {}
        self.now = datetime.datetime(2026, 11, 1, 9)
        self.server = world.home / 'server.git'
        self.complaints = []
        asha = self.folder('asha')
        self.run('asha', '-q', 'init', asha, there=False)
        self.name('asha')
        for who, role in (('asha', 'manager'), ('ben', 'manager'), ('cleo', 'agent')):
            self.run('asha', '-q', 'person', 'add', f'{who}@example.com', '--name', who, '--role', role)
        (asha / 'policy' / 'rights.yaml').write_text(RIGHTS)
        self.commit_policy('Who may')
        self.record('asha')
        world.git('init', '-q', '--bare', self.server)
        if with_hook:
            world.run('-q', '-C', self.server, 'hook', 'install', '--server', '--identity-env', 'PUSHER', code=0)
        world.git('-C', asha, 'remote', 'add', 'origin', self.server)
        self.run('asha', '-q', 'sync')
        for who in ('ben', 'cleo'):
            self.run(who, '-q', 'clone', self.server, self.folder(who), there=False)
            self.name(who)
        for who in ('ben', 'cleo'):
            for other in ('ben', 'cleo'):
                if who != other:
                    world.git('-C', self.folder(who), 'remote', 'add', other, self.folder(other))

    def folder(self, who):
        return self.world.home / who

    def name(self, who):
        self.world.git('-C', self.folder(who), 'config', 'user.email', f'{who}@example.com')
        self.world.git('-C', self.folder(who), 'config', 'user.name', who)

    def variables(self, who):
        now = self.now.strftime('%Y-%m-%dT%H:%M:%SZ')
        return {'CRMTRACK_NOW': now, 'GIT_AUTHOR_DATE': now, 'GIT_COMMITTER_DATE': now,
                'PUSHER': f'{who}@example.com'}

    def run(self, who, *words, code=0, there=True):
        self.now += datetime.timedelta(minutes=1)
        place = ('-C', self.folder(who)) if there else ()
        seed = {'CRMTRACK_SEED': f'{who} {self.now}'}
        return self.world.run(*place, *words, code=code, **self.variables(who) | seed)

    def git(self, who, *words, stdin=b''):
        run = subprocess.run(['git', '-C', self.folder(who), *map(str, words)], input=stdin, check=False,
                             env=self.world.environment() | self.variables(who), stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
        assert run.returncode == 0, f'git {words}: {run.stderr!r}'
        return run.stdout

    def commit_policy(self, message):
        self.git('asha', 'add', 'policy')
        self.git('asha', 'commit', '-q', '-m', message)

    def record(self, who):
        self.complaints.append(self.run(who, '-q', 'new', '-c', 'acme', '-m', f'By {who}').out.split()[0])

    def known(self, who):
        return self.run(who, 'list', '--all', '--fields', 'id').out.split()

    def step(self):
        what = self.chance.choice(('new', 'note', 'note', 'note', 'void', 'direct', 'direct', 'sync', 'same', 'other'))
        who = self.chance.choice(('ben', 'cleo'))
        self.done.append(f'{what} {who}')
        getattr(self, what)(who)
        self.look_at_server()

    def new(self, who):
        self.record(who)

    def note(self, who):
        self.run(who, '-q', 'note', self.chance.choice(self.known(who)), '-m', f'a word of {who}', code=(0, 5))

    def void(self, _):
        self.record('ben')
        self.run('ben', '-q', 'void', self.complaints[-1], '--why', 'mine', code=(0, 5))

    def direct(self, who):
        self.run(who, 'sync', 'cleo' if who == 'ben' else 'ben', code=(0, 5))

    def sync(self, who):
        self.run(who, 'sync', code=(0, 5))

    def same(self, who):
        """Puts what the other has not sent yet into the own ledger, by a commit of one's own."""
        self.copy(who, lambda text: text)

    def other(self, _):
        """Puts the other's record into the own ledger with other words: a forgery."""
        self.copy('cleo', lambda text: text.replace(b'a word of ben', b'not his word'))

    def copy(self, who, change):
        other = 'cleo' if who == 'ben' else 'ben'
        here, there = self.files(self.folder(who)), self.files(self.folder(other))
        missing = sorted(path for path in there if path not in here and path.endswith('-activity.yaml') and
                         any(each.startswith(path.rsplit('/', 1)[0]) for each in here))
        if not missing:
            return
        path = self.chance.choice(missing)
        text = change(self.git(other, 'cat-file', 'blob', there[path]))
        blob = self.git(who, 'hash-object', '-w', '--stdin', stdin=text).decode().strip()
        head = self.git(who, 'rev-parse', 'refs/heads/ledger').decode().strip()
        tree = self.tree_with(who, head, path, blob)
        policy = self.git(who, 'rev-parse', 'refs/heads/main').decode().strip()
        when = int(self.now.replace(tzinfo=datetime.timezone.utc).timestamp())
        person = f'{who} <{who}@example.com> {when} +0000'
        commit = f'tree {tree}\nparent {head}\nauthor {person}\ncommitter {person}\n\nCopied\n\nPolicy: {policy}\n'
        made = self.git(who, 'hash-object', '-t', 'commit', '-w', '--stdin', stdin=commit.encode()).decode().strip()
        self.git(who, 'update-ref', 'refs/heads/ledger', made)

    def tree_with(self, who, head, path, blob):
        folder, _, name = path.rpartition('/')
        entries = self.git(who, 'ls-tree', f'{head}:{folder}').decode().splitlines()
        entries.append(f'100644 blob {blob}\t{name}')
        tree = self.git(who, 'mktree', stdin=('\n'.join(entries) + '\n').encode()).decode().strip()
        while folder:
            folder, _, name = folder.rpartition('/')
            entries = self.git(who, 'ls-tree', f'{head}:{folder}' if folder else head).decode().splitlines()
            entries = [each for each in entries if each.split('\t')[1] != name] + [f'040000 tree {tree}\t{name}']
            tree = self.git(who, 'mktree', stdin=('\n'.join(entries) + '\n').encode()).decode().strip()
        return tree

    def files(self, folder):
        lines = self.world.git('-C', folder, 'ls-tree', '-r', 'refs/heads/ledger').decode().splitlines()
        return {line.split('\t')[1]: line.split()[2] for line in lines}

    def look_at_server(self):
        """A path there keeps its content for ever."""
        files = self.files(self.server)
        for path, blob in self.kept.items():
            assert files.get(path) == blob, self.tell(f'{path} is no longer {blob}')
        self.kept = files

    def take_right_back(self):
        people = self.folder('asha') / 'policy' / 'people.yaml'
        before, ben = people.read_text().split('email: ben@example.com', 1)
        people.write_text(before + 'email: ben@example.com' + ben.replace('role: manager', 'role: agent', 1))
        self.commit_policy('Ben may not')
        self.run('asha', 'sync')

    def pass_weeks(self):
        self.now += datetime.timedelta(days=self.chance.choice((1, 9, 20)))
        self.run('asha', '-q', 'sync')
        self.record('asha')
        self.run('asha', '-q', 'sync')
        self.look_at_server()

    def tell(self, why):
        return f'{why}; done: {", ".join(self.done)}'

    def settle(self):
        """Everybody syncs, and follows the hints, until all end with 0."""
        for _ in range(MOST_ATTEMPTS):
            results = [self.settle_one(who) for who in ('cleo', 'ben', 'asha')]
            self.look_at_server()
            if all(result.code == 0 for result in results):
                return
        assert False, self.tell('no end: ' + '\n'.join(result.told() for result in results))

    def settle_one(self, who):
        result = self.run(who, 'sync', code=(0, 5))
        if result.code == 0:
            return result
        assert 'hint: ' in result.err, self.tell('no hint: ' + result.told())
        if 'crmtrack sync --mend' in result.err:
            result = self.run(who, 'sync', '--mend', code=(0, 5))
        return result


def case(world, seed, with_hook):
    team = Team(world, seed, with_hook)
    steps = team.chance.randint(4, MOST_STEPS)
    for _ in range(steps // 2):
        team.step()
    team.take_right_back()
    team.pass_weeks()
    for _ in range(steps // 2):
        team.step()
    team.settle()
    fresh = world.home / 'fresh'
    team.run('asha', '-q', 'clone', team.server, fresh, there=False)
    audit = team.run('fresh', 'audit', '--full', '--fields', 'severity,author,finding', code=(0, 1))
    blamed = [line for line in audit.out.splitlines() if line.startswith('fault') and 'cleo@' not in line]
    assert not blamed, team.tell('an honest author is blamed: ' + audit.told())


def cases_of(seed):
    return {f'hook-{seed}': lambda world: case(world, seed, True),
            f'plain-{seed}': lambda world: case(world, seed, False)}


if __name__ == '__main__':
    sys.exit(main_of_seeds(__doc__, 2, cases_of))
