#include "objects/types/set_iterator.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/set.h"

namespace mp {

static SetIterator& self_of(Value value) noexcept { return *static_cast<SetIterator*>(value.object()); }

Ref<SetIterator> make_set_iterator(Runtime& rt, SetObject& set) {
    auto* iterator = rt.make<SetIterator>(TypeId::set_iterator);
    retain(&set);
    iterator->set = &set;
    iterator->position = 0;
    iterator->expected_used = iterator->remaining = set.used;
    return Ref<SetIterator>::adopt(iterator);
}

static void drop_set(SetIterator& iterator) noexcept {
    if (SetObject* set = std::exchange(iterator.set, nullptr)) release(set);
}

static void dealloc(Runtime& rt, Object* object) {
    drop_set(*static_cast<SetIterator*>(object));
    rt.free_object(object, sizeof(SetIterator));
}

static void traverse(Object* object, Visitor visit, void* context) {
    if (auto* set = static_cast<SetIterator*>(object)->set) visit(set, context);
}

static void clear(Runtime&, Object* object) { drop_set(*static_cast<SetIterator*>(object)); }

static Result<Owned> iternext(Runtime& rt, Value self) {
    SetIterator& iterator = self_of(self);
    if (!iterator.set) return Owned::adopt(Value::exhausted());
    if (iterator.set->used != iterator.expected_used) {
        iterator.expected_used = -1; // for good
        return raise(rt, TypeId::RuntimeError, "Set changed size during iteration");
    }
    Value item;
    std::int64_t hash;
    if (!set_next(*iterator.set, iterator.position, item, hash)) {
        drop_set(iterator);
        return Owned::adopt(Value::exhausted());
    }
    --iterator.remaining;
    return Owned::share(item);
}

static Result<Owned> method_length_hint(Runtime&, Args args) {
    const SetIterator& self = self_of(args[0]);
    const bool valid = self.set && self.set->used == self.expected_used;
    return Owned::adopt(Value::from_int(valid ? self.remaining : 0));
}

// (iter, ([what is left],)); the iterator itself stays where it is.
static Result<Owned> method_reduce(Runtime& rt, Args args) {
    SetIterator& self = self_of(args[0]);
    auto left = make_list(rt);
    if (self.set) {
        std::int64_t position = self.position, hash;
        Value item;
        while (set_next(*self.set, position, item, hash)) list_append(rt, *left, Owned::share(item));
    }
    auto arguments = tuple_of(rt, left);
    return Owned(tuple_of(rt, dict_get_text(rt, *rt.builtins_dict, "iter"), arguments));
}

static const NativeDef methods[] = {
    {"__length_hint__", native<method_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<method_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

const TypeSpec set_iterator_spec = {
    .name = "set_iterator",
    .base = TypeId::object,
    .size = sizeof(SetIterator),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc, .traverse = traverse, .clear = clear, .iter = return_self, .iternext = iternext},
    .methods = methods,
};

} // namespace mp
