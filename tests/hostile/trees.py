#!/usr/bin/env python3
"""For every commit that Git's plumbing can write, the server's hook, a merge and an audit agree, and a person who writes
on top of it loses nothing.

    trees.py --binary build/crmtrack [--rounds 4] [--seed 1] [NAME...]

Each round forges one commit of each kind (forge.py), sound ones too.
"""
import json
import shutil
import subprocess
import sys

from forge import Forger
from world import main_of_seeds

STRUCTURE = {'record_removed', 'record_changed', 'record_renamed', 'record_replaced', 'not_a_record', 'record_oversized',
             'merge_not_ours', 'tree_broken', 'commit_broken'}


def hook_refuses(world, before, after):
    line = f'{before} {after} refs/heads/ledger\n'.encode()
    return world.run('hook', 'run', 'pre-receive', stdin=line, code=(0, 5)).code == 5


def audit_findings(world, before, after):
    result = world.run('audit', '--new', f'{before}..{after}', '--json', code=(0, 1))
    return {finding['finding'] for finding in json.loads(result.out)['items']}


def is_fsck_content(world):
    """Whether Git finds no fault with any tree or commit."""
    result = subprocess.run(['git', 'fsck', '--strict', '--no-dangling', '--no-progress'], cwd=world.data, check=False,
                            env=world.environment(), capture_output=True)
    return not any(b' in tree ' in line or b' in commit ' in line for line in (result.stdout + result.stderr).splitlines())


def make_team(world):
    """Another clone, which finds the objects where they are forged: Git fetches not all of them."""
    team = world.home / 'team'
    shutil.copytree(world.data, team, symlinks=True)
    (team / '.git/objects/info').mkdir(exist_ok=True)
    (team / '.git/objects/info/alternates').write_text(f'{world.data}/.git/objects\n')
    world.git('-C', team, 'remote', 'add', 'origin', world.data)
    return team


def merge_refuses(world, team, after):
    """Whether the next command of the team merges a tracking branch that was moved there."""
    tracking = team / '.git/refs/remotes/origin/ledger'
    tracking.parent.mkdir(parents=True, exist_ok=True)
    tracking.write_text(after + '\n')
    told = world.run('-C', team, 'list', '--all', code=0)
    merged = world.git('-C', team, 'rev-parse', 'refs/heads/ledger').decode().strip() == after
    assert merged or 'refused' in told.err, 'neither merged nor refused: ' + told.told()
    return not merged


def write_on_top(world, forger):
    """An honest note and complaint of the same day keep every file, or are refused with the way out."""
    before = set(forger.files(world.tree_of(world.head())))
    for words in (['note', 'sg1n', '-m', 'on top'], ['-q', 'new', '-c', 'acme', '-m', 'on top']):
        result = world.run(*words, code=(0, 7))
        assert result.code == 0 or 'crmtrack sync --mend' in result.err, 'no way out: ' + result.told()
    lost = before - set(forger.files(world.tree_of(world.head())))
    assert not lost, f'written on top of {forger.done}, and lost: {lost}'


def check(world, seed, kind):
    forger = Forger(world, seed)
    team = make_team(world)
    before = world.head()
    after = forger.step(kind)
    findings = audit_findings(world, before, after)
    is_fault = bool(findings & STRUCTURE)
    assert is_fault == (kind != 'sound_story'), f'{kind}: an audit says {findings}'
    is_broken = bool(findings & {'tree_broken', 'commit_broken'})
    assert is_broken or is_fsck_content(world), f'{kind}: git fsck finds what an audit does not: {findings}'
    assert hook_refuses(world, before, after) == is_fault, f'{kind}: the hook does not agree with {findings}'
    assert merge_refuses(world, team, after) == is_fault, f'{kind}: a merge does not agree with {findings}'
    if kind != 'no_ledgers':
        write_on_top(world, forger)


def cases_of(seed):
    return {f'{kind}-{seed}': lambda world, kind=kind: check(world, f'{kind}-{seed}', kind)
            for kind in Forger.TREES + Forger.COMMITS}


if __name__ == '__main__':
    sys.exit(main_of_seeds(__doc__, 1, cases_of))
