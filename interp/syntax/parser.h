#pragma once
// The parser: recursive descent over CPython 3.13's grammar (Grammar/python.gram of its source; language reference 10),
// one method per rule, named after it. Private to interp/syntax; parse.h is the door.
//
// A rule that does not match gives `no_match`, wherever the position then stands: who tries something else resets it
// first. As in CPython's parsing expression grammar, an optional part that does not match is simply not there: "a +"
// matches the `a`, and whoever called finds the `+` to be wrong.
//
// Two passes, as in CPython. The first is predictive and builds the tree; when it fails, what it mostly knows is the
// last token it looked at. Then the same rules run again over the failing statement with `invalid_rules_` on: at the
// places where CPython's grammar has `invalid_...` alternatives, the methods of that name (parser_errors_*.cpp) look for
// known mistakes, and the first that recognises one calls raise(). From then on no token matches (TokenStream::stop) and
// everything unwinds. If nobody does, it is "invalid syntax" at that last token. In the second pass the order in which
// alternatives are tried decides which message wins, so it is CPython's. The few mistakes that CPython's grammar reports
// outside of its invalid_ alternatives (a missing ':' behind else, a wrong literal, ...) are reported by the first pass,
// and are final.
//
// What is parsed again is remembered by rule and position (memoized), which keeps the second pass linear.
//
// Nesting is bounded: every cycle of rules goes through a Nesting guard, which counts depth and watches the native
// stack.
#include <initializer_list>
#include <unordered_map>
#include <vector>

#include "interp/syntax/literals.h"
#include "interp/syntax/parse.h"
#include "interp/syntax/parser_tokens.h"
#include "interp/syntax/syntax_messages.h"

namespace mp {

inline constexpr Raised no_match{};

class Parser {
public:
    Parser(const SourceText& source, Arena& arena, const ParseOptions& options, SyntaxDiagnostic& error,
           SyntaxWarnings& warnings);

    // Both passes. Errors: the SyntaxError, in the diagnostic given to the constructor.
    Result<ast::Mod*> parse();

private:
    template <class T>
    using Match = Result<T*>;
    using Position = TokenStream::Position;
    using Kind = TokenKind;

    using Expression = ast::Expression;
    using Statement = ast::Statement;
    using Pattern = ast::Pattern;
    using Block = ast::Seq<Statement>;

    // Scratch space for lists while they grow: one stack for all, copied to the arena when a list is done.
    template <class T>
    class List;
    // Goes back to where it was made when it dies: lookahead, and the mistakes that do not apply.
    class Lookahead;
    // One level of nesting: false (and raised) when too deep.
    class Nesting;

    // ---- parser.cpp: passes and errors ------------------------------------------------------------------------------
    Match<ast::Mod> parse_text();
    bool ends_too_early() const;
    void explain();
    Match<ast::Mod> file();
    Match<ast::Mod> interactive();
    bool rest_is_blank() const;
    Match<ast::Mod> eval();
    // After both passes failed: the diagnostic that CPython would give. `last` is the last token of the first pass.
    void settle_error(const Token& last);
    void prefer_later_scanner_error();

    // Reports a mistake; the first report counts. All give no_match, and stop the parse.
    Raised raise(Span span, SyntaxMessage message, std::initializer_list<std::string_view> arguments = {});
    // From `start` to where the scanner stands.
    Raised raise_from(Span start, SyntaxMessage message, std::initializer_list<std::string_view> arguments = {});
    Raised raise_at(Token token, SyntaxMessage message, std::initializer_list<std::string_view> arguments,
                    SyntaxErrorKind kind);
    // At the last token that was looked at; at the current token.
    Raised raise_at_last(SyntaxMessage message, std::initializer_list<std::string_view> arguments = {},
                         SyntaxErrorKind kind = SyntaxErrorKind::SyntaxError);
    Raised raise_at_current(SyntaxMessage message, std::initializer_list<std::string_view> arguments = {});
    // A Number or string token whose value is wrong: the diagnostic is filled in already.
    Raised raise_literal_error();
    void check_nesting();
    bool raised() const { return error_.raised(); }
    std::int64_t offset_in_line(std::int64_t line_number, std::uint32_t place) const;
    void place_at(SyntaxDiagnostic& diagnostic, const Token& token) const;

