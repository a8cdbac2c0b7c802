// == by value, across formats, and hash().
#include <cstring>

#include "interp/support/hash.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception.h"
#include "objects/types/memoryview_parts.h"

namespace mp {

namespace {

using namespace view_parts;

bool same_shape(const BufferFields& a, const BufferFields& b) noexcept {
    if (a.ndim != b.ndim) return false;
    for (int i = 0; i < a.ndim; ++i) {
        if (a.shape_array()[i] != b.shape_array()[i]) return false;
        if (a.shape_array()[i] == 0) break;
    }
    return true;
}

// What fields say of a view, for comparison alone: borrowed.
BufferFields fields_of(MemoryViewObject& view) noexcept {
    BufferFields fields;
    fields.data = view.data;
    fields.length = view.byte_length;
    fields.item_size = view.item_size;
    fields.format = view.format;
    fields.ndim = view.ndim;
    fields.shape = view.shape();
    fields.strides = view.strides();
    fields.suboffsets = view.suboffsets();
    return fields;
}

bool is_integer(ItemKind kind) noexcept {
    return (kind >= ItemKind::int8 && kind <= ItemKind::uint64) || kind == ItemKind::pointer ||
           kind == ItemKind::character;
}

template <class F>
bool walk_pairs(const BufferFields& a, std::uint8_t* at_a, const BufferFields& b, std::uint8_t* at_b, int dimension,
                F&& same) {
    if (dimension == a.ndim) return same(at_a, at_b);
    const std::int64_t stride_a = a.strides_array()[dimension], stride_b = b.strides_array()[dimension];
    for (std::int64_t i = 0; i < a.shape_array()[dimension]; ++i, at_a += stride_a, at_b += stride_b)
        if (!walk_pairs(a, follow_suboffset(at_a, a.suboffsets, dimension), b,
                        follow_suboffset(at_b, b.suboffsets, dimension), dimension + 1, same))
            return false;
    return true;
}

// Runs no Python code: the items are plain numbers and bytes.
Result<bool> equal_fields(Runtime& rt, const BufferFields& a, const BufferFields& b) {
    if (!same_shape(a, b)) return false;
    ItemFormat item_a, item_b;
    if (!parse_item_format(a.format_text(), item_a) || item_a.size > a.item_size ||
        !parse_item_format(b.format_text(), item_b) || item_b.size > b.item_size)
        return false; // unknown formats equal nothing
    TRY(rt.pay(static_cast<std::uint64_t>(a.length) / 32));
    const bool same_bits = item_a.kind == item_b.kind && item_a.swapped == item_b.swapped && is_integer(item_a.kind);
    if (same_bits && a.item_size == item_a.size && b.item_size == item_b.size && a.is_contiguous('C') &&
        b.is_contiguous('C'))
        return a.length == 0 || std::memcmp(a.data, b.data, static_cast<std::size_t>(a.length)) == 0;
    if (same_bits)
        return walk_pairs(a, a.data, b, b.data, 0, [&](const std::uint8_t* x, const std::uint8_t* y) {
            return std::memcmp(x, y, item_a.size) == 0;
        });
    if (item_a.kind == ItemKind::float64 && item_b.kind == ItemKind::float64 && !item_a.swapped && !item_b.swapped)
        return walk_pairs(a, a.data, b, b.data, 0, [](const std::uint8_t* x, const std::uint8_t* y) {
            return load_ordered<double>(x, false) == load_ordered<double>(y, false);
        });
    return walk_pairs(a, a.data, b, b.data, 0, [&](const std::uint8_t* x, const std::uint8_t* y) {
        return items_equal(rt, item_a, x, item_b, y);
    });
}

} // namespace

Result<Owned> view_parts::compare(Runtime& rt, Value left, Value right, CompareOp op) {
    if (op != CompareOp::eq && op != CompareOp::ne) return Owned::adopt(Value::not_implemented());
    const auto answer = [op](bool same) { return Owned::adopt(Value::boolean(same == (op == CompareOp::eq))); };
    auto& view = self_of(left);
    if (view.released) return answer(left.is(right));
    if (is_memoryview(right)) {
        auto& other = self_of(right);
        if (other.released) return answer(left.is(right));
        return answer(TRY(equal_fields(rt, fields_of(view), fields_of(other))));
    }
    if (!exports_buffer(rt, right)) return Owned::adopt(Value::not_implemented());
    Owned keep = Owned::share(left);
    auto other = BufferView::acquire(rt, right, {buffer_full_ro});
    if (other.is_raised()) {
        // As in CPython, whatever stops the other side from lending its memory makes the two unequal.
        if (!swallow_pending(rt)) return raised;
        return Owned::adopt(Value::not_implemented());
    }
    BufferView held = other.take();
    TRY(memoryview_check(rt, view)); // __buffer__ may have released it
    return answer(TRY(equal_fields(rt, fields_of(view), held.fields())));
}

Result<std::int64_t> view_parts::hash(Runtime& rt, Value self) {
    auto& view = self_of(self);
    if (view.cached_hash != -1) return view.cached_hash;
    TRY(memoryview_check(rt, view));
    if (!view.readonly) return raise(rt, TypeId::ValueError, "cannot hash writable memoryview object");
    if (!is_byte_format(view.item))
        return raise(rt, TypeId::ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    if (view.managed->fields.owner) {
        // Memory that its owner may change has no hash.
        Owned owner = Owned::share(view.managed->fields.owner);
        Owned keep = Owned::share(self);
        TRY(mp::hash(rt, owner));
        TRY(memoryview_check(rt, view)); // __hash__ may have released it
    }
    TRY(rt.pay(static_cast<std::uint64_t>(view.byte_length) / 64));
    std::vector<std::uint8_t> scratch;
    const std::uint8_t* bytes = contiguous_bytes(view, scratch);
    auto value = static_cast<std::int64_t>(
        hash_bytes({rt.hash_seed[0], rt.hash_seed[1]},
                   {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(view.byte_length)}));
    if (value == -1) value = -2;
    view.cached_hash = value;
    return value;
}

} // namespace mp
