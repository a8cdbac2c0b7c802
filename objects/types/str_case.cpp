// str: case mappings and questions about characters (library reference, "String Methods"; Unicode standard, section 3.13).
#include "interp/support/unicode.h"
#include "objects/buffer/span_algorithms.h"
#include "objects/types/str_access.h"
#include "objects/types/str_methods.h"

namespace mp::str_methods {

namespace {

Result<void> pay_for_text(Runtime& rt, const StrObject& text) {
    return rt.pay(static_cast<std::uint64_t>(text.length) >> 5);
}

using AsciiMapping = void (*)(std::uint8_t*, ByteSpan) noexcept;

ByteSpan ascii_span(const StrObject& text) { return {text.latin1(), static_cast<std::size_t>(text.length)}; }

Ref<StrObject> map_ascii(Runtime& rt, const StrObject& text, AsciiMapping mapping) {
    if (text.length == 0) return Ref<StrObject>::share(rt.empty_str);
    auto result = make_str_uninitialised(rt, text.length, 0x7F);
    mapping(writable_text<std::uint8_t>(*result), ascii_span(text));
    if (text.length == 1) return char_str(rt, (*result)[0]);
    return result;
}

// lower() of character i: the one mapping that looks at its neighbours.
template <class C>
unicode::CaseMapping lower_at(Text<C> text, std::size_t i) {
    const char32_t c = text[i];
    if (c == 0x3A3) {
        const bool is_final =
            unicode::is_final_sigma([&](std::size_t at) { return static_cast<char32_t>(text[at]); }, i, text.size());
        return {{is_final ? char32_t{0x3C2} : char32_t{0x3C3}}, 1};
    }
    return unicode::to_lower(c);
}

// The text with every character replaced by what `map(text, i)` gives.
template <class Map>
Ref<StrObject> map_characters(Runtime& rt, const StrObject& text, Map&& map) {
    StrBuilder out(rt);
    out.reserve(text.length, 0xFF);
    visit_text(text, [&](auto characters) {
        for (std::size_t i = 0; i < characters.size(); ++i)
            for (char32_t c : map(characters, i)) out.append(c);
    });
    return out.finish();
}

template <class Map>
Result<Owned> mapped(Runtime& rt, Args args, AsciiMapping ascii_mapping, Map&& map) {
    const StrObject& text = as_str(args[0]);
    TRY(pay_for_text(rt, text));
    if (text.is_ascii()) return Owned(map_ascii(rt, text, ascii_mapping));
    return Owned(map_characters(rt, text, map));
}

} // namespace

Result<Owned> lower(Runtime& rt, Args args) {
    return mapped(rt, args, bytes_to_lower, [](auto text, std::size_t i) { return lower_at(text, i); });
}

Result<Owned> upper(Runtime& rt, Args args) {
    return mapped(rt, args, bytes_to_upper, [](auto text, std::size_t i) { return unicode::to_upper(text[i]); });
}

Result<Owned> casefold(Runtime& rt, Args args) {
    return mapped(rt, args, bytes_to_lower, [](auto text, std::size_t i) { return unicode::case_fold(text[i]); });
}

Result<Owned> capitalize(Runtime& rt, Args args) {
    return mapped(rt, args, bytes_capitalize,
                  [](auto text, std::size_t i) { return i == 0 ? unicode::to_title(text[0]) : lower_at(text, i); });
}

Result<Owned> title(Runtime& rt, Args args) {
    bool in_word = false;
    return mapped(rt, args, bytes_to_title, [&](auto text, std::size_t i) {
        const auto mapping = in_word ? lower_at(text, i) : unicode::to_title(text[i]);
        in_word = unicode::is_cased(text[i]);
        return mapping;
    });
}

Result<Owned> swapcase(Runtime& rt, Args args) {
    return mapped(rt, args, bytes_swap_case, [](auto text, std::size_t i) {
        const char32_t c = text[i];
        if (unicode::is_upper(c)) return lower_at(text, i);
        if (unicode::is_lower(c)) return unicode::to_upper(c);
        return unicode::CaseMapping{{c}, 1};
    });
}

namespace {

template <class Question>
Result<Owned> all_are(Runtime& rt, Args args, bool when_empty, Question&& question) {
    const StrObject& text = as_str(args[0]);
    if (text.length == 0) return Owned::adopt(Value::boolean(when_empty));
    TRY(pay_for_text(rt, text));
    return Owned::adopt(Value::boolean(visit_text(
        text, [&](auto characters) { return std::all_of(characters.begin(), characters.end(), question); })));
}

bool is_ascii_alpha(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

} // namespace

Result<Owned> isalnum(Runtime& rt, Args args) {
    return all_are(rt, args, false,
                   [](char32_t c) { return c < 0x80 ? is_ascii_alpha(c) || is_ascii_digit(c) : unicode::is_alnum(c); });
}

Result<Owned> isalpha(Runtime& rt, Args args) {
    return all_are(rt, args, false, [](char32_t c) { return c < 0x80 ? is_ascii_alpha(c) : unicode::is_alpha(c); });
}

Result<Owned> isascii(Runtime&, Args args) {
    return Owned::adopt(Value::boolean(as_str(args[0]).length == 0 || as_str(args[0]).is_ascii()));
}

Result<Owned> isdecimal(Runtime& rt, Args args) {
    return all_are(rt, args, false, [](char32_t c) { return c < 0x80 ? is_ascii_digit(c) : unicode::is_decimal(c); });
}

Result<Owned> isdigit(Runtime& rt, Args args) {
    return all_are(rt, args, false, [](char32_t c) { return c < 0x80 ? is_ascii_digit(c) : unicode::is_digit(c); });
}

Result<Owned> isnumeric(Runtime& rt, Args args) {
    return all_are(rt, args, false, [](char32_t c) { return c < 0x80 ? is_ascii_digit(c) : unicode::is_numeric(c); });
}

Result<Owned> isprintable(Runtime& rt, Args args) {
    return all_are(rt, args, true,
                   [](char32_t c) { return c < 0x80 ? c >= 0x20 && c < 0x7F : unicode::is_printable(c); });
}

Result<Owned> isspace(Runtime& rt, Args args) {
    return all_are(rt, args, false, [](char32_t c) { return unicode::is_space(c); });
}

Result<Owned> isidentifier(Runtime& rt, Args args) {
    bool first = true;
    return all_are(rt, args, false, [&](char32_t c) {
        const bool fits = first ? unicode::is_xid_start(c) || c == '_' : unicode::is_xid_continue(c);
        first = false;
        return fits;
    });
}

namespace {

// islower() and isupper(): at least one character of that case, none of another.
template <class Wanted, class Other>
Result<Owned> one_case(Runtime& rt, Args args, Wanted wanted, Other other) {
    const StrObject& text = as_str(args[0]);
    TRY(pay_for_text(rt, text));
    return Owned::adopt(Value::boolean(visit_text(text, [&](auto characters) {
        bool found = false;
        for (char32_t c : characters) {
            if (other(c) || unicode::is_title(c)) return false;
            found = found || wanted(c);
        }
        return found;
    })));
}

} // namespace

Result<Owned> islower(Runtime& rt, Args args) { return one_case(rt, args, unicode::is_lower, unicode::is_upper); }
Result<Owned> isupper(Runtime& rt, Args args) { return one_case(rt, args, unicode::is_upper, unicode::is_lower); }

Result<Owned> istitle(Runtime& rt, Args args) {
    const StrObject& text = as_str(args[0]);
    TRY(pay_for_text(rt, text));
    return Owned::adopt(Value::boolean(visit_text(text, [&](auto characters) {
        bool cased = false, in_word = false;
        for (char32_t c : characters) {
            if (unicode::is_upper(c) || unicode::is_title(c)) {
                if (in_word) return false;
                in_word = cased = true;
            } else if (unicode::is_lower(c)) {
                if (!in_word) return false;
                in_word = cased = true;
            } else {
                in_word = false;
            }
        }
        return cased;
    })));
}

} // namespace mp::str_methods
