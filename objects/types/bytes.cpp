// bytes: making, hashing, showing, building; and reading bytes out of other objects.
#include "objects/types/bytes.h"

#include <new>

#include "interp/support/hash.h"
#include "objects/buffer/strided.h"
#include "objects/buffer/view.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes_like.h"
#include "objects/types/bytes_methods.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

constexpr std::int64_t largest_size = INT64_MAX / 4;

std::size_t allocation(std::int64_t size) { return sizeof(BytesObject) + static_cast<std::size_t>(size) + 1; }

BytesObject* new_bytes(Runtime& rt, std::int64_t size) {
    if (size > largest_size) throw std::bad_alloc();
    auto* object = rt.make<BytesObject>(TypeId::bytes, static_cast<std::size_t>(size) + 1);
    object->size = size;
    object->cached_hash = -1;
    object->data()[size] = 0;
    return object;
}

} // namespace

Ref<BytesObject> make_bytes_uninitialised(Runtime& rt, std::int64_t size) {
    return Ref<BytesObject>::adopt(new_bytes(rt, size));
}

Ref<BytesObject> make_bytes(Runtime& rt, std::span<const std::uint8_t> data) {
    if (data.size() <= 1) {
        Object*& shared = data.empty() ? rt.empty_bytes : rt.byte_objects[data[0]];
        if (!shared) { // made at first need; the runtime's reference keeps it
            BytesObject* object = new_bytes(rt, static_cast<std::int64_t>(data.size()));
            if (!data.empty()) object->data()[0] = data[0];
            shared = object;
        }
        return Ref<BytesObject>::share(static_cast<BytesObject*>(shared));
    }
    auto result = make_bytes_uninitialised(rt, static_cast<std::int64_t>(data.size()));
    std::memcpy(result->data(), data.data(), data.size());
    return result;
}

std::int64_t hash_of_bytes(const Runtime& rt, std::span<const std::uint8_t> bytes) noexcept {
    if (bytes.empty()) return 0;
    const std::uint64_t hash = siphash13({rt.hash_seed[0], rt.hash_seed[1]}, bytes.data(), bytes.size());
    return hash == ~std::uint64_t{0} ? -2 : static_cast<std::int64_t>(hash);
}

Ref<StrObject> bytes_repr(Runtime& rt, std::span<const std::uint8_t> bytes, std::string_view prefix,
                          std::string_view suffix) {
    static constexpr char digits[] = "0123456789abcdef";
    const bool single = search::find_element(bytes, std::uint8_t{'\''}) >= 0;
    const bool dbl = search::find_element(bytes, std::uint8_t{'"'}) >= 0;
    const char32_t quote = single && !dbl ? U'"' : U'\'';
    StrBuilder out(rt);
    out.reserve(static_cast<std::int64_t>(bytes.size() + prefix.size() + suffix.size() + 3), 0x7F);
    out.append(prefix);
    out.append(U'b');
    out.append(quote);
    for (const std::uint8_t c : bytes) {
        // CPython's bytearray escapes the single quote whichever quote stands around.
        if (c == quote || c == '\\' || (c == '\'' && !prefix.empty())) {
            out.append(U'\\');
            out.append(static_cast<char32_t>(c));
        } else if (c == '\t') {
            out.append("\\t");
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c < 0x20 || c >= 0x7F) {
            out.append("\\x");
            out.append(static_cast<char32_t>(digits[c >> 4]));
            out.append(static_cast<char32_t>(digits[c & 15]));
        } else {
            out.append(static_cast<char32_t>(c));
        }
    }
    out.append(quote);
    out.append(suffix);
    return out.finish();
}

// ---- BytesBuilder

BytesBuilder::~BytesBuilder() {
    if (object_) rt_.free_object(object_, allocation(capacity_));
}

void BytesBuilder::reserve(std::int64_t more) {
    if (more <= capacity_ - size_) return;
    if (more > largest_size - size_) throw std::bad_alloc();
    const std::int64_t needed = size_ + more;
    const std::int64_t capacity = object_ ? needed + needed / 2 + 16 : std::max<std::int64_t>(needed, 32);
    if (object_) {
        object_ =
            static_cast<BytesObject*>(rt_.heap().reallocate(object_, allocation(capacity_), allocation(capacity)));
    } else {
        object_ = rt_.make<BytesObject>(TypeId::bytes, static_cast<std::size_t>(capacity) + 1);
    }
    capacity_ = capacity;
}

