#include "interp/scope/declare.h"

#include <algorithm>
#include <utility>

namespace mp {

using namespace ast;

void ScopeErrors::raise(std::string message, Span span) {
    if (raised_) return;
    raised_ = true;
    error_ = make_diagnostic(SyntaxErrorKind::SyntaxError, std::move(message), source_, span);
}

void ScopeErrors::raise_recursion(Span span) {
    if (raised_) return;
    raised_ = true;
    error_ = make_diagnostic(SyntaxErrorKind::RecursionError, "maximum recursion depth exceeded during compilation",
                             source_, span);
}

ScopeDeclarer::Block::Block(ScopeDeclarer& declarer, ScopeKind kind, std::string_view name, const Node& node, Span span,
                            Role role)
    : declarer_(declarer), outer_(declarer.current_) {
    auto made = std::make_unique<Scope>(kind, name, span, outer_);
    scope_ = made.get();
    declarer.tree_.scopes_.push_back(std::move(made));
    declarer.tree_.by_node_[{&node, role}] = scope_;
    if (outer_) {
        scope_->nested = outer_->nested || outer_->is_function_like();
        scope_->comprehension_iterable_ = outer_->comprehension_iterable_;
        // A block of annotations that never run has no part in the resolution of names.
        if (kind != ScopeKind::Annotation) outer_->children.push_back(scope_);
    }
    declarer.current_ = scope_;
}

ScopeDeclarer::Block::~Block() { declarer_.current_ = outer_; }

void ScopeDeclarer::add(Scope& scope, std::string_view name, std::uint16_t flags, Span span) {
    std::string_view mangled = mangle(name);
    Symbol& symbol = scope.declare(mangled);
    if (flags & symbol.flags & symbol::param)
        errors_.raise("duplicate argument '" + std::string(name) + "' in function definition", span);
    if (flags & symbol.flags & symbol::type_param)
        errors_.raise("duplicate type parameter '" + std::string(name) + "'", span);
    symbol.flags |= flags;
    if (scope.in_iteration_target_) {
        if (symbol.flags & (symbol::global | symbol::nonlocal))
            errors_.raise("comprehension inner loop cannot rebind assignment expression target '" + std::string(name) +
                              "'",
                          span);
        symbol.flags |= symbol::comp_iter;
    }
    if (flags & symbol::param) scope.parameters.push_back(mangled);
    if (flags & symbol::global) tree_.root->declare(mangled).flags |= symbol::global;
}

std::uint16_t ScopeDeclarer::flags_of(const Scope& scope, std::string_view name) {
    const Symbol* symbol = scope.find(mangle(name));
    return symbol ? symbol->flags : 0;
}

void ScopeDeclarer::declare(const Mod& module) {
    Block block(*this, ScopeKind::Module, "top", module, module.span);
    tree_.root = current_;
    visit(module, overloaded{
                      [&](const Module& node) { statements(node.body); },
                      [&](const Interactive& node) { statements(node.body); },
                      [&](const ExpressionModule& node) { expression(node.body); },
                  });
}

void ScopeDeclarer::statements(Seq<Statement> list) {
    for (const Statement* node : list) {
        if (errors_.raised()) return;
        statement(*node);
    }
}

void ScopeDeclarer::statement(const Statement& node) {
    if (limit_.reached(depth_)) return errors_.raise_recursion(node.span);
    ++depth_;
    visit(node,
          overloaded{
              [&](const FunctionDef& def) { function(def); },
              [&](const AsyncFunctionDef& def) { function(def); },
              [&](const ClassDef& def) { class_definition(def); },
              [&](const Return& ret) {
                  expression(ret.value);
                  if (ret.value) current_->returns_value = true;
              },
              [&](const Delete& del) { expressions(del.targets); },
              [&](const Assign& assign) {
                  expressions(assign.targets);
                  expression(assign.value);
              },
              [&](const TypeAlias& alias) { type_alias(alias); },
              [&](const AugAssign& assign) {
                  expression(assign.target);
                  expression(assign.value);
              },
              [&](const AnnAssign& assign) { annotated_assignment(assign); },
              [&](const For& loop) {
                  expression(loop.target);
                  expression(loop.iter);
                  statements(loop.body);
                  statements(loop.orelse);
              },
              [&](const AsyncFor& loop) {
                  expression(loop.target);
                  expression(loop.iter);
                  statements(loop.body);
                  statements(loop.orelse);
              },
              [&](const While& loop) {
                  expression(loop.test);
                  statements(loop.body);
                  statements(loop.orelse);
              },
              [&](const If& first) {
                  // An elif chain nests as deep as it is long.
                  const If* branch = &first;
                  for (;;) {
                      expression(branch->test);
                      statements(branch->body);
                      if (branch->orelse.size() != 1 || !is<If>(branch->orelse[0])) break;
                      branch = as<If>(branch->orelse[0]);
                  }
                  statements(branch->orelse);
              },
              [&](const With& with) {
                  with_items(with.items);
                  statements(with.body);
              },
              [&](const AsyncWith& with) {
                  with_items(with.items);
                  statements(with.body);
              },
              [&](const Match& match) {
                  expression(match.subject);
                  current_->match_depth = std::max(current_->match_depth, ++current_->open_matches_);
                  for (const MatchCase* arm : match.cases) {
                      pattern(*arm->pattern);
                      expression(arm->guard);
                      statements(arm->body);
                  }
                  --current_->open_matches_;
              },
              [&](const Raise& raise) {
                  expression(raise.exc);
                  expression(raise.cause);
              },
              [&](const Try& block) { try_statement(block.body, block.handlers, block.orelse, block.finalbody); },
              [&](const TryStar& block) { try_statement(block.body, block.handlers, block.orelse, block.finalbody); },
              [&](const Assert& check) {
                  expression(check.test);
                  expression(check.msg);
              },
              [&](const Import& import) {
                  for (const Alias* alias : import.names) import_alias(*alias);
              },
              [&](const ImportFrom& import) {
                  for (const Alias* alias : import.names) import_alias(*alias);
              },
              [&](const Global& global) { directive(global, global.names, symbol::global); },
              [&](const Nonlocal& nonlocal) { directive(nonlocal, nonlocal.names, symbol::nonlocal); },
              [&](const Expr& statement) { expression(statement.value); },
              [&](const Pass&) {},
              [&](const Break&) {},
              [&](const Continue&) {},
          });
    --depth_;
}

template <class Function>
void ScopeDeclarer::function(const Function& node) {
    add(node.name, symbol::local, node.span);
    default_values(*node.args);
    expressions(node.decorator_list);
    auto body = [&] {
        annotations(*node.args, node.returns);
        Block block(*this, ScopeKind::Function, node.name, node, node.span);
        if constexpr (std::is_same_v<Function, AsyncFunctionDef>) block.scope().coroutine = true;
        parameters(*node.args);
        statements(node.body);
    };
    if (node.type_params.empty()) return body();
    bool keyword_defaults = false;
    for (const Expression* value : node.args->kw_defaults) keyword_defaults |= value != nullptr;
    bool in_class = current_->kind == ScopeKind::Class;
    Block generic(*this, ScopeKind::TypeParameters, node.name, node, node.span, Role::TypeParameters);
    generic.scope().sees_class = in_class;
    type_parameter_block(node.name, false, !node.args->defaults.empty(), keyword_defaults, node.span);
    type_parameters(node.type_params);
    body();
}

void ScopeDeclarer::class_definition(const ClassDef& node) {
    add(node.name, symbol::local, node.span);
    expressions(node.decorator_list);
    std::string_view outer_private = private_class_;
    auto body = [&] {
        expressions(node.bases);
        keywords(node.keywords);
        Block block(*this, ScopeKind::Class, node.name, node, node.span);
        private_class_ = node.name;
        if (!node.type_params.empty()) {
            add("__type_params__", symbol::local, node.span);
            add(".type_params", symbol::use, node.span);
        }
        statements(node.body);
    };
    if (node.type_params.empty()) {
        body();
    } else {
        bool in_class = current_->kind == ScopeKind::Class;
        Block generic(*this, ScopeKind::TypeParameters, node.name, node, node.span, Role::TypeParameters);
        generic.scope().sees_class = in_class;
        private_class_ = node.name;
        type_parameter_block(node.name, true, false, false, node.span);
        type_parameters(node.type_params);
        body();
    }
    private_class_ = outer_private;
}

void ScopeDeclarer::type_alias(const TypeAlias& node) {
    expression(node.name);
    std::string_view name = as<Name>(node.name)->id;
    auto value = [&] {
        bool in_class = current_->kind == ScopeKind::Class || current_->sees_class;
        Block block(*this, ScopeKind::TypeAlias, name, node, node.span);
        block.scope().sees_class = in_class;
        if (in_class) add("__classdict__", symbol::use, node.span);
        expression(node.value);
    };
    if (node.type_params.empty()) return value();
    bool in_class = current_->kind == ScopeKind::Class;
    Block generic(*this, ScopeKind::TypeParameters, name, node, node.span, Role::TypeParameters);
    generic.scope().sees_class = in_class;
    type_parameter_block(name, false, false, false, node.span);
    type_parameters(node.type_params);
    value();
}

// The names that the code of a generic's own scope needs (PEP 695, "Scoping behavior").
void ScopeDeclarer::type_parameter_block(std::string_view, bool is_class, bool has_defaults, bool has_keyword_defaults,
                                         Span span) {
    if (current_->sees_class) add("__classdict__", symbol::use, span);
    if (is_class) {
        add(".type_params", symbol::local | symbol::use, span);
        add(".generic_base", symbol::local | symbol::use, span);
    }
    if (has_defaults) add(".defaults", symbol::param, span);
    if (has_keyword_defaults) add(".kwdefaults", symbol::param, span);
}

void ScopeDeclarer::annotated_assignment(const AnnAssign& node) {
    current_->annotations_used = true;
    if (const Name* name = try_as<Name>(node.target)) {
        std::uint16_t known = flags_of(*current_, name->id);
        if ((known & (symbol::global | symbol::nonlocal)) && current_ != tree_.root && node.simple)
            return errors_.raise("annotated name '" + std::string(name->id) + "' can't be " +
                                     (known & symbol::global ? "global" : "nonlocal"),
                                 node.span);
        if (node.simple)
            add(name->id, symbol::annotated | symbol::local, name->span);
        else if (node.value)
            add(name->id, symbol::local, name->span);
    } else {
        expression(node.target);
    }
    annotation(node.annotation);
    expression(node.value);
}

void ScopeDeclarer::try_statement(Seq<Statement> body, Seq<ExceptHandler> handlers, Seq<Statement> orelse,
                                  Seq<Statement> finalbody) {
    statements(body);
    statements(orelse);
    for (const ExceptHandler* handler : handlers) {
        expression(handler->type);
        if (!handler->name.empty()) add(handler->name, symbol::local, handler->span);
        statements(handler->body);
    }
    statements(finalbody);
}

void ScopeDeclarer::directive(const Statement& node, Values<Identifier> names, std::uint16_t flag) {
    const char* kind = flag == symbol::global ? "global" : "nonlocal";
    for (Identifier name : names) {
        std::uint16_t known = flags_of(*current_, name);
        std::string quoted = "name '" + std::string(name) + "' ";
        if (known & symbol::param) return errors_.raise(quoted + "is parameter and " + kind, node.span);
        if (known & symbol::use) return errors_.raise(quoted + "is used prior to " + kind + " declaration", node.span);
        if (known & symbol::annotated) return errors_.raise("annotated " + quoted + "can't be " + kind, node.span);
        if (known & symbol::local)
            return errors_.raise(quoted + "is assigned to before " + kind + " declaration", node.span);
        add(name, flag, node.span);
        directives_.push_back({current_, mangle(name), node.span});
    }
}

void ScopeDeclarer::import_alias(const Alias& alias) {
    if (alias.name == "*") {
        if (current_->kind != ScopeKind::Module) errors_.raise("import * only allowed at module level", alias.span);
        return;
    }
    std::string_view name = alias.asname.empty() ? alias.name.substr(0, alias.name.find('.')) : alias.asname;
    add(name, symbol::import, alias.span);
}

void ScopeDeclarer::with_items(Seq<WithItem> items) {
    for (const WithItem* item : items) {
        expression(item->context_expr);
        expression(item->optional_vars);
    }
}

void ScopeDeclarer::default_values(const Arguments& args) {
    expressions(args.defaults);
    for (const Expression* value : args.kw_defaults) expression(value);
}

void ScopeDeclarer::parameters(const Arguments& args) {
    for (const Arg* arg : args.posonlyargs) add(arg->arg, symbol::param, arg->span);
    for (const Arg* arg : args.args) add(arg->arg, symbol::param, arg->span);
    for (const Arg* arg : args.kwonlyargs) add(arg->arg, symbol::param, arg->span);
    if (args.vararg) add(args.vararg->arg, symbol::param, args.vararg->span);
    if (args.kwarg) add(args.kwarg->arg, symbol::param, args.kwarg->span);
}

void ScopeDeclarer::annotations(const Arguments& args, const Expression* returns) {
    for (const Arg* arg : args.posonlyargs) annotation(arg->annotation);
    for (const Arg* arg : args.args) annotation(arg->annotation);
    if (args.vararg) annotation(args.vararg->annotation);
    if (args.kwarg) annotation(args.kwarg->annotation);
    for (const Arg* arg : args.kwonlyargs) annotation(arg->annotation);
    annotation(returns);
}

void ScopeDeclarer::annotation(const Expression* node) {
    if (!node) return;
    if (!tree_.future.annotations) return expression(*node);
    Block block(*this, ScopeKind::Annotation, "_annotation", *node, node->span);
    expression(*node);
}

void ScopeDeclarer::type_parameters(Seq<TypeParam> list) {
    for (const TypeParam* node : list)
        visit(*node, overloaded{
                         [&](const TypeVar& param) {
                             add(param.name, symbol::type_param | symbol::local, param.span);
                             type_variable(param, param.bound, Role::Bound,
                                           is<Tuple>(param.bound) ? "a TypeVar constraint" : "a TypeVar bound");
                             type_variable(param, param.default_value, Role::Default, "a TypeVar default");
                         },
                         [&](const ParamSpec& param) {
                             add(param.name, symbol::type_param | symbol::local, param.span);
                             type_variable(param, param.default_value, Role::Default, "a ParamSpec default");
                         },
                         [&](const TypeVarTuple& param) {
                             add(param.name, symbol::type_param | symbol::local, param.span);
                             type_variable(param, param.default_value, Role::Default, "a TypeVarTuple default");
                         },
                     });
}

void ScopeDeclarer::type_variable(const TypeParam& node, const Expression* value, Role role, const char* purpose) {
    if (!value) return;
    bool in_class = current_->sees_class;
    std::string_view name = visit(node, [](const auto& param) { return param.name; });
    Block block(*this, ScopeKind::TypeVariable, name, node, node.span, role);
    block.scope().purpose = purpose;
    block.scope().sees_class = in_class;
    if (in_class) add("__classdict__", symbol::use, node.span);
    expression(*value);
}

void ScopeDeclarer::refuse_in_annotation(const char* what, Span span) {
    std::string message = std::string(what) + " cannot be used within ";
    switch (current_->kind) {
    case ScopeKind::Annotation: message += "an annotation"; break;
    case ScopeKind::TypeVariable: message += current_->purpose; break;
    case ScopeKind::TypeAlias: message += "a type alias"; break;
    case ScopeKind::TypeParameters: message += "the definition of a generic"; break;
    default: return;
    }
    errors_.raise(std::move(message), span);
}

void ScopeDeclarer::pattern(const Pattern& node) {
    if (limit_.reached(depth_)) return errors_.raise_recursion(node.span);
    ++depth_;
    auto patterns = [&](Seq<Pattern> list) {
        for (const Pattern* inner : list) pattern(*inner);
    };
    auto capture = [&](std::string_view name) {
        if (!name.empty()) add(name, symbol::local, node.span);
    };
    visit(node, overloaded{
                    [&](const MatchValue& value) { expression(value.value); },
                    [&](const MatchSingleton&) {},
                    [&](const MatchSequence& sequence) { patterns(sequence.patterns); },
                    [&](const MatchMapping& mapping) {
                        expressions(mapping.keys);
                        patterns(mapping.patterns);
                        capture(mapping.rest);
                    },
                    [&](const MatchClass& match) {
                        expression(match.cls);
                        patterns(match.patterns);
                        patterns(match.kwd_patterns);
                    },
                    [&](const MatchStar& star) { capture(star.name); },
                    [&](const MatchAs& match) {
                        if (match.pattern) pattern(*match.pattern);
                        capture(match.name);
                    },
                    [&](const MatchOr& match) { patterns(match.patterns); },
                });
    --depth_;
}

Result<std::unique_ptr<ScopeTree>> build_scopes(const Mod& module, const SourceText& source,
                                                const ScopeOptions& options, SyntaxDiagnostic& error) {
    auto tree = std::make_unique<ScopeTree>();
    ScopeErrors errors(source, error);
    tree->future = find_future_features(module, options, errors);
    if (errors.raised()) return raised;
    ScopeDeclarer declarer(*tree, errors, options);
    declarer.declare(module);
    if (errors.raised()) return raised;
    resolve_scopes(*tree, declarer.directives(), errors);
    if (errors.raised()) return raised;
    return tree;
}

} // namespace mp
