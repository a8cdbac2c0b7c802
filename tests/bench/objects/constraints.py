# One-way dataflow constraints with planning and propagation, after DeltaBlue: inheritance, virtual calls, lists of objects.


class Strength:
    def __init__(self, value, name):
        self.value = value
        self.name = name

    def stronger(self, other):
        return self.value < other.value

    @staticmethod
    def weakest(a, b):
        return a if a.value > b.value else b


REQUIRED, STRONG, MEDIUM, WEAK = (Strength(i, name) for i, name in enumerate(('required', 'strong', 'medium', 'weak')))


class Variable:
    def __init__(self, name, value=0):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAK


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def post(self, planner):
        for variable in self.variables():
            variable.constraints.append(self)
        planner.incremental_add(self)

    def inputs_known(self, mark):
        return all(v.mark == mark or v.determined_by is None for v in self.inputs())


class Stay(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.variable = variable

    def variables(self):
        return [self.variable]

    def inputs(self):
        return []

    def output(self):
        return self.variable

    def execute(self):
        pass


class Edit(Stay):
    pass


class Equal(Constraint):
    def __init__(self, source, target, strength=REQUIRED):
        super().__init__(strength)
        self.source = source
        self.target = target

    def variables(self):
        return [self.source, self.target]

    def inputs(self):
        return [self.source]

    def output(self):
        return self.target

    def execute(self):
        self.target.value = self.source.value


class Scale(Equal):
    def __init__(self, source, scale, offset, target, strength=REQUIRED):
        super().__init__(source, target, strength)
        self.scale = scale
        self.offset = offset

    def inputs(self):
        return [self.source, self.scale, self.offset]

    def execute(self):
        self.target.value = self.source.value * self.scale.value + self.offset.value


class Planner:
    def __init__(self):
        self.mark = 0

    def incremental_add(self, constraint):
        output = constraint.output()
        if output.determined_by is None or constraint.strength.stronger(output.strength):
            output.determined_by = constraint
            output.strength = Strength.weakest(constraint.strength, output.strength)
            constraint.execute()

    def plan(self, sources):
        self.mark += 1
        mark = self.mark
        plan, todo = [], list(sources)
        while todo:
            constraint = todo.pop()
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                output.mark = mark
                for other in output.constraints:
                    if other is not constraint and other.output() is not output:
                        todo.append(other)
        return plan


def change(planner, variable, value, times):
    edit = Edit(variable, STRONG)
    edit.post(planner)
    plan = planner.plan([edit])
    for i in range(times):
        variable.value = value + i
        for constraint in plan:
            constraint.execute()
    variable.constraints.remove(edit)


def chain(n):
    planner = Planner()
    variables = [Variable(f'v{i}') for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(a, b).post(planner)
    Stay(variables[-1], WEAK).post(planner)
    total = 0
    for i in range(25):
        change(planner, variables[0], i, 20)
        total += variables[-1].value
    return total


def projection(n):
    planner = Planner()
    scale, offset = Variable('scale', 10), Variable('offset', 1000)
    sources, targets = [], []
    for i in range(n):
        source, target = Variable('source', i), Variable('target', i)
        Stay(source, MEDIUM).post(planner)
        Scale(source, scale, offset, target).post(planner)
        sources.append(source)
        targets.append(target)
    total = 0
    for i, source in enumerate(sources):
        change(planner, source, i, 60)
        total += targets[i].value
    return total


total = 0
for _ in range(10):
    total += chain(700) + projection(1500)
print(total)
