#pragma once
// Names of characters, from ICU (MINIPY_WITH_ICU). Built without it no name is known.
#include <optional>
#include <string>
#include <string_view>

namespace mp::unicode {

// The character of this name, or of an alias that corrects a misspelt one ("LATIN SMALL LETTER GHA"), in any case. Nothing when there is none.
std::optional<char32_t> character_named(std::string_view name);
// Its name; empty when it has none (controls, surrogates, private and unassigned ones).
std::string character_name(char32_t c);
// What an error text says of a name that character_named() does not know.
const char* unknown_name() noexcept;

} // namespace mp::unicode
