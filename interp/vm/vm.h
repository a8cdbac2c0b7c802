#pragma once
// The virtual machine: interpreter state, frames, and the doors by which natives and the host run bytecode.
//
// One register stack and one frame array per interpreter, both reserved address space that is touched only as it is used. A frame's registers: the callee itself, then
// its locals, then its temporaries. `R` points at temporary 0; local i of n is R[i - n], the callee R[-n - 1]. A caller evaluates callee and arguments into consecutive
// temporaries, which become the callee's first locals where they stand.
//
// Invariants: a dead temporary never holds an object; everything above the running frame's registers, up to stack_ready_, holds no object either. So the unwinder can release
// every temporary of a frame without knowing which are live.
#include <memory>

#include "interp/vm/attribute_cache.h"
#include "interp/vm/budget.h"
#include "interp/vm/frontend.h"
#include "interp/vm/generator.h"
#include "objects/types/exception.h"

namespace mp {

struct Host;

// What happens with the value that a frame returns.
enum class OnReturn : std::uint8_t {
    store,          // into the caller's register `destination`
    leave,          // the run loop ends: the value goes to C++
    initialise,     // __init__: must be None; the caller gets the new instance (Frame::extra)
    discard,        // __setitem__, __setattr__ ...: the value is dropped
    truth_jump,     // reserved for comparisons that jump: truth decides
    generator,      // a generator resumed from C++: ends the run loop
    generator_for,  // a generator resumed by FOR_ITER: the iterator is released, the loop ends
    generator_send, // a generator resumed by SEND: the value is the result of `yield from`
};

struct Frame {
    CodeObject* code;           // borrowed from the function
    Value* registers;           // R
    const Word* pc;             // behind the instruction being executed, kept while it may call out
    FunctionObject* function;   // owned by the callee register
    Value* stack_top;           // first free register on the stack for what this frame calls
    GeneratorObject* generator; // the generator whose registers these are, owned while it runs; null for plain frames
    Value extra;                // owned: the namespace of class bodies and modules, or the instance of `initialise`
    std::int8_t destination;
    OnReturn on_return;
};

class Vm final : public Runtime {
public:
    // Python's recursion limit, and the most frames that set_recursion_limit() can ask for.
    static constexpr std::uint32_t usual_recursion = 1000;
    static constexpr std::uint32_t most_recursion = 500'000;

    // `recursion_cap`: set_recursion_limit() goes no higher. The address space reserved for frames and registers follows it.
    explicit Vm(std::uint32_t recursion_cap = most_recursion);
    ~Vm() override;

    // ---- running code
    // Calls a Python function from C++: binds arguments, runs until it returns. May nest to the native recursion limit.
    Result<Owned> call_function(FunctionObject& function, Args args);
    // The same for a plain call: exactly as many values as its code's simple_arguments says, which it takes over, whatever happens. Gives an owned value, or
    // Value::raised_mark(). For calls from C++ that should cost little.
    Value call_plain(FunctionObject& function, Value* values) noexcept;
    // Runs a module's or class body's code with the given namespaces. `name_space` is the globals dict itself for modules.
    Result<Owned> run_code(CodeObject& code, DictObject& globals, Value name_space, TupleObject* closure = nullptr);
    // Compiles and runs source text, as a module (`exec`), or evaluates an expression.
    // `built_in`: a module that the binary carries.
    Result<Owned> exec(std::string_view source, std::string_view filename, CompileMode mode, DictObject& globals,
                       Value name_space, bool built_in = false);

    // ---- the front end, reached through an interface (null: no exec, eval, compile, import of source)
    void set_frontend(std::unique_ptr<Frontend> frontend) { frontend_ = std::move(frontend); }
    Frontend* frontend() noexcept { return frontend_.get(); }

    void set_module_provider(std::unique_ptr<ModuleProvider> provider) { module_provider_ = std::move(provider); }
    ModuleProvider* module_provider() noexcept { return module_provider_.get(); }

    // What scripts may reach (host.h).
    Host& host() noexcept { return *host_; }
    // Writes to standard output (1) or standard error (2), to wherever the host wants it. BudgetStop beyond the budget: then what fits is written. OSError.
    Result<void> write_standard(int descriptor, std::string_view bytes);

    // ---- state that opcode handlers use directly
    Frame* frame = nullptr;        // the running frame
    Frame* frames_begin = nullptr; // frames_begin itself is a sentinel that never runs
    Frame* frames_end = nullptr;   // no frame beyond: the recursion limit, or where usable memory ends for now
    Value* stack_begin = nullptr;
    Value* stack_ready = nullptr; // registers below hold valid values
    Value* stack_end = nullptr;
    Value outcome; // what a run loop that ended gives back (owned)
    AttributeCache attribute_cache;
    bool reraising = false; // the raise under way goes on with the traceback it has

    // Makes registers up to `end` ready; false: the stack is full (RecursionError is pending), or the memory budget (MemoryError).
    bool reserve_stack(Value* end) noexcept;
    // Room for one more frame; false: RecursionError is pending.
    bool reserve_frame() noexcept;
    // One more frame; null: RecursionError is pending.
    Frame* push_frame() noexcept;
    // As many frames as asked for, or as the cap allows. Throws std::bad_alloc when they would not fit the memory budget.
    void set_recursion_limit(std::uint32_t frames);
    std::uint32_t recursion_limit() const noexcept { return recursion_limit_; }
    std::uint32_t frame_depth() const noexcept { return static_cast<std::uint32_t>(frame - frames_begin); }
    // The innermost frame, for natives that look at their caller (globals(), super(), warnings); null when nothing runs.
    Frame* current_frame() noexcept { return frame == frames_begin ? nullptr : frame; }

