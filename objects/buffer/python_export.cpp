#include "objects/buffer/python_export.h"

#include "objects/core/raise.h"
#include "objects/core/slot_wraps.h"
#include "objects/core/trampolines.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/exception.h"
#include "objects/types/memoryview.h"
#include "objects/types/tuple.h"

namespace mp {

namespace {

// A release may happen while an exception is on its way: it is kept.
class PendingKept {
public:
    explicit PendingKept(Runtime& rt) noexcept : rt_(rt) {
        if (rt.has_pending()) kept_ = rt.take_pending();
    }
    ~PendingKept() {
        if (kept_) rt_.set_pending(Ref<ExceptionObject>::adopt(kept_.release()));
    }
    PendingKept(const PendingKept&) = delete;

private:
    Runtime& rt_;
    OptRef<ExceptionObject> kept_;
};

void call_release_method(Runtime& rt, Value exporter, Value view) noexcept {
    NativeScope scope(rt);
    auto result =
        scope ? call_slot_method(rt, exporter, *rt.names().dunder_release_buffer, &view, 1) : Result<Owned>(raised);
    if (result.is_raised()) rt.write_unraisable(exporter);
}

bool has_python_release(Runtime& rt, Value exporter) noexcept {
    return rt.type_of(exporter).slots.release_buffer == python_release_buffer;
}

// Nothing here may throw: a destructor calls it. Without memory for what is needed, __release_buffer__ is not called, as when it fails.
template <class F>
void without_bad_alloc(Runtime& rt, Value exporter, F&& f) noexcept {
    try {
        f();
    } catch (const std::bad_alloc&) {
        raise_memory_error(rt);
        rt.write_unraisable(exporter);
    }
}

void end_wrapped(Runtime& rt, BufferWrapperObject& wrapper) noexcept {
    if (!wrapper.view) return;
    Ref<MemoryViewObject> view = Ref<MemoryViewObject>::adopt(std::exchange(wrapper.view, nullptr));
    Owned exporter = Owned::adopt(std::exchange(wrapper.exporter, Value()));
    release_fields(wrapper.inner);
    // A view of the exporter's own native memory calls it when it ends itself.
    if (view->managed->fields.owner != exporter.get().object() && has_python_release(rt, exporter)) {
        PendingKept kept(rt);
        without_bad_alloc(rt, exporter, [&] { call_release_method(rt, exporter, view); });
    }
}

void wrapper_release(Runtime& rt, Object* object, BufferFields&) {
    end_wrapped(rt, *static_cast<BufferWrapperObject*>(object));
}

void wrapper_dealloc(Runtime& rt, Object* object) {
    end_wrapped(rt, *static_cast<BufferWrapperObject*>(object));
    rt.free_object(object, sizeof(BufferWrapperObject));
}

void wrapper_traverse(Object* object, Visitor visit, void* context) {
    auto* wrapper = static_cast<BufferWrapperObject*>(object);
    if (wrapper->inner.owner) visit(wrapper->inner.owner, context);
    if (wrapper->view) visit(wrapper->view, context);
    if (wrapper->exporter.is_object()) visit(wrapper->exporter.object(), context);
}

// The exporter's class has __buffer__.
Result<void> get_from_python(Runtime& rt, Object* self, const BufferRequest& request, BufferFields& fields) {
    NativeScope scope(rt);
    if (!scope) return raised;
    const Value flags = Value::from_int(static_cast<std::int32_t>(request.flags));
    Owned given = TRY(call_slot_method(rt, Value(self), *rt.names().dunder_buffer, &flags, 1));
    if (!is_memoryview(given)) return raise(rt, TypeId::TypeError, "__buffer__ returned non-memoryview object");
    auto* wrapper = rt.make<BufferWrapperObject>(TypeId::buffer_wrapper);
    wrapper->inner = {};
    wrapper->view = nullptr;
    wrapper->exporter = Value();
    Ref<BufferWrapperObject> owner = Ref<BufferWrapperObject>::adopt(wrapper);
    BufferView inner = TRY(BufferView::acquire(rt, given, request));
    fields = inner.fields();
    wrapper->inner = inner.detach();
    wrapper->view = static_cast<MemoryViewObject*>(given.release().object());
    wrapper->exporter = Owned::share(Value(self)).release();
    fields.owner = owner.release();
    fields.release_slot = wrapper_release;
    return ok;
}

// The native release slot that a Python class inherits beneath its own method.
auto inherited_release(Type& type) noexcept -> decltype(Slots::release_buffer) {
    for (std::int64_t i = 0; i < type.mro->size; ++i) {
        auto* base = static_cast<Type*>((*type.mro)[i].object());
        if (base->spec && base->slots.release_buffer && base->slots.release_buffer != python_release_buffer)
            return base->slots.release_buffer;
    }
    return nullptr;
}

// The exporter's memory is native, and its class (or a base) defines __release_buffer__ in Python: it gets a view that shows the memory for the last time.
void release_to_python(Runtime& rt, Object* self, BufferFields& fields) {
    {
        PendingKept kept(rt);
        without_bad_alloc(rt, Value(self), [&] {
            Ref<MemoryViewObject> view = make_restricted_memoryview(rt, fields);
            call_release_method(rt, Value(self), view);
            if (memoryview_release(rt, *view).is_raised()) rt.write_unraisable(Value(self));
        });
    }
    if (auto native_release = inherited_release(*self->type())) native_release(rt, self, fields);
}

} // namespace

Result<void> (*const python_get_buffer)(Runtime&, Object*, const BufferRequest&, BufferFields&) = get_from_python;
void (*const python_release_buffer)(Runtime&, Object*, BufferFields&) = release_to_python;

Result<Owned> slot_wraps::get_buffer(Runtime& rt, const SlotName&, AnyFunction function, Value self, Args args) {
    if (args.count != 1) return raise(rt, TypeId::TypeError, " expected 1 argument, got %u", args.count);
    const std::int64_t flags = TRY(index_int64(rt, args[0]));
    if (flags > INT32_MAX) return raise(rt, TypeId::OverflowError, "buffer flags too large");
    if (flags < INT32_MIN) return raise(rt, TypeId::OverflowError, "buffer flags too small");
    const BufferRequest request{static_cast<std::uint32_t>(flags)};
    const auto get = reinterpret_cast<decltype(Slots::get_buffer)>(function);
    BufferFields fields;
    TRY(get(rt, self.object(), request, fields));
    if (!request.wants(buffer_format)) fields.format = nullptr;
    if (!request.wants(buffer_nd)) {
        fields.ndim = 1;
        fields.shape = fields.strides = nullptr;
    }
    return Owned(
        TRY(make_memoryview_of(rt, BufferView::take(fields, self.object(), rt.type_of(self).slots.release_buffer))));
}

Result<Owned> slot_wraps::release_buffer(Runtime& rt, const SlotName&, AnyFunction, Value self, Args args) {
    if (args.count != 1) return raise(rt, TypeId::TypeError, " expected 1 argument, got %u", args.count);
    if (!is_memoryview(args[0])) return raise(rt, TypeId::TypeError, "expected a memoryview object");
    auto& view = *static_cast<MemoryViewObject*>(args[0].object());
    if (view.restricted)
        return Owned::adopt(Value::none()); // super().__release_buffer__(view): what follows the method does the work
    if (view.released) return raise(rt, TypeId::ValueError, "memoryview's buffer has already been released");
    if (view.managed->fields.owner != self.object())
        return raise(rt, TypeId::ValueError, "memoryview's buffer is not this object");
    TRY(memoryview_release(rt, view));
    return Owned::adopt(Value::none());
}

const TypeSpec buffer_wrapper_spec = {
    .name = "_buffer_wrapper",
    .base = TypeId::object,
    .size = sizeof(BufferWrapperObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = wrapper_dealloc, .traverse = wrapper_traverse},
};

} // namespace mp
