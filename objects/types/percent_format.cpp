#include "objects/types/percent_format.h"

#include <climits>

#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/number_text.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// %(key)flags width.precision type
struct Conversion {
    bool left = false, plus = false, blank = false, alternate = false, zero = false;
    std::int64_t width = -1;
    std::int64_t precision = -1;
    char32_t type = 0;
};

// One formatting. Bytes are worked on as Latin-1 text, so that both kinds share everything but %s, %b and %c.
class PercentFormatter {
public:
    PercentFormatter(Runtime& rt, const StrObject& format, Value arguments, bool bytes)
        : rt_(rt), format_(format), bytes_(bytes), out_(rt), arguments_(Owned::share(arguments)) {
        if (is_tuple_or_subclass(rt, arguments)) {
            count_ = static_cast<TupleObject*>(arguments.object())->size;
            next_ = 0;
            tuple_ = true;
        } else if (is_mapping(arguments)) {
            mapping_ = Owned::share(arguments);
        }
    }

    Result<Ref<StrObject>> run() {
        const std::int64_t end = format_.length;
        while (at_ < end) {
            const std::int64_t start = at_;
            while (at_ < end && format_[at_] != '%') ++at_;
            out_.append(format_, start, at_);
            if (at_ == end) break;
            ++at_;
            TRY(rt_.pay(1));
            TRY(one());
        }
        if (next_ < count_ && mapping_.is_unbound())
            return raise(rt_, TypeId::TypeError, "not all arguments converted during %s formatting",
                         bytes_ ? "bytes" : "string");
        return out_.finish();
    }

private:
    // What `%` takes as a mapping: anything with __getitem__ but tuples and texts.
    bool is_mapping(Value value) {
        if (!rt_.type_of(value).slots.get_item) return false;
        return bytes_ ? !is_bytes_or_subclass(rt_, value) && !is_bytearray_or_subclass(rt_, value) &&
                            !is_str_or_subclass(rt_, value)
                      : !is_str_or_subclass(rt_, value);
    }

    Result<char32_t> next_char() {
        if (at_ >= format_.length) return raise(rt_, TypeId::ValueError, "incomplete format");
        return format_[at_++];
    }

    Result<Owned> next_argument() {
        if (next_ >= count_) return raise(rt_, TypeId::TypeError, "not enough arguments for format string");
        const std::int64_t i = next_++;
        if (tuple_ && i >= 0) return Owned::share((*static_cast<TupleObject*>(arguments_.get().object()))[i]);
        return arguments_;
    }

