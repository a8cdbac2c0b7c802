/* minipy from C: each part of minipy.h, and who owns what (run under a leak checker, nothing is left). */
#include <minipy/minipy.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                                                                                              \
    do {                                                                                                                                              \
        if (!(condition)) {                                                                                                                           \
            ++failures;                                                                                                                               \
            printf("line %d: %s\n", __LINE__, #condition);                                                                                            \
        }                                                                                                                                             \
    } while (0)

static int is_text(minipy_value *value, const char *expected) {
    size_t size = 0;
    char *text = minipy_to_str(value, &size);
    const int same = text && strcmp(text, expected) == 0 && size == strlen(expected);
    if (!same) printf("  expected %s, got %s\n", expected, text ? text : "(failure)");
    minipy_text_free(text);
    minipy_value_free(value);
    return same;
}

static void values(void) {
    minipy_interpreter *py = minipy_new(NULL);
    CHECK(py != NULL);
    CHECK(minipy_exec(py, "def twice(x): return 2 * x\ndata = {'a': [1, 2.5, None]}", "setup.py") == MINIPY_OK);
    CHECK(minipy_error(py) == NULL);

    int64_t number = 0;
    minipy_value *six = minipy_eval(py, "twice(3)");
    CHECK(minipy_kind_of(six) == MINIPY_KIND_INT);
    CHECK(minipy_to_int(six, &number) == MINIPY_OK && number == 6);
    double real = 0;
    CHECK(minipy_to_float(six, &real) == MINIPY_OK && real == 6.0);
    int truth = 0;
    CHECK(minipy_truth(six, &truth) == MINIPY_OK && truth == 1);
    minipy_value_free(six);

    minipy_value *big = minipy_eval(py, "2 ** 63");
    uint64_t unsigned_number = 0;
    CHECK(minipy_to_uint(big, &unsigned_number) == MINIPY_OK && unsigned_number == UINT64_C(1) << 63);
    CHECK(minipy_to_int(big, &number) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "OverflowError"));
    minipy_value_free(big);

    CHECK(is_text(minipy_uint(py, UINT64_MAX), "18446744073709551615"));
    CHECK(is_text(minipy_int(py, INT64_MIN), "-9223372036854775808"));
    CHECK(is_text(minipy_bool(py, 5), "True"));
    CHECK(is_text(minipy_none(py), "None"));
    CHECK(is_text(minipy_float(py, 0.5), "0.5"));
    CHECK(is_text(minipy_str(py, "h\xc3\xa4"), "h\xc3\xa4"));
    CHECK(is_text(minipy_bytes(py, "a\0b", 3), "b'a\\x00b'"));

    minipy_value *zero = minipy_str_sized(py, "a\0b", 3);
    size_t size = 0;
    char *text = minipy_to_text(zero, &size);
    CHECK(size == 3 && memcmp(text, "a\0b", 4) == 0);
    minipy_text_free(text);
    minipy_value_free(zero);

    minipy_value *items[2];
    items[0] = minipy_int(py, 1);
    items[1] = minipy_str(py, "x");
    CHECK(is_text(minipy_list(py, (const minipy_value *const *)items, 2), "[1, 'x']"));
    CHECK(is_text(minipy_tuple(py, (const minipy_value *const *)items, 2), "(1, 'x')"));
    CHECK(is_text(minipy_list(py, NULL, 0), "[]"));

    minipy_value *dict = minipy_dict(py);
    CHECK(minipy_set_key(dict, "k", items[0]) == MINIPY_OK);
    CHECK(minipy_set_item(dict, items[1], items[1]) == MINIPY_OK);
    CHECK(is_text(minipy_value_copy(dict), "{'k': 1, 'x': 'x'}"));
    CHECK(minipy_len(dict, &size) == MINIPY_OK && size == 2);
    CHECK(minipy_del_item(dict, items[1]) == MINIPY_OK);
    CHECK(minipy_get_key(dict, "x") == NULL && minipy_error_is(minipy_error(py), "KeyError") && minipy_error_is(minipy_error(py), "LookupError"));
    minipy_value_free(dict);
    minipy_value_free(items[0]);
    minipy_value_free(items[1]);

    minipy_value *data = minipy_get_global(py, "data");
    minipy_value *list = minipy_get_key(data, "a");
    CHECK(is_text(minipy_get_index(list, 1), "2.5"));
    CHECK(is_text(minipy_get_index(list, -1), "None"));
    CHECK(minipy_get_index(list, 7) == NULL && minipy_error_is(minipy_error(py), "IndexError"));
    minipy_value *iterator = minipy_iter(list);
    minipy_value *item = NULL;
    size_t count = 0;
    while (minipy_next(iterator, &item) == MINIPY_OK && item) {
        ++count;
        minipy_value_free(item);
    }
    CHECK(count == 3 && item == NULL && minipy_error(py) == NULL);
    minipy_value_free(iterator);
    minipy_value_free(list);
    minipy_value_free(data);

    CHECK(minipy_get_global(py, "nothing") == NULL && minipy_error_is(minipy_error(py), "NameError"));
    minipy_value *seven = minipy_int(py, 7);
    CHECK(minipy_set_global(py, "seven", seven) == MINIPY_OK);
    CHECK(is_text(minipy_eval(py, "seven + 1"), "8"));
    CHECK(minipy_set_in_module(py, "host", "lucky", seven) == MINIPY_OK);
    CHECK(minipy_add_module_source(py, "more", "import host\nluckier = host.lucky + 1") == MINIPY_OK);
    CHECK(minipy_exec(py, "from more import luckier", NULL) == MINIPY_OK);
    CHECK(is_text(minipy_get_global(py, "luckier"), "8"));
    minipy_value_free(seven);
    minipy_free(py);
}

