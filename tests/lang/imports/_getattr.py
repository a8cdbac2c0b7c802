real = 'real'


def __getattr__(name):
    if name in ('dynamic', 'imported_dynamically'):
        return f'made {name}'
    raise AttributeError(f'no {name} here')
