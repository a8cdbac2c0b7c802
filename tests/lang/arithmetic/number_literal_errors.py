### case: leading zero
x = 012  # raises: SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
### case: bad binary
x = 0b12  # raises: SyntaxError: invalid digit '2' in binary literal
### case: bad octal
x = 0o8  # raises: SyntaxError: invalid digit '8' in octal literal
### case: bad hex
x = 0xg  # raises: SyntaxError: invalid hexadecimal literal
### case: double underscore
x = 1__0  # raises: SyntaxError: invalid decimal literal
### case: trailing underscore
x = 1_  # raises: SyntaxError: invalid decimal literal
### case: letter
x = 1abc  # raises: SyntaxError: invalid decimal literal
### case: exponent
x = 1e  # raises: SyntaxError: invalid decimal literal
