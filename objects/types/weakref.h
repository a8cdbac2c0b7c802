#pragma once
// weakref.ref and weakref.proxy.
#include "objects/core/runtime.h"

namespace mp {

struct WeakrefObject : Object { // proxies too
    Object* target;             // borrowed; null once it died
    Value callback;             // owned; unbound: none
    std::int64_t hash;          // of the target, once asked for; -1: not yet known
    WeakrefObject* next;        // other weak references to the same target (weak_table.h)
    WeakrefObject* previous;
};

// TypeError "cannot create weak reference to 'int' object". The plain reference (no callback) of an object is shared.
Result<Ref<WeakrefObject>> make_weakref(Runtime& rt, Value target, Value callback = Value());
Result<Ref<WeakrefObject>> make_weak_proxy(Runtime& rt, Value target, Value callback = Value());
// weakref.getweakrefcount / getweakrefs.
std::int64_t weakref_count(Runtime& rt, Value target) noexcept;
Ref<ListObject> weakrefs_of(Runtime& rt, Value target);

} // namespace mp
