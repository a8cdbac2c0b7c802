#pragma once
// Everything an interpreter owns below the VM: heap, types, interned names, the pending exception, limits. There is no global state: whoever needs the
// runtime gets it as a parameter, or from an object (Object::runtime()).
#include <cstdarg>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "objects/core/heap.h"
#include "objects/core/ref.h"
#include "objects/core/type.h"

namespace mp {

struct ListObject;
struct ModuleObject;
struct ExceptionObject;
struct NativeFunctionObject;
class InternTable;
class WeakTable;
class CycleCollector;
class SignatureCache;
class MethodCache;

// Names that the core itself looks up, interned at start: rt.names().append and so on (names.def).
struct Names {
#define NAME(id, text) StrObject* id;
#include "objects/core/names.def"
#undef NAME
};

// What a module keeps for one interpreter: Runtime::module_state.
struct ModuleState {
    virtual ~ModuleState() = default;
};
template <class T>
inline constexpr char module_state_key = 0; // its address names T

class Runtime {
public:
    Runtime();
    virtual ~Runtime();
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;

    Heap& heap() noexcept { return heap_; }
    Type& type(TypeId id) noexcept { return *types_[static_cast<std::size_t>(id)]; }
    Shape* shape(TypeId id) noexcept { return type(id).instance_shape; }
    const Names& names() const noexcept { return names_; }
    // The type of any value. Runs nothing.
    Type& type_of(Value value) noexcept {
        return value.is_object() ? *value.object()->shape->type : type_of_immediate(value);
    }

    // ---- making objects. Uninitialised but for the header (refcount 1); the caller fills every field before anything else can run.
    // Throws std::bad_alloc. `extra`: bytes of inline data behind the struct.
    template <class T>
    T* make(TypeId id, std::size_t extra = 0) {
        return static_cast<T*>(make_object(*type(id).instance_shape, sizeof(T) + extra));
    }
    // An object of `type` or of a subclass of it (the `new_` slot's usual start): size from the type, attribute storage emptied, and `extra` bytes of inline data.
    Object* make_instance(Type& type, std::size_t extra = 0);
    Object* make_object(Shape& shape, std::size_t size) {
        const Type& type = *shape.type;
        if (type.flags & (type_heap | type_has_dict)) return make_object_with_storage(shape, size);
        Object* object;
        if (type.flags & type_has_gc) {
            object = heap_.allocate_container(size);
        } else {
            object = static_cast<Object*>(heap_.allocate(size));
            object->gc = 0;
        }
        object->refcount = 1;
        object->layout = type.instance_layout;
        object->aux = 0;
        object->shape = &shape;
        return object;
    }
    // Frees the memory of an object made by the above; `size` as given there (dealloc slots call it last). For instances of subclasses made by make_instance
    // pass the struct's size plus extra: the attribute storage is found and released here.
    void free_object(Object* object, std::size_t size) noexcept {
        const std::uint32_t flags = object->shape->type->flags;
        if (flags & (type_heap | type_has_dict)) return free_object_with_storage(object, size);
        if (flags & type_has_gc)
            heap_.free_container(object, size);
        else
            heap_.free(object, size);
    }

    // A str object of an ASCII/UTF-8 literal, interned: equal texts give the same object.
    Ref<StrObject> intern(std::string_view utf8);
    // Interns an existing str (identity of equal names): gives the canonical object.
    Ref<StrObject> intern(StrObject& text);
    // An interned str is about to be freed (destroy() calls this).
    void forget_interned(StrObject& text) noexcept;

    // ---- the pending exception. `raise` functions set it and return `raised`.
    bool has_pending() const noexcept { return pending_ != nullptr; }
    ExceptionObject* pending() const noexcept { return pending_; } // borrowed
    Ref<ExceptionObject> take_pending() noexcept;                  // after this nothing is pending
    void set_pending(Ref<ExceptionObject> exception) noexcept;     // replaces
    void clear_pending() noexcept;
    ExceptionObject* reserve_memory_error() noexcept { return reserve_memory_error_; }
    // The exception that is being handled (sys.exception()); null: none. Owned by the runtime.
    ExceptionObject* handled() const noexcept { return handled_; }
    ExceptionObject* exchange_handled(ExceptionObject* exception) noexcept {
        return std::exchange(handled_, exception);
    }

    // ---- dying objects (runtime.cpp): deep structures go through a worklist
    // Destroys a container, or an object with a finaliser or weak references.
    void destroy_object(Object* object) noexcept;

    // ---- limits
    // Native recursion (repr, ==, hash, callbacks …). False: RecursionError is pending.
    bool enter_native() noexcept {
        char here;
        const auto address = reinterpret_cast<std::uintptr_t>(&here);
        if (address - stack_safe_begin_ >= stack_safe_size_ || native_depth_ >= native_depth_limit) [[unlikely]]
            return enter_native_slow(address);
        ++native_depth_;
        return true;
    }
    void leave_native() noexcept { --native_depth_; }
    std::uint32_t native_depth() const noexcept { return native_depth_; }
    std::uint32_t native_depth_limit = 1000;
    std::uint32_t int_max_str_digits =
        4300; // sys.set_int_max_str_digits(): decimal digits an int may have on its way from and to text; 0: any
    // A native loop has done (or is about to do) `units` pieces of work, each about the cost of one bytecode. Raised when the step budget is used up or a stop was
    // asked for: the stop cannot be caught by Python code.
    Result<void> pay(std::uint64_t units) noexcept {
        budget_ -= static_cast<std::int64_t>(units);
        if (budget_ < 0) [[unlikely]]
            return out_of_budget();
        return ok;
    }

