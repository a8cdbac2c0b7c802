#include "interp/cli/repl.h"

#include <cstdio>
#include <memory>

#include "interp/cli/interrupt.h"
#include "interp/cli/line_editor.h"
#include "minipy/minipy.hpp"
#include "minipy/program.hpp"

namespace cli {

namespace {

using minipy::Console;
using Outcome = LineEditor::Outcome;

} // namespace

int run_repl(minipy::Interpreter& interpreter, minipy::Program& program, const ReplOptions& options) {
    Console console(interpreter, options.colour);
    if (!options.startup_file.empty()) program.run_startup(options.startup_file);
    std::unique_ptr<LineEditor> editor;
    if (options.terminal) editor = make_terminal_editor(console, options.history_file);
    if (!editor) editor = make_plain_editor();

    std::string pending, line; // `pending` ends in a newline, unless it is empty
    for (int number = 0;;) {
        const std::string prompt = console.prompt(!pending.empty());
        Outcome outcome;
        {
            AtPrompt guard;
            outcome = editor->read(prompt, pending, line);
        }
        if (outcome == Outcome::interrupted) {
            std::fputs("\nKeyboardInterrupt\n", stderr);
            pending.clear();
            continue;
        }
        if (outcome == Outcome::take_back) {
            pending.clear();
            continue;
        }
        if (outcome == Outcome::end) {
            if (pending.empty()) break;
            line.clear(); // ends the statement, as an empty line does
        }
        std::string text = pending + line;
        // Several lines at once come from the editor, whole.
        if (line.find('\n') != std::string::npos && !line.ends_with('\n')) text += '\n';
        const std::string name =
            options.terminal ? "<python-input-" + std::to_string(number) + ">" : std::string("<stdin>");
        const Console::Entry entry = console.enter(text, name);
        if (entry == Console::Entry::incomplete && outcome != Outcome::end) {
            pending = std::move(text) + "\n";
            continue;
        }
        while (!text.empty() && text.back() == '\n') text.pop_back();
        if (!text.empty()) editor->remember(text);
        pending.clear();
        ++number;
        if (entry == Console::Entry::exit) return console.exit_status();
    }
    std::fputs("\n", options.terminal ? stdout : stderr);
    return 0;
}

} // namespace cli
