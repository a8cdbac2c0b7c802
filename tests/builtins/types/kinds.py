import types, keyword
print(types.SimpleNamespace(a=1), types.MappingProxyType({1: 2}), types.new_class('N', (object,), {}, lambda ns: ns.update(x=1)).x)  # expect: namespace(a=1) {1: 2} 1
print(keyword.iskeyword('for'), isinstance(len, types.BuiltinFunctionType), types.prepare_class('X'))  # expect: True True (<class 'type'>, {}, {})
print(types.resolve_bases((int,)))  # expect: (<class 'int'>,)


@types.coroutine
def tc():
    yield 1


async def usetc():
    return await tc()


u = usetc()
print(u.send(None))  # expect: 1
u.close()
