// Iterators over the host's ranges.
#include "interp/embed/class_record.h"
#include "interp/embed/function_call.h"
#include "interp/include/minipy/iterate.hpp"
#include "objects/core/attribute.h"
#include "objects/types/natives.h"

namespace minipy::detail {

namespace {

struct HostIteratorObject : mp::Object {
    Core* core;
    Next* next; // owned; null at the end
    mp::Value owner;
};
HostIteratorObject& as_iterator(mp::Value value) noexcept { return *static_cast<HostIteratorObject*>(value.object()); }

mp::Result<mp::Owned> iternext(mp::Runtime& rt, mp::Value self) {
    HostIteratorObject& iterator = as_iterator(self);
    if (!iterator.next) return mp::Owned::adopt(mp::Value::exhausted());
    Word item = raised_word;
    try {
        item = (*iterator.next)(*iterator.core);
    } catch (...) {
        raise_current_exception(*iterator.core);
    }
    if (item == raised_word) return mp::raised;
    if (item != unmatched_word) return adopt(item);
    const PendingKept kept(rt); // the host's destructors
    delete std::exchange(iterator.next, nullptr);
    mp::replace(iterator.owner, mp::Owned::adopt(mp::Value::none()));
    return mp::Owned::adopt(mp::Value::exhausted());
}

void dealloc(mp::Runtime& rt, mp::Object* object) {
    auto* iterator = static_cast<HostIteratorObject*>(object);
    {
        const PendingKept kept(rt);
        delete iterator->next;
    }
    mp::replace(iterator->owner, mp::Owned());
    rt.free_object(object, sizeof(HostIteratorObject));
}

void traverse(mp::Object* object, mp::Visitor visit, void* context) {
    auto* iterator = static_cast<HostIteratorObject*>(object);
    if (iterator->owner.is_object()) visit(iterator->owner.object(), context);
}

constexpr mp::TypeSpec host_iterator_spec = {
    .name = "host_iterator",
    .base = mp::TypeId::object,
    .size = sizeof(HostIteratorObject),
    .flags = mp::type_has_gc | mp::type_no_new,
    .slots = {.dealloc = dealloc, .traverse = traverse, .iter = mp::return_self, .iternext = iternext},
    .doc = "An iterator over a range of the program that embeds this interpreter.",
};

} // namespace

Word make_iterator(Core& core, Next next, Word owner) noexcept {
    return guarded(core, [&]() -> mp::Result<mp::Owned> {
        HostTypes& types = host_types(core);
        if (!types.iterator) types.iterator = TRY(mp::make_native_type(*core.vm, host_iterator_spec));
        auto moved = std::make_unique<Next>(std::move(next));
        auto* iterator = static_cast<HostIteratorObject*>(
            core.vm->make_object(*types.iterator->instance_shape, sizeof(HostIteratorObject)));
        iterator->core = &core;
        iterator->next = moved.release();
        iterator->owner = mp::Owned::share(value_of(owner)).release();
        return mp::Owned::adopt(mp::Value(iterator));
    });
}

} // namespace minipy::detail
