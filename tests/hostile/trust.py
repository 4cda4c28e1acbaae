#!/usr/bin/env python3
"""The repository's own files cannot run a program, write elsewhere, reach the terminal, or take over a word.

    trust.py --binary build/crmtrack [NAME...]

docs/threat-model.md: data never runs code. A `.git/config`, hooks and references may have come with somebody else's
archive. Only the user's own Git configuration and environment name programs.
"""
import hashlib
import os
import shutil
import sys

from repositories import COMPLAINT, DAY, GOOD, NEEDING, STORY, check_reading, check_refusal
from world import main_of

# Every setting of Git 2.39 that names a program, as far as any command of ours could come near it.
PROGRAM_SETTINGS = (
    'core.fsmonitor', 'core.sshCommand', 'core.pager', 'core.editor', 'core.askPass', 'core.gitProxy',
    'core.alternateRefsCommand', 'gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.x509.program',
    'gpg.ssh.defaultKeyCommand', 'diff.external', 'diff.evil.command', 'diff.evil.textconv', 'filter.evil.clean',
    'filter.evil.smudge', 'filter.evil.process', 'merge.evil.driver', 'credential.helper', 'sequence.editor',
    'pager.log', 'interactive.diffFilter', 'uploadpack.packObjectsHook', 'receive.procReceiveRefs',
    'sendemail.sendmailCmd', 'alias.log', 'alias.repack', 'trailer.x.command', 'trailer.x.cmd', 'browser.x.cmd',
    'crmtrack.sendmail', 'crmtrack.deliver', 'crmtrack.editor', 'crmtrack.pager', 'remote.origin.vcs',
    'remote.origin.uploadpack', 'submodule.x.update', 'gc.recentObjectsHook', 'core.commitGraphCommand')
COMMANDS = (
    ['list'], ['doctor'], ['show', 'sg1n'], ['history', 'sg1n'], ['agenda'], ['report', 'summary'], ['policy', 'check'],
    ['new', '-c', 'acme', '-m', 'x'], ['call', 'sg1n', '-m', 'x'], ['reason', 'add', 'a-new-one', '--label', 'x',
                                                                    '--question', 'x?', '--why', 'x'],
    ['person', 'add', 'ben@example.com', '--name', 'Ben'], ['list', '--as-of', 'ledger'], ['export', 'jsonl'])


def make_canary(world):
    """A program that leaves a trace when anything runs it, and signs nothing."""
    trace = world.root / 'tmp' / 'ran'
    canary = world.root / 'tmp' / 'canary'
    canary.write_text(f'#!/bin/sh\necho "$0 $*" >> {trace}\nexit 1\n')
    canary.chmod(0o755)
    return canary, trace


def run_everything(world, trace):
    for command in COMMANDS:
        world.run(*command, code=(0, 1))
        assert not trace.exists(), f'{command} ran what the repository named: {trace.read_text()}'


def case_configuration(world):
    """None of the settings of .git/config, of what it includes, or of a worktree's configuration is run."""
    canary, trace = make_canary(world)
    included = world.data / '.git' / 'more'
    for i, setting in enumerate(PROGRAM_SETTINGS):
        file = (world.data / '.git' / 'config', included, world.data / '.git' / 'config.worktree')[i % 3]
        world.git('config', '--file', file, '--add', setting, canary)
    world.git('config', 'extensions.worktreeConfig', 'true')
    world.git('config', 'include.path', 'more')
    (world.data / '.gitattributes').write_text('* filter=evil diff=evil merge=evil\n')
    info = world.data / '.git' / 'info'
    info.mkdir(exist_ok=True)
    (info / 'attributes').write_text('* filter=evil diff=evil merge=evil\n')
    run_everything(world, trace)


