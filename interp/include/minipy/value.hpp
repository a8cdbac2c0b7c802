#pragma once
// Value: a Python object in the host's hands, and what can be done with it.
//
//   minipy::Value config = py.eval("{'size': [640, 480]}");
//   int width = config["size"][0].to<int>();
//   config["title"] = "hello";
//   for (minipy::Value key : config) ...
//   double r = py["scale"](2.0, minipy::kw("factor") = 3).to<double>();
#include <compare>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <span>

#include "minipy/convert.hpp"
#include "minipy/error.hpp"

namespace minipy {

class Item;
class Attribute;
class Iterator;
class EntryRange;
class Buffer;

// What Value, `value["key"]` and `value.attr("name")` have in common. Everything here may run Python code, and throws Error where Python would raise.
// Keys, items and arguments are anything that converts (convert.hpp), Values included; a Value of another interpreter is a TypeError.
template <class Self>
class ValueInterface {
public:
    // ---- conversion
    // The C++ value; Error (TypeError "expected int, not str"; OverflowError …) when it is none. `T` may be a reference or pointer to a bound class: valid as long as the object is.
    template <class T>
    T to() const;
    // The same without throwing: an Expected that holds the value or the error.
    template <class T>
    Expected<T> try_to() const;
    // Whether it is a T as it stands, without conversion: 1 is an int, and no double.
    template <class T>
    bool is() const;
    bool is_none() const;

    // ---- calls: positional arguments, then kw("name") = value; args and kwargs are spread like *args and **kwargs.
    template <class... A>
    Value operator()(A&&... arguments) const;
    template <class... A>
    Expected<Value> try_call(A&&... arguments) const;
    template <class... A>
    Value call_method(std::string_view name, A&&... arguments) const;

    // ---- attributes. attr() is read when it is used, and may be assigned to: `v.attr("x") = 1`.
    Attribute attr(std::string_view name) const;
    template <class T>
    void set_attr(std::string_view name, T&& value) const;
    bool has_attr(std::string_view name) const;
    void del_attr(std::string_view name) const;

    // ---- items: `v[key]` is read when it is used, and may be assigned to.
    template <class K>
    Item operator[](K&& key) const;
    template <class K>
    bool contains(K&& item) const; // `item in v`
    template <class K>
    void del_item(K&& key) const;
    std::size_t len() const;

    // ---- iteration: `for (Value item : v)`, `for (auto [key, value] : dict.items())`
    Iterator begin() const;
    std::default_sentinel_t end() const noexcept { return {}; }
    EntryRange items() const;

    // ---- the rest of what an object answers
    bool truth() const;        // bool(v)
    std::string str() const;   // str(v), as UTF-8
    std::string repr() const;  // repr(v)
    std::int64_t hash() const; // hash(v); TypeError when it has none
    Value type() const;
    std::string type_name() const;
    bool is_callable() const;
    bool same_as(const Value& other) const; // `v is other`
    // Its memory, pinned (buffer.hpp): TypeError when it exports none, BufferError when it is not writable and should be.
    Buffer buffer(bool writable = false) const;

