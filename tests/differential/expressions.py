"""Random expressions of a wanted kind, mostly valid: certainly so where it matters when values die, for tracebacks keep values alive in CPython."""

KINDS = ("int", "str", "list", "dict", "tuple", "bool", "float", "bytes", "set")
WORDS = ("'a'", "'bc'", "''", "'a b c'", "'x,y'", "'Abc'", "'12'", "'\\u00e9t\\u00e9'", "'\\U0001f600!'", "'%s'", "'{}'")
INTS = ("0", "1", "2", "3", "5", "7", "-1", "-2", "10", "100", "255", "-7", "2**31", "2**62", "-2**62", "2**64 + 1", "10**20", "True")
FLOATS = ("0.5", "-0.0", "1.5", "2.0", "1e10", "-3.25", "1e300", "float('inf')")
COMPARE = ("<", "<=", ">", ">=", "==", "!=")


class Expressions:
    """Needs of its host: random, names_of(kind), new_name(), scope, tracers (see statements.py)."""

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def expression(self, kind=None, depth=0):
        kind = kind or self.random.choice(KINDS)
        names = self.names_of(kind)
        if names and self.chance(45 if depth < 3 else 85):
            return self.random.choice(names)
        if depth >= 3 or self.chance(20):
            return self.literal(kind)
        if not self.tracers and self.chance(1.5):
            return self.expression(None, depth + 1)  # of the wrong kind, most likely
        if self.chance(12):
            return self.general(kind, depth)
        return getattr(self, "make_" + kind)(depth + 1)

    def literal(self, kind):
        if kind == "int":
            return self.random.choice(INTS)
        if kind == "str":
            return self.random.choice(WORDS)
        if kind == "float":
            return self.random.choice(FLOATS)
        if kind == "bytes":
            return self.pick("b'ab'", "b''", "b'\\x00\\xff'", "b'xyz'")
        if kind == "bool":
            return self.pick("True", "False")
        if kind == "list":
            return self.pick("[]", "[1, 2, 3]", "['a', 'b']", "[0]", "[3, 1, 2, 5, 4]", "[[1], [2]]", "[None]")
        if kind == "tuple":
            return self.pick("()", "(1, 2)", "(1,)", "('a', 2, 3.5)", "(0, (1, 2))")
        if kind == "dict":
            return self.pick("{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1], 'l': (2,)}")
        if kind == "set":
            return self.pick("set()", "{1, 2}", "{'a'}", "{1, 2, 3, 4}")
        return "None"

    def general(self, kind, depth):
        """Forms that serve any kind."""
        e = lambda k=kind: self.expression(k, depth + 1)
        which = self.random.randrange(12)
        if which == 0:
            return f"({e()} if {self.condition(depth + 1)} else {e()})"
        if which == 1:
            return f"({e()} or {e()})"
        if which == 2:
            return f"({e('bool')} and {e()} or {e()})"
        if which == 3 and self.scope.allows_walrus:
            name = self.new_name(kind)
            value = e()
            self.scope.bind(name, kind)
            return f"({name} := {value})"
        if which == 4:
            return f"[{e()}, {e()}][{self.pick('0', '1', '-1')}]"
        if which == 5:
            return f"plain({e()})"
        if which == 6:
            return f"(lambda v: v)({e()})"
        if which == 7:
            return f"{{'k': {e()}}}['k']"
        if which == 8:
            return f"(lambda *a, **o: a[0])({e()}, {self.expression(None, depth + 1)}, k={e()})"
        if which == 9:
            return f"({e()}, {self.expression(None, depth + 1)})[0]"
        if which == 10:
            function = self.call_of(kind, depth + 1)
            return function or e()
        return f"next(iter([{e()}]))"

    def call_of(self, kind, depth):
        names = self.names_of("function")
        if not names:
            return None
        return f"{self.random.choice(names)}({self.arguments(depth)})"

    def arguments(self, depth):
        """Those that a generated function takes: (a, b=…, *rest, k=…, **options)."""
        parts = [self.expression("int", depth + 1)]
        if self.chance(60):
            parts.append(self.expression(None, depth + 1))
        if self.chance(15):
            parts.append("*" + self.expression(self.pick("list", "tuple"), depth + 1))
        if self.chance(30):
            parts.append("k=" + self.expression(None, depth + 1))
        if self.chance(8):
            parts.append("**{'o': " + self.expression(None, depth + 1) + "}")
        if self.chance(2):
            parts.append("unknown=1")
        return ", ".join(parts)

    def condition(self, depth=0):
        if depth >= 3 or self.chance(15):
            return self.expression("bool", 3)
        which = self.random.randrange(9)
        if which == 0:
            kind = self.pick("int", "str", "float", "tuple")
            return f"{self.expression(kind, depth + 1)} {self.pick(*COMPARE)} {self.expression(kind, depth + 1)}"
        if which == 1:
            return f"{self.expression('int', depth + 1)} {self.pick(*COMPARE)} {self.expression('int', depth + 1)} {self.pick(*COMPARE)} {self.expression('int', depth + 1)}"
        if which == 2:
            return f"not {self.condition(depth + 1)}"
        if which == 3:
            return f"({self.condition(depth + 1)} {self.pick('and', 'or')} {self.condition(depth + 1)})"
        if which == 4:
            return f"{self.expression(None, depth + 1)} {self.pick('in', 'not in')} {self.expression(self.pick('list', 'tuple', 'dict'), depth + 1)}"
        if which == 5:
            return f"{self.expression(None, depth + 1)} is {self.pick('', 'not ')}None"
        if which == 6:
            return f"isinstance({self.expression(None, depth + 1)}, {self.pick('int', 'str', '(list, tuple)', 'dict', 'bool')})"
        return self.expression(None, depth + 1)

    def index(self, depth):
        return self.pick("0", "-1", "1", self.expression("int", depth + 1) if self.chance(20) else "0")

    def slice(self, depth):
        parts = [self.pick("", "0", "1", "-1", "2", "-3", "100", "-100") for _ in range(2)]
        step = self.pick("", "", ":", ":2", ":-1", ":-2", ":3")
        return parts[0] + ":" + parts[1] + step

    # ---- by kind
    def make_int(self, depth):
        e = lambda kind: self.expression(kind, depth)
        which = self.random.randrange(17)
        if which < 4:
            return f"({e('int')} {self.pick('+', '-', '*', '&', '|', '^')} {e('int')})"
        if which == 4:
            return f"({e('int')} {self.pick('//', '%')} {self.pick('3', '-7') if self.tracers else e('int')})"
        if which == 5:
            return f"({e('int')} {self.pick('<<', '>>')} {self.pick('1', '3', '40', '0')})"
        if which == 6:
            return f"{self.pick('-', '+', '~')}{e('int')}"
        if which == 7:
            return f"len({e(self.pick('list', 'str', 'tuple', 'dict', 'set', 'bytes'))})"
        if which == 8:
            return f"sum([{e('int')}, {e('int')}])"
        if which == 9:
            return f"{self.pick('min', 'max')}({e('int')}, {e('int')})"
        if which == 10:
            return f"{e('str')}.{self.pick('count', 'find', 'rfind')}({e('str')})"
        if which == 11:
            return f"{e('list')}.count({e('int')})"
        if which == 12:
            return f"abs({e('int')}) % {self.pick('7', '10', '1000')}"
        if which == 13:
            return f"({e('int')} % 10) ** {self.pick('2', '3', '0')}"
        if which == 14:
            return f"divmod({e('int')}, {self.pick('3', '-7', '10')})[{self.pick('0', '1')}]"
        if which == 15 and not self.tracers:
            return f"{e('bytes')}[{self.index(depth)}]"
        return f"({e('int')}).bit_length()"

    def make_float(self, depth):
        e = lambda kind: self.expression(kind, depth)
        which = self.random.randrange(7)
        if which < 3:
            return f"({e('float')} {self.pick('+', '-', '*')} {e(self.pick('float', 'int'))})"
        if which == 3 and not self.tracers:
            return f"({e('int')} / {e(self.pick('int', 'float'))})"
        if which == 4:
            return f"round({e('float')}, {self.pick('1', '2', '-1')})"
        if which == 5:
            return f"float({e('int')} % 1000)"
        return f"-{e('float')}"

    def make_bool(self, depth):
        return f"bool({self.condition(depth)})" if self.chance(50) else f"({self.condition(depth)})"

    def make_str(self, depth):
        e = lambda kind: self.expression(kind, depth)
        which = self.random.randrange(18)
        if which < 3:
            return f"({e('str')} + {e('str')})"
        if which == 3:
            return f"({e('str')} * {self.pick('0', '1', '2', '3', '-1')})"
        if which == 4:
            return f"{e('str')}.{self.pick('upper', 'lower', 'title', 'strip', 'capitalize', 'swapcase', 'casefold', 'rstrip')}()"
        if which == 5:
            return f"{e('str')}.replace({e('str')}, {e('str')})"
        if which == 6:
            return f"{e('str')}[{self.slice(depth)}]"
        if which == 7 and not self.tracers:
            return f"{e('str')}[{self.index(depth)}]"
        if which == 8:
            return f"str({e(self.pick('int', 'float', 'str', 'bool'))})"
        if which == 9:
            return f"repr({e(self.pick('int', 'str', 'bytes', 'tuple', 'list'))})"
        if which == 10:
            return f"{e('str')}.join([{e('str')}, {e('str')}])"
        if which == 11:
            return self.fstring(depth)
        if which == 12:
            return f"'%s-%d' % ({e('str')}, {e('int')})"
        if which == 13:
            return f"'{{}}:{{!r}}:{{:>5}}'.format({e('int')}, {e('str')}, {e('int')})"
        if which == 14:
            return f"{e('str')}.{self.pick('ljust', 'rjust', 'center', 'zfill')}({self.pick('0', '4', '9')})"
        if which == 15:
            return f"format({e('int')}, {self.pick(chr(39) + chr(39), repr('x'), repr('08b'), repr('+d'), repr(','), repr('>12'), repr('e'))})"
        if which == 16:
            return f"''.join(sorted({e('str')}))"
        return f"{e('str')}.{self.pick('partition', 'rpartition')}({self.pick(repr('a'), repr(' '), repr('b'))})[{self.pick('0', '1', '2')}]"

    def fstring(self, depth):
        """Only names inside: what Python 3.11 can read."""
        parts = []
        for _ in range(self.random.randrange(1, 4)):
            parts.append(self.pick("", "x", " ", "{{", "}}", "\\n"))
            kind = self.pick("int", "str", "float", "bool")
            names = self.names_of(kind)
            if not names:
                continue
            spec = {"int": ("", ":d", ":x", ":>6", ":+,", ":{1 + 2}", "!r", "=", "!s:>5"), "str": ("", "!r", ":>6", ":^7", "!a", ":.2", "="),
                    "float": ("", ":.2f", ":e", ":g", ":>8.1f"), "bool": ("", "!r", ":>6", ":d")}[kind]
            parts.append("{" + self.random.choice(names) + self.random.choice(spec) + "}")
        return self.pick("f'", "rf'", "f'") + "".join(parts) + "'"

    def make_bytes(self, depth):
        e = lambda kind: self.expression(kind, depth)
        return self.pick(f"({e('bytes')} + {e('bytes')})", f"{e('bytes')}[{self.slice(depth)}]", f"bytes([{e('int')} % 256, 1])", f"{e('str')}.encode()",
                         f"{e('bytes')}.replace(b'a', {e('bytes')})", f"bytes({self.pick('0', '2', '3')})", f"({e('bytes')} * 2)")

    def make_list(self, depth):
        e = lambda kind=None: self.expression(kind, depth)
        which = self.random.randrange(14)
        if which < 3:
            return "[" + ", ".join([("*" + e(self.pick("list", "tuple", "str"))) if self.chance(12) else e() for _ in range(self.random.randrange(4))]) + "]"
        if which == 3:
            return f"({e('list')} + {e('list')})"
        if which == 4:
            return f"{e('list')}[{self.slice(depth)}]"
        if which == 5:
            return f"list({e(self.pick('tuple', 'str', 'dict', 'bytes', 'list'))})"
        if which == 6:
            return f"sorted([{e('int')}, {e('int')}, {e('int')}]{self.pick('', ', reverse=True', ', key=lambda v: -v', ', key=str')})"
        if which == 7:
            return f"{e('str')}.split({self.pick('', repr('a'), repr(','), 'None, 1')})"
        if which == 8:
            return f"list(map({self.pick('str', 'lambda v: (v, v)', 'bool')}, {e('list')}))"
        if which == 9:
            return f"list(zip({e('list')}, {e(self.pick('tuple', 'str'))}))"
        if which == 10:
            return f"([{e('int')}] * {self.pick('0', '2', '3')})"
        if which == 11:
            return f"list(enumerate({e('list')}))"
        return self.comprehension("[", "]", depth)

    def make_tuple(self, depth):
        e = lambda kind=None: self.expression(kind, depth)
        which = self.random.randrange(6)
        if which < 2:
            return "(" + "".join([e() + ", " for _ in range(self.random.randrange(1, 4))]) + ")"
        if which == 2:
            return f"({e('tuple')} + {e('tuple')})"
        if which == 3:
            return f"tuple({e('list')})"
        if which == 4:
            return f"{e('tuple')}[{self.slice(depth)}]"
        return f"(*{e('list')}, {e()})"

    def make_dict(self, depth):
        e = lambda kind=None: self.expression(kind, depth)
        key = lambda: self.expression(self.pick("int", "str", "bool"), depth + 1)
        which = self.random.randrange(7)
        if which < 3:
            return "{" + ", ".join([("**" + e("dict")) if self.chance(12) else key() + ": " + e() for _ in range(self.random.randrange(4))]) + "}"
        if which == 3:
            return f"({e('dict')} | {e('dict')})"
        if which == 4:
            return f"dict(zip({e('str')}, {e('list')}))"
        if which == 5:
            return f"dict.fromkeys({e('str')}, {e('int')})"
        return self.comprehension("{", "}", depth, mapping=True)

    def make_set(self, depth):
        e = lambda kind=None: self.expression(kind, depth)
        which = self.random.randrange(5)
        if which == 0:
            return "{" + e("int") + ", " + e("int") + "}"  # the order of texts differs from run to run
        if which == 1:
            return f"({e('set')} {self.pick('|', '&', '-', '^')} {e('set')})"
        if which == 2:
            return f"set({e('bytes')})"
        if which == 3:
            return f"frozenset([{e('int')}, {e('int')}])"
        return self.comprehension("{", "}", depth, hashable=True)

    def comprehension(self, opening, closing, depth, mapping=False, hashable=False):
        self.scope_enter("comprehension")
        clauses = []
        for i in range(2 if self.chance(20) else 1):
            source = self.expression(self.pick("list", "tuple", "str"), depth + 1) if self.chance(50) else f"range({self.pick('0', '2', '3', '4')})"
            name = self.pick("i", "j", "m")
            # The first iterable is evaluated outside.
            clauses.append(f"for {name} in {source}" if not self.chance(8) else f"for {name}, *n in [({source}), (1, 2)] if {name}")
            self.scope.bind(name, "int" if source.startswith("range") else "any")
            if self.chance(30):
                clauses.append(f"if {self.condition(2)}")
        if mapping:
            element = f"{self.expression(self.pick('int', 'str'), 2)}: {self.expression(None, 2)}"
        elif hashable:
            element = self.expression("int", 2)
        else:
            element = self.expression(None, 2)
        self.scope_leave()
        return f"{opening}{element} {' '.join(clauses)}{closing}"
