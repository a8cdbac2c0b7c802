#pragma once
// A bump arena: for AST nodes and what they refer to. Everything dies with the arena at once; nothing in it has a
// destructor.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace mp {

class Arena {
public:
    Arena() = default;
    Arena(Arena&& other) noexcept
        : cursor_(std::exchange(other.cursor_, nullptr)),
          limit_(std::exchange(other.limit_, nullptr)),
          chunks_(std::exchange(other.chunks_, nullptr)),
          bytes_(std::exchange(other.bytes_, 0)) {}
    Arena& operator=(Arena&& other) noexcept {
        Arena moved(std::move(other));
        swap(moved);
        return *this;
    }
    ~Arena() { release(); }

    // Uninitialised memory; `alignment` is a power of two. Throws std::bad_alloc.
    void* allocate(std::size_t size, std::size_t alignment) {
        auto address = (reinterpret_cast<std::uintptr_t>(cursor_) + (alignment - 1)) & ~std::uintptr_t(alignment - 1);
        auto limit = reinterpret_cast<std::uintptr_t>(limit_);
        if (cursor_ == nullptr || address > limit || size > limit - address) [[unlikely]]
            return allocate_slow(size, alignment);
        cursor_ = reinterpret_cast<std::byte*>(address) + size;
        return reinterpret_cast<void*>(address);
    }

    // A T made in place: `arena.make<Name>(span, text)`. T is an aggregate or has such a constructor.
    template <class T, class... Args>
    requires std::is_trivially_destructible_v<T> T* make(Args&&... args) {
        void* memory = allocate(sizeof(T), alignof(T));
        if constexpr (std::is_constructible_v<T, Args&&...>)
            return ::new (memory) T(std::forward<Args>(args)...);
        else
            return ::new (memory) T{std::forward<Args>(args)...};
    }

    // `count` value-initialised elements.
    template <class T>
    requires std::is_trivially_destructible_v<T> std::span<T> make_array(std::size_t count) {
        if (count == 0) return {};
        if (count > SIZE_MAX / sizeof(T)) throw std::bad_alloc();
        T* elements = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
        std::uninitialized_value_construct_n(elements, count);
        return {elements, count};
    }

    // A copy of the elements that lives as long as the arena. Takes anything that converts to a span: vector,
    // small_vector, array.
    template <class T>
    requires(std::is_trivially_copyable_v<T>&& std::is_trivially_destructible_v<T>) std::span<T> copy(
        std::span<const T> elements) {
        if (elements.empty()) return {};
        T* to = static_cast<T*>(allocate(elements.size_bytes(), alignof(T)));
        std::memcpy(static_cast<void*>(to), elements.data(), elements.size_bytes());
        return {to, elements.size()};
    }
    template <class Container>
    auto copy_all(const Container& elements) {
        return copy(std::span<const typename Container::value_type>(elements.data(), elements.size()));
    }

    // A copy of the characters (no terminator).
    std::string_view copy(std::string_view text) {
        if (text.empty()) return {};
        char* to = static_cast<char*>(allocate(text.size(), 1));
        std::memcpy(to, text.data(), text.size());
        return {to, text.size()};
    }

    // Bytes taken from the system so far.
    std::size_t bytes_reserved() const { return bytes_; }

    void swap(Arena& other) noexcept {
        std::swap(cursor_, other.cursor_);
        std::swap(limit_, other.limit_);
        std::swap(chunks_, other.chunks_);
        std::swap(bytes_, other.bytes_);
    }

private:
    struct Chunk {
        Chunk* next;
        std::size_t size;
    };

    void* allocate_slow(std::size_t size, std::size_t alignment);
    void release() noexcept;

    std::byte* cursor_ = nullptr;
    std::byte* limit_ = nullptr;
    Chunk* chunks_ = nullptr;
    std::size_t bytes_ = 0;
};

} // namespace mp
