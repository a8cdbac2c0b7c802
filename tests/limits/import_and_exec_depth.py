depth = 0


def nested():
    global depth
    depth += 1
    exec('nested()')


try:
    nested()
except RecursionError:
    print('RecursionError', depth > 10)  # expect: RecursionError True


def evaluate():
    return eval('evaluate()')


try:
    evaluate()
except RecursionError:
    print('RecursionError')  # expect: RecursionError
source = '1'
for _ in range(50):
    source = f'eval({source!r})'
    if len(source) > 100_000:
        break
try:
    print(eval(source))  # expect: 1
except (RecursionError, MemoryError, SyntaxError) as error:
    print('refused')
