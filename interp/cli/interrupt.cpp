#include "interp/cli/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <optional>

#include "minipy/minipy.hpp"
#include <cstdlib>

namespace cli {

namespace {

// What the handler reads. The handle is set before the handler is.
std::optional<minipy::StopHandle> running;
std::atomic<bool> at_prompt{false};
std::atomic<bool> interrupted{false};

void on_interrupt(int) {
    if (at_prompt)
        interrupted = true;
    else
        running->interrupt();
}

} // namespace

void install_signals(const minipy::Interpreter& interpreter) {
    running = interpreter.stop_handle();
    struct sigaction action {};
    sigemptyset(&action.sa_mask);
    action.sa_handler = on_interrupt; // without SA_RESTART: reads and sleeps end at once
    struct sigaction before {};
    // Left alone where the parent ignores it (`nohup`, a background job of a simple shell).
    if (sigaction(SIGINT, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(SIGINT, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

AtPrompt::AtPrompt() noexcept { at_prompt = true; }
AtPrompt::~AtPrompt() { at_prompt = false; }

bool take_interrupt() noexcept { return interrupted.exchange(false); }

int die_of_interrupt() noexcept {
    std::signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
    return 130;
}

} // namespace cli