def case_hooks(world):
    canary, trace = make_canary(world)
    hooks = world.data / '.git' / 'hooks'
    hooks.mkdir(exist_ok=True)
    for name in ('pre-commit', 'post-commit', 'commit-msg', 'prepare-commit-msg', 'reference-transaction', 'pre-auto-gc',
                 'post-checkout', 'post-index-change', 'fsmonitor-watchman', 'post-rewrite', 'update'):
        shutil.copy(canary, hooks / name)
    world.git('config', 'core.hooksPath', hooks)
    run_everything(world, trace)


def case_signing(world):
    """The repository may ask for signatures; it does not say with which program."""
    canary, trace = make_canary(world)
    world.git('config', 'commit.gpgSign', 'true')
    for setting in ('gpg.program', 'gpg.openpgp.program', 'gpg.ssh.program', 'gpg.ssh.defaultKeyCommand'):
        world.git('config', setting, canary)
    for form in ('openpgp', 'ssh', 'x509'):
        world.git('config', 'gpg.format', form)
        world.run('new', '-c', 'acme', '-m', 'x', code=(5, 8))
        assert not trace.exists(), f'{form}: the repository chose the program: {trace.read_text()}'
    # The user's own choice is run, whatever the repository says.
    own = canary.with_name('own')
    shutil.copy(canary, own)
    world.git('config', '--global', 'gpg.program', own)
    world.git('config', 'gpg.format', 'openpgp')
    world.run('new', '-c', 'acme', '-m', 'x', code=8)
    assert str(own) in trace.read_text(), 'the user\'s own program was not asked'


def case_housekeeping(world):
    """Packing runs Git itself: with none of the repository's hooks or programs."""
    canary, trace = make_canary(world)
    for setting in ('core.fsmonitor', 'core.alternateRefsCommand', 'gc.recentObjectsHook', 'alias.repack',
                    'core.hooksPath'):
        world.git('config', setting, canary)
    loose = (b'loose %d' % i for i in range(10000))  # one folder of 256 tells how many there are
    for data in (data for data in loose if hashlib.sha1(b'blob %d\0%s' % (len(data), data)).hexdigest()[:2] == '17'):
        world.write('blob', data)
    world.run('new', '-c', 'acme', '-m', 'x', code=0)
    for _ in range(100):
        if list((world.data / '.git/objects/pack').glob('*.pack')):
            break
        os.sched_yield()
        world.run('list', code=0)
    assert not trace.exists(), f'packing ran what the repository named: {trace.read_text()}'


def case_path_in_the_folder(world):
    """A program of the name of ours or Git's in the repository's folder is not taken for it."""
    canary, trace = make_canary(world)
    for name in ('git', 'gpg', 'less', 'sh', 'ssh-keygen'):
        shutil.copy(canary, world.data / name)
    run_everything(world, trace)


def case_git_files(world):
    """A `.git` file that leads nowhere, to itself, to the terminal, or to a device."""
    shutil.move(world.data / '.git', world.root / 'tmp' / 'real')
    link = world.data / '.git'
    for text in ('gitdir: ../no\x1b[31mwhere\n', 'gitdir: .git\n', 'gitdir: /dev/zero\n', 'gitdir: /proc/self/fd\n', '',
                 'gitdir:' + ' x' * 100000, '\0\0'):
        link.write_text(text)
        check_refusal(world, 'cannot find a data repository', commands=NEEDING)
    link.write_text(f'gitdir: {world.root}/tmp/real\n')
    world.run('list', code=0)
    link.unlink()
    os.symlink('.git', link)
    check_refusal(world, 'cannot find a data repository', commands=NEEDING)


def case_odd_configuration(world):
    config = world.data / '.git' / 'config'
    good = config.read_text()
    for text in ('[core\n', '\x1b[31m\n', good + '[include]\n\tpath = config\n', good + '[include]\n\tpath = /dev/zero\n',
                 good + '[core]\n\trepositoryformatversion = 99\n', good + '[extensions]\n\tobjectFormat = sha256\n',
                 good + '[x "\x1b[31m"]\n\ty = \x07\n', good + '[a]\n' + '\tb = c\n' * 20000):
        config.write_text(text)
        world.run('list', code=(0, 7))
        world.run('doctor', code=(0, 1, 7))
    config.write_text(good)
    check_reading(world, bad=False)


