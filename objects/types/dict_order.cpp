#include "objects/types/dict_order.h"

#include <algorithm>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict_table.h"

namespace mp {

using namespace dict_table;

DictItem dict_take_first(Runtime& rt, DictObject& dict) {
    std::uint32_t first = 0;
    while (key_at(dict, first).is(Value::hole())) ++first;
    // A walk over h holes against a copy of all entries every h times: the sum is least for some square roots of their number.
    if (first >= 32 && std::uint64_t{first} * first > 16 * std::uint64_t{dict.used}) {
        close_holes(rt, dict);
        first = 0;
    }
    Taken taken = take(dict, first);
    return {std::move(taken.key), std::move(taken.value)};
}

DictItem dict_take_last(DictObject& dict) noexcept {
    Taken taken = take_last(dict);
    return {std::move(taken.key), std::move(taken.value)};
}

template <class Entry>
static void rotate_to_front(DictObject& dict, std::uint32_t position) noexcept {
    auto* entries = static_cast<Entry*>(dict.entries);
    std::rotate(entries, entries + position, entries + position + 1);
}

Result<bool> dict_move(Runtime& rt, DictObject& dict, Value key, bool to_end) {
    const std::int64_t hash = TRY(key_hash(rt, key));
    const std::int64_t found = TRY(find(rt, dict, key, hash));
    if (found < 0) return false;
    auto position = static_cast<std::uint32_t>(found);
    if (to_end) {
        if (position + 1 == dict.fill) return true;
        if (dict.usable == 0) { // so that nothing is lost when there is no memory
            position -= static_cast<std::uint32_t>(holes_before(dict, position));
            close_holes(rt, dict);
        }
        Taken taken = take(dict, position);
        add(rt, dict, std::move(taken.key), std::move(taken.value), hash);
        return true;
    }
    position -= static_cast<std::uint32_t>(holes_before(dict, position));
    if (dict.used != dict.fill) close_holes(rt, dict);
    if (position == 0) return true;
    TRY(rt.pay(dict.used / 16 + 1));
    if (dict.general)
        rotate_to_front<HashedEntry>(dict, position);
    else
        rotate_to_front<DictEntry>(dict, position);
    rebuild_index(dict);
    ++dict.mutations;
    dict.keys_version = 0;
    return true;
}

Result<bool> dict_same_order(Runtime& rt, DictObject& a, DictObject& b) {
    auto kept_a = Ref<DictObject>::share(&a), kept_b = Ref<DictObject>::share(&b);
    const std::uint32_t mutations_a = a.mutations, mutations_b = b.mutations;
    PayMeter meter(rt);
    std::uint32_t position_a = 0, position_b = 0;
    Value key_a, key_b, value;
    for (;;) {
        const bool more_a = dict_next(a, position_a, key_a, value), more_b = dict_next(b, position_b, key_b, value);
        if (!more_a || !more_b) return more_a == more_b;
        TRY(meter.tick());
        Owned left = Owned::share(key_a), right = Owned::share(key_b);
        if (!TRY(item_equal(rt, left, right))) return false;
        if (a.mutations != mutations_a || b.mutations != mutations_b)
            return raise(rt, TypeId::RuntimeError, "OrderedDict mutated during iteration");
    }
}

} // namespace mp
