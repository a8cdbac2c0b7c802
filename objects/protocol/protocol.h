#pragma once
// Python's protocols as functions. EVERYTHING here may run Python code: take references to what you still need, hold no raw pointers into
// resizable storage across these calls, and check again afterwards. Arguments are borrowed, results owned.
#include <string_view>

#include "objects/core/runtime.h"

namespace mp {

// ---- calls (call.cpp)
Result<Owned> call(Runtime& rt, Value callee, Args args);
Result<Owned> call(Runtime& rt, Value callee);
Result<Owned> call(Runtime& rt, Value callee, Value a);
Result<Owned> call(Runtime& rt, Value callee, Value a, Value b);
Result<Owned> call(Runtime& rt, Value callee, Value a, Value b, Value c);
Result<Owned> call_method(Runtime& rt, Value object, StrObject& name);
Result<Owned> call_method(Runtime& rt, Value object, StrObject& name, Value a);
Result<Owned> call_method(Runtime& rt, Value object, StrObject& name, Value a, Value b);
bool is_callable(Runtime& rt, Value value) noexcept; // runs nothing

// Calls a native function with CPython's arity and keyword checks ("f() takes exactly one argument (2 given)"). `args` excludes nothing: self is args[0] when has_self.
Result<Owned>
call_native(Runtime& rt, const NativeDef& def, Args args, bool has_self, const Type* owner,
            const StrObject* module = nullptr); // module: of a function, for the texts ("math.sqrt() takes …")

// How many values the function of `def` gets behind self for `given` positional arguments: those, then unbound for optional parameters that were left out. -1: it
// cannot be said so simply (a wrong number, keywords wanted): call_native() does it, or raises.
std::int64_t native_value_count(Runtime& rt, const NativeDef& def, std::uint32_t given);

// Binds the arguments of a call to a signature: `out` gets one borrowed value per parameter in signature order, unbound where none was given. For `new_` and `init`
// slots: `def` is a static NativeDef of the type's name, arity and signature (its function may be null). Also checks arity when `def` has no signature. Raises
// CPython's texts. Runs nothing.
Result<void> bind_arguments(Runtime& rt, const NativeDef& def, Args args, Value* out);
// "T() takes no arguments" for construction slots that take none, and "T() takes no keyword arguments" for those that take positional ones alone.
Result<void> no_keywords(Runtime& rt, const char* name, Args args);
Result<void> no_arguments(Runtime& rt, const char* name, Args args);

// ---- truth, identity, comparison, hash (comparison.cpp)
Result<bool> truth(Runtime& rt, Value value);
Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op);
Result<bool> compare_bool(Runtime& rt, Value left, Value right, CompareOp op);
Result<bool> equal(Runtime& rt, Value left, Value right);         // ==, by value
Result<bool> same_or_equal(Runtime& rt, Value left, Value right); // identity first, as containers compare
Result<std::int64_t> hash(Runtime& rt, Value value);              // TypeError: unhashable type: 'list'
std::uint64_t identity_hash(Value value) noexcept;                // id()-based; runs nothing
Result<bool> is_instance(Runtime& rt, Value object, Value class_or_tuple);
Result<bool> is_subclass(Runtime& rt, Value type, Value class_or_tuple);
// What type.__instancecheck__ and type.__subclasscheck__ do: no hooks.
Result<bool> default_is_instance(Runtime& rt, Value object, Value cls);
Result<bool> default_is_subclass(Runtime& rt, Value type, Value cls);

// ---- text (text.cpp)
Result<Ref<StrObject>> repr(Runtime& rt, Value value);
Result<Ref<StrObject>> str(Runtime& rt, Value value);
Result<Ref<StrObject>> ascii(Runtime& rt, Value value);
Result<Ref<StrObject>> format(Runtime& rt, Value value, StrObject& spec);

// ---- numbers (number.cpp)
enum class BinaryOp : std::uint8_t {
    add,
    sub,
    mul,
    truediv,
    floordiv,
    mod,
    pow,
    matmul,
    lshift,
    rshift,
    and_,
    or_,
    xor_,
    divmod
};
Result<Owned> binary(Runtime& rt, BinaryOp op, Value left,
                     Value right); // with reflection, concat and repeat; CPython's "unsupported operand type(s)" texts
