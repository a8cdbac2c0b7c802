// unicodedata: the Unicode character database, from ICU.
#ifdef MINIPY_WITH_ICU
#include <string>

#include "builtins/modules.h"
#include "interp/support/icu.h"
#include "interp/support/unicode_names.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"

namespace mp {

namespace {

// The character of an argument: `what` is "name() argument 1" and the like.
Result<UChar32> character(Runtime& rt, Value value, const char* what) {
    if (!is_str_or_subclass(rt, value) || as_str(value).length != 1)
        return raise(rt, TypeId::TypeError, "%s must be a unicode character, not %.50s", what,
                     value.is_none() ? "None" : type_name(rt, value));
    return static_cast<UChar32>(as_str(value)[0]);
}

// What a character does not have: the second argument, or ValueError.
Result<Owned> absent(Runtime& rt, Args args, const char* message) {
    if (args.has(1)) return Owned::share(args[1]);
    return raise(rt, TypeId::ValueError, "%s", message);
}

Result<Owned> name(Runtime& rt, Args args) {
    const UChar32 c = TRY(character(rt, args[0], "name() argument 1"));
    const std::string found = unicode::character_name(static_cast<char32_t>(c));
    return found.empty() ? absent(rt, args, "no such name") : Owned(make_str(rt, found));
}

Result<Owned> lookup(Runtime& rt, Args args) {
    std::string text;
    if (is_str_or_subclass(rt, args[0])) {
        text = to_utf8(as_str(args[0]));
    } else {
        const BytesLike bytes = TRY(bytes_like(rt, args[0]));
        text.assign(bytes.span().begin(), bytes.span().end());
    }
    if (text.size() > 256) return raise(rt, TypeId::KeyError, "name too long");
    const auto found = unicode::character_named(text);
    if (!found) return raise_text(rt, TypeId::KeyError, "undefined character name '" + text + "'");
    return Owned(char_str(rt, *found));
}

// ---- numbers

bool is_digit(UChar32 c) noexcept {
    const auto type = icu()->u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
    return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}
Result<Owned> decimal(Runtime& rt, Args args) {
    const UChar32 c = TRY(character(rt, args[0], "decimal() argument 1"));
    if (icu()->u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) != U_NT_DECIMAL) return absent(rt, args, "not a decimal");
    return make_int(rt, static_cast<std::int64_t>(icu()->u_getNumericValue(c)));
}
Result<Owned> digit(Runtime& rt, Args args) {
    const UChar32 c = TRY(character(rt, args[0], "digit() argument 1"));
    return is_digit(c) ? make_int(rt, static_cast<std::int64_t>(icu()->u_getNumericValue(c)))
                       : absent(rt, args, "not a digit");
}
Result<Owned> numeric(Runtime& rt, Args args) {
    const UChar32 c = TRY(character(rt, args[0], "numeric() argument 1"));
    const double value = icu()->u_getNumericValue(c);
    return value == U_NO_NUMERIC_VALUE ? absent(rt, args, "not a numeric character") : Owned(make_float(rt, value));
}

// ---- properties

Result<Owned> category(Runtime& rt, Args args) {
    static constexpr const char* names[] = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd",
                                            "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cs", "Pd",
                                            "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"};
    static_assert(std::size(names) == U_CHAR_CATEGORY_COUNT);
    const UChar32 c = TRY(character(rt, args[0], "category() argument"));
    return Owned(make_str(rt, names[icu()->u_charType(c)]));
}
Result<Owned> bidirectional(Runtime& rt, Args args) {
    static constexpr const char* names[] = {"L",   "R",   "EN", "ES",  "ET",  "AN",  "CS",  "B",
                                            "S",   "WS",  "ON", "LRE", "LRO", "AL",  "RLE", "RLO",
                                            "PDF", "NSM", "BN", "FSI", "LRI", "RLI", "PDI"};
    const UChar32 c = TRY(character(rt, args[0], "bidirectional() argument"));
    const auto direction = static_cast<std::size_t>(icu()->u_charDirection(c));
    const bool known = icu()->u_charType(c) != U_UNASSIGNED && direction < std::size(names);
    return Owned(make_str(rt, known ? names[direction] : ""));
}
Result<Owned> combining(Runtime& rt, Args args) {
    return make_int(rt, icu()->u_getCombiningClass(TRY(character(rt, args[0], "combining() argument"))));
}
Result<Owned> mirrored(Runtime& rt, Args args) {
    return make_int(rt, icu()->u_isMirrored(TRY(character(rt, args[0], "mirrored() argument"))) ? 1 : 0);
}
Result<Owned> east_asian_width(Runtime& rt, Args args) {
    static constexpr const char* names[] = {"N", "A", "H", "F", "Na", "W"};
    const UChar32 c = TRY(character(rt, args[0], "east_asian_width() argument"));
    return Owned(make_str(rt, names[icu()->u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)]));
}

