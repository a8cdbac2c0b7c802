#pragma once
// Ownership in the types. Owned owns a Value; Ref<T> owns an object and is never null; OptRef<T> may be null. `Value`, `T*` and `T&` borrow.
#include "objects/core/object.h"

namespace mp {

// Owns one reference to a value. Default: unbound (holds nothing).
class Owned {
public:
    Owned() noexcept = default;
    // Takes over a reference that the caller owns.
    static Owned adopt(Value value) noexcept { return Owned(value, 0); }
    // Makes a new reference.
    static Owned share(Value value) noexcept {
        retain(value);
        return Owned(value, 0);
    }
    Owned(Owned&& other) noexcept : value_(other.value_) { other.value_ = Value(); }
    Owned(const Owned& other) noexcept : value_(other.value_) { mp::retain(value_); }
    Owned& operator=(Owned other) noexcept {
        Value old = value_;
        value_ = other.value_;
        other.value_ = old; // released when `other` dies, after the new value is in place
        return *this;
    }
    ~Owned() { mp::release(value_); }
    Value get() const noexcept { return value_; }
    operator Value() const noexcept { return value_; }
    // Hands the reference to the caller.
    [[nodiscard]] Value release() noexcept {
        Value value = value_;
        value_ = Value();
        return value;
    }
    bool is_unbound() const noexcept { return value_.is_unbound(); }
    bool is_exhausted() const noexcept { return value_.is_exhausted(); }
    bool is_none() const noexcept { return value_.is_none(); }
    bool is_not_implemented() const noexcept { return value_.is_not_implemented(); }

private:
    Owned(Value value, int) noexcept : value_(value) {}
    Value value_;
    friend struct RaisedNiche<Owned>;
};

template <>
struct RaisedNiche<Owned> {
    static Owned make_raised() noexcept { return Owned::adopt(Value::raised_mark()); }
    static bool is_raised(const Owned& value) noexcept { return value.get().is_raised(); }
};

template <class T>
class OptRef;

// Owns one reference to a T; never null (a moved-from Ref may only be destroyed or assigned).
template <class T>
class Ref {
public:
    static Ref adopt(T* object) noexcept { return Ref(object, 0); }
    static Ref share(T* object) noexcept {
        mp::retain(object);
        return Ref(object, 0);
    }
    Ref(Ref&& other) noexcept : object_(other.object_) { other.object_ = nullptr; }
    Ref(const Ref& other) noexcept : object_(other.object_) { mp::retain(object_); }
    template <class U>
    requires(!std::same_as<T, U> && std::convertible_to<U*, T*>) Ref(Ref<U> other)
    noexcept : object_(other.release()) {}
    Ref& operator=(Ref other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~Ref() {
        if (object_) mp::release(object_);
    }
    T* get() const noexcept { return object_; }
    T* operator->() const noexcept { return object_; }
    T& operator*() const noexcept { return *object_; }
    operator Value() const noexcept { return Value(object_); }
    operator Owned() && noexcept { return Owned::adopt(release()); }
    operator Owned() const& noexcept { return Owned::share(object_); }
    [[nodiscard]] T* release() noexcept { return std::exchange(object_, nullptr); }

private:
    Ref(T* object, int) noexcept : object_(object) {}
    T* object_;
    template <class>
    friend class OptRef;
    friend struct RaisedNiche<Ref<T>>;
};

template <class T>
struct RaisedNiche<Ref<T>> {
    static Ref<T> make_raised() noexcept { return Ref<T>::adopt(nullptr); }
    static bool is_raised(const Ref<T>& ref) noexcept { return ref.get() == nullptr; }
};

// Owns one reference to a T, or nothing.
template <class T>
class OptRef {
public:
    OptRef() noexcept = default;
    OptRef(std::nullptr_t) noexcept {}
    OptRef(Ref<T> ref) noexcept : object_(ref.release()) {}
    static OptRef adopt(T* object) noexcept {
        OptRef result;
        result.object_ = object;
        return result;
    }
    static OptRef share(T* object) noexcept {
        if (object) mp::retain(object);
        return adopt(object);
    }
    OptRef(OptRef&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
    OptRef(const OptRef& other) noexcept : object_(other.object_) {
        if (object_) mp::retain(object_);
    }
    OptRef& operator=(OptRef other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~OptRef() {
        if (object_) mp::release(object_);
    }
    explicit operator bool() const noexcept { return object_ != nullptr; }
    T* get() const noexcept { return object_; }
    T* operator->() const noexcept { return object_; }
    T& operator*() const noexcept { return *object_; }
    [[nodiscard]] T* release() noexcept { return std::exchange(object_, nullptr); }

private:
    T* object_ = nullptr;
};

// Replaces a field that owns its value: stores first, releases the old value after (a finaliser may look).
inline void replace(Value& field, Owned value) noexcept {
    Value old = field;
    field = value.release();
    release(old);
}

} // namespace mp
