// tee: iterators that share what was read from one iterator. The items stand in a chain of blocks; each _tee holds the block it reads from, so blocks that
// all have read die.
#include "builtins/itertools/itertools.h"
#include "objects/core/attribute.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"

namespace mp::itertools {

static constexpr std::int64_t block_size = 57;

struct TeeDataObject : Object {
    Value iterator;
    Value following; // TeeDataObject, or unbound
    std::int64_t count;
    bool running;
    Value values[block_size];
};

struct TeeObject : Object {
    Value data; // TeeDataObject
    std::int64_t index;
    auto owned() noexcept { return std::tie(data); }
};

static TeeDataObject& data_of(Value value) noexcept { return *static_cast<TeeDataObject*>(value.object()); }

static void data_clear(Runtime&, Object* object) {
    auto& data = *static_cast<TeeDataObject*>(object);
    const std::int64_t count = std::exchange(data.count, 0);
    for (std::int64_t i = 0; i < count; ++i) release(std::exchange(data.values[i], Value::unbound()));
    replace(data.iterator, Owned());
    replace(data.following, Owned());
}

static void data_dealloc(Runtime& rt, Object* object) {
    data_clear(rt, object);
    rt.free_object(object, sizeof(TeeDataObject));
}

static void data_traverse(Object* object, Visitor visit, void* context) {
    auto& data = *static_cast<TeeDataObject*>(object);
    if (data.iterator.is_object()) visit(data.iterator.object(), context);
    if (data.following.is_object()) visit(data.following.object(), context);
    for (std::int64_t i = 0; i < data.count; ++i)
        if (data.values[i].is_object()) visit(data.values[i].object(), context);
}

const TypeSpec tee_data_spec = {
    .name = "_tee_dataobject",
    .module = "itertools",
    .base = TypeId::object,
    .size = sizeof(TeeDataObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = data_dealloc, .traverse = data_traverse, .clear = data_clear},
    .doc = "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
};

static Ref<TeeDataObject> make_data(Runtime& rt, Type& type, Value iterator) {
    auto* data = static_cast<TeeDataObject*>(rt.make_instance(type));
    data->iterator = data->following = Value::unbound();
    data->count = 0;
    data->running = false;
    set_field(data->iterator, iterator);
    return Ref<TeeDataObject>::adopt(data);
}

// The item at a place of a block, read from the iterator when nobody has yet.
static Result<Owned> item_at(Runtime& rt, TeeDataObject& data, std::int64_t index) {
    if (index < data.count) return Owned::share(data.values[index]);
    if (data.running) return raise(rt, TypeId::RuntimeError, "cannot re-enter the tee iterator");
    Owned iterator = Owned::share(data.iterator);
    if (iterator.is_unbound()) return exhausted();
    data.running = true;
    auto got = next(rt, iterator);
    data.running = false;
    Owned item = TRY(std::move(got));
    if (item.is_exhausted()) return item;
    if (data.count < block_size && index == data.count) data.values[data.count++] = Owned(item).release();
    return item;
}

static Result<Owned> tee_next(Runtime& rt, Value value) {
    auto& self = self_as<TeeObject>(value);
    if (self.data.is_unbound()) return exhausted();
    Owned kept = Owned::share(self.data);
    if (self.index >= block_size) {
        TeeDataObject& full = data_of(kept);
        if (full.following.is_unbound()) {
            auto following = make_data(rt, *full.type(), full.iterator);
            replace(full.following, std::move(following));
        }
        kept = Owned::share(full.following);
        replace(self.data, kept);
        self.index = 0;
    }
    Owned item = TRY(item_at(rt, data_of(kept), self.index));
    if (!item.is_exhausted()) ++self.index;
    return item;
}

static Ref<TeeObject> make_tee(Runtime& rt, Type& type, Value data, std::int64_t index) {
    auto self = make_owned<TeeObject>(rt, type);
    self->index = index;
    set_field(self->data, data);
    return self;
}

static bool is_tee(Value value) noexcept {
    return value.is_object() && value.object()->type()->native_base == &tee_spec;
}

// An independent iterator at the same place.
static Result<Owned> tee_copy(Runtime& rt, Args args) {
    auto& self = self_as<TeeObject>(args[0]);
    return Owned(make_tee(rt, *self.type(), self.data, self.index));
}

// A _tee over any iterable; over a _tee, a copy of it.
static Result<Ref<TeeObject>> tee_from(Runtime& rt, Type& type, Value iterable) {
    Owned iterator = TRY(iterate(rt, iterable));
    if (is_tee(iterator)) {
        auto& other = self_as<TeeObject>(iterator);
        return make_tee(rt, type, other.data, other.index);
    }
    Value data_type = type_lookup(type, *rt.intern("_dataobject"));
    if (!data_type.is_object() || data_type.object()->layout != Layout::type ||
        static_cast<Type*>(data_type.object())->spec != &tee_data_spec)
        return raise(rt, TypeId::TypeError, "_tee._dataobject was replaced");
    auto data = make_data(rt, *static_cast<Type*>(data_type.object()), iterator);
    return make_tee(rt, type, data, 0);
}

static Result<Owned> tee_new(Runtime& rt, Type* type, Args args) {
    TRY(check_positional(rt, "_tee", *type, args, 1, 1));
    auto self = TRY(tee_from(rt, *type, args[0]));
    return Owned(std::move(self));
}

static Result<void> tee_fill(Runtime& rt, Type& type) {
    auto data = TRY(make_native_type(rt, tee_data_spec));
    dict_set_text(rt, *type.dict, "_dataobject", std::move(data));
    return ok;
}

static const NativeDef tee_methods[] = {
    {"__copy__", native<tee_copy>, 0, 0, nullptr, "Returns an independent iterator."},
    {},
};

static constexpr TypeSpec make_tee_spec() {
    TypeSpec spec =
        iterator_spec<TeeObject>("_tee", tee_new, tee_next, "Iterator wrapped to make it copyable.", tee_methods);
    spec.flags = (spec.flags & ~std::uint32_t{type_is_base}) | type_weakrefs;
    spec.fill = tee_fill;
    return spec;
}

const TypeSpec tee_spec = make_tee_spec();

Result<Owned> tee(Runtime& rt, Args args) {
    const std::int64_t count = args.has(1) ? TRY(index_int64(rt, args[1])) : 2;
    if (count < 0) return raise(rt, TypeId::ValueError, "n must be >= 0");
    if (!rt.heap().would_fit(static_cast<std::size_t>(std::min<std::int64_t>(count, INT64_MAX / 256)) *
                             sizeof(TeeObject)))
        return raise_memory_error(rt);
    auto result = make_tuple(rt, count);
    if (count == 0) return Owned(std::move(result));
    Owned iterator = TRY(iterate(rt, args[0]));
    // Iterators that can be copied are asked to; others are wrapped.
    auto copy_name = rt.names().dunder_copy;
    Owned copyable = TRY(get_optional_attribute(rt, iterator, *copy_name));
    if (copyable.is_unbound()) {
        auto module_name = rt.intern("itertools");
        Owned module = TRY(rt.import_module(*module_name));
        auto type_name = rt.intern("_tee");
        Owned type = TRY(get_attribute(rt, module, *type_name));
        iterator = TRY(call(rt, type, iterator));
        copyable = TRY(get_attribute(rt, iterator, *copy_name));
    }
    result->items()[0] = iterator.release();
    for (std::int64_t i = 1; i < count; ++i) {
        TRY(rt.pay(1));
        result->items()[i] = TRY(call(rt, copyable)).release();
    }
    return Owned(std::move(result));
}

} // namespace mp::itertools
