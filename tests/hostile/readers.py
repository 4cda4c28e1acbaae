#!/usr/bin/env python3
"""Other people's files through the whole program: YAML, JSON and CSV that were made to break readers.

    readers.py --binary build/crmtrack [NAME...]

The public test suites and sample tables are read in place where `../shared/data` stands beside the source tree;
otherwise a few files of ours stand in for them, and it is said. What the program accepts must mean what the suite, or
Python's own reader, says it means; what it refuses it refuses with a place and a reason.
"""
import csv
import io
import json
import re
import sys

from world import SOURCE, World, main_of

SHARED = SOURCE.parent / 'shared' / 'data'
HEAD = 'kind: complaint\nat: 2026-11-21T09:12:00Z\nby: mallory@example.com\nafter: []\nsummary: hostile\nvalue:\n'
RECORD = '01kajx0000000000000000000a'
OWN_YAML = {  # document → its JSON, or None where it must be refused
    'a: 1\nb: [x, {y: z}]\n': '{"a": 1, "b": ["x", {"y": "z"}]}', '- a\n- - b\n  - c\n': '["a", ["b", "c"]]',
    '"\\u263A\\x0d\\n"\n': '"\u263a\\r\\n"', '>\n folded\n text\n\n more\n': '"folded text\\nmore\\n"',
    '{a: &x 1, b: *x}\n': None, '!!str a\n': None, 'a: 1\na: 2\n': None, '[a, b\n': None, '"\n': None}
OWN_JSON = {
    'y_one.json': b'[1, -0, 1e3, "\\u0041\\ud83d\\ude00", null, true, {"": []}]', 'y_two.json': b'"\xe6\x9d\xb1"',
    'y_three.json': b'{"a": [1, true, null], "b": {"c": "d\\n"}}', 'y_four.json': b'[[], "1", -12]',
    'n_one.json': b'[1,]', 'n_two.json': b"{'a':0}", 'n_three.json': b'["\xff"]', 'n_four.json': b'[' * 100000,
    'i_one.json': b'["\\ud800"]'}
OWN_TABLES = {
    'plain.csv': b'a,b\n1,"x ""y"""\n2,"two\r\nlines"\n', 'semicolon.csv': b'a;b\r\n1;x,y\r\n', 'bom.csv': b'\xef\xbb\xbfa,b\n1,2\n',
    'utf16.csv': 'a,b\n1,\u6771\n'.encode('utf-16'), 'ragged.csv': b'a,b\n1\n1,2,3\n', 'nul.csv': b'a,b\n1,\0\n',
    'quote.csv': b'a,b\n1,"x\n', 'behind.csv': b'a,b\n"1"2,3\n', 'empty.csv': b'', 'cr.csv': b'a,b\r1,2\r'}
# A map that reads nothing: every column is kept as a field of its own.
KEEP_ALL = 'source: hostile\ndate_format: ["%Y-%m-%d"]\nat: {value: 2026-01-02}\ncomplaint: {}\n'
MADE_BY_US = {'id', 'kind', 'at', 'by', 'after', 'recorded_at', 'author', 'commit', 'source', 'key', 'own', 'summary'}


def say_absent(folder):
    print(f'     {folder} is not there: a few files of ours instead', flush=True)


def files_of(folder, pattern):
    return sorted(path for path in (SHARED / folder).rglob(pattern) if path.is_file())


def same(ours, theirs):
    """Whether a value of ours is theirs. Of plain scalars we keep the text; only whole numbers are numbers to us."""
    if isinstance(theirs, dict):
        return isinstance(ours, dict) and ours.keys() == theirs.keys() and all(same(ours[k], v) for k, v in theirs.items())
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, float) and isinstance(ours, str):
        return float(ours) == theirs
    return ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool)


def story_ids(count):
    return [f'20261121-7f3q2m{i:04}' for i in range(count)]


