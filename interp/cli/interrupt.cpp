#include "interp/cli/interrupt.h"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <optional>

#include "minipy/minipy.hpp"

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

AtPrompt::AtPrompt() noexcept {
    at_prompt = true;
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    pthread_sigmask(SIG_BLOCK, &blocked, &before_);
}
AtPrompt::~AtPrompt() {
    at_prompt = false; // one that waits is for what was entered
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

ssize_t read_input(char& byte) noexcept {
    sigset_t open;
    pthread_sigmask(SIG_BLOCK, nullptr, &open);
    sigdelset(&open, SIGINT);
    pollfd input{STDIN_FILENO, POLLIN, 0};
    for (;;) {
        // poll() may not know the file (a device of its own kind): read() says what it is.
        if (ppoll(&input, 1, nullptr, &open) < 0 && errno == EINTR) {
            if (!interrupted) continue; // another signal: the size of the window, a stop and its end
            return -1;
        }
        const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
        if (got >= 0 || errno != EINTR) return got;
    }
}

bool take_interrupt() noexcept { return interrupted.exchange(false); }

int die_of_interrupt() noexcept {
    std::signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
    return 130;
}

} // namespace cli
