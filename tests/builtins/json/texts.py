import json


def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e, 'pos', None), getattr(e, '__notes__', None))


L = json.loads
for s in ['', ' ', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\u00e9"', 'nan', 'NaN', '-Infinity', '-', '1 2', '01', '1.', '1e', '1.5e3', '-0', '-0.0', 'tru', 'true', '[1 2]', '{"a" 1}', '\ufeff1', '[[1],{"a":[]}]', '"\\"', '1' * 5000, '{"a":1,"a":2}', '{1:2}', '[,]', '{"a":1 "b"}', '"\\ud83d\\u0041"', '\x0b1']:
    show(L, s)
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 None
# expect: JSONDecodeError Expecting value: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Expecting value: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Expecting ',' delimiter: line 1 column 3 (char 2) 2 None
# expect: JSONDecodeError Expecting value: line 1 column 4 (char 3) 3 None
# expect: JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2) 2 None
# expect: JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Expecting ':' delimiter: line 1 column 5 (char 4) 4 None
# expect: JSONDecodeError Expecting value: line 1 column 6 (char 5) 5 None
# expect: JSONDecodeError Expecting ',' delimiter: line 1 column 7 (char 6) 6 None
# expect: JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 8 (char 7) 7 None
# expect: JSONDecodeError Illegal trailing comma before end of object: line 1 column 7 (char 6) 6 None
# expect: JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0) 0 None
# expect: JSONDecodeError Invalid control character at: line 1 column 3 (char 2) 2 None
# expect: JSONDecodeError Invalid \escape: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2) 2 None
# expect: '😀'
# expect: '\ud83d'
# expect: 'é'
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 None
# expect: nan
# expect: -inf
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 None
# expect: JSONDecodeError Extra data: line 1 column 3 (char 2) 2 None
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Extra data: line 1 column 2 (char 1) 1 None
# expect: 1500.0
# expect: 0
# expect: -0.0
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 None
# expect: True
# expect: JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3) 3 None
# expect: JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5) 5 None
# expect: JSONDecodeError Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0) 0 None
# expect: [[1], {'a': []}]
# expect: JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0) 0 None
# expect: ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit None None
# expect: {'a': 2}
# expect: JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Expecting value: line 1 column 2 (char 1) 1 None
# expect: JSONDecodeError Expecting ',' delimiter: line 1 column 8 (char 7) 7 None
# expect: '\ud83dA'
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 None
show(L, b'{"a": 1}')
# expect: {'a': 1}
show(L, b'\xff\xfe1\x00')
# expect: 1
show(L, 3)
# expect: TypeError the JSON object must be str, bytes or bytearray, not int None None
show(L, '1', object_hook=3)
# expect: 1
show(L, '{"a":[{"b":1}]}', object_hook=lambda d: list(d))
# expect: ['a']
show(L, '{"a":1}', object_pairs_hook=lambda p: p)
# expect: [('a', 1)]
show(L, '[1.5, 2, NaN]', parse_float=str, parse_int=lambda x: x + 'i', parse_constant=lambda x: x)
# expect: ['1.5', '2i', 'NaN']
show(L, '"a\tb"', strict=False)
# expect: 'a\tb'
D = json.dumps
show(D, [1, 2.5, None, True, 'é"\\\n\x01\u2028😀', (1,), {}, []])
# expect: '[1, 2.5, null, true, "\\u00e9\\"\\\\\\n\\u0001\\u2028\\ud83d\\ude00", [1], {}, []]'
show(D, 'é😀\x7f', ensure_ascii=False)
# expect: '"é😀\x7f"'
show(D, {1: 2, 2.5: 3, None: 4, True: 5, 'a': 6})
# expect: '{"1": 5, "2.5": 3, "null": 4, "a": 6}'
show(D, {(1,): 2})
# expect: TypeError keys must be str, int, float, bool or None, not tuple None None
show(D, {(1,): 2, 'b': 1}, skipkeys=True)
# expect: '{"b": 1}'
show(D, float('nan'))
# expect: 'NaN'
show(D, float('nan'), allow_nan=False)
# expect: ValueError Out of range float values are not JSON compliant: nan None None
show(D, float('-inf'))
# expect: '-Infinity'
show(D, {'b': 1, 'a': [1, {'c': []}]}, indent=2)
# expect: '{\n  "b": 1,\n  "a": [\n    1,\n    {\n      "c": []\n    }\n  ]\n}'
show(D, {'b': 1, 'a': [1, 2]}, sort_keys=True, separators=(',', ':'))
# expect: '{"a":[1,2],"b":1}'
show(D, [1, [2, {}]], indent='\t')
# expect: '[\n\t1,\n\t[\n\t\t2,\n\t\t{}\n\t]\n]'
show(D, set())
# expect: TypeError Object of type set is not JSON serializable None None
show(D, {'a': {1, 2}})
# expect: TypeError Object of type set is not JSON serializable None None
show(D, [1], indent=0)
# expect: '[\n1\n]'
show(D, [object()], default=str) if 0 else None
a = []
a.append(a)
show(D, a)
# expect: ValueError Circular reference detected None None
show(D, a, check_circular=False)
# expect: RecursionError maximum recursion depth exceeded while encoding a JSON object None None
show(D, [1j], default=lambda o: [o.real])
# expect: '[[0.0]]'
show(D, {1: 1, 'a': 2}, sort_keys=True)
# expect: TypeError '<' not supported between instances of 'str' and 'int' None None
import enum


class E(enum.IntEnum):
    A = 1


show(D, [E.A, {E.A: 1}])
# expect: '[1, {"1": 1}]'
show(D, 10 ** 30)
# expect: '1000000000000000000000000000000'
show(D, 1e+100)
# expect: '1e+100'
show(D, 1e+16)
# expect: '1e+16'
show(D, {'a': 1}, indent=None, separators=(', ', ': '))
# expect: '{"a": 1}'


class Enc(json.JSONEncoder):

    def default(self, o):
        return 'X' if isinstance(o, set) else super().default(o)


show(json.JSONDecoder().raw_decode, '  1 2')
# expect: JSONDecodeError Expecting value: line 1 column 1 (char 0) 0 None
show(json.JSONDecoder().raw_decode, '[1] x')
# expect: ([1], 3)
show(json.JSONDecoder().decode, ' [1] ')
# expect: [1]
show(L, '[' * 100000)
# expect: RecursionError maximum recursion depth exceeded while decoding a JSON array from a unicode string None None
