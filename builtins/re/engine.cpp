// PCRE2: compiling and searching.
#ifdef MINIPY_WITH_PCRE2
#include <algorithm>

#include "builtins/re/re.h"
#include "interp/support/utf8.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/numbers.h"

namespace mp::re_module {

namespace {

constexpr std::uint32_t nesting_limit = 2000;  // of parentheses: translate() has a limit of its own
constexpr std::uint32_t heap_limit = 1u << 20; // KiB, for one search
constexpr std::uint32_t uses_before_compiling = 8;
constexpr std::int64_t long_subject = 4096;

// PCRE2's memory counts as the interpreter's. The size stands before each block.
void* allocate(std::size_t size, void* runtime) {
    try {
        auto* block = static_cast<std::size_t*>(static_cast<Runtime*>(runtime)->heap().allocate(size + 16));
        *block = size + 16;
        return block + 2;
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}
void deallocate(void* memory, void* runtime) {
    if (!memory) return;
    auto* block = static_cast<std::size_t*>(memory) - 2;
    static_cast<Runtime*>(runtime)->heap().free(block, *block);
}

template <class T, void (*Free)(T*)>
struct Freed {
    void operator()(T* object) const noexcept { Free(object); }
};
using GeneralContext = std::unique_ptr<pcre2_general_context, Freed<pcre2_general_context, pcre2_general_context_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Freed<pcre2_compile_context, pcre2_compile_context_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context, pcre2_match_context_free>>;

GeneralContext general_context(Runtime& rt) {
    GeneralContext context(pcre2_general_context_create(allocate, deallocate, &rt));
    if (!context) throw std::bad_alloc();
    return context;
}

// Null with the error's number: the pattern is none for this kind of text.
pcre2_code* compile_code(Runtime& rt, const PatternObject& pattern, bool utf, int& error) {
    GeneralContext general = general_context(rt);
    CompileContext context(pcre2_compile_context_create(general.get()));
    if (!context) throw std::bad_alloc();
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(context.get(), nesting_limit);
    pcre2_set_compile_extra_options(context.get(), utf ? PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES : 0);
    std::uint32_t options = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
    if (pattern.flags & flag_ignore_case) options |= PCRE2_CASELESS;
    if (pattern.flags & flag_multiline) options |= PCRE2_MULTILINE;
    if (pattern.flags & flag_dot_all) options |= PCRE2_DOTALL;
    if (utf) options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK;
    if (utf && (pattern.flags & flag_unicode)) options |= PCRE2_UCP;
    PCRE2_SIZE offset;
    const std::string& text = *pattern.translation;
    return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error, &offset,
                         context.get());
}

std::string message_of(int error) {
    PCRE2_UCHAR buffer[256];
    const int length = pcre2_get_error_message(error, buffer, sizeof buffer);
    return length < 0 ? "error " + std::to_string(error)
                      : std::string(reinterpret_cast<char*>(buffer), static_cast<std::size_t>(length));
}

Raised raise_compile_error(Runtime& rt, const PatternObject& pattern, int error) {
    if (error == PCRE2_ERROR_HEAP_FAILED) return raise_memory_error(rt);
    return raise_problem(rt, {PatternProblem::Kind::pattern, message_of(error), -1}, pattern.pattern);
}

// The code for this kind of text, made when it is first needed.
Result<pcre2_code*> code_for(Runtime& rt, PatternObject& pattern, bool one_byte) {
    int error = 0;
    if (one_byte && !pattern.narrow_fails) {
        if (!pattern.narrow) pattern.narrow = compile_code(rt, pattern, false, error);
        if (pattern.narrow) return pattern.narrow;
        if (pattern.bytes || error == PCRE2_ERROR_HEAP_FAILED) return raise_compile_error(rt, pattern, error);
        pattern.narrow_fails = true;
    }
    if (!pattern.wide) pattern.wide = compile_code(rt, pattern, true, error);
    if (!pattern.wide) return raise_compile_error(rt, pattern, error);
    return pattern.wide;
}

} // namespace

void PatternObject::free_memory(Runtime&) noexcept {
    pcre2_code_free(narrow);
    pcre2_code_free(wide);
    pcre2_match_data_free(data);
    delete[] close_order;
    delete translation;
}

Result<std::u32string> characters_of(Runtime& rt, Value text) {
    std::u32string result;
    if (is_str_or_subclass(rt, text)) {
        auto& string = *static_cast<StrObject*>(text.object());
        result.reserve(static_cast<std::size_t>(string.length));
        for (std::int64_t i = 0; i < string.length; ++i) result += string[i];
        return result;
    }
    const BytesLike bytes = TRY(bytes_like(rt, text));
    for (const std::uint8_t byte : bytes.span()) result += static_cast<char32_t>(byte);
    return result;
}

Result<Owned> compile(Runtime& rt, Value text, unsigned flags) {
    const bool bytes = !is_str_or_subclass(rt, text);
    const std::u32string characters = TRY(characters_of(rt, text));
    TRY(rt.pay(characters.size()));
    Translation translation;
    if (const auto problem = translate(characters, bytes, flags, translation)) return raise_problem(rt, *problem, text);
    if (!translation.warnings.empty()) { // about the caller of re.compile() and the like, two functions up
        Owned module = TRY(rt.import_module(*rt.intern("_warnings")));
        Owned warn = TRY(get_attribute(rt, module, *rt.intern("warn")));
        for (const std::string& message : translation.warnings)
            TRY(call(rt, warn, make_str(rt, message), Value(&rt.type(TypeId::FutureWarning)), Value::from_int(3)));
    }
    Ref<DictObject> names = make_dict(rt);
    for (const auto& [name, group] : translation.names)
        TRY(dict_set(rt, *names, make_str_ucs4(rt, name.data(), static_cast<std::int64_t>(name.size())),
                     make_int(rt, group)));
    auto pattern = make_owned<PatternObject>(rt, *state_of(rt).pattern);
    pattern->narrow = pattern->wide = nullptr;
    pattern->data = nullptr;
    pattern->close_order = nullptr;
    pattern->translation = nullptr;
    pattern->groups = translation.groups;
    pattern->flags = translation.flags;
    pattern->uses = 0;
    pattern->bytes = bytes;
    pattern->narrow_fails = false;
    pattern->compiled_just_in_time[0] = pattern->compiled_just_in_time[1] = false;
    set_field(pattern->pattern, text);
    set_field(pattern->group_index, names);
    pattern->translation = new std::string(std::move(translation.text));
    pattern->close_order = new int[static_cast<std::size_t>(translation.groups) + 1]();
    std::copy(translation.close_order.begin(), translation.close_order.end(), pattern->close_order);
    TRY(code_for(rt, *pattern, true)); // so that what PCRE2 refuses is told now
    return Owned(std::move(pattern));
}

// ---- subjects

std::size_t Utf8Text::byte_of(std::int64_t character) noexcept {
    const char* data = bytes_.data();
    if (character < character_ / 2) {
        byte_ = 0;
        character_ = 0;
    }
    for (; character_ < character; ++character_) byte_ += utf8_sequence_length(data[byte_]);
    for (; character_ > character; --character_) {
        do --byte_;
        while (is_utf8_continuation(data[byte_]));
    }
    return byte_;
}

std::int64_t Utf8Text::character_of(std::size_t byte) noexcept {
    const char* data = bytes_.data();
    if (byte < byte_ / 2) {
        byte_ = 0;
        character_ = 0;
    }
    for (; byte_ < byte; ++character_) byte_ += utf8_sequence_length(data[byte_]);
    for (; byte_ > byte; --character_) {
        do --byte_;
        while (is_utf8_continuation(data[byte_]));
    }
    return character_;
}

Result<Subject> Subject::of(Runtime& rt, const PatternObject& pattern, Value string, std::int64_t position,
                            std::int64_t end) {
    Subject subject;
    std::int64_t length;
    if (is_str_or_subclass(rt, string)) {
        if (pattern.bytes) return raise(rt, TypeId::TypeError, "cannot use a bytes pattern on a string-like object");
        auto& text = *static_cast<StrObject*>(string.object());
        length = text.length;
        if (text.is_ascii()) {
            subject.data_ = text.latin1();
        } else {
            State& state = state_of(rt);
            if (!state.last_text.get().is(string)) {
                TRY(rt.pay(static_cast<std::uint64_t>(length) >> 4));
                state.last_utf8 = std::make_shared<Utf8Text>(text);
                state.last_text = Owned::share(string);
            }
            subject.utf8_ = state.last_utf8;
            subject.data_ = reinterpret_cast<const std::uint8_t*>(subject.utf8_->bytes().data());
        }
    } else {
        auto view = BufferView::acquire(rt, string);
        if (view.is_raised()) { // whatever the exporter says
            rt.clear_pending();
            return raise(rt, TypeId::TypeError, "expected string or bytes-like object, got '%.200s'",
                         type_name(rt, string));
        }
        subject.view_ = view.take();
        if (!pattern.bytes) return raise(rt, TypeId::TypeError, "cannot use a string pattern on a bytes-like object");
        subject.data_ = subject.view_.bytes().data();
        if (!subject.data_) subject.data_ = reinterpret_cast<const std::uint8_t*>("");
        length = static_cast<std::int64_t>(subject.view_.bytes().size());
        subject.bytes_ = true;
    }
    subject.string_ = Owned::share(string);
    subject.position_ = std::clamp<std::int64_t>(position, 0, length);
    subject.end_ = std::clamp<std::int64_t>(end, 0, length);
    subject.end_byte_ = !subject.utf8_           ? static_cast<std::size_t>(subject.end_)
                        : subject.end_ == length ? subject.utf8_->bytes().size()
                                                 : subject.utf8_->byte_of(subject.end_);
    return subject;
}

Owned Subject::slice(Runtime& rt, std::int64_t start, std::int64_t end) const {
    if (bytes_) return make_bytes(rt, {data_ + start, static_cast<std::size_t>(end - start)});
    return str_substring(rt, *static_cast<StrObject*>(string_.get().object()), start, end);
}

Result<Owned> slice_of(Runtime& rt, Value string, std::int64_t start, std::int64_t end) {
    if (is_str_or_subclass(rt, string)) {
        auto& text = *static_cast<StrObject*>(string.object());
        return Owned(str_substring(rt, text, start, end));
    }
    if (is_bytes(string) && start == 0 && end == static_cast<BytesObject*>(string.object())->size)
        return Owned::share(string);
    const BytesLike bytes = TRY(bytes_like(rt, string));
    const auto length = static_cast<std::int64_t>(bytes.span().size());
    start = std::clamp<std::int64_t>(start, 0, length);
    end = std::clamp(end, start, length);
    return Owned(
        make_bytes(rt, bytes.span().subspan(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start))));
}

