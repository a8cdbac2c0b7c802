#include "builtins/operator/getters.h"

#include <boost/container/small_vector.hpp>

#include "builtins/native_object.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp::operator_module {

// "operator.itemgetter(1, 2)": the type's name and the arguments.
static Result<Owned> repr_with(Runtime& rt, Value self, const TupleObject& arguments, DictObject* keywords) {
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    StrBuilder text(rt);
    text.append(type_name(rt, self));
    if (guard.seen()) {
        text.append("(...)");
        return Owned(text.finish());
    }
    text.append(U'(');
    for (std::int64_t i = 0; i < arguments.size; ++i) {
        if (i) text.append(", ");
        auto item = TRY(repr(rt, arguments[i]));
        text.append(*item);
    }
    std::uint32_t position = 0;
    Value key, value;
    while (keywords && dict_next(*keywords, position, key, value)) {
        text.append(", ");
        text.append(*static_cast<StrObject*>(key.object()));
        text.append(U'=');
        auto item = TRY(repr(rt, value));
        text.append(*item);
    }
    text.append(U')');
    return Owned(text.finish());
}

static Result<void> check_one_argument(Runtime& rt, const char* name, const Args& args) {
    TRY(no_keywords(rt, name, args));
    if (args.size() != 1) return raise_arity(rt, name, 1, 1, args.size());
    return ok;
}

static TupleObject& tuple_in(Value value) noexcept { return *static_cast<TupleObject*>(value.object()); }

// The results of several getters as a tuple; of one, alone.
template <class Get>
static Result<Owned> get_each(Runtime& rt, const TupleObject& items, Get&& get) {
    if (items.size == 1) return get(items[0]);
    auto result = make_tuple(rt, items.size);
    for (std::int64_t i = 0; i < items.size; ++i) result->items()[i] = TRY(get(items[i])).release();
    return Owned(std::move(result));
}

// ---- itemgetter

struct ItemGetterObject : Object {
    Value items; // tuple
    auto owned() noexcept { return std::tie(items); }
};

static Result<Owned> itemgetter_new(Runtime& rt, Type* type, Args args) {
    TRY(no_keywords(rt, "itemgetter", args));
    if (args.size() == 0) return raise(rt, TypeId::TypeError, "itemgetter expected 1 argument, got 0");
    auto items = make_tuple_sharing(rt, args.values, args.size());
    auto self = make_owned<ItemGetterObject>(rt, *type);
    set_field(self->items, items);
    return Owned(std::move(self));
}

static Result<Owned> itemgetter_call(Runtime& rt, Value value, Args args) {
    TRY(check_one_argument(rt, "itemgetter", args));
    Owned items = Owned::share(self_as<ItemGetterObject>(value).items);
    Value object = args[0];
    return get_each(rt, tuple_in(items), [&](Value key) { return get_item(rt, object, key); });
}

static Result<Owned> itemgetter_repr(Runtime& rt, Value value) {
    return repr_with(rt, value, tuple_in(self_as<ItemGetterObject>(value).items), nullptr);
}

static Result<Owned> itemgetter_reduce(Runtime& rt, Args args) {
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), self_as<ItemGetterObject>(args[0]).items));
}

static const NativeDef itemgetter_methods[] = {
    {"__reduce__", native<itemgetter_reduce>, 0, 0, nullptr, "Return state information for pickling"},
    {},
};

const TypeSpec itemgetter_spec = {
    .name = "itemgetter",
    .module = "operator",
    .base = TypeId::object,
    .size = sizeof(ItemGetterObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_owned<ItemGetterObject>,
              .traverse = traverse_owned<ItemGetterObject>,
              .clear = clear_owned<ItemGetterObject>,
              .new_ = itemgetter_new,
              .repr = itemgetter_repr,
              .call = itemgetter_call},
    .methods = itemgetter_methods,
    .doc = "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the "
           "call f(r) returns r[2].\n"
           "After g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
};

// ---- attrgetter

struct AttrGetterObject : Object {
    Value names; // tuple of str as given
    Value paths; // tuple of tuples of interned names: "a.b" -> ("a", "b")
    auto owned() noexcept { return std::tie(names, paths); }
};

