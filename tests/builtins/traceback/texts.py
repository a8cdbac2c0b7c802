import traceback, io


def boom():
    raise ValueError('x')


try:
    boom()
except ValueError as e:
    s = traceback.format_exc()
    print(s.splitlines()[0], s.splitlines()[-1])
    print(traceback.format_exception_only(e), [(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)], traceback.format_exception(e)[-1])
    buf = io.StringIO()
    traceback.print_exc(file=buf)
    print(buf.getvalue() == s, traceback.extract_tb(e.__traceback__)[0].line)
# expect: Traceback (most recent call last): ValueError: x
# expect: ['ValueError: x\n'] [('<module>', 9), ('boom', 5)] ValueError: x
# expect:
# expect: True boom()
print(traceback.format_exc(), [f.name for f in traceback.extract_stack()][-1:])
# expect: NoneType: None
# expect:  ['<module>']
