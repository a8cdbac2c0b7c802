// Elements of all dtypes: conversion and assignment with broadcasting.
#include "builtins/numpy/ndarray.h"
#include "objects/core/raise.h"

namespace mp::numpy {

namespace {

template <class To, class From>
void convert_level(std::uint8_t*& out, const std::uint8_t* at, const StridedMemory& from, int dimension) noexcept {
    const auto one = [&](const std::uint8_t* element) {
        const To value = convert<To>(load_element<From>(element));
        std::memcpy(out, &value, sizeof value);
        out += sizeof value;
    };
    if (dimension == from.ndim) {
        one(at);
        return;
    }
    for (std::int64_t i = 0; i < from.shape[dimension]; ++i, at += from.strides[dimension]) {
        if (dimension + 1 == from.ndim)
            one(at);
        else
            convert_level<To, From>(out, at, from, dimension + 1);
    }
}

} // namespace

void convert_elements(std::uint8_t* out, DTypeId to, const StridedMemory& from, DTypeId from_dtype) noexcept {
    if (to == from_dtype) {
        copy_to_contiguous(out, from, dtype_of(to).size, 'C');
        return;
    }
    visit(to, [&]<class To>(To) {
        visit(from_dtype, [&]<class From>(From) {
            std::uint8_t* place = out;
            convert_level<To, From>(place, from.data, from, 0);
        });
    });
}

Result<void> assign_elements(Runtime& rt, ArrayObject& target, ArrayObject& source) {
    // Leading dimensions of one go away, missing ones and those of one repeat (stride 0).
    int skip = 0;
    while (source.ndim - skip > target.ndim && source.shape()[skip] == 1) ++skip;
    const int have = source.ndim - skip;
    bool fits = have <= target.ndim;
    std::int64_t strides[max_dimensions] = {};
    for (int i = 0; fits && i < have; ++i) {
        const int to = target.ndim - have + i;
        if (source.shape()[skip + i] == target.shape()[to])
            strides[to] = source.strides()[skip + i];
        else if (source.shape()[skip + i] != 1)
            fits = false;
    }
    if (!fits)
        return raise(rt, TypeId::ValueError, "could not broadcast input array from shape %s into shape %s",
                     shape_text(source.shape(), source.ndim).c_str(), shape_text(target.shape(), target.ndim).c_str());
    const std::int64_t count = target.size();
    if (count == 0) return ok;
    TRY(rt.pay(static_cast<std::uint64_t>(count) / 8));
    const StridedMemory from{source.data, target.ndim, target.shape(), strides};
    if (source.dtype == target.dtype && !may_overlap(target.memory(), source.memory(), target.item_size())) {
        copy_strided(target.memory(), from, target.item_size());
        return ok;
    }
    Scratch scratch(rt, static_cast<std::size_t>(count * target.item_size()));
    convert_elements(scratch.get(), target.dtype, from, source.dtype);
    copy_from_contiguous(target.memory(), scratch.get(), target.item_size());
    return ok;
}

} // namespace mp::numpy
