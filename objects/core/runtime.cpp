#include "objects/core/runtime.h"

#include <algorithm>
#include <cstring>

#include "interp/support/hash.h"
#include "interp/support/platform/stack.h"
#include "interp/support/utf8.h"
#include "objects/core/core_setup.h"
#include "objects/core/gc.h"
#include "objects/core/inherit.h"
#include "objects/core/intern.h"
#include "objects/core/method_cache.h"
#include "objects/core/raise.h"
#include "objects/core/shape.h"
#include "objects/core/weak_table.h"
#include "objects/protocol/signature.h"
#include "objects/types/dict.h"
#include "objects/types/exception.h"
#include "objects/types/module.h"
#include "objects/types/str.h"

namespace mp {

Runtime::Runtime()
    : interned_(std::make_unique<InternTable>()),
      collector_(std::make_unique<CycleCollector>(*this)),
      weak_table_(std::make_unique<WeakTable>()),
      signatures_(std::make_unique<SignatureCache>()),
      method_cache_(std::make_unique<MethodCache>()) {
    CoreSetup::run(*this);
}

Runtime::~Runtime() { CoreSetup::free_all(*this); }

Type& Runtime::type_of_special(Value value) noexcept {
    if (value.is_none()) return type(TypeId::none);
    if (value.is_bool()) return type(TypeId::bool_);
    if (value.is_not_implemented()) return type(TypeId::not_implemented);
    if (value.is(Value::ellipsis())) return type(TypeId::ellipsis);
    return type(TypeId::object); // internal marks never reach here
}

// ---- making and freeing objects

namespace {

constexpr std::size_t round_to_word(std::size_t size) noexcept { return (size + 7) & ~std::size_t{7}; }

// Bytes of an object whose struct and inline data take `size`.
std::size_t whole_size(const Type& type, std::size_t size) noexcept {
    if (type.has(type_heap) && !type.has(type_variable_size)) size = type.basic_size;
    return round_to_word(size) + type.tail_size;
}

} // namespace

Object* Runtime::make_object_with_storage(Shape& shape, std::size_t size) {
    Type& type = *shape.type;
    const std::size_t whole = whole_size(type, size);
    Object* object;
    if (type.flags & type_has_gc) {
        object = heap_.allocate_container(whole);
    } else {
        object = static_cast<Object*>(heap_.allocate(whole));
        object->gc = 0;
    }
    object->refcount = 1;
    object->layout = type.instance_layout;
    object->aux = 0;
    object->shape = &shape;
    if (type.has(type_heap)) {
        retain(&type);
        // __slots__ begin unbound.
        auto [slots, count] = member_slots(*object);
        for (std::size_t i = 0; i < count; ++i) slots[i] = Value();
    }
    if (type.has(type_has_dict)) *storage_of(*object) = 0;
    return object;
}

Object* Runtime::make_instance(Type& type, std::size_t extra) {
    return make_object(*type.instance_shape, type.native_base->size + extra);
}

void Runtime::free_object_with_storage(Object* object, std::size_t size) noexcept {
    Type& type = *object->shape->type;
    const std::uint32_t flags = type.flags;
    if (flags & type_has_dict) release_storage(*object);
    if (flags & type_heap) {
        auto [slots, count] = member_slots(*object);
        for (std::size_t i = 0; i < count; ++i) replace(slots[i], Owned());
    }
    size = whole_size(type, size);
    if (flags & type_has_gc)
        heap_.free_container(object, size);
    else
        heap_.free(object, size);
    if (flags & type_heap) release(&type);
}

// ---- death

void destroy(Object* object) noexcept {
    const Shape& shape = *object->shape;
    const Slots& slots = shape.type->slots;
    if (object->gc == 0 && !slots.finalise) [[likely]]
        return slots.dealloc(*shape.runtime, object);
    shape.runtime->destroy_object(object);
}

// Containers nest their children's deaths up to a depth; what lies deeper is put on a list and destroyed when the outermost destruction is done.
void Runtime::destroy_object(Object* object) noexcept {
    constexpr std::uint32_t nesting = 50;
    if (destroy_depth_ >= nesting) {
        try {
            dying_.push_back(object);
            return;
        } catch (const std::bad_alloc&) { // then by recursion
        }
    }
    ++destroy_depth_;
    destroy_now(object);
    if (--destroy_depth_ == 0 && !dying_.empty()) drain_dying();
}

void Runtime::drain_dying() noexcept {
    while (!dying_.empty()) {
        Object* next = dying_.back();
        dying_.pop_back();
        ++destroy_depth_;
        destroy_now(next);
        --destroy_depth_;
    }
}

void Runtime::destroy_now(Object* object) noexcept {
    Type& type = *object->shape->type;
    if (type.slots.finalise && !(object->gc & gc_finalised)) {
        // PEP 442: __del__ runs once, on a whole object, and may resurrect it.
        object->gc |= gc_finalised;
        object->refcount = 1;
        run_finaliser(*this, object);
        if (--object->refcount != 0) return;
    }
    if (object->gc & gc_weakrefs) {
        object->refcount = 1; // callbacks do not see the object, but code they run may look at the collector's lists
        weak_table_->target_dies(*this, object);
        object->refcount = 0;
    }
    object->shape->type->slots.dealloc(*this, object);
}

// What an exception in a finaliser is told of: the function __del__ of a class made in Python, else the object.
Owned told_of(Runtime& rt, Object* object) noexcept {
    Type& type = *object->shape->type;
    const Value method = type.has(type_heap) ? type_lookup(type, *rt.names().dunder_del) : Value();
    return Owned::share(method.is_unbound() ? Value(object) : method);
}

void run_finaliser(Runtime& rt, Object* object) noexcept {
    OptRef<ExceptionObject> pending;
    if (rt.has_pending()) pending = rt.take_pending();
    ExceptionObject* handled = rt.handled();
    try {
        if (object->shape->type->slots.finalise(rt, object).is_raised()) rt.write_unraisable(told_of(rt, object));
    } catch (const std::bad_alloc&) {
        raise_memory_error(rt);
        rt.write_unraisable(told_of(rt, object));
    }
    rt.exchange_handled(handled);
    if (rt.has_pending()) rt.clear_pending();
    if (pending) rt.set_pending(Ref<ExceptionObject>::adopt(pending.release()));
}

// ---- interned texts

namespace {

std::uint64_t ascii_hash(Runtime& rt, std::string_view text) noexcept {
    // The same as str_hash of a str with this text.
    if (text.empty()) return 0;
    const std::uint64_t hash = siphash13({rt.hash_seed[0], rt.hash_seed[1]}, text.data(), text.size());
    return hash == ~std::uint64_t{0} ? ~std::uint64_t{1} : hash;
}

} // namespace

Ref<StrObject> Runtime::intern(std::string_view utf8) {
    if (!is_ascii(utf8)) return intern(*make_str(*this, utf8));
    const std::uint64_t hash = ascii_hash(*this, utf8);
    if (StrObject* found = interned_->find(hash, utf8)) return Ref<StrObject>::share(found);
    auto text = make_str(*this, utf8);
    text->cached_hash = hash;
    add_interned(hash, *text);
    return text;
}

void Runtime::add_interned(std::uint64_t hash, StrObject& text) {
    interned_->add(hash, text);
    text.aux |= 8;
}

Ref<StrObject> Runtime::intern(StrObject& text) {
    if (text.is_interned()) return Ref<StrObject>::share(&text);
    const std::uint64_t hash = str_hash(text);
    if (StrObject* found = interned_->find(hash, text)) return Ref<StrObject>::share(found);
    if (text.layout != Layout::str) { // an instance of a subclass: its plain text stands for it
        auto plain = make_str(*this, to_utf8(text));
        return intern(*plain);
    }
    add_interned(hash, text);
    return Ref<StrObject>::share(&text);
}

void Runtime::forget_interned(StrObject& text) noexcept { interned_->remove(str_hash(text), text); }

// ---- the pending exception

Ref<ExceptionObject> Runtime::take_pending() noexcept {
    return Ref<ExceptionObject>::adopt(std::exchange(pending_, nullptr));
}

void Runtime::set_pending(Ref<ExceptionObject> exception) noexcept {
    ExceptionObject* old = std::exchange(pending_, exception.release());
    if (old) release(old);
}

void Runtime::clear_pending() noexcept {
    if (ExceptionObject* old = std::exchange(pending_, nullptr)) release(old);
}

// ---- limits

bool Runtime::enter_native_slow(std::uintptr_t address) noexcept {
    // Room for what runs between two entries, and for raising the error.
    constexpr std::uintptr_t most_margin = std::uintptr_t{192} << 10;
    if (address >= stack_high_ || address < stack_low_) { // the first entry, or another thread than last time
        const auto range = platform::current_stack();
        stack_low_ = range.low;
        stack_high_ = range.high;
        const std::uintptr_t whole = stack_high_ - stack_low_;
        const std::uintptr_t margin = std::min(whole / 2, most_margin);
        stack_safe_begin_ = stack_low_ + margin;
        stack_safe_size_ = whole - margin;
    }
    if (native_depth_ >= native_depth_limit || address - stack_safe_begin_ >= stack_safe_size_) {
        (void)raise(*this, TypeId::RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    ++native_depth_;
    return true;
}

Result<void> Runtime::current_super_context(Owned&, Owned&) {
    return raise(*this, TypeId::RuntimeError, "super(): no current frame");
}

Owned Runtime::current_module_name() { return Owned(); }

void Runtime::destroy_all() noexcept { CoreSetup::release_all(*this); }

} // namespace mp
