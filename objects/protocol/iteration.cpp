// iter(), next(), and whole iterables at once.
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/iterators.h"
#include "objects/types/list.h"
#include "objects/types/tuple.h"

namespace mp {

Result<Owned> iterate(Runtime& rt, Value iterable) {
    Type& type = rt.type_of(iterable);
    if (type.slots.iter) {
        Owned iterator = TRY(type.slots.iter(rt, iterable));
        if (!rt.type_of(iterator).slots.iternext)
            return raise(rt, TypeId::TypeError, "iter() returned non-iterator of type '%.100s'",
                         type_name(rt, iterator));
        return iterator;
    }
    // The old protocol: __getitem__ from 0 on. Built-in mappings have __iter__ of their own.
    if (type.slots.get_item && !type.has(type_mapping)) return Owned(make_sequence_iterator(rt, iterable));
    return raise(rt, TypeId::TypeError, "'%.200s' object is not iterable", type.name.c_str());
}

Result<Owned> next_failed(Runtime& rt, Value iterator) {
    if (!rt.type_of(iterator).slots.iternext)
        return raise(rt, TypeId::TypeError, "'%.200s' object is not an iterator", type_name(rt, iterator));
    if (!pending_matches(rt, TypeId::StopIteration)) return raised;
    rt.clear_pending();
    return Owned::adopt(Value::exhausted());
}

Value sequence_item(Value sequence, std::int64_t i) noexcept {
    Object* const object = sequence.object();
    switch (object->layout) {
    case Layout::list: {
        const auto& list = *static_cast<ListObject*>(object);
        return i < list.size ? list.items[i] : Value();
    }
    case Layout::tuple: {
        const auto& tuple = *static_cast<TupleObject*>(object);
        return i < tuple.size ? tuple[i] : Value();
    }
    case Layout::bytes: {
        const auto& bytes = *static_cast<BytesObject*>(object);
        return i < bytes.size ? Value::from_int(bytes.data()[i]) : Value();
    }
    default: {
        const auto& array = *static_cast<ByteArrayObject*>(object);
        return i < array.size ? Value::from_int(array.start[i]) : Value();
    }
    }
}

Result<Ref<ListObject>> list_from(Runtime& rt, Value iterable) {
    Ref<ListObject> list = make_list(rt);
    TRY(list_extend(rt, *list, iterable));
    return list;
}

Result<Ref<TupleObject>> tuple_from(Runtime& rt, Value iterable) {
    if (is_tuple(iterable)) return Ref<TupleObject>::share(static_cast<TupleObject*>(iterable.object()));
    Ref<ListObject> list = TRY(list_from(rt, iterable));
    if (list->size == 0) return Ref<TupleObject>::share(static_cast<TupleObject*>(rt.empty_tuple));
    if (list->refcount == 1) { // nobody has seen it: its values move
        Ref<TupleObject> tuple = make_tuple(rt, list->size);
        for (std::int64_t i = 0; i < list->size; ++i) tuple->items()[i] = list->items[i];
        list->size = 0;
        return tuple;
    }
    return make_tuple_sharing(rt, list->items, list->size);
}

} // namespace mp