    Result<void> read_key() {
        if (mapping_.is_unbound()) return raise(rt_, TypeId::TypeError, "format requires a mapping");
        const std::int64_t start = at_;
        int open = 1;
        while (open > 0 && at_ < format_.length) {
            const char32_t c = format_[at_++];
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        if (open > 0) return raise(rt_, TypeId::ValueError, "incomplete format key");
        auto text = str_substring(rt_, const_cast<StrObject&>(format_), start, at_ - 1);
        Owned key = bytes_ ? Owned(make_bytes(rt_, {text->latin1(), static_cast<std::size_t>(text->length)}))
                           : Owned(std::move(text));
        arguments_ = TRY(get_item(rt_, mapping_, key));
        tuple_ = false;
        count_ = -1;
        next_ = -2;
        return ok;
    }

    // Digits (or "*") of width and precision; `c` is the first character and becomes the one behind.
    Result<std::int64_t> read_number(char32_t& c, const char* too_big, std::int64_t largest) {
        std::int64_t value = 0;
        while (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            if (value > largest) return raise(rt_, TypeId::ValueError, "%s too big", too_big);
            c = TRY(next_char());
        }
        return value;
    }

    Result<std::int64_t> star(const char* c_type, std::int64_t largest) {
        Owned value = TRY(next_argument());
        if (!is_any_int(value)) return raise(rt_, TypeId::TypeError, "* wants int");
        std::int64_t number;
        if (!int_to_int64(value, number) || number > largest || number < -largest)
            return raise(rt_, TypeId::OverflowError, "Python int too large to convert to C %s", c_type);
        return number;
    }

    Result<Conversion> read_conversion() {
        Conversion spec;
        char32_t c = TRY(next_char());
        if (c == '(') {
            TRY(read_key());
            c = TRY(next_char());
        }
        for (;; c = TRY(next_char())) {
            if (c == '-')
                spec.left = true;
            else if (c == '+')
                spec.plus = true;
            else if (c == ' ')
                spec.blank = true;
            else if (c == '#')
                spec.alternate = true;
            else if (c == '0')
                spec.zero = true;
            else
                break;
        }
        if (c == '*') {
            spec.width = TRY(star("ssize_t", INT64_MAX));
            if (spec.width < 0) {
                spec.left = true;
                spec.width = -spec.width;
            }
            c = TRY(next_char());
        } else if (c >= '0' && c <= '9') {
            spec.width = TRY(read_number(c, "width", INT64_MAX / 16));
        }
        if (c == '.') {
            spec.precision = 0;
            c = TRY(next_char());
            if (c == '*') {
                spec.precision = std::max<std::int64_t>(0, TRY(star("int", INT_MAX)));
                c = TRY(next_char());
            } else {
                spec.precision = TRY(read_number(c, "precision", INT_MAX));
            }
        }
        if (c == 'h' || c == 'l' || c == 'L') c = TRY(next_char());
        spec.type = c;
        return spec;
    }

    Result<void> one() {
        if (at_ < format_.length && format_[at_] == '%') {
            ++at_;
            out_.append(U'%');
            return ok;
        }
        const Conversion spec = TRY(read_conversion());
        const std::int64_t type_at = at_ - 1;
        Owned value = TRY(next_argument());
        switch (spec.type) {
        case 's':
            if (!bytes_) return append_text(spec, *TRY(mp::str(rt_, value)));
            return append_bytes(spec, value);
        case 'b':
            if (bytes_) return append_bytes(spec, value);
            break;
        case 'r':
            if (!bytes_) return append_text(spec, *TRY(repr(rt_, value)));
            return append_text(spec, *TRY(ascii(rt_, value)));
        case 'a': return append_text(spec, *TRY(ascii(rt_, value)));
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X': return append_int(spec, value);
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': return append_float(spec, value);
        case 'c': return append_char(spec, value);
        default: break;
        }
        return raise(rt_, TypeId::ValueError, "unsupported format character '%c' (0x%x) at index %lld",
                     bytes_ || (spec.type >= 31 && spec.type <= 126) ? static_cast<char>(spec.type) : '?',
                     static_cast<unsigned>(spec.type), static_cast<long long>(type_at));
    }

    Result<void> check_width(const Conversion& spec) {
        if (spec.width > INT64_MAX / 16 ||
            (spec.width > 0 && !rt_.heap().would_fit(static_cast<std::size_t>(spec.width))))
            return raise_memory_error(rt_);
        return spec.width > 256 ? rt_.pay(static_cast<std::uint64_t>(spec.width) >> 8) : Result<void>(ok);
    }

    Result<void> append_text(const Conversion& spec, const StrObject& text) {
        const std::int64_t length = spec.precision >= 0 ? std::min(spec.precision, text.length) : text.length;
        return append_padded(spec, text, length);
    }

    Result<void> append_padded(const Conversion& spec, const StrObject& text, std::int64_t length) {
        TRY(check_width(spec));
        const std::int64_t padding = spec.width - length;
        if (!spec.left) out_.append_repeated(U' ', padding);
        out_.append(text, 0, length);
        if (spec.left) out_.append_repeated(U' ', padding);
        return ok;
    }

    // %b and %s of bytes: a buffer, or what __bytes__ gives.
    Result<void> append_bytes(const Conversion& spec, Value value) {
        Owned holder = Owned::share(value);
        if (!is_bytes_like(rt_, value)) {
            bool absent = false;
            holder = TRY(call_special(rt_, value, *rt_.names().dunder_bytes, nullptr, 0, absent));
            if (absent)
                return raise(rt_, TypeId::TypeError,
                             "%%b requires a bytes-like object, or an object that implements __bytes__, not '%.100s'",
                             type_name(rt_, value));
            if (!is_bytes_or_subclass(rt_, holder))
                return raise(rt_, TypeId::TypeError, "__bytes__ returned non-bytes (type %.200s)",
                             type_name(rt_, holder));
        }
        auto bytes = TRY(bytes_of_exporter(rt_, holder)); // of any strides
        auto text = make_str_latin1(rt_, bytes->span().data(), static_cast<std::int64_t>(bytes->span().size()));
        return append_text(spec, *text);
    }

    Result<void> append_char(const Conversion& spec, Value value) {
        char32_t c;
        if (!bytes_ && is_str_or_subclass(rt_, value)) {
            if (as_str(value).length != 1) return raise(rt_, TypeId::TypeError, "%%c requires int or char");
            c = as_str(value)[0];
        } else if (bytes_ && is_bytes_or_subclass(rt_, value)) {
            auto bytes = static_cast<BytesObject*>(value.object())->span();
            if (bytes.size() != 1)
                return raise(rt_, TypeId::TypeError, "%%c requires an integer in range(256) or a single byte");
            c = bytes[0];
        } else if (bytes_ && is_bytearray_or_subclass(rt_, value)) {
            auto bytes = static_cast<ByteArrayObject*>(value.object())->span();
            if (bytes.size() != 1)
                return raise(rt_, TypeId::TypeError, "%%c requires an integer in range(256) or a single byte");
            c = bytes[0];
        } else {
            auto number = index(rt_, value);
            if (number.is_raised()) {
                if (!pending_matches(rt_, TypeId::TypeError)) return raised;
                rt_.clear_pending();
                return raise(rt_, TypeId::TypeError,
                             bytes_ ? "%%c requires an integer in range(256) or a single byte"
                                    : "%%c requires int or char");
            }
            std::int64_t code;
            const std::int64_t largest = bytes_ ? 0xFF : static_cast<std::int64_t>(max_code_point);
            if (!int_to_int64(number.take(), code) || code < 0 || code > largest)
                return raise(rt_, TypeId::OverflowError,
                             bytes_ ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
            c = static_cast<char32_t>(code);
        }
        return append_padded(spec, *char_str(rt_, c), 1);
    }

    // The value as an int for %d and %x: __index__ alone for %o, %x, %X.
    Result<Owned> integer_of(const Conversion& spec, Value value) {
        if (is_any_int(value)) return Owned::share(value);
        const Slots& slots = rt_.type_of(value).slots;
        const bool index_only = spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
        if (slots.index || slots.int_ || slots.float_) {
            auto number = index_only ? index(rt_, value) : call(rt_, Value(&rt_.type(TypeId::int_)), value);
            if (!number.is_raised()) return number.take();
            if (!pending_matches(rt_, TypeId::TypeError)) return raised;
            rt_.clear_pending();
        }
        const char shown = bytes_ && spec.type == 'i' ? 'd' : static_cast<char>(spec.type);
        return raise(rt_, TypeId::TypeError, "%%%c format: %s is required, not %.200s", shown,
                     index_only ? "an integer" : "a real number", type_name(rt_, value));
    }

    Result<void> append_int(const Conversion& spec, Value value) {
        Owned number = TRY(integer_of(spec, value));
        const int base = spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
        auto text = TRY(int_to_str(rt_, number, base));
        std::string digits(text->ascii_view());
        const bool negative = !digits.empty() && digits[0] == '-';
        if (negative) digits.erase(0, 1);
        if (spec.precision > INT_MAX - 3) return raise(rt_, TypeId::ValueError, "precision too large");
        if (spec.precision > static_cast<std::int64_t>(digits.size())) {
            if (!rt_.heap().would_fit(static_cast<std::size_t>(spec.precision))) return raise_memory_error(rt_);
            digits.insert(0, static_cast<std::size_t>(spec.precision) - digits.size(), '0');
        }
        if (spec.type == 'X')
            for (char& c : digits)
                if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
        const char* prefix = !spec.alternate    ? ""
                             : spec.type == 'x' ? "0x"
                             : spec.type == 'X' ? "0X"
                             : spec.type == 'o' ? "0o"
                                                : "";
        return append_number(spec, negative, prefix, digits);
    }

    Result<void> append_float(const Conversion& spec, Value value) {
        auto converted = to_double(rt_, value);
        if (converted.is_raised()) {
            if (bytes_ && pending_matches(rt_, TypeId::TypeError)) {
                rt_.clear_pending();
                return raise(rt_, TypeId::TypeError, "float argument required, not %.200s", type_name(rt_, value));
            }
            return raised;
        }
        const std::int64_t precision = spec.precision < 0 ? 6 : spec.precision;
        if (!rt_.heap().would_fit(static_cast<std::size_t>(precision))) return raise_memory_error(rt_);
        std::string text = double_to_text(converted.take(), static_cast<char>(spec.type), static_cast<int>(precision),
                                          spec.alternate, false);
        const bool negative = text[0] == '-';
        if (negative) text.erase(0, 1);
        return append_number(spec, negative, "", text);
    }

    Result<void> append_number(const Conversion& spec, bool negative, std::string_view prefix,
                               std::string_view digits) {
        TRY(check_width(spec));
        const char sign = negative ? '-' : spec.plus ? '+' : spec.blank ? ' ' : '\0';
        const auto length = static_cast<std::int64_t>((sign ? 1 : 0) + prefix.size() + digits.size());
        const std::int64_t padding = spec.width - length;
        if (!spec.left && !spec.zero) out_.append_repeated(U' ', padding);
        if (sign) out_.append(static_cast<char32_t>(sign));
        out_.append(prefix);
        if (!spec.left && spec.zero) out_.append_repeated(U'0', padding);
        out_.append(digits);
        if (spec.left) out_.append_repeated(U' ', padding);
        return ok;
    }

    Runtime& rt_;
    const StrObject& format_;
    const bool bytes_;
    StrBuilder out_;
    Owned arguments_; // a tuple of them, or the only one
    Owned mapping_;   // for %(key)s; unbound: none
    bool tuple_ = false;
    std::int64_t count_ =
        -1; // with one argument that is no tuple: -1, and next_ is -2 until it was taken, as in CPython
    std::int64_t next_ = -2;
    std::int64_t at_ = 0;
};

} // namespace

Result<Owned> str_percent_format(Runtime& rt, StrObject& text, Value arguments) {
    PercentFormatter formatter(rt, text, arguments, false);
    return Owned(TRY(formatter.run()));
}

Result<Ref<StrObject>> bytes_percent_format(Runtime& rt, StrObject& format, Value arguments) {
    PercentFormatter formatter(rt, format, arguments, true);
    return formatter.run();
}

} // namespace mp
