#pragma once
// Attribute access as the language defines it, and changing classes. All may run Python code.
#include "objects/core/runtime.h"

namespace mp {

// object.__getattribute__: data descriptors of the type, own attributes, other class attributes (language reference 3.3.2).
Result<Owned> generic_get_attribute(Runtime& rt, Value object, StrObject& name);
// The same, but gives unbound where nothing has the name (an AttributeError from inside a descriptor is still raised).
Result<Owned> generic_find_attribute(Runtime& rt, Value object, StrObject& name);
// object.__setattr__ / __delattr__ (value unbound).
Result<void> generic_set_attribute(Runtime& rt, Value object, StrObject& name, Value value);
// type.__getattribute__ / __setattr__. The latter updates slots and shapes of the class and its subclasses.
Result<Owned> type_get_attribute(Runtime& rt, Value type, StrObject& name);
Result<void> type_set_attribute(Runtime& rt, Value type, StrObject& name, Value value);

// type.__getattribute__ that gives unbound where nothing has the name.
Result<Owned> type_find_attribute(Runtime& rt, Value type, StrObject& name);
// Sets (unbound: deletes) an attribute in the class's own dict, past the metaclass's descriptors and the check for immutable types.
Result<void> type_set_own(Runtime& rt, Type& type, StrObject& name, Value value);

// getattr(object, name) through the type's slot (with __getattr__ fallback).
Result<Owned> get_attribute(Runtime& rt, Value object, StrObject& name);
// The same, but an AttributeError (from anywhere inside) gives unbound instead: no exception object is made in the common case.
Result<Owned> get_optional_attribute(Runtime& rt, Value object, StrObject& name);
Result<void> set_attribute(Runtime& rt, Value object, StrObject& name, Value value); // unbound: delete

// A special method, looked up on the type only and bound to the object (what `with`, operators and builtins use); unbound when the type has none.
Result<Owned> lookup_special(Runtime& rt, Value object, StrObject& name);
// Calls a special method; `absent` is set (and unbound returned) when the type has none.
Result<Owned> call_special(Runtime& rt, Value object, StrObject& name, const Value* args, std::size_t count,
                           bool& absent);

// A Python function or a method of a built-in type: what may be called with self as first argument instead of being bound.
bool is_plain_method(Value value) noexcept;

// For LOAD_METHOD: when `name` is a plain function or method descriptor of the class and not shadowed, gives it unbound (self_first = true: the caller passes the object
// as first argument); else the attribute's value.
Result<Owned> get_method(Runtime& rt, Value object, StrObject& name, bool& self_first);

// ---- making types
// The class statement's work (type.__new__): mro, slots, __slots__, __set_name__, __init_subclass__, trampolines.
Result<Owned> make_class(Runtime& rt, Type& metatype, StrObject& name, TupleObject& bases, DictObject& name_space,
                         Args keywords);
// Fills the dict of a built-in type when it has not been yet. Runs nothing.
void fill_type_dict(Runtime& rt, Type& type);
// After a change of dict or bases: recomputes inherited slots and gives new shape ids, here and in subclasses.
void type_modified(Runtime& rt, Type& type);
// A new built-in-like type from a spec that is not in types.def (modules, host classes), derived from `base` (null: what the spec says). It lives as long as the runtime.
Result<Ref<Type>> make_native_type(Runtime& rt, const TypeSpec& spec, Type* base = nullptr,
                                   Type* second_base = nullptr);

} // namespace mp
