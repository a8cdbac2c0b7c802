// The function type.
#include "interp/vm/function.h"

#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/method.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

Ref<FunctionObject> make_function(Runtime& rt, CodeObject& code, DictObject& globals) {
    auto* function = rt.make<FunctionObject>(TypeId::function);
    function->code = &code;
    function->globals = &globals;
    function->builtins = rt.builtins_dict;
    const Value builtins = dict_get_str(globals, *rt.names().dunder_builtins);
    if (is_module(builtins))
        function->builtins = static_cast<ModuleObject*>(builtins.object())->dict;
    else if (is_dict(builtins))
        function->builtins = static_cast<DictObject*>(builtins.object());
    function->closure = nullptr;
    function->defaults = nullptr;
    function->keyword_defaults = nullptr;
    function->name = code.name;
    function->qualified_name = code.qualified_name;
    retain(&code);
    retain(&globals);
    retain(function->builtins);
    retain(code.name);
    retain(code.qualified_name);
    const Value module = dict_get_str(globals, *rt.names().dunder_name);
    function->module = module.is_unbound() ? Value::none() : Owned::share(module).release();
    const Value doc = code.unit->has_docstring && code.constant_count ? code.constants[0] : Value::none();
    function->doc = Owned::share(doc).release();
    function->annotations = Value();
    function->type_params = Value();
    function->dict = nullptr;
    return Ref<FunctionObject>::adopt(function);
}

namespace {

FunctionObject& self_of(Value self) noexcept { return *static_cast<FunctionObject*>(self.object()); }

void traverse(Object* object, Visitor visit, void* context) {
    auto& function = *static_cast<FunctionObject*>(object);
    for (Object* field : {static_cast<Object*>(function.code), static_cast<Object*>(function.globals),
                          static_cast<Object*>(function.builtins), static_cast<Object*>(function.closure),
                          static_cast<Object*>(function.defaults), static_cast<Object*>(function.keyword_defaults),
                          static_cast<Object*>(function.dict)})
        if (field) visit(field, context);
    for (Value field : {function.module, function.doc, function.annotations, function.type_params})
        if (field.is_object()) visit(field.object(), context);
}
template <class T>
void drop(T*& field) noexcept {
    if (T* old = std::exchange(field, nullptr)) release(old);
}
// Code, globals, names and closure stay so that the function can still be called. A cycle through the closure is broken in its cells, which the collector knows:
// here they must not be touched, a cell may be shared with what lives.
void clear(Runtime&, Object* object) {
    auto& function = *static_cast<FunctionObject*>(object);
    replace(function.annotations, Owned());
    replace(function.type_params, Owned());
    drop(function.defaults);
    drop(function.keyword_defaults);
    drop(function.dict);
}
void dealloc(Runtime& rt, Object* object) {
    auto& function = *static_cast<FunctionObject*>(object);
    drop(function.code);
    drop(function.globals);
    drop(function.builtins);
    drop(function.closure);
    drop(function.defaults);
    drop(function.keyword_defaults);
    drop(function.name);
    drop(function.qualified_name);
    drop(function.dict);
    release(function.module);
    release(function.doc);
    release(function.annotations);
    release(function.type_params);
    rt.free_object(object, sizeof(FunctionObject));
}

Result<Owned> repr_function(Runtime& rt, Value self) {
    char address[32];
    std::snprintf(address, sizeof address, "%p", static_cast<const void*>(self.object()));
    return Owned(make_str(rt, "<function " + to_utf8(*self_of(self).qualified_name) + " at " + address + ">"));
}
Result<Owned> call_function(Runtime& rt, Value self, Args args) { return vm_of(rt).call_function(self_of(self), args); }
Result<Owned> bind(Runtime& rt, Value self, Value instance, Type*) {
    if (instance.is_unbound()) return Owned::share(self);
    return Owned(make_bound_method(rt, self, instance));
}

// ---- attributes
#define TEXT_ATTRIBUTE(field, python)                                                                                  \
    Result<Owned> get_##field(Runtime&, Value self) { return Owned::share(Value(self_of(self).field)); }               \
    Result<void> set_##field(Runtime& rt, Value self, Value value) {                                                   \
        if (value.is_unbound() || !is_str_or_subclass(rt, value))                                                      \
            return raise(rt, TypeId::TypeError, python " must be set to a string object");                             \
        StrObject* old = self_of(self).field;                                                                          \
        retain(value);                                                                                                 \
        self_of(self).field = static_cast<StrObject*>(value.object());                                                 \
        release(old);                                                                                                  \
        return ok;                                                                                                     \
    }
