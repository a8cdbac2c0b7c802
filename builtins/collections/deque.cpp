#include "builtins/collections/deque.h"

#include <algorithm>
#include <vector>

#include "builtins/native_object.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/protocol/protocol.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

bool is_deque(Value value) noexcept { return value.is_object() && value.object()->type()->native_base == &deque_spec; }

Result<Ref<Type>> collections_type(Runtime& rt, const TypeSpec& spec) {
    Owned module = TRY(vm_of(rt).import_full("_collections"));
    Owned found = TRY(get_attribute(rt, module, *rt.intern(spec.name)));
    if (!found.get().is_object() || found.get().object()->layout != Layout::type ||
        static_cast<Type*>(found.get().object())->spec != &spec)
        return raise(rt, TypeId::RuntimeError, "_collections.%s has been replaced", spec.name);
    return Ref<Type>::share(static_cast<Type*>(found.get().object()));
}

// ---- storage

static void set_capacity(Runtime& rt, DequeObject& deque, std::int64_t capacity) {
    auto* items = capacity ? static_cast<Value*>(rt.heap().allocate(static_cast<std::size_t>(capacity) * sizeof(Value)))
                           : nullptr;
    for (std::int64_t i = 0; i < deque.size; ++i) items[i] = deque.at(i);
    if (deque.items) rt.heap().free(deque.items, static_cast<std::size_t>(deque.capacity) * sizeof(Value));
    deque.items = items;
    deque.capacity = capacity;
    deque.head = 0;
}

static void grow(Runtime& rt, DequeObject& deque) {
    if (deque.size < deque.capacity) return;
    if (deque.capacity > INT64_MAX / 32) throw std::bad_alloc();
    set_capacity(rt, deque, deque.capacity ? deque.capacity * 2 : 8);
}

static Owned take_last(DequeObject& deque) noexcept {
    ++deque.changes;
    return Owned::adopt(deque.at(--deque.size));
}
static Owned take_first(DequeObject& deque) noexcept {
    ++deque.changes;
    const Value item = deque.at(0);
    deque.head = (deque.head + 1) & (deque.capacity - 1);
    --deque.size;
    return Owned::adopt(item);
}

void deque_append(Runtime& rt, DequeObject& deque, Owned item) {
    if (deque.maxlen == 0) return;
    grow(rt, deque);
    ++deque.changes;
    deque.at(deque.size) = item.release();
    ++deque.size;
    if (deque.maxlen >= 0 && deque.size > deque.maxlen) take_first(deque);
}

void deque_append_left(Runtime& rt, DequeObject& deque, Owned item) {
    if (deque.maxlen == 0) return;
    grow(rt, deque);
    ++deque.changes;
    deque.head = (deque.head - 1) & (deque.capacity - 1);
    deque.at(0) = item.release();
    ++deque.size;
    if (deque.maxlen >= 0 && deque.size > deque.maxlen) take_last(deque);
}

Result<void> deque_extend(Runtime& rt, DequeObject& deque, Value iterable) {
    Owned source = Owned::share(iterable);
    if (iterable.is(Value(&deque))) source = TRY(list_from(rt, iterable));
    return for_each(rt, source, [&](Value item) -> Result<void> {
        deque_append(rt, deque, Owned::share(item));
        return ok;
    });
}

Result<Owned> deque_pop(Runtime& rt, DequeObject& deque) {
    if (deque.size == 0) return raise(rt, TypeId::IndexError, "pop from an empty deque");
    return take_last(deque);
}
Result<Owned> deque_pop_left(Runtime& rt, DequeObject& deque) {
    if (deque.size == 0) return raise(rt, TypeId::IndexError, "pop from an empty deque");
    return take_first(deque);
}

void deque_clear(Runtime& rt, DequeObject& deque) {
    ++deque.changes;
    Value* const items = std::exchange(deque.items, nullptr);
    const std::int64_t capacity = std::exchange(deque.capacity, 0);
    const std::int64_t head = std::exchange(deque.head, 0);
    const std::int64_t size = std::exchange(deque.size, 0);
    for (std::int64_t i = 0; i < size; ++i)
        release(items[(head + i) & (capacity - 1)]); // finalisers see an empty deque
    if (items) rt.heap().free(items, static_cast<std::size_t>(capacity) * sizeof(Value));
}

