#pragma once
// The methods of str, spread over files by subject; str_type.cpp puts them into the type's table. args[0] is self.
#include "objects/core/runtime.h"

namespace mp::str_methods {

// MemoryError when a text of `length` characters up to `most` cannot fit: said before the work for it is paid and begun.
Result<void> check_text_size(Runtime& rt, std::int64_t length, char32_t most); // str_layout.cpp

#define METHOD(name) Result<Owned> name(Runtime& rt, Args args);
// clang-format off
// str_search.cpp
METHOD(find) METHOD(rfind) METHOD(index) METHOD(rindex) METHOD(count) METHOD(startswith) METHOD(endswith) METHOD(replace)
METHOD(removeprefix) METHOD(removesuffix) METHOD(partition) METHOD(rpartition)
// str_split.cpp
METHOD(split) METHOD(rsplit) METHOD(splitlines) METHOD(join) METHOD(strip) METHOD(lstrip) METHOD(rstrip)
// str_case.cpp
METHOD(lower) METHOD(upper) METHOD(title) METHOD(capitalize) METHOD(swapcase) METHOD(casefold) METHOD(isalnum)
METHOD(isalpha) METHOD(isascii) METHOD(isdecimal) METHOD(isdigit) METHOD(isidentifier) METHOD(islower) METHOD(isnumeric)
METHOD(isprintable) METHOD(isspace) METHOD(istitle) METHOD(isupper)
// str_layout.cpp
METHOD(center) METHOD(ljust) METHOD(rjust) METHOD(zfill) METHOD(expandtabs) METHOD(translate) METHOD(maketrans)
METHOD(encode)
// str_format.cpp
METHOD(format) METHOD(format_map) METHOD(dunder_format)
// clang-format on
#undef METHOD

} // namespace mp::str_methods
