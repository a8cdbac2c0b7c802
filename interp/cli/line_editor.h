#pragma once
// Where the interactive console's lines come from: libedit on a terminal, plain reads elsewhere.
#include <memory>
#include <string>

namespace minipy {
class Console;
}

namespace cli {

class LineEditor {
public:
    enum class Outcome {
        line,
        end,         // of the input: Ctrl-D
        interrupted, // Ctrl-C
        take_back,   // `pending` was moved into the line being edited: begin anew with the first prompt
    };

    virtual ~LineEditor() = default;
    // One line without its newline; an entry that was recalled or edited as a whole has several. `pending`: the lines before it that are no whole statement yet.
    virtual Outcome read(const std::string& prompt, const std::string& pending, std::string& line) = 0;
    // A whole entry for the history.
    virtual void remember(const std::string& entry) = 0;
};

// Prompts on standard error, lines from standard input.
std::unique_ptr<LineEditor> make_plain_editor();

// With history (kept in the file, unless that is empty), editing of several lines and completion; null where the terminal is too simple, or without libedit.
std::unique_ptr<LineEditor> make_terminal_editor(minipy::Console& console, const std::string& history_file);

} // namespace cli
