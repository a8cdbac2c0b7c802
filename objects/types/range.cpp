#include "objects/types/range.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/range_iterator.h"
#include "objects/types/slice.h"

namespace mp {

static RangeObject& self_of(Value value) noexcept { return *static_cast<RangeObject*>(value.object()); }

std::uint64_t range_length(std::int64_t start, std::int64_t stop, std::int64_t step) noexcept {
    if (step > 0)
        return start < stop ? (static_cast<std::uint64_t>(stop) - static_cast<std::uint64_t>(start) - 1) /
                                      static_cast<std::uint64_t>(step) +
                                  1
                            : 0;
    return start > stop ? (static_cast<std::uint64_t>(start) - static_cast<std::uint64_t>(stop) - 1) /
                                  (0 - static_cast<std::uint64_t>(step)) +
                              1
                        : 0;
}

static Ref<RangeObject> make(Runtime& rt, Owned start, Owned stop, Owned step, Owned length) {
    auto* range = rt.make<RangeObject>(TypeId::range);
    range->start = start.release();
    range->stop = stop.release();
    range->step = step.release();
    range->length = length.release();
    return Ref<RangeObject>::adopt(range);
}

Ref<RangeObject> make_range(Runtime& rt, std::int64_t start, std::int64_t stop, std::int64_t step) {
    return make(rt, make_int(rt, start), make_int(rt, stop), make_int(rt, step),
                make_uint(rt, range_length(start, stop, step)));
}

// index() as an exact int: bools and subclass instances become plain ints.
static Result<Owned> exact_index(Runtime& rt, Value value) {
    if (value.is_int()) return Owned::share(value);
    Owned i = TRY(index(rt, value));
    if (i.get().is_bool()) return Owned::adopt(Value::from_int(i.get().is_true()));
    if (i.get().is_object() && i.get().object()->layout != Layout::big_int) return int_add(rt, i, Value::from_int(0));
    return i;
}

static Result<Owned> any_length(Runtime& rt, Value start, Value stop, Value step) {
    if (start.is_int() && stop.is_int() && step.is_int())
        return make_uint(rt, range_length(start.as_int(), stop.as_int(), step.as_int()));
    const bool up = int_sign(step) > 0;
    Value low = up ? start : stop, high = up ? stop : start;
    if (int_compare(low, high) >= 0) return Owned::adopt(Value::from_int(0));
    Owned width = up ? Owned::share(step) : TRY(int_subtract(rt, Value::from_int(0), step));
    Owned distance = TRY(int_subtract(rt, high, low));
    distance = TRY(int_subtract(rt, distance, Value::from_int(1)));
    Owned steps = TRY(int_floor_divide(rt, distance, width));
    return int_add(rt, steps, Value::from_int(1));
}

Result<Ref<RangeObject>> make_range_from(Runtime& rt, Value start_value, Value stop_value, Value step_value) {
    Owned start = TRY(exact_index(rt, start_value));
    Owned stop = TRY(exact_index(rt, stop_value));
    Owned step = TRY(exact_index(rt, step_value));
    if (int_sign(step) == 0) return raise(rt, TypeId::ValueError, "range() arg 3 must not be zero");
    Owned length = TRY(any_length(rt, start, stop, step));
    return make(rt, std::move(start), std::move(stop), std::move(step), std::move(length));
}

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    TRY(check_constructor(rt, "range", TypeId::range, type, args, 1, 3));
    const Value one = Value::from_int(1);
    auto range = args.size() == 1 ? TRY(make_range_from(rt, Value::from_int(0), args[0], one))
                                  : TRY(make_range_from(rt, args[0], args[1], args.size() == 3 ? args[2] : one));
    return Owned(std::move(range));
}

static void dealloc(Runtime& rt, Object* object) {
    auto& range = *static_cast<RangeObject*>(object);
    release(range.start);
    release(range.stop);
    release(range.step);
    release(range.length);
    rt.free_object(object, sizeof(RangeObject));
}

// ---- slots

