#pragma once
/* minipy for C and for every language that calls C: interpreters, values, functions, memory, limits.
 *
 *     minipy_interpreter *py = minipy_new(NULL);
 *     if (minipy_exec(py, "def twice(x): return 2 * x", "setup.py") != MINIPY_OK)
 *         fputs(minipy_error_traceback(minipy_error(py)), stderr);
 *     minipy_value *six = minipy_eval(py, "twice(3)");
 *     int64_t number;
 *     minipy_to_int(six, &number);
 *     minipy_value_free(six);
 *     minipy_free(py);
 *
 * Rules that hold everywhere:
 *  - Who owns what: a function that gives a minipy_value *, minipy_buffer *, minipy_lease *, minipy_config * or char * gives it to you; the function named ..._free takes it
 *    back (all of them take NULL). Values you pass are borrowed: the library makes references of its own where it keeps them. `const char *` results belong to the object they
 *    were asked of, and are good until the next call that takes it.
 *  - Texts are UTF-8, and end in a zero byte unless a size stands beside them.
 *  - Failure: NULL, or a minipy_status that is not MINIPY_OK. Then minipy_error() of the interpreter tells what was raised. Every call that can fail forgets the last error first.
 *    A NULL value among the arguments is passed on as failure, with the error that made it, so that calls nest.
 *  - Calls marked (runs Python) may run any script code, which may call functions of yours.
 *  - An interpreter and everything of it belongs to one thread at a time; minipy_stop() and minipy_interrupt() alone may be called from elsewhere.
 *  - Values, buffers and leases may outlive their interpreter: they do nothing then but be freed.
 */
#include <stddef.h>
#include <stdint.h>

#include "minipy/version.h"

#if defined(_WIN32)
#define MINIPY_C_API
#elif defined(__GNUC__)
#define MINIPY_C_API __attribute__((visibility("default")))
#else
#define MINIPY_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct minipy_interpreter minipy_interpreter;
typedef struct minipy_config minipy_config;
typedef struct minipy_value minipy_value;
typedef struct minipy_buffer minipy_buffer;
typedef struct minipy_lease minipy_lease;
typedef struct minipy_exception minipy_exception;

typedef enum minipy_status {
    MINIPY_OK = 0,
    MINIPY_RAISED = 1, /* a Python exception */
    MINIPY_STOPPED = 2 /* a budget is used up, or minipy_stop(): the interpreter can be used again */
} minipy_status;

/* MINIPY_VERSION of the library that runs. */
MINIPY_C_API const char* minipy_version(void);

/* ---- what an interpreter may use (minipy/config.hpp says more). A new configuration has no limits and grants nothing but `print`. NULL when memory is short. */
MINIPY_C_API minipy_config* minipy_config_new(void);
MINIPY_C_API void minipy_config_free(minipy_config* config);
MINIPY_C_API void minipy_config_set_steps(minipy_config* config, uint64_t steps); /* per run; 0: no limit, as below */
MINIPY_C_API void minipy_config_set_wall_time(minipy_config* config, uint64_t nanoseconds); /* per run */
MINIPY_C_API void minipy_config_set_memory(minipy_config* config, size_t bytes); /* of the script's objects */
MINIPY_C_API void minipy_config_set_recursion(minipy_config* config, unsigned frames);
MINIPY_C_API void minipy_config_set_output(minipy_config* config, size_t bytes);                /* per run */
MINIPY_C_API minipy_status minipy_config_add_argument(minipy_config* config, const char* text); /* sys.argv */
MINIPY_C_API minipy_status minipy_config_add_path(minipy_config* config, const char* folder);   /* sys.path */
MINIPY_C_API void minipy_config_grant_all(minipy_config* config); /* what a program has that a user runs */
typedef enum minipy_grant {
    MINIPY_GRANT_STANDARD_OUTPUT = 1 << 0, /* granted at first */
    MINIPY_GRANT_STANDARD_INPUT = 1 << 1,
    MINIPY_GRANT_ENVIRONMENT = 1 << 2,
    MINIPY_GRANT_EXIT = 1 << 3,
    MINIPY_GRANT_CLOCK = 1 << 4,
    MINIPY_GRANT_RANDOMNESS = 1 << 5,
    MINIPY_GRANT_ALL_FILES = 1 << 6
} minipy_grant;
MINIPY_C_API void minipy_config_set_grants(minipy_config* config, unsigned grants); /* these, and no others */
/* A folder that scripts see as `at` (NULL: under its own path). */
MINIPY_C_API minipy_status minipy_config_add_mount(minipy_config* config, const char* folder, const char* at,
                                                   int writable);
