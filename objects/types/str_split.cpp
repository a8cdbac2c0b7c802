// str: splitting, joining, stripping.
#include <boost/container/small_vector.hpp>

#include "interp/support/unicode.h"
#include "objects/buffer/span_algorithms.h"
#include "objects/core/raise.h"
#include "objects/types/list.h"
#include "objects/types/str_access.h"
#include "objects/types/str_methods.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

inline bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
    return unicode::is_space(c);
}

inline bool is_line_break(char32_t c) {
    if (c < 0x80) return (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E);
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

} // namespace

Ref<StrObject> str_strip(Runtime& rt, StrObject& text) {
    const Part part =
        visit_text(text, [](auto all) { return trim(all, true, true, [](char32_t c) { return is_space(c); }); });
    return str_substring(rt, text, part.start, part.end);
}

// Two passes over the items: sizes and the widest character, then one result of exactly that size.
Result<Ref<StrObject>> str_join(Runtime& rt, StrObject& separator, Value iterable) {
    OptRef<ListObject> list;
    OptRef<TupleObject> tuple;
    if (is_tuple_or_subclass(rt, iterable) && is_tuple(iterable)) {
        tuple = OptRef<TupleObject>::share(static_cast<TupleObject*>(iterable.object()));
    } else if (is_list(iterable)) {
        list = OptRef<ListObject>::share(static_cast<ListObject*>(iterable.object()));
    } else {
        if (!is_list_or_subclass(rt, iterable) && !rt.type_of(iterable).slots.iter &&
            !rt.type_of(iterable).slots.get_item)
            return raise(rt, TypeId::TypeError, "can only join an iterable");
        list = TRY(list_from(rt, iterable));
    }
    // From here on no Python code runs: the items stay as they are.
    const Value* items = list ? list->items : tuple->items();
    const std::int64_t count = list ? list->size : tuple->size;
    if (count == 0) return make_str(rt, "");
    std::int64_t length = 0;
    char32_t most = count > 1 ? max_char(separator) : 0x7F;
    for (std::int64_t i = 0; i < count; ++i) {
        if (!is_str_or_subclass(rt, items[i]))
            return raise(rt, TypeId::TypeError, "sequence item %lld: expected str instance, %.80s found",
                         static_cast<long long>(i), type_name(rt, items[i]));
        const StrObject& item = as_str(items[i]);
        if (__builtin_add_overflow(length, item.length, &length) ||
            (i > 0 && __builtin_add_overflow(length, separator.length, &length)))
            return raise(rt, TypeId::OverflowError, "join() result is too long for a Python string");
        most = std::max(most, max_char(item));
    }
    if (count == 1 && is_str(items[0])) return Ref<StrObject>::share(&as_str(items[0]));
    TRY(str_methods::check_text_size(rt, length, most));
    TRY(rt.pay(static_cast<std::uint64_t>(count + (length >> 6))));
    if (length == 0) return make_str(rt, "");
    auto result = make_str_uninitialised(rt, length, most);
    std::int64_t position = 0;
    if (most < 0x100) {
        auto* out = writable_text<std::uint8_t>(*result);
        for (std::int64_t i = 0; i < count; ++i) {
            if (i > 0 && separator.length > 0) {
                std::memcpy(out + position, separator.data(), static_cast<std::size_t>(separator.length));
                position += separator.length;
            }
            const StrObject& item = as_str(items[i]);
            std::memcpy(out + position, item.data(), static_cast<std::size_t>(item.length));
            position += item.length;
        }
    } else {
        for (std::int64_t i = 0; i < count; ++i) {
            if (i > 0) {
                copy_text(*result, position, separator, 0, separator.length);
                position += separator.length;
            }
            const StrObject& item = as_str(items[i]);
            copy_text(*result, position, item, 0, item.length);
            position += item.length;
        }
    }
    if (length == 1) return char_str(rt, (*result)[0]);
    return result;
}

