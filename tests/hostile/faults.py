#!/usr/bin/env python3
"""The server's hook takes nothing that audit would call a fault for ever.

    faults.py --binary build/crmtrack [NAME...]

A case for each finding of crmtrack-audit(1) that can be a fault: it is forged by plain Git, audit calls it a fault, and
the hook refuses the push that brings it. What no push can bring, and what is never a fault, is listed with the reason;
a finding that the manual page names and that stands in none of the three lists fails.
"""
import json
import re
import subprocess
import sys

from world import SOURCE, TREE, main_of

NOTE = 'kind: activity\nat: 2026-11-21T09:12:00Z\nby: mallory@example.com\nafter: []\ntype: note\n'
RECORD = '01m7yqqqqqqqqqqqqqqqqqqqqq'
ABSENT = '01m7yp0000000000000000000a'
ABSENT_STORY = 'complaints/2026/11/21/7f3q2mxab4'

NOT_PUSHED = {
    'history_rewritten': 'the hook takes no push that rewrites: see record_hidden',
    'upstream_rewritten': 'what a clone knows of a branch: see record_hidden',
    'object_damaged': 'Git takes no push with an object absent or damaged (its connectivity check, index-pack)',
}
NEVER_FAULTS = {
    'not_a_checkpoint', 'not_merged', 'object_replaced', 'name_ambiguous', 'kind_unknown', 'day_differs', 'contested',
    'message_id_claimed', 'attachment_unnamed', 'by_other', 'added_twice', 'time_order', 'time_future', 'dated_before_seen',
    'at_after_commit', 'entered_late', 'clock_off', 'policy_outdated', 'record_invalid', 'signature_unverifiable',
    'receipts_rewritten', 'relayed', 'policy_unknown'}


def story_of(world):
    return receipt_of(world).rsplit('/', 1)[0]


def receipt_of(world):
    paths = world.git('ls-tree', '-r', '--name-only', 'refs/heads/ledger').decode().split()
    return next(path for path in paths if path.endswith('-complaint.yaml'))


def add_note(world, text, story=None):
    world.add(f'{story or story_of(world)}/{RECORD}-activity.yaml', text)


def without(world, tree, path):
    names = path.encode().split(b'/')
    entries = world.entries(tree)
    kept = [entry for entry in entries if entry[1] != names[0]]
    if len(names) > 1:
        below = next(entry[2] for entry in entries if entry[1] == names[0])
        kept.append((TREE, names[0], without(world, below, '/'.join(name.decode() for name in names[1:]))))
    return world.write_tree(kept)


def set_policy(world, **files):
    """A commit on main by somebody who may; where nobody is listed, that is anybody."""
    tree = world.tree_of(world.head('main'))
    for name, text in files.items():
        tree = world.with_path(tree, f'policy/{name}.yaml', world.write('blob', text.encode()))
    world.commit(tree, branch='main', person=b'Asha <asha@example.com>')


class Push:
    """The move of one push: reference, old and new id; in a world of its own."""

    def __init__(self, world):
        self.world = world
        self.before = self.references()

    def references(self):
        lines = self.world.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/tags')
        return dict(line.split() for line in lines.decode().splitlines())

    def is_refused(self):
        """Whether the hook refuses it: it runs before any reference moves."""
        after = self.references()
        zero = '0' * 40
        lines = ''.join(f'{self.before.get(name, zero)} {after.get(name, zero)} {name}\n'
                        for name in sorted(self.before | after) if self.before.get(name) != after.get(name))
        assert lines, 'the case moved no reference'
        for name in after:
            self.world.git('update-ref', '-d', name)
        for name, commit in self.before.items():
            path = self.world.data / '.git' / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(commit + '\n')
        return self.world.run('hook', 'run', 'pre-receive', stdin=lines.encode(), code=(0, 5)).code == 5


