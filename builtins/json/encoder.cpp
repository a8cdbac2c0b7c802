#include <cmath>
#include <vector>

#include "builtins/json/json.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/numbers.h"
#include "objects/types/str_access.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

void append_escape(StrBuilder& out, char32_t c) {
    static constexpr char hex[] = "0123456789abcdef";
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) out.append(static_cast<char32_t>(hex[c >> shift & 15]));
}

void append_quoted(StrBuilder& out, const StrObject& text, bool ascii) {
    out.append(U'"');
    for (std::int64_t i = 0; i < text.length; ++i) {
        const char32_t c = text[i];
        switch (c) {
        case '"': out.append("\\\""); continue;
        case '\\': out.append("\\\\"); continue;
        case '\n': out.append("\\n"); continue;
        case '\r': out.append("\\r"); continue;
        case '\t': out.append("\\t"); continue;
        case '\f': out.append("\\f"); continue;
        case '\b': out.append("\\b"); continue;
        default: break;
        }
        if (c < ' ' || (ascii && c > '~' && c < 0x10000)) {
            append_escape(out, c);
        } else if (ascii && c >= 0x10000) {
            append_escape(out, 0xD800 + ((c - 0x10000) >> 10));
            append_escape(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            out.append(c);
        }
    }
    out.append(U'"');
}

struct Encoder {
    Runtime& rt;
    StrBuilder out;
    Value fallback; // default()
    bool skip_keys, ascii, check_circular, allow_nan, sort_keys;
    StrObject* indent; // null: on one line
    StrObject* item_separator;
    StrObject* key_separator;
    std::vector<Object*> open; // the containers being written

    Result<void> write(Value value, int level);
    Result<void> write_float(double value);
    Result<void> write_int(Value value);
    Result<void> write_list(Value value, int level);
    Result<void> write_dict(DictObject& dict, int level);
    Result<void> write_pairs(const std::vector<std::pair<Owned, Owned>>& pairs, int level);
    Result<bool> write_key(Value key);
    Result<void> enter(Object* container);
    void new_line(int level) {
        if (!indent) return;
        out.append(U'\n');
        for (int i = 0; i < level; ++i) out.append(*indent);
    }
};

Result<void> Encoder::write_float(double value) {
    if (std::isfinite(value)) {
        char text[32];
        out.append(std::string_view(text, float_repr(value, text)));
        return ok;
    }
    const char* name = std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    if (!allow_nan) {
        char text[32];
        return raise(rt, TypeId::ValueError, "Out of range float values are not JSON compliant: %.*s",
                     static_cast<int>(float_repr(value, text)), text);
    }
    out.append(name);
    return ok;
}

Result<void> Encoder::write_int(Value value) {
    Ref<StrObject> digits = TRY(int_to_str(rt, exact_int(rt, value)));
    out.append(*digits);
    return ok;
}

Result<void> Encoder::enter(Object* container) {
    if (check_circular)
        for (Object* other : open)
            if (other == container) return raise(rt, TypeId::ValueError, "Circular reference detected");
    open.push_back(container);
    return ok;
}

Result<void> Encoder::write_list(Value value, int level) {
    Ref<TupleObject> items = TRY(tuple_from(rt, value));
    if (items->size == 0) {
        out.append("[]");
        return ok;
    }
    out.append(U'[');
    for (std::int64_t i = 0; i < items->size; ++i) {
        if (i > 0) out.append(*item_separator);
        new_line(level + 1);
        TRY(write((*items)[i], level + 1));
    }
    new_line(level);
    out.append(U']');
    return ok;
}

// Writes a key and its separator; false: the pair is skipped.
Result<bool> Encoder::write_key(Value key) {
    if (is_str_or_subclass(rt, key)) {
        append_quoted(out, *static_cast<StrObject*>(key.object()), ascii);
        return true;
    }
    if (key.is_none() || key.is_bool() || is_any_int(key) || is_any_float(key)) {
        out.append(U'"');
        TRY(write(key, 0));
        out.append(U'"');
        return true;
    }
    if (skip_keys) return false;
    return raise(rt, TypeId::TypeError, "keys must be str, int, float, bool or None, not %.100s", type_name(rt, key));
}

Result<void> Encoder::write_dict(DictObject& dict, int level) {
    std::vector<std::pair<Owned, Owned>> pairs;
    Owned view = TRY(call_method(rt, Value(&dict), *rt.names().items));
    Ref<ListObject> items = TRY(list_from(rt, view));
    if (sort_keys) TRY(list_sort(rt, *items, Value::none(), false));
    for (std::int64_t i = 0; i < items->size; ++i) {
        if (!is_tuple(items->items[i]) || static_cast<TupleObject*>(items->items[i].object())->size != 2)
            return raise(rt, TypeId::ValueError, "items must return 2-tuples");
        auto& pair = *static_cast<TupleObject*>(items->items[i].object());
        pairs.emplace_back(Owned::share(pair[0]), Owned::share(pair[1]));
    }
    return write_pairs(pairs, level);
}

Result<void> Encoder::write_pairs(const std::vector<std::pair<Owned, Owned>>& pairs, int level) {
    if (pairs.empty()) {
        out.append("{}");
        return ok;
    }
    out.append(U'{');
    bool first = true;
    for (const auto& [key, value] : pairs) {
        if (skip_keys && !is_str_or_subclass(rt, key) && !key.is_none() && !key.get().is_bool() && !is_any_int(key) &&
            !is_any_float(key))
            continue;
        if (!first) out.append(*item_separator);
        first = false;
        new_line(level + 1);
        TRY(write_key(key));
        out.append(*key_separator);
        TRY(write(value, level + 1));
    }
    if (!first) new_line(level);
    out.append(U'}');
    return ok;
}

Result<void> Encoder::write(Value value, int level) {
    TRY(rt.pay(1));
    if (is_str_or_subclass(rt, value)) {
        append_quoted(out, *static_cast<StrObject*>(value.object()), ascii);
        return ok;
    }
    if (value.is_none()) {
        out.append("null");
        return ok;
    }
    if (value.is_bool()) {
        out.append(value.is_true() ? "true" : "false");
        return ok;
    }
    if (is_any_int(value)) return write_int(value);
    if (is_any_float(value)) return write_float(float_value(value));
    NativeScope scope(rt);
    if (!scope) {
        rt.clear_pending();
        return raise(rt, TypeId::RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
    }
    const bool is_sequence = is_list_or_subclass(rt, value) || is_tuple_or_subclass(rt, value);
    const bool is_object = is_dict_or_subclass(rt, value);
    if (!value.is_object()) { // Ellipsis, NotImplemented
        Owned replacement = TRY(call(rt, fallback, value));
        return write(replacement, level);
    }
    TRY(enter(value.object()));
    if (is_sequence) {
        TRY(write_list(value, level));
    } else if (is_object) {
        TRY(write_dict(*static_cast<DictObject*>(value.object()), level));
    } else {
        Owned kept = Owned::share(value);
        Owned replacement = TRY(call(rt, fallback, value));
        TRY(write(replacement, level));
    }
    open.pop_back();
    return ok;
}

} // namespace

Result<Owned> json_quote(Runtime& rt, Args args) {
    if (!is_str_or_subclass(rt, args[0]))
        return raise(rt, TypeId::TypeError, "first argument must be a string, not %.80s", type_name(rt, args[0]));
    const bool ascii = TRY(truth(rt, args[1]));
    StrBuilder out(rt);
    append_quoted(out, *static_cast<StrObject*>(args[0].object()), ascii);
    return Owned(out.finish());
}

Result<Owned> json_encode(Runtime& rt, Args args) {
    for (std::size_t i = 8; i < 10; ++i)
        if (!is_str_or_subclass(rt, args[i]))
            return raise(rt, TypeId::TypeError, "make_encoder() argument %zu must be str, not %.50s", i,
                         type_name(rt, args[i]));
    const bool flags[] = {TRY(truth(rt, args[2])), TRY(truth(rt, args[3])), TRY(truth(rt, args[4])),
                          TRY(truth(rt, args[5])), TRY(truth(rt, args[6]))};
    StrObject* indent = is_str_or_subclass(rt, args[7]) ? static_cast<StrObject*>(args[7].object()) : nullptr;
    Encoder encoder{rt,
                    StrBuilder(rt),
                    args[1],
                    flags[0],
                    flags[1],
                    flags[2],
                    flags[3],
                    flags[4],
                    indent,
                    static_cast<StrObject*>(args[8].object()),
                    static_cast<StrObject*>(args[9].object()),
                    {}};
    TRY(encoder.write(args[0], 0));
    return Owned(encoder.out.finish());
}

} // namespace mp
