#include "objects/types/memoryview.h"

#include <cstring>

#include "objects/buffer/lent_memory.h"
#include "objects/core/raise.h"
#include "objects/core/type_specs.h"
#include "objects/protocol/protocol.h"
#include "objects/types/bytes.h"
#include "objects/types/generic_alias.h"
#include "objects/types/memoryview_parts.h"
#include "objects/types/str.h"
#include "objects/types/tuple.h"

namespace mp {

using namespace view_parts;

namespace {

std::size_t array_bytes(int ndim, bool suboffsets) noexcept {
    return ndim > 1 || suboffsets ? static_cast<std::size_t>(ndim) * (suboffsets ? 3 : 2) * sizeof(std::int64_t) : 0;
}

// Gives up the view's part in the export; the last one ends it.
void end_view(Runtime& rt, MemoryViewObject& view) noexcept {
    view.released = true;
    view.fast_code = 0;
    ManagedBufferObject& managed = *view.managed;
    if (managed.first) {
        (view.previous ? view.previous->next : managed.first) = view.next;
        if (view.next) view.next->previous = view.previous;
        view.next = view.previous = nullptr;
    }
    if (--managed.views == 0) {
        if (managed.fields.owner) forget_lent(rt, managed);
        release_fields(managed.fields);
    }
}

void managed_dealloc(Runtime& rt, Object* object) {
    auto* managed = static_cast<ManagedBufferObject*>(object);
    if (managed->fields.owner) forget_lent(rt, *managed);
    release_fields(managed->fields);
    rt.free_object(object, sizeof(ManagedBufferObject));
}

void managed_traverse(Object* object, Visitor visit, void* context) {
    auto* managed = static_cast<ManagedBufferObject*>(object);
    if (managed->fields.owner) visit(managed->fields.owner, context);
}

void dealloc(Runtime& rt, Object* object) {
    auto* view = static_cast<MemoryViewObject*>(object);
    if (view->managed) {
        if (!view->released) end_view(rt, *view);
        release(view->managed);
    }
    rt.free_object(object, sizeof(MemoryViewObject) + array_bytes(view->ndim, view->has_suboffsets));
}

void traverse(Object* object, Visitor visit, void* context) {
    auto* view = static_cast<MemoryViewObject*>(object);
    if (view->managed) visit(view->managed, context);
}

void clear(Runtime& rt, Object* object) {
    auto* view = static_cast<MemoryViewObject*>(object);
    if (!view->released && view->exports == 0) end_view(rt, *view);
}

Ref<ManagedBufferObject> make_managed(Runtime& rt) {
    auto* managed = rt.make<ManagedBufferObject>(TypeId::managed_buffer);
    managed->fields = {};
    managed->views = 0;
    managed->first = nullptr;
    managed->next_lent = managed->previous_lent = nullptr;
    return Ref<ManagedBufferObject>::adopt(managed);
}

// A view that is registered with `managed`; shape and format are not set.
Ref<MemoryViewObject> make_registered(Runtime& rt, ManagedBufferObject& managed, int ndim, bool suboffsets) {
    auto* view = rt.make<MemoryViewObject>(TypeId::memoryview, array_bytes(ndim, suboffsets));
    view->fast_code = 0;
    view->readonly = true;
    view->released = false;
    view->restricted = false;
    view->ndim = static_cast<std::uint8_t>(ndim);
    view->contiguity = 0;
    view->has_suboffsets = suboffsets;
    view->length = 1;
    view->stride = 0;
    view->exports = 0;
    view->cached_hash = -1;
    view->managed = &managed;
    retain(&managed);
    ++managed.views;
    view->next = view->previous = nullptr;
    if (managed.fields.owner && is_lent_memory(rt, managed.fields.owner)) {
        view->next = managed.first;
        if (managed.first) managed.first->previous = view;
        managed.first = view;
    }
    return Ref<MemoryViewObject>::adopt(view);
}

Ref<MemoryViewObject> view_of_fields(Runtime& rt, ManagedBufferObject& managed) {
    const BufferFields& fields = managed.fields;
    Ref<MemoryViewObject> view = make_registered(rt, managed, fields.ndim, fields.suboffsets != nullptr);
    view->data = fields.data;
    view->readonly = fields.readonly;
    view->item_size = fields.item_size;
    set_view_format(*view, fields.format_text());
    for (int i = 0; i < fields.ndim; ++i) {
        view->shape()[i] = fields.shape_array()[i];
        view->strides()[i] = fields.strides_array()[i];
        if (fields.suboffsets) view->suboffsets()[i] = fields.suboffsets[i];
    }
    finish_view(*view);
    view->byte_length = fields.length;
    return view;
}

Result<void> get_buffer(Runtime& rt, Object* object, const BufferRequest& request, BufferFields& fields) {
    auto& view = *static_cast<MemoryViewObject*>(object);
    TRY(check_derivable(rt, view));
    const auto refuse = [&rt](const char* why) {
        return raise(rt, TypeId::BufferError, "memoryview: underlying buffer %s", why);
    };
    if (request.wants(buffer_writable) && view.readonly) return refuse("is not writable");
    const bool c = view.contiguity & view_c_contiguous, f = view.contiguity & view_f_contiguous;
    if (request.wants(buffer_c_contiguous) && !c) return refuse("is not C-contiguous");
    if (request.wants(buffer_f_contiguous) && !f) return refuse("is not Fortran contiguous");
    if (request.wants(buffer_any_contiguous) && !c && !f) return refuse("is not contiguous");
    if (!request.wants(buffer_indirect) && view.has_suboffsets) return refuse("requires suboffsets");
    if (!request.wants(buffer_strides) && !c) return refuse("is not C-contiguous");
    if (!request.wants(buffer_nd) && request.wants(buffer_format))
        return raise(rt, TypeId::BufferError,
                     "memoryview: cannot cast to unsigned bytes if the format flag is present");
    fields.data = view.data;
    fields.length = view.byte_length;
    fields.item_size = view.item_size;
    fields.format = view.format;
    fields.ndim = view.ndim;
    fields.readonly = view.readonly;
    fields.shape = view.shape();
    fields.strides = view.strides();
    fields.suboffsets = view.suboffsets();
    ++view.exports;
    return ok;
}

void release_buffer(Runtime&, Object* object, BufferFields&) { --static_cast<MemoryViewObject*>(object)->exports; }

Result<Owned> new_(Runtime& rt, Type*, Args args) {
    static const NativeDef def = {"memoryview", nullptr, 1, 1, "object"};
    Value values[1];
    TRY(bind_arguments(rt, def, args, values));
    if (is_str_or_subclass(rt, values[0]))
        return raise(rt, TypeId::TypeError, "cannot use a string as source for memoryview");
    return Owned(TRY(make_memoryview(rt, values[0])));
}

Result<Owned> from_flags(Runtime& rt, Args args) {
    const std::int64_t flags = TRY(index_int64(rt, args[2]));
    if (flags < INT32_MIN || flags > INT32_MAX)
        return raise(rt, TypeId::OverflowError, "Python int too large to convert to C int");
    return Owned(TRY(make_memoryview(rt, args[1], static_cast<std::uint32_t>(flags))));
}

Result<std::int64_t> view_length(Runtime& rt, Value self) {
    auto& view = self_of(self);
    TRY(memoryview_check(rt, view));
    if (view.ndim == 0) return raise(rt, TypeId::TypeError, "0-dim memory has no length");
    return view.length;
}

Result<Owned> release_method(Runtime& rt, Args args) {
    TRY(memoryview_release(rt, self_of(args[0])));
    return Owned::adopt(Value::none());
}

Result<Owned> enter(Runtime& rt, Args args) {
    TRY(memoryview_check(rt, self_of(args[0])));
    return Owned::share(args[0]);
}

Result<Owned> toreadonly(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    TRY(check_derivable(rt, view));
    Ref<MemoryViewObject> copy = copy_view(rt, view);
    copy->readonly = true;
    return Owned(std::move(copy));
}

Result<Owned> tobytes(Runtime& rt, Args args) {
    auto& view = self_of(args[0]);
    char order = 'C';
    if (args.has(1) && !args[1].is_none()) {
        if (!is_str_or_subclass(rt, args[1]))
            return raise(rt, TypeId::TypeError, "tobytes() argument 'order' must be str or None, not %.50s",
                         type_name(rt, args[1]));
        const auto& text = *static_cast<StrObject*>(args[1].object());
        for (std::int64_t i = 0; i < text.length; ++i)
            if (text[i] == 0) return raise(rt, TypeId::ValueError, "embedded null character");
        TRY(memoryview_check(rt, view));
        if (text.length != 1 || (text[0] != 'C' && text[0] != 'F' && text[0] != 'A'))
            return raise(rt, TypeId::ValueError, "order must be 'C', 'F' or 'A'");
        order = static_cast<char>(text[0]);
    }
    TRY(memoryview_check(rt, view));
    TRY(rt.pay(static_cast<std::uint64_t>(view.byte_length) / 64));
    Ref<BytesObject> bytes = make_bytes_uninitialised(rt, view.byte_length);
    copy_to_contiguous(bytes->data(), view.memory(), view.item_size, order);
    return Owned(std::move(bytes));
}

// ---- attributes

Owned int_tuple(Runtime& rt, const std::int64_t* numbers, int count) {
    Ref<TupleObject> tuple = make_tuple(rt, count);
    for (int i = 0; i < count; ++i) tuple->items()[i] = make_int(rt, numbers[i]).release();
    return tuple;
}

#define ATTRIBUTE(name, ...)                                                                                           \
    Result<Owned> get_##name(Runtime& rt, Value self) {                                                                \
        auto& view = self_of(self);                                                                                    \
        TRY(memoryview_check(rt, view));                                                                               \
        return __VA_ARGS__;                                                                                            \
    }
ATTRIBUTE(obj, view.managed->fields.owner ? Owned::share(view.managed->fields.owner) : Owned::adopt(Value::none()))
ATTRIBUTE(nbytes, make_int(rt, view.byte_length))
ATTRIBUTE(readonly, Owned::adopt(Value::boolean(view.readonly)))
ATTRIBUTE(itemsize, make_int(rt, view.item_size))
ATTRIBUTE(format, Owned(make_str(rt, view.format)))
ATTRIBUTE(ndim, Owned::adopt(Value::from_int(view.ndim)))
ATTRIBUTE(shape, int_tuple(rt, view.shape(), view.ndim))
ATTRIBUTE(strides, int_tuple(rt, view.strides(), view.ndim))
ATTRIBUTE(suboffsets, int_tuple(rt, view.suboffsets(), view.has_suboffsets ? view.ndim : 0))
ATTRIBUTE(c_contiguous, Owned::adopt(Value::boolean(view.contiguity& view_c_contiguous)))
ATTRIBUTE(f_contiguous, Owned::adopt(Value::boolean(view.contiguity& view_f_contiguous)))
ATTRIBUTE(contiguous, Owned::adopt(Value::boolean(view.contiguity != 0)))
#undef ATTRIBUTE

const GetSetDef getsets[] = {
    {"obj", get_obj, nullptr, "The underlying object of the memoryview."},
    {"nbytes", get_nbytes, nullptr,
     "The amount of space in bytes that the array would use in\n a contiguous representation."},
    {"readonly", get_readonly, nullptr, "A bool indicating whether the memory is read only."},
    {"itemsize", get_itemsize, nullptr, "The size in bytes of each element of the memoryview."},
    {"format", get_format, nullptr,
     "A string containing the format (in struct module style)\n for each element in the view."},
    {"ndim", get_ndim, nullptr,
     "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents."},
    {"shape", get_shape, nullptr,
     "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array."},
    {"strides", get_strides, nullptr,
     "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array."},
    {"suboffsets", get_suboffsets, nullptr, "A tuple of integers used internally for PIL-style arrays."},
    {"c_contiguous", get_c_contiguous, nullptr, "A bool indicating whether the memory is C contiguous."},
    {"f_contiguous", get_f_contiguous, nullptr, "A bool indicating whether the memory is Fortran contiguous."},
    {"contiguous", get_contiguous, nullptr, "A bool indicating whether the memory is contiguous."},
    {},
};

const NativeDef methods[] = {
    {"release", native<release_method>, 0, 0, nullptr,
     "Release the underlying buffer exposed by the memoryview object."},
    {"tobytes", native<tobytes>, 0, 1, "order='C'", "Return the data in the buffer as a byte string."},
    {"hex", native<hex>, 0, 2, "sep=<unrepresentable>, bytes_per_sep=1",
     "Return the data in the buffer as a str of hexadecimal numbers."},
    {"tolist", native<tolist>, 0, 0, nullptr, "Return the data in the buffer as a list of elements."},
    {"cast", native<cast>, 1, 2,
     "format, shape=<unrepresentable>, *, order=<unrepresentable>, strides=<unrepresentable>",
     "Cast a memoryview to a new format or shape."},
    {"toreadonly", native<toreadonly>, 0, 0, nullptr, "Return a readonly version of the memoryview."},
    {"count", native<view_parts::count>, 1, 1, nullptr, "Count the number of occurrences of a value."},
    {"index", native<view_parts::index>, 1, 3, nullptr,
     "Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present."},
    {"_from_flags", native<from_flags>, 2, 2, "object, flags",
     "Create a new memoryview object which references the given object.", native_class},
    {"__enter__", native<enter>, 0, 0},
    {"__exit__", native<release_method>, 0, -1, nullptr,
     "Release the underlying buffer exposed by the memoryview object."},
    {"__class_getitem__", native<class_getitem>, 1, 1, nullptr, "See PEP 585", native_class},
    {},
};

} // namespace

