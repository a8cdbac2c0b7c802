// product, permutations, combinations and combinations_with_replacement. Each keeps the tuple it gave last; when nobody else holds it any more, the next
// result is made in its place.
#include <algorithm>
#include <new>
#include <numeric>

#include "builtins/itertools/itertools.h"
#include "objects/types/numbers.h"

namespace mp::itertools {

struct CombinatorialObject : Object {
    Value pool;            // tuple: of items, or (product) of tuples of items
    Value result;          // tuple given last, or unbound before the first
    std::int64_t size;     // of a result
    std::int64_t* indices; // `index_count` of them
    std::int64_t index_count;
    bool stopped;
    auto owned() noexcept { return std::tie(pool, result); }
    void free_memory(Runtime& rt) noexcept {
        if (indices) rt.heap().free(indices, static_cast<std::size_t>(index_count) * sizeof(std::int64_t));
    }
};

static Result<Ref<CombinatorialObject>> make(Runtime& rt, Type& type, Value pool, std::int64_t size,
                                             std::int64_t index_count) {
    if (index_count > INT64_MAX / 64 ||
        !rt.heap().would_fit(static_cast<std::size_t>(index_count) * sizeof(std::int64_t)))
        return raise_memory_error(rt);
    auto self = make_owned<CombinatorialObject>(rt, type);
    self->indices = nullptr;
    self->index_count = 0;
    self->size = size;
    self->stopped = false;
    set_field(self->pool, pool);
    if (index_count) {
        self->indices = static_cast<std::int64_t*>(
            rt.heap().allocate(static_cast<std::size_t>(index_count) * sizeof(std::int64_t)));
        self->index_count = index_count;
    }
    return self;
}

// The tuple to make the next result in: the last one's items, in a tuple that nobody else sees.
static TupleObject& own_result(Runtime& rt, CombinatorialObject& self) {
    TupleObject* last = &as_tuple(self.result);
    if (last->refcount > 1) {
        auto copy = make_tuple_sharing(rt, last->items(), last->size);
        last = copy.get();
        replace(self.result, std::move(copy));
    }
    last->cached_hash = -1;
    return *last;
}

// Keeps the first result, and gives it.
static Owned first_result(CombinatorialObject& self, Ref<TupleObject> result) {
    replace(self.result, result);
    return result;
}

static Owned stop(CombinatorialObject& self) {
    self.stopped = true;
    replace(self.result, Owned());
    return exhausted();
}

// ---- product

static Result<Owned> product_new(Runtime& rt, Type* type, Args args) {
    const std::uint32_t given = positional_count(args);
    static const NativeDef def = {"product", nullptr, 0, 0, "*, repeat=1"};
    Value bound[1];
    TRY(bind_arguments(rt, def, args.from(given), bound));
    const std::int64_t repeat = bound[0].is_unbound() ? 1 : TRY(index_int64(rt, bound[0]));
    if (repeat < 0) return raise(rt, TypeId::ValueError, "repeat argument cannot be negative");
    const std::int64_t pools = repeat == 0 ? 0 : given;
    std::int64_t total;
    if (__builtin_mul_overflow(pools, repeat, &total) || total > INT64_MAX / 64)
        return raise(rt, TypeId::OverflowError, "repeat argument too large");
    if (!rt.heap().would_fit(static_cast<std::size_t>(total) * 3 * sizeof(Value))) return raise_memory_error(rt);
    auto pool = make_tuple(rt, total);
    for (std::int64_t i = 0; i < pools; ++i) pool->items()[i] = TRY(tuple_from(rt, args[i])).release();
    for (std::int64_t i = pools; i < total; ++i) pool->items()[i] = Owned::share(pool->items()[i - pools]).release();
    auto self = TRY(make(rt, *type, pool, total, total));
    std::fill_n(self->indices, total, 0);
    return Owned(std::move(self));
}

static Result<Owned> product_next(Runtime& rt, Value value) {
    auto& self = self_as<CombinatorialObject>(value);
    if (self.stopped || self.pool.is_unbound()) return exhausted();
    const TupleObject& pools = as_tuple(self.pool);
    if (self.result.is_unbound()) {
        auto result = make_tuple(rt, self.size);
        for (std::int64_t i = 0; i < self.size; ++i) {
            const TupleObject& items = as_tuple(pools[i]);
            if (items.size == 0) return stop(self);
            result->items()[i] = Owned::share(items[0]).release();
        }
        return first_result(self, std::move(result));
    }
    TupleObject& result = own_result(rt, self);
    std::int64_t i = self.size - 1;
    for (; i >= 0; --i) { // as an odometer
        const TupleObject& items = as_tuple(pools[i]);
        const bool over = ++self.indices[i] == items.size;
        if (over) self.indices[i] = 0;
        replace(result.items()[i], Owned::share(items[self.indices[i]]));
        if (!over) break;
    }
    if (i < 0) return stop(self);
    return Owned::share(&result);
}

const TypeSpec product_spec = iterator_spec<CombinatorialObject>(
    "product", product_new, product_next,
    "Cartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the "
    "same as:  ((x,y) for x in A for y in "
    "B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an "
    "odometer (with the rightmost element "
    "changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof "
    "repetitions with the optional repeat keyword "
    "argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) "
    "--> ('a',0) ('a',1) ('a',2) ('b',0) "
    "('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...");

// ---- combinations

// (iterable, r) of the two kinds of combinations.
struct PoolAndSize {
    Ref<TupleObject> pool;
    std::int64_t size;
};

static Result<PoolAndSize> pool_and_size(Runtime& rt, const NativeDef& def, Args args) {
    Value bound[2];
    TRY(bind_arguments(rt, def, args, bound));
    const std::int64_t size = TRY(index_int64(rt, bound[1]));
    auto pool = TRY(tuple_from(rt, bound[0]));
    if (size < 0) return raise(rt, TypeId::ValueError, "r must be non-negative");
    return PoolAndSize{std::move(pool), size};
}

// The first result: the pool's items at the indices.
static Owned first_of_indices(Runtime& rt, CombinatorialObject& self) {
    const TupleObject& pool = as_tuple(self.pool);
    auto result = make_tuple(rt, self.size);
    for (std::int64_t i = 0; i < self.size; ++i) result->items()[i] = Owned::share(pool[self.indices[i]]).release();
    return first_result(self, std::move(result));
}

// Brings the items from position `i` on up to date with the indices.
static Owned update_from(Runtime& rt, CombinatorialObject& self, std::int64_t i) {
    const TupleObject& pool = as_tuple(self.pool);
    TupleObject& result = own_result(rt, self);
    for (; i < self.size; ++i) replace(result.items()[i], Owned::share(pool[self.indices[i]]));
    return Owned::share(&result);
}

static Result<Owned> combinations_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"combinations", nullptr, 2, 2, "iterable, r"};
    PoolAndSize given = TRY(pool_and_size(rt, def, args));
    const bool none = given.size > given.pool->size;
    auto self = TRY(make(rt, *type, given.pool, given.size, none ? 0 : given.size));
    self->stopped = none;
    std::iota(self->indices, self->indices + self->index_count, 0);
    return Owned(std::move(self));
}

