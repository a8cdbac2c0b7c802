"""Random functions (generators, coroutines, closures) and classes, and their uses."""
from statements import Statements

BINARY = ("add", "sub", "mul", "and", "or", "matmul", "floordiv", "mod")
COMPARE = ("eq", "lt", "le", "gt", "ge", "ne")
SIGNS = {"add": "+", "sub": "-", "mul": "*", "and": "&", "or": "|", "matmul": "@", "floordiv": "//", "mod": "%", "eq": "==", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "ne": "!="}


class Definitions(Statements):
    # ---- functions
    def function_definition(self):
        if self.scope.kind == "class":
            return self.method("m")
        self.counter += 1
        name = f"f{self.counter}"
        flavour = self.pick("function", "function", "function", "generator", "async", "async generator")
        for _ in range(self.random.randrange(3) if self.chance(25) else 0):
            self.emit(self.pick("@plain", "@named('f')", "@traced") if flavour == "function" else "@plain")
        defaults = self.expression(None, 2), self.expression(None, 2)
        self.emit(f"{'async ' if 'async' in flavour else ''}def {name}(a, b={defaults[0]}, *rest, k={defaults[1]}, **options):")
        # Known inside, for recursion that ends: fuel and depth.
        self.function_body(flavour, {"a": "int", "b": "any", "rest": "tuple", "k": "any", "options": "dict"})
        kind = {"function": "function", "generator": "generator"}.get(flavour, "coroutine")
        self.scope.bind(name, kind)
        if self.chance(70):
            self.use(name, flavour)

    def function_body(self, flavour, parameters, first=()):
        scope = self.scope_enter("function")
        scope.is_async, scope.is_generator = "async" in flavour, "generator" in flavour
        for parameter, kind in parameters.items():
            scope.bind(parameter, kind)
        self.indentation += 1
        self.emit("tick()")
        outer = self.outer_names()
        if outer and self.chance(35):
            name, word, kind = self.random.choice(outer)
            self.emit(f"{word} {name}")
            scope.bind(name, kind)
            scope.outer.add(name)
        for line in first:
            self.emit(line)
        if scope.is_generator:
            self.emit("yield 0")
        self.indentation -= 1
        self.block(loop=False, is_finally=False, least=2)
        self.indentation += 1
        if not (scope.is_async and scope.is_generator):
            self.emit(f"return {self.expression(None, 1)}")
        self.indentation -= 1
        self.scope_leave()

    def outer_names(self):
        """(name, nonlocal or global, kind) of what an inner function may rebind."""
        found, scope = [], self.scope.parent
        while scope:
            if scope.kind in ("function", "module"):
                for name, kind in scope.names.items():
                    if name.startswith("v") and name not in self.scope.names and (scope.kind == "module" or name not in scope.outer):
                        found.append((name, "nonlocal" if scope.kind == "function" else "global", kind))
            scope = scope.parent
        return [entry for entry in found if sum(other[0] == entry[0] for other in found) == 1]

    def use(self, name, flavour):
        arguments = "" if flavour == "async generator" else self.arguments(1)
        if flavour == "function":
            self.emit(f"show({name}({arguments}))")
        elif flavour == "async":
            self.emit(f"show(drive({name}({arguments}){self.pick('', ', 1', ', 0') if not self.tracers else ''}))")
        elif flavour == "async generator":
            self.counter += 1
            collect = f"c{self.counter}"
            self.scope_enter("comprehension")  # no := in the arguments
            arguments = self.arguments(1)
            self.scope_leave()
            self.emit(f"async def {collect}():")
            self.indentation += 1
            self.emit(f"async for x in {name}({arguments}):")
            self.emit("    tick()")
            self.emit("    show(x)")
            self.emit(f"return [x async for x in {name}({arguments}) if x]")
            self.indentation -= 1
            self.emit(f"show(drive({collect}()))")
        else:
            form = self.random.randrange(6)
            if form == 0:
                self.emit(f"show(list({name}({arguments})))")
                return
            self.counter += 1
            generator = f"g{self.counter}"
            self.emit(f"{generator} = {name}({arguments})")
            self.emit(f"show(next({generator}, 'none'))")
            if form == 1:
                self.emit(f"show({generator}.send({self.expression(None, 2)}))")
            elif form == 2 and not self.tracers:
                self.emit(f"show({generator}.throw({self.pick('ValueError', 'KeyError(1)', 'GeneratorExit')}))")
            elif form == 3:
                self.emit(f"{generator}.close()")
            elif form == 4:
                self.emit(f"del {generator}")
            else:
                self.emit(f"for x in {generator}:")
                self.emit("    tick()")
                self.emit("    show(x)")

    # ---- classes
    def class_definition(self):
        self.counter += 1
        name = f"C{self.counter}"
        bases = []
        known = self.names_of("class")
        if known and self.chance(55):
            bases = self.random.sample(known, min(len(known), self.random.randrange(1, 3)))
        elif self.chance(20):
            bases = [self.pick("list", "dict", "int", "str", "Exception", "tuple")]
        head = list(bases)
        meta = not bases and self.chance(20)
        if meta:
            head.append("metaclass=Meta")
            if self.chance(40):
                head.append("flag=1")
        builtin = bool(bases) and bases[0] in ("list", "dict", "int", "str", "Exception", "tuple")
        slots = not bases and not meta and self.chance(15)
        if self.chance(15):
            self.emit("@named('class')")
        self.emit(f"class {name}{'(' + ', '.join(head) + ')' if head else ''}:")
        self.scope_enter("class")
        self.indentation += 1
        if slots:
            self.emit("__slots__ = ('x', 'y', 'z')")
        if not builtin and (not bases or self.chance(50)):
            self.initialiser(bool(bases))
        for _ in range(self.random.randrange(1, 5)):
            self.member(slots)
        self.indentation -= 1
        self.scope_leave()
        self.scope.bind(name, "builtin class" if builtin else "class")
        self.instance(name, builtin)

    def initialiser(self, derived):
        self.emit(f"def __init__(self, x={self.expression('int', 2)}, *rest):")
        self.indentation += 1
        self.emit("tick()")
        if derived and self.chance(70):
            self.emit("super().__init__(x, *rest)")
        self.emit(f"self.x = {self.pick('x', '[x]', 'x, rest')}")
        if self.chance(60):
            self.emit(f"self.y = {self.expression(None, 2)}")
        self.indentation -= 1

    def member(self, slots):
        which = self.random.randrange(14)
        if which == 0 and not slots:
            self.emit(f"{self.pick('p', 'q')} = {self.expression(None, 2)}")
        elif which == 1:
            self.emit("@property")
            self.method("prop", parameters={}, simple=True)
            if self.chance(50):
                self.emit("@prop.setter")
                self.emit("def prop(self, value):")
                self.emit("    show('set', value)")
        elif which == 2 and not slots:
            self.emit(f"{self.pick('d', 'e')} = Logged({self.expression('int', 3)})")
        elif which == 3:
            self.emit(self.pick("@classmethod", "@staticmethod"))
            self.method("cm")
        elif which == 4:
            operator = self.pick(*BINARY)
            self.method(f"__{self.pick('', 'r', 'i')}{operator}__", {"other": "any"}, simple=True)
        elif which == 5:
            self.method(f"__{self.pick(*COMPARE)}__", {"other": "any"}, simple=True)
        elif which == 6:
            self.emit("def __repr__(self): return 'R' + str(len(vars(self)) if hasattr(self, '__dict__') else 0)")
        elif which == 7:
            self.emit("def __getattr__(self, name):")
            self.emit("    tick()")
            self.emit("    if name.startswith('_'): raise AttributeError(name)")
            self.emit("    return name * 2")
        elif which == 8:
            self.emit(f"def __len__(self): return {self.pick('0', '3', '-1' if not self.tracers else '2')}")
        elif which == 9:
            self.method("__getitem__", {"key": "any"}, simple=True)
        elif which == 10:
            self.emit("def __iter__(self):")
            self.function_body("generator", {"self": "object"})
        elif which == 11:
            self.method("__call__")
        elif which == 12:
            self.emit(f"def __{self.pick('enter', 'bool', 'contains', 'hash')}__(self, *rest): return {self.pick('1', '0', 'True', '5')}")
        else:
            self.method("m")

    def method(self, name, parameters=None, simple=False):
        if parameters is None:
            parameters = {"a": "int"}
        listed = "".join(", " + parameter + ("=1" if parameter == "a" else "") for parameter in parameters)
        self.emit(f"def {name}(self{listed}):")
        if simple or self.left < 0:
            scope = self.scope_enter("function")
            scope.bind("self", "object")
            for parameter, kind in parameters.items():
                scope.bind(parameter, kind)
            self.indentation += 1
            self.emit("tick()")
            if self.chance(40):
                self.emit(f"show({self.expression(None, 2)})")
            if self.chance(20):
                self.emit(f"return super().{name}({', '.join(parameters)})")
            elif self.chance(10):
                self.emit("return NotImplemented")
            else:
                self.emit(f"return {self.expression(None, 2)}")
            self.indentation -= 1
            self.scope_leave()
        else:
            self.function_body("function", {"self": "object", **parameters})

    def instance(self, name, builtin):
        if self.scope.kind == "class":
            return
        self.counter += 1
        obj = f"o{self.counter}"
        self.emit(f"{obj} = {name}({'' if builtin else self.pick('', '1', self.expression('int', 2))})")
        self.scope.bind(obj, "object")
        for _ in range(self.random.randrange(1, 5)):
            self.use_object(obj, name)

    def use_object(self, obj, name):
        guard = not self.tracers and self.chance(70)
        if guard:
            self.emit("try:")
            self.indentation += 1
        form = self.pick(12, 13, 6, 1) if self.tracers else self.random.randrange(16)
        sign = SIGNS[self.pick(*SIGNS)]
        if form == 0:
            self.emit(f"show({obj}.{self.pick('x', 'y', 'prop', 'p', 'q', 'd', 'nothing')})")
        elif form == 1:
            self.emit(f"{obj}.{self.pick('x', 'y', 'prop', 'd', 'e', 'extra')} = {self.expression(None, 2)}")
        elif form == 2:
            self.emit(f"del {obj}.{self.pick('x', 'y', 'd', 'prop')}")
        elif form == 3:
            self.emit(f"show({obj}.{self.pick('m', 'cm')}({self.pick('', '2')}))")
        elif form == 4:
            self.emit(f"show({obj} {sign} {self.pick('1', obj, self.expression(None, 2))})")
        elif form == 5:
            self.emit(f"show({self.expression(None, 2)} {sign} {obj})")
        elif form == 6:
            self.emit(f"show(repr({obj})[:1], str({obj})[:1])")
        elif form == 7:
            self.emit(f"show(len({obj}))")
        elif form == 8:
            self.emit(f"show({obj}[{self.expression('int', 2)}])")
        elif form == 9:
            self.emit(f"show([y for y, _ in zip({obj}, range(5))])")
        elif form == 10:
            self.emit(f"show({obj}({self.pick('', '3')}))")
        elif form == 11:
            self.emit(f"show({self.expression('int', 2)} in {obj}, bool({obj}))")
        elif form == 12:
            self.emit(f"show({name}.{self.pick('__mro__', '__name__', *(() if self.tracers else ('x', 'p', 'd', 'cm', 'm', 'missing')))})")
        elif form == 13:
            self.emit(f"show(isinstance({obj}, {name}), [c.__name__ for c in {name}.__mro__])")
        elif form == 14:
            self.emit(f"{name}.{self.pick('p', 'm', 'prop', '__len__', '__getattr__')} = {self.pick('lambda self, *a: 7', '5', 'property(lambda self: 9)')}")
        else:
            self.emit(f"{obj} {self.pick('+', '-', '*', '|')}= {self.expression(None, 2)}")
        if guard:
            self.indentation -= 1
            self.emit("except Exception as error:")
            self.emit("    show(error)")