// ---- normal forms. ICU works in UTF-16; lone surrogates pass.

std::u16string utf16_of(const StrObject& text) {
    std::u16string result;
    for (std::int64_t i = 0; i < text.length; ++i) {
        char32_t c = text[i];
        if (c >= 0x10000) {
            c -= 0x10000;
            result += static_cast<char16_t>(0xD800 + (c >> 10));
            c = 0xDC00 + (c & 0x3FF);
        }
        result += static_cast<char16_t>(c);
    }
    return result;
}
std::u32string utf32_of(std::u16string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if ((c & 0xFC00) == 0xD800 && i + 1 < text.size() && (text[i + 1] & 0xFC00) == 0xDC00)
            c = 0x10000 + ((c & 0x3FF) << 10 | (text[++i] & 0x3FFu));
        result += c;
    }
    return result;
}

const UNormalizer2* normalizer(std::string_view form) {
    UErrorCode error = U_ZERO_ERROR;
    if (form == "NFC") return icu()->unorm2_getNFCInstance(&error);
    if (form == "NFD") return icu()->unorm2_getNFDInstance(&error);
    if (form == "NFKC") return icu()->unorm2_getNFKCInstance(&error);
    if (form == "NFKD") return icu()->unorm2_getNFKDInstance(&error);
    return nullptr;
}

// Checks both arguments. A text without characters needs no form; `form` stays null then.
Result<void> normal_form(Runtime& rt, Args args, const char* function, const UNormalizer2*& form) {
    for (std::uint32_t i = 0; i < 2; ++i)
        if (!is_str_or_subclass(rt, args[i]))
            return raise(rt, TypeId::TypeError, "%s() argument %u must be str, not %.50s", function, i + 1,
                         args[i].is_none() ? "None" : type_name(rt, args[i]));
    form = nullptr;
    if (as_str(args[1]).length == 0) return ok;
    TRY(rt.pay(static_cast<std::uint64_t>(as_str(args[1]).length) >> 2));
    form = normalizer(to_utf8(as_str(args[0])));
    if (!form) return raise(rt, TypeId::ValueError, "invalid normalization form");
    return ok;
}

Result<Owned> normalize(Runtime& rt, Args args) {
    const UNormalizer2* form;
    TRY(normal_form(rt, args, "normalize", form));
    StrObject& text = as_str(args[1]);
    if (!form || text.is_ascii()) return Owned(exact_str(rt, text));
    const std::u16string source = utf16_of(text);
    if (source.size() > INT32_MAX / 32 || !rt.heap().would_fit(source.size() * 36)) return raise_memory_error(rt);
    std::u16string target(source.size() * 3 + 64, u'\0');
    for (;;) {
        UErrorCode error = U_ZERO_ERROR;
        const std::int32_t length =
            icu()->unorm2_normalize(form, source.data(), static_cast<std::int32_t>(source.size()), target.data(),
                                    static_cast<std::int32_t>(target.size()), &error);
        target.resize(static_cast<std::size_t>(std::max(length, 0)));
        if (U_SUCCESS(error)) break;
        if (error != U_BUFFER_OVERFLOW_ERROR) return raise_memory_error(rt);
    }
    const std::u32string characters = utf32_of(target);
    return Owned(make_str_ucs4(rt, characters.data(), static_cast<std::int64_t>(characters.size())));
}

Result<Owned> is_normalized(Runtime& rt, Args args) {
    const UNormalizer2* form;
    TRY(normal_form(rt, args, "is_normalized", form));
    if (!form || as_str(args[1]).is_ascii()) return Owned::adopt(Value::true_());
    const std::u16string source = utf16_of(as_str(args[1]));
    if (source.size() > INT32_MAX) return raise_memory_error(rt);
    UErrorCode error = U_ZERO_ERROR;
    const bool same = icu()->unorm2_isNormalized(form, source.data(), static_cast<std::int32_t>(source.size()), &error);
    return Owned::adopt(Value::boolean(same && U_SUCCESS(error)));
}

