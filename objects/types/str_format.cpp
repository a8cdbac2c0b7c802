// str.format and format_map (PEP 3101): replacement fields, their names, conversions and nested specs. The mini-language itself: format_spec.cpp.
#include <limits>

#include "interp/support/unicode.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/format_spec.h"
#include "objects/types/str_access.h"
#include "objects/types/str_methods.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// Where the fields' values come from: arguments of format(), or one mapping (format_map).
struct FieldValues {
    Args positional{nullptr, 0};
    Args keywords{nullptr, 0}; // values with names
    Value mapping;             // unbound for format()
};

// A part of the format text.
struct Piece {
    std::int64_t start = 0;
    std::int64_t end = 0;
    bool empty() const { return start >= end; }
};

// {name!conversion:spec}
struct Field {
    Piece name;
    char32_t conversion = 0;
    Piece spec;
    bool nested = false; // the spec has fields of its own
};

class Formatter {
public:
    Formatter(Runtime& rt, const FieldValues& values) : rt_(rt), values_(values) {}

    // Formats text[start, end) into `out`. May run Python code. `depth`: how deep fields may be nested from here on.
    Result<void> format(StrBuilder& out, const StrObject& text, Piece piece, int depth) {
        if (depth <= 0) return raise(rt_, TypeId::ValueError, "Max string recursion exceeded");
        std::int64_t at = piece.start;
        while (at < piece.end) {
            Piece literal;
            const bool is_field = TRY(read_literal(text, piece.end, at, literal));
            out.append(text, literal.start, literal.end);
            if (!is_field) continue;
            const Field field = TRY(read_field(text, piece.end, at));
            TRY(append_field(out, text, field, depth));
        }
        return ok;
    }

private:
    // Text up to the next field, "{{" and "}}" being single characters. Whether a field follows; then `at` stands behind its "{".
    Result<bool> read_literal(const StrObject& text, std::int64_t end, std::int64_t& at, Piece& literal) {
        literal.start = at;
        char32_t c = 0;
        bool markup = false;
        while (at < end && !markup) {
            c = text[at++];
            markup = c == '{' || c == '}';
        }
        literal.end = at;
        if (!markup) return false;
        const bool at_end = at >= end;
        if (c == '}' && (at_end || text[at] != c))
            return raise(rt_, TypeId::ValueError, "Single '}' encountered in format string");
        if (c == '{' && at_end) return raise(rt_, TypeId::ValueError, "Single '{' encountered in format string");
        if (text[at] == c) {
            ++at; // the literal keeps one of the two
            return false;
        }
        --literal.end;
        return true;
    }

    Result<Field> read_field(const StrObject& text, std::int64_t end, std::int64_t& at) {
        Field field;
        field.name.start = at;
        char32_t c = 0;
        for (bool more = true; more && at < end;) {
            c = text[at++];
            switch (c) {
            case '{': return raise(rt_, TypeId::ValueError, "unexpected '{' in field name");
            case '[':
                while (at < end && text[at] != ']') ++at;
                break;
            case '}':
            case ':':
            case '!': more = false; break;
            default: break;
            }
        }
        field.name.end = at - 1;
        if (c == '}') return field;
        if (c != '!' && c != ':') return raise(rt_, TypeId::ValueError, "expected '}' before end of string");
        if (c == '!') {
            if (at >= end)
                return raise(rt_, TypeId::ValueError, "end of string while looking for conversion specifier");
            field.conversion = text[at++];
            if (at < end) {
                c = text[at++];
                if (c == '}') return field;
                if (c != ':') return raise(rt_, TypeId::ValueError, "expected ':' after conversion specifier");
            }
        }
        field.spec.start = at;
        for (int open = 1; at < end;) {
            c = text[at++];
            if (c == '{') {
                field.nested = true;
                ++open;
            } else if (c == '}' && --open == 0) {
                field.spec.end = at - 1;
                return field;
            }
        }
        return raise(rt_, TypeId::ValueError, "unmatched '{' in format spec");
    }

    // A number, or -1 when it is none.
    Result<std::int64_t> read_index(const StrObject& text, Piece piece) {
        if (piece.empty()) return -1;
        std::int64_t value = 0;
        for (std::int64_t i = piece.start; i < piece.end; ++i) {
            const int digit = unicode::decimal_value(text[i]);
            if (digit < 0) return -1;
            if (value > (std::numeric_limits<std::int64_t>::max() - digit) / 10)
                return raise(rt_, TypeId::ValueError, "Too many decimal digits in format string");
            value = value * 10 + digit;
        }
        return value;
    }

    Result<void> check_numbering(bool automatic) {
        if (numbering_ == Numbering::undecided) numbering_ = automatic ? Numbering::automatic : Numbering::manual;
        if (numbering_ == Numbering::manual && automatic)
            return raise(rt_, TypeId::ValueError,
                         "cannot switch from manual field specification to automatic field numbering");
        if (numbering_ == Numbering::automatic && !automatic)
            return raise(rt_, TypeId::ValueError,
                         "cannot switch from automatic field numbering to manual field specification");
        return ok;
    }

    Ref<StrObject> substring(const StrObject& text, Piece piece) {
        return str_substring(rt_, const_cast<StrObject&>(text), piece.start, piece.end);
    }

