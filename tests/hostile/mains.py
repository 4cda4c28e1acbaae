"""A user without the right `policy` changes nobody's rights by any push of main, main keeps its line, and audit names them.

    mains.py --binary build/crmtrack [--rounds 2] [--seed 1] [NAME...]

Each round: random commits of random authors on random parents (one to three, in any order, of main, of what was refused, of
proposals), with a policy of any of them or a random one, pushed by random people through the server's hook. Where
it refuses a push for the pusher's own sake, an audit that knows main as it was finds a fault of the pusher, if no hook ran.
"""
import json
import random
import sys

from roles import replaced
from world import main_of_seeds

PEOPLE = ('asha', 'ben', 'cleo')
LATER = '2026-11-22T09:12:00Z'
STEPS = 14
AUTHORITY = ('people.yaml', 'rights.yaml', 'signatures.yaml', 'settings.yaml')


class Mains:
    """All commits that anybody made for main, taken or not."""

    def __init__(self, world, rng):
        self.world, self.rng = world, rng
        self.commits, self.authors = [world.head('main')], {}
        self.roles = {'asha': 'manager', 'ben': 'agent', 'cleo': 'agent'}
        self.write([self.commits[0]], 'asha', self.policy(world.tree_of(self.commits[0])))

    def policy(self, tree, deciders='manager'):
        people = 'people:\n' + ''.join(f'  - {{email: {name}@example.com, role: {role}}}\n'
                                       for name, role in self.roles.items())
        tree = replaced(self.world, tree, 'policy/people.yaml', people)
        return replaced(self.world, tree, 'policy/rights.yaml',
                        f'rights:\n  - {{right: policy, roles: [{deciders}]}}\n  - {{right: void, roles: [manager]}}\n')

    def write(self, parents, author, tree):
        before = self.world.head('main')
        commit = self.world.commit(tree, parents=parents, message=b'%d\n' % len(self.commits), branch='main',
                                   person=f'{author} <{author}@example.com>'.encode())
        self.world.point('main', before if len(self.commits) > 1 else commit)
        self.commits.append(commit)
        self.authors[commit] = author
        return commit

    def some(self, author):
        """Main as it is, what the author made before, or anything."""
        own = [commit for commit in self.commits if self.authors.get(commit) == author] or self.commits
        return self.rng.choice([self.world.head('main'), self.commits[-1], self.rng.choice(own[-6:]),
                                self.rng.choice(self.commits)])

    def add(self, author):
        """One random commit."""
        rng = self.rng
        parents = []
        for _ in range(rng.choice((1, 1, 2, 2, 3))):
            parent = self.some(author)
            if parent not in parents:
                parents.append(parent)
        tree = self.world.tree_of(rng.choice([parents[0], rng.choice(parents), rng.choice(self.commits)]))
        change = rng.random()
        if change < 0.25:
            self.roles = self.roles | {rng.choice(('ben', 'cleo')): rng.choice(('manager', 'agent'))}
            tree = self.policy(tree, rng.choice(('manager', 'agent', 'manager, agent')))
        elif change < 0.5:
            tree = replaced(self.world, tree, 'policy/channels.yaml', f'channels: []\n# {len(self.commits)}\n')
        return self.write(parents, author, tree)

    def fork(self, author):
        """A right on top of a commit of old, often of main's first, which restricts nobody; and a merge by key of that, as
        a tool makes it."""
        old = self.commits[0] if self.rng.random() < 0.5 else self.rng.choice(self.commits)
        rights = self.text(old, 'rights.yaml') or ['rights:']
        given = f'  - {{right: policy, from: 2026-11-{self.rng.randrange(10, 20)}, roles: [agent]}}'
        tree = replaced(self.world, self.world.tree_of(old), 'policy/rights.yaml', '\n'.join([*rights, given, '']))
        parents = [self.world.head('main'), self.write([old], author, tree)]
        if self.rng.random() < 0.2:
            parents.reverse()
        merged = self.world.git('merge-tree', '--write-tree', '--no-messages', *parents, check=False).decode().split()
        return self.write(parents, author, merged[0] if merged else tree)

    def authority(self, commit):
        return [self.world.git('rev-parse', '-q', '--verify', f'{commit}:policy/{name}', check=False)
                for name in AUTHORITY]

    def text(self, commit, name):
        text = self.world.git('show', f'{commit}:policy/{name}', check=False).decode()
        return [line for line in text.splitlines() if not line.startswith('#')]

    def may(self, commit, name):
        """By the texts alone, which policy() wrote."""
        people = self.text(commit, 'people.yaml')
        given = next((line for line in reversed(self.text(commit, 'rights.yaml')) if 'right: policy' in line), None)
        role = next((line.partition('role: ')[2].rstrip('}') for line in people if f'{name}@' in line), None)
        if given is None:
            return role is not None or not any('email' in line for line in people)
        return role in given.split('[')[1].rstrip(']}').split(', ')

    def line(self):
        return self.world.git('rev-list', '--first-parent', 'main').decode().split()


def push(world, name, before, after):
    line = f'{before} {after} refs/heads/main\n'.encode()
    world.point('main', before)
    result = world.run('hook', 'run', 'pre-receive', 'PUSHER', stdin=line, code=(0, 5), PUSHER=f'{name}@example.com',
                       CRMTRACK_NOW=LATER)
    return result.code == 0, result.err


def faults(world, *words):
    result = world.run('audit', *words, '--json', code=(0, 1), CRMTRACK_NOW=LATER)
    return [finding for finding in json.loads(result.out)['items']
            if finding['finding'] == 'policy_not_allowed' and finding['severity'] == 'fault']


def check_taken(world, mains, name, before, after):
    world.point('main', after)
    told = f'{name} pushed {after[:10]} on {before[:10]}'
    if mains.may(before, name):
        return
    assert mains.authority(after) == mains.authority(before), f'{told} without the right, and changed who may do what'
    assert before in mains.line(), f'{told} without the right, and main lost its line'


def check_refused(world, mains, name, before, after, told):
    """An audit that knows main as it was says of the pusher's own commits what the hook says."""
    own = all(mains.authors.get(commit) == name
              for commit in world.git('rev-list', after, f'^{before}').decode().split())
    is_of_policy = 'may not change policy:' in told or 'its first parent is not main' in told
    if own and is_of_policy and world.git('merge-base', before, after, check=False).decode().strip() == before:
        world.point('main', after)
        found = faults(world)
        assert any(finding['author'] == f'{name}@example.com' for finding in found), \
            f'{name} pushed {after[:10]} on {before[:10]} where no hook ran: {found}, but the hook: {told}'
    world.point('main', before)
    world.forget_index()
    faults(world)  # an audit remembers main as it is


def check(world, seed):
    rng = random.Random(seed)
    mains = Mains(world, rng)
    world.git('config', 'core.bare', 'true')  # of a server an audit remembers what main was
    assert not faults(world)
    for _ in range(STEPS):
        name = rng.choice(PEOPLE)
        before = world.head('main')
        attacks = not mains.may(before, name) and rng.random() < 0.5
        after = mains.fork(name) if attacks else mains.add(name)
        for _ in range(rng.randrange(3)):
            after = mains.add(name if rng.random() < 0.9 else rng.choice(PEOPLE))
        taken, told = push(world, name, before, after)
        if taken:
            check_taken(world, mains, name, before, after)
        else:
            check_refused(world, mains, name, before, after, told)


if __name__ == '__main__':
    sys.exit(main_of_seeds(__doc__, 2, lambda seed: {f'mains_{seed}': lambda world: check(world, seed)}))
