#pragma once
// Memory that the host lends to scripts, and may take back: the exporter behind Interpreter::lend().
#include <memory>

#include "objects/buffer/described.h"

namespace mp {

struct ManagedBufferObject;

struct LentMemoryObject : Object {
    DescribedMemory* memory;    // the host's, owned description; null once revoked
    std::int64_t exports;       // all exports alive
    std::int64_t managed_count; // those held by memoryviews, linked from `first`
    ManagedBufferObject* first;
    void (*on_release)(
        void*
            context) noexcept; // called once when the memory is no longer used (revoked, or the object died); may be null
    void* context;
};

// An exporter of the memory (a complete description), which must stay valid until revoke_lent_memory() says true or on_release is called. Runs nothing.
Ref<LentMemoryObject> make_lent_memory(Runtime& rt, std::unique_ptr<DescribedMemory> memory,
                                       void (*on_release)(void*) noexcept = nullptr, void* context = nullptr);
// The same for plain bytes.
Ref<LentMemoryObject> make_lent_memory(Runtime& rt, void* data, std::int64_t size, bool readonly,
                                       void (*on_release)(void*) noexcept = nullptr, void* context = nullptr);

// Takes the memory back: every view derived from it (slices and casts included) is released, and raises ValueError from then on; so does making new ones. False, and nothing
// changed, while native code up the stack is using the memory (a BufferView that is no memoryview is alive): the host must keep it and may try again later. True when it was
// revoked already.
bool revoke_lent_memory(Runtime& rt, LentMemoryObject& memory) noexcept;

bool is_lent_memory(Runtime& rt, const Object* object) noexcept;

// ---- for memoryview: a shared export of lent memory begins and ends. Nothing happens when its owner is something else.
void remember_lent(Runtime& rt, ManagedBufferObject& managed) noexcept;
void forget_lent(Runtime& rt, ManagedBufferObject& managed) noexcept;

} // namespace mp