namespace str_methods {

namespace {

Result<Owned> split_text(Runtime& rt, Args args, bool reverse) {
    const std::int64_t most = TRY(size_argument(rt, args, 2, -1));
    const bool by_space = !args.has(1) || args[1].is_none();
    if (!by_space && !is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "must be str or None, not %.100s", type_name(rt, args[1]));
    StrObject& text = as_str(args[0]);
    if (!by_space && as_str(args[1]).length == 0) return raise(rt, TypeId::ValueError, "empty separator");
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 6));
    auto list = make_list(rt);
    auto emit = [&](std::int64_t start, std::int64_t end) -> Result<void> {
        TRY(rt.pay(1));
        list_append(rt, *list, Owned(str_substring(rt, text, start, end)));
        return ok;
    };
    TRY(visit_text(text, [&](auto all) -> Result<void> {
        using C = std::remove_const_t<typename decltype(all)::element_type>;
        if (by_space) {
            auto space = [](C c) { return is_space(c); };
            return reverse ? rsplit_space(all, most, space, emit) : split_space(all, most, space, emit);
        }
        boost::container::small_vector<C, 64> storage;
        Text<C> separator;
        if (!needle_as(as_str(args[1]), storage, separator)) return emit(0, text.length);
        return reverse ? rsplit_on(all, separator, most, emit) : split_on(all, separator, most, emit);
    }));
    if (reverse) std::reverse(list->items, list->items + list->size);
    return Owned(std::move(list));
}

} // namespace

Result<Owned> split(Runtime& rt, Args args) { return split_text(rt, args, false); }
Result<Owned> rsplit(Runtime& rt, Args args) { return split_text(rt, args, true); }

Result<Owned> splitlines(Runtime& rt, Args args) {
    const bool keep_ends = TRY(bool_argument(rt, args, 1, false));
    StrObject& text = as_str(args[0]);
    TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 6));
    auto list = make_list(rt);
    TRY(visit_text(text, [&](auto all) {
        return split_lines(
            all, keep_ends, [](char32_t c) { return is_line_break(c); },
            [&](std::int64_t start, std::int64_t end) -> Result<void> {
                TRY(rt.pay(1));
                list_append(rt, *list, Owned(str_substring(rt, text, start, end)));
                return ok;
            });
    }));
    return Owned(std::move(list));
}

Result<Owned> join(Runtime& rt, Args args) { return Owned(TRY(str_join(rt, as_str(args[0]), args[1]))); }

namespace {

Result<Owned> strip_text(Runtime& rt, Args args, const char* name, bool left, bool right) {
    StrObject& text = as_str(args[0]);
    Part part;
    if (!args.has(1) || args[1].is_none()) {
        part =
            visit_text(text, [&](auto all) { return trim(all, left, right, [](char32_t c) { return is_space(c); }); });
    } else {
        if (!is_str_or_subclass(rt, args[1])) return raise(rt, TypeId::TypeError, "%s arg must be None or str", name);
        const StrObject& characters = as_str(args[1]);
        TRY(rt.pay(static_cast<std::uint64_t>(text.length) >> 6));
        part = visit_text(characters, [&](auto set) {
            using C = std::remove_const_t<typename decltype(set)::element_type>;
            std::uint64_t bloom = 0; // quick no for most characters
            for (auto c : set) bloom |= std::uint64_t{1} << (c & 63);
            return visit_text(text, [&](auto all) {
                return trim(all, left, right, [&](char32_t c) {
                    if ((bloom >> (c & 63) & 1) == 0) return false;
                    if (sizeof(C) < 4 && c >= (char32_t{1} << (8 * sizeof(C)) % 32)) return false;
                    return search::find_element(set, static_cast<C>(c)) >= 0;
                });
            });
        });
    }
    if (part.start == 0 && part.end == text.length) return Owned(exact_str(rt, text));
    return Owned(str_substring(rt, text, part.start, part.end));
}

} // namespace

Result<Owned> strip(Runtime& rt, Args args) { return strip_text(rt, args, "strip", true, true); }
Result<Owned> lstrip(Runtime& rt, Args args) { return strip_text(rt, args, "lstrip", true, false); }
Result<Owned> rstrip(Runtime& rt, Args args) { return strip_text(rt, args, "rstrip", false, true); }

} // namespace str_methods
} // namespace mp
