### case: unterminated
# raises: SyntaxError: unterminated string literal (detected at line 3)
x = 'abc
### case: unterminated triple
# raises: SyntaxError: unterminated triple-quoted string literal (detected at line 6)
x = """abc
### case: bad escape
x = '\x4'  # raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
### case: bad unicode
x = '\u12'  # raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
### case: bad name
x = '\N{NO SUCH NAME}'  # raises: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name
### case: bytes with text
x = b'é'  # raises: SyntaxError: bytes can only contain ASCII literal characters
### case: mixing
x = b'a' 'b'  # raises: SyntaxError: cannot mix bytes and nonbytes literals
