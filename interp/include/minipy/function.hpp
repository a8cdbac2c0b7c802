#pragma once
// C++ callables as Python functions, and Python callables as C++ ones.
//
//   host.def("scale", [](double x, double by) { return x * by; }, minipy::arg("x"), minipy::arg("by") = 2.0, "Scales x.");
//
// Anything callable serves: lambdas (with captures), function pointers, std::function, pointers to members. What def() takes behind it, in any order:
//
//   arg("a"), arg("a") = 3          names a parameter, in order; with a default value, converted once. Parameters without names can be given by position alone
//   pos_only, kw_only               between args, as `/` and `*` in Python: what stands before, or behind
//   "text"                          the docstring
//   returns::copy / reference / internal / owned    who owns what a pointer or reference in the result refers to
//   keep_alive<Nurse, Patient>()    the patient lives at least as long as the nurse; 0 is the result, 1 the first parameter (self) …
//
// Parameters of these types are special: Interpreter& is the running interpreter (and no Python parameter), args takes *args, kwargs takes **kwargs.
// A second def() of the same name adds an overload: the first that takes the arguments as they stand is called, else the first that converts them. Wrong arguments raise
// TypeError with the signature; __doc__, __text_signature__ and inspect.signature() show it. C++ exceptions become Python's (error.hpp).
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

#include "minipy/value.hpp"

namespace minipy {

template <class T>
struct ArgumentDefault {
    const char* name;
    T value;
};

// A parameter's name; `arg("n") = 1` with a default.
class arg {
public:
    explicit constexpr arg(const char* name) noexcept : name(name) {}
    template <class T>
    ArgumentDefault<std::decay_t<T>> operator=(T&& value) const {
        return {name, std::forward<T>(value)};
    }
    const char* name;
};

struct PositionalOnlyMark {};
struct KeywordOnlyMark {};
inline constexpr PositionalOnlyMark pos_only{};
inline constexpr KeywordOnlyMark kw_only{};

namespace returns {
struct Copy {};
struct Reference {};
struct Internal {};
struct Owned {};
inline constexpr Copy copy{};           // Python gets a copy of its own
inline constexpr Reference reference{}; // the host keeps the object alive for as long as Python may use it
inline constexpr Internal
    internal{}; // it is part of the first argument, which is kept alive. What methods that return T& or T* do unasked
inline constexpr Owned owned{}; // Python deletes it
} // namespace returns

template <int Nurse, int Patient>
struct keep_alive {};

namespace detail {

enum class Returned { automatic, copy, reference, internal, owned };

// ---- what a function's declaration says, in plain data. The library copies what it needs.
enum class ParameterKind : unsigned char { positional_only, plain, keyword_only, rest, keywords };
struct Parameter {
    const char* name = nullptr;
    std::string (*type)(Core*) = nullptr;
    ParameterKind kind = ParameterKind::positional_only;
    Word fallback = unmatched_word; // owned; unmatched_word: required
};
// Converts `words` (one for each Python parameter), calls, and converts the result. `failed` says which parameter did not take its word (unmatched_word is given then).
using Invoke = Word (*)(void* callable, Core& core, const Word* words, Mode mode, int& failed);
struct KeepAlive {
    int nurse, patient;
};
struct FunctionSpec {
    const char* name = nullptr;
    const char* doc = nullptr;
    std::vector<Parameter> parameters;
    std::string (*result)(Core*) = nullptr;
    Invoke invoke = nullptr;
    void* callable = nullptr;
    void (*destroy)(void*) noexcept = nullptr;
    std::vector<KeepAlive> kept;
    bool is_method = false, is_static = false, is_constructor = false;
    FunctionSpec() = default;
    FunctionSpec(const FunctionSpec&) = delete;
    FunctionSpec& operator=(const FunctionSpec&) = delete;
    MINIPY_API ~FunctionSpec(); // of what nobody took
};
// Adds the function to a module or class; an overload when it has one of that name. Throws Error.
MINIPY_API void add_function(Core& core, Word scope, FunctionSpec& spec);
// The function alone, as a value; owned.
MINIPY_API Word make_function(Core& core, FunctionSpec& spec) noexcept;

// ---- the type of a callable
template <class F>
struct Signature {
    static_assert(!std::is_same_v<F, F>,
                  "minipy: this is no callable with one signature. Give a lambda with explicit parameter types, a "
                  "function pointer "
                  "(of an overloaded function: static_cast<R (*)(A...)>(&f)) or a pointer to a member");
};
template <class R, class... A>
struct Signature<R(A...)> {
    using Type = R(A...);
};
template <class R, class... A>
struct Signature<R (*)(A...)> : Signature<R(A...)> {};
template <class R, class... A>
struct Signature<R (*)(A...) noexcept> : Signature<R(A...)> {};
#define MINIPY_MEMBER(qualifiers, self)                                                                                \
    template <class R, class C, class... A>                                                                            \
    struct Signature<R (C::*)(A...) qualifiers> : Signature<R(self, A...)> {                                           \
        using Call = R(A...);                                                                                          \
        using Class = C;                                                                                               \
    };
MINIPY_MEMBER(, C&)
MINIPY_MEMBER(const, const C&)
MINIPY_MEMBER(&, C&)
MINIPY_MEMBER(const&, const C&)
MINIPY_MEMBER(noexcept, C&)
MINIPY_MEMBER(const noexcept, const C&)
MINIPY_MEMBER(&noexcept, C&)
MINIPY_MEMBER(const& noexcept, const C&)
#undef MINIPY_MEMBER
template <class F>
requires requires { &F::operator(); }
struct Signature<F> {
    using Type = typename Signature<decltype(&F::operator())>::Call;
};
template <class F>
using SignatureOf = typename Signature<std::decay_t<F>>::Type;

// ---- parameters that are not Python's
template <class A>
inline constexpr bool is_interpreter = std::is_same_v<std::remove_cvref_t<A>, Interpreter>;

// A caster for every parameter: the interpreter's takes no word.
template <class A>
struct ArgumentCaster : CasterOf<A> {};
template <class A>
requires is_interpreter<A>
struct ArgumentCaster<A> {
    static_assert(std::is_lvalue_reference_v<A>, "minipy: take the running interpreter as `Interpreter&`");
    Core* core;
    template <class>
    Interpreter& get() const noexcept {
        return interpreter_of(*core);
    }
};
// Pointers to bound classes: None is null. (Pointers that are values of their own, as const char*, have casters of their own: convert.hpp.)
template <class T>
concept ObjectPointer = std::is_pointer_v<T> && std::is_class_v<std::remove_pointer_t<T>>;

template <class... A>
struct Arguments {
    static constexpr std::size_t count = (std::size_t{0} + ... + (is_interpreter<A> ? 0 : 1)); // Python parameters
    std::tuple<ArgumentCaster<A>...> casters;

