// The methods of array.array, its type and the module.
#include <algorithm>
#include <cstring>

#include "builtins/array/array.h"
#include "builtins/modules.h"
#include "interp/support/checked.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/types/bytes.h"
#include "objects/types/bytes_like.h"
#include "objects/types/codecs.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/generic_alias.h"
#include "objects/types/list.h"
#include "objects/types/module.h"
#include "objects/types/natives.h"
#include "objects/types/str.h"
#include "objects/types/text_arguments.h"
#include "objects/types/tuple.h"

namespace mp {

namespace array_module {

namespace {

Owned none() { return Owned::adopt(Value::none()); }

Result<Owned> method_append(Runtime& rt, Args args) {
    TRY(append(rt, array_of(args[0]), args[1]));
    return none();
}

Result<Owned> method_extend(Runtime& rt, Args args) {
    TRY(extend(rt, array_of(args[0]), args[1]));
    return none();
}

Result<Owned> method_insert(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    std::int64_t at = TRY(size_argument(rt, args, 1, 0));
    std::uint8_t bytes[max_item_size];
    TRY(convert(rt, array, args[2], bytes));
    if (at < 0) at = std::max<std::int64_t>(at + array.length(), 0);
    at = std::min(at, array.length());
    TRY(check_resizable(rt, array));
    TRY(array.splice(rt, at * array.item_size, 0, array.item_size));
    std::memcpy(array.at(at), bytes, array.item_size);
    return none();
}

Result<Owned> method_pop(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    std::int64_t at = TRY(size_argument(rt, args, 1, -1));
    if (array.length() == 0) return raise(rt, TypeId::IndexError, "pop from empty array");
    if (at < 0) at += array.length();
    if (at < 0 || at >= array.length()) return raise(rt, TypeId::IndexError, "pop index out of range");
    Owned item = TRY(load(rt, array, array.at(at)));
    TRY(check_resizable(rt, array));
    TRY(array.splice(rt, at * array.item_size, array.item_size, 0));
    return item;
}

// The first place of a value at or behind `start` and before `stop`, or -1. Runs __eq__: the length is read anew each time.
Result<std::int64_t> find(Runtime& rt, ArrayObject& array, Value value, std::int64_t start, std::int64_t stop) {
    for (std::int64_t i = start; i < stop && i < array.length(); ++i) {
        Owned item = TRY(load(rt, array, array.at(i)));
        TRY(rt.pay(1));
        if (TRY(same_or_equal(rt, item, value))) return i;
    }
    return -1;
}

Result<Owned> method_index(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    SearchBounds bounds;
    if (args.has(2)) bounds.start = TRY(slice_bound(rt, args[2]));
    if (args.has(3)) bounds.end = TRY(slice_bound(rt, args[3]));
    bounds.adjust(array.length());
    const std::int64_t found = TRY(find(rt, array, args[1], bounds.start, bounds.end));
    if (found < 0) return raise(rt, TypeId::ValueError, "array.index(x): x not in array");
    return make_int(rt, found);
}

Result<Owned> method_remove(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    const std::int64_t found = TRY(find(rt, array, args[1], 0, INT64_MAX));
    if (found < 0) return raise(rt, TypeId::ValueError, "array.remove(x): x not in array");
    TRY(check_resizable(rt, array));
    if (found < array.length())
        TRY(array.splice(rt, found * array.item_size, array.item_size, 0)); // __eq__ may have shortened it
    return none();
}

Result<Owned> method_count(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    std::int64_t count = 0;
    for (std::int64_t i = 0; i < array.length(); ++i) {
        Owned item = TRY(load(rt, array, array.at(i)));
        TRY(rt.pay(1));
        if (TRY(same_or_equal(rt, item, args[1]))) ++count;
    }
    return make_int(rt, count);
}

Result<Owned> method_clear(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (array.size > 0) {
        TRY(check_resizable(rt, array));
        TRY(array.resize(rt, 0));
    }
    return none();
}

Result<Owned> method_reverse(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    TRY(rt.pay(static_cast<std::uint64_t>(array.length()) / 8));
    std::uint8_t bytes[max_item_size];
    for (std::int64_t i = 0, k = array.length() - 1; i < k; ++i, --k) {
        std::memcpy(bytes, array.at(i), array.item_size);
        std::memcpy(array.at(i), array.at(k), array.item_size);
        std::memcpy(array.at(k), bytes, array.item_size);
    }
    return none();
}

Result<Owned> method_byteswap(Runtime& rt, Args args) {
    TRY(rt.pay(static_cast<std::uint64_t>(array_of(args[0]).length()) / 16));
    swap_bytes(array_of(args[0]));
    return none();
}

Result<Owned> method_buffer_info(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    Owned address = make_uint(rt, reinterpret_cast<std::uintptr_t>(array.start));
    Owned length = make_int(rt, array.length());
    return Owned(tuple_of(rt, address, length));
}

Result<Ref<ListObject>> to_list(Runtime& rt, ArrayObject& array) {
    TRY(rt.pay(static_cast<std::uint64_t>(array.length()) / 4));
    Ref<ListObject> list = make_list(rt, array.length());
    for (std::int64_t i = 0; i < array.length(); ++i) list_append(rt, *list, TRY(load(rt, array, array.at(i))));
    return list;
}

Result<Owned> method_tolist(Runtime& rt, Args args) { return Owned(TRY(to_list(rt, array_of(args[0])))); }
Result<Owned> method_tobytes(Runtime& rt, Args args) { return Owned(make_bytes(rt, array_of(args[0]).span())); }

Result<Owned> method_tounicode(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (!array.is_text())
        return raise(rt, TypeId::ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return Owned(TRY(to_text(rt, array)));
}

Result<Owned> method_fromunicode(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "fromunicode() argument must be str, not %.50s",
                     args[1].is_none() ? "None" : type_name(rt, args[1]));
    if (!array.is_text())
        return raise(rt, TypeId::ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    TRY(append_text(rt, array, *static_cast<StrObject*>(args[1].object())));
    return none();
}

Result<void> append_buffer(Runtime& rt, ArrayObject& array, Value value) {
    BufferView view = TRY(BufferView::acquire(rt, value));
    if (view.fields().item_size != 1) return raise(rt, TypeId::TypeError, "a bytes-like object is required");
    if (view.fields().length % array.item_size != 0)
        return raise(rt, TypeId::ValueError, "bytes length not a multiple of item size");
    // The array's own memory is exported now: growing refuses.
    return append_bytes(rt, array, view.bytes());
}

Result<Owned> method_frombytes(Runtime& rt, Args args) {
    TRY(append_buffer(rt, array_of(args[0]), args[1]));
    return none();
}

Result<Owned> method_fromlist(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (!is_list_or_subclass(rt, args[1])) return raise(rt, TypeId::TypeError, "arg must be list");
    auto& list = *static_cast<ListObject*>(args[1].object());
    const std::int64_t count = list.size;
    if (count == 0) return none();
    TRY(check_resizable(rt, array));
    // All items are converted before the array changes.
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count) * array.item_size);
    for (std::int64_t i = 0; i < count; ++i) {
        Owned item = Owned::share(list.items[i]);
        TRY(convert(rt, array, item, bytes.data() + i * array.item_size));
        if (list.size != count) return raise(rt, TypeId::RuntimeError, "list changed size during iteration");
    }
    TRY(append_bytes(rt, array, bytes));
    return none();
}

Result<Owned> method_tofile(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    constexpr std::int64_t block = 64 * 1024;
    for (std::int64_t at = 0; at < array.size; at += block) { // write() may change the size
        Ref<BytesObject> bytes =
            make_bytes(rt, {array.start + at, static_cast<std::size_t>(std::min(block, array.size - at))});
        TRY(call_method(rt, args[1], *rt.names().write, bytes));
    }
    return none();
}

Result<Owned> method_fromfile(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (args.count != 3)
        return raise(rt, TypeId::TypeError, "fromfile() takes exactly 2 positional arguments (%u given)",
                     args.count - 1);
    const std::int64_t count = TRY(size_argument(rt, args, 2, 0));
    if (count < 0) return raise(rt, TypeId::ValueError, "negative count");
    std::int64_t wanted = count;
    if (!checked_mul_into<std::int64_t>(wanted, array.item_size)) return raise_memory_error(rt);
    Owned size = make_int(rt, wanted);
    Owned read = TRY(call_method(rt, args[1], *rt.names().read, size));
    if (!is_bytes_or_subclass(rt, read)) return raise(rt, TypeId::TypeError, "read() didn't return bytes");
    const auto bytes = static_cast<BytesObject*>(read.get().object())->span();
    if (bytes.size() % array.item_size != 0)
        return raise(rt, TypeId::ValueError, "bytes length not a multiple of item size");
    TRY(append_bytes(rt, array, bytes));
    if (static_cast<std::int64_t>(bytes.size()) != wanted)
        return raise(rt, TypeId::EOFError, "read() didn't return enough bytes");
    return none();
}

Result<Owned> method_copy(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    Ref<ArrayObject> copy = make_array_like(rt, array);
    TRY(append_bytes(rt, *copy, array.span()));
    return Owned(std::move(copy));
}

Result<Owned> method_sizeof(Runtime& rt, Args args) {
    return make_int(rt, static_cast<std::int64_t>(sizeof(ArrayObject)) + array_of(args[0]).capacity);
}

// The machine formats of pickles (CPython's enum machine_format_code), for little endian; those of big endian are one more.
constexpr struct {
    const char* codes;
    int format;
} machine_formats[] = {{"B", 0},   {"b", 1},   {"H", 2},  {"h", 4},  {"I", 6},  {"i", 8},
                       {"LQ", 10}, {"lq", 12}, {"f", 14}, {"d", 16}, {"uw", 20}};

int machine_format(char typecode) noexcept {
    for (const auto& row : machine_formats)
        if (std::strchr(row.codes, typecode))
            return row.format + (row.format > 1 && std::endian::native == std::endian::big ? 1 : 0);
    return -1;
}

Result<Owned> method_reduce_ex(Runtime& rt, Args args) {
    auto& array = array_of(args[0]);
    if (!is_any_int(args[1])) return raise(rt, TypeId::TypeError, "__reduce_ex__ argument should be an integer");
    const std::int64_t protocol = TRY(index_int64(rt, args[1]));
    Owned dict = Owned::adopt(Value::none());
    if (Owned found = TRY(get_optional_attribute(rt, args[0], *rt.names().dunder_dict)); !found.is_unbound())
        dict = std::move(found);
    Owned type = Owned::share(Value(&rt.type_of(args[0])));
    Ref<StrObject> code = char_str(rt, static_cast<unsigned char>(array.typecode));
    if (protocol < 3) {
        Ref<ListObject> list = TRY(to_list(rt, array));
        return Owned(tuple_of(rt, type, tuple_of(rt, code, list), dict));
    }
    Owned module = TRY(rt.import_module(*rt.intern("array")));
    Owned reconstructor = TRY(get_attribute(rt, module, *rt.intern("_array_reconstructor")));
    Ref<BytesObject> bytes = make_bytes(rt, array.span());
    return Owned(tuple_of(rt, reconstructor,
                          tuple_of(rt, type, code, Value::from_int(machine_format(array.typecode)), bytes), dict));
}

Result<char> typecode_argument(Runtime& rt, Value value) {
    if (!is_str_or_subclass(rt, value) || static_cast<StrObject*>(value.object())->length != 1)
        return raise(rt, TypeId::TypeError, "array() argument 1 must be a unicode character, not %.50s",
                     value.is_none() ? "None" : type_name(rt, value));
    const char32_t code = (*static_cast<StrObject*>(value.object()))[0];
    if (code == 0 || code > 0x7F || !std::strchr(typecodes, static_cast<char>(code)))
        return raise(rt, TypeId::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    return static_cast<char>(code);
}

// _array_reconstructor(type, typecode, machine format, bytes): what pickles of protocol 3 and later call.
Result<Owned> function_reconstructor(Runtime& rt, Args args) {
    Type* array_type = state_of(rt).array.get();
    if (!array_type) return raise(rt, TypeId::RuntimeError, "array is being taken down");
    if (!is_subtype(&rt.type_of(args[0]), &rt.type(TypeId::type)))
        return raise(rt, TypeId::TypeError, "first argument must be a type object, not %.200s", type_name(rt, args[0]));
    auto* type = static_cast<Type*>(args[0].object());
    if (!is_subtype(type, array_type))
        return raise(rt, TypeId::TypeError, "%.200s is not a subtype of %.200s", type->name.c_str(),
                     array_type->name.c_str());
    const char typecode = TRY(typecode_argument(rt, args[1]));
    const std::int64_t format = TRY(index_int64(rt, args[2]));
    if (format < 0 || format > 21)
        return raise(rt, TypeId::ValueError, "third argument must be a valid machine format code.");
    if (!is_bytes_or_subclass(rt, args[3]))
        return raise(rt, TypeId::TypeError, "fourth argument should be bytes, not %.200s", type_name(rt, args[3]));
    const auto bytes = static_cast<BytesObject*>(args[3].object())->span();
    Ref<ArrayObject> array = make_array(rt, *type, typecode);
    if (format == machine_format(typecode)) {
        if (bytes.size() % array->item_size != 0)
            return raise(rt, TypeId::ValueError, "bytes length not a multiple of item size");
        TRY(append_bytes(rt, *array, bytes));
        return Owned(std::move(array));
    }
    if (format >= 18) { // text of another machine
        if (!array->is_text())
            return raise(rt, TypeId::TypeError, "cannot use a str to initialize an array with typecode '%c'", typecode);
        const Encoding encodings[] = {Encoding::utf16_le, Encoding::utf16_be, Encoding::utf32_le, Encoding::utf32_be};
        Ref<StrObject> text =
            TRY(decode(rt, bytes, CodecOptions{encodings[format - 18], ErrorHandler::strict, "strict"}));
        TRY(append_text(rt, *array, *text));
        return Owned(std::move(array));
    }
    // Numbers of another machine, one by one.
    static constexpr char codes[] = {'B', 'b', 'H', 'H', 'h', 'h', 'I', 'I', 'i',
                                     'i', 'Q', 'Q', 'q', 'q', 'f', 'f', 'd', 'd'};
    ItemFormat item;
    find_item_format(format > 1 && format % 2 == 1 ? '>' : '<', codes[format], item);
    if (bytes.size() % item.size != 0) return raise(rt, TypeId::ValueError, "bytes length not a multiple of item size");
    // Ints get the type that holds them here, whatever it is called.
    constexpr std::string_view ints = "bBhHiIqQ";
    if (ints.find(codes[format]) != ints.npos && ints.find(item.code) != ints.npos)
        array = make_array(rt, *type, item.code);
    for (std::size_t at = 0; at < bytes.size(); at += item.size) {
        TRY(rt.pay(1));
        Owned number = load_item(rt, item, bytes.data() + at);
        TRY(append(rt, *array, number));
    }
    return Owned(std::move(array));
}

// array(typecode[, initializer])
Result<Owned> array_new(Runtime& rt, Type* type, Args args) {
    if (type == state_of(rt).array.get()) TRY(no_keywords(rt, "array.array", args));
    const std::uint32_t count = args.count - (args.names ? static_cast<std::uint32_t>(args.names->size) : 0);
    if (count < 1) return raise(rt, TypeId::TypeError, "array() takes at least 1 argument (0 given)");
    if (count > 2) return raise(rt, TypeId::TypeError, "array() takes at most 2 arguments (%u given)", count);
    const char typecode = TRY(typecode_argument(rt, args[0]));
    const bool text = typecode == 'u' || typecode == 'w';
    Ref<ArrayObject> array = make_array(rt, *type, typecode);
    if (count == 1) return Owned(std::move(array));
    const Value source = args[1];
    if (is_str_or_subclass(rt, source)) {
        if (!text)
            return raise(rt, TypeId::TypeError, "cannot use a str to initialize an array with typecode '%c'", typecode);
        TRY(append_text(rt, *array, *static_cast<StrObject*>(source.object())));
    } else if (is_array(rt, source)) {
        auto& other = array_of(source);
        if (other.is_text() && !text)
            return raise(rt, TypeId::TypeError, "cannot use a unicode array to initialize an array with typecode '%c'",
                         typecode);
        if (other.typecode == typecode)
            TRY(append_bytes(rt, *array, other.span()));
        else
            for (std::int64_t i = 0; i < other.length(); ++i) {
                Owned item = TRY(load(rt, other, other.at(i)));
                TRY(append(rt, *array, item));
            }
    } else if (is_bytes_or_subclass(rt, source) || is_bytearray_or_subclass(rt, source)) {
        TRY(append_buffer(rt, *array, source));
    } else {
        TRY(extend(rt, *array, source));
    }
    return Owned(std::move(array));
}

// __init__ has nothing to do: it takes whatever it is given.
Result<void> array_init(Runtime&, Value, Args) { return ok; }

Result<Owned> get_typecode(Runtime& rt, Value self) {
    return Owned(char_str(rt, static_cast<unsigned char>(array_of(self).typecode)));
}
Result<Owned> get_itemsize(Runtime&, Value self) { return Owned::adopt(Value::from_int(array_of(self).item_size)); }

const GetSetDef getsets[] = {
    {"typecode", get_typecode, nullptr, "the typecode character used to create the array"},
    {"itemsize", get_itemsize, nullptr, "the size, in bytes, of one array item"},
    {},
};

Slots make_slots() noexcept {
    Slots slots = sequence_slots;
    slots.new_ = array_new;
    slots.init = array_init;
    return slots;
}

const NativeDef functions[] = {
    {"_array_reconstructor", native<function_reconstructor>, 4, 4, nullptr, "Internal. Used for pickling support."},
    {},
};

// collections.abc.MutableSequence.register(array): where the module can be imported.
Result<void> register_sequence(Runtime& rt, Type& array) {
    auto imported = rt.import_module(*rt.intern("collections.abc"));
    if (imported.is_raised())
        return pending_matches(rt, TypeId::ImportError) && swallow_pending(rt) ? Result<void>(ok)
                                                                               : Result<void>(raised);
    Owned module = imported.take();
    Owned base = TRY(get_attribute(rt, module, *rt.intern("MutableSequence")));
    Ref<StrObject> name = rt.intern("register");
    TRY(call_method(rt, base, *name, Value(&array)));
    return ok;
}

Result<void> fill(Runtime& rt, ModuleObject& module) {
    State& state = state_of(rt);
    if (!state.array) {
        state.array = TRY(make_native_type(rt, array_spec));
        state.iterator = TRY(make_native_type(rt, iterator_spec));
        TRY(register_sequence(rt, *state.array));
    }
    module_add(rt, module, "array", Owned::share(Value(state.array.get())));
    module_add(rt, module, "ArrayType", Owned::share(Value(state.array.get())));
    module_add(rt, module, "typecodes", Owned(make_str(rt, typecodes)));
    return ok;
}

// ---- the iterator's methods

ArrayIteratorObject& iterator_of(Value value) noexcept { return *static_cast<ArrayIteratorObject*>(value.object()); }

Result<Owned> iterator_reduce(Runtime& rt, Args args) {
    auto& iterator = iterator_of(args[0]);
    Owned iter_function = Owned::share(rt.builtins_dict ? dict_get_text(rt, *rt.builtins_dict, "iter") : Value::none());
    if (!iterator.array) return Owned(tuple_of(rt, iter_function, tuple_of(rt, Value(rt.empty_tuple))));
    return Owned(tuple_of(rt, iter_function, tuple_of(rt, Value(iterator.array)), Value::from_int(iterator.index)));
}

Result<Owned> iterator_setstate(Runtime& rt, Args args) {
    const std::int64_t index = TRY(index_int64(rt, args[1]));
    auto& iterator = iterator_of(args[0]);
    if (iterator.array) iterator.index = std::clamp<std::int64_t>(index, 0, iterator.array->length());
    return none();
}

} // namespace

extern const NativeDef iterator_methods[];
const NativeDef iterator_methods[] = {
    {"__reduce__", native<iterator_reduce>, 0, 0, nullptr, "Return state information for pickling."},
    {"__setstate__", native<iterator_setstate>, 1, 1, nullptr, "Set state information for unpickling."},
    {},
};

const NativeDef methods[] = {
    {"append", native<method_append>, 1, 1, nullptr, "Append new value v to the end of the array."},
    {"buffer_info", native<method_buffer_info>, 0, 0, nullptr,
     "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to "
     "hold array's contents.\n\nThe length should be "
     "multiplied by the itemsize attribute to calculate\nthe buffer length in bytes."},
    {"byteswap", native<method_byteswap>, 0, 0, nullptr,
     "Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError "
     "is\nraised."},
    {"clear", native<method_clear>, 0, 0, nullptr, "Remove all items from the array."},
    {"count", native<method_count>, 1, 1, nullptr, "Return number of occurrences of v in the array."},
    {"extend", native<method_extend>, 1, 1, nullptr, "Append items to the end of the array."},
    {"frombytes", native<method_frombytes>, 1, 1, nullptr,
     "Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file "
     "using the fromfile() method."},
    {"fromfile", native<method_fromfile>, 0, -1, nullptr,
     "Read n objects from the file object f and append them to the end of the array."},
    {"fromlist", native<method_fromlist>, 1, 1, nullptr, "Append items to array from list."},
    {"fromunicode", native<method_fromunicode>, 1, 1, nullptr,
     "Extends this array with data from the unicode string ustr.\n\nThe array must be a unicode type array; otherwise "
     "a ValueError is raised.\nUse "
     "array.frombytes(ustr.encode(...)) to append Unicode data to an array of\nsome other type."},
    {"index", native<method_index>, 1, 3, nullptr,
     "Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present."},
    {"insert", native<method_insert>, 2, 2, nullptr, "Insert a new item v into the array before position i."},
    {"pop", native<method_pop>, 0, 1, nullptr,
     "Return the i-th element and delete it from the array.\n\ni defaults to -1."},
    {"remove", native<method_remove>, 1, 1, nullptr, "Remove the first occurrence of v in the array."},
    {"reverse", native<method_reverse>, 0, 0, nullptr, "Reverse the order of the items in the array."},
    {"tobytes", native<method_tobytes>, 0, 0, nullptr,
     "Convert the array to an array of machine values and return the bytes representation."},
    {"tofile", native<method_tofile>, 1, 1, nullptr, "Write all items (as machine values) to the file object f."},
    {"tolist", native<method_tolist>, 0, 0, nullptr, "Convert array to an ordinary list with the same items."},
    {"tounicode", native<method_tounicode>, 0, 0, nullptr,
     "Extends this array with data from the unicode string ustr.\n\nConvert the array to a unicode string.  The array "
     "must be a unicode type array;\notherwise a "
     "ValueError is raised.  Use array.tobytes().decode() to obtain a\nunicode string from an array of some other "
     "type."},
    {"__copy__", native<method_copy>, 0, 0, nullptr, "Return a copy of the array."},
    {"__deepcopy__", native<method_copy>, 1, 1, nullptr, "Return a copy of the array."},
    {"__reduce_ex__", native<method_reduce_ex>, 1, 1, nullptr, "Return state information for pickling."},
    {"__sizeof__", native<method_sizeof>, 0, 0, nullptr, "Size of the array in memory, in bytes."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

const TypeSpec array_spec = {
    .name = "array",
    .module = "array",
    .base = TypeId::object,
    .size = sizeof(ArrayObject),
    .flags = type_is_base | type_weakrefs | type_sequence,
    .slots = make_slots(),
    .methods = methods,
    .getsets = getsets,
    .doc = "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, "
           "and\ninitialized from the optional initializer value, "
           "which must be a list,\nstring or iterable over elements of the appropriate type.",
};

} // namespace array_module

extern const ModuleDef array_module_def;
const ModuleDef array_module_def = {
    .name = "array",
    .doc = "This module defines an object type which can efficiently represent\nan array of basic values: characters, "
           "integers, floating-point\nnumbers.  Arrays are "
           "sequence types and behave very much like lists,\nexcept that the type of objects stored in them is "
           "constrained.\n",
    .functions = array_module::functions,
    .fill = array_module::fill,
};

} // namespace mp
