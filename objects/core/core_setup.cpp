#include "objects/core/core_setup.h"

#include <cstring>
#include <new>
#include <optional>
#include <random>

#include "objects/core/attribute.h"
#include "objects/core/gc.h"
#include "objects/core/inherit.h"
#include "objects/core/method_cache.h"
#include "objects/core/shape.h"
#include "objects/core/type_specs.h"
#include "objects/core/weak_table.h"
#include "objects/protocol/signature.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/module.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

const TypeSpec* const specs[] = {
#define TYPE(id, spec) &spec,
#include "objects/core/types.def"
#undef TYPE
};

constexpr std::size_t type_count = static_cast<std::size_t>(TypeId::count_);

// Flags that a derived type has because its base has them.
constexpr std::uint32_t inherited_flags =
    type_has_gc | type_has_dict | type_weakrefs | type_variable_size | type_sequence | type_mapping | type_match_self;

} // namespace

Shape* new_shape(Runtime& rt, Type& type) {
    Shape* shape = &type.first_shape;
    if (shape->id != 0) {
        type.more_shapes.reserve(type.more_shapes.size() + 1);
        shape = new Shape{};
        type.more_shapes.push_back(shape);
    }
    shape->id = rt.new_shape_id();
    shape->type = &type;
    shape->runtime = &rt;
    return shape;
}

void free_shapes(Type& type) noexcept {
    type.each_shape([](Shape& shape) { delete shape.keys; });
    for (Shape* shape : type.more_shapes) delete shape;
}

Type* allocate_type(Runtime& rt, Shape* shape) {
    Object* memory = rt.heap().allocate_container(sizeof(Type));
    const std::uint8_t gc = memory->gc;
    Type* type = new (memory) Type{};
    type->refcount = 1;
    type->layout = shape ? shape->type->instance_layout : Layout::type;
    type->gc = gc;
    type->shape = shape;
    return type;
}

void set_up_native_type(Runtime& rt, Type& type, const TypeSpec& spec, Type* base) {
    type.name = std::string_view(spec.module) == "builtins" ? spec.name : std::string(spec.module) + "." + spec.name;
    type.qualified_name = spec.name;
    type.spec = &spec;
    type.native_base = &spec;
    type.flags = spec.flags;
    type.instance_layout = spec.layout;
    type.basic_size = (spec.size + 7) & ~7u;
    if (base) {
        retain(base);
        type.base = base;
        type.flags |= base->flags & inherited_flags;
    }
    if (type.has(type_has_dict)) {
        type.tail_size = 8;
        if (!type.has(type_variable_size)) type.dict_offset = type.basic_size;
    }
    Shape* root = type.instance_shape ? type.instance_shape : new_shape(rt, type);
    type.instance_shape = root;
    if (type.has(type_has_dict)) root->keys = new ShapeKeys{};
}

// Two phases, as a type is an object of type `type`, its mro a tuple and its names are str: first all Type structs and their shapes, then what refers to
// other objects.
void CoreSetup::make_types(Runtime& rt) {
    for (std::size_t i = 0; i < type_count; ++i) rt.types_[i] = allocate_type(rt, nullptr);
    for (std::size_t i = 0; i < type_count; ++i) {
        const TypeSpec& spec = *specs[i];
        Type* base = i == 0 ? nullptr : rt.types_[static_cast<std::size_t>(spec.base)];
        set_up_native_type(rt, *rt.types_[i], spec, base);
    }
    Shape* type_shape = rt.type(TypeId::type).instance_shape;
    for (std::size_t i = 0; i < type_count; ++i) rt.types_[i]->shape = type_shape;
}

void CoreSetup::make_texts(Runtime& rt) {
    auto empty_tuple = rt.make<TupleObject>(TypeId::tuple);
    empty_tuple->size = 0;
    empty_tuple->cached_hash = -1;
    rt.empty_tuple = empty_tuple;

    auto make_text = [&](std::int64_t length, unsigned char c) {
        auto* text = rt.make<StrObject>(TypeId::str, 16);
        text->aux = c < 0x80 ? 4 : 0;
        text->length = length;
        text->cached_hash = 0;
        text->capacity = 0;
        text->reserved = 0;
        std::memset(text->data(), 0, 16);
        std::memset(text->data(), c, static_cast<std::size_t>(length));
        return text;
    };
    rt.empty_str = make_text(0, 0);
    for (int c = 0; c < 256; ++c) rt.latin1_[c] = make_text(1, static_cast<unsigned char>(c));

#define NAME(id, text) rt.names_.id = rt.intern(text).release();
#include "objects/core/names.def"
#undef NAME
}

// mro and slots: bases first. Only CastError and ExceptionGroup have two.
void CoreSetup::link_types(Runtime& rt) {
    for (std::size_t i = 0; i < type_count; ++i) {
        Type& type = *rt.types_[i];
        if (!type.ready) link_native_type(rt, type, native_second_base(rt, static_cast<TypeId>(i)));
    }
}

void CoreSetup::run(Runtime& rt) {
    std::random_device entropy;
    for (auto& word : rt.hash_seed) word = std::uint64_t{entropy()} << 32 | entropy();
    make_types(rt);
    make_texts(rt);
    link_types(rt);
    rt.type(TypeId::CastError).name = "ValueError";
    rt.type(TypeId::CastError).qualified_name = "ValueError";
    rt.reserve_memory_error_ = make_exception(rt, TypeId::MemoryError).release();
}

void CoreSetup::release_all(Runtime& rt) noexcept {
    rt.clear_pending();
    // Finalisers may run until the end, and print: sys and builtins go last, and the emptied dicts stay.
    if (rt.modules) {
        std::optional<Heap::Unlimited> unlimited(rt.heap()); // not for the finalisers
        Ref<DictObject> others = dict_copy(rt, *rt.modules);
        dict_clear(rt, *rt.modules);
        for (const char* last : {"sys", "builtins"}) {
            auto name = rt.intern(last);
            const Value module = dict_get_str(*others, *name);
            if (!module.is_unbound()) dict_set_str(rt, *rt.modules, *name, Owned::share(module));
        }
        unlimited.reset();
    }
    rt.collector().collect();
    if (rt.modules) dict_clear(rt, *rt.modules);
    if (rt.builtins_dict) dict_clear(rt, *rt.builtins_dict);
    rt.clear_pending();
    rt.module_states_.clear();
    rt.collector().collect();
    rt.clear_pending();
}

void CoreSetup::keep(Runtime& rt, Type& type) {
    rt.module_types_.push_back(&type);
    retain(&type); // its objects do not own it
}

// Objects that the runtime itself still holds go with the heap; types hold memory of their own (names, shapes), which must be given back.
void CoreSetup::free_all(Runtime& rt) noexcept {
    rt.heap().check_leaks();
    rt.signatures_.reset(); // holds names, whose type must still be there
    const auto free = [](Type& type) {
        free_shapes(type);
        type.~Type();
    };
    for (Object* type : rt.collector().every_class()) free(*static_cast<Type*>(type));
    for (Type* type : rt.module_types_) free(*type);
    for (Type* type : rt.types_) free(*type);
}

} // namespace mp
