// str: searching, replacing, partitioning.
#include <vector>

#include <boost/container/small_vector.hpp>

#include "objects/buffer/span_algorithms.h"
#include "objects/core/raise.h"
#include "objects/types/str_access.h"
#include "objects/types/str_methods.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

template <class C>
using Widened = boost::container::small_vector<C, 64>;

Result<void> pay_for_text(Runtime& rt, const StrObject& text) {
    return rt.pay(static_cast<std::uint64_t>(text.length) >> 6);
}

} // namespace

std::int64_t str_find(const StrObject& text, const StrObject& needle, std::int64_t start, std::int64_t end,
                      bool reverse) {
    if (end - start < needle.length) return -1;
    if (needle.width() > text.width()) return -1; // texts are kept as narrow as they can be
    return visit_text(text, [&](auto all) -> std::int64_t {
        using C = std::remove_const_t<typename decltype(all)::element_type>;
        auto hay = all.subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
        Widened<C> storage;
        Text<C> wanted;
        if (!needle_as(needle, storage, wanted)) return -1;
        const std::int64_t at = reverse ? search::find_last(hay, wanted) : search::find(hay, wanted);
        return at < 0 ? -1 : at + start;
    });
}

namespace str_methods {

namespace {

struct SearchArguments {
    StrObject& text;
    StrObject& needle;
    SearchBounds bounds;
};

// Self, the needle, and the bounds, adjusted to self's length.
Result<SearchArguments> search_arguments(Runtime& rt, Args args, const char* what) {
    StrObject* needle = TRY(str_argument(rt, args[1], what));
    SearchBounds bounds = TRY(bounds_arguments(rt, args, 2));
    StrObject& text = as_str(args[0]);
    bounds.adjust(text.length);
    TRY(pay_for_text(rt, text));
    return SearchArguments{text, *needle, bounds};
}

std::int64_t run(const SearchArguments& s, bool reverse) {
    return str_find(s.text, s.needle, s.bounds.start, s.bounds.end, reverse);
}

} // namespace

Result<Owned> find(Runtime& rt, Args args) {
    const auto s = TRY(search_arguments(rt, args, "find() argument 1"));
    return Owned::adopt(Value::from_int(run(s, false)));
}

Result<Owned> rfind(Runtime& rt, Args args) {
    const auto s = TRY(search_arguments(rt, args, "rfind() argument 1"));
    return Owned::adopt(Value::from_int(run(s, true)));
}

Result<Owned> index(Runtime& rt, Args args) {
    const auto s = TRY(search_arguments(rt, args, "index() argument 1"));
    const std::int64_t at = run(s, false);
    if (at < 0) return raise(rt, TypeId::ValueError, "substring not found");
    return Owned::adopt(Value::from_int(at));
}

Result<Owned> rindex(Runtime& rt, Args args) {
    const auto s = TRY(search_arguments(rt, args, "rindex() argument 1"));
    const std::int64_t at = run(s, true);
    if (at < 0) return raise(rt, TypeId::ValueError, "substring not found");
    return Owned::adopt(Value::from_int(at));
}

Result<Owned> count(Runtime& rt, Args args) {
    const auto s = TRY(search_arguments(rt, args, "count() argument 1"));
    const std::int64_t count = visit_text(s.text, [&](auto all) -> std::int64_t {
        using C = std::remove_const_t<typename decltype(all)::element_type>;
        if (s.bounds.end < s.bounds.start) return 0;
        Widened<C> storage;
        Text<C> wanted;
        if (!needle_as(s.needle, storage, wanted)) return 0;
        return search::count(all.subspan(static_cast<std::size_t>(s.bounds.start),
                                         static_cast<std::size_t>(s.bounds.end - s.bounds.start)),
                             wanted);
    });
    return Owned::adopt(Value::from_int(count));
}

namespace {

// Whether `affix` stands at the beginning (or end) of text[bounds].
bool has_affix(const StrObject& text, const StrObject& affix, SearchBounds bounds, bool at_end) {
    bounds.adjust(text.length);
    if (bounds.end - bounds.start < affix.length) return false;
    const std::int64_t at = at_end ? bounds.end - affix.length : bounds.start;
    return visit_text(text, [&](auto all) {
        return visit_text(affix,
                          [&](auto wanted) { return std::equal(wanted.begin(), wanted.end(), all.begin() + at); });
    });
}

Result<Owned> with_affix(Runtime& rt, Args args, const char* name, bool at_end) {
    const SearchBounds bounds = TRY(bounds_arguments(rt, args, 2));
    const StrObject& text = as_str(args[0]);
    if (is_str_or_subclass(rt, args[1]))
        return Owned::adopt(Value::boolean(has_affix(text, as_str(args[1]), bounds, at_end)));
    if (!is_tuple_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "%s first arg must be str or a tuple of str, not %.100s", name,
                     type_name(rt, args[1]));
    const auto& choices = *static_cast<TupleObject*>(args[1].object());
    for (std::int64_t i = 0; i < choices.size; ++i) {
        if (!is_str_or_subclass(rt, choices[i]))
            return raise(rt, TypeId::TypeError, "tuple for %s must only contain str, not %.100s", name,
                         type_name(rt, choices[i]));
        TRY(rt.pay(1));
        if (has_affix(text, as_str(choices[i]), bounds, at_end)) return Owned::adopt(Value::true_());
    }
    return Owned::adopt(Value::false_());
}

} // namespace

Result<Owned> startswith(Runtime& rt, Args args) { return with_affix(rt, args, "startswith", false); }
Result<Owned> endswith(Runtime& rt, Args args) { return with_affix(rt, args, "endswith", true); }

Result<Owned> removeprefix(Runtime& rt, Args args) {
    StrObject* prefix = TRY(str_argument(rt, args[1], "removeprefix() argument"));
    StrObject& text = as_str(args[0]);
    if (!has_affix(text, *prefix, {}, false)) return Owned(exact_str(rt, text));
    return Owned(str_substring(rt, text, prefix->length, text.length));
}

Result<Owned> removesuffix(Runtime& rt, Args args) {
    StrObject* suffix = TRY(str_argument(rt, args[1], "removesuffix() argument"));
    StrObject& text = as_str(args[0]);
    if (!has_affix(text, *suffix, {}, true)) return Owned(exact_str(rt, text));
    return Owned(str_substring(rt, text, 0, text.length - suffix->length));
}

Result<Owned> replace(Runtime& rt, Args args) {
    StrObject* what = TRY(str_argument(rt, args[1], "replace() argument 1"));
    StrObject* with = TRY(str_argument(rt, args[2], "replace() argument 2"));
    std::int64_t most = TRY(size_argument(rt, args, 3, -1));
    if (most < 0) most = INT64_MAX;
    StrObject& text = as_str(args[0]);
    TRY(pay_for_text(rt, text));
    if (most == 0 || what->length > text.length || what->width() > text.width()) return Owned(exact_str(rt, text));
    return visit_text(text, [&](auto hay) -> Result<Owned> {
        using C = std::remove_const_t<typename decltype(hay)::element_type>;
        Widened<C> storage;
        Text<C> wanted;
        if (!needle_as(*what, storage, wanted)) return Owned(exact_str(rt, text));
        const std::int64_t count = search::count(hay, wanted, most);
        if (count == 0) return Owned(exact_str(rt, text));
        std::int64_t growth, length;
        if (__builtin_mul_overflow(with->length - what->length, count, &growth) ||
            __builtin_add_overflow(text.length, growth, &length))
            return raise(rt, TypeId::OverflowError, "replace string is too long");
        if (length == 0) return Owned(Ref<StrObject>::share(rt.empty_str));
        const char32_t widest = std::max(max_char(text), max_char(*with));
        TRY(check_text_size(rt, length, widest));
        if (length > text.length) TRY(rt.pay(static_cast<std::uint64_t>(length - text.length) >> 6));
        auto result = make_str_uninitialised(rt, length, widest);
        visit_writable(*result, [&](auto* out) {
            visit_text(*with, [&](auto replacement) { replace_into(out, hay, wanted, replacement, count); });
        });
        // Characters have gone: what is left may be narrower.
        if (text.is_ascii() && with->is_ascii() && length > 1) return Owned(std::move(result));
        return Owned(visit_text(*result, [&](auto characters) -> Ref<StrObject> {
            if (characters.size() > 1 && max_char(characters) == max_char(*result)) return result;
            return make_text(rt, characters);
        }));
    });
}

namespace {

Result<Owned> partition_at(Runtime& rt, Args args, bool reverse) {
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "must be str, not %.100s", type_name(rt, args[1]));
    StrObject& separator = as_str(args[1]);
    if (separator.length == 0) return raise(rt, TypeId::ValueError, "empty separator");
    StrObject& text = as_str(args[0]);
    TRY(pay_for_text(rt, text));
    const std::int64_t at = str_find(text, separator, 0, text.length, reverse);
    auto empty = Ref<StrObject>::share(rt.empty_str);
    if (at < 0) {
        auto whole = Ref<StrObject>::share(&text); // an instance of a subclass too
        return reverse ? Owned(tuple_of(rt, empty, empty, whole)) : Owned(tuple_of(rt, whole, empty, empty));
    }
    auto before = str_substring(rt, text, 0, at);
    auto behind = str_substring(rt, text, at + separator.length, text.length);
    return Owned(tuple_of(rt, before, Value(&separator), behind));
}

} // namespace

Result<Owned> partition(Runtime& rt, Args args) { return partition_at(rt, args, false); }
Result<Owned> rpartition(Runtime& rt, Args args) { return partition_at(rt, args, true); }

} // namespace str_methods
} // namespace mp
