# since: 3.12
name = 'x'
print(f'{'same quotes'}', f'{f'{f'{1 + 1}'}'}', f'{'\n'.join(['a', 'b'])!r}')  # expect: same quotes 2 'a\nb'
print(f'{
    name  # a comment
}', f"{"a" + "b"}", f'{'{'}', f'{'}'}')
# expect: x ab { }
table = {'key': 'value'}
print(f'{table['key']}', f'{name:>{'5'}}', f'{'a' if True else 'b'}', f'\N{BULLET}{name}\x41')  # expect: value     x a •xA
print(f'{name!r:{'>'}{6}}', f'{lambda_ if (lambda_ := 3) else 0}', f'{(lambda x: x)(1)}', f'{name:%H:%M}' if False else 'ok')  # expect:    'x' 3 1 ok
print(f'{ name = }', f'{name =!s}', f'{1:{1}}', f'{'a':{'b'}>{3}}', f'{3:0{2}}', f"{'''triple'''}", f'{'a''b'}')  # expect:  name = 'x' name =x 1 bba 03 triple ab
