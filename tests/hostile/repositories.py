#!/usr/bin/env python3
"""Repositories that nobody's crmtrack wrote: what an attacker's push, a broken disk or a strange tool may leave.

    repositories.py --binary build/crmtrack [NAME...]

Each case forges something in a copy of a good repository. Afterwards nothing may crash, hang, grow, write outside of
the repository or send a control character to a terminal; the good complaints stay readable, or one line says why not
and how to mend it; and an index grown step by step says the same as one built from nothing.
"""
import shutil
import sys
import zlib

from world import FILE, TREE, main_of

GOOD = b'kind: complaint\nat: 2026-11-21T09:12:00Z\nby: mallory@example.com\nafter: []\nsummary: hostile\n'
DAY = 'complaints/2026/11/21'
RECORD = '01kajx0000000000000000000a'
COMPLAINT = f'{RECORD}-complaint.yaml'
STORY = f'{DAY}/7f3q2mxab4'


def good_ones(text):
    return 'A good complaint' in text and 'Another one' in text


def check_reading(world, *told, bad=True, hostile=None):
    """The good complaints are listed, doctor names what is bad (all of `told`), and the index is sound."""
    before = world.outside()
    grown = world.run('list', '--all', code=0)
    assert good_ones(grown.out), 'good complaints are gone: ' + grown.told()
    assert hostile is None or ('hostile' in grown.out) == hostile, 'the hostile one: ' + grown.told()
    doctor = world.run('doctor', code=1 if bad else 0)
    for words in told:
        assert words in doctor.out, f'doctor does not say {words!r}: ' + doctor.told()
    proves(world, bad)
    same_anew(world, grown)
    writes_on(world)
    assert world.outside() == before, 'something was written outside of the repository'


def proves(world, bad):
    """A request for proof is answered within bounds. Where Git cannot read an object, that is the answer."""
    audit = world.run('audit', '--full', code=(0, 1, 7))
    assert not bad or audit.code != 0 or 'warning' in audit.out, 'an audit finds nothing: ' + audit.told()
    world.run('checkpoint', '--no-tag', code=(0, 7))


def same_anew(world, grown):
    """An index built from nothing says what the one grown step by step says."""
    facts = ('sql', 'select story, id, kind, fault, recorded_at, author, "commit" from record order by 1, 2, 3')
    doctor = world.run('doctor').out
    records = world.run(*facts, code=0).out
    world.forget_index()
    anew = world.run('list', '--all', code=0)
    assert anew.out == grown.out, f'the index built anew lists something else:\n{grown.out}\n{anew.out}'
    assert world.run(*facts, code=0).out == records, 'the index built anew has other records'
    assert world.run('doctor').out == doctor, 'the index built anew has other faults'


def writes_on(world):
    """The next command records; where that would write a broken folder anew, it does once the ledger is mended."""
    first = world.run('-q', 'new', '-c', 'acme', '-m', 'written on top', code=(0, 7))
    if first.code == 7:
        assert 'crmtrack sync --mend' in first.err, 'no way out: ' + first.told()
        world.run('sync', '--mend', code=0)
        first = world.run('-q', 'new', '-c', 'acme', '-m', 'written on top', code=0)
    made = first.out.strip()
    assert 'written on top' in world.run('show', made, code=0).out, 'what was written is not there'


# Commands that need a data repository; without a word the program greets where there is none.
NEEDING = (['list'], ['doctor'], ['new', '-c', 'acme', '-m', 'x'], ['note', 'sg1n', '-m', 'x'])


GAP = 'is not there or is damaged'


def check_damage(world, *told, gap=GAP):
    """As check_refusal, but doctor names what is missing of the head, and ends with 1."""
    check_refusal(world, *told, commands=[words for words in (*NEEDING, []) if words != ['doctor']])
    doctor = world.run('doctor', code=1)
    assert gap in doctor.out, f'doctor does not say {gap!r}: ' + doctor.told()


