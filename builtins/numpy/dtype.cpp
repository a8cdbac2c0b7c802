#include "builtins/numpy/dtype.h"

#include <cmath>
#include <string>

#include "builtins/numpy/ndarray.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp::numpy {

const DType dtypes[dtype_count] = {
    {DTypeId::bool_, "bool", "|b1", "?", 'b', 1, "Boolean type (True or False), stored as a byte."},
    {DTypeId::int8, "int8", "|i1", "b", 'i', 1, "Signed integer of 8 bits."},
    {DTypeId::uint8, "uint8", "|u1", "B", 'u', 1, "Unsigned integer of 8 bits."},
    {DTypeId::int16, "int16", "<i2", "h", 'i', 2, "Signed integer of 16 bits."},
    {DTypeId::uint16, "uint16", "<u2", "H", 'u', 2, "Unsigned integer of 16 bits."},
    {DTypeId::int32, "int32", "<i4", "i", 'i', 4, "Signed integer of 32 bits."},
    {DTypeId::uint32, "uint32", "<u4", "I", 'u', 4, "Unsigned integer of 32 bits."},
    {DTypeId::int64, "int64", "<i8", "l", 'i', 8, "Signed integer of 64 bits."},
    {DTypeId::uint64, "uint64", "<u8", "L", 'u', 8, "Unsigned integer of 64 bits."},
    {DTypeId::float32, "float32", "<f4", "f", 'f', 4, "Floating-point number of 32 bits."},
    {DTypeId::float64, "float64", "<f8", "d", 'f', 8, "Floating-point number of 64 bits."},
};

DTypeId promote(DTypeId a, DTypeId b) noexcept {
    if (a == b) return a;
    if (a > b) std::swap(a, b);
    if (a == DTypeId::bool_) return b;
    if (is_float(b)) return b == DTypeId::float64 || dtype_of(a).size >= 4 ? DTypeId::float64 : DTypeId::float32;
    if (is_signed(a) == is_signed(b)) return dtype_of(a).size >= dtype_of(b).size ? a : b;
    const DTypeId signed_one = is_signed(a) ? a : b, unsigned_one = is_signed(a) ? b : a;
    if (dtype_of(signed_one).size > dtype_of(unsigned_one).size) return signed_one;
    switch (dtype_of(unsigned_one).size) {
    case 1: return DTypeId::int16;
    case 2: return DTypeId::int32;
    case 4: return DTypeId::int64;
    default: return DTypeId::float64;
    }
}

namespace {

Result<void> store_integer(Runtime& rt, DTypeId id, Value value, std::uint8_t* out) {
    Owned converted;
    if (is_any_float(value)) {
        const double number = float_value(value);
        if (std::isnan(number)) return raise(rt, TypeId::ValueError, "cannot convert float NaN to integer");
        if (std::isinf(number)) return raise(rt, TypeId::OverflowError, "cannot convert float infinity to integer");
        converted = TRY(int_from_double(rt, number));
        value = converted;
    } else if (!is_any_int(value)) {
        if (!rt.type_of(value).slots.index)
            return raise(rt, TypeId::TypeError,
                         "int() argument must be a string, a bytes-like object or a real number, not '%.200s'",
                         type_name(rt, value));
        converted = TRY(index(rt, value));
        value = converted;
    }
    ItemFormat item;
    parse_item_format(dtype_of(id).code, item);
    if (encode_item(rt, item, value, out) == Encoded::done) return ok;
    Ref<StrObject> digits = TRY(int_to_str(rt, value));
    return raise(rt, TypeId::OverflowError, "Python integer %.100s out of bounds for %s", to_utf8(*digits).c_str(),
                 dtype_of(id).name);
}

} // namespace

Result<void> store_value(Runtime& rt, DTypeId id, Value value, std::uint8_t* out) {
    if (id == DTypeId::bool_) {
        *out = TRY(truth(rt, value)) ? 1 : 0;
        return ok;
    }
    if (!is_float(id)) return store_integer(rt, id, value, out);
    if (!is_any_float(value) && !is_any_int(value) && !rt.type_of(value).slots.float_ && !rt.type_of(value).slots.index)
        return raise(rt, TypeId::TypeError, "float() argument must be a string or a real number, not '%.200s'",
                     type_name(rt, value));
    const double number = TRY(to_double(rt, value));
    if (id == DTypeId::float64) {
        std::memcpy(out, &number, sizeof number);
    } else {
        const auto narrow = static_cast<float>(number);
        std::memcpy(out, &narrow, sizeof narrow);
    }
    return ok;
}

