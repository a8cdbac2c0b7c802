// The text of tracebacks, as CPython 3.13 prints it.
#include <cstdio>
#include <fstream>
#include <map>
#include <unordered_set>

#include "interp/support/source.h"
#include "interp/vm/traceback.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/str.h"

namespace mp {

std::string format_exception_only(Vm& vm, ExceptionObject& exception) {
    Type& type = *exception.type();
    std::string name = type.qualified_name;
    std::string text;
    auto shown = str(vm, &exception);
    if (shown.is_raised()) {
        vm.clear_pending();
        text = "<exception str() failed>";
    } else
        text = to_utf8(*shown.take());
    return text.empty() ? name + "\n" : name + ": " + text + "\n";
}

static std::string read_line(const std::string& filename, std::uint32_t line) {
    std::ifstream file(filename);
    std::string text;
    for (std::uint32_t i = 0; i < line; ++i)
        if (!std::getline(file, text)) return "";
    return text;
}

std::string format_exception(Vm& vm, ExceptionObject& exception) {
    std::string text;
    if (exception.traceback) text += "Traceback (most recent call last):\n";
    for (TracebackObject* entry = exception.traceback; entry; entry = entry->next) {
        const auto& code = *static_cast<CodeObject*>(entry->code);
        text += "  File \"" + code.unit->filename + "\", line " + std::to_string(entry->line) + ", in " + code.unit->name + "\n";
        std::string line = read_line(code.unit->filename, entry->line);
        const std::size_t start = line.find_first_not_of(" \t\f");
        if (start != std::string::npos) text += "    " + line.substr(start) + "\n";
    }
    return text + format_exception_only(vm, exception);
}

} // namespace mp