def check_refusal(world, *told, commands=(*NEEDING, [])):
    """One line says what is wrong; no command does anything."""
    before = world.outside()
    for words in commands:
        result = world.run(*words, code=7)
        # A failed attempt to bring a branch back is reported before.
        lines = [line for line in result.err.splitlines() if not line.startswith("crmtrack: the branch '")]
        assert lines and lines[0].startswith('crmtrack: cannot '), 'no clear line: ' + result.told()
        assert all(line.startswith('hint: ') for line in lines[1:]), 'more than one line: ' + result.told()
        for words_told in told:
            assert words_told in result.err, f'it does not say {words_told!r}: ' + result.told()
    assert world.outside() == before, 'something was written outside of the repository'


def case_names(world):
    """Absolute and `..` paths, `.git`, empty names, line breaks, escapes, bytes that are no UTF-8."""
    paths = [['complaints', '2026', '..', 'x'], ['..', '..', 'etc', 'passwd'], ['.git', 'config'], ['', 'etc', 'x'],
             ['complaints', '2026', '11', '21', '7f3q2mxab4', '..', '..', COMPLAINT], [b'a\nb\x1b[31m\x07\xff\xc2\x9b'],
             [DAY.encode() + b'/7f3q2mxab4\\x', COMPLAINT], ['complaints', '2026', '11', '21', '7F3Q2MXAB4', COMPLAINT],
             ['complaints', '2026', '13', '45', '7f3q2mxab4', COMPLAINT], ['customers', 'zz', 'acme', COMPLAINT],
             ['customers', 'ac', 'acme', RECORD + '-customer.yaml\n'], [b'\xe2\x80\xaegnp.exe'],
             [*STORY.split('/'), RECORD + '.files', '..'], [*STORY.split('/'), RECORD + '.files', '.git']]
    for path in paths:
        world.add(path, GOOD)
    check_reading(world, 'no path of a ledger', hostile=False)


def case_modes(world):
    """A record that is a symbolic link, a program or a submodule."""
    blob = world.write('blob', GOOD)
    for mode, target in (('120000', world.write('blob', b'/etc/passwd')), ('100755', blob), ('160000', '1' * 40),
                         ('100600', blob), ('0', blob), ('\x1b[31m', blob)):
        tree = world.with_path(world.tree_of(world.head()), f'{DAY}/{mode[:1] if mode[0] != chr(27) else 9}f3q2mxab4',
                               world.write_tree([(mode, COMPLAINT.encode(), target)]), TREE)
        world.commit(tree)
    check_reading(world, 'no ordinary file', hostile=False)


def case_folder_for_a_record(world):
    world.add(f'{STORY}/{COMPLAINT}/inside', GOOD)
    world.add(f'{DAY}/8f3q2mxab4', GOOD)
    world.add('complaints/2026/12', GOOD)
    check_reading(world, 'no path of a ledger', hostile=False)


def case_twice(world):
    """A name twice in a tree: two contents of one path."""
    blobs = [world.write('blob', GOOD), world.write('blob', GOOD.replace(b'hostile', b'different'))]
    folder = world.write_tree([(FILE, COMPLAINT.encode(), blob) for blob in blobs])
    world.commit(world.with_path(world.tree_of(world.head()), STORY, folder, TREE))
    check_reading(world, 'added with another content')


def case_folder_twice(world):
    blobs = [world.write('blob', GOOD), world.write('blob', GOOD.replace(b'hostile', b'different'))]
    stories = [(TREE, b'7f3q2mxab4', world.write_tree([(FILE, COMPLAINT.encode(), blob)])) for blob in blobs]
    tree = world.tree_of(world.head())
    day = world.git('rev-parse', f'{tree}:{DAY}').decode().strip()
    world.commit(world.with_path(tree, DAY, world.write_tree(world.entries(day) + stories), TREE))
    check_reading(world, 'added with another content')


def case_unsorted(world):
    """Trees out of Git's order, down to the root."""
    blob = world.write('blob', GOOD)
    folder = world.write_tree([(FILE, b'zzz', blob), (FILE, COMPLAINT.encode(), blob)], in_order=False)
    world.commit(world.with_path(world.tree_of(world.head()), STORY, folder, TREE))
    world.commit(world.write_tree(world.entries(world.tree_of(world.head()))[::-1], in_order=False))
    check_reading(world, 'no path of a ledger', hostile=True)