// ---- searching

Result<bool> search(Runtime& rt, PatternObject& pattern, Subject& subject, std::int64_t start, std::uint32_t options,
                    std::int64_t* marks) {
    if (start > subject.end_) return false;
    const bool one_byte = !subject.utf8_;
    pcre2_code* code = TRY(code_for(rt, pattern, one_byte));
    if (!pattern.data) {
        GeneralContext general = general_context(rt);
        pattern.data = pcre2_match_data_create(static_cast<std::uint32_t>(pattern.groups) + 1, general.get());
        if (!pattern.data) return raise_memory_error(rt);
    }
    const bool is_wide = code == pattern.wide;
    if (!pattern.compiled_just_in_time[is_wide] &&
        (++pattern.uses > uses_before_compiling || subject.end_ - start > long_subject)) {
        pattern.compiled_just_in_time[is_wide] = true;
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); // where it cannot be done, the interpreter does it all
    }
    const std::size_t from = one_byte ? static_cast<std::size_t>(start) : subject.utf8_->byte_of(start);
    const std::size_t end = subject.end_byte_;
    // A search may take so many of PCRE2's steps as the budget has at the moment, then is paid for; when the budget has more, it begins again with four times
    // as many.
    std::uint64_t steps = static_cast<std::uint64_t>(std::clamp<std::int64_t>(rt.budget_, 1000, 10'000'000));
    int result;
    for (;;) {
        const auto limit = static_cast<std::uint32_t>(std::min(steps, std::uint64_t{UINT32_MAX}));
        GeneralContext general = general_context(rt);
        MatchContext context(pcre2_match_context_create(general.get()));
        if (!context) throw std::bad_alloc();
        pcre2_set_match_limit(context.get(), limit);
        pcre2_set_heap_limit(context.get(), heap_limit);
        result = pcre2_match(code, subject.data_, end, from, options | PCRE2_NO_UTF_CHECK, pattern.data, context.get());
        if (result == PCRE2_ERROR_JIT_STACKLIMIT)
            result = pcre2_match(code, subject.data_, end, from, options | PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                                 pattern.data, context.get());
        if (result != PCRE2_ERROR_MATCHLIMIT) break;
        TRY(rt.pay(limit));
        if (steps > UINT32_MAX) return raise(rt, TypeId::RuntimeError, "the regular expression needs too many steps");
        steps *= 4;
    }
    const PCRE2_SIZE* found = pcre2_get_ovector_pointer(pattern.data);
    const std::size_t looked_at = result > 0 ? found[1] - std::min(from, found[1]) : end - from;
    TRY(rt.pay(1 + (looked_at >> 5)));
    if (result == PCRE2_ERROR_NOMATCH) return false;
    if (result == PCRE2_ERROR_NOMEMORY || result == PCRE2_ERROR_HEAPLIMIT) return raise_memory_error(rt);
    if (result < 0) return raise(rt, TypeId::RuntimeError, "regular expression: %s", message_of(result).c_str());
    const std::int64_t count = 2 * (pattern.groups + 1);
    for (std::int64_t i = 0; i < count; ++i)
        marks[i] = found[i] == PCRE2_UNSET ? -1
                   : one_byte              ? static_cast<std::int64_t>(found[i])
                                           : subject.utf8_->character_of(found[i]);
    return true;
}

