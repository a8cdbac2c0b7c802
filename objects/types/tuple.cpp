#include "objects/types/tuple.h"

#include <bit>
#include <new>

#include <boost/container/small_vector.hpp>

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/natives.h"
#include "objects/types/sequences.h"
#include "objects/types/slice.h"
#include "objects/types/tuple_iterator.h"

namespace mp {

static TupleObject& self_of(Value value) noexcept { return *static_cast<TupleObject*>(value.object()); }
static Run run_of(const Object* object) noexcept {
    auto* tuple = static_cast<const TupleObject*>(object);
    return {tuple->items(), tuple->size};
}

bool is_tuple_or_subclass(Runtime& rt, Value value) noexcept {
    return is_tuple(value) || (value.is_object() && is_subtype(value.object()->type(), &rt.type(TypeId::tuple)));
}

// ---- making

static std::size_t bytes_for(std::int64_t count) {
    if (count > INT64_MAX / 64) throw std::bad_alloc();
    return static_cast<std::size_t>(count) * sizeof(Value);
}

// `count` values not yet set: the caller fills all of them before anything else happens.
static Ref<TupleObject> make_unfilled(Runtime& rt, std::int64_t count) {
    if (count == 0 && rt.empty_tuple) return Ref<TupleObject>::share(static_cast<TupleObject*>(rt.empty_tuple));
    auto* tuple = rt.make<TupleObject>(TypeId::tuple, bytes_for(count));
    tuple->size = count;
    tuple->cached_hash = -1;
    return Ref<TupleObject>::adopt(tuple);
}

Ref<TupleObject> make_tuple(Runtime& rt, std::int64_t count) {
    auto tuple = make_unfilled(rt, count);
    for (std::int64_t i = 0; i < count; ++i) tuple->items()[i] = Value::unbound();
    return tuple;
}

Ref<TupleObject> make_tuple_taking(Runtime& rt, Value* items, std::int64_t count) {
    auto tuple = make_unfilled(rt, count);
    for (std::int64_t i = 0; i < count; ++i) tuple->items()[i] = items[i];
    return tuple;
}

Ref<TupleObject> make_tuple_sharing(Runtime& rt, const Value* items, std::int64_t count) {
    auto tuple = make_unfilled(rt, count);
    copy_shared(tuple->items(), items, count);
    return tuple;
}

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    TRY(check_constructor(rt, "tuple", TypeId::tuple, type, args, 0, 1));
    const bool exact = type == &rt.type(TypeId::tuple);
    auto items = positional_count(args) ? TRY(tuple_from(rt, args[0])) : make_tuple(rt, 0);
    if (exact) return Owned(std::move(items));
    auto* tuple = static_cast<TupleObject*>(rt.make_instance(*type, bytes_for(items->size)));
    tuple->size = items->size;
    tuple->cached_hash = -1;
    copy_shared(tuple->items(), items->items(), items->size);
    return Owned::adopt(tuple);
}

// ---- life

static void dealloc(Runtime& rt, Object* object) {
    auto* tuple = static_cast<TupleObject*>(object);
    const std::int64_t size = tuple->size;
    for (std::int64_t i = size; i-- > 0;) {
        Value item = tuple->items()[i];
        tuple->items()[i] = Value::unbound();
        release(item);
    }
    rt.free_object(object, sizeof(TupleObject) + static_cast<std::size_t>(size) * sizeof(Value));
}

static void traverse(Object* object, Visitor visit, void* context) {
    const Run run = run_of(object);
    for (std::int64_t i = 0; i < run.size; ++i)
        if (run.items[i].is_object()) visit(run.items[i].object(), context);
}

// ---- slots

static Result<Owned> repr_(Runtime& rt, Value self) {
    return run_repr(rt, self.object(), run_of, "(", ")", "(...)", true);
}

// xxHash's rounds over the items' hashes, as CPython's tuplehash. Tuples in tuples are walked with a stack of our own, so any depth will do.
Result<std::int64_t> tuple_hash(Runtime& rt, Value self) {
    constexpr std::uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                            prime5 = 2870177450012600261u;
    struct Level {
        TupleObject* tuple; // kept alive by the one that holds it
        std::int64_t next = 0;
        std::uint64_t sum = prime5;
    };
    if (self_of(self).cached_hash != -1) return self_of(self).cached_hash;
    NativeScope scope(rt);
    if (!scope) return raised;
    PayMeter meter(rt);
    boost::container::small_vector<Level, 4> levels{{&self_of(self)}};
    for (;;) {
        Level& level = levels.back();
        TupleObject& tuple = *level.tuple;
        while (level.next < tuple.size) {
            TRY(meter.tick());
            const Value item = tuple[level.next];
            if (is_tuple(item) && self_of(item).cached_hash == -1) break;
            ++level.next;
            const auto lane = static_cast<std::uint64_t>(TRY(key_hash(rt, item)));
            level.sum += lane * prime2;
            level.sum = std::rotl(level.sum, 31) * prime1;
        }
        if (level.next < tuple.size) { // first the tuple there, which then knows its hash
            levels.push_back({&self_of(tuple[level.next])});
            continue;
        }
        std::uint64_t sum = level.sum + (static_cast<std::uint64_t>(tuple.size) ^ (prime5 ^ 3527539u));
        if (sum == ~std::uint64_t{0}) sum = 1546275796;
        tuple.cached_hash = static_cast<std::int64_t>(sum);
        levels.pop_back();
        if (levels.empty()) return tuple.cached_hash;
    }
}

