#include "objects/types/slice.h"

#include <bit>

#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"

namespace mp {

static SliceObject& self_of(Value value) noexcept { return *static_cast<SliceObject*>(value.object()); }

Ref<SliceObject> make_slice(Runtime& rt, Value start, Value stop, Value step) {
    auto* slice = rt.make<SliceObject>(TypeId::slice);
    slice->start = Owned::share(start).release();
    slice->stop = Owned::share(stop).release();
    slice->step = Owned::share(step).release();
    return Ref<SliceObject>::adopt(slice);
}

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    TRY(check_constructor(rt, "slice", TypeId::slice, type, args, 1, 3));
    const Value none = Value::none();
    if (args.size() == 1) return Owned(make_slice(rt, none, args[0], none));
    return Owned(make_slice(rt, args[0], args[1], args.size() == 3 ? args[2] : none));
}

static void drop(SliceObject& slice) noexcept {
    replace(slice.start, Owned::adopt(Value::none()));
    replace(slice.stop, Owned::adopt(Value::none()));
    replace(slice.step, Owned::adopt(Value::none()));
}

static void dealloc(Runtime& rt, Object* object) {
    drop(*static_cast<SliceObject*>(object));
    rt.free_object(object, sizeof(SliceObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    auto& slice = *static_cast<SliceObject*>(object);
    for (Value value : {slice.start, slice.stop, slice.step})
        if (value.is_object()) visit(value.object(), context);
}

static void clear(Runtime&, Object* object) { drop(*static_cast<SliceObject*>(object)); }

static Result<Owned> repr_(Runtime& rt, Value self) {
    NativeScope scope(rt);
    if (!scope) return raised;
    SliceObject& slice = self_of(self);
    auto start = TRY(repr(rt, slice.start));
    auto stop = TRY(repr(rt, slice.stop));
    auto step = TRY(repr(rt, slice.step));
    StrBuilder text(rt);
    text.append("slice(");
    text.append(*start);
    text.append(", ");
    text.append(*stop);
    text.append(", ");
    text.append(*step);
    text.append(U')');
    return Owned(text.finish());
}

static Result<std::int64_t> hash_(Runtime& rt, Value self) {
    // As a tuple's, without its length.
    constexpr std::uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                            prime5 = 2870177450012600261u;
    NativeScope scope(rt);
    if (!scope) return raised;
    SliceObject& slice = self_of(self);
    std::uint64_t sum = prime5;
    for (Value value : {slice.start, slice.stop, slice.step}) {
        sum += static_cast<std::uint64_t>(TRY(key_hash(rt, value))) * prime2;
        sum = std::rotl(sum, 31) * prime1;
    }
    if (sum == ~std::uint64_t{0}) sum = 1546275796;
    return static_cast<std::int64_t>(sum);
}

static Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_slice(left) || !is_slice(right)) return Owned::adopt(Value::not_implemented());
    if (left.is(right))
        return Owned::adopt(Value::boolean(op == CompareOp::eq || op == CompareOp::le || op == CompareOp::ge));
    SliceObject &a = self_of(left), &b = self_of(right);
    auto x = tuple_of(rt, a.start, a.stop, a.step);
    auto y = tuple_of(rt, b.start, b.stop, b.step);
    return compare(rt, x, y, op);
}

// One of slice.indices()' three numbers: `value` as an index, negative ones counted from `length`, kept within [low, high].
static Result<Owned> adjusted(Runtime& rt, Value value, Value fallback, Value length, Value low, Value high) {
    if (value.is_none()) return Owned::share(fallback);
    if (!has_index(rt, value))
        return raise(rt, TypeId::TypeError, "slice indices must be integers or None or have an __index__ method");
    Owned i = TRY(index(rt, value));
    if (int_sign(i) < 0) {
        i = TRY(int_add(rt, i, length));
        return int_compare(i, low) < 0 ? Owned::share(low) : i;
    }
    return int_compare(i, high) > 0 ? Owned::share(high) : i;
}

Result<SliceIndices> slice_indices(Runtime& rt, SliceObject& slice, Value length) {
    Owned step = Owned::adopt(Value::from_int(1));
    if (!slice.step.is_none()) {
        if (!has_index(rt, slice.step))
            return raise(rt, TypeId::TypeError, "slice indices must be integers or None or have an __index__ method");
        step = TRY(index(rt, slice.step));
        if (int_sign(step) == 0) return raise(rt, TypeId::ValueError, "slice step cannot be zero");
    }
    const bool backward = int_sign(step) < 0;
    Owned low = Owned::adopt(Value::from_int(backward ? -1 : 0));
    Owned high = backward ? TRY(int_add(rt, length, Value::from_int(-1))) : Owned::share(length);
    Owned start = TRY(adjusted(rt, slice.start, backward ? high : low, length, low, high));
    Owned stop = TRY(adjusted(rt, slice.stop, backward ? low : high, length, low, high));
    return SliceIndices{std::move(start), std::move(stop), std::move(step)};
}

static Result<Owned> method_indices(Runtime& rt, Args args) {
    Owned length = TRY(index(rt, args[1]));
    if (int_sign(length) < 0) return raise(rt, TypeId::ValueError, "length should not be negative");
    SliceIndices indices = TRY(slice_indices(rt, self_of(args[0]), length));
    return Owned(tuple_of(rt, indices.start, indices.stop, indices.step));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    SliceObject& slice = self_of(args[0]);
    auto arguments = tuple_of(rt, slice.start, slice.stop, slice.step);
    return Owned(tuple_of(rt, Value(&rt.type(TypeId::slice)), arguments));
}

static const NativeDef methods[] = {
    {"indices", native<method_indices>, 1, 1, nullptr,
     "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\n"
     "indices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a "
     "manner consistent with the\n"
     "handling of normal slices."},
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

static const GetSetDef getsets[] = {
    {"start", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_of(self).start); }},
    {"stop", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_of(self).stop); }},
    {"step", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_of(self).step); }},
    {},
};

const TypeSpec slice_spec = {
    .name = "slice",
    .base = TypeId::object,
    .layout = Layout::slice,
    .size = sizeof(SliceObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .repr = repr_,
              .hash = hash_,
              .compare = compare_},
    .methods = methods,
    .getsets = getsets,
    .doc = "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. "
           "a[0:10:2]).",
};

} // namespace mp
