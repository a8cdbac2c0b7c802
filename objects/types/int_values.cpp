// Making ints and reading them as C++ numbers.
#include <bit>
#include <cmath>
#include <cstring>

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/int_limbs.h"

namespace mp {

Result<void> check_int_size(Runtime& rt, std::size_t size) {
    if (size > most_int_limbs || !rt.heap().would_fit(size * sizeof(Limb))) return raise_memory_error(rt);
    return ok;
}

Result<Ref<IntObject>> new_int(Runtime& rt, std::size_t size) {
    TRY(check_int_size(rt, size));
    auto* object = rt.make<IntObject>(TypeId::int_, size * sizeof(Limb));
    object->aux = 0; // limbs allocated behind the used ones
    object->sign = 1;
    object->size = static_cast<std::uint32_t>(size);
    return Ref<IntObject>::adopt(object);
}

Owned finish_int(Runtime& rt, Ref<IntObject> object, bool negative) {
    const std::size_t size = limbs::trim(object->limbs(), object->size);
    if (size == 0) return Owned::adopt(Value::from_int(0));
    if (size == 1) {
        const Limb limb = object->limbs()[0];
        if (limb <= static_cast<Limb>(Value::int_max) + (negative ? 1 : 0))
            return Owned::adopt(
                Value::from_int(negative ? -static_cast<std::int64_t>(limb) : static_cast<std::int64_t>(limb)));
    }
    const std::size_t spare = object->size - size;
    if (spare > 2 && spare > size / 8) return make_int_from_limbs(rt, object->limbs(), size, negative);
    if (spare > UINT16_MAX) return make_int_from_limbs(rt, object->limbs(), size, negative);
    object->aux = static_cast<std::uint16_t>(spare);
    object->size = static_cast<std::uint32_t>(size);
    object->sign = negative ? -1 : 1;
    return object;
}

Owned make_int_from_limbs(Runtime& rt, const Limb* from, std::size_t size, bool negative) {
    size = limbs::trim(from, size);
    if (size <= 1) return make_int_from_wide(rt, size ? from[0] : 0, negative);
    auto* object = rt.make<IntObject>(TypeId::int_, size * sizeof(Limb));
    object->aux = 0;
    object->sign = negative ? -1 : 1;
    object->size = static_cast<std::uint32_t>(size);
    std::memcpy(object->limbs(), from, size * sizeof(Limb));
    return Owned::adopt(object);
}

Owned make_int_from_wide(Runtime& rt, WideLimb magnitude, bool negative) {
    if (magnitude <= static_cast<Limb>(Value::int_max)) {
        const auto small = static_cast<std::int64_t>(magnitude);
        return Owned::adopt(Value::from_int(negative ? -small : small));
    }
    const auto low = static_cast<Limb>(magnitude);
    const auto high = static_cast<Limb>(magnitude >> 64);
    if (high == 0 && negative && low == static_cast<Limb>(Value::int_max) + 1)
        return Owned::adopt(Value::from_int(Value::int_min));
    const std::size_t size = high ? 2 : 1;
    auto* object = rt.make<IntObject>(TypeId::int_, size * sizeof(Limb));
    object->aux = 0;
    object->sign = negative ? -1 : 1;
    object->size = static_cast<std::uint32_t>(size);
    object->limbs()[0] = low;
    if (high) object->limbs()[1] = high;
    return Owned::adopt(object);
}

Owned make_int(Runtime& rt, std::int64_t value) {
    if (Value::fits_int(value)) return Owned::adopt(Value::from_int(value));
    return make_int_from_wide(rt, value < 0 ? 0 - static_cast<Limb>(value) : static_cast<Limb>(value), value < 0);
}

Owned make_uint(Runtime& rt, std::uint64_t value) { return make_int_from_wide(rt, value, false); }

Result<Owned> int_from_double(Runtime& rt, double value) {
    if (std::isinf(value)) return raise(rt, TypeId::OverflowError, "cannot convert float infinity to integer");
    if (std::isnan(value)) return raise(rt, TypeId::ValueError, "cannot convert float NaN to integer");
    if (std::fabs(value) < 0x1p61) return Owned::adopt(Value::from_int(static_cast<std::int64_t>(value)));
    int exponent = 0;
    const double fraction = std::frexp(std::fabs(value), &exponent);
    const Limb mantissa = static_cast<Limb>(std::ldexp(fraction, 64));
    Limb buffer[18] = {};
    // The value is mantissa * 2^(exponent - 64); exponent is between 62 and 1024, and no bit is lost when it is below 64.
    if (exponent < 64) {
        buffer[0] = mantissa >> (64 - exponent);
    } else {
        limbs::shift_left(buffer, &mantissa, 1, static_cast<std::uint64_t>(exponent - 64));
    }
    return make_int_from_limbs(rt, buffer, 18, value < 0);
}

Result<Owned> int_from_bytes(Runtime& rt, const unsigned char* bytes, std::size_t count, bool big_endian,
                             bool is_signed) {
    auto byte = [&](std::size_t i) { return big_endian ? bytes[count - 1 - i] : bytes[i]; }; // least significant first
    const bool negative = is_signed && count > 0 && (byte(count - 1) & 0x80) != 0;
    if (count <= 8) {
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < count; ++i) word |= static_cast<std::uint64_t>(byte(i)) << (8 * i);
        if (!negative) return make_uint(rt, word);
        if (count < 8) word |= ~std::uint64_t{0} << (8 * count);
        return make_int(rt, static_cast<std::int64_t>(word));
    }
    TRY(rt.pay(count / 16));
    const std::size_t size = count / 8 + 1;
    Ref<IntObject> object = TRY(new_int(rt, size));
    Limb* to = object->limbs();
    for (std::size_t limb = 0; limb < size; ++limb) {
        Limb word = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            const std::size_t at = limb * 8 + i;
            const Limb value = at < count ? byte(at) : negative ? 0xff : 0;
            word |= value << (8 * i);
        }
        to[limb] = word;
    }
    if (negative) { // two's complement to magnitude
        Limb carry = 1;
        for (std::size_t i = 0; i < size; ++i) {
            to[i] = ~to[i] + carry;
            carry = carry && to[i] == 0;
        }
    }
    return finish_int(rt, std::move(object), negative);
}