Result<bool> next_match(Runtime& rt, PatternObject& pattern, Subject& subject, Progress& progress, std::int64_t* marks,
                        std::uint32_t options) {
    if (progress.must_advance) options |= PCRE2_NOTEMPTY_ATSTART;
    if (!TRY(search(rt, pattern, subject, progress.start, options, marks))) return false;
    progress = {marks[1], marks[0] == marks[1]};
    return true;
}

Raised raise_problem(Runtime& rt, const PatternProblem& problem, Value pattern) {
    switch (problem.kind) {
    case PatternProblem::Kind::value: return raise_text(rt, TypeId::ValueError, problem.message);
    case PatternProblem::Kind::overflow: return raise_text(rt, TypeId::OverflowError, problem.message);
    case PatternProblem::Kind::recursion: return raise_text(rt, TypeId::RecursionError, problem.message);
    case PatternProblem::Kind::index: return raise_text(rt, TypeId::IndexError, problem.message);
    case PatternProblem::Kind::pattern: break;
    }
    Owned module = TRY(rt.import_module(*rt.intern("re")));
    Owned type = TRY(get_attribute(rt, module, *rt.intern("PatternError")));
    const Owned position = problem.position < 0 ? Owned::adopt(Value::none()) : make_int(rt, problem.position);
    Owned error = TRY(call(rt, type, make_str(rt, problem.message), pattern, position));
    if (!error.get().is_object() || !is_subtype(&rt.type_of(error), &rt.type(TypeId::BaseException)))
        return raise_text(rt, TypeId::ValueError, problem.message);
    return raise_exception(rt, Ref<ExceptionObject>::adopt(static_cast<ExceptionObject*>(error.release().object())));
}

} // namespace mp::re_module
#endif
