#include "interp/vm/suspension.h"

#include <algorithm>

#include "interp/support/platform/clock.h"
#include "interp/vm/calls.h"
#include "objects/core/raise.h"

namespace mp {

namespace {

std::int64_t now() noexcept { return platform::clock_now(platform::Clock::Monotonic); }

} // namespace

Suspension::Suspension(Vm& vm, Ref<FunctionObject> function, std::vector<Owned> arguments, Owned name_space,
                       const RunLimits& limits)
    : vm_(vm), function_(std::move(function)), arguments_(std::move(arguments)), name_space_(std::move(name_space)) {
    if (limits.steps) steps_left_ = limits.steps;
    if (limits.output) output_left_ = limits.output;
    if (limits.wall) wall_left_ = limits.wall;
}

Suspension::~Suspension() { drop(); }

std::size_t Suspension::size() const noexcept {
    return frames_.capacity() * sizeof(Frame) + registers_.capacity() * sizeof(Value);
}

// Pushes the first frame. A call of a generator function ends there: its value is the generator.
Suspension::Entry Suspension::begin(Owned& value) {
    CodeObject& code = *function_->code;
    Value* const base = vm_.frame->stack_top;
    Value* const locals = base + 1;
    const auto count = static_cast<std::uint32_t>(arguments_.size());
    const std::uint32_t room = std::max(code.local_count, count);
    if (!vm_.reserve_stack(locals + room + code.temporaries + 1)) return Entry::raised;
    StackTop top(vm_, locals + room);
    for (std::uint32_t i = 0; i < room; ++i) locals[i] = i < count ? arguments_[i].release() : Value();
    state_ = State::ended; // what fails from here on is the call's own failure
    if (bind_arguments(vm_, *function_, locals, count, nullptr, locals).is_raised()) return Entry::raised;
    StackValues bound(locals, code.local_count);
    if (code.is_generator_like()) {
        value = make_generator(vm_, *function_, locals);
        return Entry::returned;
    }
    Frame* const pushed = push_function_frame(vm_, *function_, locals, OnReturn::leave, 0);
    if (!pushed) return Entry::raised;
    bound.hand_over();
    base[0] = Value(function_.release());
    pushed->extra = name_space_.release();
    pc_ = code.words;
    return Entry::entered;
}

// Puts the frames on the stack, above what runs now. `raised`: an exception is pending, and a task that had begun waits as before.
Suspension::Entry Suspension::enter(Owned& value) {
    if (state_ == State::created) return begin(value);
    Value* const base = vm_.frame->stack_top;
    if (!vm_.reserve_stack(base + registers_.size() + 1)) return Entry::raised;
    Frame* const below = vm_.frame;
    for (std::size_t i = 0; i < frames_.size(); ++i)
        if (!vm_.push_frame()) {
            vm_.frame = below;
            return Entry::raised;
        }
    std::copy(registers_.begin(), registers_.end(), base);
    std::copy(frames_.begin(), frames_.end(), below + 1);
    if (base != registers_from_) {
        // The host runs it from another depth than last time.
        const std::ptrdiff_t moved = base - registers_from_;
        for (Frame* frame = below + 1; frame <= vm_.frame; ++frame) {
            if (!frame->generator) frame->registers += moved; // a generator's registers are its own
            frame->stack_top += moved;
        }
    }
    frames_.clear();
    registers_.clear();
    return Entry::entered;
}

// Takes the frames above `below` off the stack.
void Suspension::put_aside(Frame* below) {
    Value* const base = below->stack_top;
    Value* const top = vm_.frame->stack_top;
    frames_.assign(below + 1, vm_.frame + 1);
    registers_.assign(base, top);
    registers_from_ = base;
    std::fill(base, top, Value());
    vm_.frame = below;
    pc_ = vm_.suspended_at;
}

Suspension::Turn Suspension::run(std::uint64_t steps) {
    if (!vm_.enter_native()) return {Outcome::raised, Owned()};
    // The surrounding run, if there is one, waits with its account; its budgets bound the turn too.
    vm_.settle_slice();
    const Account outer = vm_.account_;
    const bool within_run = vm_.in_run_;
    if (!within_run) vm_.begin_run(); // forgets a stop that came between the turns
    Account& account = vm_.account_;
    account = Account();
    account.steps_left = std::min(steps_left_, outer.steps_left);
    account.output_left = std::min(output_left_, outer.output_left);
    const std::int64_t started = now();
    account.deadline = outer.deadline;
    if (wall_left_ != Account::never) account.deadline = std::min(account.deadline, started + wall_left_);
    account.turn_left = std::max<std::uint64_t>(steps, 1);
    account.task_depth = vm_.native_depth();
    account.stopped = outer.stopped;
    vm_.budget_ = outer.stopped != StopKind::none ? -1 : 0;

    ExceptionObject* const outer_handled = vm_.exchange_handled(handled_.release());
    Frame* const below = vm_.frame;
    Turn turn{Outcome::raised, Owned()};
    const Entry entry = enter(turn.value);
    if (entry == Entry::returned) turn.outcome = Outcome::returned;
    if (entry == Entry::entered) {
        state_ = State::running;
        const bool succeeded = vm_.run(pc_);
        if (vm_.suspended_at) {
            put_aside(below);
            state_ = State::suspended;
            turn.outcome = Outcome::suspended;
        } else {
            state_ = State::ended;
            if (succeeded) turn = {Outcome::returned, Owned::adopt(std::exchange(vm_.outcome, Value()))};
        }
    }
    handled_ = OptRef<ExceptionObject>::adopt(vm_.exchange_handled(outer_handled));

    vm_.settle_slice();
    const std::uint64_t used = account.steps_used;
    const std::uint64_t written = std::min(output_left_, outer.output_left) - account.output_left;
    const StopKind stopped = account.stopped;
    steps_used_ += used;
    if (steps_left_ != Account::unlimited) steps_left_ -= std::min(used, steps_left_);
    if (output_left_ != Account::unlimited) output_left_ -= written;
    if (wall_left_ != Account::never) wall_left_ = std::max<std::int64_t>(wall_left_ - (now() - started), 0);
    account = outer;
    account.steps_used += used;
    if (account.steps_left != Account::unlimited) account.steps_left -= std::min(used, account.steps_left);
    if (account.output_left != Account::unlimited) account.output_left -= written;
    if (stopped == StopKind::asked && within_run) account.stopped = stopped; // whoever asked meant what the host runs
    vm_.in_run_ = within_run;
    vm_.budget_ = account.stopped != StopKind::none ? -1 : 0;
    vm_.leave_native();
    return turn;
}

// As a stop would unwind them: no handler, no generator's cleanup, no __del__ is entered.
void Suspension::drop() noexcept {
    state_ = State::ended;
    vm_.settle_slice();
    const Account outer = vm_.account_;
    const bool within_run = std::exchange(vm_.in_run_, true);
    vm_.account_ = Account();
    vm_.account_.stopped = StopKind::asked;
    vm_.budget_ = -1;
    while (!frames_.empty()) {
        const Frame frame = frames_.back();
        frames_.pop_back();
        if (frame.generator) {
            handled_ = OptRef<ExceptionObject>::adopt(std::exchange(frame.generator->outer, nullptr));
            release_generator(*frame.generator);
            frame.generator->state = GeneratorObject::State::finished;
            release(frame.generator);
        }
        release(frame.extra);
    }
    while (!registers_.empty()) {
        const Value value = registers_.back();
        registers_.pop_back();
        release(value);
    }
    handled_ = {};
    vm_.account_ = outer;
    vm_.in_run_ = within_run;
    vm_.budget_ = outer.stopped != StopKind::none ? -1 : 0;
}

} // namespace mp
