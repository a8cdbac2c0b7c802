#include "interp/support/unicode.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "interp/support/unicode_tables.h"
#include "interp/support/utf8.h"

#ifdef MINIPY_WITH_UTF8PROC
#include <utf8proc.h>
#endif

namespace mp::unicode {

namespace {

template <class Table>
auto find_in(const Table& table, char32_t c) {
    auto at = std::upper_bound(std::begin(table), std::end(table), c,
                               [](char32_t wanted, const auto& range) { return wanted < range.first; });
    if (at == std::begin(table) || std::prev(at)->last < c) return std::end(table);
    return std::prev(at);
}

template <class Table>
bool contains(const Table& table, char32_t c) {
    return find_in(table, c) != std::end(table);
}

constexpr CaseMapping single(char32_t c) { return {{c}, 1}; }

enum Category : std::uint8_t {
    Cn,
    Lu,
    Ll,
    Lt,
    Lm,
    Lo,
    Mn,
    Mc,
    Me,
    Nd,
    Nl,
    No,
    Pc,
    Pd,
    Ps,
    Pe,
    Pi,
    Pf,
    Po,
    Sm,
    Sc,
    Sk,
    So,
    Zs,
    Zl,
    Zp,
    Cc,
    Cf,
    Cs,
    Co,
};

constexpr const char* category_names[] = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd",
                                          "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
                                          "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co"};

// A set of categories as bits.
template <class... Categories>
constexpr std::uint32_t set_of(Categories... categories) {
    return ((1u << categories) | ...);
}

constexpr std::uint32_t letters = set_of(Lu, Ll, Lt, Lm, Lo);
constexpr std::uint32_t id_start = letters | set_of(Nl);
constexpr std::uint32_t id_continue = id_start | set_of(Mn, Mc, Nd, Pc);
constexpr std::uint32_t unprintable = set_of(Cn, Cc, Cf, Cs, Co, Zl, Zp, Zs);
constexpr std::uint32_t case_ignorable = set_of(Mn, Me, Cf, Lm, Sk);

#ifdef MINIPY_WITH_UTF8PROC

Category category_of(char32_t c) { return static_cast<Category>(utf8proc_get_property(static_cast<int>(c))->category); }
char32_t simple_upper(char32_t c) { return static_cast<char32_t>(utf8proc_toupper(static_cast<int>(c))); }
char32_t simple_lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<int>(c))); }
char32_t simple_title(char32_t c) { return static_cast<char32_t>(utf8proc_totitle(static_cast<int>(c))); }

static_assert(int(UTF8PROC_CATEGORY_ND) == Nd && int(UTF8PROC_CATEGORY_SO) == So && int(UTF8PROC_CATEGORY_CO) == Co);

#else

// Categories of U+0080 to U+00FF; below are ASCII's, above everything is a letter.
Category category_of(char32_t c) {
    constexpr Category upper_half[] = {
        Zs, Po, Sc, Sc, Sc, Sc, So, Po, Sk, So, Lo, Pi, Sm, Cf, So, Sk,
        So, Sm, No, No, Sk, Ll, Po, Po, Sk, No, Lo, Pf, No, No, No, Po,
    };
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Cc;
    if (c < 0x80) {
        constexpr char punctuation[] =
            "  !Po\"Po#Po$Sc%Po&Po'Po(Ps)Pe*Po+Sm,Po-Pd.Po/Po:Po;Po<Sm=Sm>Sm?Po@Po[Ps\\Po]Pe^Sk_Pc`Sk{Ps|Sm}Pe~Sm";
        if (c == ' ') return Zs;
        if (c >= '0' && c <= '9') return Nd;
        if (c >= 'A' && c <= 'Z') return Lu;
        if (c >= 'a' && c <= 'z') return Ll;
        for (std::size_t i = 2; i + 2 < sizeof punctuation; i += 3)
            if (static_cast<char32_t>(punctuation[i]) == c)
                for (std::size_t k = 0; k < std::size(category_names); ++k)
                    if (std::string_view(punctuation + i + 1, 2) == category_names[k]) return static_cast<Category>(k);
        return Po;
    }
    if (c < 0xC0) return upper_half[c - 0xA0];
    if (c == 0xD7 || c == 0xF7) return Sm;
    if (c < 0x100) return c < 0xDF ? Lu : Ll;
    if (is_surrogate(c)) return Cs;
    return c > max_code_point ? Cn : Lo;
}

char32_t simple_upper(char32_t c) {
    if (c >= 'a' && c <= 'z') return c - 32;
    if (c == 0xB5) return 0x39C;
    if (c == 0xFF) return 0x178;
    return c >= 0xE0 && c < 0xFF && c != 0xF7 ? c - 32 : c;
}

char32_t simple_lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    return c >= 0xC0 && c < 0xDF && c != 0xD7 ? c + 32 : c;
}

char32_t simple_title(char32_t c) { return simple_upper(c); }

#endif

bool in(std::uint32_t categories, char32_t c) { return categories >> category_of(c) & 1; }

const tables::SpecialCase* special_case(char32_t c) {
    auto at =
        std::lower_bound(std::begin(tables::special_cases), std::end(tables::special_cases), c,
                         [](const tables::SpecialCase& entry, char32_t wanted) { return entry.character < wanted; });
    return at != std::end(tables::special_cases) && at->character == c ? at : nullptr;
}

