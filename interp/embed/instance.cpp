// Instances of bound classes: the native type beneath them, and how C++ objects get in and out.
#include "interp/embed/class_record.h"
#include "interp/embed/function_call.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy {

void CycleVisitor::operator()(Value& value) const {
    if (const detail::Handle* handle = value.handle()) {
        if (visit)
            visit(context, handle->word);
        else
            value = Value();
    }
}

Value TrampolineBase::python_object() const { return core_ ? Value::share(*core_, self_) : Value(); }

struct InstanceAccess {
    static void detach(TrampolineBase& trampoline) noexcept {
        trampoline.core_ = nullptr;
        trampoline.self_ = detail::none_word;
    }
};

Value TrampolineBase::find_override(const char* name) const {
    if (!core_ || !core_->vm || core_->closing) return Value();
    mp::Vm& vm = *core_->vm;
    mp::Type& type = vm.type_of(detail::value_of(self_));
    const auto text = vm.intern(name);
    const mp::Value found = mp::type_lookup(type, *text);
    if (found.is_unbound() || detail::is_host_function(*core_, found)) return Value();
    if (detail::ActiveCall::take(*core_, self_, name)) return Value();
    return Value::adopt(*core_, detail::checked(*core_, detail::get_attribute(*core_, self_, name)));
}

void TrampolineBase::raise_pure(const char* name) const {
    const std::string class_name = core_ ? detail::type_name(*core_, self_) : "this";
    throw Error("NotImplementedError", "class " + class_name + " must define " + name + "()");
}

