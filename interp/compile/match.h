#pragma once
// The state of one case of a match statement while its pattern is compiled.
#include <vector>

#include "interp/compile/compiler.h"

namespace mp {

struct Compiler::Matching {
    struct Capture {
        std::string_view name;
        Reg reg;
        bool owned; // a temporary of the pattern; else the subject itself, which stays
        Span span;
    };
    // A place to jump to when the pattern fails while these temporaries are live.
    struct Exit {
        std::vector<Reg> live;
        Label label;
    };

    Label next;             // where to go when nothing is live
    bool allow_irrefutable; // a pattern that always matches may stand here
    std::vector<Reg> live;  // temporaries of the pattern that hold something
    std::vector<Capture> captures;
    std::vector<Exit> exits;
};

} // namespace mp