static Result<Owned> compare_(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_tuple_or_subclass(rt, left) || !is_tuple_or_subclass(rt, right))
        return Owned::adopt(Value::not_implemented());
    return run_compare(rt, left.object(), right.object(), run_of, op);
}

static Result<Owned> iter(Runtime& rt, Value self) { return Owned(make_tuple_iterator(rt, self_of(self))); }
static Result<std::int64_t> length_(Runtime&, Value self) { return self_of(self).size; }

static Result<Owned> concat(Runtime& rt, Value left, Value right) {
    if (!is_tuple_or_subclass(rt, right))
        return raise(rt, TypeId::TypeError, "can only concatenate tuple (not \"%.200s\") to tuple",
                     type_name(rt, right));
    TupleObject &a = self_of(left), &b = self_of(right);
    if (a.size == 0 && is_tuple(right)) return Owned::share(right);
    if (b.size == 0 && is_tuple(left)) return Owned::share(left);
    auto result = make_unfilled(rt, a.size + b.size);
    copy_shared(result->items(), a.items(), a.size);
    copy_shared(result->items() + a.size, b.items(), b.size);
    TRY(rt.pay(static_cast<std::uint64_t>(result->size) / 16));
    return Owned(std::move(result));
}

static Result<Owned> repeat(Runtime& rt, Value self, std::int64_t times) {
    TupleObject& tuple = self_of(self);
    if ((tuple.size == 0 || times == 1) && is_tuple(self)) return Owned::share(self);
    if (tuple.size == 0 || times <= 0) return Owned(make_tuple(rt, 0));
    const std::int64_t size = repeated_size(rt, tuple.size, times);
    if (size < 0) return raised;
    auto result = make_unfilled(rt, size);
    TRY(copy_repeated(rt, result->items(), tuple.items(), tuple.size, times));
    return Owned(std::move(result));
}

static Result<Owned> get_item_(Runtime& rt, Value self, Value key) {
    TupleObject& tuple = self_of(self);
    std::int64_t i;
    if (key.is_int()) {
        i = key.as_int();
    } else if (is_slice(key)) {
        const SliceRange range = TRY(slice_range(rt, key, tuple.size));
        if (range.count == tuple.size && range.step == 1 && is_tuple(self)) return Owned::share(self);
        auto result = make_unfilled(rt, range.count);
        for (std::int64_t n = 0, from = range.start; n < range.count; ++n, from += range.step) {
            retain(tuple[from]);
            result->items()[n] = tuple[from];
        }
        TRY(rt.pay(static_cast<std::uint64_t>(range.count) / 16));
        return Owned(std::move(result));
    } else if (has_index(rt, key)) {
        i = TRY(index_int64(rt, key, TypeId::IndexError));
    } else {
        return raise(rt, TypeId::TypeError, "tuple indices must be integers or slices, not %.200s", type_name(rt, key));
    }
    if (i < 0) i += tuple.size;
    if (i < 0 || i >= tuple.size) return raise(rt, TypeId::IndexError, "tuple index out of range");
    return Owned::share(tuple[i]);
}

static Result<bool> contains_(Runtime& rt, Value self, Value item) {
    return TRY(run_find(rt, self.object(), run_of, item, 0, INT64_MAX)) >= 0;
}

// ---- methods

static Result<Owned> method_index(Runtime& rt, Args args) {
    const Bounds bounds = TRY(run_bounds(rt, args[0].object(), run_of, args, 2));
    const std::int64_t i = TRY(run_find(rt, args[0].object(), run_of, args[1], bounds.start, bounds.stop));
    if (i < 0) return raise(rt, TypeId::ValueError, "tuple.index(x): x not in tuple");
    return Owned::adopt(Value::from_int(i));
}

static Result<Owned> method_count(Runtime& rt, Args args) {
    return Owned::adopt(Value::from_int(TRY(run_count(rt, args[0].object(), run_of, args[1]))));
}

static Result<Owned> method_getnewargs(Runtime& rt, Args args) {
    TupleObject& self = self_of(args[0]);
    auto plain = make_tuple_sharing(rt, self.items(), self.size);
    return Owned(tuple_of(rt, plain));
}

static Result<Owned> method_sizeof(Runtime&, Args args) {
    return Owned::adopt(Value::from_int(24 + 8 * self_of(args[0]).size));
}

static const NativeDef methods[] = {
    {"index", native<method_index>, 1, 3, nullptr,
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"count", native<method_count>, 1, 1, nullptr, "Return number of occurrences of value."},
    {"__getnewargs__", native<method_getnewargs>, 0, 0},
    {"__sizeof__", native<method_sizeof>, 0, 0, nullptr, "Size of object in memory, in bytes."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

const TypeSpec tuple_spec = {
    .name = "tuple",
    .base = TypeId::object,
    .layout = Layout::tuple,
    .size = sizeof(TupleObject),
    .flags = type_has_gc | type_is_base | type_variable_size | type_sequence | type_match_self,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .new_ = new_,
              .repr = repr_,
              .hash = tuple_hash,
              .compare = compare_,
              .iter = iter,
              .length = length_,
              .concat = concat,
              .repeat = repeat,
              .get_item = get_item_,
              .contains = contains_},
    .methods = methods,
    .doc = "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\n"
           "If iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, "
           "the return value is the same object.",
};

} // namespace mp
