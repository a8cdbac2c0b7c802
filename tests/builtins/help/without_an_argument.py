# differs: no interactive help: COMPATIBILITY.md#help
help()  # expect: Type help(object) for help about object.
print(help)  # expect: Type help(object) for help about object.
help('no_such_name')  # expect: No Python documentation found for 'no_such_name'.
# expect: Use help() to get the interactive help utility.
# expect: Use help(str) for help on the str class.
# expect:
help('abs')  # expect: Help on built-in function abs in module builtins:
# expect:
# expect: abs(x, /)
# expect:     Return the absolute value of the argument.
# expect:
