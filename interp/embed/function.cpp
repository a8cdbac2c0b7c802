// The type of bound functions: making them, and their attributes. How they are called: function_call.cpp.
#include "interp/embed/function.h"

#include "interp/embed/class_record.h"
#include "interp/embed/function_call.h"
#include "objects/core/attribute.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/list.h"
#include "objects/types/method.h"
#include "objects/types/module.h"
#include "objects/types/native_function.h"
#include "objects/types/tuple.h"

namespace minipy::detail {

FunctionSpec::~FunctionSpec() {
    for (const Parameter& parameter : parameters) release(parameter.fallback);
    if (callable) destroy(callable);
}

namespace {

std::unique_ptr<FunctionRecord> make_record(Core& core, FunctionSpec& spec) {
    mp::Vm& vm = core.running();
    auto record = std::unique_ptr<FunctionRecord>(new FunctionRecord{.core = &core,
                                                                     .name = spec.name,
                                                                     .doc = spec.doc ? spec.doc : "",
                                                                     .parameters = {},
                                                                     .result = spec.result,
                                                                     .invoke = spec.invoke,
                                                                     .callable = std::exchange(spec.callable, nullptr),
                                                                     .destroy = spec.destroy,
                                                                     .kept = std::move(spec.kept),
                                                                     .is_method = spec.is_method,
                                                                     .is_constructor = spec.is_constructor,
                                                                     .next = nullptr});
    std::uint32_t count = 0;
    bool plain = true, optional_seen = false;
    for (Parameter& parameter : spec.parameters) {
        const auto place = static_cast<int>(count);
        std::string name = parameter.name                          ? parameter.name
                           : spec.is_method && count == 0          ? "self"
                           : parameter.kind == ParameterKind::rest ? "args"
                           : parameter.kind == ParameterKind::keywords
                               ? "kwargs"
                               : "arg" + std::to_string(count - (spec.is_method ? 1 : 0));
        mp::Owned fallback = adopt(std::exchange(parameter.fallback, unmatched_word));
        switch (parameter.kind) {
        case ParameterKind::rest:
            record->rest = place;
            plain = false;
            break;
        case ParameterKind::keywords:
            record->keywords = place;
            plain = false;
            break;
        case ParameterKind::keyword_only: plain = false; break;
        default:
            if (record->rest >= 0)
                throw Error("TypeError",
                            record->name + "(): parameters behind args must be keyword-only: put kw_only before them");
            if (fallback.is_unbound() && optional_seen)
                throw Error("TypeError",
                            record->name + "(): parameter '" + name + "' without a default follows one with a default");
            optional_seen = !fallback.is_unbound();
            ++record->positional;
        }
        record->parameters.push_back({vm.intern(name), parameter.type, parameter.kind, std::move(fallback)});
        ++count;
    }
    record->plain_count = plain ? count : UINT32_MAX;
    record->shown_name = record->name;
    return record;
}

mp::Ref<HostFunctionObject> make_object(Core& core, std::unique_ptr<FunctionRecord> record, mp::Value module,
                                        mp::Type* owner) {
    mp::Vm& vm = core.running();
    auto* object = static_cast<HostFunctionObject*>(
        vm.make_object(*host_types(core).function->instance_shape, sizeof(HostFunctionObject)));
    object->record = record.release();
    object->module = mp::Owned::share(module).release();
    object->owner = owner;
    return mp::Ref<HostFunctionObject>::adopt(object);
}

// Methods that let the other operand try when they do not know it (language reference 3.3.8, 3.3.1).
bool is_operator_name(std::string_view name) {
    static constexpr std::string_view operators[] = {
        "__add__",    "__sub__", "__mul__",    "__matmul__", "__truediv__", "__floordiv__", "__mod__",
        "__divmod__", "__pow__", "__lshift__", "__rshift__", "__and__",     "__xor__",      "__or__",
        "__lt__",     "__le__",  "__eq__",     "__ne__",     "__gt__",      "__ge__"};
    if (!name.starts_with("__") || !name.ends_with("__")) return false;
    std::string plain(name);
    // __radd__ and __iadd__ as __add__.
    for (const std::string_view known : operators)
        if (plain == known || ((plain[2] == 'r' || plain[2] == 'i') && "__" + plain.substr(3) == known)) return true;
    return false;
}

// The overloads that `value` (a bound function, or a staticmethod of one) holds; null: it is something else.
HostFunctionObject* overloads_of(Core& core, mp::Value value) {
    if (mp::is_staticmethod(value)) value = static_cast<mp::StaticMethodObject*>(value.object())->callable;
    return is_host_function(core, value) ? &as_host_function(value) : nullptr;
}

} // namespace

HostTypes& host_types(Core& core) {
    if (!core.types) {
        auto made = mp::make_native_type(core.running(), host_function_spec);
        if (made.is_raised()) throw_pending(core);
        core.types = std::make_unique<HostTypes>(HostTypes{made.take(), {}, {}});
    }
    return *core.types;
}

bool is_host_function(Core& core, mp::Value value) noexcept {
    return core.types && value.is_object() && value.object()->type() == core.types->function.get();
}

void add_function(Core& core, Word scope, FunctionSpec& spec) {
    mp::Vm& vm = core.running();
    const mp::Value place = value_of(scope);
    const bool is_static = spec.is_static;
    auto record = make_record(core, spec);
    const auto name = vm.intern(record->name);
    const bool in_class = place.is_object() && place.object()->layout == mp::Layout::type;
    mp::Type* const type = in_class ? static_cast<mp::Type*>(place.object()) : nullptr;
    if (type) {
        if (const ClassRecord* of = class_of(core, *type)) record->may_be_overridden = of->has_trampoline;
        if (record->is_constructor) record->shown_name = type->qualified_name;
        record->is_operator = record->parameters.size() == 2 && is_operator_name(record->name);
    }
    const mp::Value existing = in_class ? mp::dict_get_str(*type->dict, *name)
                               : mp::is_module(place)
                                   ? mp::dict_get_str(*static_cast<mp::ModuleObject*>(place.object())->dict, *name)
                                   : mp::Value();
    if (HostFunctionObject* function = existing.is_unbound() ? nullptr : overloads_of(core, existing)) {
        FunctionRecord* last = function->record;
        while (last->next) last = last->next.get();
        last->next = std::move(record);
        return;
    }
    const mp::Value module =
        in_class ? mp::dict_get_str(*type->dict, *vm.names().dunder_module)
        : mp::is_module(place)
            ? mp::dict_get_str(*static_cast<mp::ModuleObject*>(place.object())->dict, *vm.names().dunder_name)
            : mp::Value();
    const Word result = guarded(core, [&]() -> Word {
        mp::Owned function(
            make_object(core, std::move(record), module.is_unbound() ? mp::Value::none() : module, type));
        if (is_static) function = mp::Owned(mp::make_staticmethod(vm, function));
        const bool raised = in_class ? mp::type_set_own(vm, *type, *name, function).is_raised()
                                     : mp::set_attribute(vm, place, *name, function).is_raised();
        return raised ? raised_word : none_word;
    });
    if (result == raised_word) throw_pending(core);
}

Word make_function(Core& core, FunctionSpec& spec) noexcept {
    return guarded(core, [&]() -> Word {
        try {
            return mp::Value(make_object(core, make_record(core, spec), mp::Value::none(), nullptr).release()).word();
        } catch (const Error& error) {
            set_pending(core, error);
            return raised_word;
        }
    });
}

// ---- texts

namespace {

std::string default_text(Core& core, mp::Value value) {
    auto text = mp::repr(*core.vm, value);
    if (!text.is_raised()) return mp::to_utf8(*text.take());
    core.vm->clear_pending();
    return "...";
}

// The parameters as Python writes them; `types`: with annotations.
std::string parameters_text(const FunctionRecord& record, bool types) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    bool slash_due = false, star_seen = false;
    // Constructors are shown as calls of their class.
    for (std::size_t i = record.is_constructor && types ? 1 : 0; i < record.parameters.size(); ++i) {
        const BoundParameter& parameter = record.parameters[i];
        if (parameter.kind != ParameterKind::positional_only && slash_due) {
            add("/");
            slash_due = false;
        }
        if (parameter.kind == ParameterKind::positional_only) slash_due = true;
        std::string part;
        if (parameter.kind == ParameterKind::rest) {
            part = "*";
            star_seen = true;
        } else if (parameter.kind == ParameterKind::keywords) {
            part = "**";
        } else if (parameter.kind == ParameterKind::keyword_only && !star_seen) {
            add("*");
            star_seen = true;
        }
        part += mp::to_utf8(*parameter.name);
        const bool typed = types && parameter.kind < ParameterKind::rest && !(record.is_method && i == 0);
        if (typed) part += ": " + parameter.type(record.core);
        if (!parameter.fallback.is_unbound())
            part += (typed ? " = " : "=") + default_text(*record.core, parameter.fallback);
        add(part);
    }
    if (slash_due) add("/");
    return "(" + text + ")";
}

} // namespace

