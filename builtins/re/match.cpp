// re.Match.
#ifdef MINIPY_WITH_PCRE2
#include <algorithm>

#include "builtins/re/re.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/tuple.h"

namespace mp::re_module {

namespace {

std::size_t marks_size(const MatchObject& match) noexcept {
    return static_cast<std::size_t>(2 * (match.groups + 1)) * sizeof(std::int64_t);
}

void dealloc(Runtime& rt, Object* object) {
    auto* match = static_cast<MatchObject*>(object);
    release(match->string);
    release(match->pattern);
    rt.free_object(object, sizeof(MatchObject) + marks_size(*match));
}
void traverse(Object* object, Visitor visit, void* context) {
    auto* match = static_cast<MatchObject*>(object);
    if (match->string.is_object()) visit(match->string.object(), context);
    if (match->pattern.is_object()) visit(match->pattern.object(), context);
}

// The group that was closed last: it ends last, and of those that end there its parenthesis is closed last.
std::int64_t last_closed(const PatternObject& pattern, const std::int64_t* marks) noexcept {
    std::int64_t best = 0;
    for (std::int64_t i = 1; i <= pattern.groups; ++i) {
        if (marks[2 * i] < 0) continue;
        if (!best || marks[2 * i + 1] > marks[2 * best + 1] ||
            (marks[2 * i + 1] == marks[2 * best + 1] && pattern.close_order[i] > pattern.close_order[best]))
            best = i;
    }
    return best;
}

// A group's number from what group() and the like are given. IndexError "no such group".
Result<std::int64_t> group_number(Runtime& rt, const MatchObject& match, Value key) {
    std::int64_t number = -1;
    if (key.is_int()) {
        number = key.as_int();
    } else if (is_any_int(key) || rt.type_of(key).slots.index) {
        number = TRY(index_clamped(rt, key));
    } else {
        auto& names = *static_cast<DictObject*>(pattern_of(match.pattern).group_index.object());
        auto found = dict_get(rt, names, key);
        if (found.is_raised()) {
            rt.clear_pending(); // a key that cannot be hashed names no group
        } else {
            Owned value = found.take();
            if (!value.is_unbound() && value.get().is_int()) number = value.get().as_int();
        }
    }
    if (number < 0 || number > match.groups) return raise(rt, TypeId::IndexError, "no such group");
    return number;
}

Result<Owned> group(Runtime& rt, Args args) {
    MatchObject& match = match_of(args[0]);
    if (args.count == 1) return group_text(rt, match, 0, Value::none());
    if (args.count == 2) return group_text(rt, match, TRY(group_number(rt, match, args[1])), Value::none());
    std::vector<Owned> texts;
    for (std::uint32_t i = 1; i < args.count; ++i)
        texts.push_back(TRY(group_text(rt, match, TRY(group_number(rt, match, args[i])), Value::none())));
    Ref<TupleObject> tuple = make_tuple(rt, static_cast<std::int64_t>(texts.size()));
    for (std::size_t i = 0; i < texts.size(); ++i) tuple->items()[i] = texts[i].release();
    return Owned(std::move(tuple));
}

Result<Owned> get_item(Runtime& rt, Value self, Value key) {
    MatchObject& match = match_of(self);
    return group_text(rt, match, TRY(group_number(rt, match, key)), Value::none());
}

Result<Owned> groups(Runtime& rt, Args args) {
    MatchObject& match = match_of(args[0]);
    const Value fallback = args.has(1) ? args[1] : Value::none();
    std::vector<Owned> texts;
    for (std::int64_t i = 1; i <= match.groups; ++i) texts.push_back(TRY(group_text(rt, match, i, fallback)));
    Ref<TupleObject> tuple = make_tuple(rt, match.groups);
    for (std::size_t i = 0; i < texts.size(); ++i) tuple->items()[i] = texts[i].release();
    return Owned(std::move(tuple));
}

Result<Owned> groupdict(Runtime& rt, Args args) {
    MatchObject& match = match_of(args[0]);
    const Value fallback = args.has(1) ? args[1] : Value::none();
    auto& names = *static_cast<DictObject*>(pattern_of(match.pattern).group_index.object());
    Ref<DictObject> result = make_dict(rt);
    std::uint32_t position = 0;
    Value name, number;
    while (dict_next(names, position, name, number))
        TRY(dict_set(rt, *result, name, TRY(group_text(rt, match, number.as_int(), fallback))));
    return Owned(std::move(result));
}

Result<std::int64_t> group_argument(Runtime& rt, Args args) {
    return args.has(1) ? group_number(rt, match_of(args[0]), args[1]) : Result<std::int64_t>(0);
}
Result<Owned> start(Runtime& rt, Args args) {
    return make_int(rt, match_of(args[0]).marks()[2 * TRY(group_argument(rt, args))]);
}
Result<Owned> end(Runtime& rt, Args args) {
    return make_int(rt, match_of(args[0]).marks()[2 * TRY(group_argument(rt, args)) + 1]);
}
Owned span_of(Runtime& rt, MatchObject& match, std::int64_t group) {
    return tuple_of(rt, make_int(rt, match.marks()[2 * group]), make_int(rt, match.marks()[2 * group + 1]));
}
Result<Owned> span(Runtime& rt, Args args) { return span_of(rt, match_of(args[0]), TRY(group_argument(rt, args))); }

Result<Owned> expand_method(Runtime& rt, Args args) { return expand(rt, match_of(args[0]), args[1]); }
Result<Owned> self_copy(Runtime&, Args args) { return Owned::share(args[0]); }

Result<Owned> get_string(Runtime&, Value self) { return Owned::share(match_of(self).string); }
Result<Owned> get_pattern(Runtime&, Value self) { return Owned::share(match_of(self).pattern); }
Result<Owned> get_position(Runtime& rt, Value self) { return make_int(rt, match_of(self).position); }
Result<Owned> get_end_position(Runtime& rt, Value self) { return make_int(rt, match_of(self).end_position); }
Result<Owned> get_last_index(Runtime& rt, Value self) {
    const std::int64_t last = match_of(self).last_index;
    return last ? make_int(rt, last) : Owned::adopt(Value::none());
}
Result<Owned> get_last_group(Runtime&, Value self) {
    const MatchObject& match = match_of(self);
    auto& names = *static_cast<DictObject*>(pattern_of(match.pattern).group_index.object());
    std::uint32_t position = 0;
    Value name, number;
    while (match.last_index && dict_next(names, position, name, number))
        if (number.as_int() == match.last_index) return Owned::share(name);
    return Owned::adopt(Value::none());
}
Result<Owned> get_regs(Runtime& rt, Value self) {
    MatchObject& match = match_of(self);
    Ref<ListObject> list = make_list(rt);
    for (std::int64_t i = 0; i <= match.groups; ++i) list_append(rt, *list, span_of(rt, match, i));
    return Owned(TRY(tuple_from(rt, list)));
}

Result<Owned> repr_match(Runtime& rt, Value self) {
    MatchObject& match = match_of(self);
    Owned whole = TRY(group_text(rt, match, 0, Value::none()));
    Ref<StrObject> shown_text = TRY(repr(rt, whole));
    StrBuilder out(rt);
    out.append("<re.Match object; span=(" + std::to_string(match.marks()[0]) + ", " + std::to_string(match.marks()[1]) +
               "), match=");
    out.append(*shown_text);
    out.append(U'>');
    return Owned(out.finish());
}

const NativeDef methods[] = {
    {"group", native<group>, 0, -1, nullptr,
     "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the "
     "entire match."},
    {"groups", native<groups>, 0, 1, "default=None",
     "Return a tuple containing all the subgroups of the match, from 1."},
    {"groupdict", native<groupdict>, 0, 1, "default=None",
     "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name."},
    {"start", native<start>, 0, 1, nullptr, "Return index of the start of the substring matched by group."},
    {"end", native<end>, 0, 1, nullptr, "Return index of the end of the substring matched by group."},
    {"span", native<span>, 0, 1, nullptr, "For match object m, return the 2-tuple (m.start(group), m.end(group))."},
    {"expand", native<expand_method>, 1, 1, "template",
     "Return the string obtained by doing backslash substitution on the string template, as done by the sub() method."},
    {"__copy__", native<self_copy>, 0, 0},
    {"__deepcopy__", native<self_copy>, 1, 1},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};
const GetSetDef getsets[] = {
    {"string", get_string, nullptr, "The string passed to match() or search()."},
    {"re", get_pattern, nullptr, "The regular expression object."},
    {"pos", get_position, nullptr, "The index into the string at which the RE engine started looking for a match."},
    {"endpos", get_end_position, nullptr, "The index into the string beyond which the RE engine will not go."},
    {"lastindex", get_last_index, nullptr, "The integer index of the last matched capturing group."},
    {"lastgroup", get_last_group, nullptr, "The name of the last matched capturing group."},
    {"regs", get_regs},
    {},
};

} // namespace

Owned make_match(Runtime& rt, PatternObject& pattern, const Subject& subject, const std::int64_t* marks) {
    const std::int64_t count = 2 * (pattern.groups + 1);
    auto* match = static_cast<MatchObject*>(
        rt.make_instance(*state_of(rt).match, static_cast<std::size_t>(count) * sizeof(std::int64_t)));
    set_field(match->string, subject.string());
    set_field(match->pattern, Value(&pattern));
    match->position = subject.position();
    match->end_position = subject.end();
    match->groups = pattern.groups;
    match->last_index = last_closed(pattern, marks);
    std::copy_n(marks, count, match->marks());
    return Owned::adopt(Value(match));
}

Result<Owned> group_text(Runtime& rt, MatchObject& match, std::int64_t group, Value fallback) {
    const std::int64_t start = match.marks()[2 * group], end = match.marks()[2 * group + 1];
    if (start < 0) return Owned::share(fallback);
    return slice_of(rt, match.string, start, end);
}

const TypeSpec match_spec = {
    .name = "Match",
    .module = "re",
    .base = TypeId::object,
    .size = sizeof(MatchObject),
    .flags = type_has_gc | type_no_new | type_variable_size,
    .slots = {.dealloc = dealloc, .traverse = traverse, .repr = repr_match, .get_item = get_item},
    .methods = methods,
    .getsets = getsets,
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
};

} // namespace mp::re_module
#endif
