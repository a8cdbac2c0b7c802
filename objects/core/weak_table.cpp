#include "objects/core/weak_table.h"

#include "objects/core/raise.h"
#include "objects/core/runtime.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception.h"
#include "objects/types/weakref.h"

namespace mp {

WeakrefObject* WeakTable::first(Object* target) const noexcept {
    const auto found = first_.find(target);
    return found == first_.end() ? nullptr : found->second;
}

void WeakTable::add(Object* target, WeakrefObject* reference) {
    WeakrefObject*& first = first_[target];
    reference->target = target;
    reference->previous = nullptr;
    reference->next = first;
    if (first) first->previous = reference;
    first = reference;
    target->gc |= gc_weakrefs;
}

void WeakTable::remove(WeakrefObject* reference) noexcept {
    Object* target = reference->target;
    if (!target) return;
    if (reference->next) reference->next->previous = reference->previous;
    if (reference->previous) {
        reference->previous->next = reference->next;
    } else {
        const auto found = first_.find(target);
        if (reference->next) {
            found->second = reference->next;
        } else {
            first_.erase(found);
            target->gc &= static_cast<std::uint8_t>(~gc_weakrefs);
        }
    }
    reference->target = nullptr;
    reference->next = reference->previous = nullptr;
}

void WeakTable::detach(Object* target, std::vector<Ref<WeakrefObject>>& with_callbacks) {
    const auto found = first_.find(target);
    if (found == first_.end()) return;
    std::size_t count = 0;
    for (WeakrefObject* reference = found->second; reference; reference = reference->next) ++count;
    with_callbacks.reserve(with_callbacks.size() + count);
    for (WeakrefObject* reference = found->second; reference;) {
        WeakrefObject* next = reference->next;
        reference->target = nullptr;
        reference->next = reference->previous = nullptr;
        // A reference that is dying itself has no callback to run.
        if (!reference->callback.is_unbound() && reference->refcount > 0)
            with_callbacks.push_back(Ref<WeakrefObject>::share(reference));
        reference = next;
    }
    first_.erase(found);
    target->gc &= static_cast<std::uint8_t>(~gc_weakrefs);
}

void WeakTable::target_dies(Runtime& rt, Object* target) noexcept {
    std::vector<Ref<WeakrefObject>> with_callbacks;
    detach(target, with_callbacks);
    if (!with_callbacks.empty()) run_weakref_callbacks(rt, with_callbacks);
}

void run_weakref_callbacks(Runtime& rt, std::vector<Ref<WeakrefObject>>& references) noexcept {
    OptRef<ExceptionObject> pending;
    if (rt.has_pending()) pending = rt.take_pending();
    for (const auto& reference : references) {
        const Owned callback = Owned::adopt(std::exchange(reference->callback, Value()));
        if (callback.is_unbound()) continue;
        try {
            if (call(rt, callback, reference.get()).is_raised()) rt.write_unraisable(callback);
        } catch (const std::bad_alloc&) {
            raise_memory_error(rt);
            rt.write_unraisable(callback);
        }
        if (rt.has_pending()) rt.clear_pending();
    }
    if (pending) rt.set_pending(Ref<ExceptionObject>::adopt(pending.release()));
}

} // namespace mp
