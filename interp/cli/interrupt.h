#pragma once
// Ctrl-C: KeyboardInterrupt in the running script; at a prompt, the end of the entry.

namespace minipy {
class Interpreter;
}

namespace cli {

// From now on Ctrl-C (SIGINT) interrupts the interpreter's script, and writing to a closed pipe is an error instead of a signal.
void install_signals(const minipy::Interpreter& interpreter);

// While alive, Ctrl-C does not reach the interpreter: it ends what the line editor reads.
class AtPrompt {
public:
    AtPrompt() noexcept;
    ~AtPrompt();
    AtPrompt(const AtPrompt&) = delete;
};

// Whether Ctrl-C was typed at the prompt since the last call.
bool take_interrupt() noexcept;

// Ends the process as SIGINT does, so that a shell that runs several programs stops as well. 130 if that is not possible.
int die_of_interrupt() noexcept;

} // namespace cli