    // ---- tokens and nodes (inline, below) ---------------------------------------------------------------------------
    bool at(Kind kind) { return tokens_.kind() == kind; }
    bool at_name(std::string_view soft_keyword) { return tokens_.current().is_name(soft_keyword); }
    bool accept(Kind kind);
    // The current token must be of the kind.
    Result<void> expect(Kind kind);
    // As expect, but a mistake if not: "expected ':'".
    Result<void> expect_forced(Kind kind);
    Result<ast::Identifier> expect_name();
    ast::Identifier intern(std::string_view name);
    std::string_view* name_slot(std::string_view name);
    std::uint32_t here() { return tokens_.current().span.start; }
    Span span_from(std::uint32_t start) const { return {start, tokens_.end_of_construct()}; }
    template <class T, class... Fields>
    T* make(std::uint32_t start, Fields&&... fields) {
        return ast::make<T>(arena_, span_from(start), std::forward<Fields>(fields)...);
    }
    template <class T>
    ast::Seq<T> singleton(T* node);
    // rule(), and the position before it when it does not match: for optional parts.
    template <class Rule>
    auto optional(Rule rule) -> decltype(rule());
    // As optional, for rules whose result does not matter: whether it was there.
    template <class Rule>
    bool skip(Rule rule) {
        return bool(optional(rule));
    }

    // Rules whose results are remembered. Those before Atom by CPython too, and like there whether or not invalid
    // rules are on.
    enum class Memo : std::uint8_t {
        Expression,
        Disjunction,
        BitwiseOr,
        Primary,
        Block,
        Arguments,
        ClosedPattern,
        Strings,
        Atom,
        NamedExpression,
        InvalidNamedExpression,
        SimpleStatement,
        GenExp
    };
    template <class Rule>
    auto memoized(Memo rule, Rule parse) -> decltype(parse());
    // From here on something is parsed twice; nested, that would be exponential without a memory.
    void remember() { remembering_ = true; }
    void forget();

    // ---- parser_statements.cpp: lists of statements, blocks ---------------------------------------------------------
    bool statements(List<Statement>& into);
    bool statement(List<Statement>& into);
    bool simple_statements(List<Statement>& into);
    Result<Block> block();
    Match<Block> parse_block();
    Match<Statement> simple_statement();
    Match<Statement> parse_simple_statement();
    Match<Statement> compound_statement();
    Match<Statement> async_statement();

    // ---- parser_simple_statements.cpp -------------------------------------------------------------------------------
    Match<Statement> expression_statement();
    Match<Statement> assignment(std::uint32_t start, Expression* first);
    Match<Statement> annotated_assignment(std::uint32_t start, Expression* target, bool parenthesized);
    Match<Statement> assignment_chain(std::uint32_t start, Expression* first);
    Match<Statement> augmented_assignment(std::uint32_t start, Expression* target, ast::BinaryOperator op);
    Match<Expression> annotated_rhs();
    Match<Statement> type_alias();
    Match<Statement> return_statement();
    Match<Statement> raise_statement();
    Match<Statement> del_statement();
    Match<Statement> yield_statement();
    Match<Statement> assert_statement();
    template <class T>
    Match<Statement> name_list_statement();
    template <class T>
    Match<Statement> word_statement();
    Match<Statement> import_statement();
    Match<Statement> import_name();
    Match<Statement> import_from();
    Result<ast::Seq<ast::Alias>> import_from_targets();
    Result<ast::Seq<ast::Alias>> import_from_as_names();
    Match<ast::Alias> import_alias(bool dotted);
    Result<ast::Identifier> dotted_name();

    // ---- parser_compound_statements.cpp -----------------------------------------------------------------------------
    Match<Statement> if_statement();
    Result<Block> else_block();
    Match<Statement> while_statement();
    Match<Statement> for_statement(std::uint32_t start, bool is_async);
    Match<Statement> with_statement(std::uint32_t start, bool is_async);
    Result<ast::Seq<ast::WithItem>> with_items(bool parenthesized);
    Match<ast::WithItem> with_item();
    Match<Statement> try_statement();
    Match<ast::ExceptHandler> except_block(bool star);
    Result<Block> finally_block();

    // ---- parser_definitions.cpp -------------------------------------------------------------------------------------
    Match<Statement> decorated();
    Match<Statement> function_def(ast::Seq<Expression> decorators);
    Match<Statement> class_def(ast::Seq<Expression> decorators);
    Result<ast::Seq<ast::TypeParam>> type_params();
    Match<ast::TypeParam> type_param();
    Match<Expression> type_param_default(bool starred);