def case_deep(world):
    """Folders in folders, deeper than any stack."""
    tree = world.write_tree([(FILE, b'x', world.write('blob', b'x'))])
    for _ in range(300):
        tree = world.write_tree([(TREE, b'd', tree)])
    for path in ('deep', f'{DAY}/deepdeepde', f'{STORY}/{RECORD}.files'):
        world.commit(world.with_path(world.tree_of(world.head()), path, tree, TREE))
    check_reading(world, 'no path of a ledger')


def unfold(world, names, leaf):
    """A few small trees that name each other `len(names)` times a level: billions of paths."""
    tree = leaf
    for level in names:
        tree = world.write_tree([(TREE, name.encode(), tree) for name in level])
    return tree


def case_bomb(world):
    blob = world.write('blob', GOOD)
    leaf = world.write_tree([(FILE, b'x%d' % i, blob) for i in range(10)])
    bomb = unfold(world, [[f'd{i}' for i in range(10)]] * 9, leaf)
    world.commit(world.with_path(world.tree_of(world.head()), 'bomb', bomb, TREE))
    world.commit(world.with_path(world.tree_of(world.head()), f'{STORY}/bomb', bomb, TREE))
    check_reading(world, 'no path of a ledger')


def case_bomb_of_good_names(world):
    """A bomb of names that are all ours: centuries of complaints in ten kilobytes."""
    story = world.write_tree([(FILE, f'01kajx000000000000000000{i:02}-complaint.yaml'.encode(), world.write('blob', GOOD))
                              for i in range(20)])
    names = [[f'7f3q2mx{i:03}' for i in range(100)], [f'{i:02}' for i in range(1, 29)],
             [f'{i:02}' for i in range(1, 13)], [f'{i}' for i in range(2030, 2430)]]
    bomb = unfold(world, names, story)
    tree = world.tree_of(world.head())
    complaints = world.git('rev-parse', f'{tree}:complaints').decode().strip()
    years = world.entries(complaints) + world.entries(bomb)
    world.commit(world.with_path(tree, 'complaints', world.write_tree(years), TREE))
    # Some of it are records of ours, if many: what counts is that it ends.
    result = world.run('list', '--limit', '3', code=0, seconds=60)
    assert 'hostile' in result.out, result.told()
    world.run('search', 'good', code=0)


def case_bomb_removed(world):
    blob = world.write('blob', GOOD)
    before = world.tree_of(world.head())
    bomb = unfold(world, [[f'd{i}' for i in range(10)]] * 9, world.write_tree([(FILE, b'x', blob)]))
    other = unfold(world, [[f'd{i}' for i in range(10)]] * 9, world.write_tree([(FILE, b'y', blob)]))
    for tree in (bomb, other):
        world.commit(world.with_path(before, 'bomb', tree, TREE))
    world.commit(before)
    check_reading(world, 'no path of a ledger', hostile=False)


def case_huge_blob(world):
    """300 MB that are 300 KB in the pack: a record, an attachment, the format."""
    zeros = world.write('blob', ([bytes(1 << 20)] * 300, 300 << 20))
    for path in (f'{STORY}/{COMPLAINT}', f'{STORY}/{RECORD}.files/letter.pdf'):
        world.commit(world.with_path(world.tree_of(world.head()), path, zeros))
    check_reading(world, 'larger than 262144 bytes')
    world.run('export', 'jsonl', code=(0, 1, 5, 7))
    world.run('show', '7f3q', code=0)


def case_lying_blob(world):
    """A loose object whose header lies about its size, one that is cut, one that is no zlib at all."""
    for i, forge in enumerate((lambda raw: forged_header(999999999999), lambda raw: raw[:10] + bytes(20),
                               lambda raw: b'\x1b[31mno zlib', lambda raw: b'', lambda raw: forged_header(-1))):
        record = GOOD + b'own: %d\n' % i
        world.add(f'{DAY}/{i}f3q2mxab4/{COMPLAINT}', record)
        path = world.object_path(world.git('hash-object', '--stdin', stdin=record).decode().strip())
        path.write_bytes(forge(path.read_bytes()))
    check_reading(world, GAP, hostile=False)


def forged_header(size):
    return zlib.compress(f'blob {size}'.encode() + b'\0' + GOOD)