/* Only the modules that are named may be imported. */
MINIPY_C_API minipy_status minipy_config_add_import(minipy_config* config, const char* module);
/* Gets what scripts write: `stream` is 1 (sys.stdout) or 2 (sys.stderr), `text` has `size` bytes. It may not call the interpreter. */
typedef void (*minipy_output)(void* data, int stream, const char* text, size_t size);
MINIPY_C_API void minipy_config_on_output(minipy_config* config, minipy_output output, void* data);

/* ---- interpreters. `config` is copied; NULL: the default. NULL when there is not enough memory. */
MINIPY_C_API minipy_interpreter* minipy_new(const minipy_config* config);
MINIPY_C_API void minipy_free(minipy_interpreter* py); /* runs Python: finalisers */

/* Runs a program in __main__, which keeps its names. `filename` is what tracebacks say; NULL: "<string>". (runs Python) */
MINIPY_C_API minipy_status minipy_exec(minipy_interpreter* py, const char* source, const char* filename);
/* The value of an expression, in __main__. (runs Python) */
MINIPY_C_API minipy_value* minipy_eval(minipy_interpreter* py, const char* expression);
/* A module; `a.b` gives the module a.b. (runs Python) */
MINIPY_C_API minipy_value* minipy_import(minipy_interpreter* py, const char* module);
/* Names of __main__. NameError when there is none. */
MINIPY_C_API minipy_value* minipy_get_global(minipy_interpreter* py, const char* name);
MINIPY_C_API minipy_status minipy_set_global(minipy_interpreter* py, const char* name, const minipy_value* value);
/* Sets a name in module `module`, which is made, for scripts to import, when there is none. */
MINIPY_C_API minipy_status minipy_set_in_module(minipy_interpreter* py, const char* module, const char* name,
                                                const minipy_value* value);
/* Python source that `import module` finds. */
MINIPY_C_API minipy_status minipy_add_module_source(minipy_interpreter* py, const char* module, const char* source);

/* Ends what runs, uncatchably: the call that runs it gives MINIPY_STOPPED. From any thread, while the interpreter exists. */
MINIPY_C_API void minipy_stop(minipy_interpreter* py);
/* KeyboardInterrupt in the script that runs. From a signal handler on its thread. */
MINIPY_C_API void minipy_interrupt(minipy_interpreter* py);

/* ---- errors. NULL when the last call did not fail. Good until the next call that can fail. */
MINIPY_C_API const minipy_exception* minipy_error(const minipy_interpreter* py);
MINIPY_C_API const char* minipy_error_type(const minipy_exception* error);      /* "ValueError" */
MINIPY_C_API const char* minipy_error_message(const minipy_exception* error);   /* str(exception) */
MINIPY_C_API const char* minipy_error_traceback(const minipy_exception* error); /* all that Python would print */
MINIPY_C_API int minipy_error_is(const minipy_exception* error,
                                 const char* type); /* that class, or derived from it: 1, else 0 */
MINIPY_C_API int minipy_error_is_stop(const minipy_exception* error);
/* Where it passed, outermost first. `index` below the count; NULL and 0 beyond. Lines count from 1. */
MINIPY_C_API size_t minipy_error_frame_count(const minipy_exception* error);
MINIPY_C_API const char* minipy_error_frame_file(const minipy_exception* error, size_t index);
MINIPY_C_API const char* minipy_error_frame_function(const minipy_exception* error, size_t index);
MINIPY_C_API unsigned minipy_error_frame_line(const minipy_exception* error, size_t index);

