#pragma once
// The abstract syntax tree: CPython 3.13's, node for node (see ast_nodes.def for the kinds and their fields).
//
// Nodes are plain data in an Arena: trivially destructible, never freed one by one, valid as long as the arena. Every
// node begins with its kind and its Span (byte offsets into the source text, from which line and column follow).
// Children are pointers; lists are spans into the same arena. Identifiers are interned: two equal names of one parse
// share their storage.
//
// The parser bounds nesting (ParseOptions::max_depth), but a chain a+b+c+... or a.b.c... nests to the left, and an elif
// chain nests in orelse, as deep as it is long. Who walks the tree recursively walks these spines in a loop.
#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "interp/support/arena.h"
#include "interp/support/source.h"

namespace mp::ast {

// The kinds: NodeKind::BinOp, NodeKind::If, ...
enum class NodeKind : std::uint8_t {
#define MP_MODULE(kind, ...) kind,
#define MP_STATEMENT(kind, ...) kind,
#define MP_EXPRESSION(kind, ...) kind,
#define MP_PATTERN(kind, ...) kind,
#define MP_TYPE_PARAM(kind, ...) kind,
#define MP_PART(kind, ...) kind,
#include "interp/syntax/ast_nodes.def"
};

// The kind's name as Python's ast module spells it ("BinOp", "arguments", "match_case").
std::string_view kind_name(NodeKind kind) noexcept;

// A name in the source, NFKC-normalised, UTF-8, interned in the arena. Empty: absent.
using Identifier = std::string_view;

// A list of nodes (elements may be null where ast_nodes.def says so) and a list of plain values.
template <class T>
using Seq = std::span<T* const>;
template <class T>
using Values = std::span<const T>;

enum class Context : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class BinaryOperator : std::uint8_t {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

// A literal's value as plain data.
struct ConstantValue {
    enum class Kind : std::uint8_t {
        None,
        True,
        False,
        Ellipsis,
        Int,     // integer
        BigInt,  // text and base: an int that does not fit integer; digits only, no prefix, no underscores
        Float,   // number
        Complex, // an imaginary literal: its imaginary part is number
        Str,     // text, UTF-8; lone surrogates (from \ud800 escapes) are encoded as three bytes each
        Bytes,   // text: the bytes
    };
    Kind kind = Kind::None;
    std::uint8_t base = 10; // of BigInt: 2, 8, 10 or 16
    std::int64_t integer = 0;
    double number = 0;
    std::string_view text;
};

// Every node.
struct Node {
    NodeKind kind;
    Span span;
};

// The categories. A pointer to one of them points to one of the kinds listed for it in ast_nodes.def.
struct Mod : Node {};
struct Statement : Node {};
struct Expression : Node {};
struct Pattern : Node {};
struct TypeParam : Node {};

// The nodes' names, for each other's fields.
#define MP_STATEMENT(kind, ...) struct kind;
#define MP_EXPRESSION(kind, ...) struct kind;
#define MP_PATTERN(kind, ...) struct kind;
#define MP_TYPE_PARAM(kind, ...) struct kind;
#define MP_PART(kind, ...) struct kind;
#include "interp/syntax/ast_nodes.def"

// The nodes: each has `static constexpr NodeKind tag`, its category as base, and its fields as public members.
#define MP_FIELD(type, name) type name{};
#define MP_STRUCT(kind_, base, ...)                                                                                    \
    struct kind_ : base {                                                                                              \
        static constexpr NodeKind tag = NodeKind::kind_;                                                               \
        using Category = base;                                                                                         \
        __VA_ARGS__                                                                                                    \
    };
#define MP_MODULE(kind, ...) MP_STRUCT(kind, Mod, __VA_ARGS__)
#define MP_STATEMENT(kind, ...) MP_STRUCT(kind, Statement, __VA_ARGS__)
#define MP_EXPRESSION(kind, ...) MP_STRUCT(kind, Expression, __VA_ARGS__)
#define MP_PATTERN(kind, ...) MP_STRUCT(kind, Pattern, __VA_ARGS__)
#define MP_TYPE_PARAM(kind, ...) MP_STRUCT(kind, TypeParam, __VA_ARGS__)
#define MP_PART(kind, ...) MP_STRUCT(kind, Node, __VA_ARGS__)
#include "interp/syntax/ast_nodes.def"
#undef MP_STRUCT

// A new node in the arena: make<BinOp>(arena, span, left, op, right), fields in the order of ast_nodes.def, missing
// ones zero.
template <class T, class... Fields>
T* make(Arena& arena, Span span, Fields&&... fields) {
    static_assert(std::is_trivially_destructible_v<T>);
    void* memory = arena.allocate(sizeof(T), alignof(T));
    if constexpr (std::is_same_v<typename T::Category, Node>)
        return new (memory) T{{T::tag, span}, std::forward<Fields>(fields)...};
    else
        return new (memory) T{{{T::tag, span}}, std::forward<Fields>(fields)...};
}

// Checked downcasts. is<BinOp>(node): is it one (false for null)? as<BinOp>(node): it is one, asserted.
// try_as<BinOp>(node): one, or null.
template <class T>
bool is(const Node* node) noexcept {
    return node && node->kind == T::tag;
}
template <class T, class N>
auto* as(N* node) noexcept {
    assert(node && node->kind == T::tag);
    return static_cast<std::conditional_t<std::is_const_v<N>, const T*, T*>>(node);
}
template <class T, class N>
auto& as(N& node) noexcept {
    return *as<T>(&node);
}
template <class T, class N>
auto* try_as(N* node) noexcept {
    using Target = std::conditional_t<std::is_const_v<N>, const T*, T*>;
    return node && node->kind == T::tag ? static_cast<Target>(node) : nullptr;
}

// Calls visitor with the node downcast to its kind. The visitor must accept every kind of the node's category, so give
// it one overload per kind and no overload for the category itself: a forgotten kind then does not compile.
//
//   visit(*statement, overloaded{[](const ast::If& node) {...}, [](const ast::While& node) {...}, ...});
//   or a class with visit(const ast::If&), ... and a lambda [&](auto& node) { return visit(node); }
#define MP_CASE(kind)                                                                                                  \
    case NodeKind::kind:                                                                                               \
        return std::forward<V>(visitor)(static_cast<std::conditional_t<std::is_const_v<N>, const kind&, kind&>>(node));
#define MP_VISIT(Category)                                                                                             \
    template <class N, class V>                                                                                        \
    requires std::is_same_v<std::remove_const_t<N>, Category>                                                          \
    decltype(auto) visit(N& node, V&& visitor) {                                                                       \
        switch (node.kind) {
#define MP_VISIT_END                                                                                                   \
    default: __builtin_unreachable();                                                                                  \
        }                                                                                                              \
        }
MP_VISIT(Mod)
#define MP_MODULE(kind, ...) MP_CASE(kind)
#include "interp/syntax/ast_nodes.def"
MP_VISIT_END
MP_VISIT(Statement)
#define MP_STATEMENT(kind, ...) MP_CASE(kind)
#include "interp/syntax/ast_nodes.def"
MP_VISIT_END
MP_VISIT(Expression)
#define MP_EXPRESSION(kind, ...) MP_CASE(kind)
#include "interp/syntax/ast_nodes.def"
MP_VISIT_END
MP_VISIT(Pattern)
#define MP_PATTERN(kind, ...) MP_CASE(kind)
#include "interp/syntax/ast_nodes.def"
MP_VISIT_END
MP_VISIT(TypeParam)
#define MP_TYPE_PARAM(kind, ...) MP_CASE(kind)
#include "interp/syntax/ast_nodes.def"
MP_VISIT_END
#undef MP_CASE
#undef MP_VISIT
#undef MP_VISIT_END

// A visitor from lambdas.
template <class... Fs>
struct overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
overloaded(Fs...) -> overloaded<Fs...>;

} // namespace mp::ast
