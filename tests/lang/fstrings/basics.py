name, n, pi = 'World', 42, 3.14159
print(f'Hello {name}!', f'{n}', f'{n:5}|{n:<5}|{n:^5}|{n:05}', f'{pi:.2f} {pi:8.3f}|', f'{{{n}}}', f'{{}}')  # expect: Hello World! 42    42|42   | 42  |00042 3.14    3.142| {42} {}
print(f'{name!r} {name!s} {name!a}', f'{name!r:>10}', f'{"é"!a}', f'{n!r:>5}')  # expect: 'World' World 'World'    'World' '\xe9'    42
print(f'{n=} {n = } {name=} {pi=:.2f} {name=!s} {n + 1=}')  # expect: n=42 n = 42 name='World' pi=3.14 name=World n + 1=43
print(f'{n if n > 1 else 0}', f'{(lambda x: x * 2)(n)}', f'{ {"a": 1}["a"] }', f'{[x for x in range(3)]}')  # expect: 42 84 1 [0, 1, 2]
width, precision = 10, 3
print(f'{pi:{width}.{precision}}|', f'{name:{"*"}^{width}}', f'{n:{"x" if n else "d"}}')  # expect:       3.14| **World*** 2a
print(f'{n:,} {1234567:,} {1234567:_} {255:#x} {255:b} {0.5:%} {1e10:g}')  # expect: 42 1,234,567 1_234_567 0xff 11111111 50.000000% 1e+10
print(f'', f'{"nested " + f"{n}"}', f'''{
    n
    + 1}''', F'{n}', fr'\n{n}', rf'{n}\t')
# expect:  nested 42 43 42 \n42 42\t
print(f'{name[0]}{name[-1:]}{name.upper()}', f'{1, 2}', f'{"a" "b"}', f"{'quotes'}", f'{n!s:>{width}}')  # expect: WdWORLD (1, 2) ab quotes         42