void deque_rotate(DequeObject& deque, std::int64_t steps) noexcept {
    if (deque.size <= 1) return;
    steps %= deque.size;
    if (steps < 0) steps += deque.size;
    if (steps == 0) return;
    ++deque.changes;
    if (deque.size == deque.capacity) { // the ring is full: turning it moves nothing
        deque.head = (deque.head - steps) & (deque.capacity - 1);
        return;
    }
    if (steps <= deque.size / 2) {
        for (; steps > 0; --steps) {
            const Value item = deque.at(deque.size - 1);
            deque.head = (deque.head - 1) & (deque.capacity - 1);
            deque.at(0) = item;
        }
    } else {
        for (steps = deque.size - steps; steps > 0; --steps) {
            const Value item = deque.at(0);
            deque.head = (deque.head + 1) & (deque.capacity - 1);
            deque.at(deque.size - 1) = item;
        }
    }
}

Result<Owned> deque_copy(Runtime& rt, Value self) {
    Type& type = rt.type_of(self);
    const std::int64_t maxlen = as_deque(self).maxlen;
    if (type.spec == &deque_spec) {
        auto* copy = static_cast<DequeObject*>(rt.make_instance(type));
        copy->items = nullptr;
        copy->capacity = copy->head = copy->size = 0;
        copy->maxlen = maxlen;
        copy->changes = 0;
        Ref<DequeObject> result = Ref<DequeObject>::adopt(copy);
        for (std::int64_t i = 0; i < as_deque(self).size; ++i)
            deque_append(rt, *result, Owned::share(as_deque(self).at(i)));
        return Owned(std::move(result));
    }
    if (maxlen < 0) return call(rt, Value(&type), self);
    return call(rt, Value(&type), self, make_int(rt, maxlen));
}

// ---- the type

namespace {

Result<Owned> make_new(Runtime& rt, Type* type, Args) {
    auto* deque = static_cast<DequeObject*>(rt.make_instance(*type));
    deque->items = nullptr;
    deque->capacity = deque->head = deque->size = 0;
    deque->maxlen = -1;
    deque->changes = 0;
    return Owned::adopt(Value(deque));
}

Result<void> initialise(Runtime& rt, Value self, Args args) {
    static const NativeDef definition = {"deque", nullptr, 0, 2, "iterable=(), maxlen=None"};
    Value given[2];
    TRY(bind_arguments(rt, definition, args, given));
    std::int64_t maxlen = -1;
    if (!given[1].is_unbound() && !given[1].is_none()) {
        if (!is_any_int(given[1])) return raise(rt, TypeId::TypeError, "an integer is required");
        if (!int_to_int64(given[1], maxlen))
            return raise(rt, TypeId::OverflowError, "Python int too large to convert to C ssize_t");
        if (maxlen < 0) return raise(rt, TypeId::ValueError, "maxlen must be non-negative");
    }
    DequeObject& deque = as_deque(self);
    deque.maxlen = maxlen;
    if (deque.size > 0) deque_clear(rt, deque);
    return given[0].is_unbound() ? Result<void>(ok) : deque_extend(rt, deque, given[0]);
}

void traverse(Object* object, Visitor visit, void* context) {
    auto& deque = *static_cast<DequeObject*>(object);
    for (std::int64_t i = 0; i < deque.size; ++i)
        if (deque.at(i).is_object()) visit(deque.at(i).object(), context);
}
void clear(Runtime& rt, Object* object) { deque_clear(rt, *static_cast<DequeObject*>(object)); }
void dealloc(Runtime& rt, Object* object) {
    deque_clear(rt, *static_cast<DequeObject*>(object));
    rt.free_object(object, sizeof(DequeObject));
}

Result<Owned> repr_deque(Runtime& rt, Value self) {
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, "[...]"));
    Ref<ListObject> list = TRY(list_from(rt, self));
    StrBuilder text(rt);
    text.append(std::string(rt.type_of(self).short_name()) + "(");
    text.append(*TRY(repr(rt, list)));
    if (as_deque(self).maxlen >= 0) text.append(", maxlen=" + std::to_string(as_deque(self).maxlen));
    text.append(U')');
    return Owned(text.finish());
}

