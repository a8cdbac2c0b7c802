// Words to C++ scalars and texts, and back. Nothing here throws but bad_alloc: errors are pending Python exceptions.
#include <cmath>
#include <limits>

#include "interp/embed/core.h"
#include "objects/buffer/view.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/codecs.h"
#include "objects/types/natives.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace minipy::detail {

namespace {

// An int of the value: itself, or (in convert mode) what __index__ gives. Unbound: none.
mp::Owned integer_of(mp::Vm& vm, mp::Value value, Mode mode) {
    if (mp::is_any_int(value)) return mode == Mode::exact && value.is_bool() ? mp::Owned() : mp::Owned::share(value);
    if (mode == Mode::exact || !mp::has_index(vm, value)) return mp::Owned();
    auto converted = mp::index(vm, value);
    return converted.is_raised() ? mp::Owned() : converted.take();
}

bool raise_range(mp::Vm& vm, mp::Value value, const std::string& range) {
    const auto text = mp::repr(vm, value);
    if (text.is_raised()) { // more digits than may be shown
        vm.clear_pending();
        mp::raise(vm, mp::TypeId::OverflowError, "the int does not fit (%s)", range.c_str());
    } else {
        mp::raise(vm, mp::TypeId::OverflowError, "%.60s does not fit (%s)", mp::to_utf8(*text.peek()).c_str(),
                  range.c_str());
    }
    return false;
}

// Runs what may throw bad_alloc in a function that must not.
template <class F>
bool attempt(Core& core, F&& body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        mp::raise_memory_error(*core.vm);
        return false;
    }
}

} // namespace

bool load_signed(Core& core, Word word, Mode mode, std::int64_t min, std::int64_t max, std::int64_t& out) noexcept {
    const mp::Value value = value_of(word);
    if (value.is_int()) [[likely]] {
        out = value.as_int();
        if (out >= min && out <= max) [[likely]]
            return true;
    }
    return attempt(core, [&] {
        const mp::Owned number = integer_of(*core.vm, value, mode);
        if (number.is_unbound()) return false;
        if (mp::int_to_int64(number, out) && out >= min && out <= max) return true;
        return raise_range(*core.vm, number, std::to_string(min) + " to " + std::to_string(max));
    });
}

bool load_unsigned(Core& core, Word word, Mode mode, std::uint64_t max, std::uint64_t& out) noexcept {
    const mp::Value value = value_of(word);
    if (value.is_int() && value.as_int() >= 0) [[likely]] {
        out = static_cast<std::uint64_t>(value.as_int());
        if (out <= max) [[likely]]
            return true;
    }
    return attempt(core, [&] {
        const mp::Owned number = integer_of(*core.vm, value, mode);
        if (number.is_unbound()) return false;
        if (mp::int_to_uint64(number, out) && out <= max) return true;
        return raise_range(*core.vm, number, "0 to " + std::to_string(max));
    });
}

bool load_double(Core& core, Word word, Mode mode, double& out) noexcept {
    const mp::Value value = value_of(word);
    if (value.is_float()) [[likely]] {
        out = value.as_float();
        return true;
    }
    return attempt(core, [&] {
        mp::Vm& vm = *core.vm;
        if (mp::is_any_float(value)) {
            out = mp::float_value(value);
            return true;
        }
        if (mode == Mode::exact) return false;
        const mp::Slots& slots = vm.type_of(value).slots;
        if (!slots.float_ && !slots.index && !mp::is_any_int(value)) return false;
        auto converted = mp::to_double(vm, value);
        if (converted.is_raised()) return false;
        out = converted.take();
        return true;
    });
}

bool load_float(Core& core, Word word, Mode mode, float& out) noexcept {
    double wide;
    if (!load_double(core, word, mode, wide)) return false;
    out = static_cast<float>(wide);
    if (std::isinf(out) && !std::isinf(wide)) {
        mp::raise_text(*core.vm, mp::TypeId::OverflowError, "float too large to convert");
        return false;
    }
    return true;
}

bool load_complex(Core& core, Word word, Mode mode, double& real, double& imaginary) noexcept {
    return attempt(core, [&] {
        mp::Vm& vm = *core.vm;
        const mp::Value value = value_of(word);
        if (mp::is_any_complex(value)) {
            const auto number = mp::complex_value(value);
            real = number.real;
            imaginary = number.imag;
            return true;
        }
        if (mode == Mode::exact) return false;
        const mp::Slots& slots = vm.type_of(value).slots;
        if (!slots.float_ && !slots.index && !mp::is_any_int(value) &&
            mp::type_lookup(vm.type_of(value), *vm.names().dunder_complex).is_unbound())
            return false;
        auto converted = mp::to_complex(vm, value);
        if (converted.is_raised()) return false;
        const auto number = converted.take();
        real = number.real;
        imaginary = number.imag;
        return true;
    });
}

