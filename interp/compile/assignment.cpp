// Targets: assignment, unpacking, deletion, augmented and annotated assignment.
#include <algorithm>

#include "interp/compile/compiler.h"

namespace mp {

using namespace ast;

// An attribute of `self` that is assigned to is one of the class around (__static_attributes__).
static void note_static_attribute(CodeState* state, const Attribute& attribute) {
    const Name* object = try_as<Name>(attribute.value);
    if (!object || object->id != "self") return;
    while (state && state->scope.kind != ScopeKind::Class) state = state->parent;
    if (!state) return;
    auto& known = state->static_attributes;
    if (std::find(known.begin(), known.end(), attribute.attr) == known.end()) known.push_back(attribute.attr);
}

// Puts `value` (a local, or the temporary on top: consumed) into a target.
void Compiler::store(const Expression& target, Reg value) {
    if (failed_ || too_deep(target.span)) return;
    ++depth_;
    int top = out().top();
    switch (target.kind) {
    case NodeKind::Name: store_name(target.span, as<Name>(target).id, value); break;
    case NodeKind::Attribute: {
        const Attribute& attribute = as<Attribute>(target);
        value = hold(value, attribute.value, target.span);
        Reg object = expression(*attribute.value);
        refuse_debug(attribute.attr, Context::Store, target.span);
        note_static_attribute(state_, attribute);
        ins(attribute_span(target.span, attribute), Op::SETATTR, object, value).index =
            out().constants.add_name(mangle(attribute.attr));
        break;
    }
    case NodeKind::Subscript: {
        const Subscript& subscript = as<Subscript>(target);
        value = hold(value, nullptr, target.span);
        Reg container = hold(expression(*subscript.value), subscript.slice, target.span);
        if (const Slice* slice = try_as<Slice>(subscript.slice); slice && !slice->step) {
            int bounds = out().top();
            slice_bounds(*slice);
            ins(target.span, Op::SETSLICE, container, value, bounds);
        } else if (auto immediate = small_int(*subscript.slice)) {
            ins(target.span, Op::SETITEMI, container, *immediate, value);
        } else {
            Reg index = expression(*subscript.slice);
            ins(target.span, Op::SETITEM, container, index, value);
        }
        break;
    }
    case NodeKind::List: unpack(target.span, as<List>(target).elts, value); break;
    case NodeKind::Tuple: unpack(target.span, as<Tuple>(target).elts, value); break;
    case NodeKind::Starred: raise("starred assignment target must be in a list or tuple", target.span); break;
    default: break; // the parser lets nothing else through
    }
    out().set_top(top);
    --depth_;
}

void Compiler::unpack(Span span, Seq<Expression> targets, Reg value) {
    int star = -1, count = static_cast<int>(targets.size());
    for (int i = 0; i < count; ++i) {
        if (!is<Starred>(targets[i])) continue;
        if (star >= 0) return raise("multiple starred expressions in assignment", span);
        if (i >= 256 || count - i - 1 >= (1 << 23))
            return raise("too many expressions in star-unpacking assignment", span);
        star = i;
    }
    Reg base = is_temporary(value) && value == out().top() - 1 ? value : out().top();
    auto store_from = [&](const Expression& target, Reg item) {
        const Starred* starred = try_as<Starred>(&target);
        store(starred ? *starred->value : target, item);
    };
    if (count == 2 && star < 0 && (!is_temporary(value) || value == out().top() - 1)) {
        // Two names: their registers take the items at once.
        std::optional<Reg> first = plain_local(*targets[0]), second = plain_local(*targets[1]);
        if (first && second) {
            value = settle(span, value, new_temporary);
            out().push();
            ins(span, Op::UNPACK2, *first, *second, value);
            return;
        }
    }
    if (count <= most_items) {
        out().set_top(base);
        for (int i = 0; i < count; ++i) out().push();
        if (star < 0)
            ins(span, Op::UNPACK, base, value, count);
        else
            ins(span, Op::UNPACK_EX, base, value, star).number = static_cast<std::uint32_t>(count - star - 1);
        for (int i = 0; i < count; ++i) store_from(*targets[i], base + i);
        return;
    }
    // More than fit at once: the rest waits in a list. Its items are taken from the front, piece by piece.
    int first = 0;
    while (count - first > most_items) {
        int piece = most_items / 2;
        if (star >= first && star < first + piece) {
            // The star stands in this piece: what follows it is taken from the list's end.
            int after = count - star - 1;
            out().set_top(base);
            for (int i = first; i <= star; ++i) out().push();
            ins(span, Op::UNPACK_EX, base, value, star - first).number = 0;
            for (int i = first; i < star; ++i) store_from(*targets[i], base + (i - first));
            Reg rest = base + (star - first);
            // rest[-after:], item by item, then what is left is the starred target's.
            for (int i = 0; i < after; ++i) {
                Reg list = out().push();
                ins(span, Op::COPY, list, rest);
                Reg index = load_constant(span, make_int(i - after), new_temporary);
                ins(span, Op::GETITEM, list, list, index);
                out().set_top(list + 1);
                store_from(*targets[star + 1 + i], list);
                out().set_top(list);
            }
            Reg bounds = none(span, new_temporary);
            load_constant(span, make_int(-after), new_temporary);
            ins(span, Op::GETSLICE, rest, rest, bounds);
            out().set_top(rest + 1);
            store_from(*targets[star], rest);
            out().set_top(base);
            return;
        }
        out().set_top(base);
        for (int i = 0; i <= piece; ++i) out().push();
        ins(span, Op::UNPACK_EX, base, value, piece).number = 0;
        for (int i = 0; i < piece; ++i) store_from(*targets[first + i], base + i);
        out().set_top(base);
        ins(span, Op::MOVE, out().push(), base + piece);
        value = base;
        first += piece;
    }
    unpack(span, targets.subspan(static_cast<std::size_t>(first)), value);
}

// a, b = b, a and the like: names without a star on the left, as many values on the right. No tuple is made; the last value goes straight to its
// target, the others wait in temporaries unless they can wait where they are.
bool Compiler::assign_in_parallel(const Assign& node) {
    if (node.targets.size() != 1) return false;
    auto elements = [](const Expression& expression) {
        return is<Tuple>(&expression)  ? as<Tuple>(expression).elts
               : is<List>(&expression) ? as<List>(expression).elts
                                       : Seq<Expression>();
    };
    Seq<Expression> targets = elements(*node.targets[0]), values = elements(*node.value);
    if (targets.empty() || targets.size() != values.size() || targets.size() > 16 || is<List>(node.value)) return false;
    auto starred = [](const Expression* element) { return is<Starred>(element); };
    if (std::any_of(targets.begin(), targets.end(), starred) || std::any_of(values.begin(), values.end(), starred))
        return false;
    std::size_t count = targets.size();
    std::vector<Reg> locals;
    for (const Expression* target : targets) {
        std::optional<Reg> local = plain_local(*target);
        if (!local || std::find(locals.begin(), locals.end(), *local) != locals.end()) break;
        locals.push_back(*local);
    }
    int top = out().top();
    if (locals.size() < count) {
        // Attributes, items, globals: all values first, then the targets in order.
        std::vector<Reg> waiting;
        for (const Expression* value : values) waiting.push_back(expression(*value, new_temporary));
        for (std::size_t i = 0; i < count; ++i) store(*targets[i], waiting[i]);
        out().set_top(top);
        return true;
    }
    std::vector<Reg> waiting; // where each value is
    std::vector<Folded> constants(count);
    for (std::size_t i = 0; i + 1 < count; ++i) {
        constants[i] = folded(*values[i]);
        if (constants[i]) {
            waiting.push_back(0);
            continue;
        }
        Reg value = expression(*values[i]);
        bool overwritten = !is_temporary(value) && std::find(locals.begin(), locals.end(), value) != locals.end();
        if (overwritten || may_rebind(value, nullptr)) value = settle(values[i]->span, value, new_temporary);
        waiting.push_back(value);
    }
    expression(*values[count - 1], locals[count - 1]);
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (constants[i])
            load_constant(values[i]->span, *constants[i], locals[i]);
        else
            ins(targets[i]->span, Op::MOVE, locals[i], waiting[i]);
    }
    out().set_top(top);
    return true;
}