TEXT_ATTRIBUTE(name, "__name__")
TEXT_ATTRIBUTE(qualified_name, "__qualname__")
#define VALUE_ATTRIBUTE(field)                                                                                         \
    Result<Owned> get_##field(Runtime&, Value self) { return Owned::share(self_of(self).field); }                      \
    Result<void> set_##field(Runtime&, Value self, Value value) {                                                      \
        replace(self_of(self).field, value.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(value));          \
        return ok;                                                                                                     \
    }
VALUE_ATTRIBUTE(module)
VALUE_ATTRIBUTE(doc)
Result<Owned> get_code(Runtime&, Value self) { return Owned::share(Value(self_of(self).code)); }
// Code that functions no longer have while frames still run it: a frame borrows its code from its function.
struct RetiredCode : ModuleState {
    std::vector<Ref<CodeObject>> running;
};
void retire(Vm& vm, Ref<CodeObject> code) {
    const auto runs = [&](const Ref<CodeObject>& candidate) {
        for (const Frame* frame = vm.frames_begin + 1; frame <= vm.frame; ++frame)
            if (frame->code == candidate.get()) return true;
        return false;
    };
    auto& retired = vm.module_state<RetiredCode>().running;
    std::erase_if(retired, [&](const Ref<CodeObject>& candidate) { return !runs(candidate); });
    if (runs(code)) retired.push_back(std::move(code));
}

// What a call makes: a generator, a coroutine, an asynchronous generator or a result.
int kind_of(const CodeUnit& unit) noexcept {
    return unit.is_generator | unit.is_coroutine << 1 | unit.is_async_generator << 2;
}

Result<void> set_code(Runtime& rt, Value self, Value value) {
    if (!is_code(value)) return raise(rt, TypeId::TypeError, "__code__ must be set to a code object");
    auto& code = *static_cast<CodeObject*>(value.object());
    FunctionObject& function = self_of(self);
    const std::int64_t have = function.closure ? function.closure->size : 0;
    if (code.free_names->size != have)
        return raise(rt, TypeId::ValueError, "%s() requires a code object with %lld free vars, not %lld",
                     to_utf8(*function.name).c_str(), static_cast<long long>(have),
                     static_cast<long long>(code.free_names->size));
    const bool becomes_awaitable = function.code->unit->is_generator && code.unit->is_generator; // types.coroutine()
    if (kind_of(*function.code->unit) != kind_of(*code.unit) && !becomes_awaitable)
        TRY(rt.warn(TypeId::DeprecationWarning, "Assigning a code object of non-matching type is deprecated "
                                                "(e.g., from a generator to a plain function)"));
    retain(&code);
    retire(vm_of(rt), Ref<CodeObject>::adopt(std::exchange(function.code, &code)));
    return ok;
}
Result<Owned> get_globals(Runtime&, Value self) { return Owned::share(Value(self_of(self).globals)); }
Result<Owned> get_builtins(Runtime&, Value self) { return Owned::share(Value(self_of(self).builtins)); }
Result<Owned> get_closure(Runtime&, Value self) {
    TupleObject* closure = self_of(self).closure;
    return closure ? Owned::share(Value(closure)) : Owned::adopt(Value::none());
}
Result<Owned> get_defaults(Runtime&, Value self) {
    TupleObject* defaults = self_of(self).defaults;
    return defaults ? Owned::share(Value(defaults)) : Owned::adopt(Value::none());
}
Result<void> set_defaults(Runtime& rt, Value self, Value value) {
    if (value.is_unbound() || value.is_none()) {
        drop(self_of(self).defaults);
        return ok;
    }
    if (!is_tuple(value)) return raise(rt, TypeId::TypeError, "__defaults__ must be set to a tuple object");
    retain(value);
    if (TupleObject* old = std::exchange(self_of(self).defaults, static_cast<TupleObject*>(value.object())))
        release(old);
    return ok;
}
Result<Owned> get_keyword_defaults(Runtime&, Value self) {
    DictObject* defaults = self_of(self).keyword_defaults;
    return defaults ? Owned::share(Value(defaults)) : Owned::adopt(Value::none());
}
Result<void> set_keyword_defaults(Runtime& rt, Value self, Value value) {
    if (value.is_unbound() || value.is_none()) {
        drop(self_of(self).keyword_defaults);
        return ok;
    }
    if (!is_dict(value)) return raise(rt, TypeId::TypeError, "__kwdefaults__ must be set to a dict object");
    retain(value);
    if (DictObject* old = std::exchange(self_of(self).keyword_defaults, static_cast<DictObject*>(value.object())))
        release(old);
    return ok;
}
Result<Owned> get_annotations(Runtime& rt, Value self) {
    Value& annotations = self_of(self).annotations;
    if (annotations.is_unbound()) annotations = Value(make_dict(rt).release());
    return Owned::share(annotations);
}
Result<void> set_annotations(Runtime& rt, Value self, Value value) {
    if (!value.is_unbound() && !value.is_none() && !is_dict_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "__annotations__ must be set to a dict object");
    replace(self_of(self).annotations, value.is_none() ? Owned() : Owned::share(value));
    return ok;
}
Result<Owned> get_type_params(Runtime& rt, Value self) {
    const Value params = self_of(self).type_params;
    return Owned::share(params.is_unbound() ? Value(rt.empty_tuple) : params);
}
Result<void> set_type_params(Runtime& rt, Value self, Value value) {
    if (!is_tuple(value)) return raise(rt, TypeId::TypeError, "__type_params__ must be set to a tuple");
    replace(self_of(self).type_params, Owned::share(value));
    return ok;
}
Result<Owned> get_dict(Runtime& rt, Value self) {
    if (!self_of(self).dict) self_of(self).dict = make_dict(rt).release();
    return Owned::share(Value(self_of(self).dict));
}
Result<void> set_dict(Runtime& rt, Value self, Value value) {
    if (!is_dict(value))
        return raise(rt, TypeId::TypeError, "__dict__ must be set to a dictionary, not a '%.200s'",
                     value.is_unbound() ? "NULL" : type_name(rt, value));
    retain(value);
    if (DictObject* old = std::exchange(self_of(self).dict, static_cast<DictObject*>(value.object()))) release(old);
    return ok;
}