def check(finding, forge):
    def case(world):
        prepare = getattr(forge, 'prepare', None)
        if prepare:
            prepare(world)
        world.run('audit', code=(0, 1))  # what it remembers is what a rewritten branch is found by
        push = Push(world)
        forge(world)
        found = json.loads(world.run('audit', '--full', '--json', code=(0, 1)).out)['items']
        faults = {item['finding'] for item in found if item['severity'] == 'fault'}
        assert finding in faults, f'audit calls only {sorted(faults)} faults'
        assert push.is_refused(), 'the hook takes it'
    return case


def prepared(prepare):
    def decorate(forge):
        forge.prepare = prepare
        return forge
    return decorate


def forge_record_removed(world):
    world.commit(without(world, world.tree_of(world.head()), receipt_of(world)))


def forge_record_changed(world):
    world.add(receipt_of(world), NOTE)


def forge_record_renamed(world):
    path, tree = receipt_of(world), world.tree_of(world.head())
    blob = world.git('rev-parse', f'refs/heads/ledger:{path}').decode().strip()
    moved = world.with_path(without(world, tree, path), path.replace('01m7', '01m6'), blob)
    world.commit(moved)


def forge_record_replaced(world):
    """Each side adds one path; the merge has but one of the two contents."""
    base, path = world.head(), f'{story_of(world)}/{RECORD}-activity.yaml'
    sides = []
    for text in ('here', 'there'):
        blob = world.write('blob', f'{NOTE}text: {text}\n'.encode())
        sides.append(world.commit(world.with_path(world.tree_of(base), path, blob), [base]))
    world.commit(world.tree_of(sides[1]), sides)


def forge_not_a_record(world):
    world.add('stray.txt', 'x')


def forge_record_oversized(world):
    add_note(world, NOTE + 'text: ' + 'x' * 300_000 + '\n')


def forge_attachment_oversized(world):
    add_note(world, NOTE + f'attachments:\n  - {{name: big, size: {41 << 20}, sha256: {"0" * 64}}}\n')
    world.add(f'{story_of(world)}/{RECORD}.files/big', ([b'\0' * (1 << 20)] * 41, 41 << 20))


def forge_merge_not_ours(world):
    base, folder = world.head(), story_of(world)
    add_note(world, NOTE)
    side, other_path = world.head(), f'{folder}/{RECORD[:-1]}a-activity.yaml'
    blob = world.write('blob', NOTE.encode())
    other = world.commit(world.with_path(world.tree_of(base), other_path, blob), [base])
    world.commit(world.with_path(world.tree_of(side), other_path, blob), [side, other], person=b'crmtrack <crmtrack>')


def forge_tree_broken(world):
    tree = world.entries(world.tree_of(world.head()))
    world.commit(world.write_tree([*tree, next(entry for entry in tree if entry[1] == b'complaints')]))


def forge_commit_broken(world):
    person = b'Mallory <mallory@example.com>'
    commit = world.write('commit', f'tree {world.tree_of(world.head())}\nparent {world.head()}\n'.encode() +
                         b'author ' + person + b'\ncommitter ' + person + b'\n\nno date\n')
    world.point('ledger', commit)


def forge_record_hidden(world):
    world.point('ledger', world.git('rev-parse', 'refs/heads/ledger^').decode().strip())


def make_tag(world, edit, commit=None):
    line = world.run('-q', 'checkpoint', '--no-tag', code=0).out.strip()
    line = edit(line)
    commit = commit or world.head()
    name = 'checkpoint/' + re.search(r'time=(\S+)', line).group(1).replace(':', '-')
    world.git('tag', '-a', '-m', line, name, commit)


def forge_checkpoint_differs(world):
    make_tag(world, lambda line: re.sub(r'sha256=....', 'sha256=0000', line))


def forge_checkpoint_lost(world):
    other = world.commit(world.tree_of(world.head()), [], branch='other')
    world.git('update-ref', '-d', 'refs/heads/other')
    make_tag(world, lambda line: re.sub(r'head=\w+', f'head={other}', line), other)


def forge_record_unreadable(world):
    add_note(world, 'kind: [\n')


