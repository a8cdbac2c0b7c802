// `from __future__ import ...` at the top of a module ("Future statements" in the language reference).
#include <algorithm>
#include <iterator>

#include "interp/scope/declare.h"

namespace mp {

using namespace ast;

namespace {

constexpr std::string_view known_features[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
};

bool is_docstring(const Statement& node) {
    const Expr* statement = try_as<Expr>(&node);
    const Constant* constant = statement ? try_as<Constant>(statement->value) : nullptr;
    return constant && constant->value.kind == ConstantValue::Kind::Str;
}

} // namespace

FutureFeatures find_future_features(const Mod& module, const ScopeOptions& options, ScopeErrors& errors) {
    FutureFeatures features;
    features.annotations = options.future_annotations;
    Seq<Statement> body;
    if (const Module* file = try_as<Module>(&module)) body = file->body;
    if (const Interactive* line = try_as<Interactive>(&module)) body = line->body;
    bool first = true;
    for (const Statement* node : body) {
        const ImportFrom* import = try_as<ImportFrom>(node);
        if (!import || import->module != "__future__" || import->level != 0) {
            if (first && is_docstring(*node)) {
                first = false;
                continue;
            }
            break;
        }
        first = false;
        features.last_offset = import->span.end;
        for (const Alias* alias : import->names) {
            if (alias->name == "annotations") features.annotations = true;
            if (alias->name == "barry_as_FLUFL") features.barry_as_bdfl = true;
            if (alias->name == "braces") errors.raise("not a chance", Span{import->span.start, import->span.start});
            if (std::find(std::begin(known_features), std::end(known_features), alias->name) ==
                std::end(known_features))
                errors.raise("future feature " + std::string(alias->name.substr(0, 100)) + " is not defined",
                             Span{import->span.start, import->span.start});
        }
    }
    return features;
}

} // namespace mp
