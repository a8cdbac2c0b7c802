#pragma once
// The parser's messages by name; the texts stand in syntax_messages.def.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace mp {

enum class SyntaxMessage : std::uint8_t {
#define MP_SYNTAX_MESSAGE(name, text) name,
#include "interp/syntax/syntax_messages.def"
};

// The text with its {} replaced by the arguments in turn. Braces beyond the arguments stay.
std::string format_syntax_message(SyntaxMessage message, std::initializer_list<std::string_view> arguments);

} // namespace mp