std::string signature_text(const FunctionRecord& record) {
    return record.shown_name + parameters_text(record, true) +
           (record.is_constructor ? "" : " -> " + record.result(record.core));
}

namespace {

// ---- attributes

mp::Result<mp::Owned> get_name(mp::Runtime& rt, mp::Value self) {
    return mp::Owned(rt.intern(as_host_function(self).record->name));
}
mp::Result<mp::Owned> get_qualified_name(mp::Runtime& rt, mp::Value self) {
    const auto& function = as_host_function(self);
    return mp::Owned(mp::make_str(rt, function.owner ? function.owner->qualified_name + "." + function.record->name
                                                     : function.record->name));
}
mp::Result<mp::Owned> get_module(mp::Runtime&, mp::Value self) {
    return mp::Owned::share(as_host_function(self).module);
}

// All overloads' signatures and texts when there are several; else the text alone.
mp::Result<mp::Owned> get_doc(mp::Runtime& rt, mp::Value self) {
    const FunctionRecord& first = *as_host_function(self).record;
    if (!first.next)
        return first.doc.empty() ? mp::Owned::adopt(mp::Value::none()) : mp::Owned(mp::make_str(rt, first.doc));
    std::string text;
    for (const FunctionRecord* record = &first; record; record = record->next.get()) {
        text += (text.empty() ? "" : "\n\n") + signature_text(*record);
        if (!record->doc.empty()) text += "\n" + record->doc;
    }
    return mp::Owned(mp::make_str(rt, text));
}

mp::Result<mp::Owned> get_text_signature(mp::Runtime& rt, mp::Value self) {
    const FunctionRecord& record = *as_host_function(self).record;
    if (record.next) return mp::Owned(mp::make_str(rt, "(*args, **kwargs)"));
    return mp::Owned(mp::make_str(rt, parameters_text(record, false)));
}

// inspect.Signature, with annotations.
mp::Result<mp::Owned> get_signature(mp::Runtime& rt, mp::Value self) {
    mp::Vm& vm = mp::vm_of(rt);
    const FunctionRecord& record = *as_host_function(self).record;
    mp::Owned support = TRY(vm.import_full("_host_functions"));
    auto list = mp::make_list(rt);
    if (record.next) {
        const auto add = [&](const char* name, std::int64_t kind) {
            mp::list_append(rt, *list,
                            mp::Owned(mp::tuple_of(rt, mp::Value(rt.intern(name).get()), mp::Value::from_int(kind))));
        };
        add("args", 2);
        add("kwargs", 4);
        return mp::call(rt, TRY(mp::get_attribute(rt, support, *rt.intern("signature"))), list, mp::Value::none(),
                        mp::Value::none());
    }
    static constexpr std::int64_t kinds[] = {0, 1, 3, 2, 4};
    for (std::size_t i = 0; i < record.parameters.size(); ++i) {
        const BoundParameter& parameter = record.parameters[i];
        const bool typed = parameter.kind < ParameterKind::rest && !(record.is_method && i == 0);
        auto items = mp::make_tuple(rt, parameter.fallback.is_unbound() ? 3 : 4);
        for (std::int64_t n = 0; n < items->size; ++n) items->items()[n] = mp::Value::none();
        mp::replace(items->items()[0], mp::Owned::share(mp::Value(parameter.name)));
        items->items()[1] = mp::Value::from_int(kinds[static_cast<int>(parameter.kind)]);
        if (typed) mp::replace(items->items()[2], mp::make_str(rt, parameter.type(record.core)));
        if (!parameter.fallback.is_unbound()) mp::replace(items->items()[3], parameter.fallback);
        mp::list_append(rt, *list, std::move(items));
    }
    const mp::Owned function = TRY(mp::get_attribute(rt, support, *rt.intern("signature")));
    const mp::Owned result = record.is_constructor ? mp::Owned::adopt(mp::Value::none())
                                                   : mp::Owned(mp::make_str(rt, record.result(record.core)));
    return mp::call(rt, function, list, result, as_host_function(self).module);
}

mp::Result<mp::Owned> host_repr(mp::Runtime& rt, mp::Value self) {
    const mp::Owned name = TRY(get_qualified_name(rt, self));
    return mp::Owned(
        mp::make_str(rt, "<host function " + mp::to_utf8(*static_cast<mp::StrObject*>(name.get().object())) + ">"));
}

mp::Result<mp::Owned> bind(mp::Runtime& rt, mp::Value self, mp::Value instance, mp::Type*) {
    if (instance.is_unbound()) return mp::Owned::share(self);
    return mp::Owned(mp::make_bound_method(rt, self, instance));
}

void dealloc(mp::Runtime& rt, mp::Object* object) {
    auto* function = static_cast<HostFunctionObject*>(object);
    {
        // The host's destructors may use the API: what is pending is not theirs to see.
        const PendingKept kept(rt);
        delete function->record;
    }
    mp::replace(function->module, mp::Owned());
    rt.free_object(object, sizeof(HostFunctionObject));
}

void traverse(mp::Object* object, mp::Visitor visit, void* context) {
    for (const FunctionRecord* record = static_cast<HostFunctionObject*>(object)->record; record;
         record = record->next.get())
        for (const BoundParameter& parameter : record->parameters)
            if (parameter.fallback.get().is_object()) visit(parameter.fallback.get().object(), context);
}

const mp::GetSetDef getsets[] = {
    {"__name__", get_name},
    {"__qualname__", get_qualified_name},
    {"__module__", get_module},
    {"__doc__", get_doc},
    {"__text_signature__", get_text_signature},
    {"__signature__", get_signature},
    {},
};

} // namespace

const mp::TypeSpec host_function_spec = {
    .name = "host_function",
    .base = mp::TypeId::object,
    .size = sizeof(HostFunctionObject),
    .flags = mp::type_has_gc | mp::type_weakrefs | mp::type_no_new | mp::type_method_descriptor,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .repr = host_repr,
              .call = call_host_function,
              .descriptor_get = bind},
    .getsets = getsets,
    .doc = "A function of the program that embeds this interpreter.",
};

} // namespace minipy::detail
