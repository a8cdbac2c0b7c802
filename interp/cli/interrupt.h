#pragma once
// Ctrl-C: at a prompt, the end of the entry.

namespace cli {

// From now on writing to a closed pipe is an error instead of a signal, and Ctrl-C (SIGINT) is watched at the prompt.
void install_signals();

// While alive, Ctrl-C ends what the line editor reads.
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
