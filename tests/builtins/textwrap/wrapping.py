import textwrap


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


txt = "The quick brown fox jumped over the lazy dog. It's well-known that hyphenated-words break -- sometimes. supercalifragilisticexpialidocious"
print(textwrap.wrap(txt, 20))  # expect: ['The quick brown fox', 'jumped over the lazy', "dog. It's well-known", 'that hyphenated-', 'words break --', 'sometimes. supercali', 'fragilisticexpialido', 'cious']
print(textwrap.fill(txt, 30, initial_indent='* ', subsequent_indent='  '))
# expect: * The quick brown fox jumped
# expect:   over the lazy dog. It's
# expect:   well-known that hyphenated-
# expect:   words break -- sometimes. su
# expect:   percalifragilisticexpialidoc
# expect:   ious
print(textwrap.shorten(txt, 40), textwrap.shorten('a b c', 3, placeholder=''))  # expect: The quick brown fox jumped over [...] a b
print(repr(textwrap.dedent('\n    a\n      b\n\n    c\n')), repr(textwrap.indent('a\n\nb\n', '> ')), textwrap.wrap('', 5))  # expect: '\na\n  b\n\nc\n' '> a\n\n> b\n' []
print(textwrap.wrap('  leading', 20), textwrap.wrap('a  b   c', 3), textwrap.wrap('aaaa bbbb', 4, drop_whitespace=False))  # expect: ['  leading'] ['a', 'b', 'c'] ['aaaa', ' ', 'bbbb']
print(textwrap.wrap('abcdefgh', 3, break_long_words=False), textwrap.wrap('x\ty', 20), textwrap.wrap('Hello.  World. foo', 60, fix_sentence_endings=True))  # expect: ['abcdefgh'] ['x       y'] ['Hello.  World.  foo']
print(textwrap.wrap('one two three four', 8, max_lines=2))  # expect: ['one two', '[...]']
show(textwrap.wrap, 'a', 0)
# expect: ValueError invalid width 0 (must be > 0)
