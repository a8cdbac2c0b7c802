#pragma once
// What Python code sees of a frame: a snapshot (sys._getframe, traceback.tb_frame). The running frame itself is no object.
#include "interp/vm/code_object.h"

namespace mp {

struct FrameObject : Object {
    CodeObject* code;    // owned
    DictObject* globals; // owned
    Value
        locals; // owned: the namespace of module and class frames, a snapshot dict of functions; unbound until asked for
    FrameObject* back; // owned, may be null
    std::uint32_t line;
};

struct Frame;
// The line that a running frame (vm.h) is at.
std::uint32_t running_line(const Frame& frame) noexcept;

Ref<FrameObject> make_frame(Runtime& rt, CodeObject& code, DictObject& globals, std::uint32_t line);

} // namespace mp
