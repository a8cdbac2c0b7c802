// operator: the operators as functions.
#include <iterator>

#include "builtins/modules.h"
#include "builtins/operator/compare_digest.h"
#include "builtins/operator/getters.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/keys.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"

namespace mp::operator_module {

static Owned boolean(bool value) noexcept { return Owned::adopt(Value::boolean(value)); }

template <BinaryOp Op>
static Result<Owned> do_binary(Runtime& rt, Args args) {
    return binary(rt, Op, args[0], args[1]);
}
template <BinaryOp Op>
static Result<Owned> do_inplace(Runtime& rt, Args args) {
    return inplace(rt, Op, args[0], args[1]);
}
template <CompareOp Op>
static Result<Owned> do_compare(Runtime& rt, Args args) {
    return compare(rt, args[0], args[1], Op);
}
template <Result<Owned> (*Function)(Runtime&, Value)>
static Result<Owned> do_unary(Runtime& rt, Args args) {
    return Function(rt, args[0]);
}

static Result<Owned> do_truth(Runtime& rt, Args args) { return boolean(TRY(truth(rt, args[0]))); }
static Result<Owned> do_not(Runtime& rt, Args args) { return boolean(!TRY(truth(rt, args[0]))); }
static Result<Owned> do_is(Runtime&, Args args) { return boolean(args[0].is(args[1])); }
static Result<Owned> do_is_not(Runtime&, Args args) { return boolean(!args[0].is(args[1])); }
static Result<Owned> do_contains(Runtime& rt, Args args) { return boolean(TRY(contains(rt, args[0], args[1]))); }
static Result<Owned> do_getitem(Runtime& rt, Args args) { return get_item(rt, args[0], args[1]); }
static Result<void> do_setitem(Runtime& rt, Args args) { return set_item(rt, args[0], args[1], args[2]); }
static Result<void> do_delitem(Runtime& rt, Args args) { return delete_item(rt, args[0], args[1]); }
static Result<Owned> do_call(Runtime& rt, Args args) { return call(rt, args[0], args.from(1)); }

static bool is_sequence(Runtime& rt, Value value) noexcept {
    return rt.type_of(value).slots.get_item && !is_dict_or_subclass(rt, value);
}

static Result<Owned> do_concat(Runtime& rt, Args args) {
    if (auto slot = rt.type_of(args[0]).slots.concat) return slot(rt, args[0], args[1]);
    if (is_sequence(rt, args[0]) && is_sequence(rt, args[1])) return binary(rt, BinaryOp::add, args[0], args[1]);
    return raise(rt, TypeId::TypeError, "'%.200s' object can't be concatenated", type_name(rt, args[0]));
}

static Result<Owned> do_iconcat(Runtime& rt, Args args) {
    const Slots& slots = rt.type_of(args[0]).slots;
    if (slots.inplace_concat) return slots.inplace_concat(rt, args[0], args[1]);
    if (slots.concat) return slots.concat(rt, args[0], args[1]);
    if (is_sequence(rt, args[0]) && is_sequence(rt, args[1])) return inplace(rt, BinaryOp::add, args[0], args[1]);
    return raise(rt, TypeId::TypeError, "'%.200s' object can't be concatenated", type_name(rt, args[0]));
}

// Walks an iterable for items equal to `wanted`; f(position) says whether to go on.
template <class F>
static Result<void> search(Runtime& rt, Value iterable, Value wanted, F&& f) {
    auto made = iterate(rt, iterable);
    if (made.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        return raise(rt, TypeId::TypeError, "argument of type '%.200s' is not iterable", type_name(rt, iterable));
    }
    Owned iterator = made.take();
    PayMeter meter(rt);
    for (std::int64_t position = 0;; ++position) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return ok;
        TRY(meter.tick());
        if (TRY(item_equal(rt, item, wanted)) && !f(position)) return ok;
    }
}

static Result<Owned> do_count_of(Runtime& rt, Args args) {
    std::int64_t count = 0;
    TRY(search(rt, args[0], args[1], [&](std::int64_t) { return ++count != 0; }));
    return Owned::adopt(Value::from_int(count));
}

static Result<Owned> do_index_of(Runtime& rt, Args args) {
    std::int64_t found = -1;
    TRY(search(rt, args[0], args[1], [&](std::int64_t position) {
        found = position;
        return false;
    }));
    if (found < 0) return raise(rt, TypeId::ValueError, "sequence.index(x): x not in sequence");
    return Owned::adopt(Value::from_int(found));
}