void Compiler::assign(const Assign& node) {
    if (assign_in_parallel(node)) return;
    int top = out().top();
    Seq<Expression> earlier = node.targets.first(node.targets.size() - 1);
    const Expression& last = *node.targets.back();
    // The value is computed where the first target is, when that is a local that no later target changes.
    std::optional<Reg> first = plain_local(*node.targets[0]);
    for (const Expression* target : earlier)
        if (is<Tuple>(target) || is<List>(target)) first.reset();
    if (first) {
        refuse_debug(as<Name>(node.targets[0])->id, Context::Store, node.targets[0]->span);
        expression(*node.value, *first);
        for (const Expression* target : node.targets.subspan(1)) store(*target, *first);
    } else if (earlier.empty()) {
        store(last, expression(*node.value));
    } else {
        Reg value = expression(*node.value, new_temporary);
        for (const Expression* target : earlier) {
            if (const Name* name = try_as<Name>(target)) {
                store_copy(name->span, name->id, value);
                continue;
            }
            Reg copy = out().push();
            ins(target->span, Op::COPY, copy, value);
            store(*target, copy);
            out().set_top(copy);
        }
        store(last, value);
    }
    out().set_top(top);
}

void Compiler::delete_target(const Expression& target) {
    if (failed_ || too_deep(target.span)) return;
    ++depth_;
    int top = out().top();
    switch (target.kind) {
    case NodeKind::Name: delete_name(target.span, as<Name>(target).id); break;
    case NodeKind::Attribute: {
        const Attribute& attribute = as<Attribute>(target);
        Reg object = expression(*attribute.value);
        ins(attribute_span(target.span, attribute), Op::DELATTR, object).index =
            out().constants.add_name(mangle(attribute.attr));
        break;
    }
    case NodeKind::Subscript: {
        const Subscript& subscript = as<Subscript>(target);
        Reg container = hold(expression(*subscript.value), subscript.slice, target.span);
        Reg index = expression(*subscript.slice);
        ins(target.span, Op::DELITEM, container, index);
        break;
    }
    case NodeKind::List:
        for (const Expression* element : as<List>(target).elts) delete_target(*element);
        break;
    case NodeKind::Tuple:
        for (const Expression* element : as<Tuple>(target).elts) delete_target(*element);
        break;
    default: break;
    }
    out().set_top(top);
    --depth_;
}

