// The parser follows CPython's re/_parser.py branch by branch, so that both find the same problems in the same order.
#include "builtins/re/translate.h"
#include "interp/support/platform/stack.h"

#include <algorithm>

#include "builtins/re/classes.h"
#include "interp/support/unicode_names.h"

namespace mp::re_module {

namespace {

constexpr std::uint64_t endless = 4294967295u; // MAXREPEAT
constexpr int most_nested = 400;
constexpr std::size_t stack_reserve = std::size_t{64}
                                      << 10;  // native stack that is left for what runs between two levels
constexpr std::uint64_t most_repeats = 65535; // PCRE2's
constexpr unsigned type_flags = flag_ascii | flag_locale | flag_unicode;

// How many characters something takes, at least and at most.
struct Width {
    std::uint64_t low = 0, high = 0;
};
std::uint64_t sum(std::uint64_t a, std::uint64_t b) noexcept { return a > UINT64_MAX - b ? UINT64_MAX : a + b; }
std::uint64_t product(std::uint64_t a, std::uint64_t b) noexcept {
    std::uint64_t result;
    return __builtin_mul_overflow(a, b, &result) ? UINT64_MAX : result;
}
Width operator+(Width a, Width b) noexcept { return {sum(a.low, b.low), sum(a.high, b.high)}; }

unsigned flag_of(char32_t c) noexcept {
    switch (c) {
    case U'i': return flag_ignore_case;
    case U'L': return flag_locale;
    case U'm': return flag_multiline;
    case U's': return flag_dot_all;
    case U'x': return flag_verbose;
    case U'a': return flag_ascii;
    case U'u': return flag_unicode;
    default: return 0;
    }
}
bool is_letter(char32_t c) noexcept { return is_ascii_letter(c) || c >= 0x80; }

class Translator {
public:
    Translator(std::u32string_view pattern, bool bytes, unsigned flags, Translation& out)
        : source_(pattern, bytes), out_(out), flags_(flags), bytes_(bytes) {
        widths_.emplace_back();
    }

    std::optional<PatternProblem> run() {
        Width width;
        if (!source_.failed()) branches(width, (flags_ & flag_verbose) != 0, 0);
        if (!source_.failed()) finish();
        out_.flags = flags_;
        out_.groups = static_cast<int>(widths_.size()) - 1;
        return source_.problem;
    }

private:
    enum class Kind : std::uint8_t { nothing, place, repeat, other };
    // What stands so far between two bars: its width, and its last item for a repetition.
    struct Sequence {
        Width before, last;
        Kind kind = Kind::nothing;
        Width width() const noexcept { return before + last; }
        void add(Kind item, Width item_width) noexcept {
            before = width();
            last = item_width;
            kind = item;
        }
    };
    struct Group {
        Width width;
        bool closed = false;
    };

    void finish() {
        if (!check_flags()) return;
        if (!source_.at_end()) {
            source_.fail("unbalanced parenthesis");
            return;
        }
        for (const auto& [group, position] : conditions_)
            if (group >= groups()) {
                source_.fail_at("invalid group reference " + std::to_string(group), position);
                return;
            }
    }

    bool check_flags() {
        const auto wrong = [&](const char* text) { return source_.fail_at(text, -1, PatternProblem::Kind::value); };
        if (bytes_) {
            if (flags_ & flag_unicode) return wrong("cannot use UNICODE flag with a bytes pattern");
            if (flags_ & flag_locale && flags_ & flag_ascii) return wrong("ASCII and LOCALE flags are incompatible");
            return true;
        }
        if (flags_ & flag_locale) return wrong("cannot use LOCALE flag with a str pattern");
        if (flags_ & flag_ascii && flags_ & flag_unicode) return wrong("ASCII and UNICODE flags are incompatible");
        if (!(flags_ & flag_ascii)) flags_ |= flag_unicode;
        return true;
    }

