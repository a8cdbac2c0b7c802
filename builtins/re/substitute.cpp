// Replacement texts, sub(), and split().
#ifdef MINIPY_WITH_PCRE2
#include <optional>

#include "builtins/re/re.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"

namespace mp::re_module {

namespace {

// The template language of _parser.parse_template.
class TemplateParser {
public:
    TemplateParser(Runtime& rt, PatternObject& pattern, const std::u32string& text, bool bytes)
        : rt_(rt), pattern_(pattern), source_(text, bytes) {}

    Result<bool> run() { // false: source.problem says what is wrong
        while (!source_.failed()) {
            const auto token = source_.get();
            if (source_.failed() || token.empty()) break;
            if (token.size() == 1) {
                literal_ += token;
            } else if (!TRY(escape(token))) {
                return false;
            }
        }
        if (source_.failed()) return false;
        end_literal();
        return true;
    }
    std::vector<Piece> pieces;
    Source& source() noexcept { return source_; }

private:
    void end_literal() {
        if (literal_.empty()) return;
        Owned text;
        if (source_.is_bytes()) {
            std::vector<std::uint8_t> bytes(literal_.begin(), literal_.end());
            text = make_bytes(rt_, bytes);
        } else {
            text = make_str_ucs4(rt_, literal_.data(), static_cast<std::int64_t>(literal_.size()));
        }
        pieces.push_back({std::move(text), 0});
        literal_.clear();
    }

    bool add_group(std::int64_t group, std::int64_t offset) {
        if (group > pattern_.groups) return source_.fail("invalid group reference " + std::to_string(group), offset);
        end_literal();
        pieces.push_back({Owned(), group});
        return true;
    }

    Result<bool> named_group() {
        if (!source_.match(U'<')) return source_.fail("missing <");
        const auto name = source_.get_until(U'>', "group name");
        if (!name) return false;
        const auto offset = static_cast<std::int64_t>(name->size() + 1);
        if (is_decimal(*name)) {
            std::int64_t number = 0;
            for (const char32_t digit : *name) number = std::min<std::int64_t>(number * 10 + (digit - U'0'), INT32_MAX);
            if (number == INT32_MAX) return source_.fail("invalid group reference " + shown(*name), offset);
            return add_group(number, offset);
        }
        if (!source_.check_group_name(*name, 1)) return false;
        auto text = make_str_ucs4(rt_, name->data(), static_cast<std::int64_t>(name->size()));
        Owned number = TRY(dict_get(rt_, *static_cast<DictObject*>(pattern_.group_index.object()), text));
        if (number.is_unbound())
            return source_.fail_at("unknown group name " + quoted(*name), -1, PatternProblem::Kind::index);
        return add_group(number.get().as_int(), offset);
    }

    Result<bool> escape(std::u32string_view token) {
        const char32_t c = token[1];
        if (c == U'g') return named_group();
        if (c >= U'0' && c <= U'9') return number(c);
        static constexpr std::u32string_view from = U"abfnrtv\\", to = U"\a\b\f\n\r\t\v\\";
        if (const auto at = from.find(c); at != from.npos) {
            literal_ += to[at];
        } else {
            if (is_ascii_letter(c)) return source_.fail("bad escape " + shown(token), 2);
            literal_ += token;
        }
        return true;
    }

    bool number(char32_t c) {
        const auto octal_value = [](const std::u32string& digits) {
            char32_t value = 0;
            for (const char32_t digit : digits) value = value * 8 + (digit - U'0');
            return value;
        };
        if (c == U'0') {
            literal_ += octal_value(U'0' + source_.get_while(2, U"01234567")) & 0xFF;
            return true;
        }
        std::u32string digits(1, c);
        if (source_.next_in(U"0123456789")) {
            digits += source_.get();
            if (digits[0] < U'8' && digits[1] < U'8' && source_.next_in(U"01234567")) {
                digits += source_.get();
                const char32_t value = octal_value(digits);
                if (value > 0377)
                    return source_.fail("octal escape value \\" + shown(digits) + " outside of range 0-0o377",
                                        static_cast<std::int64_t>(digits.size() + 1));
                literal_ += value;
                return true;
            }
        }
        return add_group(std::stoll(shown(digits)), static_cast<std::int64_t>(digits.size()));
    }