// Attributes of a function's own stand in its dict, after the type's data descriptors and before its methods.
Result<Owned> get_function_attribute(Runtime& rt, Value self, StrObject& name) {
    if (DictObject* dict = self_of(self).dict) {
        const Value in_type = type_lookup(rt.type_of(self), name);
        if (!in_type.is_object() || !rt.type_of(in_type).slots.descriptor_set)
            if (const Value own = dict_get_str(*dict, name); !own.is_unbound()) return Owned::share(own);
    }
    return generic_get_attribute(rt, self, name);
}
Result<void> set_function_attribute(Runtime& rt, Value self, StrObject& name, Value value) {
    const Value in_type = type_lookup(rt.type_of(self), name);
    if (in_type.is_object() && rt.type_of(in_type).slots.descriptor_set)
        return generic_set_attribute(rt, self, name, value);
    FunctionObject& function = self_of(self);
    if (value.is_unbound()) {
        if (!function.dict || !dict_delete_str(rt, *function.dict, name)) return raise_attribute_error(rt, self, name);
        return ok;
    }
    if (!function.dict) function.dict = make_dict(rt).release();
    dict_set_str(rt, *function.dict, name, Owned::share(value));
    return ok;
}

const GetSetDef getsets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualified_name, set_qualified_name},
    {"__module__", get_module, set_module},
    {"__doc__", get_doc, set_doc},
    {"__code__", get_code, set_code},
    {"__globals__", get_globals},
    {"__builtins__", get_builtins},
    {"__closure__", get_closure},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_params, set_type_params},
    {"__dict__", get_dict, set_dict},
    {},
};

// types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
Result<Owned> new_function(Runtime& rt, Type*, Args args) {
    if (args.size() < 2 || args.names || !is_code(args[0]) || !is_dict(args[1]))
        return raise(rt, TypeId::TypeError, "function() takes a code object and a dict of globals");
    auto& code = *static_cast<CodeObject*>(args[0].object());
    Ref<FunctionObject> function = make_function(rt, code, *static_cast<DictObject*>(args[1].object()));
    if (args.has(2) && !args[2].is_none()) TRY(set_name(rt, function, args[2]));
    if (args.has(3)) TRY(set_defaults(rt, function, args[3]));
    const std::int64_t given = args.has(4) && is_tuple(args[4]) ? static_cast<TupleObject*>(args[4].object())->size : 0;
    if (given != code.free_names->size)
        return raise(rt, TypeId::ValueError, "%s requires closure of length %lld, not %lld",
                     to_utf8(*code.name).c_str(), static_cast<long long>(code.free_names->size),
                     static_cast<long long>(given));
    if (given) {
        auto& closure = *static_cast<TupleObject*>(args[4].object());
        for (std::int64_t i = 0; i < given; ++i)
            if (!closure[i].is_object() || closure[i].object()->layout != Layout::cell)
                return raise(rt, TypeId::TypeError, "arg 5 (closure) expected cell, found %s",
                             type_name(rt, closure[i]));
        retain(&closure);
        function->closure = &closure;
    }
    return Owned(std::move(function));
}

} // namespace

const TypeSpec function_spec = {
    .name = "function",
    .base = TypeId::object,
    .layout = Layout::function,
    .size = sizeof(FunctionObject),
    .flags = type_has_gc | type_weakrefs,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_function,
              .repr = repr_function,
              .call = call_function,
              .get_attribute = get_function_attribute,
              .set_attribute = set_function_attribute,
              .descriptor_get = bind},
    .getsets = getsets,
    .doc = "Create a function object.",
};

} // namespace mp