def case_people(world):
    """Authors, times, encodings and messages that no Git would write."""
    def add(number, **how):
        blob = world.write('blob', GOOD.replace(b'hostile', b'hostile %d' % number))
        return world.commit(world.with_path(world.tree_of(world.head()), f'{DAY}/{number}f3q2mxab4/{COMPLAINT}', blob), **how)
    add(1, person=b'\x1b[31mMallory\x07 <m\xc2\x9b\r@x\xff>')
    add(2, person=b'<>')
    add(3, message=b'a\0b\x1b]0;x\x07' + b'x' * 3_000_000)
    add(4, extra=b'encoding UTF-7\nmergetag x\ngpgsig -----BEGIN PGP SIGNATURE-----\n \x1b[31m\n')
    add(5, person=b'no address at all')
    add(6, person=b'A\n committer <b@c> 1 +0000\n <d@e>')
    times = (b'99999999999999999999 +9999', b'-5 -9999', b'253402300800 +0000', b'x y', b'')
    for number, when in enumerate(times, 10):
        blob = world.write('blob', GOOD.replace(b'hostile', b'hostile %d' % number))
        tree = world.with_path(world.tree_of(world.head()), f'{DAY}/{number}3q2mxab4/{COMPLAINT}', blob)
        text = f'tree {tree}\nparent {world.head()}\n'.encode() + b'author A <a@b> ' + when + b'\ncommitter A <a@b> ' + when
        world.point('ledger', world.write('commit', text + b'\n\nx'))
    check_reading(world, 'has no date', 'has a date that overflows', 'has a NUL in its message', hostile=True)
    for story in ('1f3q', '2f3q', '3f3q', '4f3q', '5f3q', '6f3q', '103q', '113q', '123q', '133q', '143q'):
        world.run('show', story, code=0)
        world.run('history', story, code=0)
    world.run('list', '--as-of', 'ledger', code=0)
    world.run('list', '--as-of', '2026-11-21', code=0)


def case_words(world):
    """A record of a known kind with a word outside its vocabulary, or of another shape, is bad and changes no state."""
    head = 'kind: {}\nat: 2026-11-21T10:00:00Z\nby: mallory@example.com\nafter: []\n'
    records = [('complaint', 'severity: apocalyptic\n'), ('activity', 'type: shout\n'),
               ('activity', 'type: call\ndirection: sideways\n'), ('resolution', 'outcome: perfect\ncode: fixed\n'),
               ('escalation', 'from_level: 0\nto_level: 99\n'), ('change', 'set:\n  status: odd\n'),
               ('assignment', 'to: [a, b]\n'), ('review', 'x: y\n'), ('change', 'set: closed\n')]
    for number, (kind, fields) in enumerate(records):
        story = f'{DAY}/{number}f3q2mxab4'
        if kind != 'complaint':
            world.add(f'{story}/{COMPLAINT}', GOOD)
        world.add(f'{story}/01kajx000000000000000000b{number}-{kind}.yaml', head.format(kind) + fields)
    check_reading(world, "severity is 'apocalyptic', but must be one of", "type is 'shout'", "direction is 'sideways'",
                  "outcome is 'perfect'", "to_level is '99'", "set.status is 'odd'", 'to must be', 'lesson is missing')
    doctor = world.run('doctor', code=1)
    assert doctor.out.count('\tfault\t') == len(records), 'not every one is bad: ' + doctor.told()
    for number in range(1, len(records)):
        shown = world.run('show', f'{number}f3q', code=0)
        assert 'bad record' in shown.out and 'status    received' in shown.out, 'it changes state: ' + shown.told()


