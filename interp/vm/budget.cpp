#include "interp/vm/budget.h"

#include <algorithm>
#include <new>

#include "interp/support/platform/clock.h"
#include "interp/support/platform/descriptor.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/core/raise.h"
#include "objects/types/dict.h"
#include "objects/types/exception_parts.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// A slice: long enough that the clock costs nothing (30 ns in at least 20 µs), short enough that a stop comes at once.
constexpr std::uint64_t slice_steps = 16384;
// When a task's turn is over, but a native function has to come back first.
constexpr std::uint64_t overdraft_steps = 256;
// How long a waiting script sleeps before it looks whether it was stopped.
constexpr std::int64_t nap = 5'000'000;

const char* stop_text(StopKind kind) noexcept {
    switch (kind) {
    case StopKind::steps: return "the script's steps are used up";
    case StopKind::wall: return "the script's time is used up";
    case StopKind::output: return "the script's output is longer than allowed";
    default: return "the host stopped the script";
    }
}

std::int64_t now() noexcept { return platform::clock_now(platform::Clock::Monotonic); }

} // namespace

RunScope::RunScope(Vm& vm) noexcept : vm_(vm), outermost_(!vm.in_run()) {
    if (outermost_) vm.begin_run();
}
RunScope::~RunScope() {
    if (outermost_) vm_.end_run();
}

void Vm::begin_run() noexcept {
    in_run_ = true;
    account_ = Account();
    Request request = request_->load(std::memory_order_relaxed);
    if (request == Request::stop) // nothing ran when it came
        request_->store(request = Request::none, std::memory_order_relaxed);
    if (request == Request::none && !limits_.any()) [[likely]] {
        account_.slice = slice_steps;
        budget_ = slice_steps;
    } else { // the first step opens the first slice
        budget_ = 0;
        if (limits_.steps) account_.steps_left = limits_.steps;
        if (limits_.output) account_.output_left = limits_.output;
        if (limits_.wall) account_.deadline = now() + limits_.wall;
    }
    // Cycles that the run before left must not keep this one from beginning.
    if (!heap().would_fit(heap().limit() / 16)) collector().collect();
}

void Vm::end_run() noexcept {
    account_ = Account();
    budget_ = 0;
    in_run_ = false;
    // Frames that a stop unwinds do not put back what was handled outside their handlers. Outside a run nothing is.
    if (ExceptionObject* handled = exchange_handled(nullptr)) release(handled);
}

void Vm::settle_slice() noexcept {
    const std::uint64_t rest = budget_ > 0 ? static_cast<std::uint64_t>(budget_) : 0;
    account_.steps_used += account_.slice - rest;
    if (account_.steps_left != Account::unlimited) account_.steps_left += rest;
    if (account_.turn_left != Account::unlimited && !account_.turn_over) account_.turn_left += rest;
    account_.slice = 0;
    budget_ = 0;
}

StopKind Vm::stop_kind(const ExceptionObject& exception) noexcept {
    return exception.is_stop ? static_cast<StopKind>(exception.aux) : StopKind::none;
}

Ref<ExceptionObject> Vm::make_stop(StopKind kind) {
    Heap::Unlimited unlimited(heap());
    if (!stop_type_) { // scripts have no name for it
        Ref<StrObject> name = intern("BudgetStop");
        Ref<TupleObject> bases = tuple_of(*this, Value(&type(TypeId::BaseException)));
        Ref<DictObject> names = make_dict(*this);
        dict_set_str(*this, *names, *this->names().dunder_module, make_str(*this, "builtins"));
        auto made = make_class(*this, type(TypeId::type), *name, *bases, *names, Args{nullptr, 0});
        if (made.is_raised()) {
            clear_pending();
            throw std::bad_alloc();
        }
        stop_type_ = Ref<Type>::adopt(static_cast<Type*>(made.take().release().object()));
    }
    auto* exception = static_cast<ExceptionObject*>(
        new_exception(*this, *stop_type_, tuple_of(*this, make_str(*this, stop_text(kind)))).release());
    exception->is_stop = true;
    exception->aux = static_cast<std::uint16_t>(kind);
    return Ref<ExceptionObject>::adopt(exception);
}

Raised Vm::stop(StopKind kind) noexcept {
    settle_slice();
    if (account_.stopped == StopKind::none) account_.stopped = kind;
    budget_ = -1;
    try {
        set_pending(make_stop(account_.stopped));
    } catch (const std::bad_alloc&) {
        raise_memory_error(*this); // comes again at the next step
    }
    return raised;
}

Result<void> Vm::out_of_budget() noexcept {
    if (account_.stopped != StopKind::none) return stop(account_.stopped);
    Account& account = account_;
    // What the slice was overdrawn by. Work that is paid for beforehand can be many slices' worth.
    const std::uint64_t over = budget_ < 0 ? static_cast<std::uint64_t>(-budget_) : 0;
    account.steps_used += account.slice + over;
    account.slice = 0;
    budget_ = 0;
    if (over > account.steps_left) return stop(StopKind::steps);
    if (account.steps_left != Account::unlimited) account.steps_left -= over;

    switch (request_->load(std::memory_order_relaxed)) {
    case Request::none: break;
    case Request::interrupt: request_->store(Request::none, std::memory_order_relaxed); return raise_interrupt();
    case Request::stop: return stop(StopKind::asked);
    }
    // A step takes a nanosecond at least: work that cannot be done in time is not begun.
    if (account.deadline != Account::never) {
        const std::int64_t left = account.deadline - now();
        if (left <= 0 || over > static_cast<std::uint64_t>(left)) return stop(StopKind::wall);
    }

    std::uint64_t next = slice_steps;
    if (account.turn_left != Account::unlimited) {
        if (over > account.turn_left) {
            account.turn_left = 0;
            account.turn_over = true;
            next = overdraft_steps;
        } else {
            account.turn_left -= over;
            next = std::min(next, account.turn_left);
            account.turn_left -= next;
        }
    }
    next = std::min(next, account.steps_left);
    if (account.steps_left != Account::unlimited) account.steps_left -= next;
    account.slice = next;
    budget_ = static_cast<std::int64_t>(next);
    return ok;
}

Raised Vm::raise_interrupt() noexcept {
    try {
        return raise_value(*this, TypeId::KeyboardInterrupt, Value());
    } catch (const std::bad_alloc&) {
        return raise_memory_error(*this);
    }
}

Vm::Boundary Vm::at_boundary(bool pays) noexcept {
    budget_ = -1; // one step is wanted
    if (out_of_budget().is_raised()) return Boundary::raise;
    const bool suspend = account_.turn_over && native_depth() == account_.task_depth;
    if (pays) {
        ++budget_;
        ++account_.slice;
        --account_.steps_used;
    }
    return suspend ? Boundary::suspend : Boundary::go_on;
}

std::uint64_t Vm::steps_used() const noexcept {
    return account_.steps_used + account_.slice - (budget_ > 0 ? static_cast<std::uint64_t>(budget_) : 0);
}

Result<void> Vm::wait_until(std::int64_t moment) noexcept {
    for (;;) {
        TRY(look_up());
        const std::int64_t left = moment - now();
        if (left <= 0) return ok;
        platform::sleep_for(std::min(left, nap));
    }
}

Result<void> Vm::wait_readable(int descriptor) noexcept {
    do TRY(look_up());
    while (!platform::wait_readable(descriptor, nap));
    return ok;
}

Result<void> Vm::look_up() noexcept {
    settle_slice();
    return out_of_budget();
}

} // namespace mp
