# Errors about * and ** name the callable as it names itself.
import math


class A:
    def method(self, *args, **keywords):
        pass

    @classmethod
    def make(cls):
        pass

    def __call__(self):
        pass

    def __str__(self):
        return 'an A'


def function():
    pass


for callee in function, A, A().method, A.method, A.make, A(), None, 5, len, math.sqrt, str.join, 'x'.join, [].append, lambda: 0:
    try:
        callee(*5)
    except TypeError as error:
        print(str(error).partition(' at 0x')[0])
    try:
        callee(**5)
    except TypeError as error:
        print(str(error).partition(' at 0x')[0])
    try:
        callee(**{'a': 1}, **{'a': 2})
    except TypeError as error:
        print(str(error).partition(' at 0x')[0])
# expect: __main__.function() argument after * must be an iterable, not int
# expect: __main__.function() argument after ** must be a mapping, not int
# expect: __main__.function() got multiple values for keyword argument 'a'
# expect: __main__.A() argument after * must be an iterable, not int
# expect: __main__.A() argument after ** must be a mapping, not int
# expect: __main__.A() got multiple values for keyword argument 'a'
# expect: __main__.A.method() argument after * must be an iterable, not int
# expect: __main__.A.method() argument after ** must be a mapping, not int
# expect: __main__.A.method() got multiple values for keyword argument 'a'
# expect: __main__.A.method() argument after * must be an iterable, not int
# expect: __main__.A.method() argument after ** must be a mapping, not int
# expect: __main__.A.method() got multiple values for keyword argument 'a'
# expect: __main__.A.make() argument after * must be an iterable, not int
# expect: __main__.A.make() argument after ** must be a mapping, not int
# expect: __main__.A.make() got multiple values for keyword argument 'a'
# expect: an A argument after * must be an iterable, not int
# expect: an A argument after ** must be a mapping, not int
# expect: an A got multiple values for keyword argument 'a'
# expect: None argument after * must be an iterable, not int
# expect: None argument after ** must be a mapping, not int
# expect: None got multiple values for keyword argument 'a'
# expect: 5 argument after * must be an iterable, not int
# expect: 5 argument after ** must be a mapping, not int
# expect: 5 got multiple values for keyword argument 'a'
# expect: len() argument after * must be an iterable, not int
# expect: len() argument after ** must be a mapping, not int
# expect: len() got multiple values for keyword argument 'a'
# expect: math.sqrt() argument after * must be an iterable, not int
# expect: math.sqrt() argument after ** must be a mapping, not int
# expect: math.sqrt() got multiple values for keyword argument 'a'
# expect: str.join() argument after * must be an iterable, not int
# expect: str.join() argument after ** must be a mapping, not int
# expect: str.join() got multiple values for keyword argument 'a'
# expect: str.join() argument after * must be an iterable, not int
# expect: str.join() argument after ** must be a mapping, not int
# expect: str.join() got multiple values for keyword argument 'a'
# expect: list.append() argument after * must be an iterable, not int
# expect: list.append() argument after ** must be a mapping, not int
# expect: list.append() got multiple values for keyword argument 'a'
# expect: __main__.<lambda>() argument after * must be an iterable, not int
# expect: __main__.<lambda>() argument after ** must be a mapping, not int
# expect: __main__.<lambda>() got multiple values for keyword argument 'a'
