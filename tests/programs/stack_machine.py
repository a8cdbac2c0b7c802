"""A small virtual machine: an assembler with labels and macros, a verifier, an interpreter with a debugger, and a compiler from a toy language."""
import sys


class Instruction:
    """An opcode: its name, whether it has an operand, and what it does to the depth of the stack."""

    table = {}

    def __init__(self, name, operand=False, pops=0, pushes=0):
        self.name, self.operand, self.pops, self.pushes = name, operand, pops, pushes
        self.code = len(self.table)
        self.table[name] = self
        self.body = None

    def __call__(self, body):
        self.body = body
        return self

    def __repr__(self):
        return self.name


def op(name, **shape):
    return Instruction(name, **shape)


class MachineError(Exception):
    pass


class Halt(Exception):
    def __init__(self, status=0):
        self.status = status


@op('push', operand=True, pushes=1)
def push(vm, operand):
    vm.stack.append(operand)


@op('pop', pops=1)
def pop(vm, _):
    vm.stack.pop()


@op('dup', pops=1, pushes=2)
def dup(vm, _):
    vm.stack.append(vm.stack[-1])


@op('swap', pops=2, pushes=2)
def swap(vm, _):
    vm.stack[-1], vm.stack[-2] = vm.stack[-2], vm.stack[-1]


@op('over', pops=2, pushes=3)
def over(vm, _):
    vm.stack.append(vm.stack[-2])


@op('load', operand=True, pushes=1)
def load(vm, slot):
    vm.stack.append(vm.memory.get(slot, 0))


@op('store', operand=True, pops=1)
def store(vm, slot):
    vm.memory[slot] = vm.stack.pop()


@op('jump', operand=True)
def jump(vm, target):
    vm.pc = target


@op('jz', operand=True, pops=1)
def jump_if_zero(vm, target):
    if not vm.stack.pop():
        vm.pc = target


@op('call', operand=True)
def call(vm, target):
    if len(vm.returns) >= vm.MAX_CALLS:
        raise MachineError('calls nested too deeply')
    vm.returns.append(vm.pc)
    vm.pc = target


@op('ret')
def ret(vm, _):
    if not vm.returns:
        raise Halt
    vm.pc = vm.returns.pop()


@op('print', pops=1)
def show(vm, _):
    vm.output.append(str(vm.stack.pop()))


@op('halt')
def halt(vm, _):
    raise Halt


def binary(name, function):
    @op(name, pops=2, pushes=1)
    def body(vm, _):
        b, a = vm.stack.pop(), vm.stack.pop()
        try:
            vm.stack.append(int(function(a, b)))
        except ZeroDivisionError as error:
            raise MachineError(f'{a} {name} {b}') from error


for name, function in {
    'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'div': lambda a, b: a // b, 'mod': lambda a, b: a % b,
    'lt': lambda a, b: a < b, 'eq': lambda a, b: a == b, 'and': lambda a, b: a & b, 'or': lambda a, b: a | b, 'shl': lambda a, b: a << b,
}.items():
    binary(name, function)


class AssemblyError(ValueError):
    def __init__(self, line, message):
        super().__init__(f'line {line}: {message}')


class Assembler:
    def __init__(self):
        self.macros = {}

    def assemble(self, text):
        code, labels, patches = [], {}, []
        for number, words in self.lines(text):
            head, *rest = words
            if head.endswith(':'):
                if (label := head[:-1]) in labels:
                    raise AssemblyError(number, f'label {label} twice')
                labels[label] = len(code)
                if not rest:
                    continue
                head, *rest = rest
            instruction = Instruction.table.get(head)
            if instruction is None:
                raise AssemblyError(number, f'unknown instruction {head}')
            if len(rest) != instruction.operand:
                raise AssemblyError(number, f'{head} takes {int(instruction.operand)} operand(s), not {len(rest)}')
            operand = None
            if rest:
                text = rest[0]
                if text.lstrip('-').isdigit():
                    operand = int(text)
                elif text.startswith('$'):
                    operand = text
                else:
                    patches.append((len(code), number, text))
            code.append((instruction, operand))
        for at, number, label in patches:
            try:
                code[at] = code[at][0], labels[label]
            except KeyError:
                raise AssemblyError(number, f'no label {label}') from None
        return code

    def lines(self, text):
        macro = None
        for number, line in enumerate(text.splitlines(), 1):
            words = line.split(';')[0].split()
            if not words:
                continue
            match words:
                case ['macro', name, *parameters]:
                    macro = name, parameters, []
                case ['end'] if macro:
                    self.macros[macro[0]] = macro[1:]
                    macro = None
                case _ if macro:
                    macro[2].append(words)
                case [name, *arguments] if name in self.macros:
                    parameters, body = self.macros[name]
                    if len(arguments) != len(parameters):
                        raise AssemblyError(number, f'{name} takes {len(parameters)} argument(s)')
                    names = dict(zip(parameters, arguments))
                    yield from ((number, [names.get(w, w) for w in body_words]) for body_words in body)
                case _:
                    yield number, words


