#pragma once
// C++ classes as Python classes.
//
//   host.cls<Image>("Image", "A picture.")
//       .init<int, int>(minipy::arg("width"), minipy::arg("height"))
//       .def("blur", &Image::blur)                                           // Image& results are the object itself, kept alive by it
//       .def("__add__", [](const Image& a, const Image& b) { return a + b; })  // operators by Python's names for them
//       .property("width", &Image::width, &Image::set_width)
//       .readwrite("title", &Image::title)
//       .buffer([](Image& im) { return minipy::buffer_of(im.pixels(), {im.height(), im.width(), 3}); });
//
// Who owns an object: a value given to Python is copied or moved into an object of its own; std::shared_ptr is shared with the host; std::unique_ptr hands over;
// references and pointers say it with a policy (function.hpp). An object that Python knows already (by address) is found again: `a.parent is b`.
// Parameters may be T, T&, const T&, T* (None is null) and std::shared_ptr<T>; a std::shared_ptr taken from an instance of a Python subclass keeps that instance alive.
//
// Python classes may derive from bound classes. With a trampoline (trampoline.hpp) as a further argument of cls<>, they may override virtual functions.
#include <memory>

#include "minipy/buffer.hpp"
#include "minipy/module.hpp"

namespace minipy {

class TrampolineBase;

// Reports the Values in a bound object to the cycle collector: Class::cycles().
class MINIPY_API CycleVisitor {
public:
    void operator()(Value& value) const; // in turn: reported, or dropped when the cycle is unreachable
    template <class T>
    requires requires(T& range) { range.begin()->~Value(); }
    void operator()(T& values) const {
        for (Value& value : values) (*this)(value);
    }

