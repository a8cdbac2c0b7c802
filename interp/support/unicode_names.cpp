#include "interp/support/unicode_names.h"

#ifdef MINIPY_WITH_ICU
#include "interp/support/icu.h"
#include "interp/support/platform/shared_library.h"

#define TEXT_AS_IT_STANDS(x) #x
#define TEXT(x) TEXT_AS_IT_STANDS(x)

namespace mp {

const Icu* icu() noexcept {
    struct Loaded {
        Icu functions;
        bool complete = true;
        Loaded() noexcept {
            const platform::SharedLibrary library(MINIPY_ICU_SONAME);
#define MINIPY_FUNCTION(name) complete = library.find(TEXT(name), functions.name) && complete;
            MINIPY_ICU_FUNCTIONS(MINIPY_FUNCTION)
#undef MINIPY_FUNCTION
        }
    };
    static const Loaded loaded;
    return loaded.complete ? &loaded.functions : nullptr;
}

} // namespace mp

namespace mp::unicode {

const char* unknown_name() noexcept {
    return icu() ? "unknown Unicode character name"
                 : "names of characters are not known (the library " MINIPY_ICU_SONAME " is missing)";
}

std::optional<char32_t> character_named(std::string_view name) {
    const std::string text(name); // ends with a zero
    const Icu* const functions = icu();
    if (!functions || text.empty() || text.find('\0') != text.npos) return std::nullopt;
    for (const UCharNameChoice kind : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
        UErrorCode error = U_ZERO_ERROR;
        const UChar32 found = functions->u_charFromName(kind, text.c_str(), &error);
        if (U_SUCCESS(error)) return static_cast<char32_t>(found);
    }
    return std::nullopt;
}

std::string character_name(char32_t c) {
    const Icu* const functions = icu();
    if (!functions) return std::string();
    char buffer[256];
    UErrorCode error = U_ZERO_ERROR;
    const int32_t length = functions->u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, buffer,
                                                 static_cast<int32_t>(sizeof buffer), &error);
    return U_SUCCESS(error) && length > 0 ? std::string(buffer, static_cast<std::size_t>(length)) : std::string();
}

} // namespace mp::unicode
#else
namespace mp::unicode {

const char* unknown_name() noexcept { return "names of characters are not in this build (made without ICU)"; }

std::optional<char32_t> character_named(std::string_view) { return std::nullopt; }
std::string character_name(char32_t) { return ""; }

} // namespace mp::unicode
#endif
