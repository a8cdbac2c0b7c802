// Interpreter state: stacks, frames, the doors that run code.
#include "interp/vm/vm.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <new>

#include "interp/support/platform/memory.h"
#include "interp/vm/calls.h"
#include "interp/vm/host.h"
#include "interp/vm/traceback.h"
#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

constexpr std::size_t commit_step = std::size_t{64} << 10; // bytes of reserved memory made usable at a time
constexpr std::size_t ready_step = 512;                    // registers made ready at a time
// Address space for registers: a frame has a few dozen, and a call may spread a long sequence.
constexpr std::size_t most_stack = std::size_t{64} << 20;
constexpr std::size_t stack_of_few = std::size_t{4} << 20;
constexpr std::size_t stack_per_frame = 1024;

constexpr std::size_t round_up(std::size_t bytes) noexcept { return (bytes + commit_step - 1) & ~(commit_step - 1); }
std::size_t stack_bytes(std::uint32_t frames) noexcept {
    return round_up(std::min(most_stack, stack_of_few + frames * stack_per_frame));
}
std::size_t frame_bytes(std::uint32_t frames) noexcept { return round_up(sizeof(Frame) * (frames + std::size_t{2})); }

} // namespace

Vm::Vm(std::uint32_t recursion_cap)
    : request_(std::make_shared<std::atomic<Request>>(Request::none)),
      recursion_cap_(std::clamp(recursion_cap, 1u, most_recursion)),
      host_(std::make_unique<Host>()) {
    const std::size_t stack = stack_bytes(recursion_cap_), frames = frame_bytes(recursion_cap_);
    auto* const memory = static_cast<std::byte*>(platform::reserve_memory(stack + frames));
    if (!memory) throw std::bad_alloc();
    frames_begin = reinterpret_cast<Frame*>(memory);
    stack_begin = reinterpret_cast<Value*>(memory + frames);
    frames_committed_ = frames_begin;
    stack_committed_ = memory + frames;
    stack_ready = stack_begin;
    stack_end = stack_begin + stack / sizeof(Value);
    recursion_limit_ = std::min(usual_recursion, recursion_cap_);
    find_frames_end();
    if (frames_end == frames_begin) {
        platform::release_memory(memory, stack + frames);
        throw std::bad_alloc();
    }
    frame = frames_begin;
    frame->stack_top = stack_begin;
}

Vm::~Vm() {
    attribute_cache.close();
    stop_type_ = {};
    {
        RunScope finalisers(*this);
        destroy_all();
    }
    platform::release_memory(frames_begin, stack_bytes(recursion_cap_) + frame_bytes(recursion_cap_));
}

