// str: padding, tabs, translation tables, encoding.
#include "objects/buffer/span_algorithms.h"
#include "objects/core/raise.h"
#include "objects/types/codecs.h"
#include "objects/types/dict.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"
#include "objects/types/str_methods.h"
#include "objects/types/text_arguments.h"

namespace mp::str_methods {

namespace {

Result<char32_t> fill_argument(Runtime& rt, Args args) {
    if (!args.has(2)) return U' ';
    if (!is_str_or_subclass(rt, args[2]))
        return raise(rt, TypeId::TypeError, "The fill character must be a unicode character, not %.100s",
                     type_name(rt, args[2]));
    const StrObject& fill = as_str(args[2]);
    if (fill.length != 1) return raise(rt, TypeId::TypeError, "The fill character must be exactly one character long");
    return fill[0];
}

Result<Owned> padded(Runtime& rt, StrObject& text, std::int64_t left, std::int64_t right, char32_t fill) {
    left = std::max<std::int64_t>(left, 0);
    right = std::max<std::int64_t>(right, 0);
    if (left == 0 && right == 0) return Owned(exact_str(rt, text));
    std::int64_t length;
    if (__builtin_add_overflow(left, right, &length) || __builtin_add_overflow(length, text.length, &length))
        return raise(rt, TypeId::OverflowError, "padded string is too long");
    const char32_t most = std::max(max_char(text), fill);
    TRY(check_text_size(rt, length, most));
    TRY(rt.pay(static_cast<std::uint64_t>(length) >> 8));
    if (length == 1) return Owned(char_str(rt, text.length == 1 ? text[0] : fill));
    auto result = make_str_uninitialised(rt, length, most);
    visit_writable(*result, [&](auto* out) {
        using C = std::remove_pointer_t<decltype(out)>;
        std::fill_n(out, left, static_cast<C>(fill));
        std::fill_n(out + left + text.length, right, static_cast<C>(fill));
    });
    copy_text(*result, left, text, 0, text.length);
    return Owned(std::move(result));
}

// width - length, without overflow for widths from INT64_MIN on.
std::int64_t missing(std::int64_t width, const StrObject& text) {
    return width <= text.length ? 0 : width - text.length;
}

} // namespace

Result<void> check_text_size(Runtime& rt, std::int64_t length, char32_t most) {
    const int width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
    if (length > INT64_MAX / 8 || !rt.heap().would_fit(static_cast<std::size_t>(length) * width))
        return raise_memory_error(rt);
    return ok;
}

Result<Owned> center(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const char32_t fill = TRY(fill_argument(rt, args));
    StrObject& text = as_str(args[0]);
    const std::int64_t margin = missing(width, text);
    const std::int64_t left = margin / 2 + (margin & width & 1);
    return padded(rt, text, left, margin - left, fill);
}

Result<Owned> ljust(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const char32_t fill = TRY(fill_argument(rt, args));
    StrObject& text = as_str(args[0]);
    return padded(rt, text, 0, missing(width, text), fill);
}

Result<Owned> rjust(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    const char32_t fill = TRY(fill_argument(rt, args));
    StrObject& text = as_str(args[0]);
    return padded(rt, text, missing(width, text), 0, fill);
}

Result<Owned> zfill(Runtime& rt, Args args) {
    const std::int64_t width = TRY(size_argument(rt, args, 1, 0));
    StrObject& text = as_str(args[0]);
    const std::int64_t zeros = missing(width, text);
    Owned result = TRY(padded(rt, text, zeros, 0, U'0'));
    if (zeros > 0 && text.length > 0 && (text[0] == '+' || text[0] == '-')) // the sign goes to the front
        visit_writable(as_str(result), [&](auto* out) { std::swap(out[0], out[zeros]); });
    return result;
}

Result<Owned> expandtabs(Runtime& rt, Args args) {
    const int tab_size = TRY(int_argument(rt, args, 1, 8));
    StrObject& text = as_str(args[0]);
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 6));
    return visit_text(text, [&](auto characters) -> Result<Owned> {
        using C = std::remove_const_t<typename decltype(characters)::element_type>;
        if (search::find_element(characters, static_cast<C>('\t')) < 0) return Owned(exact_str(rt, text));
        const std::int64_t size = expanded_size(characters, tab_size);
        if (size < 0) return raise(rt, TypeId::OverflowError, "new string is too long");
        if (size == 0) return Owned(Ref<StrObject>::share(rt.empty_str));
        TRY(check_text_size(rt, size, max_char(text)));
        TRY(rt.pay(static_cast<std::uint64_t>(size) >> 8));
        auto result = make_str_uninitialised(rt, size, max_char(text));
        expand_tabs(writable_text<C>(*result), characters, tab_size);
        if (size == 1) return Owned(char_str(rt, (*result)[0]));
        return Owned(std::move(result));
    });
}

// ---- translate

