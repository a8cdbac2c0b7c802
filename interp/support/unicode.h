#pragma once
// Unicode's character database, as far as str, identifiers and formatting need it. Backed by libutf8proc; built without
// it (no MINIPY_WITH_UTF8PROC) the answers are right for ASCII and Latin-1, and other characters are letters without
// case that normalisation leaves alone.
//
// Everything takes one code point (surrogates and unassigned ones included) and answers as the str method of that name
// does for a string of it.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace mp::unicode {

// Names of language reference 2.3: the derived properties XID_Start (and '_') and XID_Continue.
bool is_xid_start(char32_t c);
bool is_xid_continue(char32_t c);

bool is_printable(
    char32_t
        c); // repr shows it as it is: not control, format, surrogate, private, unassigned or a separator other than ' '
bool is_alpha(char32_t c);          // category L*
bool is_decimal(char32_t c);        // category Nd: what int() reads
bool is_digit(char32_t c);          // is_decimal, and superscripts, circled digits…
bool is_numeric(char32_t c);        // is_digit, and fractions, Roman and Chinese numerals…
bool is_alnum(char32_t c);          // alpha, decimal, digit or numeric
bool is_space(char32_t c);          // what strip() and split() remove
bool is_line_break(char32_t c);     // where splitlines() splits ("\r\n" is one break)
bool is_upper(char32_t c);          // derived property Uppercase
bool is_lower(char32_t c);          // derived property Lowercase
bool is_title(char32_t c);          // category Lt
bool is_cased(char32_t c);          // upper, lower or title
bool is_case_ignorable(char32_t c); // stands between cased letters without separating them: for the final sigma

// The value of a decimal or digit character, 0 to 9, or -1.
int decimal_value(char32_t c);
int digit_value(char32_t c);

// Up to three characters: what one character becomes under full case mapping ('ß'.upper() is "SS").
struct CaseMapping {
    std::array<char32_t, 3> characters{};
    std::uint8_t size = 0;

    const char32_t* begin() const { return characters.data(); }
    const char32_t* end() const { return characters.data() + size; }
};

// Full mappings (SpecialCasing.txt, without its conditions: lower('Σ') is always 'σ', see is_final_sigma).
CaseMapping to_upper(char32_t c);
CaseMapping to_lower(char32_t c);
CaseMapping to_title(char32_t c);
CaseMapping case_fold(char32_t c);

// Whether 'Σ' at `index` of `length` characters becomes 'ς' in lower(): a cased letter before it, none after it,
// case-ignorable ones skipped. `at(i)` gives character i.
template <class CharacterAt>
bool is_final_sigma(const CharacterAt& at, std::size_t index, std::size_t length) {
    std::size_t before = index;
    while (before > 0 && is_case_ignorable(at(before - 1))) --before;
    if (before == 0 || !is_cased(at(before - 1))) return false;
    std::size_t after = index + 1;
    while (after < length && is_case_ignorable(at(after))) ++after;
    return after == length || !is_cased(at(after));
}

// Two-letter general category: "Lu", "Nd", "Cn"…
const char* category(char32_t c);

// Canonical combining class, 0 to 254.
int combining_class(char32_t c);

// Columns on a terminal: 0, 1 or 2 (East Asian wide and full-width).
int display_width(char32_t c);

enum class NormalForm : std::uint8_t { NFC, NFD, NFKC, NFKD };

// Valid UTF-8 without surrogates in, its normal form out.
std::string normalise(std::string_view text, NormalForm form);
inline std::string nfkc(std::string_view text) { return normalise(text, NormalForm::NFKC); }

} // namespace mp::unicode
