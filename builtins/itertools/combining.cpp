// accumulate, batched, chain, pairwise and zip_longest.
#include "builtins/itertools/itertools.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp::itertools {

// ---- accumulate

struct AccumulateObject : Object {
    Value iterator, function; // function unbound: addition
    Value total;              // unbound before the first
    Value initial;            // given first; unbound: none, or given already
    auto owned() noexcept { return std::tie(iterator, function, total, initial); }
};

static Result<Owned> accumulate_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"accumulate", nullptr, 1, 2, "iterable, func=None, *, initial=None"};
    Value bound[3];
    TRY(bind_arguments(rt, def, args, bound));
    Owned iterator = TRY(iterate(rt, bound[0]));
    auto self = make_owned<AccumulateObject>(rt, *type);
    set_field(self->iterator, iterator);
    if (!bound[1].is_none()) set_field(self->function, bound[1]);
    if (!bound[2].is_none()) set_field(self->initial, bound[2]);
    return Owned(std::move(self));
}

static Result<Owned> accumulate_next(Runtime& rt, Value value) {
    auto& self = self_as<AccumulateObject>(value);
    if (!self.initial.is_unbound()) {
        Owned initial = Owned::adopt(std::exchange(self.initial, Value::unbound()));
        replace(self.total, initial);
        return initial;
    }
    Owned iterator = Owned::share(self.iterator);
    if (iterator.is_unbound()) return exhausted();
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) return item;
    Owned total = Owned::share(self.total), function = Owned::share(self.function);
    if (!total.is_unbound())
        item =
            function.is_unbound() ? TRY(binary(rt, BinaryOp::add, total, item)) : TRY(call(rt, function, total, item));
    replace(self.total, item);
    return item;
}

const TypeSpec accumulate_spec =
    iterator_spec<AccumulateObject>("accumulate", accumulate_new, accumulate_next,
                                    "Return series of accumulated sums (or other binary function results).");

// ---- batched

struct BatchedObject : Object {
    Value iterator;
    std::int64_t size;
    bool strict;
    auto owned() noexcept { return std::tie(iterator); }
};

static Result<Owned> batched_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"batched", nullptr, 2, 2, "iterable, n, *, strict=False"};
    Value bound[3];
    TRY(bind_arguments(rt, def, args, bound));
    const std::int64_t size = TRY(index_int64(rt, bound[1]));
    const bool strict = bound[2].is_unbound() ? false : TRY(truth(rt, bound[2]));
    if (size < 1) return raise(rt, TypeId::ValueError, "n must be at least one");
    Owned iterator = TRY(iterate(rt, bound[0]));
    auto self = make_owned<BatchedObject>(rt, *type);
    self->size = size;
    self->strict = strict;
    set_field(self->iterator, iterator);
    return Owned(std::move(self));
}

static Result<Owned> batched_next(Runtime& rt, Value value) {
    auto& self = self_as<BatchedObject>(value);
    Owned iterator = Owned::share(self.iterator);
    if (iterator.is_unbound()) return exhausted();
    auto items = make_list(rt);
    PayMeter meter(rt);
    while (items->size < self.size) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) {
            replace(self.iterator, Owned());
            if (items->size == 0) return item;
            if (self.strict) return raise(rt, TypeId::ValueError, "batched(): incomplete batch");
            break;
        }
        TRY(meter.tick());
        list_append(rt, *items, std::move(item));
    }
    return Owned(make_tuple_sharing(rt, items->items, items->size));
}

const TypeSpec batched_spec =
    iterator_spec<BatchedObject>("batched", batched_new, batched_next,
                                 "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops "
                                 "over the input iterable and accumulates data into tuples\n"
                                 "up to size n.  The input is consumed lazily, just enough to\nfill a batch.  The "
                                 "result is yielded as soon as a batch is full\n"
                                 "or when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', "
                                 "3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n"
                                 "    ('D', 'E', 'F')\n    ('G',)\n\nIf \"strict\" is True, raises a ValueError if the "
                                 "final batch is shorter\nthan n.");

// ---- chain

struct ChainObject : Object {
    Value iterables; // an iterator over them
    Value current;   // an iterator
    auto owned() noexcept { return std::tie(iterables, current); }
};

static Result<Owned> make_chain(Runtime& rt, Type& type, Value iterables) {
    Owned iterator = TRY(iterate(rt, iterables));
    auto self = make_owned<ChainObject>(rt, type);
    set_field(self->iterables, iterator);
    return Owned(std::move(self));
}

static Result<Owned> chain_new(Runtime& rt, Type* type, Args args) {
    TRY(check_keywords(rt, "chain", *type, args));
    auto iterables = make_tuple_sharing(rt, args.values, positional_count(args));
    return make_chain(rt, *type, iterables);
}

static Result<Owned> chain_from_iterable(Runtime& rt, Args args) {
    return make_chain(rt, *static_cast<Type*>(args[0].object()), args[1]);
}

