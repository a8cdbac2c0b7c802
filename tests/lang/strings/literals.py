print('single', "double", '''triple
lines''', """with "quotes" """)
# expect: single double triple
# expect: lines with "quotes"
print('a' 'b' "c", 'esc\'aped', "it's", '\\ \a\b'.__len__(), 'tab\there', '\x41\u00e9\U0001F600\N{BULLET}\101')  # expect: abc esc'aped it's 4 tab	here Aé😀•A
print(r'raw\n', R"\d+", b'bytes\x00\xff', rb'raw\x00', Rb'\q', b'a' b'b')  # expect: raw\n \d+ b'bytes\x00\xff' b'raw\\x00' b'\\q' b'ab'
print('line \
continued', 'a\
b')
# expect: line continued ab
print(('one '
       'two'), len('\n'), '\0' == chr(0), '\7' == '\x07')  # expect: one two 1 True True
print(f'{1}' 'plain' r'\raw' f'{2}')  # expect: 1plain\raw2
print('é', 'é' == 'e\u0301', len('😀'), '日本'[0], ascii('é😀\n'), repr('\x7f\xa0\u200b\t\'"'))  # expect: é False 1 日 '\xe9\U0001f600\n' '\x7f\xa0\u200b\t\'"'