    // ---- parser_parameters.cpp: of functions and lambdas ------------------------------------------------------------
    struct ParameterStyle {
        Kind end;       // what stands behind the last parameter
        bool annotated; // lambda's have no annotations
    };
    static constexpr ParameterStyle function_style{Kind::RightParen, true}, lambda_style{Kind::Colon, false};
    Match<ast::Arguments> params(const ParameterStyle& style);
    Match<ast::Arguments> parameters(const ParameterStyle& style);
    Match<ast::Arg> parameter(const ParameterStyle& style);
    Match<ast::Arg> star_parameter(const ParameterStyle& style);
    Match<Expression> default_value();
    bool end_of_parameter(const ParameterStyle& style);

    // ---- parser_match.cpp and parser_patterns.cpp -------------------------------------------------------------------
    Match<Statement> match_statement();
    Match<Expression> subject_expression();
    Match<ast::MatchCase> case_block();
    Match<Expression> guard();
    Match<Pattern> patterns();
    Match<Pattern> pattern();
    Match<Pattern> or_pattern();
    Match<Pattern> closed_pattern();
    Match<Pattern> parse_closed_pattern();
    Match<Expression> literal_expression();
    Match<Expression> number_expression();
    Match<Pattern> name_pattern();
    Match<Expression> name_or_attribute();
    Result<ast::Identifier> capture_target();
    Match<Pattern> group_or_sequence_pattern();
    Match<Pattern> maybe_star_pattern();
    void sequence_elements(List<Pattern>& into);
    Match<Pattern> mapping_pattern();
    Match<Pattern> class_pattern(std::uint32_t start, Expression* cls);
    // ','.pattern+, and ','.(NAME '=' pattern)+ as a Name and a Pattern in turn.
    bool positional_patterns(List<Pattern>& into);
    bool keyword_patterns(List<ast::Node>& into);

    // ---- parser_expressions.cpp: from star_expressions down to primary ----------------------------------------------
    Match<Expression> star_expressions();
    Match<Expression> expressions();
    Match<Expression> star_expression();
    bool star_named_expressions(List<Expression>& into);
    Match<Expression> star_named_expression();
    Match<Expression> named_expression();
    Match<Expression> assignment_expression();
    // expression, but not the start of name := value.
    Match<Expression> plain_expression();
    Match<Expression> expression();
    Match<Expression> expression_without_invalid();
    Match<Expression> conditional_expression();
    Match<Expression> yield_expression();
    Match<Expression> lambda();
    Match<Expression> disjunction();
    Match<Expression> conjunction();
    Match<Expression> boolean_chain(std::uint32_t start, Expression* first, ast::BoolOperator op);
    Match<Expression> inversion();
    Match<Expression> comparison();
    Match<Expression> comparison_chain(std::uint32_t start, Expression* left);
    bool comparison_operator(ast::CompareOperator& op);
    Match<Expression> bitwise_or();
    Match<Expression> binary(int lowest_precedence);
    Match<Expression> factor();
    Match<Expression> power();
    Match<Expression> await_primary();
    Match<Expression> primary();
    Match<Expression> parse_primary();
    Match<Expression> slices();
    Match<Expression> slice();
    Match<Expression> starred_expression();

    // ---- parser_atoms.cpp -------------------------------------------------------------------------------------------
    Match<Expression> atom();
    Match<Expression> constant(ast::ConstantValue::Kind kind);
    Match<Expression> number();
    Match<Expression> parenthesized();
    Match<Expression> tuple();
    Match<Expression> group();
    Match<Expression> generator_expression();
    Match<Expression> bracketed();
    Match<Expression> list();
    Match<Expression> list_comprehension();
    Match<Expression> braced();
    Match<Expression> dict_or_set();
    Match<Expression> dict();
    Match<Expression> set();
    Match<Expression> dict_comprehension();
    Match<Expression> set_comprehension();
    // Keys and values in turn; the key of a **mapping is null.
    bool double_starred_kvpair(List<Expression>& into);
    bool double_starred_kvpairs(List<Expression>& into);
    bool kvpair(List<Expression>& into);
    Expression* make_dict(std::uint32_t start, const List<Expression>& pairs);
    Result<ast::Seq<ast::Comprehension>> for_if_clauses();
    Match<ast::Comprehension> for_if_clause();

