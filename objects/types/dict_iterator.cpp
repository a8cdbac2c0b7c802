#include "objects/types/dict_iterator.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"

namespace mp {

static DictIterator& self_of(Value value) noexcept { return *static_cast<DictIterator*>(value.object()); }

static Ref<DictIterator> make(Runtime& rt, DictObject& dict, TypeId id, DictIteratorKind kind) {
    auto* iterator = rt.make<DictIterator>(id);
    iterator->aux = static_cast<std::uint16_t>(kind);
    retain(&dict);
    iterator->dict = &dict;
    iterator->position = 0;
    iterator->expected_used = iterator->remaining = dict.used;
    iterator->changed = false;
    return Ref<DictIterator>::adopt(iterator);
}

Ref<DictIterator> make_dict_iterator(Runtime& rt, DictObject& dict, DictIteratorKind kind) {
    constexpr TypeId ids[] = {TypeId::dict_key_iterator, TypeId::dict_value_iterator, TypeId::dict_item_iterator};
    return make(rt, dict, ids[static_cast<int>(kind)], kind);
}

Ref<DictIterator> make_dict_reverse_iterator(Runtime& rt, DictObject& dict, DictIteratorKind kind) {
    constexpr TypeId ids[] = {TypeId::dict_reverse_key_iterator, TypeId::dict_reverse_value_iterator,
                              TypeId::dict_reverse_item_iterator};
    auto iterator = make(rt, dict, ids[static_cast<int>(kind)], kind);
    iterator->position = dict.fill;
    return iterator;
}

static void drop_dict(DictIterator& iterator) noexcept {
    if (DictObject* dict = std::exchange(iterator.dict, nullptr)) release(dict);
}

template <bool Forward>
static Result<bool> step(Runtime& rt, DictIterator& iterator, Value& key, Value& value) {
    DictObject* dict = iterator.dict;
    if (!dict) return false;
    if (iterator.changed || dict->used != iterator.expected_used) {
        iterator.changed = true;
        return raise(rt, TypeId::RuntimeError, "dictionary changed size during iteration");
    }
    const bool more =
        Forward ? dict_next(*dict, iterator.position, key, value) : dict_previous(*dict, iterator.position, key, value);
    if (!more) {
        drop_dict(iterator);
        return false;
    }
    if (Forward && iterator.remaining == 0) {
        drop_dict(iterator);
        return raise(rt, TypeId::RuntimeError, "dictionary keys changed during iteration");
    }
    --iterator.remaining;
    return true;
}

Result<bool> dict_iterator_step(Runtime& rt, DictIterator& iterator, Value& key, Value& value) {
    return step<true>(rt, iterator, key, value);
}

// ---- slots

static void dealloc(Runtime& rt, Object* object) {
    drop_dict(*static_cast<DictIterator*>(object));
    rt.free_object(object, sizeof(DictIterator));
}

static void traverse(Object* object, Visitor visit, void* context) {
    if (auto* dict = static_cast<DictIterator*>(object)->dict) visit(dict, context);
}

static void clear(Runtime&, Object* object) { drop_dict(*static_cast<DictIterator*>(object)); }

template <bool Forward>
static Result<Owned> iternext(Runtime& rt, Value self) {
    DictIterator& iterator = self_of(self);
    Value key, value;
    if (!TRY(step<Forward>(rt, iterator, key, value))) return Owned::adopt(Value::exhausted());
    switch (iterator.kind()) {
    case DictIteratorKind::keys: return Owned::share(key);
    case DictIteratorKind::values: return Owned::share(value);
    default: return Owned(tuple_of(rt, key, value));
    }
}

static Result<Owned> method_length_hint(Runtime&, Args args) {
    const DictIterator& self = self_of(args[0]);
    const bool valid = self.dict && !self.changed && self.dict->used == self.expected_used;
    return Owned::adopt(Value::from_int(valid ? self.remaining : 0));
}

// (iter, ([what is left],)); the iterator itself stays where it is.
template <bool Forward>
static Result<Owned> method_reduce(Runtime& rt, Args args) {
    DictIterator& self = self_of(args[0]);
    auto left = make_list(rt);
    if (self.dict) {
        auto copy = Forward ? make_dict_iterator(rt, *self.dict, self.kind())
                            : make_dict_reverse_iterator(rt, *self.dict, self.kind());
        copy->position = self.position;
        copy->expected_used = self.expected_used;
        copy->remaining = self.remaining;
        copy->changed = self.changed;
        for (;;) {
            Owned item = TRY(iternext<Forward>(rt, copy));
            if (item.is_exhausted()) break;
            list_append(rt, *left, std::move(item));
        }
    }
    auto arguments = tuple_of(rt, left);
    return Owned(tuple_of(rt, dict_get_text(rt, *rt.builtins_dict, "iter"), arguments));
}

template <bool Forward>
static const NativeDef methods[] = {
    {"__length_hint__", native<method_length_hint>, 0, 0, nullptr,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", native<method_reduce<Forward>>, 0, 0, nullptr, "Return state information for pickling."},
    {},
};

template <bool Forward>
static constexpr TypeSpec make_spec(const char* name) {
    return {
        .name = name,
        .base = TypeId::object,
        .layout = Forward ? Layout::dict_iterator : Layout::other,
        .size = sizeof(DictIterator),
        .flags = type_has_gc | type_no_new,
        .slots = {.dealloc = dealloc,
                  .traverse = traverse,
                  .clear = clear,
                  .iter = return_self,
                  .iternext = iternext<Forward>},
        .methods = methods<Forward>,
    };
}

const TypeSpec dict_key_iterator_spec = make_spec<true>("dict_keyiterator");
const TypeSpec dict_value_iterator_spec = make_spec<true>("dict_valueiterator");
const TypeSpec dict_item_iterator_spec = make_spec<true>("dict_itemiterator");
const TypeSpec dict_reverse_key_iterator_spec = make_spec<false>("dict_reversekeyiterator");
const TypeSpec dict_reverse_value_iterator_spec = make_spec<false>("dict_reversevalueiterator");
const TypeSpec dict_reverse_item_iterator_spec = make_spec<false>("dict_reverseitemiterator");

} // namespace mp
