#include "objects/types/struct_sequence.h"

#include "objects/core/raise.h"
#include "objects/core/repr_guard.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

const GetSetDef* fields_of(const Type& type) noexcept { return type.spec->getsets; }

std::int64_t field_count(const Type& type) noexcept {
    std::int64_t count = 0;
    for (const GetSetDef* field = fields_of(type); field->name; ++field) ++count;
    return count;
}

// An object whose fields are all unbound.
Ref<TupleObject> make_empty(Runtime& rt, Type& type, std::int64_t visible) {
    const std::int64_t count = field_count(type);
    auto* tuple = static_cast<TupleObject*>(rt.make_instance(type, static_cast<std::size_t>(count) * sizeof(Value)));
    tuple->size = visible;
    tuple->cached_hash = -1;
    for (std::int64_t i = 0; i < count; ++i) tuple->items()[i] = Value::unbound();
    return Ref<TupleObject>::adopt(tuple);
}

Result<Owned> reduce(Runtime& rt, Args args) {
    auto& self = *static_cast<TupleObject*>(args[0].object());
    Type& type = *self.type();
    Ref<TupleObject> visible = make_tuple_sharing(rt, self.items(), self.size);
    Ref<DictObject> hidden = make_dict(rt);
    for (std::int64_t i = self.size; i < field_count(type); ++i)
        dict_set_text(rt, *hidden, fields_of(type)[i].name, Owned::share(self[i]));
    Ref<TupleObject> arguments = tuple_of(rt, visible, hidden);
    return Owned(tuple_of(rt, Value(&type), arguments));
}

Result<Owned> replace_fields(Runtime& rt, Args args) {
    auto& self = *static_cast<TupleObject*>(args[0].object());
    Type& type = *self.type();
    const std::int64_t names = args.names ? args.names->size : 0;
    const std::uint32_t positional = args.count - static_cast<std::uint32_t>(names);
    if (positional > 1)
        return raise(rt, TypeId::TypeError, "__replace__() takes no positional arguments (%u given)", positional - 1);
    const std::int64_t count = field_count(type);
    Ref<TupleObject> result = make_empty(rt, type, self.size);
    for (std::int64_t i = 0; i < count; ++i) result->items()[i] = Owned::share(self[i]).release();
    for (std::int64_t k = 0; k < names; ++k) {
        const auto& name = *static_cast<StrObject*>((*args.names)[k].object());
        std::int64_t at = 0;
        while (at < count && !str_equals(name, fields_of(type)[at].name)) ++at;
        if (at == count)
            return raise(rt, TypeId::TypeError, "Got unexpected field name(s): ['%s']", to_utf8(name).c_str());
        replace(result->items()[at], Owned::share(args[positional + static_cast<std::uint32_t>(k)]));
    }
    return Owned(std::move(result));
}

} // namespace

const NativeDef struct_sequence_methods[] = {
    {"__reduce__", native<reduce>, 0, 0},
    {"__replace__", native<replace_fields>, 0, -1, nullptr,
     "Return a copy of the structure with new values for the specified fields.", takes_keywords},
    {},
};

Ref<TupleObject> make_struct_sequence(Runtime& rt, TypeId type, const Value* fields, std::int64_t visible) {
    return make_struct_sequence(rt, rt.type(type), fields, visible);
}

Ref<TupleObject> make_struct_sequence(Runtime& rt, Type& type, const Value* fields, std::int64_t visible) {
    Ref<TupleObject> result = make_empty(rt, type, visible);
    const std::int64_t count = field_count(type);
    for (std::int64_t i = 0; i < count; ++i) result->items()[i] = Owned::share(fields[i]).release();
    return result;
}

Result<Owned> new_struct_sequence(Runtime& rt, Type* type, Args args, std::int64_t visible) {
    static const NativeDef definition = {"structseq", nullptr, 1, 2, "sequence, dict={}"};
    Value given[2];
    TRY(bind_arguments(rt, definition, args, given));
    const std::int64_t count = field_count(*type);
    const std::string name = type->name;
    Result<Ref<TupleObject>> converted = tuple_from(rt, given[0]);
    if (converted.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
        return raise(rt, TypeId::TypeError, "constructor requires a sequence");
    }
    Ref<TupleObject> items = converted.take();
    DictObject* more = nullptr;
    if (!given[1].is_unbound()) {
        if (!is_dict(given[1]))
            return raise(rt, TypeId::TypeError, "%s() takes a dict as second arg, if any", name.c_str());
        more = static_cast<DictObject*>(given[1].object());
    }
    auto wrong = [&](const char* kind, std::int64_t wanted) -> Raised {
        return raise(rt, TypeId::TypeError, "%s() takes %s %lld-sequence (%lld-sequence given)", name.c_str(), kind,
                     static_cast<long long>(wanted), static_cast<long long>(items->size));
    };
    if (items->size < visible) return count == visible ? wrong("a", visible) : wrong("an at least", visible);
    if (items->size > count) return count == visible ? wrong("a", visible) : wrong("an at most", count);
    Ref<TupleObject> result = make_empty(rt, *type, visible);
    for (std::int64_t i = 0; i < count; ++i) {
        Value value = Value::none();
        if (i < items->size) {
            value = (*items)[i];
        } else if (more) {
            const Value found = dict_get_text(rt, *more, fields_of(*type)[i].name);
            if (!found.is_unbound()) value = found;
        }
        result->items()[i] = Owned::share(value).release();
    }
    return Owned(std::move(result));
}

Result<Owned> struct_sequence_repr(Runtime& rt, Value self) {
    ReprScope guard(rt, self);
    if (guard.raised()) return raised;
    auto& tuple = *static_cast<TupleObject*>(self.object());
    const Type& type = *tuple.type();
    StrBuilder out(rt);
    out.append(type.name);
    out.append(U'(');
    for (std::int64_t i = 0; i < tuple.size; ++i) {
        if (i > 0) out.append(", ");
        out.append(fields_of(type)[i].name);
        out.append(U'=');
        out.append(*TRY(repr(rt, tuple[i])));
    }
    out.append(U')');
    return Owned(out.finish());
}

void struct_sequence_dealloc(Runtime& rt, Object* object) {
    auto* tuple = static_cast<TupleObject*>(object);
    const std::int64_t count = field_count(*object->type());
    for (std::int64_t i = count; i-- > 0;) replace(tuple->items()[i], Owned());
    rt.free_object(object, sizeof(TupleObject) + static_cast<std::size_t>(count) * sizeof(Value));
}

void struct_sequence_traverse(Object* object, Visitor visit, void* context) {
    const auto* tuple = static_cast<const TupleObject*>(object);
    const std::int64_t count = field_count(*object->type());
    for (std::int64_t i = 0; i < count; ++i)
        if (tuple->items()[i].is_object()) visit(tuple->items()[i].object(), context);
}

Result<void> fill_struct_sequence_type(Runtime& rt, Type& type, std::int64_t visible) {
    auto set = [&](const char* name, Owned value) { dict_set_text(rt, *type.dict, name, std::move(value)); };
    set("n_fields", make_int(rt, field_count(type)));
    set("n_sequence_fields", make_int(rt, visible));
    set("n_unnamed_fields", make_int(rt, 0));
    Ref<TupleObject> names = make_tuple(rt, visible);
    for (std::int64_t i = 0; i < visible; ++i) names->items()[i] = Owned(rt.intern(fields_of(type)[i].name)).release();
    set("__match_args__", std::move(names));
    return ok;
}

} // namespace mp
