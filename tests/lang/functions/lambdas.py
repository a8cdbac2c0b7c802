f = lambda: None
print(f(), f.__name__, (lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1))  # expect: None <lambda> (1, 2, (), 4, {})
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)))  # expect: ['ccc', 'bb', 'a']
print([g(2) for g in [lambda x, n=n: x ** n for n in range(4)]])  # expect: [1, 2, 4, 8]
print((lambda x: (lambda y: x + y))(1)(2))  # expect: 3
print((lambda *a: a)(*range(3)), (lambda: (yield))().send(None))  # expect: (0, 1, 2) None
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20))  # expect: 2432902008176640000
print((lambda x: x if x else 'empty')(''))  # expect: empty
