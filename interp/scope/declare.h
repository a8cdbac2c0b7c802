#pragma once
// The first pass over the tree: opens a scope for every block and notes what each block does with its names.
#include <string>
#include <vector>

#include "interp/scope/scope.h"

namespace mp {

// A `global` or `nonlocal` declaration, or a := inside a comprehension, for messages of the second pass.
struct ScopeDirective {
    const Scope* scope;
    std::string_view name; // mangled
    Span span;
};

// The errors of both passes: the first one counts.
class ScopeErrors {
public:
    ScopeErrors(const SourceText& source, SyntaxDiagnostic& error) : source_(source), error_(error) {}
    void raise(std::string message, Span span);
    void raise_recursion(Span span);
    bool raised() const noexcept { return raised_; }

private:
    const SourceText& source_;
    SyntaxDiagnostic& error_;
    bool raised_ = false;
};

class ScopeDeclarer {
public:
    ScopeDeclarer(ScopeTree& tree, ScopeErrors& errors, const ScopeOptions& options)
        : tree_(tree), errors_(errors), limit_(options.max_depth, options.stack_low) {}

    void declare(const ast::Mod& module);
    const std::vector<ScopeDirective>& directives() const noexcept { return directives_; }

private:
    using Role = ScopeTree::Role;

    // Opens a scope, makes it current while it lives.
    class Block {
    public:
        Block(ScopeDeclarer& declarer, ScopeKind kind, std::string_view name, const ast::Node& node, Span span,
              Role role = Role::Block);
        ~Block();
        Block(const Block&) = delete;
        Block& operator=(const Block&) = delete;
        Scope& scope() const noexcept { return *scope_; }

    private:
        ScopeDeclarer& declarer_;
        Scope* scope_;
        Scope* outer_;
    };

    // Notes `flags` of `name` in the current scope (or in `scope`).
    void add(std::string_view name, std::uint16_t flags, Span span) { add(*current_, name, flags, span); }
    void add(Scope& scope, std::string_view name, std::uint16_t flags, Span span);
    std::uint16_t flags_of(const Scope& scope, std::string_view name);
    std::string_view mangle(std::string_view name) { return tree_.mangler.mangle(private_class_, name); }

    void statements(ast::Seq<ast::Statement> list);
    void statement(const ast::Statement& node);
    template <class Function>
    void function(const Function& node);
    void class_definition(const ast::ClassDef& node);
    void type_alias(const ast::TypeAlias& node);
    void annotated_assignment(const ast::AnnAssign& node);
    void try_statement(ast::Seq<ast::Statement> body, ast::Seq<ast::ExceptHandler> handlers,
                       ast::Seq<ast::Statement> orelse, ast::Seq<ast::Statement> finalbody);
    void directive(const ast::Statement& node, ast::Values<ast::Identifier> names, std::uint16_t flag);
    void import_alias(const ast::Alias& alias);
    void with_items(ast::Seq<ast::WithItem> items);

    void expressions(ast::Seq<ast::Expression> list);
    void expression(const ast::Expression* node) {
        if (node) expression(*node);
    }
    void expression(const ast::Expression& node);
    void simple_expression(const ast::Expression& node);
    void rest_of_chain(const ast::Expression& node);
    void comprehension(const ast::Expression& node, ScopeKind kind, std::string_view name,
                       ast::Seq<ast::Comprehension> generators, const ast::Expression* value,
                       const ast::Expression* element);
    void named_expression(const ast::NamedExpr& node);
    void extend_named_expression(const ast::Name& target);
    void iteration_target(const ast::Expression& target);
    void iterable(const ast::Expression& node);
    void keywords(ast::Seq<ast::Keyword> list);
    void default_values(const ast::Arguments& args);
    void parameters(const ast::Arguments& args);
    void annotations(const ast::Arguments& args, const ast::Expression* returns);
    void annotation(const ast::Expression* node);
    void type_parameters(ast::Seq<ast::TypeParam> list);
    void type_variable(const ast::TypeParam& node, const ast::Expression* value, Role role, const char* purpose);
    void type_parameter_block(std::string_view name, bool is_class, bool has_defaults, bool has_keyword_defaults,
                              Span span);
    void refuse_in_annotation(const char* what, Span span);
    void pattern(const ast::Pattern& node);

    ScopeTree& tree_;
    ScopeErrors& errors_;
    NestingLimit limit_;
    Scope* current_ = nullptr;
    std::string_view private_class_;
    std::vector<ScopeDirective> directives_;
    std::vector<const ast::Expression*> spine_; // chains being walked
    int depth_ = 0;
};

// The second pass: resolves every symbol of the tree.
void resolve_scopes(ScopeTree& tree, const std::vector<ScopeDirective>& directives, ScopeErrors& errors);

// The `from __future__` imports at the top of a module. Unknown features are errors.
FutureFeatures find_future_features(const ast::Mod& module, const ScopeOptions& options, ScopeErrors& errors);

} // namespace mp
