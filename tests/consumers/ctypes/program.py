"""minipy in CPython through its C interface: tests/consumers/ctypes/program.py LIBRARY"""
import ctypes
import sys

minipy = ctypes.CDLL(sys.argv[1])


def declare(name, result, *arguments):
    function = getattr(minipy, name)
    function.restype, function.argtypes = result, arguments
    return function


P, S, N = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
Callback = ctypes.CFUNCTYPE(P, P, P, ctypes.POINTER(P), N)
new, free = declare('minipy_new', P, P), declare('minipy_free', None, P)
execute, evaluate = declare('minipy_exec', ctypes.c_int, P, S, S), declare('minipy_eval', P, P, S)
error, message = declare('minipy_error', P, P), declare('minipy_error_message', S, P)
is_stop = declare('minipy_error_is_stop', ctypes.c_int, P)
value_free = declare('minipy_value_free', None, P)
to_int, to_str, text_free = declare('minipy_to_int', ctypes.c_int, P, ctypes.POINTER(ctypes.c_int64)), declare('minipy_to_str', P, P, P), declare('minipy_text_free', None, P)
make_int = declare('minipy_int', P, P, ctypes.c_int64)
make_function = declare('minipy_make_function', P, P, S, Callback, P, P)
set_global, get_global = declare('minipy_set_global', ctypes.c_int, P, S, P), declare('minipy_get_global', P, P, S)
lend, view, revoke = declare('minipy_lend', P, P, P, N, ctypes.c_int), declare('minipy_lease_view', P, P), declare('minipy_lease_revoke', ctypes.c_int, P)
lease_free = declare('minipy_lease_free', None, P)
config_new, config_free = declare('minipy_config_new', P), declare('minipy_config_free', None, P)
set_steps = declare('minipy_config_set_steps', None, P, ctypes.c_uint64)
version = declare('minipy_version', S)


def text(value):
    shown = to_str(value, None)
    result = ctypes.string_at(shown).decode()
    text_free(shown)
    value_free(value)
    return result


def main():
    config = config_new()
    set_steps(config, 100_000)
    py = new(config)
    config_free(config)
    assert execute(py, b'def square(x): return x * x', b'setup.py') == 0
    assert text(evaluate(py, b'square(12)')) == '144'
    assert evaluate(py, b'1 / 0') is None and message(error(py)) == b'division by zero'

    # Functions of CPython's, called by minipy.
    @Callback
    def multiply(py, data, arguments, count):
        product = 1
        for i in range(count):
            number = ctypes.c_int64()
            if to_int(arguments[i], ctypes.byref(number)) != 0:
                return None
            product *= number.value
        return make_int(py, product)

    function = make_function(py, b'multiply', multiply, None, None)
    assert set_global(py, b'multiply', function) == 0
    value_free(function)
    assert text(evaluate(py, b'multiply(2, 3, 7)')) == '42'
    assert evaluate(py, b'multiply(2, "x")') is None

    # Memory of CPython's, written to by minipy.
    memory = bytearray(b'Hello')
    array = (ctypes.c_char * len(memory)).from_buffer(memory)
    lease = lend(py, ctypes.addressof(array), len(memory), 0)
    lent = view(lease)
    assert set_global(py, b'memory', lent) == 0
    value_free(lent)
    assert execute(py, b'memory[0] = 74', None) == 0
    assert memory == b'Jello'
    assert revoke(lease) == 0
    lease_free(lease)
    assert evaluate(py, b'memory[0]') is None

    assert execute(py, b'while True: x = 1', None) == 2 and is_stop(error(py))
    print('minipy', version().decode(), text(evaluate(py, b'sum(range(10))')))
    free(py)


main()
