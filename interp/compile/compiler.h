#pragma once
// The compiler's state and its parts. One class, one file per subject: names, expressions, conditions, calls, displays, assignment, statements,
// loops, functions, classes, comprehensions, try, with, match. Only compile.cpp shows the door.
//
// Errors: the first one is kept and the rest of the walk is harmless, so nothing here returns a Result.
#include <climits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interp/compile/compile.h"
#include "interp/compile/emitter.h"
#include "interp/compile/fold.h"
#include "interp/scope/scope.h"

namespace mp {

// Where an expression shall leave its value. A local register (< 0) is a third answer: there, written last.
inline constexpr Reg any_register = INT_MAX;      // wherever it is: a local that is read, or a new temporary
inline constexpr Reg new_temporary = INT_MAX - 1; // the temporary that is the top when the expression begins

// Beyond these, displays and calls are built in chunks, and a nested expression first packs what is live into a tuple.
inline constexpr int most_items = 56;
inline constexpr int crowded = 64;

// CPython's CO_MAXBLOCKS.
inline constexpr std::size_t most_blocks = 21;

// A statement around the current one that break, continue or return have to leave properly.
struct CodeBlock {
    enum class Kind : std::uint8_t {
        While,
        For,         // base: the iterator
        AsyncFor,    // base: the asynchronous iterator
        Try,         // nothing to do but to leave its region
        FinallyTry,  // finalbody is to be run
        FinallyEnd,  // inside a finally reached by an exception; base: that exception
        Handler,     // inside an except clause; base: the exception, name: what it is bound to
        StarHandler, // inside an except* clause: cannot be left
        With,        // base: __exit__
        AsyncWith,
        KeptValue, // base: a value being returned while a finally body runs
    };
    Kind kind;
    int region; // in force outside of the block
    Reg base = 0;
    Label next, end; // of loops: continue, break
    ast::Seq<ast::Statement> finalbody{};
    std::string_view name{}; // as written
    Span span{};
};

// What a name means where the compiler stands.
struct Place {
    enum class Kind : std::uint8_t {
        Local,
        HighLocal,
        Cell,
        HighCell,
        Free,
        Global,
        Name,
        ClassFree,
        ClassDictFree,
        ClassDictGlobal
    };
    Kind kind;
    int index = 0;         // slot or free variable
    std::string_view name; // mangled
};

// Where an exception that leaves an inlined comprehension passes by, so that its variables do not outlive it.
struct ColdUnbind {
    Label handler;
    int region; // around it
    int depth;
    std::vector<Reg> variables;
};

// One code unit being made.
struct CodeState {
    CodeState(CodeState* parent, Scope& scope, std::string_view name);

    CodeState* parent;
    Scope& scope;
    std::shared_ptr<CodeUnit> code;
    Emitter out;
    std::vector<CodeBlock> blocks;
    std::string_view private_class;
    std::vector<std::string_view> static_attributes; // of a class body: what is assigned to attributes of `self` in it
    std::unordered_map<std::string_view, int> slots; // own locals and cells
    std::unordered_map<std::string_view, int> free_index;
    // Inlined comprehensions: the slots of their variables, and those being compiled, innermost last.
    std::unordered_map<const Scope*, std::vector<std::pair<std::string_view, int>>> inlined_slots;
    std::vector<const Scope*> inlined;
    std::vector<ColdUnbind> cold_unbinds;
    std::vector<int> idle_hidden; // hidden locals not in use
    int hidden_made = 0;
    int reachable_from = 0; // slots before it need LOAD_HIGH
    int parameters = 0;
    bool is_async_function = false; // the body of an async def
    int statement_top = 0;          // temporaries below belong to the blocks around the current statement
};

class Compiler {
public:
    Compiler(const SourceText& source, const CompileOptions& options, ScopeTree& scopes, SyntaxDiagnostic& error,
             SyntaxWarnings& warnings)
        : source_(source),
          options_(options),
          scopes_(scopes),
          error_(error),
          warnings_(warnings),
          limit_(options.max_depth, options.stack_low) {}

    // Null when an error was raised.
    std::shared_ptr<CodeUnit> module(const ast::Mod& node);

private:
    using Role = ScopeTree::Role;
    struct Matching;

