#pragma once
// What the host lets scripts reach. Nothing, unless it says otherwise: whoever embeds the VM fills this in before the first script runs.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interp/support/platform/file_system.h"

namespace mp {

struct Host {
    platform::FileSystem files; // and descriptors
    bool standard_input = false;
    bool standard_output = false;
    bool process_environment = false;
    bool exit = false;
    bool clock = false;
    bool randomness = false;
    std::vector<std::pair<std::string, std::string>>
        environment;                                 // what os.environ begins with, where it is not the process's
    std::optional<std::vector<std::string>> imports; // none: all
    // Take what is written to descriptors 1 and 2; empty: the process's own, with standard_output.
    std::function<void(std::string_view)> on_stdout, on_stderr;

    // Whether scripts may use a descriptor by its number: one of their own, or what the grants give.
    bool may_use(int descriptor) const noexcept {
        if (descriptor == 1 || descriptor == 2) {
            const auto& callback = descriptor == 1 ? on_stdout : on_stderr;
            if (callback) return false; // there is nothing behind it
            if (standard_output) return true;
        }
        return (descriptor == 0 && standard_input) || files.may_use(descriptor);
    }
    // Whether a module, by its full name, may be imported by scripts.
    bool may_import(std::string_view name) const noexcept {
        if (!imports) return true;
        for (const std::string& allowed : *imports)
            if (name.substr(0, allowed.size()) == allowed &&
                (name.size() == allowed.size() || name[allowed.size()] == '.'))
                return true;
        return false;
    }
};

} // namespace mp