    // ---- parser_calls.cpp -------------------------------------------------------------------------------------------
    struct CallArguments {
        ast::Seq<Expression> args;
        ast::Seq<ast::Keyword> keywords;
    };
    Match<Expression> call(std::uint32_t start, Expression* function);
    Match<CallArguments> arguments();
    Match<CallArguments> args();
    Match<Expression> positional_argument();
    Match<ast::Keyword> keyword_argument();

    // ---- parser_strings.cpp -----------------------------------------------------------------------------------------
    Match<Expression> strings();
    Match<Expression> parse_strings();
    ast::Constant* string_constant(Span span, bool bytes, std::string_view value, bool is_u);
    bool fstring(List<Expression>& into);
    bool fstring_replacement_field(List<Expression>& into, bool raw);
    Result<int> fstring_conversion();
    Match<Expression> fstring_format_spec(bool raw);
    bool fstring_text(List<Expression>& into, bool raw, SyntaxDiagnostic& error);
    // One Constant of neighbouring ones, none of empty ones.
    ast::Seq<Expression> join_constants(const List<Expression>& parts);
    LiteralContext literal_context(SyntaxDiagnostic& error);

    // ---- parser_targets.cpp: what may be assigned to and deleted ----------------------------------------------------
    enum class TargetKind : std::uint8_t { Star, For, Delete };
    Match<Expression> star_targets();
    Match<Expression> star_target();
    Match<Expression> del_target();
    static bool is_star_target(const Expression& node);
    static bool is_single_target(const Expression& node);
    static bool is_del_target(const Expression& node);
    static void set_context(Expression& node, ast::Context context);

    // ---- parser_errors_*.cpp: known mistakes. Each leaves the position as it was; raised() tells whether it applied.
    void invalid_expression();
    void invalid_legacy_expression();
    void invalid_named_expression();
    void invalid_arithmetic();
    void invalid_factor();
    void invalid_group();
    void invalid_comprehension();
    void invalid_dict_comprehension();
    void invalid_for_if_clause();
    void invalid_for_target();
    void invalid_double_starred_kvpairs();
    void invalid_kvpair();
    void invalid_kvpair_value();
    void invalid_starred_expression_unpacking();
    void invalid_arguments();
    void invalid_kwarg();
    void invalid_replacement_field(bool raw);

    void invalid_assignment();
    Match<Expression> invalid_ann_assign_target();
    void invalid_del_statement();
    void invalid_import();
    void invalid_import_from_targets();
    void invalid_block();
    void invalid_if_statement(Kind keyword);
    void invalid_else_block();
    void invalid_while_statement();
    void invalid_for_statement();
    void invalid_with_statement();
    void invalid_with_statement_indent();
    void invalid_with_item();
    void invalid_try_statement();
    void invalid_except_statement();
    void invalid_except_statement_indent(bool star);
    void invalid_finally_block();
    void invalid_match_statement();
    void invalid_case_block();
    void invalid_function_def();
    void invalid_class_def();
    void invalid_type_params();
    void invalid_type_param();
    void invalid_parameters(const ParameterStyle& style);
    void invalid_star_etc(const ParameterStyle& style);
    void invalid_kwds(const ParameterStyle& style);
    void invalid_as_pattern();
    void invalid_class_pattern();

    // Behind a statement's head: a newline where ':' should be, or ':' and a newline without an indented block.
    void expect_block_head(std::string_view statement, std::uint32_t line);
    void expect_indent(SyntaxMessage message, std::string_view what, std::uint32_t line);
    bool loose_with_items(bool parenthesized);
    void raise_invalid_target(TargetKind kind, const Expression& node);
    // As grammar rules of the same names; for the mistakes in parameter lists.
    bool param_no_default(const ParameterStyle& style);
    bool param_with_default(const ParameterStyle& style);
    bool param_maybe_default(const ParameterStyle& style);
    bool slash_no_default(const ParameterStyle& style);
    bool slash_with_default(const ParameterStyle& style);

    // ---- state ------------------------------------------------------------------------------------------------------
    const SourceText& source_;
    Arena& arena_;
    const ParseOptions& options_;
    SyntaxDiagnostic& error_;
    SyntaxWarnings& warnings_;
    TokenStream tokens_;

    bool second_pass_ = false;
    bool remembering_ = false;   // results are remembered, by rule and position
    bool invalid_rules_ = false; // mistakes are looked for
    bool too_deep_ = false;
    unsigned depth_ = 0;
    std::uintptr_t stack_low_ = 0; // 0: not known yet