bool load_text(Core& core, Word word, std::string_view& view, std::string& storage) {
    const mp::Value value = value_of(word);
    if (!mp::is_str(value) && !mp::is_str_or_subclass(*core.vm, value)) return false;
    auto& text = *static_cast<mp::StrObject*>(value.object());
    if (text.is_ascii()) {
        view = text.ascii_view();
        return true;
    }
    return attempt(core, [&] {
        auto encoded = mp::encode_utf8(*core.vm, text);
        if (encoded.is_raised()) return false;
        const auto bytes = encoded.take();
        storage.assign(reinterpret_cast<const char*>(bytes->data()), static_cast<std::size_t>(bytes->size));
        view = storage;
        return true;
    });
}

bool load_character(Core& core, Word word, char32_t& out) noexcept {
    const mp::Value value = value_of(word);
    if (!mp::is_str_or_subclass(*core.vm, value)) return false;
    const auto& text = *static_cast<mp::StrObject*>(value.object());
    if (text.length != 1) return false;
    out = text[0];
    return true;
}

bool load_seconds(Core& core, Word word, double& out) noexcept {
    if (load_double(core, word, Mode::convert, out)) return true;
    if (core.vm->has_pending()) return false;
    return attempt(core, [&] {
        mp::Vm& vm = *core.vm;
        for (const char* name : {"total_seconds", "timestamp"}) {
            auto method = mp::get_optional_attribute(vm, value_of(word), *vm.intern(name));
            if (method.is_raised()) return false;
            const mp::Owned bound = method.take();
            if (bound.is_unbound()) continue;
            auto seconds = mp::call(vm, bound);
            if (seconds.is_raised()) return false;
            const mp::Owned number = seconds.take();
            return load_double(core, number.get().word(), Mode::convert, out);
        }
        return false;
    });
}

bool load_bytes(Core& core, Word word, Mode mode, std::string& out) {
    const mp::Value value = value_of(word);
    if (mp::is_bytes(value)) {
        const auto span = static_cast<mp::BytesObject*>(value.object())->span();
        out.assign(reinterpret_cast<const char*>(span.data()), span.size());
        return true;
    }
    if (mode == Mode::exact || !mp::exports_buffer(*core.vm, value)) return false;
    return attempt(core, [&] {
        auto view = mp::BufferView::acquire(*core.vm, value);
        if (view.is_raised()) return false;
        const mp::BufferView held = view.take();
        out.assign(reinterpret_cast<const char*>(held.bytes().data()), held.bytes().size());
        return true;
    });
}

Word make_int(Core& core, std::int64_t value) noexcept {
    if (mp::Value::fits_int(value)) [[likely]]
        return mp::Value::from_int(value).word();
    return guarded(core, [&] { return give(mp::make_int(*core.vm, value)); });
}
Word make_unsigned(Core& core, std::uint64_t value) noexcept {
    if (value <= static_cast<std::uint64_t>(mp::Value::int_max)) [[likely]]
        return mp::Value::from_int(static_cast<std::int64_t>(value)).word();
    return guarded(core, [&] { return give(mp::make_uint(*core.vm, value)); });
}
Word make_float(Core& core, double value) noexcept {
    if (mp::Value::fits_float(value)) [[likely]]
        return mp::Value::from_float(value).word();
    return guarded(core, [&] { return give(mp::make_float(*core.vm, value)); });
}
Word make_complex(Core& core, double real, double imaginary) noexcept {
    return guarded(core, [&] { return give(mp::make_complex(*core.vm, real, imaginary)); });
}
Word make_text(Core& core, std::string_view utf8) noexcept {
    return guarded(core, [&] {
        return word_of(mp::decode_utf8(*core.vm, {reinterpret_cast<const std::uint8_t*>(utf8.data()), utf8.size()}));
    });
}
Word make_bytes(Core& core, const void* data, std::size_t size) noexcept {
    return guarded(core, [&]() -> Word {
        return mp::Value(mp::make_bytes(*core.vm, {static_cast<const std::uint8_t*>(data), size}).release()).word();
    });
}

} // namespace minipy::detail