def case_missing_blob(world):
    world.commit(world.with_path(world.tree_of(world.head()), f'{STORY}/{COMPLAINT}', '1' * 40))
    check_reading(world, GAP)


def case_blob_of_another_kind(world):
    world.commit(world.with_path(world.tree_of(world.head()), f'{STORY}/{COMPLAINT}', world.tree_of(world.head())))
    check_reading(world, 'it is no blob')


def case_missing_tree(world):
    world.commit(world.with_path(world.tree_of(world.head()), STORY, '1' * 40, TREE))
    check_damage(world, 'cannot read the object', 'git fsck')


def case_damaged_tree(world):
    world.commit(world.with_path(world.tree_of(world.head()), STORY, world.write('tree', b'100644 cut'), TREE))
    check_damage(world, 'a tree in it is damaged', 'git fsck')


def case_missing_commit(world):
    world.commit(world.tree_of(world.head()), parents=['1' * 40])
    check_damage(world, 'cannot read the object')


def case_damaged_commit_in_a_merge(world):
    """libgit2 walks merges, and reads less than we do: what it cannot read must not look like the end."""
    first = world.head()
    odd = world.write('commit', f'tree {world.tree_of(first)}\nparent {first}\n\n'.encode())
    world.commit(world.tree_of(first), parents=[odd, first])
    result = world.run('list', '--all')
    assert result.code == 7 or good_ones(result.out), 'complaints are gone without a word: ' + result.told()


def case_pack_damaged(world):
    world.git('repack', '-adq')
    for path in (world.data / '.git/objects/pack').glob('*.pack'):
        path.chmod(0o644)
        data = bytearray(path.read_bytes())
        data[40:200] = b'\xff' * 160
        path.write_bytes(data)
    world.forget_index()
    check_damage(world, 'cannot read')


def case_pack_index_cut(world):
    world.git('repack', '-adq')
    for path in (world.data / '.git/objects/pack').glob('*.idx'):
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[:50])
    world.forget_index()
    check_damage(world, 'cannot')


def case_alternates(world):
    """Objects that are elsewhere are Git's way to share them; folders that are none are passed over."""
    elsewhere = world.root / 'tmp' / 'elsewhere'
    shutil.move(world.data / '.git/objects', elsewhere)
    info = world.data / '.git/objects/info'
    info.mkdir(parents=True)
    (info / 'alternates').write_text(f'{elsewhere}\n/dev/zero\n/proc/self\n../../../../../../etc\n{info.parent}\n')
    world.forget_index()
    check_reading(world, bad=False)


def case_heads(world):
    """A ledger branch that is a tree, a blob, a tag, nothing, a circle or no reference at all. One whose file says nothing
    that Git would write is brought back, as after a power cut."""
    head = world.head()
    tag = f'object {head}\ntype commit\ntag x\ntagger a <b> 1 +0000\n\nx\n'.encode()
    world.point('other', 'ref: refs/heads/ledger')
    for value in (world.tree_of(head), world.write('blob', GOOD), world.write('tag', tag), '1' * 40,
                  'ref: refs/heads/other', 'ref: ../../../../../../etc/passwd', 'ref: ' + 'x' * 5000):
        world.point('ledger', value)
        check_damage(world, gap='ledger\tfault')
    for value in ('\x1b[31mnothing', '', '\0' * 41):
        world.point('ledger', value)
        assert 'brought back' in world.run('list', code=0).err, f'{value!r} stays'
        assert world.head() == head, f'{value!r}: another head'
    world.point('ledger', head)
    check_reading(world, bad=False)


def case_foreign_ledger(world):
    world.point('ledger', world.head('main'))
    check_refusal(world, "is no ledger's")


def case_formats(world):
    for text in ('', 'format: one\n', '\x1b[31m', 'format: -1\n', 'x' * 300000, '- 1\n'):
        world.add(f'ledgers/{len(text):026}.yaml', text)
    world.run('list', code=(0, 7))
    world.add('ledgers/zzzzzzzzzzzzzzzzzzzzzzzzzz.yaml', 'format: 99\n')
    check_refusal(world, 'its format is 99', 'install a newer crmtrack')


if __name__ == '__main__':
    sys.exit(main_of('read repositories that nobody should have', globals()))
