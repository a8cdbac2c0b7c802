// Iterators that leave items out: compress, dropwhile, takewhile, filterfalse, islice; and starmap.
#include "builtins/itertools/itertools.h"
#include "objects/types/numbers.h"

namespace mp::itertools {

// ---- compress

struct CompressObject : Object {
    Value data, selectors;
    auto owned() noexcept { return std::tie(data, selectors); }
};

static Result<Owned> compress_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"compress", nullptr, 2, 2, "data, selectors"};
    Value bound[2];
    TRY(bind_arguments(rt, def, args, bound));
    Owned data = TRY(iterate(rt, bound[0]));
    Owned selectors = TRY(iterate(rt, bound[1]));
    auto self = make_owned<CompressObject>(rt, *type);
    set_field(self->data, data);
    set_field(self->selectors, selectors);
    return Owned(std::move(self));
}

static Result<Owned> compress_next(Runtime& rt, Value value) {
    auto& self = self_as<CompressObject>(value);
    Owned data = Owned::share(self.data), selectors = Owned::share(self.selectors);
    if (data.is_unbound()) return exhausted();
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, data));
        if (item.is_exhausted()) return item;
        Owned selector = TRY(next(rt, selectors));
        if (selector.is_exhausted()) return selector;
        TRY(meter.tick());
        if (TRY(truth(rt, selector))) return item;
    }
}

const TypeSpec compress_spec =
    iterator_spec<CompressObject>("compress", compress_new, compress_next,
                                  "Return data elements corresponding to true selector elements.\n\nForms a shorter "
                                  "iterator from selected data elements using the selectors to\n"
                                  "choose the data elements.");

// ---- what has a function and an iterator

struct FunctionObject : Object {
    Value function, iterator;
    bool flag; // dropwhile: something was given; takewhile: the end was met
    auto owned() noexcept { return std::tie(function, iterator); }
};

static Result<Owned> make_with_function(Runtime& rt, Type* type, Args args, const char* name) {
    TRY(check_positional(rt, name, *type, args, 2, 2));
    Owned iterator = TRY(iterate(rt, args[1]));
    auto self = make_owned<FunctionObject>(rt, *type);
    self->flag = false;
    set_field(self->function, args[0]);
    set_field(self->iterator, iterator);
    return Owned(std::move(self));
}

static Result<bool> holds(Runtime& rt, Value predicate, Value item) {
    Owned answer = TRY(call(rt, predicate, item));
    return truth(rt, answer);
}

static Result<Owned> dropwhile_new(Runtime& rt, Type* type, Args args) {
    return make_with_function(rt, type, args, "dropwhile");
}

static Result<Owned> dropwhile_next(Runtime& rt, Value value) {
    auto& self = self_as<FunctionObject>(value);
    Owned function = Owned::share(self.function), iterator = Owned::share(self.iterator);
    if (iterator.is_unbound()) return exhausted();
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted() || self.flag) return item;
        TRY(meter.tick());
        if (!TRY(holds(rt, function, item))) {
            self.flag = true;
            return item;
        }
    }
}

const TypeSpec dropwhile_spec =
    iterator_spec<FunctionObject>("dropwhile", dropwhile_new, dropwhile_next,
                                  "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return "
                                  "every element until the iterable is exhausted.");

static Result<Owned> takewhile_new(Runtime& rt, Type* type, Args args) {
    return make_with_function(rt, type, args, "takewhile");
}

static Result<Owned> takewhile_next(Runtime& rt, Value value) {
    auto& self = self_as<FunctionObject>(value);
    Owned function = Owned::share(self.function), iterator = Owned::share(self.iterator);
    if (self.flag || iterator.is_unbound()) return exhausted();
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) return item;
    if (TRY(holds(rt, function, item))) return item;
    self.flag = true;
    return exhausted();
}

const TypeSpec takewhile_spec = iterator_spec<FunctionObject>(
    "takewhile", takewhile_new, takewhile_next,
    "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.");

static Result<Owned> filterfalse_new(Runtime& rt, Type* type, Args args) {
    return make_with_function(rt, type, args, "filterfalse");
}

static Result<Owned> filterfalse_next(Runtime& rt, Value value) {
    auto& self = self_as<FunctionObject>(value);
    Owned function = Owned::share(self.function), iterator = Owned::share(self.iterator);
    if (iterator.is_unbound()) return exhausted();
    const bool own_truth = function.is_none() || function.get().is(Value(&rt.type(TypeId::bool_)));
    PayMeter meter(rt);
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return item;
        TRY(meter.tick());
        if (!(own_truth ? TRY(truth(rt, item)) : TRY(holds(rt, function, item)))) return item;
    }
}

