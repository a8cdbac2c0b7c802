### case: missing colon if
if True  # raises: SyntaxError: expected ':'
    pass
### case: missing colon def
def f()  # raises: SyntaxError: expected ':'
    pass
### case: missing colon class
class C  # raises: SyntaxError: expected ':'
    pass
### case: missing colon while
while x  # raises: SyntaxError: expected ':'
    pass
### case: missing colon else
if x:
    pass
else  # raises: SyntaxError: expected ':'
    pass
### case: assignment in condition
if x = 1:  # raises: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    pass
### case: missing comma
x = [1 2]  # raises: SyntaxError: invalid syntax. Perhaps you forgot a comma?
### case: missing comma in call
f(a b)  # raises: SyntaxError: invalid syntax. Perhaps you forgot a comma?
### case: missing comma in dict
x = {'a': 1 'b': 2}  # raises: SyntaxError: invalid syntax. Perhaps you forgot a comma?
### case: never closed
x = (1,  # raises: SyntaxError: '(' was never closed
### case: never closed bracket
print([1, 2  # raises: SyntaxError: '[' was never closed
y = 3
### case: unmatched
x = 1)  # raises: SyntaxError: unmatched ')'
### case: mismatch
x = (1]  # raises: SyntaxError: closing parenthesis ']' does not match opening parenthesis '('
### case: mismatch over lines
x = {
    1: [2,
}  # raises: SyntaxError: closing parenthesis '}' does not match opening parenthesis '[' on line 38
### case: print statement
print 'hello'  # raises: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
### case: exec statement
exec 'x'  # raises: SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?
### case: python 2 not equal
1 <> 2  # raises: SyntaxError: invalid syntax
### case: increment
x++  # raises: SyntaxError: invalid syntax
### case: else if
if x:
    pass
else if y:  # raises: SyntaxError: expected ':'
    pass
### case: elif without if
elif x:  # raises: SyntaxError: invalid syntax
    pass
### case: keyword as name
class = 1  # raises: SyntaxError: invalid syntax
### case: keyword argument name
f(class=1)  # raises: SyntaxError: invalid syntax
### case: def without name
def (x):  # raises: SyntaxError: invalid syntax
    pass
### case: missing expression
x =  # raises: SyntaxError: invalid syntax
### case: dangling operator
x = 1 +  # raises: SyntaxError: invalid syntax
### case: two expressions
a b  # raises: SyntaxError: invalid syntax
### case: dollar
x = $1  # raises: SyntaxError: invalid syntax
### case: question mark
x = a ? b : c  # raises: SyntaxError: invalid syntax
### case: stray backslash
x = 1 \ 2  # raises: SyntaxError: unexpected character after line continuation character
### case: bad unicode quote
x = “text”  # raises: SyntaxError: invalid character '“' (U+201C)
### case: dict value missing
x = {'a': }  # raises: SyntaxError: expression expected after dictionary key and ':'
### case: dict colon missing
x = {'a': 1, 'b'}  # raises: SyntaxError: ':' expected after dictionary key
### case: lambda colon
lambda x x  # raises: SyntaxError: invalid syntax
### case: conditional without else
x = 1 if y  # raises: SyntaxError: expected 'else' after 'if' expression
### case: not in wrong order
x = 1 in not y  # raises: SyntaxError: invalid syntax
### case: import from without import
from math  # raises: SyntaxError: invalid syntax
### case: for without in
for x y:  # raises: SyntaxError: invalid syntax
    pass
### case: with without colon
with x  # raises: SyntaxError: expected ':'
    pass
### case: return in class
class C:
    return 1  # raises: SyntaxError: 'return' outside function
### case: true assignment in call
f(True=1)  # raises: SyntaxError: cannot assign to True
### case: async alone
async x  # raises: SyntaxError: invalid syntax
### case: decorators
@  # raises: SyntaxError: invalid syntax
def f(): pass
### case: decorator without def
@f
x = 1  # raises: SyntaxError: invalid syntax
### case: semicolon
if x: ; pass  # raises: SyntaxError: invalid syntax
### case: ellipsis target
... = 1  # raises: SyntaxError: cannot assign to ellipsis here. Maybe you meant '==' instead of '='?
### case: non-ascii digit
x = ٣  # raises: SyntaxError: invalid character '٣' (U+0663)
### case: invisible character
x = 1​  # raises: SyntaxError: invalid non-printable character U+200B
