// Walking views: iteration, tolist(), count(), index().
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/memoryview_parts.h"
#include "objects/types/text_arguments.h"

namespace mp {

using namespace view_parts;

namespace {

// Item i of the first dimension: in several dimensions a view.
Result<Owned> nth(Runtime& rt, MemoryViewObject& view, std::int64_t i) {
    if (view.fast_code) [[likely]]
        return load_item(rt, view.item, view.data + i * view.stride);
    return view_parts::get_item(rt, Value(&view), Value::from_int(i));
}

Result<Owned> list_level(Runtime& rt, MemoryViewObject& view, std::uint8_t* at, int dimension) {
    const std::int64_t count = view.shape()[dimension], stride = view.strides()[dimension];
    if (count > INT64_MAX / 16 || !rt.heap().would_fit(static_cast<std::size_t>(count) * sizeof(Value)))
        throw std::bad_alloc();
    TRY(rt.pay(static_cast<std::uint64_t>(count) / 4));
    Ref<ListObject> list = make_list(rt, count);
    for (std::int64_t i = 0; i < count; ++i, at += stride) {
        std::uint8_t* item = follow_suboffset(at, view.suboffsets(), dimension);
        if (dimension + 1 == view.ndim)
            list_append(rt, *list, load_item(rt, view.item, item));
        else
            list_append(rt, *list, TRY(list_level(rt, view, item, dimension + 1)));
    }
    return Owned(std::move(list));
}

// ---- the iterator

MemoryIteratorObject& iterator_of(Value value) noexcept { return *static_cast<MemoryIteratorObject*>(value.object()); }

void dealloc(Runtime& rt, Object* object) {
    auto* iterator = static_cast<MemoryIteratorObject*>(object);
    if (iterator->view) release(iterator->view);
    rt.free_object(object, sizeof(MemoryIteratorObject));
}

void traverse(Object* object, Visitor visit, void* context) {
    auto* iterator = static_cast<MemoryIteratorObject*>(object);
    if (iterator->view) visit(iterator->view, context);
}

void clear(Runtime&, Object* object) {
    auto* iterator = static_cast<MemoryIteratorObject*>(object);
    if (MemoryViewObject* view = std::exchange(iterator->view, nullptr)) release(view);
}

Result<Owned> iter_self(Runtime&, Value self) { return Owned::share(self); }

Result<Owned> iternext(Runtime& rt, Value self) {
    auto& iterator = iterator_of(self);
    MemoryViewObject* view = iterator.view;
    if (!view) return Owned::adopt(Value::exhausted());
    if (iterator.index < iterator.length) {
        TRY(memoryview_check(rt, *view));
        return nth(rt, *view, iterator.index++);
    }
    iterator.view = nullptr;
    release(view);
    return Owned::adopt(Value::exhausted());
}

} // namespace

Result<Owned> view_parts::iter(Runtime& rt, Value self) {
    auto& view = self_of(self);
    if (view.ndim == 0) return raise(rt, TypeId::TypeError, "invalid indexing of 0-dim memory");
    TRY(memoryview_check(rt, view));
    if (view.ndim == 1) TRY(check_format_text(rt, view));
    auto* iterator = rt.make<MemoryIteratorObject>(TypeId::memory_iterator);
    iterator->view = &view;
    retain(&view);
    iterator->index = 0;
    iterator->length = view.length;
    return Owned::adopt(iterator);
}

Result<Owned> view_parts::tolist(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    TRY(memoryview_check(rt, view));
    TRY(check_item_format(rt, view));
    if (view.ndim == 0) return load_item(rt, view.item, view.data);
    return list_level(rt, view, view.data, 0);
}

// Both look at each item anew: the comparison may run code that releases the view.
Result<Owned> view_parts::count(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    TRY(memoryview_check(rt, view));
    if (view.ndim == 0) return raise(rt, TypeId::TypeError, "invalid indexing of 0-dim memory");
    Owned keep = Owned::share(args[0]);
    std::int64_t total = 0;
    if (view.fast_code == 'B' && args[1].is_int()) {
        TRY(rt.pay(static_cast<std::uint64_t>(view.length) / 16));
        for (std::int64_t i = 0; i < view.length; ++i) total += view.data[i * view.stride] == args[1].as_int();
        return make_int(rt, total);
    }
    for (std::int64_t i = 0; i < view.length; ++i) {
        TRY(memoryview_check(rt, view));
        Owned item = TRY(nth(rt, view, i));
        TRY(rt.pay(1));
        if (TRY(same_or_equal(rt, item, args[1]))) ++total;
    }
    return make_int(rt, total);
}

Result<Owned> view_parts::index(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    SearchBounds bounds = TRY(bounds_arguments(rt, args, 2));
    TRY(memoryview_check(rt, view));
    if (view.ndim == 0) return raise(rt, TypeId::TypeError, "invalid lookup on 0-dim memory");
    if (view.ndim != 1) return raise(rt, TypeId::NotImplementedError, "multi-dimensional lookup is not implemented");
    bounds.adjust(view.length);
    Owned keep = Owned::share(args[0]);
    for (std::int64_t i = bounds.start; i < bounds.end; ++i) {
        TRY(memoryview_check(rt, view));
        TRY(check_item_format(rt, view));
        Owned item = TRY(nth(rt, view, i));
        TRY(rt.pay(1));
        if (TRY(same_or_equal(rt, item, args[1]))) return make_int(rt, i);
    }
    return raise(rt, TypeId::ValueError, "memoryview.index(x): x not found");
}

const TypeSpec memory_iterator_spec = {
    .name = "memory_iterator",
    .module = "builtins",
    .base = TypeId::object,
    .layout = Layout::memory_iterator,
    .size = sizeof(MemoryIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc, .traverse = traverse, .clear = clear, .iter = iter_self, .iternext = iternext},
};

} // namespace mp