    // ---- for the library
    void (*visit)(void* context, detail::Word);
    void* context;
};

namespace detail {

struct BaseLink {
    const std::type_info* type;
    void* (*upcast)(void*);
};
struct ClassSpec {
    const char* name;
    const char* doc;
    const std::type_info* type;
    std::vector<BaseLink> bases;
    bool has_trampoline = false;
    bool is_abstract = false;
};
// Makes the Python class in `module`; owned. Throws Error (a base is not bound, T is bound already).
MINIPY_API Word add_class(Core& core, Word module, const ClassSpec& spec);
MINIPY_API void set_buffer(Core& core, Word type, std::function<BufferInfo(void*)> buffer);
MINIPY_API void set_cycles(Core& core, Word type, std::function<void(void*, const CycleVisitor&)> cycles);
MINIPY_API void add_property(Core& core, Word type, const char* name, FunctionSpec& getter, FunctionSpec* setter,
                             const char* doc);

// The C++ object of an instance, as a pointer to `type`; null: the value is none. Raises (null) when the instance was never initialised.
MINIPY_API void* load_instance(Core& core, Word word, const std::type_info& type) noexcept;
// The same with a share in it.
MINIPY_API std::shared_ptr<void> load_shared(Core& core, Word word, const std::type_info& type);

struct NewObject {
    const std::type_info* type; // as it is declared
    void* pointer;
    const std::type_info* dynamic_type; // of the whole object, where that is known to differ
    void* whole;
    std::shared_ptr<void> holder; // empty: the host owns it
    Word owner = none_word;       // kept alive by the new instance (borrowed)
    bool look_up = true;          // an instance that stands for the same object already is given instead
};
// The instance for a C++ object; owned. TypeError when no class is bound for it.
MINIPY_API Word store_instance(Core& core, const NewObject& object) noexcept;
// Gives an instance under construction its object (in __init__). False: raised (it has one already).
MINIPY_API bool install(Core& core, Word self, const std::type_info& type, void* pointer, std::shared_ptr<void> holder,
                        TrampolineBase* trampoline) noexcept;
// Whether the instance is of a class that Python code derived from the bound one.
MINIPY_API bool is_derived_in_python(Core& core, Word self) noexcept;

// What __init__ takes as self: an instance that has no object yet.
struct NewInstance {
    Core* core;
    Word self;
};
template <>
struct Caster<NewInstance> {
    NewInstance value;
    bool load(Core& core, Word word, Mode) noexcept {
        value = {&core, word};
        return true;
    }
    template <class A>
    NewInstance get() const noexcept {
        return value;
    }
    static std::string name(Core*) { return "object"; }
};

template <class T>
NewObject describe_object(T* pointer, std::shared_ptr<void> holder) {
    NewObject object{&typeid(T), const_cast<std::remove_const_t<T>*>(pointer), nullptr, nullptr, std::move(holder)};
    if constexpr (std::is_polymorphic_v<T>) {
        object.dynamic_type = &typeid(*pointer);
        object.whole = const_cast<void*>(dynamic_cast<const void*>(pointer));
    }
    return object;
}

// Objects of bound classes.
template <class T>
struct Caster {
    static_assert(
        !std::is_pointer_v<T>,
        "minipy: no conversion for this pointer type: pointers to bound classes, const char* and functions have one");
    static_assert(std::is_class_v<T> || std::is_union_v<T>,
                  "minipy: no conversion for this type; specialise minipy::Convert<T> (convert.hpp)");
    static constexpr bool has_policies = true;
    T* pointer = nullptr;
    bool load(Core& core, Word word, Mode) noexcept {
        return (pointer = static_cast<T*>(load_instance(core, word, typeid(T)))) != nullptr;
    }
    template <class A>
    decltype(auto) get() {
        if constexpr (std::is_lvalue_reference_v<A>) {
            return static_cast<T&>(*pointer);
        } else {
            static_assert(
                std::is_copy_constructible_v<T>,
                "minipy: a parameter `T` of a bound class that cannot be copied: take T&, T* or std::shared_ptr<T>");
            return T(*pointer);
        }
    }
    template <class U>
    static Word store(Core& core, U&& object) {
        static_assert(std::is_constructible_v<T, U&&>,
                      "minipy: this object can be neither copied nor moved into Python: give std::ref(object), a "
                      "std::shared_ptr or a std::unique_ptr");
        auto owned = std::make_shared<T>(std::forward<U>(object));
        NewObject made = describe_object(owned.get(), owned);
        made.look_up = false;
        return store_instance(core, made);
    }
    template <Returned policy, class U>
    static Word store_as(Core& core, U&& object, Word first_argument) {
        if constexpr (!std::is_lvalue_reference_v<U&&> || policy == Returned::copy) {
            return store(core, std::forward<U>(object));
        } else if constexpr (policy == Returned::automatic) {
            static_assert(std::is_copy_constructible_v<T>,
                          "minipy: a function that returns a reference to what cannot be copied must say who owns it: "
                          "returns::reference or returns::internal");
            return store(core, object);
        } else {
            static_assert(policy != Returned::owned, "minipy: returns::owned is for pointers");
            NewObject made = describe_object(&object, nullptr);
            if (policy == Returned::internal) made.owner = first_argument;
            return store_instance(core, made);
        }
    }
    static std::string name(Core* core) { return type_text(core, typeid(T)); }
};

template <ObjectPointer P>
struct Caster<P> {
    using T = std::remove_const_t<std::remove_pointer_t<P>>;
    static constexpr bool has_policies = true;
    Caster<T> object;
    bool load(Core& core, Word word, Mode mode) noexcept { return word == none_word || object.load(core, word, mode); }
    template <class A>
    P get() noexcept {
        return object.pointer;
    }
    static Word store(Core& core, P pointer) {
        return pointer ? store_instance(core, describe_object(pointer, nullptr)) : none_word;
    }
    template <Returned policy>
    static Word store_as(Core& core, P pointer, Word first_argument) {
        static_assert(policy != Returned::automatic, "minipy: a function that returns a pointer must say who owns the "
                                                     "object: returns::owned, reference, internal or copy");
        if (!pointer) return none_word;
        if constexpr (policy == Returned::copy) return Caster<T>::store(core, *pointer);
        std::shared_ptr<void> holder;
        if constexpr (policy == Returned::owned) holder = std::shared_ptr<T>(const_cast<T*>(pointer));
        NewObject made = describe_object(pointer, std::move(holder));
        if (policy == Returned::internal) made.owner = first_argument;
        return store_instance(core, made);
    }
    static std::string name(Core* core) { return type_text(core, typeid(T)) + " | None"; }
};

template <class T>
struct Caster<std::reference_wrapper<T>> {
    static Word store(Core& core, std::reference_wrapper<T> reference) {
        return store_instance(core, describe_object(&reference.get(), nullptr));
    }
    static std::string name(Core* core) { return type_text(core, typeid(T)); }
};

template <class T>
struct Caster<std::shared_ptr<T>> {
    using Object = std::remove_const_t<T>;
    std::shared_ptr<Object> value;
    bool load(Core& core, Word word, Mode) {
        value.reset();
        if (word == none_word) return true;
        value = std::static_pointer_cast<Object>(load_shared(core, word, typeid(Object)));
        return value != nullptr;
    }
    template <class A>
    std::shared_ptr<T> get() noexcept {
        return std::move(value);
    }
    static Word store(Core& core, const std::shared_ptr<T>& shared) {
        return shared ? store_instance(core, describe_object(shared.get(), std::const_pointer_cast<Object>(shared)))
                      : none_word;
    }
    static std::string name(Core* core) { return type_text(core, typeid(Object)) + " | None"; }
};

template <class T, class D>
struct Caster<std::unique_ptr<T, D>> {
    template <class U>
    bool load(U&, Word, Mode) {
        static_assert(!std::is_same_v<U, U>, "minipy: Python cannot give up an object that it may still refer to: take "
                                             "std::shared_ptr<T>, T& or a copy instead of std::unique_ptr<T>");
        return false;
    }
    static Word store(Core& core, std::unique_ptr<T, D>&& unique) {
        if (!unique) return none_word;
        T* pointer = unique.get();
        return store_instance(core, describe_object(pointer, std::shared_ptr<T>(std::move(unique))));
    }
    static std::string name(Core* core) { return type_text(core, typeid(T)) + " | None"; }
};

template <class T>
struct TrampolineOf {
    using Type = void;
};
template <class T, class First, class... Rest>
struct PickTrampoline : PickTrampoline<T, Rest...> {};
template <class T, class First, class... Rest>
requires std::is_base_of_v<T, First>
struct PickTrampoline<T, First, Rest...> {
    using Type = First;
};
template <class T>
struct PickTrampoline<T, void> {
    using Type = void;
};

} // namespace detail

// A class being bound. Kept as a Value, it is the Python class.
template <class T, class... Bases>
class Class : public Value {
    using Trampoline = typename detail::PickTrampoline<T, Bases..., void>::Type;

public:
    Class(detail::Core& core, detail::Word owned) : Value(Value::adopt(core, owned)) {}

