// Magnitudes to digits and back. Bases that are powers of two copy bits; the others split in halves at powers of the base, so that the work is that of a few
// large multiplications and divisions.
#include <algorithm>
#include <bit>

#include "objects/types/int_limbs.h"

namespace mp::limbs {

namespace {

constexpr char digit_letters[] = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t direct_limbs = 40; // below this, digit groups are split off one by one

// The largest power of a base that one limb holds, and its exponent.
struct Group {
    Limb value;
    unsigned digits;
};

Group group_of(unsigned base) {
    Group group{base, 1};
    while (group.value <= ~Limb{0} / base) {
        group.value *= base;
        ++group.digits;
    }
    return group;
}

// group.value^(2^i), grown when asked.
class Powers {
public:
    explicit Powers(Group group) { powers_.push_back({group.value}); }
    const LimbVector& operator[](std::size_t i) {
        while (powers_.size() <= i) {
            const LimbVector& last = powers_.back();
            LimbVector square(last.size() * 2);
            multiply(square.data(), last.data(), last.size(), last.data(), last.size());
            square.resize(trim(square.data(), square.size()));
            powers_.push_back(std::move(square));
        }
        return powers_[i];
    }

private:
    std::vector<LimbVector> powers_;
};

class DigitWriter {
public:
    explicit DigitWriter(unsigned base) : base_(base), group_(group_of(base)), powers_(group_) {}

    std::string write(LimbVector value) {
        std::size_t level = 0;
        while (powers_[level].size() * 2 - 1 <= value.size()) ++level;
        append(std::move(value), level, 0);
        return std::move(text_);
    }

private:
    // Appends at least `width` digits of `value`, which is below powers_[level]^2 or small.
    void append(LimbVector value, std::size_t level, std::size_t width) {
        if (value.size() <= direct_limbs) {
            append_directly(std::move(value), width);
            return;
        }
        while (level > 0 && compare(value.data(), value.size(), powers_[level].data(), powers_[level].size()) < 0)
            --level;
        const LimbVector& power = powers_[level];
        LimbVector high, low;
        divide(&high, low, value.data(), value.size(), power.data(), power.size());
        value = {};
        const std::size_t low_digits = static_cast<std::size_t>(group_.digits) << level;
        append(std::move(high), level, width > low_digits ? width - low_digits : 0);
        append(std::move(low), level > 0 ? level - 1 : 0, low_digits);
    }

    void append_directly(LimbVector value, std::size_t width) {
        std::string reversed;
        std::size_t size = value.size();
        while (size > 0) {
            Limb group = divide_one(value.data(), value.data(), size, group_.value);
            size = trim(value.data(), size);
            for (unsigned i = 0; i < group_.digits && (size > 0 || group > 0); ++i) {
                reversed += digit_letters[group % base_];
                group /= base_;
            }
        }
        if (reversed.size() < width) reversed.append(width - reversed.size(), '0');
        text_.append(reversed.rbegin(), reversed.rend());
    }

    unsigned base_;
    Group group_;
    Powers powers_;
    std::string text_;
};

std::string power_of_two_digits(const Limb* a, std::size_t size, unsigned shift) {
    const std::uint64_t bits = bit_length(a, size);
    const std::size_t count = (bits + shift - 1) / shift;
    std::string text(count, '0');
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t at = static_cast<std::uint64_t>(i) * shift;
        Limb digit = a[at / 64] >> (at % 64);
        if (at % 64 + shift > 64 && at / 64 + 1 < size) digit |= a[at / 64 + 1] << (64 - at % 64);
        text[count - 1 - i] = digit_letters[digit & ((1u << shift) - 1)];
    }
    return text;
}

unsigned digit_of(char c) {
    if (c <= '9') return static_cast<unsigned>(c - '0');
    return static_cast<unsigned>((c | 0x20) - 'a' + 10);
}

class DigitReader {
public:
    explicit DigitReader(unsigned base) : base_(base), group_(group_of(base)), powers_(group_) {}

    LimbVector read(std::string_view digits) {
        if (digits.size() <= group_.digits * direct_limbs) return read_directly(digits);
        std::size_t level = 0;
        while ((static_cast<std::size_t>(group_.digits) << (level + 1)) < digits.size()) ++level;
        const std::size_t low_digits = static_cast<std::size_t>(group_.digits) << level;
        LimbVector high = read(digits.substr(0, digits.size() - low_digits));
        LimbVector low = read(digits.substr(digits.size() - low_digits));
        if (high.empty()) return low;
        const LimbVector& power = powers_[level];
        LimbVector value(high.size() + power.size() + 1, 0);
        multiply(value.data(), high.data(), high.size(), power.data(), power.size());
        add(value.data(), value.data(), value.size(), low.data(), low.size());
        value.resize(trim(value.data(), value.size()));
        return value;
    }

private:
    LimbVector read_directly(std::string_view digits) {
        LimbVector value;
        while (!digits.empty()) {
            const std::size_t take = (digits.size() - 1) % group_.digits + 1; // the first group may be short
            Limb group = 0;
            for (char c : digits.substr(0, take)) group = group * base_ + digit_of(c);
            digits.remove_prefix(take);
            const Limb carry = multiply_one(value.data(), value.data(), value.size(), group_.value, group);
            if (carry != 0) value.push_back(carry);
        }
        return value;
    }

    unsigned base_;
    Group group_;
    Powers powers_;
};

LimbVector from_power_of_two_digits(std::string_view digits, unsigned shift) {
    LimbVector value((digits.size() * shift + 63) / 64 + 1, 0);
    std::uint64_t at = 0;
    for (std::size_t i = digits.size(); i-- > 0; at += shift) {
        const Limb digit = digit_of(digits[i]);
        value[at / 64] |= digit << (at % 64);
        if (at % 64 + shift > 64) value[at / 64 + 1] |= digit >> (64 - at % 64);
    }
    value.resize(trim(value.data(), value.size()));
    return value;
}

} // namespace

std::string to_digits(const Limb* a, std::size_t size, unsigned base) {
    if (size == 0) return "0";
    if (std::has_single_bit(base)) return power_of_two_digits(a, size, static_cast<unsigned>(std::countr_zero(base)));
    return DigitWriter(base).write(LimbVector(a, a + size));
}

LimbVector from_digits(std::string_view digits, unsigned base) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (std::has_single_bit(base))
        return from_power_of_two_digits(digits, static_cast<unsigned>(std::countr_zero(base)));
    return DigitReader(base).read(digits);
}

} // namespace mp::limbs
