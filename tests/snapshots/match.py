def f(v):
    match v:
        case 1 | 'two' | None: return 'a'
        case [a, *_, b] if a: return a + b
        case {'k': q, **rest}: return q, rest
        case Point(x=0, y=yy) as p: return p, yy
        case (str() as s) | [s]: return s
        case _: return None
