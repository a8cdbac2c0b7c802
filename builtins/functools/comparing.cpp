// cmp_to_key: keys that compare by a function of two items.
#include "builtins/functools/functools.h"
#include "objects/core/attribute.h"
#include "objects/core/raise.h"
#include "objects/protocol/protocol.h"
#include "objects/types/str.h"

namespace mp::functools {

// What cmp_to_key gives (object unbound: call it with an item), and the keys made by calling it.
struct KeyWrapperObject : Object {
    Value function, object;
    auto owned() noexcept { return std::tie(function, object); }
};

static Ref<KeyWrapperObject> make(Runtime& rt, Type& type, Value function, Value object) {
    auto self = make_owned<KeyWrapperObject>(rt, type);
    set_field(self->function, function);
    set_field(self->object, object);
    return self;
}

static Result<Owned> key_call(Runtime& rt, Value value, Args args) {
    static const NativeDef def = {"K", nullptr, 1, 1, "obj"};
    Value bound[1];
    TRY(bind_arguments(rt, def, args, bound));
    auto& self = self_as<KeyWrapperObject>(value);
    return Owned(make(rt, *self.type(), self.function, bound[0]));
}

static Result<Owned> key_compare(Runtime& rt, Value left, Value right, CompareOp op) {
    if (&rt.type_of(left) != &rt.type_of(right))
        return raise(rt, TypeId::TypeError, "other argument must be K instance");
    auto &a = self_as<KeyWrapperObject>(left), &b = self_as<KeyWrapperObject>(right);
    if (a.object.is_unbound() || b.object.is_unbound()) return raise(rt, TypeId::AttributeError, "object");
    Owned function = Owned::share(a.function), x = Owned::share(a.object), y = Owned::share(b.object);
    Owned order = TRY(call(rt, function, x, y));
    return compare(rt, order, Value::from_int(0), op);
}

static const GetSetDef getsets[] = {
    {"obj",
     [](Runtime&, Value self) -> Result<Owned> {
         Value object = self_as<KeyWrapperObject>(self).object;
         return object.is_unbound() ? Owned::adopt(Value::none()) : Owned::share(object);
     },
     [](Runtime&, Value self, Value value) -> Result<void> {
         replace(self_as<KeyWrapperObject>(self).object, Owned::share(value));
         return ok;
     },
     "Value wrapped by a key function."},
    {},
};

const TypeSpec key_wrapper_spec = {
    .name = "KeyWrapper",
    .module = "functools",
    .base = TypeId::object,
    .size = sizeof(KeyWrapperObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = dealloc_owned<KeyWrapperObject>,
              .traverse = traverse_owned<KeyWrapperObject>,
              .clear = clear_owned<KeyWrapperObject>,
              .call = key_call,
              .compare = key_compare},
    .getsets = getsets,
};

Result<Owned> cmp_to_key(Runtime& rt, Args args) {
    auto module_name = rt.intern("_functools");
    Owned module = TRY(rt.import_module(*module_name));
    auto type_name = rt.intern("KeyWrapper");
    Owned type = TRY(get_attribute(rt, module, *type_name));
    if (!type.get().is_object() || type.get().object()->layout != Layout::type ||
        static_cast<Type*>(type.get().object())->spec != &key_wrapper_spec)
        return raise(rt, TypeId::TypeError, "_functools.KeyWrapper was replaced");
    return Owned(make(rt, *static_cast<Type*>(type.get().object()), args[0], Value::unbound()));
}

} // namespace mp::functools