// "<compat> 0066 0069": what the character is made of, one step deep. Hangul syllables follow a rule and are not listed.
Result<Owned> decomposition(Runtime& rt, Args args) {
    static constexpr const char* tags[] = {"",
                                           "",
                                           "<compat> ",
                                           "<circle> ",
                                           "<final> ",
                                           "<font> ",
                                           "<fraction> ",
                                           "<initial> ",
                                           "<isolated> ",
                                           "<medial> ",
                                           "<narrow> ",
                                           "<noBreak> ",
                                           "<small> ",
                                           "<square> ",
                                           "<sub> ",
                                           "<super> ",
                                           "<vertical> ",
                                           "<wide> "};
    const UChar32 c = TRY(character(rt, args[0], "decomposition() argument"));
    const auto type = static_cast<std::size_t>(icu()->u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE));
    if (type == U_DT_NONE || type >= std::size(tags) || (c >= 0xAC00 && c < 0xD7A4)) return Owned(make_str(rt, ""));
    char16_t parts[64];
    UErrorCode error = U_ZERO_ERROR;
    const std::int32_t length =
        icu()->unorm2_getRawDecomposition(normalizer("NFKC"), c, parts, std::size(parts), &error);
    if (length < 0 || U_FAILURE(error)) return Owned(make_str(rt, ""));
    std::string text = tags[type];
    for (const char32_t part : utf32_of({parts, static_cast<std::size_t>(length)})) {
        char code[16];
        std::snprintf(code, sizeof code, "%04X ", static_cast<unsigned>(part));
        text += code;
    }
    text.pop_back();
    return Owned(make_str(rt, text));
}

const NativeDef functions[] = {
    {"lookup", native<lookup>, 1, 1, nullptr, "Look up character by name."},
    {"name", native<name>, 1, 2, nullptr, "Returns the name assigned to the character chr as a string."},
    {"decimal", native<decimal>, 1, 2, nullptr, "Converts a Unicode character into its equivalent decimal value."},
    {"digit", native<digit>, 1, 2, nullptr, "Converts a Unicode character into its equivalent digit value."},
    {"numeric", native<numeric>, 1, 2, nullptr, "Converts a Unicode character into its equivalent numeric value."},
    {"category", native<category>, 1, 1, nullptr,
     "Returns the general category assigned to the character chr as string."},
    {"bidirectional", native<bidirectional>, 1, 1, nullptr,
     "Returns the bidirectional class assigned to the character chr as string."},
    {"combining", native<combining>, 1, 1, nullptr,
     "Returns the canonical combining class assigned to the character chr as integer."},
    {"mirrored", native<mirrored>, 1, 1, nullptr,
     "Returns the mirrored property assigned to the character chr as integer."},
    {"east_asian_width", native<east_asian_width>, 1, 1, nullptr,
     "Returns the east asian width assigned to the character chr as string."},
    {"decomposition", native<decomposition>, 1, 1, nullptr,
     "Returns the character decomposition mapping assigned to the character chr as string."},
    {"normalize", native<normalize>, 2, 2, nullptr, "Return the normal form 'form' for the Unicode string unistr."},
    {"is_normalized", native<is_normalized>, 2, 2, nullptr,
     "Return whether the Unicode string unistr is in the normal form 'form'."},
    {},
};

Result<void> fill(Runtime& rt, ModuleObject& module) {
    if (!icu())
        return raise(rt, TypeId::ImportError, "unicodedata needs the library %s, which is missing", MINIPY_ICU_SONAME);
    UVersionInfo version;
    icu()->u_getUnicodeVersion(version);
    module_add(
        rt, module, "unidata_version",
        make_str(rt, std::to_string(version[0]) + "." + std::to_string(version[1]) + "." + std::to_string(version[2])));
    return ok;
}

} // namespace

const ModuleDef unicodedata_module_def = {
    .name = "unicodedata",
    .doc = "This module provides access to the Unicode Character Database.",
    .functions = functions,
    .fill = fill,
};

} // namespace mp
#endif
