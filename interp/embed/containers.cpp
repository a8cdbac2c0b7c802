// Python's containers made of C++ ones, and walked for them.
#include "interp/embed/core.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/memoryview.h"
#include "objects/types/set.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy::detail {

Word make_container(Core& core, Container kind, std::size_t size) noexcept {
    return guarded(core, [&]() -> Word {
        mp::Vm& vm = *core.vm;
        const auto count = static_cast<std::int64_t>(size);
        switch (kind) {
        case Container::list: {
            auto list = mp::make_list(vm, count);
            for (std::int64_t i = 0; i < count; ++i) list->items[i] = mp::Value::none();
            list->size = count;
            return mp::Value(list.release()).word();
        }
        case Container::tuple: {
            auto tuple = mp::make_tuple(vm, count);
            for (std::int64_t i = 0; i < count; ++i) tuple->items()[i] = mp::Value::none();
            return mp::Value(tuple.release()).word();
        }
        case Container::set: return mp::Value(mp::make_set(vm).release()).word();
        case Container::frozenset: return word_of(mp::call(vm, mp::Value(&vm.type(mp::TypeId::frozenset))));
        case Container::dict: return mp::Value(mp::make_dict(vm, size).release()).word();
        }
        return raised_word;
    });
}

void put_item(Word container, std::size_t index, Word owned) noexcept {
    mp::Object* object = value_of(container).object();
    mp::Value& place = object->layout == mp::Layout::list ? static_cast<mp::ListObject*>(object)->items[index]
                                                          : static_cast<mp::TupleObject*>(object)->items()[index];
    mp::replace(place, adopt(owned));
}

bool add_item(Core& core, Word set, Word owned) noexcept {
    return guarded(core, [&]() -> Word {
               const mp::Owned item = adopt(owned);
               auto added = mp::set_add(*core.vm, *static_cast<mp::SetObject*>(value_of(set).object()), item);
               return added.is_raised() ? raised_word : none_word;
           }) != raised_word;
}

bool add_entry(Core& core, Word dict, Word owned_key, Word owned_value) noexcept {
    return guarded(core, [&]() -> Word {
               const mp::Owned key = adopt(owned_key), value = adopt(owned_value);
               auto added = mp::dict_set(*core.vm, *static_cast<mp::DictObject*>(value_of(dict).object()), key, value);
               return added.is_raised() ? raised_word : none_word;
           }) != raised_word;
}

// ---- Walk

Walk::~Walk() {
    release(sequence_);
    release(mapping_);
    release(item_);
    release(value_);
}

namespace {

// Iterables that stand for one value rather than for many.
bool is_single(mp::Vm& vm, mp::Value value) {
    return mp::is_str_or_subclass(vm, value) || mp::is_dict_or_subclass(vm, value) ||
           mp::is_subtype(&vm.type_of(value), &vm.type(mp::TypeId::bytes)) ||
           mp::is_subtype(&vm.type_of(value), &vm.type(mp::TypeId::bytearray));
}

bool stands_for(mp::Value value, Container kind) {
    if (!value.is_object()) return false;
    const mp::Layout layout = value.object()->layout;
    switch (kind) {
    case Container::list: return layout == mp::Layout::list;
    case Container::tuple: return layout == mp::Layout::tuple;
    default: return layout == mp::Layout::set || layout == mp::Layout::frozenset;
    }
}

} // namespace

bool Walk::begin(Word container, Container kind, Mode mode) noexcept {
    const mp::Value value = value_of(container);
    mp::Vm& vm = *core_.vm;
    const bool exact = stands_for(value, kind);
    if (!exact && mode == Mode::exact) return false;
    if (stands_for(value, Container::list) || stands_for(value, Container::tuple)) {
        by_index_ = true;
        retain(container);
        sequence_ = container;
        size_ = static_cast<std::size_t>(value.object()->layout == mp::Layout::list
                                             ? static_cast<mp::ListObject*>(value.object())->size
                                             : static_cast<mp::TupleObject*>(value.object())->size);
        return true;
    }
    if (kind == Container::tuple) { // only what has a fixed length may stand for one: subclasses (named tuples)
        if (!mp::is_tuple_or_subclass(vm, value)) return false;
        by_index_ = true;
        retain(container);
        sequence_ = container;
        size_ = static_cast<std::size_t>(static_cast<mp::TupleObject*>(value.object())->size);
        return true;
    }
    if (is_single(vm, value)) return false;
    const Word iterator = guarded(core_, [&]() -> Word {
        if (!exact && !vm.type_of(value).slots.iter &&
            mp::type_lookup(vm.type_of(value), *vm.names().dunder_getitem).is_unbound())
            return unmatched_word;
        return word_of(mp::iterate(vm, value));
    });
    if (iterator == unmatched_word) return false;
    if (iterator == raised_word) {
        raised_ = true;
        return false;
    }
    sequence_ = iterator;
    return true;
}

bool Walk::begin_entries(Word mapping, Mode mode) noexcept {
    const mp::Value value = value_of(mapping);
    mp::Vm& vm = *core_.vm;
    const bool exact = mp::is_dict_or_subclass(vm, value);
    if (!exact && mode == Mode::exact) return false;
    const Word items = guarded(core_, [&]() -> Word {
        // A snapshot: conversions may run code that changes the mapping.
        mp::Ref<mp::DictObject> copy = mp::make_dict(vm);
        if (exact) {
            copy = mp::dict_copy(vm, *static_cast<mp::DictObject*>(value.object()));
        } else {
            auto keys = mp::get_optional_attribute(vm, value, *vm.names().keys);
            if (keys.is_raised()) return raised_word;
            if (keys.take().is_unbound()) return unmatched_word;
            if (mp::dict_update(vm, *copy, value).is_raised()) return raised_word;
        }
        return mp::Value(copy.release()).word();
    });
    if (items == unmatched_word) return false;
    if (items == raised_word) {
        raised_ = true;
        return false;
    }
    mapping_ = items;
    size_ = static_cast<mp::DictObject*>(value_of(items).object())->used;
    return true;
}

bool Walk::next() noexcept {
    const auto set = [](Word& place, Word owned) {
        const Word old = std::exchange(place, owned);
        release(old);
    };
    if (mapping_ != none_word) {
        auto position = static_cast<std::uint32_t>(index_);
        mp::Value key, value;
        if (!mp::dict_next(*static_cast<mp::DictObject*>(value_of(mapping_).object()), position, key, value))
            return false;
        index_ = position;
        mp::retain(key);
        mp::retain(value);
        set(item_, key.word());
        set(value_, value.word());
        return true;
    }
    if (by_index_) {
        mp::Object* object = value_of(sequence_).object();
        const bool list = object->layout == mp::Layout::list;
        const std::int64_t size =
            list ? static_cast<mp::ListObject*>(object)->size : static_cast<mp::TupleObject*>(object)->size;
        if (static_cast<std::int64_t>(index_) >= size) return false;
        const mp::Value item = list ? static_cast<mp::ListObject*>(object)->items[index_]
                                    : static_cast<mp::TupleObject*>(object)->items()[index_];
        ++index_;
        mp::retain(item);
        set(item_, item.word());
        return true;
    }
    const Word item = detail::next(core_, sequence_);
    if (item == unmatched_word) return false;
    if (item == raised_word) {
        raised_ = true;
        return false;
    }
    set(item_, item);
    return true;
}

} // namespace minipy::detail
