def f[T: int](x: T) -> T: return x
class A[T]:
    y = int
    type B[U] = dict[y, U]
