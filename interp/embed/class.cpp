// Making bound classes.
#include "interp/embed/class_record.h"
#include "interp/embed/describe.h"
#include "interp/embed/function_call.h"
#include "objects/core/attribute.h"
#include "objects/core/slot_names.h"
#include "objects/protocol/protocol.h"
#include "objects/types/descriptors.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace minipy::detail {

ClassRecord* find_class(Core& core, const std::type_info& type) noexcept {
    const auto found = core.classes.find(type);
    return found == core.classes.end() ? nullptr : found->second.get();
}

ClassRecord* class_of(Core& core, const mp::Type& type) noexcept {
    if (!core.instances) return nullptr;
    const auto& records = core.instances->by_type;
    for (std::int64_t i = 0; i < type.mro->size; ++i)
        if (const auto found = records.find(static_cast<const mp::Type*>((*type.mro)[i].object()));
            found != records.end())
            return found->second;
    return nullptr;
}

namespace {

mp::Type& class_in(Word word) noexcept { return *static_cast<mp::Type*>(value_of(word).object()); }

mp::Type& instance_type(Core& core) {
    HostTypes& types = host_types(core);
    if (!types.instance) {
        auto made = mp::make_native_type(core.running(), instance_spec);
        if (made.is_raised()) throw_pending(core);
        types.instance = made.take();
        core.instances = std::make_unique<Instances>();
    }
    return *types.instance;
}

ClassRecord& record_of(Core& core, Word type) {
    const auto found =
        core.instances ? core.instances->by_type.find(&class_in(type)) : decltype(core.instances->by_type.end()){};
    if (!core.instances || found == core.instances->by_type.end()) throw Error("TypeError", "this is no bound class");
    return *found->second;
}

} // namespace

Word add_class(Core& core, Word module, const ClassSpec& spec) {
    mp::Vm& vm = core.running();
    if (find_class(core, *spec.type))
        throw Error("TypeError", "the C++ type " + type_text(nullptr, *spec.type) + " is bound already, as " +
                                     find_class(core, *spec.type)->name);
    mp::Type& root = instance_type(core);
    auto record = std::make_unique<ClassRecord>(
        ClassRecord{&core, spec.type, spec.name, {}, {}, spec.has_trampoline, spec.is_abstract, nullptr, nullptr});
    for (const BaseLink& link : spec.bases) {
        ClassRecord* base = find_class(core, *link.type);
        if (!base)
            throw Error("TypeError", std::string("class ") + spec.name + ": its base " +
                                         type_text(nullptr, *link.type) + " is not bound yet");
        record->bases.emplace_back(base, link.upcast);
        record->has_trampoline = record->has_trampoline || base->has_trampoline;
    }
    const Word made = guarded(core, [&]() -> mp::Result<mp::Owned> {
        auto bases = mp::make_tuple(vm, static_cast<std::int64_t>(std::max<std::size_t>(record->bases.size(), 1)));
        for (std::int64_t i = 0; i < bases->size; ++i) bases->items()[i] = mp::Value::none();
        mp::replace(bases->items()[0], mp::Owned::share(mp::Value(&root)));
        for (std::size_t i = 0; i < record->bases.size(); ++i)
            mp::replace(bases->items()[i], mp::Owned::share(mp::Value(record->bases[i].first->python.get())));
        auto entries = mp::make_dict(vm);
        mp::dict_set_str(vm, *entries, *vm.names().dunder_slots,
                         record->bases.empty() ? mp::Owned(mp::tuple_of(vm, mp::Value(vm.names().dunder_weakref)))
                                               : mp::Owned(mp::make_tuple(vm, 0)));
        mp::dict_set_str(vm, *entries, *vm.names().dunder_doc,
                         spec.doc ? mp::Owned(mp::make_str(vm, spec.doc)) : mp::Owned::adopt(mp::Value::none()));
        const mp::Value module_name =
            mp::is_module(value_of(module))
                ? mp::dict_get_str(*static_cast<mp::ModuleObject*>(value_of(module).object())->dict,
                                   *vm.names().dunder_name)
                : mp::Value();
        if (!module_name.is_unbound())
            mp::dict_set_str(vm, *entries, *vm.names().dunder_module, mp::Owned::share(module_name));
        const auto name = vm.intern(spec.name);
        mp::Owned type = TRY(mp::make_class(vm, vm.type(mp::TypeId::type), *name, *bases, *entries, {}));
        TRY(mp::set_attribute(vm, value_of(module), *name, type));
        return type;
    });
    if (made == raised_word) throw_pending(core);
    record->python = mp::OptRef<mp::Type>::share(&class_in(made));
    core.instances->by_type.emplace(record->python.get(), record.get());
    core.classes.emplace(*spec.type, std::move(record));
    return made;
}