std::uint8_t* BytesBuilder::extend(std::int64_t count) {
    reserve(count);
    std::uint8_t* at = object_ ? object_->data() + size_ : nullptr;
    size_ += count;
    return at;
}

void BytesBuilder::append(std::span<const std::uint8_t> bytes) {
    if (bytes.empty()) return;
    std::memcpy(extend(static_cast<std::int64_t>(bytes.size())), bytes.data(), bytes.size());
}

Ref<BytesObject> BytesBuilder::finish() {
    if (size_ <= 1) {
        auto result = make_bytes(rt_, span());
        size_ = 0;
        return result;
    }
    if (capacity_ > size_) {
        object_ = static_cast<BytesObject*>(rt_.heap().reallocate(object_, allocation(capacity_), allocation(size_)));
        capacity_ = size_;
    }
    object_->size = size_;
    object_->cached_hash = -1;
    object_->data()[size_] = 0;
    auto result = Ref<BytesObject>::adopt(object_);
    object_ = nullptr;
    size_ = capacity_ = 0;
    return result;
}

// ---- bytes of other objects

Result<std::uint8_t> byte_value(Runtime& rt, Value value, const char* what) {
    std::int64_t number;
    if (value.is_int()) {
        number = value.as_int();
    } else {
        Owned integer = TRY(index(rt, value));
        if (!int_to_int64(integer, number)) number = -1;
    }
    if (number < 0 || number > 255) return raise(rt, TypeId::ValueError, "%s must be in range(0, 256)", what);
    return static_cast<std::uint8_t>(number);
}

Result<Ref<BytesObject>> bytes_of_exporter(Runtime& rt, Value exporter) {
    if (is_bytes(exporter)) return Ref<BytesObject>::share(static_cast<BytesObject*>(exporter.object()));
    if (is_bytes_or_subclass(rt, exporter) || is_bytearray_or_subclass(rt, exporter))
        return make_bytes(rt, TRY(bytes_like(rt, exporter)).span());
    if (const auto bytes = momentary_bytes(exporter)) { // a view
        TRY(rt.pay(bytes->size() >> 6));
        return make_bytes(rt, *bytes);
    }
    BufferView view = TRY(BufferView::acquire(rt, exporter, {buffer_full_ro}));
    const BufferFields& fields = view.fields();
    TRY(rt.pay(static_cast<std::uint64_t>(fields.length) >> 6));
    auto result = make_bytes_uninitialised(rt, fields.length);
    if (fields.is_contiguous('C') && !fields.suboffsets) {
        if (fields.length) std::memcpy(result->data(), fields.data, static_cast<std::size_t>(fields.length));
    } else {
        copy_to_contiguous(result->data(),
                           {fields.data, fields.ndim, fields.shape_array(), fields.strides_array(), fields.suboffsets},
                           fields.item_size, 'C');
    }
    if (fields.length <= 1) return make_bytes(rt, result->span());
    return result;
}

Result<Ref<BytesObject>> bytes_of_items(Runtime& rt, Value iterable, const char* what) {
    BytesBuilder out(rt);
    out.reserve(TRY(length_hint(rt, iterable, 32)));
    TRY(for_each(rt, iterable, [&](Value item) -> Result<void> {
        out.append(TRY(byte_value(rt, item, what)));
        return ok;
    }));
    return out.finish();
}

Result<Ref<BytesObject>> bytes_from_object(Runtime& rt, Value value) {
    if (is_bytes_like(rt, value)) return bytes_of_exporter(rt, value);
    if (is_walked_by_index(value)) return bytes_of_items(rt, value, "bytes");
    if (!is_str_or_subclass(rt, value)) {
        const Slots& slots = rt.type_of(value).slots;
        if (slots.iter || slots.get_item) {
            auto iterator = iterate(rt, value);
            if (!iterator.is_raised()) return bytes_of_items(rt, iterator.take(), "bytes");
            if (!pending_matches(rt, TypeId::TypeError)) return raised;
            rt.clear_pending();
        }
    }
    return raise(rt, TypeId::TypeError, "cannot convert '%.200s' object to bytes", type_name(rt, value));
}

} // namespace mp