    // The run loop: runs from the current frame until a frame with OnReturn::leave/generator ends. Gives false when an exception left it.
    bool run(const Word* pc) noexcept;
    // The same, but begins by raising the pending exception at the current frame's pc.
    bool run_raising() noexcept;
    // Releases the frame's registers and pops it.
    void pop_frame() noexcept;
    // Finds the handler of the pending exception in the frames of this run loop; null: the exception leaves it (the last frame is popped).
    const Word* unwind() noexcept;

    // ---- modules
    Result<Owned> import_module(StrObject& name) override;
    Result<Owned> import_name(StrObject& name, DictObject& globals, Value fromlist, int level);
    // __import__ as the language defines it (the built-in function). `by_script`: the host's grants decide (host.h), ModuleNotFoundError.
    Result<Owned> import_absolute(std::string name, DictObject& globals, Value fromlist, int level,
                                  bool by_script = true);
    Value
        original_import; // the built-in __import__, borrowed: when builtins.__import__ is another object, that is called
    Result<Owned> import_from(Value module, StrObject& name);
    Result<void> import_star(Value module, Value name_space);
    Ref<ModuleObject> main_module();
    // Imports by full dotted name, parents first; gives the last module. ModuleNotFoundError when there is none.
    Result<Owned> import_full(std::string_view name);

    // ---- budgets (budget.cpp)
    void set_limits(const RunLimits& limits) noexcept { limits_ = limits; } // of the runs that begin from now on
    const RunLimits& limits() const noexcept { return limits_; }
    // Begins and ends a run: RunScope.
    bool in_run() const noexcept { return in_run_; }
    void begin_run() noexcept;
    void end_run() noexcept;
    // What other threads may set; never null.
    const std::shared_ptr<std::atomic<Request>>& request() const noexcept { return request_; }
    // Refills the slice. Raises when the run's steps or time are used up or a stop was asked for; KeyboardInterrupt when that was asked for.
    Result<void> out_of_budget() noexcept override;
    // Looks at the clock and at requests now, whatever is left of the slice: for natives that wait, or whose work is not counted in steps.
    Result<void> look_up() noexcept;
    // Sleeps until a moment of the monotonic clock; raises when the run ends before.
    Result<void> wait_until(std::int64_t moment) noexcept;
    // Waits until the descriptor has something to read or its end is known; raises when the run ends before. Returns at once when nothing limits the run.
    Result<void> wait_readable(int descriptor) noexcept;
    // The exception that such an end is.
    Ref<ExceptionObject> make_stop(StopKind kind);
    static StopKind stop_kind(const ExceptionObject& exception) noexcept; // none: it is no stop
    std::uint64_t steps_used() const noexcept;                            // by this run so far
    // For handlers, when an instruction needs a step and the slice has none: get one, raise, or leave the run loop because the task's turn is over.
    enum class Boundary : std::uint8_t { go_on, raise, suspend };
    // `pays`: the instruction is executed again and counts its step itself.
    Boundary at_boundary(bool pays) noexcept;
    const Word* suspended_at =
        nullptr; // where the run loop that was left by Boundary::suspend goes on; null when it ended otherwise

    void write_unraisable(Value where) noexcept override;
    Result<void> warn(TypeId category, const char* message) override;
    Result<void> current_super_context(Owned& cls, Owned& self) override; // super_context.cpp
    Owned current_module_name() override;

    // A warning about a place in source text, through the warnings module's filters when that is loaded.
    Result<void> warn_at(TypeId category, std::string_view message, std::string_view filename, std::uint32_t line);
    // Text for people: tracebacks, warnings (standard error).
    void write_error_text(std::string_view text) noexcept;

#ifdef MINIPY_SWITCH_DISPATCH
    struct {
        const Word* pc;
        Value* registers;
        const Value* constants;
    } switch_state_{};
#endif

private:
    friend class Suspension;
    Value run_plain(FunctionObject& function, Value* locals) noexcept;
    void settle_slice() noexcept;
    Raised stop(StopKind kind) noexcept;
    Raised raise_interrupt() noexcept;
    void find_frames_end() noexcept;

    RunLimits limits_;
    Account account_;
    bool in_run_ = false;
    std::shared_ptr<std::atomic<Request>> request_;
    OptRef<Type> stop_type_; // of the exceptions that stops are; made for the first
    std::uint32_t recursion_cap_;
    std::uint32_t recursion_limit_ = usual_recursion;
    Frame* frames_committed_ = nullptr; // memory below is usable
    std::byte* stack_committed_ = nullptr;
    std::unique_ptr<Host> host_;
    std::unique_ptr<Frontend> frontend_;
    std::unique_ptr<ModuleProvider> module_provider_;
};

inline Vm& vm_of(Runtime& rt) noexcept { return static_cast<Vm&>(rt); }

} // namespace mp