/* ---- values: each is one reference to a Python object */
MINIPY_C_API void minipy_value_free(minipy_value* value);
MINIPY_C_API minipy_value* minipy_value_copy(const minipy_value* value); /* another reference to the same object */

MINIPY_C_API minipy_value* minipy_none(minipy_interpreter* py);
MINIPY_C_API minipy_value* minipy_bool(minipy_interpreter* py, int value);
MINIPY_C_API minipy_value* minipy_int(minipy_interpreter* py, int64_t value);
MINIPY_C_API minipy_value* minipy_uint(minipy_interpreter* py, uint64_t value);
MINIPY_C_API minipy_value* minipy_float(minipy_interpreter* py, double value);
MINIPY_C_API minipy_value* minipy_str(minipy_interpreter* py, const char* text);
MINIPY_C_API minipy_value* minipy_str_sized(minipy_interpreter* py, const char* text, size_t size);
MINIPY_C_API minipy_value* minipy_bytes(minipy_interpreter* py, const void* data, size_t size); /* a copy */
/* Containers of `count` values. */
MINIPY_C_API minipy_value* minipy_list(minipy_interpreter* py, const minipy_value* const* items, size_t count);
MINIPY_C_API minipy_value* minipy_tuple(minipy_interpreter* py, const minipy_value* const* items, size_t count);
MINIPY_C_API minipy_value* minipy_dict(minipy_interpreter* py);

typedef enum minipy_kind {
    MINIPY_KIND_OTHER = 0,
    MINIPY_KIND_NONE,
    MINIPY_KIND_BOOL,
    MINIPY_KIND_INT,
    MINIPY_KIND_FLOAT,
    MINIPY_KIND_STR,
    MINIPY_KIND_BYTES,
    MINIPY_KIND_LIST,
    MINIPY_KIND_TUPLE,
    MINIPY_KIND_DICT,
    MINIPY_KIND_FUNCTION /* whatever can be called, and is none of the above */
} minipy_kind;
MINIPY_C_API minipy_kind minipy_kind_of(const minipy_value* value);
/* The value in C. TypeError when it is none; OverflowError when it does not fit. (runs Python: __index__, __float__, __bool__) */
MINIPY_C_API minipy_status minipy_to_int(const minipy_value* value, int64_t* result);
MINIPY_C_API minipy_status minipy_to_uint(const minipy_value* value, uint64_t* result);
MINIPY_C_API minipy_status minipy_to_float(const minipy_value* value, double* result);
MINIPY_C_API minipy_status minipy_truth(const minipy_value* value, int* result); /* bool(value) */
/* The text of a str, of anything as str() and repr() show it. `size` (or NULL) gets its length without the zero byte at its end. To be freed with minipy_text_free(). (runs Python) */
MINIPY_C_API char* minipy_to_text(const minipy_value* value, size_t* size); /* TypeError for what is no str */
MINIPY_C_API char* minipy_to_str(const minipy_value* value, size_t* size);
MINIPY_C_API char* minipy_to_repr(const minipy_value* value, size_t* size);
MINIPY_C_API void minipy_text_free(char* text);

/* ---- what objects do (all run Python) */
MINIPY_C_API minipy_value* minipy_call(const minipy_value* function, const minipy_value* const* arguments,
                                       size_t count);
/* The same with keyword arguments: `names` and `values` have `named_count` entries. */
MINIPY_C_API minipy_value* minipy_call_named(const minipy_value* function, const minipy_value* const* arguments,
                                             size_t count, const char* const* names, const minipy_value* const* values,
                                             size_t named_count);
MINIPY_C_API minipy_value* minipy_call_method(const minipy_value* object, const char* name,
                                              const minipy_value* const* arguments, size_t count);
MINIPY_C_API minipy_value* minipy_get_attr(const minipy_value* object, const char* name);
MINIPY_C_API minipy_status minipy_set_attr(const minipy_value* object, const char* name, const minipy_value* value);
MINIPY_C_API minipy_value* minipy_get_item(const minipy_value* container, const minipy_value* key);
MINIPY_C_API minipy_value* minipy_get_index(const minipy_value* container, int64_t index);
MINIPY_C_API minipy_value* minipy_get_key(const minipy_value* container, const char* key);
MINIPY_C_API minipy_status minipy_set_item(const minipy_value* container, const minipy_value* key,
                                           const minipy_value* value);
