#include <boost/container/small_vector.hpp>

#include "builtins/functools/functools.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/core/shape.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp::functools {

struct PartialObject : Object {
    Value function;
    Value arguments; // tuple
    Value keywords;  // dict
    auto owned() noexcept { return std::tie(function, arguments, keywords); }
    TupleObject& positional() const noexcept { return *static_cast<TupleObject*>(arguments.object()); }
    DictObject& named() const noexcept { return *static_cast<DictObject*>(keywords.object()); }
};

static bool is_partial(Value value) noexcept {
    return value.is_object() && value.object()->type()->native_base == &partial_spec;
}

static Result<Owned> partial_new(Runtime& rt, Type* type, Args args) {
    const std::uint32_t given = positional_count(args);
    if (given < 1) return raise(rt, TypeId::TypeError, "type 'partial' takes at least one argument");
    if (!is_callable(rt, args[0])) return raise(rt, TypeId::TypeError, "the first argument must be callable");
    Owned function = Owned::share(args[0]);
    auto keywords = make_dict(rt);
    OptRef<TupleObject> inherited;
    // A partial of a partial is one of what that wraps.
    if (is_partial(function)) {
        auto& inner = self_as<PartialObject>(function);
        if (!has_attribute_storage(inner) || instance_dict(inner)->used == 0) {
            inherited = OptRef<TupleObject>::share(&inner.positional());
            keywords = dict_copy(rt, inner.named());
            function = Owned::share(inner.function);
        }
    }
    const std::int64_t before = inherited ? inherited->size : 0;
    auto arguments = make_tuple(rt, before + given - 1);
    for (std::int64_t i = 0; i < before; ++i) arguments->items()[i] = Owned::share((*inherited)[i]).release();
    for (std::uint32_t i = 1; i < given; ++i) arguments->items()[before + i - 1] = Owned::share(args[i]).release();
    for (std::uint32_t i = 0; i < keyword_count(args); ++i)
        dict_set_str(rt, *keywords, *static_cast<StrObject*>((*args.names)[i].object()), Owned::share(args[given + i]));
    auto self = make_owned<PartialObject>(rt, *type);
    set_field(self->function, function);
    set_field(self->arguments, arguments);
    set_field(self->keywords, keywords);
    return Owned(std::move(self));
}

static Result<Owned> partial_call(Runtime& rt, Value value, Args args) {
    auto& self = self_as<PartialObject>(value);
    if (self.function.is_unbound()) return raise(rt, TypeId::TypeError, "the first argument must be callable");
    Owned function = Owned::share(self.function), kept_arguments = Owned::share(self.arguments),
          kept_keywords = Owned::share(self.keywords);
    NativeScope scope(rt);
    if (!scope) return raised;
    TupleObject& bound = *static_cast<TupleObject*>(kept_arguments.get().object());
    DictObject& named = *static_cast<DictObject*>(kept_keywords.get().object());
    boost::container::small_vector<Value, 12> values(bound.items(), bound.items() + bound.size);
    if (named.used == 0) {
        values.insert(values.end(), args.values, args.values + args.count);
        return call(rt, function, Args{values.data(), static_cast<std::uint32_t>(values.size()), args.names});
    }
    // Keywords of the call win over ours; ours keep their place.
    const std::uint32_t positional = positional_count(args);
    values.insert(values.end(), args.values, args.values + positional);
    auto merged = dict_copy(rt, named);
    for (std::uint32_t i = 0; i < keyword_count(args); ++i)
        dict_set_str(rt, *merged, *static_cast<StrObject*>((*args.names)[i].object()),
                     Owned::share(args[positional + i]));
    auto names = make_tuple(rt, merged->used);
    std::uint32_t position = 0;
    std::int64_t n = 0;
    Value key, item;
    while (dict_next(*merged, position, key, item)) {
        if (!is_str_or_subclass(rt, key)) return raise(rt, TypeId::TypeError, "keywords must be strings");
        names->items()[n++] = Owned::share(key).release();
        values.push_back(item);
    }
    return call(rt, function, Args{values.data(), static_cast<std::uint32_t>(values.size()), names.get()});
}