namespace detail {

namespace {

InstanceObject& as_instance(mp::Value value) noexcept { return *static_cast<InstanceObject*>(value.object()); }

mp::Result<mp::Owned> new_(mp::Runtime& rt, mp::Type* type, mp::Args) {
    auto* object = static_cast<InstanceObject*>(rt.make_instance(*type));
    object->record = nullptr;
    object->pointer = nullptr;
    new (&object->holder) std::shared_ptr<void>();
    object->owner = mp::Value::none();
    object->trampoline = nullptr;
    return mp::Owned::adopt(mp::Value(object));
}

mp::Result<void> init(mp::Runtime& rt, mp::Value self, mp::Args) {
    return mp::raise(rt, mp::TypeId::TypeError, "%.200s has no constructor", mp::type_name(rt, self));
}

// The object is let go; the instance is empty.
void drop_object(mp::Runtime& rt, InstanceObject& instance) noexcept {
    if (!instance.record) return;
    const PendingKept kept(rt); // the host's destructor may use the API
    Core& core = *instance.record->core;
    if (core.instances && instance.pointer) {
        auto [first, last] = core.instances->by_pointer.equal_range(instance.pointer);
        for (; first != last; ++first)
            if (first->second == &instance) {
                core.instances->by_pointer.erase(first);
                break;
            }
    }
    if (TrampolineBase* trampoline = std::exchange(instance.trampoline, nullptr)) InstanceAccess::detach(*trampoline);
    instance.pointer = nullptr;
    std::shared_ptr<void>(std::move(instance.holder)).reset();
}

void dealloc(mp::Runtime& rt, mp::Object* object) {
    auto* instance = static_cast<InstanceObject*>(object);
    drop_object(rt, *instance);
    instance->holder.~shared_ptr();
    mp::replace(instance->owner, mp::Owned());
    rt.free_object(object, sizeof(InstanceObject));
}

void traverse(mp::Object* object, mp::Visitor visit, void* context) {
    auto* instance = static_cast<InstanceObject*>(object);
    if (instance->owner.is_object()) visit(instance->owner.object(), context);
    // The C++ object is this instance's alone: what it holds, the instance holds.
    if (instance->record && instance->pointer && instance->record->cycles && instance->holder.use_count() == 1) {
        struct Target {
            mp::Visitor visit;
            void* context;
        } target{visit, context};
        instance->record->cycles(instance->pointer, CycleVisitor{[](void* to, Word word) {
                                                                     const auto& found = *static_cast<Target*>(to);
                                                                     if (value_of(word).is_object())
                                                                         found.visit(value_of(word).object(),
                                                                                     found.context);
                                                                 },
                                                                 &target});
    }
}

void clear(mp::Runtime&, mp::Object* object) {
    auto* instance = static_cast<InstanceObject*>(object);
    mp::replace(instance->owner, mp::Owned::adopt(mp::Value::none()));
    if (instance->record && instance->pointer && instance->record->cycles && instance->holder.use_count() == 1)
        instance->record->cycles(instance->pointer, CycleVisitor{nullptr, nullptr});
}

// A C++ object cannot be made again from attributes: copying and pickling need a __reduce__ (or __copy__) of the class's own.
mp::Result<mp::Owned> reduce_ex(mp::Runtime& rt, mp::Args args) {
    const auto name = rt.intern("__reduce__");
    mp::Type& type = rt.type_of(args[0]);
    if (mp::type_lookup(type, *name).is(mp::type_lookup(rt.type(mp::TypeId::object), *name)))
        return mp::raise(rt, mp::TypeId::TypeError, "cannot pickle '%.200s' object", type.name.c_str());
    return mp::call_method(rt, args[0], *name);
}

const mp::NativeDef instance_methods[] = {{"__reduce_ex__", mp::native<reduce_ex>, 1, 1}, {}};

} // namespace

const mp::TypeSpec instance_spec = {
    .name = "object",
    .module = "minipy",
    .base = mp::TypeId::object,
    .size = sizeof(InstanceObject),
    .flags = mp::type_has_gc | mp::type_is_base,
    .slots = {.dealloc = dealloc, .traverse = traverse, .clear = clear, .new_ = new_, .init = init},
    .methods = instance_methods,
    .doc = "The base of classes that the embedding program bound.",
};

void* ClassRecord::upcast(void* object, const std::type_info& wanted) const noexcept {
    if (*type == wanted) return object;
    for (const auto& [base, cast] : bases)
        if (void* found = base->upcast(cast(object), wanted)) return found;
    return nullptr;
}

bool is_instance(Core& core, mp::Value value) noexcept {
    return value.is_object() && core.instances && value.object()->type()->native_base == &instance_spec;
}

void* load_instance(Core& core, Word word, const std::type_info& type) noexcept {
    const mp::Value value = value_of(word);
    if (!is_instance(core, value)) return nullptr;
    const InstanceObject& instance = as_instance(value);
    if (!instance.pointer) {
        mp::raise(*core.vm, mp::TypeId::TypeError, "%.200s.__init__() must be called when overriding __init__",
                  mp::type_name(*core.vm, value));
        return nullptr;
    }
    return instance.record->upcast(instance.pointer, type);
}

std::shared_ptr<void> load_shared(Core& core, Word word, const std::type_info& type) {
    void* pointer = load_instance(core, word, type);
    if (!pointer) return nullptr;
    InstanceObject& instance = as_instance(value_of(word));
    if (!instance.holder)
        throw Error("TypeError",
                    "this object belongs to the host, which did not share it: std::shared_ptr cannot be made of it");
    if (!instance.trampoline) return std::shared_ptr<void>(instance.holder, pointer);
    // Overrides live in the Python object: whoever shares the C++ one keeps it.
    struct Both {
        std::shared_ptr<void> holder;
        Value python;
    };
    auto both = std::make_shared<Both>(Both{instance.holder, Value::share(core, word)});
    return std::shared_ptr<void>(both, pointer);
}

namespace {

Word find_existing(Core& core, const NewObject& object) noexcept {
    for (const void* address : {static_cast<const void*>(object.pointer), static_cast<const void*>(object.whole)}) {
        if (!address) continue;
        auto [first, last] = core.instances->by_pointer.equal_range(address);
        for (; first != last; ++first) {
            InstanceObject& instance = *first->second;
            // Another object may begin at the same address (a member, a base): the class decides.
            if (instance.record->upcast(instance.pointer, *object.type) != object.pointer) continue;
            mp::retain(&instance);
            return mp::Value(&instance).word();
        }
    }
    return unmatched_word;
}

} // namespace

Word store_instance(Core& core, const NewObject& object) noexcept {
    return guarded(core, [&]() -> Word {
        mp::Vm& vm = *core.vm;
        ClassRecord* record = object.dynamic_type ? find_class(core, *object.dynamic_type) : nullptr;
        void* pointer = object.whole;
        if (!record) {
            record = find_class(core, *object.type);
            pointer = object.pointer;
        }
        if (!record) {
            mp::raise_text(vm, mp::TypeId::TypeError,
                           "the C++ type " + type_text(nullptr, *object.type) +
                               " is not bound: bind it with cls<>, or specialise minipy::Convert");
            return raised_word;
        }
        if (object.look_up)
            if (const Word found = find_existing(core, object); found != unmatched_word) return found;
        auto made = new_(vm, record->python.get(), {});
        const mp::Owned instance = made.take();
        InstanceObject& fields = as_instance(instance);
        core.instances->by_pointer.emplace(pointer, &fields);
        fields.record = record;
        fields.pointer = pointer;
        fields.holder = object.holder;
        mp::replace(fields.owner, mp::Owned::share(value_of(object.owner)));
        mp::retain(instance);
        return instance.get().word();
    });
}

bool install(Core& core, Word self, const std::type_info& type, void* pointer, std::shared_ptr<void> holder,
             TrampolineBase* trampoline) noexcept {
    return guarded(core, [&]() -> Word {
               mp::Vm& vm = *core.vm;
               const mp::Value value = value_of(self);
               ClassRecord* record = find_class(core, type);
               if (!record || !is_instance(core, value) ||
                   !mp::is_subtype(value.object()->type(), record->python.get())) {
                   mp::raise(vm, mp::TypeId::TypeError, "descriptor '__init__' doesn't apply to a '%.100s' object",
                             mp::type_name(vm, value));
                   return raised_word;
               }
               InstanceObject& instance = as_instance(value);
               drop_object(vm, instance); // __init__ once more makes a new object
               core.instances->by_pointer.emplace(pointer, &instance);
               instance.record = record;
               instance.pointer = pointer;
               instance.holder = std::move(holder);
               if (trampoline) {
                   trampoline->core_ = &core;
                   trampoline->self_ = self;
                   instance.trampoline = trampoline;
               }
               return none_word;
           }) != raised_word;
}

bool is_derived_in_python(Core& core, Word self) noexcept {
    const mp::Value value = value_of(self);
    if (!is_instance(core, value)) return false;
    const ClassRecord* record = class_of(core, *value.object()->type());
    return record && value.object()->type() != record->python.get();
}

// ---- calls of methods that Python may override

ActiveCall::ActiveCall(const FunctionRecord& record, mp::Args args) noexcept {
    if (!record.may_be_overridden || args.count == 0) [[likely]]
        return;
    record_ = &record;
    self_ = args[0].word();
    previous_ = record.core->active_call;
    record.core->active_call = this;
}

ActiveCall::~ActiveCall() {
    if (record_) [[unlikely]]
        record_->core->active_call = previous_;
}

bool ActiveCall::take(Core& core, Word self, std::string_view name) noexcept {
    ActiveCall* call = core.active_call;
    if (!call || call->self_ != self || call->record_->name != name) return false;
    call->self_ = 0;
    return true;
}

// ---- keep_alive<>

bool keep_alive_all(Core& core, const std::vector<KeepAlive>& kept, const Word* words, std::size_t count,
                    Word result) noexcept {
    mp::Vm& vm = *core.vm;
    const auto at = [&](int place) {
        return place == 0                                 ? value_of(result)
               : static_cast<std::size_t>(place) <= count ? value_of(words[place - 1])
                                                          : mp::Value();
    };
    return guarded(core, [&]() -> Word {
               for (const KeepAlive& pair : kept) {
                   const mp::Value nurse = at(pair.nurse), patient = at(pair.patient);
                   if (nurse.is_unbound() || patient.is_unbound() || nurse.is_none() || patient.is_none()) continue;
                   if (!is_instance(core, nurse)) {
                       mp::raise(vm, mp::TypeId::TypeError,
                                 "keep_alive: a '%.100s' object cannot keep another one alive: it is no instance of a "
                                 "bound class",
                                 mp::type_name(vm, nurse));
                       return raised_word;
                   }
                   mp::Value& owner = as_instance(nurse).owner;
                   // One patient stands there itself, more in a tuple.
                   if (owner.is_none())
                       mp::replace(owner, mp::Owned::share(patient));
                   else
                       mp::replace(owner, mp::Owned(mp::tuple_of(vm, owner, patient)));
               }
               return none_word;
           }) != raised_word;
}

} // namespace detail
} // namespace minipy