namespace view_parts {

void set_view_format(MemoryViewObject& view, const char* format) noexcept {
    view.format = format;
    view.item = {};
    // Items wider than the room between them (a request without a format leaves the item size alone) are not read.
    if (!parse_item_format(format, view.item) || view.item.size > view.item_size) view.item = {};
}

void finish_view(MemoryViewObject& view) noexcept {
    if (view.has_arrays() && view.ndim > 0) {
        view.length = view.shape()[0];
        view.stride = view.strides()[0];
    } else if (view.ndim == 0) {
        view.length = 1;
        view.stride = view.item_size;
    }
    view.byte_length = total_bytes(view.ndim, view.shape(), view.item_size);
    view.contiguity = 0;
    if (view.ndim == 1 && !view.has_suboffsets) {
        // CPython's rule for one dimension; an empty view is contiguous only with its items' own step.
        if (view.length == 1 || view.stride == view.item_size) view.contiguity = view_c_contiguous | view_f_contiguous;
    } else if (!view.has_suboffsets) {
        if (is_c_contiguous(view.ndim, view.shape(), view.strides(), view.item_size))
            view.contiguity |= view_c_contiguous;
        if (is_f_contiguous(view.ndim, view.shape(), view.strides(), view.item_size))
            view.contiguity |= view_f_contiguous;
    }
    view.fast_code = view.ndim == 1 && !view.has_suboffsets && view.item.kind != ItemKind::none ? view.item.native : 0;
}

Ref<MemoryViewObject> derive_view(Runtime& rt, MemoryViewObject& base, int ndim, bool suboffsets) {
    Ref<MemoryViewObject> view = make_registered(rt, *base.managed, ndim, suboffsets);
    view->data = base.data;
    view->readonly = base.readonly;
    view->item_size = base.item_size;
    view->format = base.format;
    view->item = base.item;
    return view;
}

Ref<MemoryViewObject> copy_view(Runtime& rt, MemoryViewObject& base) {
    Ref<MemoryViewObject> view = derive_view(rt, base, base.ndim, base.has_suboffsets);
    view->length = base.length;
    view->stride = base.stride;
    view->byte_length = base.byte_length;
    view->contiguity = base.contiguity;
    view->fast_code = base.fast_code;
    if (base.has_arrays()) std::memcpy(view->arrays(), base.arrays(), array_bytes(base.ndim, base.has_suboffsets));
    return view;
}

Result<void> check_derivable(Runtime& rt, const MemoryViewObject& view) {
    TRY(memoryview_check(rt, view));
    if (view.restricted) return raise(rt, TypeId::ValueError, "cannot create new view on restricted memoryview");
    return ok;
}

Result<void> check_format_text(Runtime& rt, const MemoryViewObject& view) {
    if (view.item.kind != ItemKind::none) [[likely]]
        return ok;
    const char* format = view.format[0] == '@' ? view.format + 1 : view.format;
    if (format[0] != '\0' && format[1] == '\0') return ok;
    return raise(rt, TypeId::NotImplementedError, "memoryview: unsupported format %s", view.format);
}

Result<void> check_item_format(Runtime& rt, const MemoryViewObject& view) {
    if (view.item.kind != ItemKind::none) [[likely]]
        return ok;
    TRY(check_format_text(rt, view));
    return raise(rt, TypeId::NotImplementedError, "memoryview: format %s not supported",
                 view.format[0] == '@' ? view.format + 1 : view.format);
}

const std::uint8_t* contiguous_bytes(MemoryViewObject& view, std::vector<std::uint8_t>& scratch) {
    if (view.contiguity & view_c_contiguous) return view.data;
    scratch.resize(static_cast<std::size_t>(view.byte_length));
    copy_to_contiguous(scratch.data(), view.memory(), view.item_size, 'C');
    return scratch.data();
}

Result<void> store_item(Runtime& rt, MemoryViewObject& view, std::uint8_t* at, Value value) {
    TRY(check_item_format(rt, view));
    std::uint8_t bytes[max_item_size];
    // Pointers are ints, not what __index__ gives (PyLong_AsVoidPtr).
    const Encoded result = view.item.kind == ItemKind::pointer && !is_any_int(value)
                               ? Encoded::wrong_type
                               : encode_item(rt, view.item, value, bytes);
    if (result != Encoded::done) {
        const char* format = view.format[0] == '@' ? view.format + 1 : view.format;
        if (result == Encoded::raised) {
            const bool type = pending_matches(rt, TypeId::TypeError);
            if (view.item.kind == ItemKind::boolean ||
                (!type && !pending_matches(rt, TypeId::OverflowError) && !pending_matches(rt, TypeId::ValueError)))
                return raised;
            rt.clear_pending();
            if (!type) return raise(rt, TypeId::ValueError, "memoryview: invalid value for format '%s'", format);
        } else if (result == Encoded::wrong_value) {
            return raise(rt, TypeId::ValueError, "memoryview: invalid value for format '%s'", format);
        }
        return raise(rt, TypeId::TypeError, "memoryview: invalid type for format '%s'", format);
    }
    TRY(memoryview_check(rt, view)); // the conversion may have released it
    std::memcpy(at, bytes, view.item.size);
    return ok;
}

} // namespace view_parts

