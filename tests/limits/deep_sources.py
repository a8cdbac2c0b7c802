# differs: CPython's own limits lie elsewhere: COMPATIBILITY.md#limits-of-source-text
# heavy: sources of megabytes
# What nests or repeats a hundred thousand times compiles, or is refused with an exception of Python: the process never ends.
N = 100_000
REFUSALS = SyntaxError, RecursionError, MemoryError


def attempt(source, run=True):
    try:
        code = compile(source, 'source', 'exec')
    except REFUSALS as error:
        return type(error).__name__
    try:
        if run:
            exec(code, {})
    except REFUSALS as error:
        return type(error).__name__
    except (TypeError, NameError):
        pass  # the program's own
    return 'compiled'


NESTED = {
    'parentheses': lambda n: '(' * n + '1' + ')' * n,
    'brackets': lambda n: '[' * n + ']' * n,
    'braces': lambda n: '{1:' * n + '1' + '}' * n,
    'brackets left open': lambda n: '(' * n,
    'minus': lambda n: '-' * n + '1',
    'not': lambda n: 'not ' * n + '1',
    'lambda': lambda n: 'lambda: ' * n + '1',
    'conditional': lambda n: '1 if 1 else ' * n + '1',
    'power': lambda n: '1' + '**1' * n,
    'walrus': lambda n: '(a := ' * n + '1' + ')' * n,
    'comprehension': lambda n: '[' * n + '1' + ' for a in [1]]' * n,
    'target': lambda n: '[' * n + 'a' + ']' * n + ' = 1',
    'pattern': lambda n: 'match 1:\n case ' + '[' * n + ']' * n + ': pass',
    'class pattern': lambda n: 'match 1:\n case ' + 'int(' * n + ')' * n + ': pass',
    'if': lambda n: ''.join(' ' * i + 'if 1:\n' for i in range(min(n, 300))) + ' ' * min(n, 300) + 'pass',
    'def': lambda n: ''.join(' ' * i + 'def f():\n' for i in range(min(n, 300))) + ' ' * min(n, 300) + 'pass',
    'for': lambda n: ''.join(' ' * i + 'for a in 1,:\n' for i in range(min(n, 99))) + ' ' * min(n, 99) + 'pass',
    'format spec': lambda n: 'f"{1:' + '{1:' * n + '}' * n + '}"',
    'f-string': lambda n: "f'{" * n + '1' + "}'" * n,
    'decorators': lambda n: 'd = lambda f: f\n' + '@d\n' * n + 'def f(): pass',
    'parameters of lambdas': lambda n: 'lambda a=' * n + '1' + ': 1' * n,
}
for name, make in NESTED.items():
    outcomes = {attempt(make(N), run=False), attempt(make(1000), run=False), attempt(make(150), run=False)}
    assert outcomes <= {'compiled', 'SyntaxError', 'IndentationError', 'RecursionError', 'MemoryError'}, (name, outcomes)
    assert attempt(make(15)) == 'compiled' or name in ('brackets left open', 'format spec', 'walrus'), name
print('nested')  # expect: nested

LONG = {
    'attributes': lambda n: 'x = 1\nx' + '.real' * n,
    'calls': lambda n: 'f = lambda: f\nf' + '()' * n,
    'subscripts': lambda n: 'x = []\nx.append(x)\nx' + '[0]' * n,
    'sum': lambda n: 'x = 1\nx' + ' + x' * n,
    'constants': lambda n: '1' + ' + 1' * n,
    'text': lambda n: '"a"' + ' "b"' * n,
    'f-strings': lambda n: 'f"a"' + ' f"{1}"' * n,
    'comparison': lambda n: '1' + ' <= 1' * n,
    'and': lambda n: '1' + ' and 1' * n,
    'elif': lambda n: 'if 0: pass\n' + 'elif 0: pass\n' * n,
    'except': lambda n: 'try: pass\n' + 'except A: pass\n' * n,
    'except*': lambda n: 'try: pass\n' + 'except* A: pass\n' * n,
    'alternatives': lambda n: 'match 1:\n case ' + '0 | ' * n + '1: pass',
    'assignment': lambda n: 'a = ' * n + '1',
    'statements': lambda n: 'a = 1;' * n,
    'joined lines': lambda n: '\\\n' * n + 'x = 1',
    'comments': lambda n: '#\n' * n,
    'unpacked arguments': lambda n: 'len([' + '*[], ' * n + '])',
    'filters': lambda n: '[1 for a in [] ' + 'if a ' * n + ']',
    'name': lambda n: 'a' * 10 * n + ' = 1',
    'display': lambda n: 'x = [' + '1, ' * 5 * n + ']\nassert len(x) == ' + str(5 * n),
    'tuple': lambda n: 'y = 1\nx = (' + 'y, ' * n + ')\nassert len(x) == ' + str(n),
    'dict': lambda n: 'x = {' + ', '.join(f'{i}: {i}' for i in range(n)) + '}\nassert len(x) == ' + str(n),
    'numbers': lambda n: 'x = [' + ', '.join(f'{i}.5' for i in range(n)) + f']\nassert x[-1] == {n - 1}.5',
    'keywords': lambda n: 'x = dict(' + ', '.join(f'v{i}={i}' for i in range(n)) + ')\nassert len(x) == ' + str(n),
    'parameters': lambda n: 'def f(' + ', '.join(f'v{i}={i}' for i in range(n)) + f'): return v{n - 1}\nassert f() == {n - 1}',
    'jump': lambda n: 'x = 0\nwhile x < 2:\n' + ' x += 0\n' * n + ' x += 1\n',
}
for name, make in LONG.items():
    assert attempt(make(N)) in ('compiled', 'RecursionError'), name
    assert attempt(make(300)) == 'compiled', name
print('long')  # expect: long

# More than 65,536 constants and names in one piece of code are refused; half as many are not.
for make in (lambda n: '\n'.join(f'v{i} = {i}' for i in range(n)), lambda n: 'def f():\n' + ''.join(f' v{i} = {i}\n' for i in range(n)) + f' return v{n - 1}\nassert f() == {n - 1}',
             lambda n: ''.join(f'def f{i}(): return {i}\n' for i in range(n)) + f'assert f{n - 1}() == {n - 1}'):
    print(attempt(make(70_000)), attempt(make(20_000)))
# expect: SyntaxError compiled
# expect: SyntaxError compiled
# expect: SyntaxError compiled