Result<Owned> inplace(Runtime& rt, BinaryOp op, Value left, Value right);
Result<Owned> power(Runtime& rt, Value base, Value exponent, Value modulus);
Result<Owned> negative(Runtime& rt, Value value);
Result<Owned> positive(Runtime& rt, Value value);
Result<Owned> invert(Runtime& rt, Value value);
Result<Owned> absolute(Runtime& rt, Value value);
// operator.index(): an int (possibly big), or TypeError "'T' object cannot be interpreted as an integer".
Result<Owned> index(Runtime& rt, Value value);
// index() as a C integer; out of range raises `overflow` (or, clamped variant: saturates), as PyNumber_AsSsize_t.
Result<std::int64_t> index_int64(Runtime& rt, Value value, TypeId overflow = TypeId::OverflowError);
Result<std::int64_t> index_clamped(Runtime& rt, Value value);
Result<double> to_double(Runtime& rt,
                         Value value); // float(): __float__, then __index__; TypeError "must be real number, not T"
// The double of any float (boxed or not, subclasses too); only after is_any_float(value).
bool is_any_float(Value value) noexcept;
double float_value(Value value) noexcept;

// ---- containers (sequence.cpp)
Result<std::int64_t> length(Runtime& rt, Value value); // TypeError: object of type 'T' has no len()
Result<std::int64_t> length_hint(Runtime& rt, Value value, std::int64_t fallback);
Result<Owned> get_item(Runtime& rt, Value container, Value key); // includes C[...] of classes (__class_getitem__)
Result<void> set_item(Runtime& rt, Value container, Value key, Value value);
Result<void> delete_item(Runtime& rt, Value container, Value key);
Result<bool> contains(Runtime& rt, Value container, Value item);
// Slice bounds for a sequence of `length` items: start, stop, step and the count of items selected (PySlice_Unpack + AdjustIndices). Runs __index__.
struct SliceRange {
    std::int64_t start, stop, step, count;
};
Result<SliceRange> slice_range(Runtime& rt, Value slice, std::int64_t length);
// Step 1 of the two: converts (runs Python). Step 2: adjusts to the length (runs nothing). For objects whose length conversion may change.
Result<SliceRange> slice_unpack(Runtime& rt, Value slice);
void slice_adjust(SliceRange& range, std::int64_t length) noexcept;

// ---- iteration (iteration.cpp)
Result<Owned> iterate(Runtime& rt, Value iterable); // iter(): TypeError "'T' object is not iterable"
// The iterator has raised, or is none: the end when it was StopIteration.
Result<Owned> next_failed(Runtime& rt, Value iterator);
// The next item; exhausted() at the end (a StopIteration raised by __next__ is swallowed). TypeError "'int' object is not an iterator".
inline Result<Owned> next(Runtime& rt, Value iterator) {
    const auto slot = rt.type_of(iterator).slots.iternext;
    if (!slot || !rt.enter_native()) [[unlikely]] // counted: iterators over iterators over iterators
        return next_failed(rt, iterator);
    auto item = slot(rt, iterator);
    rt.leave_native();
    if (item.is_raised()) [[unlikely]]
        return next_failed(rt, iterator);
    return item;
}
Result<Ref<ListObject>> list_from(Runtime& rt, Value iterable);
Result<Ref<TupleObject>> tuple_from(Runtime& rt, Value iterable);
// The layouts whose items sequence_item() gives: exact lists, tuples, bytes, bytearrays. Runs nothing.
inline bool is_walked_by_index(Value value) noexcept {
    if (!value.is_object()) return false;
    const Layout layout = value.object()->layout;
    return layout == Layout::list || layout == Layout::tuple || layout == Layout::bytes || layout == Layout::bytearray;
}
// Item i of such a sequence (borrowed); unbound when it has no more than i items now. Runs nothing.
Value sequence_item(Value sequence, std::int64_t i) noexcept;
// Calls f(Value item) -> Result<void> for every item; pays the step budget. What can be is walked by index (its length is read anew each time).
template <class F>
Result<void> for_each(Runtime& rt, Value iterable, F&& f) {
    if (is_walked_by_index(iterable)) {
        const Owned keep = Owned::share(iterable);
        for (std::int64_t i = 0;; ++i) {
            const Owned item = Owned::share(sequence_item(iterable, i));
            if (item.is_unbound()) return ok;
            TRY(rt.pay(1));
            TRY(f(item.get()));
        }
    }
    Owned iterator = TRY(iterate(rt, iterable));
    for (;;) {
        Owned item = TRY(next(rt, iterator));
        if (item.is_exhausted()) return ok;
        TRY(rt.pay(1));
        TRY(f(item.get()));
    }
}

} // namespace mp