// Lexicographical, over both iterators.
Result<Owned> compare_deques(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_deque(left) || !is_deque(right)) return Owned::adopt(Value::not_implemented());
    if (as_deque(left).size != as_deque(right).size) {
        if (op == CompareOp::eq) return Owned::adopt(Value::false_());
        if (op == CompareOp::ne) return Owned::adopt(Value::true_());
    }
    Ref<ListObject> a = TRY(list_from(rt, left));
    Ref<ListObject> b = TRY(list_from(rt, right));
    return compare(rt, a, b, op);
}

Result<std::int64_t> length_of(Runtime&, Value self) { return as_deque(self).size; }
Result<bool> truth_of(Runtime&, Value self) { return as_deque(self).size > 0; }

Result<std::int64_t> item_place(Runtime& rt, Value self, Value key) {
    const auto converted = index(rt, key);
    if (converted.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "sequence index must be integer, not '%.200s'", type_name(rt, key));
    }
    std::int64_t place = TRY(index_int64(rt, key, TypeId::IndexError));
    DequeObject& deque = as_deque(self);
    if (place < 0) place += deque.size;
    if (place < 0 || place >= deque.size) return raise(rt, TypeId::IndexError, "deque index out of range");
    return place;
}
Result<Owned> get_item_of(Runtime& rt, Value self, Value key) {
    const std::int64_t place = TRY(item_place(rt, self, key));
    return Owned::share(as_deque(self).at(place));
}
Result<void> set_item_of(Runtime& rt, Value self, Value key, Value value) {
    const std::int64_t place = TRY(item_place(rt, self, key));
    DequeObject& deque = as_deque(self);
    if (!value.is_unbound()) {
        replace(deque.at(place), Owned::share(value));
        return ok;
    }
    deque_rotate(deque, -place);
    Owned gone = take_first(deque);
    deque_rotate(deque, place);
    return ok;
}

Result<bool> contains_item(Runtime& rt, Value self, Value item) {
    DequeObject& deque = as_deque(self);
    const std::uint64_t changes = deque.changes;
    for (std::int64_t i = 0; i < deque.size; ++i) {
        Owned candidate = Owned::share(deque.at(i));
        if (TRY(same_or_equal(rt, candidate, item))) return true;
        if (deque.changes != changes) return raise(rt, TypeId::RuntimeError, "deque mutated during iteration");
    }
    return false;
}

Result<Owned> concat_deques(Runtime& rt, Value left, Value right) {
    if (!is_deque(left)) return Owned::adopt(Value::not_implemented());
    if (!is_deque(right))
        return raise(rt, TypeId::TypeError, "can only concatenate deque (not \"%.200s\") to deque",
                     type_name(rt, right));
    Owned result = TRY(deque_copy(rt, left));
    if (!is_deque(result))
        return raise(rt, TypeId::TypeError, "deque() must return a deque, not %.200s", type_name(rt, result));
    TRY(deque_extend(rt, as_deque(result), right));
    return result;
}
Result<Owned> extend_in_place(Runtime& rt, Value self, Value other) {
    TRY(deque_extend(rt, as_deque(self), other));
    return Owned::share(self);
}

Result<Owned> repeat_in_place(Runtime& rt, Value self, std::int64_t times) {
    DequeObject& deque = as_deque(self);
    const std::int64_t size = deque.size;
    if (size == 0 || times == 1) return Owned::share(self);
    if (times <= 0) {
        deque_clear(rt, deque);
        return Owned::share(self);
    }
    std::int64_t total = 0;
    if (__builtin_mul_overflow(size, times, &total) || total > INT64_MAX / 32) return raise_memory_error(rt);
    if (deque.maxlen < 0 && !rt.heap().would_fit(static_cast<std::size_t>(total) * sizeof(Value)))
        return raise_memory_error(rt);
    std::vector<Owned> items;
    for (std::int64_t i = 0; i < size; ++i) items.push_back(Owned::share(deque.at(i)));
    // With a maximal length only the last rounds leave anything behind.
    std::int64_t rounds = times - 1;
    if (deque.maxlen >= 0) rounds = std::min(rounds, deque.maxlen / size + 1);
    for (; rounds > 0; --rounds) {
        TRY(rt.pay(static_cast<std::uint64_t>(size)));
        for (const Owned& item : items) deque_append(rt, deque, Owned(item));
    }
    return Owned::share(self);
}
Result<Owned> repeat_deque(Runtime& rt, Value self, std::int64_t times) {
    Owned copy = TRY(deque_copy(rt, self));
    if (!is_deque(copy))
        return raise(rt, TypeId::TypeError, "deque() must return a deque, not %.200s", type_name(rt, copy));
    return repeat_in_place(rt, copy, times);
}