static Result<Owned> do_length_hint(Runtime& rt, Args args) {
    std::int64_t fallback = 0;
    if (args.has(1)) {
        if (!is_int_like(rt, args[1]))
            return raise(rt, TypeId::TypeError, "'%.200s' object cannot be interpreted as an integer",
                         type_name(rt, args[1]));
        fallback = TRY(index_int64(rt, args[1]));
    }
    return Owned::adopt(Value::from_int(TRY(length_hint(rt, args[0], fallback))));
}

static const NativeDef functions[] = {
    {"truth", native<do_truth>, 1, 1, nullptr, "Return True if a is true, False otherwise."},
    {"contains", native<do_contains>, 2, 2, nullptr, "Same as b in a (note reversed operands)."},
    {"indexOf", native<do_index_of>, 2, 2, nullptr, "Return the first index of b in a."},
    {"countOf", native<do_count_of>, 2, 2, nullptr, "Return the number of items in a which are, or which equal, b."},
    {"is_", native<do_is>, 2, 2, nullptr, "Same as a is b."},
    {"is_not", native<do_is_not>, 2, 2, nullptr, "Same as a is not b."},
    {"length_hint", native<do_length_hint>, 1, 2, nullptr,
     "Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from "
     "an iterable.\n\n"
     "If the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an "
     "arbitrary amount."},
    {"call", native<do_call>, 1, -1, nullptr, "Same as obj(*args, **kwargs).", takes_keywords},
    {"not_", native<do_not>, 1, 1, nullptr, "Same as not a."},
    {"index", native<do_unary<mp::index>>, 1, 1, nullptr, "Same as a.__index__()"},
    {"pos", native<do_unary<positive>>, 1, 1, nullptr, "Same as +a."},
    {"neg", native<do_unary<negative>>, 1, 1, nullptr, "Same as -a."},
    {"abs", native<do_unary<absolute>>, 1, 1, nullptr, "Same as abs(a)."},
    {"inv", native<do_unary<invert>>, 1, 1, nullptr, "Same as ~a."},
    {"invert", native<do_unary<invert>>, 1, 1, nullptr, "Same as ~a."},
    {"add", native<do_binary<BinaryOp::add>>, 2, 2, nullptr, "Same as a + b."},
    {"sub", native<do_binary<BinaryOp::sub>>, 2, 2, nullptr, "Same as a - b."},
    {"mul", native<do_binary<BinaryOp::mul>>, 2, 2, nullptr, "Same as a * b."},
    {"matmul", native<do_binary<BinaryOp::matmul>>, 2, 2, nullptr, "Same as a @ b."},
    {"floordiv", native<do_binary<BinaryOp::floordiv>>, 2, 2, nullptr, "Same as a // b."},
    {"truediv", native<do_binary<BinaryOp::truediv>>, 2, 2, nullptr, "Same as a / b."},
    {"mod", native<do_binary<BinaryOp::mod>>, 2, 2, nullptr, "Same as a % b."},
    {"pow", native<do_binary<BinaryOp::pow>>, 2, 2, nullptr, "Same as a ** b."},
    {"lshift", native<do_binary<BinaryOp::lshift>>, 2, 2, nullptr, "Same as a << b."},
    {"rshift", native<do_binary<BinaryOp::rshift>>, 2, 2, nullptr, "Same as a >> b."},
    {"and_", native<do_binary<BinaryOp::and_>>, 2, 2, nullptr, "Same as a & b."},
    {"xor", native<do_binary<BinaryOp::xor_>>, 2, 2, nullptr, "Same as a ^ b."},
    {"or_", native<do_binary<BinaryOp::or_>>, 2, 2, nullptr, "Same as a | b."},
    {"iadd", native<do_inplace<BinaryOp::add>>, 2, 2, nullptr, "Same as a += b."},
    {"isub", native<do_inplace<BinaryOp::sub>>, 2, 2, nullptr, "Same as a -= b."},
    {"imul", native<do_inplace<BinaryOp::mul>>, 2, 2, nullptr, "Same as a *= b."},
    {"imatmul", native<do_inplace<BinaryOp::matmul>>, 2, 2, nullptr, "Same as a @= b."},
    {"ifloordiv", native<do_inplace<BinaryOp::floordiv>>, 2, 2, nullptr, "Same as a //= b."},
    {"itruediv", native<do_inplace<BinaryOp::truediv>>, 2, 2, nullptr, "Same as a /= b."},
    {"imod", native<do_inplace<BinaryOp::mod>>, 2, 2, nullptr, "Same as a %= b."},
    {"ipow", native<do_inplace<BinaryOp::pow>>, 2, 2, nullptr, "Same as a **= b."},
    {"ilshift", native<do_inplace<BinaryOp::lshift>>, 2, 2, nullptr, "Same as a <<= b."},
    {"irshift", native<do_inplace<BinaryOp::rshift>>, 2, 2, nullptr, "Same as a >>= b."},
    {"iand", native<do_inplace<BinaryOp::and_>>, 2, 2, nullptr, "Same as a &= b."},
    {"ixor", native<do_inplace<BinaryOp::xor_>>, 2, 2, nullptr, "Same as a ^= b."},
    {"ior", native<do_inplace<BinaryOp::or_>>, 2, 2, nullptr, "Same as a |= b."},
    {"concat", native<do_concat>, 2, 2, nullptr, "Same as a + b, for a and b sequences."},
    {"iconcat", native<do_iconcat>, 2, 2, nullptr, "Same as a += b, for a and b sequences."},
    {"getitem", native<do_getitem>, 2, 2, nullptr, "Same as a[b]."},
    {"setitem", native<do_setitem>, 3, 3, nullptr, "Same as a[b] = c."},
    {"delitem", native<do_delitem>, 2, 2, nullptr, "Same as del a[b]."},
    {"lt", native<do_compare<CompareOp::lt>>, 2, 2, nullptr, "Same as a < b."},
    {"le", native<do_compare<CompareOp::le>>, 2, 2, nullptr, "Same as a <= b."},
    {"eq", native<do_compare<CompareOp::eq>>, 2, 2, nullptr, "Same as a == b."},
    {"ne", native<do_compare<CompareOp::ne>>, 2, 2, nullptr, "Same as a != b."},
    {"gt", native<do_compare<CompareOp::gt>>, 2, 2, nullptr, "Same as a > b."},
    {"ge", native<do_compare<CompareOp::ge>>, 2, 2, nullptr, "Same as a >= b."},
    {"_compare_digest", native<compare_digest>, 2, 2, "a, b, /", compare_digest_doc},
    {},
};

