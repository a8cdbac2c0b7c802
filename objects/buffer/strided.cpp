#include "objects/buffer/strided.h"

#include <cstring>

#include "interp/support/checked.h"

namespace mp {

namespace {

bool has_zero(int ndim, const std::int64_t* shape) noexcept {
    for (int i = 0; i < ndim; ++i)
        if (shape[i] == 0) return true;
    return false;
}

template <int Size>
void copy_row_of(std::uint8_t* to, std::int64_t to_stride, const std::uint8_t* from, std::int64_t from_stride,
                 std::int64_t count) noexcept {
    for (std::int64_t i = 0; i < count; ++i, to += to_stride, from += from_stride) std::memcpy(to, from, Size);
}

// One dimension without indirection.
void copy_row(std::uint8_t* to, std::int64_t to_stride, const std::uint8_t* from, std::int64_t from_stride,
              std::int64_t count, std::int64_t item_size) noexcept {
    if (to_stride == item_size && from_stride == item_size) {
        if (count > 0) std::memcpy(to, from, static_cast<std::size_t>(count * item_size));
        return;
    }
    switch (item_size) {
    case 1: return copy_row_of<1>(to, to_stride, from, from_stride, count);
    case 2: return copy_row_of<2>(to, to_stride, from, from_stride, count);
    case 4: return copy_row_of<4>(to, to_stride, from, from_stride, count);
    case 8: return copy_row_of<8>(to, to_stride, from, from_stride, count);
    default:
        for (std::int64_t i = 0; i < count; ++i, to += to_stride, from += from_stride)
            std::memcpy(to, from, static_cast<std::size_t>(item_size));
    }
}

void copy_level(std::uint8_t* to, const std::uint8_t* from, const StridedMemory& target, const StridedMemory& source,
                int dimension, std::int64_t item_size) noexcept {
    if (dimension == target.ndim) {
        std::memcpy(to, from, static_cast<std::size_t>(item_size));
        return;
    }
    const std::int64_t count = target.shape[dimension];
    if (dimension == target.ndim - 1 && !target.suboffsets && !source.suboffsets) {
        copy_row(to, target.strides[dimension], from, source.strides[dimension], count, item_size);
        return;
    }
    for (std::int64_t i = 0; i < count; ++i, to += target.strides[dimension], from += source.strides[dimension])
        copy_level(follow_suboffset(to, target.suboffsets, dimension),
                   follow_suboffset(const_cast<std::uint8_t*>(from), source.suboffsets, dimension), target, source,
                   dimension + 1, item_size);
}

} // namespace

bool is_c_contiguous(int ndim, const std::int64_t* shape, const std::int64_t* strides,
                     std::int64_t item_size) noexcept {
    if (has_zero(ndim, shape)) return true;
    std::int64_t expected = item_size;
    for (int i = ndim - 1; i >= 0; --i) {
        if (shape[i] > 1 && strides[i] != expected) return false;
        expected *= shape[i];
    }
    return true;
}

bool is_f_contiguous(int ndim, const std::int64_t* shape, const std::int64_t* strides,
                     std::int64_t item_size) noexcept {
    if (has_zero(ndim, shape)) return true;
    std::int64_t expected = item_size;
    for (int i = 0; i < ndim; ++i) {
        if (shape[i] > 1 && strides[i] != expected) return false;
        expected *= shape[i];
    }
    return true;
}

void fill_c_strides(int ndim, const std::int64_t* shape, std::int64_t item_size, std::int64_t* strides) noexcept {
    for (int i = ndim - 1; i >= 0; --i) {
        strides[i] = item_size;
        item_size *= shape[i];
    }
}

void fill_f_strides(int ndim, const std::int64_t* shape, std::int64_t item_size, std::int64_t* strides) noexcept {
    for (int i = 0; i < ndim; ++i) {
        strides[i] = item_size;
        item_size *= shape[i];
    }
}

std::int64_t total_bytes(int ndim, const std::int64_t* shape, std::int64_t item_size) noexcept {
    if (has_zero(ndim, shape)) return 0;
    std::int64_t total = item_size;
    for (int i = 0; i < ndim; ++i)
        if (!checked_mul_into(total, shape[i])) return -1;
    return total;
}

void copy_strided(const StridedMemory& to, const StridedMemory& from, std::int64_t item_size) noexcept {
    if (has_zero(to.ndim, to.shape)) return;
    copy_level(to.data, from.data, to, from, 0, item_size);
}

void copy_to_contiguous(std::uint8_t* out, const StridedMemory& from, std::int64_t item_size, char order) noexcept {
    const std::int64_t total = total_bytes(from.ndim, from.shape, item_size);
    if (total == 0) return;
    if (!from.suboffsets && ((order != 'F' && is_c_contiguous(from.ndim, from.shape, from.strides, item_size)) ||
                             (order != 'C' && is_f_contiguous(from.ndim, from.shape, from.strides, item_size)))) {
        std::memcpy(out, from.data, static_cast<std::size_t>(total));
        return;
    }
    std::int64_t strides[64]; // max_dimensions
    if (order == 'F')
        fill_f_strides(from.ndim, from.shape, item_size, strides);
    else
        fill_c_strides(from.ndim, from.shape, item_size, strides);
    copy_strided({out, from.ndim, from.shape, strides}, from, item_size);
}

void copy_from_contiguous(const StridedMemory& to, const std::uint8_t* from, std::int64_t item_size) noexcept {
    std::int64_t strides[64]; // max_dimensions
    fill_c_strides(to.ndim, to.shape, item_size, strides);
    copy_strided(to, {const_cast<std::uint8_t*>(from), to.ndim, to.shape, strides}, item_size);
}

bool may_overlap(const StridedMemory& a, const StridedMemory& b, std::int64_t item_size) noexcept {
    if (a.suboffsets || b.suboffsets) return true;
    if (has_zero(a.ndim, a.shape) || has_zero(b.ndim, b.shape)) return false;
    auto bounds = [item_size](const StridedMemory& memory, std::uintptr_t& low, std::uintptr_t& high) {
        low = high = reinterpret_cast<std::uintptr_t>(memory.data);
        for (int i = 0; i < memory.ndim; ++i) {
            const std::int64_t extent = (memory.shape[i] - 1) * memory.strides[i];
            (extent < 0 ? low : high) += static_cast<std::uintptr_t>(extent);
        }
        high += static_cast<std::uintptr_t>(item_size);
    };
    std::uintptr_t a_low, a_high, b_low, b_high;
    bounds(a, a_low, a_high);
    bounds(b, b_low, b_high);
    return a_low < b_high && b_low < a_high;
}

} // namespace mp