    Result<Owned> first_value(const StrObject& text, Piece name) {
        std::int64_t index = TRY(read_index(text, name));
        if (name.empty() || index >= 0) {
            TRY(check_numbering(name.empty()));
            if (name.empty()) index = next_index_++;
        }
        if (index < 0) {
            auto key = substring(text, name);
            if (!values_.mapping.is_unbound()) return get_item(rt_, values_.mapping, key);
            for (std::int64_t i = 0; values_.keywords.names && i < values_.keywords.names->size; ++i)
                if (str_equal(as_str((*values_.keywords.names)[i]), *key))
                    return Owned::share(values_.keywords[static_cast<std::size_t>(i)]);
            return raise_key_error(rt_, key);
        }
        if (!values_.mapping.is_unbound())
            return raise(rt_, TypeId::ValueError, "Format string contains positional fields");
        if (index >= static_cast<std::int64_t>(values_.positional.count))
            return raise(rt_, TypeId::IndexError, "Replacement index %lld out of range for positional args tuple",
                         static_cast<long long>(index));
        return Owned::share(values_.positional[static_cast<std::size_t>(index)]);
    }

    // name.attribute[item]…
    Result<Owned> field_value(const StrObject& text, Piece name) {
        std::int64_t at = name.start;
        while (at < name.end && text[at] != '.' && text[at] != '[') ++at;
        Owned value = TRY(first_value(text, {name.start, at}));
        while (at < name.end) {
            const char32_t c = text[at++];
            Piece part{at, at};
            if (c == '.') {
                while (part.end < name.end && text[part.end] != '.' && text[part.end] != '[') ++part.end;
                at = part.end;
                if (part.empty()) return raise(rt_, TypeId::ValueError, "Empty attribute in format string");
                auto attribute = rt_.intern(*substring(text, part));
                value = TRY(get_attribute(rt_, value, *attribute));
            } else if (c == '[') {
                while (part.end < name.end && text[part.end] != ']') ++part.end;
                if (part.end >= name.end) return raise(rt_, TypeId::ValueError, "Missing ']' in format string");
                at = part.end + 1;
                const std::int64_t index = TRY(read_index(text, part));
                if (part.empty()) return raise(rt_, TypeId::ValueError, "Empty attribute in format string");
                Owned key = index >= 0 ? Owned::adopt(Value::from_int(index)) : Owned(substring(text, part));
                value = TRY(get_item(rt_, value, key));
            } else {
                return raise(rt_, TypeId::ValueError, "Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }

    Result<Owned> convert(Value value, char32_t conversion) {
        switch (conversion) {
        case 'r': return Owned(TRY(repr(rt_, value)));
        case 's': return Owned(TRY(mp::str(rt_, value)));
        case 'a': return Owned(TRY(ascii(rt_, value)));
        default: break;
        }
        if (conversion > 32 && conversion < 127)
            return raise(rt_, TypeId::ValueError, "Unknown conversion specifier %c", static_cast<char>(conversion));
        return raise(rt_, TypeId::ValueError, "Unknown conversion specifier \\x%x", static_cast<unsigned>(conversion));
    }

    Result<void> append_field(StrBuilder& out, const StrObject& text, const Field& field, int depth) {
        TRY(rt_.pay(1));
        Owned value = TRY(field_value(text, field.name));
        if (field.conversion) value = TRY(convert(value, field.conversion));
        if (field.spec.empty() && is_str(value)) {
            out.append(as_str(value));
            return ok;
        }
        Ref<StrObject> spec = Ref<StrObject>::share(rt_.empty_str);
        if (field.nested) {
            StrBuilder expanded(rt_);
            TRY(format(expanded, text, field.spec, depth - 1));
            spec = expanded.finish();
        } else if (!field.spec.empty()) {
            spec = substring(text, field.spec);
        }
        auto shown = TRY(mp::format(rt_, value, *spec));
        out.append(*shown);
        return ok;
    }

    enum class Numbering : std::uint8_t { undecided, automatic, manual };
    Runtime& rt_;
    const FieldValues& values_;
    Numbering numbering_ = Numbering::undecided;
    std::int64_t next_index_ = 0;
};

Result<Owned> format_with(Runtime& rt, StrObject& text, const FieldValues& values) {
    // Text without fields is its own result, an instance of a subclass included.
    bool plain = text.length > 0;
    for (std::int64_t i = 0; plain && i < text.length; ++i) plain = text[i] != '{' && text[i] != '}';
    if (plain) return Owned::share(Value(&text));
    StrBuilder out(rt);
    Formatter formatter(rt, values);
    TRY(formatter.format(out, text, {0, text.length}, 2));
    return Owned(out.finish());
}

} // namespace

namespace str_methods {

Result<Owned> format(Runtime& rt, Args args) {
    const auto named = static_cast<std::uint32_t>(args.names ? args.names->size : 0);
    FieldValues values;
    values.positional = {args.values + 1, args.count - 1 - named};
    values.keywords = {args.values + args.count - named, named, args.names};
    return format_with(rt, as_str(args[0]), values);
}

Result<Owned> format_map(Runtime& rt, Args args) {
    FieldValues values;
    values.mapping = args[1];
    return format_with(rt, as_str(args[0]), values);
}

Result<Owned> dunder_format(Runtime& rt, Args args) {
    StrObject* text = TRY(str_argument(rt, args[1], "__format__() argument"));
    if (text->length == 0)
        return Owned(is_str(args[0]) ? Ref<StrObject>::share(&as_str(args[0])) : TRY(mp::str(rt, args[0])));
    const FormatSpec spec = TRY(parse_format_spec(rt, args[0], *text, 's', '<'));
    return Owned(TRY(format_str(rt, as_str(args[0]), spec, args[0])));
}

} // namespace str_methods
} // namespace mp
