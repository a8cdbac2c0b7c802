#pragma once
// Which variable each name means: symbol tables as CPython 3.13's symtable builds them ("Naming and binding" in the language reference).
// One pass declares what every block binds and uses, a second one resolves each name to local, cell, free or global.
//
// The tables are found by the syntax node that opens the block. They refer to the AST's names, so they live no longer than its arena.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "interp/support/diagnostic.h"
#include "interp/support/result.h"
#include "interp/support/source.h"
#include "interp/syntax/ast.h"

namespace mp {

enum class ScopeKind : std::uint8_t {
    Module,
    Class,
    Function,
    Lambda,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    GeneratorExpression,
    Annotation,     // annotations under `from __future__ import annotations`: only checked, never run
    TypeParameters, // PEP 695: holds the type parameters of a generic function, class or alias
    TypeAlias,      // the value of a `type` statement, evaluated when asked for
    TypeVariable,   // a bound, a constraint or a default of a type parameter, evaluated when asked for
};

enum class Resolution : std::uint8_t {
    Unresolved,
    Local,
    Cell, // local here, and used by an inner function
    Free, // a cell of an enclosing function
    GlobalExplicit,
    GlobalImplicit,
};

// What a block does with a name.
namespace symbol {
inline constexpr std::uint16_t global = 1; // `global` statement
inline constexpr std::uint16_t local = 2;  // assigned
inline constexpr std::uint16_t param = 4;
inline constexpr std::uint16_t nonlocal = 8;    // `nonlocal` statement
inline constexpr std::uint16_t use = 16;        // read
inline constexpr std::uint16_t free_class = 32; // bound in this class, and free in one of its methods
inline constexpr std::uint16_t import = 64;
inline constexpr std::uint16_t annotated = 128;
inline constexpr std::uint16_t comp_iter = 256; // iteration variable of a comprehension
inline constexpr std::uint16_t type_param = 512;
inline constexpr std::uint16_t named_target = 1024; // bound by := somewhere inside an expression
inline constexpr std::uint16_t bound = local | param | import | type_param;
} // namespace symbol

struct Symbol {
    std::string_view name; // mangled
    std::uint16_t flags = 0;
    Resolution resolution = Resolution::Unresolved;
};

class Scope {
public:
    Scope(ScopeKind kind, std::string_view name, Span span, Scope* parent);

    ScopeKind kind;
    std::string_view name;
    Span span;     // of the node that opens the block
    Scope* parent; // null for the module
    std::vector<Scope*> children;
    std::vector<std::string_view> parameters; // in the order of CodeUnit's parameters; ".0" for comprehensions

    bool nested = false;    // inside a function
    bool generator = false; // has `yield`, or is a generator expression
    bool coroutine = false; // has `await`, `async for` ... (a comprehension that does is asynchronous)
    bool returns_value = false;
    bool annotations_used = false; // a module or class that needs __annotations__
    bool inlined = false;          // a comprehension that runs in its parent's frame (PEP 709)
    bool sees_class = false; // a PEP 695 scope directly in a class: it looks names up in the class namespace first
    bool needs_class_cell = false; // a class some method of which uses __class__ or super
    bool needs_class_dict_cell = false;
    bool has_free = false;         // it, or a child, has free variables
    int match_depth = 0;           // how deep match statements nest in it
    const char* purpose = nullptr; // of a TypeVariable scope: "a TypeVar bound" ..., for messages

    bool is_function_like() const noexcept { return kind != ScopeKind::Module && kind != ScopeKind::Class; }
    bool is_comprehension() const noexcept {
        return kind >= ScopeKind::ListComprehension && kind <= ScopeKind::GeneratorExpression;
    }
    bool is_function_block() const noexcept {
        return kind >= ScopeKind::Function && kind <= ScopeKind::GeneratorExpression;
    }

