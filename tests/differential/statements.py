"""Random statements: assignments, flow, exceptions, with, match."""
from expressions import KINDS, Expressions


class Scope:
    def __init__(self, kind, parent=None):
        self.kind, self.parent = kind, parent
        self.names = {}  # name -> kind of value
        self.in_loop = self.in_finally = False
        self.is_async = self.is_generator = False
        self.outer = set()  # declared global or nonlocal

    @property
    def allows_walrus(self):
        return self.kind in ("function", "module")

    def bind(self, name, kind):
        self.names[name] = kind


class Statements(Expressions):
    """Needs of its host: function_definition(), class_definition() (definitions.py)."""

    def __init__(self, random, tracers):
        self.random = random
        self.tracers = tracers  # values that say when they die; then without exceptions, whose tracebacks keep values alive
        self.lines = []
        self.indentation = 0
        self.counter = 0
        self.scope = Scope("module")
        self.left = 60  # statements

    # ---- text and scopes
    def emit(self, line):
        self.lines.append("    " * self.indentation + line)

    def scope_enter(self, kind):
        self.scope = Scope(kind, self.scope)
        return self.scope

    def scope_leave(self):
        self.scope = self.scope.parent

    def new_name(self, kind=None):
        known = [name for name, its in self.scope.names.items() if its == kind and len(name) < 4]
        if known and self.chance(35):
            return self.random.choice(known)
        self.counter += 1
        return f"v{self.counter}"

    def names_of(self, kind):
        found, scope, seen = [], self.scope, set()
        while scope:
            if scope is self.scope or scope.kind != "class":
                for name, its in scope.names.items():
                    if name not in seen and (its == kind or its == "any" and self.chance(4)):
                        found.append(name)
                    seen.add(name)
            scope = scope.parent
        return found

    def block(self, *, loop=None, is_finally=None, least=1):
        self.indentation += 1
        old = self.scope.in_loop, self.scope.in_finally
        if loop is not None:
            self.scope.in_loop = loop
        if is_finally is not None:
            self.scope.in_finally = is_finally
        before = len(self.lines)
        for _ in range(self.random.randrange(least, 4)):
            self.statement()
        if len(self.lines) == before:
            self.emit("pass")
        self.scope.in_loop, self.scope.in_finally = old
        self.indentation -= 1

    def maybe_block(self, **options):
        """What is bound in here may be unbound afterwards: names stay known all the same now and then."""
        known = dict(self.scope.names)
        self.block(**options)
        if not self.chance(10):
            self.scope.names = known

    # ---- statements
    def statement(self):
        self.left -= 1
        deep = self.indentation >= 5 or self.left < 0
        simple = [(self.assign, 30), (self.show, 25), (self.augment, 8), (self.mutate, 10), (self.unpack, 6), (self.leave, 6), (self.delete, 2),
                  (self.expression_statement, 4), (self.evaluate, 2)]
        compound = [(self.if_, 10), (self.while_, 5), (self.for_, 10), (self.try_, 12), (self.with_, 8), (self.match_, 6), (self.function_definition, 12),
                    (self.class_definition, 7)]
        choices = simple if deep else simple + compound
        if self.tracers:
            choices = [(f, w) for f, w in choices if f not in (self.delete, self.evaluate)] + [(self.make_tracer, 25)]
        action = self.random.choices([f for f, _ in choices], [w for _, w in choices])[0]
        action()

    def show(self):
        everything = [name for kind in KINDS + ("any", "object", "function") for name in self.names_of(kind)]
        if everything and self.chance(60):
            self.emit(f"show({', '.join(self.random.choice(everything) for _ in range(self.random.randrange(1, 4)))})")
        else:
            self.emit(f"show({self.expression()})")

    def assign(self):
        kind = self.random.choice(KINDS)
        value = self.expression(kind)
        name = self.new_name(kind)
        which = self.random.randrange(10)
        if which == 0:
            other = self.new_name(kind)
            self.emit(f"{name} = {other} = {value}")
            self.scope.bind(other, kind)
        elif which == 1 and name not in self.scope.outer:
            self.emit(f"{name}: {self.pick('int', 'object', 'str')} = {value}")
        elif which == 2 and (objects := self.names_of("object")):
            self.emit(f"{self.random.choice(objects)}.{self.pick('x', 'y', 'z')} = {value}")
            return
        else:
            self.emit(f"{name} = {value}")
        self.scope.bind(name, kind)

    def make_tracer(self):
        self.counter += 1
        name = self.pick(f"t{self.counter}", "t0", "t1")
        form = self.random.randrange(7)
        tracer = f"Tracer('{self.counter}')"
        if form == 0:
            self.emit(tracer)
        elif form == 1:
            self.emit(f"show([{tracer}, {tracer} + 1])")
        elif form == 2:
            self.emit(f"plain({tracer}).q = {tracer}")
        elif form == 3:
            self.emit(f"{name} = [{tracer}, {{'k': {tracer}}}]")
            self.emit(f"{name}[0] = 1")
        elif form == 4:
            self.emit(f"for {name} in [{tracer}, Tracer('second {self.counter}')]: show(1)")
        else:
            self.emit(f"{name} = {tracer}")

    def augment(self):
        kind = self.pick("int", "str", "list", "int", "float", "set", "tuple", "dict")
        names = [name for name, its in self.scope.names.items() if its == kind]
        if not names:
            return self.assign()
        operator = {"int": self.pick("+", "-", "*", "//", "%", "&", "|", "^", ">>"), "str": "+", "list": self.pick("+", "+", "*"), "float": self.pick("+", "-", "*", "/"),
                    "set": self.pick("|", "&", "-", "^"), "tuple": "+", "dict": "|"}[kind]
        value = self.pick("0", "1", "2") if (kind, operator) == ("list", "*") else self.expression(kind, 1)
        if self.tracers and operator in ("//", "%", ">>", "/"):
            operator = "+"
        if kind == "list" and self.chance(20) and not self.tracers:
            self.emit(f"{self.random.choice(names)}[{self.index(1)}] += {self.expression('int', 1)}")
        else:
            self.emit(f"{self.random.choice(names)} {operator}= {value}")

    def mutate(self):
        kind = self.pick("list", "list", "dict", "set")
        names = self.names_of(kind)
        if not names:
            return self.assign()
        name = self.random.choice(names)
        e = lambda k=None: self.expression(k, 1)
        if kind == "list":
            safe = (f".append({e()})", f".extend({e('tuple')})", f".insert({self.index(1)}, {e()})", ".reverse()", ".sort(key=str)", ".clear()", f"[1:] = {e('tuple')}")
            risky = (".pop()", f"[{self.slice(1)}] = {e('list')}", f"[{self.index(1)}] = {e()}", f".remove({e('int')})")
            self.emit(name + self.pick(*safe, *(() if self.tracers else risky)))
        elif kind == "dict":
            key = self.expression(self.pick("int", "str"), 1)
            self.emit(name + self.pick(f"[{key}] = {e()}", f".update({e('dict')})", f".setdefault({key}, {e()})", f".pop({key}, None)", ".clear()" if self.tracers else ".popitem()"))
        else:
            self.emit(name + self.pick(f".add({e('int')})", f".discard({e('int')})", f".update({e('list')})"))

    def unpack(self):
        count = self.random.randrange(2, 4)
        names = []
        for _ in range(count):
            self.counter += 1
            names.append(f"v{self.counter}")
        if self.chance(30) and not self.tracers:
            star = self.random.randrange(count)
            text = ", ".join("*" + name if i == star else name for i, name in enumerate(names))
            self.emit(f"{text} = {self.expression(self.pick('list', 'tuple', 'str'), 1)}")
            for i, name in enumerate(names):
                self.scope.bind(name, "list" if i == star else "any")
        else:
            kinds = [self.random.choice(KINDS) for _ in names]
            self.emit(f"{', '.join(names)} = {', '.join(self.expression(kind, 1) for kind in kinds)}")
            if self.chance(40):
                self.emit(f"{names[0]}, {names[1]} = {names[1]}, {names[0]}")
                kinds[0], kinds[1] = kinds[1], kinds[0]
            for name, kind in zip(names, kinds):
                self.scope.bind(name, kind)

    def leave(self):
        """return, break, continue, raise, yield: whatever may stand here."""
        choices = []
        scope = self.scope
        if scope.in_loop:
            choices += ["break", "continue"]
        if scope.kind == "function":
            choices += [f"return {self.expression(None, 1)}", "return"] if not (scope.is_async and scope.is_generator) else ["return"]
            if scope.is_generator:
                choices += [f"show((yield {self.expression(None, 1)}))", f"yield {self.expression(None, 1)}"] * 2
                if not scope.is_async:
                    choices += [f"show((yield from {self.expression(self.pick('list', 'str'), 1)}))"]
            if scope.is_async:
                choices += [f"show(await Pause({self.expression(None, 1)}))"] * 3
        if not self.tracers:
            error = self.pick("ValueError", "KeyError", "TypeError", "LookupError", "ZeroDivisionError")
            choices += [f"raise {error}({self.expression('str', 2)})", f"raise {error} from {self.pick('None', 'KeyError(1)', 'IndexError')}", f"assert {self.condition(1)}, {self.expression('str', 2)}",
                        "raise"]
        if not choices:
            return self.show()
        line = self.random.choice(choices)
        if line.split()[0] in ("return", "break", "continue", "raise"):
            self.emit(f"if {self.condition()}: {line}")
        else:
            self.emit(line)

    def delete(self):
        names = [name for name in self.scope.names if name.startswith("v") and self.scope.names[name] in KINDS]
        if not names:
            return self.show()
        name = self.random.choice(names)
        kind = self.scope.names[name]
        if kind == "list" and self.chance(60):
            self.emit(f"del {name}[{self.pick(self.index(1), self.slice(1))}]")
        elif kind == "dict" and self.chance(60):
            self.emit(f"del {name}[{self.expression('str', 1)}]")
        else:
            self.emit(f"del {name}")
            if self.chance(80):
                del self.scope.names[name]

    def expression_statement(self):
        self.emit(self.expression())

    def evaluate(self):
        text = self.expression(self.pick("int", "str", "list"), 2)
        self.emit(f"show(eval({text!r}))")

    def if_(self):
        self.emit(f"if {self.condition()}:")
        self.maybe_block()
        while self.chance(25):
            self.emit(f"elif {self.condition()}:")
            self.maybe_block()
        if self.chance(50):
            self.emit("else:")
            self.maybe_block()

    def while_(self):
        self.counter += 1
        name = f"n{self.counter}"
        self.emit(f"{name} = {self.pick('0', '1', '3', '5')}")
        self.emit(f"while {name} > 0{self.pick('', ' and ' + self.condition(1))}:")
        self.indentation += 1
        self.emit("tick()")
        self.emit(f"{name} -= 1")
        self.indentation -= 1
        self.maybe_block(loop=True)
        if self.chance(30):
            self.emit("else:")
            self.maybe_block()

    def for_(self):
        self.counter += 1
        name = f"v{self.counter}"
        which = self.random.randrange(7)
        scope = self.scope
        kind = "any"
        if which == 0 and scope.is_async:
            head = f"async for {name} in Steps({self.expression('list', 1)}):"
        elif which <= 2:
            head = f"for {name} in range({self.pick('3', '0', '1, 4', '5, 0, -2', '2')}):"
            kind = "int"
        elif which == 3:
            self.counter += 1
            other = f"v{self.counter}"
            head = f"for {name}, {other} in {self.pick('enumerate', 'list')}({self.expression('dict', 1) + '.items()' if self.chance(30) else self.expression('str', 1)}):"
            if "enumerate" not in head and "items" not in head:
                head = f"for {name}, {other} in enumerate({self.expression('list', 1)}):"
            scope.bind(other, "any")
        elif which == 4 and (generators := self.names_of("generator")):
            head = f"for {name} in {self.random.choice(generators)}({self.arguments(1)}):"
        else:
            kind = "any"
            head = f"for {name} in {self.expression(self.pick('list', 'tuple', 'str', 'dict', 'bytes'), 1)}:"
        self.emit(head)
        self.indentation += 1
        self.emit("tick()")
        self.indentation -= 1
        scope.bind(name, kind)
        self.maybe_block(loop=True)
        if self.chance(25):
            self.emit("else:")
            self.maybe_block()

    def try_(self):
        if self.tracers:
            return self.try_finally()
        self.emit("try:")
        self.maybe_block()
        handlers = self.random.randrange(3)
        star = self.chance(8)
        if star:
            handlers = max(handlers, 1)
        names = []
        for i in range(handlers):
            error = self.pick("ValueError", "KeyError", "TypeError", "LookupError", "(ValueError, NameError)", "Exception", "ArithmeticError", "AttributeError")
            if self.chance(50):
                self.counter += 1
                name = f"e{self.counter}"
                self.emit(f"except{'*' if star else ''} {error} as {name}:")
                self.scope.bind(name, "any")
                names.append(name)
            else:
                self.emit(f"except{'*' if star else ''} {error}:")
            old = self.scope.in_loop, self.scope.kind
            if star:  # neither break nor return may leave it
                self.scope.in_loop, self.scope.kind = False, "handler"
            self.maybe_block()
            self.scope.in_loop, self.scope.kind = old
            if names and names[-1] in self.scope.names:
                del self.scope.names[names[-1]]
        if handlers and self.chance(30):
            self.emit("else:")
            self.maybe_block()
        if not handlers or self.chance(35):
            self.emit("finally:")
            self.maybe_block(is_finally=True)

    def try_finally(self):
        self.emit("try:")
        self.maybe_block()
        self.emit("finally:")
        self.maybe_block(is_finally=True)

    def with_(self):
        managers = []
        is_async = self.scope.is_async and self.chance(50)
        for _ in range(self.random.randrange(1, 3)):
            self.counter += 1
            manager = f"Manager('{self.counter}', {'False' if self.tracers else self.pick('True', 'False', 'False')}{self.pick('', '', '', ', 1', ', 2') if not self.tracers else ''})"
            if self.chance(50):
                name = f"v{self.counter}"
                manager += f" as {name}"
                self.scope.bind(name, "str")
            managers.append(manager)
        self.emit(f"{'async ' if is_async else ''}with {', '.join(managers)}:")
        self.maybe_block()

    # ---- match
    def match_(self):
        self.emit(f"match {self.expression(self.pick('list', 'tuple', 'dict', 'int', 'str', None), 1)}:")
        self.indentation += 1
        known = dict(self.scope.names)
        for _ in range(self.random.randrange(1, 4)):
            pattern = self.pattern(0, set())
            guard = f" if {self.condition(1)}" if self.chance(25) else ""
            self.emit(f"case {pattern}{guard}:")
            self.block()
            self.scope.names = dict(known)
        if self.chance(50):
            self.emit("case _:")
            self.maybe_block()
        self.indentation -= 1
        self.emit("show('matched')")

    def capture(self, bound):
        self.counter += 1
        name = f"v{self.counter}"
        bound.add(name)
        self.scope.bind(name, "any")
        return name

    def pattern(self, depth, bound):
        which = self.random.randrange(9 if depth < 2 else 4)
        if which == 0:
            return self.pick("0", "1", "'a'", "None", "True", "-1", "2.5", "b'ab'")
        if which == 1:
            return f"{self.pick('int', 'str', 'list', 'dict', 'bool')}()"
        if which == 2:
            return f"{self.pick('int', 'str', 'tuple', 'float')}({self.capture(bound)})"
        if which == 3:
            return f"({self.pick('1', repr('a'))} | {self.pick('2', 'str()', 'None')}) as {self.capture(bound)}"
        if which <= 6:
            parts = [self.pattern(depth + 1, bound) for _ in range(self.random.randrange(4))]
            if self.chance(50):
                parts.insert(self.random.randrange(len(parts) + 1), "*" + self.pick("_", self.capture(bound)))
            return "[" + ", ".join(parts) + "]"
        if which == 7:
            parts = [f"{self.pick(repr('a'), repr('k'), '1')}: {self.pattern(depth + 1, bound)}"]
            if self.chance(40):
                parts.append("**" + self.capture(bound))
            return "{" + ", ".join(parts) + "}"
        return f"[{self.pattern(depth + 1, bound)}, {self.capture(bound)}]"
