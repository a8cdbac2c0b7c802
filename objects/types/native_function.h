#pragma once
// Functions written in C++, and how they stand in the dicts of built-in types.
#include "objects/core/runtime.h"

namespace mp {

// A TypeFlags bit of types whose objects, found on a class, take the instance as first argument when they are called (as CPython's Py_TPFLAGS_METHOD_DESCRIPTOR).
inline constexpr std::uint32_t type_method_descriptor = 8192;

// len, or [].append (bound to its list).
struct NativeFunctionObject : Object {
    const NativeDef* def;
    Value self; // owned. has_self: passed as args[0]; else only shown as __self__ (the module)
    bool has_self;
    const Type*
        owner; // the built-in type whose method it is, or the class in `self` for class methods (error texts; borrowed); null for functions of modules
    StrObject* module; // __module__, owned; null: None
};

// list.append: a NativeDef and the type whose instances it takes.
struct MethodDescriptorObject : Object {
    const NativeDef* def;
    Type* owner;     // owned
    StrObject* name; // owned
};
// dict.fromkeys: the same struct; args[0] is the class.
using ClassMethodDescriptorObject = MethodDescriptorObject;

inline bool is_native_function(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::native_function;
}
inline bool is_method_descriptor(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::method_descriptor;
}

// A function of a module (self: the module or unbound), or a bound method (has_self). `def` must outlive it.
Ref<NativeFunctionObject> make_native_function(Runtime& rt, const NativeDef& def, Value self = Value(),
                                               StrObject* module = nullptr);
Ref<NativeFunctionObject> make_native_method(Runtime& rt, const NativeDef& def, Value self, const Type* owner);
Ref<MethodDescriptorObject> make_method_descriptor(Runtime& rt, const NativeDef& def, Type& owner);
Ref<MethodDescriptorObject> make_class_method_descriptor(Runtime& rt, const NativeDef& def, Type& owner);

// __text_signature__ and __doc__ of a native; None when it has none.
Owned native_text_signature(Runtime& rt, const NativeDef& def, bool has_self);
Owned native_doc(Runtime& rt, const NativeDef& def);

} // namespace mp
