#pragma once
// Errors as values. `Result<T>` holds a T or says that an error was raised; what was raised is kept by whoever raised it (the runtime for Python
// exceptions, the parser for syntax errors), so a Result costs one word for pointer-like T and nothing is allocated on the way.
//
//   Result<int> half(int n) { if (n % 2) return raised; return n / 2; }
//   Result<int> quarter(int n) { int h = TRY(half(n)); return half(h); }
#include <cassert>
#include <concepts>
#include <new>
#include <type_traits>
#include <utility>

namespace mp {

// The one error value: `return raised;` from any function that returns Result.
struct Raised {};
inline constexpr Raised raised{};

// How a T spells "raised" without a flag beside it. Specialise for types that have a spare value:
//   static T make_raised() noexcept;  static bool is_raised(const T&) noexcept;
template <class T>
struct RaisedNiche {};

template <class T>
concept HasRaisedNiche = requires(const T& value) {
    { RaisedNiche<T>::make_raised() } -> std::same_as<T>;
    { RaisedNiche<T>::is_raised(value) } -> std::same_as<bool>;
};

template <class T>
struct RaisedNiche<T*> {
    static T* make_raised() noexcept { return nullptr; }
    static bool is_raised(T* const& value) noexcept { return value == nullptr; }
};

template <class T = void>
class [[nodiscard]] Result;

// A T or "raised", with a flag (T has no spare value).
template <class T>
requires(!HasRaisedNiche<T> && !std::is_void_v<T>) class [[nodiscard]] Result<T> {
public:
    Result(Raised) noexcept : failed_(true) {}
    template <class U = T>
    requires(std::constructible_from<T, U&&> && !std::same_as<std::remove_cvref_t<U>, Result> &&
             !std::same_as<std::remove_cvref_t<U>, Raised>) Result(U&& value)
        : failed_(false) {
        new (&value_) T(std::forward<U>(value));
    }
    Result(Result&& other) noexcept : failed_(other.failed_) {
        if (!failed_) new (&value_) T(std::move(other.value_));
    }
    Result& operator=(Result&&) = delete;
    ~Result() {
        if (!failed_) value_.~T();
    }
    bool is_raised() const noexcept { return failed_; }
    explicit operator bool() const noexcept { return !failed_; }
    // The value; only after is_raised() said false.
    T take() noexcept {
        assert(!failed_);
        return std::move(value_);
    }
    const T& peek() const noexcept {
        assert(!failed_);
        return value_;
    }

private:
    union {
        T value_;
    };
    bool failed_;
};

// A T that has a spare value: one word for pointers, values and owning references.
template <HasRaisedNiche T>
class [[nodiscard]] Result<T> {
public:
    Result(Raised) noexcept : value_(RaisedNiche<T>::make_raised()) {}
    template <class U = T>
    requires(std::constructible_from<T, U&&> && !std::same_as<std::remove_cvref_t<U>, Result> &&
             !std::same_as<std::remove_cvref_t<U>, Raised>) Result(U&& value)
        : value_(std::forward<U>(value)) {}
    bool is_raised() const noexcept { return RaisedNiche<T>::is_raised(value_); }
    explicit operator bool() const noexcept { return !is_raised(); }
    T take() noexcept {
        assert(!is_raised());
        return std::move(value_);
    }
    const T& peek() const noexcept {
        assert(!is_raised());
        return value_;
    }

private:
    T value_;
};

// Success or "raised". `return ok;` is success.
struct Ok {};
inline constexpr Ok ok{};

template <>
class [[nodiscard]] Result<void> {
public:
    Result(Raised) noexcept : failed_(true) {}
    Result(Ok) noexcept : failed_(false) {}
    bool is_raised() const noexcept { return failed_; }
    explicit operator bool() const noexcept { return !failed_; }
    void take() noexcept { assert(!failed_); }

private:
    bool failed_;
};

} // namespace mp

// The value of a Result, or return "raised" from the calling function (whose return type is some Result too).
#define TRY(...)                                                                                                       \
    ({                                                                                                                 \
        auto try_result_ = (__VA_ARGS__);                                                                              \
        if (try_result_.is_raised()) [[unlikely]]                                                                      \
            return ::mp::raised;                                                                                       \
        try_result_.take();                                                                                            \
    })

// The value of a Result that cannot have failed.
#define MUST(...)                                                                                                      \
    ({                                                                                                                 \
        auto must_result_ = (__VA_ARGS__);                                                                             \
        assert(!must_result_.is_raised());                                                                             \
        must_result_.take();                                                                                           \
    })
