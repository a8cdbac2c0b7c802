// _abc: what abstract base classes tell the interpreter about classes: which match sequence and mapping patterns (PEP 634).
#include "builtins/modules.h"
#include "objects/core/raise.h"
#include "objects/core/type.h"
#include "objects/protocol/protocol.h"
#include "objects/types/text_arguments.h"

namespace mp {

namespace {

constexpr std::uint32_t collections = type_sequence | type_mapping;

Result<Type*> class_argument(Runtime& rt, Value value) {
    if (!is_subtype(&rt.type_of(value), &rt.type(TypeId::type)))
        return raise(rt, TypeId::TypeError, "expected a class, not '%s'", type_name(rt, value));
    return static_cast<Type*>(value.object());
}

// `flags` are CPython's, as classes state them in __abc_tpflags__: 32 a sequence, 64 a mapping.
Result<void> mark_collection(Runtime& rt, Args args) {
    Type& type = *TRY(class_argument(rt, args[0]));
    const std::int64_t flags = TRY(index_int64(rt, args[1]));
    if ((flags & 96) == 96)
        return raise(rt, TypeId::TypeError,
                     "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    type.flags = (type.flags & ~collections) | (flags & 32 ? type_sequence : 0u) | (flags & 64 ? type_mapping : 0u);
    return ok;
}

// A class that is registered with an abstract collection becomes one, and with it what derives from it.
Result<void> register_collection(Runtime& rt, Args args) {
    Type& type = *TRY(class_argument(rt, args[0]));
    const std::uint32_t kind = TRY(class_argument(rt, args[1]))->flags & collections;
    if (!kind) return ok;
    std::vector<Type*> waiting{&type};
    while (!waiting.empty()) {
        Type* const current = waiting.back();
        waiting.pop_back();
        if (!current->has(type_heap) || (current->flags & collections) == kind) continue;
        current->flags = (current->flags & ~collections) | kind;
        waiting.insert(waiting.end(), current->subclasses.begin(), current->subclasses.end());
    }
    return ok;
}

const NativeDef functions[] = {
    {"_mark_collection", native<mark_collection>, 2, 2, "cls, flags, /",
     "Instances of the class match sequence (32) or mapping (64) patterns."},
    {"_register_collection", native<register_collection>, 2, 2, "cls, base, /",
     "Instances of the class match the patterns that those of the abstract base do."},
    {},
};

} // namespace

const ModuleDef abc_module_def = {
    .name = "_abc",
    .doc = "What the module abc tells the interpreter.",
    .functions = functions,
};

} // namespace mp
