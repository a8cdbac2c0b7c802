#pragma once
// The struct module: what its files share.
#include <span>
#include <utility>

#include "objects/buffer/format.h"
#include "objects/buffer/view.h"
#include "objects/types/str.h"

namespace mp {

struct MemoryViewObject;

namespace struct_module {

// A compiled format. Held by whoever uses it: code that runs between items may clear the cache or call Struct.__init__ again. Counted, as objects are, without
// atomic operations: an interpreter belongs to one thread at a time.
class FormatPointer {
public:
    FormatPointer() noexcept = default;
    explicit FormatPointer(Format format) : shared_(new Shared{std::move(format), 1}) {}
    FormatPointer(const FormatPointer& other) noexcept : shared_(other.shared_) {
        if (shared_) ++shared_->count;
    }
    FormatPointer(FormatPointer&& other) noexcept : shared_(std::exchange(other.shared_, nullptr)) {}
    FormatPointer& operator=(FormatPointer other) noexcept {
        std::swap(shared_, other.shared_);
        return *this;
    }
    ~FormatPointer() {
        if (shared_ && --shared_->count == 0) delete shared_;
    }
    explicit operator bool() const noexcept { return shared_ != nullptr; }
    const Format& operator*() const noexcept { return shared_->format; }
    const Format* operator->() const noexcept { return &shared_->format; }

private:
    struct Shared {
        Format format;
        std::size_t count;
    };
    Shared* shared_ = nullptr;
};

struct StructObject : Object {
    FormatPointer format; // null before __init__
    StrObject* text;      // owned; null before __init__
};

struct UnpackIteratorObject : Object {
    FormatPointer format;
    MemoryViewObject* view; // owned; null once exhausted
    TupleObject* values;    // owned; what was given last, to be used again when nobody holds it any more; may be null
    std::int64_t index;     // byte offset of the next
};

// Per interpreter: the module's types, and compiled formats by their text.
struct State : ModuleState {
    OptRef<Type> error;
    OptRef<Type> struct_type;
    OptRef<Type> unpack_iterator;
    struct Entry {
        Owned text; // the str or bytes that was given
        FormatPointer format;
    };
    Entry same[64];  // by the object that was given
    Entry equal[64]; // by its hash: texts that are made anew for each call

    Entry& entry_of(Value text) noexcept { return same[(text.word() >> 4 ^ text.word() >> 10) & 63]; }
    Entry& entry_of_hash(std::int64_t hash) noexcept { return equal[static_cast<std::uint64_t>(hash) & 63]; }
    void clear_cache() noexcept {
        for (Entry& entry : same) entry = Entry{};
        for (Entry& entry : equal) entry = Entry{};
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