    // ---- what the VM provides (the runtime itself knows no bytecode)
    // Called by slots of objects/ that need Python-level services; overridden by Vm.
    virtual Result<Owned> import_module(StrObject& name) = 0;
    virtual Result<void> out_of_budget() noexcept = 0; // refills the slice and answers ok when the budget has more
    virtual void write_unraisable(Value where) noexcept = 0; // an exception in __del__ and the like: prints, clears it
    virtual Result<void> warn(TypeId category, const char* message) = 0;
    // For super() without arguments, called as a plain function: the class being defined (__class__) and the first argument of the running Python
    // function, both owned; or raises RuntimeError ("super(): no arguments" …).
    virtual Result<void> current_super_context(Owned& cls, Owned& self);
    // __module__ of a class made now: __name__ of the running Python function's globals. Unbound when nothing runs.
    virtual Owned current_module_name();

    // ---- identities and seeds
    std::uint32_t new_shape_id() noexcept { return ++last_shape_id_; }
    std::uint32_t new_keys_version() noexcept { return ++last_keys_version_; }
    std::uint64_t hash_seed[2] = {};
    // Texts of one character (Latin-1) and the empty ones are shared.
    StrObject* latin1_char(unsigned char c) noexcept { return latin1_[c]; } // borrowed
    StrObject* empty_str = nullptr;
    Object* empty_tuple = nullptr;
    Object* empty_bytes = nullptr;
    Object* byte_objects[256] = {};

    ModuleObject* builtins_module = nullptr; // owned
    DictObject* builtins_dict = nullptr;     // borrowed from builtins_module
    DictObject* modules = nullptr;           // sys.modules, owned

    // Natives in whose repr() the runtime is at the moment (objects/core/repr_guard.h).
    std::vector<Object*> in_repr;
    // Signatures of natives, parsed once (objects/protocol/arguments.cpp).
    SignatureCache& signatures() noexcept { return *signatures_; }
    MethodCache& method_cache() noexcept { return *method_cache_; }
    std::uint64_t next_weak_id = 0;

    // The T (derived from ModuleState) of this interpreter, made at the first call: types that a module made, its caches. Destroyed before the types are.
    template <class T>
    T& module_state() {
        for (auto& [key, state] : module_states_)
            if (key == &module_state_key<T>) return static_cast<T&>(*state);
        module_states_.emplace_back(&module_state_key<T>, std::make_unique<T>());
        return static_cast<T&>(*module_states_.back().second);
    }

    CycleCollector& collector() noexcept { return *collector_; }
    WeakTable& weak_table() noexcept { return *weak_table_; }

    std::int64_t budget_ = INT64_MAX; // steps left in this slice; the VM counts it down at back-edges and calls

protected:
    void destroy_all() noexcept; // releases everything the runtime holds, collects cycles, then frees the rest

private:
    friend struct CoreSetup;
    Type& type_of_immediate(Value value) noexcept {
        if (value.is_int()) return type(TypeId::int_);
        if (value.is_float()) return type(TypeId::float_);
        return type_of_special(value);
    }
    Type& type_of_special(Value value) noexcept;
    Object* make_object_with_storage(Shape& shape, std::size_t size);
    void add_interned(std::uint64_t hash, StrObject& text);
    void free_object_with_storage(Object* object, std::size_t size) noexcept;
    bool enter_native_slow(std::uintptr_t address) noexcept;
    void destroy_now(Object* object) noexcept;
    void drain_dying() noexcept;

    Heap heap_;
    Type* types_[static_cast<std::size_t>(TypeId::count_)] = {};
    std::vector<Type*> module_types_; // made by modules
    Names names_{};
    StrObject* latin1_[256] = {};
    ExceptionObject* pending_ = nullptr;
    ExceptionObject* handled_ = nullptr;
    std::uint32_t native_depth_ = 0;
    std::uint32_t last_shape_id_ = 0;
    std::uint32_t last_keys_version_ = 0;
    std::vector<std::pair<const void*, std::unique_ptr<ModuleState>>> module_states_;
    std::unique_ptr<InternTable> interned_;
    std::unique_ptr<CycleCollector> collector_;
    std::unique_ptr<WeakTable> weak_table_;
    std::unique_ptr<SignatureCache> signatures_;
    std::unique_ptr<MethodCache> method_cache_;
    std::uint32_t destroy_depth_ = 0;
    std::vector<Object*> dying_;
    // The native stack of the thread that runs now: recursion is refused near its end. Found at the first enter_native() of a thread.
    std::uintptr_t stack_low_ = 0;
    std::uintptr_t stack_high_ = 0;
    std::uintptr_t stack_safe_begin_ =
        0; // addresses in [begin, begin + size) leave room for what runs between two entries
    std::uintptr_t stack_safe_size_ = 0;
    ExceptionObject* reserve_memory_error_ = nullptr; // owned: raised when not even a MemoryError can be made
};

// Counts one level of native recursion for its scope: `NativeScope scope(rt); if (!scope) return raised;`
class NativeScope {
public:
    explicit NativeScope(Runtime& runtime) noexcept : runtime_(runtime), entered_(runtime.enter_native()) {}
    ~NativeScope() {
        if (entered_) runtime_.leave_native();
    }
    NativeScope(const NativeScope&) = delete;
    explicit operator bool() const noexcept { return entered_; }

private:
    Runtime& runtime_;
    bool entered_;
};

} // namespace mp
