#include "interp/syntax/syntax_messages.h"

namespace mp {

std::string format_syntax_message(SyntaxMessage message, std::initializer_list<std::string_view> arguments) {
    static constexpr std::string_view texts[] = {
#define MP_SYNTAX_MESSAGE(name, text) text,
#include "interp/syntax/syntax_messages.def"
    };
    std::string_view rest = texts[static_cast<std::size_t>(message)];
    std::string out;
    for (std::string_view argument : arguments) {
        std::size_t hole = rest.find("{}");
        out += rest.substr(0, hole);
        out += argument;
        rest.remove_prefix(hole + 2);
    }
    return out += rest;
}

} // namespace mp
