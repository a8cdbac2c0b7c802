#include "interp/support/unicode_names.h"

#ifdef MINIPY_WITH_ICU
#include <unicode/uchar.h>

namespace mp::unicode {

const char* const unknown_name = "unknown Unicode character name";

std::optional<char32_t> character_named(std::string_view name) {
    const std::string text(name); // ends with a zero
    if (text.empty() || text.find('\0') != text.npos) return std::nullopt;
    for (const UCharNameChoice kind : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
        UErrorCode error = U_ZERO_ERROR;
        const UChar32 found = u_charFromName(kind, text.c_str(), &error);
        if (U_SUCCESS(error)) return static_cast<char32_t>(found);
    }
    return std::nullopt;
}

std::string character_name(char32_t c) {
    char buffer[256];
    UErrorCode error = U_ZERO_ERROR;
    const int32_t length =
        u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, buffer, static_cast<int32_t>(sizeof buffer), &error);
    return U_SUCCESS(error) && length > 0 ? std::string(buffer, static_cast<std::size_t>(length)) : std::string();
}

} // namespace mp::unicode
#else
namespace mp::unicode {

const char* const unknown_name = "names of characters are not in this build (made without ICU)";

std::optional<char32_t> character_named(std::string_view) { return std::nullopt; }
std::string character_name(char32_t) { return ""; }

} // namespace mp::unicode
#endif
