#pragma once
// What all streams share: methods that work by calling the stream's own methods, so that subclasses may override those.
#include "objects/core/runtime.h"

namespace mp {

Result<Owned> stream_enter(Runtime& rt, Args args);     // ValueError when closed
Result<void> stream_exit(Runtime& rt, Args args);       // close()
Result<void> stream_writelines(Runtime& rt, Args args); // write() of each
Result<Owned> stream_readlines(Runtime& rt,
                               Args args);          // the lines that iteration gives, until `hint` characters are read
Result<Owned> stream_iter(Runtime& rt, Value self); // the stream itself; ValueError when closed
Result<Owned> stream_next(Runtime& rt, Value self); // readline(), exhausted at the empty one

// A size argument: -1 when absent or None. TypeError "argument should be integer or None, not 'str'".
Result<std::int64_t> stream_size(Runtime& rt, Args args, std::size_t i);
Raised raise_closed(Runtime& rt);

// The kinds of line ends that were seen, as `newlines` shows them: None, a str, or a tuple.
enum LineEnds : std::uint8_t { end_cr = 1, end_lf = 2, end_crlf = 4 };
std::uint8_t line_ends_of(const StrObject& text) noexcept;
Owned line_ends_object(Runtime& rt, std::uint8_t seen);

#define STREAM_METHODS                                                                                                 \
    {"__enter__", native<stream_enter>, 0, 0}, {"__exit__", native<stream_exit>, 0, -1},                               \
        {"writelines", native<stream_writelines>, 1, 1, "lines, /", "Write a list of lines to stream."}, {             \
        "readlines", native<stream_readlines>, 0, 1, "hint=-1, /", "Return a list of lines from the stream."           \
    }

} // namespace mp