    // A constructor: `init<int, int>(arg("width"), arg("height") = 1)`. Several are overloads.
    template <class... A, class... Extra>
    Class& init(const Extra&... extra) {
        return add_init(
            [](detail::NewInstance self, A... arguments) { construct(self, std::forward<A>(arguments)...); }, extra...);
    }
    // A constructor from a factory: a callable that gives a T, std::unique_ptr<T> or std::shared_ptr<T>.
    template <class F, class... Extra>
    requires(!std::is_convertible_v<F, const char*>) Class& init_from(F factory, const Extra&... extra) {
        return add_factory(std::move(factory), static_cast<detail::SignatureOf<F>*>(nullptr), extra...);
    }

    // A method: a pointer to a member function, or any callable whose first parameter is T&, const T&, T* or std::shared_ptr<T>. Names like "__add__", "__len__", "__iter__",
    // "__call__" and "__eq__" make operators; a result of `minipy::not_implemented` lets the other operand try.
    template <class F, class... Extra>
    Class& def(const char* name, F&& function, const Extra&... extra) {
        detail::FunctionSpec spec;
        detail::fill_spec<true>(core(), spec, name, as_method(std::forward<F>(function)), extra...);
        detail::add_function(core(), word(), spec);
        return *this;
    }
    template <class F, class... Extra>
    Class& def_static(const char* name, F&& function, const Extra&... extra) {
        detail::FunctionSpec spec;
        detail::fill_spec<false>(core(), spec, name, std::forward<F>(function), extra...);
        spec.is_static = true;
        detail::add_function(core(), word(), spec);
        return *this;
    }

