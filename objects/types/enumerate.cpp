#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/lazy_iterators.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/reused_tuple.h"
#include "objects/types/str.h"

namespace mp {

static EnumerateObject& self_of(Value value) noexcept { return *static_cast<EnumerateObject*>(value.object()); }

static Result<void> check_keyword(Runtime& rt, const TupleObject& names, std::int64_t i, std::string_view wanted) {
    auto& name = *static_cast<StrObject*>(names[i].object());
    if (str_equals(name, wanted)) return ok;
    return raise(rt, TypeId::TypeError, "'%.200s' is an invalid keyword argument for enumerate()",
                 to_utf8(name).c_str());
}

static Result<Owned> make(Runtime& rt, Type& type, Value iterable, Value start) {
    Owned index_value = Owned::adopt(Value::from_int(0));
    if (!start.is_unbound()) {
        index_value = TRY(index(rt, start));
        if (index_value.get().is_bool()) index_value = Owned::adopt(Value::from_int(index_value.get().is_true()));
    }
    Owned iterator = TRY(iterate(rt, iterable));
    auto* self = static_cast<EnumerateObject*>(rt.make_instance(type));
    self->iterator = iterator.release();
    self->index = index_value.release();
    self->result = nullptr;
    return Owned::adopt(self);
}

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    // (iterable, start=0), as enumerate_vectorcall binds them.
    const std::uint32_t keywords = keyword_count(args), positional = positional_count(args);
    if (args.size() == 2) {
        if (keywords == 1) TRY(check_keyword(rt, *args.names, 0, "start"));
        if (keywords == 2) {
            if (str_equals(*static_cast<StrObject*>((*args.names)[0].object()), "start")) {
                TRY(check_keyword(rt, *args.names, 1, "iterable"));
                return make(rt, *type, args[1], args[0]);
            }
            TRY(check_keyword(rt, *args.names, 0, "iterable"));
            TRY(check_keyword(rt, *args.names, 1, "start"));
        }
        return make(rt, *type, args[0], args[1]);
    }
    if (args.size() == 1) {
        if (keywords == 1) TRY(check_keyword(rt, *args.names, 0, "iterable"));
        return make(rt, *type, args[0], Value::unbound());
    }
    if (positional == 0) return raise(rt, TypeId::TypeError, "enumerate() missing required argument 'iterable'");
    return raise(rt, TypeId::TypeError, "enumerate() takes at most 2 arguments (%u given)", args.size());
}

static void clear(Runtime&, Object* object) {
    auto& self = *static_cast<EnumerateObject*>(object);
    replace(self.iterator, Owned());
    if (TupleObject* result = std::exchange(self.result, nullptr)) release(result);
}

static void dealloc(Runtime& rt, Object* object) {
    clear(rt, object);
    replace(static_cast<EnumerateObject*>(object)->index, Owned());
    rt.free_object(object, sizeof(EnumerateObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    auto& self = *static_cast<EnumerateObject*>(object);
    if (self.iterator.is_object()) visit(self.iterator.object(), context);
    if (self.result) visit(self.result, context);
}

static Result<Owned> iternext(Runtime& rt, Value value) {
    EnumerateObject& self = self_of(value);
    if (self.iterator.is_unbound()) return Owned::adopt(Value::exhausted());
    Owned iterator = Owned::share(self.iterator);
    Owned item = TRY(next(rt, iterator));
    if (item.is_exhausted()) return item;
    Owned number = Owned::share(self.index);
    const bool small = number.get().is_int() && number.get().as_int() < Value::int_max;
    Owned following =
        small ? Owned::adopt(Value::from_int(number.get().as_int() + 1)) : TRY(int_add(rt, number, Value::from_int(1)));
    auto result = reused_tuple(rt, self.result, 2);
    replace(self.index, std::move(following));
    replace(result->items()[0], std::move(number));
    replace(result->items()[1], std::move(item));
    return Owned(std::move(result));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    EnumerateObject& self = self_of(args[0]);
    auto arguments = tuple_of(rt, self.iterator, self.index);
    return Owned(tuple_of(rt, Value(&rt.type_of(args[0])), arguments));
}

static const NativeDef methods[] = {
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

const TypeSpec enumerate_spec = {
    .name = "enumerate",
    .base = TypeId::object,
    .size = sizeof(EnumerateObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .iter = return_self,
              .iternext = iternext},
    .methods = methods,
    .doc = "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\n"
           "The enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value "
           "yielded by the iterable argument.\n\n"
           "enumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
};

} // namespace mp