static Result<Owned> partial_repr(Runtime& rt, Value value) {
    auto& self = self_as<PartialObject>(value);
    ReprScope guard(rt, value);
    if (guard.raised()) return raised;
    if (guard.seen()) return Owned(make_str(rt, "..."));
    Owned function = Owned::share(self.function), arguments = Owned::share(self.arguments),
          keywords = Owned::share(self.keywords);
    Type& type = rt.type_of(value);
    StrBuilder text(rt);
    if (type.spec) {
        text.append(type.name);
    } else {
        Owned module = TRY(get_attribute(rt, &type, *rt.names().dunder_module));
        auto module_text = TRY(str(rt, module));
        text.append(*module_text);
        text.append(U'.');
        text.append(type.qualified_name);
    }
    text.append(U'(');
    auto function_text = TRY(repr(rt, function));
    text.append(*function_text);
    auto& positional = *static_cast<TupleObject*>(arguments.get().object());
    for (std::int64_t i = 0; i < positional.size; ++i) {
        text.append(", ");
        auto item = TRY(repr(rt, positional[i]));
        text.append(*item);
    }
    std::uint32_t position = 0;
    Value key, item;
    while (dict_next(*static_cast<DictObject*>(keywords.get().object()), position, key, item)) {
        Owned kept = Owned::share(item);
        text.append(", ");
        auto key_text = TRY(str(rt, key));
        text.append(*key_text);
        text.append(U'=');
        auto item_text = TRY(repr(rt, kept));
        text.append(*item_text);
    }
    text.append(U')');
    return Owned(text.finish());
}

static Result<Owned> partial_get(Runtime& rt, Value self, Value instance, Type*) {
    if (!instance.is_unbound() && !instance.is_none())
        TRY(rt.warn(TypeId::FutureWarning, "functools.partial will be a method descriptor in future Python versions; "
                                           "wrap it in staticmethod() if you want "
                                           "to preserve the old behavior"));
    return Owned::share(self);
}

static Result<Owned> partial_reduce(Runtime& rt, Args args) {
    auto& self = self_as<PartialObject>(args[0]);
    Owned attributes = Owned::adopt(Value::none());
    if (has_attribute_storage(self)) attributes = instance_dict(self);
    auto arguments = tuple_of(rt, self.function);
    auto state = tuple_of(rt, self.function, self.arguments, self.keywords, attributes);
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments, state));
}

static Result<void> partial_setstate(Runtime& rt, Args args) {
    auto& self = self_as<PartialObject>(args[0]);
    const auto invalid = [&] { return raise(rt, TypeId::TypeError, "invalid partial state"); };
    if (!is_tuple(args[1])) return invalid();
    auto& state = *static_cast<TupleObject*>(args[1].object());
    if (state.size != 4 || !is_callable(rt, state[0]) || !is_tuple_or_subclass(rt, state[1])) return invalid();
    if (!state[2].is_none() && !is_dict_or_subclass(rt, state[2])) return invalid();
    auto arguments = TRY(tuple_from(rt, state[1]));
    auto keywords = state[2].is_none() ? make_dict(rt) : dict_copy(rt, *static_cast<DictObject*>(state[2].object()));
    replace(self.function, Owned::share(state[0]));
    replace(self.arguments, std::move(arguments));
    replace(self.keywords, std::move(keywords));
    if (is_dict_or_subclass(rt, state[3])) {
        auto attributes = instance_dict(self);
        TRY(dict_update(rt, *attributes, state[3]));
    }
    return ok;
}

static const NativeDef partial_methods[] = {
    {"__reduce__", native<partial_reduce>, 0, 0},
    {"__setstate__", native<partial_setstate>, 1, 1},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

static const GetSetDef partial_getsets[] = {
    {"func", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_as<PartialObject>(self).function); },
     nullptr, "function object to use in future partial calls"},
    {"args", [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_as<PartialObject>(self).arguments); },
     nullptr, "tuple of arguments to future partial calls"},
    {"keywords",
     [](Runtime&, Value self) -> Result<Owned> { return Owned::share(self_as<PartialObject>(self).keywords); }, nullptr,
     "dictionary of keyword arguments to future partial calls"},
    {},
};

const TypeSpec partial_spec = {
    .name = "partial",
    .module = "functools",
    .base = TypeId::object,
    .size = sizeof(PartialObject),
    .flags = type_has_gc | type_is_base | type_has_dict | type_weakrefs,
    .slots = {.dealloc = dealloc_owned<PartialObject>,
              .traverse = traverse_owned<PartialObject>,
              .clear = clear_owned<PartialObject>,
              .new_ = partial_new,
              .repr = partial_repr,
              .call = partial_call,
              .descriptor_get = partial_get},
    .methods = partial_methods,
    .getsets = partial_getsets,
    .doc = "Create a new function with partial application of the given arguments and keywords.",
};

} // namespace mp::functools
