class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        print('new', name, [b.__name__ for b in bases], options)
        namespace['added'] = 'by meta'
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print('init', name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kwargs)

    @property
    def shout(cls):
        return cls.__name__.upper()

    def __len__(cls):
        return 3

    def __getitem__(cls, key):
        return f'{cls.__name__}[{key}]'

    def __contains__(cls, item):
        return item == 1

    def __repr__(cls):
        return f'<meta {cls.__name__}>'


class C(metaclass=Meta, option=1):
    def __init__(self, x):
        self.x = x
# expect: new C [] {'option': 1}
# expect: init C


c = C(5)
# expect: call C (5,)
print(c.x, C.added, C.shout, len(C), C['key'], 1 in C, C, type(C) is Meta)  # expect: 5 by meta C 3 C[key] True <meta C> True


class D(C):
    pass
# expect: new D ['C'] {}
# expect: init D


print(type(D) is Meta, hasattr(c, 'shout'), isinstance(C, type))  # expect: True False True
