#include "objects/types/sort.h"

#include <algorithm>

#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/keys.h"
#include "objects/types/list_internal.h"
#include "objects/types/numbers.h"
#include "objects/types/timsort.h"

namespace mp {

namespace {

struct Keyed {
    Value key, item;
};
Value key_of(Value item) noexcept { return item; }
Value key_of(const Keyed& pair) noexcept { return pair.key; }

// What all keys have in common: it decides how they are compared.
enum class KeyKind { small_int, any_int, float_, str, any };

KeyKind kind_of(Value key) noexcept {
    if (key.is_int()) return KeyKind::small_int;
    if (key.is_float()) return KeyKind::float_;
    if (!key.is_object()) return KeyKind::any;
    switch (key.object()->layout) {
    case Layout::big_int: return KeyKind::any_int;
    case Layout::float_: return KeyKind::float_;
    case Layout::str: return KeyKind::str;
    default: return KeyKind::any;
    }
}

template <class T>
KeyKind common_kind(const T* items, std::int64_t count) noexcept {
    KeyKind kind = kind_of(key_of(items[0]));
    for (std::int64_t i = 1; i < count && kind != KeyKind::any; ++i) {
        const KeyKind other = kind_of(key_of(items[i]));
        if (other == kind) continue;
        const bool both_ints = kind <= KeyKind::any_int && other <= KeyKind::any_int;
        kind = both_ints ? KeyKind::any_int : KeyKind::any;
    }
    return kind;
}

template <class T>
struct SmallIntLess {
    int operator()(const T& a, const T& b) const noexcept {
        return static_cast<std::int64_t>(key_of(a).word()) <
               static_cast<std::int64_t>(key_of(b).word()); // the tag is the same
    }
};
template <class T>
struct AnyIntLess {
    int operator()(const T& a, const T& b) const noexcept { return int_compare(key_of(a), key_of(b)) < 0; }
};
template <class T>
struct FloatLess {
    static double value(Value key) noexcept {
        return key.is_float() ? key.as_float() : static_cast<FloatObject*>(key.object())->value;
    }
    int operator()(const T& a, const T& b) const noexcept { return value(key_of(a)) < value(key_of(b)); }
};
template <class T>
struct StrLess {
    int operator()(const T& a, const T& b) const noexcept {
        return str_compare(*static_cast<StrObject*>(key_of(a).object()), *static_cast<StrObject*>(key_of(b).object())) <
               0;
    }
};
template <class T>
struct AnyLess {
    Runtime& rt;
    int operator()(const T& a, const T& b) const {
        auto less = compare_bool(rt, key_of(a), key_of(b), CompareOp::lt);
        if (less.is_raised()) return -1;
        return less.take();
    }
};

template <class T>
Result<void> sort_items(Runtime& rt, T* items, std::int64_t count) {
    if (count < 2) return ok;
    TRY(rt.pay(static_cast<std::uint64_t>(count)));
    bool done = false;
    const auto sort_by = [&](auto less) {
        TimSort<T, decltype(less)> sort(rt, items, count, less);
        done = sort.run();
    };
    switch (common_kind(items, count)) {
    case KeyKind::small_int: sort_by(SmallIntLess<T>{}); break;
    case KeyKind::any_int: sort_by(AnyIntLess<T>{}); break;
    case KeyKind::float_: sort_by(FloatLess<T>{}); break;
    case KeyKind::str: sort_by(StrLess<T>{}); break;
    case KeyKind::any: sort_by(AnyLess<T>{rt}); break;
    }
    if (!done) return raised;
    return ok;
}

template <class T>
Result<void> sort_either_way(Runtime& rt, T* items, std::int64_t count, bool reverse) {
    // Reversed before and after, equal items keep their order.
    if (reverse) std::reverse(items, items + count);
    auto result = sort_items(rt, items, count);
    if (reverse) std::reverse(items, items + count);
    return result;
}

// The items of a list while they are sorted: the list is empty meanwhile and gets them back in the end, whatever happens. It holds a block of its own, which
// any change replaces or fills: a list that gets empty has none.
class Borrowed {
    static constexpr std::int64_t marker_capacity = 4;

public:
    Borrowed(Runtime& rt, ListObject& list)
        : rt_(rt),
          list_(Ref<ListObject>::share(&list)),
          marker_(static_cast<Value*>(rt.heap().allocate(marker_capacity * sizeof(Value)))),
          items(list.items),
          count(list.size),
          capacity_(list.capacity) {
        list.items = marker_;
        list.size = 0;
        list.capacity = marker_capacity;
    }
    ~Borrowed() { give_back(); }
    Borrowed(const Borrowed&) = delete;
    // Whether nobody changed the list meanwhile (what was put there is dropped).
    bool give_back() noexcept {
        if (!items) return untouched_;
        untouched_ = list_->items == marker_ && list_->size == 0;
        Value* meanwhile = list_->items;
        const std::int64_t meanwhile_size = list_->size, meanwhile_capacity = list_->capacity;
        list_->items = std::exchange(items, nullptr);
        list_->size = count;
        list_->capacity = capacity_;
        if (meanwhile) {
            for (std::int64_t i = meanwhile_size; i-- > 0;) release(meanwhile[i]);
            rt_.heap().free(meanwhile, static_cast<std::size_t>(meanwhile_capacity) * sizeof(Value));
        }
        return untouched_;
    }

private:
    Runtime& rt_;
    Ref<ListObject> list_;
    Value* marker_;

public:
    Value* items;
    std::int64_t count;

private:
    std::int64_t capacity_;
    bool untouched_ = true;
};

// Items with their keys, computed one after the other. Puts the items back in sorted order.
class KeyedItems {
public:
    KeyedItems(Runtime& rt, Borrowed& borrowed) : rt_(rt), borrowed_(borrowed) {
        bytes_ = static_cast<std::size_t>(borrowed.count) * sizeof(Keyed);
        pairs_ = static_cast<Keyed*>(rt.heap().allocate(bytes_));
    }
    ~KeyedItems() {
        if (keyed_ == borrowed_.count)
            for (std::int64_t i = 0; i < keyed_; ++i) borrowed_.items[i] = pairs_[i].item;
        borrowed_.give_back(); // before keys die: their finalisers may look at the list
        for (std::int64_t i = 0; i < keyed_; ++i) release(pairs_[i].key);
        rt_.heap().free(pairs_, bytes_);
    }
    KeyedItems(const KeyedItems&) = delete;

