#pragma once
// memoryview: a window on memory that an exporter lends (objects/buffer/view.h). Shape, strides and format never change while a view lives; it can only be
// released, after which every access raises ValueError "operation forbidden on released memoryview object".
#include "objects/buffer/item.h"
#include "objects/buffer/strided.h"
#include "objects/buffer/view.h"

namespace mp {

struct MemoryViewObject;

// One export that several views share: memoryview(x), its slices and casts. The exporter is released when the last of them is.
struct ManagedBufferObject : Object {
    BufferFields fields;     // fields.owner: owned; null once ended
    std::int64_t views;      // views not yet released
    MemoryViewObject* first; // those views, linked, when the memory is lent by the host (it may revoke it); else null
    ManagedBufferObject* next_lent; // of the same lent memory
    ManagedBufferObject* previous_lent;
};

enum ViewContiguity : std::uint8_t { view_c_contiguous = 1, view_f_contiguous = 2 };

struct MemoryViewObject : Object { // Layout::memoryview
    // -- what the VM's fast path reads: when `fast_code` is a native code of struct, view[i] with 0 <= i < length is that item at data + i * stride (of `readonly` false:
    // may be stored to). fast_code is 0 when there is more to do: released, several dimensions, indirection, swapped bytes.
    std::uint8_t* data;
    std::int64_t length; // items in the first dimension; 0-dimensional: 1
    std::int64_t stride; // bytes from one to the next
    char fast_code;
    bool readonly;
    bool released;
    bool restricted; // handed to __release_buffer__: no new views may be made of it
    std::uint8_t ndim;
    std::uint8_t contiguity; // ViewContiguity
    bool has_suboffsets;
    ItemFormat item; // kind none: a format whose items cannot be read
    // --
    std::int64_t item_size;
    std::int64_t byte_length;     // product(shape) * item_size
    std::int64_t exports;         // BufferViews taken of this view
    std::int64_t cached_hash;     // -1: not yet known
    const char* format;           // the exporter's (alive as long as the export) or static
    ManagedBufferObject* managed; // owned
    MemoryViewObject* next;       // of the same lent memory
    MemoryViewObject* previous;

    bool has_arrays() const noexcept { return ndim > 1 || has_suboffsets; }
    std::int64_t* arrays() noexcept { return reinterpret_cast<std::int64_t*>(this + 1); }
    std::int64_t* shape() noexcept { return has_arrays() ? arrays() : &length; }
    std::int64_t* strides() noexcept { return has_arrays() ? arrays() + ndim : &stride; }
    std::int64_t* suboffsets() noexcept { return has_suboffsets ? arrays() + 2 * ndim : nullptr; }
    StridedMemory memory() noexcept { return {data, ndim, shape(), strides(), suboffsets()}; }
};

// Iterates over the first dimension; its length is fixed at the start.
struct MemoryIteratorObject : Object { // Layout::memory_iterator
    MemoryViewObject* view;            // owned; null once exhausted
    std::int64_t index;
    std::int64_t length;
};

inline bool is_memoryview(Value value) noexcept {
    return value.is_object() && value.object()->layout == Layout::memoryview;
}

// memoryview(exporter): of another view, a view of the same export. TypeError "memoryview: a bytes-like object is required, not 'int'". May run Python code.
Result<Ref<MemoryViewObject>> make_memoryview(Runtime& rt, Value exporter, std::uint32_t flags = buffer_full_ro);
// A view on an export that the caller gives up.
Result<Ref<MemoryViewObject>> make_memoryview_of(Runtime& rt, BufferView view);
// A view on fields that nobody owns, for as long as the caller says (PEP 688's __release_buffer__): no further views can be made of it.
Ref<MemoryViewObject> make_restricted_memoryview(Runtime& rt, const BufferFields& fields);

// Ends a view: BufferError "memoryview has 1 exported buffer" while others use it. May run Python code (__release_buffer__).
Result<void> memoryview_release(Runtime& rt, MemoryViewObject& view);
// ValueError when the view is released.
Result<void> memoryview_check(Runtime& rt, const MemoryViewObject& view);

// view[start:start + count] of a view in one dimension that is neither released nor restricted; the range lies inside it. Runs nothing.
Owned memoryview_part(Runtime& rt, MemoryViewObject& view, std::int64_t start, std::int64_t count);

// view[start:start + count] = source for bytes in one dimension, when `source` holds as many in one piece; false: nothing was done, as there is more to look at.
// The range lies inside the view. Runs nothing.
bool memoryview_set_part(MemoryViewObject& view, std::int64_t start, std::int64_t count, Value source) noexcept;

// view[i] of one dimension (i may be negative) and view[i] = value: what the slots do for ints.
Result<Owned> memoryview_get(Runtime& rt, MemoryViewObject& view, std::int64_t index);
Result<void> memoryview_set(Runtime& rt, MemoryViewObject& view, std::int64_t index, Value value);

} // namespace mp
