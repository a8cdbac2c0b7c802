#pragma once
// The bodies of value.hpp's templates.
#include "minipy/value.hpp"

namespace minipy {

// kw("name") = value, in a call.
template <class T>
struct Keyword {
    const char* name;
    T value; // a reference to the call's operand
};
class kw {
public:
    explicit constexpr kw(const char* name) noexcept : name_(name) {}
    template <class T>
    Keyword<T&&> operator=(T&& value) const noexcept {
        return {name_, std::forward<T>(value)};
    }

private:
    const char* name_;
};

// A tuple whose items stand for arguments of their own: as a parameter of a bound function it takes all further positional arguments (*args), in a call it is spread.
class args : public Value {
public:
    args() = default;
    explicit args(Value tuple_or_list) noexcept : Value(std::move(tuple_or_list)) {}
};
// A dict of keyword arguments (**kwargs), the same way.
class kwargs : public Value {
public:
    kwargs() = default;
    explicit kwargs(Value dict) noexcept : Value(std::move(dict)) {}
};

namespace detail {

template <class T>
struct IsKeyword : std::false_type {};
template <class T>
struct IsKeyword<Keyword<T>> : std::true_type {};
template <class T>
inline constexpr bool is_keyword = IsKeyword<std::remove_cvref_t<T>>::value;
template <class T>
inline constexpr bool is_args = std::same_as<std::remove_cvref_t<T>, args>;
template <class T>
inline constexpr bool is_kwargs = std::same_as<std::remove_cvref_t<T>, kwargs>;

template <>
struct Caster<args> : Caster<Value> {
    args value;
    bool load(Core& core, Word word, Mode) {
        value = args(Value::share(core, word));
        return true;
    }
    template <class A>
    args& get() noexcept {
        return value;
    }
};
template <>
struct Caster<kwargs> : Caster<Value> {
    kwargs value;
    bool load(Core& core, Word word, Mode) {
        value = kwargs(Value::share(core, word));
        return true;
    }
    template <class A>
    kwargs& get() noexcept {
        return value;
    }
};

// The program's own conversions: Convert<T>.
template <HasConvert T>
struct Caster<T> {
    std::optional<T> value;
    bool load(Core& core, Word word, Mode) {
        static_assert(
            requires(const Value& v) {
                { Convert<T>::from_python(v) } -> std::convertible_to<std::optional<T>>;
            },
            "minipy: Convert<T> needs `static std::optional<T> from_python(const minipy::Value&)` to take a T from "
            "Python");
        value = Convert<T>::from_python(Value::share(core, word));
        return value.has_value();
    }
    template <class A>
    decltype(auto) get() {
        if constexpr (std::is_lvalue_reference_v<A>)
            return static_cast<const T&>(*value);
        else
            return std::move(*value);
    }
    static Word store(Core& core, const T& object) {
        static_assert(
            requires {
                { Convert<T>::to_python(interpreter_of(core), object) } -> std::convertible_to<Value>;
            },
            "minipy: Convert<T> needs `static minipy::Value to_python(minipy::Interpreter&, const T&)` to give a T to "
            "Python");
        return Caster<Value>::store(core, Convert<T>::to_python(interpreter_of(core), object));
    }
    static std::string name(Core* core) {
        if constexpr (requires { Convert<T>::name; })
            return Convert<T>::name;
        else
            return type_text(core, typeid(T));
    }
};

// The owned words of a call under construction.
template <std::size_t Count, std::size_t Names>
struct Packed {
    Core& core;
    std::size_t count = 0, name_count = 0;
    Word words[Count + 1];
    const char* names[Names + 1];
    Word more_positional = none_word, more_keywords = none_word;

