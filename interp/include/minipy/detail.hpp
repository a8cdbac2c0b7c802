#pragma once
// What the templates of the public headers stand on: functions compiled into the library, on plain words. Not for programs: nothing here is stable.
//
// A Word is a Python value as the interpreter holds it. Functions borrow the words they take unless they say "owned", and the words they give are owned.
// Where a function gives raised_word, or false with `has_pending`, a Python exception is pending: it travels on as a value, never as a C++ exception.
#include <bit>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>

#include "minipy/export.hpp"

namespace minipy {

class Value;
class Interpreter;
class Error;

namespace detail {

struct Core; // one interpreter: outlives it for as long as Values of it are around
using Word = std::uint64_t;

inline constexpr Word unmatched_word = 4; // the arguments do not fit this function
inline constexpr Word raised_word = 12;
inline constexpr Word none_word = 36;
inline constexpr Word false_word = 52;
inline constexpr Word true_word = 60;

// Ints and floats that fit a word stand in it: they convert without a call.
inline constexpr bool is_small_int(Word word) noexcept { return (word & 3) == 3; }
inline constexpr std::int64_t small_int(Word word) noexcept { return static_cast<std::int64_t>(word) >> 2; }
inline constexpr bool fits_small_int(std::int64_t value) noexcept {
    return value >= -(std::int64_t{1} << 61) && value < std::int64_t{1} << 61;
}
inline constexpr Word small_int_word(std::int64_t value) noexcept { return static_cast<Word>(value) << 2 | 3; }
inline constexpr bool is_small_float(Word word) noexcept { return ((word + 1) & 2) != 0; }
inline constexpr double small_float(Word word) noexcept { return std::bit_cast<double>(std::rotr(word ^ 1, 4)); }

// What a Value points to: one reference of the interpreter's. The interpreter's end takes the references back, and the handles stay, empty.
struct Handle {
    Word word;
    Core* core;    // null: free
    Core* running; // the same while the interpreter lives, then null
};

// How far a conversion may go. Overloads are tried exactly first: then 1 is an int and no float, and a tuple no list.
enum class Mode : bool { exact, convert };

// ---- references
MINIPY_API void retain(Word word) noexcept;
MINIPY_API void release_object(Word word) noexcept;
inline void release(Word word) noexcept { // may run Python (finalisers)
    if ((word & 7) == 0) release_object(word);
}
MINIPY_API Handle* make_handle(Core& core, Word owned); // throws bad_alloc (then `owned` is released)
MINIPY_API void free_handle(Handle* handle) noexcept;
[[noreturn]] MINIPY_API void throw_lost(const Handle* handle);
// The interpreter of a handle; throws Error (RuntimeError) when the handle is null or its interpreter is gone.
inline Core& core_of(const Handle* handle) {
    if (!handle || !handle->running) [[unlikely]]
        throw_lost(handle);
    return *handle->running;
}
MINIPY_API Interpreter& interpreter_of(Core& core) noexcept;
// The word of `handle` for use in `core`: a new reference. None for an empty handle. raised_word: TypeError, the value belongs to another interpreter.
MINIPY_API Word share_word(Core& core, const Handle* handle) noexcept;

// Owns one reference for its scope.
class Held {
public:
    explicit Held(Word owned) noexcept : word_(owned) {}
    Held(Held&& other) noexcept : word_(std::exchange(other.word_, none_word)) {}
    Held& operator=(Held&&) = delete;
    ~Held() { release(word_); }
    Word get() const noexcept { return word_; }
    Word take() noexcept { return std::exchange(word_, none_word); }
    bool is_raised() const noexcept { return word_ == raised_word; }

private:
    Word word_;
};

// ---- errors
MINIPY_API bool has_pending(Core& core) noexcept;
[[noreturn]] MINIPY_API void throw_pending(Core& core); // the pending exception as a C++ one, which takes it along
MINIPY_API Error take_pending(Core& core);
MINIPY_API void clear_pending(Core& core) noexcept;
// The C++ exception being handled becomes the pending Python exception; to be called in a catch clause. Gives raised_word.
MINIPY_API Word raise_current_exception(Core& core) noexcept;
MINIPY_API Word raise_error(Core& core, const char* type, const std::string& message) noexcept;
// TypeError "expected int, not str".
[[noreturn]] MINIPY_API void throw_mismatch(Core& core, Word word, const std::string& expected);
inline Word checked(Core& core, Word word) {
    if (word == raised_word) [[unlikely]]
        throw_pending(core);
    return word;
}

// ---- numbers and texts: false when the value is none of the kind; an exception is pending when it is one, and does not fit
MINIPY_API bool load_signed(Core& core, Word word, Mode mode, std::int64_t min, std::int64_t max,
                            std::int64_t& out) noexcept;
MINIPY_API bool load_unsigned(Core& core, Word word, Mode mode, std::uint64_t max, std::uint64_t& out) noexcept;
MINIPY_API bool load_double(Core& core, Word word, Mode mode, double& out) noexcept;
MINIPY_API bool load_float(Core& core, Word word, Mode mode, float& out) noexcept;
MINIPY_API bool load_complex(Core& core, Word word, Mode mode, double& real, double& imaginary) noexcept;
// UTF-8: `view` stands in the str itself (valid while that lives) when it is ASCII, else in `storage`.
MINIPY_API bool load_text(Core& core, Word word, std::string_view& view, std::string& storage);
MINIPY_API bool load_character(Core& core, Word word, char32_t& out) noexcept; // a str of length one
MINIPY_API bool load_seconds(Core& core, Word word,
                             double& out) noexcept; // int, float, or what has total_seconds() or timestamp()
MINIPY_API Word make_int(Core& core, std::int64_t value) noexcept;
MINIPY_API Word make_unsigned(Core& core, std::uint64_t value) noexcept;
MINIPY_API Word make_float(Core& core, double value) noexcept;
MINIPY_API Word make_complex(Core& core, double real, double imaginary) noexcept;
MINIPY_API Word make_text(Core& core, std::string_view utf8) noexcept; // UnicodeDecodeError when it is no UTF-8
MINIPY_API Word make_bytes(Core& core, const void* data, std::size_t size) noexcept;

// ---- containers
enum class Container { list, tuple, set, frozenset, dict };
MINIPY_API Word make_container(Core& core, Container kind,
                               std::size_t size) noexcept;                            // lists and tuples of `size` None
MINIPY_API void put_item(Word list_or_tuple, std::size_t index, Word owned) noexcept; // of a container made just now
MINIPY_API bool add_item(Core& core, Word set, Word owned) noexcept;                  // false: raised (unhashable)
MINIPY_API bool add_entry(Core& core, Word dict, Word owned_key, Word owned_value) noexcept;

// Walks what can stand for a C++ container. Each item is owned by the walk until the next step.
class MINIPY_API Walk {
public:
    Walk(Core& core) noexcept : core_(core) {}
    ~Walk();
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;
    // False: not of that kind (or raised). exact: list for list, tuple for tuple, set for set and frozenset; convert: any iterable but str, bytes-like objects and dicts.
    bool begin(Word container, Container kind, Mode mode) noexcept;
    bool begin_entries(Word mapping,
                       Mode mode) noexcept; // dict, or in convert mode anything with keys() and [] as well
    // False at the end, or when it raised.
    bool next() noexcept;
    Word item() const noexcept { return item_; } // of mappings: the key
    Word entry_value() const noexcept { return value_; }
    std::size_t size_hint() const noexcept { return size_; }
    bool has_raised() const noexcept { return raised_; }

private:
    Core& core_;
    Word sequence_ = none_word; // list or tuple, walked by index; or the iterator
    Word mapping_ = none_word;
    Word item_ = none_word, value_ = none_word;
    std::size_t index_ = 0, size_ = 0;
    bool by_index_ = false, raised_ = false;
};

// ---- what Values do. All may run Python; they throw Error.
enum class Operator {
    add,
    subtract,
    multiply,
    true_divide,
    floor_divide,
    remainder,
    power,
    matrix_multiply,
    left_shift,
    right_shift,
    bit_and,
    bit_or,
    bit_xor
};
enum class Comparison { less, less_equal, equal, not_equal, greater, greater_equal };

// Calls `callee` with `count` owned words, the last ones keywords when `names` (null-terminated texts) are given. The words are consumed, always. Gives raised_word on errors.
MINIPY_API Word call(Core& core, Word callee, Word* words, std::size_t count, const char* const* names = nullptr,
                     std::size_t name_count = 0) noexcept;
// The same for calls with *args and **kwargs: these words are a tuple (or list) and a dict, owned; none_word: none.
MINIPY_API Word call_spread(Core& core, Word callee, Word* words, std::size_t count, const char* const* names,
                            std::size_t name_count, Word more_positional, Word more_keywords) noexcept;
MINIPY_API Word get_attribute(Core& core, Word object, std::string_view name) noexcept;
MINIPY_API Word find_attribute(Core& core, Word object,
                               std::string_view name) noexcept; // unmatched_word: there is none
MINIPY_API bool set_attribute(Core& core, Word object, std::string_view name,
                              Word owned) noexcept; // unmatched_word deletes
MINIPY_API Word get_item(Core& core, Word object, Word owned_key) noexcept;
MINIPY_API bool set_item(Core& core, Word object, Word owned_key, Word owned) noexcept; // unmatched_word deletes
MINIPY_API int contains(Core& core, Word object, Word owned) noexcept;                  // -1: raised
MINIPY_API std::int64_t length(Core& core, Word object) noexcept;                       // -1: raised
MINIPY_API int truth(Core& core, Word object) noexcept;
MINIPY_API std::int64_t hash(Core& core, Word object, bool& raised) noexcept;
MINIPY_API Word text_of(Core& core, Word object, bool repr) noexcept;
MINIPY_API Word binary(Core& core, Operator op, Word left, Word owned_right) noexcept;
MINIPY_API Word binary_reflected(Core& core, Operator op, Word owned_left, Word right) noexcept;
MINIPY_API Word unary(Core& core, char op, Word value) noexcept;                         // - + ~ a(bs)
MINIPY_API int compare(Core& core, Comparison op, Word left, Word owned_right) noexcept; // -1: raised
MINIPY_API Word iterate(Core& core, Word object) noexcept;
MINIPY_API Word next(Core& core, Word iterator) noexcept; // unmatched_word at the end
MINIPY_API Word type_of(Core& core, Word object) noexcept;
MINIPY_API std::string type_name(Core& core, Word object);
MINIPY_API bool is_callable(Core& core, Word object) noexcept;
MINIPY_API bool is_instance_of(Core& core, Word object, Container kind) noexcept;
MINIPY_API bool is_str(Core& core, Word object) noexcept;

// "std::vector<Image>" of a C++ type; the name of its Python class when one is bound.
MINIPY_API std::string type_text(Core* core, const std::type_info& type);

} // namespace detail
} // namespace minipy