    // A computed attribute, read-only without a setter.
    template <class Get>
    Class& property(const char* name, Get&& get, const char* doc = nullptr) {
        detail::FunctionSpec getter;
        detail::fill_spec<true>(core(), getter, name, as_method(std::forward<Get>(get)));
        detail::add_property(core(), word(), name, getter, nullptr, doc);
        return *this;
    }
    template <class Get, class Set>
    requires(!std::is_convertible_v<Set, const char*>) Class& property(const char* name, Get&& get, Set&& set,
                                                                       const char* doc = nullptr) {
        detail::FunctionSpec getter, setter;
        detail::fill_spec<true>(core(), getter, name, as_method(std::forward<Get>(get)));
        detail::fill_spec<true>(core(), setter, name, as_method(std::forward<Set>(set)));
        detail::add_property(core(), word(), name, getter, &setter, doc);
        return *this;
    }
    // A data member. Members of bound classes are the members themselves, kept alive by their object; others are converted.
    template <class C, class M>
    Class& readonly(const char* name, M C::*member, const char* doc = nullptr) {
        return property(
            name, [member](T& self) -> member_result<M> { return self.*member; }, doc);
    }
    template <class C, class M>
    Class& readwrite(const char* name, M C::*member, const char* doc = nullptr) {
        return property(
            name, [member](T& self) -> member_result<M> { return self.*member; },
            [member](T& self, const M& value) { self.*member = value; }, doc);
    }
    // A class attribute.
    template <class V>
    Class& constant(const char* name, V&& value) {
        set_attr(name, std::forward<V>(value));
        return *this;
    }

    // Makes instances export memory: memoryview(obj), bytes(obj) and everything else that takes a buffer. `describe(T&)` gives a BufferInfo; while a view lives, the object
    // lives, and the memory must stay where it is.
    template <class F>
    Class& buffer(F describe) {
        detail::set_buffer(core(), word(), [describe = std::move(describe)](void* self) {
            return BufferInfo(describe(*static_cast<T*>(self)));
        });
        return *this;
    }

    // Lets the cycle collector see the Values that instances hold: `cycles([](T& self, const minipy::CycleVisitor& visit) { visit(self.callback); })`. It may not call Python.
    template <class F>
    Class& cycles(F report) {
        detail::set_cycles(core(), word(), [report = std::move(report)](void* self, const CycleVisitor& visit) {
            report(*static_cast<T*>(self), visit);
        });
        return *this;
    }

private:
    template <class M>
    using member_result = std::conditional_t < std::is_class_v<M>&& requires {
        detail::Caster<M>::has_policies;
    }
    , M&, const M& > ;

    // Pointers to members of bases are pointers to members of T here.
    template <class F>
    static decltype(auto) as_method(F&& function) {
        if constexpr (std::is_member_function_pointer_v<std::decay_t<F>>)
            return rebind(function);
        else
            return std::forward<F>(function);
    }
    template <class R, class C, class... A>
    static auto rebind(R (C::*f)(A...)) {
        return static_cast<R (T::*)(A...)>(f);
    }
    template <class R, class C, class... A>
    static auto rebind(R (C::*f)(A...) const) {
        return static_cast<R (T::*)(A...) const>(f);
    }
    template <class R, class C, class... A>
    static auto rebind(R (C::*f)(A...) noexcept) {
        return static_cast<R (T::*)(A...) noexcept>(f);
    }
    template <class R, class C, class... A>
    static auto rebind(R (C::*f)(A...) const noexcept) {
        return static_cast<R (T::*)(A...) const noexcept>(f);
    }
    template <class F>
    static auto rebind(F f) {
        return f;
    }