Owned load_value(Runtime& rt, DTypeId id, const std::uint8_t* at) {
    return visit(id, [&]<class T>(T) -> Owned {
        const T value = load_element<T>(at);
        if constexpr (std::is_same_v<T, Bool8>)
            return Owned::adopt(Value::boolean(value.byte != 0));
        else if constexpr (std::is_floating_point_v<T>)
            return make_float(rt, value);
        else if constexpr (std::is_unsigned_v<T>)
            return make_uint(rt, value);
        else
            return make_int(rt, value);
    });
}

namespace {

struct Alias {
    const char* text;
    DTypeId id;
};
constexpr Alias aliases[] = {
    {"?", DTypeId::bool_},        {"b1", DTypeId::bool_},       {"|b1", DTypeId::bool_},
    {"bool_", DTypeId::bool_},    {"b", DTypeId::int8},         {"i1", DTypeId::int8},
    {"byte", DTypeId::int8},      {"B", DTypeId::uint8},        {"u1", DTypeId::uint8},
    {"ubyte", DTypeId::uint8},    {"h", DTypeId::int16},        {"i2", DTypeId::int16},
    {"short", DTypeId::int16},    {"H", DTypeId::uint16},       {"u2", DTypeId::uint16},
    {"ushort", DTypeId::uint16},  {"i", DTypeId::int32},        {"i4", DTypeId::int32},
    {"intc", DTypeId::int32},     {"I", DTypeId::uint32},       {"u4", DTypeId::uint32},
    {"uintc", DTypeId::uint32},   {"l", DTypeId::int64},        {"q", DTypeId::int64},
    {"i8", DTypeId::int64},       {"int", DTypeId::int64},      {"int_", DTypeId::int64},
    {"intp", DTypeId::int64},     {"long", DTypeId::int64},     {"longlong", DTypeId::int64},
    {"L", DTypeId::uint64},       {"Q", DTypeId::uint64},       {"u8", DTypeId::uint64},
    {"uint", DTypeId::uint64},    {"uintp", DTypeId::uint64},   {"f", DTypeId::float32},
    {"f4", DTypeId::float32},     {"single", DTypeId::float32}, {"d", DTypeId::float64},
    {"f8", DTypeId::float64},     {"float", DTypeId::float64},  {"double", DTypeId::float64},
    {"float_", DTypeId::float64},
};

} // namespace

Result<DTypeId> dtype_argument(Runtime& rt, Value value) {
    State& state = state_of(rt);
    if (value.is_none() || value.is_unbound()) return DTypeId::float64;
    if (value.is_object() && state.dtype && value.object()->type() == state.dtype.get())
        return static_cast<DTypeObject*>(value.object())->id;
    for (int i = 0; i < dtype_count; ++i)
        if (state.scalars[i] && value.is(Value(state.scalars[i].get()))) return static_cast<DTypeId>(i);
    if (value.is(Value(&rt.type(TypeId::int_)))) return DTypeId::int64;
    if (value.is(Value(&rt.type(TypeId::float_)))) return DTypeId::float64;
    if (value.is(Value(&rt.type(TypeId::bool_)))) return DTypeId::bool_;
    if (is_str_or_subclass(rt, value)) {
        std::string text = to_utf8(*static_cast<StrObject*>(value.object()));
        for (const DType& dtype : dtypes)
            if (text == dtype.name || text == dtype.text) return dtype.id;
        std::string plain =
            !text.empty() && (text[0] == '<' || text[0] == '=' || text[0] == '|') ? text.substr(1) : text;
        if (plain.size() > 1 && text[0] == '>' && plain.back() == '1') plain.erase(0, 1);
        for (const Alias& alias : aliases)
            if (plain == alias.text) return alias.id;
        return raise(rt, TypeId::TypeError, "data type '%.100s' not understood", text.c_str());
    }
    Ref<StrObject> shown = TRY(mp::repr(rt, value));
    return raise(rt, TypeId::TypeError, "Cannot interpret '%.200s' as a data type", to_utf8(*shown).c_str());
}

Result<Owned> dtype_object(Runtime& rt, DTypeId id) {
    State& state = state_of(rt);
    Owned& known = state.dtype_objects[static_cast<int>(id)];
    if (known.is_unbound()) {
        auto* object = static_cast<DTypeObject*>(rt.make_object(*state.dtype->instance_shape, sizeof(DTypeObject)));
        object->id = id;
        known = Owned::adopt(object);
    }
    return known;
}

// ---- numpy.dtype

namespace {

DTypeObject& self_of(Value value) noexcept { return *static_cast<DTypeObject*>(value.object()); }
const DType& described(Value value) noexcept { return dtype_of(self_of(value).id); }

void dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(DTypeObject)); }