CaseMapping mapping(const char32_t (&characters)[3]) {
    CaseMapping result;
    while (result.size < 3 && characters[result.size] != 0) {
        result.characters[result.size] = characters[result.size];
        ++result.size;
    }
    return result;
}

} // namespace

bool is_xid_start(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return in(id_start, c) ? !contains(tables::not_id_start, c) : contains(tables::other_id_start, c);
}

bool is_xid_continue(char32_t c) {
    if (c < 0x80) return is_xid_start(c) || (c >= '0' && c <= '9');
    return in(id_continue, c) ? !contains(tables::not_id_continue, c)
                              : contains(tables::other_id_continue, c) || contains(tables::other_id_start, c);
}

bool is_printable(char32_t c) { return c == ' ' || !in(unprintable, c); }
bool is_alpha(char32_t c) { return in(letters, c); }
bool is_decimal(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : category_of(c) == Nd; }
bool is_digit(char32_t c) { return is_decimal(c) || contains(tables::digits, c); }
bool is_numeric(char32_t c) { return in(set_of(Nd, Nl, No), c) || contains(tables::ideographic_numbers, c); }
bool is_alnum(char32_t c) { return is_alpha(c) || is_numeric(c); }

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
    return c == 0x85 || in(set_of(Zs, Zl, Zp), c);
}

bool is_line_break(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_upper(char32_t c) { return category_of(c) == Lu || contains(tables::other_uppercase, c); }
bool is_lower(char32_t c) { return category_of(c) == Ll || contains(tables::other_lowercase, c); }
bool is_title(char32_t c) { return category_of(c) == Lt; }
bool is_cased(char32_t c) { return is_upper(c) || is_lower(c) || is_title(c); }
bool is_case_ignorable(char32_t c) { return in(case_ignorable, c) || contains(tables::other_case_ignorable, c); }

// Decimal digits come in runs of whole tens, each from 0 to 9, so the distance to the run's start tells the value.
int decimal_value(char32_t c) {
    if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
    if (category_of(c) != Nd) return -1;
    char32_t start = c;
    while (category_of(start - 1) == Nd) --start;
    return static_cast<int>((c - start) % 10);
}

int digit_value(char32_t c) {
    if (int value = decimal_value(c); value >= 0) return value;
    auto at = find_in(tables::digits, c);
    return at == std::end(tables::digits) ? -1 : static_cast<int>(at->value + (c - at->first));
}

CaseMapping to_upper(char32_t c) {
    if (c >= 0x80)
        if (auto special = special_case(c)) return mapping(special->upper);
    return single(simple_upper(c));
}

CaseMapping to_title(char32_t c) {
    if (c >= 0x80)
        if (auto special = special_case(c); special && special->title[0] != 0) return mapping(special->title);
    return single(simple_title(c));
}

CaseMapping to_lower(char32_t c) {
    if (c == 0x130) return {{'i', 0x307}, 2}; // the one lower case of two characters
    return single(simple_lower(c));
}

const char* category(char32_t c) { return category_names[category_of(c)]; }

#ifdef MINIPY_WITH_UTF8PROC

CaseMapping case_fold(char32_t c) {
    if (c < 0x80) return single(simple_lower(c));
    utf8proc_int32_t folded[4];
    int boundary = 0;
    auto size = utf8proc_decompose_char(static_cast<int>(c), folded, 4, UTF8PROC_CASEFOLD, &boundary);
    if (size < 1 || size > 3) return single(c);
    CaseMapping result;
    for (; result.size < size; ++result.size)
        result.characters[result.size] = static_cast<char32_t>(folded[result.size]);
    return result;
}

int combining_class(char32_t c) { return utf8proc_get_property(static_cast<int>(c))->combining_class; }

int display_width(char32_t c) { return utf8proc_charwidth(static_cast<int>(c)); }

std::string normalise(std::string_view text, NormalForm form) {
    if (is_ascii(text)) return std::string(text);
    const bool compatible = form == NormalForm::NFKC || form == NormalForm::NFKD;
    const bool composed = form == NormalForm::NFC || form == NormalForm::NFKC;
    int options =
        UTF8PROC_STABLE | (composed ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE) | (compatible ? UTF8PROC_COMPAT : 0);

    // utf8proc_decompose has the result in characters, which reencode composes and turns into UTF-8 in place.
    auto bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto length = static_cast<utf8proc_ssize_t>(text.size());
    std::vector<utf8proc_int32_t> buffer(text.size() + 1);
    auto option = static_cast<utf8proc_option_t>(options);
    utf8proc_ssize_t needed;
    while ((needed = utf8proc_decompose(bytes, length, buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()) - 1,
                                        option)) >= static_cast<utf8proc_ssize_t>(buffer.size()))
        buffer.resize(static_cast<std::size_t>(needed) + 1);
    if (needed < 0) return std::string(text);
    utf8proc_ssize_t size = utf8proc_reencode(buffer.data(), needed, option);
    if (size < 0) return std::string(text);
    return {reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(size)};
}

#else

CaseMapping case_fold(char32_t c) {
    if (c == 0xDF) return {{'s', 's'}, 2};
    if (c == 0xB5) return single(0x3BC);
    return single(simple_lower(c));
}

int combining_class(char32_t) { return 0; }

int display_width(char32_t c) { return is_printable(c) ? 1 : 0; }

std::string normalise(std::string_view text, NormalForm) { return std::string(text); }

#endif

} // namespace mp::unicode
