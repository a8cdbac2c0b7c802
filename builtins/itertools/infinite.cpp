// count, cycle and repeat.
#include "builtins/itertools/itertools.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp::itertools {

// ---- count

struct CountObject : Object {
    Value current, step;
    auto owned() noexcept { return std::tie(current, step); }
};

static bool is_number(Runtime& rt, Value value) noexcept {
    const Slots& slots = rt.type_of(value).slots;
    return slots.index || slots.int_ || slots.float_ || rt.type_of(value).native_base == rt.type(TypeId::complex_).spec;
}

// Plain ints as such: True counts as 1, …
static Owned plain(Runtime& rt, Value value) {
    std::int64_t number;
    if (is_any_int(value) && int_to_int64(value, number)) return make_int(rt, number);
    return Owned::share(value);
}

static Result<Owned> count_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"count", nullptr, 0, 2, "start=0, step=1"};
    Value bound[2];
    TRY(bind_arguments(rt, def, args, bound));
    for (Value value : bound)
        if (!value.is_unbound() && !is_number(rt, value)) return raise(rt, TypeId::TypeError, "a number is required");
    auto self = make_owned<CountObject>(rt, *type);
    self->current = bound[0].is_unbound() ? Value::from_int(0) : plain(rt, bound[0]).release();
    self->step = bound[1].is_unbound() ? Value::from_int(1) : plain(rt, bound[1]).release();
    return Owned(std::move(self));
}

static Result<Owned> count_next(Runtime& rt, Value value) {
    auto& self = self_as<CountObject>(value);
    if (Value::both_ints(self.current, self.step)) {
        const std::int64_t sum = self.current.as_int() + self.step.as_int(); // 62 bits each
        if (Value::fits_int(sum)) {
            Owned given = Owned::adopt(self.current);
            self.current = Value::from_int(sum);
            return given;
        }
    }
    Owned current = Owned::share(self.current), step = Owned::share(self.step);
    if (current.is_unbound()) return exhausted();
    Owned following = TRY(binary(rt, BinaryOp::add, current, step));
    replace(self.current, std::move(following));
    return current;
}

static Result<Owned> count_repr(Runtime& rt, Value value) {
    auto& self = self_as<CountObject>(value);
    StrBuilder text(rt);
    text.append(rt.type_of(value).short_name());
    text.append(U'(');
    auto current = TRY(repr(rt, self.current));
    text.append(*current);
    if (!self.step.is(Value::from_int(1))) {
        auto step = TRY(repr(rt, self.step));
        text.append(", ");
        text.append(*step);
    }
    text.append(U')');
    return Owned(text.finish());
}

static Result<Owned> count_reduce(Runtime& rt, Args args) {
    auto& self = self_as<CountObject>(args[0]);
    auto arguments =
        self.step.is(Value::from_int(1)) ? tuple_of(rt, self.current) : tuple_of(rt, self.current, self.step);
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments));
}

static const NativeDef count_methods[] = {
    {"__reduce__", native<count_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

const TypeSpec count_spec =
    iterator_spec<CountObject>("count", count_new, count_next,
                               "Return a count object whose .__next__() method returns consecutive "
                               "values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n"
                               "        while 1:\n            yield x\n            x += step",
                               count_methods, count_repr);

// ---- cycle

struct CycleObject : Object {
    Value iterator; // unbound once the first pass is done
    Value saved;    // list
    std::int64_t index;
    auto owned() noexcept { return std::tie(iterator, saved); }
};

static Result<Owned> cycle_new(Runtime& rt, Type* type, Args args) {
    TRY(check_positional(rt, "cycle", *type, args, 1, 1));
    Owned iterator = TRY(iterate(rt, args[0]));
    auto saved = make_list(rt);
    auto self = make_owned<CycleObject>(rt, *type);
    self->index = 0;
    set_field(self->iterator, iterator);
    set_field(self->saved, saved);
    return Owned(std::move(self));
}

static Result<Owned> cycle_next(Runtime& rt, Value value) {
    auto& self = self_as<CycleObject>(value);
    if (self.saved.is_unbound()) return exhausted();
    Owned kept = Owned::share(self.saved);
    auto& saved = *static_cast<ListObject*>(self.saved.object());
    if (!self.iterator.is_unbound()) {
        Owned iterator = Owned::share(self.iterator);
        Owned item = TRY(next(rt, iterator));
        if (!item.is_exhausted()) {
            list_append(rt, saved, item);
            return item;
        }
        replace(self.iterator, Owned());
    }
    if (saved.size == 0) return exhausted();
    Owned item = Owned::share(saved.items[self.index]);
    if (++self.index >= saved.size) self.index = 0;
    return item;
}

const TypeSpec cycle_spec = iterator_spec<CycleObject>(
    "cycle", cycle_new, cycle_next,
    "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.");

// ---- repeat

struct RepeatObject : Object {
    Value element;
    std::int64_t remaining; // -1: without end
    auto owned() noexcept { return std::tie(element); }
};

static Result<Owned> repeat_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"repeat", nullptr, 1, 2, "object, times=None"};
    Value bound[2];
    TRY(bind_arguments(rt, def, args, bound));
    std::int64_t times = -1;
    if (!bound[1].is_unbound()) times = std::max<std::int64_t>(TRY(index_int64(rt, bound[1])), 0);
    auto self = make_owned<RepeatObject>(rt, *type);
    self->remaining = times;
    set_field(self->element, bound[0]);
    return Owned(std::move(self));
}

static Result<Owned> repeat_next(Runtime&, Value value) {
    auto& self = self_as<RepeatObject>(value);
    if (self.remaining == 0) return exhausted();
    if (self.remaining > 0) --self.remaining;
    return Owned::share(self.element);
}

static Result<Owned> repeat_repr(Runtime& rt, Value value) {
    auto& self = self_as<RepeatObject>(value);
    StrBuilder text(rt);
    text.append(rt.type_of(value).short_name());
    text.append(U'(');
    auto element = TRY(repr(rt, self.element));
    text.append(*element);
    if (self.remaining >= 0) {
        text.append(", ");
        text.append(std::to_string(self.remaining));
    }
    text.append(U')');
    return Owned(text.finish());
}

static Result<Owned> repeat_length_hint(Runtime& rt, Args args) {
    auto& self = self_as<RepeatObject>(args[0]);
    if (self.remaining < 0) return raise(rt, TypeId::TypeError, "len() of unsized object");
    return make_int(rt, self.remaining);
}

static Result<Owned> repeat_reduce(Runtime& rt, Args args) {
    auto& self = self_as<RepeatObject>(args[0]);
    auto arguments =
        self.remaining < 0 ? tuple_of(rt, self.element) : tuple_of(rt, self.element, make_int(rt, self.remaining));
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments));
}

static const NativeDef repeat_methods[] = {
    {"__length_hint__", native<repeat_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<repeat_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

const TypeSpec repeat_spec =
    iterator_spec<RepeatObject>("repeat", repeat_new, repeat_next,
                                "repeat(object [,times]) -> create an iterator which returns the object\nfor the "
                                "specified number of times.  If not specified, returns the object\nendlessly.",
                                repeat_methods, repeat_repr);

} // namespace mp::itertools
