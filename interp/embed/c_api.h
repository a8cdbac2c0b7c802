#pragma once
// What the handles of minipy.h hold. The C interface stands on the C++ one: each function is a call of it, with errors kept for minipy_error().
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "interp/include/minipy/minipy.h"
#include "interp/include/minipy/minipy.hpp"

struct minipy_config {
    minipy::Config config;
};

struct minipy_exception {
    minipy::Error error;
    bool is_stop = false;
};

// The last error, shared by the interpreter and everything of it, which may outlive it.
struct ErrorSlot {
    std::optional<minipy_exception> error;
    minipy_interpreter* owner = nullptr; // null: gone
};

struct minipy_interpreter {
    explicit minipy_interpreter(const minipy::Config& config) : py(config) { slot->owner = this; }
    ~minipy_interpreter() { slot->owner = nullptr; }
    std::shared_ptr<ErrorSlot> slot = std::make_shared<ErrorSlot>();
    minipy::Interpreter py;
    const minipy::StopHandle stop = py.stop_handle(); // for other threads, which must not touch `py`
};

struct minipy_value {
    minipy::Value value;
    std::shared_ptr<ErrorSlot> slot;
};

struct minipy_buffer {
    minipy::Buffer buffer;
    std::shared_ptr<ErrorSlot> slot;
    std::string format; // the buffer's, with a zero byte behind it
};

struct minipy_lease {
    minipy::Lease lease;
    std::shared_ptr<ErrorSlot> slot;
};

namespace minipy::c_api {

// A handle of a value.
inline minipy_value* hand_out(const std::shared_ptr<ErrorSlot>& slot, Value value) {
    return new minipy_value{std::move(value), slot};
}

// The error being handled, kept. To be called in a catch clause.
inline minipy_status keep_error(ErrorSlot& slot) noexcept {
    try {
        throw;
    } catch (const BudgetStop& stop) {
        slot.error.emplace(minipy_exception{stop, true});
        return MINIPY_STOPPED;
    } catch (const Error& error) {
        slot.error.emplace(minipy_exception{error});
    } catch (const std::exception& error) {
        try {
            const bool memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
            slot.error.emplace(minipy_exception{Error(memory ? "MemoryError" : "RuntimeError", error.what())});
        } catch (...) {
            slot.error.reset(); // not even room for that
        }
    } catch (...) {
        slot.error.reset();
    }
    return MINIPY_RAISED;
}

// Runs `body`; gives MINIPY_OK, or what keep_error() gives.
template <class Body>
minipy_status status_of(const std::shared_ptr<ErrorSlot>& slot, Body&& body) noexcept {
    slot->error.reset();
    try {
        body();
        return MINIPY_OK;
    } catch (...) {
        return keep_error(*slot);
    }
}

// Runs `body`, which gives a pointer; null when it throws.
template <class Body>
auto pointer_of(const std::shared_ptr<ErrorSlot>& slot, Body&& body) noexcept -> decltype(body()) {
    slot->error.reset();
    try {
        return body();
    } catch (...) {
        keep_error(*slot);
        return nullptr;
    }
}

// The same for a body that gives a Value.
template <class Body>
minipy_value* value_of(const std::shared_ptr<ErrorSlot>& slot, Body&& body) noexcept {
    return pointer_of(slot, [&] { return hand_out(slot, body()); });
}

// Whether all of `count` values are there.
inline bool all_given(const minipy_value* const* values, std::size_t count) noexcept {
    for (std::size_t i = 0; i < count; ++i)
        if (!values[i]) return false;
    return true;
}

} // namespace minipy::c_api