MINIPY_C_API minipy_status minipy_set_key(const minipy_value* container, const char* key, const minipy_value* value);
MINIPY_C_API minipy_status minipy_del_item(const minipy_value* container, const minipy_value* key);
MINIPY_C_API minipy_status minipy_len(const minipy_value* container, size_t* result);
MINIPY_C_API minipy_value* minipy_iter(const minipy_value* iterable);
/* The iterator's next value in `*item`, which is NULL with MINIPY_OK at the end. */
MINIPY_C_API minipy_status minipy_next(const minipy_value* iterator, minipy_value** item);

/* ---- functions of yours. `arguments` are borrowed for the call. Give a value, or NULL after minipy_raise() or a call that failed. */
typedef minipy_value* (*minipy_function)(minipy_interpreter* py, void* data, const minipy_value* const* arguments,
                                         size_t count);
/* A Python function of positional arguments. `free_data` (or NULL) is called with `data` when the function is gone. */
MINIPY_C_API minipy_value* minipy_make_function(minipy_interpreter* py, const char* name, minipy_function function,
                                                void* data, void (*free_data)(void* data));
/* Makes an exception the error of the interpreter: a built-in class by name, and its message. Gives NULL. */
MINIPY_C_API minipy_value* minipy_raise(minipy_interpreter* py, const char* type, const char* message);

/* ---- memory of Python objects (bytes, bytearray, array, memoryview, ...), held in place: not moved, freed or resized until the buffer is freed. TypeError when the object has
 * none, BufferError when it must be writable and is not. */
MINIPY_C_API minipy_buffer* minipy_get_buffer(const minipy_value* object, int writable);
MINIPY_C_API void minipy_buffer_free(minipy_buffer* buffer);
MINIPY_C_API void* minipy_buffer_data(
    const minipy_buffer*
        buffer); /* of the first item; only to be written to when it is not read-only. NULL when the interpreter is gone */
MINIPY_C_API size_t minipy_buffer_size(const minipy_buffer* buffer); /* bytes */
MINIPY_C_API size_t minipy_buffer_item_size(const minipy_buffer* buffer);
MINIPY_C_API const char* minipy_buffer_format(const minipy_buffer* buffer); /* as the module struct writes it */
MINIPY_C_API size_t minipy_buffer_dimensions(const minipy_buffer* buffer);
MINIPY_C_API int64_t minipy_buffer_shape(const minipy_buffer* buffer, size_t dimension);  /* items */
MINIPY_C_API int64_t minipy_buffer_stride(const minipy_buffer* buffer, size_t dimension); /* bytes */
MINIPY_C_API int minipy_buffer_is_readonly(const minipy_buffer* buffer);
MINIPY_C_API int minipy_buffer_is_contiguous(const minipy_buffer* buffer);

/* ---- memory of yours in Python's hands, not copied: it must stay until the lease is revoked or freed */
MINIPY_C_API minipy_lease* minipy_lend(minipy_interpreter* py, void* data, size_t size, int readonly);
/* The same with items of `format` (as the module struct writes it) of `item_size` bytes, `dimensions` of them in `shape`; `strides` in bytes, NULL: C order. */
MINIPY_C_API minipy_lease* minipy_lend_array(minipy_interpreter* py, void* data, const char* format, size_t item_size,
                                             size_t dimensions, const int64_t* shape, const int64_t* strides,
                                             int readonly);
MINIPY_C_API minipy_value* minipy_lease_view(const minipy_lease* lease); /* a memoryview of it */
/* Takes the memory back: every view of it raises ValueError from then on. BufferError, and nothing changed, while other native code holds the memory. */
MINIPY_C_API minipy_status minipy_lease_revoke(minipy_lease* lease);
MINIPY_C_API void minipy_lease_free(minipy_lease* lease); /* revokes it */

#ifdef __cplusplus
}
#endif
