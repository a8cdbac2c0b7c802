// view.cast(format[, shape]): the same bytes as items of another format, in another shape. Beyond CPython: formats with a byte order ("<I"), order='F' and
// strides=.
#include <array>
#include <cstring>

#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/codecs.h"
#include "objects/types/list.h"
#include "objects/types/memoryview_parts.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

using namespace view_parts;

constexpr char orders[] = "@=<>!";
constexpr char codes[] = "cbBhHiIlLqQnNfde?PFD";
constexpr std::size_t order_count = sizeof orders - 1, code_count = sizeof codes - 1;

// The texts of all formats that views may be cast to: a view's format must outlive it.
constexpr auto format_texts = [] {
    std::array<std::array<char, 3>, (order_count + 1) * code_count> texts{};
    for (std::size_t code = 0; code < code_count; ++code) {
        texts[code] = {codes[code], '\0', '\0'};
        for (std::size_t order = 0; order < order_count; ++order)
            texts[(order + 1) * code_count + code] = {orders[order], codes[code], '\0'};
    }
    return texts;
}();

const char* lasting_format(const char* format) noexcept {
    for (const auto& text : format_texts)
        if (std::strcmp(text.data(), format) == 0) return text.data();
    return nullptr;
}

// A list or tuple of sizes, borrowed.
struct Items {
    Value holder;
    std::int64_t size() const noexcept {
        return is_list_like ? static_cast<ListObject*>(holder.object())->size
                            : static_cast<TupleObject*>(holder.object())->size;
    }
    Value operator[](std::int64_t i) const noexcept {
        return is_list_like ? static_cast<ListObject*>(holder.object())->items[i]
                            : static_cast<TupleObject*>(holder.object())->items()[i];
    }
    bool is_list_like;
};

Result<Items> list_or_tuple(Runtime& rt, Value value, const char* name) {
    if (is_list_or_subclass(rt, value)) return Items{value, true};
    if (is_tuple_or_subclass(rt, value)) return Items{value, false};
    return raise(rt, TypeId::TypeError, "%s must be a list or a tuple", name);
}

// The sizes of the new shape, all of them ints above zero; gives product(shape) * item_size. Runs nothing.
Result<std::int64_t> read_shape(Runtime& rt, const Items& items, std::int64_t* shape, std::int64_t item_size) {
    std::int64_t total = item_size;
    for (std::int64_t i = 0; i < items.size(); ++i) {
        if (!is_int_like(rt, items[i]))
            return raise(rt, TypeId::TypeError, "memoryview.cast(): elements of shape must be integers");
        if (!int_to_int64(items[i], shape[i]))
            return raise(rt, TypeId::OverflowError, "Python int too large to convert to C ssize_t");
        if (shape[i] <= 0)
            return raise(rt, TypeId::ValueError, "memoryview.cast(): elements of shape must be integers > 0");
        if (!checked_mul_into(total, shape[i]))
            return raise(rt, TypeId::ValueError, "memoryview.cast(): product(shape) > SSIZE_MAX");
    }
    return total;
}

// Strides given by the caller: every item must lie within the view's bytes.
Result<void> read_strides(Runtime& rt, const Items& items, int ndim, const std::int64_t* shape, std::int64_t* strides,
                          std::int64_t item_size, std::int64_t available) {
    if (items.size() != ndim)
        return raise(rt, TypeId::ValueError, "memoryview.cast(): strides and shape must have the same length");
    std::int64_t last = item_size; // end of the last item
    for (int i = 0; i < ndim; ++i) {
        if (!is_int_like(rt, items[i]))
            return raise(rt, TypeId::TypeError, "memoryview.cast(): elements of strides must be integers");
        if (!int_to_int64(items[i], strides[i]))
            return raise(rt, TypeId::OverflowError, "Python int too large to convert to C ssize_t");
        std::int64_t extent = shape[i] - 1;
        if (strides[i] < 0 || !checked_mul_into(extent, strides[i]) || !checked_add_into(last, extent) ||
            last > available)
            return raise(rt, TypeId::ValueError, "memoryview.cast(): strides reach beyond the memory");
    }
    if (last > available) return raise(rt, TypeId::ValueError, "memoryview.cast(): strides reach beyond the memory");
    return ok;
}