namespace {

// What a table says about one character.
struct Translation {
    enum Kind : std::uint8_t { unchanged, removed, character, text } kind = unchanged;
    char32_t c = 0;
    OptRef<StrObject> replacement;
};

// Looks the character up; LookupError means "as it is". May run __getitem__.
Result<Translation> look_up(Runtime& rt, Value table, char32_t c) {
    auto found = get_item(rt, table, Value::from_int(static_cast<std::int64_t>(c)));
    if (found.is_raised()) {
        if (!pending_matches(rt, TypeId::LookupError)) return raised;
        rt.clear_pending();
        return Translation{};
    }
    Owned value = found.take();
    if (value.is_none()) return Translation{Translation::removed, 0, {}};
    if (is_any_int(value)) {
        std::int64_t code;
        if (!int_to_int64(value, code) || code < 0 || code > static_cast<std::int64_t>(max_code_point))
            return raise(rt, TypeId::ValueError, "character mapping must be in range(0x110000)");
        return Translation{Translation::character, static_cast<char32_t>(code), {}};
    }
    if (is_str_or_subclass(rt, value))
        return Translation{Translation::text, 0, OptRef<StrObject>::share(&as_str(value))};
    return raise(rt, TypeId::TypeError, "character mapping must return integer, None or str");
}

} // namespace

Result<Owned> translate(Runtime& rt, Args args) {
    StrObject& text = as_str(args[0]);
    const Value table = args[1];
    StrBuilder out(rt);
    std::int64_t i = 0;
    if (text.is_ascii()) {
        // As long as ASCII stays ASCII, each character is looked up once.
        enum : std::uint8_t { not_seen = 0xFF, gone = 0xFE };
        std::uint8_t known[128];
        std::memset(known, not_seen, sizeof known);
        out.reserve(text.length, 0x7F);
        for (; i < text.length; ++i) {
            if ((i & 255) == 0) TRY(rt.pay(16));
            const std::uint8_t c = text.latin1()[i];
            if (known[c] == not_seen) {
                const Translation translation = TRY(look_up(rt, table, c));
                if (translation.kind == Translation::removed)
                    known[c] = gone;
                else if (translation.kind == Translation::unchanged)
                    known[c] = c;
                else if (translation.kind == Translation::character && translation.c < 0x80)
                    known[c] = static_cast<std::uint8_t>(translation.c);
                else if (translation.kind == Translation::text && translation.replacement->length == 1 &&
                         (*translation.replacement)[0] < 0x80)
                    known[c] = static_cast<std::uint8_t>((*translation.replacement)[0]);
                else
                    break;
            }
            if (known[c] != gone) out.append(static_cast<char32_t>(known[c]));
        }
    }
    for (; i < text.length; ++i) {
        TRY(rt.pay(1));
        const char32_t c = text[i];
        const Translation translation = TRY(look_up(rt, table, c));
        switch (translation.kind) {
        case Translation::unchanged: out.append(c); break;
        case Translation::removed: break;
        case Translation::character: out.append(translation.c); break;
        case Translation::text: out.append(*translation.replacement); break;
        }
    }
    return Owned(out.finish());
}

Result<Owned> maketrans(Runtime& rt, Args args) {
    auto result = make_dict(rt);
    if (args.count == 1) {
        if (!is_dict(args[0]))
            return raise(rt, TypeId::TypeError, "if you give only one argument to maketrans it must be a dict");
        auto copy =
            dict_copy(rt, *static_cast<DictObject*>(args[0].object())); // keys may run __eq__ when they are stored
        std::uint32_t position = 0;
        Value key, value;
        while (dict_next(*copy, position, key, value)) {
            TRY(rt.pay(1));
            if (is_str_or_subclass(rt, key)) {
                if (as_str(key).length != 1)
                    return raise(rt, TypeId::ValueError, "string keys in translate table must be of length 1");
                TRY(dict_set(rt, *result, Value::from_int(static_cast<std::int64_t>(as_str(key)[0])), value));
            } else if (is_any_int(key)) {
                TRY(dict_set(rt, *result, key, value));
            } else {
                return raise(rt, TypeId::TypeError, "keys in translate table must be strings or integers");
            }
        }
        return Owned(std::move(result));
    }
    const StrObject* to = TRY(str_argument(rt, args[1], "maketrans() argument 2"));
    const StrObject* removed = args.count > 2 ? TRY(str_argument(rt, args[2], "maketrans() argument 3")) : nullptr;
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "first maketrans argument must be a string if there is a second argument");
    const StrObject& from = as_str(args[0]);
    if (from.length != to->length)
        return raise(rt, TypeId::ValueError, "the first two maketrans arguments must have equal length");
    for (std::int64_t i = 0; i < from.length; ++i) {
        TRY(rt.pay(1));
        TRY(dict_set(rt, *result, Value::from_int(static_cast<std::int64_t>(from[i])),
                     Value::from_int(static_cast<std::int64_t>((*to)[i]))));
    }
    for (std::int64_t i = 0; removed && i < removed->length; ++i) {
        TRY(rt.pay(1));
        TRY(dict_set(rt, *result, Value::from_int(static_cast<std::int64_t>((*removed)[i])), Value::none()));
    }
    return Owned(std::move(result));
}

Result<Owned> encode(Runtime& rt, Args args) {
    StrObject* encoding = args.has(1) ? TRY(str_argument(rt, args[1], "encode() argument 'encoding'")) : nullptr;
    StrObject* errors = args.has(2) ? TRY(str_argument(rt, args[2], "encode() argument 'errors'")) : nullptr;
    StrObject& text = as_str(args[0]);
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 6));
    if (!encoding && !errors) return Owned(TRY(encode_utf8(rt, text)));
    const auto options = TRY(codec_options(rt, encoding, errors));
    return Owned(TRY(mp::encode(rt, text, options)));
}

} // namespace mp::str_methods