    explicit Packed(Core& of) noexcept : core(of) {}
    ~Packed() {
        for (std::size_t i = 0; i < count; ++i) release(words[i]);
        release(more_positional);
        release(more_keywords);
    }
    template <class T>
    void add(T&& argument) {
        if constexpr (is_keyword<T>) {
            words[count] = to_word(core, std::forward<decltype(argument.value)>(argument.value));
            names[name_count++] = argument.name;
            ++count;
        } else if constexpr (is_args<T>) {
            more_positional = to_word(core, static_cast<const Value&>(argument));
        } else if constexpr (is_kwargs<T>) {
            more_keywords = to_word(core, static_cast<const Value&>(argument));
        } else {
            words[count] = to_word(core, std::forward<T>(argument));
            ++count;
        }
    }
};

// Positional arguments, then keywords.
template <class... A>
constexpr bool ordered_arguments() {
    bool keyword_seen = false, ordered = true;
    ((is_keyword<A>                ? void(keyword_seen = true)
      : is_args<A> || is_kwargs<A> ? void()
                                   : void(ordered = ordered && !keyword_seen)),
     ...);
    return ordered;
}

// Owned, or raised_word with the exception pending.
template <class... A>
Word call_with(Core& core, Word callee, A&&... arguments) {
    static_assert(ordered_arguments<A...>(),
                  "minipy: in a call, positional arguments stand before kw(\"name\") = value");
    constexpr std::size_t names = (std::size_t{0} + ... + (is_keyword<A> ? 1 : 0));
    constexpr bool spreads = ((is_args<A> || is_kwargs<A>) || ...);
    Packed<sizeof...(A), names> packed(core);
    (packed.add(std::forward<A>(arguments)), ...);
    const std::size_t count = std::exchange(packed.count, 0);
    if constexpr (spreads)
        return call_spread(core, callee, packed.words, count, packed.names, names,
                           std::exchange(packed.more_positional, none_word),
                           std::exchange(packed.more_keywords, none_word));
    else
        return call(core, callee, packed.words, count, names ? packed.names : nullptr, names);
}

// Loads the word as a T, or throws.
template <class T>
T convert_to(Core& core, Word word) {
    CasterOf<T> caster;
    if (!caster.load(core, word, Mode::convert)) throw_mismatch(core, word, CasterOf<T>::name(&core));
    return caster.template get<T>();
}

// Types whose converted form points into the caster: they cannot outlive it.
template <class T>
inline constexpr bool dangles =
    std::same_as<std::remove_cv_t<T>, const char*> || std::same_as<std::remove_cv_t<T>, char*>;

template <class L, class R>
bool compare_values(Comparison op, const L& left, const R& right) {
    if constexpr (IsValue<L>) {
        const Value& self = left.value();
        Core& core = self.core();
        const int answer = compare(core, op, self.word(), to_word(core, right));
        if (answer < 0) throw_pending(core);
        return answer != 0;
    } else {
        constexpr Comparison mirrored[] = {Comparison::greater,   Comparison::greater_equal, Comparison::equal,
                                           Comparison::not_equal, Comparison::less,          Comparison::less_equal};
        return compare_values(mirrored[static_cast<int>(op)], right, left);
    }
}

template <class L, class R>
Value combine_values(Operator op, const L& left, const R& right) {
    if constexpr (IsValue<L>) {
        const Value& self = left.value();
        Core& core = self.core();
        return Value::adopt(core, checked(core, binary(core, op, self.word(), to_word(core, right))));
    } else {
        const Value& self = right.value();
        Core& core = self.core();
        return Value::adopt(core, checked(core, binary_reflected(core, op, to_word(core, left), self.word())));
    }
}

} // namespace detail

template <class Self>
bool ValueInterface<Self>::is_none() const {
    const Value& self_value = self().value();
    return self_value.word() == detail::none_word;
}

template <class Self>
template <class T>
T ValueInterface<Self>::to() const {
    static_assert(
        !detail::dangles<T>,
        "minipy: to<const char*>() would dangle; take std::string, or std::string_view while the Value lives");
    const Value& value = self().value();
    if constexpr (std::is_base_of_v<Value, T>) {
        return T(value);
    } else {
        if constexpr (std::same_as<T, std::string_view>) {
            std::string storage;
            std::string_view view;
            detail::Core& core = value.core();
            if (!detail::load_text(core, value.word(), view, storage))
                detail::throw_mismatch(core, value.word(), "str");
            if (view.data() == storage.data() && !view.empty())
                throw Error("ValueError",
                            "to<std::string_view>() needs an ASCII str, which it can point into; take std::string");
            return view;
        } else {
            return detail::convert_to<T>(value.core(), value.word());
        }
    }
}

template <class Self>
template <class T>
Expected<T> ValueInterface<Self>::try_to() const {
    try {
        return to<T>();
    } catch (const Error& error) {
        return error;
    }
}

template <class Self>
template <class T>
bool ValueInterface<Self>::is() const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    detail::CasterOf<T> caster;
    if (caster.load(core, value.word(), detail::Mode::exact)) return true;
    if (detail::has_pending(core)) detail::clear_pending(core);
    return false;
}

template <class Self>
template <class... A>
Value ValueInterface<Self>::operator()(A&&... arguments) const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    return Value::adopt(core,
                        detail::checked(core, detail::call_with(core, value.word(), std::forward<A>(arguments)...)));
}

template <class Self>
template <class... A>
Expected<Value> ValueInterface<Self>::try_call(A&&... arguments) const {
    try {
        const Value& value = self().value();
        detail::Core& core = value.core();
        const detail::Word result = detail::call_with(core, value.word(), std::forward<A>(arguments)...);
        if (result == detail::raised_word) return detail::take_pending(core);
        return Value::adopt(core, result);
    } catch (const Error& error) { // an argument did not convert
        return error;
    }
}