// ---- reading

bool is_any_int(Value value) noexcept {
    if (value.is_int() || value.is_bool()) return true;
    if (!value.is_object()) return false;
    const Object* object = value.object();
    return object->layout == Layout::big_int ||
           (object->layout == Layout::subclass && object->type()->native_base == &int_spec);
}

bool is_int_like(Runtime&, Value value) noexcept { return is_any_int(value); }

Owned exact_int(Runtime& rt, Value value) {
    if (value.is_int()) return Owned::adopt(value);
    if (value.is_bool()) return Owned::adopt(Value::from_int(value.is_true()));
    if (value.object()->layout == Layout::big_int) return Owned::share(value);
    const IntView view(value);
    return make_int_from_limbs(rt, view.limbs(), view.size, view.negative);
}

int int_sign(Value value) noexcept {
    const IntView view(value);
    return view.is_zero() ? 0 : view.negative ? -1 : 1;
}

bool int_to_int64(Value value, std::int64_t& result) noexcept {
    if (value.is_int()) {
        result = value.as_int();
        return true;
    }
    const IntView view(value);
    if (view.size > 1) return false;
    const Limb limb = view.size ? view[0] : 0;
    if (limb > static_cast<Limb>(INT64_MAX) + (view.negative ? 1 : 0)) return false;
    result = static_cast<std::int64_t>(view.negative ? 0 - limb : limb);
    return true;
}

bool int_to_uint64(Value value, std::uint64_t& result) noexcept {
    const IntView view(value);
    if (view.size > 1 || (view.negative && view.size)) return false;
    result = view.size ? view[0] : 0;
    return true;
}

std::uint64_t int_low64(Value value) noexcept {
    const IntView view(value);
    const Limb limb = view.size ? view[0] : 0;
    return view.negative ? 0 - limb : limb;
}

bool int_to_bytes(Value value, unsigned char* bytes, std::size_t count, bool big_endian, bool is_signed) noexcept {
    const IntView view(value);
    if (view.negative && !is_signed) return false;
    const std::uint64_t bits = limbs::bit_length(view.limbs(), view.size);
    const std::uint64_t room = static_cast<std::uint64_t>(count) * 8;
    if (is_signed && view.size) {
        // -2^(room-1) is the one number of `room` bits that fits.
        const bool lowest = view.negative && bits == room && !limbs::any_low_bits(view.limbs(), view.size, bits - 1);
        if (bits >= room && !lowest) return false;
    } else if (bits > room) {
        return false;
    }
    Limb carry = 1;
    for (std::size_t at = 0; at < count; at += 8) {
        Limb word = at / 8 < view.size ? view[at / 8] : 0;
        if (view.negative) {
            word = ~word + carry;
            carry = carry && word == 0;
        }
        for (std::size_t i = 0; i < 8 && at + i < count; ++i) {
            const auto byte = static_cast<unsigned char>(word >> (8 * i));
            bytes[big_endian ? count - 1 - (at + i) : at + i] = byte;
        }
    }
    return true;
}

std::uint64_t int_bit_length(Value value) noexcept {
    const IntView view(value);
    return limbs::bit_length(view.limbs(), view.size);
}

// ---- numeric hashes: values modulo 2^61 - 1 (library reference, "Hashing of numeric types")

namespace {

constexpr std::uint64_t hash_modulus = (std::uint64_t{1} << 61) - 1;

std::int64_t signed_hash(std::uint64_t magnitude, bool negative) noexcept {
    const auto hash = static_cast<std::int64_t>(magnitude);
    if (!negative) return hash;
    return hash == 1 ? -2 : -hash; // -1 means "no hash" in CPython
}

} // namespace

std::int64_t hash_int(Value value) noexcept {
    const IntView view(value);
    if (view.size <= 1) return signed_hash(view.size ? view[0] % hash_modulus : 0, view.negative);
    std::uint64_t rest = 0;
    for (std::size_t i = view.size; i-- > 0;) // 2^64 = 8 modulo 2^61 - 1
        rest = static_cast<std::uint64_t>(((static_cast<WideLimb>(rest) << 64) | view[i]) % hash_modulus);
    return signed_hash(rest, view.negative);
}

std::int64_t hash_double(double value, Value identity) noexcept {
    if (!std::isfinite(value)) {
        if (std::isinf(value)) return value > 0 ? 314159 : -314159;
        return static_cast<std::int64_t>(identity_hash(identity)); // nan
    }
    int exponent = 0;
    double fraction = std::frexp(std::fabs(value), &exponent);
    std::uint64_t hash = 0;
    while (fraction != 0) { // 28 bits at a time
        hash = ((hash << 28) & hash_modulus) | hash >> 33;
        fraction *= 268435456.0;
        exponent -= 28;
        const auto part = static_cast<std::uint64_t>(fraction);
        fraction -= static_cast<double>(part);
        hash += part;
        if (hash >= hash_modulus) hash -= hash_modulus;
    }
    const int shift = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
    hash = ((hash << shift) & hash_modulus) | hash >> (61 - shift);
    return signed_hash(hash, value < 0);
}

} // namespace mp