Result<Owned> dtype_new(Runtime& rt, Type*, Args args) {
    static const NativeDef def = {"dtype", nullptr, 1, 1, "dtype"};
    Value values[1];
    TRY(bind_arguments(rt, def, args, values));
    return dtype_object(rt, TRY(dtype_argument(rt, values[0])));
}

Result<Owned> dtype_repr(Runtime& rt, Value self) {
    return Owned(make_str(rt, std::string("dtype('") + described(self).name + "')"));
}
Result<Owned> dtype_str(Runtime& rt, Value self) { return Owned(make_str(rt, described(self).name)); }
Result<std::int64_t> dtype_hash(Runtime&, Value self) { return static_cast<std::int64_t>(self_of(self).id) + 0x6e70; }

Result<Owned> dtype_compare(Runtime& rt, Value left, Value right, CompareOp op) {
    if (op != CompareOp::eq && op != CompareOp::ne) return Owned::adopt(Value::not_implemented());
    auto other = dtype_argument(rt, right);
    bool same = false;
    if (other.is_raised()) {
        if (!pending_matches(rt, TypeId::TypeError)) return raised;
        rt.clear_pending();
    } else {
        same = other.take() == self_of(left).id;
    }
    return Owned::adopt(Value::boolean(same == (op == CompareOp::eq)));
}

template <auto Member>
Result<Owned> text_attribute(Runtime& rt, Value self) {
    return Owned(make_str(rt, described(self).*Member));
}
Result<Owned> get_kind(Runtime& rt, Value self) {
    return Owned(char_str(rt, static_cast<unsigned char>(described(self).kind)));
}
Result<Owned> get_itemsize(Runtime&, Value self) { return Owned::adopt(Value::from_int(described(self).size)); }
Result<Owned> get_byteorder(Runtime& rt, Value self) {
    return Owned(char_str(rt, described(self).size == 1 ? U'|' : U'='));
}
Result<Owned> get_type(Runtime& rt, Value self) {
    return Owned::share(Value(state_of(rt).scalars[static_cast<int>(self_of(self).id)].get()));
}

const GetSetDef getsets[] = {
    {"name", text_attribute<&DType::name>},
    {"str", text_attribute<&DType::text>},
    {"char", text_attribute<&DType::code>},
    {"kind", get_kind},
    {"itemsize", get_itemsize},
    {"alignment", get_itemsize},
    {"byteorder", get_byteorder},
    {"type", get_type},
    {},
};

// numpy.uint8(value): the number, checked against the type's range.
template <DTypeId Id>
Result<Owned> scalar_new(Runtime& rt, Type*, Args args) {
    static const NativeDef def = {dtypes[static_cast<int>(Id)].name, nullptr, 0, 1, "value=0, /"};
    Value values[1];
    TRY(bind_arguments(rt, def, args, values));
    alignas(8) std::uint8_t bytes[8] = {};
    if (!values[0].is_unbound()) TRY(store_value(rt, Id, values[0], bytes));
    return load_value(rt, Id, bytes);
}

template <DTypeId Id>
constexpr TypeSpec scalar_spec(const char* name) {
    TypeSpec spec{};
    spec.name = name;
    spec.module = "numpy";
    spec.base = TypeId::object;
    spec.size = sizeof(Object);
    spec.slots.new_ = scalar_new<Id>;
    return spec;
}

} // namespace

const TypeSpec scalar_specs[dtype_count] = {
    scalar_spec<DTypeId::bool_>("bool"),      scalar_spec<DTypeId::int8>("int8"),
    scalar_spec<DTypeId::uint8>("uint8"),     scalar_spec<DTypeId::int16>("int16"),
    scalar_spec<DTypeId::uint16>("uint16"),   scalar_spec<DTypeId::int32>("int32"),
    scalar_spec<DTypeId::uint32>("uint32"),   scalar_spec<DTypeId::int64>("int64"),
    scalar_spec<DTypeId::uint64>("uint64"),   scalar_spec<DTypeId::float32>("float32"),
    scalar_spec<DTypeId::float64>("float64"),
};

const TypeSpec dtype_spec = {
    .name = "dtype",
    .module = "numpy",
    .base = TypeId::object,
    .size = sizeof(DTypeObject),
    .slots = {.dealloc = dealloc,
              .new_ = dtype_new,
              .repr = dtype_repr,
              .str = dtype_str,
              .hash = dtype_hash,
              .compare = dtype_compare},
    .getsets = getsets,
    .doc = "The type of an array's elements.",
};

} // namespace mp::numpy
