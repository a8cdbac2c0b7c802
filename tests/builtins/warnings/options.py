# What -W takes: action:message:category:module:lineno, each abbreviated or empty.
import warnings

warnings.filters.clear()
warnings._processoptions(['ignore', 'err:text:UserWarning:mod:5', 'd::DeprecationWarning', 'all'])
for action, message, category, module, line in warnings.filters:
    print(action, message and message.pattern, category.__name__, module and module.pattern, line)
# expect: always None Warning None 0
# expect: default None DeprecationWarning None 0
# expect: error text UserWarning mod\Z 5
# expect: ignore None Warning None 0
for option in ['a:b:c:d:e:f', 'x', 'error::Foo', 'error::os.nope', 'error::nope.Nope', 'error:::m:x', 'error:::m:-1', 'error::int']:
    try:
        warnings._setoption(option)
    except warnings._OptionError as error:
        print(error)
# expect: too many fields (max 5): 'a:b:c:d:e:f'
# expect: invalid action: 'x'
# expect: unknown warning category: 'Foo'
# expect: unknown warning category: 'os.nope'
# expect: invalid module name: 'nope'
# expect: invalid lineno 'x'
# expect: invalid lineno -1
# expect: invalid warning category: 'int'