static void calls(void) {
    minipy_interpreter *py = minipy_new(NULL);
    minipy_exec(py, "def f(*a, **k): return a, sorted(k.items())\nclass C: x = 1", NULL);
    minipy_value *function = minipy_get_global(py, "f");
    CHECK(minipy_kind_of(function) == MINIPY_KIND_FUNCTION);
    minipy_value *one = minipy_int(py, 1);
    const minipy_value *arguments[1];
    arguments[0] = one;
    CHECK(is_text(minipy_call(function, arguments, 1), "((1,), [])"));
    CHECK(is_text(minipy_call(function, NULL, 0), "((), [])"));
    const char *names[1] = {"key"};
    CHECK(is_text(minipy_call_named(function, arguments, 1, names, arguments, 1), "((1,), [('key', 1)])"));
    /* What failed before fails again: calls nest. */
    const minipy_value *missing[1] = {NULL};
    CHECK(minipy_call(function, missing, 1) == NULL);
    CHECK(minipy_call(NULL, NULL, 0) == NULL);

    minipy_value *cls = minipy_get_global(py, "C");
    CHECK(is_text(minipy_get_attr(cls, "x"), "1"));
    CHECK(minipy_set_attr(cls, "x", function) == MINIPY_OK);
    CHECK(minipy_get_attr(cls, "y") == NULL && minipy_error_is(minipy_error(py), "AttributeError"));
    minipy_value *text = minipy_str(py, "a-b");
    minipy_value *dash = minipy_str(py, "-");
    arguments[0] = dash;
    CHECK(is_text(minipy_call_method(text, "split", arguments, 1), "['a', 'b']"));
    minipy_value *math = minipy_import(py, "math");
    CHECK(is_text(minipy_get_attr(math, "pi"), "3.141592653589793"));
    CHECK(minipy_import(py, "no_such_module") == NULL && minipy_error_is(minipy_error(py), "ImportError"));
    minipy_value_free(math);
    minipy_value_free(text);
    minipy_value_free(dash);
    minipy_value_free(cls);
    minipy_value_free(one);
    minipy_value_free(function);
    minipy_free(py);
}

static void errors(void) {
    minipy_interpreter *py = minipy_new(NULL);
    CHECK(minipy_exec(py, "def f():\n    raise ValueError('no good')\nf()", "script.py") == MINIPY_RAISED);
    const minipy_exception *error = minipy_error(py);
    CHECK(error != NULL);
    CHECK(strcmp(minipy_error_type(error), "ValueError") == 0);
    CHECK(strcmp(minipy_error_message(error), "no good") == 0);
    CHECK(strstr(minipy_error_traceback(error), "File \"script.py\", line 2, in f") != NULL);
    CHECK(minipy_error_is(error, "Exception") && !minipy_error_is(error, "KeyError") && !minipy_error_is_stop(error));
    CHECK(minipy_error_frame_count(error) == 2);
    CHECK(strcmp(minipy_error_frame_function(error, 1), "f") == 0 && minipy_error_frame_line(error, 1) == 2);
    CHECK(strcmp(minipy_error_frame_file(error, 0), "script.py") == 0 && minipy_error_frame_file(error, 2) == NULL);
    CHECK(minipy_exec(py, "x = (", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "SyntaxError"));
    CHECK(minipy_exec(py, "x = 1", NULL) == MINIPY_OK && minipy_error(py) == NULL);
    minipy_free(py);
}

