#pragma once
// Modules that the host makes: `auto host = py.module("host");`, then `import host` in Python.
#include "minipy/function.hpp"

namespace minipy {

template <class T, class... Bases>
class Class;
struct FlagsMark;

class MINIPY_API Module : public Value {
public:
    // Of Interpreter::module(); or any module object.
    explicit Module(Value module) noexcept : Value(std::move(module)) {}

    // Adds a function; see function.hpp for what may stand behind it. A second one of the same name is an overload.
    template <class F, class... Extra>
    Module& def(const char* name, F&& function, const Extra&... extra) {
        detail::FunctionSpec spec;
        detail::fill_spec<false>(core(), spec, name, std::forward<F>(function), extra...);
        detail::add_function(core(), word(), spec);
        return *this;
    }

    // Binds a class; class.hpp says how. `Bases`: bound before, public bases of T. With a Trampoline among them Python classes may override its virtual functions.
    template <class T, class... Bases>
    Class<T, Bases...> cls(const char* name, const char* doc = nullptr);

    // Binds an enumeration with its members; enum.hpp says how. Gives the Python class.
    template <class E>
    Value enum_(const char* name, std::initializer_list<std::pair<const char*, E>> members, const char* doc = nullptr);
    template <class E>
    Value enum_(const char* name, std::initializer_list<std::pair<const char*, E>> members, FlagsMark,
                const char* doc = nullptr);

    // A Python exception class for the C++ exception T: when T leaves a bound function, this is raised with T's what(). `base`: a built-in exception's name, or one made before.
    template <class T>
    Module& exception(const char* name, const Value& base = Value()) {
        detail_add_exception(name, base, [](std::exception_ptr error, std::string& text) {
            try {
                std::rethrow_exception(error);
            } catch (const T& e) {
                text = e.what();
                return true;
            } catch (...) {
                return false;
            }
        });
        return *this;
    }

    // A submodule, importable as `import host.name`.
    Module module(const char* name, const char* doc = nullptr);
    Module& doc(const char* text);

private:
    void detail_add_exception(const char* name, const Value& base, bool (*matches)(std::exception_ptr, std::string&));
};

} // namespace minipy