    // ---- groups
    std::int64_t groups() const noexcept { return static_cast<std::int64_t>(widths_.size()); }
    bool is_closed(std::int64_t group) const noexcept {
        return group < groups() && widths_[static_cast<std::size_t>(group)].closed;
    }
    int group_named(const std::u32string& name) const noexcept {
        for (const auto& [known, group] : out_.names)
            if (known == name) return group;
        return 0;
    }
    bool check_lookbehind_group(std::int64_t group) {
        if (lookbehind_groups_ < 0) return true;
        if (!is_closed(group)) return source_.fail("cannot refer to an open group");
        if (group >= lookbehind_groups_)
            return source_.fail("cannot refer to group defined in the same lookbehind subpattern");
        return true;
    }
    bool reference(Sequence& sequence, std::int64_t group) {
        if (!check_lookbehind_group(group)) return false;
        out_.text += "\\g{" + std::to_string(group) + "}";
        sequence.add(Kind::other, widths_[static_cast<std::size_t>(group)].width);
        return true;
    }

    // Small native stacks end before most_nested does.
    bool stack_has_room() const noexcept {
        char here;
        const auto address = reinterpret_cast<std::uintptr_t>(&here);
        return address < stack_.low || address > stack_.high || address - stack_.low > stack_reserve;
    }

    // ---- _parse_sub: alternatives
    bool branches(Width& width, bool verbose, int nested) {
        if (nested > most_nested || !stack_has_room())
            return source_.fail_at("maximum recursion depth exceeded", -1, PatternProblem::Kind::recursion);
        bool first = true;
        for (;;) {
            Width branch;
            if (!sequence(branch, verbose, nested, nested == 0 && first)) return false;
            width = first ? branch : Width{std::min(width.low, branch.low), std::max(width.high, branch.high)};
            first = false;
            if (!source_.match(U'|')) return true;
            out_.text += '|';
            if (nested == 0) verbose = (flags_ & flag_verbose) != 0;
        }
    }

    // ---- _parse: one alternative
    bool sequence(Width& width, bool verbose, int nested, bool first) {
        Sequence so_far;
        while (!source_.at_end() && !source_.next_is(U'|') && !source_.next_is(U')')) {
            const std::u32string_view token = source_.get();
            if (source_.failed()) return false;
            const char32_t c = token[0];
            if (verbose && token.size() == 1) {
                if (std::u32string_view(U" \t\n\r\v\f").find(c) != std::u32string_view::npos) continue;
                if (c == U'#') {
                    for (;;) {
                        const auto skipped = source_.get();
                        if (source_.failed()) return false;
                        if (skipped.empty() || (skipped.size() == 1 && skipped[0] == U'\n')) break;
                    }
                    continue;
                }
            }
            if (!item(so_far, token, verbose, nested, first)) return false;
        }
        width = so_far.width();
        return !source_.failed();
    }

    bool item(Sequence& so_far, std::u32string_view token, bool& verbose, int nested, bool first) {
        switch (token[0]) {
        case U'\\': return escape(so_far, token);
        case U'[': return character_class(so_far);
        case U'.':
            out_.text += '.';
            so_far.add(Kind::other, {1, 1});
            return true;
        case U'^':
        case U'$':
            out_.text += static_cast<char>(token[0]);
            so_far.add(Kind::place, {});
            return true;
        case U'(': return parenthesis(so_far, verbose, nested, first);
        case U'*':
        case U'+':
        case U'?':
        case U'{': return repetition(so_far, token[0]);
        default: return literal(so_far, token[0]);
        }
    }

    bool literal(Sequence& so_far, char32_t c) {
        // Under the ASCII flag only ASCII's letters have case.
        const bool caseless_ascii = c >= 0x80 && !bytes_ && alphabet().ascii;
        if (caseless_ascii) out_.text += "(?-i:";
        append_literal(out_.text, c);
        if (caseless_ascii) out_.text += ')';
        so_far.add(Kind::other, {1, 1});
        return true;
    }