template <class Self>
template <class... A>
Value ValueInterface<Self>::call_method(std::string_view name, A&&... arguments) const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    const detail::Held method(detail::checked(core, detail::get_attribute(core, value.word(), name)));
    return Value::adopt(core,
                        detail::checked(core, detail::call_with(core, method.get(), std::forward<A>(arguments)...)));
}

template <class Self>
Attribute ValueInterface<Self>::attr(std::string_view name) const {
    return Attribute(self().value(), std::string(name));
}

template <class Self>
template <class T>
void ValueInterface<Self>::set_attr(std::string_view name, T&& value) const {
    Attribute(self().value(), std::string(name)) = std::forward<T>(value);
}

template <class Self>
bool ValueInterface<Self>::has_attr(std::string_view name) const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    const detail::Word found = detail::checked(core, detail::find_attribute(core, value.word(), name));
    if (found == detail::unmatched_word) return false;
    detail::release(found);
    return true;
}

template <class Self>
void ValueInterface<Self>::del_attr(std::string_view name) const {
    const Value& value = self().value();
    if (!detail::set_attribute(value.core(), value.word(), name, detail::unmatched_word))
        detail::throw_pending(value.core());
}

template <class Self>
template <class K>
Item ValueInterface<Self>::operator[](K&& key) const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    return Item(value, Value::adopt(core, detail::to_word(core, std::forward<K>(key))));
}

template <class Self>
template <class K>
bool ValueInterface<Self>::contains(K&& item) const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    const int answer = detail::contains(core, value.word(), detail::to_word(core, std::forward<K>(item)));
    if (answer < 0) detail::throw_pending(core);
    return answer != 0;
}

template <class Self>
template <class K>
void ValueInterface<Self>::del_item(K&& key) const {
    (*this)[std::forward<K>(key)].del();
}

template <class Self>
std::size_t ValueInterface<Self>::len() const {
    const Value& value = self().value();
    const std::int64_t length = detail::length(value.core(), value.word());
    if (length < 0) detail::throw_pending(value.core());
    return static_cast<std::size_t>(length);
}

template <class Self>
Iterator ValueInterface<Self>::begin() const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    return Iterator(Value::adopt(core, detail::checked(core, detail::iterate(core, value.word()))));
}

template <class Self>
EntryRange ValueInterface<Self>::items() const {
    return EntryRange(call_method("items"));
}

template <class Self>
bool ValueInterface<Self>::truth() const {
    const Value& value = self().value();
    const int answer = detail::truth(value.core(), value.word());
    if (answer < 0) detail::throw_pending(value.core());
    return answer != 0;
}

template <class Self>
std::string ValueInterface<Self>::str() const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    const detail::Held text(detail::checked(core, detail::text_of(core, value.word(), false)));
    return detail::convert_to<std::string>(core, text.get());
}

template <class Self>
std::string ValueInterface<Self>::repr() const {
    const Value& value = self().value();
    detail::Core& core = value.core();
    const detail::Held text(detail::checked(core, detail::text_of(core, value.word(), true)));
    return detail::convert_to<std::string>(core, text.get());
}

template <class Self>
std::int64_t ValueInterface<Self>::hash() const {
    const Value& value = self().value();
    bool raised = false;
    const std::int64_t result = detail::hash(value.core(), value.word(), raised);
    if (raised) detail::throw_pending(value.core());
    return result;
}

template <class Self>
Value ValueInterface<Self>::type() const {
    const Value& value = self().value();
    return Value::adopt(value.core(), detail::type_of(value.core(), value.word()));
}

template <class Self>
std::string ValueInterface<Self>::type_name() const {
    const Value& value = self().value();
    return detail::type_name(value.core(), value.word());
}

template <class Self>
bool ValueInterface<Self>::is_callable() const {
    const Value& value = self().value();
    return detail::is_callable(value.core(), value.word());
}

template <class Self>
bool ValueInterface<Self>::same_as(const Value& other) const {
    const Value& value = self().value();
    return value.word() == other.word();
}

template <class Self>
Value ValueInterface<Self>::operator-() const {
    const Value& value = self().value();
    return Value::adopt(value.core(), detail::checked(value.core(), detail::unary(value.core(), '-', value.word())));
}

template <class Self>
Value ValueInterface<Self>::operator~() const {
    const Value& value = self().value();
    return Value::adopt(value.core(), detail::checked(value.core(), detail::unary(value.core(), '~', value.word())));
}

template <class T>
T Item::get(T fallback) const {
    try {
        return value().to<T>();
    } catch (const Error& error) {
        if (!error.is("LookupError")) throw;
        return fallback;
    }
}

} // namespace minipy
