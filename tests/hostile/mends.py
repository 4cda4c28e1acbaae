#!/usr/bin/env python3
"""Any mix of commits that no ledger may have is mended: `crmtrack sync --mend` keeps all that was ever soundly added.

    mends.py --binary build/crmtrack [--rounds 3] [--seed 1] [NAME...]

Each round forges a few random commits (forge.py) where the team shares its ledger, or in a clone's own ledger. One
clone, which has records that nobody else has, mends; afterwards plain `crmtrack sync` works for everybody, all have the
same head, no sound file is missing, and what the mend wrote is as Git's fsck wants it.
"""
import sys

import forge
from forge import Forger, is_in_order
from trees import hook_refuses
from world import main_of_seeds

MOST_STEPS = 5
OWN = b'Asha Rao <asha@example.com>'


def make_clone(world, name):
    clone = world.home / name
    world.run('-q', 'clone', world.data, clone, code=0)
    return clone


def head_of(world, folder):
    return world.git('-C', folder, 'rev-parse', 'refs/heads/ledger').decode().strip()


def tell(forger, why):
    return f'{why}; forged: {", ".join(forger.done)}'


def check_head(world, forger, head):
    """All that is sound stands, in trees that Git wants, and nothing else."""
    tree = world.tree_of(head)
    assert is_in_order(world, tree), tell(forger, 'the mended tree is none that fsck accepts')
    found = dict(forger.files(tree))
    for path, blobs in forger.sound.items():
        assert found.get(path) in blobs, tell(forger, f'{path} is {found.get(path)}, and not one of {blobs}')
    extra = set(found) - set(forger.sound)
    assert not extra, tell(forger, f'what may not stand there stays: {extra}')


def case_there(world, seed):
    """The shared ledger is damaged."""
    mender, other = make_clone(world, 'mender'), make_clone(world, 'other')
    forger = Forger(world, seed)
    for i in range(forger.chance.randrange(3)):
        world.run('-C', mender, '-q', 'new', '-c', 'acme', '-m', f'only here {i}', code=0)
    own = world.git('-C', mender, 'ls-tree', '-r', 'refs/heads/ledger').decode().splitlines()
    forger.keep({line.split('\t')[1]: line.split()[2] for line in own})
    for _ in range(forger.chance.randint(1, MOST_STEPS)):
        forger.step()
    mended = world.run('-C', mender, 'sync', '--mend', code=0)
    head = head_of(world, mender)
    assert world.head() == head, tell(forger, 'the mended ledger was not sent: ' + mended.told())
    check_head(world, forger, head)
    for clone in (other, mender):
        world.run('-C', clone, 'sync', code=0)
        assert head_of(world, clone) == head, tell(forger, f'{clone.name} does not have the mended ledger')
    fresh = make_clone(world, 'fresh')
    world.run('-C', fresh, '-q', 'new', '-c', 'acme', '-m', 'written afterwards', code=0)
    world.run('-C', fresh, 'sync', code=0)
    world.run('-C', other, 'sync', code=0)
    assert head_of(world, other) == head_of(world, fresh), tell(forger, 'the clones do not converge')


def case_here(world, seed):
    """A clone's own ledger is damaged: nothing of it reaches the others, and all that is sound of it does."""
    shared = world.home / 'shared.git'
    world.git('clone', '-q', '--bare', world.data, shared)
    world.git('remote', 'add', 'origin', shared)
    world.git('fetch', '-q', 'origin')
    commit = world.commit  # by the clone's own user: commits of others are left out, not made anew
    world.commit = lambda *words, **options: commit(*words, **({'person': OWN} | options))
    forge.GOOD_PERSON = OWN + b' %d +0000'
    forger = Forger(world, seed)
    before = world.head()
    forger.step(forger.chance.choice(('stray', 'removed', 'bad_mode', 'unsorted_top', 'no_ledgers', 'nul')))
    for _ in range(forger.chance.randrange(MOST_STEPS)):
        forger.step()
    refused = world.run('sync', code=(5, 7))
    assert refused.code == 5 or 'no_ledgers' in forger.done, tell(forger, refused.told())
    assert 'crmtrack sync --mend' in refused.err, tell(forger, 'no way out: ' + refused.told())
    assert head_of(world, shared) == before, tell(forger, 'it was sent all the same')
    kept = world.head()
    world.run('sync', '--mend', code=0)
    head = world.head()
    assert head_of(world, shared) == head, tell(forger, 'the mended ledger was not sent')
    check_head(world, forger, head)
    assert not hook_refuses(world, before, head), tell(forger, 'a server refuses what was mended')
    names = world.git('for-each-ref', '--format=%(objectname)', 'refs/crmtrack/mended').decode().split()
    assert kept in names, tell(forger, 'what was there is not kept')
    world.run('sync', code=0)


def cases_of(seed):
    return {f'there-{seed}': lambda world: case_there(world, seed),
            f'here-{seed}': lambda world: case_here(world, seed)}


if __name__ == '__main__':
    sys.exit(main_of_seeds(__doc__, 3, cases_of))
