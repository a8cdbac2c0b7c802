// Any text as a format of struct: it compiles to fields that lie in order inside its size, or is refused; what is unpacked can be packed and comes back the same.
#include <vector>

#include "builtins/struct/struct.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/tuple.h"
#include "tests/fuzz/fuzz_session.h"

namespace {

using namespace mp;
using fuzz::attempt;
using fuzz::finding;
using fuzz::Input;

// Sizes beyond this are checked but not filled.
constexpr std::int64_t most_bytes = 4096;

struct Session {
    fuzz::Machine machine;
    Session() { machine.exec("import struct"); }
};

void check_fields(const Format& format) {
    std::int64_t end = 0, values = 0;
    for (const FormatField& field : format.fields) {
        if (field.count < 0 || field.offset < end) finding("fields overlap");
        const bool text = field.item.kind == ItemKind::string || field.item.kind == ItemKind::pascal;
        end = field.offset + field.count * (text ? 1 : field.item.size);
        values += text ? 1 : field.count;
        if (field.item.alignment == 0 || (!field.item.standard && field.offset % field.item.alignment != 0))
            finding("a field is not aligned");
    }
    if (end > format.size) finding("fields lie beyond the end");
    if (values != format.values) finding("values are miscounted");
}

Owned a_value(Vm& vm, Input& input) {
    switch (input.byte() % 12) {
    case 0: return Owned::adopt(Value::none());
    case 1: return make_float(vm, std::bit_cast<double>(input.bits()));
    case 2: return make_int(vm, static_cast<std::int64_t>(input.bits()));
    case 3: return make_uint(vm, input.bits());
    case 4: return make_bytes(vm, {reinterpret_cast<const std::uint8_t*>("abc"), input.byte() % 4u});
    case 5: return make_complex(vm, static_cast<double>(input.small()), -0.0);
    case 6: return Owned::adopt(Value::boolean(input.byte() & 1));
    default: return Owned::adopt(Value::from_int(input.small()));
    }
}

void unpack_and_pack(Vm& vm, const struct_module::FormatPointer& format, Input& input) {
    Ref<BytesObject> data = make_bytes_uninitialised(vm, format->size);
    for (std::int64_t i = 0; i < data->size; ++i) data->data()[i] = input.byte();
    Owned first = attempt(vm, [&] { return struct_module::unpack(vm, format, data); });
    if (first.is_unbound()) finding("bytes of the right size cannot be unpacked");
    auto& values = *static_cast<TupleObject*>(first.get().object());
    if (values.size != format->values) finding("unpack gives another number of values");
    Owned packed = attempt(vm, [&] {
        return struct_module::pack(vm, format, {values.items(), static_cast<std::size_t>(values.size)});
    });
    if (packed.is_unbound()) finding("what was unpacked cannot be packed");
    if (static_cast<BytesObject*>(packed.get().object())->size != format->size) finding("pack gives another size");
    Owned second = attempt(vm, [&] { return struct_module::unpack(vm, format, packed); });
    if (second.is_unbound()) finding("what was packed cannot be unpacked");
    const auto text = [&vm](Value value) {
        auto result = repr(vm, value); // equal texts: NaN too
        if (result.is_raised()) finding("no repr of values");
        return to_utf8(*result.take());
    };
    if (text(first) != text(second)) finding("values change on the way: " + text(first) + " " + text(second));
}

void pack_anything(Vm& vm, const struct_module::FormatPointer& format, Input& input) {
    std::vector<Owned> values;
    Ref<ByteArrayObject> target = make_bytearray_uninitialised(vm, input.byte() % 64);
    if (target->size > 0) std::memset(target->start, 0xAA, static_cast<std::size_t>(target->size));
    values.push_back(target);
    values.push_back(Owned::adopt(Value::from_int(input.small())));
    for (std::int64_t i = 0; i < format->values + (input.byte() % 16 == 0); ++i) values.push_back(a_value(vm, input));
    std::vector<Value> borrowed(values.begin(), values.end());
    const std::int64_t size = target->size;
    attempt(vm, [&] { return struct_module::pack_into(vm, format, borrowed); });
    attempt(vm, [&] { return struct_module::pack(vm, format, std::span<const Value>(borrowed).subspan(2)); });
    attempt(vm, [&] { return struct_module::unpack_from(vm, format, target, borrowed[1]); });
    Owned iterator = attempt(vm, [&] { return struct_module::iter_unpack(vm, format, target); });
    if (!iterator.is_unbound())
        for (int i = 0; i < 4; ++i) attempt(vm, [&] { return next(vm, iterator); });
    iterator = Owned();
    if (target->size != size || target->exports != 0) finding("the target was resized or is exported for ever");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Vm& vm = fuzz::session_of_now<Session>().machine.vm;
    Input input(data, size);
    const std::string_view text = input.text(input.byte() % 24);
    Format compiled;
    if (compile_format(text, compiled) == nullptr) check_fields(compiled);
    Owned given = make_bytes(vm, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    struct_module::FormatPointer format;
    attempt(vm, [&]() -> Result<Owned> {
        format = TRY(struct_module::format_of(vm, given));
        return Owned::adopt(Value::none());
    });
    if ((format != nullptr) != (compile_format(text, compiled) == nullptr))
        finding("compiled for one, not for the other");
    if (!format || format->size > most_bytes || format->values > most_bytes) return 0;
    unpack_and_pack(vm, format, input);
    pack_anything(vm, format, input);
    return 0;
}
