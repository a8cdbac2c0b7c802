// Memory between the host and Python: leases and pins.
#include "interp/embed/core.h"
#include "interp/embed/describe.h"
#include "objects/buffer/item.h"
#include "objects/buffer/lent_memory.h"
#include "objects/buffer/strided.h"
#include "objects/types/memoryview.h"

namespace minipy {

struct Buffer::State {
    detail::Core* core; // null when the interpreter is gone
    mp::BufferView view;
};

namespace detail {

std::unique_ptr<mp::DescribedMemory> describe(const BufferInfo& info) {
    auto memory = std::make_unique<mp::DescribedMemory>();
    memory->data = static_cast<std::uint8_t*>(const_cast<void*>(info.data));
    memory->item_size = static_cast<std::int64_t>(info.item_size);
    memory->format = info.format ? info.format : "B";
    memory->shape.assign(info.shape.begin(), info.shape.end());
    memory->strides.assign(info.strides.begin(), info.strides.end());
    memory->readonly = info.readonly;
    if (!mp::complete_description(*memory))
        throw Error("ValueError", "the memory's shape and strides make no sense: extents are not negative, there are "
                                  "as many strides as extents, and at most 64");
    if (!memory->data && memory->length() > 0) throw Error("ValueError", "the memory is a null pointer");
    return memory;
}

void check_extents(const BufferInfo& info, std::size_t size) {
    std::size_t items = 1;
    for (const std::ptrdiff_t extent : info.shape) {
        if (extent < 0) throw Error("ValueError", "an extent is negative");
        if (__builtin_mul_overflow(items, static_cast<std::size_t>(extent), &items)) items = SIZE_MAX;
    }
    if (items > size)
        throw Error("ValueError",
                    "the shape has " + std::to_string(items) + " items, the memory " + std::to_string(size));
}

bool exports_memory(Core& core, Word word) noexcept { return mp::exports_buffer(*core.vm, value_of(word)); }

void detach_pin(Buffer::State* pin) noexcept {
    std::erase(pin->core->pins, pin);
    pin->core = nullptr;
    pin->view.release();
}

} // namespace detail

// ---- Lease

Lease::Lease(detail::Core& core, const BufferInfo& info, std::shared_ptr<void> owner) {
    mp::Vm& vm = core.running();
    auto memory = detail::describe(info);
    using Owner = std::shared_ptr<void>;
    auto kept = owner ? std::make_unique<Owner>(std::move(owner)) : nullptr;
    const detail::Word made = detail::guarded(core,
                                              [&]() -> detail::Word {
                                                  auto lent = mp::make_lent_memory(
            vm, std::move(memory), kept ? +[](void* context) noexcept { delete static_cast<Owner*>(context); } : nullptr, kept.get());
                                                  kept.release();
                                                  return mp::Value(lent.release()).word();
                                              });
    memory_ = Value::adopt(core, detail::checked(core, made));
}

Lease& Lease::operator=(Lease&& other) noexcept {
    if (this != &other) {
        try_revoke();
        memory_ = std::exchange(other.memory_, Value());
    }
    return *this;
}

Lease::~Lease() { try_revoke(); }

namespace {

mp::LentMemoryObject* lent(const Value& memory) noexcept {
    const detail::Handle* handle = memory.handle();
    if (!handle || !handle->core->vm || handle->core->closing) return nullptr;
    return static_cast<mp::LentMemoryObject*>(detail::value_of(handle->word).object());
}

} // namespace

Value Lease::view() const {
    detail::Core& core = memory_.core();
    return Value::adopt(core, detail::checked(core, detail::guarded(core, [&] {
                                                  return mp::Result<mp::Ref<mp::MemoryViewObject>>(
                                                      mp::make_memoryview(*core.vm, detail::value_of(memory_.word())));
                                              })));
}

bool Lease::is_revoked() const noexcept {
    const mp::LentMemoryObject* memory = lent(memory_);
    return !memory || !memory->memory;
}

bool Lease::try_revoke() noexcept {
    mp::LentMemoryObject* memory = lent(memory_);
    return !memory || mp::revoke_lent_memory(*memory_.handle()->core->vm, *memory);
}

void Lease::revoke() {
    if (!try_revoke())
        throw Error("BufferError", "the memory is in use by more than memoryviews: a Buffer, an array made from it, or "
                                   "code that is reading it");
}

// ---- Buffer

Buffer::Buffer(const Value& exporter, bool writable) {
    detail::Core& core = exporter.core();
    mp::Vm& vm = core.running();
    auto state = std::make_unique<State>();
    const detail::Word acquired = detail::guarded(core, [&]() -> detail::Word {
        auto view = mp::BufferView::acquire(vm, detail::value_of(exporter.word()),
                                            {writable ? mp::buffer_full : mp::buffer_full_ro});
        if (view.is_raised()) return detail::raised_word;
        state->view = view.take();
        return detail::none_word;
    });
    if (acquired == detail::raised_word) detail::throw_pending(core);
    if (state->view.fields().suboffsets)
        throw Error("BufferError", "memory with indirection (suboffsets) cannot be pinned");
    core.pins.push_back(state.get());
    state->core = &core;
    state_ = state.release();
}

void Buffer::release() noexcept {
    State* state = std::exchange(state_, nullptr);
    if (!state) return;
    if (state->core) std::erase(state->core->pins, state);
    delete state;
}

bool Buffer::is_held() const noexcept { return state_ && state_->core; }

const Buffer::State& Buffer::state() const {
    if (!is_held()) throw Error("ValueError", "this Buffer holds nothing: it was released, or its interpreter is gone");
    return *state_;
}

const void* Buffer::data() const { return state().view.fields().data; }
std::size_t Buffer::size_bytes() const { return static_cast<std::size_t>(state().view.fields().length); }
std::size_t Buffer::item_size() const { return static_cast<std::size_t>(state().view.fields().item_size); }
std::string_view Buffer::format() const { return state().view.fields().format_text(); }
std::size_t Buffer::dimensions() const { return static_cast<std::size_t>(state().view.fields().ndim); }
std::span<const std::int64_t> Buffer::shape() const { return {state().view.fields().shape_array(), dimensions()}; }
std::span<const std::int64_t> Buffer::strides() const { return {state().view.fields().strides_array(), dimensions()}; }
bool Buffer::readonly() const { return state().view.fields().readonly; }
bool Buffer::is_contiguous() const { return state().view.fields().is_contiguous('C'); }

std::span<const std::byte> Buffer::bytes() const {
    if (!is_contiguous()) throw Error("BufferError", "the memory is not contiguous");
    return {static_cast<const std::byte*>(data()), size_bytes()};
}

std::span<std::byte> Buffer::writable_bytes() const {
    if (readonly()) throw Error("BufferError", "the memory is read-only");
    const auto all = bytes();
    return {const_cast<std::byte*>(all.data()), all.size()};
}

namespace {

// What kind of number a format of one native item is: signed, unsigned, float, bool; 0: something else.
char kind_of(std::string_view format) noexcept {
    if (format.size() == 2 && (format[0] == '@' || format[0] == '=' || format[0] == '<'))
        format.remove_prefix(1); // the machine is little-endian
    if (format.size() != 1) return 0;
    switch (format[0]) {
    case 'b':
    case 'h':
    case 'i':
    case 'l':
    case 'q':
    case 'n': return 'i';
    case 'B':
    case 'H':
    case 'I':
    case 'L':
    case 'Q':
    case 'N':
    case 'c': return 'u';
    case 'f':
    case 'd': return 'f';
    case '?': return '?';
    default: return 0;
    }
}

} // namespace

void* Buffer::items(const char* wanted, std::size_t size, std::size_t alignment, bool writable) const {
    const mp::BufferFields& fields = state().view.fields();
    if (kind_of(format()) != kind_of(wanted) || item_size() != size)
        throw Error("TypeError", "the memory has items of format '" + std::string(format()) + "' (" +
                                     std::to_string(item_size()) + " bytes), not '" + wanted + "' (" +
                                     std::to_string(size) + " bytes)");
    if (writable && fields.readonly) throw Error("BufferError", "the memory is read-only");
    if (!is_contiguous()) throw Error("BufferError", "the memory is not contiguous");
    if (reinterpret_cast<std::uintptr_t>(fields.data) % alignment != 0 && fields.length > 0)
        throw Error("BufferError", "the memory is not aligned for its items");
    return fields.data;
}

} // namespace minipy
