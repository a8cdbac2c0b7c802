l = [1, 'a', None, 2.5, (1,), {'k': [b'x']}, {1}, frozenset([2]), range(3), slice(1, 2), ..., NotImplemented]
print(l)  # expect: [1, 'a', None, 2.5, (1,), {'k': [b'x']}, {1}, frozenset({2}), range(0, 3), slice(1, 2, None), Ellipsis, NotImplemented]
l.append(l)
print(l[-1] is l, str(l)[-6:])  # expect: True [...]]
d = {'self': None}
d['self'] = d
print(d)  # expect: {'self': {...}}
t = ([],)
t[0].append(t)
print(t)  # expect: ([(...)],)
print(set(), frozenset(), (), [], {}, ((),), [[]], {(): {}})  # expect: set() frozenset() () [] {} ((),) [[]] {(): {}}
print(dict(a=1).items(), dict(a=1).keys(), dict(a=1).values(), repr(iter([]))[:15], bytearray(b'ab'), 1j, -0.0, True)  # expect: dict_items([('a', 1)]) dict_keys(['a']) dict_values([1]) <list_iterator  bytearray(b'ab') 1j -0.0 True
s = {1}
s.add(frozenset([1]))
print(len(s), memoryview(b'x').tolist(), bytes(3), bytes([65]), type(None), int, len)  # expect: 2 [120] b'\x00\x00\x00' b'A' <class 'NoneType'> <class 'int'> <built-in function len>
