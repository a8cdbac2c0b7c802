// sys.float_info and its kin: constants in struct sequences.
#include <cfloat>

#include "builtins/sys_module.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/struct_sequence.h"

namespace mp {

namespace {

template <std::size_t... Index>
constexpr void fill_getters(GetSetDef* fields, const char* const* names, std::index_sequence<Index...>) {
    ((fields[Index] = GetSetDef{names[Index], struct_field<Index>}), ...);
}

// The table of a struct sequence's fields, ended.
template <std::size_t Count>
struct Fields {
    GetSetDef table[Count + 1] = {};
    constexpr explicit Fields(const char* const (&names)[Count]) {
        fill_getters(table, names, std::make_index_sequence<Count>());
    }
};

template <std::size_t Count>
constexpr TypeSpec sequence_type(const char* name, const Fields<Count>& fields, const char* doc) {
    return {.name = name,
            .module = "sys",
            .base = TypeId::tuple,
            .size = sizeof(TupleObject),
            .flags = struct_sequence_flags | type_no_new,
            .slots = struct_sequence_slots<Count>(),
            .methods = struct_sequence_methods,
            .getsets = fields.table,
            .doc = doc,
            .fill = fill_struct_sequence<Count>};
}

constexpr const char* float_names[] = {"max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
                                       "dig", "mant_dig", "epsilon",    "radix", "rounds"};
constexpr Fields float_fields(float_names);
const TypeSpec float_info_spec =
    sequence_type("float_info", float_fields, "A named tuple holding information about the float type.");

constexpr const char* int_names[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits",
                                     "str_digits_check_threshold"};
constexpr Fields int_fields(int_names);
const TypeSpec int_info_spec = sequence_type(
    "int_info", int_fields, "A named tuple that holds information about Python's internal representation of integers.");

constexpr const char* hash_names[] = {"width",     "modulus",   "inf",       "nan",   "imag",
                                      "algorithm", "hash_bits", "seed_bits", "cutoff"};
constexpr Fields hash_fields(hash_names);
const TypeSpec hash_info_spec =
    sequence_type("hash_info", hash_fields, "A named tuple providing parameters used for computing hashes.");

constexpr const char* version_names[] = {"major", "minor", "micro", "releaselevel", "serial"};
constexpr Fields version_fields(version_names);
const TypeSpec version_info_spec =
    sequence_type("version_info", version_fields, "Version information as a named tuple.");

constexpr const char* thread_names[] = {"name", "lock", "version"};
constexpr Fields thread_fields(thread_names);
const TypeSpec thread_info_spec =
    sequence_type("thread_info", thread_fields, "A named tuple holding information about the thread implementation.");

constexpr const char* flag_names[] = {
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
    "ignore_environment",
    "verbose",
    "bytes_warning",
    "quiet",
    "hash_randomization",
    "isolated",
    "dev_mode",
    "utf8_mode",
    "warn_default_encoding",
    "safe_path",
    "int_max_str_digits",
};
constexpr Fields flag_fields(flag_names);
const TypeSpec flags_spec =
    sequence_type("flags", flag_fields, "Flags provided through command line arguments or environment vars.");

template <std::size_t Count>
Result<Ref<TupleObject>> make_sequence(Runtime& rt, const TypeSpec& spec, const Owned (&values)[Count]) {
    Ref<Type> type = TRY(make_native_type(rt, spec, &rt.type(TypeId::tuple)));
    Value fields[Count];
    for (std::size_t i = 0; i < Count; ++i) fields[i] = values[i];
    return make_struct_sequence(rt, *type, fields, static_cast<std::int64_t>(Count));
}

} // namespace

Result<void> set_sys_flags(Runtime& rt, ModuleObject& sys, const SysFlags& given) {
    const auto whole = [&](std::int64_t value) { return make_int(rt, value); };
    const auto flag = [](bool value) { return Owned::adopt(Value::boolean(value)); };
    const Owned flags[] = {
        whole(0), // debug
        whole(given.inspect),
        whole(given.interactive),
        whole(given.optimize),
        whole(1), // dont_write_bytecode: there is none to write
        whole(given.no_user_site),
        whole(given.no_site),
        whole(given.ignore_environment),
        whole(0), // verbose
        whole(given.bytes_warning),
        whole(given.quiet),
        whole(1), // hash_randomization
        whole(given.isolated),
        flag(given.dev_mode),
        whole(0), // utf8_mode
        whole(0), // warn_default_encoding
        flag(given.safe_path),
        whole(rt.int_max_str_digits),
    };
    module_add(rt, sys, "flags", TRY(make_sequence(rt, flags_spec, flags)));
    return ok;
}

Result<void> add_sys_information(Runtime& rt, ModuleObject& module) {
    const auto whole = [&](std::int64_t value) { return make_int(rt, value); };
    const auto text = [&](std::string_view value) { return Owned(make_str(rt, value)); };
    const auto flag = [](bool value) { return Owned::adopt(Value::boolean(value)); };
    const Owned floats[] = {
        make_float(rt, DBL_MAX),
        whole(DBL_MAX_EXP),
        whole(DBL_MAX_10_EXP),
        make_float(rt, DBL_MIN),
        whole(DBL_MIN_EXP),
        whole(DBL_MIN_10_EXP),
        whole(DBL_DIG),
        whole(DBL_MANT_DIG),
        make_float(rt, DBL_EPSILON),
        whole(FLT_RADIX),
        whole(1),
    };
    module_add(rt, module, "float_info", TRY(make_sequence(rt, float_info_spec, floats)));
    const Owned ints[] = {whole(64), whole(8), whole(4300), whole(640)};
    module_add(rt, module, "int_info", TRY(make_sequence(rt, int_info_spec, ints)));
    const Owned hashes[] = {whole(64),      whole((std::int64_t{1} << 61) - 1),
                            whole(314159),  whole(0),
                            whole(1000003), text("siphash13"),
                            whole(64),      whole(128),
                            whole(0)};
    module_add(rt, module, "hash_info", TRY(make_sequence(rt, hash_info_spec, hashes)));
    const Owned version[] = {whole(3), whole(13), whole(0), text("final"), whole(0)};
    Ref<TupleObject> version_info = TRY(make_sequence(rt, version_info_spec, version));
    module_add(rt, module, "version_info", Owned(version_info));
    const Owned threads[] = {text("pthread"), text("mutex+cond"), Owned::adopt(Value::none())};
    module_add(rt, module, "thread_info", TRY(make_sequence(rt, thread_info_spec, threads)));
    TRY(set_sys_flags(rt, module, {}));

    Ref<Object> implementation = make_simple_namespace(rt);
    const auto set = [&](const char* name, Owned value) {
        return set_attribute(rt, implementation, *rt.intern(name), value);
    };
    TRY(set("name", text("minipy")));
    TRY(set("cache_tag", Owned::adopt(Value::none())));
    TRY(set("version", Owned(version_info)));
    TRY(set("hexversion", whole(0x030d00f0)));
    module_add(rt, module, "implementation", std::move(implementation));
    return ok;
}

} // namespace mp
