#include "objects/core/type.h"

#include "objects/core/attribute.h"
#include "objects/core/method_cache.h"
#include "objects/core/runtime.h"
#include "objects/types/dict.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

bool is_subtype(const Type* type, const Type* ancestor) noexcept {
    if (type == ancestor) return true;
    if (!type->mro) { // while it is being made
        for (; type; type = type->base)
            if (type == ancestor) return true;
        return false;
    }
    const Value* items = type->mro->items();
    for (std::int64_t i = 1, n = type->mro->size; i < n; ++i)
        if (items[i].object() == ancestor) return true;
    return false;
}

namespace {

const Value* find_along_mro(Runtime& rt, Type& type, StrObject& name) noexcept {
    const TupleObject& mro = *type.mro;
    for (std::int64_t i = 0; i < mro.size; ++i) {
        Type& ancestor = *static_cast<Type*>(mro[i].object());
        if (!ancestor.dict_filled) fill_type_dict(rt, ancestor);
        if (const Value* cell = dict_find_str(*ancestor.dict, name)) return cell;
    }
    return nullptr;
}

} // namespace

const Value* type_lookup_cell(Type& type, StrObject& name) noexcept {
    Runtime& rt = type.runtime();
    if (!name.is_interned() || !type.mro) return type.mro ? find_along_mro(rt, type, name) : nullptr;
    MethodCache::Entry& entry = rt.method_cache().entry(type, &name);
    const std::uint32_t id = type.instance_shape->id;
    if (entry.shape_id == id && entry.name == &name) return entry.cell;
    const Value* cell = find_along_mro(rt, type, name);
    MethodCache::fill(entry, id, name, cell);
    return cell;
}

Value type_lookup(Type& type, StrObject& name) noexcept {
    const Value* cell = type_lookup_cell(type, name);
    return cell ? *cell : Value();
}

void type_modified(Runtime& rt, Type& type) {
    // A worklist: chains of subclasses may be long.
    std::vector<Type*> pending{&type};
    while (!pending.empty()) {
        Type* next = pending.back();
        pending.pop_back();
        next->each_shape([&](Shape& shape) { shape.id = rt.new_shape_id(); });
        pending.insert(pending.end(), next->subclasses.begin(), next->subclasses.end());
    }
}

} // namespace mp
