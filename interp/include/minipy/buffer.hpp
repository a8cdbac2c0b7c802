#pragma once
// Memory between the host and Python, never copied.
//
//   std::vector<float> samples(1024);
//   minipy::Lease lease = py.lend("samples", std::span(samples));     // Python sees a writable memoryview of them
//   lease.revoke();                                                     // and from now on ValueError, in every view made of it
//
//   minipy::Buffer pin = py["data"].buffer();                           // memory of a bytes, bytearray, array, memoryview, ndarray … held in place
//   std::span<const float> numbers = pin.as<const float>();
#include <array>
#include <initializer_list>
#include <span>
#include <vector>

#include "minipy/containers.hpp"

namespace minipy {

// An extent or stride of any integral type.
struct Extent {
    template <std::integral I>
    constexpr Extent(I value) noexcept : value(static_cast<std::ptrdiff_t>(value)) {}
    std::ptrdiff_t value;
};
using Extents = std::initializer_list<Extent>;

// A description of memory in N dimensions, as Python's buffers have it (PEP 3118). It owns nothing.
struct BufferInfo {
    const void* data = nullptr; // of the first item
    std::size_t item_size = 1;
    const char* format = "B"; // struct's notation of an item; static text
    std::vector<std::ptrdiff_t> shape;
    std::vector<std::ptrdiff_t> strides; // bytes from one item to the next in each dimension; empty: C order
    bool readonly = true;
};

namespace detail {

// struct's code of an arithmetic type (native size and alignment).
template <class T>
consteval const char* format_of() {
    using U = std::remove_cv_t<T>;
    if constexpr (std::is_same_v<U, bool>)
        return "?";
    else if constexpr (std::is_same_v<U, char> || std::is_same_v<U, unsigned char> || std::is_same_v<U, std::byte> ||
                       std::is_same_v<U, char8_t>)
        return "B";
    else if constexpr (std::is_same_v<U, signed char>)
        return "b";
    else if constexpr (std::is_same_v<U, float>)
        return "f";
    else if constexpr (std::is_same_v<U, double>)
        return "d";
    else if constexpr (std::is_integral_v<U> && std::is_signed_v<U>)
        return sizeof(U) == 2 ? "h" : sizeof(U) == 4 ? "i" : "q";
    else if constexpr (std::is_integral_v<U>)
        return sizeof(U) == 2 ? "H" : sizeof(U) == 4 ? "I" : "Q";
    else
        static_assert(!std::is_same_v<U, U>,
                      "minipy: memory can be shared as numbers, bool, std::byte or char; describe other items with a "
                      "BufferInfo of your own (format \"B\" and their size)");
}

template <class T>
concept MdspanLike = requires(const T& view) {
    typename T::element_type;
    view.data_handle();
    view.extent(0);
    view.stride(0);
    T::rank();
};
// Checks that `shape` holds no more than `size` items of memory, C order. Throws Error (ValueError).
MINIPY_API void check_extents(const BufferInfo& info, std::size_t size);

template <class T>
BufferInfo describe_memory(T* data, Extents shape, Extents strides = {}) {
    BufferInfo info;
    info.data = data;
    info.item_size = sizeof(T);
    info.format = format_of<T>();
    for (Extent extent : shape) info.shape.push_back(extent.value);
    for (Extent stride : strides) info.strides.push_back(stride.value);
    info.readonly = std::is_const_v<T>;
    return info;
}

} // namespace detail

// Memory by pointer, shape and (when it is not in C order) strides in bytes. `const T` is read-only.
template <class T>
BufferInfo buffer_of(T* data, Extents shape, Extents strides = {}) {
    return detail::describe_memory(data, shape, strides);
}
// A contiguous container, span or array, as one dimension or in the given shape (ValueError when the shape needs more items than there are).
template <class Range>
requires requires(Range& range) { std::span(range.data(), range.size()); }
BufferInfo buffer_of(Range&& range, Extents shape = {}) {
    BufferInfo info = shape.size() ? detail::describe_memory(range.data(), shape)
                                   : detail::describe_memory(range.data(), {range.size()});
    detail::check_extents(info, range.size());
    return info;
}
// A std::mdspan, or what looks like one.
template <detail::MdspanLike View>
BufferInfo buffer_of(const View& view) {
    using T = typename View::element_type;
    BufferInfo info = detail::describe_memory(&*view.data_handle(), {});
    for (std::size_t i = 0; i < View::rank(); ++i) {
        info.shape.push_back(static_cast<std::ptrdiff_t>(view.extent(i)));
        info.strides.push_back(static_cast<std::ptrdiff_t>(view.stride(i)) * static_cast<std::ptrdiff_t>(sizeof(T)));
    }
    return info;
}
// As it is.
inline BufferInfo buffer_of(BufferInfo info) { return info; }

// Memory of the host's in Python's hands, until it is revoked; the end of the Lease revokes it. Belongs to the interpreter's thread.
class MINIPY_API Lease {
public:
    Lease() noexcept = default; // of nothing
    // Interpreter::lend() makes it. Throws Error: ValueError for shapes and strides that make no sense.
    Lease(detail::Core& core, const BufferInfo& memory, std::shared_ptr<void> owner);
    Lease(Lease&& other) noexcept = default;
    Lease& operator=(Lease&& other) noexcept;
    ~Lease();