static Ref<TupleObject> split_path(Runtime& rt, StrObject& name) {
    std::int64_t dots = 0;
    for (std::int64_t i = 0; i < name.length; ++i) dots += name[i] == U'.';
    auto path = make_tuple(rt, dots + 1);
    std::int64_t start = 0;
    for (std::int64_t part = 0; part <= dots; ++part) {
        std::int64_t end = start;
        while (end < name.length && name[end] != U'.') ++end;
        auto piece = str_substring(rt, name, start, end);
        path->items()[part] = rt.intern(*piece).release();
        start = end + 1;
    }
    return path;
}

static Result<Owned> attrgetter_new(Runtime& rt, Type* type, Args args) {
    TRY(no_keywords(rt, "attrgetter", args));
    if (args.size() == 0) return raise(rt, TypeId::TypeError, "attrgetter expected 1 argument, got 0");
    for (std::uint32_t i = 0; i < args.size(); ++i)
        if (!is_str_or_subclass(rt, args[i])) return raise(rt, TypeId::TypeError, "attribute name must be a string");
    auto names = make_tuple_sharing(rt, args.values, args.size());
    auto paths = make_tuple(rt, args.size());
    for (std::uint32_t i = 0; i < args.size(); ++i)
        paths->items()[i] = split_path(rt, *static_cast<StrObject*>(args[i].object())).release();
    auto self = make_owned<AttrGetterObject>(rt, *type);
    set_field(self->names, names);
    set_field(self->paths, paths);
    return Owned(std::move(self));
}

static Result<Owned> attrgetter_call(Runtime& rt, Value value, Args args) {
    TRY(check_one_argument(rt, "attrgetter", args));
    Owned paths = Owned::share(self_as<AttrGetterObject>(value).paths);
    Value object = args[0];
    return get_each(rt, tuple_in(paths), [&](Value path_value) -> Result<Owned> {
        const TupleObject& path = tuple_in(path_value);
        Owned found = Owned::share(object);
        for (std::int64_t i = 0; i < path.size; ++i)
            found = TRY(get_attribute(rt, found, *static_cast<StrObject*>(path[i].object())));
        return found;
    });
}

static Result<Owned> attrgetter_repr(Runtime& rt, Value value) {
    return repr_with(rt, value, tuple_in(self_as<AttrGetterObject>(value).names), nullptr);
}

static Result<Owned> attrgetter_reduce(Runtime& rt, Args args) {
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), self_as<AttrGetterObject>(args[0]).names));
}

static const NativeDef attrgetter_methods[] = {
    {"__reduce__", native<attrgetter_reduce>, 0, 0, nullptr, "Return state information for pickling"},
    {},
};

const TypeSpec attrgetter_spec = {
    .name = "attrgetter",
    .module = "operator",
    .base = TypeId::object,
    .size = sizeof(AttrGetterObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_owned<AttrGetterObject>,
              .traverse = traverse_owned<AttrGetterObject>,
              .clear = clear_owned<AttrGetterObject>,
              .new_ = attrgetter_new,
              .repr = attrgetter_repr,
              .call = attrgetter_call},
    .methods = attrgetter_methods,
    .doc = "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = "
           "attrgetter('name'), the call f(r) returns r.name.\n"
           "After g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = "
           "attrgetter('name.first', 'name.last'), the call h(r) "
           "returns\n(r.name.first, r.name.last).",
};

// ---- methodcaller

struct MethodCallerObject : Object {
    Value name;      // interned str
    Value arguments; // tuple: positional values, then keyword values
    Value keywords;  // tuple of keyword names, or unbound
    auto owned() noexcept { return std::tie(name, arguments, keywords); }
};

static Result<Owned> methodcaller_new(Runtime& rt, Type* type, Args args) {
    if (positional_count(args) < 1)
        return raise(rt, TypeId::TypeError, "methodcaller needs at least one argument, the method name");
    if (!is_str_or_subclass(rt, args[0])) return raise(rt, TypeId::TypeError, "method name must be a string");
    auto name = rt.intern(*static_cast<StrObject*>(args[0].object()));
    auto arguments = make_tuple_sharing(rt, args.values + 1, args.size() - 1);
    auto self = make_owned<MethodCallerObject>(rt, *type);
    set_field(self->name, name);
    set_field(self->arguments, arguments);
    if (args.names) set_field(self->keywords, args.names);
    return Owned(std::move(self));
}

