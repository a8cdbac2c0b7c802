#pragma once
// The struct module: what its files share.
#include <memory>
#include <span>

#include "objects/buffer/format.h"
#include "objects/buffer/view.h"
#include "objects/types/str.h"

namespace mp {

struct MemoryViewObject;

namespace struct_module {

// A compiled format. Held by whoever uses it: code that runs between items may clear the cache or call Struct.__init__ again.
using FormatPointer = std::shared_ptr<const Format>;

struct StructObject : Object {
    FormatPointer format; // null before __init__
    StrObject* text;      // owned; null before __init__
};

struct UnpackIteratorObject : Object {
    FormatPointer format;
    MemoryViewObject* view; // owned; null once exhausted
    std::int64_t index;     // byte offset of the next
};

// Per interpreter: the module's types, and compiled formats by their text.
struct State : ModuleState {
    OptRef<Type> error;
    OptRef<Type> struct_type;
    OptRef<Type> unpack_iterator;
    struct Entry {
        Owned text; // the str or bytes that was given: looked up by identity
        FormatPointer format;
    };
    Entry cache[64];

    Entry& entry_for(Value text) noexcept { return cache[(text.word() >> 4 ^ text.word() >> 10) & 63]; }
    void clear_cache() noexcept {
        for (Entry& entry : cache) entry = Entry{};
    }
};

inline State& state_of(Runtime& rt) { return rt.module_state<State>(); }

extern const TypeSpec struct_spec;
extern const TypeSpec unpack_iterator_spec;

// raise struct.error(text).
[[gnu::format(printf, 2, 3)]] Raised raise_error(Runtime& rt, const char* format, ...);

// The compiled format of a format argument (str or bytes), from the cache or compiled now. TypeError, UnicodeEncodeError, struct.error.
Result<FormatPointer> format_of(Runtime& rt, Value text);
// The same without the cache.
Result<FormatPointer> compile(Runtime& rt, Value text);

// The operations. `format` null: a Struct that was never initialised, which counts -1 values in -1 bytes as CPython's does.
Result<Owned> pack(Runtime& rt, const FormatPointer& format, std::span<const Value> values);
Result<Owned> pack_into(Runtime& rt, const FormatPointer& format,
                        std::span<const Value> arguments); // buffer, offset, values
Result<Owned> unpack(Runtime& rt, const FormatPointer& format, Value buffer);
Result<Owned> unpack_from(Runtime& rt, const FormatPointer& format, Value buffer, Value offset); // offset unbound: 0
Result<Owned> iter_unpack(Runtime& rt, const FormatPointer& format, Value buffer);

// A tuple of the values at `from`.
Result<Owned> unpack_at(Runtime& rt, const Format& format, const std::uint8_t* from);

} // namespace struct_module
} // namespace mp