def forge_kind_misplaced(world):
    world.add(f'customers/82/acme/{RECORD}-complaint.yaml', NOTE.replace('activity', 'complaint') + 'summary: x\n')


def forge_reference_absent_story(world):
    add_note(world, NOTE, ABSENT_STORY)


def forge_reference_absent_answers(world):
    add_note(world, NOTE + f'answers: [{ABSENT}]\n')


def forge_reference_absent_corrects(world):
    world.add(f'{story_of(world)}/{RECORD}-correction.yaml',
              f'kind: correction\nat: 2026-11-21T09:12:00Z\nby: x@example.com\nafter: []\ncorrects: {ABSENT}\n'
              'set: {text: x}\nwhy: x\n')


def forge_reference_absent_move(world):
    add_note(world, NOTE)
    world.add(f'{story_of(world)}/{RECORD[:-1]}z-correction.yaml',
              f'kind: correction\nat: 2026-11-21T09:12:00Z\nby: x@example.com\nafter: []\ncorrects: {RECORD}\n'
              'set: {complaint: 20260101-7f3q2mxab4}\nwhy: x\n')


def forge_attachment_missing(world):
    add_note(world, NOTE + f'attachments:\n  - {{name: letter, size: 1, sha256: {"0" * 64}}}\n')


def forge_attachment_differs(world):
    """Both in one commit, as a writer would."""
    tree, folder = world.tree_of(world.head()), f'{story_of(world)}/{RECORD}'
    text = NOTE + f'attachments:\n  - {{name: letter, size: 1, sha256: {"0" * 64}}}\n'
    tree = world.with_path(tree, f'{folder}-activity.yaml', world.write('blob', text.encode()))
    world.commit(world.with_path(tree, f'{folder}.files/letter', world.write('blob', b'x')))


def list_asha(world):
    set_policy(world, people='people:\n  - {email: asha@example.com, role: manager}\n')


@prepared(list_asha)
def forge_author_unknown(world):
    add_note(world, NOTE)


@prepared(lambda world: set_policy(world, rights='rights:\n  - {right: close, roles: [manager]}\n'))
def forge_not_allowed(world):
    world.add(f'{story_of(world)}/{RECORD}-change.yaml', 'kind: change\nat: 2026-11-21T09:12:00Z\n'
              'by: mallory@example.com\nafter: []\nset: {status: closed}\nwhy: x\n')


def forge_complaint_unseen(world):
    """On a fork from the ledger's first commit."""
    head, first = world.head(), world.git('rev-list', '--max-parents=0', 'refs/heads/ledger').decode().strip()
    blob = world.write('blob', NOTE.encode())
    path = f'{story_of(world)}/{RECORD}-activity.yaml'
    side = world.commit(world.with_path(world.tree_of(first), path, blob), [first])
    world.commit(world.with_path(world.tree_of(head), path, blob), [head, side])


@prepared(lambda world: set_policy(world, signatures='signatures:\n  require: 2026-01-01\n'))
def forge_signature_missing(world):
    add_note(world, NOTE)


def make_key(world, name):
    """The public half of a key made here."""
    file = world.root / 'tmp' / name
    subprocess.run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', file], check=True, stdin=subprocess.DEVNULL)
    return ' '.join(file.with_suffix('.pub').read_text().split()[:2])


def commit_signed(world, key, edit=lambda commit: commit):
    """A note, signed by a key; `edit` alters the commit afterwards."""
    blob = world.write('blob', NOTE.encode())
    tree = world.with_path(world.tree_of(world.head()), f'{story_of(world)}/{RECORD}-activity.yaml', blob)
    environment = {'GIT_COMMITTER_DATE': '2026-11-21T09:12:00Z', 'GIT_AUTHOR_DATE': '2026-11-21T09:12:00Z'}
    run = subprocess.run(['git', '-c', 'gpg.format=ssh', '-c', f'user.signingKey={world.root}/tmp/{key}', 'commit-tree', '-S', '-p',
                          world.head(), '-m', 'signed', tree], cwd=world.data, check=True, capture_output=True,
                         env=world.environment() | environment)
    commit = world.git('cat-file', 'commit', run.stdout.decode().strip())
    world.point('ledger', world.write('commit', edit(commit)))


