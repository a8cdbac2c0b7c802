# Sources of unusual shape compile, or are refused with an exception.
def attempt(name, source, mode='exec'):
    try:
        code = compile(source, name, mode)
        print(name, 'compiled')
        return code
    except (SyntaxError, RecursionError, MemoryError, OverflowError, ValueError) as error:
        print(name, 'refused')


attempt('many names', '\n'.join(f'v{i} = {i}' for i in range(5000)))
# expect: many names compiled
attempt('many constants', 'x = [' + ', '.join(f'{i}.5' for i in range(20000)) + ']')
# expect: many constants compiled
space = {}
exec(attempt('many locals', 'def f():\n' + ''.join(f'    v{i} = {i}\n' for i in range(1000)) + '    return ' + ' + '.join(f'v{i}' for i in range(1000))), space)
# expect: many locals compiled
print(space['f']())  # expect: 499500
exec(attempt('many parameters', 'def f(' + ', '.join(f'a{i}=0' for i in range(600)) + '): return a0 + a599'), space)
# expect: many parameters compiled
print(space['f'](1, a599=2))  # expect: 3
exec(attempt('many arguments', 'x = max(' + ', '.join(map(str, range(3000))) + ')'), space)
# expect: many arguments compiled
print(space['x'])  # expect: 2999
exec(attempt('long elif chain', 'x = 700\nif x == -1: pass\n' + ''.join(f'elif x == {i}: y = {i}\n' for i in range(1500))), space)
# expect: long elif chain compiled
print(space['y'])  # expect: 700
exec(attempt('long boolean', 'x = ' + ' or '.join(['0'] * 5000 + ['5'])), space)
# expect: long boolean compiled
print(space['x'])  # expect: 5
exec(attempt('long comparison', 'x = ' + ' < '.join(map(str, range(2000)))), space)
# expect: long comparison compiled
print(space['x'])  # expect: True
exec(attempt('long attribute chain', 'x = (1)' + '.real' * 60), space)
# expect: long attribute chain compiled
exec(attempt('large jump', 'x = 0\nwhile x < 2:\n' + '    x += 0\n' * 30000 + '    x += 1\n'), space)
# expect: large jump compiled
print(space['x'])  # expect: 2
exec(attempt('long string', 'x = "' + 'y' * 200000 + '"'), space)
# expect: long string compiled
print(len(space['x']))  # expect: 200000
exec(attempt('many functions', ''.join(f'def f{i}(): return {i}\n' for i in range(3000))), space)
# expect: many functions compiled
print(space['f2999']())  # expect: 2999
exec(attempt('long dict', 'x = {' + ', '.join(f'{i}: {i}' for i in range(5000)) + '}'), space)
# expect: long dict compiled
print(len(space['x']))  # expect: 5000
exec(attempt('fstring with many parts', 'x = f"' + '{1}a' * 2000 + '"'), space)
# expect: fstring with many parts compiled
print(len(space['x']))  # expect: 4000
exec(attempt('many cells', 'def f():\n' + ''.join(f'    c{i} = {i}\n' for i in range(400)) + '    def g(): return ' + ' + '.join(f'c{i}' for i in range(400)) + '\n    return g()'), space)
# expect: many cells compiled
print(space['f']())  # expect: 79800
attempt('null byte', 'x = 1\0')
# expect: null byte refused
attempt('nothing', '')
# expect: nothing compiled
attempt('only a comment', '# x')
# expect: only a comment compiled
attempt('not closed deep', '(' * 150)
# expect: not closed deep refused
