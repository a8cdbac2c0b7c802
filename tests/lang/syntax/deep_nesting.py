depth = 80
print(eval('(' * depth + '1' + ')' * depth), len(str(eval('[' * depth + ']' * depth))))  # expect: 1 160
print(eval('-' * 500 + '1'), eval('not ' * 200 + 'True'), eval('1' + ' + 1' * 3000), eval('x' + '.real' * 200, {'x': 1}))  # expect: 1 True 3001 1
for text in ('(' * 5000 + ')' * 5000, '[' * 100000, '-' * 1000000 + '1', '{' * 1000):
    try:
        eval(text)
    except (SyntaxError, MemoryError, RecursionError) as error:
        print('refused')
# expect: refused
# expect: refused
# expect: refused
# expect: refused
print(eval('lambda: ' * 30 + '1')()()() is not None)  # expect: True
source = ''
for i in range(18):
    source += ' ' * i + 'if True:\n'
exec(source + ' ' * 18 + 'print("deep")')  # expect: deep