def ask_signatures(world):
    key = make_key(world, 'asha')
    set_policy(world, signatures='signatures:\n  require: 2026-01-01\n  allowed_signers:\n'
               f'    - {{principal: asha@example.com, key: "{key}"}}\n')


@prepared(ask_signatures)
def forge_signature_bad(world):
    commit_signed(world, 'asha', lambda commit: commit + b'altered\n')


@prepared(ask_signatures)
def forge_signature_untrusted(world):
    make_key(world, 'other')
    commit_signed(world, 'other')


@prepared(lambda world: set_policy(world, people='people:\n  - {email: asha@example.com, role: manager}\n',
                                   rights='rights:\n  - {right: policy, roles: [manager]}\n'))
def forge_policy_not_allowed(world):
    tree = world.with_path(world.tree_of(world.head('main')), 'policy/reasons.yaml', world.write('blob', b'# x\n'))
    world.commit(tree, branch='main')


@prepared(lambda world: set_policy(world, notes='# x\n'))
def forge_policy_rewritten(world):
    (world.data / '.git' / 'config').open('a').write('[core]\n\tbare = true\n')
    world.point('main', world.git('rev-parse', 'refs/heads/main^').decode().strip())


def forge_file_of_main(world):
    tree = world.with_path(world.tree_of(world.head('main')), '.gitattributes', world.write('blob', b'* binary\n'))
    world.commit(tree, branch='main')


def forge_policy_invalid(world):
    set_policy(world, people='<<<<<<< ours\n')


def check_refused(world, path, text):
    push = Push(world)
    world.add(path, text)
    assert push.is_refused(), 'the hook takes it'


def case_unnamed_attachment(world):
    """Never a fault, and refused all the same: an import may want to put its own there."""
    check_refused(world, receipt_of(world).replace('-complaint.yaml', '.files/letter'), 'x')


def case_attachment_of_nothing(world):
    check_refused(world, f'{ABSENT_STORY}/{RECORD}.files/letter', 'x')


def case_invalid_field(world):
    check_refused(world, f'{story_of(world)}/{RECORD}-activity.yaml', NOTE + 'minutes: soon\n')


def case_second_kind(world):
    check_refused(world, receipt_of(world).replace('-complaint.yaml', '-activity.yaml'), NOTE)


def case_unknown_kind(world):
    check_refused(world, f'{story_of(world)}/{RECORD}-telepathy.yaml', NOTE.replace('activity', 'telepathy'))


CASES = {name[len('forge_'):]: forge for name, forge in list(globals().items()) if name.startswith('forge_')}
# Several ways to one finding.
FINDINGS = {'reference_absent_story': 'reference_absent', 'reference_absent_answers': 'reference_absent',
            'reference_absent_corrects': 'reference_absent', 'reference_absent_move': 'reference_absent',
            'attachment_oversized': 'record_oversized'}


def case_complete(world):
    """Every finding that crmtrack-audit(1) names stands in one of the lists."""
    page = (SOURCE / 'man' / 'crmtrack-audit.1').read_text()
    page = page[:page.index('.Sh OPTIONS')]
    named = {name for line in re.findall(r'^\.It Cm (.*)$', page, re.MULTILINE) for name in re.findall(r'[a-z_]+', line)}
    listed = {FINDINGS.get(name, name) for name in CASES} | set(NOT_PUSHED) | NEVER_FAULTS
    assert named == listed, f'in one of both alone: {sorted(named ^ listed)}'


globals().update({f'case_{name}': check(FINDINGS.get(name, name), forge) for name, forge in CASES.items()})

if __name__ == '__main__':
    sys.exit(main_of(__doc__, globals()))