Result<void> memoryview_check(Runtime& rt, const MemoryViewObject& view) {
    if (view.released) [[unlikely]]
        return raise(rt, TypeId::ValueError, "operation forbidden on released memoryview object");
    return ok;
}

Result<void> memoryview_release(Runtime& rt, MemoryViewObject& view) {
    if (view.released) return ok;
    if (view.exports > 0)
        return raise(rt, TypeId::BufferError, "memoryview has %lld exported buffer%s",
                     static_cast<long long>(view.exports), view.exports == 1 ? "" : "s");
    end_view(rt, view);
    return ok;
}

Result<Ref<MemoryViewObject>> make_memoryview(Runtime& rt, Value exporter, std::uint32_t flags) {
    if (is_memoryview(exporter)) {
        auto& view = self_of(exporter);
        TRY(check_derivable(rt, view));
        return copy_view(rt, view);
    }
    if (!exports_buffer(rt, exporter))
        return raise(rt, TypeId::TypeError, "memoryview: a bytes-like object is required, not '%.200s'",
                     type_name(rt, exporter));
    return make_memoryview_of(rt, TRY(BufferView::acquire(rt, exporter, {flags})));
}

Result<Ref<MemoryViewObject>> make_memoryview_of(Runtime& rt, BufferView view) {
    if (view.fields().ndim > max_dimensions)
        return raise(rt, TypeId::ValueError, "memoryview: number of dimensions must not exceed %d", max_dimensions);
    Ref<ManagedBufferObject> managed = make_managed(rt);
    managed->fields = view.detach();
    remember_lent(rt, *managed);
    return view_of_fields(rt, *managed);
}