static int freed = 0;
static void free_counter(void *data) {
    ++freed;
    free(data);
}

static minipy_value *add_up(minipy_interpreter *py, void *data, const minipy_value *const *arguments, size_t count) {
    int64_t sum = 0, number = 0;
    size_t i;
    ++*(int *)data;
    for (i = 0; i < count; ++i) {
        if (minipy_to_int(arguments[i], &number) != MINIPY_OK) return NULL;
        sum += number;
    }
    return sum < 0 ? minipy_raise(py, "ValueError", "less than nothing") : minipy_int(py, sum);
}

static void functions(void) {
    minipy_interpreter *py = minipy_new(NULL);
    int *counter = (int *)calloc(1, sizeof(int));
    minipy_value *function = minipy_make_function(py, "add_up", add_up, counter, free_counter);
    CHECK(function != NULL);
    CHECK(minipy_set_in_module(py, "host", "add_up", function) == MINIPY_OK);
    CHECK(is_text(minipy_eval(py, "__import__('host').add_up(1, 2, 3)"), "6"));
    CHECK(*counter == 1);
    CHECK(minipy_exec(py, "import host\ntry:\n    host.add_up(1, 'x')\nexcept TypeError as e:\n    caught = str(e)", NULL) == MINIPY_OK);
    CHECK(is_text(minipy_eval(py, "'str' in caught"), "True"));
    CHECK(minipy_eval(py, "host.add_up(-1)") == NULL);
    CHECK(strcmp(minipy_error_type(minipy_error(py)), "ValueError") == 0 && strcmp(minipy_error_message(minipy_error(py)), "less than nothing") == 0);
    minipy_value_free(function);
    CHECK(freed == 0);
    minipy_free(py);
    CHECK(freed == 1);
}

static void memory(void) {
    minipy_interpreter *py = minipy_new(NULL);
    /* Python's */
    CHECK(minipy_exec(py, "data = bytearray(b'Hello')", NULL) == MINIPY_OK);
    minipy_value *data = minipy_get_global(py, "data");
    minipy_buffer *buffer = minipy_get_buffer(data, 1);
    CHECK(minipy_buffer_size(buffer) == 5 && minipy_buffer_item_size(buffer) == 1 && strcmp(minipy_buffer_format(buffer), "B") == 0);
    CHECK(minipy_buffer_dimensions(buffer) == 1 && minipy_buffer_shape(buffer, 0) == 5 && minipy_buffer_stride(buffer, 0) == 1);
    CHECK(!minipy_buffer_is_readonly(buffer) && minipy_buffer_is_contiguous(buffer));
    ((char *)minipy_buffer_data(buffer))[0] = 'J';
    CHECK(minipy_exec(py, "data.append(33)", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "BufferError"));
    minipy_buffer_free(buffer);
    CHECK(minipy_exec(py, "data.append(33)", NULL) == MINIPY_OK);
    CHECK(is_text(minipy_value_copy(data), "bytearray(b'Jello!')"));
    minipy_value_free(data);
    minipy_value *fixed = minipy_bytes(py, "abc", 3);
    CHECK(minipy_get_buffer(fixed, 1) == NULL && minipy_error_is(minipy_error(py), "BufferError"));
    buffer = minipy_get_buffer(fixed, 0);
    CHECK(minipy_buffer_is_readonly(buffer));
    minipy_value_free(fixed);
    CHECK(memcmp(minipy_buffer_data(buffer), "abc", 3) == 0); /* the buffer holds it */

    /* the host's */
    int16_t numbers[6] = {1, 2, 3, 4, 5, 6};
    const int64_t shape[2] = {2, 3};
    minipy_lease *lease = minipy_lend_array(py, numbers, "h", sizeof numbers[0], 2, shape, NULL, 0);
    minipy_value *view = minipy_lease_view(lease);
    CHECK(minipy_set_global(py, "view", view) == MINIPY_OK);
    minipy_value_free(view);
    CHECK(is_text(minipy_eval(py, "view.tolist(), view.shape, view.format"), "([[1, 2, 3], [4, 5, 6]], (2, 3), 'h')"));
    CHECK(minipy_exec(py, "view[1, 2] = -7\npart = view.cast('B')[2:]", NULL) == MINIPY_OK);
    CHECK(numbers[5] == -7);
    CHECK(minipy_lease_revoke(lease) == MINIPY_OK);
    CHECK(minipy_eval(py, "view[0, 0]") == NULL && minipy_error_is(minipy_error(py), "ValueError"));
    CHECK(minipy_eval(py, "part[0]") == NULL && minipy_error_is(minipy_error(py), "ValueError"));
    CHECK(minipy_lease_view(lease) == NULL && minipy_error_is(minipy_error(py), "ValueError"));
    minipy_lease_free(lease);
    lease = minipy_lend(py, (void *)"constant", 8, 1);
    view = minipy_lease_view(lease);
    CHECK(minipy_set_global(py, "view", view) == MINIPY_OK);
    minipy_value_free(view);
    CHECK(minipy_exec(py, "view[0] = 1", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "TypeError"));
    minipy_lease_free(lease);
    CHECK(minipy_eval(py, "view[0]") == NULL && minipy_error_is(minipy_error(py), "ValueError"));
    /* Everything may outlive the interpreter. */
    minipy_value *survivor = minipy_eval(py, "[1, 2]");
    lease = minipy_lend(py, numbers, sizeof numbers, 0);
    minipy_free(py);
    CHECK(minipy_buffer_data(buffer) == NULL && minipy_buffer_size(buffer) == 0);
    minipy_buffer_free(buffer);
    int64_t number;
    CHECK(minipy_to_int(survivor, &number) == MINIPY_RAISED);
    CHECK(minipy_lease_view(lease) == NULL);
    minipy_lease_free(lease);
    minipy_value_free(survivor);
}

