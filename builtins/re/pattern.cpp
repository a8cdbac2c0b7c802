// re.Pattern, its scanner and the iterator that finditer() gives.
#ifdef MINIPY_WITH_PCRE2
#include "builtins/re/re.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/mapping_proxy.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp::re_module {

namespace {

struct ScannerObject : Object {
    Value pattern, string;
    std::int64_t position, end_position;
    Progress progress;
    bool finished; // it stays at its end
    auto owned() noexcept { return std::tie(pattern, string); }
};

// string, pos, endpos behind self.
Result<Subject> subject_of(Runtime& rt, Args args) {
    const std::int64_t position = TRY(size_argument(rt, args, 2, 0));
    const std::int64_t end = TRY(size_argument(rt, args, 3, INT64_MAX));
    return Subject::of(rt, pattern_of(args[0]), args[1], position, end);
}

template <std::uint32_t Options>
Result<Owned> match_once(Runtime& rt, Args args) {
    PatternObject& pattern = pattern_of(args[0]);
    Subject subject = TRY(subject_of(rt, args));
    Marks marks = marks_for(pattern);
    if (!TRY(search(rt, pattern, subject, subject.position(), Options, marks.data())))
        return Owned::adopt(Value::none());
    return make_match(rt, pattern, subject, marks.data());
}

Result<Owned> findall(Runtime& rt, Args args) {
    PatternObject& pattern = pattern_of(args[0]);
    Subject subject = TRY(subject_of(rt, args));
    Marks marks = marks_for(pattern);
    Progress progress{subject.position()};
    Ref<ListObject> list = make_list(rt);
    const auto group = [&](std::int64_t i) {
        const std::int64_t start = marks[static_cast<std::size_t>(2 * i)],
                           end = marks[static_cast<std::size_t>(2 * i + 1)];
        return start < 0 ? subject.slice(rt, 0, 0) : subject.slice(rt, start, end);
    };
    while (TRY(next_match(rt, pattern, subject, progress, marks.data()))) {
        if (pattern.groups <= 1) {
            list_append(rt, *list, group(pattern.groups));
            continue;
        }
        std::vector<Owned> groups;
        for (std::int64_t i = 1; i <= pattern.groups; ++i) groups.push_back(group(i));
        Ref<TupleObject> tuple = make_tuple(rt, pattern.groups);
        for (std::int64_t i = 0; i < pattern.groups; ++i)
            tuple->items()[i] = groups[static_cast<std::size_t>(i)].release();
        list_append(rt, *list, std::move(tuple));
    }
    return Owned(std::move(list));
}

Result<Owned> make_scanner(Runtime& rt, Args args, Type& type) {
    const Subject subject = TRY(subject_of(rt, args));
    auto scanner = make_owned<ScannerObject>(rt, type);
    set_field(scanner->pattern, args[0]);
    set_field(scanner->string, args[1]);
    scanner->position = subject.position();
    scanner->end_position = subject.end();
    scanner->progress = {subject.position()};
    scanner->finished = false;
    return Owned(std::move(scanner));
}
Result<Owned> finditer(Runtime& rt, Args args) { return make_scanner(rt, args, *state_of(rt).iterator); }
Result<Owned> scanner(Runtime& rt, Args args) { return make_scanner(rt, args, *state_of(rt).scanner); }

// The scanner's next match, or None.
Result<Owned> advance(Runtime& rt, Value self, std::uint32_t options) {
    auto& scanner = self_as<ScannerObject>(self);
    if (scanner.finished) return Owned::adopt(Value::none());
    Owned held = Owned::share(scanner.pattern);
    PatternObject& pattern = pattern_of(held);
    Subject subject = TRY(Subject::of(rt, pattern, scanner.string, scanner.position, scanner.end_position));
    Marks marks = marks_for(pattern);
    if (!TRY(next_match(rt, pattern, subject, scanner.progress, marks.data(), options))) {
        scanner.finished = true;
        return Owned::adopt(Value::none());
    }
    return make_match(rt, pattern, subject, marks.data());
}
template <std::uint32_t Options>
Result<Owned> scan(Runtime& rt, Args args) {
    return advance(rt, args[0], Options);
}
Result<Owned> scanner_pattern(Runtime&, Value self) { return Owned::share(self_as<ScannerObject>(self).pattern); }
Result<Owned> iterator_next(Runtime& rt, Value self) {
    Owned found = TRY(advance(rt, self, 0));
    return found.is_none() ? Owned::adopt(Value::exhausted()) : found;
}

// ---- replacing and splitting

Result<Owned> sub(Runtime& rt, Args args) {
    std::int64_t count;
    return substitute(rt, pattern_of(args[0]), args[1], args[2], TRY(size_argument(rt, args, 3, 0)), count);
}
Result<Owned> subn(Runtime& rt, Args args) {
    std::int64_t count;
    Owned text = TRY(substitute(rt, pattern_of(args[0]), args[1], args[2], TRY(size_argument(rt, args, 3, 0)), count));
    return Owned(tuple_of(rt, text, make_int(rt, count)));
}
Result<Owned> split_method(Runtime& rt, Args args) {
    return split(rt, pattern_of(args[0]), args[1], TRY(size_argument(rt, args, 2, 0)));
}

// ---- attributes and text

Result<Owned> self_copy(Runtime&, Args args) { return Owned::share(args[0]); }
Result<Owned> get_pattern(Runtime&, Value self) { return Owned::share(pattern_of(self).pattern); }
Result<Owned> get_flags(Runtime& rt, Value self) { return make_int(rt, pattern_of(self).flags); }
Result<Owned> get_groups(Runtime& rt, Value self) { return make_int(rt, pattern_of(self).groups); }
Result<Owned> get_group_index(Runtime& rt, Value self) {
    return Owned(make_mapping_proxy(rt, static_cast<DictObject*>(pattern_of(self).group_index.object())));
}

Result<Owned> repr_pattern(Runtime& rt, Value self) {
    const PatternObject& pattern = pattern_of(self);
    static constexpr std::pair<unsigned, const char*> names[] = {{flag_ignore_case, "re.IGNORECASE"},
                                                                 {flag_locale, "re.LOCALE"},
                                                                 {flag_multiline, "re.MULTILINE"},
                                                                 {flag_dot_all, "re.DOTALL"},
                                                                 {flag_verbose, "re.VERBOSE"},
                                                                 {flag_debug, "re.DEBUG"},
                                                                 {flag_ascii, "re.ASCII"}};
    unsigned flags = pattern.flags;
    // Text patterns are Unicode's unless they say otherwise.
    if (!pattern.bytes && (flags & (flag_locale | flag_unicode | flag_ascii)) == flag_unicode) flags &= ~flag_unicode;
    Ref<StrObject> text = TRY(repr(rt, pattern.pattern));
    StrBuilder out(rt);
    out.append("re.compile(");
    out.append(*text, 0, std::min<std::int64_t>(text->length, 200));
    const char* before = ", ";
    for (const auto& [flag, name] : names) {
        if (!(flags & flag)) continue;
        out.append(before);
        out.append(name);
        before = "|";
        flags &= ~flag;
    }
    if (flags) {
        char rest[24];
        std::snprintf(rest, sizeof rest, "%s0x%x", before, flags);
        out.append(rest);
    }
    out.append(U')');
    return Owned(out.finish());
}

Result<std::int64_t> hash_pattern(Runtime& rt, Value self) {
    const PatternObject& pattern = pattern_of(self);
    const std::int64_t hashed = TRY(hash(rt, pattern.pattern)) ^ static_cast<std::int64_t>(pattern.flags) * 1000003;
    return hashed == -1 ? -2 : hashed;
}

Result<Owned> compare_patterns(Runtime& rt, Value left, Value right, CompareOp op) {
    if ((op != CompareOp::eq && op != CompareOp::ne) || &rt.type_of(left) != &rt.type_of(right))
        return Owned::adopt(Value::not_implemented());
    const PatternObject &a = pattern_of(left), &b = pattern_of(right);
    const bool same =
        left.is(right) || (a.flags == b.flags && a.bytes == b.bytes && TRY(equal(rt, a.pattern, b.pattern)));
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

#define SEARCHED "string, pos=0, endpos=sys.maxsize"
const NativeDef pattern_methods[] = {
    {"match", native<match_once<PCRE2_ANCHORED>>, 1, 3, SEARCHED,
     "Matches zero or more characters at the beginning of the string."},
    {"fullmatch", native<match_once<PCRE2_ANCHORED | PCRE2_ENDANCHORED>>, 1, 3, SEARCHED,
     "Matches against all of the string."},
    {"search", native<match_once<0>>, 1, 3, SEARCHED,
     "Scan through string looking for a match, and return a corresponding match object instance.\n\n"
     "Return None if no position in the string matches."},
    {"findall", native<findall>, 1, 3, SEARCHED, "Return a list of all non-overlapping matches of pattern in string."},
    {"finditer", native<finditer>, 1, 3, SEARCHED,
     "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\n"
     "For each match, the iterator returns a match object."},
    {"scanner", native<scanner>, 1, 3, SEARCHED},
    {"sub", native<sub>, 2, 3, "repl, string, count=0",
     "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the "
     "replacement repl."},
    {"subn", native<subn>, 2, 3, "repl, string, count=0",
     "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences "
     "of "
     "pattern with the replacement repl."},
    {"split", native<split_method>, 1, 2, "string, maxsplit=0", "Split string by the occurrences of pattern."},
    {"__copy__", native<self_copy>, 0, 0},
    {"__deepcopy__", native<self_copy>, 1, 1},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};
#undef SEARCHED
const GetSetDef pattern_getsets[] = {
    {"pattern", get_pattern, nullptr, "The pattern string from which the RE object was compiled."},
    {"flags", get_flags, nullptr, "The regex matching flags."},
    {"groups", get_groups, nullptr, "The number of capturing groups in the pattern."},
    {"groupindex", get_group_index, nullptr, "A dictionary mapping group names to group numbers."},
    {},
};
const NativeDef scanner_methods[] = {
    {"match", native<scan<PCRE2_ANCHORED>>, 0, 0},
    {"search", native<scan<0>>, 0, 0},
    {},
};
const GetSetDef scanner_getsets[] = {{"pattern", scanner_pattern}, {}};

constexpr Slots slots_of_pattern() {
    Slots slots = owned_slots<PatternObject>;
    slots.repr = repr_pattern;
    slots.hash = hash_pattern;
    slots.compare = compare_patterns;
    return slots;
}
constexpr Slots slots_of_iterator() {
    Slots slots = owned_slots<ScannerObject>;
    slots.iter = return_self;
    slots.iternext = iterator_next;
    return slots;
}

} // namespace

const TypeSpec pattern_spec = {
    .name = "Pattern",
    .module = "re",
    .base = TypeId::object,
    .size = sizeof(PatternObject),
    .flags = type_has_gc | type_no_new | type_weakrefs,
    .slots = slots_of_pattern(),
    .methods = pattern_methods,
    .getsets = pattern_getsets,
    .doc = "Compiled regular expression object.",
};
const TypeSpec scanner_spec = {
    .name = "SRE_Scanner",
    .module = "_sre",
    .base = TypeId::object,
    .size = sizeof(ScannerObject),
    .flags = type_has_gc | type_no_new,
    .slots = owned_slots<ScannerObject>,
    .methods = scanner_methods,
    .getsets = scanner_getsets,
};
const TypeSpec iterator_spec = {
    .name = "callable_iterator",
    .base = TypeId::object,
    .size = sizeof(ScannerObject),
    .flags = type_has_gc | type_no_new,
    .slots = slots_of_iterator(),
};

} // namespace mp::re_module
#endif