Ref<MemoryViewObject> make_restricted_memoryview(Runtime& rt, const BufferFields& fields) {
    Ref<ManagedBufferObject> managed = make_managed(rt);
    managed->fields = fields;
    managed->fields.owner = nullptr;
    Ref<MemoryViewObject> view = view_of_fields(rt, *managed);
    view->restricted = true;
    return view;
}

const TypeSpec managed_buffer_spec = {
    .name = "managedbuffer",
    .base = TypeId::object,
    .size = sizeof(ManagedBufferObject),
    .flags = type_has_gc | type_no_new,
    .slots = {.dealloc = managed_dealloc, .traverse = managed_traverse},
};

const TypeSpec memoryview_spec = {
    .name = "memoryview",
    .base = TypeId::object,
    .layout = Layout::memoryview,
    .size = sizeof(MemoryViewObject),
    .flags = type_has_gc | type_weakrefs | type_sequence,
    .slots = {.dealloc = dealloc,
              .traverse = traverse,
              .clear = clear,
              .new_ = new_,
              .repr = view_parts::repr,
              .str = view_parts::str,
              .hash = view_parts::hash,
              .compare = view_parts::compare,
              .iter = iter,
              .length = view_length,
              .get_item = view_parts::get_item,
              .set_item = view_parts::set_item,
              .get_buffer = get_buffer,
              .release_buffer = release_buffer},
    .methods = methods,
    .getsets = getsets,
    .doc = "Create a new memoryview object which references the given object.",
};

} // namespace mp