static void collect_output(void *data, int stream, const char *text, size_t size) {
    char *output = (char *)data;
    const size_t length = strlen(output);
    if (length + size + 2 > 200) return;
    output[length] = (char)('0' + stream);
    memcpy(output + length + 1, text, size);
    output[length + 1 + size] = '\0';
}

static void limits(void) {
    char output[200] = "";
    minipy_config *config = minipy_config_new();
    minipy_config_set_steps(config, 100000);
    minipy_config_set_memory(config, 16 << 20);
    minipy_config_set_recursion(config, 50);
    minipy_config_on_output(config, collect_output, output);
    CHECK(minipy_config_add_argument(config, "program") == MINIPY_OK);
    CHECK(minipy_config_add_path(config, "/nowhere") == MINIPY_OK);
    minipy_interpreter *py = minipy_new(config);
    minipy_config_free(config);

    CHECK(minipy_exec(py, "import sys\nprint('out', sys.argv, flush=True)\nprint('err', file=sys.stderr)", NULL) == MINIPY_OK);
    CHECK(strcmp(output, "1out ['program']\n2err\n") == 0);
    CHECK(minipy_exec(py, "while True:\n    try:\n        while True: x = 1\n    except BaseException:\n        pass", NULL) == MINIPY_STOPPED);
    CHECK(minipy_error_is_stop(minipy_error(py)));
    CHECK(is_text(minipy_eval(py, "1 + 1"), "2"));
    CHECK(minipy_exec(py, "x = 'x' * 10**9", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "MemoryError"));
    CHECK(minipy_exec(py, "def f(): f()\nf()", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "RecursionError"));
    CHECK(minipy_exec(py, "open('/etc/passwd')", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "OSError"));
    /* Asked for before, an interrupt comes in the next run; a stop of nothing means nothing. */
    minipy_stop(py);
    CHECK(is_text(minipy_eval(py, "1 + 1"), "2"));
    minipy_interrupt(py);
    CHECK(minipy_exec(py, "while True: pass", NULL) == MINIPY_RAISED && minipy_error_is(minipy_error(py), "KeyboardInterrupt"));
    minipy_free(py);
}

int main(void) {
    CHECK(strcmp(minipy_version(), MINIPY_VERSION) == 0);
    minipy_config_free(NULL);
    minipy_free(NULL);
    minipy_value_free(NULL);
    minipy_buffer_free(NULL);
    minipy_lease_free(NULL);
    minipy_text_free(NULL);
    values();
    calls();
    errors();
    functions();
    memory();
    limits();
    printf(failures ? "%d failures\n" : "minipy " MINIPY_VERSION " 45\n", failures);
    return failures != 0;
}
