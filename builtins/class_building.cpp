// __build_class__: bases, metaclass, namespace, body, class (language reference 3.3.3.1 to 3.3.3.6).
#include <vector>

#include "builtins/builtins_module.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/class_layout.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/cell.h"
#include "objects/types/dict.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

bool is_type(Runtime& rt, Value value) noexcept { return is_subtype(&rt.type_of(value), &rt.type(TypeId::type)); }

// The bases with those that are no types replaced by what their __mro_entries__ gives (PEP 560).
Result<Ref<TupleObject>> resolve_bases(Runtime& rt, Ref<TupleObject> original) {
    std::vector<Owned> resolved;
    bool changed = false;
    for (std::int64_t i = 0; i < original->size; ++i) {
        const Value base = (*original)[i];
        Owned entries_of =
            is_type(rt, base) ? Owned() : TRY(get_optional_attribute(rt, base, *rt.names().dunder_mro_entries));
        if (entries_of.is_unbound()) {
            resolved.push_back(Owned::share(base));
            continue;
        }
        Owned entries = TRY(call(rt, entries_of, original));
        if (!is_tuple_or_subclass(rt, entries))
            return raise(rt, TypeId::TypeError, "__mro_entries__ must return a tuple");
        changed = true;
        auto& tuple = *static_cast<TupleObject*>(entries.get().object());
        for (std::int64_t k = 0; k < tuple.size; ++k) resolved.push_back(Owned::share(tuple[k]));
    }
    if (!changed) return original;
    Ref<TupleObject> result = make_tuple(rt, static_cast<std::int64_t>(resolved.size()));
    for (std::size_t i = 0; i < resolved.size(); ++i) result->items()[i] = resolved[i].release();
    return result;
}

// The keywords of the class statement, `metaclass` taken out.
struct Keywords {
    std::vector<Value> values; // borrowed from the call
    OptRef<TupleObject> names;
    Value metaclass;
};

Keywords split_keywords(Runtime& rt, Args args) {
    Keywords keywords;
    const std::uint32_t count = keyword_count(args);
    if (count == 0) return keywords;
    std::vector<Value> names;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Value name = (*args.names)[i];
        const Value value = args[args.count - count + i];
        if (str_equals(*static_cast<StrObject*>(name.object()), "metaclass")) {
            keywords.metaclass = value;
            continue;
        }
        names.push_back(name);
        keywords.values.push_back(value);
    }
    if (!names.empty()) keywords.names = make_tuple_sharing(rt, names.data(), static_cast<std::int64_t>(names.size()));
    return keywords;
}

Result<Owned> call_with(Runtime& rt, Value callee, std::initializer_list<Value> positional, const Keywords& keywords) {
    std::vector<Value> values(positional);
    values.insert(values.end(), keywords.values.begin(), keywords.values.end());
    return call(rt, callee, Args{values.data(), static_cast<std::uint32_t>(values.size()), keywords.names.get()});
}

Result<void> check_class_cell(Runtime& rt, Value cell, Value cls, Value name) {
    const Value content = static_cast<CellObject*>(cell.object())->content;
    if (content.is(cls)) return ok;
    const std::string shown_name = to_utf8(*TRY(repr(rt, name)));
    const std::string shown_class = to_utf8(*TRY(repr(rt, cls)));
    if (content.is_unbound())
        return raise(rt, TypeId::RuntimeError,
                     "__class__ not set defining %.200s as %.200s. Was __classcell__ propagated to type.__new__?",
                     shown_name.c_str(), shown_class.c_str());
    const std::string shown_content = to_utf8(*TRY(repr(rt, content)));
    return raise(rt, TypeId::TypeError, "__class__ set to %.200s defining %.200s as %.200s", shown_content.c_str(),
                 shown_name.c_str(), shown_class.c_str());
}

} // namespace

Result<Owned> build_class(Runtime& rt, Args args) {
    const std::uint32_t positional = positional_count(args);
    if (positional < 2) return raise(rt, TypeId::TypeError, "__build_class__: not enough arguments");
    if (!is_function(args[0])) return raise(rt, TypeId::TypeError, "__build_class__: func must be a function");
    if (!is_str_or_subclass(rt, args[1])) return raise(rt, TypeId::TypeError, "__build_class__: name is not a string");
    Ref<FunctionObject> body = Ref<FunctionObject>::share(&as_function(args[0]));
    const Value name = args[1];
    Ref<TupleObject> original_bases = make_tuple_sharing(rt, args.values + 2, positional - 2);
    Ref<TupleObject> bases = TRY(resolve_bases(rt, original_bases));
    const Keywords keywords = split_keywords(rt, args);

    Owned metaclass = Owned::share(keywords.metaclass);
    bool is_class = true;
    if (metaclass.is_unbound())
        metaclass = Owned::share(Value(bases->size > 0 ? &rt.type_of((*bases)[0]) : &rt.type(TypeId::type)));
    else
        is_class = is_type(rt, metaclass);
    if (is_class)
        metaclass =
            Owned::share(Value(TRY(winning_metatype(rt, *static_cast<Type*>(metaclass.get().object()), *bases))));

    Owned name_space;
    if (metaclass.get().is(Value(&rt.type(TypeId::type)))) {
        name_space = make_dict(rt);
    } else {
        Owned prepare = TRY(get_optional_attribute(rt, metaclass, *rt.names().dunder_prepare));
        name_space = prepare.is_unbound() ? Owned(make_dict(rt)) : TRY(call_with(rt, prepare, {name, bases}, keywords));
        if (!rt.type_of(name_space).slots.get_item)
            return raise(rt, TypeId::TypeError, "%.200s.__prepare__() must return a mapping, not %.200s",
                         is_class ? static_cast<Type*>(metaclass.get().object())->name.c_str() : "<metaclass>",
                         type_name(rt, name_space));
    }

    Owned cell = TRY(vm_of(rt).run_code(*body->code, *body->globals, name_space, body->closure));
    if (bases.get() != original_bases.get())
        TRY(set_item(rt, name_space, rt.names().dunder_orig_bases, original_bases));
    Owned cls = TRY(call_with(rt, metaclass, {name, bases, name_space}, keywords));
    if (is_type(rt, cls) && cell.get().is_object() && cell.get().object()->layout == Layout::cell)
        TRY(check_class_cell(rt, cell, cls, name));
    return cls;
}

} // namespace mp
