#include "objects/types/range_iterator.h"

#include <algorithm>

#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/range.h"

namespace mp {

static RangeIterator& small_of(Value value) noexcept { return *static_cast<RangeIterator*>(value.object()); }
static LongRangeIterator& long_of(Value value) noexcept { return *static_cast<LongRangeIterator*>(value.object()); }

Ref<RangeIterator> make_small_range_iterator(Runtime& rt, std::int64_t start, std::int64_t step, std::int64_t count) {
    auto* iterator = rt.make<RangeIterator>(TypeId::range_iterator);
    iterator->current = start;
    iterator->step = step;
    iterator->remaining = count;
    return Ref<RangeIterator>::adopt(iterator);
}

Owned make_range_iterator(Runtime& rt, RangeObject& range) {
    if (range.is_small())
        return make_small_range_iterator(rt, range.start.as_int(), range.step.as_int(), range.length.as_int());
    auto* iterator = rt.make<LongRangeIterator>(TypeId::long_range_iterator);
    iterator->current = Owned::share(range.start).release();
    iterator->step = Owned::share(range.step).release();
    iterator->remaining = Owned::share(range.length).release();
    return Owned::adopt(iterator);
}

// ---- small

static void small_dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(RangeIterator)); }

static Result<Owned> small_iternext(Runtime&, Value self) {
    RangeIterator& iterator = small_of(self);
    if (iterator.remaining <= 0) return Owned::adopt(Value::exhausted());
    --iterator.remaining;
    const std::int64_t number = iterator.current;
    iterator.current =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(number) + static_cast<std::uint64_t>(iterator.step));
    return Owned::adopt(Value::from_int(number));
}

static Result<Owned> small_length_hint(Runtime&, Args args) {
    return Owned::adopt(Value::from_int(small_of(args[0]).remaining));
}

// (iter, (range of what is left,), None)
static Result<Owned> reduce_to(Runtime& rt, Value start, Value step, Value remaining) {
    Owned distance = TRY(int_multiply(rt, remaining, step));
    Owned stop = TRY(int_add(rt, start, distance));
    auto range = TRY(make_range_from(rt, start, stop, step));
    auto arguments = tuple_of(rt, range);
    return Owned(tuple_of(rt, dict_get_text(rt, *rt.builtins_dict, "iter"), arguments, Value::none()));
}

static Result<Owned> small_reduce(Runtime& rt, Args args) {
    RangeIterator& self = small_of(args[0]);
    Owned current = make_int(rt, self.current);
    return reduce_to(rt, current, Value::from_int(self.step), Value::from_int(self.remaining));
}

static Result<void> small_setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    RangeIterator& self = small_of(args[0]);
    const std::int64_t skip = std::clamp<std::int64_t>(index, 0, self.remaining);
    self.current += skip * self.step;
    self.remaining -= skip;
    return ok;
}

static const NativeDef small_methods[] = {
    {"__length_hint__", native<small_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<small_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<small_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec range_iterator_spec = {
    .name = "range_iterator",
    .base = TypeId::object,
    .layout = Layout::range_iterator,
    .size = sizeof(RangeIterator),
    .flags = type_no_new,
    .slots = {.dealloc = small_dealloc, .iter = return_self, .iternext = small_iternext},
    .methods = small_methods,
};

// ---- long

static void long_dealloc(Runtime& rt, Object* object) {
    auto& iterator = *static_cast<LongRangeIterator*>(object);
    release(iterator.current);
    release(iterator.step);
    release(iterator.remaining);
    rt.free_object(object, sizeof(LongRangeIterator));
}

static Result<Owned> long_iternext(Runtime& rt, Value self) {
    LongRangeIterator& iterator = long_of(self);
    if (int_sign(iterator.remaining) <= 0) return Owned::adopt(Value::exhausted());
    Owned remaining = TRY(int_subtract(rt, iterator.remaining, Value::from_int(1)));
    Owned following = TRY(int_add(rt, iterator.current, iterator.step));
    replace(iterator.remaining, std::move(remaining));
    Owned number = Owned::adopt(iterator.current);
    iterator.current = following.release();
    return number;
}

static Result<Owned> long_length_hint(Runtime&, Args args) { return Owned::share(long_of(args[0]).remaining); }

static Result<Owned> long_reduce(Runtime& rt, Args args) {
    LongRangeIterator& self = long_of(args[0]);
    return reduce_to(rt, self.current, self.step, self.remaining);
}

static Result<void> long_setstate(Runtime& rt, Args args) {
    LongRangeIterator& self = long_of(args[0]);
    Owned skip = TRY(index(rt, args[1]));
    if (int_sign(skip) < 0) return ok;
    if (int_compare(skip, self.remaining) > 0) skip = Owned::share(self.remaining);
    Owned distance = TRY(int_multiply(rt, skip, self.step));
    Owned current = TRY(int_add(rt, self.current, distance));
    Owned remaining = TRY(int_subtract(rt, self.remaining, skip));
    replace(self.current, std::move(current));
    replace(self.remaining, std::move(remaining));
    return ok;
}

static const NativeDef long_methods[] = {
    {"__length_hint__", native<long_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<long_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<long_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec long_range_iterator_spec = {
    .name = "longrange_iterator",
    .base = TypeId::object,
    .size = sizeof(LongRangeIterator),
    .flags = type_no_new,
    .slots = {.dealloc = long_dealloc, .iter = return_self, .iternext = long_iternext},
    .methods = long_methods,
};

} // namespace mp
