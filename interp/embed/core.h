#pragma once
// One interpreter as the public API sees it. A Core outlives its Vm for as long as Values of it are around.
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <typeindex>
#include <unordered_map>
#include <vector>

#include "interp/include/minipy/minipy.hpp"
#include "interp/vm/vm.h"
#include "objects/core/raise.h"

namespace minipy::detail {

class ActiveCall;
struct ClassRecord;
struct EnumRecord;
struct HostModules;
struct Instances;
struct HostTypes;

// A C++ exception type that has a Python class.
struct ExceptionBinding {
    bool (*matches)(std::exception_ptr, std::string& text);
    mp::Ref<mp::Type> type;
};

// The names by which the host reads attributes, interned once.
class NameCache {
public:
    mp::Ref<mp::StrObject> get(mp::Vm& vm, std::string_view name); // throws bad_alloc
    void clear() noexcept { entries_ = {}; }

private:
    static constexpr std::size_t size = 64;
    std::array<mp::OptRef<mp::StrObject>, size> entries_;
};

struct Core {
    explicit Core(const Limits& limits); // of them only what cannot change later: recursion
    ~Core();
    Core(const Core&) = delete;
    // The interpreter's end. The Core deletes itself when the last handle is gone.
    void close() noexcept;

    // The VM; throws Error (RuntimeError) when the interpreter is gone.
    mp::Vm& running() {
        if (!vm || closing) [[unlikely]]
            throw_gone();
        return *vm;
    }
    [[noreturn]] static void throw_gone();
    // Builds sys, builtins and the limits; throws Error. Apart from the constructor, as an Error refers to a Core.
    void start(const Config& config);

    std::unique_ptr<mp::Vm> vm;
    bool closing = false;
    Interpreter view; // what bound functions get as `Interpreter&`

    // ---- handles, in chunks that never move
    void more_handles();
    static constexpr std::size_t chunk_size = 64;
    std::vector<std::unique_ptr<Handle[]>> chunks;
    Handle* free_handles = nullptr; // linked through `word`; their core is null
    std::size_t live_handles = 0;

    // ---- what the host bound
    std::unordered_map<std::type_index, std::unique_ptr<ClassRecord>> classes;
    std::unordered_map<std::type_index, std::unique_ptr<EnumRecord>> enums;
    std::vector<ExceptionBinding> exceptions;
    std::unique_ptr<HostTypes> types;
    NameCache names;
    std::unique_ptr<Instances> instances;
    ActiveCall* active_call = nullptr;
    HostModules* modules = nullptr; // owned by the VM
    std::vector<Buffer::State*> pins;
    int program_status = 0;
    std::vector<Task::State*> tasks;
    std::size_t base_memory = 0; // what the new interpreter held

    void limit_memory(std::size_t bytes) noexcept; // 0: no limit
    // The first part of its end: what the host's handles refer to and what scripts left behind die, while finalisers can still call the host's functions.
    void finish_scripts() noexcept;
};

inline mp::Value value_of(Word word) noexcept { return mp::Value::from_word(word); }
inline mp::Owned adopt(Word owned) noexcept { return mp::Owned::adopt(value_of(owned)); }
inline Word word_of(mp::Result<mp::Owned> result) noexcept {
    return result.is_raised() ? raised_word : result.take().release().word();
}
template <class T>
Word word_of(mp::Result<mp::Ref<T>> result) noexcept {
    return result.is_raised() ? raised_word : mp::Value(result.take().release()).word();
}
inline Word give(mp::Owned owned) noexcept { return owned.release().word(); }

static_assert(unmatched_word == 4 && raised_word == 12 && none_word == 36 && false_word == 52 && true_word == 60);
static_assert(small_int_word(-5) == mp::Value::from_int(-5).word() && small_int(small_int_word(-5)) == -5);
static_assert(fits_small_int(mp::Value::int_min) && !fits_small_int(mp::Value::int_min - 1) &&
              fits_small_int(mp::Value::int_max) && !fits_small_int(mp::Value::int_max + 1));
static_assert(is_small_float(mp::Value::from_float(-2.5).word()) && !is_small_float(small_int_word(1)) &&
              !is_small_float(none_word) && small_float(mp::Value::from_float(-2.5).word()) == -2.5);

// The public API's door: runs `body`, which gives a Result or a Word, and turns what is thrown in it into a pending exception.
template <class F>
Word guarded(Core& core, F&& body) noexcept {
    if (!core.vm || core.closing) [[unlikely]]
        return raised_word;
    const mp::RunScope run(*core.vm);
    try {
        if constexpr (std::is_same_v<decltype(body()), Word>)
            return body();
        else
            return word_of(body());
    } catch (...) { // the heap's bad_alloc; Error from the API's own functions
        return raise_current_exception(core);
    }
}

// Tasks become shells.
void detach_tasks(Core& core) noexcept;
// The BudgetStop of a run that nobody ran to its end.
Error make_stop_error(Core& core, mp::StopKind kind);
// The Error of an exception object, with everything that can be read off it.
Error make_error(Core& core, mp::Ref<mp::ExceptionObject> exception);
// Makes the Python exception of `error` pending: its own object, or one made from its type and message.
void set_pending(Core& core, const Error& error) noexcept;

// The interpreter's end takes a Buffer's memory away.
void detach_pin(Buffer::State* pin) noexcept;

} // namespace minipy::detail
