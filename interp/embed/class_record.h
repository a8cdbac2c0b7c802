#pragma once
// Classes that the host bound, and their instances.
//
// A bound class is a Python class (made as a class statement makes it) that derives from one native type, minipy.object, whose instances hold a C++ object. So everything that Python
// classes can do, bound classes can: be derived from, be given operators, be referred to weakly.
#include "interp/embed/function.h"

namespace minipy::detail {

struct ClassRecord {
    Core* core;
    const std::type_info* type;
    std::string name;            // as Python shows it
    mp::OptRef<mp::Type> python; // null when the interpreter ends
    std::vector<std::pair<ClassRecord*, void* (*)(void*)>> bases;
    bool has_trampoline, is_abstract;
    std::function<BufferInfo(void*)> buffer;
    std::function<void(void*, const CycleVisitor&)> cycles;

    // `object` (of this class) as a pointer to `wanted`; null when that is no base of it.
    void* upcast(void* object, const std::type_info& wanted) const noexcept;
};

struct InstanceObject : mp::Object {
    ClassRecord* record; // of the class bound last in its mro; `pointer` is one to that
    void* pointer;       // null before __init__
    std::shared_ptr<void> holder;
    mp::Value owner; // kept alive; None
    TrampolineBase* trampoline;
};

// The records by Python class, and the instances by the address of their object.
struct Instances {
    std::unordered_map<const mp::Type*, ClassRecord*> by_type;
    std::unordered_multimap<const void*, InstanceObject*> by_pointer;
};

// Null: no class is bound for it.
ClassRecord* find_class(Core& core, const std::type_info& type) noexcept;
// The record of the bound class that `type` is or derives from; null: none.
ClassRecord* class_of(Core& core, const mp::Type& type) noexcept;
const std::string* bound_enum_name(Core& core, const std::type_info& type) noexcept;
const std::string* bound_name(Core& core, const std::type_info& type) noexcept;
bool is_instance(Core& core, mp::Value value) noexcept;

// Applies keep_alive<>s: `words` are the arguments, 1 the first. False: raised.
bool keep_alive_all(Core& core, const std::vector<KeepAlive>& kept, const Word* words, std::size_t count,
                    Word result) noexcept;

// Marks, for its scope, that Python called a bound method of a class with a trampoline on an object: when C++ then asks for an override of that name of that object, the
// call was super()'s or Shape.area(self)'s, and means the C++ function.
class ActiveCall {
public:
    ActiveCall(const FunctionRecord& record, mp::Args args) noexcept;
    ~ActiveCall();
    ActiveCall(const ActiveCall&) = delete;
    // Whether the innermost call is of `name` on `self`; it is used up by the question.
    static bool take(Core& core, Word self, std::string_view name) noexcept;

private:
    const FunctionRecord* record_ = nullptr;
    Word self_ = 0;
    ActiveCall* previous_ = nullptr;
};

extern const mp::TypeSpec instance_spec;

} // namespace minipy::detail
