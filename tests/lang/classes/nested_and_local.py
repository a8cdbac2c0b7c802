class Outer:
    x = 1

    class Inner:
        y = 2

        def f(self):
            return Outer.x + self.y

    inner = Inner()

    def make(self):
        outer = self

        class Local:
            def get(self):
                return outer.x

        return Local


print(Outer.Inner().f(), Outer.inner.y, Outer.Inner.__qualname__, Outer().make()().get(), Outer().make().__qualname__)  # expect: 3 2 Outer.Inner 1 Outer.make.<locals>.Local
classes = []
for i in range(2):
    class Loop:
        n = i
        classes.append(None)
    classes[-1] = Loop
print([c.n for c in classes], classes[0] is classes[1])  # expect: [0, 1] False


class Conditional:
    if True:
        def f(self): return 'defined'
    for name in 'ab':
        vars()[name] = name.upper()
    del name


print(Conditional().f(), Conditional.a, hasattr(Conditional, 'name'))  # expect: defined A False
