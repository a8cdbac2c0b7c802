# The second [].append, found through the inline cache, was of another type than the first.
for _ in range(3):
    print(type([].append).__name__, type({}.get) is type(len))
# expect: builtin_function_or_method True
# expect: builtin_function_or_method True
# expect: builtin_function_or_method True