Raised raise_cast_error(Runtime& rt, char code) {
    return raise(rt, TypeId::CastError, "memoryview: cannot cast from bytes to %s", item_c_name(code));
}

Result<char> read_order(Runtime& rt, Args args) {
    if (!args.has(3) || args[3].is_none()) return 'C';
    if (is_str_or_subclass(rt, args[3])) {
        const auto& text = *static_cast<StrObject*>(args[3].object());
        if (text.length == 1 && (text[0] == 'C' || text[0] == 'F')) return static_cast<char>(text[0]);
    }
    return raise(rt, TypeId::ValueError, "order must be 'C' or 'F'");
}

} // namespace

Result<Owned> view_parts::cast(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "cast() argument 'format' must be str, not %.50s",
                     args[1].is_none() ? "None" : type_name(rt, args[1]));
    TRY(check_derivable(rt, view));
    if (!(view.contiguity & view_c_contiguous))
        return raise(rt, TypeId::TypeError, "memoryview: casts are restricted to C-contiguous views");
    const bool has_shape = args.has(2);
    if ((has_shape || view.ndim != 1) && view.byte_length == 0)
        return raise(rt, TypeId::TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    int ndim = 1;
    Items shape{};
    if (has_shape) {
        shape = TRY(list_or_tuple(rt, args[2], "shape"));
        if (shape.size() > max_dimensions)
            return raise(rt, TypeId::ValueError, "memoryview: number of dimensions must not exceed %d", max_dimensions);
        ndim = static_cast<int>(shape.size());
        if (view.ndim != 1 && ndim != 1)
            return raise(rt, TypeId::TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    const char order = TRY(read_order(rt, args));
    const bool has_strides = args.has(4) && !args[4].is_none();
    if (has_strides && !has_shape) return raise(rt, TypeId::TypeError, "memoryview.cast(): strides need a shape");

    auto& format_object = *static_cast<StrObject*>(args[1].object());
    if (!format_object.is_ascii()) {
        TRY(encode(rt, format_object,
                   CodecOptions{Encoding::ascii, ErrorHandler::strict, "strict"})); // raises UnicodeEncodeError
    }
    const std::string text = to_utf8(format_object);
    ItemFormat item;
    const char* format = lasting_format(text.c_str());
    if (!format || !parse_item_format(format, item))
        return raise(
            rt, TypeId::ValueError,
            "memoryview: destination format must be a native single character format prefixed with an optional '@'");
    if (!is_byte_format(view.item) && !is_byte_format(item))
        return raise(rt, TypeId::TypeError, "memoryview: cannot cast between two non-byte formats");
    if (view.byte_length % item.size != 0) return raise_cast_error(rt, item.code);

    Ref<MemoryViewObject> result = derive_view(rt, view, ndim, false);
    result->item_size = item.size;
    set_view_format(*result, format);
    if (!has_shape) {
        result->shape()[0] = view.byte_length / item.size;
        result->strides()[0] = item.size;
    } else {
        const std::int64_t total = TRY(read_shape(rt, shape, result->shape(), item.size));
        if (has_strides) {
            TRY(read_strides(rt, TRY(list_or_tuple(rt, args[4], "strides")), ndim, result->shape(), result->strides(),
                             item.size, view.byte_length));
        } else {
            if (total != view.byte_length)
                return raise(rt, TypeId::TypeError, "memoryview: product(shape) * itemsize != buffer size");
            if (order == 'F')
                fill_f_strides(ndim, result->shape(), item.size, result->strides());
            else
                fill_c_strides(ndim, result->shape(), item.size, result->strides());
        }
    }
    finish_view(*result);
    return Owned(std::move(result));
}

} // namespace mp
