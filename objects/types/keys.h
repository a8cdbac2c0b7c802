#pragma once
// What dict, set, list and tuple know about values without running Python code: hashes of immediates and strings, and quick equality.
#include "objects/core/runtime.h"
#include "objects/types/str.h"

namespace mp {

// hash() of a small int, as CPython: the value modulo 2^61 - 1, and never -1.
inline std::int64_t small_int_hash(std::int64_t i) noexcept {
    constexpr std::int64_t modulus = (std::int64_t{1} << 61) - 1;
    if (i >= modulus)
        i -= modulus;
    else if (i <= -modulus)
        i += modulus;
    return i == -1 ? -2 : i;
}

// hash() of an immediate (anything that is not an object). Runs nothing.
std::int64_t immediate_hash(Value value) noexcept;

// hash(value), without a detour for strings, immediates and tuples. May run __hash__; TypeError when unhashable.
Result<std::int64_t> key_hash(Runtime& rt, Value key);

// hash() of a tuple, as CPython combines it. May run __hash__ of the items.
Result<std::int64_t> tuple_hash(Runtime& rt, Value tuple);

// Whether two immediates are equal: 1 == 1.0 == True.
bool immediates_equal(Value a, Value b) noexcept;

enum class Quick : std::uint8_t { no, yes, unknown };

Quick quick_equal_slow(Value a, Value b) noexcept;

// Whether `a is b or a == b`, when that can be told without running Python code.
inline Quick quick_equal(Value a, Value b) noexcept {
    if (a.is(b)) return Quick::yes;
    if (Value::both_ints(a, b)) return Quick::no;
    return quick_equal_slow(a, b);
}

// same_or_equal() of objects/protocol, with the quick answer first. May run __eq__.
Result<bool> item_equal(Runtime& rt, Value a, Value b);

// Pays the step budget for a native loop, a chunk at a time: `TRY(meter.tick())` once per item.
class PayMeter {
public:
    explicit PayMeter(Runtime& rt) noexcept : rt_(rt) {}
    Result<void> tick() noexcept {
        if ((++count_ & 255) != 0) [[likely]]
            return ok;
        return rt_.pay(256);
    }

private:
    Runtime& rt_;
    std::uint32_t count_ = 0;
};

} // namespace mp