    Value operator-() const;
    Value operator~() const;

private:
    const Self& self() const noexcept { return static_cast<const Self&>(*this); }
};

// One reference to a Python object. Copies refer to the same object. A default-constructed Value holds nothing: it is None where a value is wanted, and everything else
// throws. So does a Value that has outlived its interpreter, which otherwise does no harm. Belongs to the interpreter's thread.
class MINIPY_API Value : public ValueInterface<Value> {
public:
    Value() noexcept = default;
    Value(const Value& other);
    Value(Value&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Value& operator=(const Value& other) { return *this = Value(other); }
    Value& operator=(Value&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Value() {
        if (handle_) detail::free_handle(handle_);
    }

    bool is_empty() const noexcept { return handle_ == nullptr; }
    // The interpreter it belongs to.
    Interpreter& interpreter() const { return detail::interpreter_of(core()); }

    // ---- for the headers
    static Value adopt(detail::Core& core, detail::Word owned) { // owned: not raised_word
        Value value;
        value.handle_ = detail::make_handle(core, owned);
        return value;
    }
    static Value share(detail::Core& core, detail::Word word) {
        detail::retain(word);
        return adopt(core, word);
    }
    detail::Core& core() const { return detail::core_of(handle_); }
    detail::Word word() const {
        detail::core_of(handle_); // throws when there is none
        return handle_->word;
    }
    const detail::Handle* handle() const noexcept { return handle_; }
    const Value& value() const noexcept { return *this; }

private:
    detail::Handle* handle_ = nullptr;
};

// `container[key]`, not read yet.
class MINIPY_API Item : public ValueInterface<Item> {
public:
    Item(Value container, Value key) noexcept : container_(std::move(container)), key_(std::move(key)) {}
    Item(const Item&) = default;
    template <class T>
    const Item& operator=(T&& value) const { // container[key] = value
        set(detail::to_word(container_.core(), std::forward<T>(value)));
        return *this;
    }
    const Item& operator=(const Item& other) const { return *this = other.value(); }
    operator Value() const { return value(); }
    Value value() const; // KeyError, IndexError …
    void del() const { set(detail::unmatched_word); }
    template <class T>
    T get(T fallback) const; // what stands there, or `fallback` when there is none

private:
    void set(detail::Word owned) const;
    Value container_, key_;
};

// `object.name`, not read yet.
class MINIPY_API Attribute : public ValueInterface<Attribute> {
public:
    Attribute(Value object, std::string name) noexcept : object_(std::move(object)), name_(std::move(name)) {}
    Attribute(const Attribute&) = default;
    template <class T>
    const Attribute& operator=(T&& value) const { // object.name = value
        set(detail::to_word(object_.core(), std::forward<T>(value)));
        return *this;
    }
    const Attribute& operator=(const Attribute& other) const { return *this = other.value(); }
    operator Value() const { return value(); }
    Value value() const; // AttributeError

private:
    void set(detail::Word owned) const;
    Value object_;
    std::string name_;
};

// A Python iterator as an input iterator. Advancing runs Python and throws what it raises.
class MINIPY_API Iterator {
public:
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(Value iterator) : iterator_(std::move(iterator)) { ++*this; }
    const Value& operator*() const noexcept { return item_; }
    const Value* operator->() const noexcept { return &item_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& it, std::default_sentinel_t) noexcept { return it.item_.is_empty(); }

private:
    Value iterator_, item_;
};

// The pairs of a mapping, as its items() gives them.
class EntryRange {
public:
    using Entry = std::pair<Value, Value>;
    class EntryIterator {
    public:
        using value_type = Entry;
        using difference_type = std::ptrdiff_t;
        explicit EntryIterator(Iterator at) : at_(std::move(at)) {}
        MINIPY_API Entry operator*() const;
        EntryIterator& operator++() {
            ++at_;
            return *this;
        }
        void operator++(int) { ++at_; }
        friend bool operator==(const EntryIterator& it, std::default_sentinel_t end) noexcept { return it.at_ == end; }

    private:
        Iterator at_;
    };
    explicit EntryRange(Value items) : items_(std::move(items)) {}
    EntryIterator begin() const { return EntryIterator(items_.begin()); }
    std::default_sentinel_t end() const noexcept { return {}; }

private:
    Value items_;
};

namespace detail {

template <class T>
concept IsValue = std::is_base_of_v<Value, T> || std::is_base_of_v<Item, T> || std::is_base_of_v<Attribute, T>;
template <class T, class U>
concept OneIsValue = IsValue<T> || IsValue<U>;

template <>
struct Caster<Value> {
    Value value;
    bool load(Core& core, Word word, Mode) {
        value = Value::share(core, word);
        return true;
    }
    template <class A>
    decltype(auto) get() noexcept {
        if constexpr (std::is_lvalue_reference_v<A>)
            return static_cast<const Value&>(value);
        else
            return std::move(value);
    }
    static Word store(Core& core, const Value& value) noexcept { return share_word(core, value.handle()); }
    static std::string name(Core*) { return "object"; }
};
template <>
struct Caster<Item> {
    static Word store(Core& core, const Item& item) { return Caster<Value>::store(core, item.value()); }
};
template <>
struct Caster<Attribute> {
    static Word store(Core& core, const Attribute& attribute) { return Caster<Value>::store(core, attribute.value()); }
};

} // namespace detail

// ---- comparison and arithmetic, as Python does them; one side may be any C++ value
#define MINIPY_COMPARE(op, name)                                                                                       \
    template <class L, class R>                                                                                        \
    requires(detail::OneIsValue<L, R>) bool operator op(const L& left, const R& right) {                               \
        return detail::compare_values(detail::Comparison::name, left, right);                                          \
    }
#define MINIPY_ARITHMETIC(op, name)                                                                                    \
    template <class L, class R>                                                                                        \
    requires(detail::OneIsValue<L, R>) Value operator op(const L& left, const R& right) {                              \
        return detail::combine_values(detail::Operator::name, left, right);                                            \
    }
namespace detail {
template <class L, class R>
bool compare_values(Comparison op, const L& left, const R& right);
template <class L, class R>
Value combine_values(Operator op, const L& left, const R& right);
} // namespace detail
MINIPY_COMPARE(==, equal)
MINIPY_COMPARE(!=, not_equal)
MINIPY_COMPARE(<, less)
MINIPY_COMPARE(<=, less_equal)
MINIPY_COMPARE(>, greater)
MINIPY_COMPARE(>=, greater_equal)
MINIPY_ARITHMETIC(+, add)
MINIPY_ARITHMETIC(-, subtract)
MINIPY_ARITHMETIC(*, multiply)
MINIPY_ARITHMETIC(/, true_divide)
MINIPY_ARITHMETIC(%, remainder)
MINIPY_ARITHMETIC(&, bit_and)
MINIPY_ARITHMETIC(|, bit_or)
MINIPY_ARITHMETIC(^, bit_xor)
#undef MINIPY_COMPARE
#undef MINIPY_ARITHMETIC

// Writes str(value).
template <class Traits, class T>
requires(detail::IsValue<T>) std::basic_ostream<char, Traits>
&operator<<(std::basic_ostream<char, Traits>& out, const T& value) { return out << value.str(); }

} // namespace minipy

// hash(value): so Values may be keys of unordered containers.
template <>
struct std::hash<minipy::Value> {
    std::size_t operator()(const minipy::Value& value) const { return static_cast<std::size_t>(value.hash()); }
};

#include "minipy/value_inline.hpp"
