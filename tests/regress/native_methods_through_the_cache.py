# The second execution of an attribute instruction binds native methods as the first did.
for i in range(3):
    method = [].append
    print(type(method).__name__, repr('a'.join)[:26], method.__name__, type(''.join) is type(method))
# expect: builtin_function_or_method <built-in method join of s append True
# expect: builtin_function_or_method <built-in method join of s append True
# expect: builtin_function_or_method <built-in method join of s append True
