# Rows of delimited text, read and written: what the module csv is made of.
import _csv
import io


def read(*lines, **options):
    try:
        print(list(_csv.reader(lines, **options)))
    except (_csv.Error, TypeError, ValueError) as error:
        print(type(error).__name__, error)


read('a,b,c\n', '1,"two, too","say ""hi"""\r\n', '', 'x')
# expect: [['a', 'b', 'c'], ['1', 'two, too', 'say "hi"'], [], ['x']]
read('"over\n', 'lines",2\n')
# expect: [['over\nlines', '2']]
read('a;b|c', delimiter=';', quotechar='|')
# expect: [['a', 'b|c']]
read("a,'b,c',d", quotechar="'")
# expect: [['a', 'b,c', 'd']]
read('a\\,b,"c\\"d"', escapechar='\\', doublequote=False)
# expect: [['a,b', 'c"d']]
read('1,"2",3.5', quoting=_csv.QUOTE_NONNUMERIC)
# expect: [[1.0, '2', 3.5]]
read('1,"",', quoting=_csv.QUOTE_NOTNULL)
# expect: [['1', '', None]]
read('"a",b', quoting=_csv.QUOTE_NONE)
# expect: [['"a"', 'b']]
read(' a, b', skipinitialspace=True)
# expect: [['a', 'b']]
read('"a"b', strict=True)
# expect: Error ',' expected after '"'
read('"a', strict=True)
# expect: Error unexpected end of data
read(b'a')
# expect: Error iterator should return strings, not bytes (the file should be opened in text mode)
read('a', delimiter='ab')
# expect: TypeError "delimiter" must be a 1-character string
read('a', quotechar=',')
# expect: ValueError bad delimiter or quotechar value
read('a', nothing=1)
# expect: TypeError this function got an unexpected keyword argument 'nothing'


def write(*rows, **options):
    out = io.StringIO(newline='')
    try:
        _csv.writer(out, **options).writerows(rows)
        print(repr(out.getvalue()))
    except (_csv.Error, TypeError) as error:
        print(type(error).__name__, error)


write([1, 2.5, None, 'a,b', 'say "hi"', 'two\nlines', ''], [''], [])
# expect: '1,2.5,,"a,b","say ""hi""","two\nlines",\r\n""\r\n\r\n'
write(['a', 1, None], quoting=_csv.QUOTE_ALL)
# expect: '"a","1",""\r\n'
write(['a', 1, 2.5], quoting=_csv.QUOTE_NONNUMERIC)
# expect: '"a",1,2.5\r\n'
write(['a', 1, None], quoting=_csv.QUOTE_STRINGS)
# expect: '"a",1,\r\n'
write(['a,b', 'c"d'], quoting=_csv.QUOTE_NONE, escapechar='\\')
# expect: 'a\\,b,c\\"d\r\n'
write(['a,b'], quoting=_csv.QUOTE_NONE)
# expect: Error need to escape, but no escapechar set
write(['c"d'], doublequote=False, escapechar='\\', lineterminator='\n')
# expect: 'c\\"d\n'
write([''], quoting=_csv.QUOTE_NONE)
# expect: Error single empty field record must be quoted
write(5)
# expect: Error iterable expected, not int

_csv.register_dialect('semicolon', delimiter=';')
print(_csv.list_dialects(), list(_csv.reader(['a;b'], 'semicolon')), _csv.get_dialect('semicolon').delimiter)  # expect: ['semicolon'] [['a', 'b']] ;
_csv.unregister_dialect('semicolon')
try:
    _csv.get_dialect('semicolon')
except _csv.Error as error:
    print(error)  # expect: unknown dialect
rows = _csv.reader(['a\n', '"b\n', 'c"\n'])
for row in rows:
    print(rows.line_num, row, rows.dialect.quoting)
# expect: 1 ['a'] 0
# expect: 3 ['b\nc'] 0
print(_csv.field_size_limit(3), _csv.field_size_limit())  # expect: 131072 3
try:
    list(_csv.reader(['"abcd"']))
except _csv.Error as error:
    print(error)  # expect: field larger than field limit (3)
