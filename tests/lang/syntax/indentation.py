### case: expected block
if x:
pass  # raises: IndentationError: expected an indented block after 'if' statement on line 2
### case: expected block function
def f():
x = 1  # raises: IndentationError: expected an indented block after function definition on line 5
### case: expected block else
if x:
    pass
else:
pass  # raises: IndentationError: expected an indented block after 'else' statement on line 10
### case: expected block loop
for x in y:
pass  # raises: IndentationError: expected an indented block after 'for' statement on line 13
### case: expected block try
try:
pass  # raises: IndentationError: expected an indented block after 'try' statement on line 16
### case: expected block with
with x:
pass  # raises: IndentationError: expected an indented block after 'with' statement on line 19
### case: expected block class
class C:
x = 1  # raises: IndentationError: expected an indented block after class definition on line 22
### case: expected block case
match x:
    case 1:
    pass  # raises: IndentationError: expected an indented block after 'case' statement on line 26
### case: expected block at end
def f():  # raises: IndentationError: expected an indented block after function definition on line 29
### case: unexpected
x = 1
    y = 2  # raises: IndentationError: unexpected indent
### case: unindent
if x:
        y = 1
    z = 2  # raises: IndentationError: unindent does not match any outer indentation level
### case: tabs and spaces
if x:
        y = 1
	z = 2  # raises: TabError: inconsistent use of tabs and spaces in indentation
### case: unexpected first
  x = 1  # raises: IndentationError: unexpected indent
