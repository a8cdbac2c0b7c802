#pragma once
// Searching for a sequence in a sequence of bytes or characters (std::uint8_t, char16_t, char32_t): one implementation for bytes, bytearray, mmap and str.
//
// The usual way compares 16 bytes at a time with the needle's first and last element and looks closer where both agree. Where that happens too often for
// its worth (b"a" * n against b"a" * m + b"b"), the rest goes to Crochemore and Perrin's two-way algorithm, which needs no table and never more than
// 2n comparisons: no input makes a search quadratic.
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

namespace mp::search {

inline constexpr std::int64_t npos = -1;

namespace detail {

// A sequence read from its end: lets the same two-way search find the last place.
template <class C>
struct Reversed {
    const C* end;
    C operator[](std::size_t i) const noexcept { return end[-1 - static_cast<std::ptrdiff_t>(i)]; }
};

// The start of the larger of the needle's two maximal suffixes (under < and under >), and its period.
template <class Sequence>
std::size_t critical_position(const Sequence& needle, std::size_t length, std::size_t& period) {
    std::size_t best_start = 0;
    period = 1;
    for (int order = 0; order < 2; ++order) {
        std::size_t start = static_cast<std::size_t>(-1), candidate = 0, offset = 1, p = 1;
        while (candidate + offset < length) {
            const auto a = needle[candidate + offset];
            const auto b = needle[start + offset];
            if (order == 0 ? a < b : a > b) {
                candidate += offset;
                offset = 1;
                p = candidate - start;
            } else if (a == b) {
                if (offset == p) {
                    candidate += p;
                    offset = 1;
                } else {
                    ++offset;
                }
            } else {
                start = candidate++;
                offset = p = 1;
            }
        }
        if (order == 0 || start + 1 > best_start) {
            best_start = start + 1;
            period = p;
        }
    }
    return best_start;
}

// The first place of needle in hay, or -1. Both have at least one element.
template <class Sequence>
std::int64_t two_way(const Sequence& hay, std::size_t hay_length, const Sequence& needle, std::size_t length) {
    if (length > hay_length) return npos;
    std::size_t period;
    const std::size_t critical = critical_position(needle, length, period);
    bool periodic = critical + period <= length;
    for (std::size_t i = 0; periodic && i < critical; ++i) periodic = needle[i] == needle[i + period];
    if (!periodic) period = std::max(critical, length - critical) + 1;
    std::size_t memory = 0; // of a periodic needle: how much of its beginning is known to match
    std::size_t at = 0;
    while (at <= hay_length - length) {
        std::size_t i = std::max(critical, memory);
        while (i < length && needle[i] == hay[at + i]) ++i;
        if (i < length) {
            at += i - critical + 1;
            memory = 0;
            continue;
        }
        i = critical;
        while (i > memory && needle[i - 1] == hay[at + i - 1]) --i;
        if (i <= memory) return static_cast<std::int64_t>(at);
        at += period;
        memory = periodic ? length - period : 0;
    }
    return npos;
}

template <class C>
inline constexpr std::size_t lanes = 16 / sizeof(C);

template <class C>
struct VectorOf;
template <>
struct VectorOf<std::uint8_t> {
    typedef std::uint8_t Type __attribute__((vector_size(16)));
};
template <>
struct VectorOf<char16_t> {
    typedef std::uint16_t Type __attribute__((vector_size(16)));
};
template <>
struct VectorOf<char32_t> {
    typedef std::uint32_t Type __attribute__((vector_size(16)));
};

template <class C>
typename VectorOf<C>::Type load_vector(const C* at) noexcept {
    typename VectorOf<C>::Type vector;
    std::memcpy(&vector, at, 16);
    return vector;
}
template <class C>
typename VectorOf<C>::Type splat(C c) noexcept {
    return typename VectorOf<C>::Type{} + c;
}

// Lanes that agree, as 16 bytes of all ones or zeros.
struct Mask {
    std::uint64_t low, high;
    bool any() const noexcept { return (low | high) != 0; }
};
template <class V>
Mask mask_of(V agreement) noexcept {
    Mask mask;
    std::memcpy(&mask, &agreement, 16);
    return mask;
}
// Calls f(lane) for every agreeing lane in order until it returns true; whether one did.
template <class C, class F>
bool for_lanes(Mask mask, F&& f) {
    constexpr unsigned bits = sizeof(C) * 8;
    constexpr unsigned per_word = 64 / bits;
    for (std::uint64_t word = mask.low; word;) {
        const unsigned lane = static_cast<unsigned>(std::countr_zero(word)) / bits;
        if (f(lane)) return true;
        word &= ~((~std::uint64_t{0} >> (64 - bits)) << (lane * bits));
    }
    for (std::uint64_t word = mask.high; word;) {
        const unsigned lane = static_cast<unsigned>(std::countr_zero(word)) / bits;
        if (f(lane + per_word)) return true;
        word &= ~((~std::uint64_t{0} >> (64 - bits)) << (lane * bits));
    }
    return false;
}
static_assert(std::endian::native == std::endian::little, "the order of lanes in a mask");

// Whether count elements agree. `compared` grows by how many were looked at, about.
template <class C>
bool agree(const C* a, const C* b, std::size_t count, std::size_t& compared) noexcept {
    constexpr std::size_t step = 8 * lanes<C>;
    std::size_t i = 0;
    for (; i + step <= count; i += step)
        if (std::memcmp(a + i, b + i, step * sizeof(C)) != 0) break;
    const std::size_t rest = std::min(step, count - i);
    compared += i + rest;
    return (i + rest == count) && std::memcmp(a + i, b + i, rest * sizeof(C)) == 0;
}

} // namespace detail

// The first element equal to c, or -1.
template <class C>
std::int64_t find_element(std::span<const C> hay, C c) {
    if (hay.empty()) return npos;
    if constexpr (sizeof(C) == 1) {
        const void* found = std::memchr(hay.data(), c, hay.size());
        return found ? static_cast<const C*>(found) - hay.data() : npos;
    } else {
        std::size_t i = 0;
        const auto wanted = detail::splat(c);
        for (; i + detail::lanes<C> <= hay.size(); i += detail::lanes<C>)
            if (detail::mask_of(detail::load_vector(hay.data() + i) == wanted).any()) break;
        for (; i < hay.size(); ++i)
            if (hay[i] == c) return static_cast<std::int64_t>(i);
        return npos;
    }
}

template <class C>
std::int64_t find_last_element(std::span<const C> hay, C c) {
    std::size_t i = hay.size();
    const auto wanted = detail::splat(c);
    for (; i >= detail::lanes<C>; i -= detail::lanes<C>)
        if (detail::mask_of(detail::load_vector(hay.data() + i - detail::lanes<C>) == wanted).any()) break;
    while (i > 0)
        if (hay[--i] == c) return static_cast<std::int64_t>(i);
    return npos;
}

template <class C>
std::int64_t count_element(std::span<const C> hay, C c) {
    std::int64_t count = 0;
    std::size_t i = 0;
    if constexpr (sizeof(C) == 1) {
        // Agreeing lanes are -1: sums of up to 255 fit a lane.
        const auto wanted = detail::splat(c);
        while (i + 16 <= hay.size()) {
            auto sums = detail::splat(C{0});
            for (int rounds = 0; rounds < 255 && i + 16 <= hay.size(); ++rounds, i += 16)
                sums -= static_cast<decltype(sums)>(detail::load_vector(hay.data() + i) == wanted);
            for (int lane = 0; lane < 16; ++lane) count += sums[lane];
        }
    }
    for (; i < hay.size(); ++i) count += hay[i] == c;
    return count;
}

// The first place of needle, or -1. An empty needle is found at 0.
template <class C>
std::int64_t find(std::span<const C> hay, std::span<const C> needle) {
    const std::size_t n = hay.size(), m = needle.size();
    if (m > n) return npos;
    if (m == 0) return 0;
    if (m == 1) return find_element(hay, needle[0]);
    const C* const text = hay.data();
    const C first = needle[0], last = needle[m - 1];
    const std::size_t places = n - m + 1; // candidates
    std::size_t i = 0;
    std::size_t wasted = 0; // elements compared beyond the ends
    std::int64_t found = npos;
    auto matches = [&](std::size_t at) {
        if (!detail::agree(text + at + 1, needle.data() + 1, m - 2, wasted)) return false;
        found = static_cast<std::int64_t>(at);
        return true;
    };
    if (places >= detail::lanes<C>) {
        const auto wanted_first = detail::splat(first);
        const auto wanted_last = detail::splat(last);
        for (; i + detail::lanes<C> <= places; i += detail::lanes<C>) {
            const auto agreement = (detail::load_vector(text + i) == wanted_first) &
                                   (detail::load_vector(text + i + m - 1) == wanted_last);
            const detail::Mask mask = detail::mask_of(agreement);
            if (!mask.any()) continue;
            if (detail::for_lanes<C>(mask, [&](std::size_t lane) { return matches(i + lane); })) return found;
            if (wasted > 8 * i + 4096) {
                i += detail::lanes<C>;
                const std::int64_t rest = detail::two_way(text + i, n - i, needle.data(), m);
                return rest < 0 ? npos : rest + static_cast<std::int64_t>(i);
            }
        }
    }
    for (; i < places; ++i)
        if (text[i] == first && text[i + m - 1] == last && matches(i)) return found;
    return npos;
}

// The last place of needle, or -1. An empty needle is found at the end.
template <class C>
std::int64_t find_last(std::span<const C> hay, std::span<const C> needle) {
    const std::size_t n = hay.size(), m = needle.size();
    if (m > n) return npos;
    if (m == 0) return static_cast<std::int64_t>(n);
    if (m == 1) return find_last_element(hay, needle[0]);
    const C* const text = hay.data();
    std::size_t wasted = 0;
    for (std::size_t places = n - m + 1; places > 0;) {
        const std::int64_t at = find_last_element(hay.first(places), needle[0]);
        if (at < 0) return npos;
        const auto i = static_cast<std::size_t>(at);
        if (text[i + m - 1] == needle[m - 1]) {
            if (detail::agree(text + i, needle.data(), m, wasted)) return at;
            if (wasted > 8 * (n - i) + 4096) {
                const std::size_t left = i + m - 1; // elements that may still hold a match
                const std::int64_t back =
                    detail::two_way(detail::Reversed<C>{text + left}, left, detail::Reversed<C>{needle.data() + m}, m);
                return back < 0 ? npos : static_cast<std::int64_t>(left - m) - back;
            }
        }
        places = i;
    }
    return npos;
}

// How often needle occurs without overlap, up to `most` times. An empty needle occurs size + 1 times.
template <class C>
std::int64_t count(std::span<const C> hay, std::span<const C> needle, std::int64_t most = INT64_MAX) {
    if (needle.empty()) return std::min(static_cast<std::int64_t>(hay.size()) + 1, most);
    if (needle.size() == 1 && most == INT64_MAX) return count_element(hay, needle[0]);
    std::int64_t count = 0;
    while (count < most) {
        const std::int64_t at = find(hay, needle);
        if (at < 0) break;
        ++count;
        hay = hay.subspan(static_cast<std::size_t>(at) + needle.size());
    }
    return count;
}

} // namespace mp::search