def verify(code):
    """Depth of the stack before each instruction; raises where paths disagree or the stack runs dry."""
    depths, todo = {}, [(0, 0)]
    while todo:
        pc, depth = todo.pop()
        if pc >= len(code):
            raise MachineError(f'control runs off the end at {pc}')
        if pc in depths:
            if depths[pc] != depth:
                raise MachineError(f'depth {depth} and {depths[pc]} at {pc}')
            continue
        depths[pc] = depth
        instruction, operand = code[pc]
        if depth < instruction.pops:
            raise MachineError(f'{instruction} at {pc} needs {instruction.pops} values, there are {depth}')
        depth += instruction.pushes - instruction.pops
        name = instruction.name
        if name in ('jump', 'jz'):
            todo.append((operand, depth))
        if name not in ('jump', 'halt', 'ret'):
            todo.append((pc + 1, depth))
    return depths


class Machine:
    MAX_CALLS = 200

    def __init__(self, code, *, breakpoints=(), limit=1_000_000):
        self.code = code
        self.pc = 0
        self.stack, self.returns, self.output = [], [], []
        self.memory = {}
        self.steps = 0
        self.limit = limit
        self.breakpoints = frozenset(breakpoints)
        self.profile = {}

    def run(self):
        """A generator: stops at breakpoints, returns the exit status."""
        code = self.code
        try:
            while True:
                if self.pc in self.breakpoints:
                    yield self.pc, tuple(self.stack), dict(self.memory)
                instruction, operand = code[self.pc]
                self.pc += 1
                self.steps += 1
                if self.steps > self.limit:
                    raise MachineError('too many steps')
                self.profile[instruction.name] = self.profile.get(instruction.name, 0) + 1
                instruction.body(self, operand)
        except Halt as stop:
            return stop.status
        except IndexError:
            raise MachineError(f'stack or code exhausted at {self.pc - 1}') from None

    def finish(self):
        stops = []
        machine = self.run()
        while True:
            try:
                stops.append(next(machine))
            except StopIteration as stop:
                return stops, stop.value