def case_unknown_kind(world):
    """A kind of a newer version is no fault; nor are fields that we do not know."""
    world.add(f'{STORY}/{COMPLAINT}', GOOD + b'mood: "\\e[31m"\n')
    world.add(f'{STORY}/01kajx0000000000000000000b-horoscope.yaml',
              'kind: horoscope\nat: 2026-11-21T10:00:00Z\nby: x\nafter: []\nstars: "\\e]0;x\\a"\n')
    check_reading(world, bad=False, hostile=True)
    assert 'horoscope' in world.run('show', '7f3q', code=0).out


def case_policy(world):
    """On main: a file of 300 MB, a symbolic link, a bomb of folders, a submodule in the folder's place, no commit."""
    main, blob = world.head('main'), world.write('blob', b'reasons: []\n')
    tree = world.tree_of(main)
    zeros = world.write('blob', ([bytes(1 << 20)] * 300, 300 << 20))
    bomb = world.write_tree([('100644', b'x.yaml', blob)])
    for _ in range(10):
        bomb = world.write_tree([('40000', b'd%d' % i, bomb) for i in range(10)])
    link = world.write('blob', b'/etc/passwd')
    plain = world.entries(tree)
    for forged, unread in ((world.with_path(tree, 'policy/reasons.yaml', link, '120000'), ''),
                           (world.with_path(tree, 'policy/bomb', bomb, '40000'), ''),
                           (world.with_path(tree, 'policy/zeros.yaml', zeros), 'zeros.yaml'),
                           (world.with_path(tree, 'policy/gone.yaml', '1' * 40), 'gone.yaml'),
                           (world.write_tree([entry for entry in plain if entry[1] != b'policy']
                                             + [('160000', b'policy', '1' * 40)]), '')):
        world.commit(forged, parents=[main], branch='main')
        # A file that cannot be read is reported; its last readable version stays in force.
        assert 'A good complaint' in world.run('list', code=0).out
        doctor = world.run('doctor', code=(0, 1, 7))
        assert unread in doctor.out + doctor.err, 'doctor does not name it: ' + doctor.told()
        world.run('reason', 'list', code=(0, 7))
    for value in ('1' * 40, blob, 'ref: refs/heads/main'):
        world.point('main', value)
        world.run('list', code=(0, 7))
    world.point('main', main)
    check_reading(world, bad=False)


def case_links_in_the_work_tree(world):
    """A policy file that is a link leads no write out of the repository."""
    victim = world.root / 'tmp' / 'victim'
    victim.write_text('reasons: []\n')
    for link, target in (('policy/reasons.yaml', victim), ('policy/people.yaml', world.root / 'tmp' / 'made')):
        path = world.data / link
        path.unlink(missing_ok=True)
        path.symlink_to(target)
    before = world.outside()
    world.run('reason', 'add', 'a-new-one', '--label', 'x', '--question', 'x?', '--why', 'x', code=(5, 7))
    world.run('person', 'add', 'ben@example.com', '--name', 'Ben', code=(5, 7))
    shutil.rmtree(world.data / 'policy')
    (world.data / 'policy').symlink_to(world.root / 'tmp')
    world.run('reason', 'add', 'a-new-one', '--label', 'x', '--question', 'x?', '--why', 'x', code=(5, 7))
    assert world.outside() == before, 'a link was followed'


def case_links_in_the_git_folder(world):
    """Our own folder in the Git directory may be a link too: nothing outside is overwritten or removed."""
    victim = world.root / 'tmp' / 'victim'
    victim.mkdir()
    (victim / 'lock').write_text('kept')
    (victim / 'index-4.db').write_text('kept')
    own = world.data / '.git' / 'crmtrack'
    shutil.rmtree(own)
    own.mkdir()
    (own / 'lock').symlink_to(victim / 'lock')
    world.run('new', '-c', 'acme', '-m', 'x', code=(0, 7))
    assert (victim / 'lock').read_text() == 'kept', 'the lock\'s link was written through'


if __name__ == '__main__':
    sys.exit(main_of('what a repository may not make the program do', globals()))
