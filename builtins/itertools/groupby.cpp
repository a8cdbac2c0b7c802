#include "builtins/itertools/itertools.h"
#include "objects/core/attribute.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"

namespace mp::itertools {

struct GroupByObject : Object {
    Value iterator;
    Value key_function; // None: the items themselves
    Value target_key;   // of the group given last
    Value current_key, current_value;
    std::int64_t serial; // of the group given last: older groups are over
    auto owned() noexcept { return std::tie(iterator, key_function, target_key, current_key, current_value); }
};

struct GrouperObject : Object {
    Value parent; // GroupByObject
    Value key;
    std::int64_t serial;
    auto owned() noexcept { return std::tie(parent, key); }
};

static Result<Owned> groupby_new(Runtime& rt, Type* type, Args args) {
    static const NativeDef def = {"groupby", nullptr, 1, 2, "iterable, key=None"};
    Value bound[2];
    TRY(bind_arguments(rt, def, args, bound));
    Owned iterator = TRY(iterate(rt, bound[0]));
    auto self = make_owned<GroupByObject>(rt, *type);
    self->serial = 0;
    set_field(self->iterator, iterator);
    set_field(self->key_function, bound[1].is_unbound() ? Value::none() : bound[1]);
    return Owned(std::move(self));
}

// Takes the next item; false at the end.
static Result<bool> step(Runtime& rt, GroupByObject& self) {
    Owned iterator = Owned::share(self.iterator), function = Owned::share(self.key_function);
    if (iterator.is_unbound()) return false;
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) return false;
    Owned key = function.is_none() ? item : TRY(call(rt, function, item));
    replace(self.current_value, std::move(item));
    replace(self.current_key, std::move(key));
    return true;
}

// itertools._grouper of this interpreter, found at the class.
static Result<Type*> grouper_type(Runtime& rt, Value groupby) {
    Value found = type_lookup(rt.type_of(groupby), *rt.intern("_grouper"));
    if (found.is_object() && found.object()->layout == Layout::type &&
        static_cast<Type*>(found.object())->spec == &grouper_spec)
        return static_cast<Type*>(found.object());
    return raise(rt, TypeId::TypeError, "groupby._grouper was replaced");
}

static Result<Owned> groupby_next(Runtime& rt, Value value) {
    auto& self = self_as<GroupByObject>(value);
    ++self.serial;
    PayMeter meter(rt);
    for (;;) { // skip what is left of the group given last
        Owned current = Owned::share(self.current_key), target = Owned::share(self.target_key);
        if (!current.is_unbound()) {
            if (target.is_unbound() || !TRY(item_equal(rt, target, current))) break;
        }
        TRY(meter.tick());
        if (!TRY(step(rt, self))) return exhausted();
    }
    Owned key = Owned::share(self.current_key);
    replace(self.target_key, key);
    Type* type = TRY(grouper_type(rt, value));
    auto group = make_owned<GrouperObject>(rt, *type);
    group->serial = self.serial;
    set_field(group->parent, value);
    set_field(group->key, key);
    return Owned(tuple_of(rt, key, group));
}

static Result<Owned> grouper_next(Runtime& rt, Value value) {
    auto& group = self_as<GrouperObject>(value);
    Owned kept = Owned::share(group.parent), key = Owned::share(group.key);
    if (kept.is_unbound()) return exhausted();
    auto& parent = self_as<GroupByObject>(kept);
    if (parent.serial != group.serial) return exhausted();
    if (parent.current_value.is_unbound() && !TRY(step(rt, parent))) return exhausted();
    Owned current = Owned::share(parent.current_key);
    if (!TRY(item_equal(rt, key, current))) return exhausted();
    Owned item = Owned::adopt(std::exchange(parent.current_value, Value::unbound()));
    replace(parent.current_key, Owned());
    return item.is_unbound() ? exhausted() : item;
}

static Result<void> groupby_fill(Runtime& rt, Type& type) {
    auto grouper = TRY(make_native_type(rt, grouper_spec));
    dict_set_text(rt, *type.dict, "_grouper", std::move(grouper));
    return ok;
}

static constexpr TypeSpec make_groupby_spec() {
    TypeSpec spec =
        iterator_spec<GroupByObject>("groupby", groupby_new, groupby_next,
                                     "make an iterator that returns consecutive keys and groups from the iterable\n\n  "
                                     "iterable\n    Elements to divide into groups according to the key "
                                     "function.\n  key\n    A function for computing the group category for each "
                                     "element.\n    If the key function is not specified or is None, the element "
                                     "itself\n    is used for grouping.");
    spec.fill = groupby_fill;
    return spec;
}

const TypeSpec groupby_spec = make_groupby_spec();
const TypeSpec grouper_spec = iterator_spec<GrouperObject>("_grouper", nullptr, grouper_next, nullptr);

} // namespace mp::itertools