static Result<Owned> repr_(Runtime& rt, Value self) {
    RangeObject& range = self_of(self);
    StrBuilder text(rt);
    text.append("range(");
    auto start = TRY(repr(rt, range.start));
    auto stop = TRY(repr(rt, range.stop));
    text.append(*start);
    text.append(", ");
    text.append(*stop);
    if (!range.step.is(Value::from_int(1))) {
        auto step = TRY(repr(rt, range.step));
        text.append(", ");
        text.append(*step);
    }
    text.append(U')');
    return Owned(text.finish());
}

static Result<std::int64_t> hash_(Runtime& rt, Value self) {
    // Ranges of the same numbers are equal: what does not matter for them does not count.
    RangeObject& range = self_of(self);
    const Value none = Value::none();
    const bool empty = int_sign(range.length) == 0, one = range.length.is(Value::from_int(1));
    auto key = tuple_of(rt, range.length, empty ? none : range.start, empty || one ? none : range.step);
    return tuple_hash(rt, key);
}

static Result<Owned> compare_(Runtime&, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || !is_range(left) || !is_range(right))
        return Owned::adopt(Value::not_implemented());
    RangeObject &a = self_of(left), &b = self_of(right);
    bool same = int_compare(a.length, b.length) == 0;
    if (same && int_sign(a.length) != 0) {
        same = int_compare(a.start, b.start) == 0;
        if (same && !a.length.is(Value::from_int(1))) same = int_compare(a.step, b.step) == 0;
    }
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

static Result<Owned> iter(Runtime& rt, Value self) { return make_range_iterator(rt, self_of(self)); }
static Result<bool> bool_(Runtime&, Value self) { return int_sign(self_of(self).length) != 0; }

static Result<std::int64_t> length_(Runtime& rt, Value self) {
    std::int64_t length;
    if (!int_to_int64(self_of(self).length, length))
        return raise(rt, TypeId::OverflowError, "Python int too large to convert to C ssize_t");
    return length;
}

// The number at a position that is inside; also the one a step beyond either end, for slices.
static Result<Owned> number_at(Runtime& rt, RangeObject& range, Value position) {
    if (range.is_small() && position.is_int()) {
        std::int64_t number;
        if (!__builtin_mul_overflow(position.as_int(), range.step.as_int(), &number) &&
            !__builtin_add_overflow(number, range.start.as_int(), &number))
            return make_int(rt, number);
    }
    Owned distance = TRY(int_multiply(rt, position, range.step));
    return int_add(rt, range.start, distance);
}

static Result<Owned> get_item_(Runtime& rt, Value self, Value key) {
    RangeObject& range = self_of(self);
    if (is_slice(key)) {
        SliceIndices indices = TRY(slice_indices(rt, *static_cast<SliceObject*>(key.object()), range.length));
        Owned start = TRY(number_at(rt, range, indices.start));
        Owned stop = TRY(number_at(rt, range, indices.stop));
        Owned step = TRY(int_multiply(rt, range.step, indices.step));
        auto result = TRY(make_range_from(rt, start, stop, step));
        return Owned(std::move(result));
    }
    if (!has_index(rt, key))
        return raise(rt, TypeId::TypeError, "range indices must be integers or slices, not %.200s", type_name(rt, key));
    Owned position = TRY(exact_index(rt, key));
    if (int_sign(position) < 0) position = TRY(int_add(rt, position, range.length));
    if (int_sign(position) < 0 || int_compare(position, range.length) >= 0)
        return raise(rt, TypeId::IndexError, "range object index out of range");
    return number_at(rt, range, position);
}

static bool is_plain_int(Value value) noexcept {
    return value.is_int() || value.is_bool() || (value.is_object() && value.object()->layout == Layout::big_int);
}

// Whether an int is one of the range's numbers.
static Result<bool> contains_int(Runtime& rt, RangeObject& range, Value number) {
    if (number.is_bool()) number = Value::from_int(number.is_true());
    const bool up = int_sign(range.step) > 0;
    if (up ? int_compare(number, range.start) < 0 || int_compare(number, range.stop) >= 0
           : int_compare(number, range.start) > 0 || int_compare(number, range.stop) <= 0)
        return false;
    if (number.is_int() && range.is_small()) return (number.as_int() - range.start.as_int()) % range.step.as_int() == 0;
    Owned distance = TRY(int_subtract(rt, number, range.start));
    Owned rest = TRY(int_remainder(rt, distance, range.step));
    return int_sign(rest) == 0;
}