    template <std::size_t I, class One>
    bool load_one(ArgumentCaster<One>& caster, Core& core, const Word* words, std::size_t& at, Mode mode, int& failed) {
        if constexpr (is_interpreter<One>) {
            caster.core = &core;
            return true;
        } else {
            if (caster.load(core, words[at], mode)) [[likely]] {
                ++at;
                return true;
            }
            failed = static_cast<int>(at);
            return false;
        }
    }
    bool load(Core& core, const Word* words, Mode mode, int& failed) {
        std::size_t at = 0;
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return (load_one<I, A>(std::get<I>(casters), core, words, at, mode, failed) && ...);
        }
        (std::index_sequence_for<A...>());
    }
    template <class F>
    decltype(auto) apply(F& function) {
        return [&]<std::size_t... I>(std::index_sequence<I...>)->decltype(auto) {
            return std::invoke(function, std::get<I>(casters).template get<A>()...);
        }
        (std::index_sequence_for<A...>());
    }
};

// The result as a value. Casters of bound classes (class.hpp) have store_as, which asks who owns what the result refers to.
template <Returned policy, class R>
Word store_result(Core& core, R&& result, Word first_argument) {
    if constexpr (requires { CasterOf<R>::has_policies; })
        return CasterOf<R>::template store_as<policy>(core, std::forward<R>(result), first_argument);
    else
        return CasterOf<R>::store(core, std::forward<R>(result));
}
template <class R>
concept RefersToObject =
    (std::is_lvalue_reference_v<R> && std::is_class_v<std::remove_cvref_t<R>>) || ObjectPointer<std::remove_cvref_t<R>>;

template <class F, Returned returned, bool is_method, class R, class... A>
Word invoke(void* callable, Core& core, const Word* words, Mode mode, int& failed) {
    Arguments<A...> arguments;
    if (!arguments.load(core, words, mode, failed)) [[unlikely]]
        return unmatched_word;
    F& function = *static_cast<F*>(callable);
    if constexpr (std::is_void_v<R>) {
        arguments.apply(function);
        return none_word;
    } else {
        constexpr Returned policy =
            returned == Returned::automatic && is_method && RefersToObject<R> &&
                    !(std::is_lvalue_reference_v<R> && std::is_const_v<std::remove_reference_t<R>> &&
                      std::is_copy_constructible_v<std::remove_cvref_t<R>>)
                ? Returned::internal
                : returned;
        return store_result<policy, R>(core, arguments.apply(function),
                                       Arguments<A...>::count > 0 ? words[0] : none_word);
    }
}

template <class T>
consteval Returned returned_of() {
    using U = std::remove_cvref_t<T>;
    if (std::is_same_v<U, returns::Copy>) return Returned::copy;
    if (std::is_same_v<U, returns::Reference>) return Returned::reference;
    if (std::is_same_v<U, returns::Internal>) return Returned::internal;
    if (std::is_same_v<U, returns::Owned>) return Returned::owned;
    return Returned::automatic;
}

consteval Returned chosen(std::initializer_list<Returned> tags) {
    for (const Returned tag : tags)
        if (tag != Returned::automatic) return tag;
    return Returned::automatic;
}

// Reads what stands behind the callable in def().
struct ExtraReader {
    Core& core;
    FunctionSpec& spec;
    std::size_t at; // the next parameter to name
    ParameterKind kind = ParameterKind::plain;

