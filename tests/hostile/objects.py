#!/usr/bin/env python3
"""Bytes that somebody put on the disk in the place of an object's, under its old name.

    objects.py --binary build/crmtrack [NAME...]

Git and zlib read them without a word. Whatever object of the ledger it is, loose or in a pack: the forged text is
never shown, `audit --full` names the object, no archive is written, and what the manual of audit says mends it.
"""
import hashlib
import os
import random
import struct
import sys
import zlib

from world import main_of


def forge_content(kind, data):
    """Something that passes for the object at a glance."""
    if kind == 'blob':
        return data.replace(b'summary: A good', b'summary: A forged').replace(b'by: asha', b'by: evil') + b'# x\n'
    if kind == 'commit':
        return data.replace(b'Asha', b'Evil')
    return data[:-20] + bytes(19) + b'\x01'


def kind_of(world, name):
    return world.git('cat-file', '-t', name).decode().strip()


def objects_of(world, revision='refs/heads/ledger'):
    return world.git('rev-list', '--objects', '--no-object-names', revision).decode().split()


def swap_loose(world, name):
    kind = kind_of(world, name)
    data = forge_content(kind, world.git('cat-file', kind, name))
    path = world.object_path(name)
    path.unlink()
    path.write_bytes(zlib.compress(f'{kind} {len(data)}'.encode() + b'\0' + data))


def swap_packed(world, name):
    """A pack in which the index gives the name to the forged object, all sums right."""
    world.git('repack', '-a', '-d', '-q')
    kind = kind_of(world, name)
    forged = world.write(kind, forge_content(kind, world.git('cat-file', kind, name)))
    wanted = [each for each in world.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').decode().split()
              if each != name]
    folder = world.data / '.git' / 'objects' / 'pack'
    for path in folder.iterdir():
        path.rename(world.root / 'tmp' / path.name)
    for path in (world.root / 'tmp').glob('*.pack'):
        world.git('unpack-objects', '-q', stdin=path.read_bytes())
    made = world.git('pack-objects', '-q', '--window=0', folder / 'pack', stdin='\n'.join(wanted).encode() + b'\n').decode().strip()
    world.git('prune-packed')
    world.object_path(name).unlink()
    rename_in_index(folder / f'pack-{made}.idx', forged, name)
    return folder / f'pack-{made}.pack'


def rename_in_index(path, old, new):
    """Version 2 of a pack's index (gitformat-pack): names are sorted, so the rows are put in order again."""
    data = path.read_bytes()
    count = struct.unpack('>I', data[8 + 255 * 4:8 + 256 * 4])[0]
    at = 8 + 256 * 4
    names = [data[at + 20 * i:at + 20 * (i + 1)] for i in range(count)]
    sums = [data[at + 20 * count + 4 * i:at + 20 * count + 4 * (i + 1)] for i in range(count)]
    places = [data[at + 24 * count + 4 * i:at + 24 * count + 4 * (i + 1)] for i in range(count)]
    rows = sorted((bytes.fromhex(new) if name == bytes.fromhex(old) else name, check, place)
                  for name, check, place in zip(names, sums, places, strict=True))
    fan = b''.join(struct.pack('>I', sum(row[0][0] <= first for row in rows)) for first in range(256))
    text = data[:8] + fan + b''.join(row[0] for row in rows) + b''.join(row[1] for row in rows)
    text += b''.join(row[2] for row in rows) + data[-40:-20]
    path.chmod(0o600)
    path.write_bytes(text + hashlib.sha1(text).digest())


def check(world, name):
    """No command shows what was forged, and each that proves something says so."""
    world.forget_index()
    listed = world.run('list', '--all', code=(0, 7))
    assert 'forged' not in listed.out, 'a forged text is listed: ' + listed.told()
    audit = world.run('audit', '--full', '--json', code=(1, 7))  # 7: the ledger cannot even be opened without it
    found = name in audit.out and 'object_damaged' in audit.out if audit.code == 1 else name in audit.err
    assert found, 'audit does not name the object: ' + audit.told()
    for words in (['archive', world.home / 'all.bundle'], ['archive', 'evidence', 'type:letter', world.home / 'e.tar'],
                  ['archive', 'evidence', 'received:2026', world.home / 'e.tar']):
        result = world.run(*words, code=(3, 5, 7, 8, 0))
        assert not (world.home / 'all.bundle').exists(), 'an archive of a damaged ledger: ' + result.told()
    evidence = world.home / 'e.tar'
    assert not evidence.exists() or b'forged' not in evidence.read_bytes(), 'forged evidence'


def mended(world):
    world.forget_index()
    world.run('audit', '--full', code=0)
    world.run('archive', world.home / 'all.bundle', code=0)


def good_copy(world):
    copy = world.root / 'good.git'
    world.git('clone', '-q', '--bare', '--no-local', world.data, copy)
    return copy


def mend(world, copy, name, pack=None):
    """As the manual of audit says."""
    if pack is None:
        os.unlink(world.object_path(name))
    else:
        for path in list(pack.parent.glob(pack.stem + '.*')):
            path.rename(world.root / 'tmp' / path.name)
        world.git('unpack-objects', '-r', '-q', stdin=(world.root / 'tmp' / pack.name).read_bytes(), check=False)
    world.git('fetch', '-q', '--refetch', copy, '+refs/heads/*:refs/good/*')
    # The forged object is still there under the name that its bytes have; nothing reaches it, but fsck looks at it.
    world.git('prune', '--expire=now')
    world.git('fsck', '--no-dangling')


def of_kind(world, kind):
    return next(each for each in objects_of(world) if kind_of(world, each) == kind
                and (kind != 'blob' or b'summary: A good' in world.git('cat-file', 'blob', each)))


def case_loose_record(world):
    """A record's text, as a loose object."""
    copy, name = good_copy(world), of_kind(world, 'blob')
    swap_loose(world, name)
    check(world, name)
    doctor = world.run('doctor', code=1)
    assert name in doctor.out, 'doctor does not name the object: ' + doctor.told()
    mend(world, copy, name)
    mended(world)


def case_packed_record(world):
    """A record's text in a pack whose sums are right: the others stay readable."""
    copy, name = good_copy(world), of_kind(world, 'blob')
    pack = swap_packed(world, name)
    check(world, name)
    assert 'Another one' in world.run('list', '--all', code=0).out, 'a sound record is gone'
    mend(world, copy, name, pack)
    mended(world)


def case_random_objects(world):
    """Any object of the ledger's history, loose or packed."""
    seed = os.environ.get('SEED') or str(random.SystemRandom().randrange(10**9))
    print(f'SEED={seed}')
    chance = random.Random(seed)
    copy = good_copy(world)
    for name in chance.sample(sorted(objects_of(world)), 4):
        pack = swap_packed(world, name) if chance.random() < 0.5 else None
        if pack is None:
            for path in (world.data / '.git' / 'objects' / 'pack').glob('*.pack'):
                path.rename(world.root / 'tmp' / path.name)
                world.git('unpack-objects', '-q', stdin=(world.root / 'tmp' / path.name).read_bytes())
            swap_loose(world, name)
        check(world, name)
        mend(world, copy, name, pack)
        mended(world)
        os.unlink(world.home / 'all.bundle')


if __name__ == '__main__':
    sys.exit(main_of('put other bytes in the place of objects', globals()))
