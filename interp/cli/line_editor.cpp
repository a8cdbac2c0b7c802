#include "interp/cli/line_editor.h"

#include <cstdio>

#include "interp/cli/interrupt.h"

namespace cli {

namespace {

class PlainEditor final : public LineEditor {
public:
    Outcome read(const std::string& prompt, const std::string&, std::string& line) override {
        std::fputs(prompt.c_str(), stderr);
        std::fflush(stderr);
        line.clear();
        for (;;) {
            // Byte by byte: what stands behind the line may be for input().
            char c;
            const ssize_t got = read_input(c);
            if (take_interrupt()) return Outcome::interrupted;
            if (got <= 0) return line.empty() ? Outcome::end : Outcome::line;
            if (c == '\n') break;
            line.push_back(c);
        }
        if (!line.empty() && line.back() == '\r') line.pop_back();
        return Outcome::line;
    }
    void remember(const std::string&) override {}
};

} // namespace

std::unique_ptr<LineEditor> make_plain_editor() { return std::make_unique<PlainEditor>(); }

#ifndef MINIPY_WITH_LIBEDIT
std::unique_ptr<LineEditor> make_terminal_editor(minipy::Console&, const std::string&) { return nullptr; }
#endif

} // namespace cli
