#pragma once
// Bound methods, staticmethod, classmethod, property, super.
#include "objects/core/runtime.h"

namespace mp {

struct BoundMethodObject : Object {
    Value function; // owned
    Value self;     // owned
};
struct StaticMethodObject : Object { // classmethod has the same
    Value callable;                  // owned; unbound before __init__
};
using ClassMethodObject = StaticMethodObject;

struct PropertyObject : Object {
    Value getter, setter, deleter; // owned; None when absent
    Value doc;                     // owned; None when absent
    Value name;                    // owned; unbound until __set_name__
    bool doc_from_getter;
};

struct SuperObject : Object {
    Type* type;        // __thisclass__, owned; null before __init__
    Value object;      // __self__, owned; None when unbound
    Type* object_type; // __self_class__, owned; null when unbound
};

inline bool is_bound_method(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::bound_method;
}
inline bool is_property(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::property;
}
inline bool is_staticmethod(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::staticmethod_;
}
inline bool is_classmethod(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::classmethod_;
}

Ref<BoundMethodObject> make_bound_method(Runtime& rt, Value function, Value self);
Ref<StaticMethodObject> make_staticmethod(Runtime& rt, Value callable);
Ref<ClassMethodObject> make_classmethod(Runtime& rt, Value callable);
Ref<PropertyObject> make_property(Runtime& rt, Value getter, Value setter, Value deleter);

// super(cls, self).name without making the super object (LOAD_SUPER_ATTR). May run Python.
Result<Owned> super_attribute(Runtime& rt, Value cls, Value self, StrObject& name);
// The same for a call: a plain function or method descriptor is given unbound (self_first: pass self as first argument).
Result<Owned> super_method(Runtime& rt, Value cls, Value self, StrObject& name, bool& self_first);
// super(cls, self).
Result<Owned> make_super(Runtime& rt, Value cls, Value self);

} // namespace mp
