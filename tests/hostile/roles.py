#!/usr/bin/env python3
"""A person without a right changes nothing, whatever policy a commit names and whatever date it bears.

    roles.py --binary build/crmtrack [--seed N] [--rounds N] [NAME...]

Random policies on a main that forks and merges, random commits of the ledger on random parents with random `Policy:`
trailers and dates. The test works out which records count by crmtrack-format(5), rights.yaml, alone. The index that grew,
the one that was made anew, and audit all have to agree with it. Audits that go on from one another have to end with the
findings of one that looks at everything.
"""
import json
import random
import sys

from world import main_of_seeds

PEOPLE = ('asha', 'ben', 'cleo', 'zed')
HEAD = 'kind: %s\nat: 2026-11-21T09:12:00Z\nby: x@example.com\nafter: []\n'


class Main:
    """The commits of main: their parents, and what each says of who may do what."""

    def __init__(self, world, rng):
        self.world, self.rng = world, rng
        self.commits, self.parents, self.texts, self.authors = [], {}, {}, {}
        self.folders, self.times = {}, {}
        root = world.head('main')
        self.add(root, [], ({}, None, None), 'asha')

    def add(self, commit, parents, policy, author):
        self.commits.append(commit)
        self.parents[commit] = parents
        self.texts[commit] = policy
        self.authors[commit] = author
        self.times[commit] = time_of(self.world, commit)
        self.folders[commit] = next(entry[2] for entry in self.world.entries(self.world.tree_of(commit))
                                    if entry[1] == b'policy')

    def grow(self, count):
        for _ in range(count):
            parents = [self.commits[-1]]
            policy = self.random_policy()
            if len(self.commits) > 3 and self.rng.random() < 0.3:
                side = self.rng.choice(self.commits[:-1])
                side = self.commit([side], self.rng.choice([self.texts[side], self.random_policy()]))
                parents.append(side)
                self.rng.shuffle(parents)
                policy = self.texts[self.rng.choice(parents)]
            self.commit(parents, policy)

    def random_policy(self):
        listed = {name: self.rng.choice(('manager', 'agent')) for name in PEOPLE if self.rng.random() < 0.75}
        roles = (None, ('manager',), ('agent', 'manager'))
        return (listed if self.rng.random() < 0.9 else {}), self.rng.choice(roles), self.rng.choice(roles)

    def commit(self, parents, policy):
        people, closers, deciders = policy
        world = self.world
        tree = world.tree_of(parents[0])
        text = 'people:\n' + ''.join(f'  - {{email: {name}@example.com, role: {role}}}\n' for name, role in people.items())
        given = [f'  - {{right: {right}, roles: [{", ".join(roles)}]}}\n'
                 for right, roles in (('close', closers), ('policy', deciders)) if roles is not None]
        rights = 'rights:\n' + ''.join(given) if given else 'rights: []\n'
        for name, body in (('people', text if people else 'people: []\n'), ('rights', rights)):
            tree = replaced(world, tree, f'policy/{name}.yaml', body)
        author = self.rng.choice(PEOPLE)
        commit = world.commit(tree, parents=parents, message=b'%d\n' % len(self.commits), branch='main',
                              person=f'{author} <{author}@example.com>'.encode())
        self.add(commit, parents, policy, author)
        return commit

    def history(self, commit):
        seen, waiting = set(), [commit]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting.extend(self.parents[at])
        return seen

    def newest(self, commits):
        return {one for one in commits if not any(other != one and one in self.history(other) for other in commits)}

    def common(self, one, other):
        """The commits of the other's history that a walk from one commit meets first."""
        shared, found, seen, waiting = self.history(other), set(), set(), [one]
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            if at in shared:
                found.add(at)
            else:
                waiting.extend(self.parents[at])
        return found

    def line(self):
        """The former heads of main, oldest first."""
        line = [self.commits[-1]]
        while self.parents[line[-1]]:
            line.append(self.parents[line[-1]][0])
        return line[::-1]

    def in_force_at(self, time):
        """No commit of the line came into force before the one that it follows; None before the first of them."""
        found, since = None, 0
        for at, commit in enumerate(self.line()):
            if at and self.folders[commit] == self.folders[self.line()[at - 1]]:
                continue
            since = max(since, self.times[commit])
            if since < time:
                found = commit
        return found

    def was_in_force(self, commit):
        """On main's first-parent line, taken by the commit there that first had it, or decided by who had the right."""
        place = next(place for place, head in enumerate(self.line()) if commit in self.history(head))
        first = self.line()[place]
        if place not in self.doubtful() if first == commit else self.folders[first] == self.folders[commit]:
            return True
        return any(self.was_in_force(parent) and
                   (self.folders[parent] == self.folders[commit] or self.decides_after(parent, commit, place))
                   for parent in self.parents[commit])

    def doubtful(self):
        """Places in the line that a merge left for another parent's policy, by an author without the right."""
        line, places = self.line(), set()
        for at in range(1, len(line)):
            others = [side for side in self.parents[line[at]] if side != line[at - 1]]
            if not others or self.folders[line[at]] == self.folders[line[at - 1]]:
                continue
            if all(self.decides(side, self.authors[line[at]]) for side in self.parents[line[at]]):
                continue
            for before in range(at - 1, -1, -1):
                if any(line[before] in self.history(side) for side in others):
                    break
                places.add(before)
        return places

    def decides_after(self, parent, commit, place):
        """By the parent, and by main as it was; who lost the right says nothing about who may do what, grace or not."""
        author, line = self.authors[commit], self.line()
        if line[place] == commit or place == 0:
            return self.decides(parent, author)
        before = line[place - 1]
        return self.decides(before, author) and (parent in self.history(before) or self.decides(parent, author))

    def decides(self, commit, author):
        people, _, deciders = self.texts[commit]
        return not (people and author not in people) and (deciders is None or people.get(author) in deciders)

    def allows(self, commit, author, closes):
        people, closers, _ = self.texts[commit]
        if people and author not in people:
            return False
        return not closes or closers is None or people.get(author) in closers

    def overrules(self, newest, own):
        if newest in self.history(own):
            return False
        if own in self.history(newest):
            return True
        return any(self.texts[base] != self.texts[newest] for base in self.common(newest, own))