    bool repetition(Sequence& so_far, char32_t c) {
        const std::int64_t here = source_.tell();
        std::uint64_t low = c == U'+' ? 1 : 0, high = c == U'?' ? 1 : endless;
        std::string text(1, static_cast<char>(c));
        if (c == U'{') {
            if (source_.next_is(U'}')) return literal(so_far, c);
            constexpr std::u32string_view digits = U"0123456789";
            const std::u32string least = source_.get_while(INT32_MAX, digits);
            const bool comma = source_.match(U',');
            const std::u32string most = comma ? source_.get_while(INT32_MAX, digits) : least;
            if (!source_.match(U'}')) {
                if (source_.failed()) return false;
                literal(so_far, c);
                source_.seek(here);
                return !source_.failed();
            }
            if (!read_count(least, low) || !read_count(most, high)) return false;
            if (!most.empty() && high < low)
                return source_.fail("min repeat greater than max repeat", source_.tell() - here);
            text =
                "{" + std::to_string(low) + (high == low ? "" : "," + (most.empty() ? "" : std::to_string(high))) + "}";
        }
        if (so_far.kind == Kind::nothing || so_far.kind == Kind::place)
            return source_.fail("nothing to repeat", source_.tell() - here + 1);
        if (so_far.kind == Kind::repeat) return source_.fail("multiple repeat", source_.tell() - here + 1);
        if (low > most_repeats || (high != endless && high > most_repeats))
            return source_.fail("repeat counts above 65535 are not supported", source_.tell() - here + 1);
        if (source_.match(U'?'))
            text += '?';
        else if (source_.match(U'+'))
            text += '+';
        // PCRE2 takes no repetition of an unknown count in a lookbehind, not even of what has no width: once or never is the same there.
        if (lookbehind_groups_ >= 0 && so_far.last.high == 0) text = low == 0 ? "{0}" : "";
        out_.text += text;
        so_far.last = {product(so_far.last.low, low),
                       high == endless && so_far.last.high ? UINT64_MAX : product(so_far.last.high, high)};
        so_far.kind = Kind::repeat;
        return !source_.failed();
    }

    bool read_count(const std::u32string& digits, std::uint64_t& count) {
        if (digits.empty()) return true;
        count = 0;
        for (const char32_t digit : digits) count = sum(product(count, 10), digit - U'0');
        if (count >= endless)
            return source_.fail_at("the repetition number is too large", -1, PatternProblem::Kind::overflow);
        return true;
    }

    // ---- escapes
    // The character that \x41, \u20ac, \N{...}, \n and so on stand for; false with no problem: it is none of these.
    bool escaped_character(std::u32string_view token, char32_t& character) {
        const char32_t c = token[1];
        static constexpr std::u32string_view from = U"abfnrtv\\", to = U"\a\b\f\n\r\t\v\\";
        if (const auto at = from.find(c); at != from.npos) {
            character = to[at];
            return true;
        }
        if (c == U'x' || (!bytes_ && (c == U'u' || c == U'U'))) {
            const int digits = c == U'x' ? 2 : c == U'u' ? 4 : 8;
            const std::u32string hex = source_.get_while(digits, U"0123456789abcdefABCDEF");
            const std::string whole = shown(token) + shown(hex);
            if (static_cast<int>(hex.size()) != digits)
                return source_.fail("incomplete escape " + whole, static_cast<std::int64_t>(2 + hex.size()));
            const unsigned long value = std::stoul(shown(hex), nullptr, 16);
            if (value > 0x10FFFF) return source_.fail("bad escape " + whole, static_cast<std::int64_t>(2 + hex.size()));
            character = static_cast<char32_t>(value);
            return true;
        }
        if (c == U'N' && !bytes_) {
            if (!source_.match(U'{')) return source_.fail("missing {");
            const auto name = source_.get_until(U'}', "character name");
            if (!name) return false;
            const auto found = unicode::character_named(shown(*name));
            if (!found)
                return source_.fail("undefined character name " + quoted(*name),
                                    static_cast<std::int64_t>(name->size() + 4));
            character = *found;
            return true;
        }
        return false;
    }