    std::vector<void*> scratch_;          // of List
    std::vector<std::string_view> names_; // interned: an open-addressing table, sized in powers of two
    std::size_t name_count_ = 0;

    struct Remembered {
        void* node; // null: no match
        Position end;
    };
    std::unordered_map<std::uint64_t, Remembered> memo_;
};

// ---- inline parts ---------------------------------------------------------------------------------------------------

template <class T>
class Parser::List {
public:
    explicit List(Parser& parser) : parser_(parser), base_(parser.scratch_.size()) {}
    ~List() { parser_.scratch_.resize(base_); }
    List(const List&) = delete;
    List& operator=(const List&) = delete;

    // Only the youngest list may grow: lists cannot be filled in turns.
    void add(T* node) {
        assert(parser_.scratch_.size() == base_ + size_);
        parser_.scratch_.push_back(const_cast<std::remove_const_t<T>*>(node));
        ++size_;
    }
    std::size_t size() const { return size_; }
    bool empty() const { return size() == 0; }
    T* operator[](std::size_t i) const { return static_cast<T*>(parser_.scratch_[base_ + i]); }
    T* back() const { return (*this)[size_ - 1]; }
    void shrink(std::size_t size) {
        parser_.scratch_.resize(base_ + size);
        size_ = size;
    }

    // A copy in the arena.
    ast::Seq<T> take() const { return take_as<T>(); }
    // The same, of elements that are all known to be U.
    template <class U>
    ast::Seq<U> take_as() const {
        std::size_t count = size();
        if (count == 0) return {};
        U** to = static_cast<U**>(parser_.arena_.allocate(count * sizeof(U*), alignof(U*)));
        for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<U*>((*this)[i]);
        return {to, count};
    }

private:
    Parser& parser_;
    std::size_t base_;
    std::size_t size_ = 0;
};

class Parser::Lookahead {
public:
    explicit Lookahead(Parser& parser) : tokens_(parser.tokens_), position_(tokens_.position()) {}
    ~Lookahead() { tokens_.reset(position_); }
    Lookahead(const Lookahead&) = delete;
    Lookahead& operator=(const Lookahead&) = delete;
    // Back to the start, to try the next alternative.
    void again() { tokens_.reset(position_); }

private:
    TokenStream& tokens_;
    Position position_;
};

class Parser::Nesting {
public:
    explicit Nesting(Parser& parser) : parser_(parser) {
        if (++parser.depth_ > shallow) [[unlikely]]
            parser.check_nesting();
    }
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    explicit operator bool() const { return !parser_.too_deep_; }

private:
    // So little that any stack has room for it.
    static constexpr unsigned shallow = 12;
    Parser& parser_;
};

inline bool Parser::accept(Kind kind) {
    if (tokens_.kind() != kind) return false;
    tokens_.advance();
    return true;
}

inline Result<void> Parser::expect(Kind kind) {
    if (!accept(kind)) return no_match;
    return ok;
}

inline Result<ast::Identifier> Parser::expect_name() {
    const Token& token = tokens_.current();
    if (token.kind != Kind::Name) return no_match;
    ast::Identifier name = intern(token.text);
    tokens_.advance();
    return name;
}

template <class T>
ast::Seq<T> Parser::singleton(T* node) {
    T** list = static_cast<T**>(arena_.allocate(sizeof(T*), alignof(T*)));
    *list = node;
    return {list, 1};
}

template <class Rule>
auto Parser::optional(Rule rule) -> decltype(rule()) {
    Position start = tokens_.position();
    auto result = rule();
    if (!result) tokens_.reset(start);
    return result;
}

template <class Rule>
auto Parser::memoized(Memo rule, Rule parse) -> decltype(parse()) {
    if (!remembering_) return parse();
    std::uint64_t key = std::uint64_t(tokens_.position()) << 16 | std::uint64_t(rule) << 1;
    if (rule >= Memo::Atom) key |= invalid_rules_;
    if (auto known = memo_.find(key); known != memo_.end()) {
        if (raised()) return no_match;
        if (!known->second.node) return no_match;
        tokens_.reset(known->second.end);
        using Node = std::remove_reference_t<decltype(parse().peek())>;
        return static_cast<std::remove_const_t<Node>>(known->second.node);
    }
    auto result = parse();
    if (raised()) return no_match;
    memo_[key] = {result ? const_cast<void*>(static_cast<const void*>(result.peek())) : nullptr, tokens_.position()};
    return result;
}

} // namespace mp
