#pragma once
// Interpreter: one Python, with no state outside it. Any number may live side by side; each is used by one thread at a time.
#include <functional>

#include "minipy/buffer.hpp"
#include "minipy/config.hpp"
#include "minipy/containers.hpp"
#include "minipy/module.hpp"
#include "minipy/task.hpp"

namespace minipy {

class MINIPY_API Interpreter {
public:
    Interpreter();
    explicit Interpreter(const Config& config);
    ~Interpreter(); // runs finalisers; Values that are still around become empty shells. Not from within code that it runs
    Interpreter(Interpreter&&) noexcept;
    Interpreter& operator=(Interpreter&&) noexcept;

    // ---- running code. `source` is the bytes of a file (an encoding declaration is honoured), `filename` what tracebacks call it. Without a namespace it is that of __main__,
    // which lasts: later code sees what earlier code defined. Throws Error for uncaught exceptions (SystemExit included) and syntax errors, BudgetStop when a budget ends.
    void exec(std::string_view source, std::string_view filename = "<string>");
    void exec(std::string_view source, std::string_view filename, const Value& globals, const Value& locals = Value());
    Value eval(std::string_view expression, std::string_view filename = "<string>");
    Value eval(std::string_view expression, const Value& globals, const Value& locals = Value());
    // The same, giving errors instead of throwing them.
    Expected<void> try_exec(std::string_view source, std::string_view filename = "<string>");
    Expected<Value> try_eval(std::string_view expression, std::string_view filename = "<string>");

    // The bytecode of a program as text, nested code included. A syntax error goes to sys.excepthook; then the result is empty.
    std::string disassemble(std::string_view source, const std::string& filename);

    // ---- budgets, tasks and stops (task.hpp)
    // For the runs that begin from now on; Limits::recursion stays what it was.
    void set_limits(const Limits& limits);
    // A script that runs in turns, in a namespace of its own (new_namespace()). Throws Error for a syntax error.
    Task start(std::string_view source, const TaskOptions& options = {});
    // The same for a call of a Python function.
    template <class... A>
    Task start(const Value& function, A&&... arguments) {
        return start_call(function, {value(std::forward<A>(arguments))...});
    }
    Task start_call(const Value& function, const std::vector<Value>& arguments, const TaskOptions& options = {});
    // What stops or interrupts this interpreter from other threads.
    StopHandle stop_handle() const;

    // ---- namespaces
    Item operator[](std::string_view name); // a name of __main__: py["x"] = 3, py["f"](1)
    Value globals();                        // the dict of __main__
    Value new_namespace(); // a dict to run code in that shares nothing with __main__ but the built-in functions
    Value builtin(std::string_view name); // a built-in function or class: py.builtin("sorted")

    // ---- modules
    // The module of that name, for the host to fill, importable at once. One that exists (a built-in one, say) is given for additions.
    Module module(const char* name, const char* doc = nullptr);
    Value import(std::string_view name); // `import a.b.c` gives the module a.b.c
    // Python source that `import name` finds, before the folders of sys.path; a package when it is to have submodules.
    void add_module_source(std::string_view name, std::string_view source, bool is_package = false);
    // Asked for each module that is not yet imported, before every other place: its source, or nothing. It may not call the interpreter.
    struct ModuleSource {
        std::string source;
        bool is_package = false;
    };
    void on_import(std::function<std::optional<ModuleSource>(std::string_view name)> hook);
    // Type stubs (.pyi) of what the host bound in the module.
    std::string stubs(std::string_view module);

    // ---- values
    template <class T>
    Value value(T&& value) { // anything that converts
        return Value::adopt(core(), detail::to_word(core(), std::forward<T>(value)));
    }
    Value none() { return value(nullptr); }
    template <class... T>
    Value list(T&&... items) {
        return fill(detail::Container::list, std::forward<T>(items)...);
    }
    template <class... T>
    Value tuple(T&&... items) {
        return fill(detail::Container::tuple, std::forward<T>(items)...);
    }
    Value dict();
    // A callable as a Python function of its own.
    template <class F, class... Extra>
    Value function(const char* name, F&& function, const Extra&... extra) {
        detail::FunctionSpec spec;
        detail::fill_spec<false>(core(), spec, name, std::forward<F>(function), extra...);
        return Value::adopt(core(), detail::checked(core(), detail::make_function(core(), spec)));
    }

    // ---- memory of the host, in Python's hands without copying (buffer.hpp)
    // Sets `name` in __main__ to a memoryview of `memory`: writable, unless the elements are const. The memory must stay until the lease is revoked or gone,
    // or be kept by `owner`, which is let go when nothing uses the memory any more.
    template <class Span>
    [[nodiscard]] Lease lend(const char* name, Span&& memory, std::shared_ptr<void> owner = nullptr) {
        Lease lease = lend(std::forward<Span>(memory), std::move(owner));
        (*this)[name] = lease.view();
        return lease;
    }
    template <class Span>
    [[nodiscard]] Lease lend(Span&& memory, std::shared_ptr<void> owner = nullptr) {
        return Lease(core(), buffer_of(std::forward<Span>(memory)), std::move(owner));
    }

    // Runs the cycle collector; gives how many unreachable objects it found.
    std::size_t collect();

    // ---- for the library
    detail::Core& core() const;
    static Interpreter& running(detail::Core& core) noexcept { return detail::interpreter_of(core); }

private:
    friend struct detail::Core;
    struct Borrowed {};
    Interpreter(Borrowed, detail::Core& core) noexcept : core_(&core), owner_(false) {}
    template <class... T>
    Value fill(detail::Container kind, T&&... items) {
        detail::Held result(detail::checked(core(), detail::make_container(core(), kind, sizeof...(T))));
        std::size_t i = 0;
        ((detail::put_item(result.get(), i, detail::to_word(core(), std::forward<T>(items))), ++i), ...);
        return Value::adopt(core(), result.take());
    }
    detail::Core* core_;
    bool owner_ = true;
};

} // namespace minipy
