#include "interp/compile/compile.h"

#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

std::shared_ptr<CodeUnit> Compiler::module(const Mod& node) {
    interactive_ = is<Interactive>(&node);
    enter(*scopes_.root, "<module>", no_span);
    if (const ExpressionModule* single = try_as<ExpressionModule>(&node)) {
        Reg value = expression(*single->body);
        ins(single->body->span, Op::RETURN, value);
    } else {
        Seq<Statement> list = interactive_ ? as<Interactive>(node).body : as<Module>(node).body;
        if (scopes_.root->annotations_used) ins(no_span, Op::SETUP_ANNOTATIONS);
        std::string text;
        if (!interactive_ && docstring(list, text)) {
            if (options_.optimization < 2) {
                Reg value = load_constant(list[0]->span, make_str(text), any_register);
                store_place(list[0]->span, place("__doc__"), value);
                out().release(value);
            }
            list = list.subspan(1);
        }
        body(list);
        ins(no_span, Op::RETURN_NONE);
    }
    std::shared_ptr<CodeUnit> code = leave();
    return failed_ ? nullptr : code;
}

Result<std::unique_ptr<CodeUnit>> compile(const Mod& module, const SourceText& source, const CompileOptions& options,
                                          SyntaxDiagnostic& error, SyntaxWarnings& warnings) {
    ScopeOptions scope_options;
    scope_options.future_annotations = options.future_annotations;
    scope_options.max_depth = options.max_depth;
    scope_options.stack_low = options.stack_low;
    std::unique_ptr<ScopeTree> scopes = TRY(build_scopes(module, source, scope_options, error));
    Compiler compiler(source, options, *scopes, error, warnings);
    std::shared_ptr<CodeUnit> code = compiler.module(module);
    if (!code) return raised;
    return std::make_unique<CodeUnit>(std::move(*code));
}

} // namespace mp