    Runtime& rt_;
    PatternObject& pattern_;
    Source source_;
    std::u32string literal_;
};

bool is_text(Runtime& rt, Value value) noexcept { return is_str_or_subclass(rt, value) || is_bytes_like(rt, value); }

Result<bool> has_backslash(Runtime& rt, Value text) {
    if (is_str_or_subclass(rt, text)) {
        auto& string = *static_cast<StrObject*>(text.object());
        return str_find(string, *rt.latin1_char('\\'), 0, string.length) >= 0;
    }
    const BytesLike bytes = TRY(bytes_like(rt, text));
    return !bytes.span().empty() && std::memchr(bytes.span().data(), '\\', bytes.span().size()) != nullptr;
}

// The parts of a new text: text is built in one go, all else is collected and joined.
class Output {
public:
    Output(Runtime& rt, const Subject& subject) : rt_(rt), subject_(subject), text_(rt), list_(make_list(rt)) {}
    void append_slice(std::int64_t start, std::int64_t end) {
        if (start == end) return;
        if (plain_ && !subject_.is_bytes())
            text_.append(*static_cast<StrObject*>(subject_.string().object()), start, end);
        else
            list_append(rt_, *list_, subject_.slice(rt_, start, end));
    }
    void append(Value item) {
        if (plain_ && !subject_.is_bytes() && is_str(item)) {
            text_.append(*static_cast<StrObject*>(item.object()));
            return;
        }
        if (plain_ && !subject_.is_bytes() && text_.length()) list_append(rt_, *list_, text_.finish());
        plain_ = false;
        list_append(rt_, *list_, Owned::share(item));
    }
    Result<Owned> finish() {
        if (plain_ && !subject_.is_bytes()) return Owned(text_.finish());
        if (!subject_.is_bytes()) return Owned(TRY(str_join(rt_, *rt_.empty_str, list_)));
        return call_method(rt_, make_bytes(rt_, {}), *rt_.intern("join"), list_);
    }

private:
    Runtime& rt_;
    const Subject& subject_;
    StrBuilder text_;
    Ref<ListObject> list_;
    bool plain_ = true; // so far every part is a str
};

} // namespace

Result<std::vector<Piece>> template_of(Runtime& rt, PatternObject& pattern, Value replacement) {
    const bool text = is_str_or_subclass(rt, replacement);
    if (!text && !is_bytes_like(rt, replacement))
        return raise(rt, TypeId::TypeError, "decoding to str: need a bytes-like object, %.80s found",
                     type_name(rt, replacement));
    const std::u32string characters = TRY(characters_of(rt, replacement));
    TemplateParser parser(rt, pattern, characters, !text);
    if (!TRY(parser.run())) return raise_problem(rt, *parser.source().problem, replacement);
    return std::move(parser.pieces);
}

Result<Owned> expand(Runtime& rt, MatchObject& match, Value replacement) {
    Owned held = Owned::share(match.pattern);
    const std::vector<Piece> pieces = TRY(template_of(rt, pattern_of(held), replacement));
    Ref<ListObject> list = make_list(rt);
    const bool text = is_str_or_subclass(rt, match.string);
    for (const Piece& piece : pieces) {
        Owned part = piece.text;
        if (part.is_unbound()) part = TRY(group_text(rt, match, piece.group, Value()));
        if (!part.is_unbound()) list_append(rt, *list, std::move(part));
    }
    if (text) return Owned(TRY(str_join(rt, *rt.empty_str, list)));
    return call_method(rt, make_bytes(rt, {}), *rt.intern("join"), list);
}

Result<Owned> substitute(Runtime& rt, PatternObject& given, Value replacement, Value string, std::int64_t most,
                         std::int64_t& count) {
    auto held = Ref<PatternObject>::share(&given);
    PatternObject& pattern = *held;
    Owned repl = Owned::share(replacement);
    const bool callable = is_callable(rt, repl);
    std::vector<Piece> pieces;
    if (!callable) {
        if (is_text(rt, repl) && !TRY(has_backslash(rt, repl)))
            pieces.push_back({repl, 0});
        else
            pieces = TRY(template_of(rt, pattern, repl));
    }
    Subject subject = TRY(Subject::of(rt, pattern, string, 0, INT64_MAX));
    Output out(rt, subject);
    Marks marks = marks_for(pattern);
    Progress progress{0};
    std::int64_t last = 0;
    count = 0;
    while ((most == 0 || count < most) && TRY(next_match(rt, pattern, subject, progress, marks.data()))) {
        out.append_slice(last, marks[0]);
        if (callable) {
            Owned item = TRY(call(rt, repl, make_match(rt, pattern, subject, marks.data())));
            if (!item.is_none()) out.append(item);
        } else {
            for (const Piece& piece : pieces) {
                if (!piece.text.is_unbound()) {
                    out.append(piece.text);
                } else if (const auto i = static_cast<std::size_t>(2 * piece.group); marks[i] >= 0) {
                    out.append_slice(marks[i], marks[i + 1]);
                }
            }
        }
        last = marks[1];
        ++count;
    }
    if (count == 0 && (is_str(string) || is_bytes(string))) return Owned::share(string);
    out.append_slice(last, subject.end());
    return out.finish();
}

Result<Owned> split(Runtime& rt, PatternObject& given, Value string, std::int64_t most) {
    auto held = Ref<PatternObject>::share(&given);
    PatternObject& pattern = *held;
    Subject subject = TRY(Subject::of(rt, pattern, string, 0, INT64_MAX));
    Marks marks = marks_for(pattern);
    Progress progress{0};
    Ref<ListObject> list = make_list(rt);
    std::int64_t last = 0, count = 0;
    while ((most == 0 || count < most) && TRY(next_match(rt, pattern, subject, progress, marks.data()))) {
        list_append(rt, *list, subject.slice(rt, last, marks[0]));
        for (std::size_t i = 2; i < marks.size(); i += 2)
            list_append(rt, *list,
                        marks[i] < 0 ? Owned::adopt(Value::none()) : subject.slice(rt, marks[i], marks[i + 1]));
        last = marks[1];
        ++count;
    }
    list_append(rt, *list, subject.slice(rt, last, subject.end()));
    return Owned(std::move(list));
}

} // namespace mp::re_module
#endif
