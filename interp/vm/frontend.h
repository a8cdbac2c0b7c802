#pragma once
// How the VM reaches the compiler (exec, eval, compile, import), without linking it.
#include <memory>
#include <string_view>

#include "interp/bytecode/code_unit.h"
#include "interp/support/result.h"
#include "objects/core/ref.h"

namespace mp {

class Vm;
struct StrObject;

enum class CompileMode : std::uint8_t { exec, eval, single };

struct FrontendOptions {
    CompileMode mode = CompileMode::exec;
    bool namespace_is_globals = true; // names at the top level are globals
    bool future_annotations = false;
    bool allow_incomplete = false; // for a REPL: text that more input could make right raises _IncompleteInputError
};

class Frontend {
public:
    virtual ~Frontend() = default;
    // A verified code unit; or raises SyntaxError (with its attributes) in `vm`. `source` is raw bytes: an encoding declaration is honoured.
    virtual Result<std::shared_ptr<const CodeUnit>> compile(Vm& vm, std::string_view source, std::string_view filename,
                                                            const FrontendOptions& options) = 0;
};

// Where modules come from that are not files: the built-in and frozen ones, and what the host provides.
class ModuleProvider {
public:
    virtual ~ModuleProvider() = default;
    // A new module object for `name` (dotted), filled; unbound when there is none of that name. May run Python.
    virtual Result<Owned> make_module(Vm& vm, StrObject& name) = 0;
    // Source of a module written in Python that the binary carries: text and whether it is a package; false: none.
    virtual bool frozen_source(std::string_view name, std::string_view& source, bool& is_package) = 0;
};

template <>
struct RaisedNiche<std::shared_ptr<const CodeUnit>> {
    static std::shared_ptr<const CodeUnit> make_raised() noexcept { return nullptr; }
    static bool is_raised(const std::shared_ptr<const CodeUnit>& unit) noexcept { return unit == nullptr; }
};

} // namespace mp
