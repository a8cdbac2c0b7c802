#pragma once
// numpy.ndarray: elements of one dtype in N dimensions with strides. Memory never moves or changes its size, so exports need not be counted.
#include <memory>
#include <vector>

#include "builtins/numpy/dtype.h"
#include "objects/buffer/strided.h"
#include "objects/buffer/view.h"

namespace mp::numpy {

struct ArrayObject : Object {
    std::uint8_t* data;
    DTypeId dtype;
    std::uint8_t ndim;
    bool writable;
    Object* base; // owned: the array whose memory this shows; null when it has its own
    void* block;  // own memory, from Heap::allocate; null for views
    std::size_t block_size;
    BufferFields held; // memory of another exporter (frombuffer): owner null when there is none
    std::int64_t* shape() noexcept { return reinterpret_cast<std::int64_t*>(this + 1); }
    std::int64_t* strides() noexcept { return shape() + ndim; }
    std::int64_t size() noexcept; // elements
    std::int64_t item_size() const noexcept { return dtype_of(dtype).size; }
    StridedMemory memory() noexcept { return {data, ndim, shape(), strides()}; }
    bool is_c_contiguous() noexcept { return mp::is_c_contiguous(ndim, shape(), strides(), item_size()); }
};

// Per interpreter: the module's types and the dtype objects.
struct State : ModuleState {
    OptRef<Type> ndarray;
    OptRef<Type> dtype;
    OptRef<Type> scalars[dtype_count]; // numpy.uint8 …
    Owned dtype_objects[dtype_count];
};
inline State& state_of(Runtime& rt) { return rt.module_state<State>(); }

struct DTypeObject : Object {
    DTypeId id;
};

extern const TypeSpec ndarray_spec;
extern const TypeSpec dtype_spec;
extern const TypeSpec scalar_specs[dtype_count];

bool is_array(Runtime& rt, Value value) noexcept;
inline ArrayObject& array_of(Value value) noexcept { return *static_cast<ArrayObject*>(value.object()); }

using Shape = std::vector<std::int64_t>;

// ---- making (array.cpp). All may throw bad_alloc; they run no Python code but where it is said.
// Memory of its own, zeroed when `zeroed`. ValueError when the shape is too large or negative.
Result<Ref<ArrayObject>> make_array(Runtime& rt, DTypeId dtype, const Shape& shape, bool zeroed);
// A view of another array's memory.
Ref<ArrayObject> make_view(Runtime& rt, ArrayObject& base, std::uint8_t* data, int ndim, const std::int64_t* shape,
                           const std::int64_t* strides);
// The same elements in C order, converted.
Result<Ref<ArrayObject>> copy_as(Runtime& rt, ArrayObject& array, DTypeId dtype);
// Nested sequences, numbers, arrays and exporters of memory as an array (a copy, unless `share` and it is one already of the right dtype). dtype null: found from the values.
// Runs Python code.
Result<Ref<ArrayObject>> array_from(Runtime& rt, Value value, const DTypeId* dtype, bool share);
// A shape argument: an int or a sequence of ints. Runs Python code.
Result<Shape> shape_argument(Runtime& rt, Value value);
// The element when 0-dimensional, else the array.
Owned unwrap(Runtime& rt, Ref<ArrayObject> array);

// ---- elements of all dtypes (elements.cpp)
// Converts elements of any strided memory into contiguous memory in C order.
void convert_elements(std::uint8_t* out, DTypeId to, const StridedMemory& from, DTypeId from_dtype) noexcept;
// Writes `source`, broadcast, into a target; ValueError "could not broadcast input array from shape (2,) into shape (3,)".
Result<void> assign_elements(Runtime& rt, ArrayObject& target, ArrayObject& source);

// ---- slots by subject
Result<Owned> get_item(Runtime& rt, Value self, Value key); // indexing.cpp
Result<void> set_item(Runtime& rt, Value self, Value key, Value value);
Result<Owned> compare(Runtime& rt, Value left, Value right, CompareOp op); // arithmetic.cpp
extern const Slots arithmetic_slots;
Result<Owned> repr(Runtime& rt, Value self); // text.cpp
Result<Owned> str(Runtime& rt, Value self);
std::string shape_text(const std::int64_t* shape, int ndim); // "(2, 3)"
// reductions.cpp: methods
Result<Owned> sum(Runtime& rt, Args args);
Result<Owned> prod(Runtime& rt, Args args);
Result<Owned> min(Runtime& rt, Args args);
Result<Owned> max(Runtime& rt, Args args);
Result<Owned> mean(Runtime& rt, Args args);
Result<Owned> any(Runtime& rt, Args args);
Result<Owned> all(Runtime& rt, Args args);

// Memory for the time of an operation, counted by the heap.
class Scratch {
public:
    Scratch(Runtime& rt, std::size_t size)
        : heap_(rt.heap()), size_(size), bytes_(static_cast<std::uint8_t*>(heap_.allocate(size ? size : 1))) {}
    ~Scratch() { heap_.free(bytes_, size_ ? size_ : 1); }
    Scratch(const Scratch&) = delete;
    std::uint8_t* get() const noexcept { return bytes_; }

private:
    Heap& heap_;
    std::size_t size_;
    std::uint8_t* bytes_;
};

} // namespace mp::numpy
