// list: storage and slots. Methods stand in list_methods.cpp, slices in list_slices.cpp.
#include "objects/types/list.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/keys.h"
#include "objects/types/list_internal.h"
#include "objects/types/list_iterator.h"
#include "objects/types/natives.h"
#include "objects/types/range.h"
#include "objects/types/set.h"

namespace mp {

using namespace list_internal;

bool is_list_or_subclass(Runtime& rt, Value value) noexcept {
    return is_list(value) || (value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::list)));
}

// ---- storage

namespace list_internal {

Run run_of(const Object* object) noexcept {
    auto* list = static_cast<const ListObject*>(object);
    return {list->items, list->size};
}

void set_capacity(Runtime& rt, ListObject& list, std::int64_t capacity) {
    if (capacity == list.capacity) return;
    if (capacity > INT64_MAX / 64) throw std::bad_alloc();
    const std::size_t old_bytes = static_cast<std::size_t>(list.capacity) * sizeof(Value);
    const std::size_t bytes = static_cast<std::size_t>(capacity) * sizeof(Value);
    if (capacity == 0) {
        rt.heap().free(list.items, old_bytes);
        list.items = nullptr;
    } else if (!list.items) {
        list.items = static_cast<Value*>(rt.heap().allocate(bytes));
    } else {
        list.items = static_cast<Value*>(rt.heap().reallocate(list.items, old_bytes, bytes));
    }
    list.capacity = capacity;
}

// 0, 4, 8, 16, 24, 32, 40, 52, 64, 76, …: an eighth more; no more than needed when it grows by a lot at once.
static std::int64_t grown_capacity(const ListObject& list, std::int64_t size) {
    if (size > INT64_MAX / 64) throw std::bad_alloc();
    const std::int64_t capacity = (size + (size >> 3) + 6) & ~std::int64_t{3};
    return size - list.size > capacity - size ? (size + 3) & ~std::int64_t{3} : capacity;
}

void resize(Runtime& rt, ListObject& list, std::int64_t size) {
    if (size == list.size) return;
    if (size <= list.capacity && size >= list.capacity >> 1) {
        list.size = size;
        return;
    }
    set_capacity(rt, list, size == 0 ? 0 : grown_capacity(list, size));
    list.size = size;
}

void shrink(Runtime& rt, ListObject& list, std::int64_t size) noexcept {
    try {
        resize(rt, list, size);
    } catch (const std::bad_alloc&) { // giving memory back is no reason to fail
        list.size = size;
    }
}

void drop_all(Runtime& rt, ListObject& list) noexcept {
    Value* items = std::exchange(list.items, nullptr);
    const std::int64_t size = std::exchange(list.size, 0);
    const std::int64_t capacity = std::exchange(list.capacity, 0);
    for (std::int64_t i = size; i-- > 0;) release(items[i]);
    if (items) rt.heap().free(items, static_cast<std::size_t>(capacity) * sizeof(Value));
}

void insert(Runtime& rt, ListObject& list, std::int64_t position, Owned item) {
    const std::int64_t size = list.size;
    if (position < 0) position = std::max<std::int64_t>(position + size, 0);
    position = std::min(position, size);
    resize(rt, list, size + 1);
    std::memmove(static_cast<void*>(list.items + position + 1), list.items + position,
                 static_cast<std::size_t>(size - position) * sizeof(Value));
    list.items[position] = item.release();
}

Owned take(Runtime& rt, ListObject& list, std::int64_t position) noexcept {
    Owned item = Owned::adopt(list.items[position]);
    const std::int64_t after = list.size - position - 1;
    std::memmove(static_cast<void*>(list.items + position), list.items + position + 1,
                 static_cast<std::size_t>(after) * sizeof(Value));
    shrink(rt, list, list.size - 1);
    return item;
}

} // namespace list_internal

Ref<ListObject> make_list(Runtime& rt, std::int64_t capacity) {
    auto list = Ref<ListObject>::adopt(rt.make<ListObject>(TypeId::list));
    list->items = nullptr;
    list->size = list->capacity = 0;
    set_capacity(rt, *list, capacity);
    return list;
}

Ref<ListObject> make_list_taking(Runtime& rt, Value* items, std::int64_t count) {
    auto list = make_list(rt, count);
    if (count) std::memcpy(static_cast<void*>(list->items), items, static_cast<std::size_t>(count) * sizeof(Value));
    list->size = count;
    return list;
}

Ref<ListObject> make_list_sharing(Runtime& rt, const Value* items, std::int64_t count) {
    auto list = make_list(rt, count);
    copy_shared(list->items, items, count);
    list->size = count;
    return list;
}

