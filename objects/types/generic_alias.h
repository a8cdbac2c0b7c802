#pragma once
// list[int] and int | None.
#include "objects/core/runtime.h"

namespace mp {

struct GenericAliasObject : Object {
    Value origin;            // owned
    TupleObject* arguments;  // owned
    TupleObject* parameters; // owned; null until asked for
    bool starred;            // *tuple[int]
};
struct UnionTypeObject : Object {
    TupleObject* arguments;  // owned
    TupleObject* parameters; // owned; null until asked for
};

// origin[item]: `item` is one argument or a tuple of them. What __class_getitem__ of built-in types gives.
Ref<GenericAliasObject> make_generic_alias(Runtime& rt, Value origin, Value item);
bool is_generic_alias(Runtime& rt, Value value) noexcept;
bool is_union_type(Runtime& rt, Value value) noexcept;
// left | right of types: a union, or NotImplemented when one is no type. May run __eq__.
Result<Owned> union_of(Runtime& rt, Value left, Value right);
// A native for method tables: {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, doc, native_class}.
Result<Owned> class_getitem(Runtime& rt, Args args);

} // namespace mp
