// Functions of sys about limits, sizes and settings.
#include "builtins/sys_module.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Result<Owned> get_recursion_limit(Runtime& rt, Args) { return make_int(rt, vm_of(rt).recursion_limit()); }

Result<void> set_recursion_limit(Runtime& rt, Args args) {
    const int limit = TRY(int_argument(rt, args, 0, 0));
    if (limit < 1) return raise(rt, TypeId::ValueError, "recursion limit must be greater or equal than 1");
    const std::uint32_t depth = vm_of(rt).frame_depth();
    if (static_cast<std::uint32_t>(limit) <= depth)
        return raise(rt, TypeId::RecursionError,
                     "cannot set the recursion limit to %i at the recursion depth %u: the limit is too low", limit,
                     depth);
    vm_of(rt).set_recursion_limit(static_cast<std::uint32_t>(limit));
    return ok;
}

Result<Owned> get_size(Runtime& rt, Args args) {
    bool absent = false;
    auto size = call_special(rt, args[0], *rt.names().dunder_sizeof, nullptr, 0, absent);
    if (size.is_raised() || absent) {
        if (!args.has(1)) {
            if (!absent) return raised;
            return raise(rt, TypeId::TypeError, "Type %.100s doesn't define __sizeof__", type_name(rt, args[0]));
        }
        if (!absent && !pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return Owned::share(args[1]);
    }
    const std::int64_t bytes = TRY(index_int64(rt, size.take()));
    if (bytes < 0) return raise(rt, TypeId::ValueError, "__sizeof__() should return >= 0");
    return make_int(rt, bytes);
}

// Immediates have no count: they are as immortal as CPython's small ints.
Result<Owned> get_reference_count(Runtime& rt, Args args) {
    return make_uint(rt, args[0].is_object() ? args[0].object()->refcount : 0xffffffffu);
}

Result<Owned> intern(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "intern() argument must be str, not %.50s", type_name(rt, args[0]));
    if (!is_str(args[0])) return raise(rt, TypeId::TypeError, "can't intern %.400s", type_name(rt, args[0]));
    return Owned(rt.intern(*static_cast<StrObject*>(args[0].object())));
}
Result<Owned> is_interned(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "_is_interned() argument must be str, not %.50s", type_name(rt, args[0]));
    return Owned::adopt(Value::boolean(static_cast<StrObject*>(args[0].object())->is_interned()));
}

Result<Owned> get_max_digits(Runtime& rt, Args) { return make_int(rt, rt.int_max_str_digits); }
Result<void> set_max_digits(Runtime& rt, Args args) {
    const int digits = TRY(int_argument(rt, args, 0, 0));
    if (digits != 0 && digits < 640) return raise(rt, TypeId::ValueError, "maxdigits must be 0 or larger than 640");
    rt.int_max_str_digits = static_cast<std::uint32_t>(digits);
    return ok;
}

Result<Owned> encoding(Runtime& rt, Args) { return Owned(make_str(rt, "utf-8")); }
Result<Owned> encode_errors(Runtime& rt, Args) { return Owned(make_str(rt, "surrogateescape")); }
Result<Owned> no(Runtime&, Args) { return Owned::adopt(Value::false_()); }
Result<Owned> yes(Runtime&, Args) { return Owned::adopt(Value::true_()); }
Result<Owned> nothing(Runtime&, Args) { return Owned::adopt(Value::none()); }
Result<Owned> no_hooks(Runtime& rt, Args) { return Owned(tuple_of(rt, Value::none(), Value::none())); }

Result<Owned> get_switch_interval(Runtime& rt, Args) { return make_float(rt, 0.005); }
Result<void> set_switch_interval(Runtime& rt, Args args) {
    if (TRY(to_double(rt, args[0])) <= 0)
        return raise(rt, TypeId::ValueError, "switch interval must be strictly positive");
    return ok;
}

Result<Owned> allocated_blocks(Runtime& rt, Args) { return make_uint(rt, rt.heap().used() / 16); }

Result<Owned> exit(Runtime& rt, Args args) {
    if (!args.has(0) || args[0].is_none()) return raise_exception(rt, make_exception(rt, TypeId::SystemExit));
    return raise_value(rt, TypeId::SystemExit, args[0]);
}

} // namespace

const NativeDef sys_state_functions[] = {
    {"exit", native<exit>, 0, 1, nullptr,
     "Exit the interpreter by raising SystemExit(status).\n\nIf the status is omitted or None, it defaults to zero "
     "(i.e., success).\nIf the status is an integer, it will be used as the system exit status.\nIf "
     "it is another kind of object, it will be printed and the system\nexit status will be one (i.e., failure)."},
    {"getrecursionlimit", native<get_recursion_limit>, 0, 0, nullptr,
     "Return the current value of the recursion limit."},
    {"setrecursionlimit", native<set_recursion_limit>, 1, 1, "limit, /",
     "Set the maximum depth of the Python interpreter stack to n."},
    {"getsizeof", native<get_size>, 1, 2, "object, default=None",
     "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes."},
    {"getrefcount", native<get_reference_count>, 1, 1, "object, /", "Return the reference count of object."},
    {"intern", native<intern>, 1, 1, "string, /", "``Intern'' the given string."},
    {"_is_interned", native<is_interned>, 1, 1, "string, /", "Return True if the given string is \"interned\"."},
    {"get_int_max_str_digits", native<get_max_digits>, 0, 0, nullptr,
     "Return the maximum string digits limit for non-binary int<->str conversions."},
    {"set_int_max_str_digits", native<set_max_digits>, 1, 1, "maxdigits",
     "Set the maximum string digits limit for non-binary int<->str conversions."},
    {"getdefaultencoding", native<encoding>, 0, 0, nullptr,
     "Return the current default encoding used by the Unicode implementation."},
    {"getfilesystemencoding", native<encoding>, 0, 0, nullptr,
     "Return the encoding used to convert Unicode filenames to OS filenames."},
    {"getfilesystemencodeerrors", native<encode_errors>, 0, 0, nullptr,
     "Return the error mode used for Unicode to OS filename conversion."},
    {"is_finalizing", native<no>, 0, 0, nullptr, "Return True if Python is exiting."},
    {"getswitchinterval", native<get_switch_interval>, 0, 0, nullptr,
     "Return the current thread switch interval; see sys.setswitchinterval()."},
    {"setswitchinterval", native<set_switch_interval>, 1, 1, "interval, /",
     "Accepted and ignored: an interpreter has one thread."},
    {"getallocatedblocks", native<allocated_blocks>, 0, 0, nullptr,
     "Return the number of memory blocks currently allocated."},
    {"gettrace", native<nothing>, 0, 0},
    {"settrace", native<nothing>, 1, 1},
    {"getprofile", native<nothing>, 0, 0},
    {"setprofile", native<nothing>, 1, 1},
    {"audit", native<nothing>, 1, -1},
    {"addaudithook", native<nothing>, 1, 1},
    {"get_asyncgen_hooks", native<no_hooks>, 0, 0},
    {"_clear_type_cache", native<nothing>, 0, 0},
    {"_is_gil_enabled", native<yes>, 0, 0},
    {},
};

} // namespace mp
