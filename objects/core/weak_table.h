#pragma once
// Which weak references point to which objects. Objects with weak references carry gc_weakrefs in their gc byte; the lists are here.
#include <unordered_map>
#include <vector>

#include "objects/core/ref.h"

namespace mp {

struct WeakrefObject;
class Runtime;

class WeakTable {
public:
    WeakrefObject* first(Object* target) const noexcept; // null: none
    void add(Object* target, WeakrefObject* reference);  // sets target and links; throws bad_alloc
    void remove(WeakrefObject* reference) noexcept;      // unlinks a reference whose target lives
    // The target dies: every reference becomes dead; then callbacks run (newest first, errors are unraisable). May run Python.
    void target_dies(Runtime& rt, Object* target) noexcept;
    // For the collector: makes the references dead and gives those that have callbacks (owned) to the caller.
    void detach(Object* target, std::vector<Ref<WeakrefObject>>& with_callbacks);

private:
    std::unordered_map<Object*, WeakrefObject*> first_;
};

// Calls the callbacks of dead references. May run Python; errors are unraisable.
void run_weakref_callbacks(Runtime& rt, std::vector<Ref<WeakrefObject>>& references) noexcept;

} // namespace mp
