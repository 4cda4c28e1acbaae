#!/usr/bin/env python3
"""Patterns, globs, filters and words that come from data or from the command line cannot be made slow.

    patterns.py --binary build/crmtrack [NAME...]

A matcher that goes back and tries again takes years for what stands here; each command gets seconds.
"""
import sys

from world import main_of

SECONDS = 10
EVIL = (r'(a*)*b', r'(a|a)*b', r'(a+)+$', r'(?:a?){60}a{60}', r'^(([a-z])+.)+[A-Z]([a-z])+$', r'(.*)(.*)(.*)(.*)(.*)(.*)b',
        r'([a-zA-Z]+)*!', r'(x+x+)+y', r'a{0,1000}b', r'\p{L}{200}', r'(?i)(ａ|a)*ｂ')
TOO_LARGE = (r'((a{1,100}){1,100}){1,100}', r'(\pL{1,1000}){1,1000}', '(' * 2000 + 'a' + ')' * 2000, 'a{1,100000}',
             r'(?=look)', r'\1', '[', '|'.join(['(a|b|c|d)*e'] * 20000))
LONG = 'a' * 60000


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'


def set_forms(world, patterns):
    """Forms that ask a pattern of every summary, as somebody else may have committed them."""
    text = 'forms:\n' + ''.join(f'  - name: f{i}\n    filter: channel:phone\n    match: {{description: {quote(pattern)}}}\n'
                                for i, pattern in enumerate(patterns))
    blob = world.write('blob', text.encode())
    world.commit(world.with_path(world.tree_of(world.head('main')), 'policy/forms.yaml', blob), branch='main')


def case_form_patterns(world):
    set_forms(world, EVIL)
    world.run('policy', 'check', code=(0, 1), seconds=SECONDS)
    for text in (LONG, 'aA' * 30000, 'x' * 60000, 'ａ' * 20000):
        world.run('new', '-c', 'acme', '--channel', 'phone', '-F', '-', stdin=f'summary\n\n{text}\n'.encode(),
                  code=(0, 5), seconds=SECONDS)


def case_large_patterns(world):
    """A pattern beyond RE2's memory, or that it does not know, is a finding; the form is left out, the rest works."""
    for pattern in TOO_LARGE:
        set_forms(world, [pattern])
        found = world.run('doctor', code=(0, 1), seconds=SECONDS)
        assert 'forms.yaml' in found.out, f'nothing is said of {pattern[:40]!r}: ' + found.told()
        world.run('new', '-c', 'acme', '--channel', 'phone', '-m', LONG, code=0, seconds=SECONDS)


def case_policy_of_many(world):
    """Thousands of entries that nearly are alike: what compares each with each would take minutes."""
    reasons = ''.join(f'  - {{code: reason-{i:05}, label: "{"x" * 80}{i}", question: "q?", synonyms: [s{i}, t{i}]}}\n'
                      for i in range(4000))
    people = ''.join(f'  - {{email: p{i}@example.com, name: "N {i}"}}\n' for i in range(6000))
    tree = world.tree_of(world.head('main'))
    for name, text in (('reasons', reasons), ('people', people)):
        tree = world.with_path(tree, f'policy/{name}.yaml', world.write('blob', f'{name}:\n{text}'.encode()))
    world.commit(tree, branch='main')
    world.run('list', code=0, seconds=SECONDS)
    world.run('doctor', code=(0, 1), seconds=SECONDS)
    world.run('new', '-c', 'acme', '-r', 'reason-0399', '-m', 'x', code=(0, 5), seconds=SECONDS)


def case_crossing_mains(world):
    """Two lines of main that merge each other a thousand times, and touch nothing of policy: the first write after they
    came looks at each merge once, and not at the whole history for each."""
    base = world.head('main')
    world.run('note', 'sg1n', '-m', 'before', code=0)
    readme = [world.write('blob', text) for text in (b'a', b'b')]
    one, other = (world.commit(world.with_path(world.tree_of(base), 'README.md', blob), [base], branch='main')
                  for blob in readme)
    trees = world.tree_of(one), world.tree_of(other)
    for _ in range(1000):
        world.clock -= 120
        one, other = (world.commit(trees[0], [one, other], branch='main'),
                      world.commit(trees[1], [other, one], branch='main'))
    world.commit(trees[0], [one, other], branch='main')
    world.run('note', 'sg1n', '-m', 'after', code=0, seconds=SECONDS)
    world.run('audit', code=(0, 1), seconds=SECONDS)


def case_filters(world):
    """The language's bounds hold: terms, values, nesting, and words that match in very many ways."""
    many = ','.join(f'v{i}' for i in range(490))
    for words in ([f'customer.has:{many}'] * 1, ['ref.has:' + 'a*' * 4000], ['"' + 'a ' * 5000 + '"'], ['a*'] * 99,
                  ['a*'] * 200, ['status:' + 'x,' * 2000], ['customer:' + 'a' * 20000], ['x' * 16000 + ':y'],
                  ['received:' + '9' * 5000], ['age.min:' + '9' * 400], ['\\' * 9000], ['"' * 9001]):
        world.run('list', *words, code=(0, 2), seconds=SECONDS)


def case_searches(world):
    world.run('new', '-c', 'acme', '-F', '-', stdin=b'summary\n\n' + b'ab ' * 60000, code=0, seconds=SECONDS)
    for text in ('(' * 8000 + 'a' + ')' * 8000, 'not ' * 4000 + 'a', 'a or ' * 3000 + 'b', 'a and ' * 3000 + 'b',
                 '"' + 'ab ' * 5000 + '"', 'a*', '*', 'a* ' * 500, 'not (' * 3000, 'a' * 16000 + '*',
                 '(a or (b and (not c or ' * 1000, 'near(a b)', 'words:a', '"a" "b" + ^c', '\x00\x1b[31m'.replace('\x00', '')):
        world.run('search', text, code=(0, 2), seconds=SECONDS)


def case_words_nearly_right(world):
    """A mistyped word is answered with the nearest ones; a hundred kilobytes are not compared with each of them."""
    long = 'a' * 100000
    for words in ([long], ['list', '--' + long], ['show', long], ['report', long], ['list', 'status:' + long[:16000]],
                  ['new', '-c', long, '-m', 'x'], ['new', '-c', 'acme', '-r', long, '-m', 'x'],
                  ['assign', 'sg1n', long], ['list', '--fields', long], ['list', '--as-of', long],
                  ['import', 'csv', '/dev/null', '--map', long[:200]], ['import', 'csv', '/dev/null', '--set', long],
                  ['customer', 'show', long], ['sql', 'select ' + '(' * 3000 + '1' + ')' * 3000], ['-C', long, 'list']):
        result = world.start(words, b'', SECONDS, {})
        assert result.code in {0, 2, 3, 4, 5, 7}, result.told()[:2000]
        assert result.seconds < SECONDS * 2, result.told()[:2000]


if __name__ == '__main__':
    sys.exit(main_of('try to make patterns and words slow', globals()))
