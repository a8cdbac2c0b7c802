#include "interp/embed/frontend.h"

#include <utility>

#include "interp/compile/compile.h"
#include "interp/support/arena.h"
#include "interp/support/diagnostic.h"
#include "interp/syntax/parse.h"
#include "objects/core/raise.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

Raised raise_diagnostic(Vm& vm, const SyntaxDiagnostic& error) {
    if (error.kind == SyntaxErrorKind::MemoryError) return raise_text(vm, TypeId::MemoryError, error.message);
    if (error.kind == SyntaxErrorKind::RecursionError) return raise_text(vm, TypeId::RecursionError, error.message);
    const TypeId type = error.incomplete                                  ? TypeId::_IncompleteInputError
                        : error.kind == SyntaxErrorKind::IndentationError ? TypeId::IndentationError
                        : error.kind == SyntaxErrorKind::TabError         ? TypeId::TabError
                                                                          : TypeId::SyntaxError;
    raise_text(vm, type, error.message);
    if (!vm.has_pending() || !is_subtype(vm.pending()->type(), &vm.type(TypeId::SyntaxError))) return raised;
    auto& syntax = *static_cast<SyntaxErrorObject*>(vm.pending());
    replace(syntax.msg, make_str(vm, error.message));
    replace(syntax.filename, make_str(vm, error.filename));
    if (error.has_position) {
        replace(syntax.lineno, make_int(vm, error.lineno));
        replace(syntax.offset, make_int(vm, error.offset));
        replace(syntax.end_lineno, make_int(vm, error.end_lineno));
        replace(syntax.end_offset, make_int(vm, error.end_offset));
    }
    if (error.has_text) replace(syntax.text, make_str(vm, error.text));
    // args, as CPython makes them: the message and where it is; without an end when there is no text to show it in.
    const auto known = [](Value value) { return value.is_unbound() ? Value::none() : value; };
    const bool has_end = error.has_text || error.lineno > 0;
    auto place = has_end
                     ? tuple_of(vm, syntax.filename, known(syntax.lineno), known(syntax.offset), known(syntax.text),
                                known(syntax.end_lineno), known(syntax.end_offset))
                     : tuple_of(vm, syntax.filename, known(syntax.lineno), known(syntax.offset), known(syntax.text));
    auto arguments = tuple_of(vm, syntax.msg, Value(place.get()));
    TupleObject* const old = std::exchange(syntax.arguments, arguments.release());
    release(old);
    return raised;
}

class PythonFrontend final : public Frontend {
public:
    explicit PythonFrontend(int optimisation) : optimisation_(optimisation) {}

    Result<std::shared_ptr<const CodeUnit>> compile(Vm& vm, std::string_view source, std::string_view filename,
                                                    const FrontendOptions& options) override {
        TRY(vm.pay(source.size() / 16));
        SyntaxDiagnostic error;
        SyntaxWarnings warnings;
        auto text = SourceText::from_bytes(source, std::string(filename), error);
        if (text.is_raised()) return raise_diagnostic(vm, error);
        const SourceText decoded = text.take();
        Arena arena;
        ParseOptions parse_options;
        parse_options.mode = options.mode == CompileMode::eval     ? ParseMode::Eval
                             : options.mode == CompileMode::single ? ParseMode::Single
                                                                   : ParseMode::Exec;
        parse_options.allow_incomplete = options.allow_incomplete;
        auto tree = parse(decoded, arena, parse_options, error, warnings);
        if (tree.is_raised()) return raise_diagnostic(vm, error);
        CompileOptions compile_options;
        compile_options.optimization = optimisation_;
        compile_options.namespace_is_globals = options.namespace_is_globals;
        compile_options.future_annotations = options.future_annotations;
        auto compiled = mp::compile(*tree.take(), decoded, compile_options, error, warnings);
        if (compiled.is_raised()) return raise_diagnostic(vm, error);
        std::shared_ptr<const CodeUnit> unit = compiled.take();
        if (const std::string wrong = verify(*unit); !wrong.empty())
            return raise(vm, TypeId::SystemError, "the compiler made invalid bytecode: %s", wrong.c_str());
        for (const SyntaxWarning& warning : warnings) {
            const TypeId category = warning.category == SyntaxWarning::Category::SyntaxWarning
                                        ? TypeId::SyntaxWarning
                                        : TypeId::DeprecationWarning;
            if (!vm.warn_at(category, warning.message, filename, warning.lineno).is_raised()) continue;
            if (!pending_matches(vm, category)) return raised;
            // The filters make it an error: of the syntax, at its place.
            vm.clear_pending();
            return raise_diagnostic(
                vm, make_diagnostic(SyntaxErrorKind::SyntaxError, warning.message, decoded, warning.span));
        }
        return unit;
    }

private:
    int optimisation_;
};

} // namespace

std::unique_ptr<Frontend> make_frontend(int optimisation) { return std::make_unique<PythonFrontend>(optimisation); }

} // namespace mp
