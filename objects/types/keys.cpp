#include "objects/types/keys.h"

#include "objects/protocol/protocol.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp {

std::int64_t immediate_hash(Value value) noexcept {
    if (value.is_int()) return small_int_hash(value.as_int());
    if (value.is_float()) return hash_double(value.as_float(), value);
    if (value.is_bool()) return value.is_true() ? 1 : 0;
    if (value.is_none()) return 0xfca86420;
    return static_cast<std::int64_t>(identity_hash(value));
}

Result<std::int64_t> key_hash(Runtime& rt, Value key) {
    if (!key.is_object()) return immediate_hash(key);
    if (is_str(key)) return static_cast<std::int64_t>(str_hash(*static_cast<StrObject*>(key.object())));
    if (is_tuple(key)) return tuple_hash(rt, key);
    return hash(rt, key);
}

static bool int_equals_double(std::int64_t i, double d) noexcept {
    // Both ways: the conversion to double rounds, the one back is exact within 62 bits.
    return static_cast<double>(i) == d && d < 0x1p62 && d > -0x1p62 && static_cast<std::int64_t>(d) == i;
}

bool immediates_equal(Value a, Value b) noexcept {
    if (a.is(b)) return true;
    if (a.is_bool()) a = Value::from_int(a.is_true());
    if (b.is_bool()) b = Value::from_int(b.is_true());
    if (a.is_int()) {
        if (b.is_int()) return a.as_int() == b.as_int();
        return b.is_float() && int_equals_double(a.as_int(), b.as_float());
    }
    if (!a.is_float()) return false;
    if (b.is_float()) return a.as_float() == b.as_float();
    return b.is_int() && int_equals_double(b.as_int(), a.as_float());
}

static Quick quick_tuples_equal(const TupleObject& a, const TupleObject& b) noexcept {
    if (a.size != b.size) return Quick::no;
    for (std::int64_t i = 0; i < a.size; ++i) {
        Value x = a[i], y = b[i];
        if (x.is(y)) continue;
        if (is_tuple(x)) return Quick::unknown; // nested: the protocol counts the depth
        const Quick item = quick_equal(x, y);
        if (item != Quick::yes) return item;
    }
    return Quick::yes;
}

Quick quick_equal_slow(Value a, Value b) noexcept {
    if (a.is_object() && b.is_object()) {
        const Layout layout = a.object()->layout;
        if (layout != b.object()->layout) return Quick::unknown;
        bool same;
        switch (layout) {
        case Layout::str: {
            auto& x = *static_cast<StrObject*>(a.object());
            auto& y = *static_cast<StrObject*>(b.object());
            if (x.is_interned() && y.is_interned()) return Quick::no;
            if (x.length != y.length || (x.cached_hash && y.cached_hash && x.cached_hash != y.cached_hash))
                return Quick::no;
            same = str_equal(x, y);
            break;
        }
        case Layout::big_int: same = int_compare(a, b) == 0; break;
        case Layout::float_: same = float_value(a) == float_value(b); break;
        case Layout::tuple:
            return quick_tuples_equal(*static_cast<TupleObject*>(a.object()), *static_cast<TupleObject*>(b.object()));
        default: return Quick::unknown;
        }
        return same ? Quick::yes : Quick::no;
    }
    if (!a.is_object() && !b.is_object()) return immediates_equal(a, b) ? Quick::yes : Quick::no;
    // An immediate against a string: never equal.
    Value object = a.is_object() ? a : b;
    return is_str(object) ? Quick::no : Quick::unknown;
}

Result<bool> item_equal(Runtime& rt, Value a, Value b) {
    const Quick quick = quick_equal(a, b);
    if (quick != Quick::unknown) return quick == Quick::yes;
    return same_or_equal(rt, a, b);
}

} // namespace mp
