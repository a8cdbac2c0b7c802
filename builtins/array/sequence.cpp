// Arrays as sequences: items, slices, comparison, + and *.
#include <cstring>

#include "builtins/array/array.h"
#include "interp/support/checked.h"
#include "objects/core/raise.h"
#include "objects/types/slice.h"
#include "objects/types/str.h"

namespace mp::array_module {

namespace {

bool is_index(Runtime& rt, Value key) noexcept { return key.is_int() || rt.type_of(key).slots.index != nullptr; }

Raised raise_bad_index(Runtime& rt) { return raise(rt, TypeId::TypeError, "array indices must be integers"); }

Result<Owned> get_item(Runtime& rt, Value self, Value key) {
    auto& array = array_of(self);
    if (is_index(rt, key)) {
        std::int64_t i = key.is_int() ? key.as_int() : TRY(index_int64(rt, key, TypeId::IndexError));
        if (i < 0) i += array.length();
        if (i < 0 || i >= array.length()) return raise(rt, TypeId::IndexError, "array index out of range");
        return load(rt, array, array.at(i));
    }
    if (!is_slice(key)) return raise_bad_index(rt);
    SliceRange range = TRY(slice_unpack(rt, key));
    slice_adjust(range, array.length());
    Ref<ArrayObject> part = make_array_like(rt, array);
    if (range.count <= 0) return Owned(std::move(part));
    TRY(rt.pay(static_cast<std::uint64_t>(range.count) / 16));
    TRY(part->resize(rt, range.count * array.item_size));
    if (range.step == 1) {
        std::memcpy(part->start, array.at(range.start), static_cast<std::size_t>(part->size));
    } else {
        for (std::int64_t i = 0; i < range.count; ++i)
            std::memcpy(part->at(i), array.at(range.start + i * range.step), array.item_size);
    }
    return Owned(std::move(part));
}

// Deletes every step-th item.
Result<void> delete_extended(Runtime& rt, ArrayObject& array, SliceRange range) {
    if (range.count == 0) return ok;
    TRY(check_resizable(rt, array));
    if (range.step < 0) {
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    const std::int64_t size = array.item_size, length = array.length();
    std::int64_t to = range.start;
    for (std::int64_t i = 0; i < range.count; ++i) {
        const std::int64_t from = range.start + i * range.step + 1;
        const std::int64_t end = i + 1 < range.count ? range.start + (i + 1) * range.step : length;
        std::memmove(array.start + to * size, array.start + from * size, static_cast<std::size_t>((end - from) * size));
        to += end - from;
    }
    return array.resize(rt, (length - range.count) * size);
}

Result<void> set_item(Runtime& rt, Value self, Value key, Value value) {
    auto& array = array_of(self);
    Owned keep = Owned::share(self);
    if (is_index(rt, key)) {
        std::int64_t i = key.is_int() ? key.as_int() : TRY(index_int64(rt, key, TypeId::IndexError));
        if (i < 0) i += array.length();
        const auto check = [&]() -> Result<void> {
            if (i < 0 || i >= array.length())
                return raise(rt, TypeId::IndexError, "array assignment index out of range");
            return ok;
        };
        TRY(check());
        if (value.is_unbound()) {
            TRY(check_resizable(rt, array));
            return array.splice(rt, i * array.item_size, array.item_size, 0);
        }
        std::uint8_t bytes[max_item_size];
        TRY(convert(rt, array, value, bytes));
        TRY(check()); // the conversion may have changed the size
        std::memcpy(array.at(i), bytes, array.item_size);
        return ok;
    }
    if (!is_slice(key)) return raise_bad_index(rt);
    SliceRange range = TRY(slice_unpack(rt, key));
    slice_adjust(range, array.length());
    const std::int64_t size = array.item_size;
    const auto delete_range = [&]() -> Result<void> {
        TRY(check_resizable(rt, array));
        if (range.step != 1) return delete_extended(rt, array, range);
        if (range.count == 0) return ok;
        return array.splice(rt, range.start * size, range.count * size, 0);
    };
    if (value.is_unbound()) return delete_range();
    if (!is_array(rt, value))
        return raise(rt, TypeId::TypeError, "can only assign array (not \"%.200s\") to array slice",
                     type_name(rt, value));
    auto& other = array_of(value);
    if (other.typecode != array.typecode)
        return raise(rt, TypeId::TypeError, "bad argument type for built-in operation");
    // Of itself a copy is assigned.
    std::vector<std::uint8_t> copy;
    std::span<const std::uint8_t> source = other.span();
    if (&other == &array) {
        copy.assign(source.begin(), source.end());
        source = copy;
    }
    const auto needed = static_cast<std::int64_t>(source.size()) / size;
    TRY(rt.pay(static_cast<std::uint64_t>(needed) / 16));
    if (needed == 0 || needed != range.count) TRY(check_resizable(rt, array));
    if (range.step == 1) {
        const std::int64_t removed = range.count * size;
        if (static_cast<std::int64_t>(source.size()) != removed) {
            TRY(array.splice(rt, range.start * size, removed, static_cast<std::int64_t>(source.size())));
        }
        if (!source.empty()) std::memcpy(array.start + range.start * size, source.data(), source.size());
        return ok;
    }
    if (needed == 0) return delete_range(); // also of an extended slice
    if (needed != range.count)
        return raise(rt, TypeId::ValueError, "attempt to assign array of size %lld to extended slice of size %lld",
                     static_cast<long long>(needed), static_cast<long long>(range.count));
    for (std::int64_t i = 0; i < range.count; ++i)
        std::memcpy(array.at(range.start + i * range.step), source.data() + i * size, static_cast<std::size_t>(size));
    return ok;
}

Result<std::int64_t> array_length(Runtime&, Value self) { return array_of(self).length(); }

Result<bool> array_contains(Runtime& rt, Value self, Value item) {
    auto& array = array_of(self);
    Owned keep = Owned::share(self);
    for (std::int64_t i = 0; i < array.length(); ++i) {
        Owned one = TRY(load(rt, array, array.at(i)));
        TRY(rt.pay(1));
        if (TRY(same_or_equal(rt, one, item))) return true;
    }
    return false;
}

Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op) {
    if (!is_array(rt, left) || !is_array(rt, right)) return Owned::adopt(Value::not_implemented());
    auto &a = array_of(left), &b = array_of(right);
    const std::int64_t shorter = std::min(a.length(), b.length());
    const bool by_length = op == CompareOp::eq || op == CompareOp::ne;
    if (by_length && a.length() != b.length()) return Owned::adopt(Value::boolean(op == CompareOp::ne));
    TRY(rt.pay(static_cast<std::uint64_t>(shorter) / 4));
    std::int64_t i = 0;
    const bool exact = a.typecode == b.typecode &&
                       (a.is_text() || (a.item.kind != ItemKind::float32 && a.item.kind != ItemKind::float64));
    // Items are plain numbers and characters: nothing below runs Python code.
    for (; i < shorter; ++i) {
        if (exact) {
            if (std::memcmp(a.at(i), b.at(i), a.item_size) == 0) continue;
        }
        Owned x = TRY(load(rt, a, a.at(i)));
        Owned y = TRY(load(rt, b, b.at(i)));
        if (!TRY(equal(rt, x, y))) {
            if (by_length) return Owned::adopt(Value::boolean(op == CompareOp::ne));
            return mp::compare(rt, x, y, op);
        }
    }
    const std::int64_t m = a.length(), n = b.length();
    switch (op) {
    case CompareOp::lt: return Owned::adopt(Value::boolean(m < n));
    case CompareOp::le: return Owned::adopt(Value::boolean(m <= n));
    case CompareOp::eq: return Owned::adopt(Value::boolean(m == n));
    case CompareOp::ne: return Owned::adopt(Value::boolean(m != n));
    case CompareOp::gt: return Owned::adopt(Value::boolean(m > n));
    default: return Owned::adopt(Value::boolean(m >= n));
    }
}

Result<Owned> concat(Runtime& rt, Value left, Value right) {
    if (!is_array(rt, right))
        return raise(rt, TypeId::TypeError, "can only append array (not \"%.200s\") to array", type_name(rt, right));
    auto &a = array_of(left), &b = array_of(right);
    if (a.typecode != b.typecode) return raise(rt, TypeId::TypeError, "bad argument type for built-in operation");
    Ref<ArrayObject> result = make_array_like(rt, a);
    TRY(result->reserve(rt, a.size + b.size));
    TRY(append_bytes(rt, *result, a.span()));
    TRY(append_bytes(rt, *result, b.span()));
    return Owned(std::move(result));
}

Result<Owned> inplace_concat(Runtime& rt, Value left, Value right) {
    if (!is_array(rt, right))
        return raise(rt, TypeId::TypeError, "can only extend array with array (not \"%.200s\")", type_name(rt, right));
    TRY(extend(rt, array_of(left), right));
    return Owned::share(left);
}

// Fills a block with copies of what stands at its beginning.
void repeat_bytes(std::uint8_t* block, std::int64_t size, std::int64_t total) noexcept {
    for (std::int64_t done = size; done < total;) {
        const std::int64_t more = std::min(done, total - done);
        std::memcpy(block + done, block, static_cast<std::size_t>(more));
        done += more;
    }
}

Result<std::int64_t> repeated_size(Runtime& rt, std::int64_t size, std::int64_t times) {
    std::int64_t total = size;
    if (!checked_mul_into(total, std::max<std::int64_t>(times, 0)) ||
        !rt.heap().would_fit(static_cast<std::size_t>(total)))
        throw std::bad_alloc();
    TRY(rt.pay(static_cast<std::uint64_t>(total) / 64));
    return total;
}

Result<Owned> repeat(Runtime& rt, Value self, std::int64_t times) {
    auto& array = array_of(self);
    Ref<ArrayObject> result = make_array_like(rt, array);
    const std::int64_t total = TRY(repeated_size(rt, array.size, times));
    if (total == 0) return Owned(std::move(result));
    TRY(result->resize(rt, total));
    std::memcpy(result->start, array.start, static_cast<std::size_t>(array.size));
    repeat_bytes(result->start, array.size, total);
    return Owned(std::move(result));
}

Result<Owned> inplace_repeat(Runtime& rt, Value self, std::int64_t times) {
    auto& array = array_of(self);
    const std::int64_t old_size = array.size, total = TRY(repeated_size(rt, old_size, times));
    if (total != old_size) {
        TRY(check_resizable(rt, array));
        TRY(array.resize(rt, total));
        if (total > 0) repeat_bytes(array.start, old_size, total);
    }
    return Owned::share(self);
}

Result<Owned> repr(Runtime& rt, Value self) {
    auto& array = array_of(self);
    StrBuilder builder(rt);
    builder.append(rt.type_of(self).short_name());
    builder.append("('");
    builder.append(static_cast<char32_t>(static_cast<unsigned char>(array.typecode)));
    builder.append(U'\'');
    if (array.length() > 0) {
        builder.append(", ");
        if (array.is_text()) {
            Ref<StrObject> text = TRY(to_text(rt, array));
            builder.append(*str_repr(rt, *text));
        } else {
            TRY(rt.pay(static_cast<std::uint64_t>(array.length())));
            builder.append(U'[');
            for (std::int64_t i = 0; i < array.length(); ++i) {
                if (i > 0) builder.append(", ");
                Owned item = TRY(load(rt, array, array.at(i)));
                builder.append(*TRY(mp::repr(rt, item)));
            }
            builder.append(U']');
        }
    }
    builder.append(U')');
    return Owned(builder.finish());
}

Result<Owned> iter(Runtime& rt, Value self) {
    State& state = state_of(rt);
    if (!state.iterator) return raise(rt, TypeId::RuntimeError, "array is being taken down");
    auto* iterator =
        static_cast<ArrayIteratorObject*>(rt.make_object(*state.iterator->instance_shape, sizeof(ArrayIteratorObject)));
    iterator->array = &array_of(self);
    retain(iterator->array);
    iterator->index = 0;
    return Owned::adopt(iterator);
}

Result<void> get_buffer(Runtime& rt, Object* object, const BufferRequest&, BufferFields& fields) {
    static_cast<void>(rt);
    auto& array = *static_cast<ArrayObject*>(object);
    static const char* const formats[] = {"b", "B", "w", "w", "h", "H", "i",
                                          "I", "l", "L", "q", "Q", "f", "d"}; // in the order of `typecodes`
    fields.data = array.start ? array.start : reinterpret_cast<std::uint8_t*>(&array + 1);
    fields.length = array.size;
    fields.item_size = array.item_size;
    fields.format = formats[std::strchr(typecodes, array.typecode) - typecodes];
    fields.readonly = false;
    ++array.exports;
    return ok;
}

void release_buffer(Runtime&, Object* object, BufferFields&) { --static_cast<ArrayObject*>(object)->exports; }

void dealloc(Runtime& rt, Object* object) {
    static_cast<ArrayObject*>(object)->free_block(rt);
    rt.free_object(object, sizeof(ArrayObject));
}

// ---- the iterator

ArrayIteratorObject& iterator_of(Value value) noexcept { return *static_cast<ArrayIteratorObject*>(value.object()); }

void iterator_dealloc(Runtime& rt, Object* object) {
    if (auto* array = static_cast<ArrayIteratorObject*>(object)->array) release(array);
    rt.free_object(object, sizeof(ArrayIteratorObject));
}

void iterator_traverse(Object* object, Visitor visit, void* context) {
    if (auto* array = static_cast<ArrayIteratorObject*>(object)->array) visit(array, context);
}

void iterator_clear(Runtime&, Object* object) {
    if (auto* array = std::exchange(static_cast<ArrayIteratorObject*>(object)->array, nullptr)) release(array);
}

Result<Owned> iterator_self(Runtime&, Value self) { return Owned::share(self); }

Result<Owned> iterator_next(Runtime& rt, Value self) {
    auto& iterator = iterator_of(self);
    if (!iterator.array) return Owned::adopt(Value::exhausted());
    if (iterator.index < iterator.array->length()) {
        Owned item = TRY(load(rt, *iterator.array, iterator.array->at(iterator.index)));
        ++iterator.index;
        return item;
    }
    release(std::exchange(iterator.array, nullptr));
    return Owned::adopt(Value::exhausted());
}

} // namespace

constinit const Slots sequence_slots = {
    .dealloc = dealloc,
    .repr = repr,
    .compare = compare,
    .iter = iter,
    .length = array_length,
    .concat = concat,
    .inplace_concat = inplace_concat,
    .repeat = repeat,
    .inplace_repeat = inplace_repeat,
    .get_item = get_item,
    .set_item = set_item,
    .contains = array_contains,
    .get_buffer = get_buffer,
    .release_buffer = release_buffer,
};

extern const NativeDef iterator_methods[];

const TypeSpec iterator_spec = {
    .name = "arrayiterator",
    .module = "array",
    .base = TypeId::object,
    .size = sizeof(ArrayIteratorObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .clear = iterator_clear,
              .iter = iterator_self,
              .iternext = iterator_next},
    .methods = iterator_methods,
};

} // namespace mp::array_module