static Result<Owned> combinations_next(Runtime& rt, Value value) {
    auto& self = self_as<CombinatorialObject>(value);
    if (self.stopped || self.pool.is_unbound()) return exhausted();
    if (self.result.is_unbound()) return first_of_indices(rt, self);
    const std::int64_t n = as_tuple(self.pool).size, r = self.size;
    std::int64_t i = r - 1; // the last index that can still go up
    while (i >= 0 && self.indices[i] == i + n - r) --i;
    if (i < 0) return stop(self);
    std::iota(self.indices + i, self.indices + r, self.indices[i] + 1);
    return update_from(rt, self, i);
}

const TypeSpec combinations_spec =
    iterator_spec<CombinatorialObject>("combinations", combinations_new, combinations_next,
                                       "Return successive r-length combinations of elements in the "
                                       "iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)");

static Result<Owned> replacement_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"combinations_with_replacement", nullptr, 2, 2, "iterable, r"};
    PoolAndSize given = TRY(pool_and_size(rt, def, args));
    auto self = TRY(make(rt, *type, given.pool, given.size, given.size));
    self->stopped = given.pool->size == 0 && given.size > 0;
    std::fill_n(self->indices, given.size, 0);
    return Owned(std::move(self));
}

static Result<Owned> replacement_next(Runtime& rt, Value value) {
    auto& self = self_as<CombinatorialObject>(value);
    if (self.stopped || self.pool.is_unbound()) return exhausted();
    if (self.result.is_unbound()) return first_of_indices(rt, self);
    const std::int64_t n = as_tuple(self.pool).size;
    std::int64_t i = self.size - 1;
    while (i >= 0 && self.indices[i] == n - 1) --i;
    if (i < 0) return stop(self);
    std::fill(self.indices + i, self.indices + self.size, self.indices[i] + 1);
    return update_from(rt, self, i);
}

const TypeSpec combinations_with_replacement_spec = iterator_spec<CombinatorialObject>(
    "combinations_with_replacement", replacement_new, replacement_next,
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have "
    "successive repeats.\n\n"
    "combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')");

// ---- permutations

static Result<Owned> permutations_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"permutations", nullptr, 1, 2, "iterable, r=None"};
    Value bound[2];
    TRY(bind_arguments(rt, def, args, bound));
    auto pool = TRY(tuple_from(rt, bound[0]));
    const std::int64_t n = pool->size;
    std::int64_t r = n;
    if (!bound[1].is_unbound() && !bound[1].is_none()) {
        if (!is_int_like(rt, bound[1])) return raise(rt, TypeId::TypeError, "Expected int as r");
        r = TRY(index_int64(rt, bound[1]));
        if (r < 0) return raise(rt, TypeId::ValueError, "r must be non-negative");
    }
    const bool none = r > n;
    // The indices of all items, then for each place of a result how many changes are left.
    auto self = TRY(make(rt, *type, pool, r, none ? 0 : n + r));
    self->stopped = none;
    if (!none) {
        std::iota(self->indices, self->indices + n, 0);
        for (std::int64_t i = 0; i < r; ++i) self->indices[n + i] = n - i;
    }
    return Owned(std::move(self));
}

static Result<Owned> permutations_next(Runtime& rt, Value value) {
    auto& self = self_as<CombinatorialObject>(value);
    if (self.stopped || self.pool.is_unbound()) return exhausted();
    if (self.result.is_unbound()) return first_of_indices(rt, self);
    const std::int64_t n = as_tuple(self.pool).size, r = self.size;
    std::int64_t* indices = self.indices;
    std::int64_t* cycles = self.indices + n;
    for (std::int64_t i = r - 1; i >= 0; --i) {
        if (--cycles[i] == 0) {
            std::rotate(indices + i, indices + i + 1, indices + n);
            cycles[i] = n - i;
        } else {
            std::swap(indices[i], indices[n - cycles[i]]);
            return update_from(rt, self, i);
        }
    }
    return stop(self);
}

const TypeSpec permutations_spec = iterator_spec<CombinatorialObject>(
    "permutations", permutations_new, permutations_next,
    "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), "
    "(0,2), (1,0), (1,2), (2,0), (2,1)");

} // namespace mp::itertools
