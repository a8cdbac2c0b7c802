#pragma once
// C++ containers to Python and back. The standard headers are not included: whatever has a container's shape converts, Boost's and your own too.
//
//   std::vector, deque, list          list; from any iterable but str, bytes-like objects and mappings
//   std::array<T, N>, T[N]            list; from an iterable of exactly N items
//   std::span<T>                      bytes (bytes and chars) or list, copied. As parameters, spans of numbers see the memory itself: buffer.hpp
//   std::vector<std::uint8_t / byte>  bytes; from bytes-like objects and iterables of ints
//   std::set, unordered_set           set; from set, frozenset, and iterables
//   std::map, unordered_map           dict; from mappings
//   std::pair, std::tuple             tuple; from tuple or list of that length
//   std::optional<T>                  None or T
//   std::variant<T...>                the first alternative that takes the value as it stands, else the first that converts it
//   std::chrono::duration             float seconds; from numbers and timedelta
//   std::chrono::time_point           float seconds since the clock's epoch, as time.time(); from numbers and datetime
//
// Items are converted in order, copied both ways. What Python code raises meanwhile is passed on.
#include <tuple>
#include <variant>

#include "minipy/value.hpp"

namespace minipy::detail {

template <class T>
concept OptionalLike = Structural<T> && requires(T& t, const T& c) {
    typename T::value_type;
    { c.has_value() } -> std::convertible_to<bool>;
    t.reset();
    t.emplace();
} && std::constructible_from<T, std::nullopt_t>;
template <class T>
concept RangeLike = Structural<T> && requires(const T& c) {
    typename T::value_type;
    c.begin();
    c.end();
    { c.size() } -> std::convertible_to<std::size_t>;
} && !std::convertible_to<const T&, std::string_view>;
template <class T>
concept MapLike = RangeLike<T> && requires(T& t, typename T::key_type k, typename T::mapped_type m) {
    t.emplace(std::move(k), std::move(m));
};
template <class T>
concept SetLike = RangeLike<T> && !MapLike<T> && requires(T & t, typename T::key_type k) {
    t.insert(std::move(k));
};
template <class T>
concept SequenceLike = RangeLike<T> && requires(T& t, typename T::value_type v) {
    t.push_back(std::move(v));
};
template <class T>
concept ArrayLike = RangeLike<T> && !SequenceLike<T> && !SetLike<T> && requires(T & t) {
    std::tuple_size<T>::value;
    t[0];
};
template <class T>
concept ViewLike = RangeLike<T> && requires(T& t) {
    typename T::element_type;
    t.data();
    t.size_bytes();
}; // std::span
template <class T>
concept ByteLike = std::same_as<std::remove_cv_t<T>, std::byte> || std::same_as < std::remove_cv_t<T>,
unsigned char > ;
template <class T>
concept DurationLike = Structural<T> && requires(const T& t) {
    typename T::rep;
    typename T::period;
    t.count();
};
template <class T>
concept TimePointLike = Structural<T> && requires(const T& t) {
    typename T::clock;
    typename T::duration;
    t.time_since_epoch();
};

// ---- sequences
template <class Range>
Word store_list(Core& core, Range&& range) {
    using Item =
        std::conditional_t<std::is_rvalue_reference_v<Range&&>, typename std::remove_cvref_t<Range>::value_type&&,
                           const typename std::remove_cvref_t<Range>::value_type&>;
    Held list(make_container(core, Container::list, range.size()));
    if (list.is_raised()) return raised_word;
    std::size_t i = 0;
    for (auto&& item : range) {
        const Word word =
            CasterOf<typename std::remove_cvref_t<Range>::value_type>::store(core, static_cast<Item>(item));
        if (word == raised_word) return raised_word;
        put_item(list.get(), i++, word);
    }
    return list.take();
}

// Calls add(item) for every item of `word` as a T, after prepare(how many there are, or 0 when that is not known).
template <class T, class Add, class Prepare = void (*)(std::size_t)>
bool load_items(
    Core& core, Word word, Container kind, Mode mode, Add&& add, Prepare&& prepare = [](std::size_t) {}) {
    Walk walk(core);
    if (!walk.begin(word, kind, mode)) return false;
    prepare(walk.size_hint());
    while (walk.next()) {
        CasterOf<T> item;
        if (!item.load(core, walk.item(), mode)) return false;
        if (!add(item.template get<T>())) return false;
    }
    return !walk.has_raised();
}

template <SequenceLike T>
struct Caster<T> : ValueCaster<T> {
    using Item = typename T::value_type;
    bool load(Core& core, Word word, Mode mode) {
        this->value.clear();
        if constexpr (ByteLike<Item>) {
            std::string data;
            if (load_bytes(core, word, mode, data)) {
                const auto* first = reinterpret_cast<const Item*>(data.data());
                this->value.assign(first, first + data.size());
                return true;
            }
            if (has_pending(core)) return false;
        }
        return load_items<Item>(
            core, word, Container::list, mode,
            [&](Item&& item) { return this->value.push_back(std::move(item)), true; },
            [&](std::size_t count) {
                if constexpr (requires { this->value.reserve(count); }) this->value.reserve(count);
            });
    }
    template <class U>
    static Word store(Core& core, U&& range) {
        if constexpr (ByteLike<Item> && requires { range.data(); })
            return make_bytes(core, range.data(), range.size());
        else
            return store_list(core, std::forward<U>(range));
    }
    static std::string name(Core* core) {
        return ByteLike<Item> ? "bytes" : "list[" + CasterOf<Item>::name(core) + "]";
    }
};

template <ArrayLike T>
requires(!ViewLike<T>) struct Caster<T> : ValueCaster<T> {
    using Item = typename T::value_type;
    static constexpr std::size_t size = std::tuple_size<T>::value;
    bool load(Core& core, Word word, Mode mode) {
        std::size_t i = 0;
        const bool all = load_items<Item>(core, word, Container::list, mode, [&](Item&& item) {
            if (i == size) return false;
            this->value[i++] = std::move(item);
            return true;
        });
        return all && i == size;
    }
    template <class U>
    static Word store(Core& core, U&& range) {
        return store_list(core, std::forward<U>(range));
    }
    static std::string name(Core* core) { return "list[" + CasterOf<Item>::name(core) + "]"; }
};

// A span as a result: copied. (As a parameter: buffer.hpp.)
template <class T>
Word store_span(Core& core, const T& span) {
    if constexpr (ByteLike<typename T::element_type> || std::same_as<std::remove_cv_t<typename T::element_type>, char>)
        return make_bytes(core, span.data(), span.size_bytes());
    else
        return store_list(core, span);
}

// ---- sets and maps
template <SetLike T>
struct Caster<T> : ValueCaster<T> {
    using Item = typename T::key_type;
    bool load(Core& core, Word word, Mode mode) {
        this->value.clear();
        return load_items<Item>(core, word, Container::set, mode,
                                [&](Item&& item) { return this->value.insert(std::move(item)), true; });
    }
    static Word store(Core& core, const T& items) {
        Held set(make_container(core, Container::set, items.size()));
        if (set.is_raised()) return raised_word;
        for (const Item& item : items) {
            const Word word = CasterOf<Item>::store(core, item);
            if (word == raised_word || !add_item(core, set.get(), word)) return raised_word;
        }
        return set.take();
    }
    static std::string name(Core* core) { return "set[" + CasterOf<Item>::name(core) + "]"; }
};

template <MapLike T>
struct Caster<T> : ValueCaster<T> {
    using Key = typename T::key_type;
    using Mapped = typename T::mapped_type;
    bool load(Core& core, Word word, Mode mode) {
        this->value.clear();
        Walk walk(core);
        if (!walk.begin_entries(word, mode)) return false;
        while (walk.next()) {
            CasterOf<Key> key;
            CasterOf<Mapped> mapped;
            if (!key.load(core, walk.item(), mode) || !mapped.load(core, walk.entry_value(), mode)) return false;
            this->value.emplace(key.template get<Key>(), mapped.template get<Mapped>());
        }
        return !walk.has_raised();
    }
    static Word store(Core& core, const T& entries) {
        Held dict(make_container(core, Container::dict, entries.size()));
        if (dict.is_raised()) return raised_word;
        for (const auto& [key, mapped] : entries) {
            Held key_word(CasterOf<Key>::store(core, key));
            if (key_word.is_raised()) return raised_word;
            const Word value_word = CasterOf<Mapped>::store(core, mapped);
            if (value_word == raised_word || !add_entry(core, dict.get(), key_word.take(), value_word))
                return raised_word;
        }
        return dict.take();
    }
    static std::string name(Core* core) {
        return "dict[" + CasterOf<Key>::name(core) + ", " + CasterOf<Mapped>::name(core) + "]";
    }
};

// ---- tuples
template <class Tuple, class... T>
struct TupleCaster {
    std::tuple<CasterOf<T>...> casters;
    bool load(Core& core, Word word, Mode mode) {
        Walk walk(core);
        if (!walk.begin(word, Container::tuple, mode) || walk.size_hint() != sizeof...(T)) return false;
        const bool all = std::apply(
            [&](auto&... caster) {
                return ((walk.next() && keep(walk.item()) && caster.load(core, kept.back().get(), mode)) && ...);
            },
            casters);
        return all && !walk.next() && !walk.has_raised();
    }
    template <class A>
    Tuple get() {
        return std::apply([](auto&... caster) { return Tuple(caster.template get<T>()...); }, casters);
    }
    template <class U>
    static Word store(Core& core, U&& tuple) {
        Held result(make_container(core, Container::tuple, sizeof...(T)));
        if (result.is_raised()) return raised_word;
        const bool all = [&]<std::size_t... I>(std::index_sequence<I...>) {
            return (put(core, result.get(), I, CasterOf<T>::store(core, std::get<I>(std::forward<U>(tuple)))) && ...);
        }
        (std::index_sequence_for<T...>());
        return all ? result.take() : raised_word;
    }
    static std::string name(Core* core) {
        std::string text;
        ((text += (text.empty() ? "" : ", ") + CasterOf<T>::name(core)), ...);
        return "tuple[" + (text.empty() ? "()" : text) + "]";
    }

private:
    // Items live as long as what was converted from them may point into them.
    std::vector<Held> kept;
    bool keep(Word item) {
        retain(item);
        kept.emplace_back(item);
        return true;
    }
    static bool put(Core&, Word tuple, std::size_t i, Word owned) {
        if (owned == raised_word) return false;
        put_item(tuple, i, owned);
        return true;
    }
};
template <class... T>
struct Caster<std::tuple<T...>> : TupleCaster<std::tuple<T...>, T...> {};
template <class A, class B>
struct Caster<std::pair<A, B>> : TupleCaster<std::pair<A, B>, A, B> {};

// ---- optional and variant
template <OptionalLike T>
struct Caster<T> : ValueCaster<T> {
    using Item = typename T::value_type;
    bool load(Core& core, Word word, Mode mode) {
        this->value.reset();
        if (word == none_word) return true;
        CasterOf<Item> item;
        if (!item.load(core, word, mode)) return false;
        this->value.emplace(item.template get<Item>());
        return true;
    }
    template <class U>
    static Word store(Core& core, U&& optional) {
        return optional.has_value() ? CasterOf<Item>::store(core, *std::forward<U>(optional)) : none_word;
    }
    static std::string name(Core* core) { return CasterOf<Item>::name(core) + " | None"; }
};

template <>
struct Caster<std::monostate> : ValueCaster<std::monostate> {
    bool load(Core&, Word word, Mode) noexcept { return word == none_word; }
    static Word store(Core&, std::monostate) noexcept { return none_word; }
    static std::string name(Core*) { return "None"; }
};

template <class... T>
struct Caster<std::variant<T...>> {
    std::optional<std::variant<T...>> value;
    bool load(Core& core, Word word, Mode mode) {
        value.reset();
        if ((try_one<T>(core, word, Mode::exact) || ...)) return true;
        if (has_pending(core)) clear_pending(core);
        return mode == Mode::convert && (try_one<T>(core, word, Mode::convert) || ...);
    }
    template <class A>
    std::variant<T...>&& get() noexcept {
        return std::move(*value);
    }
    template <class U>
    static Word store(Core& core, U&& variant) {
        return std::visit(
            [&](auto&& item) { return CasterOf<decltype(item)>::store(core, std::forward<decltype(item)>(item)); },
            std::forward<U>(variant));
    }
    static std::string name(Core* core) {
        std::string text;
        ((text += (text.empty() ? "" : " | ") + CasterOf<T>::name(core)), ...);
        return text;
    }

private:
    template <class Item>
    bool try_one(Core& core, Word word, Mode mode) {
        if (has_pending(core)) clear_pending(core); // an alternative that it did not fit
        CasterOf<Item> item;
        if (!item.load(core, word, mode)) return false;
        value.emplace(item.template get<Item>());
        return true;
    }
};

// ---- time
template <DurationLike T>
struct Caster<T> : ValueCaster<T> {
    bool load(Core& core, Word word, Mode mode) noexcept {
        double seconds;
        if (mode == Mode::exact && !load_double(core, word, mode, seconds)) return false;
        if (!load_seconds(core, word, seconds)) return false;
        double ticks = seconds * T::period::den / T::period::num;
        if constexpr (!std::is_floating_point_v<typename T::rep>) {
            ticks = ticks < 0 ? ticks - 0.5 : ticks + 0.5; // to the nearest
            if (!(ticks >= static_cast<double>(std::numeric_limits<typename T::rep>::min()) &&
                  ticks < static_cast<double>(std::numeric_limits<typename T::rep>::max()))) {
                raise_error(core, "OverflowError", "the time does not fit the parameter's type");
                return false;
            }
        }
        this->value = T(static_cast<typename T::rep>(ticks));
        return true;
    }
    static Word store(Core& core, const T& duration) noexcept {
        return make_float(core, static_cast<double>(duration.count()) * T::period::num / T::period::den);
    }
    static std::string name(Core*) { return "float"; }
};
template <TimePointLike T>
struct Caster<T> {
    Caster<typename T::duration> since_epoch;
    bool load(Core& core, Word word, Mode mode) noexcept { return since_epoch.load(core, word, mode); }
    template <class A>
    T get() noexcept {
        return T(since_epoch.value);
    }
    static Word store(Core& core, const T& time) noexcept {
        return Caster<typename T::duration>::store(core, time.time_since_epoch());
    }
    static std::string name(Core*) { return "float"; }
};

} // namespace minipy::detail
