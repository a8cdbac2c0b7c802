#pragma once
// Exceptions, both ways.
//
// A Python exception that nobody caught reaches the host as minipy::Error, with everything known about it as data; thrown on through a function that Python called, it
// is the same exception object again. Any other C++ exception that leaves a bound function becomes a Python exception: std::out_of_range IndexError; invalid_argument,
// domain_error and length_error ValueError; overflow_error and range_error OverflowError; bad_alloc MemoryError; system_error OSError; types registered with
// Module::exception<T>() their own class; everything else RuntimeError with what().
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "minipy/config.hpp"
#include "minipy/export.hpp"

namespace minipy {

class Value;
namespace detail {
struct Core;
struct ErrorData;
} // namespace detail

// One line of a traceback: where an exception passed. Lines count from 1, columns (bytes of UTF-8) from 0; 0 end_line: the range is not known.
struct Frame {
    std::string file;
    std::string function;
    std::string source; // the line's text without its indentation; empty when the file cannot be read
    unsigned line = 0, end_line = 0;
    unsigned column = 0, end_column = 0;
};

class MINIPY_API Error : public std::exception {
public:
    // A new exception for Python: a built-in class by name ("KeyError"; an unknown name is a RuntimeError) and its message. `throw minipy::Error("KeyError", "no such user");`
    Error(std::string type, std::string message);
    Error(const Error&) noexcept = default;
    Error& operator=(const Error&) noexcept = default;
    ~Error() override;

    const std::string& type() const noexcept;    // "ValueError", "json.decoder.JSONDecodeError"
    const std::string& message() const noexcept; // str(exception)
    const std::vector<std::string>& notes() const noexcept;
    const std::vector<Frame>& frames() const noexcept; // outermost first, as a traceback is printed
    // What it was raised from (`raise … from cause`), and while handling what (none when suppressed); null: nothing.
    const Error* cause() const noexcept;
    const Error* context() const noexcept;
    // The whole traceback as Python prints it, causes and contexts first, without a line end at the end.
    const char* what() const noexcept override;
    // Whether its class or a base class has this name: `error.is("LookupError")`.
    bool is(std::string_view type_name) const noexcept;
    // The exception object; an empty Value when the error was made in C++.
    const Value& value() const noexcept;

    // Throws it: as BudgetStop when it is one.
    [[noreturn]] void raise() const;

    // ---- for the library
    explicit Error(std::shared_ptr<const detail::ErrorData> data) noexcept : data_(std::move(data)) {}
    const detail::ErrorData& data() const noexcept { return *data_; }

private:
    std::shared_ptr<const detail::ErrorData> data_;
};

// The run was stopped: a budget is used up, or the host asked. Scripts cannot catch it. The interpreter is usable again.
class MINIPY_API BudgetStop : public Error {
public:
    explicit BudgetStop(const Error& error) noexcept : Error(error) {}
    ~BudgetStop() override;
    Budget budget() const noexcept; // which one
};

// A T, or the error that came instead. What functions named try_… give.
template <class T>
class [[nodiscard]] Expected {
public:
    Expected(T value) : value_(std::move(value)) {}
    Expected(Error error) noexcept : error_(std::move(error)) {}
    bool has_value() const noexcept { return value_.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }
    // The value; throws the error when there is none.
    T& value() & { return check(), *value_; }
    const T& value() const& { return check(), *value_; }
    T&& value() && { return check(), std::move(*value_); }
    T value_or(T fallback) const { return value_ ? *value_ : std::move(fallback); }
    // The value; only when there is one.
    T& operator*() noexcept { return *value_; }
    const T& operator*() const noexcept { return *value_; }
    T* operator->() noexcept { return &*value_; }
    const T* operator->() const noexcept { return &*value_; }
    const Error& error() const noexcept { return *error_; } // only when there is no value

private:
    void check() const {
        if (!value_) error_->raise();
    }
    std::optional<T> value_;
    std::optional<Error> error_;
};

template <class T>
class [[nodiscard]] Expected<T&> {
public:
    Expected(T& value) noexcept : value_(&value) {}
    Expected(Error error) noexcept : error_(std::move(error)) {}
    bool has_value() const noexcept { return value_ != nullptr; }
    explicit operator bool() const noexcept { return has_value(); }
    T& value() const {
        if (!value_) error_->raise();
        return *value_;
    }
    T& operator*() const noexcept { return *value_; }
    T* operator->() const noexcept { return value_; }
    const Error& error() const noexcept { return *error_; }

private:
    T* value_ = nullptr;
    std::optional<Error> error_;
};

template <>
class [[nodiscard]] Expected<void> {
public:
    Expected() noexcept = default;
    Expected(Error error) noexcept : error_(std::move(error)) {}
    bool has_value() const noexcept { return !error_; }
    explicit operator bool() const noexcept { return has_value(); }
    void value() const {
        if (error_) error_->raise();
    }
    const Error& error() const noexcept { return *error_; }

private:
    std::optional<Error> error_;
};

} // namespace minipy