// For what is no int: walks the range and calls f() for each number that equals `item`; f says whether to go on.
template <class F>
static Result<void> search(Runtime& rt, Value self, Value item, F&& f) {
    Owned iterator = make_range_iterator(rt, self_of(self));
    PayMeter meter(rt);
    for (std::int64_t position = 0;; ++position) {
        Owned number = TRY(next(rt, iterator));
        if (number.is_exhausted()) return ok;
        TRY(meter.tick());
        if (TRY(item_equal(rt, number, item)) && !f(position)) return ok;
    }
}

static Result<bool> contains_(Runtime& rt, Value self, Value item) {
    if (is_plain_int(item)) return contains_int(rt, self_of(self), item);
    bool found = false;
    TRY(search(rt, self, item, [&](std::int64_t) { return !(found = true); }));
    return found;
}

// ---- methods

static Result<Owned> method_count(Runtime& rt, Args args) {
    if (is_plain_int(args[1]))
        return Owned::adopt(Value::from_int(TRY(contains_int(rt, self_of(args[0]), args[1])) ? 1 : 0));
    std::int64_t count = 0;
    TRY(search(rt, args[0], args[1], [&](std::int64_t) { return ++count != 0; }));
    return Owned::adopt(Value::from_int(count));
}

static Result<Owned> method_index(Runtime& rt, Args args) {
    RangeObject& range = self_of(args[0]);
    if (is_plain_int(args[1])) {
        if (!TRY(contains_int(rt, range, args[1]))) {
            auto text = TRY(repr(rt, args[1]));
            return raise_text(rt, TypeId::ValueError, to_utf8(*text) + " is not in range");
        }
        Owned distance = TRY(int_subtract(rt, args[1], range.start));
        return int_floor_divide(rt, distance, range.step);
    }
    std::int64_t found = -1;
    TRY(search(rt, args[0], args[1], [&](std::int64_t position) {
        found = position;
        return false;
    }));
    if (found < 0) return raise(rt, TypeId::ValueError, "sequence.index(x): x not in sequence");
    return make_int(rt, found);
}

static Result<Owned> method_reversed(Runtime& rt, Args args) {
    RangeObject& range = self_of(args[0]);
    Owned last_position = TRY(int_subtract(rt, range.length, Value::from_int(1)));
    Owned last = TRY(number_at(rt, range, last_position));
    Owned before_first = TRY(int_subtract(rt, range.start, range.step));
    Owned step = TRY(int_subtract(rt, Value::from_int(0), range.step));
    auto reversed = make(rt, std::move(last), std::move(before_first), std::move(step), Owned::share(range.length));
    return make_range_iterator(rt, *reversed);
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    RangeObject& range = self_of(args[0]);
    auto arguments = tuple_of(rt, range.start, range.stop, range.step);
    return Owned(tuple_of(rt, Value(&rt.type(TypeId::range)), arguments));
}

static const NativeDef methods[] = {
    {"count", native<method_count>, 1, 1, nullptr,
     "rangeobject.count(value) -> integer -- return number of occurrences of value"},
    {"index", native<method_index>, 1, 1, nullptr,
     "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present."},
    {"__reversed__", native<method_reversed>, 0, 0, nullptr, "Return a reverse iterator."},
    {"__reduce__", native<method_reduce>, 0, 0},
    {},
};

static const GetSetDef getsets[] = {
    {"start", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_of(self).start); }},
    {"stop", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_of(self).stop); }},
    {"step", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_of(self).step); }},
    {},
};

const TypeSpec range_spec = {
    .name = "range",
    .base = TypeId::object,
    .layout = Layout::range,
    .size = sizeof(RangeObject),
    .flags = type_sequence,
    .slots = {.dealloc = dealloc,
              .new_ = new_,
              .repr = repr_,
              .hash = hash_,
              .compare = compare_,
              .iter = iter,
              .bool_ = bool_,
              .length = length_,
              .get_item = get_item_,
              .contains = contains_},
    .methods = methods,
    .getsets = getsets,
    .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
           "Return an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step. "
           " range(i, j) produces i, i+1, i+2, ..., "
           "j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the "
           "valid indices for a list of 4 elements.\n"
           "When step is given, it specifies the increment (or decrement).",
};

} // namespace mp
