space = {'a': 1}
exec('b = a + 1', space)
print(space['b'], '__builtins__' in space)  # expect: 2 True
print(eval('a * b', space), eval('x + y', {'x': 1}, {'y': 2}))  # expect: 2 3
exec('''
def f(n):
    return n if n < 2 else f(n - 1) + f(n - 2)
''', space)
print(space['f'](10))  # expect: 55
print(eval(' 1 + 1 '), eval(compile('2 * 3', '<text>', 'eval')), exec('pass'))  # expect: 2 6 None


def local():
    v = 5
    exec('v = 6')
    return v, eval('v + 1'), sorted(locals())


print(local())  # expect: (5, 6, ['v'])
code = compile('x = 1\nx += 1', 'name', 'exec')
exec(code, space)
print(space['x'], code.co_filename, code.co_name)  # expect: 2 name <module>
for text in ('1 +', 'x = 1', ''):
    try:
        eval(text)
    except SyntaxError as error:
        print(error)
# expect: invalid syntax (<string>, line 1)
# expect: invalid syntax (<string>, line 1)
# expect: invalid syntax (<string>, line 0)