namespace {

struct InplaceForms {
    Op plain; // of INPLACE, for those without a form of their own
    Op registers, constant;
};

InplaceForms inplace_forms(BinaryOperator op) {
    switch (op) {
    case BinaryOperator::Add: return {Op::ADD, Op::IADD, Op::IADDK};
    case BinaryOperator::Sub: return {Op::SUB, Op::ISUB, Op::ISUBK};
    case BinaryOperator::Mult: return {Op::MUL, Op::IMUL, Op::IMULK};
    case BinaryOperator::MatMult: return {Op::MATMUL, Op::INPLACE, Op::NOP};
    case BinaryOperator::Div: return {Op::TRUEDIV, Op::ITRUEDIV, Op::ITRUEDIVK};
    case BinaryOperator::Mod: return {Op::MOD, Op::IMOD, Op::IMODK};
    case BinaryOperator::Pow: return {Op::POW, Op::INPLACE, Op::NOP};
    case BinaryOperator::LShift: return {Op::LSHIFT, Op::ILSHIFT, Op::ILSHIFTK};
    case BinaryOperator::RShift: return {Op::RSHIFT, Op::IRSHIFT, Op::IRSHIFTK};
    case BinaryOperator::BitOr: return {Op::OR, Op::IOR, Op::IORK};
    case BinaryOperator::BitXor: return {Op::XOR, Op::IXOR, Op::IXORK};
    case BinaryOperator::BitAnd: return {Op::AND, Op::IAND, Op::IANDK};
    case BinaryOperator::FloorDiv: return {Op::FLOORDIV, Op::IFLOORDIV, Op::IFLOORDIVK};
    }
    __builtin_unreachable();
}

} // namespace

// left op= value; the left operand has been read.
Reg Compiler::augmented(const AugAssign& node, Reg left, Reg want) {
    left = hold(left, node.value, node.target->span);
    bool add = node.op == BinaryOperator::Add, sub = node.op == BinaryOperator::Sub;
    if (add || sub) {
        if (auto immediate = small_int(*node.value)) {
            out().release(left);
            Reg to = destination(want);
            ins(node.span, add ? Op::IADDI : Op::ISUBI, to, left, *immediate);
            return to;
        }
    }
    InplaceForms forms = inplace_forms(node.op);
    if (forms.constant != Op::NOP) {
        if (auto constant = operand_constant(*node.value)) {
            out().release(left);
            Reg to = destination(want);
            ins(node.span, forms.constant, to, left, *constant);
            return to;
        }
    }
    Reg right = expression(*node.value);
    out().release(right);
    out().release(left);
    Reg to = destination(want);
    ins(node.span, forms.registers, to, left, right).number = static_cast<std::uint32_t>(forms.plain);
    return to;
}