    bool octal(const std::u32string& digits, char32_t& character) {
        character = 0;
        for (const char32_t digit : digits) character = character * 8 + (digit - U'0');
        if (character <= 0377) return true;
        return source_.fail("octal escape value \\" + shown(digits) + " outside of range 0-0o377",
                            static_cast<std::int64_t>(digits.size() + 1));
    }

    bool escape(Sequence& so_far, std::u32string_view token) {
        const char32_t c = token[1];
        switch (c) {
        case U'A': out_.text += "\\A"; break;
        case U'Z': out_.text += "\\z"; break;
        case U'b':
        case U'B': append_boundary(out_.text, c == U'B', alphabet()); break;
        case U'd':
        case U'D':
        case U's':
        case U'S':
        case U'w':
        case U'W': {
            CharacterClass set;
            set.add_category(static_cast<char>(c), alphabet());
            set.append_to(out_.text, false);
            so_far.add(Kind::other, {1, 1});
            return true;
        }
        default: return other_escape(so_far, token);
        }
        so_far.add(Kind::place, {});
        return true;
    }

    bool other_escape(Sequence& so_far, std::u32string_view token) {
        constexpr std::u32string_view digits = U"0123456789", octal_digits = U"01234567";
        const char32_t c = token[1];
        char32_t character;
        if (c == U'0') {
            const std::u32string more = U'0' + source_.get_while(2, octal_digits);
            return octal(more, character) && literal(so_far, character);
        }
        if (digits.find(c) != digits.npos) {
            std::u32string number(1, c);
            if (source_.next_in(digits)) {
                number += source_.get();
                const auto is_octal = [&](char32_t digit) { return digit < U'8'; };
                if (is_octal(number[0]) && is_octal(number[1]) && source_.next_in(octal_digits)) {
                    number += source_.get();
                    return octal(number, character) && literal(so_far, character);
                }
            }
            const std::int64_t group = std::stoll(shown(number));
            if (group >= groups())
                return source_.fail("invalid group reference " + std::to_string(group),
                                    static_cast<std::int64_t>(number.size()));
            if (!is_closed(group))
                return source_.fail("cannot refer to an open group", static_cast<std::int64_t>(number.size() + 1));
            return reference(so_far, group);
        }
        if (escaped_character(token, character)) return literal(so_far, character);
        if (source_.failed()) return false;
        if (is_ascii_letter(c)) return source_.fail("bad escape " + shown(token), 2);
        return literal(so_far, c);
    }

    Alphabet alphabet() const noexcept {
        const bool whole_ascii = bytes_ || (flags_ & flag_ascii);
        const bool ascii = scoped_type_ ? scoped_type_ != flag_unicode : whole_ascii;
        return {ascii, ascii == whole_ascii};
    }

    // ---- [...]
    bool character_class(Sequence& so_far) {
        const std::int64_t here = source_.tell() - 1;
        if (source_.next_is(U'[')) warn("nested set", source_.tell());
        const bool negated = source_.match(U'^');
        CharacterClass set;
        bool empty = true;
        const auto unterminated = [&] { return source_.fail("unterminated character set", source_.tell() - here); };
        for (;; empty = false) {
            const auto token = source_.get();
            if (source_.failed()) return false;
            if (token.empty()) return unterminated();
            if (token == U"]" && !empty) break;
            if (!empty && token.size() == 1 && source_.next_is(token[0])) warn_of_operator(token[0], 1);
            Member low;
            if (!class_member(token, low)) return false;
            if (!source_.match(U'-')) {
                if (source_.failed()) return false;
                set.add(low, alphabet());
                continue;
            }
            const auto other = source_.get();
            if (source_.failed()) return false;
            if (other.empty()) return unterminated();
            if (other == U"]") {
                set.add(low, alphabet());
                set.add({U'-', 0}, alphabet());
                break;
            }
            if (other == U"-") warn_of_operator(U'-', 2);
            Member high;
            if (!class_member(other, high)) return false;
            if (low.category || high.category || high.character < low.character)
                return source_.fail("bad character range " + shown(token) + "-" + shown(other),
                                    static_cast<std::int64_t>(token.size() + 1 + other.size()));
            set.add_range(low.character, high.character);
        }
        set.append_to(out_.text, negated);
        so_far.add(Kind::other, {1, 1});
        return true;
    }

