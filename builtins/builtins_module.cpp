// builtins: the names that every module sees. Functions stand in files by subject; here are the types, the exceptions and the constants.
#include "builtins/builtins_module.h"
#include "builtins/modules.h"
#include "interp/vm/vm.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace mp {

namespace {

constexpr TypeId public_types[] = {
    TypeId::object,   TypeId::type,     TypeId::int_,      TypeId::bool_,         TypeId::float_,
    TypeId::complex_, TypeId::str,      TypeId::bytes,     TypeId::bytearray,     TypeId::memoryview,
    TypeId::list,     TypeId::tuple,    TypeId::dict,      TypeId::set,           TypeId::frozenset,
    TypeId::range,    TypeId::slice,    TypeId::enumerate, TypeId::zip,           TypeId::map,
    TypeId::filter,   TypeId::reversed, TypeId::property,  TypeId::staticmethod_, TypeId::classmethod_,
    TypeId::super_,
};

constexpr TypeId public_exceptions[] = {
#define EXCEPTION(name, base, layout_, doc) TypeId::name,
#include "objects/core/exceptions.def"
#undef EXCEPTION
};

// ---- exit, quit, copyright, credits, license, help: objects that explain themselves (help(object): builtins/frozen/_help.py)
enum class Printer : std::uint8_t { text, exit, help };
struct PrinterObject : Object {
    const char* text;
    Printer kind;
};

PrinterObject& printer_of(Value value) noexcept { return *static_cast<PrinterObject*>(value.object()); }

Result<Owned> printer_repr(Runtime& rt, Value self) { return Owned(make_str(rt, printer_of(self).text)); }

Result<Owned> printer_call(Runtime& rt, Value self, Args args) {
    const PrinterObject& printer = printer_of(self);
    if (printer.kind == Printer::help && args.count > 0) {
        Owned module = TRY(rt.import_module(*rt.intern("_help")));
        Owned show = TRY(get_attribute(rt, module, *rt.intern("show")));
        return call(rt, show, args);
    }
    if (printer.kind != Printer::exit) {
        Owned print = Owned::share(dict_get_text(rt, *rt.builtins_dict, "print"));
        if (print.is_unbound()) return raise(rt, TypeId::NameError, "name 'print' is not defined");
        return call(rt, print, self);
    }
    static const NativeDef definition = {"Quitter.__call__", nullptr, 0, 1, "code=None"};
    Value code[1];
    TRY(bind_arguments(rt, definition, args, code));
    return raise_value(rt, TypeId::SystemExit, code[0].is_unbound() ? Value::none() : code[0]);
}

void printer_dealloc(Runtime& rt, Object* object) { rt.free_object(object, sizeof(PrinterObject)); }

const TypeSpec printer_spec = {
    .name = "Printer",
    .module = "_sitebuiltins",
    .base = TypeId::object,
    .size = sizeof(PrinterObject),
    .flags = type_no_new,
    .slots = {.dealloc = printer_dealloc, .repr = printer_repr, .call = printer_call},
    .doc = "Explains itself when shown or called.",
};

Result<void> add_printers(Runtime& rt, ModuleObject& module) {
    struct Entry {
        const char* name;
        const char* text;
        Printer kind;
    };
    static constexpr Entry entries[] = {
        {"exit", "Use exit() or Ctrl-D (i.e. EOF) to exit", Printer::exit},
        {"quit", "Use quit() or Ctrl-D (i.e. EOF) to exit", Printer::exit},
        {"copyright", "minipy: see the file LICENSE.", Printer::text},
        {"credits", "minipy: an embeddable mini-Python.", Printer::text},
        {"license", "See the file LICENSE.", Printer::text},
        {"help", "Type help(object) for help about object.", Printer::help},
    };
    Ref<Type> type = TRY(make_native_type(rt, printer_spec));
    for (const Entry& entry : entries) {
        auto* printer = static_cast<PrinterObject*>(rt.make_object(*type->instance_shape, sizeof(PrinterObject)));
        printer->text = entry.text;
        printer->kind = entry.kind;
        module_add(rt, module, entry.name, Owned::adopt(Value(printer)));
    }
    return ok;
}

Result<void> fill(Runtime& rt, ModuleObject& module) {
    for (const NativeDef* functions : {builtin_object_functions, builtin_number_functions, builtin_iteration_functions,
                                       builtin_scope_functions, builtin_text_functions})
        module_add_functions(rt, module, functions);
    for (const TypeId id : public_types) module_add(rt, module, rt.type(id).name, Owned::share(Value(&rt.type(id))));
    for (const TypeId id : public_exceptions)
        if (id != TypeId::CastError) module_add(rt, module, rt.type(id).name, Owned::share(Value(&rt.type(id))));
    module_add(rt, module, "EnvironmentError", Owned::share(Value(&rt.type(TypeId::OSError))));
    module_add(rt, module, "IOError", Owned::share(Value(&rt.type(TypeId::OSError))));
    module_add(rt, module, "None", Owned::adopt(Value::none()));
    module_add(rt, module, "True", Owned::adopt(Value::true_()));
    module_add(rt, module, "False", Owned::adopt(Value::false_()));
    module_add(rt, module, "Ellipsis", Owned::adopt(Value::ellipsis()));
    module_add(rt, module, "NotImplemented", Owned::adopt(Value::not_implemented()));
    module_add(rt, module, "__debug__", Owned::adopt(Value::true_()));
    return add_printers(rt, module);
}

} // namespace

const ModuleDef builtins_module_def = {
    .name = "builtins",
    .doc = "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all "
           "'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the "
           "built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can "
           "be useful in modules that provide\nobjects with the same name as a builtin and need "
           "the builtin of\nthat name.",
    .fill = fill,
};

} // namespace mp
