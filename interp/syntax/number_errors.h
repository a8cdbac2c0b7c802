#pragma once
// What is wrong with a number that is followed by a letter, a digit or an underscore. Valid numbers never come here.
#include <string>
#include <string_view>

namespace mp {

struct NumberProblem {
    enum class Kind : unsigned char { None, Warning, Error };
    Kind kind = Kind::None;
    // The number's end (None, Warning), or where the error is noticed: the message points at the character before it.
    // Indexes of `text`.
    std::size_t end = 0;
    std::string message = {};
    // For leading zeros: the error covers [0, range_end) instead; else 0.
    std::size_t range_end = 0;
};

// `text` starts with a digit or with '.' and a digit, and goes on to the end of the source. `1if x else y` is a number
// and a warning: a keyword that can follow a number ends it.
NumberProblem examine_number(std::string_view text);

} // namespace mp