    void warn(const char* what, std::int64_t position) {
        out_.warnings.push_back(std::string("Possible ") + what + " at position " + std::to_string(position));
    }
    void warn_of_operator(char32_t c, std::int64_t back) {
        const char* what = c == U'-'   ? "set difference"
                           : c == U'&' ? "set intersection"
                           : c == U'~' ? "set symmetric difference"
                           : c == U'|' ? "set union"
                                       : nullptr;
        if (what) warn(what, source_.tell() - back);
    }

    bool class_member(std::u32string_view token, Member& member) {
        member = {token[0], 0};
        if (token[0] != U'\\') return true;
        const char32_t c = token[1];
        member.character = c;
        if (std::u32string_view(U"dDsSwW").find(c) != std::u32string_view::npos) {
            member.category = static_cast<char>(c);
            return true;
        }
        if (escaped_character(token, member.character)) return true;
        if (source_.failed()) return false;
        if (c >= U'0' && c < U'8') return octal(c + source_.get_while(2, U"01234567"), member.character);
        if (is_ascii_letter(c) || c == U'8' || c == U'9') return source_.fail("bad escape " + shown(token), 2);
        return true;
    }

    // ---- (...)
    bool unexpected_end() { return source_.fail("unexpected end of pattern"); }

    bool close(std::int64_t start) {
        if (source_.match(U')')) {
            out_.text += ')';
            return !source_.failed();
        }
        return source_.fail("missing ), unterminated subpattern", source_.tell() - start);
    }

    bool parenthesis(Sequence& so_far, bool& verbose, int nested, bool first) {
        const std::int64_t start = source_.tell() - 1;
        if (!source_.match(U'?')) return source_.failed() ? false : capture(so_far, U"", start, verbose, nested);
        const auto token = source_.get();
        if (source_.failed()) return false;
        if (token.empty()) return unexpected_end();
        const char32_t c = token[0];
        if (token.size() == 1) switch (c) {
            case U'P': return python_extension(so_far, start, verbose, nested);
            case U':': return group(so_far, "(?:", start, verbose, nested);
            case U'>': return group(so_far, "(?>", start, verbose, nested);
            case U'#': return comment(start);
            case U'=':
            case U'!':
            case U'<': return look_around(so_far, c, start, verbose, nested);
            case U'(': return condition(so_far, start, verbose, nested);
            default:
                if (flag_of(c) || c == U'-') return inline_flags(so_far, c, start, verbose, nested, first);
            }
        return source_.fail("unknown extension ?" + shown(token), static_cast<std::int64_t>(token.size() + 1));
    }

    bool comment(std::int64_t start) {
        for (;;) {
            if (source_.at_end())
                return source_.failed() ? false
                                        : source_.fail("missing ), unterminated comment", source_.tell() - start);
            if (source_.get() == U")") return !source_.failed();
        }
    }

    bool python_extension(Sequence& so_far, std::int64_t start, bool verbose, int nested) {
        if (source_.match(U'<')) {
            const auto name = source_.get_until(U'>', "group name");
            if (!name || !source_.check_group_name(*name, 1)) return false;
            return capture(so_far, *name, start, verbose, nested);
        }
        if (source_.match(U'=')) {
            const auto name = source_.get_until(U')', "group name");
            if (!name || !source_.check_group_name(*name, 1)) return false;
            const int group = group_named(*name);
            const auto offset = static_cast<std::int64_t>(name->size() + 1);
            if (!group) return source_.fail("unknown group name " + quoted(*name), offset);
            if (!is_closed(group)) return source_.fail("cannot refer to an open group", offset);
            return reference(so_far, group);
        }
        const auto token = source_.get();
        if (source_.failed()) return false;
        if (token.empty()) return unexpected_end();
        return source_.fail("unknown extension ?P" + shown(token), static_cast<std::int64_t>(token.size() + 2));
    }