void Compiler::augmented_assign(const AugAssign& node) {
    int top = out().top();
    const Expression& target = *node.target;
    switch (target.kind) {
    case NodeKind::Name: {
        const Name& name = as<Name>(target);
        if (std::optional<Reg> local = plain_local(name)) {
            refuse_debug(name.id, Context::Store, name.span);
            Reg value = load_name(name.span, name.id, any_register);
            augmented(node, value, *local);
            break;
        }
        refuse_debug(name.id, Context::Store, name.span);
        Reg value = load_name(name.span, name.id, any_register);
        value = augmented(node, value, any_register);
        store_name(target.span, name.id, value);
        break;
    }
    case NodeKind::Attribute: {
        const Attribute& attribute = as<Attribute>(target);
        std::uint32_t name = out().constants.add_name(mangle(attribute.attr));
        Span span = attribute_span(target.span, attribute);
        Reg object = hold(expression(*attribute.value), node.value, attribute.value->span);
        Reg value = out().push();
        if (is_temporary(object)) {
            ins(span, Op::COPY, value, object);
            ins(span, Op::GETATTR, value, value).index = name;
        } else {
            ins(span, Op::GETATTR, value, object).index = name;
        }
        value = augmented(node, value, any_register);
        ins(span, Op::SETATTR, object, value).index = name;
        break;
    }
    case NodeKind::Subscript: {
        const Subscript& subscript = as<Subscript>(target);
        check_subscript(subscript);
        Reg container = hold(expression(*subscript.value), nullptr, subscript.value->span);
        if (const Slice* slice = try_as<Slice>(subscript.slice); slice && !slice->step) {
            int bounds = out().top();
            slice_bounds(*slice);
            Reg value = out().push();
            Reg copies = out().push();
            out().push();
            ins(target.span, Op::COPY, copies, bounds);
            ins(target.span, Op::COPY, copies + 1, bounds + 1);
            Reg object = container;
            if (is_temporary(container)) {
                ins(target.span, Op::COPY, value, container);
                object = value;
            }
            ins(target.span, Op::GETSLICE, value, object, copies);
            out().set_top(value + 1);
            value = augmented(node, value, any_register);
            ins(target.span, Op::SETSLICE, container, value, bounds);
            break;
        }
        std::optional<int> immediate = small_int(*subscript.slice);
        Reg index = immediate ? 0 : hold(expression(*subscript.slice), node.value, subscript.slice->span);
        Reg value = out().push();
        Reg object = container;
        if (is_temporary(container)) {
            ins(target.span, Op::COPY, value, container);
            object = value;
        }
        if (immediate) {
            ins(target.span, Op::GETITEMI, value, object, *immediate);
        } else if (is_temporary(index)) {
            Reg copy = out().push();
            ins(target.span, Op::COPY, copy, index);
            ins(target.span, Op::GETITEM, value, object, copy);
        } else {
            ins(target.span, Op::GETITEM, value, object, index);
        }
        out().set_top(value + 1);
        value = augmented(node, value, any_register);
        if (immediate)
            ins(target.span, Op::SETITEMI, container, *immediate, value);
        else
            ins(target.span, Op::SETITEM, container, index, value);
        break;
    }
    default: break;
    }
    out().set_top(top);
}

// PEP 526. Annotations are evaluated in modules and classes only; those of simple names are kept in __annotations__.
void Compiler::annotated_assign(const AnnAssign& node) {
    int top = out().top();
    const Name* name = try_as<Name>(node.target);
    if (node.value) {
        if (std::optional<Reg> local = plain_local(*node.target);
            local && !refuse_debug(name->id, Context::Store, name->span)) {
            expression(*node.value, *local);
        } else {
            Reg value = expression(*node.value);
            store(*node.target, value);
        }
        out().set_top(top);
    }
    bool evaluated = !state_->scope.is_function_like();
    bool future = scopes_.future.annotations;
    switch (node.target->kind) {
    case NodeKind::Name:
        if (refuse_debug(name->id, Context::Store, node.span)) return;
        if (node.simple && evaluated) {
            annotation_value(*node.annotation);
            Reg value = out().top() - 1;
            Reg annotations = load_name(node.span, "__annotations__", new_temporary);
            Reg key = load_constant(node.span, make_str(mangle(name->id)), new_temporary);
            ins(node.span, Op::SETITEM, annotations, key, value);
        }
        break;
    case NodeKind::Attribute:
        if (refuse_debug(as<Attribute>(node.target)->attr, Context::Store, node.span)) return;
        if (!node.value) discard(*as<Attribute>(node.target)->value);
        break;
    case NodeKind::Subscript:
        if (!node.value) {
            discard(*as<Subscript>(node.target)->value);
            if (const Slice* slice = try_as<Slice>(as<Subscript>(node.target)->slice)) {
                for (const Expression* bound : {slice->lower, slice->upper, slice->step})
                    if (bound) discard(*bound);
            } else {
                discard(*as<Subscript>(node.target)->slice);
            }
        }
        break;
    default: break;
    }
    if (!node.simple && evaluated && !future) discard(*node.annotation);
    out().set_top(top);
}

} // namespace mp