    // ---- compiler.cpp: units, errors
    Emitter& out() noexcept { return state_->out; }
    Instruction& ins(Span span, Op op, int a = 0, int b = 0, int c = 0) { return state_->out.emit(span, op, a, b, c); }
    void raise(std::string message, Span span);
    void warn(std::string message, Span span);
    bool failed() const noexcept { return failed_; }
    bool too_deep(Span span);
    CodeState& enter(Scope& scope, std::string_view name, Span span);
    std::shared_ptr<CodeUnit> leave();
    void set_qualified_name(CodeState& state, std::string_view name);
    std::string_view mangle(std::string_view name) { return scopes_.mangler.mangle(state_->private_class, name); }
    bool in_function() const noexcept;
    std::uint32_t line_of(Span span) const { return source_.line_of(span.start); }
    Span attribute_span(Span whole, const ast::Attribute& attribute) const;
    Reg hidden_local();
    void return_hidden_local(Reg reg);

    // ---- names.cpp
    Place place(std::string_view mangled);
    Reg load_name(Span span, std::string_view name, Reg want);
    Reg load_place(Span span, const Place& place, Reg want);
    void store_name(Span span, std::string_view name, Reg value);
    void store_place(Span span, const Place& place, Reg value);
    void store_copy(Span span, std::string_view name, Reg value);
    void delete_name(Span span, std::string_view name);
    void unbind_name(Span span, std::string_view name); // end of `except ... as name`
    // The register of a name that is a plain local here, else nothing.
    std::optional<Reg> plain_local(std::string_view name);
    std::optional<Reg> plain_local(const ast::Expression& node);
    bool refuse_debug(std::string_view name, ast::Context context, Span span);
    Reg destination(Reg want);
    Reg settle(Span span, Reg value, Reg want);
    void push_cell(Span span, std::string_view name); // for a closure tuple

    // ---- expressions.cpp: the value of an expression. It is in a new temporary iff the result is >= 0.
    Reg expression(const ast::Expression& node, Reg want = any_register);
    Reg simple_expression(const ast::Expression& node, Reg want);
    Reg packed_expression(const ast::Expression& node, Reg want);
    void discard(const ast::Expression& node); // for its effect only
    Reg load_constant(Span span, const Constant& constant, Reg want);
    Reg none(Span span, Reg want);
    Reg chain(const ast::Expression& node, Reg want);
    Reg binary(const ast::BinOp& node, Reg left, Reg want);
    Reg subscript(const ast::Subscript& node, Reg container, Reg want);
    Reg attribute(const ast::Attribute& node, Reg object, Reg want);
    Reg unary(const ast::UnaryOp& node, Reg want);
    Reg boolean(const ast::BoolOp& node, Reg want);
    Reg conditional(const ast::IfExp& node, Reg want);
    Reg compare(const ast::Compare& node, Reg want);
    Reg named_expression(const ast::NamedExpr& node, Reg want);
    Reg slice_object(const ast::Slice& node, Reg want);
    void slice_bounds(const ast::Slice& node);
    Reg slice_operand(const ast::Expression& node);
    bool may_rebind(Reg value, const ast::Expression* later);
    Reg hold(Reg value, const ast::Expression* later, Span span);
    std::optional<int> small_int(const ast::Expression& node);
    std::optional<int> operand_constant(const ast::Expression& node);
    std::optional<int> operand_constant(const mp::Constant& constant);
    Folded folded(const ast::Expression& node) { return fold(node, options_.optimization == 0); }

    // ---- conditions.cpp
    void jump_if(const ast::Expression& node, bool sense, Label target);
    void jump_if_compare(const ast::Compare& node, bool sense, Label target);
    void jump_compare(Span span, ast::CompareOperator op, Reg left, const ast::Expression* right_node, Reg right,
                      bool sense, Label target);
    Reg move_down(Reg reg, Reg base);
    Reg comparison_operand(const ast::Expression& node, ast::CompareOperator op);
    void compare_value(Span span, ast::CompareOperator op, Reg to, Reg left, Reg right);

    // ---- warnings.cpp
    void check_compare(const ast::Compare& node);
    void check_callee(const ast::Expression& callee);
    void check_subscript(const ast::Subscript& node);
    std::string inferred_type(const ast::Expression& node);