const std::string* bound_name(Core& core, const std::type_info& type) noexcept {
    const ClassRecord* record = find_class(core, type);
    return record ? &record->name : bound_enum_name(core, type);
}

void set_cycles(Core& core, Word type, std::function<void(void*, const CycleVisitor&)> cycles) {
    record_of(core, type).cycles = std::move(cycles);
}

void add_property(Core& core, Word type, const char* name, FunctionSpec& getter, FunctionSpec* setter,
                  const char* doc) {
    mp::Vm& vm = core.running();
    const Held get(checked(core, make_function(core, getter)));
    const Held set(setter ? checked(core, make_function(core, *setter)) : none_word);
    const Word result = guarded(core, [&]() -> Word {
        auto property = mp::make_property(vm, value_of(get.get()), value_of(set.get()), mp::Value::none());
        if (doc) {
            mp::replace(property->doc, mp::make_str(vm, doc));
            property->doc_from_getter = false;
        }
        const auto text = vm.intern(name);
        mp::replace(property->name, mp::Owned::share(mp::Value(text)));
        return mp::type_set_own(vm, class_in(type), *text, property).is_raised() ? raised_word : none_word;
    });
    if (result == raised_word) throw_pending(core);
}

// ---- buffers: the two slots, read from a slot wrapper that stands as __buffer__ in the class

namespace {

mp::Result<void> get_buffer(mp::Runtime& rt, mp::Object* object, const mp::BufferRequest& request,
                            mp::BufferFields& fields) {
    auto& instance = *static_cast<InstanceObject*>(object);
    if (!instance.pointer)
        return mp::raise(rt, mp::TypeId::BufferError, "%.200s object has no memory before __init__()",
                         mp::type_name(rt, mp::Value(object)));
    // The class bound last that describes its memory.
    const ClassRecord* record = instance.record;
    void* pointer = instance.pointer;
    while (!record->buffer && !record->bases.empty()) {
        pointer = record->bases.front().second(pointer);
        record = record->bases.front().first;
    }
    if (!record->buffer)
        return mp::raise(rt, mp::TypeId::BufferError, "%.200s object exports no memory",
                         mp::type_name(rt, mp::Value(object)));
    std::unique_ptr<mp::DescribedMemory> exported;
    try {
        exported = describe(record->buffer(pointer));
    } catch (...) {
        raise_current_exception(*record->core);
        return mp::raised;
    }
    TRY(mp::fill_described(rt, request, fields, *exported));
    fields.internal = exported.release();
    return mp::ok;
}

void release_buffer(mp::Runtime&, mp::Object*, mp::BufferFields& fields) {
    delete static_cast<mp::DescribedMemory*>(std::exchange(fields.internal, nullptr));
}

constexpr mp::Slots buffer_slots = {.get_buffer = get_buffer, .release_buffer = release_buffer};

} // namespace

void set_buffer(Core& core, Word type, std::function<BufferInfo(void*)> buffer) {
    mp::Vm& vm = core.running();
    record_of(core, type).buffer = std::move(buffer);
    const Word result = guarded(core, [&]() -> Word {
        for (const mp::SlotName& slot : mp::slot_names()) {
            if (slot.slot != SLOT_INDEX(get_buffer) && slot.slot != SLOT_INDEX(release_buffer)) continue;
            auto wrapper = mp::make_slot_wrapper(vm, slot, class_in(type), buffer_slots);
            if (mp::type_set_own(vm, class_in(type), *(vm.names().*slot.name), wrapper).is_raised()) return raised_word;
        }
        return none_word;
    });
    if (result == raised_word) throw_pending(core);
}

Word Caster<NotImplementedResult>::store(Core&, NotImplementedResult) noexcept {
    return mp::Value::not_implemented().word();
}

} // namespace minipy::detail
