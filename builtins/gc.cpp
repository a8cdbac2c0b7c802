// gc: the cycle collector's switches.
#include "objects/core/gc.h"
#include "builtins/modules.h"
#include "interp/vm/vm.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Result<Owned> collect(Runtime& rt, Args args) {
    const int generation = TRY(int_argument(rt, args, 0, 2));
    if (generation < 0 || generation > 2) return raise(rt, TypeId::ValueError, "invalid generation");
    return make_uint(rt, rt.collector().collect(generation));
}
Result<void> enable(Runtime& rt, Args) {
    rt.collector().set_enabled(true);
    return ok;
}
Result<void> disable(Runtime& rt, Args) {
    rt.collector().set_enabled(false);
    return ok;
}
Result<Owned> is_enabled(Runtime& rt, Args) { return Owned::adopt(Value::boolean(rt.collector().enabled())); }

Result<Owned> get_count(Runtime& rt, Args) {
    CycleCollector& collector = rt.collector();
    return Owned(tuple_of(rt, make_int(rt, collector.count(0)), make_int(rt, collector.count(1)),
                          make_int(rt, collector.count(2))));
}
Result<Owned> get_threshold(Runtime& rt, Args) {
    CycleCollector& collector = rt.collector();
    return Owned(tuple_of(rt, make_int(rt, collector.threshold(0)), make_int(rt, collector.threshold(1)),
                          make_int(rt, collector.threshold(2))));
}
Result<void> set_threshold(Runtime& rt, Args args) {
    std::int64_t values[3] = {};
    for (std::uint32_t i = 0; i < args.count; ++i) values[i] = TRY(int_argument(rt, args, i, 0));
    for (std::uint32_t i = 0; i < args.count; ++i) rt.collector().set_threshold(static_cast<int>(i), values[i]);
    return ok;
}

Ref<ListObject> list_of(Runtime& rt, const std::vector<Ref<Object>>& objects) {
    Ref<ListObject> list = make_list(rt, static_cast<std::int64_t>(objects.size()));
    for (const Ref<Object>& object : objects) list_append(rt, *list, Owned(object));
    return list;
}
Result<Owned> get_objects(Runtime& rt, Args args) {
    int generation = -1;
    if (args.has(0) && !args[0].is_none()) {
        generation = TRY(int_argument(rt, args, 0, -1));
        if (generation < 0) return raise(rt, TypeId::ValueError, "generation parameter cannot be negative");
        if (generation > 2)
            return raise(rt, TypeId::ValueError,
                         "generation parameter must be less than the number of available generations (3)");
    }
    return Owned(list_of(rt, rt.collector().objects(generation)));
}
Result<Owned> get_referrers(Runtime& rt, Args args) {
    std::vector<Object*> targets;
    for (std::uint32_t i = 0; i < args.count; ++i)
        if (args[i].is_object()) targets.push_back(args[i].object());
    return Owned(list_of(rt, rt.collector().referrers(targets)));
}
Result<Owned> get_referents(Runtime& rt, Args args) {
    std::vector<Ref<Object>> found;
    for (std::uint32_t i = 0; i < args.count; ++i) {
        if (!args[i].is_object()) continue;
        for (Ref<Object>& object : rt.collector().referents(args[i].object())) found.push_back(std::move(object));
    }
    return Owned(list_of(rt, found));
}
Result<Owned> is_tracked(Runtime&, Args args) {
    return Owned::adopt(Value::boolean(args[0].is_object() && (args[0].object()->gc & gc_tracked) != 0));
}
Result<Owned> is_finalized(Runtime&, Args args) {
    return Owned::adopt(Value::boolean(args[0].is_object() && (args[0].object()->gc & gc_finalised) != 0));
}

Result<Owned> get_stats(Runtime& rt, Args) {
    Ref<ListObject> list = make_list(rt);
    for (int generation = 0; generation < 3; ++generation) {
        const CycleCollector::Statistics& statistics = rt.collector().statistics(generation);
        Ref<DictObject> entry = make_dict(rt);
        dict_set_text(rt, *entry, "collections", make_uint(rt, statistics.collections));
        dict_set_text(rt, *entry, "collected", make_uint(rt, statistics.collected));
        dict_set_text(rt, *entry, "uncollectable", make_uint(rt, statistics.uncollectable));
        list_append(rt, *list, std::move(entry));
    }
    return Owned(std::move(list));
}
Result<Owned> zero(Runtime&, Args) { return Owned::adopt(Value::from_int(0)); }
Result<Owned> nothing(Runtime&, Args) { return Owned::adopt(Value::none()); }

const NativeDef functions[] = {
    {"collect", native<collect>, 0, 1, "generation=2",
     "Run the garbage collector.\n\nWith no arguments, run a full collection.  The optional argument\nmay be an "
     "integer specifying which generation to collect.  A ValueError\nis raised if the "
     "generation number is invalid.\n\nThe number of unreachable objects is returned."},
    {"enable", native<enable>, 0, 0, nullptr, "Enable automatic garbage collection."},
    {"disable", native<disable>, 0, 0, nullptr, "Disable automatic garbage collection."},
    {"isenabled", native<is_enabled>, 0, 0, nullptr, "Returns true if automatic garbage collection is enabled."},
    {"get_count", native<get_count>, 0, 0, nullptr, "Return a three-tuple of the current collection counts."},
    {"get_threshold", native<get_threshold>, 0, 0, nullptr, "Return the current collection thresholds."},
    {"set_threshold", native<set_threshold>, 1, 3, nullptr,
     "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection "
     "frequency)."},
    {"get_objects", native<get_objects>, 0, 1, "generation=None",
     "Return a list of objects tracked by the collector (excluding the list returned)."},
    {"get_referrers", native<get_referrers>, 0, -1, nullptr,
     "Return the list of objects that directly refer to any of 'objs'."},
    {"get_referents", native<get_referents>, 0, -1, nullptr,
     "Return the list of objects that are directly referred to by 'objs'."},
    {"is_tracked", native<is_tracked>, 1, 1, "obj, /",
     "Returns true if the object is tracked by the garbage collector."},
    {"is_finalized", native<is_finalized>, 1, 1, "obj, /",
     "Returns true if the object has been already finalized by the GC."},
    {"get_stats", native<get_stats>, 0, 0, nullptr,
     "Return a list of dictionaries containing per-generation statistics."},
    {"get_debug", native<zero>, 0, 0},
    {"set_debug", native<nothing>, 1, 1},
    {"freeze", native<nothing>, 0, 0},
    {"unfreeze", native<nothing>, 0, 0},
    {"get_freeze_count", native<zero>, 0, 0},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    module_add(rt, module, "garbage", make_list(rt));
    module_add(rt, module, "callbacks", make_list(rt));
    static constexpr struct {
        const char* name;
        int value;
    } flags[] = {{"DEBUG_STATS", 1},
                 {"DEBUG_COLLECTABLE", 2},
                 {"DEBUG_UNCOLLECTABLE", 4},
                 {"DEBUG_SAVEALL", 32},
                 {"DEBUG_LEAK", 38}};
    for (const auto& flag : flags) module_add(rt, module, flag.name, make_int(rt, flag.value));
    return ok;
}

} // namespace

const ModuleDef gc_module_def = {
    .name = "gc",
    .doc = "This module provides access to the garbage collector for reference cycles.",
    .functions = functions,
    .fill = fill,
};

} // namespace mp