    template <class F, class... Extra>
    Class& add_init(F&& function, const Extra&... extra) {
        detail::FunctionSpec spec;
        spec.is_constructor = true;
        detail::fill_spec<true>(core(), spec, "__init__", std::forward<F>(function), extra...);
        detail::add_function(core(), word(), spec);
        return *this;
    }
    template <class F, class R, class... A, class... Extra>
    Class& add_factory(F factory, R (*)(A...), const Extra&... extra) {
        return add_init(
            [factory = std::move(factory)](detail::NewInstance self, A... arguments) {
                if constexpr (std::is_same_v<std::remove_cvref_t<R>, T>)
                    install(self, std::make_shared<T>(factory(std::forward<A>(arguments)...)));
                else
                    install(self, std::shared_ptr<T>(factory(std::forward<A>(arguments)...)));
            },
            extra...);
    }
    template <class... A>
    static void construct(detail::NewInstance self, A&&... arguments) {
        if constexpr (!std::is_void_v<Trampoline>) {
            if (std::is_abstract_v<T> || detail::is_derived_in_python(*self.core, self.self)) {
                if constexpr (std::is_constructible_v<Trampoline, A&&...>)
                    return install(self, std::make_shared<Trampoline>(std::forward<A>(arguments)...));
                else
                    return install(self, std::shared_ptr<Trampoline>(new Trampoline{std::forward<A>(arguments)...}));
            }
        }
        if constexpr (!std::is_abstract_v<T>) {
            if constexpr (std::is_constructible_v<T, A&&...>)
                install(self, std::make_shared<T>(std::forward<A>(arguments)...));
            else
                install(self, std::shared_ptr<T>(new T{std::forward<A>(arguments)...}));
        } else {
            static_assert(
                !std::is_abstract_v<T> || !std::is_void_v<Trampoline>,
                "minipy: an abstract class has no constructors of its own: give cls<> a trampoline, or bind no init");
        }
    }
    template <class Made>
    static void install(detail::NewInstance self, std::shared_ptr<Made> made) {
        if (!made) throw Error("TypeError", "the factory gave no object");
        TrampolineBase* trampoline = nullptr;
        if constexpr (!std::is_void_v<Trampoline>) {
            if constexpr (std::is_base_of_v<TrampolineBase, Made>) trampoline = made.get();
        }
        T* pointer = made.get();
        if (!detail::install(*self.core, self.self, typeid(T), pointer, std::move(made), trampoline))
            detail::throw_pending(*self.core);
    }
};

struct NotImplementedResult {};
inline constexpr NotImplementedResult not_implemented{}; // what an operator gives that does not know the other operand

namespace detail {
template <class T, class B>
void add_base(std::vector<BaseLink>& bases) {
    if constexpr (!std::is_base_of_v<T, B>) {
        static_assert(std::is_base_of_v<B, T> && std::is_convertible_v<T*, B*>,
                      "minipy: cls<T, Base...>: every Base is a public base class of T, or T's trampoline");
        bases.push_back({&typeid(B), [](void* derived) -> void* { return static_cast<B*>(static_cast<T*>(derived)); }});
    }
}
template <>
struct Caster<NotImplementedResult> {
    MINIPY_API static Word store(Core& core, NotImplementedResult) noexcept;
    static std::string name(Core*) { return "NotImplementedType"; }
};
} // namespace detail

template <class T, class... Bases>
Class<T, Bases...> Module::cls(const char* name, const char* doc) {
    static_assert((!detail::RangeLike<T> && !requires { &T::operator(); }) || as_object<T>,
                  "minipy: this class looks like a container or a callable, which convert by value; say `template <> "
                  "inline constexpr bool minipy::as_object<T> = true;`");
    detail::ClassSpec spec{name, doc, &typeid(T), {}};
    (detail::add_base<T, Bases>(spec.bases), ...);
    spec.has_trampoline = (std::is_base_of_v<T, Bases> || ...);
    spec.is_abstract = std::is_abstract_v<T>;
    return Class<T, Bases...>(core(), detail::add_class(core(), word(), spec));
}

} // namespace minipy
