// A map as a sequence of bytes, and as an exporter.
#include <cstring>
#include <string>
#include <vector>

#include "builtins/mmap/mmap.h"
#include "builtins/native_object.h"
#include "objects/buffer/view.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/numbers.h"
#include "objects/types/slice.h"
#include "objects/types/str.h"

namespace mp::mmap_module {

namespace {

Result<std::int64_t> map_length(Runtime& rt, Value self) {
    TRY(check_open(rt, mmap_of(self)));
    return mmap_of(self).length;
}

// The place of an index, checked against the length as it is after the conversion.
Result<std::int64_t> place_of(Runtime& rt, const MmapObject& map, Value key) {
    std::int64_t at = TRY(index_int64(rt, key, TypeId::IndexError));
    TRY(check_open(rt, map));
    if (at < 0) at += map.length;
    if (at < 0 || at >= map.length) return raise(rt, TypeId::IndexError, "mmap index out of range");
    return at;
}

bool has_index(Runtime& rt, Value value) noexcept {
    return is_any_int(value) || rt.type_of(value).slots.index != nullptr;
}

Result<Owned> get_item(Runtime& rt, Value self, Value key) {
    const auto& map = mmap_of(self);
    TRY(check_open(rt, map));
    if (is_slice(key)) {
        SliceRange range = TRY(slice_unpack(rt, key));
        TRY(check_open(rt, map));
        slice_adjust(range, map.length);
        if (range.step == 1)
            return Owned(make_bytes(rt, map.span().subspan(static_cast<std::size_t>(range.count ? range.start : 0),
                                                           static_cast<std::size_t>(range.count))));
        TRY(rt.pay(static_cast<std::uint64_t>(range.count) >> 6));
        Ref<BytesObject> result = make_bytes_uninitialised(rt, range.count);
        for (std::int64_t i = 0, at = range.start; i < range.count; ++i, at += range.step)
            result->data()[i] = map.data[at];
        return Owned(std::move(result));
    }
    if (!has_index(rt, key)) return raise(rt, TypeId::TypeError, "mmap indices must be integers");
    const std::int64_t at = TRY(place_of(rt, map, key));
    return Owned::adopt(Value::from_int(map.data[at]));
}

Result<void> set_slice(Runtime& rt, MmapObject& map, Value key, Value value) {
    SliceRange range = TRY(slice_unpack(rt, key));
    const BytesLike source = TRY(bytes_like(rt, value)); // may be the map itself
    TRY(check_open(rt, map));
    slice_adjust(range, map.length);
    if (range.count != static_cast<std::int64_t>(source.span().size()))
        return raise(rt, TypeId::IndexError, "mmap slice assignment is wrong size");
    if (range.count == 0) return ok;
    TRY(rt.pay(static_cast<std::uint64_t>(range.count) >> 6));
    if (range.step == 1) {
        std::memmove(map.data + range.start, source.span().data(), source.span().size());
        return ok;
    }
    const std::vector<std::uint8_t> bytes(source.span().begin(), source.span().end());
    for (std::int64_t i = 0, at = range.start; i < range.count; ++i, at += range.step)
        map.data[at] = bytes[static_cast<std::size_t>(i)];
    return ok;
}

Result<void> set_item(Runtime& rt, Value self, Value key, Value value) {
    auto& map = mmap_of(self);
    TRY(check_open(rt, map));
    TRY(check_writable(rt, map));
    if (is_slice(key)) {
        if (value.is_unbound()) return raise(rt, TypeId::TypeError, "mmap object doesn't support slice deletion");
        return set_slice(rt, map, key, value);
    }
    if (!has_index(rt, key)) return raise(rt, TypeId::TypeError, "mmap indices must be integer");
    TRY(place_of(rt, map, key));
    if (value.is_unbound()) return raise(rt, TypeId::TypeError, "mmap doesn't support item deletion");
    if (!has_index(rt, value)) return raise(rt, TypeId::TypeError, "mmap item value must be an int");
    Owned number = TRY(index(rt, value));
    std::int64_t byte;
    if (!int_to_int64(number, byte))
        return raise(rt, TypeId::TypeError, "cannot fit '%.200s' into an index-sized integer", type_name(rt, value));
    if (byte < 0 || byte > 255) return raise(rt, TypeId::ValueError, "mmap item value must be in range(0, 256)");
    const std::int64_t at = TRY(place_of(rt, map, key)); // the value's __index__ may have closed or resized the map
    TRY(check_writable(rt, map));
    map.data[at] = static_cast<std::uint8_t>(byte);
    return ok;
}

Result<void> get_buffer(Runtime& rt, Object* object, const BufferRequest& request, BufferFields& fields) {
    auto& map = *static_cast<MmapObject*>(object);
    TRY(check_open(rt, map));
    TRY(fill_simple(rt, request, fields, map.data, map.length, map.access == Access::read));
    ++map.exports;
    return ok;
}

void release_buffer(Runtime&, Object* object, BufferFields&) { --static_cast<MmapObject*>(object)->exports; }

void dealloc(Runtime& rt, Object* object) {
    unmap(rt, *static_cast<MmapObject*>(object));
    rt.free_object(object, sizeof(MmapObject));
}

Result<Owned> repr(Runtime& rt, Value self) {
    const auto& map = mmap_of(self);
    static const char* const names[] = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"};
    const Type& type = rt.type_of(self);
    const std::string name = type.spec ? "mmap.mmap" : type.name;
    if (!map.data) return Owned(make_str(rt, "<" + name + " closed=True>"));
    return Owned(make_str(rt, "<" + name + " closed=False, access=" + names[static_cast<int>(map.access)] +
                                  ", length=" + std::to_string(map.length) + ", pos=" + std::to_string(map.position) +
                                  ", offset=" + std::to_string(map.offset) + ">"));
}

// ---- iteration: items are bytes of length one, unlike those of an index

Result<Owned> iter(Runtime& rt, Value self) {
    State& state = state_of(rt);
    if (!state.iterator) return raise(rt, TypeId::RuntimeError, "mmap is being taken down");
    auto* iterator =
        static_cast<MmapIteratorObject*>(rt.make_object(*state.iterator->instance_shape, sizeof(MmapIteratorObject)));
    iterator->map = &mmap_of(self);
    retain(iterator->map);
    iterator->index = 0;
    return Owned::adopt(iterator);
}

void iterator_dealloc(Runtime& rt, Object* object) {
    if (auto* map = static_cast<MmapIteratorObject*>(object)->map) release(map);
    rt.free_object(object, sizeof(MmapIteratorObject));
}

Result<Owned> iterator_self(Runtime&, Value self) { return Owned::share(self); }

Result<Owned> iterator_next(Runtime& rt, Value self) {
    auto& iterator = self_as<MmapIteratorObject>(self);
    if (!iterator.map) return Owned::adopt(Value::exhausted());
    TRY(check_open(rt, *iterator.map));
    if (iterator.index < iterator.map->length)
        return Owned(make_bytes(rt, iterator.map->span().subspan(static_cast<std::size_t>(iterator.index++), 1)));
    release(std::exchange(iterator.map, nullptr));
    return Owned::adopt(Value::exhausted());
}

} // namespace

constinit const Slots mmap_slots = {
    .dealloc = dealloc,
    .repr = repr,
    .iter = iter,
    .length = map_length,
    .get_item = get_item,
    .set_item = set_item,
    .get_buffer = get_buffer,
    .release_buffer = release_buffer,
};

const TypeSpec iterator_spec = {
    .name = "iterator",
    .base = TypeId::object,
    .size = sizeof(MmapIteratorObject),
    .flags = type_no_new,
    .slots = {.dealloc = iterator_dealloc, .iter = iterator_self, .iternext = iterator_next},
};

} // namespace mp::mmap_module
