# Texts and their formats.
words = 'the quick brown fox jumps over the lazy dog'.split()
for word in words:
    f'{word:>10}|{word!r:^12}|{len(word):08.3f}', '%-10s %5d %r' % (word, len(word), word), '{0:{1}} {name}'.format(word, 12, name=word)
    word.title().center(20, '*').replace('*', '--').partition('-'), word.encode('utf-16').decode('utf-16'), word.translate({ord('o'): 'oo'})
text = ' '.join(words * 20)
text += 'é€\U0001f600'
assert text.count('the') == 40 and text.upper().lower() and text[::-1][::2] and text.splitlines() and sorted(text)[:3] and text.rsplit(None, 3)
assert repr(text) and ascii(text) and text.encode('ascii', 'backslashreplace') and text.encode().hex(' ', 4) and bytes.fromhex('00ff').decode('latin-1')
big = 12345678901234567890 ** 5
assert int(str(big)) == big and hex(big) and f'{big:,}' and big.to_bytes(50, 'little') and (big << 100) // 3 ** 20 % 1000 and pow(big, 3, 10 ** 9 + 7)
assert float(repr(0.1 + 0.2)) and complex('1+2j') * 3 and round(2.675, 2) and (1.5).hex() and divmod(-7, 2) and f'{1e300:.3e}'
