### case: caret
x = 1 +* 2
# stderr:   File "syntax_errors.py", line 2
# stderr:     x = 1 +* 2
# stderr:            ^
# stderr: SyntaxError: invalid syntax
### case: range
f(a b)
# stderr:   File "syntax_errors.py", line 8
# stderr:     f(a b)
# stderr:       ^^^
# stderr: SyntaxError: invalid syntax. Perhaps you forgot a comma?
### case: never closed
print((1, 2)
y = 1
# stderr:   File "syntax_errors.py", line 14
# stderr:     print((1, 2)
# stderr:          ^
# stderr: SyntaxError: '(' was never closed
### case: indentation
if True:
x = 1
# stderr:   File "syntax_errors.py", line 22
# stderr:     x = 1
# stderr:     ^
# stderr: IndentationError: expected an indented block after 'if' statement on line 21
### case: unterminated

text = 'abc
# stderr:   File "syntax_errors.py", line 29
# stderr:     text = 'abc
# stderr:            ^
# stderr: SyntaxError: unterminated string literal (detected at line 29)
### case: compile
compile('x = = 1', 'made up.py', 'exec')
# stderr: Traceback (most recent call last):
# stderr:   File "syntax_errors.py", line 35, in <module>
# stderr:     compile('x = = 1', 'made up.py', 'exec')
# stderr:     ~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# stderr:   File "made up.py", line 1
# stderr:     x = = 1
# stderr:         ^
# stderr: SyntaxError: invalid syntax
### case: eval
eval('1 +')
# stderr: Traceback (most recent call last):
# stderr:   File "syntax_errors.py", line 45, in <module>
# stderr:     eval('1 +')
# stderr:     ~~~~^^^^^^^
# stderr:   File "<string>", line 1
# stderr:     1 +
# stderr: SyntaxError: invalid syntax
### case: imported
import _syntax_error
# stderr: Traceback (most recent call last):
# stderr:   File "syntax_errors.py", line 54, in <module>
# stderr:     import _syntax_error
# stderr:   File "_syntax_error.py", line 2
# stderr:     y = = 2
# stderr:         ^
# stderr: SyntaxError: invalid syntax
