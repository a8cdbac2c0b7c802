#pragma once
// What an Error knows.
#include "interp/include/minipy/minipy.hpp"
#include "interp/vm/budget.h"

namespace minipy::detail {

struct ErrorData {
    std::string type, message, text;
    std::vector<std::string> notes, names; // names: of the class and its bases, with and without module
    std::vector<Frame> frames;
    std::shared_ptr<const Error> cause, context;
    Value exception;
    mp::StopKind stop = mp::StopKind::none;
};

} // namespace minipy::detail
