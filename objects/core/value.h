#pragma once
// Value: every Python value in one 64-bit word.
//
//   low bits   meaning
//   000        pointer to an Object, never null
//   ..11       int, 62 bits signed: (i << 2) | 3
//   ..01 ..10  float: rotl(bits, 4) ^ 1. The rotation brings sign and the three top exponent bits down; the word is a float when its two low bits
//              differ, which holds for exponents 0x000-0x0ff, 0x300-0x4ff and 0x700-0x7ff: zero, subnormals, inf, nan and
//              2^-255 <= |x| < 2^257. Other floats are boxed (FloatObject), which every reader of floats accepts.
//   100        specials: None, True, False, Ellipsis, NotImplemented, and internal marks that Python code never sees
//
// A Value borrows: copying it counts nothing. Owned (ref.h) owns.
#include <bit>
#include <cstdint>

#include "interp/support/result.h"

namespace mp {

struct Object;

class Value {
public:
    constexpr Value() noexcept : word_(special_word(0)) {} // unbound
    Value(Object* object) noexcept : word_(reinterpret_cast<std::uint64_t>(object)) {}
    static constexpr Value from_word(std::uint64_t word) noexcept { return Value(word, 0); }
    constexpr std::uint64_t word() const noexcept { return word_; }

    // ---- specials
    static constexpr Value unbound() noexcept { return from_word(special_word(0)); } // a local without value; "absent"
    static constexpr Value raised_mark() noexcept {
        return from_word(special_word(1));
    }                                                                                  // a Python exception is pending
    static constexpr Value exhausted() noexcept { return from_word(special_word(2)); } // an iterator's end
    static constexpr Value hole() noexcept { return from_word(special_word(3)); }      // deleted entry of a table
    static constexpr Value none() noexcept { return from_word(special_word(4)); }
    static constexpr Value false_() noexcept { return from_word(special_word(6)); }
    static constexpr Value true_() noexcept { return from_word(special_word(7)); }
    static constexpr Value ellipsis() noexcept { return from_word(special_word(8)); }
    static constexpr Value not_implemented() noexcept { return from_word(special_word(9)); }
    static constexpr Value boolean(bool b) noexcept { return from_word(special_word(6 + (b ? 1 : 0))); }

    constexpr bool is(Value other) const noexcept { return word_ == other.word_; } // Python's `is`
    constexpr bool is_unbound() const noexcept { return is(unbound()); }
    constexpr bool is_raised() const noexcept { return is(raised_mark()); }
    constexpr bool is_exhausted() const noexcept { return is(exhausted()); }
    constexpr bool is_none() const noexcept { return is(none()); }
    constexpr bool is_true() const noexcept { return is(true_()); }
    constexpr bool is_false() const noexcept { return is(false_()); }
    constexpr bool is_bool() const noexcept { return (word_ | 8) == special_word(7); }
    constexpr bool is_not_implemented() const noexcept { return is(not_implemented()); }
    constexpr bool is_special() const noexcept { return (word_ & 7) == 4; }

    // ---- pointers
    constexpr bool is_object() const noexcept { return (word_ & 7) == 0; }
    Object* object() const noexcept { return reinterpret_cast<Object*>(word_); }

    // ---- small ints
    static constexpr std::int64_t int_min = -(std::int64_t{1} << 61);
    static constexpr std::int64_t int_max = (std::int64_t{1} << 61) - 1;
    static constexpr bool fits_int(std::int64_t i) noexcept { return i >= int_min && i <= int_max; }
    static constexpr Value from_int(std::int64_t i) noexcept {
        return from_word(static_cast<std::uint64_t>(i) << 2 | 3);
    }
    constexpr bool is_int() const noexcept {
        return (word_ & 3) == 3;
    } // a small int; larger ones are IntObject, bool is not included
    constexpr std::int64_t as_int() const noexcept { return static_cast<std::int64_t>(word_) >> 2; }
    static constexpr bool both_ints(Value a, Value b) noexcept { return (a.word_ & b.word_ & 3) == 3; }

    // ---- floats
    static constexpr bool fits_float(double d) noexcept {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(d);
        return (((bits >> 60) ^ (bits >> 61)) & 1) == 0 && d == d; // nan is boxed: identity matters for `nan in [nan]`
    }
    static constexpr Value from_float(double d) noexcept {
        return from_word(std::rotl(std::bit_cast<std::uint64_t>(d), 4) ^ 1);
    }
    constexpr bool is_float() const noexcept { return ((word_ + 1) & 2) != 0; } // an unboxed float
    constexpr double as_float() const noexcept { return std::bit_cast<double>(std::rotr(word_ ^ 1, 4)); }
    static constexpr bool both_floats(Value a, Value b) noexcept { return ((a.word_ + 1) & (b.word_ + 1) & 2) != 0; }

private:
    static constexpr std::uint64_t special_word(std::uint64_t n) noexcept { return n << 3 | 4; }
    constexpr Value(std::uint64_t word, int) noexcept : word_(word) {}
    std::uint64_t word_;
};
static_assert(sizeof(Value) == 8);

template <>
struct RaisedNiche<Value> {
    static Value make_raised() noexcept { return Value::raised_mark(); }
    static bool is_raised(const Value& value) noexcept { return value.is_raised(); }
};

} // namespace mp
