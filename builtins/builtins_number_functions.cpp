// Built-in functions about numbers and characters.
#include "builtins/builtins_module.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

Result<Owned> absolute_of(Runtime& rt, Args args) { return absolute(rt, args[0]); }
Result<Owned> divmod(Runtime& rt, Args args) { return binary(rt, BinaryOp::divmod, args[0], args[1]); }
Result<Owned> pow(Runtime& rt, Args args) { return power(rt, args[0], args[1], args.has(2) ? args[2] : Value::none()); }

Result<Owned> round(Runtime& rt, Args args) {
    const bool with_digits = args.has(1) && !args[1].is_none();
    bool absent = false;
    const Value digits = args[1];
    Owned result = TRY(call_special(rt, args[0], *rt.names().dunder_round, &digits, with_digits ? 1 : 0, absent));
    if (absent)
        return raise(rt, TypeId::TypeError, "type %.100s doesn't define __round__ method", type_name(rt, args[0]));
    return result;
}

// "0b101": the digits of any integer behind a prefix.
template <int Base>
Result<Owned> in_base(Runtime& rt, Args args) {
    Owned number = TRY(index(rt, args[0]));
    const bool negative = int_sign(number) < 0;
    Ref<StrObject> digits = TRY(int_to_str(rt, number, Base));
    StrBuilder text(rt);
    text.append(negative ? "-0" : "0");
    text.append(Base == 2 ? U'b' : Base == 8 ? U'o' : U'x');
    text.append(*digits, negative ? 1 : 0, digits->length);
    return Owned(text.finish());
}

Result<Owned> chr(Runtime& rt, Args args) {
    const std::int64_t code = TRY(index_clamped(rt, args[0]));
    if (code < 0 || code > 0x10FFFF) return raise(rt, TypeId::ValueError, "chr() arg not in range(0x110000)");
    return Owned(char_str(rt, static_cast<char32_t>(code)));
}

Result<Owned> ord(Runtime& rt, Args args) {
    std::int64_t size = 0;
    std::int64_t code = 0;
    if (is_str_or_subclass(rt, args[0])) {
        const auto& text = *static_cast<StrObject*>(args[0].object());
        size = text.length;
        if (size == 1) code = static_cast<std::int64_t>(text[0]);
    } else if (is_subtype(&rt.type_of(args[0]), &rt.type(TypeId::bytes))) {
        const auto& bytes = *static_cast<BytesObject*>(args[0].object());
        size = bytes.size;
        if (size == 1) code = bytes.data()[0];
    } else if (is_subtype(&rt.type_of(args[0]), &rt.type(TypeId::bytearray))) {
        const auto& bytes = *static_cast<ByteArrayObject*>(args[0].object());
        size = bytes.size;
        if (size == 1) code = bytes.start[0];
    } else {
        return raise(rt, TypeId::TypeError, "ord() expected string of length 1, but %.200s found",
                     type_name(rt, args[0]));
    }
    if (size != 1)
        return raise(rt, TypeId::TypeError, "ord() expected a character, but string of length %lld found",
                     static_cast<long long>(size));
    return Owned::adopt(Value::from_int(code));
}

} // namespace

const NativeDef builtin_number_functions[] = {
    {"abs", native<absolute_of>, 1, 1, "x, /", "Return the absolute value of the argument."},
    {"divmod", native<divmod>, 2, 2, "x, y, /", "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x."},
    {"pow", native<pow>, 2, 3, "base, exp, mod=None",
     "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.\n\nSome types, such as ints, are "
     "able to use a more efficient algorithm when\ninvoked using the three "
     "argument form."},
    {"round", native<round>, 1, 2, "number, ndigits=None",
     "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted "
     "or None.  Otherwise\nthe return value has the same type as the "
     "number.  ndigits may be negative."},
    {"bin", native<in_base<2>>, 1, 1, "number, /",
     "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'"},
    {"oct", native<in_base<8>>, 1, 1, "number, /",
     "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'"},
    {"hex", native<in_base<16>>, 1, 1, "number, /",
     "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'"},
    {"chr", native<chr>, 1, 1, "i, /", "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."},
    {"ord", native<ord>, 1, 1, "c, /", "Return the Unicode code point for a one-character string."},
    {},
};

} // namespace mp
