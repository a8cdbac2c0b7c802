#pragma once
// Source texts that no file holds (`-c`, the interactive console), kept so that tracebacks can show their lines.
#include <map>
#include <string>

#include "objects/core/runtime.h"

namespace mp {

struct KeptSources : ModuleState {
    std::map<std::string, std::string, std::less<>> texts; // by the file name under which they were compiled
};

inline void keep_source(Runtime& rt, const std::string& filename, std::string_view text) {
    rt.module_state<KeptSources>().texts[filename] = text;
}

} // namespace mp
