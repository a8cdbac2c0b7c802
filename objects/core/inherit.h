#pragma once
// MRO and slot inheritance.
#include "objects/core/runtime.h"

namespace mp {

// The second base of the built-in types that have one; null for others.
Type* native_second_base(Runtime& rt, TypeId id) noexcept;
// Sets bases, mro and slots of a built-in type (linking its bases first).
void link_native_type(Runtime& rt, Type& type, Type* second_base);

// C3 linearisation (the language's rule): a tuple that begins with `type`. TypeError "Cannot create a consistent method resolution order (MRO) for bases X, Y".
Result<Ref<TupleObject>> compute_mro(Runtime& rt, Type& type);

// Sets every slot of a class from its mro: a native function where the dunder method found is a built-in type's, a trampoline where it is anything else.
void update_slots(Runtime& rt, Type& type);
// The same for the slots that one dunder name feeds.
void update_slots_for(Runtime& rt, Type& type, StrObject& name);

// Whether the class's own dict has the name. Runs nothing.
bool dict_defines(Type& type, StrObject& name) noexcept;

// __del__ of an object, with the pending exception kept; errors are unraisable.
void run_finaliser(Runtime& rt, Object* object) noexcept;

} // namespace mp
