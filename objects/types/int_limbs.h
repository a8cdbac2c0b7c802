#pragma once
// Magnitudes of big ints: little-endian arrays of 64-bit limbs. Adding, comparing and shifting are short loops here; multiplication, division and what is
// built of them are Boost.Multiprecision's, reached through views of our limbs (int_engine.cpp is the only file that knows the library).
// Nothing here knows the runtime; callers check budgets first. Scratch memory comes from the standard allocator (std::bad_alloc).
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "objects/types/numbers.h"

namespace mp {

using Limb = std::uint64_t;
using WideLimb = unsigned __int128;
using LimbVector = std::vector<Limb>;

// Results beyond this many limbs (2^33 bits, a gigabyte) are refused with MemoryError whatever the budget: sizes stay far from overflow in every product of sizes.
inline constexpr std::size_t most_int_limbs = std::size_t{1} << 27;

// Any int value (small, bool, big, instance of a subclass) as sign and magnitude. Borrows the object; zero has size 0.
class IntView {
public:
    explicit IntView(Value value) noexcept {
        if (value.is_object()) {
            const auto* object = static_cast<const IntObject*>(value.object());
            limbs_ = object->limbs();
            size = object->size;
            negative = object->sign < 0;
            return;
        }
        std::int64_t i = value.is_int() ? value.as_int() : value.is_true() ? 1 : 0;
        negative = i < 0;
        one_ = negative ? 0 - static_cast<Limb>(i) : static_cast<Limb>(i);
        size = one_ != 0;
    }
    const Limb* limbs() const noexcept { return limbs_ ? limbs_ : &one_; }
    Limb operator[](std::size_t i) const noexcept { return limbs()[i]; }
    bool is_zero() const noexcept { return size == 0; }
    bool is_odd() const noexcept { return size != 0 && (limbs()[0] & 1) != 0; }

    std::uint32_t size;
    bool negative;

private:
    const Limb* limbs_ = nullptr;
    Limb one_ = 0;
};

// ---- making int objects (int_values.cpp)
// An int of `size` limbs for the caller to fill (uninitialised). Throws std::bad_alloc; raises MemoryError beyond most_int_limbs or the budget.
Result<Ref<IntObject>> new_int(Runtime& rt, std::size_t size);
// What new_int made, filled: leading zero limbs go, and what fits a small int becomes one.
Owned finish_int(Runtime& rt, Ref<IntObject> object, bool negative);
Owned make_int_from_limbs(Runtime& rt, const Limb* limbs, std::size_t size, bool negative);
Owned make_int_from_wide(Runtime& rt, WideLimb magnitude, bool negative);
// Whether a result of `size` limbs is allowed; else MemoryError is pending.
Result<void> check_int_size(Runtime& rt, std::size_t size);
// Pays steps for about `limb_operations` multiplications of limbs.
inline Result<void> pay_limbs(Runtime& rt, std::uint64_t limb_operations) { return rt.pay(limb_operations / 4); }
// What a product of these sizes costs, in limb multiplications.
std::uint64_t multiplication_cost(std::size_t a, std::size_t b) noexcept;

namespace limbs {

std::size_t trim(const Limb* a, std::size_t size) noexcept;                         // size without leading zeros
std::uint64_t bit_length(const Limb* a, std::size_t size) noexcept;                 // a is trimmed
int compare(const Limb* a, std::size_t an, const Limb* b, std::size_t bn) noexcept; // both trimmed
// result[an] = a + b, an >= bn; gives the carry. result may be a.
Limb add(Limb* result, const Limb* a, std::size_t an, const Limb* b, std::size_t bn) noexcept;
// result[an] = a - b, a >= b.
void subtract(Limb* result, const Limb* a, std::size_t an, const Limb* b, std::size_t bn) noexcept;
// result[size + bits / 64 + 1] = a << bits.
void shift_left(Limb* result, const Limb* a, std::size_t size, std::uint64_t bits) noexcept;
// result[size - bits / 64] = a >> bits, for bits / 64 < size; whether any bit that fell out was set.
bool shift_right(Limb* result, const Limb* a, std::size_t size, std::uint64_t bits) noexcept;
// Whether any of the lowest `bits` bits is set.
bool any_low_bits(const Limb* a, std::size_t size, std::uint64_t bits) noexcept;
// result[size] = a * factor + carry; gives the next limb. result may be a.
Limb multiply_one(Limb* result, const Limb* a, std::size_t size, Limb factor, Limb carry) noexcept;
// quotient[size] = a / divisor; gives the remainder. quotient may be a, or null.
Limb divide_one(Limb* quotient, const Limb* a, std::size_t size, Limb divisor) noexcept;
// The 64 highest bits of a (its highest bit becomes bit 63), and whether any lower bit is set. a is trimmed, not zero.
Limb top_bits(const Limb* a, std::size_t size, bool& sticky) noexcept;

// ---- int_engine.cpp. Operands are trimmed and not zero.
// result[an + bn] = a * b, wholly written. result overlaps neither.
void multiply(Limb* result, const Limb* a, std::size_t an, const Limb* b, std::size_t bn);
// a = quotient * b + remainder; the vectors come back trimmed. quotient may be null.
void divide(LimbVector* quotient, LimbVector& remainder, const Limb* a, std::size_t an, const Limb* b, std::size_t bn);
LimbVector greatest_common_divisor(const Limb* a, std::size_t an, const Limb* b, std::size_t bn);
// floor(sqrt(a)).
LimbVector square_root(const Limb* a, std::size_t an);

// ---- int_digits.cpp
// Digits without sign; zero is "0". Bases 2 to 36, lower case.
std::string to_digits(const Limb* a, std::size_t size, unsigned base);
// The value of digits (already checked: nothing but digits of the base), trimmed.
LimbVector from_digits(std::string_view digits, unsigned base);

} // namespace limbs

// mantissa * 2^exponent (plus something below the last bit, when sticky) rounded to the nearest double, ties to even, in one step also where the result is
// subnormal. Too large: infinity.
double scale_rounded(std::uint64_t mantissa, bool sticky, std::int64_t exponent) noexcept;
// Any int as the nearest double; infinity when it is too large.
double int_to_double(Value value) noexcept;
// Exact comparison of any int with a double that is not nan: -1, 0, 1.
int int_compare_double(Value value, double other) noexcept;

} // namespace mp
