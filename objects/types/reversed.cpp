#include <algorithm>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/lazy_iterators.h"
#include "objects/types/list.h"
#include "objects/types/list_iterator.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp {

static ReversedObject& self_of(Value value) noexcept { return *static_cast<ReversedObject*>(value.object()); }

Result<Owned> make_reversed(Runtime& rt, Type& type, Value sequence) {
    if (is_list(sequence)) return Owned(make_list_reverse_iterator(rt, *static_cast<ListObject*>(sequence.object())));
    Owned method = TRY(lookup_special(rt, sequence, *rt.names().dunder_reversed));
    if (method.is_none())
        return raise(rt, TypeId::TypeError, "'%.200s' object is not reversible", type_name(rt, sequence));
    if (!method.is_unbound()) return call(rt, method);
    if (!rt.type_of(sequence).slots.get_item || is_dict_or_subclass(rt, sequence))
        return raise(rt, TypeId::TypeError, "'%.200s' object is not reversible", type_name(rt, sequence));
    const std::int64_t size = TRY(length(rt, sequence));
    auto* self = static_cast<ReversedObject*>(rt.make_instance(type));
    self->sequence = Owned::share(sequence).release();
    self->index = size - 1;
    return Owned::adopt(self);
}

static Result<Owned> new_(Runtime& rt, Type* type, Args args) {
    TRY(check_constructor(rt, "reversed", TypeId::reversed, type, args, 1, 1));
    return make_reversed(rt, *type, args[0]);
}

static void clear(Runtime&, Object* object) { replace(static_cast<ReversedObject*>(object)->sequence, Owned()); }

static void dealloc(Runtime& rt, Object* object) {
    clear(rt, object);
    rt.free_object(object, sizeof(ReversedObject));
}

static void traverse(Object* object, Visitor visit, void* context) {
    Value sequence = static_cast<ReversedObject*>(object)->sequence;
    if (sequence.is_object()) visit(sequence.object(), context);
}

static Result<Owned> iternext(Runtime& rt, Value value) {
    ReversedObject& self = self_of(value);
    if (self.index >= 0 && !self.sequence.is_unbound()) {
        Owned sequence = Owned::share(self.sequence);
        const std::int64_t index = self.index;
        auto item = get_item(rt, sequence, Value::from_int(index));
        if (!item.is_raised()) {
            self.index = index - 1;
            return item.take();
        }
        if (!pending_matches(rt, TypeId::IndexError) && !pending_matches(rt, TypeId::StopIteration)) return raised;
        rt.clear_pending();
    }
    self.index = -1;
    replace(self.sequence, Owned());
    return Owned::adopt(Value::exhausted());
}

static Result<Owned> method_length_hint(Runtime& rt, Args args) {
    Owned sequence = Owned::share(self_of(args[0]).sequence);
    if (sequence.is_unbound()) return Owned::adopt(Value::from_int(0));
    const std::int64_t size = TRY(length(rt, sequence));
    const std::int64_t position = self_of(args[0]).index + 1;
    return Owned::adopt(Value::from_int(size < position ? 0 : position));
}

static Result<Owned> method_reduce(Runtime& rt, Args args) {
    ReversedObject& self = self_of(args[0]);
    Value type(&rt.type_of(args[0]));
    if (self.sequence.is_unbound()) {
        auto arguments = tuple_of(rt, Value(rt.empty_tuple));
        return Owned(tuple_of(rt, type, arguments));
    }
    auto arguments = tuple_of(rt, self.sequence);
    return Owned(tuple_of(rt, type, arguments, Value::from_int(self.index)));
}

static Result<void> method_setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    Owned sequence = Owned::share(self_of(args[0]).sequence);
    if (sequence.is_unbound()) return ok;
    const std::int64_t size = TRY(length(rt, sequence));
    self_of(args[0]).index = std::clamp<std::int64_t>(index, -1, size - 1);
    return ok;
}

static const NativeDef methods[] = {
    {"__length_hint__", native<method_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<method_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const TypeSpec reversed_spec = {
    .name = "reversed",
    .base = TypeId::object,
    .size = sizeof(ReversedObject),
    .flags = type_has_gc | type_is_base,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .iter = return_self,
              .iternext = iternext},
    .methods = methods,
    .doc = "Return a reverse iterator over the values of the given sequence.",
};

} // namespace mp