Result<Owned> make_iterator(Runtime& rt, Value self, const TypeSpec& spec) {
    Ref<Type> type = TRY(collections_type(rt, spec));
    auto* iterator = static_cast<DequeIteratorObject*>(rt.make_instance(*type));
    iterator->deque = Owned::share(self).release();
    iterator->index = 0;
    iterator->changes = as_deque(self).changes;
    return Owned::adopt(Value(iterator));
}
Result<Owned> iterate_deque(Runtime& rt, Value self) { return make_iterator(rt, self, deque_iterator_spec); }

// ---- iterators

template <bool Reverse>
Result<Owned> iterator_next(Runtime& rt, Value self) {
    auto& iterator = *static_cast<DequeIteratorObject*>(self.object());
    if (iterator.deque.is_unbound()) return Owned::adopt(Value::exhausted());
    DequeObject& deque = as_deque(iterator.deque);
    if (deque.changes != iterator.changes) {
        replace(iterator.deque, Owned());
        return raise(rt, TypeId::RuntimeError, "deque mutated during iteration");
    }
    if (iterator.index >= deque.size) {
        replace(iterator.deque, Owned());
        return Owned::adopt(Value::exhausted());
    }
    const std::int64_t place = Reverse ? deque.size - 1 - iterator.index : iterator.index;
    ++iterator.index;
    return Owned::share(deque.at(place));
}
Result<Owned> iterator_self(Runtime&, Value self) { return Owned::share(self); }
Result<Owned> iterator_length(Runtime& rt, Args args) {
    auto& iterator = *static_cast<DequeIteratorObject*>(args[0].object());
    return make_int(rt, iterator.deque.is_unbound()
                            ? 0
                            : std::max<std::int64_t>(as_deque(iterator.deque).size - iterator.index, 0));
}
void iterator_traverse(Object* object, Visitor visit, void* context) {
    auto& iterator = *static_cast<DequeIteratorObject*>(object);
    if (iterator.deque.is_object()) visit(iterator.deque.object(), context);
}
void iterator_dealloc(Runtime& rt, Object* object) {
    replace(static_cast<DequeIteratorObject*>(object)->deque, Owned());
    rt.free_object(object, sizeof(DequeIteratorObject));
}
const NativeDef iterator_methods[] = {{"__length_hint__", native<iterator_length>, 0, 0}, {}};

} // namespace

Result<Owned> deque_reversed(Runtime& rt, Args args) { return make_iterator(rt, args[0], deque_reverse_iterator_spec); }

const TypeSpec deque_spec = {
    .name = "deque",
    .module = "collections",
    .base = TypeId::object,
    .size = sizeof(DequeObject),
    .flags = type_has_gc | type_is_base | type_weakrefs | type_sequence,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = make_new,
              .init = initialise,
              .repr = repr_deque,
              .compare = compare_deques,
              .iter = iterate_deque,
              .bool_ = truth_of,
              .length = length_of,
              .concat = concat_deques,
              .inplace_concat = extend_in_place,
              .repeat = repeat_deque,
              .inplace_repeat = repeat_in_place,
              .get_item = get_item_of,
              .set_item = set_item_of,
              .contains = contains_item},
    .methods = deque_methods,
    .getsets = deque_getsets,
    .doc = "A list-like sequence optimized for data accesses near its endpoints.",
};
const TypeSpec deque_iterator_spec = {
    .name = "_deque_iterator",
    .module = "collections",
    .base = TypeId::object,
    .size = sizeof(DequeIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_self,
              .iternext = iterator_next<false>},
    .methods = iterator_methods,
};
const TypeSpec deque_reverse_iterator_spec = {
    .name = "_deque_reverse_iterator",
    .module = "collections",
    .base = TypeId::object,
    .size = sizeof(DequeIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_self,
              .iternext = iterator_next<true>},
    .methods = iterator_methods,
};

} // namespace mp
