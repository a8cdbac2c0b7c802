# operator: functions and getters.
import operator
from operator import *
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(add(1, 2), sub(5, 3), mul(2, 3), truediv(7, 2), floordiv(7, 2), mod(7, 3), operator.pow(2, 5), lshift(1, 4), rshift(16, 2), and_(6, 3), or_(6, 3), xor(6, 3), neg(5), pos(5), inv(5), invert(5), operator.abs(-5))  # expect: 3 2 6 3.5 3 1 32 16 4 2 7 5 -5 5 -6 -6 5
print(lt(1, 2), le(2, 2), eq(1, 1.0), ne(1, 2), ge(1, 2), gt(1, 2), not_([]), truth([]), is_(None, None), is_not(1, None), contains('abc', 'b'), operator.index(True))  # expect: True True True True False False True False True True True 1
print(concat([1], [2]), countOf([1, 1, 2], 1), indexOf('abc', 'c'), getitem([1, 2], 1), length_hint([1, 2]), length_hint(iter([1])), length_hint(5, 3), operator.call(max, 1, 2), operator.call(dict, a=1))  # expect: [1, 2] 2 2 2 2 1 3 2 {'a': 1}
a = [1, 2, 3]
setitem(a, 0, 9); delitem(a, 1)
print(a, iadd(a, [4]) is a, a, iconcat(a, (5,)), imul(a, 1) is a, ior({1}, {2}), ipow(2, 3), isub(5, 1), iand(6, 3), ixor(1, 3), ilshift(1, 2), irshift(8, 1), ifloordiv(7, 2), itruediv(7, 2), imod(7, 4))  # expect: [9, 3, 4, 5] True [9, 3, 4, 5] [9, 3, 4, 5] True {1, 2} 8 4 2 2 4 4 3 3.5 3
print(operator.__add__(1, 2), operator.__not__(0), operator.__and__(3, 1), operator.__iadd__(1, 2), operator.__contains__([1], 1), operator.__name__)  # expect: 3 True 1 3 True operator
print(itemgetter(1)([5, 6]), itemgetter(1, 0, -1)('abc'), itemgetter('k')({'k': 'v'}), itemgetter(slice(1, 3))('abcd'), itemgetter(1, 2), itemgetter('a'))  # expect: 6 ('b', 'a', 'c') v bc operator.itemgetter(1, 2) operator.itemgetter('a')
class P: pass
p = P(); p.x = P(); p.x.y = 5; p.z = 6
print(attrgetter('z')(p), attrgetter('x.y', 'z')(p), attrgetter('x.y'), attrgetter('a', 'b.c'))  # expect: 6 (5, 6) operator.attrgetter('x.y') operator.attrgetter('a', 'b.c')
print(methodcaller('upper')('abc'), methodcaller('split', ',', maxsplit=1)('a,b,c'), methodcaller('m', 1, b='x'), sorted([[3, 'a'], [1, 'b']], key=itemgetter(0)), list(map(methodcaller('count', 'a'), ['aab', 'b'])))  # expect: ABC ['a', 'b,c'] operator.methodcaller('m', 1, b='x') [[1, 'b'], [3, 'a']] [2, 0]
fails(itemgetter)
# expect: TypeError: itemgetter expected 1 argument, got 0
fails(itemgetter(1))
# expect: TypeError: itemgetter expected 1 argument, got 0
fails(itemgetter(1), 1, 2)
# expect: TypeError: itemgetter expected 1 argument, got 2
fails(itemgetter(1), 5)
# expect: TypeError: 'int' object is not subscriptable
fails(itemgetter(1), [1])
# expect: IndexError: list index out of range
fails(lambda: itemgetter(x=1))
# expect: TypeError: itemgetter() takes no keyword arguments
fails(attrgetter)
# expect: TypeError: attrgetter expected 1 argument, got 0
fails(attrgetter, 1)
# expect: TypeError: attribute name must be a string
fails(attrgetter('x.y'), 5)
# expect: AttributeError: 'int' object has no attribute 'x'
fails(attrgetter(''), 5)
# expect: AttributeError: 'int' object has no attribute ''
fails(methodcaller)
# expect: TypeError: methodcaller needs at least one argument, the method name
fails(methodcaller, 1)
# expect: TypeError: method name must be a string
fails(methodcaller('a'), 5)
# expect: AttributeError: 'int' object has no attribute 'a'
fails(methodcaller('upper'))
# expect: TypeError: methodcaller expected 1 argument, got 0
fails(concat, 1, 2)
# expect: TypeError: 'int' object can't be concatenated
fails(concat, [1], 2)
# expect: TypeError: can only concatenate list (not "int") to list
fails(iconcat, 1, 2)
# expect: TypeError: 'int' object can't be concatenated
fails(countOf, 1, 2)
# expect: TypeError: argument of type 'int' is not iterable
fails(indexOf, [1], 2)
# expect: ValueError: sequence.index(x): x not in sequence
fails(length_hint, 1, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(contains, 1, 2)
# expect: TypeError: argument of type 'int' is not iterable
fails(add, 1)
# expect: TypeError: add expected 2 arguments, got 1
fails(add, 1, 2, 3)
# expect: TypeError: add expected 2 arguments, got 3
fails(add, 1, 'a')
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
fails(imatmul, 1, 2)
# expect: TypeError: unsupported operand type(s) for @=: 'int' and 'int'
fails(operator.call)
# expect: TypeError: call expected at least 1 argument, got 0
print(len(operator.__all__), all(hasattr(operator, n) for n in operator.__all__), itemgetter(1).__reduce__(), attrgetter('a').__reduce__(), type(itemgetter(1)))  # expect: 55 True (<class 'operator.itemgetter'>, (1,)) (<class 'operator.attrgetter'>, ('a',)) <class 'operator.itemgetter'>