void list_append(Runtime& rt, ListObject& list, Owned item) {
    const std::int64_t size = list.size;
    if (size == list.capacity) [[unlikely]]
        resize(rt, list, size + 1);
    else
        list.size = size + 1;
    list.items[size] = item.release();
}

Ref<ListObject> list_slice(Runtime& rt, ListObject& list, std::int64_t start, std::int64_t step, std::int64_t count) {
    if (step == 1) return make_list_sharing(rt, list.items + start, count);
    auto result = make_list(rt, count);
    for (std::int64_t n = 0, from = start; n < count; ++n, from += step) {
        retain(list.items[from]);
        result->items[n] = list.items[from];
    }
    result->size = count;
    return result;
}

// ---- extending

static void extend_run(Runtime& rt, ListObject& list, const Value* items, std::int64_t count, bool from_itself) {
    const std::int64_t size = list.size;
    if (count == 0) return;
    if (count > INT64_MAX / 64) throw std::bad_alloc();
    resize(rt, list, size + count);
    copy_shared(list.items + size, from_itself ? list.items : items, count);
}

// Makes room for `count` more items. False: MemoryError is pending.
static bool reserve_more(Runtime& rt, ListObject& list, std::int64_t count) {
    const auto wanted = checked_add(list.size, count);
    if (wanted && *wanted <= list.capacity) return true;
    if (!wanted || *wanted > INT64_MAX / 64 ||
        !rt.heap().would_fit(static_cast<std::size_t>(*wanted - list.capacity) * sizeof(Value))) {
        (void)raise_memory_error(rt);
        return false;
    }
    set_capacity(rt, list, list.items ? grown_capacity(list, *wanted) : *wanted);
    return true;
}

static Result<void> extend_range(Runtime& rt, ListObject& list, const RangeObject& range) {
    const std::int64_t count = range.length.as_int(), step = range.step.as_int();
    if (!reserve_more(rt, list, count)) return raised;
    constexpr std::int64_t chunk = 4096;
    std::int64_t number = range.start.as_int();
    for (std::int64_t done = 0; done < count;) {
        const std::int64_t end = std::min(done + chunk, count);
        for (; done < end; ++done, number += step) list.items[list.size++] = Value::from_int(number);
        TRY(rt.pay(chunk / 16));
    }
    return ok;
}

static Result<void> extend_dict(Runtime& rt, ListObject& list, const DictObject& dict) {
    if (!reserve_more(rt, list, dict.used)) return raised;
    std::uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value)) list.items[list.size++] = Owned::share(key).release();
    return rt.pay(dict.fill / 16);
}

static Result<void> extend_set(Runtime& rt, ListObject& list, const SetObject& set) {
    if (!reserve_more(rt, list, set.used)) return raised;
    std::int64_t position = 0, hash;
    Value item;
    while (set_next(set, position, item, hash)) list.items[list.size++] = Owned::share(item).release();
    return rt.pay(static_cast<std::uint64_t>(set.mask) / 16);
}

Result<void> list_extend(Runtime& rt, ListObject& list, Value iterable) {
    if (is_list(iterable)) {
        auto& other = *static_cast<ListObject*>(iterable.object());
        extend_run(rt, list, other.items, other.size, &other == &list);
        return rt.pay(static_cast<std::uint64_t>(other.size) / 16);
    }
    if (is_tuple(iterable)) {
        auto& other = *static_cast<TupleObject*>(iterable.object());
        extend_run(rt, list, other.items(), other.size, false);
        return rt.pay(static_cast<std::uint64_t>(other.size) / 16);
    }
    if (is_range(iterable) && static_cast<RangeObject*>(iterable.object())->is_small())
        return extend_range(rt, list, *static_cast<RangeObject*>(iterable.object()));
    if (is_dict(iterable)) return extend_dict(rt, list, *static_cast<DictObject*>(iterable.object()));
    if (is_set(iterable) || is_frozenset(iterable))
        return extend_set(rt, list, *static_cast<SetObject*>(iterable.object()));

    Owned iterator = TRY(iterate(rt, iterable));
    const std::int64_t expected = TRY(length_hint(rt, iterable, 8));
    // A hint that no memory could hold may be wrong: where the sum is no size at all, it is left to what comes.
    if ((!list.items || expected <= INT64_MAX - list.size) && !reserve_more(rt, list, expected)) return raised;
    const auto iternext = rt.type_of(iterator).slots.iternext;
    PayMeter meter(rt);
    for (;;) {
        auto produced = iternext ? iternext(rt, iterator) : next(rt, iterator);
        if (produced.is_raised()) {
            if (!pending_matches(rt, TypeId::StopIteration)) return raised;
            rt.clear_pending();
            break;
        }
        Owned item = produced.take();
        if (item.is_exhausted()) break;
        TRY(meter.tick());
        list_append(rt, list, std::move(item));
    }
    if (list.size < list.capacity >> 1) shrink(rt, list, list.size);
    return ok;
}

