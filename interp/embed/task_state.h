#pragma once
// What a Task holds.
#include <optional>

#include "interp/include/minipy/task.hpp"
#include "interp/vm/suspension.h"

namespace minipy {

struct [[gnu::visibility("hidden")]] Task::State {
    State(detail::Core & core, std::unique_ptr<mp::Suspension> suspension, Value globals);
    ~State();
    // The interpreter ends, or the task does.
    void detach() noexcept;

    detail::Core* core; // null: the interpreter is gone
    std::unique_ptr<mp::Suspension> suspension;
    Value globals, result;
    std::optional<Error> error;
    Status status = Status::yielded;
};

} // namespace minipy