    // ---- calls.cpp
    bool is_method_call(const ast::Call& node);
    bool is_super_attribute(const ast::Attribute& node);
    void super_operands(const ast::Call& super_call);
    Reg super_attribute(const ast::Attribute& node, Reg want);
    Reg call(const ast::Call& node, Reg callee, Reg want);
    Reg method_call(const ast::Call& node, Reg object, Reg want);
    Reg super_method_call(const ast::Call& node, Reg want);
    bool needs_unpacking(ast::Seq<ast::Expression> args, ast::Seq<ast::Keyword> keywords, int extra = 0);
    // Arguments behind `base` (callee, and self or absent when `method`), then the call.
    Reg finish_call(Span span, Reg base, bool method, int extra, ast::Seq<ast::Expression> args,
                    ast::Seq<ast::Keyword> keywords, Reg want);
    Reg finish_unpacking_call(Span span, Reg base, int extra, ast::Seq<ast::Expression> args,
                              ast::Seq<ast::Keyword> keywords, Reg want);
    void keyword_dict(Span span, Reg callee, ast::Seq<ast::Keyword> keywords);
    bool validate_keywords(ast::Seq<ast::Keyword> keywords);

    // ---- displays.cpp
    Reg list_display(Span span, ast::Seq<ast::Expression> elements, Reg want);
    Reg tuple_display(Span span, ast::Seq<ast::Expression> elements, Reg want);
    Reg set_display(Span span, ast::Seq<ast::Expression> elements, Reg want);
    Reg dict_display(const ast::Dict& node, Reg want);
    // A list of the elements in a new temporary; `built`: that many values stand there already.
    void list_in_pieces(Span span, ast::Seq<ast::Expression> elements, int built = 0);
    Reg joined_string(const ast::JoinedStr& node, Reg want);
    Reg formatted_value(const ast::FormattedValue& node, Reg want);

    // ---- comprehensions.cpp
    struct ComprehensionParts {
        const ast::Expression& node;
        ast::Seq<ast::Comprehension> generators;
        const ast::Expression* element;
        const ast::Expression* value; // of a dict comprehension
        std::string_view name;
    };
    Reg comprehension(const ComprehensionParts& parts, Reg want);
    Reg inlined_comprehension(const ComprehensionParts& parts, Scope& scope, Reg want);
    void comprehension_loops(const ComprehensionParts& parts, std::size_t index, Reg result);
    void comprehension_element(const ComprehensionParts& parts, Reg result);

    // ---- async.cpp: generators and coroutines
    Reg yield(const ast::Yield& node, Reg want);
    Reg yield_from(const ast::YieldFrom& node, Reg want);
    Reg await(const ast::Await& node, Reg want);
    // The iterator to delegate to is in top + 1 (the top itself is free): runs it to its end and leaves its value in the top.
    void delegate(Span span);
    void await_top(Span span, int kind);

    // ---- assignment.cpp
    void assign(const ast::Assign& node);
    bool assign_in_parallel(const ast::Assign& node);
    void store(const ast::Expression& target, Reg value);
    void unpack(Span span, ast::Seq<ast::Expression> targets, Reg value);
    void delete_target(const ast::Expression& target);
    void augmented_assign(const ast::AugAssign& node);
    Reg augmented(const ast::AugAssign& node, Reg left, Reg want);
    void annotated_assign(const ast::AnnAssign& node);

    // ---- statements.cpp
    void body(ast::Seq<ast::Statement> list);
    void statement(const ast::Statement& node);
    void branch(const ast::If& node);
    void return_statement(const ast::Return& node);
    void raise_statement(const ast::Raise& node);
    void assert_statement(const ast::Assert& node);
    void expression_statement(const ast::Expr& node);
    void leave_loop(const ast::Statement& node, bool is_break);
    void import_statement(const ast::Import& node);
    void import_from(const ast::ImportFrom& node);
    bool docstring(ast::Seq<ast::Statement> list, std::string& text) const;

    // ---- loops.cpp
    void while_loop(const ast::While& node);
    void for_loop(const ast::For& node);
    void async_for_loop(const ast::AsyncFor& node);
    // Pays for the iterable: a constant display becomes a tuple.
    Reg iterable(const ast::Expression& node);

    // ---- blocks.cpp: leaving blocks by break, continue and return
    void push_block(CodeBlock block);
    void pop_block();
    void unwind_block(CodeBlock block, Reg kept);
    // Leaves all blocks down to the innermost loop (then gives its index), or all of them (gives -1).
    int unwind_blocks(std::size_t count, Reg kept, bool stop_at_loop);
    bool unwinding_runs_code() const;