bool Vm::reserve_stack(Value* end) noexcept {
    if (end <= stack_ready) [[likely]]
        return true;
    if (end + ready_step > stack_end) {
        raise(*this, TypeId::RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    Value* const ready = end + ready_step;
    try {
        const auto bytes = static_cast<std::size_t>(reinterpret_cast<std::byte*>(ready) - stack_committed_);
        if (reinterpret_cast<std::byte*>(ready) > stack_committed_) {
            if (!platform::commit_memory(stack_committed_, round_up(bytes))) throw std::bad_alloc();
            stack_committed_ += round_up(bytes);
        }
        if (!heap().would_fit(static_cast<std::size_t>(ready - stack_ready) * sizeof(Value))) throw std::bad_alloc();
    } catch (const std::bad_alloc&) {
        raise_memory_error(*this);
        return false;
    }
    for (; stack_ready < ready; ++stack_ready) *stack_ready = Value();
    return true;
}

// The recursion limit, as far as memory for it is usable; makes one step more of it so.
void Vm::find_frames_end() noexcept {
    Frame* const limit = frames_begin + recursion_limit_ + 1;
    if (frames_committed_ < limit) {
        auto* const from = reinterpret_cast<std::byte*>(frames_begin);
        const std::size_t usable =
            round_up(static_cast<std::size_t>(reinterpret_cast<std::byte*>(frames_committed_) - from));
        if (platform::commit_memory(from + usable, commit_step))
            frames_committed_ = frames_begin + (usable + commit_step) / sizeof(Frame);
    }
    frames_end = std::min(limit, frames_committed_);
}

bool Vm::reserve_frame() noexcept {
    if (frame + 1 < frames_end) [[likely]]
        return true;
    find_frames_end();
    if (frame + 1 < frames_end) return true;
    raise(*this, TypeId::RecursionError, "maximum recursion depth exceeded");
    return false;
}

Frame* Vm::push_frame() noexcept { return reserve_frame() ? ++frame : nullptr; }

void Vm::set_recursion_limit(std::uint32_t frames) {
    const std::uint32_t limit = std::min(frames, recursion_cap_);
    const std::size_t charge = limit > usual_recursion ? (limit - usual_recursion) * sizeof(Frame) : 0;
    if (!heap().would_fit(charge)) throw std::bad_alloc();
    recursion_limit_ = limit;
    find_frames_end();
}

void Vm::pop_frame() noexcept {
    Frame& ended = *frame;
    Value* const R = ended.registers;
    if (ended.generator) {
        finish_generator_frame(*this);
        return;
    }
    const CodeObject& code = *ended.code;
    const Value extra = ended.extra;
    ended.extra = Value();
    for (Value* p = R - code.local_count - 1; p < R + code.temporaries; ++p) {
        const Value old = *p;
        *p = Value();
        release(old);
    }
    --frame;
    release(extra);
}

// The function with its arguments in place, behind a register for itself; there is room for its frame.
Value Vm::run_plain(FunctionObject& function, Value* locals) noexcept {
    CodeObject& code = *function.code;
    Value* const registers = locals + code.local_count;
    retain(&function);
    locals[-1] = Value(&function);
    for (Value* p = locals + code.simple_arguments; p < registers; ++p) *p = Value();
    *++frame = {.code = &code,
                .registers = registers,
                .pc = code.words,
                .function = &function,
                .stack_top = registers + code.temporaries,
                .generator = nullptr,
                .extra = Value(),
                .destination = 0,
                .on_return = OnReturn::leave};
    if (!run(code.words)) return Value::raised_mark();
    return std::exchange(outcome, Value());
}

Value Vm::call_plain(FunctionObject& function, Value* values) noexcept {
    const CodeObject& code = *function.code;
    const int count = code.simple_arguments;
    Value* const locals = frame->stack_top + 1;
    if ((--budget_ >= 0 || !out_of_budget().is_raised()) && enter_native()) {
        if (reserve_stack(locals + code.local_count + code.temporaries) && reserve_frame()) [[likely]] {
            for (int i = 0; i < count; ++i) locals[i] = values[i];
            const Value result = run_plain(function, locals);
            leave_native();
            return result;
        }
        leave_native();
    }
    for (int i = 0; i < count; ++i) release(values[i]);
    return Value::raised_mark();
}

Result<Owned> Vm::call_function(FunctionObject& function, Args args) {
    TRY(pay(1));
    if (!enter_native()) return raised;
    struct Leave {
        Vm& vm;
        ~Leave() { vm.leave_native(); }
    } leave{*this};
    Value* const base = frame->stack_top;
    Value* const locals = base + 1;
    CodeObject& code = *function.code;
    Value* const registers = locals + code.local_count;
    if (code.simple_arguments == static_cast<std::int32_t>(args.count) && !args.names &&
        registers + code.temporaries <= stack_ready && frame + 1 < frames_end) [[likely]] {
        for (std::uint32_t i = 0; i < args.count; ++i) {
            retain(args.values[i]);
            locals[i] = args.values[i];
        }
        const Value value = run_plain(function, locals);
        if (value.is_raised()) return raised;
        return Owned::adopt(value);
    }
    const std::uint32_t room = std::max(code.local_count, args.count);
    if (!reserve_stack(locals + room + code.temporaries + 1)) return raised;
    retain(&function);
    base[0] = Value(&function);
    StackValues callee(base, 1);
    for (std::uint32_t i = 0; i < args.count; ++i) {
        retain(args.values[i]);
        locals[i] = args.values[i];
    }
    StackValues bound(locals, room);
    if (code.simple_arguments == static_cast<std::int32_t>(args.count) && !args.names) {
        for (std::uint32_t i = args.count; i < code.local_count; ++i) locals[i] = Value();
    } else {
        StackTop top(*this, locals + room);
        if (bind_arguments(*this, function, locals, args.count, args.names, locals).is_raised()) return raised;
    }
    if (code.is_generator_like()) {
        StackTop top(*this, locals + room);
        return Owned(make_generator(*this, function, locals));
    }
    if (!push_function_frame(*this, function, locals, OnReturn::leave, 0)) return raised;
    bound.hand_over();
    callee.hand_over();
    if (!run(code.words)) return raised;
    return Owned::adopt(std::exchange(outcome, Value()));
}

Result<Owned> Vm::run_code(CodeObject& code, DictObject& globals, Value name_space, TupleObject* closure) {
    Ref<FunctionObject> function = make_function(*this, code, globals);
    if (closure) {
        retain(closure);
        function->closure = closure;
    }
    TRY(pay(1));
    if (!enter_native()) return raised;
    struct Leave {
        Vm& vm;
        ~Leave() { vm.leave_native(); }
    } leave{*this};
    Value* const base = frame->stack_top;
    Value* const locals = base + 1;
    if (!reserve_stack(locals + code.local_count + code.temporaries + 1)) return raised;
    for (std::uint32_t i = 0; i < code.local_count; ++i) locals[i] = Value();
    Frame* const pushed = push_function_frame(*this, *function, locals, OnReturn::leave, 0);
    if (!pushed) return raised;
    base[0] = Value(function.release());
    retain(name_space);
    pushed->extra = name_space;
    if (!run(code.words)) return raised;
    const Value value = outcome;
    outcome = Value();
    return Owned::adopt(value);
}

Result<Owned> Vm::exec(std::string_view source, std::string_view filename, CompileMode mode, DictObject& globals,
                       Value name_space, bool built_in) {
    if (!frontend_) return raise(*this, TypeId::RuntimeError, "this build has no compiler");
    FrontendOptions options;
    options.mode = mode;
    options.namespace_is_globals = name_space.is(Value(&globals));
    std::shared_ptr<const CodeUnit> unit = TRY(frontend_->compile(*this, source, filename, options));
    Ref<CodeObject> code = load_code(*this, std::move(unit), built_in);
    if (dict_get_str(globals, *names().dunder_builtins).is_unbound())
        dict_set_str(*this, globals, *names().dunder_builtins, Owned::share(Value(builtins_module)));
    return run_code(*code, globals, name_space);
}

Ref<ModuleObject> Vm::main_module() {
    const Value found = dict_get_str(*modules, *names().dunder_main);
    if (is_module(found)) return Ref<ModuleObject>::share(static_cast<ModuleObject*>(found.object()));
    Ref<ModuleObject> module = make_module(*this, *names().dunder_main);
    dict_set_str(*this, *modules, *names().dunder_main, module);
    module_add(*this, *module, "__builtins__", Owned::share(Value(builtins_module)));
    return module;
}

// sys.NAME, unbound when there is none.
static Value sys_attribute(Runtime& rt, StrObject& name) noexcept {
    const Value sys = dict_get_str(*rt.modules, *rt.names().sys);
    return is_module(sys) ? dict_get_str(*static_cast<ModuleObject*>(sys.object())->dict, name) : Value();
}

// Hands the exception to sys.unraisablehook, which scripts may replace. Without one it is printed here.
static Result<void> tell_unraisable(Vm& vm, ExceptionObject& exception, Value where) {
    Owned hook = Owned::share(sys_attribute(vm, *vm.intern("unraisablehook")));
    if (hook.is_unbound() || hook.is_none()) {
        std::string text = "Exception ignored in: ";
        auto shown = repr(vm, where);
        if (shown.is_raised())
            vm.clear_pending();
        else
            text += to_utf8(*shown.take());
        vm.write_error_text(text + "\n" + format_exception(vm, exception));
        return ok;
    }
    Ref<Object> arguments = make_simple_namespace(vm);
    const auto set = [&](const char* name, Value value) {
        return set_attribute(vm, arguments, *vm.intern(name), value);
    };
    TRY(set("exc_type", Value(exception.type())));
    TRY(set("exc_value", Value(&exception)));
    TRY(set("exc_traceback", exception.traceback ? Value(exception.traceback) : Value::none()));
    TRY(set("err_msg", Value::none()));
    TRY(set("object", where));
    TRY(call(vm, hook, arguments));
    return ok;
}

void Vm::write_unraisable(Value where) noexcept {
    if (pending()->is_stop) { // the run is over: nobody wants to hear of it
        clear_pending();
        return;
    }
    try {
        Ref<ExceptionObject> exception = take_pending();
        Owned told_of = Owned::share(where);
        if (!tell_unraisable(*this, *exception, told_of).is_raised()) return;
        Ref<ExceptionObject> second = take_pending();
        write_error_text("Exception ignored in sys.unraisablehook:\n" + format_exception(*this, *second));
    } catch (const std::bad_alloc&) {
        clear_pending();
    }
}

void Vm::write_error_text(std::string_view text) noexcept {
    // A script may have put a stream of its own into sys.stderr.
    const auto write = [&]() -> Result<void> {
        Owned stream = Owned::share(sys_attribute(*this, *names().stderr_));
        if (stream.is_unbound() || stream.is_none()) return raise(*this, TypeId::RuntimeError, "lost sys.stderr");
        TRY(call_method(*this, stream, *names().write, make_str(*this, text)));
        return ok;
    };
    OptRef<ExceptionObject> before;
    if (has_pending()) before = take_pending();
    try {
        if (write().is_raised()) {
            clear_pending();
            if (write_standard(2, text).is_raised()) clear_pending();
        }
    } catch (const std::bad_alloc&) {
        clear_pending();
        if (host_->standard_output && !host_->on_stderr) platform::write_all(2, text);
    }
    if (before) set_pending(Ref<ExceptionObject>::adopt(before.release()));
}

Result<void> Vm::write_standard(int descriptor, std::string_view bytes) {
    const bool fits = bytes.size() <= account_.output_left;
    if (!fits) bytes = bytes.substr(0, account_.output_left);
    if (account_.output_left != Account::unlimited) account_.output_left -= bytes.size();
    const auto& callback = descriptor == 1 ? host_->on_stdout : host_->on_stderr;
    if (callback) {
        try {
            callback(bytes);
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception& error) {
            return raise_text(*this, TypeId::RuntimeError, error.what());
        } catch (...) {
            return raise(*this, TypeId::RuntimeError, "the host's function for output failed");
        }
    } else if (host_->standard_output)
        if (const int error = platform::write_all(descriptor, bytes)) return raise_os_error(*this, error);
    return fits ? Result<void>(ok) : Result<void>(stop(StopKind::output));
}

// The native module behind the module warnings applies the filters, and shows what they let through.
static Result<Owned> warnings_function(Vm& vm, const char* name) {
    Owned module = TRY(vm.import_module(*vm.intern("_warnings")));
    return get_attribute(vm, module, *vm.intern(name));
}

Result<void> Vm::warn_at(TypeId category, std::string_view message, std::string_view filename, std::uint32_t line) {
    Owned warn = TRY(warnings_function(*this, "warn_explicit"));
    Owned text = make_str(*this, message), file = make_str(*this, filename), number = make_int(*this, line);
    Value arguments[] = {text, Value(&type(category)), file, number};
    TRY(call(*this, warn, Args{arguments, std::size(arguments)}));
    return ok;
}

Result<void> Vm::warn(TypeId category, const char* message) {
    Owned warn = TRY(warnings_function(*this, "warn"));
    Owned text = make_str(*this, message);
    TRY(call(*this, warn, text, Value(&type(category))));
    return ok;
}

} // namespace mp
