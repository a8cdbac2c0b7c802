#pragma once
// C++ values to Python and back: numbers, texts, bytes, and the program's own types by a specialisation of Convert. Containers: containers.hpp.
//
//   C++                                        Python
//   bool                                       bool (nothing else: use Value::truth() for truth)
//   integers of every width                    int, and what has __index__; OverflowError when it does not fit. No floats
//   float, double, long double                 float, int, and what has __float__
//   char, char8_t, char16_t, char32_t          str of one character
//   std::string, string_view, const char*      str, as UTF-8 (a view is valid as long as the str lives, in parameters for the call)
//   std::u8string, u8string_view               str
//   minipy::bytes                              bytes, and every object that exports contiguous memory
//   std::byte                                  int from 0 to 255
//   std::nullptr_t, std::monostate             None
//   std::complex                               complex, float, int
//   enumerations                               members of a bound enum_ (enum.hpp)
//   classes bound with cls<>                   their instances (class.hpp)
//
// Conversions that Python code takes part in (__index__, __float__ …) run it; what it raises is passed on.
#include <algorithm>
#include <concepts>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "minipy/detail.hpp"

namespace minipy {

// How a type of the program's own goes to Python and comes back. Specialise it:
//
//   template <> struct minipy::Convert<Vec2> {
//       static constexpr const char* name = "tuple[float, float]";               // as signatures and stubs show it
//       static minipy::Value to_python(minipy::Interpreter& py, const Vec2& v) { return py.tuple(v.x, v.y); }
//       static std::optional<Vec2> from_python(const minipy::Value& value) {    // nothing: not such a value (TypeError)
//           auto pair = value.try_to<std::pair<double, double>>();
//           if (!pair) return std::nullopt;
//           return Vec2{pair->first, pair->second};
//       }
//   };
//
// One direction is enough where only that is used. Both may throw: the exception reaches Python.
template <class T>
struct Convert {
    static constexpr bool is_missing = true;
};

// Types that look like something that converts (a container, a callable), but are to be objects of a bound class: `template <> inline constexpr bool minipy::as_object<Mesh> = true;`
template <class T>
inline constexpr bool as_object = false;

// Bytes as a value: a std::string that Python sees as bytes.
struct bytes : std::string {
    using std::string::string;
    bytes() = default;
    explicit bytes(std::string data) noexcept : std::string(std::move(data)) {}
    bytes(const void* data, std::size_t size) : std::string(static_cast<const char*>(data), size) {}
};

namespace detail {

template <class T>
concept HasConvert = !requires {
    Convert<T>::is_missing;
};
// Converted by its shape, when nothing else is said.
template <class T>
concept Structural = std::is_class_v<T> && !HasConvert<T> && !as_object<T>;

// One conversion of an argument: load() reads a value, and what get() gives is valid as long as the Caster is. store() makes a Python value; owned.
// The primary template is in class.hpp: bound classes and enumerations.
template <class T>
struct Caster;

template <class T>
using CasterOf = Caster<std::remove_cv_t<std::remove_reference_t<T>>>;

// What casters of values share: the converted value, handed to a parameter of type A.
template <class T>
struct ValueCaster {
    T value{};
    template <class A>
    decltype(auto) get() {
        if constexpr (std::is_lvalue_reference_v<A>) {
            static_assert(std::is_const_v<std::remove_reference_t<A>>,
                          "minipy: a parameter `T&` of a converted type cannot hand its change back to Python; take "
                          "`T` or `const T&`, and return the result");
            return static_cast<const T&>(value);
        } else {
            return static_cast<T&&>(value);
        }
    }
};

template <>
struct Caster<bool> : ValueCaster<bool> {
    bool load(Core&, Word word, Mode) noexcept {
        value = word == true_word;
        return word == true_word || word == false_word;
    }
    static Word store(Core&, bool flag) noexcept { return flag ? true_word : false_word; }
    static std::string name(Core*) { return "bool"; }
};

template <class T>
concept Character = std::same_as<T, char> || std::same_as<T, char8_t> || std::same_as<T, char16_t> ||
    std::same_as<T, char32_t> || std::same_as<T, wchar_t>;
template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !Character<T>;

template <Number T>
requires(sizeof(T) <= 8) struct Caster<T> : ValueCaster<T> {
    bool load(Core& core, Word word, Mode mode) noexcept {
        if constexpr (std::is_signed_v<T>) {
            constexpr T min = std::numeric_limits<T>::min(), max = std::numeric_limits<T>::max();
            std::int64_t wide = small_int(word);
            if (!is_small_int(word) || wide < min || wide > max) [[unlikely]]
                if (!load_signed(core, word, mode, min, max, wide)) return false;
            this->value = static_cast<T>(wide);
        } else {
            constexpr T max = std::numeric_limits<T>::max();
            auto wide = static_cast<std::uint64_t>(small_int(word)); // a negative one is beyond every small int
            if (!is_small_int(word) || wide > std::min<std::uint64_t>(max, INT64_MAX)) [[unlikely]]
                if (!load_unsigned(core, word, mode, max, wide)) return false;
            this->value = static_cast<T>(wide);
        }
        return true;
    }
    static Word store(Core& core, T number) noexcept {
        if constexpr (sizeof(T) < 8) return small_int_word(number);
        if constexpr (std::is_signed_v<T>)
            return fits_small_int(number) ? small_int_word(number) : make_int(core, number);
        else
            return make_unsigned(core, number);
    }
    static std::string name(Core*) { return "int"; }
};

template <>
struct Caster<std::byte> : ValueCaster<std::byte> {
    bool load(Core& core, Word word, Mode mode) noexcept {
        std::uint64_t wide;
        if (!load_unsigned(core, word, mode, 255, wide)) return false;
        value = static_cast<std::byte>(wide);
        return true;
    }
    static Word store(Core& core, std::byte byte) noexcept {
        return make_unsigned(core, static_cast<std::uint64_t>(byte));
    }
    static std::string name(Core*) { return "int"; }
};

template <std::floating_point T>
struct Caster<T> : ValueCaster<T> {
    bool load(Core& core, Word word, Mode mode) noexcept {
        if constexpr (std::same_as<T, float>) return load_float(core, word, mode, this->value);
        double wide = small_float(word);
        if (!is_small_float(word) && !load_double(core, word, mode, wide)) return false;
        this->value = static_cast<T>(wide);
        return true;
    }
    static Word store(Core& core, T number) noexcept { return make_float(core, static_cast<double>(number)); }
    static std::string name(Core*) { return "float"; }
};

// std::complex and its like.
template <class T>
concept Complex = Structural<T> && requires(const T& z) {
    typename T::value_type;
    { z.real() } -> std::convertible_to<typename T::value_type>;
    { z.imag() } -> std::convertible_to<typename T::value_type>;
    T(typename T::value_type{}, typename T::value_type{});
} && std::floating_point<typename T::value_type>;
template <Complex T>
struct Caster<T> : ValueCaster<T> {
    bool load(Core& core, Word word, Mode mode) noexcept {
        double real, imaginary;
        if (!load_complex(core, word, mode, real, imaginary)) return false;
        using Part = typename T::value_type;
        this->value = T(static_cast<Part>(real), static_cast<Part>(imaginary));
        return true;
    }
    static Word store(Core& core, const T& z) noexcept { return make_complex(core, z.real(), z.imag()); }
    static std::string name(Core*) { return "complex"; }
};

template <Character T>
struct Caster<T> : ValueCaster<T> {
    bool load(Core& core, Word word, Mode) noexcept {
        char32_t c;
        if (!load_character(core, word, c)) return false;
        constexpr char32_t most = sizeof(T) == 1 ? 0x7f : sizeof(T) == 2 ? 0xffff : 0x10ffff;
        if (c > most) {
            raise_error(core, "OverflowError", "the character does not fit the parameter's type");
            return false;
        }
        this->value = static_cast<T>(c);
        return true;
    }
    static Word store(Core& core, T c) noexcept {
        char text[4];
        std::size_t size = 0;
        const auto code = static_cast<std::uint32_t>(c);
        if (code < 0x80) {
            text[size++] = static_cast<char>(code);
        } else {
            const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
            text[size++] = static_cast<char>((more == 1 ? 0xc0 : more == 2 ? 0xe0 : 0xf0) | code >> (6 * more));
            for (int i = more - 1; i >= 0; --i) text[size++] = static_cast<char>(0x80 | (code >> (6 * i) & 0x3f));
        }
        return make_text(core, {text, size});
    }
    static std::string name(Core*) { return "str"; }
};

// ---- texts. The caster keeps what a view points to.
struct TextCaster {
    std::string_view view;
    std::string storage;
    bool load(Core& core, Word word, Mode) { return load_text(core, word, view, storage); }
    static std::string name(Core*) { return "str"; }
};
template <>
struct Caster<std::string_view> : TextCaster {
    template <class A>
    std::string_view get() noexcept {
        return view;
    }
    static Word store(Core& core, std::string_view text) noexcept { return make_text(core, text); }
};
template <>
struct Caster<std::string> : ValueCaster<std::string> {
    bool load(Core& core, Word word, Mode) {
        std::string_view view;
        if (!load_text(core, word, view, value)) return false;
        if (view.data() != value.data()) value.assign(view);
        return true;
    }
    static Word store(Core& core, const std::string& text) noexcept { return make_text(core, text); }
    static std::string name(Core*) { return "str"; }
};
// const char*: None is a null pointer. TypeError for texts with null characters within.
template <>
struct Caster<const char*> : TextCaster {
    bool is_null = false;
    bool load(Core& core, Word word, Mode mode) {
        if ((is_null = word == none_word)) return mode == Mode::convert;
        if (!TextCaster::load(core, word, mode)) return false;
        if (view.find('\0') != view.npos) {
            raise_error(core, "ValueError", "embedded null character");
            return false;
        }
        if (view.data() != storage.data()) storage.assign(view);
        return true;
    }
    template <class A>
    const char* get() noexcept {
        return is_null ? nullptr : storage.c_str();
    }
    static Word store(Core& core, const char* text) noexcept { return text ? make_text(core, text) : none_word; }
};
template <>
struct Caster<char*> : Caster<const char*> {
    template <class A>
    char* get() noexcept {
        static_assert(!std::same_as<A, char*>,
                      "minipy: texts cannot be changed in place: take `const char*` or `std::string`");
        return nullptr;
    }
};
template <std::size_t N>
struct Caster<char[N]> : Caster<const char*> {};
template <>
struct Caster<std::u8string> : ValueCaster<std::u8string> {
    bool load(Core& core, Word word, Mode) {
        std::string_view view;
        std::string storage;
        if (!load_text(core, word, view, storage)) return false;
        value.assign(view.begin(), view.end());
        return true;
    }
    static Word store(Core& core, std::u8string_view text) noexcept {
        return make_text(core, {reinterpret_cast<const char*>(text.data()), text.size()});
    }
    static std::string name(Core*) { return "str"; }
};
template <>
struct Caster<std::u8string_view> : TextCaster {
    template <class A>
    std::u8string_view get() noexcept {
        return {reinterpret_cast<const char8_t*>(view.data()), view.size()};
    }
    static Word store(Core& core, std::u8string_view text) noexcept { return Caster<std::u8string>::store(core, text); }
};
template <std::size_t N>
struct Caster<char8_t[N]> : Caster<std::u8string_view> {};

MINIPY_API bool load_bytes(Core& core, Word word, Mode mode, std::string& out);
template <>
struct Caster<bytes> : ValueCaster<bytes> {
    bool load(Core& core, Word word, Mode mode) { return load_bytes(core, word, mode, value); }
    static Word store(Core& core, const bytes& data) noexcept { return make_bytes(core, data.data(), data.size()); }
    static std::string name(Core*) { return "bytes"; }
};

template <>
struct Caster<std::nullptr_t> : ValueCaster<std::nullptr_t> {
    bool load(Core&, Word word, Mode) noexcept { return word == none_word; }
    static Word store(Core&, std::nullptr_t) noexcept { return none_word; }
    static std::string name(Core*) { return "None"; }
};
template <>
struct Caster<std::nullopt_t> {
    static Word store(Core&, std::nullopt_t) noexcept { return none_word; }
    static std::string name(Core*) { return "None"; }
};

// A new reference to what any C++ value is in Python; throws Error when it has no counterpart.
template <class T>
Word to_word(Core& core, T&& value) {
    return checked(core, CasterOf<T>::store(core, std::forward<T>(value)));
}

} // namespace detail
} // namespace minipy
