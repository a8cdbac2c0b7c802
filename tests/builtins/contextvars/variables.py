# Context variables have the value that the running context gives them.
import contextvars

name = contextvars.ContextVar('name')
other = contextvars.ContextVar('other', default=7)
try:
    name.get()
except LookupError as error:
    print(error.args[0] is name)  # expect: True
print(name.get('given'), other.get(), other.get(8), name.name, repr(other).partition(' at')[0])  # expect: given 7 8 name <ContextVar name='other' default=7

token = name.set(1)
print(name.get(), token.old_value is contextvars.Token.MISSING, token.var is name, contextvars.Token.MISSING)  # expect: 1 True True <Token.MISSING>
second = name.set(2)
name.reset(second)
print(name.get())  # expect: 1


def change(value, *, also):
    name.set(value)
    other.set(also)
    return name.get(), other.get(), contextvars.copy_context()[name]


context = contextvars.copy_context()
print(context.run(change, 5, also=6), name.get(), other.get(), context[name], context.get(other), len(context))  # expect: (5, 6, 5) 1 7 5 6 2
print(name in context, list(context) == [name, other], sorted(context.values()), context == context.copy(), context == contextvars.Context())  # expect: True True [5, 6] True False
name.reset(token)
print(name.get('unset'))  # expect: unset

for wrong in (lambda: name.reset(token), lambda: name.reset(second), lambda: other.reset(name.set(1)), lambda: context.run(context.run, print),
              lambda: context.run(name.reset, name.set(3)), lambda: name.reset(5), lambda: contextvars.Token(), lambda: context['text']):
    try:
        wrong()
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(' at 0x')[0].partition(' var=')[0])
# expect: RuntimeError <Token used
# expect: RuntimeError <Token used
# expect: ValueError <Token
# expect: RuntimeError cannot enter context: <_contextvars.Context object
# expect: ValueError <Token
# expect: TypeError expected an instance of Token, got 5
# expect: RuntimeError Tokens can only be created by ContextVars
# expect: TypeError a ContextVar key was expected, got 'text'


def generator():
    yield name.get()
    name.set('changed by the generator')
    yield name.get()


inside = generator()
context.run(name.set, 'in the context')
print(context.run(next, inside), context.run(next, inside), context[name])  # expect: in the context changed by the generator changed by the generator