// ---- life

static Result<Owned> new_(Runtime& rt, Type* type, Args) {
    auto* list = static_cast<ListObject*>(rt.make_instance(*type));
    list->items = nullptr;
    list->size = list->capacity = 0;
    return Owned::adopt(list);
}

static Result<void> init(Runtime& rt, Value self, Args args) {
    // Keywords are for the __new__ of subclasses that have one.
    if (rt.type_of(self).slots.new_ == rt.type(TypeId::list).slots.new_) TRY(no_keywords(rt, "list", args));
    if (const std::uint32_t given = positional_count(args); given > 1) return raise_arity(rt, "list", 0, 1, given);
    drop_all(rt, self_of(self));
    if (positional_count(args) == 0) return ok;
    return list_extend(rt, self_of(self), args[0]);
}

static void dealloc(Runtime& rt, Object* object) {
    drop_all(rt, *static_cast<ListObject*>(object));
    rt.free_object(object, sizeof(ListObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    const Run run = run_of(object);
    for (std::int64_t i = 0; i < run.size; ++i)
        if (run.items[i].is_object()) visit(run.items[i].object(), context);
}

static void clear(Runtime& rt, Object* object) { drop_all(rt, *static_cast<ListObject*>(object)); }

// ---- slots

static Result<Owned> repr_(Runtime& rt, Value self) {
    return run_repr(rt, self.object(), run_of, "[", "]", "[...]", false);
}

static Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_list_or_subclass(rt, left) || !is_list_or_subclass(rt, right))
        return Owned::adopt(Value::not_implemented());
    return run_compare(rt, left.object(), right.object(), run_of, op);
}

static Result<Owned> iter(Runtime& rt, Value self) { return Owned(make_list_iterator(rt, self_of(self))); }
static Result<std::int64_t> length_(Runtime&, Value self) { return self_of(self).size; }

static Result<Owned> concat(Runtime& rt, Value left, Value right) {
    if (!is_list_or_subclass(rt, right))
        return raise(rt, TypeId::TypeError, "can only concatenate list (not \"%.200s\") to list", type_name(rt, right));
    ListObject &a = self_of(left), &b = self_of(right);
    auto result = make_list(rt, a.size + b.size);
    copy_shared(result->items, a.items, a.size);
    copy_shared(result->items + a.size, b.items, b.size);
    result->size = a.size + b.size;
    TRY(rt.pay(static_cast<std::uint64_t>(result->size) / 16));
    return Owned(std::move(result));
}

static Result<Owned> inplace_concat(Runtime& rt, Value self, Value iterable) {
    TRY(list_extend(rt, self_of(self), iterable));
    return Owned::share(self);
}

static Result<Owned> repeat(Runtime& rt, Value self, std::int64_t times) {
    ListObject& list = self_of(self);
    if (list.size == 0 || times <= 0) return Owned(make_list(rt));
    const std::int64_t size = repeated_size(rt, list.size, times);
    if (size < 0) return raised;
    auto result = make_list(rt, size);
    result->size = size;
    TRY(copy_repeated(rt, result->items, list.items, list.size, times));
    return Owned(std::move(result));
}

static Result<Owned> inplace_repeat(Runtime& rt, Value self, std::int64_t times) {
    ListObject& list = self_of(self);
    if (times <= 0)
        drop_all(rt, list);
    else if (list.size != 0 && times > 1) {
        const std::int64_t count = list.size;
        const std::int64_t size = repeated_size(rt, count, times);
        if (size < 0) return raised;
        resize(rt, list, size);
        TRY(copy_repeated(rt, list.items + count, list.items, count, times - 1));
    }
    return Owned::share(self);
}

static Result<bool> contains_(Runtime& rt, Value self, Value item) {
    return TRY(run_find(rt, self.object(), run_of, item, 0, INT64_MAX)) >= 0;
}

const TypeSpec list_spec = {
    .name = "list",
    .base = TypeId::object,
    .layout = Layout::list,
    .size = sizeof(ListObject),
    .flags = type_has_gc | type_is_base | type_sequence | type_match_self,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .init = init,
              .repr = repr_,
              .compare = compare_,
              .iter = iter,
              .length = length_,
              .concat = concat,
              .inplace_concat = inplace_concat,
              .repeat = repeat,
              .inplace_repeat = inplace_repeat,
              .get_item = subscript,
              .set_item = set_subscript,
              .contains = contains_},
    .methods = methods,
    .doc = "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\n"
           "The argument must be an iterable if specified.",
};

} // namespace mp
