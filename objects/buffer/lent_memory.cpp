#include "objects/buffer/lent_memory.h"

#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/types/memoryview.h"

namespace mp {

namespace {

void tell_host(LentMemoryObject& memory) noexcept {
    delete std::exchange(memory.memory, nullptr);
    if (auto on_release = std::exchange(memory.on_release, nullptr)) on_release(memory.context);
}

void dealloc(Runtime& rt, Object* object) {
    tell_host(*static_cast<LentMemoryObject*>(object));
    rt.free_object(object, sizeof(LentMemoryObject));
}

Result<void> get_buffer(Runtime& rt, Object* object, const BufferRequest& request, BufferFields& fields) {
    auto& memory = *static_cast<LentMemoryObject*>(object);
    if (!memory.memory) return raise(rt, TypeId::ValueError, "operation forbidden on released memoryview object");
    TRY(fill_described(rt, request, fields, *memory.memory));
    ++memory.exports;
    return ok;
}

void release_buffer(Runtime&, Object* object, BufferFields&) { --static_cast<LentMemoryObject*>(object)->exports; }

} // namespace

Ref<LentMemoryObject> make_lent_memory(Runtime& rt, std::unique_ptr<DescribedMemory> description,
                                       void (*on_release)(void*) noexcept, void* context) {
    auto* memory = rt.make<LentMemoryObject>(TypeId::lent_memory);
    memory->memory = description.release();
    memory->exports = 0;
    memory->managed_count = 0;
    memory->first = nullptr;
    memory->on_release = on_release;
    memory->context = context;
    // Empty memory has a place too.
    static std::uint8_t nowhere;
    if (!memory->memory->data) memory->memory->data = &nowhere;
    return Ref<LentMemoryObject>::adopt(memory);
}

Ref<LentMemoryObject> make_lent_memory(Runtime& rt, void* data, std::int64_t size, bool readonly,
                                       void (*on_release)(void*) noexcept, void* context) {
    auto memory = std::make_unique<DescribedMemory>();
    memory->data = static_cast<std::uint8_t*>(data);
    memory->shape = {size};
    memory->strides = {1};
    memory->readonly = readonly;
    return make_lent_memory(rt, std::move(memory), on_release, context);
}

bool is_lent_memory(Runtime& rt, const Object* object) noexcept {
    return object->type() == &rt.type(TypeId::lent_memory);
}

void remember_lent(Runtime& rt, ManagedBufferObject& managed) noexcept {
    if (!managed.fields.owner || !is_lent_memory(rt, managed.fields.owner)) return;
    auto& memory = *static_cast<LentMemoryObject*>(managed.fields.owner);
    managed.next_lent = memory.first;
    managed.previous_lent = nullptr;
    if (memory.first) memory.first->previous_lent = &managed;
    memory.first = &managed;
    ++memory.managed_count;
}

void forget_lent(Runtime& rt, ManagedBufferObject& managed) noexcept {
    if (!managed.fields.owner || !is_lent_memory(rt, managed.fields.owner)) return;
    auto& memory = *static_cast<LentMemoryObject*>(managed.fields.owner);
    (managed.previous_lent ? managed.previous_lent->next_lent : memory.first) = managed.next_lent;
    if (managed.next_lent) managed.next_lent->previous_lent = managed.previous_lent;
    managed.next_lent = managed.previous_lent = nullptr;
    --memory.managed_count;
}

bool revoke_lent_memory(Runtime& rt, LentMemoryObject& memory) noexcept {
    if (!memory.memory) return true;
    if (memory.exports != memory.managed_count) return false;
    for (ManagedBufferObject* managed = memory.first; managed; managed = managed->next_lent)
        for (MemoryViewObject* view = managed->first; view; view = view->next)
            if (view->exports > 0) return false;
    Ref<LentMemoryObject> keep = Ref<LentMemoryObject>::share(&memory);
    while (ManagedBufferObject* managed = memory.first) {
        Ref<ManagedBufferObject> keep_managed = Ref<ManagedBufferObject>::share(managed);
        while (managed->first)
            static_cast<void>(
                memoryview_release(rt, *managed->first)); // no exports: cannot fail. The last one takes `managed` out.
        if (memory.first == managed) {                    // an export without views: its view is being made or freed
            forget_lent(rt, *managed);
            release_fields(managed->fields);
        }
    }
    tell_host(memory);
    return true;
}

const TypeSpec lent_memory_spec = {
    .name = "lent_memory",
    .module = "minipy",
    .base = TypeId::object,
    .size = sizeof(LentMemoryObject),
    .flags = type_no_new,
    .slots = {.dealloc = dealloc, .get_buffer = get_buffer, .release_buffer = release_buffer},
};

} // namespace mp
