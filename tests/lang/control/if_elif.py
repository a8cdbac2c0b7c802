def size(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10:
        return 'small'
    else:
        return 'large'


for n in (-1, 0, 5, 50):
    print(size(n))
# expect: negative
# expect: zero
# expect: small
# expect: large
if 1: print('one line'); print('two statements')
# expect: one line
# expect: two statements
if 0:
    pass
else: print('else on one line')  # expect: else on one line
