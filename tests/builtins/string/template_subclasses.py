# Subclasses of Template choose the delimiter, what names are, or the whole pattern.
from string import Template


class Percent(Template):
    delimiter = '%'


class Dotted(Template):
    idpattern = r'[a-z]+(?:\.[a-z]+)?'


class Braced(Template):
    braceidpattern = r'[a-z]+:[0-9]+'


class Strict(Template):
    flags = 0


class Square(Template):
    pattern = r'''
    \[(?:
      (?P<escaped>\[) |
      (?P<named>[a-z]+)\] |
      (?P<braced>\b\B) |
      (?P<invalid>)
    )
    '''


print(Percent('%a %% $b %{a}').substitute(a=1))  # expect: 1 % $b 1
print(Dotted('$user.name and $c').substitute({'user.name': 'Ann', 'c': 2}))  # expect: Ann and 2
print(Braced('$a ${b:1}').safe_substitute({'a': 1, 'b:1': 2}), Braced('$a ${b}').is_valid())  # expect: 1 2 False
print(Strict('$NAME $name').safe_substitute(name=1, NAME=2), Template('$NAME').substitute(NAME=3))  # expect: $NAME 1 3
print(Square('[a] [[b] [').safe_substitute(a=5), Square('[x] [y] [x]').get_identifiers())  # expect: 5 $b] [ ['x', 'y']
try:
    Square('fine\n  [1').substitute()
except ValueError as error:
    print(error)  # expect: Invalid placeholder in string: line 2, col 3
print(Template('$a $$ ${b} $1').get_identifiers(), Template('$').is_valid(), Template('').is_valid())  # expect: ['a', 'b'] False True
