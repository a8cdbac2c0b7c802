#pragma once
// Functions that the host bound: one Python object for all overloads of a name.
#include "interp/embed/core.h"
#include "objects/types/str.h"

namespace minipy::detail {

struct BoundParameter {
    mp::Ref<mp::StrObject> name; // interned
    std::string (*type)(Core*);
    ParameterKind kind;
    mp::Owned fallback; // unbound: required
};

struct FunctionRecord {
    Core* core;
    std::string name;
    std::string doc;
    std::vector<BoundParameter> parameters;
    std::string (*result)(Core*);
    Invoke invoke;
    void* callable;
    void (*destroy)(void*) noexcept;
    std::vector<KeepAlive> kept;
    bool is_method, is_constructor;
    std::string shown_name = {};    // in error texts: the class's for constructors
    bool is_operator = false;       // gives NotImplemented for operands that it does not take
    bool may_be_overridden = false; // a method of a class with a trampoline
    // ---- read off the parameters
    std::uint32_t positional = 0; // parameters that may be given by position
    int rest = -1, keywords = -1; // the places of *args and **kwargs
    std::uint32_t plain_count =
        0; // a call with exactly this many positional arguments needs no binding; UINT32_MAX: every call does
    std::unique_ptr<FunctionRecord> next; // the next overload

    ~FunctionRecord() { destroy(callable); }
};

struct HostFunctionObject : mp::Object {
    FunctionRecord* record; // owned
    mp::Value module;       // owned str; None
    mp::Type*
        owner; // the class whose method it is, borrowed for its name (it lives as long as the class's dict holds this); null for functions
};

// "scale(x: float, by: float = 2.0) -> float"
std::string signature_text(const FunctionRecord& record);
// The types that the API adds to an interpreter, made when they are first needed.
struct HostTypes {
    mp::Ref<mp::Type> function;
    mp::OptRef<mp::Type> instance, iterator;
};
HostTypes& host_types(Core& core);
bool is_host_function(Core& core, mp::Value value) noexcept;
inline HostFunctionObject& as_host_function(mp::Value value) noexcept {
    return *static_cast<HostFunctionObject*>(value.object());
}

extern const mp::TypeSpec host_function_spec;

} // namespace minipy::detail