    Parameter& named(const char* name) {
        while (at < spec.parameters.size() && spec.parameters[at].kind >= ParameterKind::rest) ++at;
        if (at >= spec.parameters.size())
            throw Error("TypeError", std::string(spec.name) + "(): more arg() than parameters");
        Parameter& parameter = spec.parameters[at++];
        parameter.name = name;
        parameter.kind = kind;
        return parameter;
    }
    void read(const arg& a) { named(a.name); }
    template <class T>
    void read(const ArgumentDefault<T>& a) {
        named(a.name).fallback = to_word(core, a.value);
    }
    void read(PositionalOnlyMark) {
        for (std::size_t i = 0; i < at; ++i)
            if (spec.parameters[i].kind < ParameterKind::rest) spec.parameters[i].kind = ParameterKind::positional_only;
    }
    void read(KeywordOnlyMark) { kind = ParameterKind::keyword_only; }
    void read(const char* doc) { spec.doc = doc; }
    template <int N, int P>
    void read(keep_alive<N, P>) {
        spec.kept.push_back({N, P});
    }
    void read(returns::Copy) {}
    void read(returns::Reference) {}
    void read(returns::Internal) {}
    void read(returns::Owned) {}
};

template <class A>
void add_parameter(std::vector<Parameter>& parameters) {
    if constexpr (!is_interpreter<A>) {
        Parameter parameter;
        parameter.type = &CasterOf<A>::name;
        if constexpr (is_args<A>) parameter.kind = ParameterKind::rest;
        if constexpr (is_kwargs<A>) parameter.kind = ParameterKind::keywords;
        parameters.push_back(parameter);
    }
}

template <class Stored, bool is_method, Returned returned, class R, class... A>
void describe(FunctionSpec& spec, R (*)(A...)) {
    (add_parameter<A>(spec.parameters), ...);
    spec.invoke = &invoke<Stored, returned, is_method, R, A...>;
    if constexpr (!std::is_void_v<R>)
        spec.result = &CasterOf<R>::name;
    else
        spec.result = &Caster<std::nullptr_t>::name;
}

// Fills `spec` from a callable and what stands behind it.
template <bool is_method, class F, class... Extra>
void fill_spec(Core& core, FunctionSpec& spec, const char* name, F&& function, const Extra&... extra) {
    using Stored = std::decay_t<F>;
    using Type = SignatureOf<Stored>;
    constexpr Returned returned = chosen({returned_of<Extra>()..., Returned::automatic});
    spec.name = name;
    spec.is_method = is_method;
    spec.callable = new Stored(std::forward<F>(function));
    spec.destroy = [](void* callable) noexcept { delete static_cast<Stored*>(callable); };
    describe<Stored, is_method, returned>(spec, static_cast<Type*>(nullptr));
    [[maybe_unused]] ExtraReader reader{core, spec, is_method ? std::size_t{1} : std::size_t{0}};
    (reader.read(extra), ...);
}

// ---- Python callables as std::function and its like: kept alive by it, called on the interpreter's thread. What Python raises is thrown as Error.
template <template <class> class Function, class R, class... A>
requires std::constructible_from < Function<R(A...)>, R(*)
(A...) > struct Caster<Function<R(A...)>> : ValueCaster<Function<R(A...)>> {
    bool load(Core& core, Word word, Mode mode) {
        if (word == none_word && mode == Mode::convert) {
            this->value = nullptr;
            return true;
        }
        if (!is_callable(core, word)) return false;
        this->value = [callable = Value::share(core, word)](A... arguments) -> R {
            if constexpr (std::is_void_v<R>)
                callable(std::forward<A>(arguments)...);
            else
                return callable(std::forward<A>(arguments)...).template to<R>();
        };
        return true;
    }
    template <class F>
    static Word store(Core& core, F&& function) {
        if constexpr (requires { function == nullptr; })
            if (function == nullptr) return none_word;
        FunctionSpec spec;
        fill_spec<false>(core, spec, "function", std::forward<F>(function));
        return make_function(core, spec);
    }
    static std::string name(Core*) { return "Callable"; }
};
template <class R, class... A>
struct Caster<R (*)(A...)> {
    static Word store(Core& core, R (*function)(A...)) {
        FunctionSpec spec;
        fill_spec<false>(core, spec, "function", function);
        return make_function(core, spec);
    }
    static std::string name(Core*) { return "Callable"; }
};
// Lambdas are functions too.
template <class T>
inline constexpr bool is_function_object = false; // std::function and its like, which have a caster of their own
template <template <class> class Function, class R, class... A>
inline constexpr bool is_function_object<Function<R(A...)>> = true;
template <Structural F>
requires requires { &F::operator(); } &&(!is_function_object<F>)struct Caster<F> {
    static Word store(Core& core, F function) {
        FunctionSpec spec;
        fill_spec<false>(core, spec, "<lambda>", std::move(function));
        return make_function(core, spec);
    }
    static std::string name(Core*) { return "Callable"; }
};

} // namespace detail
} // namespace minipy
