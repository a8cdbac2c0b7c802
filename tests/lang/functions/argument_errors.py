def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as error:
        print(error)


def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1, c=2): pass
def keyword(*, k): pass
def keywords(a, *, k, m, n=1): pass
def star(a, *args): pass
def double(a, **kwargs): pass


attempt(none, 1)
# expect: none() takes 0 positional arguments but 1 was given
attempt(none, 1, 2)
# expect: none() takes 0 positional arguments but 2 were given
attempt(none, x=1)
# expect: none() got an unexpected keyword argument 'x'
attempt(one)
# expect: one() missing 1 required positional argument: 'a'
attempt(one, 1, 2)
# expect: one() takes 1 positional argument but 2 were given
attempt(one, 1, a=2)
# expect: one() got multiple values for argument 'a'
attempt(one, 1, b=2)
# expect: one() got an unexpected keyword argument 'b'
attempt(two)
# expect: two() missing 2 required positional arguments: 'a' and 'b'
attempt(two, 1)
# expect: two() missing 1 required positional argument: 'b'
attempt(two, b=1)
# expect: two() missing 1 required positional argument: 'a'
attempt(three)
# expect: three() missing 3 required positional arguments: 'a', 'b', and 'c'
attempt(three, 1, 2, 3, 4)
# expect: three() takes 3 positional arguments but 4 were given
attempt(default)
# expect: default() missing 1 required positional argument: 'a'
attempt(default, 1, 2, 3, 4)
# expect: default() takes from 1 to 3 positional arguments but 4 were given
attempt(default, 1, 2, b=3)
# expect: default() got multiple values for argument 'b'
attempt(keyword)
# expect: keyword() missing 1 required keyword-only argument: 'k'
attempt(keyword, 1)
# expect: keyword() takes 0 positional arguments but 1 was given
attempt(keyword, 1, k=2)
# expect: keyword() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
attempt(keywords, 1)
# expect: keywords() missing 2 required keyword-only arguments: 'k' and 'm'
attempt(keywords, 1, m=1)
# expect: keywords() missing 1 required keyword-only argument: 'k'
attempt(keywords, 1, 2, k=1)
# expect: keywords() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
attempt(star)
# expect: star() missing 1 required positional argument: 'a'
attempt(star, 1, b=2)
# expect: star() got an unexpected keyword argument 'b'
attempt(double, 1, 2)
# expect: double() takes 1 positional argument but 2 were given
attempt(double, a=1, **{'b': 2, 'c': 3}) or attempt(double)
# expect: double() missing 1 required positional argument: 'a'
attempt(lambda x: x)
# expect: <lambda>() missing 1 required positional argument: 'x'
attempt(one, **{'a': 1, 'z': 2})
# expect: one() got an unexpected keyword argument 'z'
