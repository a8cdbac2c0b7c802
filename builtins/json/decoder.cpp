#include <string>

#include "builtins/json/json.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

struct Hooks {
    Value object_hook, pairs_hook, parse_float, parse_int, parse_constant, error;
    bool strict;
};

// Walks the text by index, one template per width of its characters. Values come back owned; `at` stands behind them.
template <class C>
class Scanner {
public:
    Scanner(Runtime& rt, StrObject& source, Text<C> text, std::int64_t at, const Hooks& hooks)
        : rt_(rt), source_(source), text_(text), at_(at), hooks_(hooks) {}

    std::int64_t at() const noexcept { return at_; }

    Result<Owned> value() {
        switch (peek()) {
        case '"': ++at_; return Owned(TRY(string()));
        case '{': {
            NativeScope scope(rt_);
            if (!scope) return too_deep("object");
            ++at_;
            return object();
        }
        case '[': {
            NativeScope scope(rt_);
            if (!scope) return too_deep("array");
            ++at_;
            return array();
        }
        case 'n':
            if (literal("null")) return Owned::adopt(Value::none());
            break;
        case 't':
            if (literal("true")) return Owned::adopt(Value::true_());
            break;
        case 'f':
            if (literal("false")) return Owned::adopt(Value::false_());
            break;
        case 'N':
            if (literal("NaN")) return constant("NaN", __builtin_nan(""));
            break;
        case 'I':
            if (literal("Infinity")) return constant("Infinity", __builtin_inf());
            break;
        case '-':
            if (literal("-Infinity")) return constant("-Infinity", -__builtin_inf());
            [[fallthrough]];
        default: return number();
        }
        return fail("Expecting value", at_);
    }

private:
    std::int64_t size() const noexcept { return static_cast<std::int64_t>(text_.size()); }
    // The character at the position, 0 at the end (a zero in the text is nothing that JSON knows either).
    char32_t peek(std::int64_t ahead = 0) const noexcept {
        return at_ + ahead < size() ? text_[static_cast<std::size_t>(at_ + ahead)] : 0;
    }
    bool is_digit(std::int64_t ahead = 0) const noexcept { return peek(ahead) >= '0' && peek(ahead) <= '9'; }
    void skip_space() noexcept {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
    }
    bool literal(std::string_view word) noexcept {
        for (std::size_t i = 0; i < word.size(); ++i)
            if (peek(static_cast<std::int64_t>(i)) != static_cast<unsigned char>(word[i])) return false;
        at_ += static_cast<std::int64_t>(word.size());
        return true;
    }

    Raised fail(const char* message, std::int64_t position) {
        Owned error = TRY(call(rt_, hooks_.error, make_str(rt_, message), Value(&source_), make_int(rt_, position)));
        if (!is_exception(rt_, error)) return raise(rt_, TypeId::ValueError, "%s", message);
        return raise_exception(rt_, Ref<ExceptionObject>::share(static_cast<ExceptionObject*>(error.get().object())));
    }
    Raised too_deep(const char* what) {
        rt_.clear_pending();
        return raise(rt_, TypeId::RecursionError,
                     "maximum recursion depth exceeded while decoding a JSON %s from a unicode string", what);
    }

    Result<Owned> constant(const char* name, double value) {
        if (hooks_.parse_constant.is_none()) return make_float(rt_, value);
        return call(rt_, hooks_.parse_constant, make_str(rt_, name));
    }

    Result<Owned> number() {
        const std::int64_t start = at_;
        bool is_float = false;
        if (peek() == '-') ++at_;
        if (peek() == '0')
            ++at_;
        else if (is_digit())
            while (is_digit()) ++at_;
        else {
            at_ = start;
            return fail("Expecting value", start);
        }
        if (peek() == '.' && is_digit(1)) {
            is_float = true;
            ++at_;
            while (is_digit()) ++at_;
        }
        if (peek() == 'e' || peek() == 'E') {
            const std::int64_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (is_digit(1 + sign)) {
                is_float = true;
                at_ += 1 + sign;
                while (is_digit()) ++at_;
            }
        }
        std::string digits;
        for (std::int64_t i = start; i < at_; ++i) digits += static_cast<char>(text_[static_cast<std::size_t>(i)]);
        const Value hook = is_float ? hooks_.parse_float : hooks_.parse_int;
        if (!hook.is_none()) return call(rt_, hook, make_str(rt_, digits));
        if (!is_float) return int_from_text(rt_, digits, 10);
        double value = 0;
        parse_float_text(digits, value);
        return make_float(rt_, value);
    }

    // The four digits behind \u, or -1.
    int hex4(std::int64_t from) const noexcept {
        int code = 0;
        for (std::int64_t i = from; i < from + 4; ++i) {
            const char32_t c = i < size() ? text_[static_cast<std::size_t>(i)] : 0;
            const int digit = c >= '0' && c <= '9'   ? static_cast<int>(c - '0')
                              : c >= 'a' && c <= 'f' ? static_cast<int>(c - 'a' + 10)
                              : c >= 'A' && c <= 'F' ? static_cast<int>(c - 'A' + 10)
                                                     : -1;
            if (digit < 0) return -1;
            code = code * 16 + digit;
        }
        return code;
    }

