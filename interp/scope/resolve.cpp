// The second pass: what each name means. "Resolution of names" in the language reference, by the algorithm of CPython's symtable.c.
#include <unordered_set>

#include "interp/scope/declare.h"

namespace mp {

namespace {

using NameSet = std::unordered_set<std::string_view>;

class ScopeResolver {
public:
    ScopeResolver(const std::vector<ScopeDirective>& directives, ScopeErrors& errors)
        : directives_(directives), errors_(errors) {}

    // `bound`: names bound in enclosing functions, null at module level. `free` receives the names that `scope` needs from outside.
    // `global`: names declared global in enclosing blocks. `type_params`: those names in `bound` that are type parameters.
    void resolve(Scope& scope, const NameSet* bound, NameSet& free, const NameSet& global, const NameSet& type_params,
                 const Scope* class_scope);

private:
    struct Names {
        NameSet bound, global, type_params;
        bool has_bound;
    };

    void resolve_name(Scope& scope, Symbol& symbol, Names& outer, NameSet& local, NameSet& free,
                      const Scope* class_scope);
    void inline_comprehension(Scope& scope, Scope& comprehension, NameSet& free);
    void raise_at_directive(const Scope& scope, std::string_view name, std::string message);

    const std::vector<ScopeDirective>& directives_;
    ScopeErrors& errors_;
};

void ScopeResolver::raise_at_directive(const Scope& scope, std::string_view name, std::string message) {
    for (const ScopeDirective& directive : directives_)
        if (directive.scope == &scope && directive.name == name)
            return errors_.raise(std::move(message), directive.span);
    errors_.raise(std::move(message), scope.span);
}

void ScopeResolver::resolve_name(Scope& scope, Symbol& symbol, Names& outer, NameSet& local, NameSet& free,
                                 const Scope* class_scope) {
    std::string_view name = symbol.name;
    if (symbol.flags & symbol::global) {
        if (symbol.flags & symbol::nonlocal)
            return raise_at_directive(scope, name, "name '" + std::string(name) + "' is nonlocal and global");
        symbol.resolution = Resolution::GlobalExplicit;
        outer.global.insert(name);
        outer.bound.erase(name);
        return;
    }
    if (symbol.flags & symbol::nonlocal) {
        if (!outer.has_bound)
            return raise_at_directive(scope, name, "nonlocal declaration not allowed at module level");
        if (!outer.bound.contains(name))
            return raise_at_directive(scope, name, "no binding for nonlocal '" + std::string(name) + "' found");
        if (outer.type_params.contains(name))
            return raise_at_directive(scope, name,
                                      "nonlocal binding not allowed for type parameter '" + std::string(name) + "'");
        symbol.resolution = Resolution::Free;
        scope.has_free = true;
        free.insert(name);
        return;
    }
    if (symbol.flags & symbol::bound) {
        symbol.resolution = Resolution::Local;
        local.insert(name);
        outer.global.erase(name);
        if (symbol.flags & symbol::type_param)
            outer.type_params.insert(name);
        else
            outer.type_params.erase(name);
        return;
    }
    // A PEP 695 scope in a class: a name bound by the class comes from its namespace or else from the globals, past enclosing functions.
    if (class_scope) {
        if (const Symbol* in_class = class_scope->find(name)) {
            if (in_class->flags & symbol::global) {
                symbol.resolution = Resolution::GlobalExplicit;
                return;
            }
            if ((in_class->flags & symbol::bound) && !(in_class->flags & symbol::nonlocal)) {
                symbol.resolution = Resolution::GlobalImplicit;
                return;
            }
        }
    }
    if (outer.has_bound && outer.bound.contains(name)) {
        symbol.resolution = Resolution::Free;
        scope.has_free = true;
        free.insert(name);
        return;
    }
    symbol.resolution = Resolution::GlobalImplicit;
}

// Whether a function inside `comprehension` takes `name` from outside of it: then it must stay a cell.
bool is_captured(const Scope& comprehension, std::string_view name) {
    for (const Scope* child : comprehension.children) {
        if (child->inlined) {
            if (is_captured(*child, name)) return true;
        } else if (const Symbol* symbol = child->find(name); symbol && symbol->resolution == Resolution::Free) {
            return true;
        }
    }
    return false;
}

// PEP 709: a comprehension whose variables no inner function captures runs in its parent's frame. Its own variables stay its own; what it
// takes from outside becomes the parent's business.
void ScopeResolver::inline_comprehension(Scope& scope, Scope& comprehension, NameSet& free) {
    comprehension.inlined = true;
    for (const Symbol& symbol : comprehension.symbols()) {
        if (symbol.resolution == Resolution::Local) continue;
        if (Symbol* known = scope.find(symbol.name)) {
            if (!(known->flags & symbol::bound)) continue;
            if (!is_captured(comprehension, symbol.name)) free.erase(symbol.name);
        } else {
            Symbol& added = scope.declare(symbol.name);
            added.flags = symbol.flags & ~(symbol::local | symbol::comp_iter);
            added.resolution = symbol.resolution;
            if (symbol.resolution == Resolution::Free) scope.has_free = true;
        }
    }
}

void ScopeResolver::resolve(Scope& scope, const NameSet* bound, NameSet& free, const NameSet& global,
                            const NameSet& type_params, const Scope* class_scope) {
    if (errors_.raised()) return;
    Names outer{bound ? *bound : NameSet(), global, type_params, bound != nullptr};
    NameSet local, inner_free, inner_bound, inner_global;
    bool is_class = scope.kind == ScopeKind::Class;
    // A class's names are not visible in its methods: they see what stood around the class.
    if (is_class) {
        inner_global = outer.global;
        inner_bound = outer.bound;
    }
    for (std::size_t i = 0; i < scope.symbols().size(); ++i)
        resolve_name(scope, scope.symbols()[i], outer, local, free, class_scope);
    if (is_class) {
        inner_bound.insert("__class__");
        inner_bound.insert("__classdict__");
    } else {
        inner_bound = outer.bound;
        if (scope.is_function_like()) inner_bound.insert(local.begin(), local.end());
        inner_global = outer.global;
    }

    for (Scope* child : scope.children) {
        const Scope* inner_class = !child->sees_class ? nullptr : is_class ? &scope : class_scope;
        NameSet child_free;
        resolve(*child, &inner_bound, child_free, inner_global, outer.type_params, inner_class);
        if (errors_.raised()) return;
        bool can_inline = child->is_comprehension() && child->kind != ScopeKind::GeneratorExpression && !is_class &&
                          !scope.sees_class;
        for (const Symbol& symbol : child->symbols()) can_inline &= symbol.resolution != Resolution::Cell;
        if (can_inline) inline_comprehension(scope, *child, child_free);
        inner_free.insert(child_free.begin(), child_free.end());
        scope.has_free |= child->has_free;
    }

    if (scope.is_function_like()) {
        for (Symbol& symbol : scope.symbols())
            if (symbol.resolution == Resolution::Local && inner_free.erase(symbol.name))
                symbol.resolution = Resolution::Cell;
    } else if (is_class) {
        if (inner_free.erase("__class__")) scope.needs_class_cell = true;
        if (inner_free.erase("__classdict__")) scope.needs_class_dict_cell = true;
    }

    // What children need and this block does not bind passes through it.
    for (std::string_view name : inner_free) {
        if (Symbol* symbol = scope.find(name)) {
            if (is_class || scope.sees_class) symbol->flags |= symbol::free_class;
            continue;
        }
        if (!outer.has_bound || !outer.bound.contains(name)) continue;
        scope.declare(name).resolution = Resolution::Free;
    }
    free.insert(inner_free.begin(), inner_free.end());
}

} // namespace

void resolve_scopes(ScopeTree& tree, const std::vector<ScopeDirective>& directives, ScopeErrors& errors) {
    NameSet free;
    ScopeResolver(directives, errors).resolve(*tree.root, nullptr, free, {}, {}, nullptr);
}

} // namespace mp
