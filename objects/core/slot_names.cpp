#include "objects/core/slot_names.h"

#include "objects/core/slot_wraps.h"
#include "objects/core/trampolines.h"

namespace mp {

namespace {

template <class F>
AnyFunction any(F* function) noexcept {
    return reinterpret_cast<AnyFunction>(function);
}

namespace t = trampoline;
using namespace slot_wraps;

constexpr const char* self_only = "($self, /)";
constexpr const char* self_value = "($self, value, /)";
constexpr const char* self_key = "($self, key, /)";

#define SLOT(slot_, name_, trampoline_, wrap_, signature_, doc_)                                                       \
    SlotName{&Names::dunder_##name_, "__" #name_ "__", SLOT_INDEX(slot_), trampoline_, wrap_, signature_, doc_},
#define BINARY(slot_, name_, reflected_, sign)                                                                         \
    SLOT(slot_, name_, any(&t::binary<&Slots::slot_, &Names::dunder_##name_, &Names::dunder_##reflected_>),            \
         binary_left, self_value, "Return self" sign "value.")                                                         \
    SLOT(slot_, reflected_, any(&t::binary<&Slots::slot_, &Names::dunder_##name_, &Names::dunder_##reflected_>),       \
         binary_right, self_value, "Return value" sign "self.")
#define INPLACE(slot_, name_, sign)                                                                                    \
    SLOT(slot_, name_, any(&t::inplace<&Names::dunder_##name_>), binary_left, self_value, "Return self" sign "value.")
#define UNARY(slot_, name_, doc_) SLOT(slot_, name_, any(&t::unary<&Names::dunder_##name_>), unary, self_only, doc_)
#define COMPARE(name_, sign)                                                                                           \
    SLOT(compare, name_, any(&t::compare), compare_##name_, self_value, "Return self" sign "value.")

std::span<const SlotName> make_table() {
    static const SlotName table[] = {
        SLOT(get_attribute, getattribute, any(&t::get_attribute_hook), get_attribute, "($self, name, /)",
             "Return getattr(self, name).") SLOT(get_attribute, getattr, any(&t::get_attribute_hook), nullptr, nullptr,
                                                 nullptr) SLOT(set_attribute, setattr, any(&t::set_attribute),
                                                               set_attribute, "($self, name, value, /)",
                                                               "Implement setattr(self, name, value).")
            SLOT(set_attribute, delattr, any(&t::set_attribute), delete_attribute, "($self, name, /)",
                 "Implement delattr(self, name).") UNARY(repr, repr, "Return repr(self).")
                SLOT(hash, hash, any(&t::hash), hash, self_only,
                     "Return hash(self).") SLOT(call, call, any(&t::call), call, "($self, /, *args, **kwargs)",
                                                "Call self as a function.") UNARY(str, str, "Return str(self).")
                    COMPARE(lt, "<") COMPARE(le, "<=") COMPARE(eq, "==") COMPARE(ne, "!=") COMPARE(gt, ">") COMPARE(
                        ge, ">=") SLOT(iter, iter, any(&t::iter), unary, self_only, "Implement iter(self).")
                        SLOT(iternext, next, any(&t::iternext), next, self_only,
                             "Implement next(self).") SLOT(descriptor_get, get, any(&t::descriptor_get), descriptor_get,
                                                           "($self, instance, owner=None, /)",
                                                           "Return an attribute of instance, which is of type owner.")
                            SLOT(descriptor_set, set, any(&t::descriptor_set), descriptor_set,
                                 "($self, instance, value, /)",
                                 "Set an attribute of "
                                 "instance to value.") SLOT(descriptor_set, delete, any(&t::descriptor_set),
                                                            descriptor_delete, "($self, instance, /)",
                                                            "Delete an attribute of instance.")
                                SLOT(init, init, any(&t::init), init, "($self, /, *args, **kwargs)",
                                     "Initialize self.  See help(type(self)) for "
                                     "accurate signature.") SLOT(new_, new, any(&t::new_), nullptr, nullptr, nullptr)
                                    SLOT(finalise, del, any(&t::finalise), nullptr, nullptr, nullptr) UNARY(
                                        await, await,
                                        "Return an iterator to be used in await expression.") UNARY(aiter, aiter,
                                                                                                    "Return an "
                                                                                                    "awaitable, that "
                                                                                                    "resolves in "
                                                                                                    "asynchronous "
                                                                                                    "iterator.")
                                        UNARY(anext, anext, "Return a value or raise StopAsyncIteration.") BINARY(
                                            add, add, radd, "+") BINARY(subtract, sub, rsub,
                                                                        "-") BINARY(multiply, mul, rmul, "*")
                                            BINARY(remainder, mod,
                                                   rmod, "%") SLOT(divmod, divmod,
                                                                   any(&t::binary<&Slots::divmod, &Names::dunder_divmod,
                                                                                  &Names::dunder_rdivmod>),
                                                                   binary_left, self_value,
                                                                   "Return divmod(self, value).")
                                                SLOT(divmod, rdivmod,
                                                     any(&t::binary<&Slots::divmod, &Names::dunder_divmod,
                                                                    &Names::dunder_rdivmod>),
                                                     binary_right, self_value, "Return divmod(value, self).")
                                                    SLOT(power, pow, any(&t::power), power,
                                                         "($self, value, mod=None, /)",
                                                         "Return pow(self, value, mod).") SLOT(power, rpow,
                                                                                               any(&t::power), reflected_power,
                                                                                               "($self, value, "
                                                                                               "mod=None, /)",
                                                                                               "Return pow(value, "
                                                                                               "self, "
                                                                                               "mod).")
                                                        UNARY(negative, neg, "-self") UNARY(positive, pos, "+self") UNARY(
                                                            absolute,
                                                            abs,
                                                            "abs(self)") SLOT(bool_, bool, any(&t::truth), truth,
                                                                              self_only,
                                                                              "True if self else False")
                                                            UNARY(invert, invert, "~self") BINARY(
                                                                left_shift,
                                                                lshift,
                                                                rlshift, "<<") BINARY(right_shift, rshift, rrshift,
                                                                                      ">>") BINARY(and_, and, rand, "&")
                                                                BINARY(xor_, xor, rxor, "^") BINARY(or_, or, ror, "|") UNARY(
                                                                    int_,
                                                                    int,
                                                                    "int(self)") UNARY(float_, float, "float(self)")
                                                                    INPLACE(inplace_add, iadd, "+=") INPLACE(
                                                                        inplace_subtract,
                                                                        isub,
                                                                        "-=") INPLACE(inplace_multiply, imul, "*=")
                                                                        INPLACE(inplace_remainder, imod, "%=") INPLACE(
                                                                            inplace_power, ipow,
                                                                            "**=") INPLACE(inplace_left_shift, ilshift,
                                                                                           "<<=") INPLACE(inplace_right_shift,
                                                                                                          irshift,
                                                                                                          ">>=")
                                                                            INPLACE(inplace_and, iand, "&=") INPLACE(
                                                                                inplace_xor, ixor, "^=")
                                                                                INPLACE(inplace_or, ior, "|=") BINARY(
                                                                                    floor_divide, floordiv,
                                                                                    rfloordiv,
                                                                                    "//") BINARY(true_divide,
                                                                                                 truediv, rtruediv, "/")
                                                                                    INPLACE(
                                                                                        inplace_floor_divide, ifloordiv,
                                                                                        "//=") INPLACE(inplace_true_divide,
                                                                                                       itruediv, "/=")
                                                                                        UNARY(index, index,
                                                                                              "Return self "
                                                                                              "converted to an "
                                                                                              "integer, if self is "
                                                                                              "suitable for use as "
                                                                                              "an index into a "
                                                                                              "list.") BINARY(matrix_multiply,
                                                                                                              matmul,
                                                                                                              rmatmul,
                                                                                                              "@")
                                                                                            INPLACE(
                                                                                                inplace_matrix_multiply,
                                                                                                imatmul,
                                                                                                "@=") SLOT(length, len,
                                                                                                           any(&t::length),
                                                                                                           length,
                                                                                                           self_only,
                                                                                                           "Return"
                                                                                                           " len("
                                                                                                           "self)"
                                                                                                           ".")
                                                                                                SLOT(
                                                                                                    get_item,
                                                                                                    getitem,
                                                                                                    any(&t::get_item),
                                                                                                    binary_left,
                                                                                                    self_key,
                                                                                                    "Return self[key].")
                                                                                                    SLOT(
                                                                                                        set_item,
                                                                                                        setitem,
                                                                                                        any(&t::set_item),
                                                                                                        set_item,
                                                                                                        "($self, "
                                                                                                        "key, "
                                                                                                        "value, "
                                                                                                        "/)",
                                                                                                        "Set "
                                                                                                        "self[key]"
                                                                                                        " to "
                                                                                                        "value.")
                                                                                                        SLOT(
                                                                                                            set_item,
                                                                                                            delitem,
                                                                                                            any(&t::set_item),
                                                                                                            delete_item,
                                                                                                            self_key,
                                                                                                            "Delet"
                                                                                                            "e "
                                                                                                            "self["
                                                                                                            "key]"
                                                                                                            ".")
        // Sequences' second way to + and *: __add__ in a Python class feeds the number slot alone.
        SLOT(concat, add, nullptr, binary_left, self_value, "Return self+value.")
            SLOT(repeat, mul, nullptr, repeat, self_value, "Return self*value.") SLOT(repeat, rmul, nullptr, repeat,
                                                                                      self_value, "Return value*self.")
                SLOT(contains, contains, any(&t::contains), contains, self_key, "Return bool(key in self).")
                    SLOT(inplace_concat, iadd, nullptr, binary_left, self_value, "Implement self+=value.")
                        SLOT(inplace_repeat, imul, nullptr, repeat, self_value, "Implement self*=value.")
                            SLOT(get_buffer, buffer, any(python_get_buffer), get_buffer, "($self, flags, /)",
                                 "Return a buffer object that exposes the underlying memory of the object.")
                                SLOT(release_buffer, release_buffer, any(python_release_buffer), release_buffer,
                                     "($self, buffer, /)",
                                     "Release the buffer object that exposes the underlying memory of the object.")};
    return table;
}

} // namespace

std::span<const SlotName> slot_names() noexcept {
    static const std::span<const SlotName> table = make_table();
    return table;
}

bool feeds_slot(Runtime& rt, StrObject& name) noexcept {
    for (const SlotName& slot : slot_names())
        if (rt.names().*slot.name == &name) return true;
    return false;
}

} // namespace mp
