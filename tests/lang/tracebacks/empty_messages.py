### case: no message
raise ValueError
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 2, in <module>
# stderr:     raise ValueError
# stderr: ValueError
### case: custom str
class E(Exception):
    def __str__(self):
        return ''


raise E(1)
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 13, in <module>
# stderr:     raise E(1)
# stderr: E
### case: failing str
class F(Exception):
    def __str__(self):
        1 / 0


raise F
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 24, in <module>
# stderr:     raise F
# stderr: F: <exception str() failed>
### case: several lines
raise ValueError('line one\nline two')
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 30, in <module>
# stderr:     raise ValueError('line one\nline two')
# stderr: ValueError: line one
# stderr: line two
### case: qualified name
class Outer:
    class Inner(Exception):
        pass


raise Outer.Inner('x')
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 42, in <module>
# stderr:     raise Outer.Inner('x')
# stderr: Outer.Inner: x
### case: key error
{}['k' * 3]
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 48, in <module>
# stderr:     {}['k' * 3]
# stderr:     ~~^^^^^^^^^
# stderr: KeyError: 'kkk'
### case: assertion
assert 1 == 2
# stderr: Traceback (most recent call last):
# stderr:   File "empty_messages.py", line 55, in <module>
# stderr:     assert 1 == 2
# stderr:            ^^^^^^
# stderr: AssertionError
