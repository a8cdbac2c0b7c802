#pragma once
// Memory in N dimensions: shapes, strides, contiguity, copying. Plain arithmetic on plain data: nothing here knows objects, raises or runs anything.
// `shape` and `strides` have ndim entries; strides are bytes and may be negative or zero. Suboffsets (may be null) are PEP 3118's.
#include <cstdint>

namespace mp {

bool is_c_contiguous(int ndim, const std::int64_t* shape, const std::int64_t* strides, std::int64_t item_size) noexcept;
bool is_f_contiguous(int ndim, const std::int64_t* shape, const std::int64_t* strides, std::int64_t item_size) noexcept;

// The strides of contiguous memory, last dimension fastest ('C') or first ('F').
void fill_c_strides(int ndim, const std::int64_t* shape, std::int64_t item_size, std::int64_t* strides) noexcept;
void fill_f_strides(int ndim, const std::int64_t* shape, std::int64_t item_size, std::int64_t* strides) noexcept;

// product(shape) * item_size, or -1 when it does not fit.
std::int64_t total_bytes(int ndim, const std::int64_t* shape, std::int64_t item_size) noexcept;

inline std::uint8_t* follow_suboffset(std::uint8_t* at, const std::int64_t* suboffsets, int dimension) noexcept {
    return suboffsets && suboffsets[dimension] >= 0 ? *reinterpret_cast<std::uint8_t**>(at) + suboffsets[dimension]
                                                    : at;
}

// One side of a copy.
struct StridedMemory {
    std::uint8_t* data;
    int ndim;
    const std::int64_t* shape;
    const std::int64_t* strides;
    const std::int64_t* suboffsets = nullptr;
};

// Copies item by item in logical order into contiguous memory ('C', 'F', or 'A': as it lies when contiguous, else 'C'). `out` has total_bytes bytes and does
// not overlap.
void copy_to_contiguous(std::uint8_t* out, const StridedMemory& from, std::int64_t item_size, char order) noexcept;
// The reverse, from memory in C order that does not overlap.
void copy_from_contiguous(const StridedMemory& to, const std::uint8_t* from, std::int64_t item_size) noexcept;
// Items of one shape from one place to another that does not overlap it.
void copy_strided(const StridedMemory& to, const StridedMemory& from, std::int64_t item_size) noexcept;
// Whether the two may share bytes (true is always safe to say).
bool may_overlap(const StridedMemory& a, const StridedMemory& b, std::int64_t item_size) noexcept;

// Walks all items in C order: f(std::uint8_t* item). Recursion is bounded by max_dimensions.
template <class F>
bool for_each_item(std::uint8_t* at, int ndim, const std::int64_t* shape, const std::int64_t* strides,
                   const std::int64_t* suboffsets, F&& f) {
    if (ndim == 0) return f(at);
    for (std::int64_t i = 0; i < shape[0]; ++i, at += strides[0]) {
        std::uint8_t* item = follow_suboffset(at, suboffsets, 0);
        if (ndim == 1
                ? !f(item)
                : !for_each_item(item, ndim - 1, shape + 1, strides + 1, suboffsets ? suboffsets + 1 : nullptr, f))
            return false;
    }
    return true;
}

} // namespace mp
