// Tasks and stops.
#include "interp/include/minipy/task.hpp"

#include "interp/embed/core.h"
#include "interp/embed/grants.h"
#include "interp/embed/task_state.h"
#include "objects/core/attribute.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"

namespace minipy {

using detail::Core;

Task::State::State(Core& core_, std::unique_ptr<mp::Suspension> suspension_, Value globals_)
    : core(&core_), suspension(std::move(suspension_)), globals(std::move(globals_)) {
    core->tasks.push_back(this);
}

Task::State::~State() { detach(); }

void Task::State::detach() noexcept {
    if (!core) return;
    std::erase(core->tasks, this);
    suspension.reset();
    core = nullptr;
}

void detail::detach_tasks(Core& core) noexcept {
    while (!core.tasks.empty()) core.tasks.back()->detach();
}

Error detail::make_stop_error(Core& core, mp::StopKind kind) { return make_error(core, core.vm->make_stop(kind)); }

Task::Task() noexcept = default;
Task::Task(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
Task::Task(Task&&) noexcept = default;
Task& Task::operator=(Task&&) noexcept = default;
Task::~Task() = default;

Task::State& Task::state() const {
    if (!state_) throw Error("RuntimeError", "there is no task");
    return *state_;
}

Status Task::run(std::uint64_t steps) {
    State& task = state();
    if (!task.core) Core::throw_gone();
    if (task.status != Status::yielded) return task.status;
    if (task.suspension->running()) throw Error("RuntimeError", "the task runs already");
    mp::Vm& vm = task.core->running();
    const auto failed = [&] {
        task.error = detail::take_pending(*task.core);
        task.status = Status::failed;
        task.suspension->drop();
    };
    try {
        mp::Suspension::Turn turn = task.suspension->run(steps);
        switch (turn.outcome) {
        case mp::Suspension::Outcome::suspended: break;
        case mp::Suspension::Outcome::returned:
            task.result = Value::adopt(*task.core, detail::give(std::move(turn.value)));
            task.status = Status::done;
            break;
        case mp::Suspension::Outcome::raised: failed(); break;
        }
    } catch (const std::bad_alloc&) {
        mp::raise_memory_error(vm);
        failed();
    }
    return task.status;
}

Status Task::status() const { return state().status; }

Value Task::result() const {
    const State& task = state();
    if (task.error) task.error->raise();
    if (task.status != Status::done) throw Error("RuntimeError", "the task has not ended");
    return task.result;
}

const Error& Task::error() const {
    const State& task = state();
    if (!task.error) throw Error("RuntimeError", "the task has not failed");
    return *task.error;
}

Value Task::globals() const { return state().globals; }

void Task::cancel() {
    State& task = state();
    if (task.status != Status::yielded || !task.core) return;
    if (task.suspension->running()) throw Error("RuntimeError", "the task runs");
    task.error = detail::make_stop_error(*task.core, mp::StopKind::asked);
    task.status = Status::failed;
    task.suspension->drop();
}

std::uint64_t Task::steps() const { return state().suspension ? state().suspension->steps_used() : 0; }
std::size_t Task::frame_bytes() const { return state().suspension ? state().suspension->size() : 0; }

// ---- Interpreter

Task Interpreter::start(std::string_view source, const TaskOptions& options) {
    Core& core = this->core();
    Value names = new_namespace();
    std::unique_ptr<mp::Suspension> suspension;
    const auto result = detail::guarded(core, [&]() -> mp::Result<mp::Owned> {
        mp::Vm& vm = *core.vm;
        mp::RunScope run(vm);
        mp::FrontendOptions frontend;
        auto unit = TRY(vm.frontend()->compile(vm, source, options.filename, frontend));
        mp::Ref<mp::CodeObject> code = mp::load_code(vm, std::move(unit));
        auto& dict = *static_cast<mp::DictObject*>(detail::value_of(names.word()).object());
        suspension = std::make_unique<mp::Suspension>(vm, mp::make_function(vm, *code, dict), std::vector<mp::Owned>(),
                                                      mp::Owned::share(mp::Value(&dict)),
                                                      options.limits ? run_limits(*options.limits) : vm.limits());
        return mp::Owned::adopt(mp::Value::none());
    });
    detail::checked(core, result);
    return Task(std::make_unique<Task::State>(core, std::move(suspension), std::move(names)));
}

Task Interpreter::start_call(const Value& function, const std::vector<Value>& arguments, const TaskOptions& options) {
    Core& core = this->core();
    const mp::Value callee = detail::value_of(function.word());
    if (!mp::is_function(callee))
        throw Error("TypeError", "a task calls a Python function, not " + function.type_name());
    mp::FunctionObject& target = mp::as_function(callee);
    std::vector<mp::Owned> values;
    for (const Value& argument : arguments) values.push_back(mp::Owned::share(detail::value_of(argument.word())));
    Value globals = Value::share(core, mp::Value(target.globals).word());
    auto suspension =
        std::make_unique<mp::Suspension>(*core.vm, mp::Ref<mp::FunctionObject>::share(&target), std::move(values),
                                         mp::Owned(), options.limits ? run_limits(*options.limits) : core.vm->limits());
    return Task(std::make_unique<Task::State>(core, std::move(suspension), std::move(globals)));
}

StopHandle Interpreter::stop_handle() const { return StopHandle(core().vm->request()); }

void Interpreter::set_limits(const Limits& limits) {
    Core& core = this->core();
    core.vm->set_limits(run_limits(limits));
    core.limit_memory(limits.memory);
}

namespace {
std::atomic<mp::Request>& request_of(const std::shared_ptr<void>& request) noexcept {
    return *static_cast<std::atomic<mp::Request>*>(request.get());
}
} // namespace

void StopHandle::stop() const noexcept { request_of(request_).store(mp::Request::stop, std::memory_order_relaxed); }
void StopHandle::interrupt() const noexcept {
    mp::Request none = mp::Request::none; // a stop goes before
    request_of(request_).compare_exchange_strong(none, mp::Request::interrupt, std::memory_order_relaxed);
}

} // namespace minipy