    bool capture(Sequence& so_far, const std::u32string& name, std::int64_t start, bool verbose, int nested) {
        const std::size_t number = widths_.size();
        if (!name.empty()) {
            if (const int other = group_named(name))
                return source_.fail("redefinition of group name " + quoted(name) + " as group " +
                                        std::to_string(number) + "; was group " + std::to_string(other),
                                    static_cast<std::int64_t>(name.size() + 1));
            out_.names.emplace_back(name, static_cast<int>(number));
        }
        widths_.emplace_back();
        out_.text += '(';
        Width width;
        if (!branches(width, verbose, nested + 1) || !close(start)) return false;
        widths_[number] = {width, true};
        out_.close_order.resize(std::max(out_.close_order.size(), number + 1));
        out_.close_order[number] = ++closed_;
        so_far.add(Kind::other, width);
        return true;
    }

    bool group(Sequence& so_far, const char* open, std::int64_t start, bool verbose, int nested) {
        out_.text += open;
        Width width;
        if (!branches(width, verbose, nested + 1) || !close(start)) return false;
        so_far.add(Kind::other, width);
        return true;
    }

    bool look_around(Sequence& so_far, char32_t c, std::int64_t start, bool verbose, int nested) {
        const bool behind = c == U'<';
        if (behind) {
            const auto token = source_.get();
            if (source_.failed()) return false;
            if (token.empty()) return unexpected_end();
            if (token != U"=" && token != U"!")
                return source_.fail("unknown extension ?<" + shown(token), static_cast<std::int64_t>(token.size() + 2));
            c = token[0];
        }
        const std::int64_t outer = lookbehind_groups_;
        if (behind && outer < 0) lookbehind_groups_ = groups();
        out_.text += behind ? "(?<" : "(?";
        out_.text += static_cast<char>(c);
        Width width;
        if (!branches(width, verbose, nested + 1)) return false;
        lookbehind_groups_ = outer;
        if (!close(start)) return false;
        if (behind && width.low != width.high && !late_)
            late_ = PatternProblem{PatternProblem::Kind::pattern, "look-behind requires fixed-width pattern", -1};
        so_far.add(Kind::other, {});
        return true;
    }

    bool condition(Sequence& so_far, std::int64_t start, bool verbose, int nested) {
        const auto name = source_.get_until(U')', "group name");
        if (!name) return false;
        const auto offset = static_cast<std::int64_t>(name->size() + 1);
        std::int64_t number = 0;
        if (is_decimal(*name)) {
            for (const char32_t digit : *name) number = std::min<std::int64_t>(number * 10 + (digit - U'0'), INT32_MAX);
            if (!number) return source_.fail("bad group number", offset);
            if (number >= INT32_MAX) return source_.fail("invalid group reference " + shown(*name), offset);
            conditions_.emplace_back(number, source_.tell() - offset);
        } else {
            if (!source_.check_group_name(*name, 1)) return false;
            number = group_named(*name);
            if (!number) return source_.fail("unknown group name " + quoted(*name), offset);
        }
        if (!check_lookbehind_group(number)) return false;
        if (nested + 1 > most_nested || !stack_has_room())
            return source_.fail_at("maximum recursion depth exceeded", -1, PatternProblem::Kind::recursion);
        out_.text += "(?(" + std::to_string(number) + ")";
        Width yes, no;
        if (!sequence(yes, verbose, nested + 1, false)) return false;
        if (source_.match(U'|')) {
            out_.text += '|';
            if (!sequence(no, verbose, nested + 1, false)) return false;
            if (source_.next_is(U'|')) return source_.fail("conditional backref with more than two branches");
        }
        if (!close(start)) return false;
        so_far.add(Kind::other, {std::min(yes.low, no.low), std::max(yes.high, no.high)});
        return true;
    }