class Compiler:
    """Lisp-like source to assembly text: (set x 3) (while (< x 10) ...) (print (+ x 1)) (define (f a b) ...)."""

    BINARY = {'+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '%': 'mod', '<': 'lt', '=': 'eq', '&': 'and', '|': 'or'}

    def __init__(self):
        self.out, self.functions, self.labels = [], [], 0

    @staticmethod
    def read(text):
        tokens = text.replace('(', ' ( ').replace(')', ' ) ').split()

        def parse(i):
            if tokens[i] == '(':
                items, i = [], i + 1
                while tokens[i] != ')':
                    item, i = parse(i)
                    items.append(item)
                return items, i + 1
            token = tokens[i]
            return (int(token) if token.lstrip('-').isdigit() else token), i + 1

        position, forms = 0, []
        while position < len(tokens):
            form, position = parse(position)
            forms.append(form)
        return forms

    def label(self, kind):
        self.labels += 1
        return f'{kind}{self.labels}'

    def emit(self, *words):
        self.out.append('    ' + ' '.join(map(str, words)))

    def expression(self, form, scope):
        match form:
            case int():
                self.emit('push', form)
            case str():
                self.emit('load', scope.get(form, f'${form}'))
            case [operator, first, *rest] if operator in self.BINARY and rest:
                self.expression(first, scope)
                for other in rest:
                    self.expression(other, scope)
                    self.emit(self.BINARY[operator])
            case ['not', operand]:
                self.expression(['=', operand, 0], scope)
            case ['if', test, yes, no]:
                otherwise, done = self.label('else'), self.label('done')
                self.expression(test, scope)
                self.emit('jz', otherwise)
                self.expression(yes, scope)
                self.emit('jump', done)
                self.out.append(f'{otherwise}:')
                self.expression(no, scope)
                self.out.append(f'{done}:')
            case [str() as function, *arguments]:
                # The callee's variables are saved on the stack, so that functions may recurse.
                saved = list(scope.values())
                for slot in saved:
                    self.emit('load', slot)
                for argument in arguments:
                    self.expression(argument, scope)
                self.emit('call', function)
                for slot in reversed(saved):
                    self.emit('load', '$result')
                    self.emit('swap')
                    self.emit('store', slot)
                    self.emit('pop')
                self.emit('load', '$result')
            case _:
                raise SyntaxError(f'what is {form!r}?')

    def statement(self, form, scope):
        match form:
            case ['set', str() as name, value]:
                self.expression(value, scope)
                self.emit('store', scope.get(name, f'${name}'))
            case ['print', *values]:
                for value in values:
                    self.expression(value, scope)
                    self.emit('print')
            case ['while', test, *body]:
                top, done = self.label('loop'), self.label('done')
                self.out.append(f'{top}:')
                self.expression(test, scope)
                self.emit('jz', done)
                for inner in body:
                    self.statement(inner, scope)
                self.emit('jump', top)
                self.out.append(f'{done}:')
            case ['define', [name, *parameters], *body, result]:
                self.functions.append((name, parameters, body, result))
            case _:
                self.expression(form, scope)
                self.emit('pop')

    def compile(self, text):
        for form in self.read(text):
            self.statement(form, {})
        self.emit('halt')
        for name, parameters, body, result in self.functions:
            scope = {p: f'${name}.{p}' for p in parameters}
            self.out.append(f'{name}:')
            for parameter in reversed(parameters):
                self.emit('store', scope[parameter])
            for inner in body:
                self.statement(inner, scope)
            self.expression(result, scope)
            self.emit('store', '$result')
            self.emit('ret')
        return '\n'.join(self.out)


COUNTDOWN = '''
macro say value        ; prints a number
    push value
    print
end
        push 5
loop:   dup
        print
        push 1
        sub
        dup
        jz out
        jump loop
out:    pop
        say 99
        halt
'''

SOURCE = '''
(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(define (gcd a b) (if b (gcd b (% a b)) a))
(set i 0)
(while (< i 15) (print (fib i)) (set i (+ i 3)))
(print (gcd 1071 462) (if (not i) 1 2) (+ 1 2 3 4 (* 5 6 7)))
(set n 27) (set steps 0)
(while (not (= n 1))
    (set n (if (% n 2) (+ (* 3 n) 1) (/ n 2)))
    (set steps (+ steps 1)))
(print steps)
'''


def main():
    code = Assembler().assemble(COUNTDOWN)
    print(code[:4], verify(code))
    machine = Machine(code, breakpoints=[6])
    stops, status = machine.finish()
    print(machine.output, status, stops)

    assembly = Compiler().compile(SOURCE)
    print(assembly.count('\n'), assembly.splitlines()[:6])
    program = Assembler().assemble(assembly)
    machine = Machine(program)
    machine.finish()
    print(' '.join(machine.output), machine.steps, len(machine.stack))
    for name, times in sorted(machine.profile.items(), key=lambda item: (-item[1], item[0]))[:6]:
        print(f'{name:>8} {times:7,d} {times / machine.steps:6.1%}')

    for text in ('push', 'fly 3', 'jump nowhere', 'a: push 1\na: push 2', 'macro m x\nprint\nend\nm'):
        try:
            Assembler().assemble(text)
        except AssemblyError as error:
            print('assembly:', error)
    for text in ('add', 'push 1\njz end\npush 2\nend: halt', 'push 1', 'push 1\nl: push 2\njump l'):
        try:
            print(verify(Assembler().assemble(text)))
        except MachineError as error:
            print('verifier:', error)
    for text, limit in (('push 1\npush 0\ndiv\nhalt', 100), ('l: jump l', 50), ('f: call f', 1000), ('pop', 10), ('push 1\npush 200\nshl\nprint\nret', 10)):
        machine = Machine(Assembler().assemble(text), limit=limit)
        try:
            machine.finish()
            print('ended', machine.output)
        except MachineError as error:
            print('run:', error, '<-', repr(error.__cause__), machine.steps)
    try:
        Compiler().compile('(print (1 2))')
    except SyntaxError as error:
        print(error.msg)
    return len(Instruction.table)


if __name__ == '__main__':
    sys.exit(0 if main() == 23 else 'an instruction is missing')