def replaced(world, tree, path, body):
    folder, name = path.split('/')
    entries = world.entries(tree)
    below = next((entry[2] for entry in entries if entry[1] == folder.encode()), None)
    inner = [entry for entry in (world.entries(below) if below else []) if entry[1] != name.encode()]
    inner.append(('100644', name.encode(), world.write('blob', body.encode())))
    entries = [entry for entry in entries if entry[1] != folder.encode()]
    return world.write_tree([*entries, ('40000', folder.encode(), world.write_tree(inner))])


class Ledger:
    """Random commits of the ledger, and which of their records count."""

    def __init__(self, world, rng, main):
        self.world, self.rng, self.main = world, rng, main
        self.folder = story_folder(world)
        first = world.head()
        self.commits, self.named, self.files = [first], {first: set(named_by(world, first))}, {first: []}
        self.counts = {}

    def add(self, number):
        rng, main = self.rng, self.main
        parents = [rng.choice(self.commits[-3:])] if rng.random() < 0.7 else [rng.choice(self.commits)]
        if rng.random() < 0.3:
            other = rng.choice(self.commits)
            if other not in parents:
                parents.append(other)
        author = rng.choice(PEOPLE)
        own = rng.choice([rng.choice(main.commits), main.commits[-1], main.commits[0], None, 'f' * 40])
        closes = rng.random() < 0.6
        record = '01m9%022d' % number
        kind = 'change' if closes else rng.choice(('activity', 'activity', 'complaint'))
        text = HEAD % kind + {'change': 'set: {status: closed}\n', 'activity': 'type: note\n',
                              'complaint': 'summary: forged\n'}[kind]
        text = text.replace('after: []', f'after: [{self.some_record(parents)}]').replace('x@', f'{rng.choice(PEOPLE)}@')
        files = sorted({file for parent in parents for file in self.files[parent]})
        tree = self.world.tree_of(self.commits[0])
        files.append((f'{self.folder}/{record}-{kind}.yaml', self.world.write('blob', text.encode())))
        for path, blob in files:
            tree = self.world.with_path(tree, path, blob)
        self.world.clock += rng.choice((0, 0, 86400 * 30, -86400 * 30))
        message = b'forged\n\nRecord: x\n' + (b'Policy: ' + own.encode() + b'\n' if own else b'')
        commit = self.world.commit(tree, parents, message, f'{author} <{author}@example.com>'.encode())
        self.commits.append(commit)
        self.files[commit] = files
        before = set().union(*(self.named[parent] for parent in parents))
        self.named[commit] = before | ({own} if own in main.parents and main.was_in_force(own) else set())
        self.counts[record] = self.judge(author, own, before, closes, time_of(self.world, commit))

    def goes_on_from(self, commit):
        return commit in self.world.git('rev-list', self.commits[-1]).decode().split()

    def some_record(self, parents):
        """One that the writer has seen, so that some complaint records are gone on from."""
        paths = [path for parent in parents for path, _ in self.files[parent]]
        return self.rng.choice([path.rsplit('/', 1)[1][:26] for path in paths] or ['01m9%022d' % 0])

    def judge(self, author, own, before, closes, time):
        main = self.main
        known = own in main.parents and main.was_in_force(own)
        newest_of_all = main.newest(before | ({own} if known else set()))
        if not known:
            own = main.in_force_at(time)
            own = own if own and author in main.texts[own][0] else None
        judging = [own or main.commits[-1]]
        for newest in newest_of_all:
            if newest != own and (own is None or main.overrules(newest, own)):
                judging.append(newest)
        return all(main.allows(commit, author, closes) for commit in judging)