static Result<Owned> chain_next(Runtime& rt, Value value) {
    auto& self = self_as<ChainObject>(value);
    PayMeter meter(rt);
    for (;;) {
        Owned current = Owned::share(self.current);
        if (!current.is_unbound()) {
            Owned item = TRY(next(rt, current));
            if (!item.is_exhausted()) return item;
            replace(self.current, Owned());
        }
        TRY(meter.tick());
        Owned iterables = Owned::share(self.iterables);
        if (iterables.is_unbound()) return exhausted();
        Owned iterable = TRY(next(rt, iterables));
        if (iterable.is_exhausted()) {
            replace(self.iterables, Owned());
            return iterable;
        }
        auto iterator = iterate(rt, iterable);
        if (iterator.is_raised()) { // no second try
            replace(self.iterables, Owned());
            return raised;
        }
        replace(self.current, iterator.take());
    }
}

static const NativeDef chain_methods[] = {
    {"from_iterable", native<chain_from_iterable>, 1, 1, nullptr,
     "Alternative chain() constructor taking a single iterable argument that evaluates lazily.", native_class},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

const TypeSpec chain_spec =
    iterator_spec<ChainObject>("chain", chain_new, chain_next,
                               "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method "
                               "returns elements from the\nfirst iterable until it is exhausted, then "
                               "elements from the next\niterable, until all of the iterables are exhausted.",
                               chain_methods);

// ---- pairwise

struct PairwiseObject : Object {
    Value iterator, previous;
    auto owned() noexcept { return std::tie(iterator, previous); }
};

static Result<Owned> pairwise_new(Runtime& rt, Type* type, Args args) {
    TRY(check_positional(rt, "pairwise", *type, args, 1, 1));
    Owned iterator = TRY(iterate(rt, args[0]));
    auto self = make_owned<PairwiseObject>(rt, *type);
    set_field(self->iterator, iterator);
    return Owned(std::move(self));
}

static Result<Owned> pairwise_next(Runtime& rt, Value value) {
    auto& self = self_as<PairwiseObject>(value);
    Owned iterator = Owned::share(self.iterator), previous = Owned::share(self.previous);
    if (iterator.is_unbound()) return exhausted();
    if (previous.is_unbound()) {
        previous = TRY(next(rt, iterator));
        if (previous.is_exhausted()) {
            clear_owned<PairwiseObject>(rt, &self);
            return exhausted();
        }
        replace(self.previous, previous);
    }
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) {
        clear_owned<PairwiseObject>(rt, &self);
        return item;
    }
    auto pair = tuple_of(rt, previous, item);
    replace(self.previous, std::move(item));
    return Owned(std::move(pair));
}

const TypeSpec pairwise_spec = iterator_spec<PairwiseObject>(
    "pairwise", pairwise_new, pairwise_next,
    "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), "
    "(s1,s2), (s2, s3), ...");

// ---- zip_longest

struct ZipLongestObject : Object {
    Value iterators; // tuple; an exhausted one is None
    Value fill;
    std::int64_t active;
    auto owned() noexcept { return std::tie(iterators, fill); }
};

static Result<Owned> zip_longest_new(Runtime& rt, Type* type, Args args) {
    Value fill = Value::none();
    const std::uint32_t count = positional_count(args);
    for (std::uint32_t i = 0; i < keyword_count(args); ++i) {
        if (!str_equals(*static_cast<StrObject*>((*args.names)[i].object()), "fillvalue"))
            return raise(rt, TypeId::TypeError, "zip_longest() got an unexpected keyword argument");
        fill = args[count + i];
    }
    auto iterators = make_tuple(rt, count);
    for (std::uint32_t i = 0; i < count; ++i) iterators->items()[i] = TRY(iterate(rt, args[i])).release();
    auto self = make_owned<ZipLongestObject>(rt, *type);
    self->active = count;
    set_field(self->iterators, iterators);
    set_field(self->fill, fill);
    return Owned(std::move(self));
}

static Result<Owned> zip_longest_next(Runtime& rt, Value value) {
    auto& self = self_as<ZipLongestObject>(value);
    if (self.active == 0 || self.iterators.is_unbound()) return exhausted();
    Owned kept = Owned::share(self.iterators), fill = Owned::share(self.fill);
    TupleObject& iterators = as_tuple(kept);
    auto result = make_tuple(rt, iterators.size);
    for (std::int64_t i = 0; i < iterators.size; ++i) {
        Owned iterator = Owned::share(iterators[i]);
        if (iterator.is_none()) {
            result->items()[i] = Owned(fill).release();
            continue;
        }
        auto got = next(rt, iterator);
        if (got.is_raised()) {
            self.active = 0;
            return raised;
        }
        Owned item = got.take();
        if (item.is_exhausted()) {
            if (--self.active <= 0) return item;
            replace(iterators.items()[i], Owned::adopt(Value::none()));
            item = fill;
        }
        result->items()[i] = item.release();
    }
    return Owned(std::move(result));
}

const TypeSpec zip_longest_spec =
    iterator_spec<ZipLongestObject>("zip_longest", zip_longest_new, zip_longest_next,
                                    "Return a zip_longest object whose .__next__() method returns a tuple where\nthe "
                                    "i-th element comes from the i-th iterable argument.  The .__next__()\n"
                                    "method continues until the longest iterable in the argument sequence\nis "
                                    "exhausted and then it raises StopIteration.  When the shorter iterables\n"
                                    "are exhausted, the fillvalue is substituted in their place.  The "
                                    "fillvalue\ndefaults to None or can be specified by a keyword argument.");

} // namespace mp::itertools