    // ---- try.cpp
    void try_statement(const ast::Try& node);
    void try_except(const ast::Try& node);
    void try_finally(const ast::Node& node, ast::Seq<ast::Statement> finalbody,
                     void (Compiler::*inner)(const ast::Node&));
    void try_star_statement(const ast::TryStar& node);
    void try_except_star(const ast::TryStar& node);
    void except_clause(const ast::ExceptHandler& clause, Reg base, int outer, int inside);
    void leave_raised_handler(Label cleanup, Reg base, int outer_region);
    void inner_try(const ast::Node& node);
    void inner_try_star(const ast::Node& node);

    // ---- with.cpp
    void with_statement(const ast::Node& node, ast::Seq<ast::WithItem> items, ast::Seq<ast::Statement> list,
                        bool is_async);
    void exit_call(Span span, Reg exit, bool is_async);

    // ---- functions.cpp
    template <class Function>
    void function_definition(const Function& node, bool is_async);
    Reg function_object(const ast::Node& node, std::string_view name, const ast::Arguments& args,
                        const ast::Expression* returns, ast::Seq<ast::Statement> list, bool is_async, int flags,
                        Reg base, Span first_line);
    Reg lambda(const ast::Lambda& node, Reg want);
    int default_values(const ast::Arguments& args);
    int annotations(Span span, const ast::Arguments& args, const ast::Expression* returns);
    void annotation_value(const ast::Expression& node);
    void set_parameters(const ast::Arguments& args);
    // Function of `code`; the temporaries from `base` hold what `flags` says.
    Reg make_function(Span span, std::shared_ptr<CodeUnit> code, const Scope& scope, int flags, Reg base, Reg want);
    void decorate(ast::Seq<ast::Expression> decorators, Reg base);

    // ---- classes.cpp
    void class_definition(const ast::ClassDef& node);
    std::shared_ptr<CodeUnit> class_body(const ast::ClassDef& node);
    void class_call(const ast::ClassDef& node, bool generic);

    // ---- type_params.cpp (PEP 695)
    std::shared_ptr<CodeUnit> lazy_value(const ast::Node& node, Role role, std::string_view name,
                                         const ast::Expression& value);
    void type_parameters(ast::Seq<ast::TypeParam> list);
    void type_alias(const ast::TypeAlias& node);
    void intrinsic(Span span, Intrinsic operation, Reg to, Reg base, int count);

    // ---- match.cpp, patterns.cpp
    void match_statement(const ast::Match& node);
    void pattern(const ast::Pattern& node, Reg subject, bool owned, Matching& matching);
    void subpattern(const ast::Pattern& node, Reg subject, Matching& matching);
    void value_pattern(Span span, const ast::Expression& value, Reg subject, bool owned, Matching& matching);
    void singleton_pattern(const ast::MatchSingleton& node, Reg subject, bool owned, Matching& matching);
    void sequence_pattern(const ast::MatchSequence& node, Reg subject, bool owned, Matching& matching);
    void mapping_pattern(const ast::MatchMapping& node, Reg subject, bool owned, Matching& matching);
    void class_pattern(const ast::MatchClass& node, Reg subject, bool owned, Matching& matching);
    void or_pattern(const ast::MatchOr& node, Reg subject, bool owned, Matching& matching);
    void as_pattern(const ast::MatchAs& node, Reg subject, bool owned, Matching& matching);
    void capture(std::string_view name, Reg subject, bool owned, Span span, Matching& matching);
    void give_up(Reg subject, bool owned, Span span, Matching& matching);
    Reg consumable(Reg subject, bool owned, Span span, Matching& matching);
    void check_length(Span span, Reg subject, ast::CompareOperator op, std::size_t count, Matching& matching);
    Reg pattern_item(Span span, Reg subject, std::size_t index, bool from_end, Matching& matching);
    void add_live(Matching& matching, Reg reg);
    void remove_live(Matching& matching, Reg reg);
    Label failure(Matching& matching);
    void emit_failures(Matching& matching, const std::vector<Reg>& kept);

    const SourceText& source_;
    const CompileOptions& options_;
    ScopeTree& scopes_;
    SyntaxDiagnostic& error_;
    SyntaxWarnings& warnings_;
    NestingLimit limit_;
    std::vector<std::unique_ptr<CodeState>> states_;
    CodeState* state_ = nullptr;
    std::vector<const ast::Expression*> spine_; // chains being compiled
    int depth_ = 0;
    bool failed_ = false;
    bool interactive_ = false;
};

} // namespace mp
