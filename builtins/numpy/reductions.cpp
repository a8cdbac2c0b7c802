// sum, prod, min, max, mean, any, all: over all elements, or along one axis.
#include <cmath>

#include "builtins/numpy/ndarray.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"

namespace mp::numpy {

namespace {

// Floats are summed in pairs, as numpy does: the error grows with the logarithm of the count.
template <class T>
T pairwise_sum(const std::uint8_t* at, std::int64_t step, std::int64_t count) noexcept {
    const auto get = [&](std::int64_t i) { return load_element<T>(at + i * step); };
    if (count < 8) {
        T total = -0.0f;
        for (std::int64_t i = 0; i < count; ++i) total += get(i);
        return total;
    }
    if (count <= 128) {
        T parts[8];
        for (int i = 0; i < 8; ++i) parts[i] = get(i);
        std::int64_t i = 8;
        for (; i < count - count % 8; i += 8)
            for (int k = 0; k < 8; ++k) parts[k] += get(i + k);
        T total = ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]));
        for (; i < count; ++i) total += get(i);
        return total;
    }
    std::int64_t half = count / 2;
    half -= half % 8;
    return pairwise_sum<T>(at, step, half) + pairwise_sum<T>(at + half * step, step, count - half);
}

enum class Reduction : std::uint8_t { sum, prod, min, max, mean, any, all };

DTypeId result_type(Reduction kind, DTypeId dtype) noexcept {
    switch (kind) {
    case Reduction::sum:
    case Reduction::prod:
        return is_float(dtype) ? dtype : dtype_of(dtype).kind == 'u' ? DTypeId::uint64 : DTypeId::int64;
    case Reduction::mean: return dtype == DTypeId::float32 ? DTypeId::float32 : DTypeId::float64;
    case Reduction::any:
    case Reduction::all: return DTypeId::bool_;
    default: return dtype;
    }
}

// `count` elements of type T (already the result's type but for any, all, mean of ints), `step` bytes apart, reduced into `out`.
template <class T>
void reduce_line(Reduction kind, const std::uint8_t* at, std::int64_t step, std::int64_t count,
                 std::uint8_t* out) noexcept {
    const auto put = [out](auto value) { std::memcpy(out, &value, sizeof value); };
    const auto get = [&](std::int64_t i) { return load_element<T>(at + i * step); };
    if (kind == Reduction::any || kind == Reduction::all) {
        bool result = kind == Reduction::all;
        for (std::int64_t i = 0; i < count; ++i) {
            bool one;
            if constexpr (std::is_same_v<T, Bool8>)
                one = get(i).byte != 0;
            else
                one = get(i) != 0;
            if (one != result) {
                result = one;
                break;
            }
        }
        return put(Bool8(result));
    }
    if constexpr (std::is_same_v<T, Bool8>) {
        bool result = kind == Reduction::min;
        for (std::int64_t i = 0; i < count; ++i)
            result = kind == Reduction::min ? result && get(i).byte : result || get(i).byte;
        return put(Bool8(result));
    } else {
        T result{};
        switch (kind) {
        case Reduction::sum:
        case Reduction::mean:
            if constexpr (std::is_floating_point_v<T>) {
                result = pairwise_sum<T>(at, step, count) + T{0};
                if (kind == Reduction::mean) result = static_cast<T>(result / static_cast<T>(count));
            } else {
                std::uint64_t total = 0;
                for (std::int64_t i = 0; i < count; ++i) total += static_cast<std::uint64_t>(get(i));
                result = static_cast<T>(total);
            }
            break;
        case Reduction::prod:
            if constexpr (std::is_floating_point_v<T>) {
                result = 1;
                for (std::int64_t i = 0; i < count; ++i) result *= get(i);
            } else {
                std::uint64_t total = 1;
                for (std::int64_t i = 0; i < count; ++i) total *= static_cast<std::uint64_t>(get(i));
                result = static_cast<T>(total);
            }
            break;
        default:
            result = get(0);
            for (std::int64_t i = 1; i < count; ++i) {
                const T one = get(i);
                if constexpr (std::is_floating_point_v<T>) {
                    if (std::isnan(result)) break;
                    if (std::isnan(one)) {
                        result = one;
                        break;
                    }
                }
                if (kind == Reduction::min ? one < result : one > result) result = one;
            }
        }
        put(result);
    }
}

Result<Owned> reduce(Runtime& rt, Args args, Reduction kind) {
    auto& array = array_of(args[0]);
    int axis = -1;
    if (args.has(1) && !args[1].is_none()) {
        const std::int64_t given = TRY(index_int64(rt, args[1]));
        if (given < -array.ndim || given >= array.ndim)
            return raise(rt, TypeId::ValueError, "axis %lld is out of bounds for array of dimension %d",
                         static_cast<long long>(given), array.ndim);
        axis = static_cast<int>(given < 0 ? given + array.ndim : given);
    }
    const DTypeId to = result_type(kind, array.dtype);
    const DTypeId work = kind == Reduction::any || kind == Reduction::all ? array.dtype : to;
    const std::int64_t size = array.size();
    TRY(rt.pay(static_cast<std::uint64_t>(size) / 4));
    // The elements in the working type and C order; the axis that goes away is walked with its stride.
    Scratch scratch(rt, static_cast<std::size_t>(size * dtype_of(work).size));
    convert_elements(scratch.get(), work, array.memory(), array.dtype);
    Shape shape;
    for (int i = 0; i < array.ndim; ++i)
        if (axis >= 0 && i != axis) shape.push_back(array.shape()[i]);
    const std::int64_t count = axis < 0 ? size : array.shape()[axis];
    Ref<ArrayObject> result = TRY(make_array(rt, to, shape, false));
    if (count == 0 && result->size() > 0 && (kind == Reduction::min || kind == Reduction::max))
        return raise(rt, TypeId::ValueError, "zero-size array to reduction operation %s which has no identity",
                     kind == Reduction::min ? "minimum" : "maximum");
    std::int64_t inner = 1; // elements between two neighbours along the axis
    for (int i = axis + 1; axis >= 0 && i < array.ndim; ++i) inner *= array.shape()[i];
    const std::int64_t step = inner * dtype_of(work).size;
    for (std::int64_t i = 0, lines = result->size(); i < lines; ++i) {
        const std::int64_t first = axis < 0 ? 0 : i / inner * inner * count + i % inner;
        visit(work, [&]<class T>(T) {
            reduce_line<T>(kind, scratch.get() + first * static_cast<std::int64_t>(sizeof(T)), step, count,
                           result->data + i * result->item_size());
        });
    }
    return unwrap(rt, std::move(result));
}

} // namespace

Result<Owned> sum(Runtime& rt, Args args) { return reduce(rt, args, Reduction::sum); }
Result<Owned> prod(Runtime& rt, Args args) { return reduce(rt, args, Reduction::prod); }
Result<Owned> min(Runtime& rt, Args args) { return reduce(rt, args, Reduction::min); }
Result<Owned> max(Runtime& rt, Args args) { return reduce(rt, args, Reduction::max); }
Result<Owned> mean(Runtime& rt, Args args) { return reduce(rt, args, Reduction::mean); }
Result<Owned> any(Runtime& rt, Args args) { return reduce(rt, args, Reduction::any); }
Result<Owned> all(Runtime& rt, Args args) { return reduce(rt, args, Reduction::all); }

} // namespace mp::numpy
