"""Reading and writing of rows of delimited text: what the module csv is made of."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
_limit = 131072
_absent = object()


class Error(Exception):
    """What is wrong with the text, or with what was to be written."""


Error.__module__ = '_csv'


class Dialect:
    """CSV dialect

    The Dialect type records CSV dialect options."""
    __slots__ = '_values',
    _defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"', 'quoting': QUOTE_MINIMAL,
                 'skipinitialspace': False, 'strict': False}

    def __new__(cls, dialect=None, **options):
        for name in options:
            if name not in cls._defaults:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if type(dialect) is cls and not options:
            return dialect
        values = {}
        for name, default in cls._defaults.items():
            value = options.get(name, _absent)
            if value is _absent and dialect is not None:
                value = getattr(dialect, name, _absent)
            values[name] = default if value is _absent else value
        given_quoting = 'quoting' in options or hasattr(dialect, 'quoting')
        for name, optional in ('delimiter', False), ('escapechar', True), ('quotechar', True):
            value = values[name]
            if value is None and optional:
                continue
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be {"string or None" if optional else "string"}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
            if value in '\r\n':
                raise ValueError(f'bad {name} value')
        if not isinstance(values['lineterminator'], str):
            raise TypeError('"lineterminator" must be a string')
        if not isinstance(values['quoting'], int):
            raise TypeError(f'"quoting" must be an integer, not {type(values["quoting"]).__name__}')
        if not 0 <= values['quoting'] <= 5:
            raise TypeError('bad "quoting" value')
        if values['quotechar'] is None and not given_quoting:
            values['quoting'] = QUOTE_NONE
        if values['quoting'] != QUOTE_NONE and values['quotechar'] is None:
            raise TypeError('quotechar must be set if quoting enabled')
        for name in 'doublequote', 'skipinitialspace', 'strict':
            values[name] = bool(values[name])
        for first, second in ('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar'):
            if values[first] is not None and values[first] == values[second]:
                raise ValueError(f'bad {first} or {second} value')
        for name in 'delimiter', 'escapechar', 'quotechar':
            if values[name] is not None and values[name] in values['lineterminator']:
                raise ValueError(f'bad {name} or lineterminator value')
            if name != 'delimiter' and values[name] == ' ' and values['skipinitialspace']:
                raise ValueError(f'bad {name} value')
        self = object.__new__(cls)
        object.__setattr__(self, '_values', values)
        return self

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"'_csv.Dialect' object has no attribute '{name}'") from None

    def __setattr__(self, name, value):
        if name in self._defaults:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute '{name}'")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


Dialect.__module__ = '_csv'


class reader:
    """Iterates over the rows of an iterable of lines."""

    def __init__(self, iterable, /, dialect=None, **options):
        self._lines = iter(iterable)
        self.dialect = Dialect(dialect, **options)
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
        self.line_num += 1
        return line

    def __next__(self):
        line = self._line()
        values = self.dialect._values
        quote, escape, delimiter = values['quotechar'], values['escapechar'], values['delimiter']
        plain = line.rstrip('\r\n')
        if ((quote is None or quote not in line) and (escape is None or escape not in line) and not values['skipinitialspace'] and '\n' not in plain
                and '\r' not in plain and len(line) <= _limit):
            fields = plain.split(delimiter) if plain else []
            quoted = None
        else:
            fields, quoted = self._parse(line, values)
        quoting = values['quoting']
        if quoting == QUOTE_NONNUMERIC:
            fields = [field if not field or (quoted and quoted[i]) else float(field) for i, field in enumerate(fields)]
        elif quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
            made = []
            for i, field in enumerate(fields):
                if not (quoted and quoted[i]):
                    if not field:
                        field = None
                    elif quoting == QUOTE_STRINGS:
                        field = float(field)
                made.append(field)
            fields = made
        return fields

    def _parse(self, line, values):
        delimiter, quote, escape = values['delimiter'], values['quotechar'], values['escapechar']
        quoting, strict = values['quoting'] != QUOTE_NONE, values['strict']
        fields, marks, field, quoted = [], [], [], False
        state = 'row'

        def save():
            nonlocal field, quoted
            text = ''.join(field)
            fields.append(text)
            marks.append(quoted)
            field, quoted = [], False

        while True:
            for c in *line, None:
                end_of_line = c is None or c in '\r\n'
                if state == 'escaped newline':
                    if c is None:
                        break
                    state = 'in field'
                if state == 'row':
                    if c is None:
                        break
                    if end_of_line:
                        state = 'eaten'
                        continue
                    state = 'field'
                if state == 'field':
                    if end_of_line:
                        save()
                        state = 'row' if c is None else 'eaten'
                    elif c == quote and quoting:
                        quoted = True
                        state = 'quoted'
                    elif c == escape:
                        state = 'escaped'
                    elif c == ' ' and values['skipinitialspace']:
                        pass
                    elif c == delimiter:
                        save()
                    else:
                        field.append(c)
                        state = 'in field'
                elif state == 'in field':
                    if end_of_line:
                        save()
                        state = 'row' if c is None else 'eaten'
                    elif c == escape:
                        state = 'escaped'
                    elif c == delimiter:
                        save()
                        state = 'field'
                    else:
                        field.append(c)
                elif state == 'escaped':
                    field.append('\n' if c is None else c)
                    state = 'escaped newline' if c is not None and end_of_line else 'in field'
                elif state == 'quoted':
                    if c is None:
                        break
                    if c == escape:
                        state = 'quoted escape'
                    elif c == quote:
                        state = 'quote in quoted' if values['doublequote'] else 'in field'
                    else:
                        field.append(c)
                elif state == 'quoted escape':
                    field.append('\n' if c is None else c)
                    state = 'quoted'
                elif state == 'quote in quoted':
                    if c == quote:
                        field.append(c)
                        state = 'quoted'
                    elif c == delimiter:
                        save()
                        state = 'field'
                    elif end_of_line:
                        save()
                        state = 'row' if c is None else 'eaten'
                    elif not strict:
                        field.append(c)
                        state = 'in field'
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                elif state == 'eaten':
                    if c is None:
                        state = 'row'
                    elif not end_of_line:
                        raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                if len(field) > _limit:
                    raise Error(f'field larger than field limit ({_limit})')
            if state == 'row':
                return fields, marks
            try:
                line = self._line()
            except StopIteration:
                if not field and state != 'quoted':
                    raise
                if strict:
                    raise Error('unexpected end of data') from None
                save()
                return fields, marks


reader.__module__ = '_csv'


class writer:
    """Writes rows to an object with a write() method."""

    def __init__(self, fileobj, /, dialect=None, **options):
        write = getattr(fileobj, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = Dialect(dialect, **options)

    def writerow(self, row, /):
        """Construct and write a CSV record from an iterable of fields."""
        try:
            row = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        values = self.dialect._values
        fields = [self._field(field, values) for field in row]
        if len(fields) == 1 and fields[0] == '':
            if values['quoting'] == QUOTE_NONE or (values['quoting'] in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error('single empty field record must be quoted')
            fields = [values['quotechar'] * 2]
        return self._write(values['delimiter'].join(fields) + values['lineterminator'])

    def writerows(self, rows, /):
        """Construct and write a series of iterables to a csv file."""
        for row in rows:
            self.writerow(row)

    def _field(self, field, values):
        quoting, quote, escape, delimiter = values['quoting'], values['quotechar'], values['escapechar'], values['delimiter']
        if quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(field, (int, float, complex)) and not hasattr(type(field), '__float__')
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(field, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = field is not None
        else:
            quoted = quoting == QUOTE_ALL
        text = '' if field is None else field if isinstance(field, str) else str(field)
        if not text and delimiter == ' ' and values['skipinitialspace']:
            if quoting == QUOTE_NONE or (field is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true')
            quoted = True
        special = {delimiter, escape, quote, '\r', '\n', *values['lineterminator']}
        if special.isdisjoint(text):
            return quote + text + quote if quoted else text
        made = []
        for c in text:
            escaped = False
            if c in special:
                if quoting == QUOTE_NONE:
                    escaped = True
                elif c == quote:
                    if values['doublequote']:
                        made.append(c)
                    else:
                        escaped = True
                elif c == escape:
                    escaped = True
                if escaped:
                    if escape is None:
                        raise Error('need to escape, but no escapechar set')
                    made.append(escape)
                else:
                    quoted = True
            made.append(c)
        text = ''.join(made)
        return quote + text + quote if quoted else text


def register_dialect(name, /, dialect=None, **options):
    """Create a mapping from a string name to a dialect class."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    """Delete the name/dialect mapping associated with a string name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    """Return the dialect instance associated with name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    """Return a list of all known dialect names."""
    return list(_dialects)


def field_size_limit(limit=_absent, /):
    """Sets an upper limit on parsed fields, and returns what it was."""
    global _limit
    before = _limit
    if limit is not _absent:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _limit = limit
    return before