const TypeSpec filterfalse_spec =
    iterator_spec<FunctionObject>("filterfalse", filterfalse_new, filterfalse_next,
                                  "Return those items of iterable for which function(item) is false.\n\nIf function is "
                                  "None, return the items that are false.");

static Result<Owned> starmap_new(Runtime& rt, Type* type, Args args) {
    return make_with_function(rt, type, args, "starmap");
}

static Result<Owned> starmap_next(Runtime& rt, Value value) {
    auto& self = self_as<FunctionObject>(value);
    Owned function = Owned::share(self.function), iterator = Owned::share(self.iterator);
    if (iterator.is_unbound()) return exhausted();
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) return item;
    auto arguments = TRY(tuple_from(rt, item));
    return call(rt, function, Args{arguments->items(), static_cast<std::uint32_t>(arguments->size)});
}

const TypeSpec starmap_spec =
    iterator_spec<FunctionObject>("starmap", starmap_new, starmap_next,
                                  "Return an iterator whose values are returned from the function evaluated with an "
                                  "argument tuple taken from the given sequence.");

// ---- islice

struct ISliceObject : Object {
    Value iterator;
    std::int64_t following; // position of the next item to give
    std::int64_t stop;      // -1: none
    std::int64_t step;
    std::int64_t position; // of the iterator
    auto owned() noexcept { return std::tie(iterator); }
};

// A bound: None gives `fallback`; what is no index, or too large, gives -1.
static std::int64_t islice_bound(Runtime& rt, Value value, std::int64_t fallback) {
    if (value.is_none()) return fallback;
    auto number = index_int64(rt, value);
    if (!number.is_raised()) return number.take();
    rt.clear_pending();
    return -1;
}

static Result<Owned> islice_new(Runtime& rt, Type* type, Args args) {
    TRY(check_positional(rt, "islice", *type, args, 2, 4));
    const bool stop_only = positional_count(args) == 2;
    std::int64_t start = 0, stop = -1, step = 1;
    if (!stop_only) start = islice_bound(rt, args[1], 0);
    Value stop_value = args[stop_only ? 1 : 2];
    if (!stop_value.is_none()) {
        stop = islice_bound(rt, stop_value, -1);
        if (stop == -1)
            return raise(rt, TypeId::ValueError,
                         "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    }
    if (start < 0 || stop < -1)
        return raise(rt, TypeId::ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (positional_count(args) == 4) step = islice_bound(rt, args[3], 1);
    if (step < 1) return raise(rt, TypeId::ValueError, "Step for islice() must be a positive integer or None.");
    Owned iterator = TRY(iterate(rt, args[0]));
    auto self = make_owned<ISliceObject>(rt, *type);
    self->following = start;
    self->stop = stop;
    self->step = step;
    self->position = 0;
    set_field(self->iterator, iterator);
    return Owned(std::move(self));
}

static Result<Owned> islice_next(Runtime& rt, Value value) {
    auto& self = self_as<ISliceObject>(value);
    Owned iterator = Owned::share(self.iterator);
    if (iterator.is_unbound()) return exhausted();
    PayMeter meter(rt);
    while (self.position < self.following) {
        Owned skipped = TRY(next(rt, iterator));
        if (skipped.is_exhausted()) {
            replace(self.iterator, Owned());
            return skipped;
        }
        TRY(meter.tick());
        ++self.position;
    }
    if (self.stop != -1 && self.position >= self.stop) {
        replace(self.iterator, Owned());
        return exhausted();
    }
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) {
        replace(self.iterator, Owned());
        return item;
    }
    ++self.position;
    std::int64_t following;
    if (__builtin_add_overflow(self.following, self.step, &following))
        following = self.stop == -1 ? INT64_MAX : self.stop;
    if (self.stop != -1 && following > self.stop) following = self.stop;
    self.following = following;
    return item;
}

const TypeSpec islice_spec = iterator_spec<ISliceObject>(
    "islice", islice_new, islice_next,
    "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\n"
    "Return an iterator whose next() method returns selected values from an\niterable.  If start is specified, will "
    "skip all preceding elements;\n"
    "otherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how "
    "many values are\n"
    "skipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.");

} // namespace mp::itertools
