#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/lazy_iterators.h"
#include "objects/types/natives.h"
#include "objects/types/reused_tuple.h"
#include "objects/types/str.h"

namespace mp {

static ZipObject& self_of(Value value) noexcept { return *static_cast<ZipObject*>(value.object()); }

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    const std::uint32_t count = positional_count(args);
    bool strict = false;
    for (std::uint32_t i = 0; i < keyword_count(args); ++i) {
        auto& name = *static_cast<StrObject*>((*args.names)[i].object());
        if (!str_equals(name, "strict"))
            return raise(rt, TypeId::TypeError, "zip() got an unexpected keyword argument '%.200s'",
                         to_utf8(name).c_str());
        strict = TRY(truth(rt, args[count + i]));
    }
    auto iterators = make_tuple(rt, count);
    for (std::uint32_t i = 0; i < count; ++i) iterators->items()[i] = TRY(iterate(rt, args[i])).release();
    auto* self = static_cast<ZipObject*>(rt.make_instance(*type));
    self->iterators = iterators.release();
    self->result = nullptr;
    self->strict = strict;
    return Owned::adopt(self);
}

static void clear(Runtime&, Object* object) {
    auto& self = *static_cast<ZipObject*>(object);
    if (TupleObject* iterators = std::exchange(self.iterators, nullptr)) release(iterators);
    if (TupleObject* result = std::exchange(self.result, nullptr)) release(result);
}

static void dealloc(Runtime& rt, Object* object) {
    clear(rt, object);
    rt.free_object(object, sizeof(ZipObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    auto& self = *static_cast<ZipObject*>(object);
    if (self.iterators) visit(self.iterators, context);
    if (self.result) visit(self.result, context);
}

// The end of a strict zip: iterator `position` is exhausted, and the others must be too.
static Result<Owned> check_ends(Runtime& rt, TupleObject& iterators, std::int64_t position) {
    const auto differs = [&](std::int64_t i, const char* how) {
        return raise(rt, TypeId::ValueError, "zip() argument %lld is %s than argument%s%lld",
                     static_cast<long long>(i + 1), how, i == 1 ? " " : "s 1-", static_cast<long long>(i));
    };
    if (position != 0) return differs(position, "shorter");
    for (std::int64_t i = 1; i < iterators.size; ++i) {
        Owned item = TRY(next(rt, iterators[i]));
        if (!item.is_exhausted()) return differs(i, "longer");
    }
    return Owned::adopt(Value::exhausted());
}

static Result<Owned> iternext(Runtime& rt, Value value) {
    ZipObject& self = self_of(value);
    if (!self.iterators || self.iterators->size == 0) return Owned::adopt(Value::exhausted());
    auto iterators = Ref<TupleObject>::share(self.iterators);
    const std::int64_t count = iterators->size;
    auto result = reused_tuple(rt, self.result, count);
    for (std::int64_t i = 0; i < count; ++i) {
        Owned item = TRY(next(rt, (*iterators)[i]));
        if (item.is_exhausted()) {
            if (self.strict) return check_ends(rt, *iterators, i);
            return item;
        }
        replace(result->items()[i], std::move(item));
    }
    return Owned(std::move(result));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    ZipObject& self = self_of(args[0]);
    Value type(&rt.type_of(args[0])), iterators = self.iterators ? Value(self.iterators) : Value(rt.empty_tuple);
    if (self.strict) return Owned(tuple_of(rt, type, iterators, Value::true_()));
    return Owned(tuple_of(rt, type, iterators));
}

static Result<void> method_setstate(Runtime& rt, Args args) {
    const bool strict = TRY(truth(rt, args[1]));
    self_of(args[0]).strict = strict;
    return ok;
}

static const NativeDef methods[] = {
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<method_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec zip_spec = {
    .name = "zip",
    .base = TypeId::object,
    .size = sizeof(ZipObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .iter = return_self,
              .iternext = iternext},
    .methods = methods,
    .doc =
        "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to "
        "zip().  The i-th element in every tuple\n"
        "comes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\n"
        "If strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n"
        "   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
};

} // namespace mp
