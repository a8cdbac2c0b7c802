#pragma once
// Text of numbers, for int(), float() and complex(): what they share beyond numbers.h.
#include <string>
#include <string_view>

#include "objects/types/numbers.h"

namespace mp {

// A str's characters as number parsers read them: Unicode's spaces become ' ', its decimal digits '0'-'9', other characters outside ASCII '?'.
std::string numeric_text(const StrObject& text);
// ' ', \t, \n, \v, \f, \r, and what numeric_text made of other spaces.
std::string_view strip_space(std::string_view text) noexcept;

// repr(value), cut after `most` characters: what error texts quote. May run Python code.
Result<void> quote_for_error(Runtime& rt, Value value, std::string& result, std::int64_t most = INT64_MAX);

// int()'s grammar: space around, sign, prefix, digits with single underscores between. ValueError names `shown`.
Result<Owned> int_from_ascii(Runtime& rt, std::string_view text, int base, Value shown);

// The bytes that int(b"..."), float(b"...") read: bytes, bytearray, or anything that exports a simple buffer; false: not one of these. May run Python code.
Result<bool> bytes_like_text(Runtime& rt, Value value, std::string& text);

// Takes underscores out of a float's text; false when one does not stand between digits.
bool drop_underscores(std::string_view text, std::string& result);

// The longest prefix of `text` that is a float (decimal, inf, nan, with sign); gives its length, 0 when there is none.
std::size_t scan_float(std::string_view text, double& result) noexcept;

// A double's digits in format 'e', 'f', 'g' (with upper-case variants) or 'r' (shortest, as repr), as CPython's PyOS_double_to_string: no grouping, no padding.
// `alternate` keeps the point (and 'g' its zeros); add_dot_0: ".0" when the text would look like an int. Sign only when negative (-0.0 too).
std::string double_to_text(double value, char format, int precision, bool alternate, bool add_dot_0);

} // namespace mp