static const TypeSpec* const types[] = {&itemgetter_spec, &attrgetter_spec, &methodcaller_spec, nullptr};

// Functions that also go by the name of their special method. `and_` and its like lose the underscore there.
static constexpr std::string_view special_names[] = {
    "lt",      "le",       "eq",      "ne",     "ge",       "gt",        "not_",    "abs",    "add",      "and_",
    "call",    "floordiv", "index",   "inv",    "invert",   "lshift",    "mod",     "mul",    "matmul",   "neg",
    "or_",     "pos",      "pow",     "rshift", "sub",      "truediv",   "xor",     "concat", "contains", "delitem",
    "getitem", "setitem",  "iadd",    "iand",   "iconcat",  "ifloordiv", "ilshift", "imod",   "imul",     "imatmul",
    "ior",     "ipow",     "irshift", "isub",   "itruediv", "ixor",
};

static Result<void> fill(Runtime& rt, ModuleObject& module) {
    for (std::string_view name : special_names) {
        std::string_view bare = name;
        if (bare.ends_with('_')) bare.remove_suffix(1);
        const std::string special = "__" + std::string(bare) + "__";
        module_add(rt, module, special, Owned::share(dict_get_text(rt, *module.dict, name)));
    }
    static constexpr std::string_view exported[] = {
        "abs",          "add",       "and_",     "attrgetter", "call",        "concat", "contains", "countOf",
        "delitem",      "eq",        "floordiv", "ge",         "getitem",     "gt",     "iadd",     "iand",
        "iconcat",      "ifloordiv", "ilshift",  "imatmul",    "imod",        "imul",   "index",    "indexOf",
        "inv",          "invert",    "ior",      "ipow",       "irshift",     "is_",    "is_not",   "isub",
        "itemgetter",   "itruediv",  "ixor",     "le",         "length_hint", "lshift", "lt",       "matmul",
        "methodcaller", "mod",       "mul",      "ne",         "neg",         "not_",   "or_",      "pos",
        "pow",          "rshift",    "setitem",  "sub",        "truediv",     "truth",  "xor",
    };
    auto all = make_list(rt, std::size(exported));
    for (std::string_view name : exported) list_append(rt, *all, rt.intern(name));
    module_add(rt, module, "__all__", std::move(all));
    return ok;
}

} // namespace mp::operator_module

namespace mp {

extern const ModuleDef operator_module_def;
const ModuleDef operator_module_def = {
    .name = "operator",
    .doc = "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the "
           "intrinsic operators of Python.  For example, "
           "operator.add(x, y)\nis equivalent to the expression x+y.  The function names are those\nused for special "
           "methods; variants without leading and "
           "trailing\n'__' are also provided for convenience.",
    .functions = operator_module::functions,
    .types = operator_module::types,
    .fill = operator_module::fill,
};

} // namespace mp
