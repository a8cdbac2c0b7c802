class A:
    def __eq__(self, other):
        print('A.__eq__', type(other).__name__)
        return NotImplemented


class B:
    def __eq__(self, other):
        print('B.__eq__', type(other).__name__)
        return 'yes'


class C(A):
    def __eq__(self, other):
        print('C.__eq__')
        return True


print(A() == B())
# expect: A.__eq__ B
# expect: B.__eq__ A
# expect: yes
print(A() == A())
# expect: A.__eq__ A
# expect: A.__eq__ A
# expect: False
print(A() == C())
# expect: C.__eq__
# expect: True
print(A() == 1)
# expect: A.__eq__ int
# expect: False
print(A() != A())
# expect: A.__eq__ A
# expect: A.__eq__ A
# expect: True