    // ---- (?flags) and (?flags-flags:...)
    bool read_flag(unsigned& all, char32_t& c, const char* missing, std::u32string_view ends, bool remove) {
        for (;;) {
            const unsigned flag = flag_of(c);
            if (remove) {
                if (flag & type_flags) return source_.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
                all |= flag;
            } else {
                if (!bytes_ && c == U'L')
                    return source_.fail("bad inline flags: cannot use 'L' flag with a str pattern");
                if (bytes_ && c == U'u')
                    return source_.fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
                all |= flag;
                if ((flag & type_flags) && (all & type_flags) != flag)
                    return source_.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
            }
            const auto token = source_.get();
            if (source_.failed()) return false;
            if (token.empty()) return source_.fail(missing);
            c = token[0];
            if (token.size() == 1 && ends.find(c) != ends.npos) return true;
            if (token.size() > 1 || !flag_of(c)) return unknown_flag(token, missing);
        }
    }
    bool unknown_flag(std::u32string_view token, const char* missing) {
        return source_.fail(token.size() == 1 && is_letter(token[0]) ? "unknown flag" : missing,
                            static_cast<std::int64_t>(token.size()));
    }

    bool inline_flags(Sequence& so_far, char32_t c, std::int64_t start, bool& verbose, int nested, bool first) {
        unsigned on = 0, off = 0;
        if (c != U'-' && !read_flag(on, c, "missing -, : or )", U")-:", false)) return false;
        if (c == U')') {
            flags_ |= on;
            if (!first || so_far.kind != Kind::nothing)
                return source_.fail("global flags not at the start of the expression", source_.tell() - start);
            verbose = (flags_ & flag_verbose) != 0;
            return true;
        }
        if (c == U'-') {
            const auto token = source_.get();
            if (source_.failed()) return false;
            if (token.empty()) return source_.fail("missing flag");
            if (token.size() > 1 || !flag_of(token[0])) return unknown_flag(token, "missing flag");
            c = token[0];
            if (!read_flag(off, c, "missing :", U":", true)) return false;
        }
        if (on & off) return source_.fail("bad inline flags: flag turned on and off", 1);
        std::string open = "(?";
        const auto letters = [](unsigned flags) {
            return std::string(flags & flag_ignore_case ? "i" : "") + (flags & flag_multiline ? "m" : "") +
                   (flags & flag_dot_all ? "s" : "");
        };
        open += letters(on);
        if (const std::string removed = letters(off); !removed.empty()) open += "-" + removed;
        const unsigned outer = scoped_type_;
        if (on & type_flags) scoped_type_ = on & type_flags;
        const bool inner_verbose = (verbose || (on & flag_verbose)) && !(off & flag_verbose);
        if (!group(so_far, (open + ":").c_str(), start, inner_verbose, nested)) return false;
        scoped_type_ = outer;
        return true;
    }

public:
    // Problems that CPython finds only when the whole pattern is parsed.
    std::optional<PatternProblem> late_;

private:
    Source source_;
    const platform::StackRange stack_ = platform::current_stack();
    Translation& out_;
    unsigned flags_;
    bool bytes_;
    unsigned scoped_type_ = 0; // of the innermost (?a: or (?u:; 0: none
    std::vector<Group> widths_;
    std::vector<std::pair<std::int64_t, std::int64_t>> conditions_; // groups asked for by number, and where
    std::int64_t lookbehind_groups_ = -1;                           // groups before the outermost lookbehind; -1: none
    int closed_ = 0;
};

} // namespace

std::optional<PatternProblem> translate(std::u32string_view pattern, bool bytes, unsigned flags, Translation& out) {
    out.close_order.assign(1, 0);
    Translator translator(pattern, bytes, flags, out);
    auto problem = translator.run();
    return problem ? problem : translator.late_;
}

} // namespace mp::re_module
