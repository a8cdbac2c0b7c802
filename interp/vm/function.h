#pragma once
// Python functions.
#include "interp/vm/code_object.h"
#include "objects/types/cell.h"

namespace mp {

struct FunctionObject : Object {
    CodeObject* code;                            // owned
    DictObject* globals;                         // owned
    DictObject* builtins;                        // owned
    TupleObject* closure;                        // owned, of cells; null: none
    TupleObject* defaults;                       // owned, null: none
    DictObject* keyword_defaults;                // owned, null: none
    StrObject* name;                             // owned
    StrObject* qualified_name;                   // owned
    Value module, doc, annotations, type_params; // owned; annotations unbound until asked for
    DictObject* dict;                            // owned, null until an attribute is set
};

inline bool is_function(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::function;
}
inline FunctionObject& as_function(Value value) noexcept { return *static_cast<FunctionObject*>(value.object()); }

Ref<FunctionObject> make_function(Runtime& rt, CodeObject& code, DictObject& globals);

} // namespace mp
