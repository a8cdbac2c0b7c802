### case: unparenthesized tuple target
[x, y for x, y in z]  # raises: SyntaxError: did you forget parentheses around the comprehension target?
### case: star in comprehension
[*x for x in y]  # raises: SyntaxError: iterable unpacking cannot be used in comprehension
### case: dict unpacking
{**x for x in y}  # raises: SyntaxError: dict unpacking cannot be used in dict comprehension
### case: missing in
[x for x y]  # raises: SyntaxError: 'in' expected after for-loop variables