    // A new memoryview of the memory. ValueError when it is revoked.
    Value view() const;
    bool is_revoked() const noexcept;
    // Takes the memory back: every view derived from it (slices and casts included) raises ValueError from then on. Throws Error (BufferError), and nothing has changed, while
    // something other than memoryviews holds the memory: a Buffer, an ndarray made from it, or native code up the stack that is reading it.
    void revoke();
    bool try_revoke() noexcept; // the same; false instead of throwing
    // Leaves the memory with Python for good: as long as the interpreter lives, or for ever when an owner keeps it.
    void abandon() noexcept { memory_ = Value(); }

private:
    Value memory_; // the exporter
};

// Memory of a Python object, held in place: as long as the Buffer lives, it is neither freed nor moved, and scripts cannot resize it (BufferError). Made by Value::buffer().
// The interpreter's end takes it away: is_held() is false then, and everything else throws.
class MINIPY_API Buffer {
public:
    Buffer(const Value& exporter, bool writable);
    Buffer(Buffer&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
    Buffer& operator=(Buffer&& other) noexcept {
        std::swap(state_, other.state_);
        return *this;
    }
    ~Buffer() { release(); }
    void release() noexcept; // lets go now

    bool is_held() const noexcept;
    const void* data() const; // of the first item
    std::size_t size_bytes() const;
    std::size_t item_size() const;
    std::string_view format() const;
    std::size_t dimensions() const;
    std::span<const std::int64_t> shape() const;
    std::span<const std::int64_t> strides() const; // bytes
    bool readonly() const;
    bool is_contiguous() const; // in C order

    // All bytes in order. BufferError when the memory is not contiguous; writable_bytes() also when it is read-only.
    std::span<const std::byte> bytes() const;
    std::span<std::byte> writable_bytes() const;
    // All items in C order as numbers: `as<const float>()`, or `as<float>()` of writable memory. TypeError when the format is another, BufferError when the memory is read-only or not contiguous.
    template <class T>
    std::span<T> as() const {
        return {static_cast<T*>(items(detail::format_of<T>(), sizeof(T), alignof(T), !std::is_const_v<T>)),
                size_bytes() / sizeof(T)};
    }

    struct State;

private:
    friend struct detail::Core;
    const State& state() const;
    void* items(const char* format, std::size_t size, std::size_t alignment, bool writable) const;
    State* state_ = nullptr;
};

template <class Self>
Buffer ValueInterface<Self>::buffer(bool writable) const {
    const Value& value = static_cast<const Self&>(*this).value();
    return Buffer(value, writable);
}

namespace detail {

MINIPY_API bool exports_memory(Core& core, Word word) noexcept;

// A span as a parameter sees the argument's memory, pinned for the call: contiguous numbers of exactly that type; writable unless const. Bytes take any format.
template <ViewLike T>
struct Caster<T> {
    using Element = typename T::element_type;
    std::optional<Buffer> pin;
    T span;
    bool load(Core& core, Word word, Mode) {
        if (!exports_memory(core, word)) return false;
        try {
            pin.emplace(Value::share(core, word), !std::is_const_v<Element>);
            if constexpr (ByteLike<Element> || std::is_same_v<std::remove_cv_t<Element>, char>) {
                const auto bytes = pin->bytes();
                span = T(reinterpret_cast<Element*>(const_cast<std::byte*>(bytes.data())), bytes.size());
            } else {
                span = pin->template as<Element>();
            }
            return true;
        } catch (const Error&) {
            raise_current_exception(core);
            return false;
        }
    }
    template <class A>
    T get() noexcept {
        return span;
    }
    static Word store(Core& core, const T& result) { return store_span(core, result); }
    static std::string name(Core*) { return "Buffer"; }
};

} // namespace detail
} // namespace minipy
