// Built-in functions about single objects: attributes, types, text, identity (library reference, "Built-in Functions").
#include "builtins/builtins_module.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/dict.h"
#include "objects/types/module.h"
#include "objects/types/numbers.h"
#include "objects/types/str.h"

namespace mp {

namespace {

Result<StrObject*> attribute_name(Runtime& rt, Value value) {
    if (!is_str_or_subclass(rt, value))
        return raise(rt, TypeId::TypeError, "attribute name must be string, not '%.200s'", type_name(rt, value));
    return static_cast<StrObject*>(value.object());
}

// Names that differ in identity only must meet the same slots and caches: attribute access works on interned names.
Result<Ref<StrObject>> interned_name(Runtime& rt, Value value) {
    StrObject* name = TRY(attribute_name(rt, value));
    return name->is_interned() ? Ref<StrObject>::share(name) : rt.intern(*exact_str(rt, *name));
}

Result<Owned> getattr(Runtime& rt, Args args) {
    Ref<StrObject> name = TRY(interned_name(rt, args[1]));
    if (!args.has(2)) return get_attribute(rt, args[0], *name);
    Owned value = TRY(get_optional_attribute(rt, args[0], *name));
    return value.is_unbound() ? Owned::share(args[2]) : value;
}

Result<Owned> hasattr(Runtime& rt, Args args) {
    Ref<StrObject> name = TRY(interned_name(rt, args[1]));
    return Owned::adopt(Value::boolean(!TRY(get_optional_attribute(rt, args[0], *name)).is_unbound()));
}

Result<void> setattr(Runtime& rt, Args args) {
    Ref<StrObject> name = TRY(interned_name(rt, args[1]));
    return set_attribute(rt, args[0], *name, args[2]);
}

Result<void> delattr(Runtime& rt, Args args) {
    Ref<StrObject> name = TRY(interned_name(rt, args[1]));
    return set_attribute(rt, args[0], *name, Value::unbound());
}

Result<Owned> callable(Runtime& rt, Args args) { return Owned::adopt(Value::boolean(is_callable(rt, args[0]))); }
Result<Owned> isinstance(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(is_instance(rt, args[0], args[1]))));
}
Result<Owned> issubclass(Runtime& rt, Args args) {
    return Owned::adopt(Value::boolean(TRY(is_subclass(rt, args[0], args[1]))));
}
Result<Owned> repr_of(Runtime& rt, Args args) { return Owned(TRY(repr(rt, args[0]))); }
Result<Owned> ascii_of(Runtime& rt, Args args) { return Owned(TRY(ascii(rt, args[0]))); }
Result<Owned> hash_of(Runtime& rt, Args args) { return make_int(rt, TRY(hash(rt, args[0]))); }
Result<Owned> length_of(Runtime& rt, Args args) { return make_int(rt, TRY(length(rt, args[0]))); }

// The address; values without one show their word, which equal immediates share.
Result<Owned> id(Runtime& rt, Args args) { return make_uint(rt, args[0].word()); }

Result<Owned> format_of(Runtime& rt, Args args) {
    if (!args.has(1)) return Owned(TRY(format(rt, args[0], *rt.empty_str)));
    if (!is_str_or_subclass(rt, args[1]))
        return raise(rt, TypeId::TypeError, "format() argument 2 must be str, not %.50s", type_name(rt, args[1]));
    return Owned(TRY(format(rt, args[0], *static_cast<StrObject*>(args[1].object()))));
}

Result<Owned> breakpoint(Runtime& rt, Args args) {
    const Value sys = dict_get_str(*rt.modules, *rt.names().sys);
    Owned hook;
    if (is_module(sys))
        hook = Owned::share(dict_get_text(rt, *static_cast<ModuleObject*>(sys.object())->dict, "breakpointhook"));
    if (hook.is_unbound()) return raise(rt, TypeId::RuntimeError, "lost sys.breakpointhook");
    return call(rt, hook, args);
}

} // namespace

const NativeDef builtin_object_functions[] = {
    {"__build_class__", native<build_class>, 0, -1, nullptr,
     "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the "
     "class statement.",
     takes_keywords},
    {"getattr", native<getattr>, 2, 3, nullptr,
     "Get a named attribute from an object.\n\ngetattr(x, 'y') is equivalent to ``x.y``.\n\nWhen a default argument is "
     "given, it is returned when the attribute doesn't\nexist; without it, "
     "an exception is raised in that case."},
    {"hasattr", native<hasattr>, 2, 2, "obj, name, /",
     "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) "
     "and catching AttributeError."},
    {"setattr", native<setattr>, 3, 3, "obj, name, value, /",
     "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to "
     "``x.y = v``"},
    {"delattr", native<delattr>, 2, 2, "obj, name, /",
     "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``"},
    {"callable", native<callable>, 1, 1, "obj, /",
     "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are "
     "instances of classes with a\n__call__() method."},
    {"isinstance", native<isinstance>, 2, 2, "obj, class_or_tuple, /",
     "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, "
     "(A, B, ...))``, may be given as the target to\ncheck against. This "
     "is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc."},
    {"issubclass", native<issubclass>, 2, 2, "cls, class_or_tuple, /",
     "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, "
     "B, ...))``, may be given as the target to\ncheck against. This is "
     "equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``."},
    {"repr", native<repr_of>, 1, 1, "obj, /",
     "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, "
     "eval() will return\nthis object."},
    {"ascii", native<ascii_of>, 1, 1, "obj, /",
     "Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable "
     "representation of an\nobject, but escape the non-ASCII characters in the "
     "string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes."},
    {"hash", native<hash_of>, 1, 1, "obj, /",
     "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash "
     "value, but the\nreverse is not necessarily true."},
    {"id", native<id>, 1, 1, "obj, /",
     "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects."},
    {"len", native<length_of>, 1, 1, "obj, /", "Return the number of items in a container."},
    {"format", native<format_of>, 1, 2, "value, format_spec='', /",
     "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to "
     "the\nFormat Specification Mini-language."},
    {"breakpoint", native<breakpoint>, 0, -1, nullptr,
     "Call sys.breakpointhook(*args, **kws).\n\nBy default that is pdb.set_trace(); PYTHONBREAKPOINT names others.",
     takes_keywords},
    {},
};

} // namespace mp
