try:
    raise KeyboardInterrupt
except Exception:
    print('never')
except BaseException as error:
    print(repr(error))  # expect: KeyboardInterrupt()
try:
    raise GeneratorExit('x')
except BaseException as error:
    print(repr(error))  # expect: GeneratorExit('x')