static Result<Owned> methodcaller_call(Runtime& rt, Value value, Args args) {
    TRY(check_one_argument(rt, "methodcaller", args));
    auto& self = self_as<MethodCallerObject>(value);
    Owned name = Owned::share(self.name), arguments = Owned::share(self.arguments),
          keywords = Owned::share(self.keywords);
    Owned method = TRY(get_attribute(rt, args[0], *static_cast<StrObject*>(name.get().object())));
    const TupleObject& given = tuple_in(arguments);
    boost::container::small_vector<Value, 8> values(given.items(), given.items() + given.size);
    return call(rt, method,
                Args{values.data(), static_cast<std::uint32_t>(values.size()),
                     keywords.is_unbound() ? nullptr : &tuple_in(keywords)});
}

// The keyword arguments as a dict; the positional ones as a tuple.
struct SplitArguments {
    Ref<TupleObject> positional;
    Ref<DictObject> keywords;
};

static SplitArguments split_arguments(Runtime& rt, const MethodCallerObject& self) {
    const TupleObject& arguments = tuple_in(self.arguments);
    const std::int64_t keyword_total = self.keywords.is_unbound() ? 0 : tuple_in(self.keywords).size;
    const std::int64_t positional = arguments.size - keyword_total;
    auto keywords = make_dict(rt);
    for (std::int64_t i = 0; i < keyword_total; ++i)
        dict_set_str(rt, *keywords, *static_cast<StrObject*>(tuple_in(self.keywords)[i].object()),
                     Owned::share(arguments[positional + i]));
    return {make_tuple_sharing(rt, arguments.items(), positional), std::move(keywords)};
}

static Result<Owned> methodcaller_repr(Runtime& rt, Value value) {
    auto& self = self_as<MethodCallerObject>(value);
    SplitArguments split = split_arguments(rt, self);
    auto all = make_tuple(rt, split.positional->size + 1);
    all->items()[0] = Owned::share(self.name).release();
    for (std::int64_t i = 1; i < all->size; ++i) all->items()[i] = Owned::share((*split.positional)[i - 1]).release();
    return repr_with(rt, value, *all, split.keywords.get());
}

static Result<Owned> methodcaller_reduce(Runtime& rt, Args args) {
    auto& self = self_as<MethodCallerObject>(args[0]);
    SplitArguments split = split_arguments(rt, self);
    Value type(&rt.type_of(args[0]));
    auto all = make_tuple(rt, split.positional->size + 1);
    all->items()[0] = Owned::share(self.name).release();
    for (std::int64_t i = 1; i < all->size; ++i) all->items()[i] = Owned::share((*split.positional)[i - 1]).release();
    if (split.keywords->used == 0) return Owned(tuple_of(rt, type, all));
    // With keywords, only a partial can make it again.
    auto name = rt.intern("functools");
    Owned functools = TRY(rt.import_module(*name));
    auto partial_name = rt.intern("partial");
    Owned partial = TRY(get_attribute(rt, functools, *partial_name));
    std::vector<Value> values{type, self.name};
    std::uint32_t position = 0;
    Value key, item;
    auto names = make_tuple(rt, split.keywords->used);
    std::int64_t n = 0;
    while (dict_next(*split.keywords, position, key, item)) {
        names->items()[n++] = Owned::share(key).release();
        values.push_back(item);
    }
    Owned constructor =
        TRY(call(rt, partial, Args{values.data(), static_cast<std::uint32_t>(values.size()), names.get()}));
    return Owned(tuple_of(rt, constructor, split.positional));
}

static const NativeDef methodcaller_methods[] = {
    {"__reduce__", native<methodcaller_reduce>, 0, 0, nullptr, "Return state information for pickling"},
    {},
};

const TypeSpec methodcaller_spec = {
    .name = "methodcaller",
    .module = "operator",
    .base = TypeId::object,
    .size = sizeof(MethodCallerObject),
    .flags = type_has_gc,
    .slots = {.dealloc = dealloc_owned<MethodCallerObject>,
              .traverse = traverse_owned<MethodCallerObject>,
              .clear = clear_owned<MethodCallerObject>,
              .new_ = methodcaller_new,
              .repr = methodcaller_repr,
              .call = methodcaller_call},
    .methods = methodcaller_methods,
    .doc = "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the "
           "call f(r) returns r.name().\n"
           "After g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
};

} // namespace mp::operator_module
