#include "objects/types/int_methods.h"

#include <bit>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/int_limbs.h"
#include "objects/types/number_format.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Result<Owned> itself(Runtime& rt, Args args) { return exact_int(rt, args[0]); }

Result<Owned> bit_length(Runtime& rt, Args args) { return make_uint(rt, int_bit_length(args[0])); }

Result<Owned> bit_count(Runtime& rt, Args args) {
    const IntView view(args[0]);
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < view.size; ++i) count += static_cast<unsigned>(std::popcount(view[i]));
    return make_uint(rt, count);
}

// 'little' or 'big' (the default when absent).
Result<bool> big_endian_argument(Runtime& rt, Args args, std::size_t i, const char* function) {
    if (!args.has(i)) return true;
    if (!is_str_or_subclass(rt, args[i]))
        return raise(rt, TypeId::TypeError, "%s() argument 'byteorder' must be str, not %.50s", function,
                     type_name(rt, args[i]));
    const auto& text = *static_cast<StrObject*>(args[i].object());
    if (str_equals(text, "big")) return true;
    if (str_equals(text, "little")) return false;
    return raise(rt, TypeId::ValueError, "byteorder must be either 'little' or 'big'");
}

Result<Owned> to_bytes(Runtime& rt, Args args) {
    const std::int64_t length = TRY(size_argument(rt, args, 1, 1));
    const bool is_signed = args.has(3) && TRY(truth(rt, args[3]));
    const bool big_endian = TRY(big_endian_argument(rt, args, 2, "to_bytes"));
    if (length < 0) return raise(rt, TypeId::ValueError, "length argument must be non-negative");
    if (!is_signed && int_sign(args[0]) < 0)
        return raise(rt, TypeId::OverflowError, "can't convert negative int to unsigned");
    if (!rt.heap().would_fit(static_cast<std::size_t>(length))) return raise_memory_error(rt);
    TRY(rt.pay(static_cast<std::uint64_t>(length) / 8));
    Ref<BytesObject> result = make_bytes_uninitialised(rt, length);
    if (length == 0 && is_signed && args[0].is_int() && args[0].as_int() == -1) return Owned(std::move(result));
    if (!int_to_bytes(args[0], result->data(), static_cast<std::size_t>(length), big_endian, is_signed))
        return raise(rt, TypeId::OverflowError, "int too big to convert");
    return Owned(std::move(result));
}

Result<Owned> from_bytes(Runtime& rt, Args args) {
    const bool is_signed = args.has(3) && TRY(truth(rt, args[3]));
    const bool big_endian = TRY(big_endian_argument(rt, args, 2, "from_bytes"));
    Owned bytes = Owned::share(args[1]);
    if (!is_bytes(bytes)) {
        const Slots& slots = rt.type_of(bytes).slots;
        const bool number = slots.index && !slots.iter && !slots.get_buffer;
        if (is_str_or_subclass(rt, bytes) ||
            (number && type_lookup(rt.type_of(bytes), *rt.names().dunder_bytes).is_unbound()))
            return raise(rt, TypeId::TypeError, "cannot convert '%.200s' object to bytes", type_name(rt, bytes));
        // Without __bytes__ a buffer or items: __index__ is not asked for a size, as bytes() would.
        if (type_lookup(rt.type_of(bytes), *rt.names().dunder_bytes).is_unbound())
            bytes = TRY(bytes_from_object(rt, bytes));
        else
            bytes = TRY(call(rt, &rt.type(TypeId::bytes), bytes));
    }
    const auto span = static_cast<BytesObject*>(bytes.get().object())->span();
    Owned value = TRY(int_from_bytes(rt, span.data(), span.size(), big_endian, is_signed));
    if (args[0].object() == &rt.type(TypeId::int_)) return value;
    return call(rt, args[0], value);
}

Result<Owned> as_integer_ratio(Runtime& rt, Args args) {
    Owned value = exact_int(rt, args[0]);
    return Owned(tuple_of(rt, value, Value::from_int(1)));
}

Result<Owned> is_integer(Runtime&, Args) { return Owned::adopt(Value::true_()); }

Result<Owned> round_to(Runtime& rt, Args args) {
    if (!args.has(1)) return exact_int(rt, args[0]);
    Owned digits = TRY(index(rt, args[1]));
    if (int_sign(digits) >= 0) return exact_int(rt, args[0]);
    return int_round(rt, args[0], digits);
}

Result<Owned> getnewargs(Runtime& rt, Args args) {
    Owned value = exact_int(rt, args[0]);
    return Owned(tuple_of(rt, value));
}

Result<Owned> format_with(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "__format__() argument must be str, not %.50s", type_name(rt, args[1]));
    return Owned(TRY(format_int(rt, args[0], *static_cast<StrObject*>(args[1].object()))));
}

// CPython's size, in digits of 30 bits.
Result<Owned> size_of(Runtime& rt, Args args) {
    const std::uint64_t digits = (int_bit_length(args[0]) + 29) / 30;
    return make_uint(rt, 24 + 4 * (digits ? digits : 1));
}

Result<Owned> get_real(Runtime& rt, Value self) { return exact_int(rt, self); }
Result<Owned> get_imag(Runtime&, Value) { return Owned::adopt(Value::from_int(0)); }
Result<Owned> get_denominator(Runtime&, Value) { return Owned::adopt(Value::from_int(1)); }

} // namespace

const NativeDef int_methods[] = {
    {"conjugate", native<itself>, 0, 0, nullptr, "Returns self, the complex conjugate of any int."},
    {"bit_length", native<bit_length>, 0, 0, nullptr, "Number of bits necessary to represent self in binary."},
    {"bit_count", native<bit_count>, 0, 0, nullptr,
     "Number of ones in the binary representation of the absolute value of self."},
    {"to_bytes", native<to_bytes>, 0, 2, "length=1, byteorder='big', *, signed=False",
     "Return an array of bytes representing an integer."},
    {"from_bytes", native<from_bytes>, 1, 2, "bytes, byteorder='big', *, signed=False",
     "Return the integer represented by the given array of bytes.", native_class},
    {"as_integer_ratio", native<as_integer_ratio>, 0, 0, nullptr,
     "Return a pair of integers, whose ratio is equal to the original int."},
    {"is_integer", native<is_integer>, 0, 0, nullptr,
     "Returns True. Exists for duck type compatibility with float.is_integer."},
    {"__trunc__", native<itself>, 0, 0, nullptr, "Truncating an Integral returns itself."},
    {"__floor__", native<itself>, 0, 0, nullptr, "Flooring an Integral returns itself."},
    {"__ceil__", native<itself>, 0, 0, nullptr, "Ceiling of an Integral returns itself."},
    {"__round__", native<round_to>, 0, 1, nullptr,
     "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer."},
    {"__getnewargs__", native<getnewargs>, 0, 0},
    {"__format__", native<format_with>, 1, 1, nullptr, "Convert to a string according to format_spec."},
    {"__sizeof__", native<size_of>, 0, 0, nullptr, "Returns size in memory, in bytes."},
    {},
};

const GetSetDef int_getsets[] = {
    {"real", get_real, nullptr, "the real part of a complex number"},
    {"imag", get_imag, nullptr, "the imaginary part of a complex number"},
    {"numerator", get_real, nullptr, "the numerator of a rational number in lowest terms"},
    {"denominator", get_denominator, nullptr, "the denominator of a rational number in lowest terms"},
    {},
};

} // namespace mp
