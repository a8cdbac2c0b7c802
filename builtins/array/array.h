#pragma once
// array.array: items of one C type in resizable memory.
#include "objects/buffer/item.h"
#include "objects/buffer/resizable.h"
#include "objects/buffer/view.h"
#include "objects/protocol/protocol.h"

namespace mp::array_module {

// The size is in bytes; it changes through ResizableBytes' door alone.
struct ArrayObject : Object, ResizableBytes {
    ItemFormat item; // of characters (typecodes u and w): kind none
    char typecode;
    std::uint8_t item_size;

    std::int64_t length() const noexcept { return ResizableBytes::size / item_size; }
    bool is_text() const noexcept { return item.kind == ItemKind::none; }
    std::uint8_t* at(std::int64_t i) noexcept { return start + i * item_size; }
};

struct ArrayIteratorObject : Object {
    ArrayObject* array; // owned; null once exhausted
    std::int64_t index;
};

struct State : ModuleState {
    OptRef<Type> array;
    OptRef<Type> iterator;
};
inline State& state_of(Runtime& rt) { return rt.module_state<State>(); }

extern const TypeSpec array_spec;
extern const TypeSpec iterator_spec;

inline ArrayObject& array_of(Value value) noexcept { return *static_cast<ArrayObject*>(value.object()); }
bool is_array(Runtime& rt, Value value) noexcept;

inline constexpr char typecodes[] = "bBuwhHiIlLqQfd";

// ---- items (items.cpp)
// An empty array of a typecode; `type` is array.array or a subclass.
Ref<ArrayObject> make_array(Runtime& rt, Type& type, char typecode);
Ref<ArrayObject> make_array_like(Runtime& rt, const ArrayObject& model); // an exact array.array
// The value of an item. ValueError for a number that is no character. Runs nothing.
Result<Owned> load(Runtime& rt, const ArrayObject& array, const std::uint8_t* at);
// A value's bytes, with CPython's errors. Runs Python code: the array may have another size afterwards.
Result<void> convert(Runtime& rt, const ArrayObject& array, Value value, std::uint8_t* out);
// BufferError "cannot resize an array that is exporting buffers".
Result<void> check_resizable(Runtime& rt, const ArrayObject& array);
Result<void> append(Runtime& rt, ArrayObject& array, Value value);
Result<void> extend(Runtime& rt, ArrayObject& array, Value iterable);
Result<void> append_text(Runtime& rt, ArrayObject& array, const StrObject& text);
Result<void> append_bytes(Runtime& rt, ArrayObject& array,
                          std::span<const std::uint8_t> bytes); // which are not the array's own
Result<Ref<StrObject>> to_text(Runtime& rt, const ArrayObject& array);
void swap_bytes(ArrayObject& array) noexcept;

// ---- sequence.cpp
extern const Slots sequence_slots;
// ---- methods.cpp
extern const NativeDef methods[];

} // namespace mp::array_module