    Result<void> compute(Value key) {
        for (std::int64_t i = 0; i < borrowed_.count; ++i) {
            Owned result = TRY(call(rt_, key, borrowed_.items[i]));
            pairs_[i] = {result.release(), borrowed_.items[i]};
            keyed_ = i + 1;
        }
        return ok;
    }
    Result<void> sort(bool reverse) { return sort_either_way(rt_, pairs_, keyed_, reverse); }

private:
    Runtime& rt_;
    Borrowed& borrowed_;
    std::size_t bytes_;
    Keyed* pairs_;
    std::int64_t keyed_ = 0;
};

} // namespace

Result<void> list_sort(Runtime& rt, ListObject& list, Value key, bool reverse) {
    if (list.size == 0) return ok;
    Borrowed borrowed(rt, list);
    Result<void> result = ok;
    if (key.is_none()) {
        result = sort_either_way(rt, borrowed.items, borrowed.count, reverse);
    } else {
        KeyedItems keyed(rt, borrowed);
        result = keyed.compute(key);
        if (!result.is_raised()) result = keyed.sort(reverse);
    }
    const bool untouched = borrowed.give_back();
    if (result.is_raised()) return raised;
    if (!untouched) return raise(rt, TypeId::ValueError, "list modified during sort");
    return ok;
}

} // namespace mp