def case_yaml(world):
    """Each document of the suite as a field of a record of the ledger."""
    if (SHARED / 'yaml-test-suite').is_dir():
        documents = []
        for path in files_of('yaml-test-suite', '*.in.yaml'):
            expected = path.with_name(path.name.replace('.in.yaml', '.in.json'))
            if path.with_name(path.name.replace('.in.yaml', '.error')).exists():
                expected = path.with_name('none')  # an error at the left margin may be none two columns further
            text = path.read_bytes().decode('utf-8', 'surrogateescape')
            documents.append((path.name, text, expected.read_text() if expected.exists() else None))
    else:
        say_absent('yaml-test-suite')
        documents = [(f'own {i}', text, expected) for i, (text, expected) in enumerate(OWN_YAML.items())]
    tree = world.tree_of(world.head())
    for story, (name, text, _) in zip(story_ids(len(documents)), documents):
        record = HEAD + ''.join('  ' + line for line in text.splitlines(keepends=True))
        blob = world.write('blob', record.encode('utf-8', 'surrogateescape'))
        tree = world.with_path(tree, f'complaints/2026/11/21/{story[9:]}/{RECORD}-complaint.yaml', blob)
    world.commit(tree)
    world.run('list', code=0)
    check_documents(world, documents)


def check_documents(world, documents):
    exported = world.run('export', 'jsonl', code=(0, 7), raw=True)  # 7: some cannot be read
    lines = [json.loads(line) for line in exported.out.splitlines()]
    records = {line['id']: line['records'] for line in lines if line['type'] == 'complaint'}
    doctor = world.run('doctor', code=(0, 1)).out
    accepted = 0
    for story, (name, text, expected) in zip(story_ids(len(documents)), documents):
        if not records.get(story):
            assert story[9:] in doctor, f'{name} is neither accepted nor named as bad'
            continue
        accepted += 1
        documents_in_it = list(read_values(expected)) if expected and expected.strip() else []
        if len(documents_in_it) == 1 and not re.search(r'(?m)^(---|\.\.\.)', text):
            ours = records[story][0]['value']
            assert same(ours, documents_in_it[0]), f'{name} means {expected!r}, and is taken for {ours!r}'
    assert accepted >= min(4, len(documents)), f'only {accepted} of {len(documents)} were accepted'
    print(f'     {accepted} of {len(documents)} documents accepted', flush=True)


def read_values(text):
    decoder, text = json.JSONDecoder(), text.strip()
    while text:
        value, end = decoder.raw_decode(text)
        yield value
        text = text[end:].strip()


def json_files():
    if (SHARED / 'json-test-suite').is_dir():
        return {path.name: path.read_bytes() for path in files_of('json-test-suite', '*.json')}
    say_absent('json-test-suite')
    return OWN_JSON


def case_json_refused(world):
    """Text that is no JSON is refused with its line and a reason, and nothing is taken from it."""
    for name, data in json_files().items():
        path = world.root / 'tmp' / 'file.jsonl'
        path.write_bytes(data)
        says_nothing = not data.removeprefix(b'\xef\xbb\xbf').strip()
        result = world.run('import', 'jsonl', path, code=0 if says_nothing else 5)
        assert says_nothing or re.search(r'file\.jsonl:\d+:\d+: \S', result.err), f'{name}: no place: ' + result.told()