def time_of(world, commit):
    return int(world.git('show', '-s', '--format=%ct', commit).decode())


def named_by(world, commit):
    text = world.git('log', '--format=%(trailers:key=Policy,valueonly)', commit).decode()
    return {line.strip() for line in text.split() if line.strip()}


def story_folder(world):
    paths = world.git('ls-tree', '-r', '--name-only', world.head()).decode().split()
    return next(path for path in paths if path.endswith('-complaint.yaml')).rsplit('/', 1)[0]


def seen_by_index(world):
    rows = world.run('sql', "SELECT id, refused IS NULL FROM record WHERE id LIKE '01m9%'", code=0).out.split()
    return dict(zip(rows[::2], (value == '1' for value in rows[1::2])))


def seen_by_audit(world, ledger):
    found = json.loads(world.run('audit', '--full', '--json', code=(0, 1)).out)['items']
    refused = {item['record'] for item in found if item['finding'] in ('not_allowed', 'author_unknown')}
    return {record: record not in refused for record in ledger.counts}


def told_by_audit(world, *options):
    """A notice of what came late is told once; and ids that follow each other though their writers had not seen each
    other are the test's own (clock_off)."""
    found = json.loads(world.run('audit', '--json', *options, code=(0, 1)).out)['items']
    passing = ('dated_before_seen', 'clock_off')
    return sorted((item['finding'], item['severity'], item['commit'], item.get('record') or '', item['message'])
                  for item in found if item['finding'] not in passing)


def check_audits(world, told):
    grown, whole = told_by_audit(world), told_by_audit(world, '--full')
    only = [f'only step by step: {item}' for item in grown if item not in whole]
    only += [f'only --full: {item}' for item in whole if item not in grown]
    assert not only, f'{told}: audits differ:\n' + '\n'.join(only)


def check(world, ledger, told):
    expected = ledger.counts
    grown = seen_by_index(world)
    assert grown == expected, f'{told}: the index that grew: {differing(grown, expected)}'
    world.forget_index()
    anew = seen_by_index(world)
    assert anew == expected, f'{told}: the index made anew: {differing(anew, expected)}'
    audited = seen_by_audit(world, ledger)
    assert audited == expected, f'{told}: audit: {differing(audited, expected)}'


def differing(found, expected):
    return {record: (found.get(record), counts) for record, counts in expected.items() if found.get(record) != counts}


def make_case(seed):
    def case(world):
        rng = random.Random(seed)
        main = Main(world, rng)
        main.grow(rng.randrange(2, 7))
        ledger = Ledger(world, rng, main)
        audited = None
        for number in range(1, rng.randrange(12, 24)):
            ledger.add(number)
            if rng.random() < 0.2:
                seen_by_index(world)  # so that the index grows by steps of any length
            if rng.random() < 0.4 and (audited is None or ledger.goes_on_from(audited)):
                told_by_audit(world)
                audited = ledger.commits[-1]
        bring_together(world, ledger)
        check_audits(world, f'seed {seed}')
        check(world, ledger, f'seed {seed}')
    return case


def bring_together(world, ledger):
    """A merge of all that is not yet in one history."""
    behind = {parent for commit in ledger.commits for parent in world.git('rev-parse', f'{commit}^@').decode().split()}
    tips = [commit for commit in ledger.commits if commit not in behind]
    files = sorted({file for commit in tips for file in ledger.files[commit]})
    tree = world.tree_of(ledger.commits[0])
    for path, blob in files:
        tree = world.with_path(tree, path, blob)
    commit = world.commit(tree, tips, b'together\n', b'asha <asha@example.com>')
    ledger.commits.append(commit)
    ledger.files[commit] = files


if __name__ == '__main__':
    sys.exit(main_of_seeds(__doc__, 4, lambda seed: {f'roles_{seed}': make_case(seed)}))
