// None, NotImplemented and Ellipsis.
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"

namespace mp {

namespace {

template <class F>
Result<Owned> singleton(Runtime& rt, const char* name, Args args, F value) {
    if (args.count > 0) return raise(rt, TypeId::TypeError, "%s takes no arguments", name);
    return Owned::adopt(value());
}

Result<Owned> new_none(Runtime& rt, Type*, Args args) { return singleton(rt, "NoneType", args, &Value::none); }
Result<Owned> new_ellipsis(Runtime& rt, Type*, Args args) {
    return singleton(rt, "EllipsisType", args, &Value::ellipsis);
}
Result<Owned> new_not_implemented(Runtime& rt, Type*, Args args) {
    return singleton(rt, "NotImplementedType", args, &Value::not_implemented);
}

Result<Owned> repr_none(Runtime& rt, Value) { return Owned(rt.intern("None")); }
Result<Owned> repr_ellipsis(Runtime& rt, Value) { return Owned(rt.intern("Ellipsis")); }
Result<Owned> repr_not_implemented(Runtime& rt, Value) { return Owned(rt.intern("NotImplemented")); }

Result<bool> truth_of_none(Runtime&, Value) { return false; }
Result<bool> truth_of_not_implemented(Runtime& rt, Value) {
    TRY(rt.warn(TypeId::DeprecationWarning, "NotImplemented should not be used in a boolean context"));
    return true;
}

// The same in every run, as CPython's since 3.12.
Result<std::int64_t> hash_none(Runtime&, Value) { return 0xFCA86420; }

Result<Owned> reduce_ellipsis(Runtime& rt, Args) { return Owned(rt.intern("Ellipsis")); }
Result<Owned> reduce_not_implemented(Runtime& rt, Args) { return Owned(rt.intern("NotImplemented")); }

const NativeDef ellipsis_methods[] = {{"__reduce__", native<reduce_ellipsis>, 0, 0}, {}};
const NativeDef not_implemented_methods[] = {{"__reduce__", native<reduce_not_implemented>, 0, 0}, {}};

} // namespace

const TypeSpec none_spec = {
    .name = "NoneType",
    .base = TypeId::object,
    .size = sizeof(Object),
    .slots = {.new_ = new_none, .repr = repr_none, .hash = hash_none, .bool_ = truth_of_none},
    .doc = "The type of the None singleton.",
};

const TypeSpec ellipsis_spec = {
    .name = "ellipsis",
    .base = TypeId::object,
    .size = sizeof(Object),
    .slots = {.new_ = new_ellipsis, .repr = repr_ellipsis},
    .methods = ellipsis_methods,
    .doc = "The type of the Ellipsis singleton.",
};

const TypeSpec not_implemented_spec = {
    .name = "NotImplementedType",
    .base = TypeId::object,
    .size = sizeof(Object),
    .slots = {.new_ = new_not_implemented, .repr = repr_not_implemented, .bool_ = truth_of_not_implemented},
    .methods = not_implemented_methods,
    .doc = "The type of the NotImplemented singleton.",
};

} // namespace mp