def case_json_meaning(world):
    """JSON text means what Python's reader takes it for, after a way through records and back."""
    good, expected = [], {}
    files = {name: data for name, data in json_files().items() if name.startswith('y_')}
    for story, (name, data) in zip(story_ids(len(files)), files.items()):
        value = re.sub(rb'[\r\n]', b' ', data)
        line = (b'{"type": "complaint", "id": "%s", "records": [{"id": "%s", "kind": "complaint", "at": '
                b'"2026-11-21T09:12:00Z", "by": "mallory@example.com", "after": [], "value": %s}]}\n'
                % (story.encode(), RECORD.encode(), value))
        path = world.root / 'tmp' / 'line.jsonl'
        path.write_bytes(line)
        result = world.run('import', 'jsonl', path, '-n', code=(0, 5))
        if result.code == 0:
            good.append(line)
            expected[story] = (name, json.loads(data))
        else:
            assert 'line.jsonl:1:' in result.err, f'{name}: no place: ' + result.told()
    path.write_bytes(b''.join(good))
    world.run('import', 'jsonl', path, code=0)
    lines = [json.loads(line) for line in world.run('export', 'jsonl', code=0, raw=True).out.splitlines()]
    for line in lines:
        if line['id'] in expected:
            name, value = expected[line['id']]
            assert same(line['records'][0]['value'], value), f'{name}: {value!r} came back as {line["records"][0]!r}'
    print(f'     {len(good)} of {len(files)} accepted', flush=True)
    assert len(good) * 2 > len(files), 'most of it was refused'


def tables():
    if SHARED.is_dir():
        return {str(path.relative_to(SHARED)): path.read_bytes() for ending in ('*.csv', '*.tsv')
                for path in files_of('.', ending)}
    say_absent('the folder of sample tables')
    return OWN_TABLES


def decode(data):
    """As the program is documented to: UTF-8, or UTF-16 where a mark says so; None for anything else."""
    try:
        marked = data[:2] in (b'\xff\xfe', b'\xfe\xff')
        return data.decode('utf-16' if marked else 'utf-8-sig')
    except UnicodeDecodeError:
        return None


def python_rows(text):
    first = re.split('[\r\n]', re.sub(r'"[^"]*"', '', text.lstrip('\r\n')), maxsplit=1)[0]
    delimiter = max(',;\t|', key=first.count)
    csv.field_size_limit(1 << 30)
    rows = [row for row in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter) if row]
    return rows[0] if rows else [], rows[1:]


def told_cells(cells):
    """The lines of all cells: columns of one name become the lines of one field."""
    return sorted(line for cell in cells for line in re.split('\r\n?|\n', cell) if line.strip())


def ours_of(line):
    record = line['records'][0]
    return told_cells(str(value) for key, value in record.items() if key not in MADE_BY_US and value is not None)


def compare_table(world, name, text):
    """The rows of a table that was imported, cell by cell; how many."""
    lines = [json.loads(line) for line in world.run('export', 'jsonl', code=0, raw=True).out.splitlines()]
    ours = sorted(ours_of(line) for line in lines if line['type'] == 'complaint' and (line.get('source') or '').startswith('hostile:'))
    _, rows = python_rows(text)
    theirs = sorted(told_cells(row) for row in rows if told_cells(row))  # a row of empty cells says nothing
    assert len(ours) == len(theirs), f'{name}: {len(ours)} rows, Python reads {len(theirs)}'
    for mine, their in zip(ours, theirs):
        assert mine == their, f'{name}: the row {their!r} came back as {mine!r}'
    return len(ours)


def case_tables(world):
    """Each table: every cell of every row is what Python's csv reads, or its bad rows are told with their places."""
    map_file = world.root / 'tmp' / 'keep.yaml'
    map_file.write_text(KEEP_ALL)
    accepted = rows = 0
    found = tables()
    for name, data in found.items():
        fresh = World(world.binary, world)
        path = fresh.root / 'tmp' / 'table.csv'
        path.write_bytes(data)
        result = fresh.run('import', 'csv', path, '--map', map_file, code=(0, 5), seconds=60)
        if result.code == 0:
            accepted += 1
            rows += compare_table(fresh, name, decode(data))
        else:
            assert re.search(r"table\.csv(:\d+:\d+|': )", result.err), f'{name}: no place or reason: ' + result.told()
        fresh.remove()
    print(f'     {accepted} of {len(found)} tables accepted, {rows} rows the same as Python reads', flush=True)
    assert accepted * 2 > len(found) or not SHARED.is_dir(), 'most tables were refused'


if __name__ == '__main__':
    sys.exit(main_of('read what was made to break readers', globals()))