    // The symbol of a mangled name, or null.
    const Symbol* find(std::string_view mangled) const noexcept;
    Symbol* find(std::string_view mangled) noexcept;
    // The symbol of a mangled name, made when missing. References stay valid until the next call.
    Symbol& declare(std::string_view mangled);
    // In the order of their first appearance.
    std::span<const Symbol> symbols() const noexcept { return symbols_; }
    std::span<Symbol> symbols() noexcept { return symbols_; }

private:
    friend class ScopeDeclarer;
    std::vector<Symbol> symbols_;
    std::unordered_map<std::string_view, std::uint32_t>
        index_;                      // filled once there are more symbols than a glance finds
    int comprehension_iterable_ = 0; // nested inside the iterable of that many comprehensions
    bool in_iteration_target_ = false;
    int open_matches_ = 0;
};

// PEP 8's private names: `__name` in class `_C` is `_C__name`.
class NameMangler {
public:
    // `name` as written inside class `private_class` (empty: not in a class). The result lives as long as the mangler, or is `name` itself.
    std::string_view mangle(std::string_view private_class, std::string_view name);

private:
    std::unordered_set<std::string> names_;
};

// `from __future__` imports of a module.
struct FutureFeatures {
    bool annotations = false;
    bool barry_as_bdfl = false;
    // Where such an import may stand at the latest: those that start behind it are errors.
    std::uint32_t last_offset = 0;
};

class ScopeTree {
public:
    Scope* root = nullptr;
    FutureFeatures future;
    NameMangler mangler;

    // The scope opened by `node` (and `role`, where a node opens several).
    enum class Role : std::uint8_t { Block, TypeParameters, Bound, Default };
    Scope& of(const ast::Node& node, Role role = Role::Block) const;

private:
    friend class ScopeDeclarer;
    struct Key {
        const void* node;
        Role role;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept {
            return std::hash<const void*>()(key.node) + static_cast<std::size_t>(key.role) * 0x9e3779b97f4a7c15u;
        }
    };
    std::vector<std::unique_ptr<Scope>> scopes_;
    std::unordered_map<Key, Scope*, KeyHash> by_node_;
};

struct ScopeOptions {
    bool future_annotations = false; // inherited from the code that calls compile()
    int max_depth = 1600;            // nesting of syntax at which it gives up with a RecursionError
    std::uintptr_t stack_low = 0;    // lowest address of native stack that may be used; 0: the thread's limit
};

// Bounds the recursion of a walk over the tree: by depth, and by the native stack that is left.
class NestingLimit {
public:
    NestingLimit(int max_depth, std::uintptr_t stack_low) : max_depth_(max_depth), stack_low_(stack_low) {}
    bool reached(int depth) noexcept {
        if (depth < harmless) return false;
        return depth >= max_depth_ || is_stack_low();
    }

private:
    static constexpr int harmless = 24; // that much any stack bears
    bool is_stack_low() noexcept;

    int max_depth_;
    std::uintptr_t stack_low_;
    bool asked_ = false;
};

// Builds and resolves all scopes of a parsed module. Raises CPython's syntax errors about names into `error`.
Result<std::unique_ptr<ScopeTree>> build_scopes(const ast::Mod& module, const SourceText& source,
                                                const ScopeOptions& options, SyntaxDiagnostic& error);

// ---- for the walkers of expressions, here and in the compiler

// The operand that is evaluated first where operators, attributes, subscripts and calls chain to the left as deep as they are long:
// who walks expressions recursively walks these in a loop. Null for other kinds.
inline const ast::Expression* leading_operand(const ast::Expression& node) noexcept {
    switch (node.kind) {
    case ast::NodeKind::BinOp: return ast::as<ast::BinOp>(node).left;
    case ast::NodeKind::Attribute: return ast::as<ast::Attribute>(node).value;
    case ast::NodeKind::Subscript: return ast::as<ast::Subscript>(node).value;
    case ast::NodeKind::Call: return ast::as<ast::Call>(node).func;
    default: return nullptr;
    }
}

} // namespace mp
