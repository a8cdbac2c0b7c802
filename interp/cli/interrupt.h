#pragma once
// Ctrl-C: KeyboardInterrupt in the running script; at a prompt, the end of the entry.
#include <sys/types.h>

#include <csignal>

namespace minipy {
class Interpreter;
}

namespace cli {

// From now on Ctrl-C (SIGINT) interrupts the interpreter's script, and writing to a closed pipe is an error instead of a signal.
void install_signals(const minipy::Interpreter& interpreter);

// While alive, Ctrl-C does not reach the interpreter: it ends what the line editor reads. The signal is blocked but for the waits of read_input(), so that none
// arrives between a look at the flag and the read that it should end.
class AtPrompt {
public:
    AtPrompt() noexcept;
    ~AtPrompt();
    AtPrompt(const AtPrompt&) = delete;

private:
    sigset_t before_;
};

// One byte of standard input, at a prompt. Returns what read(2) does: 0 at the end, -1 with errno EINTR after Ctrl-C.
ssize_t read_input(char& byte) noexcept;

// Whether Ctrl-C was typed at the prompt since the last call.
bool take_interrupt() noexcept;

// Ends the process as SIGINT does, so that a shell that runs several programs stops as well. 130 if that is not possible.
int die_of_interrupt() noexcept;

} // namespace cli