    // Behind the opening quote.
    Result<Ref<StrObject>> string() {
        const std::int64_t begin = at_ - 1;
        std::int64_t run = at_;
        const auto piece = [&](std::int64_t end) {
            return text_.subspan(static_cast<std::size_t>(run), static_cast<std::size_t>(end - run));
        };
        StrBuilder built(rt_);
        bool simple = true;
        for (;;) {
            while (at_ < size() && peek() != '"' && peek() != '\\' && (peek() >= ' ' || !hooks_.strict)) ++at_;
            if (at_ >= size()) return fail("Unterminated string starting at", begin);
            if (peek() == '"' && simple) {
                Ref<StrObject> text = make_text(rt_, piece(at_));
                ++at_;
                return text;
            }
            if (run < at_) {
                Ref<StrObject> text = make_text(rt_, piece(at_));
                built.append(*text);
            }
            if (peek() == '"') {
                ++at_;
                return built.finish();
            }
            if (peek() < ' ' && peek() != '\\') return fail("Invalid control character at", at_);
            simple = false;
            TRY(escape(begin, built));
            run = at_;
        }
    }

    Result<void> escape(std::int64_t begin, StrBuilder& built) {
        if (at_ + 1 >= size()) return fail("Unterminated string starting at", begin);
        switch (peek(1)) {
        case '"': built.append(U'"'); break;
        case '\\': built.append(U'\\'); break;
        case '/': built.append(U'/'); break;
        case 'b': built.append(U'\b'); break;
        case 'f': built.append(U'\f'); break;
        case 'n': built.append(U'\n'); break;
        case 'r': built.append(U'\r'); break;
        case 't': built.append(U'\t'); break;
        case 'u': {
            const int first = hex4(at_ + 2);
            if (first < 0) return fail("Invalid \\uXXXX escape", at_ + 1);
            char32_t c = static_cast<char32_t>(first);
            at_ += 6;
            if (c >= 0xD800 && c < 0xDC00 && peek() == '\\' && peek(1) == 'u') {
                const int second = hex4(at_ + 2);
                if (second >= 0xDC00 && second < 0xE000) {
                    c = 0x10000 + ((c - 0xD800) << 10) + static_cast<char32_t>(second - 0xDC00);
                    at_ += 6;
                }
            }
            built.append(c);
            return ok;
        }
        default: return fail("Invalid \\escape", at_);
        }
        at_ += 2;
        return ok;
    }

    Result<Owned> object() {
        const bool pairs_wanted = !hooks_.pairs_hook.is_none();
        Ref<DictObject> dict = make_dict(rt_);
        OptRef<ListObject> pairs;
        if (pairs_wanted) pairs = make_list(rt_);
        skip_space();
        if (peek() == '}')
            ++at_;
        else
            for (;;) {
                if (peek() != '"') return fail("Expecting property name enclosed in double quotes", at_);
                ++at_;
                Ref<StrObject> key = TRY(string());
                if (key->is_ascii() && key->length <= 32) key = rt_.intern(*key); // keys come again and again
                skip_space();
                if (peek() != ':') return fail("Expecting ':' delimiter", at_);
                ++at_;
                skip_space();
                Owned item = TRY(value());
                TRY(rt_.pay(1));
                if (pairs_wanted)
                    list_append(rt_, *pairs, tuple_of(rt_, key, item));
                else
                    dict_set_str(rt_, *dict, *key, std::move(item));
                skip_space();
                if (peek() == '}') {
                    ++at_;
                    break;
                }
                if (peek() != ',') return fail("Expecting ',' delimiter", at_);
                const std::int64_t comma = at_++;
                skip_space();
                if (peek() == '}') return fail("Illegal trailing comma before end of object", comma);
            }
        if (pairs_wanted) return call(rt_, hooks_.pairs_hook, Value(pairs.get()));
        if (!hooks_.object_hook.is_none()) return call(rt_, hooks_.object_hook, dict);
        return Owned(std::move(dict));
    }

    Result<Owned> array() {
        Ref<ListObject> list = make_list(rt_);
        skip_space();
        if (peek() == ']') {
            ++at_;
            return Owned(std::move(list));
        }
        for (;;) {
            Owned item = TRY(value());
            TRY(rt_.pay(1));
            list_append(rt_, *list, std::move(item));
            skip_space();
            if (peek() == ']') {
                ++at_;
                return Owned(std::move(list));
            }
            if (peek() != ',') return fail("Expecting ',' delimiter", at_);
            const std::int64_t comma = at_++;
            skip_space();
            if (peek() == ']') return fail("Illegal trailing comma before end of array", comma);
        }
    }

    Runtime& rt_;
    StrObject& source_;
    Text<C> text_;
    std::int64_t at_;
    const Hooks& hooks_;
};

} // namespace

Result<Owned> json_scan(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "first argument must be a string, not %.80s", type_name(rt, args[0]));
    Ref<StrObject> source = Ref<StrObject>::share(static_cast<StrObject*>(args[0].object()));
    const std::int64_t start = TRY(index_int64(rt, args[1]));
    if (start < 0) return raise(rt, TypeId::ValueError, "idx cannot be negative");
    Hooks hooks{args[3], args[4], args[5], args[6], args[7], args[8], TRY(truth(rt, args[2]))};
    std::int64_t end = 0;
    Owned value = TRY(visit_text(*source, [&](auto text) -> Result<Owned> {
        using C = std::remove_const_t<typename decltype(text)::element_type>;
        Scanner<C> scanner(rt, *source, text, start, hooks);
        Owned scanned = TRY(scanner.value());
        end = scanner.at();
        return scanned;
    }));
    return Owned(tuple_of(rt, value, make_int(rt, end)));
}

} // namespace mp
