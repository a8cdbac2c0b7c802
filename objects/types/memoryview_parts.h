#pragma once
// What the files of memoryview share.
#include "objects/types/memoryview.h"

namespace mp::view_parts {

inline MemoryViewObject& self_of(Value value) noexcept { return *static_cast<MemoryViewObject*>(value.object()); }

// A new view registered with the export of `base`, with base's item format, room for ndim dimensions, and shape, strides, byte_length and contiguity for the caller to
// fill before finish_view().
Ref<MemoryViewObject> derive_view(Runtime& rt, MemoryViewObject& base, int ndim, bool suboffsets);
// Computes what follows from shape, strides and format.
void finish_view(MemoryViewObject& view) noexcept;
// The same view once more.
Ref<MemoryViewObject> copy_view(Runtime& rt, MemoryViewObject& base);
void set_view_format(MemoryViewObject& view, const char* format) noexcept;
// ValueError for a view that is released, or that must not be looked at through others.
Result<void> check_derivable(Runtime& rt, const MemoryViewObject& view);
// NotImplementedError "memoryview: unsupported format xy" when the format is more than the code of one item: what comes before bounds are looked at.
Result<void> check_format_text(Runtime& rt, const MemoryViewObject& view);
// The same, and "memoryview: format x not supported" when items cannot be read.
Result<void> check_item_format(Runtime& rt, const MemoryViewObject& view);
inline bool is_byte_format(const ItemFormat& item) noexcept {
    return item.kind == ItemKind::uint8 || item.kind == ItemKind::int8 || item.kind == ItemKind::character;
}
// The view's memory in C order: in place when it is contiguous, else a copy in `scratch`.
const std::uint8_t* contiguous_bytes(MemoryViewObject& view, std::vector<std::uint8_t>& scratch);
// Converts `value`, looks again whether the view lives, stores. Runs Python code.
Result<void> store_item(Runtime& rt, MemoryViewObject& view, std::uint8_t* at, Value value);

// memoryview_items.cpp
Result<Owned> get_item(Runtime& rt, Value self, Value key);
Result<void> set_item(Runtime& rt, Value self, Value key, Value value);
// memoryview_cast.cpp
Result<Owned> cast(Runtime& rt, Args args);
// memoryview_compare.cpp
Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op);
Result<std::int64_t> hash(Runtime& rt, Value self);
// memoryview_text.cpp
Result<Owned> repr(Runtime& rt, Value self);
Result<Owned> str(Runtime& rt, Value self);
Result<Owned> hex(Runtime& rt, Args args);
// memoryview_search.cpp
Result<Owned> iter(Runtime& rt, Value self);
Result<Owned> count(Runtime& rt, Args args);
Result<Owned> index(Runtime& rt, Args args);
Result<Owned> tolist(Runtime& rt, Args args);

} // namespace mp::view_parts
