#pragma once
// Virtual functions that Python classes override.
//
//   struct PyShape : minipy::Trampoline<Shape> {
//       using Trampoline::Trampoline;
//       double area() const override { return overridden<double>("area", [&] { return Shape::area(); }); }
//       std::string name(int n) override { return pure<std::string>("name", n); }      // no default: pure virtual in Shape
//   };
//   host.cls<Shape, PyShape>("Shape").init<>().def("area", &Shape::area).def("name", &Shape::name);
//
// The override is called as a method of the Python object. Shape.area(self) and super().area() in Python call the C++ function itself.
#include "minipy/class.hpp"

namespace minipy {

class MINIPY_API TrampolineBase {
public:
    TrampolineBase() noexcept = default;
    TrampolineBase(const TrampolineBase&) noexcept {} // a copy is no Python object
    TrampolineBase& operator=(const TrampolineBase&) noexcept { return *this; }
    // The Python object that this is, while it lives; empty for objects made in C++.
    Value python_object() const;

protected:
    ~TrampolineBase() = default;
    // The method of that name that a Python class defines, bound to the object; an empty Value when none does. May run Python.
    Value find_override(const char* name) const;
    // Raises NotImplementedError: "class Foo must define area()".
    [[noreturn]] void raise_pure(const char* name) const;

private:
    friend struct detail::Core;
    friend bool detail::install(detail::Core&, detail::Word, const std::type_info&, void*, std::shared_ptr<void>,
                                TrampolineBase*) noexcept;
    friend struct InstanceAccess;
    detail::Core* core_ = nullptr;
    detail::Word self_ = detail::none_word; // borrowed: the instance takes itself out
};

template <class Base>
class Trampoline : public Base, public TrampolineBase {
public:
    using Base::Base;

protected:
    // Calls the Python override with the arguments, else `otherwise()`.
    template <class R, class F, class... A>
    R overridden(const char* name, F&& otherwise, A&&... arguments) const {
        if (const Value method = find_override(name); !method.is_empty()) {
            if constexpr (std::is_void_v<R>) {
                method(std::forward<A>(arguments)...);
                return;
            } else {
                return method(std::forward<A>(arguments)...).template to<R>();
            }
        }
        return otherwise();
    }
    template <class R, class... A>
    R pure(const char* name, A&&... arguments) const {
        return overridden<R>(
            name, [&]() -> R { raise_pure(name); }, std::forward<A>(arguments)...);
    }
};

} // namespace minipy
